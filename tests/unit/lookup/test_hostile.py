"""Whatever a zone says as it is asked, each check asks no more than its standard allows."""

import base64
from collections import Counter
from collections.abc import Iterator
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.dmarc.evaluate import evaluate
from checker.dmarc.reports import MOST_HOSTS, destinations
from checker.dmarc.walk import discover
from checker.domain.ask import Asks, step
from checker.domain.model import HUBSPOT, SenderReport, Subject
from checker.domain.sending import connection_to
from checker.lookup.drive import drive
from checker.lookup.model import VOID, Answer, Cause, Failure, Lookup, Mx, Query, RdType, Record, Reply
from checker.lookup.session import MOST_QUERIES
from checker.mx.receive import receiving
from checker.spf.evaluate import check_host
from checker.spf.identity import identity
from checker.spf.model import MOST_LOOKUPS, MOST_NAMES, MOST_VOID_LOOKUPS
from checker.spf.survey import survey
from tests.dns.responder import wire_answer
from tests.unit.domain.zones import zone

MOST_WALKED = 8
"""RFC 9989 section 4.10."""
_TERMS = (
    *("include:{}.example", "a:{}.example", "mx:{}.example", "ptr:{}.example", "exists:{}.example"),
    *("include:%{{d}}", "include:{}.%{{d}}", "exists:%{{p}}.%{{i}}.{}.example", "exp=%{{p}}.example"),
    *("redirect={}.example", "mx", "a", "ptr"),
)
_POLICIES = (
    "v=DMARC1; p=reject; psd=u; rua={}",
    "v=DMARC1; p=none; psd=y; rua={}",
    "v=DMARC1; np=none; rua={}",
)


class Hostile:
    """Makes every answer up as it is asked for, and counts; the seed decides what the zone is out for."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)  # noqa: S311 - nothing is kept secret with it
        self._terms = self._random.sample(_TERMS, 3)
        self._failing = self._random.choice((0.0, 0.0, 0.1, 0.5))
        self.asked: list[Query] = []

    def __call__(self, query: Query) -> Reply:
        self.asked.append(query)
        if self._random.random() < self._failing:
            return Failure(query, self._random.choice([*VOID, Cause.SERVFAIL, Cause.TIMEOUT]))
        return Answer(query, tuple(self._records(query)))

    def _records(self, query: Query) -> list[Record]:
        number = self._random.choice((1, 9, 10, 11, 15))
        match query.rdtype:
            case RdType.TXT if query.name.startswith("_"):
                hosts = ",".join(f"mailto:d@{self._name()}" for _ in range(number))
                return [self._random.choice(_POLICIES).format(hosts)]
            case RdType.TXT:
                terms = (self._random.choice(self._terms).format(self._name()) for _ in range(number))
                return [" ".join(["v=spf1", *terms])]
            case RdType.MX:
                return [Mx(one, self._name()) for one in range(number)]
            case RdType.A:
                return [
                    self._random.choice(("192.0.2.8", "198.51.100.1", "no address")) for _ in range(number)
                ]
        return [self._name() for _ in range(number)]

    def _name(self) -> str:
        return f"n{self._random.randrange(1_000)}.example"

    def counts[T](self, lookup: Lookup[T]) -> tuple[T, Counter[RdType]]:
        self.asked.clear()
        result = drive(lookup, self)
        return result, Counter(query.rdtype for query in self.asked)


_zones = st.integers(0, 2**32).map(Hostile)


def test_the_limits_are_reached() -> None:
    """Else the tests below would hold of anything."""
    who = identity("192.0.2.9", "a@a.example", "b.example")
    assert who is not None
    found = [Hostile(seed).counts(check_host(who))[1] for seed in range(300)]
    most = {rdtype: max(count[rdtype] for count in found) for rdtype in RdType}
    assert most[RdType.TXT] >= MOST_LOOKUPS
    assert most[RdType.A] > 3 * MOST_NAMES
    assert (
        max(Hostile(seed).counts(survey("a.example"))[1].total() for seed in range(100)) == 1 + MOST_LOOKUPS
    )


@settings(max_examples=200, deadline=None)
@given(_zones)
def test_one_check_of_spf(hostile: Hostile) -> None:
    who = identity("192.0.2.9", "a@a.example", "b.example")
    assert who is not None
    found, count = hostile.counts(check_host(who))
    # Its own record, those that include and redirect lead to, and the explanation.
    assert count[RdType.TXT] <= 1 + MOST_LOOKUPS + 1
    assert count[RdType.MX] <= MOST_LOOKUPS
    assert count[RdType.PTR] <= 1
    assert count[RdType.A] <= MOST_LOOKUPS * MOST_NAMES + MOST_NAMES
    assert found.lookups <= MOST_LOOKUPS + 1
    assert found.void_lookups <= MOST_VOID_LOOKUPS + 1


@settings(max_examples=100, deadline=None)
@given(_zones)
def test_the_tree_of_includes(hostile: Hostile) -> None:
    _, count = hostile.counts(survey("a.example"))
    assert count.total() <= 1 + MOST_LOOKUPS


@settings(max_examples=100, deadline=None)
@given(_zones, st.integers(1, 40))
def test_dmarc_walks_eight_names_at_most(hostile: Hostile, labels: int) -> None:
    domain = ".".join([*(f"l{number}" for number in range(labels)), "example"])
    found, count = hostile.counts(discover(domain))
    assert count[RdType.TXT] <= MOST_WALKED
    assert count[RdType.A] <= 1
    _, count = hostile.counts(destinations(found))
    assert count.total() <= MOST_HOSTS
    _, count = hostile.counts(evaluate(domain, (f"bounce.{domain}",), ("x.example",)))
    assert count[RdType.TXT] <= 3 * MOST_WALKED


@settings(max_examples=100, deadline=None)
@given(_zones)
def test_who_receives_and_who_is_connected(hostile: Hostile) -> None:
    assert hostile.counts(receiving("a.example"))[1].total() == 2
    subject = Subject("a.example", account="1234567")
    assert hostile.counts(connection_to(subject, HUBSPOT))[1].total() <= 1 + MOST_LOOKUPS + 4


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_bytes_for_an_answer(data: st.DataObject) -> None:
    """Random messages, and good ones with an octet changed, end in a report like any other."""
    answers: dict[str, str] = {}
    while isinstance(found := step(Subject("example.no", ip="192.0.2.9"), "google", answers), Asks):
        answers |= dict(_damaged(found, data))
    assert isinstance(found, SenderReport)
    assert len(answers) <= MOST_QUERIES


def _damaged(found: Asks, data: st.DataObject) -> Iterator[tuple[str, str]]:
    for ask in found.asks:
        wire = bytearray(base64.b64decode(wire_answer(ask.url, zone()).removeprefix("base64:")))
        at, octet = data.draw(st.integers(0, len(wire) - 1)), data.draw(st.integers(0, 255))
        wire[at] = octet
        sent = bytes(wire) if data.draw(st.booleans()) else data.draw(st.binary(max_size=60))
        yield ask.key, "base64:" + base64.b64encode(sent).decode()
