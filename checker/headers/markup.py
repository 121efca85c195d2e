"""Headers copied as HTML: text with line breaks, entities decoded; crude, linear, never shown as markup."""

import re

_BREAK = re.compile(r"<(?:br|/p|/div|/tr|/li|/h\d|/table|hr|/pre|pre|/title)\b[^<>]{0,500}>", re.IGNORECASE)
_CELL = re.compile(r"</t[dh]\b[^<>]{0,100}>", re.IGNORECASE)
_TAG = re.compile(r"<[/!?a-zA-Z][^<>]{0,2000}>")
_ENTITY = re.compile(r"&(#x[0-9A-Fa-f]{1,6}|#\d{1,7}|lt|gt|amp|quot|apos|nbsp);")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'", "nbsp": " "}
_OPENS = re.compile(
    r"\s*<(?:!doctype|html|head|body|table|pre|div|p|span|meta|style|title|br)\b", re.IGNORECASE
)


def is_html(text: str) -> bool:
    """Say whether the text begins with a tag: a header block never does."""
    return _OPENS.match(text[:200]) is not None


def to_text(text: str) -> str:
    """Take the tags away; the line structure of blocks stays."""
    return _ENTITY.sub(_character, _TAG.sub("", _CELL.sub("\t", _BREAK.sub("\n", text))))


def _character(match: re.Match[str]) -> str:
    name = match[1]
    if not name.startswith("#"):
        return _NAMED[name]
    number = int(name[2:], 16) if name[1] in "xX" else int(name[1:])
    return chr(number) if number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF else "\ufffd"
