"""A text that is no bounce gets a name of its own, so that the reader knows what to paste instead."""

import pytest

from checker.messages.bounce import PROBLEMS
from checker.smtp.model import Kind, Problem, Reason
from checker.smtp.read import read

OUTLOOK = (
    "From: Kari <kari@example.com>\nSent: Monday, November 23, 2026\nTo: <ola@example.no>\nSubject: Hi\n"
)
MAIL = "Received: from a.example by b.example; Mon, 23 Nov 2026 10:11:12 +0100\nFrom: a@example.com\n\nHi\n"
LOG = "220 mx.example.no\nEHLO a.example\n250 mx.example.no\nMAIL FROM:<a@example.com>\n250 Ok\nQUIT\n"

TEXTS: dict[str | bytes, Problem] = {
    "": Problem.EMPTY,
    b" \r\n\t": Problem.EMPTY,
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500): Problem.OUTLOOK_FILE,
    "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more": Problem.OUTLOOK_FILE,
    b"\x89PNG\r\n\x1a\n" + bytes(range(256)): Problem.NO_TEXT,
    bytes(range(1, 32)) * 30: Problem.NO_TEXT,
    "[cid:image001.png@01DC0000.AB]": Problem.NO_TEXT,
    "data:image/png;base64,AAAA": Problem.NO_TEXT,
    OUTLOOK: Problem.OUTLOOK_COPY,
    OUTLOOK.replace("From:", "Fra:").replace("Sent:", "Sendt:").replace("To:", "Til:"): Problem.OUTLOOK_COPY,
    MAIL: Problem.ORDINARY_MAIL,
    "From: a@example.com\nTo: b@example.no\nSubject: Hi\n\nHello": Problem.ORDINARY_MAIL,
    LOG: Problem.SMTP_LOG,
    "C: EHLO a.example\nS: 250 mx\nC: MAIL FROM:<a@example.com>\nS: 250 Ok": Problem.SMTP_LOG,
    "Hello, is anybody there?": Problem.NOTHING_FOUND,
}


@pytest.mark.parametrize(("source", "problem"), TEXTS.items(), ids=lambda value: str(value)[:20])
def test_what_it_is_instead(source: str | bytes, problem: Problem) -> None:
    reading = read(source)
    assert (reading.kind, reading.problem) == (Kind.NOT_A_BOUNCE, problem)
    assert [finding.code for finding in reading.findings] == [f"BOUNCE_{problem.name}"]


def test_every_problem_has_words() -> None:
    assert set(PROBLEMS) == set(Problem)


def test_a_bounce_has_no_problem() -> None:
    assert read("550 5.1.1 User unknown").problem is None


def test_a_log_with_a_refusal_is_read() -> None:
    refused = LOG.replace("QUIT", "RCPT TO:<b@example.no>\n550 5.1.1 <b@example.no>: User unknown\nQUIT")
    assert [one.reason for one in read(refused).recipients] == [Reason.UNKNOWN_USER]


def test_a_mail_saved_by_apple_mail() -> None:
    bounce = "From: MAILER-DAEMON@example.com\nSubject: Undelivered\n\n<b@example.no>: 550 User unknown\n"
    assert read(f"{len(bounce)}\n{bounce}<?xml version='1.0'?>").recipients[0].address == "b@example.no"
