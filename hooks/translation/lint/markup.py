"""What a translation must share with its source: links, code, tags, attributes, line breaks, fields."""

import re
import string
from collections import Counter
from collections.abc import Iterator
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from hooks.translation.lint.checks import Check, Fault, Faults
from hooks.translation.lint.prose import without_code
from hooks.translation.segments import Kind

_TRANSLATED_VALUE = re.compile(r'(\s(?:alt|title|aria-label|placeholder)=")[^"]*"')
_PATTERNS = (
    (Check.ATTRIBUTES, "attribute list", re.compile(r"\{:?[ ]*(?:[.#][^{}]*|[\w-]+=[^{}]*)\}")),
    (Check.LINK, "link to", re.compile(r"\]\[([^\]]+)\]")),
    (Check.FOOTNOTE, "footnote", re.compile(r"\[\^[^\]]+\]")),
    (Check.ICON, "icon", re.compile(r"(?<![\w:]):[a-z][a-z0-9_+-]*:(?![\w:])")),
    (Check.KEYS, "keys", re.compile(r"\+\+[\w+-]+\+\+")),
)
_BLOCK_START = re.compile(r"\s*(?:[-*+]|\d+[.)]|#{1,6}|>|\||!!!|\?\?\?\+?|===|:)\s|\s{4}|```|~~~")
_EMPHASIS = {"strong_open": "bold", "em_open": "italics"}

_Part = tuple[Check, str, str]


def differences(source: str, translation: str, about: str = "") -> Faults:
    """What is wrong with a translation as text of a page; `about` is its `#.` comment."""
    yield from _edges(source, translation)
    before, after = _shape(source), _shape(translation)
    for check, what, value in sorted(before - after):
        yield Fault(check, f"{what} missing: {value}")
    for check, what, value in sorted(after - before):
        yield Fault(check, f"{what} not in the source: {value}")
    yield from _blocks(source, translation)
    yield from _emphasis(source, translation)
    if Kind.TABLE_CELL in about or Kind.TABLE_HEADING in about:
        yield from _bare_pipes(source, translation)


def differing_fields(source: str, translation: str) -> Faults:
    """Differences between the `{fields}` of two texts of the checker."""
    try:
        before, after = _fields(source), _fields(translation)
    except ValueError:
        yield Fault(Check.FIELD, "a { or } stands alone")
        return
    for name in sorted(before - after):
        yield Fault(Check.FIELD, f"field missing: {{{name}}}")
    for name in sorted(after - before):
        yield Fault(Check.FIELD, f"field not in the source: {{{name}}}")


def _fields(text: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name is not None}


def _edges(source: str, translation: str) -> Faults:
    if source.removesuffix(source.lstrip()) != translation.removesuffix(translation.lstrip()):
        yield Fault(Check.EDGE, "white space at the start differs")
    if source.removeprefix(source.rstrip()) != translation.removeprefix(translation.rstrip()):
        yield Fault(Check.EDGE, "white space at the end differs")


def _blocks(source: str, translation: str) -> Faults:
    if _BLOCK_START.match(translation) and not _BLOCK_START.match(source):
        yield Fault(Check.BLOCK, "begins like a list, heading or box")
    if "\n\n" in translation and "\n\n" not in source:
        yield Fault(Check.BLOCK, "a blank line would make two paragraphs of it")
    elif source.count("\n") != translation.count("\n"):
        counts = f"{source.count('\n')} in the source, {translation.count('\n')} in the translation"
        yield Fault(Check.LINE_BREAK, f"line breaks: {counts}")


def _bare_pipes(source: str, translation: str) -> Faults:
    def pipes(text: str) -> int:
        return without_code(text.replace("\\|", "")).count("|")

    if pipes(translation) > pipes(source):
        yield Fault(Check.CELL, "write | as \\| in a table")


def _emphasis(source: str, translation: str) -> Faults:
    before, after = (Counter(token.type for token in _inline(text)) for text in (source, translation))
    for kind, name in _EMPHASIS.items():
        if before[kind] != after[kind]:
            counts = f"{before[kind]} in the source, {after[kind]} in the translation"
            yield Fault(Check.EMPHASIS, f"{name}: {counts}")


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": True})


def _inline(text: str) -> list[Token]:
    return _parser().parseInline(text)[0].children or []


def _shape(text: str) -> Counter[_Part]:
    shape = Counter(part for token in _inline(text) for part in _part(token))
    bare = without_code(text)
    for check, what, pattern in _PATTERNS:
        shape.update((check, what, match) for match in pattern.findall(bare))
    return shape


def _part(token: Token) -> Iterator[_Part]:
    match token.type:
        case "link_open":
            yield Check.LINK, "link to", str(token.attrGet("href"))
        case "image":
            yield Check.PICTURE, "picture", str(token.attrGet("src"))
        case "code_inline":
            yield Check.CODE, "code", token.content
        case "html_inline":
            yield Check.HTML, "HTML", _TRANSLATED_VALUE.sub(r'\1…"', token.content)
