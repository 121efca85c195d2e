"""Cutting pasted text into words that may be addresses, with the lines they stand on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST_WORD = 120
"""Characters: the longest range of IPv6 addresses has 87."""

_LINE_END = re.compile(r"\r\n|[\n\r]")
_SEPARATOR = re.compile(r"[\s,;|\"'`´‘’“”«»()\[\]{}<>=]+")
_DASHES = str.maketrans({"–": "-", "—": "-", "‑": "-", "−": "-", "\u200b": "", "\ufeff": "", "\u2060": ""})
_TO = frozenset({"-", "to", "til", "till", "bis"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the input; `line` counts from 1."""

    text: str
    line: int


def words(text: str) -> Iterator[Word]:
    """Every word of the text, with what belongs together put together: `a - b`, `a / 24`."""
    for number, line in enumerate(_LINE_END.split(text.translate(_DASHES)), start=1):
        for word in _joined([piece for piece in _SEPARATOR.split(line) if piece]):
            if len(word) <= LONGEST_WORD:
                yield Word(word, number)


def _joined(pieces: list[str]) -> Iterator[str]:
    """Look at each piece once: it either goes on with the one before it or begins a new word."""
    held = ""
    for piece in pieces:
        if held and _goes_on(held, piece):
            held += "-" if piece in _TO else piece
            continue
        if held:
            yield held
        held = piece
    if held:
        yield held


def _goes_on(held: str, piece: str) -> bool:
    if len(held) > LONGEST_WORD or not _may_be(held):
        return False
    if held[-1] in "/-":
        return (held[-1] == "/" and piece.isdigit()) or (held[-1] == "-" and _may_be(piece))
    return piece in _TO or (piece[0] in "/-" and (piece[1:2].isdigit() or piece == "/"))


def _may_be(piece: str) -> bool:
    """Say whether a piece has the marks of an address."""
    return (any(mark in piece for mark in ".:") and any(sign.isdigit() for sign in piece)) or "::" in piece
