"""A sending domain as typed: an address, a link or a name, with Norwegian letters or without."""

import re

from checker.allowlist import punycode

_LONGEST = 253
_LONGEST_LABEL = 63
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?")
_CUT = re.compile(r"[/?#:\s].*", re.DOTALL)


def read_domain(text: str) -> str:
    """The name in ASCII and lower case; empty where it is none, so that nothing typed can end a quotation."""
    name = text.strip()[: 4 * _LONGEST].rpartition("@")[2]
    name = _CUT.sub("", name.removeprefix("https://").removeprefix("http://")).strip("<>\"'., ").lower()
    if not name.isascii():
        name = _ascii(name)
    labels = name.split(".")
    fits = len(labels) >= 2 and len(name) <= _LONGEST and all(_LABEL.fullmatch(label) for label in labels)
    return name if fits and not labels[-1].isdigit() else ""


def _ascii(name: str) -> str:
    """The form that DNS knows; a letter must be one sign, not a letter and a mark after it."""
    labels = name.split(".")
    if not name.isprintable() or any("\u0300" <= sign <= "\u036f" for sign in name):
        return ""
    if any(len(label) > _LONGEST_LABEL for label in labels):
        return ""
    return ".".join(label if label.isascii() else f"xn--{punycode.encode(label)}" for label in labels)
