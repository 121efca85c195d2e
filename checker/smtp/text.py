"""From bytes or a paste to lines: quotation marks, mailboxes, parts in a charset. Nothing here raises."""

import re

from checker import octets

_QUOTED = re.compile(r"[ \t]*> ?")
_MBOX = re.compile(r"From \S+ .*\d{4}\s*")  # RFC 4155: "From ", the sender, a date that ends in the year
_FIELD = re.compile(r"[!-9;-~]{1,76}[ \t]*:")
_LONGEST_FROM_LINE = 300
_COUNT = 20


def to_text(source: str | bytes) -> str:
    """Decode as far as can be known without the headers; other bytes stay escaped for `decode_part`."""
    if isinstance(source, str):
        return source.lstrip("\ufeff")
    return octets.to_text(source, lambda data: data.decode("ascii", "surrogateescape"))


def split_lines(text: str) -> list[str]:
    """Split at LF, CRLF and CR only: `str.splitlines` would let a value start a line of its own."""
    return octets.to_lf(text).split("\n")


def without_count(lines: list[str]) -> list[str]:
    """Empty the first line of an .emlx file of Apple Mail: the number of bytes; numbers of lines stay."""
    if len(lines) > 1 and lines[0].strip().isdecimal() and len(lines[0]) < _COUNT and _FIELD.match(lines[1]):
        return ["", *lines[1:]]
    return lines


def decode_part(text: str, charset: str) -> str:
    """Read the escaped bytes of a part in its charset; text that is decoded already stays as it is."""
    if text.isascii() and "\x1b" not in text:
        return text
    try:
        raw = text.encode("ascii", "surrogateescape")
    except UnicodeEncodeError:
        return octets.scrub(text)
    return octets.in_charset(raw, charset)


def collapse(text: str) -> str:
    """Put the words on one line."""
    return " ".join(text.split())


def unquote(lines: list[str]) -> list[str]:
    """Take one level of "> " off; lines without it stay, and so do the line numbers."""
    return [_QUOTED.sub("", line, count=1) if ">" in line[:8] else line for line in lines]


def is_quoted(lines: list[str]) -> bool:
    """Say whether a good part of the lines is quoted with "> "."""
    filled = [line for line in lines[:500] if line.strip()]
    return sum(line.lstrip()[:1] == ">" for line in filled) * 4 > len(filled)


def split_mailbox(lines: list[str]) -> list[tuple[int, int]]:
    """Give the range of lines of each message of an mbox; one range for anything else."""
    if not lines or not _MBOX.fullmatch(lines[0][:_LONGEST_FROM_LINE]):
        return [(0, len(lines))]
    starts = [number for number in range(len(lines)) if number == 0 or _starts_message(lines, number)]
    return list(zip(starts, [*starts[1:], len(lines)], strict=True))


def _starts_message(lines: list[str], number: int) -> bool:
    line = lines[number]
    if not line.startswith("From ") or not _MBOX.fullmatch(line[:_LONGEST_FROM_LINE]):
        return False
    return (
        not lines[number - 1].strip()
        and number + 1 < len(lines)
        and _FIELD.match(lines[number + 1]) is not None
    )
