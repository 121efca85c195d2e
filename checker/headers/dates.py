"""Dates in Received fields: RFC 5322 with its old forms, ISO 8601 and ctime; anything else is no date."""

import re
from datetime import UTC, datetime, timedelta, timezone

_MONTHS = {
    name: number
    for number, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], start=1
    )
}
_TIME = r"(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?:[:.](?P<second>\d\d)(?P<part>\.\d{1,9})?)?"
_ZONE = r"(?:[ \t]*(?P<ampm>[AP]M)\b)?(?:[ \t]*\(?(?P<zone>[+-]\d\d:?\d\d|[A-Za-z]{1,5})\b)?"
_RFC = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})[ \t-]{{1,3}}(?P<month>[A-Za-z]{{3}})[A-Za-z]{{0,6}}\.?,?[ \t-]{{1,3}}"
    rf"(?P<year>\d{{4}}|\d\d)(?!\d)(?:[ \t,]{{1,3}}{_TIME}{_ZONE})?"
)
_CTIME = re.compile(
    rf"(?P<month>[A-Z][a-z]{{2}})[ \t]{{1,2}}(?P<day>\d{{1,2}})[ \t]{{1,2}}{_TIME}"
    rf"(?:[ \t]{{1,2}}(?P<zone>[+-]\d{{4}}|[A-Z]{{1,5}}))?[ \t]{{1,2}}(?P<year>\d{{4}})"
)
_ISO = re.compile(rf"(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d)(?:[ \tT]{{1,2}}{_TIME}{_ZONE})?")
_ZONES: dict[str, float] = {
    **{"est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7},
    **{"cet": 1, "cest": 2, "bst": 1, "eet": 2, "eest": 3, "msk": 3, "jst": 9, "ist": 5.5},
}
_LONGEST = 300


def seconds(text: str) -> float | None:
    """Seconds since 1970, or nothing where the text holds no date."""
    text = text[:_LONGEST]
    for form in (_RFC, _ISO, _CTIME):
        match = form.search(text)
        if match:
            return _seconds(match.groupdict())
    return None


def _seconds(found: dict[str, str | None]) -> float | None:
    try:
        moment = datetime(
            _year(found["year"] or ""),
            _month(found["month"] or ""),
            int(found["day"] or 0),
            _hour(int(found["hour"] or 0), found.get("ampm")),
            int(found["minute"] or 0),
            min(int(found["second"] or 0), 59),  # a leap second is no date for Python
            tzinfo=_zone(found["zone"] or ""),
        )
        return moment.timestamp() + float(found["part"] or 0)
    except (ValueError, OverflowError, KeyError):
        return None


def _year(text: str) -> int:
    """RFC 5322 section 4.3: two digits mean 1950 to 2049."""
    year = int(text)
    return year if len(text) > 2 else year + (2000 if year < 50 else 1900)


def _month(text: str) -> int:
    return int(text) if text.isdigit() else _MONTHS[text.lower()]


def _hour(hour: int, half: str | None) -> int:
    if half is None:
        return hour
    return hour % 12 + (12 if half == "PM" else 0)


def _zone(text: str) -> timezone:
    """An unknown name counts as UTC, as RFC 5322 section 4.3 says."""
    if text[:1] in "+-" and text:
        digits = text[1:].replace(":", "")
        offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
        return timezone(offset if text[0] == "+" else -offset)
    return timezone(timedelta(hours=_ZONES[text.lower()])) if text.lower() in _ZONES else UTC


def iso(moment: float) -> str:
    """The moment as `2026-11-23 10:11:12` in UTC."""
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=moment)).strftime("%Y-%m-%d %H:%M:%S")
