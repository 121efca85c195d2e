"""What a page is taken apart into."""

import pytest

from hooks.translation.segment import read_page
from hooks.translation.segments import Kind
from tests.i18n.site_markdown import EVERYTHING

EXPECTED = [
    (2, Kind.PAGE_TITLE, "A page, with everything"),
    (3, Kind.PAGE_DESCRIPTION, "Folded over two lines"),
    (8, Kind.HEADING, "Everything"),
    (10, Kind.PARAGRAPH, "A paragraph over two lines, and a hard break\nin it."),
    (14, Kind.HEADING, "What “delivered” means"),
    (16, Kind.LIST_ITEM, "item one goes on"),
    (18, Kind.LIST_ITEM, "nested item"),
    (20, Kind.LIST_ITEM, "paragraph in the nested item"),
    (22, Kind.LIST_ITEM, "done task"),
    (24, Kind.LIST_ITEM, "first"),
    (25, Kind.LIST_ITEM, "second"),
    (27, Kind.QUOTATION, "quoted text goes on"),
    (30, Kind.BOX_TITLE, "Box title"),
    (32, Kind.PARAGRAPH, "Text in the *box*."),
    (34, Kind.LIST_ITEM, "item in the box"),
    (36, Kind.BOX_TITLE, "Ask `IT` first"),
    (38, Kind.PARAGRAPH, "Hidden text."),
    (40, Kind.TAB_TITLE, "First tab"),
    (42, Kind.PARAGRAPH, "Text in the tab."),
    (44, Kind.TERM, "Term"),
    (45, Kind.DEFINITION, "A definition goes on"),
    (48, Kind.DEFINITION, "second paragraph"),
    (50, Kind.TABLE_HEADING, "Heading A"),
    (50, Kind.TABLE_HEADING, "Heading B"),
    (52, Kind.TABLE_CELL, r"a \| b"),
    (52, Kind.TABLE_CELL, "`x|y` and more"),
    (53, Kind.TABLE_CELL, "short"),
    (57, Kind.PARAGRAPH, "Text after the note."),
    (62, Kind.HTML_ATTRIBUTE, "Picture text"),
    (63, Kind.HTML_TEXT, "Who sees <b>what</b>, on two lines"),
    (68, Kind.CODE_TITLE, "File to copy"),
    (72, Kind.PARAGRAPH, 'See [the guide][guide] or [a page](other.md "Inline title"). SPF is `spf`.'),
    (74, Kind.PARAGRAPH, "![Alt text](a.png){ .wide }"),
    (77, Kind.HEADING, "What “delivered” means"),
    (81, Kind.LINK_TITLE, "Guide title"),
    (83, Kind.ABBREVIATION, "Sender Policy Framework"),
]


def found(text: str) -> list[tuple[Kind, str]]:
    return [(segment.kind, segment.text) for segment in read_page(text).segments]


def test_everything_on_a_page_is_found_with_its_line() -> None:
    segments = read_page(EVERYTHING.read_text(encoding="utf-8")).segments
    assert [(segment.line, segment.kind, segment.text) for segment in segments] == EXPECTED


def test_lines_and_texts_are_the_same_with_windows_line_ends() -> None:
    segments = read_page(EVERYTHING.read_text(encoding="utf-8").replace("\n", "\r\n")).segments
    assert [(segment.line, segment.kind, segment.text) for segment in segments] == EXPECTED


def test_a_note_reaches_the_text_after_it_and_no_other() -> None:
    segments = read_page(EVERYTHING.read_text(encoding="utf-8")).segments
    assert [(segment.text, segment.notes) for segment in segments if segment.notes] == [
        ("Text after the note.", ("Seen on a phone.",))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "`code`",
        "![](picture.png)",
        "<https://example.org/>",
        "2024–2025",
        "```\ncode\n```",
        "    indented",
        "<!-- checker:tree -->",
        "<!-- a remark -->",
        "<style>p { color: red }</style>",
        "[x]: https://example.org",
        "---",
        "| `a` | 1 |\n|---|---|\n| 2 | `b` |",
        '```toml title=""\nx\n```',
        "{ .only-attributes }",
    ],
)
def test_nothing_to_translate(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Setext heading\n===", Kind.HEADING, "Setext heading"),
        ("## Closed heading ##", Kind.HEADING, "Closed heading"),
        ("## With class { .big }", Kind.HEADING, "With class"),
        ("1. 1 apple", Kind.LIST_ITEM, "1 apple"),
        ("> - quoted item", Kind.LIST_ITEM, "quoted item"),
        ("Text\n{ #own .x }", Kind.PARAGRAPH, "Text"),
        ("<p>Whole</p>", Kind.HTML_TEXT, "Whole"),
        ("<p><strong>Whole</strong></p>", Kind.HTML_TEXT, "Whole"),
        ("<div><em>Two</em> and <em>more</em></div>", Kind.HTML_TEXT, "<em>Two</em> and <em>more</em>"),
        ('<div aria-label="Spoken"></div>', Kind.HTML_ATTRIBUTE, "Spoken"),
        ("<details><summary>Opens</summary></details>", Kind.HTML_TEXT, "Opens"),
        ("[r]: https://example.org\n    'On the next line'", Kind.LINK_TITLE, "On the next line"),
        ("---\ntitle: 'It''s quoted' # remark\n---\n", Kind.PAGE_TITLE, "It's quoted"),
    ],
)
def test_one_text(text: str, kind: Kind, expected: str) -> None:
    assert found(text) == [(kind, expected)]


def test_a_table_without_outer_pipes_in_a_quotation() -> None:
    assert found("> a | b\n> ---|---\n> c | d") == [
        (Kind.TABLE_HEADING, "a"),
        (Kind.TABLE_HEADING, "b"),
        (Kind.TABLE_CELL, "c"),
        (Kind.TABLE_CELL, "d"),
    ]


def test_front_matter_that_is_no_mapping_is_text_of_the_page() -> None:
    assert found("---\n- a list\n---\n")[0][0] is not Kind.PAGE_TITLE


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("Text\n\n!!! note\n\n    Body", 3, "title"),
        ("??? tip\n\n    Body", 1, "title"),
        ("<div markdown>\n- one\n- two\n</div>", 2, "blank line"),
    ],
)
def test_what_would_stay_english_or_break_is_a_fault(text: str, line: int, words: str) -> None:
    (fault,) = read_page(text).faults
    assert fault.line == line
    assert words in fault.what


def test_a_box_may_go_without_a_title_when_it_says_so() -> None:
    page = read_page('!!! note ""\n\n    Body')
    assert page.faults == ()
    assert [segment.text for segment in page.segments] == ["Body"]
