"""A page in another language."""

from pathlib import Path

import pytest

from hooks.translation.anchors import site_anchors
from hooks.translation.page import rebuild, translate_page
from hooks.translation.segment import read_page
from tests.i18n.site_markdown import EVERYTHING, ROOT, configured, render

TEXT = EVERYTHING.read_text(encoding="utf-8")
PAGES = [EVERYTHING, *sorted((ROOT / "docs").rglob("*.md"))]


def forced(text: str) -> str:
    """Every segment written anew with its own text."""
    page = read_page(text)
    return rebuild(page, [(segment, segment.text) for segment in page.segments], {})


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_without_translations_every_byte_stays(newline: str) -> None:
    text = TEXT.replace("\n", newline)
    assert translate_page(text, {"Not on this page": "X"}).text == text


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_writing_every_text_anew_gives_the_same_html(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert render(forced(text)) == render(text)


def test_only_the_translated_text_changes() -> None:
    translated = translate_page(TEXT, {"nested item": "innerste punkt"})
    assert translated.text == TEXT.replace("- nested item", "- innerste punkt")
    assert (translated.done, translated.total) == (1, len(read_page(TEXT).segments))


def test_a_text_that_stands_twice_is_translated_twice() -> None:
    assert translate_page("Same\n\nSame\n", {"Same": "Likt"}).text == "Likt\n\nLikt\n"


def test_a_text_that_is_the_same_in_both_languages_counts_as_done() -> None:
    assert translate_page("- Test\n  1\n", {"Test 1": "Test 1"}).done == 1


@pytest.mark.parametrize(
    ("source", "message", "translation", "expected"),
    [
        ("> one\n> two\n", "one two", "en\nto", "> en  \n> to\n"),
        ("- one\n", "one", "en\nto", "- en  \n  to\n"),
        (":x\n\nT\n:   one\n", "one", "en\nto", ":x\n\nT\n:   en  \n    to\n"),
        ("a\r\nb  \r\nc\r\n", "a b\nc", "d\ne", "d  \r\ne\r\n"),
        ("a\nb", "a b", "c", "c"),
        ("---\ntitle: A # why\n---\n", "A", 'B: "c"', '---\ntitle: "B: \\"c\\"" # why\n---\n'),
        ("---\ntitle: >\n  A\n  b\nx: 1\n---\n", "A b", "C", '---\ntitle: "C\\n"\nx: 1\n---\n'),
        ('<img alt="A">\n', "A", 'Et "sitat"', '<img alt="Et &quot;sitat&quot;">\n'),
        ("## A ##\n", "A", "B", "## B ##\n"),
        ("[^note]: note\n", "note", "X", "[^note]: X\n"),
    ],
)
def test_how_a_translation_is_written(source: str, message: str, translation: str, expected: str) -> None:
    assert translate_page(source, {message: translation}).text == expected


ANCHORS = site_anchors(*configured())


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("# Where it is\n", "# X { #where-it-is }\n"),
        ("# Where it is #\n", "# X { #where-it-is } #\n"),
        ("# Where it is { #own }\n", "# X { #own }\n"),
        ("# Where it is { .big }\n", "# X { #where-it-is .big }\n"),
        ("Where it is\n===\n", "X { #where-it-is }\n===\n"),
        ("# `code` & *more*\n", "# X { #code-more }\n"),
        ("###### Deep\n", "###### X { #deep }\n"),
        (
            "# 1\n\n# A [link][l]\n\n[l]: https://example.org\n",
            "# 1\n\n# X { #a-link }\n\n[l]: https://example.org\n",
        ),
        ("# Twice\n\n## Twice\n", "# X { #twice }\n\n## X { #twice_1 }\n"),
        ("# Taken\n\nText\n{ #taken }\n", "# X { #taken_1 }\n\nText\n{ #taken }\n"),
    ],
)
def test_a_translated_heading_keeps_its_anchor(source: str, expected: str) -> None:
    headings = {segment.text: "X" for segment in read_page(source).segments if segment.text != "Text"}
    assert translate_page(source, headings, ANCHORS).text == expected


def test_a_heading_that_is_not_translated_gets_no_anchor() -> None:
    assert translate_page("# A\n\nb\n", {"b": "c"}, ANCHORS).text == "# A\n\nc\n"


def test_headings_that_the_renderer_does_not_see_get_no_anchor() -> None:
    assert translate_page("# A\n\n# b \\\n", {"A": "B"}, ANCHORS).text == "# B\n\n# b \\\n"


@pytest.mark.parametrize("toc", [{"toc_depth": "2-3"}, {"toc_depth": 0}, {"baselevel": 4}])
def test_anchors_do_not_depend_on_what_the_table_of_contents_shows(toc: dict[str, object]) -> None:
    anchors = site_anchors(["toc"], {"toc": toc})
    assert translate_page("# A\n", {"A": "B"}, anchors).text == "# B { #a }\n"
