"""What the server answers, without a socket."""

import gzip
from http import HTTPStatus
from pathlib import Path

import pytest

from hooks.publish.responses import Reply, Request, answer

PAGE = b"<html><body>page</body></html>"
FILES = {
    "index.html": PAGE,
    "404.html": b"both",
    "en/404.html": b"en",
    "nb/404.html": b"nb",
    "nb/index.html": PAGE,
    "nb/index.html.br": b"smallest",
    "nb/index.html.gz": gzip.compress(PAGE, mtime=0),
    "nb/a/index.html": PAGE,
    "nb/assets/javascripts/bundle.0123abcd.min.js": b"1",
    "nb/assets/javascripts/lunr/min/lunr.no.min.js": b"1",
    "nb/assets/stylesheets/main.0123abcd.min.css": b"a{}",
    "runtime/0123456789abcdef/pyodide.asm.wasm": b"\0asm",
    "runtime/0123456789abcdef/pyodide.mjs": b"1",
    "runtime/current.json": b"{}",
    "runtime/0123456789abcdef/lib.zip": b"PK",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("responses")
    (root / "secret.txt").write_text("secret")
    for name, content in FILES.items():
        path = root / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return root / "site"


def get(site: Path, target: str, accept: str = "", tag: str = "", insert: bytes = b"") -> Reply:
    return answer(site, Request(target, accept, tag), insert)


def test_a_folder_answers_with_its_page(site: Path) -> None:
    reply = get(site, "/nb/?q=1")
    assert (reply.status, reply.body) == (HTTPStatus.OK, PAGE)
    assert reply.headers["Content-Type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize(
    ("accept", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip", "gzip"),
        ("GZIP;q=0.5", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("br;q=0.0", None),
        ("identity", None),
        ("", None),
    ],
)
def test_the_smallest_form_that_the_client_takes(site: Path, accept: str, encoding: str | None) -> None:
    reply = get(site, "/nb/", accept)
    assert reply.headers.get("Content-Encoding") == encoding
    assert reply.headers["Vary"] == "Accept-Encoding"
    assert reply.body == {"br": b"smallest", "gzip": FILES["nb/index.html.gz"], None: PAGE}[encoding]


def test_an_unchanged_page_is_not_sent_again(site: Path) -> None:
    tag = get(site, "/nb/").headers["ETag"]
    again = get(site, "/nb/", tag=f'"other", W/{tag}')
    assert (again.status, again.body) == (HTTPStatus.NOT_MODIFIED, b"")
    assert get(site, "/nb/", "br", tag).status == HTTPStatus.OK, "another form is another tag"


@pytest.mark.parametrize(
    ("target", "lasting"),
    [
        ("/runtime/0123456789abcdef/pyodide.asm.wasm", True),
        ("/nb/assets/javascripts/bundle.0123abcd.min.js", True),
        ("/nb/assets/stylesheets/main.0123abcd.min.css", True),
        ("/nb/assets/javascripts/lunr/min/lunr.no.min.js", False),
        ("/runtime/current.json", False),
        ("/nb/", False),
        ("/nb/absent.0123abcd.min.js", False),
    ],
)
def test_only_an_address_with_a_hash_is_kept_for_good(site: Path, target: str, lasting: bool) -> None:
    expected = "public, max-age=31536000, immutable" if lasting else "no-cache"
    assert get(site, target).headers["Cache-Control"] == expected


@pytest.mark.parametrize(
    ("name", "kind"),
    [("pyodide.asm.wasm", "application/wasm"), ("pyodide.mjs", "text/javascript; charset=utf-8")],
)
def test_browsers_refuse_these_under_any_other_type(site: Path, name: str, kind: str) -> None:
    assert get(site, f"/runtime/0123456789abcdef/{name}").headers["Content-Type"] == kind


def test_a_folder_without_its_slash_is_sent_on(site: Path) -> None:
    reply = get(site, "/nb/a?q=%20&r=1")
    assert (reply.status, reply.headers["Location"]) == (301, "/nb/a/?q=%20&r=1")


@pytest.mark.parametrize(
    ("target", "body"),
    [
        ("/nb/none/", b"nb"),
        ("/en/none.js", b"en"),
        ("/en/", b"en"),
        ("/none/", b"both"),
        ("/nb/index.html/", b"nb"),
    ],
)
def test_each_language_has_its_own_404(site: Path, target: str, body: bytes) -> None:
    reply = get(site, target)
    assert (reply.status, reply.body) == (HTTPStatus.NOT_FOUND, body)


@pytest.mark.parametrize(
    "target",
    [
        "/../secret.txt",
        "/nb/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/nb/%2e%2e%2f%2e%2e%2fsecret.txt",
        "/..\\secret.txt",
        "/nb/%00",
        "//secret.txt",
        "secret.txt",
        "http://other.example/nb/",
        "/" + "x" * 5000,
    ],
)
def test_nothing_outside_the_site(site: Path, target: str) -> None:
    reply = get(site, target)
    assert (reply.status, reply.body) == (HTTPStatus.NOT_FOUND, b"both")


def test_a_doubled_slash_never_redirects_to_another_host(site: Path) -> None:
    assert "Location" not in get(site, "//nb/a").headers


def test_the_reloading_script_goes_into_pages_only(site: Path) -> None:
    assert get(site, "/nb/", "br", insert=b"<x>").body == b"<html><body>page<x></body></html>"
    assert "Content-Encoding" not in get(site, "/nb/", "br", insert=b"<x>").headers
    assert get(site, "/runtime/current.json", insert=b"<x>").body == b"{}"


@pytest.mark.parametrize(
    ("target", "status", "told"),
    [
        ("/help/nb/", 200, PAGE),
        ("/help/nb/a", 301, "/help/nb/a/"),
        ("/help/nb/none/", 404, b"nb"),
        ("/help/", 200, PAGE),
        ("/nb/", 404, b"both"),
        ("/helpless/nb/", 404, b"both"),
    ],
)
def test_below_a_path(site: Path, target: str, status: int, told: str | bytes) -> None:
    reply = answer(site, Request(target), base="/help/")
    assert (reply.status, reply.headers.get("Location", reply.body)) == (status, told)
