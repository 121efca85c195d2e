"""HubSpot's own words for a bounce, for an e-mail that was not sent, and for an event, as pasted."""

import re
from collections.abc import Sequence

from checker.smtp.mime import Line
from checker.smtp.model import Excerpt, Kind, Persistence, Reading, Reason, Recipient
from checker.smtp.reply import find_codes
from checker.tables.bounces import Word, hubspot_words

MOST_LINES = 40
_LONG_WORD = re.compile(r"\b[A-Z]{2,30}(?:_[A-Z]{1,30}){1,8}\b")
_NOT_A_LETTER = re.compile(r"[^A-Z]+")
_LABEL = re.compile(r"[^:]{0,40}:\s*")
_LONGEST_LINE = 200


def read_hubspot(lines: Sequence[Line]) -> Reading | None:
    """Recognise a short paste that holds one of the words, as code or as it shows on the contact's record.

    The most telling word wins: "BOUNCE, MAILBOX_FULL" is about the mailbox.
    """
    filled = [(number, text) for number, text in lines if text.strip()]
    if not filled or len(filled) > MOST_LINES or any(len(text) > _LONGEST_LINE for _, text in filled):
        return None
    found = [(word, line) for line in filled for word in _words(line[1])]
    if not found:
        return None
    word, line = next((pair for pair in found if pair[0].reason != Reason.UNCLEAR), found[0])
    return _reading(word, line)


def _words(text: str) -> list[Word]:
    """A word in code is found anywhere; a plain one only where it is all there is, or all after a label."""
    known = hubspot_words()
    if find_codes(text).start >= 0:
        return []
    names = _LONG_WORD.findall(text)
    for plain in (text, _LABEL.sub("", text, count=1)):
        names.append(_NOT_A_LETTER.sub("_", plain.upper()).strip("_"))
    return [known[name] for name in names if name in known]


def _reading(word: Word, line: Line) -> Reading:
    quote = Excerpt(line[1].strip(), line[0], line[0])
    recipient = Recipient("", "", "", "", Persistence(word.persistence), Reason(word.reason), quote)
    return Reading(Kind(word.kind), (recipient,))
