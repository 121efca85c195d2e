"""Macros (RFC 7208 section 7): their syntax, and putting the values in."""

import re
from dataclasses import dataclass

from checker.lookup.model import LONGEST_NAME

# Section 7.1. No part can be read in two ways, so the time is linear.
_MACRO = re.compile(r"%(?:\{([A-Za-z])([0-9]*)([rR]?)([.\-+,/_=]*)\}|([%_\-]))")
_LITERAL = re.compile(r"[\x21-\x24\x26-\x7e]*")
_TEXT_LITERAL = re.compile(r"[\x20-\x24\x26-\x7e]*")
_LABEL = re.compile(r"[A-Za-z0-9-]+")
_LETTERS = frozenset("slodiphv")
_EXPLANATION_LETTERS = _LETTERS | frozenset("crt")
_SHORTHANDS = {"%": "%", "_": " ", "-": "%20"}
# Section 7.3: the characters that stay as they are where a macro's letter is upper case.
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
# A name has at most 127 labels: more digits than three ask for all of them.
_ALL_LABELS = 1000


@dataclass(frozen=True, slots=True)
class Macro:
    """One macro; `letter` keeps its case, `keep` is 0 for all the parts."""

    letter: str
    keep: int
    is_reversed: bool
    delimiters: str


type Piece = str | Macro


def pieces(text: str, *, explanation: bool = False) -> tuple[Piece, ...] | None:
    """Take a macro-string apart; None where it is not one."""
    letters = _EXPLANATION_LETTERS if explanation else _LETTERS
    literal = _TEXT_LITERAL if explanation else _LITERAL
    found: list[Piece] = []
    at = 0
    while at < len(text):
        if text[at] != "%":
            end = literal.match(text, at).end()  # type: ignore[union-attr]  # it matches the empty text too
            if end == at:
                return None
            found.append(text[at:end])
        else:
            match = _MACRO.match(text, at)
            piece = _piece(match, letters) if match else None
            if match is None or piece is None:
                return None
            found.append(piece)
            end = match.end()
        at = end
    return tuple(found)


def _piece(match: re.Match[str], letters: frozenset[str]) -> Piece | None:
    letter, digits, reverse, delimiters, shorthand = match.groups()
    if shorthand:
        return _SHORTHANDS[shorthand]
    if letter.lower() not in letters:
        return None
    keep = _ALL_LABELS if len(digits) > 3 else int(digits or "0")
    if digits and keep == 0:
        return None
    return Macro(letter, keep, bool(reverse), delimiters or ".")


def is_domain_spec(text: str) -> bool:
    """Say whether a text is a domain-spec: a macro-string that ends in a top label or in a macro."""
    if "%" not in text:
        return bool(_LITERAL.fullmatch(text)) and _ends_in_top_label(text)
    found = pieces(text)
    if not found:
        return False
    return _ends_in_macro(text) or _ends_in_top_label(text)


def _ends_in_macro(text: str) -> bool:
    last = None
    for last in _MACRO.finditer(text):  # noqa: B007 - only the last is wanted
        pass
    return last is not None and last.end() == len(text)


def _ends_in_top_label(text: str) -> bool:
    """Section 12: letters, digits and hyphens, none of these at its ends, and not digits alone."""
    _before, dot, label = text.removesuffix(".").rpartition(".")
    return bool(
        dot and _LABEL.fullmatch(label) and label[0] != "-" and label[-1] != "-" and not label.isdigit()
    )


def transform(macro: Macro, value: str) -> str:
    """Split, reverse and shorten a value as the macro says, and escape it for an address if asked to."""
    if macro.is_reversed or macro.keep or macro.delimiters != ".":
        parts = re.split(f"[{re.escape(macro.delimiters)}]", value)
        if macro.is_reversed:
            parts.reverse()
        value = ".".join(parts[-macro.keep :] if macro.keep else parts)
    return _url_escape(value) if macro.letter.isupper() else value


def _url_escape(text: str) -> str:
    return "".join(
        sign if sign in _UNRESERVED else "".join(f"%{octet:02X}" for octet in sign.encode("utf-8", "replace"))
        for sign in text
    )


def shorten(name: str) -> str:
    """Take labels off the left until a name fits (RFC 7208 section 7.3)."""
    if len(name) <= LONGEST_NAME:
        return name
    tail = name[-LONGEST_NAME - 1 :]
    at = tail.find(".")
    return tail[at + 1 :] if at >= 0 else name
