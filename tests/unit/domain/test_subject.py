"""What a reader types about a domain."""

from hypothesis import given
from hypothesis import strategies as st

from checker.domain.model import Subject
from checker.domain.subject import FIELDS, read_subject


def test_every_field_may_be_missing() -> None:
    assert read_subject({}) == Subject("")
    assert read_subject({"domain": "https://Example.NO/"}) == Subject("example.no")


def test_the_fields_are_read_as_people_write_them() -> None:
    typed = {
        "domain": "example.no",
        "from": "Nyheter <news@news.example.no>",
        "mail_from": "<bounce@bf01.example.net>",
        "ip": " 192.0.2.1 ",
        "selectors": "hs1-123, hs2-123;s1",
        "hub_id": "1234567",
    }
    assert read_subject(typed) == Subject(
        "example.no",
        "news.example.no",
        "bounce@bf01.example.net",
        "192.0.2.1",
        ("hs1-123", "hs2-123", "s1"),
        account="1234567",
    )


def test_a_from_address_alone_is_enough() -> None:
    assert read_subject({"from": "news@example.no"}).domain == "example.no"


def test_a_number_is_a_number() -> None:
    assert read_subject({"domain": "example.no", "hub_id": "12{account}"}).account == ""


@given(st.fixed_dictionaries({}, optional={name: st.text() for name in FIELDS}))
def test_any_text_is_a_subject(fields: dict[str, str]) -> None:
    assert isinstance(read_subject(fields), Subject)
