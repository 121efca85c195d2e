"""Codes in the words of a server: reply code (RFC 5321 section 4.2) and enhanced status (RFC 3463)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from checker.smtp.model import Persistence
from checker.smtp.text import collapse
from checker.tables.bounces import replies

# A number of three digits is a reply code where it stands alone: not in an address, a time, a size, a name.
_START = r"(?:(?<![\w.:/@=+,#-])(?<!\bport )(?<!\bid )(?<!\bline )|(?<=[a-z:;#=,]))(?<![0-9])([45][0-9]{2})"
_END = r"(?=[\s:;,)'\"\]#]|-[^0-9]|-[245]\.|\.?$)"
# "500 messages" is a count, "552 Message too big" is a reply, and so is "550 user unknown".
_UNIT = (
    r"(?![ ]?(?:[kmg]b\b|%|(?-i:(?:bytes|octets|days|hours|min(?:ute)?s?|sec(?:ond)?s?|messages|recipients|"
    r"users|e?-?mails|connections|per)\b)))"
)
_ENHANCED = r"([245])\.(\d{1,3})\.(\d{1,3})(?!\d|\.\d)"
_REPLY = re.compile(_START + _END + _UNIT, re.IGNORECASE)
_STATUS = re.compile(r"(?<![\w.])" + _ENHANCED)
_BOTH = re.compile(_START + r"[ :'#(\"-]{1,4}" + _ENHANCED, re.IGNORECASE)
_ADDRESS = re.compile(r"[^\s<>()\[\]{}:;,\"'|=`@]{1,64}@(?>[a-z0-9](?:[a-z0-9._-]{0,200}[a-z0-9])?)")
_IP = re.compile(r"(?<![\d.])\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?!\.?\d)")
_STAGE = re.compile(r" \((?:in|at) reply to [a-z ]{1,30}\)")
_FRAGMENT = re.compile(r"(https?://[^\s#]{1,300})#\S{1,300}")
_NUMBER = re.compile(r"[45][0-9]{2}(?![0-9])")
_ODD_REPLY = re.compile(r"([45][0-9]{2})(?=[ -][^0-9]|$)")
_BEFORE_REPLY = ("said:", "answer:", "response:", "reply:", "error:", "code:")
# Old Sendmail puts a code of its own first, then the other server's: "554 <a@b.example>... 550 Host unknown".
_RELAYED = re.compile(r"^([45][0-9]{2}) <[^<>\n]{1,300}>\.\.\. (?=[45][0-9]{2} )")
_PAGE = 3000


@dataclass(frozen=True, slots=True)
class Codes:
    """The codes in a text; `start` is where the first of them stands, or -1."""

    reply: str = ""
    status: str = ""
    start: int = -1


def find_codes(text: str) -> Codes:
    """Find the reply code and the enhanced status; a pair that stands together beats what stands apart."""
    return _find(text[:_PAGE])


@lru_cache(256)  # the same words are asked for their codes several times on the way
def _find(text: str) -> Codes:
    relayed = _RELAYED.search(text)
    if relayed:
        text = text[: relayed.start(1)] + " " * (relayed.end(1) - relayed.start(1)) + text[relayed.end(1) :]
    numbers = [match.start() for match in _NUMBER.finditer(text)]
    both = next((match for match in (_BOTH.match(text, start) for start in numbers) if match), None)
    if both:
        return Codes(both[1], f"{both[2]}.{both[3]}.{both[4]}", both.start(1))
    reply, status = _known_reply(text, numbers), _known_status(text)
    starts = [match.start(1) for match in (reply, status) if match]
    return Codes(
        reply[1] if reply else "",
        f"{status[1]}.{status[2]}.{status[3]}" if status else "",
        min(starts, default=-1),
    )


def _known_status(text: str) -> re.Match[str] | None:
    return next((match for match in _STATUS.finditer(text) if match[1] != "2"), None)


def _known_reply(text: str, numbers: Iterable[int]) -> re.Match[str] | None:
    numbers = tuple(numbers)
    found = (_REPLY.match(text, start) for start in numbers)
    known = next((match for match in found if match and match[1] in replies()), None)
    odd = (_ODD_REPLY.match(text, start) for start in numbers if _is_announced(text, start))
    return known or next((match for match in odd if match), None)


def _is_announced(text: str, start: int) -> bool:
    """Say whether a number can be nothing but a reply: at the start, or after "said:"."""
    return start == 0 or text[max(start - 10, 0) : start].rstrip().lower().endswith(_BEFORE_REPLY)


def plain_words(text: str, codes: Codes) -> str:
    """Give the text in lower case on one line, without repeated codes, addresses and fragments of URLs.

    An address of the network becomes a word, as it is most often the sender's.

    What stands in an address or behind a URL's # is nobody's reason: spam@b.example is a mailbox.
    """
    words = collapse(text[:_PAGE]).lower().replace("’", "'")
    words = _FRAGMENT.sub(r"\1", _ADDRESS.sub("@", words) if "@" in words else words)
    words = _IP.sub("ipaddr", _STAGE.sub("", words) if " reply to " in words else words)
    if codes.reply:
        head, found, tail = words.partition(codes.reply)
        for prefix in _continuations(codes):
            tail = tail.replace(prefix, " ")
        words = head + found + tail
    return words


def _continuations(codes: Codes) -> tuple[str, ...]:
    """RFC 5321 section 4.2.1: each line of a reply starts with the code, and often the status."""
    code, status = codes.reply, codes.status
    if not status:
        return (f" {code}-",)
    return (f" {code}-{status} ", f" {code} {status} ", f" {code}-")


def persistence_of(code: str) -> Persistence:
    """Tell by the first digit (RFC 3463 section 3.1): 5 is for good, 4 is for now."""
    if code.startswith("5"):
        return Persistence.PERMANENT
    return Persistence.TEMPORARY if code.startswith("4") else Persistence.NONE
