"""Encoded words (RFC 2047), read as kindly as real mail needs; what cannot be decoded stays."""

import re

from checker.octets import from_base64, in_charset, to_bytes

_WORD = re.compile(r"=\?([A-Za-z0-9_.:-]{1,40})(?:\*[A-Za-z-]{0,40})?\?([bBqQ])\?([^?\n]{0,20000})\?=")
_BETWEEN = re.compile(r"\s*")
_HEX = re.compile(rb"=([0-9A-Fa-f]{2})")
_LONGEST = 200_000
_CONTROLS = {code: 0x2400 + code for code in range(32) if code != 9} | {127: 0x2421}


def decode_words(text: str) -> str:
    """Decode every encoded word; neighbours of one charset are joined first, as characters may be cut."""
    if "=?" not in text:
        return text
    out: list[str] = []
    waiting: list[bytes] = []
    charset, end = "", 0
    for match in _WORD.finditer(text[:_LONGEST]):
        between = text[end : match.start()]
        apart = bool(between.strip()) or (not waiting and not out)
        if waiting and (apart or charset != match[1].lower()):
            out.append(in_charset(b"".join(waiting), charset))
            waiting = []
        if apart or (between and not _ended_in_word(out, waiting)):
            out.append(between)
        charset, end = match[1].lower(), match.end()
        waiting.append(_bytes(match[2], match[3]))
    if waiting:
        out.append(in_charset(b"".join(waiting), charset))
    return "".join(out) + text[end:]


def _ended_in_word(out: list[str], waiting: list[bytes]) -> bool:
    """Blanks between two encoded words are not shown (RFC 2047 section 6.2)."""
    return bool(waiting or out)


def _bytes(encoding: str, text: str) -> bytes:
    if encoding in "bB":
        return from_base64(text)
    return _HEX.sub(lambda match: bytes((int(match[1], 16),)), to_bytes(text).replace(b"_", b" "))


def visible(text: str) -> str:
    """Control characters as pictures of themselves, so that nothing hides and nothing breaks a line."""
    return text.translate(_CONTROLS)
