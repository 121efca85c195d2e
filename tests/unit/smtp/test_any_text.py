"""Whatever is pasted, however long: an answer, never an exception."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.octets import scrub
from checker.smtp.model import Kind, Reading
from checker.smtp.read import read
from tests.unit.smtp.test_read import DSN, QMAIL

PIECES = st.sampled_from(
    [
        *(
            "550 5.1.1 ",
            "Final-Recipient: rfc822;",
            "<a@b.example>",
            "Content-Type: multipart/report; boundary=b",
            "\n",
        ),
        *(
            "--b",
            "--b--",
            "Content-Transfer-Encoding: base64",
            "=?utf-8?b?/w==?=",
            "> ",
            "From x Mon 2026",
            "\r",
            "\x00",
        ),
        *(
            "Content-Type: message/rfc822",
            "{",
            '"notificationType":"Bounce"',
            ">>> RCPT",
            "<<< 550",
            "\ud800",
            "å",
            "=",
        ),
        *(
            "Action: failed",
            "Status: 5.",
            "Subject: Undelivered",
            "MAILBOX_FULL",
            "----- Original message -----",
            " ",
            "\t",
        ),
    ]
)


def _holds(reading: Reading) -> None:
    for recipient in reading.recipients:
        json.dumps([recipient.address, recipient.quote.text]).encode()
        scrub(recipient.address).encode()
    assert (reading.kind is Kind.NOT_A_BOUNCE) == (not reading.recipients and reading.problem is not None)
    assert all(finding.code.startswith("BOUNCE_") for finding in reading.findings)


@given(st.text())
def test_any_text(text: str) -> None:
    _holds(read(text))


@given(st.binary())
def test_any_bytes(data: bytes) -> None:
    _holds(read(data))


@given(st.lists(PIECES | st.text(max_size=5), max_size=60).map("".join))
def test_pieces_of_bounces_in_any_order(text: str) -> None:
    _holds(read(text))
    _holds(read(text.encode("utf-8", "replace")))


@given(st.sampled_from([DSN, QMAIL]), st.integers(0, 2000), st.integers(0, 2000), st.text(max_size=20))
def test_bounces_with_something_cut_out(text: str, start: int, length: int, instead: str) -> None:
    _holds(read(text[:start] + instead + text[start + length :]))


HEAD = "From: MAILER-DAEMON@example.org\nSubject: failure notice\n"


@pytest.mark.parametrize(
    "text",
    [
        "x" * 10_000_000,
        "550 " * 2_500_000,
        "<a@b.example>: 550 5.1.1 no\n" * 100_000,
        "Final-Recipient: rfc822;a@b.example\nStatus: 5.1.1\n\n" * 50_000,
        HEAD + "\n" + "a@" * 2_000_000,
        HEAD + " folded\n" * 100_000,
        "X-A: b\n" * 100_000 + HEAD + "\n550 no\n",
        "> " * 100_000 + "\n" + ">" * 100_000,
        HEAD + "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n" * 100_000,
        (HEAD + "Content-Type: message/rfc822\n\n") * 5_000,
        "From a Mon 2026\nSubject: x\n\n" * 50_000,
        '{"notificationType":' + "[" * 1_000_000,
        HEAD + "Content-Type: text/html\n\n" + "<" * 1_000_000,
        HEAD + "Subject: " + "=?utf-8?q?a?= " * 100_000 + "\n\n550 no",
    ],
    ids=lambda text: f"{text[:12]!r} {len(text)}",
)
def test_long_inputs_come_to_an_end(text: str) -> None:
    _holds(read(text))
    _holds(read(text.encode()))
