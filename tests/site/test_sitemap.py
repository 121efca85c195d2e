"""The sitemap ties every page to itself in the other languages."""

from pathlib import Path

from lxml import etree

from hooks.publish.settings import Settings
from hooks.publish.sitemap import pages, sitemap

SETTINGS = Settings("Small", "https://small.example/", {"en": "English", "nb": "Norsk"}, {})
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def alternates(text: str) -> dict[str, dict[str, str]]:
    urls = etree.fromstring(text.encode()).findall("s:url", NAMES)
    return {
        str(url.findtext("s:loc", namespaces=NAMES)): {
            str(link.get("hreflang")): str(link.get("href")) for link in url.findall("x:link", NAMES)
        }
        for url in urls
    }


def test_the_home_without_a_language_is_the_root() -> None:
    found = alternates(sitemap(SETTINGS, {"en": [""], "nb": [""]}))
    assert found["https://small.example/nb/"] == {
        "en": "https://small.example/en/",
        "nb": "https://small.example/nb/",
        "x-default": "https://small.example/",
    }


def test_a_page_names_only_the_languages_it_exists_in() -> None:
    found = alternates(sitemap(SETTINGS, {"en": ["a/"], "nb": ["a/", "b&c/"]}))
    assert found["https://small.example/en/a/"]["x-default"] == "https://small.example/en/a/"
    assert found["https://small.example/nb/b&c/"] == {
        "nb": "https://small.example/nb/b&c/",
        "x-default": "https://small.example/nb/b&c/",
    }


def test_pages_are_addresses_without_the_404(tmp_path: Path) -> None:
    for name in ("index.html", "404.html", "a/b/index.html", "c.html", "a/x.js"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert pages(tmp_path) == ["", "a/b/", "c.html"]
