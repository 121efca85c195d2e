"""What holds for every page of the built site, in every language."""

import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml import etree

from hooks.publish.settings import Settings
from tests.site.reading import Pages, elements, read_page

pytestmark = pytest.mark.site

# lunr has one Norwegian, and calls it by the old code.
_STEMMERS = {"en": ["en"], "nb": ["no"], "nn": ["no"]}


def test_every_language_has_the_same_pages(pages: Mapping[str, Pages], settings: Settings) -> None:
    source = set(pages[settings.source])
    assert len(source) > 2
    for code, found in pages.items():
        assert set(found) == source, code


def test_every_language_has_the_same_anchors(pages: Mapping[str, Pages], settings: Settings) -> None:
    for code, found in pages.items():
        for address, tree in found.items():
            source = pages[settings.source][address]
            assert _ids(tree) == _ids(source), f"{code}/{address}"


def _ids(tree: etree._Element) -> set[str]:
    return {str(one.get("id")) for one in elements(tree) if one.get("id")}


def test_no_id_comes_twice_on_a_page(pages: Mapping[str, Pages]) -> None:
    for code, found in pages.items():
        for address, tree in found.items():
            ids = Counter(one.get("id") for one in elements(tree) if one.get("id"))
            assert [id_ for id_, count in ids.items() if count > 1] == [], f"{code}/{address}"


def test_the_page_says_which_language_it_is_in(pages: Mapping[str, Pages]) -> None:
    for code, found in pages.items():
        for address, tree in found.items():
            assert tree.get("lang") == code, f"{code}/{address}"


def test_search_knows_the_language(built_site: Path, settings: Settings) -> None:
    for code in settings.languages:
        index = json.loads((built_site / code / "search/search_index.json").read_text(encoding="utf-8"))
        assert index["config"]["lang"] == _STEMMERS[code]
        assert len(index["docs"]) > 2


def test_the_sitemap_names_every_page_in_every_language(
    built_site: Path, pages: Mapping[str, Pages], settings: Settings
) -> None:
    tree = etree.parse(built_site / "sitemap.xml").getroot()
    found = {
        str(url.findtext("{*}loc")): {str(link.get("hreflang")) for link in url.findall("{*}link")}
        for url in tree.findall("{*}url")
    }
    addresses = (
        f"{settings.url}{code}/{page}" for code in pages for page in pages[code] if page != "404.html"
    )
    assert found == {address: {*settings.languages, "x-default"} for address in addresses}
    assert not list(built_site.glob("*/sitemap.xml*"))


def test_the_root_lists_the_languages_and_runs_nothing_inline(built_site: Path, settings: Settings) -> None:
    tree = read_page(built_site / "index.html")
    links = {one.get("href"): (one.get("lang"), one.get("hreflang"), one.text) for one in tree.iter("a")}
    assert links == {f"{code}/": (code, code, name) for code, name in settings.languages.items()}
    alternates = {one.get("hreflang"): one.get("href") for one in tree.iter("link") if one.get("hreflang")}
    assert alternates == {code: f"{settings.url}{code}/" for code in settings.languages} | {
        "x-default": settings.url
    }
    assert [one.get("src") for one in tree.iter("script")] == ["choose.js"]
    assert not list(tree.iter("style"))
    assert not [
        name for one in elements(tree) for name in map(str, one.attrib) if name.startswith(("on", "style"))
    ]


def test_the_last_404_speaks_every_language(built_site: Path, settings: Settings) -> None:
    tree = read_page(built_site / "404.html")
    sections = {one.get("lang"): [link.get("href") for link in one.iter("a")] for one in tree.iter("section")}
    assert sections == {code: [f"/{code}/"] for code in settings.languages}
    texts = {one.findtext("p") for one in tree.iter("section")}
    assert len(texts) == len(settings.languages), "each in its own words"
