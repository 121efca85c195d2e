"""From the bytes of a file to text: never raises, and loses no byte that a body hash needs."""

import base64
import binascii
import re

from checker.octets import to_text

OUTLOOK_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The first bytes of a .msg file."""
_SAMPLE = 2000
_BASE64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=\r\n"
_FIELD = re.compile(rb"\s*(?:From )?[!-9;-~]{1,76}[ \t]*:")


def decode(data: bytes) -> str:
    """Text of an .eml or any other file: UTF-16 with or without a mark, UTF-8, else Latin-1."""
    return data.decode("latin-1") if data.startswith(OUTLOOK_MAGIC) else to_text(data, _narrow)


def _narrow(data: bytes) -> str:
    data = unpack(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


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
