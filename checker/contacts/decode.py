"""Bytes to text, piece by piece: UTF-8, UTF-16 or the Windows code page, and what is no text at all."""

import codecs

from checker.contacts.model import Kind

_MAGIC = ((b"PK\x03\x04", Kind.XLSX), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind.XLS))
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_ENOUGH = 64
"""Bytes to look at before the encoding is judged."""
_CODE_PAGE = "cp1252"


class Decoder:
    """Push bytes or text in, take text out; `kind` is LIST unless the first bytes say otherwise."""

    def __init__(self) -> None:
        self.kind = Kind.LIST
        self.encoding = ""
        self._start: bytes | None = b""
        self._decoder: codecs.IncrementalDecoder | None = None
        self._beyond_ascii = False

    def feed(self, chunk: bytes | str, *, last: bool = False) -> str:
        """Decode a piece; nothing comes out of a file that is no text."""
        if isinstance(chunk, str):
            chunk = chunk.encode("utf-8", "replace")
        if self.kind is not Kind.LIST:
            return ""
        if self._start is not None:
            self._start += chunk
            if len(self._start) < _ENOUGH and not last:
                return ""
            chunk, self._start = self._begin(self._start), None
        return "" if self.kind is not Kind.LIST else self._decode(chunk, last=last).replace("\x00", "")

    def _begin(self, start: bytes) -> bytes:
        """Judge by the first bytes, and take the mark off."""
        self.kind = next((kind for magic, kind in _MAGIC if start.startswith(magic)), Kind.LIST)
        mark, self.encoding = next(((m, e) for m, e in _MARKS if start.startswith(m)), (b"", ""))
        if not self.encoding:
            self.encoding = _utf16_without_mark(start) or "utf-8"
            if self.kind is Kind.LIST and self.encoding == "utf-8" and b"\x00" in start:
                self.kind = Kind.BINARY
        self._decoder = codecs.getincrementaldecoder(self.encoding)(
            "strict" if self.encoding == "utf-8" else "replace"
        )
        return start[len(mark) :]

    def _decode(self, chunk: bytes, *, last: bool) -> str:
        assert self._decoder is not None  # noqa: S101 - set by _begin, which always comes first
        held = self._decoder.getstate()[0]
        try:
            text = self._decoder.decode(chunk, last)
        except UnicodeDecodeError:
            return self._otherwise(held + chunk, last=last)
        self._beyond_ascii = self._beyond_ascii or not text.isascii()
        return text

    def _otherwise(self, chunk: bytes, *, last: bool) -> str:
        """Not UTF-8 after all: the code page, unless it was UTF-8 before and this is one bad byte."""
        if not self._beyond_ascii:
            self.encoding = _CODE_PAGE
        self._decoder = codecs.getincrementaldecoder(self.encoding)("replace")
        return self._decoder.decode(chunk, last)


def _utf16_without_mark(start: bytes) -> str:
    """Every second byte of Western text in UTF-16 is zero."""
    even, odd = start[0::2], start[1::2]
    if len(odd) > 1 and odd.count(0) > 0.6 * len(odd) and even.count(0) < 0.2 * len(even):
        return "utf-16-le"
    if len(even) > 1 and even.count(0) > 0.6 * len(even) and odd.count(0) < 0.2 * len(odd):
        return "utf-16-be"
    return ""
