"""Generated zones: our reading and pyspf's are the same, but for what the standard itself settles."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.lookup.drive import drive
from checker.lookup.model import Cause, Failure, Mx
from checker.lookup.zone import Records, Zone
from checker.spf.evaluate import check_host
from checker.spf.identity import identity
from checker.spf.model import MOST_VOID_LOOKUPS, Evaluation, Mechanism, Step, Visit
from tests.conformance.spf import oracle
from tests.conformance.spf.suite import SUITES, Case, cases, needs_suites

SUITE = list(cases("rfc7208-tests")) if SUITES.is_dir() else []
_DOMAINS = ("a.example", "b.example", "c.example", "d.example")
_HOSTS = ("h1.example", "h2.example", "gone.example", "alias.example")
_ADDRESSES = ("192.0.2.1", "192.0.2.77", "198.51.100.5", "2001:db8::1", "2001:db8:1::9")

_names = st.sampled_from((*_DOMAINS, *_HOSTS))
_qualifiers = st.sampled_from(("", "+", "-", "~", "?"))
_prefixes = st.sampled_from(("", "/24", "/0", "/32", "//64", "/24//64"))
_macros = st.sampled_from(
    (
        *("%{d}", "%{ir}.example", "%{d2}", "%{l}.%{o}", "%{h}", "%{p}.example"),
        *("%{s1r-}.example", "%%.example"),
    )
)
_targets = st.one_of(_names, _names, _macros)
_mechanisms = st.one_of(
    st.just("all"),
    st.builds("include:{}".format, _targets),
    st.builds("a{}".format, _prefixes),
    st.builds("a:{}{}".format, _targets, _prefixes),
    st.builds("mx{}".format, _prefixes),
    st.builds("mx:{}{}".format, _names, _prefixes),
    st.builds("exists:{}".format, _targets),
    st.builds("ip4:{}{}".format, st.sampled_from(("192.0.2.0", "198.51.100.5")), _prefixes),
    st.builds("ip6:{}".format, st.sampled_from(("2001:db8::/32", "2001:db8::1"))),
)
_broken = st.sampled_from(
    ("a/33", "mx/08", "exists:%{x}", "ip4:192.0.2", "ip6:::1::", "ip6:2001:db8::/129", "moo:a")
)
_good = st.builds("{}{}".format, _qualifiers, _mechanisms)
_terms = st.integers(0, 19).flatmap(lambda number: _good if number else _broken)
_modifiers = st.one_of(
    st.builds("redirect={}".format, _targets), st.just("x-unknown=%{d}"), st.just("exp=h1.example")
)
_records = st.builds(
    lambda terms, last: " ".join(["v=spf1", *terms, *last]),
    st.lists(_terms, max_size=5),
    st.lists(_modifiers, max_size=2),
)
_txt = st.one_of(
    st.lists(_records, min_size=1, max_size=1),
    st.lists(_records, min_size=1, max_size=1),
    st.lists(st.one_of(_records, st.just("something else")), max_size=3),
)
_answers: st.SearchStrategy[Records] = st.integers(0, 11).flatmap(
    lambda number: _txt if number else st.just(Cause.TIMEOUT)
)
_hosts = st.fixed_dictionaries(
    {},
    optional={
        "A": st.lists(st.sampled_from(_ADDRESSES[:3]), min_size=1, max_size=2, unique=True),
        "AAAA": st.lists(st.sampled_from(_ADDRESSES[3:]), min_size=1, max_size=2, unique=True),
        "MX": st.lists(st.builds(Mx, st.integers(0, 20), _names), min_size=1, max_size=3, unique=True),
    },
)


@st.composite
def _zones(draw: st.DrawFn) -> Zone:
    names: dict[str, dict[str, Records]] = {}
    for domain in _DOMAINS:
        names[domain] = {**draw(_hosts), "TXT": draw(_answers)}
    names["h1.example"] = {**draw(_hosts), "TXT": ["because %{i} is not known"]}
    names["h2.example"] = dict(draw(_hosts))
    names["alias.example"] = {"CNAME": [draw(st.sampled_from(("h1.example", "a.example", "gone.example")))]}
    return Zone(names)


def _visits(visit: Visit) -> Iterator[Visit]:
    yield visit
    for step in visit.steps:
        if step.inner is not None:
            yield from _visits(step.inner)


def _steps(found: Evaluation) -> Iterator[Step]:
    return (step for visit in _visits(found.visit) for step in visit.steps)


def _void_queries(found: Evaluation) -> int:
    replies = [reply for step in _steps(found) for reply in step.replies]
    return sum(isinstance(reply, Failure) and reply.is_void for reply in replies)


def _settled_by_the_standard(found: Evaluation, other: str) -> bool:
    """Where pyspf reads the standard otherwise than it is written.

    Section 4.6.4 limits the *terms* whose look-ups are void; pyspf counts look-ups, and those of the macro p.
    Section 5.4 ends at the first host that matches; pyspf asks for the rest before, and counts those too.
    Section 6 ignores unknown modifiers however often they appear; pyspf takes the second for an error.
    Section 4.6.2 ends at the first match; pyspf refuses a record that includes itself behind it.
    """
    counted_otherwise = _void_queries(found) > MOST_VOID_LOOKUPS or found.void_lookups > 0
    records = [visit.record.text for visit in _visits(found.visit) if visit.record]
    repeated = any(text.count("x-unknown=") > 1 for text in records)
    includes_itself = any(
        re.search(rf"include:({re.escape(visit.domain)}|%{{)", visit.record.text)
        for visit in _visits(found.visit)
        if visit.record
    )
    stopped_early = any(step.term.mechanism is Mechanism.MX and step.matched for step in _steps(found))
    reasons = (counted_otherwise, repeated, includes_itself, stopped_early)
    return other == "permerror" and any(reasons)


@settings(max_examples=400, deadline=None)
@given(_zones(), st.sampled_from(_ADDRESSES), st.sampled_from(("kari-n@a.example", "a.example", "")))
def test_generated_zones(zone: Zone, ip: str, mail_from: str) -> None:
    who = identity(ip, mail_from, "b.example")
    assert who is not None
    found = drive(check_host(who), zone)
    other = oracle.check(zone, ip, mail_from, "b.example")
    assert found.result == other or _settled_by_the_standard(found, other), (found.result, other)


@needs_suites
@pytest.mark.parametrize("case", SUITE, ids=lambda case: case.name)
def test_the_oracle_reads_the_suite_as_we_do(case: Case) -> None:
    assert oracle.check(case.zone, case.host, case.mail_from, case.helo) in case.results
