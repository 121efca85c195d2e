"""Weighing the signs: is this message a bounce, a complaint, an automatic reply, or none of them?"""

import re
from functools import cache, lru_cache

from checker.smtp.mime import Headers
from checker.smtp.model import Excerpt
from checker.smtp.reply import find_codes
from checker.tables.bounces import Phrase, marks

_PAGE = 6000
_FRAME = ("opening", "subject", "frame")
_DAEMON = re.compile(r"mailer[- _]?daemon|mail delivery", re.IGNORECASE)


@cache
def returned_starts() -> tuple[str, ...]:
    """How a line begins from which on the text is the returned message."""
    return tuple(mark.pieces[0] for mark in marks("returned"))


def has_mark(text: str, mark: str) -> bool:
    """Say whether a text has any mark of that sort."""
    lowered = text[:_PAGE].lower().replace("’", "'")
    for first, phrase in _rows(mark):  # noqa: SIM110 - a plain loop takes half the time, and this is asked of lines
        if first in lowered and phrase.fits(lowered):
            return True
    return False


@cache
def _rows(mark: str) -> tuple[tuple[str, Phrase], ...]:
    return tuple((phrase.pieces[0], phrase) for phrase in marks(mark))


def is_frame(excerpt: Excerpt) -> bool:
    """Say whether a text only says that there was a bounce, and for whom, but not one word of why."""
    lines = excerpt.text.split("\n")
    return all("@" in line or _is_frame_line(line) for line in lines if line)


def without_frame(excerpt: Excerpt, *, openings: bool = True) -> Excerpt:
    """Give a text without the lines that stand in every bounce of that server's.

    `openings` go, too: most only say that there was a bounce, few also say why.
    """
    lines = excerpt.text.split("\n")
    is_frame_line = _is_frame_line if openings else _is_pure_frame_line
    kept = [line for line in lines if not is_frame_line(line) or find_codes(line).start >= 0]
    return Excerpt("\n".join(kept), excerpt.first, excerpt.last)


@lru_cache(256)
def _is_frame_line(line: str) -> bool:
    return any(has_mark(line, mark) for mark in _FRAME)


@lru_cache(256)
def _is_pure_frame_line(line: str) -> bool:
    return has_mark(line, "frame")


def header_signs(headers: Headers) -> int:
    """Count what the header says for a bounce: sender, empty return path, subject, failed recipients."""
    return (
        has_mark(headers.get("from"), "sender")
        + (headers.get("return-path").strip() in ("<>", "<#@[]>") or headers.get("from").strip() == "<>")
        + has_mark(headers.get("subject"), "subject")
        + 2 * bool(headers.get("x-failed-recipients"))
        + is_report(headers)
    )


def text_signs(around: Excerpt, *, coded: bool, named: bool, meant: bool) -> int:
    """Count what the text says for a bounce."""
    opening = has_mark(around.text, "opening")
    return opening + (coded or meant) + (named and (opening or coded))


def is_bounce(header: int, text: int) -> bool:
    """Ask for a sign in each of the two, or for all of those in the text."""
    return (header > 0 and text > 0 and header + text > 2) or text > 2 or header > 1


def is_report(headers: Headers) -> bool:
    """Say whether it declares itself a delivery status notification (RFC 6522 section 3)."""
    return "delivery-status" in headers.get("content-type").lower()


def is_daemon(headers: Headers) -> bool:
    """Say whether a mail server wrote it, and not just somebody at the postmaster's desk."""
    return _DAEMON.search(headers.get("from")) is not None


def is_automatic_reply(headers: Headers) -> bool:
    """RFC 3834 section 5, and the fields and subjects that came before it."""
    submitted = headers.get("auto-submitted").partition(";")[0].partition("(")[0].strip().lower()
    return (
        submitted in ("auto-replied", "auto-generated-replied")
        or bool(headers.get("x-autoreply") or headers.get("x-autorespond"))
        or headers.get("precedence").strip().lower() in ("auto_reply", "auto-reply")
        or has_mark(headers.get("subject"), "automatic")
    )
