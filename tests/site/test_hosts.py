"""nginx and Caddy, started with the files that `make site` writes, answer as our own server does."""

import http.client
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from hooks.publish.hosts import Place, server_files, write_server_files
from hooks.publish.policy import read_resolvers
from hooks.publish.responses import Request, answer
from hooks.publish.settings import Settings, read_settings
from tests.conftest import ROOT

pytestmark = pytest.mark.site

_PATIENCE = 30.0  # seconds until a server takes connections; an upper bound, asserted nowhere
_MODULE = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
_NGINX = """
load_module {module};
{user}
daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{}}
http {{
  access_log off;
  client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
  uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
  include {folder}/site.conf;
}}
"""


def _nginx(config: str, folder: Path) -> list[str]:
    if not (shutil.which("nginx") and _MODULE.exists()):
        pytest.skip("nginx or its brotli module is not installed: see tests/install_servers")
    user = "user root;" if os.getuid() == 0 else ""  # the site is in a folder that only we may read
    (folder / "site.conf").write_text(config, encoding="utf-8")
    main = _NGINX.format(module=_MODULE, user=user, folder=folder)
    (folder / "nginx.conf").write_text(main, encoding="utf-8")
    return ["nginx", "-c", str(folder / "nginx.conf"), "-e", str(folder / "early.log")]


def _caddy(config: str, folder: Path) -> list[str]:
    if not shutil.which("caddy"):
        pytest.skip("Caddy is not installed: see tests/install_servers")
    alone = "{\n\tadmin off\n\tauto_https off\n}\n"
    (folder / "Caddyfile").write_text(alone + config, encoding="utf-8")
    return ["caddy", "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


SERVERS = {"nginx": ("nginx.conf", _nginx), "caddy": ("Caddyfile", _caddy)}


@pytest.fixture(scope="module", params=["/", "/help/"], ids=["root", "path"])
def base(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module", params=SERVERS)
def port(
    request: pytest.FixtureRequest, built_site: Path, base: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[int]:
    """The port of a running server with the built site below `base`."""
    folder = tmp_path_factory.mktemp(str(request.param))
    root = folder / "root"
    root.mkdir()
    (root / base.strip("/") if base != "/" else folder / "none").symlink_to(built_site)
    name, command = SERVERS[request.param]
    free = _free_port()
    settings = _at(base)
    place = Place(str(built_site if base == "/" else root), f"127.0.0.1:{free}")
    config = server_files(settings, read_resolvers(ROOT), place)[name]
    home = dict.fromkeys(("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"), str(folder))
    home["FREMME_ADDRESS"] = f":{free}"
    with (folder / "said").open("w") as said:
        server = subprocess.Popen(command(config, folder), stdout=said, stderr=said, env=os.environ | home)
    try:
        _wait_for(free, server, folder)
        yield free
    finally:
        server.terminate()
        server.wait()


def _at(base: str) -> Settings:
    found = read_settings(ROOT)
    return Settings(found.name, f"https://example.org{base}", found.languages, found.words, found.favicon)


def _wait_for(port: int, server: subprocess.Popen[bytes], folder: Path) -> None:
    end = time.monotonic() + _PATIENCE
    while server.poll() is None and time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    logs = "".join(log.read_text() for log in [folder / "said", *folder.glob("*.log")])
    raise AssertionError(f"The server does not answer:\n{logs}")


def ask(port: int, path: str, **headers: str) -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
    try:
        connection.request("GET", path, headers={"Host": "example.org", **headers})
        reply = connection.getresponse()
        return reply, reply.read()
    finally:
        connection.close()


PAGES = {
    "root": "",
    "page": "nb/check/",
    "script": "nb/assets/checker/worker.js",
    "style sheet": "nb/assets/fremme.css",
    "hashed script": "nb/assets/javascripts/bundle.{}.min.js",
    "search index": "nb/search/search_index.json",
    "manifest": "runtime/manifest.json",
    "WebAssembly": "runtime/{}/pyodide.asm.wasm",
    "module": "runtime/{}/pyodide.mjs",
    "archive": "runtime/{}/stdlib.zip",
    "picture": "nb/assets/logo.svg",
    "font": "nb/assets/fonts/schibsted-grotesk-650.woff2",
    "sitemap": "sitemap.xml",
    "a missing page": "nb/ingen/side/",
    "a missing page in English": "en/nowhere",
    "a missing file": "en/assets/nowhere.zip",
    "a missing page of no language": "nowhere/",
    "a missing file of the runtime": "runtime/0123456789ab/pyodide.mjs",
    "rules for other hosts": "_headers",
    "more rules for other hosts": "_redirects",
    "a folder without its slash": "nb/check",
    "a hidden file": ".hidden",
}
ACCEPTED = {"brotli": "gzip, deflate, br, zstd", "gzip": "gzip", "nothing": "identity"}


def _address(built_site: Path, pattern: str) -> str:
    first, _, last = pattern.partition("{}")
    if not last:
        return pattern
    place = next(built_site.glob(f"{first}*{last}"))
    return place.relative_to(built_site).as_posix()


@pytest.mark.parametrize("accept", ACCEPTED.values(), ids=ACCEPTED)
@pytest.mark.parametrize("pattern", PAGES.values(), ids=PAGES)
def test_the_answer_is_that_of_our_own_server(
    port: int, base: str, built_site: Path, pattern: str, accept: str
) -> None:
    path = base + _address(built_site, pattern)
    ours = answer(built_site, Request(path, accept), base=base)
    reply, body = ask(port, path, **{"Accept-Encoding": accept})
    assert reply.status == ours.status or (ours.status, reply.status) == (301, 308)  # Caddy's way to say it
    for name in ours.headers.keys() - {"ETag", "Vary"}:
        if ours.status == 301 and name == "Cache-Control":
            continue  # servers put none, or their own, on a redirect
        assert reply.getheader(name) == ours.headers[name], name
    if ours.status != 301:
        assert body == ours.body
    if reply.getheader("Content-Encoding"):
        assert "accept-encoding" in (reply.getheader("Vary") or "").lower()


def test_an_unchanged_page_is_not_sent_again(port: int, base: str) -> None:
    first, _ = ask(port, f"{base}nb/")
    again, body = ask(port, f"{base}nb/", **{"If-None-Match": first.getheader("ETag") or ""})
    assert (again.status, body) == (304, b"")


def test_nothing_tells_which_server_it_is_in_which_version(port: int, base: str) -> None:
    reply, _ = ask(port, f"{base}nb/")
    assert reply.getheader("Server") in (None, "nginx")


def test_the_files_for_a_person_have_usual_places(tmp_path: Path) -> None:
    out = write_server_files(tmp_path, _at("/"))
    nginx, caddy = ((out / name).read_text(encoding="utf-8") for name in ("nginx.conf", "Caddyfile"))
    for text in (nginx, caddy):
        assert "/srv/fremme" in text
        assert "example.org" in text
