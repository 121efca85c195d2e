"""Reading pastes of every shape: what it is, whom it is about, why, and on which lines it stands."""

import base64

import pytest

from checker.smtp.model import ACTORS, Actor, Kind, Persistence, Reason
from checker.smtp.read import read

DSN = """\
Return-Path: <>
From: MAILER-DAEMON@mx.example.org (Mail Delivery System)
To: sender@example.com
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="=_b"

--=_b
Content-Type: text/plain; charset=utf-8

This is the mail system at host mx.example.org.

<kari@example.no>: host mx.example.no[192.0.2.1] said: 550 5.1.1
    <kari@example.no>: Recipient address rejected: User unknown (in reply to
    RCPT TO command)

--=_b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.org

Final-Recipient: rfc822; kari@example.no
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 <kari@example.no>: Recipient address
    rejected: User unknown

Final-Recipient: rfc822; ola@example.no
Action: delayed
Status: 4.2.2
Diagnostic-Code: smtp; 452 4.2.2 mailbox is full

--=_b
Content-Type: message/rfc822

From: sender@example.com
To: kari@example.no
Subject: News

550 reasons to buy
--=_b--
"""

QMAIL = """\
Hi. This is the qmail-send program at example.org.
I'm afraid I wasn't able to deliver your message to the following addresses.

<kari@example.no>:
192.0.2.1 does not like recipient.
Remote host said: 552 5.2.2 The mailbox is over quota
Giving up on 192.0.2.1.

--- Below this line is a copy of the message.

Return-Path: <sender@example.com>
To: kari@example.no
"""


def test_a_notification_gives_each_recipient() -> None:
    reading = read(DSN)
    assert reading.kind is Kind.BOUNCE
    kari, ola = reading.recipients
    assert (kari.address, kari.reply_code, kari.enhanced_status) == ("kari@example.no", "550", "5.1.1")
    assert (kari.reason, kari.persistence, kari.actor) == (
        Reason.UNKNOWN_USER,
        Persistence.PERMANENT,
        Actor.SENDER,
    )
    assert (ola.reason, ola.persistence) == (Reason.MAILBOX_FULL, Persistence.TEMPORARY)


def test_the_quote_names_its_lines() -> None:
    lines = DSN.split("\n")
    quote = read(DSN).recipients[0].quote
    assert lines[quote.first - 1].startswith("Diagnostic-Code: smtp; 550 5.1.1")
    assert lines[quote.last - 1].strip() == "rejected: User unknown"
    assert quote.text == "550 5.1.1 <kari@example.no>: Recipient address rejected: User unknown"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\r\r\n"])
def test_line_ends_change_nothing(end: str) -> None:
    assert read(DSN.replace("\n", end)) == read(DSN)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings_change_nothing(encoding: str) -> None:
    assert read(DSN.encode(encoding)) == read(DSN)


def test_a_quoted_bounce_is_read() -> None:
    quoted = "Look what came back:\n\n" + "\n".join(f"> {line}" for line in QMAIL.split("\n"))
    (recipient,) = read(quoted).recipients
    assert (recipient.address, recipient.reason) == ("kari@example.no", Reason.MAILBOX_FULL)


def test_only_the_body_of_a_bounce() -> None:
    (recipient,) = read(QMAIL).recipients
    assert (recipient.address, recipient.reply_code, recipient.reason) == (
        "kari@example.no",
        "552",
        Reason.MAILBOX_FULL,
    )


def test_a_mailbox_of_bounces() -> None:
    mark = "From MAILER-DAEMON Mon Nov 23 10:00:00 2026"
    assert len(read(f"{mark}\n{DSN}\n{mark}\n{DSN}").recipients) == 4


def test_a_bounce_forwarded_as_an_attachment() -> None:
    outer = "From: kari@example.no\nTo: it@example.no\nSubject: What is this?\nMIME-Version: 1.0\n"
    outer += (
        'Content-Type: multipart/mixed; boundary="outer"\n\n--outer\nContent-Type: text/plain\n\nSee below.\n'
    )
    outer += f"--outer\nContent-Type: message/rfc822\n\n{DSN}\n--outer--\n"
    assert [one.reason for one in read(outer).recipients] == [Reason.UNKNOWN_USER, Reason.MAILBOX_FULL]


def test_a_base64_part_is_read() -> None:
    text = base64.b64encode(b"<kari@example.no>: 552 5.2.2 mailbox is full\n").decode()
    mail = "From: MAILER-DAEMON@example.org\nSubject: failure notice\nContent-Transfer-Encoding: base64\n"
    (recipient,) = read(f"{mail}Content-Type: text/plain; charset=utf-8\n\n{text}\n").recipients
    assert (recipient.address, recipient.reason) == ("kari@example.no", Reason.MAILBOX_FULL)


def test_user_unknown_after_the_message_is_a_filter() -> None:
    """A server that has seen the message before it says so did not look the address up."""
    late = DSN.replace("RCPT TO command", "end of DATA command").replace("5.1.1", "5.0.0")
    assert read(late).recipients[0].reason is Reason.RECIPIENT_REFUSED


@pytest.mark.parametrize(
    ("line", "code", "status", "reason"),
    [
        ("550 5.1.1 <kari@example.no>: User unknown", "550", "5.1.1", Reason.UNKNOWN_USER),
        ("smtp; 421-4.7.28 Gmail has detected an unusual rate of mail", "421", "4.7.28", Reason.RATE_LIMITED),
        ("550 5.7.515 Access denied", "550", "5.7.515", Reason.AUTHENTICATION),
        ("451 4.7.500 Access denied, please try again later", "451", "4.7.500", Reason.RATE_LIMITED),
        (
            "550 5.7.509 sending domain does not pass DMARC verification",
            "550",
            "5.7.509",
            Reason.AUTHENTICATION,
        ),
        ("Sorry, no mailbox here by that name. (#5.1.1)", "", "5.1.1", Reason.UNKNOWN_USER),
        ("554 5.4.14 Hop count exceeded", "554", "5.4.14", Reason.NETWORK),
        ("450 4.2.0 Greylisted", "450", "4.2.0", Reason.TEMPORARY),
    ],
)
def test_a_line_of_a_server(line: str, code: str, status: str, reason: Reason) -> None:
    (recipient,) = read(line).recipients
    assert (recipient.reply_code, recipient.enhanced_status, recipient.reason) == (code, status, reason)


@pytest.mark.parametrize(
    ("word", "kind", "reason"),
    [
        ("MAILBOX_FULL", Kind.BOUNCE, Reason.MAILBOX_FULL),
        ("Mailbox full", Kind.BOUNCE, Reason.MAILBOX_FULL),
        ("Bounce: Unknown user", Kind.BOUNCE, Reason.UNKNOWN_USER),
        ("BOUNCE\nHUBSPOT_GLOBAL_BOUNCE", Kind.BOUNCE, Reason.GLOBAL_BOUNCE),
        ('{"dropReason": "PREVIOUSLY_BOUNCED"}', Kind.NOT_SENT, Reason.SUPPRESSED),
        ("Not sent reason: Graymail suppressed", Kind.NOT_SENT, Reason.LOW_ENGAGEMENT),
        ("NON_MARKETABLE_CONTACT", Kind.NOT_SENT, Reason.ACCOUNT_SETTINGS),
        ("DEFERRED", Kind.DELAY, Reason.TEMPORARY),
        ("Delivered", Kind.DELIVERED, Reason.DELIVERED),
    ],
)
def test_words_of_hubspot(word: str, kind: Kind, reason: Reason) -> None:
    reading = read(word)
    assert (reading.kind, reading.recipients[0].reason) == (kind, reason)


def test_a_notification_of_amazon() -> None:
    event = '{"notificationType":"Bounce","bounce":{"bouncedRecipients":[{"emailAddress":"kari@example.no",'
    event += '"action":"failed","status":"5.1.1","diagnosticCode":"smtp; 550 5.1.1 user unknown"}]}}'
    (recipient,) = read(event).recipients
    assert (recipient.address, recipient.reason) == ("kari@example.no", Reason.UNKNOWN_USER)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n\n",
        "Hello Kari,\n\nthe invoice of 550 kroner is paid.\n",
        "From: ola@example.no\nTo: kari@example.no\nSubject: Lunch?\n\nAt 12:30, room 5.2.1?\n",
        "Authentication-Results: mx.example.org; spf=fail smtp.mailfrom=a.example",
        "X-Forefront-Antispam-Report: CIP:192.0.2.1;SCL:5;SFV:SPM",
    ],
)
def test_what_is_no_bounce(text: str) -> None:
    reading = read(text)
    assert reading.kind is Kind.NOT_A_BOUNCE
    assert reading.problem is not None


def test_an_absence_is_an_automatic_reply() -> None:
    mail = "From: kari@example.no\nSubject: Automatisk svar\nAuto-Submitted: auto-replied\n\nI am away.\n"
    reading = read(mail)
    assert (reading.kind, reading.recipients[0].reason) == (Kind.AUTO_REPLY, Reason.VACATION)


def test_a_complaint_is_no_bounce() -> None:
    mail = (
        'From: fbl@example.net\nContent-Type: multipart/report; report-type=feedback-report; boundary="b"\n\n'
    )
    mail += "--b\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\n"
    mail += "Original-Rcpt-To: <k@example.no>\n--b--"
    reading = read(mail)
    assert (reading.kind, reading.is_bounce, reading.recipients[0].address) == (
        Kind.FEEDBACK,
        False,
        "k@example.no",
    )


def test_a_finding_is_a_code_with_arguments() -> None:
    finding = read(DSN).findings[0]
    assert finding.code == "BOUNCE_UNKNOWN_USER"
    assert dict(finding.args) == {
        "address": "kari@example.no",
        "reply_code": "550",
        "enhanced_status": "5.1.1",
        "persistence": "permanent",
    }
    assert finding.line == read(DSN).recipients[0].quote.first


def test_names_and_links_are_no_reasons() -> None:
    (recipient,) = read(
        "550 5.1.1 <spam-virus@example.no>: User unknown https://example.no/why#blocked"
    ).recipients
    assert recipient.reason is Reason.UNKNOWN_USER


def test_every_reason_has_somebody_who_acts() -> None:
    assert set(ACTORS) == set(Reason)
