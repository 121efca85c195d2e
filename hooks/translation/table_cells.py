"""Cells of a table row, as Python-Markdown splits them: a pipe in code or after a backslash is no border."""

import re
from collections.abc import Iterator

from hooks.translation.lines import Span
from hooks.translation.segments import Kind, Part, Segment, has_words

_CONTAINER = re.compile(r"[\s>]*")
_LIST_CONTAINER = re.compile(r"[\s>]*(?:(?:[-*+]|\d+[.)])\s+)*")
_PIECE = re.compile(r"(?P<escape>\\.?)|(?P<ticks>`+)|(?P<pipe>\|)|[^\\`|]+")


def row(line: str, number: int, *, is_head: bool, in_list: bool) -> Iterator[Part]:
    """The cells of a row that have words."""
    kind = Kind.TABLE_HEADING if is_head else Kind.TABLE_CELL
    container = (_LIST_CONTAINER if in_list and is_head else _CONTAINER).match(line)
    start = container.end() if container else 0
    for border in [*_borders(line, start), len(line)]:
        cell = line[start:border]
        text = cell.strip()
        if text and has_words(text):
            left = start + cell.index(text)
            yield Segment(kind, text, (Span(number, left, left + len(text)),))
        start = border + 1


def _borders(line: str, position: int) -> Iterator[int]:
    while position < len(line):
        match = _PIECE.match(line, position)
        assert match is not None, "every character begins a piece"  # noqa: S101
        if match["pipe"]:
            yield position
        position = match.end()
        if match["ticks"]:
            closing = re.compile(rf"(?<!`){match['ticks']}(?!`)").search(line, position)
            position = closing.end() if closing else position
