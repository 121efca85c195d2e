"""A calendar file that reminds of an allowlist entry (RFC 5545): the day and the words are passed in."""

from datetime import date, timedelta

_LONGEST_LINE = 75
"""Octets, RFC 5545 section 3.1."""
_SPECIAL = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": ""})


def calendar(day: date, made: date, title: str, text: str) -> str:
    """An all-day event with an alarm; lines end in CRLF and are folded."""
    stamp = f"{made:%Y%m%d}T000000Z"
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Fremme//Allowlist//EN",
        "BEGIN:VEVENT",
        f"UID:{day:%Y%m%d}-{stamp}@fremme.example",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_text(title)}",
        f"DESCRIPTION:{_text(text)}",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_text(title)}",
        "TRIGGER:PT9H",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _text(text: str) -> str:
    plain = "".join(sign for sign in text if sign >= " " or sign == "\n")
    return plain.encode(errors="replace").decode().translate(_SPECIAL)


def _folded(line: str) -> str:
    """Break a line between characters, never within one."""
    pieces, piece, size = [], "", 0
    for sign in line:
        width = len(sign.encode())
        if size + width > _LONGEST_LINE:
            pieces.append(piece)
            piece, size = "", 1  # the space that begins the next line
        piece += sign
        size += width
    return "\r\n ".join([*pieces, piece])
