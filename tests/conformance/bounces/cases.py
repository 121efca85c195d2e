"""The sample bounces, which lie beside the project and not in it, and what their labels say."""

import json
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from checker.smtp.model import Reading, Reason, Recipient
from checker.smtp.read import read

CASES = Path(__file__).parents[4] / "shared" / "cases"
BOUNCES = CASES / "bounces"
SISIMAI = BOUNCES / "sisimai"

needs_cases = pytest.mark.skipif(
    not BOUNCES.is_dir(), reason=f"the sample bounces are not there: {BOUNCES.name}"
)

REASONS: Mapping[str, Reason] = {
    "userunknown": Reason.UNKNOWN_USER,
    "filtered": Reason.RECIPIENT_REFUSED,
    "hasmoved": Reason.ADDRESS_MOVED,
    "hostunknown": Reason.UNKNOWN_HOST,
    "notaccept": Reason.NO_MAIL_ACCEPTED,
    "mailboxfull": Reason.MAILBOX_FULL,
    "suspend": Reason.SUSPENDED,
    "mesgtoobig": Reason.TOO_BIG,
    "exceedlimit": Reason.TOO_BIG_FOR_RECIPIENT,
    "systemfull": Reason.SERVER_FULL,
    "systemerror": Reason.SERVER_ERROR,
    "mailererror": Reason.DELIVERY_PROGRAM,
    "networkerror": Reason.NETWORK,
    "expired": Reason.EXPIRED,
    "badreputation": Reason.BAD_REPUTATION,
    "blocked": Reason.BLOCKED_IP,
    "requireptr": Reason.NO_REVERSE_DNS,
    "authfailure": Reason.AUTHENTICATION,
    "failedstarttls": Reason.TLS,
    "securityerror": Reason.NOT_AUTHORIZED,
    "norelaying": Reason.RELAYING,
    "rejected": Reason.SENDER_REFUSED,
    "policyviolation": Reason.POLICY,
    "spamdetected": Reason.SPAM,
    "virusdetected": Reason.VIRUS,
    "contenterror": Reason.CONTENT,
    "notcompliantrfc": Reason.NOT_COMPLIANT,
    "speeding": Reason.RATE_LIMITED,
    "toomanyconn": Reason.TOO_MANY_CONNECTIONS,
    "syntaxerror": Reason.PROTOCOL,
    "suppressed": Reason.SUPPRESSED,
    "feedback": Reason.FEEDBACK,
    "vacation": Reason.VACATION,
    "delivered": Reason.DELIVERED,
    "onhold": Reason.UNCLEAR,
    "undefined": Reason.UNKNOWN,
}
"""Sisimai's names for reasons and ours, one to one; ours are more."""

_NO_BOUNCE = {"feedback", "vacation", "delivered"}
_PSEUDO = ".0.9"  # 5.0.9xx are numbers of sisimai's own: the mail carries none
_SEED = 20261123

type Row = Mapping[str, Any]


@cache
def labels() -> Mapping[str, list[Row]]:
    """What sisimai's own tests expect of each mail: one row for each recipient."""
    found: dict[str, list[Row]] = json.loads((SISIMAI / "expected.json").read_text(encoding="utf-8"))[
        "expected"
    ]
    return found


def held_out() -> list[str]:
    """A random third that was not looked at while the rules were first written."""
    names = sorted(labels())
    return sorted(random.Random(_SEED).sample(names, len(names) // 3))  # noqa: S311 - a choice, no secret


def load(name: str) -> list[Any]:
    """Read the rows of a file of texts."""
    data = json.loads((BOUNCES / name).read_text(encoding="utf-8"))
    rows: list[Any] = data["rows"] if "rows" in data else data["codes"]
    return rows


def read_case(name: str) -> Reading:
    """Read one of the labelled mails."""
    return read((SISIMAI / "bsd" / name).read_bytes())


def is_bounce(name: str) -> bool:
    """Say whether the labels call the mail a bounce."""
    return not {row["reason"] for row in labels()[name]} <= _NO_BOUNCE


@dataclass
class Share:
    """So many of so many."""

    right: int = 0
    all: int = 0

    def add(self, right: bool) -> None:
        """Count one."""
        self.right += right
        self.all += 1

    @property
    def percent(self) -> float:
        """The share as a number up to 100."""
        return 100 * self.right / max(self.all, 1)

    def __str__(self) -> str:
        return f"{self.right}/{self.all} = {self.percent:.1f} %"


@dataclass
class Score:
    """How well the labels were met."""

    detected: Share = field(default_factory=Share)
    left_alone: Share = field(default_factory=Share)
    reason: Share = field(default_factory=Share)
    status: Share = field(default_factory=Share)
    reply_code: Share = field(default_factory=Share)
    persistence: Share = field(default_factory=Share)

    def __str__(self) -> str:
        return ", ".join(f"{name} {share}" for name, share in vars(self).items())


def score(names: list[str]) -> Score:
    """Read these mails and compare."""
    total = Score()
    for name in names:
        reading = read_case(name)
        if is_bounce(name):
            total.detected.add(reading.is_bounce)
        else:
            total.left_alone.add(not reading.is_bounce)
        for row, recipient in _paired(labels()[name], reading):
            _compare(total, row, recipient)
    return total


def _paired(rows: list[Row], reading: Reading) -> Iterator[tuple[Row, Recipient | None]]:
    for number, row in enumerate(rows):
        yield row, reading.recipients[number] if number < len(reading.recipients) else None


def _compare(total: Score, row: Row, recipient: Recipient | None) -> None:
    total.reason.add(recipient is not None and recipient.reason is REASONS[row["reason"]])
    total.reply_code.add(recipient is not None and recipient.reply_code == row["replycode"])
    if _PSEUDO not in row["status"]:
        total.status.add(recipient is not None and recipient.enhanced_status == row["status"])
        digit = (row["replycode"] or row["status"])[:1]
        wanted = {"5": "permanent", "4": "temporary"}.get(digit, "none")
        total.persistence.add(recipient is not None and recipient.persistence == wanted)
