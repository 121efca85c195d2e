"""The server on a real socket, with the real site."""

import http.client
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

pytestmark = pytest.mark.site


@contextmanager
def get(server: str, path: str, method: str = "GET", **headers: str) -> Iterator[http.client.HTTPResponse]:
    connection = http.client.HTTPConnection(urlsplit(server).netloc, timeout=10)
    try:
        connection.request(
            method, path, headers={name.replace("_", "-"): text for name, text in headers.items()}
        )
        yield connection.getresponse()
    finally:
        connection.close()


def test_pages_travel_in_brotli(site_server: str, built_site: Path) -> None:
    with get(site_server, "/nb/", Accept_Encoding="gzip, deflate, br") as reply:
        assert reply.getheader("Content-Encoding") == "br"
        assert reply.read() == (built_site / "nb/index.html.br").read_bytes()


def test_a_second_visit_sends_nothing(site_server: str) -> None:
    with get(site_server, "/nb/") as reply:
        tag = str(reply.getheader("ETag"))
    with get(site_server, "/nb/", If_None_Match=tag) as reply:
        assert (reply.status, reply.read()) == (304, b"")


def test_a_missing_page_is_told_in_its_language(site_server: str) -> None:
    for path, lang in (("/nb/ingensteds/", b'lang="nb"'), ("/en/nowhere/", b'lang="en"')):
        with get(site_server, path) as reply:
            assert reply.status == 404
            assert lang in reply.read()


def test_head_has_the_headers_and_no_body(site_server: str, built_site: Path) -> None:
    with get(site_server, "/en/", "HEAD") as reply:
        assert reply.getheader("Content-Length") == str((built_site / "en/index.html").stat().st_size)
        assert reply.read() == b""


def test_nothing_outside_the_site_on_the_wire(site_server: str) -> None:
    for path in ("/../../../../../../etc/hostname", "/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/hostname"):
        with get(site_server, path) as reply:
            assert reply.status == 404


def test_the_finished_site_does_not_reload_itself(site_server: str) -> None:
    with get(site_server, "/en/") as reply:
        assert b"_live" not in reply.read()
    with get(site_server, "/_live") as reply:
        assert reply.status == 404
