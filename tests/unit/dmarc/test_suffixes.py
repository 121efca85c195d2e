"""The registered domain by a short list, and what those who go by RFC 7489 make of a record."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.dmarc.lint import DmarcCode, lint
from checker.dmarc.walk import discover
from checker.lookup.drive import drive
from checker.lookup.names import is_within
from checker.lookup.zone import Records, Zone
from checker.tables.suffixes import registered

OLD = {DmarcCode.OLD_READERS_MISS, DmarcCode.OLD_READERS_ALIGN}


@pytest.mark.parametrize(
    ("name", "domain"),
    [
        ("mail.example.com", "example.com"),
        ("a.b.example.no", "example.no"),
        ("post.example.kommune.no", "example.kommune.no"),
        ("example.co.uk", "example.co.uk"),
        ("a.example.org.uk", "example.org.uk"),
        ("kommune.no", "kommune.no"),
        ("mail.info.no", "info.no"),
        ("mail.info.com", "info.com"),
        ("mail.example.com.au", "example.com.au"),
        ("x.kommune.se", "kommune.se"),
        ("no", "no"),
    ],
)
def test_what_the_owner_has_registered(name: str, domain: str) -> None:
    assert registered(name) == domain


@given(st.lists(st.sampled_from(("co", "kommune", "no", "uk", "example", "a")), min_size=1).map(".".join))
def test_it_is_the_name_or_above_it(name: str) -> None:
    assert is_within(name, registered(name))


def _old(domain: str, **records: str) -> set[str]:
    """The remarks on old readers; records by the label below example.co.uk, or `top` for itself."""
    names: dict[str, dict[str, Records]] = {
        f"_dmarc.{label}.example.co.uk".replace(".top.", "."): {"TXT": [record]}
        for label, record in records.items()
    }
    return {finding.code for finding in lint(drive(discover(domain), Zone(names)))} & OLD


def test_old_and_new_rules_agree_on_a_record_at_the_registered_domain() -> None:
    assert _old("mail.example.co.uk", top="v=DMARC1; p=reject") == set()
    assert _old("mail.example.co.uk", mail="v=DMARC1; p=none", top="v=DMARC1; p=reject") == set()


def test_a_record_between_is_missed_and_ends_the_organisation_elsewhere() -> None:
    assert _old("a.mail.example.co.uk", mail="v=DMARC1; p=reject") == OLD


def test_a_record_below_makes_an_organisation_of_its_own() -> None:
    assert _old("mail.example.co.uk", mail="v=DMARC1; p=reject") == {DmarcCode.OLD_READERS_ALIGN}
    assert _old("mail.example.co.uk", mail="v=DMARC1; p=reject; aspf=s; adkim=s") == set()
