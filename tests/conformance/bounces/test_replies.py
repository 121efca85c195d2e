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


# What Gmail's own numbers are about, whatever the words; the facts give the page.
GMAIL = {
    "7.23": Reason.NO_REVERSE_DNS,
    "7.24": Reason.AUTHENTICATION,
    "7.25": Reason.NO_REVERSE_DNS,
    "7.26": Reason.AUTHENTICATION,
    "7.27": Reason.AUTHENTICATION,
    "7.28": Reason.RATE_LIMITED,
    "7.29": Reason.TLS,
    "7.30": Reason.AUTHENTICATION,
    "7.31": Reason.AUTHENTICATION,
    "7.32": Reason.AUTHENTICATION,
    "1.1": Reason.UNKNOWN_USER,
    "1.2": Reason.UNKNOWN_HOST,
    "2.2": Reason.MAILBOX_FULL,
    "3.4": Reason.TOO_BIG,
    "4.6": Reason.NETWORK,
    "5.1": Reason.PROTOCOL,
    "5.2": Reason.PROTOCOL,
    "5.4": Reason.PROTOCOL,
}


def test_what_the_numbers_of_gmail_are_about() -> None:
    rows = [row for row in load("provider_replies.json") if row["provider"] == "gmail" and row["status"]]
    asked = [row for row in rows if row["status"][2:] in GMAIL]
    assert len(asked) > 50
    for row in asked:
        found = _one(" ".join(filter(None, (row["reply"], row["status"], row["text"]))))
        assert found.reason is GMAIL[row["status"][2:]], row["text"]


OTHERS = {
    "421 4.7.0 [TSS04] Messages from 192.0.2.1 deferred due to unexpected volume or user complaints": (
        Actor.SENDER
    ),
    "553 5.7.1 [BL21] Connections will not be accepted from 192.0.2.1": Reason.BLOCKED_IP,
    "553 5.7.2 [TSS09] All messages from 192.0.2.1 will be permanently deferred": Reason.BLOCKED_IP,
    "554 5.7.9 Message not accepted for policy reasons": Reason.POLICY,
    "550 5.7.9 This mail has been blocked because the sender requires SPF or DKIM": Reason.AUTHENTICATION,
    "554 delivery error: dd This user doesn't have a yahoo.example account [0]": Reason.UNKNOWN_USER,
    "554 30 Sorry, your message cannot be delivered. This mailbox is disabled": Reason.SUSPENDED,
    "554 5.7.1 [HM08] Message rejected due to local policy.": Reason.POLICY,
    "550 5.7.1 [CS01] Message rejected due to local policy.": Reason.POLICY,
    "554 5.7.1 [HME1] Message rejected.": Reason.AUTHENTICATION,
    "550 5.1.1 <a@b.example>: user does not exist": Reason.UNKNOWN_USER,
    "550 5.1.6 recipient no longer on server: a@b.example": Actor.SENDER,
    "552 5.2.2 <a@b.example>: user is over quota": Reason.MAILBOX_FULL,
    "550 5.7.0 Blocked - see https://support.proofpoint.com/dnsbl-lookup.cgi?ip=192.0.2.1": Reason.BLOCKED_IP,
    "554 5.7.1 Blocked - see https://ipcheck.proofpoint.com/?ip=192.0.2.1": Reason.BLOCKED_IP,
    "550 5.7.1 Mail from IP 192.0.2.1 was rejected due to listing in Spamhaus SBL": Reason.BLOCKED_IP,
    "554 5.7.1 Client host [192.0.2.1] blocked using zen.spamhaus.org; https://check.spamhaus.org/": (
        Reason.BLOCKED_IP
    ),
    "550 5.7.1 Sender address [a@b.example] blocked using dbl.spamhaus.org": Actor.SENDER,
    "550 csi.mimecast.org Poor Reputation Sender.": Reason.BAD_REPUTATION,
    "550 SPF Sender Invalid - envelope rejected": Reason.AUTHENTICATION,
    "451 Internal resources are temporarily unavailable": Reason.TEMPORARY,
    "550 5.7.1 Unfortunately, messages from [192.0.2.1] weren't sent. Please contact your Internet service "
    "provider since part of their network is on our block list (S3150).": Reason.BLOCKED_IP,
    "451 4.7.650 The mail server [192.0.2.1] has been temporarily rate limited due to IP reputation.": (
        Actor.SENDER
    ),
    "550 5.7.511 Access denied, banned sender[192.0.2.1]": Reason.BLOCKED_IP,
}


@pytest.mark.parametrize(("text", "wanted"), OTHERS.items(), ids=lambda value: str(value)[:50])
def test_replies_of_yahoo_icloud_microsoft_and_gateways(text: str, wanted: Reason | Actor) -> None:
    found = _one(text)
    assert wanted in (found.reason, found.actor)
    assert found.reason not in _SILENT


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
