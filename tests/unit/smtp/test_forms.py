"""The forms that kinds of servers give a bounce; written here after their documentation and by memory."""

import pytest

from checker.smtp.model import Reason
from checker.smtp.read import read

HEAD = "From: Postmaster <postmaster@mx.example.com>\nTo: <me@example.com>\nSubject: Undeliverable: Hello\n\n"

FORMS = {
    "MailMarshal": (
        "Your message:\n   From:    me@example.com\n\nCould not be delivered because of\n\n"
        "550 5.1.1 User unknown\n\nThe following recipients were affected:\n   kari@b.example\n",
        ("550", "5.1.1", Reason.UNKNOWN_USER),
    ),
    "MailMarshal, with more behind the reply": (
        "Your message:\n   From:    me@example.com\n\nCould not be delivered because of\n\n"
        "550 5.1.1 User unknown\n\nThe following recipients were affected:\n   kari@b.example\n\n"
        "Additional Information\n======================\nOriginal Sender:    <me@example.com>\n",
        ("550", "5.1.1", Reason.UNKNOWN_USER),
    ),
    "Apache James": (
        "Hi. This is the James mail server at b.\nI'm afraid I wasn't able to deliver your message to "
        "the following addresses.\n\nFailed recipient(s):\nkari@b.example\n\n"
        "Error message:\n550 5.2.2 mailbox is full\n\n"
        "Message details:\n  MAIL FROM: me@example.com\n  RCPT TO: kari@b.example\n",
        ("550", "5.2.2", Reason.MAILBOX_FULL),
    ),
    "Apache James, with the sender behind the reply": (
        "Hi. This is the James mail server at b.\n\nFailed recipient(s):\nkari@b.example\n\n"
        "Error message:\n550 5.1.1 <kari@b.example>... User unknown\n\n"
        "Message details:\n  Subject: Hello\n  MAIL FROM: me@example.com\n",
        ("550", "5.1.1", Reason.UNKNOWN_USER),
    ),
    "Exchange 5.5": (
        "Your message\n\n  Subject: Hello\n\ndid not reach the following recipient(s):\n\n"
        "kari@b.example on Mon, 23 Nov 2026 16:51:51 -0500\n    The recipient's mailbox is full\n"
        "    The MTS-ID of the original message is: c=no;a= ;p=b;l=B-1\n",
        ("", "", Reason.MAILBOX_FULL),
    ),
    "GroupWise": (
        "The attached file had the following undeliverable recipient(s):\n   kari@b.example\n\n"
        "Transcript of session follows:\nCommand: RCPT TO:<kari@b.example>\n"
        "Response: 550 5.1.1 User not found\n",
        ("550", "5.1.1", Reason.UNKNOWN_USER),
    ),
    "Mimecast": (
        "This is a delivery failure notification message indicating that an email you addressed to email "
        "address :\n-- kari@b.example\n\ncould not be delivered.\n\nAdditional information follows :\n"
        "-- 550 Rejected by header based Anti-Spoofing policy\n",
        ("550", "", Reason.POLICY),
    ),
    "Bounces in French": (
        "Le message n'a pu être remis au destinataire suivant :\n\n  kari@b.example\n\n"
        "  552 5.2.2 La boîte du destinataire est pleine\n",
        ("552", "5.2.2", Reason.MAILBOX_FULL),
    ),
    "Sendmail's transcript": (
        "   ----- The following addresses had permanent fatal errors -----\n<kari@b.example>\n"
        "----- Transcript of session follows -----\n>>> RCPT TO:<kari@b.example>\n<<< 553 Bad recipient\n",
        ("553", "", Reason.UNKNOWN_USER),
    ),
    "InterScan": (
        "Sent >>> RCPT TO:<kari@b.example>\nReceived <<< 550 5.1.1 <kari@b.example>... user unknown\n\n"
        "Unable to deliver message to <kari@b.example>.\n",
        ("550", "5.1.1", Reason.UNKNOWN_USER),
    ),
    "MDaemon": (
        "The attached message had PERMANENT fatal delivery errors!\n\nFailed address: kari@b.example\n\n"
        " Mon: --> RCPT To:<kari@b.example>\n Mon: <-- 550 no such user\n",
        ("550", "", Reason.UNKNOWN_USER),
    ),
    "Exchange 2003": (
        "Your message did not reach some or all of the intended recipients.\n\n"
        "The following recipient(s) could not be reached:\n\n      'kari@b.example' on 23.11.2026 10:11\n"
        "            The e-mail account does not exist at the organization this message was sent to.\n"
        "            <mx.b.example #5.1.1>\n",
        ("", "5.1.1", Reason.UNKNOWN_USER),
    ),
    "Microsoft 365 in Norwegian": (
        "Meldingen til kari@b.example kunne ikke leveres.\n\nFinner ikke kari på b.example.\n\n"
        "Diagnostisk informasjon for administratorer:\nkari@b.example\nRemote Server returned "
        "'550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup'\n",
        ("550", "5.1.10", Reason.UNKNOWN_USER),
    ),
    "Gmail in Norwegian": (
        "** Adressen ble ikke funnet **\n\nE-posten ble ikke levert til kari@b.example fordi den er borte.\n"
        "\nSvaret var:\n\n550 5.1.1 The email account that you tried to reach does not exist.\n",
        ("550", "5.1.1", Reason.UNKNOWN_USER),
    ),
    "SmarterMail": (
        "Could not deliver message to the following recipient(s):\n\nFailed Recipient: kari@b.example\n"
        "Reason: Remote host said: 552 mailbox full\n",
        ("552", "", Reason.MAILBOX_FULL),
    ),
    "Zimbra": (
        "<kari@b.example>: host mx.b.example[192.0.2.1] said: 550 5.2.1 Mailbox\n    unavailable: account is "
        "disabled (in reply to RCPT TO command)\n",
        ("550", "5.2.1", Reason.SUSPENDED),
    ),
}


@pytest.mark.parametrize("name", FORMS)
def test_a_form(name: str) -> None:
    text, expected = FORMS[name]
    (one,) = read(HEAD + text).recipients
    assert one.address == "kari@b.example"
    assert (one.reply_code, one.enhanced_status, one.reason) == expected
