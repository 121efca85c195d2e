"""What a text is in which no bounce was found, so that the reader can be told what to paste instead."""

import re
from collections.abc import Sequence

from checker.smtp.mime import read_headers
from checker.smtp.model import Problem

_OUTLOOK_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAGIC = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"%PDF-",
    b"PK\x03\x04",
    b"RIFF",
    b"BM",
    b"II*\x00",
    b"\x1f\x8b",
)
_SAMPLE = 4000
_PICTURE = re.compile(r"(?i)\s*(?:<img\b[^>]*>|data:image/\S*|!?\[(?:image|cid|bilde|bild)\b[^\]]*\])\s*")
# How Outlook writes the head of a message into a reply or a copy, in the languages of its users.
_SENT = re.compile(
    r"(?i)[ \t>*]*(?:sent|sendt|skickat|gesendet|envoyé|enviado|inviato|verzonden|lähetetty)\*?[ \t]*:"
)
_HEAD = re.compile(
    r"(?i)[ \t>*]*(?:from|to|subject|cc|fra|til|emne|kopi|från|till|ämne|von|an|betreff|de|à|objet|para|"
    r"asunto|da|a|oggetto|van|aan|onderwerp)\*?[ \t]*:"
)
_COMMAND = re.compile(
    r"(?i)[\W\d]{0,40}(?:c:|client:|out:|in:|>+|~>)?[ \t]*(?:ehlo|helo|lhlo|mail from:|rcpt to:|"
    r"data$|quit$|starttls)"
)
_REPLY = re.compile(
    r"(?:[\W\d]{0,40}(?:s:|server:|<+|<~)[ \t]*|[ \t]*)(?:220|221|235|250|334|354)[ -]", re.IGNORECASE
)
_MAIL = frozenset(
    {"received", "message-id", "dkim-signature", "authentication-results", "return-path", "received-spf"}
    | {"arc-seal", "arc-authentication-results", "x-forefront-antispam-report", "x-microsoft-antispam"}
)
_LETTER = frozenset({"from", "to", "subject", "date"})
_MOST_LINES = 400


def name_problem(source: str | bytes, lines: Sequence[str]) -> Problem:
    """Say what it is; `lines` are those of the source as text."""
    start = source[:_SAMPLE]
    raw = start if isinstance(start, bytes) else start.encode("latin-1", "replace")
    if not source.strip():
        return Problem.EMPTY
    if raw.startswith(_OUTLOOK_FILE):
        return Problem.OUTLOOK_FILE
    if raw.startswith(_MAGIC) or _is_binary(start) or _only_pictures(lines):
        return Problem.NO_TEXT
    return _of_text(lines[:_MOST_LINES])


def _of_text(lines: Sequence[str]) -> Problem:
    if sum(bool(_COMMAND.match(line)) for line in lines) > 1 and any(_REPLY.match(line) for line in lines):
        return Problem.SMTP_LOG
    if any(_SENT.match(line) for line in lines) and sum(bool(_HEAD.match(line)) for line in lines) > 1:
        return Problem.OUTLOOK_COPY
    names = {name for name, _ in read_headers(lines, 0, len(lines))[0].fields}
    return Problem.ORDINARY_MAIL if names & _MAIL or len(names & _LETTER) > 2 else Problem.NOTHING_FOUND


def _is_binary(start: str | bytes) -> bool:
    """Count control characters; UTF-16 has NULs, but then every other byte is one."""
    text = start.decode("latin-1") if isinstance(start, bytes) else start
    odd = sum(char < " " and char not in "\t\n\r\f\v\x1b" for char in text)
    return odd * 20 > len(text) and text.count("\0") * 5 < len(text) * 2


def _only_pictures(lines: Sequence[str]) -> bool:
    filled = [line for line in lines[:_MOST_LINES] if line.strip()]
    return bool(filled) and all(_PICTURE.fullmatch(line[:_SAMPLE]) for line in filled)
