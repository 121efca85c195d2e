"""From bytes or a paste to lines: encodings, line ends, quotation marks, mailboxes. Nothing here raises."""

import re

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_SAMPLE = 2000
_QUOTED = re.compile(r"[ \t]*> ?")
_MBOX = re.compile(r"From \S+ .*\d{4}\s*")  # RFC 4155: "From ", the sender, a date that ends in the year
_FIELD = re.compile(r"[!-9;-~]{1,76}[ \t]*:")
_LONGEST_FROM_LINE = 300
_COUNT = 20


def to_text(source: str | bytes) -> str:
    """Decode as far as can be known without the headers; other bytes stay escaped for `decode_part`."""
    if isinstance(source, str):
        return source.lstrip("\ufeff")
    for bom, encoding in _BOMS:
        if source.startswith(bom):
            return source[len(bom) :].decode(encoding, "replace")
    encoding = _wide(source[:_SAMPLE])
    return source.decode(encoding, "replace") if encoding else source.decode("ascii", "surrogateescape")


def _wide(sample: bytes) -> str:
    """Recognise UTF-16 without a mark: every other byte of plain English is NUL."""
    if len(sample) > 3 and sample[1::2].count(0) * 2 > len(sample[1::2]):
        return "utf-16-le"
    if len(sample) > 3 and sample[::2].count(0) * 2 > len(sample[::2]):
        return "utf-16-be"
    return ""


def split_lines(text: str) -> list[str]:
    """Split at LF, CRLF and CR only: `str.splitlines` would let a value start a line of its own."""
    if "\r" in text:
        text = text.replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n")
    return text.split("\n")


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
        return scrub(text)
    return decode_bytes(raw, charset)


def decode_bytes(raw: bytes, charset: str) -> str:
    """Try the charset that is named, then UTF-8, then Latin-1, which takes anything."""
    for name in (charset, "utf-8"):
        try:
            return scrub(raw.decode(name))
        except (LookupError, ValueError):
            continue
    return raw.decode("latin-1")


def scrub(text: str) -> str:
    """Make the text safe to encode: lone surrogates become the bytes or the question marks they stand for."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raw = (
            text.encode("utf-8", "surrogateescape")
            if _escaped_only(text)
            else text.encode("utf-8", "replace")
        )
        return raw.decode("utf-8", "replace")
    return text


def _escaped_only(text: str) -> bool:
    return not any("\ud800" <= char <= "\udc7f" or "\udd00" <= char <= "\udfff" for char in text)


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
