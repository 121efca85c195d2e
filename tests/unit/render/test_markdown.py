"""The result as Markdown: what a reader of the file sees, and what typed text can do to it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from checker.i18n import untranslated
from checker.notes.definition import FIELDS
from checker.render.context import Context
from checker.render.markdown import case
from checker.tree.definition import TREE
from checker.tree.model import Outcome
from checker.tree.walk import State, view

ROOT = "https://fremme.example/en/"
ANSWERS = {
    "role": "marketer",
    "scope": "one",
    "status": "delivered",
    "contact_looked": "junk_empty",
    "contact_system": "m365",
    "contact_gateway": "proofpoint",
    "domain_connected": "connected",
}
hostile = st.text() | st.text("#<>[]()!*_`\\-+=~|:{}\n\r\x0b\x0c\x1c\x85\u2028 a1.")


def written(fields: dict[str, str], *, ticked: frozenset[str] = frozenset()) -> str:
    seen = view(State("likely_quarantine", ANSWERS), TREE)
    assert isinstance(seen.node, Outcome)
    return case(seen, seen.node, Context(root=ROOT), ticked, fields, untranslated)


def parsed(text: str) -> SyntaxTreeNode:
    return SyntaxTreeNode(MarkdownIt("commonmark").parse(text))


def headings(tree: SyntaxTreeNode) -> list[tuple[str, str]]:
    return [(node.tag, node.children[0].content) for node in tree.walk() if node.type == "heading"]


def test_its_headings_are_in_order() -> None:
    tags = [tag for tag, _ in headings(parsed(written({})))]
    assert tags[0] == "h1"
    assert set(tags[1:]) == {"h2"}


def test_steps_of_two_systems_are_two_lists() -> None:
    """Each system's steps begin at 1 and are followed by the source, which is no step."""
    both = [
        item
        for item in parsed(written({})).walk()
        if item.type == "list_item" and sum(child.type == "ordered_list" for child in item.children) == 2
    ]
    assert both
    for item in both:
        kinds = [child.type for child in item.children]
        assert kinds == ["paragraph", *["paragraph", "ordered_list", "paragraph"] * 2]
    steps = [node for item in both for node in item.walk() if node.type == "ordered_list"]
    assert all(node.attrs.get("start", 1) == 1 for node in steps)


def test_ticked_items_are_ticked_and_no_others() -> None:
    text = written({}, ticked=frozenset({"write_facts", "no_such_item"}))
    assert text.count("- [x] ") == 1
    assert written({}).count("- [x] ") == 0


def test_links_work_outside_the_site() -> None:
    links = [str(node.attrs["href"]) for node in parsed(written({})).walk() if node.type == "link"]
    assert links
    assert all(link.startswith("https://") for link in links)


def test_each_note_is_one_quote_and_nothing_else_is() -> None:
    quotes = [node for node in parsed(written({})).walk() if node.type == "blockquote"]
    assert len(quotes) == 2


def test_the_file_ends_with_one_line_break() -> None:
    assert written({}).endswith("\n")
    assert not written({}).endswith("\n\n")


@given(st.dictionaries(st.sampled_from(sorted(FIELDS)), hostile))
@settings(deadline=None, max_examples=60)
def test_what_is_typed_adds_neither_heading_nor_html_nor_link(fields: dict[str, str]) -> None:
    plain, tree = parsed(written({})), parsed(written(fields))
    assert headings(tree) == headings(plain)
    for kind in (
        "html_block",
        "html_inline",
        "image",
        "link",
        "code_inline",
        "fence",
        "blockquote",
        "list_item",
    ):
        assert count(tree, kind) == count(plain, kind), kind


def count(tree: SyntaxTreeNode, kind: str) -> int:
    return sum(node.type == kind for node in tree.walk())


@pytest.mark.parametrize(
    "typed", ["<b>", "<!-- ", "[a](b)", "![a](b)", "`a`", "<https://a.b>", "\\<b>", "[a]: b"]
)
def test_active_markdown_is_typed_in_vain(typed: str) -> None:
    plain, tree = parsed(written({})), parsed(written(dict.fromkeys(FIELDS, typed)))
    for kind in ("html_block", "html_inline", "image", "link", "code_inline"):
        assert count(tree, kind) == count(plain, kind), kind


@pytest.mark.parametrize(
    "typed", ["# Heading", "a\n# Heading", "\n\n# Heading\n\n", "\r## Heading", "a\u2028# Heading"]
)
def test_no_line_outside_the_quote_begins_with_what_is_typed(typed: str) -> None:
    text = written(dict.fromkeys(FIELDS, typed))
    assert [line for line in text.splitlines() if line.startswith("#")] == [
        line for line in written({}).splitlines() if line.startswith("#")
    ]
