"""The client, the worker and the packed runtime in a real browser, under the policy of the site."""

import json
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from os import PathLike
from pathlib import Path
from threading import Thread
from typing import Any, ClassVar

import pytest
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

SCRIPTS = Path(__file__).parents[2] / "docs" / "assets" / "checker"
POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'"
FILES = ["pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "stdlib.zip", "checker-[0-9a-f]*.zip"]
# A module whose one import, "a" "b", nobody provides.
NEEDS_MORE = b"\0asm\1\0\0\0" + b"\1\4\1\x60\0\0" + b"\2\7\1\1a\1b\0\0"
ASK = """async ([request, whole]) => {
  const { Client } = await import("/checker/client.js");
  const stages = [];
  const client = new Client("/runtime/", { whole, onstage: (stage, reason) => stages.push(reason ?? stage) });
  const reply = await client.request(request).catch(() => null);
  return { stages, reply };
}"""
VIEW = {"do": "view", "lang": "nb", "root": "../", "state": ""}


class Handler(SimpleHTTPRequestHandler):
    """A plain server that sends the policy; what it calls WebAssembly may be changed."""

    policy = POLICY
    types: ClassVar[dict[str, str]] = {".wasm": "application/wasm", ".html": "text/html"}

    def guess_type(self, path: str | PathLike[str]) -> str:
        return self.types.get(Path(path).suffix, "text/javascript")

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Keep the test's output readable."""


class NoWasmAllowed(Handler):
    policy = POLICY.replace(" 'wasm-unsafe-eval'", "")


class UnknownTypes(Handler):
    types: ClassVar[dict[str, str]] = {**Handler.types, ".wasm": "application/octet-stream"}


@pytest.fixture
def site(manifest: Path, tmp_path: Path) -> Path:
    """A site of a blank page, our scripts and the runtime, which a test may break."""
    shutil.copytree(manifest.parent, tmp_path / "runtime")
    shutil.copytree(SCRIPTS, tmp_path / "checker")
    shutil.copyfile(SCRIPTS.parent / "trust.js", tmp_path / "trust.js")
    (tmp_path / "index.html").write_text("<!doctype html><title>Blank</title>")
    return tmp_path


def runtime_file(site: Path, pattern: str) -> Path:
    (found,) = (site / "runtime").glob(f"*/{pattern}")
    return found


class Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Browsers hang up on what they no longer need."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@contextmanager
def served(site: Path, handler: type[Handler]) -> Iterator[str]:
    with Server(("127.0.0.1", 0), partial(handler, directory=str(site))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def ask(
    browser: Browser, site: Path, handler: type[Handler] = Handler, *, whole: bool = False
) -> dict[str, Any]:
    with served(site, handler) as url, browser.new_context() as context:
        page = context.new_page()
        page.goto(url)
        told: dict[str, Any] = page.evaluate(ASK, [VIEW, whole])
        return told


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def alter(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def test_python_starts_and_answers_in_the_page_s_language(chromium: Browser, site: Path) -> None:
    told = ask(chromium, site)
    assert told["stages"] == ["fetch", "start", "ready"]
    assert told["reply"]["title"] == "Spørsmål"


def test_the_tools_need_the_whole_and_only_that(chromium: Browser, site: Path) -> None:
    runtime_file(site, "checker-[0-9a-f]*.zip").unlink()
    assert ask(chromium, site)["stages"] == ["fetch", "missing-file"]
    assert ask(chromium, site, whole=True)["stages"] == ["fetch", "start", "ready"]


def test_a_server_that_does_not_know_webassembly_will_do(chromium: Browser, site: Path) -> None:
    assert ask(chromium, site, UnknownTypes)["stages"][-1] == "ready"


def test_a_policy_without_webassembly_is_told(chromium: Browser, site: Path) -> None:
    assert ask(chromium, site, NoWasmAllowed) == {"stages": ["fetch", "no-wasm"], "reply": None}


@pytest.mark.parametrize("pattern", FILES)
def test_a_missing_file_is_told(chromium: Browser, site: Path, pattern: str) -> None:
    runtime_file(site, pattern).unlink()
    assert ask(chromium, site) == {"stages": ["fetch", "missing-file"], "reply": None}


@pytest.mark.parametrize("pattern", FILES)
def test_a_truncated_file_is_told(chromium: Browser, site: Path, pattern: str) -> None:
    truncate(runtime_file(site, pattern))
    assert ask(chromium, site) == {"stages": ["fetch", "bad-file"], "reply": None}


# WebAssembly has no hash to pass: whether it compiles must do, which a changed constant does not hinder.
@pytest.mark.parametrize("pattern", [file for file in FILES if not file.endswith(".wasm")])
def test_an_altered_file_is_told(chromium: Browser, site: Path, pattern: str) -> None:
    alter(runtime_file(site, pattern))
    assert ask(chromium, site) == {"stages": ["fetch", "bad-file"], "reply": None}


def test_webassembly_of_another_version_is_told(chromium: Browser, site: Path) -> None:
    runtime_file(site, "pyodide.asm.wasm").write_bytes(NEEDS_MORE)
    assert ask(chromium, site)["stages"][-1] == "bad-file"


def test_a_missing_manifest_is_told(chromium: Browser, site: Path) -> None:
    (site / "runtime" / "manifest.json").unlink()
    assert ask(chromium, site)["stages"] == ["fetch", "missing-file"]


@pytest.mark.parametrize("text", ["<!doctype html>", "{}", json.dumps({"base": "x/", "files": {}})])
def test_a_manifest_that_is_none_is_told(chromium: Browser, site: Path, text: str) -> None:
    (site / "runtime" / "manifest.json").write_text(text)
    assert ask(chromium, site)["stages"] == ["fetch", "bad-file"]


def test_a_missing_worker_is_told(chromium: Browser, site: Path) -> None:
    (site / "checker" / "worker.js").unlink()
    assert ask(chromium, site)["stages"] == ["fetch", "no-worker"]
