"""Bounces in HTML, as text: crude, linear, and good enough to find codes and addresses."""

import html
import re

from checker.smtp.mime import Line, Part

_BREAK = re.compile(r"<(?:br|/p|/div|/tr|/td|/li|/h\d|/table|hr)\b[^<>]{0,500}>", re.IGNORECASE)
_TAG = re.compile(r"<(?![^<>\s@]{1,80}@)[/!?a-zA-Z][^<>]{0,2000}>")
_LONGEST = 20_000


def to_lines(part: Part) -> list[Line]:
    """Give the lines of a text part; of an HTML part without its tags."""
    if part.type != "text/html":
        return list(part.lines)
    return [(number, text) for number, line in part.lines for text in _texts(line)]


def _texts(line: str) -> list[str]:
    text = _TAG.sub("", _BREAK.sub("\n", line[:_LONGEST]))
    return html.unescape(text).split("\n")
