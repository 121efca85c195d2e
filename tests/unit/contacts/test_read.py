"""Counting lists: HubSpot's export and others, every encoding, and what is no list."""

import codecs
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.contacts.model import Code, Kind, Pattern, Result, Status
from checker.contacts.read import MOST_KEPT, Reader
from checker.tables.load import systems

HUBSPOT = (
    "Recipient,Sent At (Your time zone),Sent,Delivered,Opened,Clicked,Not Sent Reason,Bounce,Bounce Reason,"
    "Spam Report,Unsubscribed,Hub ID\r\n"
)
SYSTEMS = {"gmail.com": "gmail", "example.com": "m365", "example.org": "proofpoint"}


def row(
    address: str, delivered: bool = True, opened: bool = False, not_sent: str = "", bounce: str = ""
) -> str:
    flags = (not not_sent, delivered and not bounce and not not_sent, opened)
    sent, arrived, seen = (str(flag).upper() for flag in flags)
    back = str(bool(bounce)).upper()
    return f"{address},2026-11-24,{sent},{arrived},{seen},FALSE,{not_sent},{back},{bounce},FALSE,FALSE,1\r\n"


def read(data: bytes | str, size: int = 1 << 20, most: int = 50_000) -> Result:
    reader = Reader(SYSTEMS.get, most)
    for at in range(0, len(data), size):
        reader.feed(data[at : at + size])
    return reader.finish()


def codes(result: Result) -> dict[str, str]:
    return {finding.code: finding.args["value"] for finding in result.findings}


def test_hubspots_export() -> None:
    result = read(
        HUBSPOT
        + row("a@gmail.com", opened=True)
        + row("b@gmail.com")
        + row("c@example.com", bounce="MAILBOX_FULL")
        + row("d@example.com", bounce="UNKNOWN_USER")
        + row("e@example.org", not_sent="PREVIOUSLY_BOUNCED")
        + row("f@example.net", delivered=False)
    )
    assert result.kind is Kind.LIST
    assert {status: result.everyone.of(status) for status in Status} == {
        Status.DELIVERED: 2,
        Status.BOUNCED: 2,
        Status.NOT_SENT: 1,
        Status.PENDING: 1,
        Status.UNKNOWN: 0,
    }
    assert result.everyone.opened == 1
    assert {(one.status, one.text, one.count) for one in result.reasons} == {
        (Status.BOUNCED, "MAILBOX_FULL", 1),
        (Status.BOUNCED, "UNKNOWN_USER", 1),
        (Status.NOT_SENT, "PREVIOUSLY_BOUNCED", 1),
    }
    assert [group.id for group in result.systems] == ["m365", "proofpoint", "gmail"]
    assert [group.id for group in result.organisations] == ["example.com", "example.net", "example.org"]
    assert result.private.total == 2
    assert result.unknown == ("example.net",)
    assert result.findings == ()


@pytest.mark.parametrize(
    ("heading", "line", "status"),
    [
        ("Email;Status", "a@example.com;Delivered", Status.DELIVERED),
        ("E-post;Status", "a@example.com;Avvist", Status.BOUNCED),
        ("mottaker\tstatus", "a@example.com\tikke sendt", Status.NOT_SENT),
        ("name|email|last event", "Kari|a@example.com|deferred", Status.PENDING),
        ("Email,Bounce Reason", "a@example.com,550 5.1.1 no such user", Status.BOUNCED),
        ("Email,Delivered", "a@example.com,2026-11-24 10:00", Status.DELIVERED),
        ("Email,Sent,Delivered", "a@example.com,TRUE,FALSE", Status.PENDING),
        ("Email,Status", "a@example.com,something else", Status.UNKNOWN),
        ("Email,Name", "a@example.com,Kari", Status.UNKNOWN),
        ("email , DELIVERED", "Kari <a@example.com>,yes", Status.DELIVERED),
        ("Email,Sent,Delivered", "a@example.com", Status.UNKNOWN),
    ],
)
def test_other_lists(heading: str, line: str, status: Status) -> None:
    result = read(f"{heading}\n{line}\n")
    assert result.everyone.of(status) == result.everyone.total == 1
    assert result.organisations[0].id == "example.com"


def test_a_list_without_a_heading_is_read_by_what_stands_in_it() -> None:
    result = read("Kari,a@example.com\nOla,b@example.com\n")
    assert result.everyone.total == 2
    assert set(codes(result)) == {Code.NO_HEADING, Code.NO_STATUS}


def test_a_column_called_email_without_addresses_is_not_the_one() -> None:
    assert read("Email,Contact\nmonthly,a@example.com\n").organisations[0].id == "example.com"


NORWEGIAN = "E-post;Navn\r\nåse@blåbær.example;Åse\r\n" + "ola@example.com;Ola Nordmann på Ås\r\n" * 20


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (NORWEGIAN.encode(), ""),
        (codecs.BOM_UTF8 + NORWEGIAN.encode(), ""),
        (codecs.BOM_UTF16_LE + NORWEGIAN.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + NORWEGIAN.encode("utf-16-be"), "utf-16-be"),
        (NORWEGIAN.encode("utf-16-le"), "utf-16-le"),
        (NORWEGIAN.encode("latin-1"), "windows-1252"),
        (NORWEGIAN, ""),
    ],
)
@pytest.mark.parametrize("size", [1, 3, 64, 1 << 20])
def test_encodings(data: bytes | str, encoding: str, size: int) -> None:
    result = read(data, size)
    assert [(group.id, group.total) for group in result.organisations] == [
        ("example.com", 20),
        ("blåbær.example", 1),
    ]
    assert codes(result).get(Code.ENCODING, "") == encoding


def test_one_bad_byte_does_not_change_the_encoding_of_the_rest() -> None:
    data = NORWEGIAN.encode() + b"\xffx@example.com;Kari\r\n" + "y@blåbær.example;Åse\r\n".encode()
    assert {group.id for group in read(data, 50).organisations} == {"example.com", "blåbær.example"}


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04\x14\x00\x06\x00" + bytes(200), Kind.XLSX),
        ("PK\x03\x04 as text", Kind.XLSX),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), Kind.XLS),
        (bytes(range(256)), Kind.BINARY),
        (b"", Kind.EMPTY),
        (b"\r\n\r\n", Kind.EMPTY),
        (b"Name,Town\r\nKari,Bergen\r\n", Kind.NO_ADDRESSES),
        (b"Email\r\n", Kind.NO_ADDRESSES),
    ],
)
def test_what_is_no_list(data: bytes | str, kind: Kind) -> None:
    assert read(data).kind is kind


def test_rows_without_an_address_are_counted_apart() -> None:
    result = read("Email,Name\na@example.com,A\n,B\nnone,C\n@,D\na@b c,E\n")
    assert result.everyone.total == 1
    assert codes(result)[Code.WITHOUT_ADDRESS] == "4"


def test_more_domains_than_are_kept_are_counted_together() -> None:
    result = read("Email\n" + "".join(f"a@d{n}.example\n" for n in range(30)), most=10)
    assert result.everyone.total == 30
    assert len(result.organisations) == 10
    assert result.others.total == 20
    assert codes(result)[Code.MORE_DOMAINS] == "20"


def test_reasons_are_kept_within_bounds() -> None:
    lines = "".join(f"a@example.com,550 number {n}\n" for n in range(2_000))
    result = read("Email,Bounce Reason\n" + lines)
    assert len(result.reasons) <= 501
    assert sum(reason.count for reason in result.reasons) == 2_000
    assert Code.MORE_REASONS in codes(result)


def test_those_not_reached_are_kept_within_bounds() -> None:
    some = bounced("a@example.com", delivered="b@example.com")
    assert [(one.address, one.domain, one.status, one.reason) for one in some.kept] == [
        ("a@example.com", "example.com", Status.BOUNCED, "SPAM")
    ]
    many = read(HUBSPOT + "".join(row(f"a{n}@example.com", bounce="SPAM") for n in range(MOST_KEPT + 5)))
    assert len(many.kept) == MOST_KEPT
    assert many.everyone.failed == MOST_KEPT + 5


def test_asking_again_gives_the_same() -> None:
    reader = Reader()
    reader.feed("a@example.com")
    assert reader.finish() == reader.finish()


def test_the_systems_of_these_tests_exist() -> None:
    assert set(SYSTEMS.values()) <= set(systems())


def bounced(*addresses: str, delivered: str = "") -> Result:
    ok = "".join(row(address) for address in delivered.split())
    return read(HUBSPOT + ok + "".join(row(address, bounce="SPAM") for address in addresses))


@pytest.mark.parametrize(
    ("result", "pattern", "group"),
    [
        (bounced(delivered="a@example.com"), Pattern.ONE_PERSON, ""),
        (bounced("a@example.com", delivered="b@example.com c@example.net"), Pattern.ONE_PERSON, ""),
        (
            bounced("a@example.com", "b@example.com", delivered="c@example.net"),
            Pattern.ONE_ORGANISATION,
            "example.com",
        ),
        (bounced("a@gmail.com", "b@gmail.com", delivered="c@example.net"), Pattern.ONE_SYSTEM, "gmail"),
        (bounced("a@a.example", "b@b.example", "c@c.example"), Pattern.EVERYONE, ""),
        (read("Email\na@example.com\nb@example.com\n"), Pattern.ONE_ORGANISATION, "example.com"),
        (read("Email\na@gmail.com\nb@gmail.com\n"), Pattern.ONE_SYSTEM, "gmail"),
        (read("Email\na@gmail.com\nb@example.com\nc@example.net\n"), Pattern.EVERYONE, ""),
    ],
)
def test_the_pattern(result: Result, pattern: Pattern, group: str) -> None:
    assert (result.common.pattern, result.common.group) == (pattern, group)


def test_a_system_that_most_of_the_list_uses_anyway_is_no_pattern() -> None:
    many = " ".join(f"u{n}@gmail.com" for n in range(18)) + " x@example.com y@example.net"
    result = bounced(*(f"b{n}@gmail.com" for n in range(9)), "z@example.org", delivered=many)
    assert result.common.pattern is Pattern.EVERYONE


def test_all_delivered_is_a_pattern_of_the_list_itself() -> None:
    result = bounced(delivered="a@example.com b@example.com")
    assert result.common.all_delivered
    assert result.common.pattern is Pattern.ONE_ORGANISATION


def test_an_organisation_where_nobody_opens_is_named_if_others_do() -> None:
    silent = "".join(row(f"s{n}@example.com") for n in range(5))
    others = "".join(row(f"o{n}@example.net", opened=n < 2) for n in range(5))
    assert [group.id for group in read(HUBSPOT + silent + others).quiet] == ["example.com"]
    assert read(HUBSPOT + silent).quiet == ()


@given(st.binary(max_size=400) | st.text(max_size=400), st.integers(1, 70))
def test_anything_at_all(data: bytes | str, size: int) -> None:
    result = read(data, size)
    assert result.kind in Kind
    assert (
        sum(group.total for group in (*result.organisations, result.private, result.others))
        == result.everyone.total
    )


ADDRESSES = st.lists(
    st.tuples(
        st.sampled_from(["a.example", "gmail.com", "example.com"]), st.sampled_from(["", "SPAM", "POLICY"])
    ),
    max_size=30,
)


@given(ADDRESSES, st.integers(1, 200))
def test_pieces_and_order_do_not_matter(rows: list[tuple[str, str]], size: int) -> None:
    lines = [row(f"u{n}@{domain}", bounce=bounce) for n, (domain, bounce) in enumerate(rows)]
    one, other = read(HUBSPOT + "".join(lines), size), read((HUBSPOT + "".join(reversed(lines))).encode())
    assert sorted(one.kept, key=str) == sorted(other.kept, key=str)
    assert replace(one, kept=()) == replace(other, kept=())
