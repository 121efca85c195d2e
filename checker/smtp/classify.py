"""From what a bounce says of a recipient to the reason: words first, then the codes, then the stage."""

from collections.abc import Iterator

from checker.smtp.model import Evidence, Excerpt, Persistence, Reason, Recipient
from checker.smtp.reply import Codes, find_codes, persistence_of, plain_words
from checker.tables.bounces import Phrase, phrases, replies, statuses

_CALM_ACTIONS = ("delivered", "relayed", "expanded")
_SENDER_STAGES = {"MAIL": Reason.SENDER_REFUSED, "HELO": Reason.BLOCKED_IP, "CONN": Reason.BLOCKED_IP}
_QUOTE = 1200


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


def _codes(evidence: Evidence) -> Codes:
    """Prefer the server's own words over the Status field: that often says no more than 5.0.0."""
    first = find_codes(evidence.diagnostic.text)
    second = find_codes(evidence.said.text)
    reply = first.reply or second.reply
    told = [code for code in (first.status, second.status) if code]
    status = next((code for code in [*told[:1], evidence.status, *told] if _is_telling(code)), "")
    return Codes(reply, status or evidence.status or next(iter(told), ""))


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
    found = next((reason for reason in _guesses(evidence, codes) if reason), "")
    reason = Reason(found) if found else _last_resort(evidence, codes)
    return _refined(reason, evidence, codes)


def _guesses(evidence: Evidence, codes: Codes) -> Iterator[str]:
    """Give every answer there is, the one to be trusted most first."""
    meaning = statuses().get(codes.status.partition(".")[2])
    reply = _words(_reply_text(evidence))
    said = _words(evidence.said)
    yield _match(reply, weak=False)
    if meaning and not meaning.weak:
        yield meaning.reason
    yield _match(said, weak=False)
    yield _match(reply, weak=True)
    if meaning:
        yield meaning.reason
    if not reply or not codes.reply:
        yield _match(_words(evidence.around), weak=False)
    yield _match(said, weak=True)


def _reply_text(evidence: Evidence) -> Excerpt:
    """The server's own words: the diagnostic field, or the text for people from the first code on."""
    if evidence.diagnostic:
        return evidence.diagnostic
    start = find_codes(evidence.said.text).start
    if start < 0:
        return Excerpt()
    return Excerpt(evidence.said.text[start:], evidence.said.first, evidence.said.last)


def _words(excerpt: Excerpt) -> str:
    return plain_words(excerpt.text, find_codes(excerpt.text)) if excerpt else ""


def _match(words: str, *, weak: bool) -> str:
    if not words:
        return ""
    return next((phrase.means for phrase in _rows(weak) if phrase.fits(words)), "")


def _rows(weak: bool) -> Iterator[Phrase]:
    return (phrase for phrase in phrases() if phrase.weak is weak)


def _last_resort(evidence: Evidence, codes: Codes) -> Reason:
    if evidence.action in ("delayed", "expired"):
        return Reason.EXPIRED
    if evidence.command in _SENDER_STAGES:
        return _SENDER_STAGES[evidence.command]
    by_reply = replies().get(codes.reply, "")
    if by_reply:
        return Reason(by_reply)
    return Reason.UNCLEAR if codes.reply or codes.status or evidence.said or evidence.diagnostic else Reason.UNKNOWN


def _refined(reason: Reason, evidence: Evidence, codes: Codes) -> Reason:
    """Let the stage and the status sharpen what the words say.

    A server that finds the user unknown only once it has seen the message did not look the user up: it filters.
    """
    if reason is Reason.UNKNOWN_USER and evidence.command == "DATA" and not _names_address(codes.status):
        return Reason.RECIPIENT_REFUSED
    if reason is Reason.TOO_BIG and codes.status.endswith(".2.3"):
        return Reason.TOO_BIG_FOR_RECIPIENT
    return reason


def _names_address(status: str) -> bool:
    """RFC 3463 section 3.2: X.1.1 is said of the address, whenever it is said."""
    return status[1:] in (".1.1", ".1.0", ".1.3", ".1.10")


def _quote(evidence: Evidence) -> Excerpt:
    quote = evidence.diagnostic or evidence.said or evidence.around
    return Excerpt(quote.text[:_QUOTE], quote.first, quote.last)
