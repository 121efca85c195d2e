"""What a translation must share with its source."""

import pytest

from hooks.translation.lint.markup import differences, differing_fields


def said(source: str, translation: str, about: str = "") -> list[str]:
    return [fault.what for fault in differences(source, translation, about)]


def said_of_fields(source: str, translation: str) -> list[str]:
    return [fault.what for fault in differing_fields(source, translation)]


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("See [the page](a.md) and `code`.", "`code` og [siden](a.md)."),
        ("[a](b 'Title')", "[x](b 'Tittel')"),
        ("![alt](a.png){ .x }", "![annet](a.png){ .x }"),
        ("*Strong* **words**", "**Sterke** *ord*"),
        ("At 12:30:45 it came", "Den kom 12:30:45"),
        ('Press <kbd title="Enter">↵</kbd>', 'Trykk <kbd title="Linjeskift">↵</kbd>'),
        ("[a][ref] and 50 % of", "50 % av [x][ref]"),
        ("- already a list", "- en liste"),
        ("one\ntwo", "en\nto"),
        ("The {field}", "Dette {feltet}"),
    ],
)
def test_faithful(source: str, translation: str) -> None:
    assert said(source, translation) == []


@pytest.mark.parametrize(
    ("source", "translation", "finding"),
    [
        ("[a](b.md)", "a", "link to missing: b.md"),
        ("a", "[a](b.md)", "link to not in the source: b.md"),
        ("[a](b.md#c)", "[a](b.md#d)", "link to missing: b.md#c"),
        ("<https://example.org/>", "https://example.org/", "link to missing: https://example.org/"),
        ("[a][ref]", "[a][ref2]", "link to missing: ref"),
        ("`a` `a`", "`a`", "code missing: a"),
        ("![a](b.png)", "a", "picture missing: b.png"),
        ("a{ .x }", "a{ .y }", "attribute list missing: { .x }"),
        ("a{ target=_blank }", "a", "attribute list missing: { target=_blank }"),
        ("<b>a</b>", "a</b>", "HTML missing: <b>"),
        ('<a href="x">a</a>', '<a href="y">a</a>', 'HTML missing: <a href="x">'),
        ("a[^1]", "a", "footnote missing: [^1]"),
        ("a\nb", "a b", "line breaks: 1 in the source, 0 in the translation"),
        ("a", "a\n\nb", "a blank line would make two paragraphs of it"),
        ("*Strong* words", "Sterke **ord**", "bold: 0 in the source, 1 in the translation"),
        (":mail: a", "a", "icon missing: :mail:"),
        ("++ctrl+f++", "++ctrl+b++", "keys missing: ++ctrl+f++"),
        ("a", " a", "white space at the start differs"),
        ("a\n", "a", "white space at the end differs"),
        ("a", "1. a", "begins like a list, heading or box"),
        ("a", "# a", "begins like a list, heading or box"),
    ],
)
def test_unfaithful(source: str, translation: str, finding: str) -> None:
    assert finding in said(source, translation)


@pytest.mark.parametrize(("translation", "count"), [("a | b", 1), (r"a \| b", 0), ("`a|b`", 0)])
def test_a_pipe_would_split_a_cell(translation: str, count: int) -> None:
    source = "`a|b`" if "`" in translation else "a or b"
    assert len(said(source, translation, "table cell on /a/")) == count


@pytest.mark.parametrize(
    ("source", "translation", "findings"),
    [
        ("{a} of {b}", "{b}: {a}", []),
        ("{a}", "{b}", ["field missing: {a}", "field not in the source: {b}"]),
        ("{a} {a}", "{a}", []),
        ("{{literal}}", "{{annet}}", []),
    ],
)
def test_fields(source: str, translation: str, findings: list[str]) -> None:
    assert said_of_fields(source, translation) == findings


def test_broken_braces_are_named() -> None:
    assert said_of_fields("{a}", "{a") == ["a { or } stands alone"]
