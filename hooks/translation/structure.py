"""What a translation must share with its source: links, code, tags, attributes, line breaks, fields."""

import re
import string
from collections import Counter
from collections.abc import Iterator
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from hooks.translation.segments import Kind

_ATTRIBUTE_LIST = re.compile(r"\{:?[ ]*(?:[.#][^{}]*|[\w-]+=[^{}]*)\}")
_REFERENCE = re.compile(r"\]\[([^\]]+)\]")
_FOOTNOTE = re.compile(r"\[\^[^\]]+\]")
_TRANSLATED_VALUE = re.compile(r'(\s(?:alt|title|aria-label|placeholder)=")[^"]*"')
_CODE = re.compile(r"(`+).*?\1")
_BLOCK_START = re.compile(r"\s*(?:[-*+]|\d+[.)]|#{1,6}|>|!!!|\?\?\?\+?|===|:)\s|\s{4}|```|~~~")

Shape = Counter[tuple[str, str]]


def differences(source: str, translation: str, about: str = "") -> Iterator[str]:
    """What is wrong with a translation as text of a page; `about` is its `#.` comment."""
    yield from _edges(source, translation)
    before, after = _shape(source), _shape(translation)
    for what, value in sorted(before - after):
        yield f"{what} missing: {value}"
    for what, value in sorted(after - before):
        yield f"{what} not in the source: {value}"
    if _BLOCK_START.match(translation) and not _BLOCK_START.match(source):
        yield "begins like a list, heading or box"
    if Kind.TABLE_CELL in about or Kind.TABLE_HEADING in about:
        yield from _bare_pipes(source, translation)


def differing_fields(source: str, translation: str) -> Iterator[str]:
    """Differences between the `{fields}` of two texts of the checker."""
    try:
        before, after = _fields(source), _fields(translation)
    except ValueError as error:
        yield f"braces do not match: {error}"
        return
    for name in sorted(before - after):
        yield f"field missing: {{{name}}}"
    for name in sorted(after - before):
        yield f"field not in the source: {{{name}}}"


def _fields(text: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name is not None}


def _edges(source: str, translation: str) -> Iterator[str]:
    if source.removesuffix(source.lstrip()) != translation.removesuffix(translation.lstrip()):
        yield "white space at the start differs"
    if source.removeprefix(source.rstrip()) != translation.removeprefix(translation.rstrip()):
        yield "white space at the end differs"


def _bare_pipes(source: str, translation: str) -> Iterator[str]:
    def pipes(text: str) -> int:
        return _CODE.sub("", text.replace("\\|", "")).count("|")

    if pipes(translation) > pipes(source):
        yield "write | as \\| in a table"


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": True})


def _shape(text: str) -> Shape:
    shape = Shape()
    for token in _parser().parseInline(text)[0].children or []:
        if part := _part(token):
            shape[part] += 1
    bare = _CODE.sub("", text)
    shape.update(("attribute list", match) for match in _ATTRIBUTE_LIST.findall(bare))
    shape.update(("link to", match) for match in _REFERENCE.findall(bare))
    shape.update(("footnote", match) for match in _FOOTNOTE.findall(bare))
    shape["line break", "\\n"] = text.count("\n")
    return +shape


def _part(token: Token) -> tuple[str, str] | None:
    match token.type:
        case "link_open":
            return "link to", str(token.attrGet("href"))
        case "image":
            return "picture", str(token.attrGet("src"))
        case "code_inline":
            return "code", token.content
        case "html_inline":
            return "HTML", _TRANSLATED_VALUE.sub(r'\1…"', token.content)
    return None
