"""Whatever somebody writes, a page is a page."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from hooks.translation.anchors import site_anchors
from hooks.translation.page import rebuild, translate_page
from hooks.translation.segment import read_page
from tests.i18n.site_markdown import configured

PIECES = [
    *("!!! note", '!!! note "T"', '??? x "y"', '=== "t"', "    ", "  ", "> ", "- ", "1. ", "a", "b c", "é"),
    *(
        "|",
        "---",
        "| a | b |\n|---|---|\n",
        "`",
        "```",
        "*[A]: b",
        '[a]: b "c"',
        "[^1]: x",
        "# ",
        "=",
        "- [ ] ",
    ),
    *("<div>", "</div>", "<!--", "-->", '<p title="x">', "<", ">", "<!-- i18n: n -->", "{ #a }", "{ .b }"),
    *("\n", "\n\n", "\r\n", "\r", "\t", "\0", "\\", "\x0b", "\u2003", ":   ", '"', "title: a"),
]
ANCHORS = site_anchors(*configured())
texts = st.text() | st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@settings(deadline=None, max_examples=300)
@given(texts)
def test_any_text_can_be_read_and_written_back(text: str) -> None:
    page = read_page(text)
    assert translate_page(text, {}).text == text
    rebuild(page, [(segment, segment.text) for segment in page.segments], ANCHORS(page))


@settings(deadline=None, max_examples=300)
@given(texts)
def test_segments_lie_one_after_the_other(text: str) -> None:
    segments = read_page(text).segments
    for before, after in pairwise(segments):
        assert (before.spans[-1].line, before.spans[-1].end) <= (after.spans[0].line, after.spans[0].start)
