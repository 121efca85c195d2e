"""Bytes and text: what a file is written in, and line ends; never raises, and loses as little as can be."""

import base64
import binascii
import re
from collections.abc import Callable

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_SAMPLE = 2000
_NO_BASE64 = re.compile("[^A-Za-z0-9+/]")


def to_text(data: bytes, narrow: Callable[[bytes], str]) -> str:
    """Decode UTF-16 with or without a mark, and UTF-8 with one; `narrow` decodes what is neither."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    encoding = _wide(data[:_SAMPLE])
    return data.decode(encoding, "replace") if encoding else narrow(data)


def _wide(sample: bytes) -> str:
    """Recognise UTF-16 without a mark: every other byte of plain English is NUL."""
    half = len(sample) // 2
    if half < 2 or b"\x00" not in sample:
        return ""
    if sample[1::2].count(0) * 2 > half:
        return "utf-16-le"
    return "utf-16-be" if sample[::2].count(0) * 2 > half else ""


def to_bytes(text: str) -> bytes:
    """The UTF-8 bytes of a text: bytes that were escaped come back, other halves of characters do not."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogateescape" if _escaped_only(text) else "replace")


def _escaped_only(text: str) -> bool:
    return not any("\ud800" <= char <= "\udc7f" or "\udd00" <= char <= "\udfff" for char in text)


def scrub(text: str) -> str:
    """Make the text safe to encode: lone surrogates become the bytes or the question marks they stand for."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return to_bytes(text).decode("utf-8", "replace")
    return text


def in_charset(raw: bytes, charset: str) -> str:
    """Try the charset that is named, then UTF-8, then Latin-1, which takes anything."""
    for name in (charset, "utf-8"):
        try:
            return scrub(raw.decode(name))
        except (LookupError, ValueError):
            continue
    return raw.decode("latin-1")


def from_base64(text: str) -> bytes:
    """Decode what is there: a missing end costs no more than the end, and a lone character holds no byte."""
    clean = _NO_BASE64.sub("", text)
    clean = clean[:-1] if len(clean) % 4 == 1 else clean
    try:
        return base64.b64decode(clean + "=" * (-len(clean) % 4))
    except binascii.Error:
        return b""


def to_lf(text: str) -> str:
    """Make CRLF, CR and CRCRLF a line end LF; nothing else ends a line, as `str.splitlines` would have it."""
    if "\r" not in text:
        return text
    return text.replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n")
