"""What the two language hooks make of a site, in the source language and in a translation."""

import json
from pathlib import Path

import pytest
from lxml import html

from hooks.translation.localise import UnknownLanguageError, choose_language, translate_nav, translate_texts
from tests.hooks.conftest import ROOT, Build

EXPECTED = {
    "en": {
        "lang": "en",
        "nav": ["Start", "More", "The mailbox"],
        "description": ["What the site is for.", "About mailboxes."],
        "copyright": "Free to use",
        "canonical": "https://example.org/base/en/guide/mailbox/",
        "probe": "en|Skip to the text|Only in English|0/0",
        "headings": [("the-mailbox", "The mailbox"), ("how-it-works", "How it works")],
        "text": ["Look in the mailboxes.", "Only in English."],
        "stemmer": ["en"],
    },
    "nb": {
        "lang": "nb",
        "nav": ["Begynn", "Mer", "Postkassen"],
        "description": ["Hva nettstedet er til for.", "Om postkasser."],
        "copyright": "Fri bruk",
        "canonical": "https://example.org/base/nb/guide/mailbox/",
        "probe": "nb|Hopp til teksten|Only in English|4/5",
        "headings": [("the-mailbox", "Postkassen"), ("how-it-works", "Slik virker det")],
        "text": ["Se i postkassene.", "Only in English."],
        "stemmer": ["no"],
    },
}


def page(built: Path, name: str = "guide/mailbox/index.html") -> html.HtmlElement:
    return html.fromstring((built / name).read_text(encoding="utf-8"))


def content(root: html.HtmlElement, name: str) -> str:
    return str(root.xpath(f'string(//meta[@name="{name}"]/@content)'))


def test_the_language_of_the_page_and_its_address(built: Path, language: str) -> None:
    root = page(built)
    assert root.get("lang") == EXPECTED[language]["lang"]
    assert root.xpath('string(//link[@rel="canonical"]/@href)') == EXPECTED[language]["canonical"]


def test_the_navigation(built: Path, language: str) -> None:
    found = page(built).xpath('//nav[contains(@class, "md-nav--primary")]//span[@class="md-ellipsis"]')
    titles = list(dict.fromkeys(element.text_content().strip() for element in found))
    expected = EXPECTED[language]["nav"]
    assert [title for title in titles if title in expected] == expected


def test_descriptions_and_copyright(built: Path, language: str) -> None:
    pages = [page(built, "index.html"), page(built)]
    assert [content(root, "description") for root in pages] == EXPECTED[language]["description"]
    copyright_line = pages[0].xpath('string(//div[@class="md-copyright__highlight"])')
    assert copyright_line.strip() == EXPECTED[language]["copyright"]


def test_words_for_templates_and_how_much_is_translated(built: Path, language: str) -> None:
    assert content(page(built), "probe") == EXPECTED[language]["probe"]


def test_headings_are_translated_under_the_anchors_of_the_source(built: Path, language: str) -> None:
    headings = page(built).xpath("//article//*[self::h1 or self::h2]")
    assert [(heading.get("id"), heading.text) for heading in headings] == EXPECTED[language]["headings"]


def test_a_text_without_translation_stays_in_the_language_of_the_source(built: Path, language: str) -> None:
    paragraphs = page(built).xpath("//article//p")
    assert [paragraph.text_content() for paragraph in paragraphs] == EXPECTED[language]["text"]


def test_it_says_which_language_it_is_in(built: Path, language: str) -> None:
    paragraphs = page(built).xpath("//article//p")
    assert [paragraph.get("lang") for paragraph in paragraphs] == [None, "en" if language == "nb" else None]


def test_the_page_that_shows_what_is_left(built: Path, language: str) -> None:
    root = page(built, "guide/status/index.html")
    rows = {row[0].text_content(): row[1].text_content() for row in root.xpath("//article//tbody/tr")}
    titles = {"en": ("The mailbox", "Start"), "nb": ("Postkassen", "Begynn")}[language]
    assert [rows[title] for title in titles] == ["80%", "100%"]
    left = root.xpath('//article//details//a[contains(., "Only in English.")]/@href')
    assert left == {"en": [], "nb": ["../mailbox/#how-it-works"]}[language]


def test_search_gets_the_stemmer_of_the_language(built: Path, language: str) -> None:
    index = json.loads((built / "search" / "search_index.json").read_text(encoding="utf-8"))
    assert index["config"]["lang"] == EXPECTED[language]["stemmer"]


def test_a_language_that_the_site_does_not_have_stops_the_build(build: Build) -> None:
    result = build("no")
    assert result.returncode == 1
    assert "FREMME_LANG is 'no'; extra.languages in mkdocs.yml has en, nb" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(("wanted", "chosen"), [(None, "en"), ("", "en"), ("en", "en"), ("nb", "nb")])
def test_the_first_language_is_the_default(wanted: str | None, chosen: str) -> None:
    assert choose_language(["en", "nb"], wanted) == chosen


def test_a_site_without_languages_is_named() -> None:
    with pytest.raises(UnknownLanguageError, match="names no language"):
        choose_language([], None)


def test_paths_and_keys_are_never_translated() -> None:
    words = {"A": "B", "a.md": "wrong", "key": "wrong"}
    assert translate_nav([{"A": "a.md"}, {"C": [{"A": "a.md"}, "a.md"]}], words) == [
        {"B": "a.md"},
        {"C": [{"B": "a.md"}, "a.md"]},
    ]
    assert translate_texts({"key": ["A", 1, None]}, words) == {"key": ["B", 1, None]}


@pytest.mark.parametrize("name", ["choose_language.py", "translate_pages.py", "show_translation_status.py"])
def test_a_hook_stays_thin(name: str) -> None:
    assert len((ROOT / "hooks" / name).read_text(encoding="utf-8").splitlines()) <= 40
