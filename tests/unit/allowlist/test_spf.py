"""Comparing a list with a pasted SPF record."""

from collections.abc import Sequence
from ipaddress import IPv4Network, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.allowlist.model import Code
from checker.allowlist.read import collapse, read_list
from checker.allowlist.spf import compare, read_record, without


def said(listed: str, record: str) -> list[tuple[str, str]]:
    return [(one.code, next(iter(one.args.values()), "")) for one in compare(read_list(listed), record)]


def test_both_sides_are_compared() -> None:
    assert said("192.0.2.0/24 198.51.100.1", "v=spf1 ip4:192.0.2.0/24 ip4:203.0.113.5 -all") == [
        (Code.NOT_IN_SPF, "198.51.100.1/32"),
        (Code.NOT_IN_LIST, "203.0.113.5/32"),
    ]


def test_includes_and_names_are_said_not_to_be_followed() -> None:
    assert said(
        "192.0.2.0/24",
        "v=spf1 ip4:192.0.2.0/24 include:_spf.example.com a mx:example.com redirect=_x.example -all",
    ) == [
        (Code.SAME_AS_SPF, ""),
        (Code.INCLUDE_NOT_FOLLOWED, "_spf.example.com"),
        (Code.TERM_NOT_FOLLOWED, "a"),
        (Code.TERM_NOT_FOLLOWED, "mx:example.com"),
        (Code.TERM_NOT_FOLLOWED, "redirect=_x.example"),
    ]


@pytest.mark.parametrize(
    "record",
    [
        'example.com. 3600 IN TXT "v=spf1 ip4:192.0.2.0/25 " "ip4:192.0.2.128/25 -all"',
        '"v=spf1 ip4:192.0.2.0/2" "4 ~all"',
        "V=SPF1 IP4:192.0.2.0/24",
        "v=spf1 ip4:192.0.2.0/24 -ip4:198.51.100.0/24",
    ],
)
def test_ways_to_paste_a_record(record: str) -> None:
    assert said("192.0.2.0/24", record) == [(Code.SAME_AS_SPF, "")]


@pytest.mark.parametrize("record", ["", "v=spf10 ip4:192.0.2.0/24", "ip4:192.0.2.0/24", "v=DMARC1; p=none"])
def test_what_is_no_record(record: str) -> None:
    assert said("192.0.2.0/24", record) == [(Code.NO_SPF, "")]


def test_a_part_that_is_missing_is_a_range() -> None:
    assert said("192.0.2.0/24", "v=spf1 ip4:192.0.2.7")[0] == (Code.NOT_IN_SPF, "192.0.2.0-192.0.2.6")


small = st.builds(
    lambda n, p: ip_network((n >> (32 - p) << (32 - p), p)),
    st.integers(0x08000000, 0x080000FF),
    st.integers(26, 32),
)


@given(st.lists(small, max_size=20), st.lists(small, max_size=20))
def test_what_is_left_is_the_difference_of_the_sets(
    some: Sequence[IPv4Network], others: Sequence[IPv4Network]
) -> None:
    left = {address for network in without(collapse(some), collapse(others)) for address in network}
    assert left == {a for one in some for a in one} - {a for one in others for a in one}


@given(st.text())
def test_any_text(text: str) -> None:
    read_record(text)
    assert compare(read_list(text), f"v=spf1 {text}")
