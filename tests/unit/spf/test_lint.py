"""What is said of SPF records."""

from collections.abc import Mapping

import pytest

from checker.findings import Finding
from checker.lookup.drive import drive
from checker.lookup.model import Cause, Mx, Query, Reply
from checker.lookup.zone import Records, Zone
from checker.spf.lint import SpfCode, lint
from checker.spf.survey import Survey, survey

type Names = Mapping[str, str | Mapping[str, Records]]


def _survey(zone: Names) -> Survey:
    names = {name: {"TXT": [value]} if isinstance(value, str) else value for name, value in zone.items()}
    return drive(survey("example.com"), Zone(names))


def _codes(*records: str) -> list[str]:
    return [finding.code for finding in _findings({"example.com": {"TXT": list(records)}})]


def _findings(zone: Names) -> tuple[Finding, ...]:
    return lint(_survey(zone))


@pytest.mark.parametrize(
    ("record", "code"),
    [
        ("v=spf1 ip4:192.0.2.1 -all", SpfCode.FINE),
        ("v=spf1 ip4:192.0.2.1 ~all", SpfCode.FINE),
        ("v=spf1 ip4:192.0.2.1 +all", SpfCode.EVERYBODY),
        ("v=spf1 ip4:192.0.2.1 all", SpfCode.EVERYBODY),
        ("v=spf1 ip4:192.0.2.1 ?all", SpfCode.NEUTRAL),
        ("v=spf1 ip4:192.0.2.1", SpfCode.NO_END),
        ("v=spf1 -all ip4:192.0.2.1", SpfCode.AFTER_ALL),
        ("v=spf1 -all redirect=example.com", SpfCode.REDIRECT_IGNORED),
        ("v=spf1 ptr -all", SpfCode.PTR),
        ("v=spf1 ip4:10.0.0.0/8 -all", SpfCode.WIDE_NETWORK),
        ("v=spf1 ip6:2001::/16 -all", SpfCode.WIDE_NETWORK),
        ("v=spf1 ip4:192.0.2.1 ip4:192.0.2.1 -all", SpfCode.TERM_TWICE),
        ("v=spf1 foo=bar -all", SpfCode.UNKNOWN_MODIFIER),
        ("v=spf1 ip4:192.0.2.1/40 -all", SpfCode.BAD_PREFIX),
        ("v=spf1 ip4:192.0.2 -all", SpfCode.BAD_ADDRESS),
        ("v=spf1 ip6:fe80::1%eth0 -all", SpfCode.BAD_ADDRESS),
        ("v=spf1 ipv4:192.0.2.1 -all", SpfCode.UNKNOWN_MECHANISM),
        ("v=spf1 include: -all", SpfCode.BAD_DOMAIN),
        ("v=spf1 include:localhost -all", SpfCode.BAD_DOMAIN),
        ("v=spf1 exists:%{x}.example.com -all", SpfCode.BAD_DOMAIN),
        ("v=spf1 moo=%{x} -all", SpfCode.BAD_MACRO),
        ("v=spf1 ip4:192.0.2.1, -all", SpfCode.BAD_ADDRESS),
        ("v=spf1 –all", SpfCode.NOT_ASCII),
        ("v=spf1 :: -all", SpfCode.NOT_A_TERM),
        ("v=spf1 exp=a.example.com exp=b.example.com -all", SpfCode.MODIFIER_TWICE),
        ("v=spf1 " + "ip4:192.0.2.1/31 " * 40 + "-all", SpfCode.LONG_RECORD),
        ("v=spf1;ip4:192.0.2.1 -all", SpfCode.ALMOST_A_RECORD),
        ('"v=spf1 -all"', SpfCode.ALMOST_A_RECORD),
        ("v=spf1include:example.org -all", SpfCode.ALMOST_A_RECORD),
        ("google-site-verification=abc", SpfCode.NO_RECORD),
        ("v=spf1 include:gone.example.org -all", SpfCode.TARGET_HAS_NO_RECORD),
        ("v=spf1 a:gone.example.org -all", SpfCode.DEAD_NAME),
        ("v=spf1 include:example.com -all", SpfCode.LOOP),
    ],
)
def test_each_record_shows_what_is_amiss(record: str, code: SpfCode) -> None:
    assert code in _codes(record)


def test_two_records_are_named_as_two() -> None:
    assert _codes("v=spf1 -all", "v=spf1 ~all") == [SpfCode.SEVERAL_RECORDS]


def test_no_name_and_no_answer_are_different_things() -> None:
    assert [finding.code for finding in _findings({})] == [SpfCode.NO_RECORD]
    failed = _findings({"example.com": {"TXT": Cause.TIMEOUT}})
    assert [(finding.code, finding.args["cause"]) for finding in failed] == [
        (SpfCode.LOOKUP_FAILED, "timeout")
    ]


def test_a_broken_include_is_told_from_a_missing_one_and_from_a_silent_one() -> None:
    record = "v=spf1 include:a.example.org include:b.example.org include:c.example.org -all"
    found = _findings(
        {
            "example.com": record,
            "a.example.org": "v=spf1 bogus -all",
            "b.example.org": {"A": ["192.0.2.1"]},
            "c.example.org": {"TXT": Cause.SERVFAIL},
        }
    )
    assert [finding.code for finding in found] == [
        SpfCode.TARGET_IS_BROKEN,
        SpfCode.TARGET_HAS_NO_RECORD,
        SpfCode.TARGET_FAILED,
    ]


def test_an_include_that_lets_everybody_in_is_named() -> None:
    zone: Names = {"example.com": "v=spf1 include:a.example -all", "a.example": "v=spf1 ip4:192.0.2.1 +all"}
    (finding,) = _findings(zone)
    assert (finding.code, finding.args["target"]) == (SpfCode.TARGET_LETS_ALL_IN, "a.example")


def test_more_mail_servers_than_may_be_looked_at_are_named() -> None:
    servers = [Mx(number, f"mx{number}.example.com") for number in range(11)]
    zone: Names = {"example.com": {"TXT": ["v=spf1 mx -all"], "MX": servers}}
    (finding,) = _findings(zone)
    assert (finding.code, finding.args["count"]) == (SpfCode.TOO_MANY_SERVERS, "11")


def test_lookups_of_includes_are_counted_at_every_level() -> None:
    found = _survey(
        {
            "example.com": "v=spf1 a mx include:a.example.org -all",
            "a.example.org": "v=spf1 include:b.example.org exists:%{i}.example.org -all",
            "b.example.org": "v=spf1 ip4:192.0.2.1 -all",
        }
    )
    assert (found.lookups, found.is_complete) == (5, True)
    assert [branch.lookups for branch in found.root.walk()] == [5, 3, 1]


def test_an_endless_tree_is_asked_no_further_than_the_limit() -> None:
    asked: list[Query] = []

    def endless(query: Query) -> Reply:
        asked.append(query)
        name = query.name
        record = f"v=spf1 include:a.{name} include:b.{name} -all"
        return Zone({name: {"TXT": [record]}})(query)

    found = drive(survey("example.com"), endless)
    assert len(asked) == 11
    assert found.lookups > 10
    assert not found.is_complete
    assert lint(found)[0].code == SpfCode.TOO_MANY_LOOKUPS


def test_terms_behind_all_cost_nothing() -> None:
    assert _survey({"example.com": "v=spf1 -all include:a.example.org mx"}).lookups == 0


def test_nine_lookups_are_near_the_limit() -> None:
    hosts = " ".join(f"a:h{number}.example.com" for number in range(9))
    zone: Names = {f"h{number}.example.com": {"A": ["192.0.2.1"]} for number in range(9)}
    found = _findings({**zone, "example.com": f"v=spf1 {hosts} -all"})
    assert [finding.code for finding in found] == [SpfCode.NEARLY_TOO_MANY_LOOKUPS]
