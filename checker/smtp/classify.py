"""From what a bounce says of a recipient to the reason: words first, then the codes, then the stage."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from checker.smtp.ideas import find_rule
from checker.smtp.model import Evidence, Excerpt, Persistence, Reason, Recipient
from checker.smtp.phrases import find_phrase
from checker.smtp.reply import Codes, find_codes, persistence_of, plain_words
from checker.smtp.signs import is_frame, without_frame
from checker.tables.bounces import Phrase, phrases, replies, statuses

_CALM_ACTIONS = ("delivered", "relayed", "expanded")
_STAGES = {
    "MAIL": Phrase((), Reason.SENDER_REFUSED, ""),
    "HELO": Phrase((), Reason.BLOCKED_IP, ""),
    "CONN": Phrase((), Reason.BLOCKED_IP, ""),
}
_GREETED = dict.fromkeys(
    (Reason.SPAM, Reason.POLICY, Reason.SENDER_REFUSED, Reason.NOT_AUTHORIZED, Reason.RECIPIENT_REFUSED),
    Reason.BLOCKED_IP,
)
_BY_STAGE: Mapping[str, Mapping[Reason, Reason]] = {
    "CONN": _GREETED,  # before MAIL, a server knows the host and nothing else
    "HELO": _GREETED,
    "MAIL": dict.fromkeys((Reason.RECIPIENT_REFUSED, Reason.UNKNOWN_HOST), Reason.SENDER_REFUSED),
}
"""What is said so early is said of whom it can be said of (RFC 5321 section 3.3)."""
_LOCAL = Phrase((), Reason.DELIVERY_PROGRAM, "")
_OWN_NUMBER = re.compile(r"\.\d{3}$")  # no RFC has three digits: Microsoft's own, each with one meaning
_HOST_SAID = re.compile(r"\bhost \S{1,300} (?:said|refused to talk to me):\s?$")
_QUOTE = 1200
# In a transcript: the next command, or a reply with another code; or a heading, or fields of the message.
# What follows is not this server's answer.
_NEXT = re.compile(
    r"\n(?:>>>|(?:<<< )?([45][0-9]{2})[ -]|[^\n<@]{8,60}:\n|"
    r"(?:Message details|Subject|From|To|Sent|Date|Received|Message-I[Dd]|MAIL FROM|Return-Path):)"
)


def to_recipient(evidence: Evidence) -> Recipient:
    """Read codes and reason out of what is said of one recipient."""
    codes = _codes(evidence)
    reason = _reason(evidence, codes)
    return Recipient(
        evidence.address,
        evidence.action,
        codes.reply,
        codes.status,
        _persistence(evidence, codes, reason),
        reason,
        _quote(evidence),
    )


def has_phrase(excerpt: Excerpt) -> bool:
    """Say whether a text has the words of a server's; ideas alone also stand in any newsletter."""
    words = _words(excerpt)
    return bool(
        _match(words, weak=False) or _match(words, weak=True) or find_phrase(words, weak=False, late=True)
    )


def _codes(evidence: Evidence) -> Codes:
    """Prefer the server's own words over the Status field: that often says no more than 5.0.0."""
    first = find_codes(evidence.diagnostic.text)
    second = find_codes(evidence.said.text)
    reply = first.reply or second.reply
    told = [code for code in (first.status, evidence.status, second.status) if code]
    status = next((code for code in told if _is_telling(code)), "")
    status = status or evidence.status or next(iter(told), "")
    return Codes("" if _overruled(reply, evidence.status) else reply, status)


def _overruled(reply: str, status: str) -> bool:
    """Say whether the Status field takes a no for a delay: Postfix and Exchange go on trying after a 554.

    The class of the field is what was done (RFC 3464 section 2.3.4); the reply still stands in the quote.
    """
    return reply.startswith("5") and status.startswith("4")


def _is_telling(status: str) -> bool:
    return bool(status) and not status.endswith(".0.0")


def _persistence(evidence: Evidence, codes: Codes, reason: Reason) -> Persistence:
    """RFC 3464 section 2.3.3: a delay is for now; else the reply code's first digit, then the status's."""
    if reason in (Reason.DELIVERED, Reason.VACATION, Reason.FEEDBACK):
        return Persistence.NONE
    if evidence.action == "delayed":
        return Persistence.TEMPORARY
    by_code = persistence_of(codes.reply or codes.status)
    if by_code is not Persistence.NONE:
        return by_code
    return Persistence.TEMPORARY if reason is Reason.TEMPORARY else Persistence.PERMANENT


def _reason(evidence: Evidence, codes: Codes) -> Reason:
    if evidence.action in _CALM_ACTIONS:
        return Reason.DELIVERED
    found = next((phrase for phrase in _guesses(evidence, codes) if phrase), None)
    return _refined(found, evidence, codes) if found else _last_resort(evidence, codes)


def _guesses(evidence: Evidence, codes: Codes) -> Iterator[Phrase | None]:
    """Give every answer there is, the one to be trusted most first."""
    status = _status_phrase(codes)
    reply = _words(_reply_text(evidence))
    yield status if status and not status.weak and _OWN_NUMBER.search(codes.status) else None
    if reply or evidence.status:
        yield _match(reply, weak=False)
        yield _idea(reply, weak=False)
    else:
        yield from _told(evidence)
    yield status if status and not status.weak else None
    # RFC 3464 section 2.3.6: a program's exit code, and no SMTP reply at all
    yield _LOCAL if evidence.diagnostic_type == "x-unix" else None
    yield from _told(evidence, ideas=not reply)
    yield (
        _STAGES.get(evidence.command) if codes.reply else None
    )  # whom it says no to is the best that is left
    yield _match(reply, weak=True)
    yield status
    yield _idea(reply, weak=True)
    yield from _said_at_all(evidence, codes, reply)


def _told(evidence: Evidence, *, ideas: bool = True) -> Iterator[Phrase | None]:
    """Ask what is said of the recipient in the text for people."""
    yield _match(_words(evidence.said), weak=False)
    yield _idea(_words(without_frame(evidence.said)), weak=False) if ideas else None


def _said_at_all(evidence: Evidence, codes: Codes, reply: str) -> Iterator[Phrase | None]:
    """Ask the rest of the text, and what says little."""
    if not codes.reply and not evidence.diagnostic:
        around = _words(without_frame(evidence.around, openings=False))
        yield _match(around, weak=False)
        yield _idea(around, weak=False)
    yield _match(_words(evidence.said), weak=True)
    if not reply:
        yield _idea(_words(without_frame(evidence.said)), weak=True)
        # "could not be delivered because the mailbox is full"
        yield _idea(_words(without_frame(evidence.said, openings=False)), weak=False)


def _status_phrase(codes: Codes) -> Phrase | None:
    """Give what the enhanced status tells by itself."""
    meaning = statuses().get(codes.status) or statuses().get("X" + codes.status[1:])
    return Phrase((), meaning.reason, "", meaning.weak, sure=True) if meaning else None


def _reply_text(evidence: Evidence) -> Excerpt:
    """The server's own words: the diagnostic field, or the text for people from the reply code on."""
    if evidence.diagnostic:
        return _without_host(evidence.diagnostic)
    codes = find_codes(evidence.said.text)
    if not codes.reply:  # qmail puts the status behind its words: "no mailbox here by that name. (#5.1.1)"
        return Excerpt()
    reply = evidence.said.text[codes.start :]
    following = next((m for m in _NEXT.finditer(reply) if m[1] is None or m[1] != codes.reply), None)
    reply = reply[: following.start()] if following else reply
    found = Excerpt(reply, evidence.said.first, evidence.said.last)
    return without_frame(found) if "\n" in reply else found


def _without_host(diagnostic: Excerpt) -> Excerpt:
    """Leave out what Postfix says itself: "temporarily suspended: host a.example[192.0.2.1] said:"."""
    start = find_codes(diagnostic.text).start
    if start < 1 or not _HOST_SAID.search(diagnostic.text, 0, start):
        return diagnostic
    return Excerpt(diagnostic.text[start:], diagnostic.first, diagnostic.last)


def _words(excerpt: Excerpt) -> str:
    return _plain(excerpt.text) if excerpt else ""


@lru_cache(64)  # a bounce of many recipients says the same of each
def _plain(text: str) -> str:
    return plain_words(text, find_codes(text))


def _match(words: str, *, weak: bool) -> Phrase | None:
    return find_phrase(words, weak=weak) if words else None


def _idea(words: str, *, weak: bool) -> Phrase | None:
    """Ask what it says as a whole; then for words that mean something only where nothing else does."""
    rule = find_rule(words, weak=weak)
    if rule:
        return Phrase((), rule.means, rule.example, weak)
    return find_phrase(words, weak=False, late=True) if words and not weak else None


def _last_resort(evidence: Evidence, codes: Codes) -> Reason:
    if evidence.action in ("delayed", "expired"):
        return Reason.EXPIRED
    by_reply = replies().get(codes.reply, "")
    if by_reply:
        return Reason(by_reply)
    told = codes.reply or codes.status or evidence.diagnostic or not is_frame(evidence.said)
    return Reason.UNCLEAR if told else Reason.UNKNOWN


def _refined(found: Phrase, evidence: Evidence, codes: Codes) -> Reason:
    """Let the stage and the status sharpen what the words say."""
    reason = Reason(found.means)
    status = _status_phrase(codes)
    if reason is Reason.UNKNOWN_USER and not found.sure and status and not status.weak:
        return Reason(status.means)
    if reason is Reason.UNKNOWN_USER and not found.sure and not _looked_up(evidence, codes):
        reason = Reason.RECIPIENT_REFUSED
    if reason is Reason.SERVER_ERROR and evidence.diagnostic_type == "x-unix":
        return Reason.DELIVERY_PROGRAM
    if codes.reply and not found.sure:
        reason = _BY_STAGE.get(evidence.command, {}).get(reason, reason)
    if reason is Reason.SPAM and codes.status[1:4] == ".6.":
        return Reason.CONTENT  # RFC 3463 section 3.7: the form, not the meaning
    if reason is Reason.TOO_BIG and codes.status.endswith(".2.3"):
        return Reason.TOO_BIG_FOR_RECIPIENT
    return reason


def _looked_up(evidence: Evidence, codes: Codes) -> bool:
    """Say whether the server looked the address up: "user unknown" is also what a recipient's filter says.

    RFC 3463 section 3.2: X.1.1 is said of the address, whenever it is said. RFC 5321 section 3.3: a no to
    RCPT is, too.
    """
    status = _status_phrase(codes)
    if evidence.command == "RCPT" or (status is not None and status.means == Reason.UNKNOWN_USER):
        return True
    said = "" if evidence.diagnostic else _words(evidence.said)
    return bool(said) and any(phrase.fits(said) for phrase in _sure())


@cache
def _sure() -> tuple[Phrase, ...]:
    return tuple(phrase for phrase in phrases() if phrase.sure)


def _quote(evidence: Evidence) -> Excerpt:
    quote = evidence.diagnostic or evidence.said or evidence.around
    return Excerpt(quote.text[:_QUOTE], quote.first, quote.last)
