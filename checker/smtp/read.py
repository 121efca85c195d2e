"""The one way in: any text or bytes to a reading. Total, and linear in the length of the input."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from checker.smtp.classify import has_phrase, to_recipient
from checker.smtp.dsn import feedback_recipients, mentions_status, read_status
from checker.smtp.hubspot import read_hubspot
from checker.smtp.markup import to_lines
from checker.smtp.mime import Headers, Line, Part, parse_message
from checker.smtp.model import (
    NOT_A_BOUNCE,
    Evidence,
    Excerpt,
    Kind,
    Persistence,
    Reading,
    Reason,
    Recipient,
)
from checker.smtp.notification import read_notification
from checker.smtp.plain import addresses_in, before_returned, excerpt, read_plain
from checker.smtp.problem import name_problem
from checker.smtp.reply import find_codes
from checker.smtp.signs import (
    has_mark,
    header_signs,
    is_automatic_reply,
    is_bounce,
    is_daemon,
    is_report,
    text_signs,
)
from checker.smtp.text import is_quoted, split_lines, split_mailbox, to_text, unquote, without_count

MOST_MESSAGES = 200
_SHORT = 1500
_FEW, _SENTENCES = 2, 300
_OPENING = 200
_HEADER_FIELD = re.compile(r"[A-Za-z]{1,20}(?:-[A-Za-z]{1,20}){1,8}:")
_SILENT = frozenset((Reason.UNCLEAR, Reason.UNKNOWN))
_CLEAR = frozenset(Reason) - {Reason.UNCLEAR, Reason.UNKNOWN, Reason.TEMPORARY}


def read(source: str | bytes) -> Reading:
    """Read a bounce, a mailbox of bounces, a line of a server's, or a word of HubSpot's."""
    lines = without_count(split_lines(to_text(source)))
    reading = _read_lines(lines)
    if reading.kind is Kind.NOT_A_BOUNCE and is_quoted(lines):
        reading = _read_lines(unquote(lines))
    if reading.kind is Kind.NOT_A_BOUNCE:
        return replace(reading, problem=name_problem(source, lines))
    return reading


def _read_lines(lines: list[str]) -> Reading:
    messages = [parse_message(lines, *span) for span in split_mailbox(lines)[:MOST_MESSAGES]]
    readings = [_read_message(message) for message in messages]
    found = [reading for reading in readings if reading.kind is not Kind.NOT_A_BOUNCE]
    if len(found) < 2:
        return found[0] if found else NOT_A_BOUNCE
    return Reading(found[0].kind, tuple(recipient for reading in found for recipient in reading.recipients))


def _read_message(message: Part) -> Reading:
    """Try the exact forms first, then what is written for people, then what is attached."""
    leaves = list(message.leaves())
    declared = _status(message, leaves) if is_report(message.headers) else None
    return (
        declared
        or _feedback(message, leaves)
        or _notified(leaves)
        or _status(message, leaves)
        or _written(message, leaves)
        or _attached(leaves)
        or NOT_A_BOUNCE
    )


def _feedback(message: Part, leaves: Sequence[Part]) -> Reading | None:
    """RFC 5965; and the older kind that only attaches the message it complains of."""
    reports = [leaf for leaf in leaves if leaf.type == "message/feedback-report"]
    declared = "feedback-report" in message.headers.get("content-type").lower()
    if not reports and declared:
        reports = [
            leaf
            for leaf in leaves
            if any(line.lower().startswith("feedback-type:") for _, line in leaf.lines)
        ]
    complained = next((to for leaf in leaves if leaf.open_attached for to in _hotmail(leaf)), "")
    opening = "\n".join(text[:_OPENING] for leaf in leaves[:3] for _, text in leaf.lines[:10])
    if not complained and has_mark(opening, "complaint"):
        complained = next(iter(addresses_in(message.headers.get("from"))), "")
    if not reports and not complained:
        return None
    named = [pair for report in reports for pair in feedback_recipients(report.lines)]
    return Reading(Kind.FEEDBACK, tuple(_complaint(*pair) for pair in named or [(complained, 0)]))


def _hotmail(leaf: Part) -> Iterator[str]:
    """Outlook.com names the recipient in the header of the message that it complains of."""
    for _, text in leaf.lines:
        if text[:6] in ("X-HmXm", "x-hmxm", "X-HMXM"):
            name, _, value = text[:_OPENING].partition(":")
            if name.lower() == "x-hmxmroriginalrecipient":
                yield value.strip()


def _complaint(address: str, line: int) -> Recipient:
    quote = Excerpt(address, line, line) if line else Excerpt()
    return Recipient(address, "", "", "", Persistence.NONE, Reason.FEEDBACK, quote)


def _notified(leaves: Sequence[Part]) -> Reading | None:
    found = read_notification(leaves[0].lines) if leaves else None
    if found is None:
        return None
    kind, evidence = found
    recipients = [to_recipient(one) for one in evidence]
    if kind is Kind.FEEDBACK:
        recipients = [
            replace(one, reason=Reason.FEEDBACK, persistence=Persistence.NONE) for one in recipients
        ]
    return Reading(kind, tuple(recipients))


def _status(message: Part, leaves: Sequence[Part]) -> Reading | None:
    """A delivery status notification, declared as one or only looking like one."""
    reports = [
        leaf for leaf in leaves if leaf.type in ("message/delivery-status", "message/global-delivery-status")
    ]
    reports = reports or [
        leaf for leaf in leaves if leaf.type.startswith("text/") and mentions_status(leaf.lines)
    ]
    told = [evidence for report in reports for evidence in read_status(report.lines)]
    if not told:
        return None
    lines, _ = before_returned(_text_lines(leaves))
    written = read_plain(lines, (evidence.address for evidence in told), _not_recipients(message.headers))
    around = written[0].around if written else excerpt(lines)
    recipients = [to_recipient(evidence) for evidence in _joined(told, written, around)]
    return Reading(_kind(recipients), tuple(recipients))


def _joined(told: Sequence[Evidence], written: Sequence[Evidence], around: Excerpt) -> Iterator[Evidence]:
    """Add to the fields of a notification what its text for people says of the same recipient."""
    by_address = {evidence.address.lower(): evidence for evidence in written}
    for evidence in told:
        text = by_address.get(evidence.address.lower(), Evidence(around=around))
        said = text.said or (around if len(told) == 1 else Excerpt())
        yield replace(evidence, said=said, around=text.around, command=text.command)


def _written(message: Part, leaves: Sequence[Part]) -> Reading | None:
    """A bounce for people; or an automatic reply; or a paste of a server's words."""
    lines, returned = before_returned(_text_lines(leaves))
    around = excerpt(lines)
    evidence = _people(message, lines, returned, leaves)
    recipients = tuple(map(to_recipient, evidence))
    automatic = is_automatic_reply(message.headers) and not (
        is_daemon(message.headers) or is_report(message.headers)
    )
    bounced = _is_bounce(message.headers, around, recipients)
    if bounced and all(recipient.reason in _SILENT for recipient in recipients):
        attached = _attached(leaves)
        if attached:
            return attached
    if automatic:
        return Reading(Kind.AUTO_REPLY, recipients if bounced else (_away(message.headers, around),))
    if bounced:
        return Reading(_kind(recipients), recipients)
    return None if message.headers.fields else _paste(lines, around, evidence[0].address)


def _people(
    message: Part, lines: Sequence[Line], returned: Sequence[Line], leaves: Sequence[Part]
) -> list[Evidence]:
    """Name the recipients: by the header, by the text, or else by the message that came back."""
    headers = message.headers
    named = addresses_in(headers.get("x-failed-recipients"))
    evidence = read_plain(lines, named, _not_recipients(headers)) or read_plain(lines, (), ())
    if not evidence:
        around = excerpt(lines)
        wanted = addresses_in(_returned_headers(returned, leaves).get("to"))[:1] or [""]
        evidence = [Evidence(address, said=around, around=around) for address in wanted]
    action = "delayed" if has_mark(evidence[0].around.text + headers.get("subject"), "delay") else ""
    return [replace(one, action=action) for one in evidence]


def _returned_headers(returned: Sequence[Line], leaves: Sequence[Part]) -> Headers:
    attached = next((leaf.attached for leaf in leaves if leaf.open_attached), None)
    if attached:
        return attached.headers
    block = next((leaf.lines for leaf in leaves if leaf.type == "text/rfc822-headers"), returned)
    start = next((n for n, (_, text) in enumerate(block[:40]) if ":" in text[:40]), 0)
    texts = [text.strip("\r") for _, text in block[start : start + 200]]
    return parse_message(texts).headers


def _is_bounce(headers: Headers, around: Excerpt, recipients: Sequence[Recipient]) -> bool:
    coded = any(recipient.reply_code or recipient.enhanced_status for recipient in recipients)
    header = header_signs(headers)
    meant = any(recipient.reason in _CLEAR for recipient in recipients) and (header > 0 or has_phrase(around))
    named = any(recipient.address for recipient in recipients)
    return is_bounce(header, text_signs(around, coded=coded, named=named, meant=meant))


def _paste(lines: Sequence[Line], around: Excerpt, address: str) -> Reading | None:
    """A line or a few, without a header: a word of HubSpot's, a reply with its code, or the words alone."""
    if not around:
        return None
    hubspot = read_hubspot(lines)
    if hubspot:
        return hubspot
    if len(around.text) > _SHORT:
        return None
    recipient = to_recipient(Evidence(address, said=around, around=around, command="RCPT"))
    codes = find_codes(around.text)
    if codes.start < 0:
        recipient = replace(recipient, persistence=Persistence.NONE)
    leads = codes.status or around.text[max(codes.start - 1, 0) : codes.start] in ("", "\n")
    clear = recipient.reason in _CLEAR and (codes.start >= 0 or has_phrase(around) or _is_short(around))
    told = clear or (codes.start >= 0 and leads)
    if not told or (codes.start < 0 and _HEADER_FIELD.match(around.text)):
        return None
    return Reading(_kind([recipient]), (recipient,))


def _is_short(around: Excerpt) -> bool:
    """Say whether a paste is a sentence or two, so that nothing else can be meant."""
    return around.last - around.first < _FEW and len(around.text) < _SENTENCES


def _attached(leaves: Sequence[Part]) -> Reading | None:
    """A bounce that somebody forwards as an attachment; anything else attached is none of our business."""
    for leaf in leaves:
        attached = leaf.attached
        reading = _read_message(attached) if attached else NOT_A_BOUNCE
        if reading.is_bounce:
            return reading
    return None


def _text_lines(leaves: Iterable[Part]) -> list[Line]:
    """The lines for people: the text parts before the returned message, plain ones where there are any."""
    texts: list[Part] = []
    for leaf in leaves:
        if leaf.type in ("message/rfc822", "text/rfc822-headers") and texts:
            break
        if leaf.type.startswith("text/") and leaf.type != "text/rfc822-headers":
            texts.append(leaf)
    plain = [leaf for leaf in texts if leaf.type in ("text/plain", "text/x-preamble")]
    if any(leaf.type == "text/plain" for leaf in plain):
        plain = [leaf for leaf in plain if leaf.type == "text/plain"]
    return [line for leaf in plain or texts for line in to_lines(leaf)]


def _not_recipients(headers: Headers) -> list[str]:
    """Whom the bounce itself goes to and comes from."""
    names = ("to", "from", "delivered-to", "return-path", "reply-to", "x-original-to")
    return [address for name in names for address in addresses_in(headers.get(name))]


def _away(headers: Headers, around: Excerpt) -> Recipient:
    address = next(iter(addresses_in(headers.get("from"))), "")
    return Recipient(address, "", "", "", Persistence.NONE, Reason.VACATION, around)


def _kind(recipients: Sequence[Recipient]) -> Kind:
    if all(recipient.reason is Reason.DELIVERED for recipient in recipients):
        return Kind.DELIVERED
    return Kind.DELAY if all(recipient.action == "delayed" for recipient in recipients) else Kind.BOUNCE
