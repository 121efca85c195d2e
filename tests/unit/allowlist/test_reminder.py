"""The calendar file."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from checker.allowlist.reminder import calendar

DAY, MADE = date(2027, 2, 28), date(2026, 11, 25)


def test_it_is_an_event_of_one_day() -> None:
    text = calendar(DAY, MADE, "Look at the rule", "example.com")
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert "DTSTART;VALUE=DATE:20270228\r\nDTEND;VALUE=DATE:20270301\r\n" in text
    assert "DTSTAMP:20261125T000000Z\r\n" in text


def test_special_signs_are_written_as_the_standard_wants() -> None:
    assert "SUMMARY:a\\, b\\; c\\\\ d\\ne\r\n" in calendar(DAY, MADE, "a, b; c\\ d\ne", "")


@given(st.text(), st.text())
def test_no_text_makes_a_line_of_its_own_or_a_long_one(title: str, text: str) -> None:
    lines = calendar(DAY, MADE, title, text).split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    whole = calendar(DAY, MADE, title, text).replace("\r\n ", "")
    assert [line.partition(":")[0] for line in whole.split("\r\n")].count("SUMMARY") == 1
    assert len(whole.split("\r\n")) == 19
    assert "\n" not in whole.replace("\r\n", "")
