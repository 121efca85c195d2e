"""Published reply texts and codes: every one gets its meaning."""

import pytest

from checker.smtp.model import Actor, Persistence, Reason, Recipient
from checker.smtp.read import read
from checker.tables.bounces import read as read_table
from tests.conformance.bounces.cases import load, needs_cases

pytestmark = needs_cases

_SILENT = {Reason.UNKNOWN, Reason.UNCLEAR}
# Words of the list of Microsoft's codes for who acts, and what we must then say.
_RECEIVER = ("receiver admin", "check receiver")
_OWN_SIDE = ("sender", "slow down", "wait", "split")


def _one(text: str) -> Recipient:
    reading = read(text)
    assert len(reading.recipients) == 1, text
    return reading.recipients[0]


def test_replies_that_gmail_and_outlook_publish() -> None:
    for row in load("provider_replies.json"):
        codes = [code for code in (row["reply"], row["status"]) if code]
        found = _one(" ".join([*codes, row["text"]]))
        assert found.reply_code == (row["reply"] or ""), row["text"]
        assert found.enhanced_status == (row["status"] or ""), row["text"]
        first = (row["reply"] or row["status"])[0]
        wanted = Persistence.PERMANENT if first == "5" else Persistence.TEMPORARY
        assert found.persistence is wanted, row["text"]
        assert found.reason not in _SILENT, row["text"]


def test_the_words_alone_are_enough() -> None:
    rows = load("provider_replies.json")
    told = [read(row["text"]) for row in rows]
    known = [
        reading for reading in told if reading.recipients and reading.recipients[0].reason not in _SILENT
    ]
    assert len(known) > 0.95 * len(rows)


def test_codes_of_microsoft_365() -> None:
    for row in load("m365_ndr.json"):
        code = row["code"].partition("-")[0]
        found = _one(f"{code[0]}50 {code} {row['text']}")
        assert found.enhanced_status == code, row
        assert found.reason not in _SILENT, row
        if row["who"] == "remove address":
            assert found.reason is Reason.UNKNOWN_USER, row
        elif row["who"] in _RECEIVER:
            assert found.actor is Actor.RECIPIENT_IT, row
        elif row["who"].startswith(_OWN_SIDE) and code != "5.7.57":
            assert found.actor is Actor.SENDER, row


@pytest.mark.parametrize("kind", [4, 5])
def test_every_registered_enhanced_status(kind: int) -> None:
    own = {row["code"]: row for row in read_table("enhanced_status")["status"]}
    for row in load("enhanced_status_codes.json"):
        assert own[row["code"]]["registered"] == row["title"]
        code = row["code"].replace("X", str(kind))
        found = _one(f"{kind}50 {code} .")
        assert found.enhanced_status == code
        if "reason" in own[row["code"]]:
            assert found.reason not in _SILENT, code
