"""Texts in a block of raw HTML: runs of text with their inline tags, and attributes that readers meet."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hooks.translation.lines import Span
from hooks.translation.segments import Fault, Kind, Note, Part, Segment, has_words, in_quotes

_NOTE = re.compile(r"\s*<!--\s*i18n:(.*?)-->\s*", re.DOTALL)
_PIECE = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<opaque>script|style|pre|textarea)\b.*?(?:</(?P=opaque)\s*>|\Z)"
    r"|</?(?P<tag>[A-Za-z][\w-]*)(?:\"[^\"]*\"|'[^']*'|[^>\"'])*>"
    r"|(?P<text>[^<]+|<)",
    re.DOTALL | re.IGNORECASE,
)
# Tags that belong to a sentence; any other tag ends the text before it.
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "br", "cite", "code", "data", "dfn", "em", "i", "kbd", "mark", "q", "s", "samp"}
    | {"small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"}
)
_WRAPPED = re.compile(r"<(\w+)\b[^>]*>((?:(?!</?\1\b).)*)</\1>", re.DOTALL)
_ATTRIBUTE = re.compile(r"""\s(?:alt|title|aria-label|placeholder)="([^"\n]*)\"""")
_IS_MARKDOWN = re.compile(r"<[^>]*\smarkdown(?:[\s=][^>]*)?>")


@dataclass(frozen=True)
class _Run:
    start: int
    end: int


def html_block(texts: Sequence[str], first: int, last: int) -> Iterator[Part]:
    """The parts of the HTML block on the lines from `first` up to `last`."""
    raw = "\n".join(texts[first:last])
    if note := _NOTE.fullmatch(raw):
        yield Note(" ".join(note[1].split()))
        return
    for piece in _pieces(raw):
        if isinstance(piece, _Run):
            yield from _text(raw, piece, first)
        else:
            yield from _attributes(piece, raw, first)


def _pieces(raw: str) -> Iterator[_Run | re.Match[str]]:
    """Runs of text, and the tags between them."""
    start = None
    for match in _PIECE.finditer(raw):
        if match["text"] or (match["tag"] and match["tag"].lower() in _INLINE):
            start = match.start() if start is None else start
            continue
        if start is not None:
            yield _Run(start, match.start())
            start = None
        if match["tag"]:
            yield match
    if start is not None:
        yield _Run(start, len(raw))


def _text(raw: str, run: _Run, first: int) -> Iterator[Part]:
    start, end = _trim(raw, run)
    text = raw[start:end]
    if not has_words(text):
        return
    spans = tuple(_line_spans(raw, start, end, first))
    if len(spans) > 1 and _IS_MARKDOWN.search(raw):
        yield Fault(spans[0].line + 1, "leave a blank line after a tag with `markdown`")
        return
    joined = " ".join(line.strip() for line in text.split("\n") if line.strip())
    yield Segment(Kind.HTML_TEXT, joined, spans)


def _trim(raw: str, run: _Run) -> tuple[int, int]:
    """Leave out the white space around a text, and a tag that holds all of it."""
    start, end = run.start, run.end
    while True:
        text = raw[start:end]
        start, end = start + len(text) - len(text.lstrip()), end - (len(text) - len(text.rstrip()))
        wrapped = _WRAPPED.fullmatch(raw, start, end)
        if not wrapped:
            return start, max(start, end)
        start, end = wrapped.span(2)


def _line_spans(raw: str, start: int, end: int, first: int) -> Iterator[Span]:
    position = start
    for line in raw[start:end].split("\n"):
        if text := line.strip():
            column = position + line.index(text) - (raw.rfind("\n", 0, position) + 1)
            yield Span(first + raw.count("\n", 0, position), column, column + len(text))
        position += len(line) + 1


def _attributes(tag: re.Match[str], raw: str, first: int) -> Iterator[Part]:
    for match in _ATTRIBUTE.finditer(tag[0]):
        if has_words(match[1]):
            start, end = (tag.start() + offset for offset in match.span(1))
            spans = tuple(_line_spans(raw, start, end, first))
            yield Segment(Kind.HTML_ATTRIBUTE, match[1].strip(), spans, write=in_quotes)
