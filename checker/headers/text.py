"""Putting a paste right before it is read: characters, line ends, quotation, page copies, links."""

import itertools
import re

from checker.headers.links import unwrap
from checker.headers.model import Repair
from checker.octets import to_lf

type Repairs = dict[Repair, int]
"""What was repaired, and the first line where."""

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u202f"), " ")
_HIDDEN = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad\u00a0\u2007\u202f]")
_SMART = str.maketrans("\u201c\u201d\u201e\u2018\u2019", '"""\'\'')
_CURLY = re.compile("[\u201c\u201d\u201e]")
_PREFIX = re.compile(r"[ \t]*(?:[>|\u00bb][ \t]?)+|[ \t]*[-*][ \t]")
_NUMBER = re.compile(r"[ \t]*(\d{1,6})(?:[.:|)][ \t]?|\t|[ ]{1,4}(?=\S))")
_LINK = re.compile(r"<(?:https?://|mailto:)[^\s<>]{1,4000}>")
_MARKDOWN = re.compile(r"\[([^\s\[\]()]{1,300})\]\((?:https?://|mailto:)[^\s()]{1,2000}\)")
_LOOKED_AT = 400


def line_ends(text: str, repairs: Repairs) -> str:
    """Make every line end LF: CRLF, CR and CRCRLF count as one, and nothing else ends a line."""
    if "\r" not in text:
        return text
    crlf, crs = text.count("\r\n"), text.count("\r")
    if crs != crlf or text.count("\n") != crlf:
        repairs[Repair.LINE_ENDS] = 1
    return to_lf(text)


def characters(text: str, repairs: Repairs) -> str:
    """Take out NULs and what cannot be seen; make odd blanks and curly quotation marks plain."""
    if text[:1] in ("\ufeff", "\ufffe"):
        text = text[1:]
    if "\x00" in text:
        text = _without_nul(text, repairs)
    if text.isascii():
        return text
    hidden = _HIDDEN.search(text)
    if hidden:
        repairs[Repair.INVISIBLE] = text.count("\n", 0, hidden.start()) + 1
        text = text.translate(_SPACES).translate(_INVISIBLE)
    curly = _CURLY.search(text)
    if curly:
        repairs[Repair.SMART_QUOTES] = text.count("\n", 0, curly.start()) + 1
        text = text.translate(_SMART)
    return text


def _without_nul(text: str, repairs: Repairs) -> str:
    sample = text[:2000]
    wide = sample.count("\x00") * 5 > len(sample) * 2
    repairs[Repair.WIDE if wide else Repair.NUL] = text.count("\n", 0, text.find("\x00")) + 1
    text = text.replace("\x00", "")
    return text.removeprefix("\u00ff\u00fe").removeprefix("\u00fe\u00ff")


def unquote(lines: list[str], repairs: Repairs) -> list[str]:
    """Take away what a mail program or an editor put before every line: `> `, blanks, numbers."""
    filled = [line for line in lines[:_LOOKED_AT] if line.strip()]
    if not filled:
        return lines
    if sum(line.lstrip()[:1] in (">", "|", "\u00bb", "-", "*") for line in filled) * 2 > len(filled):
        repairs[Repair.QUOTED] = 1
        return [_PREFIX.sub("", line, count=1) for line in lines]
    if _numbered(filled):
        repairs[Repair.NUMBERED] = 1
        return [_NUMBER.sub("", line, count=1) for line in lines]
    blanks = min(len(line) - len(line.lstrip(" \t")) for line in filled)
    if blanks:
        repairs[Repair.INDENTED] = 1
        return [line[blanks:] if line[:blanks].isspace() else line for line in lines]
    return lines


def _numbered(filled: list[str]) -> bool:
    """Numbers count as line numbers only where nearly every line has one and they rise."""
    numbers = [int(match[1]) for match in map(_NUMBER.match, filled) if match]
    rising = sum(b > a for a, b in itertools.pairwise(numbers))
    return len(filled) > 2 and len(numbers) * 10 >= len(filled) * 8 and rising * 10 >= (len(numbers) - 1) * 9


def _bare(url: str) -> str:
    """A link without its scheme and the slash at its end: what stood there before it was made a link."""
    return url.partition("://" if "://" in url else ":")[2].rstrip("/")


def unlink(text: str, repairs: Repairs, line: int) -> str:
    """Undo the links that programs make of names: `example.com<http://example.com>`, `[a](http://a)`."""
    if "](" in text and "[" in text:
        plain = _MARKDOWN.sub(r"\1", text)
        if plain != text:
            repairs.setdefault(Repair.LINKED, line)
            text = plain
    if "<http" not in text and "<mailto:" not in text:
        return text
    out, end = [], 0
    for match in _LINK.finditer(text):
        bare = _bare(unwrap(match[0][1:-1]))
        if bare and text.startswith(bare, match.start() - len(bare)) and match.start() >= len(bare):
            out.append(text[end : match.start()])
            end = match.end()
            repairs.setdefault(Repair.LINKED, line)
    return "".join([*out, text[end:]]) if end else text
