"""Notifications of RFC 3464 and feedback reports of RFC 5965, from KumoMTA's and Stalwart's suites."""

import json

import pytest

from checker.smtp.model import Kind, Persistence, Reason
from checker.smtp.read import read
from tests.conformance.bounces.cases import BOUNCES, needs_cases

pytestmark = needs_cases


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("1", [("louisl@larry.slip.umd.edu", "4.0.0", Reason.EXPIRED)]),
        (
            "2",
            [
                ("arathib@vnet.ibm.com", "5.0.0", Reason.SENDER_REFUSED),
                ("johnh@hpnjld.njd.hp.com", "4.0.0", Reason.EXPIRED),
                ("wsnell@sdcc13.ucsd.edu", "5.0.0", Reason.RECIPIENT_REFUSED),
            ],
        ),
        ("3", [("nair_s", "5.0.0", Reason.RECIPIENT_REFUSED)]),
        ("5", [("recipient@domain.com", "5.0.0", Reason.MAILBOX_FULL)]),
        ("6", [("redacted@example.com", "5.4.1", Reason.UNKNOWN_USER)]),
        ("obsolete_arrival_date", [("user@example.com", "5.1.1", Reason.UNKNOWN_USER)]),
    ],
)
def test_notifications(name: str, expected: list[tuple[str, str, Reason]]) -> None:
    reading = read((BOUNCES / "kumomta" / "rfc3464" / f"{name}.eml").read_bytes())
    assert reading.kind is Kind.BOUNCE
    assert [(one.address, one.enhanced_status, one.reason) for one in reading.recipients] == expected


def test_a_delay_is_for_now() -> None:
    reading = read((BOUNCES / "kumomta" / "rfc3464" / "4.eml").read_bytes())
    assert reading.kind is Kind.DELAY
    assert [one.persistence for one in reading.recipients] == [Persistence.TEMPORARY]


def test_feedback_reports() -> None:
    paths = [*(BOUNCES / "kumomta" / "rfc5965").glob("*.eml"), *(BOUNCES / "stalwart-arf").glob("*.eml")]
    assert len(paths) == 9
    for path in paths:
        reading = read(path.read_bytes())
        assert reading.kind is Kind.FEEDBACK, path.name
        assert {one.reason for one in reading.recipients} == {Reason.FEEDBACK}


def test_whom_a_feedback_report_is_about() -> None:
    for path in sorted((BOUNCES / "stalwart-arf").glob("*.json")):
        wanted = json.loads(path.read_text(encoding="utf-8")).get("original_rcpt_to") or ""
        reading = read(path.with_suffix(".eml").read_bytes())
        found = [one.address for one in reading.recipients if one.address]
        assert [wanted.strip(" <>")] * bool(wanted) == found, path.name
