"""Bytes to text, piece by piece: UTF-8, UTF-16 or the Windows code page, and what is no text at all.

The browser has no codec but UTF-8 and those that the interpreter brings itself (Latin-1, UTF-16 with a mark).
"""

import codecs

from checker.contacts.model import Kind

_MAGIC = ((b"PK\x03\x04", Kind.XLSX), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind.XLS))
_UTF16 = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
_MARKS = ((codecs.BOM_UTF8, "utf-8"), *((mark, name) for name, mark in _UTF16.items()))
_ENOUGH = 64
"""Bytes to look at before the encoding is judged."""
_CODE_PAGE = "windows-1252"
# What Windows put where Latin-1 has control characters; five places are empty.
_WINDOWS = {
    0x80 + place: sign for place, sign in enumerate("€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ")
}


class Decoder:
    """Push bytes or text in, take text out; `kind` is LIST unless the first bytes say otherwise."""

    def __init__(self) -> None:
        self.kind = Kind.LIST
        self.encoding = ""
        self._waiting = b""
        self._beyond_ascii = False

    def feed(self, chunk: bytes | str, *, last: bool = False) -> str:
        """Decode a piece; nothing comes out of a file that is no text."""
        data = chunk.encode("utf-8", "replace") if isinstance(chunk, str) else chunk
        if self.kind is not Kind.LIST:
            return ""
        data, self._waiting = self._waiting + data, b""
        if not self.encoding:
            if len(data) < _ENOUGH and not last:
                self._waiting = data
                return ""
            data = self._begin(data)
        return "" if self.kind is not Kind.LIST else self._decode(data, last=last).replace("\x00", "")

    def _begin(self, start: bytes) -> bytes:
        """Judge by the first bytes, and take the mark off."""
        self.kind = next((kind for magic, kind in _MAGIC if start.startswith(magic)), Kind.LIST)
        mark, self.encoding = next(((m, e) for m, e in _MARKS if start.startswith(m)), (b"", ""))
        if not self.encoding:
            self.encoding = _utf16_without_mark(start[:_ENOUGH]) or "utf-8"
            if self.kind is Kind.LIST and self.encoding == "utf-8" and b"\x00" in start[:_ENOUGH]:
                self.kind = Kind.BINARY
        return start[len(mark) :]

    def _decode(self, data: bytes, *, last: bool) -> str:
        if self.encoding == _CODE_PAGE:
            return data.decode("latin-1").translate(_WINDOWS)
        if self.encoding == "utf-8":
            return self._utf8(data, last=last)
        whole = len(data) if last else _whole16(data, self.encoding)
        self._waiting = data[whole:]
        return (_UTF16[self.encoding] + data[:whole]).decode("utf-16", "replace")

    def _utf8(self, data: bytes, *, last: bool) -> str:
        """What is not UTF-8 is in the code page, unless it was UTF-8 before and this is one bad byte."""
        try:
            text, used = codecs.utf_8_decode(data, "strict", last)
        except UnicodeDecodeError:
            if not self._beyond_ascii:
                self.encoding = _CODE_PAGE
                return self._decode(data, last=last)
            text, used = codecs.utf_8_decode(data, "replace", last)
        self._waiting = data[used:]
        self._beyond_ascii = self._beyond_ascii or not text.isascii()
        return text


def _whole16(data: bytes, encoding: str) -> int:
    """How many bytes make whole characters: an odd byte waits, and so does the first half of a pair."""
    whole = len(data) - len(data) % 2
    high = data[whole - 1 if encoding == "utf-16-le" else whole - 2] if whole else 0
    return whole - 2 if 0xD8 <= high <= 0xDB else whole


def _utf16_without_mark(start: bytes) -> str:
    """Every second byte of Western text in UTF-16 is zero."""
    even, odd = start[0::2], start[1::2]
    if len(odd) > 1 and odd.count(0) > 0.6 * len(odd) and even.count(0) < 0.2 * len(even):
        return "utf-16-le"
    if len(even) > 1 and even.count(0) > 0.6 * len(even) and odd.count(0) < 0.2 * len(odd):
        return "utf-16-be"
    return ""
