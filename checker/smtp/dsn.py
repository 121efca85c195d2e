"""Delivery status notifications (RFC 3464) and feedback reports (RFC 5965): groups of fields."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from checker.smtp.mime import Line
from checker.smtp.model import Evidence, Excerpt
from checker.smtp.text import collapse

_FIELD = re.compile(r"[ \t]{0,12}([A-Za-z][A-Za-z-]{2,40})[ \t]*:[ \t]*")
_ADDRESS_TYPE = re.compile(r"[ \t]*[\w.-]{1,20}[ \t]*;[ \t]*")
_STATUS = re.compile(r"[ \t]*([245]\.\d{1,3}\.\d{1,3})")
_RECIPIENT = ("final-recipient", "original-recipient", "x-actual-recipient")
_PER_RECIPIENT = frozenset(
    (
        *_RECIPIENT,
        "action",
        "status",
        "diagnostic-code",
        "remote-mta",
        "last-attempt-date",
        "will-retry-until",
    )
)
_LONGEST_DIAGNOSTIC = 4000
MOST_RECIPIENTS = 2000


@dataclass(slots=True)
class _Group:
    """The fields of one recipient while they are read."""

    fields: dict[str, str] = field(default_factory=dict)
    diagnostic: list[Line] = field(default_factory=list)
    gap: bool = False

    @property
    def has_recipient(self) -> bool:
        return any(name in self.fields for name in _RECIPIENT)

    def ends_before(self, name: str) -> bool:
        """Say whether a field of that name belongs to the next recipient: blank lines often lie."""
        if name not in self.fields or not self.has_recipient:
            return name == "original-recipient" and "final-recipient" in self.fields and self.gap
        return name in ("final-recipient", "original-recipient") or self.gap


def mentions_status(lines: Iterable[Line]) -> bool:
    """Say whether the fields of a notification stand in a text, declared as one or not."""
    return any(
        "ecipient:" in line and line[:32].lstrip()[:16].lower() == "final-recipient:" for _, line in lines
    )


def read_status(lines: Iterable[Line]) -> list[Evidence]:
    """Read the recipients of a message/delivery-status part, in order."""
    groups = (group for group in _groups(lines) if group.has_recipient)
    return [_evidence(group) for group in islice(groups, MOST_RECIPIENTS)]


def _groups(lines: Iterable[Line]) -> Iterator[_Group]:
    group, current = _Group(), ""
    for number, line in lines:
        if not line.strip():
            group.gap, current = True, ""
            continue
        match = _FIELD.match(line)
        name = match[1].lower() if match else ""
        if name in _PER_RECIPIENT and match and not (line[0] in " \t" and current == "diagnostic-code"):
            if group.ends_before(name):
                yield group
                group = _Group()
            current, group.gap = name, False
            _add(group, name, (number, line[match.end() :]))
        elif line[0] in " \t" and current:
            _add(group, current, (number, line))
        else:
            current = ""
    yield group


def _add(group: _Group, name: str, line: Line) -> None:
    if name == "diagnostic-code":
        group.diagnostic.append(line)
    known = group.fields.get(name, "")
    if len(known) < _LONGEST_DIAGNOSTIC:
        group.fields[name] = f"{known} {line[1].strip()}".strip()


def _evidence(group: _Group) -> Evidence:
    fields = group.fields
    address = next((address_of(fields[name]) for name in _RECIPIENT if fields.get(name)), "")
    status = _STATUS.match(fields.get("status", ""))
    action = fields.get("action", "").partition(" ")[0].strip("();,").lower()
    kind = fields.get("diagnostic-code", "")[:30].partition(";")[0].strip().lower()
    return Evidence(address, action, status[1] if status else "", _diagnostic(group), kind)


def _diagnostic(group: _Group) -> Excerpt:
    """Give the words without the type in front of them ("smtp;", RFC 3464 section 2.3.6)."""
    if not group.diagnostic:
        return Excerpt()
    text = collapse(group.fields["diagnostic-code"])
    text = _ADDRESS_TYPE.sub("", text, count=1)
    return Excerpt(text, group.diagnostic[0][0], group.diagnostic[-1][0])


def address_of(value: str) -> str:
    """Take the address out of "rfc822;<a@b>" (RFC 3464 section 2.3.2)."""
    value = _ADDRESS_TYPE.sub("", value, count=1) if ";" in value else value
    inner = value.rpartition("<")[2].partition(">")[0] if "<" in value else value
    return inner.strip(" \t\"'<>").rstrip(".,;")


def feedback_recipients(lines: Iterable[Line]) -> list[tuple[str, int]]:
    """Read whom a feedback report is about (RFC 5965 section 3.2), each with the line."""
    found = dict[str, int]()
    for number, line in lines:
        name, _, value = line.partition(":")
        if name.strip().lower() in ("original-rcpt-to", "removal-recipient"):
            found.setdefault(address_of(value), number)
    return list(found.items())
