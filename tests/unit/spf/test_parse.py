"""Reading SPF records and their macros: whatever the text, it ends, and it is a record."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.lookup.drive import drive
from checker.lookup.model import LONGEST_NAME
from checker.lookup.zone import Zone
from checker.spf.evaluate import check_host
from checker.spf.identity import identity
from checker.spf.lint import lint_record
from checker.spf.macro import Macro, is_domain_spec, pieces, shorten, transform
from checker.spf.model import Mechanism, Result
from checker.spf.parse import is_spf, parse_record

_LONG = 60_000


@pytest.mark.parametrize(
    ("domain", "right"),
    [
        ("example.com", True),
        ("example.com.", True),
        (".example", True),
        ("a.b-c", True),
        ("a.1b", True),
        ("%{d}", True),
        ("x.%{ir}", True),
        ("com", False),
        ("example.1", False),
        ("example.-com", False),
        ("example.com-", False),
        ("example..", False),
        ("exa mple.com", False),
        ("%{x}", False),
        ("%{d0}", False),
        ("%{d", False),
        ("%", False),
        ("", False),
    ],
)
def test_a_domain_spec_ends_in_a_top_label_or_a_macro(domain: str, right: bool) -> None:
    assert is_domain_spec(domain) == right


@pytest.mark.parametrize(
    ("macro", "value", "is_"),
    [
        (Macro("d", 0, False, "."), "a.b.example", "a.b.example"),
        (Macro("d", 2, False, "."), "a.b.example", "b.example"),
        (Macro("d", 0, True, "."), "a.b.example", "example.b.a"),
        (Macro("l", 1, True, "-"), "kari-nordmann", "kari"),
        (Macro("L", 0, False, "."), "a&b", "a%26b"),
        (Macro("l", 0, True, ".+-,/_="), "a+b_c", "c.b.a"),
    ],
)
def test_a_macro_turns_a_value(macro: Macro, value: str, is_: str) -> None:
    assert transform(macro, value) == is_


def test_a_name_loses_labels_from_the_left_until_it_fits() -> None:
    name = "x" * 60 + "." + ".".join(["abcdefghi"] * 30)
    short = shorten(name)
    assert name.endswith(f".{short}")
    assert LONGEST_NAME - 10 <= len(short) <= LONGEST_NAME
    assert shorten("a" * 300) == "a" * 300
    exact = ".".join(["abc"] * 63) + ".z"
    assert len(exact) == LONGEST_NAME
    assert shorten(f"q.{exact}") == exact


@pytest.mark.parametrize(
    "text",
    [
        "a:" + "a" * _LONG + "!",
        "a:" + "1" * _LONG,
        "a:x." + "a" * _LONG + "-",
        "include:" + "%{d" * (_LONG // 3),
        "include:" + "%{d}" * (_LONG // 4),
        "exists:" + "%{l1r-}." * (_LONG // 8) + "example",
        "exists:%{d" + "1" * _LONG + "}",
        "exists:%{d" + "." * _LONG + "}",
        "a/" + "/" * _LONG,
        "a " * (_LONG // 2),
        "=" * _LONG,
        "x" * _LONG + "=",
        "ip6:" + ":" * _LONG,
        "ip4:" + "1." * (_LONG // 2),
        "-" * _LONG,
    ],
    ids=lambda text: text[:12],
)
def test_a_record_as_long_as_the_dns_allows_is_read_and_evaluated(text: str) -> None:
    """A hostile zone may put this into its one record; a quadratic step would be felt here."""
    record = f"v=spf1 {text} -all"
    assert is_spf(record)
    assert lint_record(parse_record(record)) is not None
    who = identity("192.0.2.1", "a-b.c" * 20 + "@long.example", "helo.example")
    assert who is not None
    zone = Zone({"long.example": {"TXT": [record]}})
    assert drive(check_host(who), zone).result in Result


@given(st.text(), st.booleans())
def test_any_text_is_a_record_with_what_is_wrong_in_it(text: str, with_version: bool) -> None:
    record = parse_record(f"v=spf1 {text}" if with_version else text)
    assert all(term.mechanism in Mechanism for term in record.terms)
    assert lint_record(record) is not None


@given(st.text(), st.booleans())
def test_any_text_is_a_macro_string_or_none(text: str, explanation: bool) -> None:
    found = pieces(text, explanation=explanation)
    assert found is None or all(isinstance(piece, str | Macro) for piece in found)


@given(st.text(), st.text(), st.text())
def test_any_arguments_are_an_identity_or_none(ip: str, sender: str, helo: str) -> None:
    who = identity(ip, sender, helo)
    assert who is None or drive(check_host(who), Zone({})).result is Result.NONE
