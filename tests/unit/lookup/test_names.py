"""Domains as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.lookup.names import is_domain, parents, to_domain


@pytest.mark.parametrize(
    ("typed", "domain"),
    [
        ("example.no", "example.no"),
        (" Example.NO. ", "example.no"),
        ("Kari <kari@example.no>", "example.no"),
        ("mailto:kari@example.no", "example.no"),
        ("https://www.example.no/side?x=1#y", "www.example.no"),
        ("https://example.no:8443", "example.no"),
        ("blåbær.example", "xn--blbr-roah.example"),
        ("_dmarc.example.no", "_dmarc.example.no"),
        ("localhost", ""),
        ("192.0.2.1", ""),
        ("", ""),
        ("a b.example", ""),
        ("example..no", ""),
        ("-x.example", ""),
        ("x" * 64 + ".example", ""),
        ("<script>.example", ""),
    ],
)
def test_a_domain_is_found_in_what_was_typed(typed: str, domain: str) -> None:
    assert to_domain(typed) == domain


@given(st.text())
def test_any_text_gives_a_domain_or_nothing(text: str) -> None:
    domain = to_domain(text)
    assert domain == "" or is_domain(domain)


def test_the_names_above() -> None:
    assert parents("a.b.example") == ("a.b.example", "b.example", "example")
