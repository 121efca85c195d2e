"""Every link leads somewhere, and nothing is fetched from anybody else."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from checker.tree.definition import TREE
from checker.tree.walk import format_state, parse_state
from hooks.publish.settings import Settings
from tests.site.reading import Element, elements, read_page

pytestmark = pytest.mark.site

_ADDRESSES = ("href", "src", "action", "data", "poster", "formaction")
_LOADING = re.compile(r"stylesheet|.*icon|.*preload|prefetch|dns-prefetch|preconnect|manifest")
_CSS_ADDRESS = re.compile(r"""(?:url\(\s*|@import\s+)["']?([^"')\s]+)""")


def html_files(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def addresses(tree: Element) -> Iterator[tuple[Element, str]]:
    """Every address that a page names, with the element that names it."""
    for one in elements(tree):
        for name in _ADDRESSES:
            if value := one.get(name):
                yield one, value
        for part in (one.get("srcset") or "").split(","):
            if part.strip():
                yield one, part.split()[0]
        if one.get("id") == "__config":  # what Material's own script loads
            yield one, json.loads(one.text or "{}")["search"]


@cache
def anchors(page: Path) -> frozenset[str]:
    tree = read_page(page)
    return frozenset(
        str(value) for one in elements(tree) for value in (one.get("id"), one.get("name")) if value
    )


def broken(site: Path, base: str, page: Path, address: str) -> bool:
    """Whether an address on this page means us and leads nowhere."""
    name = page.relative_to(site).as_posix().removesuffix("index.html")
    whole = urljoin(base + name, address)
    if not whole.startswith(base):
        return False
    parts = urlsplit(whole)
    target = site / unquote(parts.path.removeprefix(urlsplit(base).path))
    if parts.path.endswith("/"):
        target = target / "index.html"
    if not target.is_file():
        return True
    if target.suffix != ".html" or not parts.fragment:
        return False
    return not leads_on(target, unquote(parts.fragment))


def leads_on(page: Path, fragment: str) -> bool:
    """Whether the page has the place that a fragment means: an anchor, or a state of the checker."""
    if "=" not in fragment:
        return fragment in anchors(page)
    return format_state(parse_state(fragment, TREE), TREE) == fragment


def test_every_link_and_every_asset_is_there(built_site: Path, settings: Settings) -> None:
    lost = [
        f"{page.relative_to(built_site)}: <{one.tag}> {address}"
        for page in html_files(built_site)
        for one, address in addresses(read_page(page))
        if broken(built_site, settings.url, page, address)
    ]
    assert not lost, "\n".join(sorted(set(lost)))


def test_a_broken_link_would_be_seen(built_site: Path, settings: Settings) -> None:
    page = built_site / "en/index.html"
    for address in ("nowhere/", "#nowhere", "../nb/nowhere.css", "/en", f"{settings.url}nb/#nowhere"):
        assert broken(built_site, settings.url, page, address), address
    for address in ("../nb/", "/", "https://elsewhere.example/x", "mailto:a@elsewhere.example"):
        assert not broken(built_site, settings.url, page, address), address


def test_pages_load_nothing_from_elsewhere(built_site: Path) -> None:
    foreign = [
        f"{page.relative_to(built_site)}: <{one.tag}> {address}"
        for page in html_files(built_site)
        for one, address in addresses(read_page(page))
        if _loads(one) and _names_a_host(address)
    ]
    assert not foreign, "\n".join(sorted(set(foreign)))


def _loads(one: Element) -> bool:
    """Only a link that the reader clicks may lead away; <link> also says things that no browser fetches."""
    if one.tag == "link":
        return any(map(_LOADING.fullmatch, (one.get("rel") or "").lower().split()))
    return one.tag not in ("a", "area")


def _names_a_host(address: str) -> bool:
    return bool(urlsplit(address).netloc)


def test_styles_load_nothing_from_elsewhere(built_site: Path) -> None:
    sheets = {page: page.read_text(encoding="utf-8") for page in built_site.rglob("*.css")}
    for page in html_files(built_site):
        tree = read_page(page)
        inline = [one.text or "" for one in tree.iter("style")] + [
            one.get("style") or "" for one in elements(tree)
        ]
        sheets[page] = "\n".join(inline)
    foreign = {
        f"{page.relative_to(built_site)}: {address}"
        for page, text in sheets.items()
        for address in _CSS_ADDRESS.findall(text)
        if _names_a_host(address)
    }
    assert not foreign, "\n".join(sorted(foreign))
