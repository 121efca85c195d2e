"""Comparing a list with the sender's own SPF record, as pasted: nothing is looked up here."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, summarize_address_range
from itertools import islice

from checker.allowlist.entry import read_entry
from checker.allowlist.model import Code, Entries, Network
from checker.allowlist.read import collapse
from checker.findings import Finding

_STRINGS = re.compile(r'"\s*"')
_RECORD = re.compile(r"v=spf1(?=[\s\"]|$)", re.IGNORECASE)
_TERM = re.compile(r"([+?~-]?)([a-z]+[46]?)([:=/]?)(\S*)", re.IGNORECASE)
_LOOKS = frozenset({"a", "mx", "ptr", "exists", "redirect"})
_MOST_TERMS = 2_000

type Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class SpfRecord:
    """The networks that the record itself names, and the names it sends the receiver on to."""

    networks: tuple[Network, ...]
    includes: tuple[str, ...]
    terms: tuple[str, ...]


def read_record(text: str) -> SpfRecord | None:
    """Find the record in what was pasted, in quotes and pieces or not; None where there is none."""
    joined = _STRINGS.sub("", text)
    found = _RECORD.search(joined)
    if not found:
        return None
    networks: list[Network] = []
    includes: list[str] = []
    terms: list[str] = []
    for term in joined[found.end() :].replace('"', " ").split()[:_MOST_TERMS]:
        _sort(term, networks, includes, terms)
    return SpfRecord(tuple(collapse(networks)), tuple(dict.fromkeys(includes)), tuple(dict.fromkeys(terms)))


def _sort(term: str, networks: list[Network], includes: list[str], terms: list[str]) -> None:
    match = _TERM.fullmatch(term)
    if not match or match[1] == "-":  # "-" says that these may not send
        return
    name = match[2].lower()
    if name in {"ip4", "ip6"}:
        entry = read_entry(match[4])
        networks += entry.networks if entry else ()
    elif name == "include":
        includes.append(match[4])
    elif name in _LOOKS:
        terms.append(term)


def compare(entries: Entries, text: str) -> tuple[Finding, ...]:
    """Say what is in one and not in the other; what an include holds is not known here."""
    record = read_record(text)
    if record is None:
        return (Finding(Code.NO_SPF),)
    differences = [
        *(Finding(Code.NOT_IN_SPF, {"network": one}) for one in missing(entries, record.networks)),
        *(Finding(Code.NOT_IN_LIST, {"network": one}) for one in missing(record.networks, entries)),
    ]
    asked = [
        *(Finding(Code.INCLUDE_NOT_FOLLOWED, {"name": name}) for name in record.includes),
        *(Finding(Code.TERM_NOT_FOLLOWED, {"term": term}) for term in record.terms),
    ]
    return (*(differences or [Finding(Code.SAME_AS_SPF)]), *asked)


def missing(networks: Iterable[Network], others: Iterable[Network]) -> Iterator[str]:
    """What `without` gives, neighbours joined to a range where one network does not say it."""
    first: Network | None = None
    last: Network | None = None
    for network in without(networks, others):
        if last is not None and last.version == network.version and int(last[-1]) + 1 == int(network[0]):
            last = network
            continue
        if first is not None and last is not None:
            yield _range(first, last)
        first = last = network
    if first is not None and last is not None:
        yield _range(first, last)


def _range(first: Network, last: Network) -> str:
    return str(first) if first is last else f"{first[0]}-{last[-1]}"


def without(networks: Iterable[Network], others: Iterable[Network]) -> Iterator[Network]:
    """The addresses of the first that are not in the second, as networks; both are collapsed already."""
    every, taken = list(networks), list(others)
    for first, last in _left(_spans(every, 4), _spans(taken, 4)):
        yield from summarize_address_range(IPv4Address(first), IPv4Address(last))
    for first, last in _left(_spans(every, 6), _spans(taken, 6)):
        yield from summarize_address_range(IPv6Address(first), IPv6Address(last))


def _spans(networks: Iterable[Network], version: int) -> list[Span]:
    return sorted((int(one[0]), int(one[-1])) for one in networks if one.version == version)


def _left(spans: list[Span], cuts: list[Span]) -> Iterator[Span]:
    """What is left of the spans; both lists are in order, so each cut is met once or twice."""
    at = 0
    for start, last in spans:
        first = start
        while at < len(cuts) and cuts[at][1] < first:
            at += 1
        for cut in islice(cuts, at, None):
            if cut[0] > last:
                break
            if cut[0] > first:
                yield first, cut[0] - 1
            first = cut[1] + 1
        if first <= last:
            yield first, last
