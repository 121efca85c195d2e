"""Authentication-Results in every form that real mail has."""

import pytest

from checker.headers.authentication import Relation, relation
from checker.headers.authres import parse
from checker.headers.read import read
from tests.unit.headers.samples import own_server


def results(value: str) -> list[tuple[str, str]]:
    return [(one.method, one.result) for one in parse(value).results]


def test_comments_may_stand_anywhere() -> None:
    value = (
        "foo.example.net (foobar) 1 (baz); dkim (Because I like it) / 1 (One yay) = (wait for it) fail "
        "policy (A dot can go here) . (like that) expired (this surfaced) = (as I wanted it) 1362471462"
    )
    read_ = parse(value)
    assert (read_.server, read_.version, read_.stopped) == ("foo.example.net", 1, -1)
    assert read_.results[0].value("policy.expired") == "1362471462"


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        (
            "spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=a.example; dkim=pass (signature was verified) "
            "header.d=a.example;dmarc=pass action=none header.from=a.example;compauth=pass reason=100",
            [("spf", "pass"), ("dkim", "pass"), ("dmarc", "pass"), ("compauth", "pass")],
        ),
        (
            "mx.example.org; dkim=dkim_pass; dmarc=success(p=REJECT)",
            [("dkim", "dkim_pass"), ("dmarc", "success")],
        ),
        ("mx.google.com; gateway.spf=pass (x) smtp.mailfrom=a@b.example", [("gateway.spf", "pass")]),
        ("mx.example.org; none", []),
        (
            "dmarc=none action=none header.from=;compauth=fail reason=001",
            [("dmarc", "none"), ("compauth", "fail")],
        ),
        (
            "mx.example.org; spf=fail (says dmarc=pass) smtp.mailfrom=a; dmarc=fail",
            [("spf", "fail"), ("dmarc", "fail")],
        ),
        ('mx.example.org; spf=fail reason="x; dmarc=pass"; dmarc=fail', [("spf", "fail"), ("dmarc", "fail")]),
        ("mx.example.org; ===; dkim=pass", [("dkim", "pass")]),
        (
            "mx.example.org; spf=pass !!! smtp.mailfrom=a.example; dkim=none",
            [("spf", "pass"), ("dkim", "none")],
        ),
    ],
)
def test_forms(value: str, wanted: list[tuple[str, str]]) -> None:
    assert results(value) == wanted


def test_the_reason_of_composite_authentication() -> None:
    found = read(
        own_server(above="Authentication-Results: spf=pass;compauth=fail reason=001\n")
    ).authentication
    assert (found.compauth, found.compauth_reason) == ("fail", "001")


def test_a_field_that_is_encoded_whole() -> None:
    encoded = "=?utf-8?q?mx.example.no;_spf=3Dpass_smtp.mailfrom=3Da.example;_dmarc=3Dfail?="
    found = read(own_server(above=f"Authentication-Results: {encoded}\n")).authentication
    assert (found.spf, found.dmarc) == ("pass", "fail")


def test_one_signature_that_passes_is_enough() -> None:
    value = "mx.example.no; dkim=none; dkim=fail header.d=a.example; dkim=pass header.d=b.example"
    assert read(own_server(above=f"Authentication-Results: {value}\n")).authentication.dkim == "pass"


def test_where_it_stops_is_a_finding() -> None:
    found = read(own_server(above="Authentication-Results: mx.example.no; spf=pass (never ends\n"))
    stopped = next(one for one in found.findings if one.code == "HEADERS_RESULTS_STOPPED")
    assert stopped.line == 4
    assert found.authentication.spf == "pass"


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("example.com", "example.com", Relation.SAME),
        ("news.example.com", "example.com", Relation.SUBDOMAIN),
        ("example.com", "news.example.com", Relation.SUBDOMAIN),
        ("a.example.com", "b.example.com", Relation.COUSINS),
        ("a.example.co.uk", "b.other.co.uk", Relation.DIFFERENT),
        ("oslo.kommune.no", "bergen.kommune.no", Relation.DIFFERENT),
        ("notexample.com", "example.com", Relation.DIFFERENT),
    ],
)
def test_how_domains_stand_to_each_other(one: str, other: str, wanted: Relation) -> None:
    assert relation(one, other) is wanted
