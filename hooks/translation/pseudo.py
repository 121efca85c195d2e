"""A language made by rule: what is not in brackets on a page never came through a catalogue.

Every text is accented and about a third longer, so that a layout too tight for other languages shows as well;
links, code, fields, tags and the like stay as they are.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import polib

from hooks.translation.catalogue import po_path, template, write
from hooks.translation.message import Message

LANGUAGE = "qps"  # from the range that ISO 639 leaves to everybody, so it can never be a real language
OPENING, CLOSING = "⟦", "⟧"

_KEPT = re.compile(
    r"(?P<ticks>`+).*?(?P=ticks)"  # code
    r"|\]\([^)]*\)|\]\[[^\]]*\]|\[\^[^\]]+\]"  # where a link leads, a footnote
    r"|\{[^{}\n]*\}"  # a field, an attribute list
    r"|<[^>]*>|&#?\w+;|\\.|https?://[^\s)>]+"
    r"|:[a-z0-9_]+(?:-[a-z0-9_]+)+:|\+\+[^+\s]+(?:\+[^+\s]+)*\+\+"  # an icon, keys
)
_ACCENTED = str.maketrans(
    {
        **dict(zip("bcdfghjklmnpqrstvwxyz", "ƀçđƒĝĥĵķļɱñþǫřšţṽŵẋýž", strict=True)),
        **dict(zip("BCDFGHJKLMNPQRSTVWXYZ", "ƁÇĐƑĜĤĴĶĻṀÑÞǪŘŠŢṼŴẊÝŽ", strict=True)),
        **{plain: accented * 2 for plain, accented in zip("aeiou", "áéíóú", strict=True)},
        **{plain: accented * 2 for plain, accented in zip("AEIOU", "ÁÉÍÓÚ", strict=True)},
    }
)


def pseudo(text: str) -> str:
    """The text in the made language; white space at its ends stays outside the brackets."""
    body = text.strip()
    return text.replace(body, f"{OPENING}{''.join(_pieces(body))}{CLOSING}", 1) if body else text


def _pieces(text: str) -> Iterator[str]:
    end = 0
    for kept in _KEPT.finditer(text):
        yield text[end : kept.start()].translate(_ACCENTED)
        yield kept[0]
        end = kept.end()
    yield text[end:].translate(_ACCENTED)


def write_pseudo(sources: Mapping[str, Sequence[Message]], locales: Path) -> Iterator[Path]:
    """Write a full catalogue a section below `locales`, as for any language; yields the files."""
    for section, messages in sources.items():
        path = po_path(locales, LANGUAGE, section)
        write(path, _catalogue(messages))
        yield path


def _catalogue(messages: Sequence[Message]) -> polib.POFile:
    catalogue = template(messages)
    catalogue.metadata["Language"] = LANGUAGE
    for entry in catalogue:
        entry.msgstr = pseudo(entry.msgid)
    return catalogue
