"""From the bytes of a file to text: never raises, and loses no byte that a body hash needs."""

import base64
import binascii
import re

OUTLOOK_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The first bytes of a .msg file."""
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_SAMPLE = 2000
_BASE64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=\r\n"
_FIELD = re.compile(rb"\s*(?:From )?[!-9;-~]{1,76}[ \t]*:")


def decode(data: bytes) -> str:
    """Text of an .eml or any other file: UTF-16 with or without a mark, UTF-8, else Latin-1."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, "replace")
    if data.startswith(OUTLOOK_MAGIC):
        return data.decode("latin-1")
    wide = _wide(data[:_SAMPLE])
    if wide:
        return data.decode(wide, "replace")
    data = unpack(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _wide(sample: bytes) -> str:
    """Recognise UTF-16 without a mark: every other byte of plain English is NUL."""
    half = len(sample) // 2
    if half > 2 and sample[1::2].count(0) * 2 > half:
        return "utf-16-le"
    if half > 2 and sample[::2].count(0) * 2 > half:
        return "utf-16-be"
    return ""


def unpack(data: bytes) -> bytes:
    """Undo base64 around a whole message; anything else stays as it is."""
    head = data[:_SAMPLE].strip()
    if (
        len(head) < 40
        or b":" in head
        or head.translate(None, _BASE64)
        or data.strip().translate(None, _BASE64)
    ):
        return data
    clean = data.translate(None, b"\r\n\t ")
    try:
        inner = base64.b64decode(clean + b"=" * (-len(clean) % 4))
    except binascii.Error:
        return data
    return inner if _FIELD.match(inner[:200]) else data
