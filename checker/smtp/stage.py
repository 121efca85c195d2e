"""At which SMTP command the server said no, where the bounce tells."""

import re
from functools import lru_cache

_WORDS = {
    "data": "DATA",
    "end of data": "DATA",
    "end of data (message may be sent more than once)": "DATA",
    "final data": "DATA",
    "text": "DATA",
    "bdat": "DATA",
    "rcpt": "RCPT",
    "rcpt to": "RCPT",
    "rcpt_to": "RCPT",
    "recipient": "RCPT",
    "mail": "MAIL",
    "mail from": "MAIL",
    "mail_from": "MAIL",
    "helo": "HELO",
    "ehlo": "HELO",
    "lhlo": "HELO",
    "initial connection": "CONN",
    "connect": "CONN",
    "connection": "CONN",
    "greeting": "CONN",
    "starttls": "STARTTLS",
}
_COMMAND = (
    r"(end of data|final data|rcpt[ _]to|mail[ _]from|initial connection|data|text|rcpt|mail|helo|ehlo|lhlo|"
    r"starttls|greeting|bdat|connect)\b"
)
# How each kind of server puts it: Postfix, Exim, Sendmail, qmail and its relatives, DragonFly, gateways. The
# words before each pattern stand in every text that it fits; to look for them first is quick.
_PLACES = tuple(
    (needle, re.compile(pattern))
    for needle, pattern in (
        ("in reply to", rf"in reply to (?:the )?{_COMMAND}"),
        ("after ", rf"\bafter (?:pipelined )?(?:the )?(?:sending )?{_COMMAND}"),
        (
            "while ",
            rf"while (?:sending|performing the|receiving the) (?:the )?(?:initial )?(?:server )?{_COMMAND}",
        ),
        ("did not like our", rf"did not like our {_COMMAND}"),
        *(
            (word, rf"\b(?:for|in response to|during|on|at) (?:the |your )?{_COMMAND}(?: to)? ?{word}")
            for word in ("command", "stage", "phase")
        ),
        ("response to", rf"response to {_COMMAND}"),
        ("smtp:", rf"\bsmtp:{_COMMAND} host"),
        ("[", r"\[(rcpt_to|mail_from|data|bdat|helo|ehlo|connect)\]"),
        ("smtp command", rf"smtp command:?\s{_COMMAND}"),
        (" command", rf"^(?:smtp )?(?:error|failure)[^.]{{0,40}}\bto {_COMMAND} command"),
    )
)
_SAID = (
    ("does not like recipient", "RCPT"),
    ("did not like recipient", "RCPT"),
    ("but sender was rejected", "MAIL"),
    ("failed on mail from command", "MAIL"),
    ("but greeting failed", "CONN"),
    ("but my name was rejected", "HELO"),
    ("failed after i sent the message", "DATA"),
    ("failed on data command", "DATA"),
    ("refused to talk to me", "CONN"),
    ("sender address rejected", "MAIL"),
)
# Sendmail and InterScan mark what was sent with >>>, MDaemon with -->.
_SENT = re.compile(r"(?:>>|--)>\s{0,3}(data|rcpt|mail|helo|ehlo|bdat|\.)", re.IGNORECASE)
_REFUSED = re.compile(r"<(?:<<|--)\s{0,3}[45]\d\d")
_GOOGLE = re.compile(r"\(state (\d{1,2})\)\.?$", re.MULTILINE)
_STATES = {"13": "RCPT", "14": "RCPT", "17": "DATA", "18": "DATA"}
"""Where Google's sender stood, by the number it put behind the reply: from memory, documented nowhere."""


@lru_cache(64)  # what is said to all is asked of each recipient
def find_command(text: str) -> str:
    """Name the command that was refused, or nothing."""
    if ">>>" in text or "-->" in text:
        sent = _transcript(text)
        if sent:
            return sent
    lowered = text.lower().replace(
        "\n", " "
    )  # Postfix wraps its lines: "(in reply", then "to RCPT TO command)"
    for needle, place in _PLACES:
        match = place.search(lowered) if needle in lowered else None
        if match:
            return _WORDS[" ".join(match[1].split())]
    google = _GOOGLE.search(text)
    if google:
        return _STATES.get(google[1], "")
    return next((command for words, command in _SAID if words in lowered), "")


def _transcript(text: str) -> str:
    """In Sendmail's transcript: the last command that stands before the first refusal."""
    refused = _REFUSED.search(text)
    end = refused.start() if refused else len(text)
    sent = [match[1].lower() for match in _SENT.finditer(text, 0, end)]
    return _WORDS.get(sent[-1], "DATA") if sent else ""
