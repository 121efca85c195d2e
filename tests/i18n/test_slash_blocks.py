"""Fences made of slashes and inserted snippets are no text; titles and bodies are."""

import pytest

from hooks.translation.page import translate_page
from hooks.translation.segment import read_page
from hooks.translation.segments import Kind


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/// note | Title here\n    type: tip\n\nBody text.\n///\n", [("Title here", 1), ("Body text.", 4)]),
        ("//// details | More\n/// html | div.result\nInner.\n///\n////\n", [("More", 1), ("Inner.", 3)]),
        ("/// tip\nBody.\n///\n", [("Body.", 2)]),
        ("Before.\n/// note\nAfter.\n///\n", [("Before.", 1), ("After.", 3)]),
        ('--8<-- "part.md"\n\nText.\n', [("Text.", 3)]),
        ("--8<--\na part.md\nb part.md\n--8<--\n\nText.\n", [("Text.", 6)]),
        ("```md\n/// note | Title\nBody.\n///\n```\n\nText.\n", [("Text.", 7)]),
        ("A path like /// in a line of text.\n", [("A path like /// in a line of text.", 1)]),
    ],
)
def test_what_is_text(text: str, found: list[tuple[str, int]]) -> None:
    assert [(segment.text, segment.line) for segment in read_page(text).segments] == found


def test_a_title_is_written_back_in_its_place() -> None:
    text = "/// note | Title here\n\nBody text.\n///\n"
    assert read_page(text).segments[0].kind is Kind.BOX_TITLE
    done = translate_page(text, {"Title here": "Tittel her", "Body text.": "Tekst."}).text
    assert done == "/// note | Tittel her\n\nTekst.\n///\n"
    assert translate_page(text, {}).text == text
