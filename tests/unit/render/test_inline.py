"""The little markup of our own messages, and what a reader typed."""

from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html
from markdown_it import MarkdownIt

from checker.render.context import Context
from checker.render.inline import address, literal, to_html, to_markdown, to_plain
from tests.flow.markup import faults

HERE = Context(root="../")
LONG = 100_000
marks = st.text(st.characters(exclude_categories=["C"])) | st.text("*`[]()<>&\"'\\ab:/#!\n ")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("plain", "plain"),
        ("**a** b", "<strong>a</strong> b"),
        ("`a` b", "<code>a</code> b"),
        ("[a](guide/delivered#b)", '<a href="../guide/delivered/#b">a</a>'),
        ("[a](https://x.example/?b=c&d#e)", '<a href="https://x.example/?b=c&amp;d#e">a</a>'),
        ("<b>&\"'", "&lt;b&gt;&amp;&quot;&#x27;"),
        ("**<b>**", "<strong>&lt;b&gt;</strong>"),
        ("`<b>`", "<code>&lt;b&gt;</code>"),
        ("[<b>](check)", '<a href="../check/">&lt;b&gt;</a>'),
        ("`**a**`", "<code>**a**</code>"),
        ("**a", "**a"),
        ("a** b **", "a<strong> b </strong>"),
        ("`a", "`a"),
        ("[a](b", "[a](b"),
        ("[a] (b)", "[a] (b)"),
        ("****", "****"),
        ("[[a](check)](b)", '[<a href="../check/">a</a>](b)'),
    ],
)
def test_markup_becomes_html(text: str, html: str) -> None:
    assert to_html(text, HERE) == html


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert`1`",
        "JavaScript:alert`1`",
        "data:text/html,a",
        "http://x.example/",
        "//x.example/",
        "/etc",
        "https:x",
        "../up",
        "#a",
        "a?b",
        '"onclick="a',
        "\x01javascript:a",
    ],
)
def test_an_address_that_is_neither_https_nor_ours_is_dropped(url: str) -> None:
    assert address(url, HERE) == ""
    assert to_html(f"[a]({url})", HERE) == "a"
    assert to_markdown(f"[a]({url})", HERE) == "a"


def test_our_own_pages_are_found_from_here() -> None:
    assert address("guide/mail-systems", HERE) == "../guide/mail-systems/"
    assert address("guide/delivered#two-reasons", HERE) == "../guide/delivered/#two-reasons"


def test_plain_text_keeps_outside_addresses_and_no_marks() -> None:
    text = "**a** `b` [c](guide/delivered) [d](https://x.example/) [e](javascript:f)"
    assert to_plain(text) == "a b c d (https://x.example/) e"


def test_markdown_keeps_its_marks() -> None:
    text = "**a** `b` [c](check) [d](https://x.example/)"
    assert to_markdown(text, HERE) == "**a** `b` [c](../check/) [d](https://x.example/)"


@given(marks)
@settings(deadline=None)
def test_any_text_becomes_good_markup_of_three_kinds_only(text: str) -> None:
    html = to_html(text.replace("{", "("), HERE)
    assert faults(html) == []
    tree = lxml_html.fragment_fromstring(html, create_parent="div")
    assert {one.tag for one in tree.iter()} <= {"div", "strong", "code", "a"}
    assert all(href.startswith(("https://", "../")) for href in tree.xpath("//a/@href"))


@given(st.text("abc <>&\"'(){}!\n"))
@settings(deadline=None)
def test_text_without_marks_is_only_escaped(text: str) -> None:
    assert unescape(to_html(text, HERE)) == text
    assert to_plain(text) == to_markdown(text, HERE) == text


@pytest.mark.parametrize(
    "text",
    [
        "[" * LONG,
        "*" * LONG,
        "`" * (LONG + 1),
        "[a" * LONG,
        "**a" * LONG,
        "[a](" * LONG,
        "[a](b" * LONG,
        "[]" * LONG,
        "[a]" * LONG,
        "**`[" * LONG,
        "**" + "a" * LONG,
    ],
    ids=lambda text: text[:6],
)
def test_a_text_of_nothing_but_marks_comes_to_an_end(text: str) -> None:
    """A hundred thousand of them: with a pattern that looks ahead from each, this would not finish."""
    assert len(to_html(text, HERE)) >= len(text) // 2
    assert to_plain(text)
    assert to_markdown(text, HERE)


@given(marks)
@settings(deadline=None)
def test_what_is_typed_is_only_words_in_markdown(text: str) -> None:
    """Neither HTML nor a link, a picture or code comes of it, whatever stands before it in the line."""
    line = " ".join(text.split())
    tokens = MarkdownIt("commonmark").parse(f"> - Subject: {literal(line)}")
    kinds = {child.type for token in tokens for child in token.children or ()}
    assert kinds <= {
        "text",
        "text_special",
        "em_open",
        "em_close",
        "strong_open",
        "strong_close",
        "softbreak",
    }
    assert {token.type for token in tokens} <= {
        f"{block}_{end}"
        for block in ("blockquote", "bullet_list", "list_item", "paragraph")
        for end in ("open", "close")
    } | {"inline"}


@pytest.mark.parametrize(
    "text", ["<img src=a>", "[a](b)", "![a](b)", "`a`", "\\<b>", "\\\\[a](b)", "<https://a.b>"]
)
def test_what_is_typed_reads_the_same_in_markdown(text: str) -> None:
    (inline,) = [token for token in MarkdownIt("commonmark").parse(literal(text)) if token.type == "inline"]
    assert "".join(child.content for child in inline.children or ()) == text
