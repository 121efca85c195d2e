"""Codes in a reply, and what the stage at which it came makes of its words."""

import pytest

from checker.smtp.classify import to_recipient
from checker.smtp.model import Evidence, Excerpt, Reason
from checker.smtp.reply import find_codes, plain_words

CODES = {
    "host b.example said: 552 Message size exceeds the limit": "552",
    "the server said 550 user unknown": "550",
    "host b.example said: 571 no": "571",
    "not more than 500 messages an hour": "",
    "a limit of 450 recipients": "",
    "it took 450 min": "",
    "it is full (552 MB)": "",
}


@pytest.mark.parametrize(("text", "code"), CODES.items())
def test_a_count_is_no_reply_code(text: str, code: str) -> None:
    assert find_codes(text).reply == code


def test_an_ip_address_is_a_word_and_a_version_is_none() -> None:
    words = plain_words("554 [192.0.2.1] refused by 1.2.3.4.5", find_codes(""))
    assert words == "554 [ipaddr] refused by 1.2.3.4.5"


@pytest.mark.parametrize(
    ("command", "reply", "reason"),
    [
        ("CONN", "554 rejected as spam", Reason.BLOCKED_IP),
        ("DATA", "554 rejected as spam", Reason.SPAM),
        ("MAIL", "553 the domain does not exist", Reason.SENDER_REFUSED),
        ("RCPT", "553 the domain does not exist", Reason.UNKNOWN_HOST),
        ("RCPT", "550 recipient rejected", Reason.UNKNOWN_USER),
        ("DATA", "550 recipient rejected", Reason.RECIPIENT_REFUSED),
    ],
)
def test_what_is_said_is_said_of_whom_it_can_be_said(command: str, reply: str, reason: Reason) -> None:
    assert to_recipient(Evidence(diagnostic=Excerpt(reply, 1, 1), command=command)).reason is reason


def test_the_address_of_the_server_that_answered_is_not_the_sender_s() -> None:
    said = "temporarily suspended: host mx.b.example[192.0.2.1] said: 552 mailbox full"
    assert to_recipient(Evidence(diagnostic=Excerpt(said, 1, 1))).reason is Reason.MAILBOX_FULL
