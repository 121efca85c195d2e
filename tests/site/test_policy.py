"""The security policy as text: what it allows, where it stands, and that nothing in a page needs more."""

from pathlib import Path

import pytest

from hooks.publish.headers import NAME, headers_for, read, rules, written
from hooks.publish.policy import page_policy, read_resolvers, security_headers
from hooks.publish.responses import Request, answer
from tests.conftest import ROOT
from tests.site.reading import read_page

RESOLVER = "https://resolver.example/dns-query"


def directives(policy: str) -> dict[str, list[str]]:
    return {name: rest.split() for name, _, rest in (part.partition(" ") for part in policy.split("; "))}


BOTH = [page_policy([RESOLVER]), security_headers([RESOLVER])["Content-Security-Policy"]]


@pytest.mark.parametrize("policy", BOTH, ids=["page", "header"])
def test_nothing_inline_and_nothing_evaluated(policy: str) -> None:
    for name, sources in directives(policy).items():
        assert not {"'unsafe-inline'", "'unsafe-eval'", "*", "https:", "http:", "blob:"} & set(sources), name
    assert directives(policy)["default-src"] == ["'none'"]
    for name in ("base-uri", "form-action", "object-src"):
        assert directives(policy)[name] == ["'none'"]


@pytest.mark.parametrize("policy", BOTH, ids=["page", "header"])
def test_only_the_resolvers_may_be_asked_besides_the_site(policy: str) -> None:
    named = {source for sources in directives(policy).values() for source in sources if ":" in source}
    assert named == {"data:", RESOLVER}
    assert directives(policy)["connect-src"] == ["'self'", RESOLVER]


def test_only_the_header_lets_webassembly_run_and_only_workers_profit() -> None:
    page, header = map(directives, BOTH)
    assert header["script-src"] == ["'self'", "'wasm-unsafe-eval'"]
    assert page["script-src"] == ["'self'"]
    assert page["require-trusted-types-for"] == ["'script'"]
    assert header["frame-ancestors"] == ["'none'"], "which a policy in a page cannot say"


def test_what_stands_beside_the_policy() -> None:
    headers = security_headers()
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY", "for browsers that do not know frame-ancestors"
    features = dict(part.split("=") for part in headers["Permissions-Policy"].split(", "))
    assert set(features.values()) == {"()"}
    assert {"camera", "microphone", "geolocation", "usb", "payment", "browsing-topics"} <= features.keys()


def test_the_resolvers_come_from_the_table(tmp_path: Path) -> None:
    assert read_resolvers(tmp_path) == []
    table = tmp_path / "checker/tables/resolvers.toml"
    table.parent.mkdir(parents=True)
    rows = "".join(f'[[resolver]]\nid = "{id_}"\nurl = "https://{id_}.example/dns"\n' for id_ in "ab")
    table.write_text(rows, encoding="utf-8")
    assert read_resolvers(tmp_path) == ["https://a.example/dns", "https://b.example/dns"]
    assert read_resolvers(tmp_path, ["b"]) == ["https://b.example/dns"]


def test_no_header_is_set_by_two_rules(tmp_path: Path) -> None:
    for name in ("runtime/0123456789ab/a.mjs", "en/assets/javascripts/bundle.0123abcd.min.js", "en/assets/a.js"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    found = rules(tmp_path, {"A": "1: 2; 3"})
    assert read(written(found)) == found
    assert [*found] == ["/*", "/en/assets/javascripts/bundle.0123abcd.min.js", "/runtime/0123456789ab/*"]
    assert headers_for(found, "/en/assets/a.js") == {"A": "1: 2; 3"}
    assert [*headers_for(found, "/runtime/0123456789ab/a.mjs")] == ["A", "Cache-Control"]


@pytest.mark.parametrize("target", ["/", "/nb/", "/nb", "/nowhere/", "/nb/assets/checker/worker.js", "/../x"])
def test_every_reply_has_the_headers(tmp_path: Path, target: str) -> None:
    (tmp_path / "nb/assets/checker").mkdir(parents=True)
    (tmp_path / NAME).write_text(written({"/*": security_headers()}), encoding="utf-8")
    for name in ("index.html", "nb/index.html", "nb/assets/checker/worker.js"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert security_headers().items() <= answer(tmp_path, Request(target)).headers.items()


def test_the_rules_themselves_are_no_page(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("/*\n  A: 1\n", encoding="utf-8")
    assert answer(tmp_path, Request(f"/{NAME}")).status == 404


@pytest.mark.site
def test_every_page_carries_its_policy_before_anything_else(built_site: Path) -> None:
    resolvers = read_resolvers(ROOT)
    for page in built_site.rglob("*.html"):
        head = read_page(page).find("head")
        assert head is not None
        (at,) = [n for n, one in enumerate(head) if one.get("http-equiv") == "Content-Security-Policy"]
        fronts = page.parent == built_site
        assert head[at].get("content") == page_policy([] if fronts else resolvers), page
        assert {str(one.tag) for one in list(head)[:at]} <= {"meta"}, page


@pytest.mark.site
def test_the_built_rules_fit_every_host(built_site: Path) -> None:
    """Cloudflare Pages: at most 100 rules, no line over 2,000 characters."""
    text = (built_site / NAME).read_text(encoding="utf-8")
    assert len(read(text)) <= 100
    assert max(map(len, text.split("\n"))) <= 2000
    assert security_headers(read_resolvers(ROOT)) == read(text)["/*"]
