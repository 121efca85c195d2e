"""At which command the server said no, as each kind of server tells it."""

import pytest

from checker.smtp.stage import find_command

TOLD = {
    "host mx.b.example said: 550 no (in reply to RCPT TO command)": "RCPT",
    "host mx.b.example said: 550 no (in reply to end of DATA command)": "DATA",
    "host mx.b.example said: 550 no (in reply\nto RCPT TO command)": "RCPT",
    "SMTP error from remote mail server after MAIL FROM:<a@b.example> SIZE=1": "MAIL",
    ">>> RCPT To:<a@b.example>\n<<< 550 no": "RCPT",
    "Sent >>> RCPT TO:<a@b.example>\nReceived <<< 550 5.1.1 unknown user": "RCPT",
    "--> RCPT To:<a@b.example>\n<-- 550 no such user here": "RCPT",
    "--> MAIL From:<a@b.example>\n<-- 250 ok\n--> DATA\n<-- 554 no": "DATA",
    "host mx.b.example did not like our RCPT TO:": "RCPT",
    "192.0.2.1 does not like recipient.": "RCPT",
    "The error that the other server returned was: 550 550 no such user (state 14).": "RCPT",
    "The error that the other server returned was: 554 554 spam (state 18).": "DATA",
    "host mx.b.example refused to talk to me: 554 no": "CONN",
    "550 no": "",
}


@pytest.mark.parametrize(("text", "command"), TOLD.items(), ids=lambda value: str(value)[:30])
def test_the_command(text: str, command: str) -> None:
    assert find_command(text) == command
