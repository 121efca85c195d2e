"""The way from server to server: order, delays, clocks that differ."""

import re
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.headers import received
from checker.headers.dates import iso, seconds
from checker.headers.read import read
from checker.headers.received import hop, moment_span, newest_first, travelled
from tests.unit.headers.samples import M365_BEHIND_PROOFPOINT


def test_hops_stand_in_the_order_of_travel() -> None:
    way = read(M365_BEHIND_PROOFPOINT).hops
    assert way[0].from_host == "bd77e74.bf05.eu1.hubspotemail.net"
    assert [one.delay for one in way] == [None, 600, 2, 1, 1]
    assert moment_span(way) == 604


def test_a_long_wait_and_a_wrong_clock_are_findings() -> None:
    found = {one.code: one for one in read(M365_BEHIND_PROOFPOINT).findings}
    assert found["HEADERS_HELD_UP"].args["seconds"] == "600"
    back = (
        "Received: from a.example by b.example; Mon, 23 Nov 2026 10:11:12 +0000\n"
        "Received: from c.example by a.example; Mon, 23 Nov 2026 10:15:12 +0000\n"
    )
    assert "HEADERS_CLOCKS_DIFFER" in [one.code for one in read(back).findings]


def test_a_hop_without_a_date_costs_only_its_own_delay() -> None:
    lines = (
        "from c by d; Mon, 23 Nov 2026 10:00:30 +0000",
        "from b by c",
        "from a by b; Mon, 23 Nov 2026 10:00:00 +0000",
    )
    way = travelled(newest_first(read("\n".join(f"Received: {line}" for line in lines)).block.fields))
    assert [one.delay for one in way] == [None, None, 30]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Mon, 23 Nov 2026 10:11:12 +0100", "2026-11-23 09:11:12"),
        ("23 Nov 26 10:11 EST", "2026-11-23 15:11:00"),
        ("Mon, 23 Nov 2026 10:11:12 -0000 (GMT Standard Time)", "2026-11-23 10:11:12"),
        ("2026-11-23T10:11:12.5Z", "2026-11-23 10:11:12"),
        ("2026-11-23 10:11:12.270951634 +0000 UTC", "2026-11-23 10:11:12"),
        ("Mon Nov 23 10:11:12 2026", "2026-11-23 10:11:12"),
        ("Mon, 23 Nov 2026 10:11:60 +0000", "2026-11-23 10:11:59"),
        ("22 Apr 2018", "2018-04-22 00:00:00"),
    ],
)
def test_dates(text: str, wanted: str) -> None:
    found = seconds(text)
    assert found is not None
    assert iso(found) == wanted


@pytest.mark.parametrize(
    "text", ["", "soon", "Mon, 32 Foo 2026 99:99:99 +9999", "31 Feb 2026 10:00:00 +0000"]
)
def test_no_dates(text: str) -> None:
    assert seconds(text) is None


def test_a_keyword_in_a_comment_is_none() -> None:
    one = hop(
        "from mail.company.by (mail.company.by [192.0.2.1] by mistake) by relay.example.id with ESMTP id 1"
    )
    assert one.from_ == "mail.company.by (mail.company.by [192.0.2.1] by mistake)"
    assert (one.by, one.with_, one.id) == ("relay.example.id", "ESMTP", "1")


def test_a_comment_that_never_ends_hides_nothing() -> None:
    assert (
        hop("from a.example (oops by b.example with SMTP; Mon, 23 Nov 2026 10:11:12 +0000").by == "b.example"
    )


_WORDS = st.sampled_from(
    [
        *(
            "from",
            "by",
            "with",
            "id",
            "via",
            "for",
            "By",
            "a.example",
            "(b.example [192.0.2.1])",
            "<x@c.example>",
        ),
        *(
            "Microsoft SMTP Server",
            "(a (b) c)",
            "(",
            ")",
            ";",
            "  ",
            "Mon, 23 Nov 2026 10:11:12 +0000",
            "with(",
        ),
    ]
)


@given(st.lists(_WORDS, max_size=24).map(" ".join))
def test_the_quick_way_through_a_field_reads_the_same(value: str) -> None:
    with patch.object(received, "_USUAL", re.compile("never this")):
        slow = hop(value)
    assert hop(value) == slow
