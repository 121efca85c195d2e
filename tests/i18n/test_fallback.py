"""English that stays in a translated page says that it is English, and nothing else changes."""

from pathlib import Path
from typing import Any

import pytest
from lxml import html

from hooks.translation.page import translate_page
from tests.i18n.site_markdown import EVERYTHING, ROOT, render

PAGES = [EVERYTHING, *sorted(path for path in (ROOT / "docs").rglob("*.md") if "dev" not in path.parts)]
MARK = ' lang="en"'


def tree(text: str) -> Any:  # noqa: ANN401  (what an XPath finds is anything)
    return html.fromstring(f"<div>{text}</div>")


def marked(text: str, messages: dict[str, str] | None = None) -> str:
    return translate_page(text, messages or {}, source_lang="en").text


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_marks_change_nothing_but_the_language(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    rendered = render(marked(text))
    assert MARK in rendered
    assert rendered.replace(MARK, "") == render(text)


@pytest.mark.parametrize("path", PAGES[1:], ids=lambda path: path.stem)
def test_on_our_own_pages_every_block_is_marked(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    root = tree(render(marked(text)))
    blocks = root.xpath(
        ".//*[self::p or self::li or self::h1 or self::h2 or self::h3 or self::td or self::th]"
    )
    unmarked = [
        block.text_content()
        for block in blocks
        if any(text.isalpha() for text in own_words(block)) and not block.xpath("ancestor-or-self::*[@lang]")
    ]
    # The title of a box and text in raw HTML cannot carry an attribute list.
    assert [words for words in unmarked if not is_title(root, words)] == []


def own_words(block: Any) -> str:  # noqa: ANN401
    tails = [child.tail or "" for child in block]
    return "".join(
        [block.text or "", *tails, *(child.text or "" for child in block.xpath("./a|./strong|./em"))]
    )


def is_title(root: Any, words: str) -> bool:  # noqa: ANN401
    return words in [title.text_content() for title in root.xpath('.//*[@class="admonition-title"]')]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("# A\n", "# A { lang=en }\n"),
        ("# A { #b .c }\n", "# A { lang=en #b .c }\n"),
        ("A\nb\n", "A\nb\n{ lang=en }\n"),
        ("A\r\n\r\nB\r\n", "A\r\n{ lang=en }\r\n\r\nB\r\n{ lang=en }\r\n"),
        ("A", "A\n{ lang=en }"),
        ("A\n{ .b }\n", "A\n{ lang=en .b }\n"),
        ("> - A\n> - B\n", "> - A\n>   { lang=en }\n> - B\n>   { lang=en }\n"),
        ("- A\n    - B\n", "- A\n  { lang=en }\n    - B\n      { lang=en }\n"),
        ("| A |\n|---|\n| b |\n", "| A { lang=en } |\n|---|\n| b { lang=en } |\n"),
        ("A\n```\nb\n```\n", "A\n```\nb\n```\n"),  # no blank line after: nobody can be sure what would happen
        ("<p>A</p>\n", "<p>A</p>\n"),
        ("---\ntitle: A\n---\n\nB\n", "---\ntitle: A\n---\n\nB\n{ lang=en }\n"),
    ],
)
def test_where_the_mark_stands(source: str, expected: str) -> None:
    assert marked(source) == expected


def test_a_complete_page_gets_no_marks() -> None:
    source = "# A\n\nB\n"
    assert marked(source, {"A": "Å", "B": "Bé"}) == translate_page(source, {"A": "Å", "B": "Bé"}).text
    assert marked(source, {"A": "A", "B": "B"}) == source


def test_only_what_is_missing_is_marked_and_counted() -> None:
    page = translate_page("# A\n\nB\n\nC\n", {"B": "Bé"}, source_lang="en")
    assert page.text == "# A { lang=en }\n\nBé\n\nC\n{ lang=en }\n"
    assert (page.done, page.total) == (1, 3)


def test_pages_in_the_language_of_the_sources_get_no_marks() -> None:
    assert translate_page("# A\n\nB\n", {}).text == "# A\n\nB\n"
