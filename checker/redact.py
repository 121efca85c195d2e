"""Masking what points at persons before a text is passed on; the same thing always gets the same mask.

Linear in the length of the text. The part of an address behind the @ stays: mail administrators need it.
"""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What was masked."""

    ADDRESS = "address"
    MESSAGE_ID = "message-id"
    LINK = "link"
    ID = "id"
    IP = "ip"


@dataclass(frozen=True, slots=True)
class Mask:
    """One thing, what stands for it now, and how often."""

    kind: Kind
    original: str
    mask: str
    count: int


@dataclass(frozen=True, slots=True)
class Redacted:
    """The text without what points at persons, and what that was, in the order of the first time."""

    text: str
    masks: tuple[Mask, ...] = ()


_MESSAGE_ID_LINE = re.compile(
    r"(?im)^[ \t>]*(?:(?:resent-)?message-id|in-reply-to|references|x-[a-z-]{0,40}message-id)[ \t]*:"
    r"[^\n]*(?:\n[ \t][^\n]*)*"
)
_IN_BRACKETS = re.compile(r"<([^<>\s]{1,998})>")
# Fields in which sending services name the recipient, the contact or the mailing by number.
_ID_LINE = re.compile(
    r"(?im)^([ \t>]*(?:x-hs-[\w-]{1,40}|x-hubspot-[\w-]{1,40}|hs-[\w-]{1,40}|x-[\w-]{0,30}recpt-?id|"
    r"x-[\w-]{0,30}recipient-?id|x-[\w-]{0,30}contact-?id|(?:x-)?feedback-id|x-campaign[\w-]{0,30}|x-msfbl|"
    r"x-sg-[ei]id|x-mandrill-user|x-mc-user|x-report-abuse|x-job|"
    r"(?:contact|recipient|portal|hub|company)[ -]id|vid)"
    r"[ \t]*[:=][ \t]*)(\S[^\n]*)"
)
_LINK = re.compile(r"(?i)\b(https?://[^\s/?#<>\"'()\[\]]{1,255})([/?#][^\s<>\"']*)")
_TOKEN = re.compile(r"[^/]{16,}|[^/]*(?:@|%40)[^/]*")
_AT = re.compile(r"(?i)@|%40|=40|\uff20")
_NO_LOCAL = frozenset(" \t\r\n\v\f<>()[]{}:;,\"'|`@\uff20")
_DOMAIN = re.compile(r"\[[^\]\s]{1,60}\]|[^\W_](?:[\w.-]{0,253}\w)?")
_LONGEST_LOCAL = 320
_IP4 = re.compile(r"(?<![\w.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\w]|\.\d)")
_IP6 = re.compile(
    r"(?i)(?<![\w:.])(?=[0-9a-f:.]{2,45}(?![\w:]))(?:[0-9a-f]{0,4}:){2,7}[0-9a-f.]{0,15}(?![\w:])"
)


@dataclass(slots=True)
class _Masks:
    """The masks given so far."""

    by_original: dict[tuple[Kind, str], str] = field(default_factory=dict)
    counts: Counter[tuple[Kind, str]] = field(default_factory=Counter)
    numbers: Counter[Kind] = field(default_factory=Counter)

    def give(self, kind: Kind, original: str) -> str:
        key = (kind, original.lower())
        if key not in self.by_original:
            self.numbers[kind] += 1
            self.by_original[key] = f"[{kind.value}-{self.numbers[kind]}]"
        self.counts[key] += 1
        return self.by_original[key]

    def list(self) -> tuple[Mask, ...]:
        return tuple(
            Mask(kind, original, mask, self.counts[kind, original])
            for (kind, original), mask in self.by_original.items()
        )


def redact(text: str, *, ips: bool = False) -> Redacted:
    """Mask addresses, message ids, tokens in links and the numbers of recipients; IP addresses if asked."""
    masks = _Masks()
    text = _MESSAGE_ID_LINE.sub(lambda line: _ids_in(line[0], masks), text)
    text = _ID_LINE.sub(lambda line: line[1] + masks.give(Kind.ID, line[2].strip()), text)
    text = _LINK.sub(lambda link: link[1] + _shortened(link[2], masks), text)
    text = _without_addresses(text, masks)
    if ips:
        text = _IP4.sub(_giving(Kind.IP, masks), text)
        text = _IP6.sub(lambda found: masks.give(Kind.IP, found[0]) if _is_ip6(found[0]) else found[0], text)
    return Redacted(text, masks.list())


def _is_ip6(text: str) -> bool:
    """A time has colons, too: ask for all eight groups or the sign that some are left out."""
    return "::" in text or text.count(":") == 7


def _giving(kind: Kind, masks: _Masks) -> Callable[[re.Match[str]], str]:
    return lambda match: masks.give(kind, match[0])


def _ids_in(line: str, masks: _Masks) -> str:
    return _IN_BRACKETS.sub(lambda found: f"<{masks.give(Kind.MESSAGE_ID, found[1])}>", line)


def _shortened(rest: str, masks: _Masks) -> str:
    """Keep the short words of the path; a token in it, and all behind ? and #, says who clicked."""
    end = min((place for place in (rest.find("?"), rest.find("#")) if place >= 0), default=len(rest))
    path, told = _TOKEN.sub(_giving(Kind.LINK, masks), rest[:end]), rest[end:]
    return path + (told[0] + masks.give(Kind.LINK, told) if len(told) > 1 else told)


def _without_addresses(text: str, masks: _Masks) -> str:
    """Look left and right of each @: that is linear, however long the words around it are."""
    pieces: list[str] = []
    done = 0
    for at in _AT.finditer(text):
        start = _start_of_local(text, max(done, at.start() - _LONGEST_LOCAL), at.start())
        domain = _DOMAIN.match(text, at.end())
        if start < at.start() and domain:
            original = f"{text[start : at.start()]}@{domain[0]}"
            pieces += (text[done:start], masks.give(Kind.ADDRESS, original), "@", domain[0])
            done = domain.end()
    return "".join([*pieces, text[done:]])


def _start_of_local(text: str, first: int, at: int) -> int:
    """Find where the part before the @ begins; in quotation marks it may hold blanks (RFC 5321, 4.1.2)."""
    if at > first and text[at - 1] == '"':
        return max(text.rfind('"', first, at - 1), text.rfind("\n", first, at) + 1, first)
    start = at
    while start > first and text[start - 1] not in _NO_LOCAL and not text[start - 1].isspace():
        start -= 1
    return start
