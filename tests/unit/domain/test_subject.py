"""What a reader types about a domain."""

from hypothesis import given
from hypothesis import strategies as st

from checker.domain.model import Subject
from checker.domain.subject import subject_of

FIELDS = ("domain", "from_address", "mail_from", "ip", "selector", "hub_id")


def test_every_field_may_be_missing() -> None:
    assert subject_of({}) == Subject("")
    assert subject_of({"domain": "https://Example.NO/"}) == Subject("example.no")


def test_the_fields_are_read_as_people_write_them() -> None:
    typed = {
        "domain": "example.no",
        "from_address": "Nyheter <news@news.example.no>",
        "mail_from": " bounce@bf01.example.net ",
        "ip": " 192.0.2.1 ",
        "selector": "hs1-123, hs2-123;s1",
        "hub_id": "1234567",
    }
    assert subject_of(typed) == Subject(
        "example.no",
        "news.example.no",
        "bounce@bf01.example.net",
        "192.0.2.1",
        ("hs1-123", "hs2-123", "s1"),
        account="1234567",
    )


@given(st.fixed_dictionaries({}, optional={name: st.text() for name in FIELDS}))
def test_any_text_is_a_subject(fields: dict[str, str]) -> None:
    assert isinstance(subject_of(fields), Subject)
