"""The tables of receivers, platforms and resolvers: every row has a source, and every example is its own."""

from urllib.parse import urlsplit

import pytest

from checker.lookup.names import is_domain
from checker.mx.receive import receiver_of_host
from checker.tables.load import sources
from checker.tables.mx import Host, Receiver, by_domain, by_suffix, platforms, receivers, resolvers
from checker.tree.choices import GATEWAYS, HOSTED, PRIVATE, WORK

ROWS = [(receiver, host) for receiver in receivers().values() for host in receiver.hosts]
KINDS = {"mailbox", "suite", "host", "gateway", "regional", "forwarding"}


@pytest.mark.parametrize(("receiver", "host"), ROWS, ids=lambda value: getattr(value, "suffix", ""))
def test_an_example_leads_to_its_own_row(receiver: Receiver, host: Host) -> None:
    assert is_domain(host.example)
    assert receiver_of_host(host.example) is receiver
    longest = max((end for end in by_suffix() if f".{host.example}".endswith(f".{end}")), key=len)
    assert longest == host.suffix
    assert host.source in sources()


UNSEEN = {"altibox", "isphuset", "checkpoint"}
"""Systems that readers can choose and no record shows: we have no sourced name of their servers."""


def test_no_end_stands_twice() -> None:
    assert len(by_suffix()) == len(ROWS)
    assert len(by_domain()) == sum(len(receiver.domains) for receiver in receivers().values())


def test_every_system_of_the_checker_has_a_row_with_its_id() -> None:
    ids = {choice for choices in (PRIVATE, HOSTED, WORK, GATEWAYS) for choice, _ in choices}
    assert ids - set(receivers()) == UNSEEN
    gateways = {choice for choice, _ in GATEWAYS} - UNSEEN
    assert {receivers()[choice].kind for choice in gateways} == {"gateway"}
    assert {receivers()[choice].kind for choice, _ in WORK} == {"suite"}


@pytest.mark.parametrize("receiver", receivers().values(), ids=lambda receiver: receiver.id)
def test_a_receiver_is_of_a_known_kind(receiver: Receiver) -> None:
    assert receiver.kind in KINDS
    assert bool(receiver.domains) == bool(receiver.domains_source)
    assert not receiver.domains or receiver.domains_source in sources()
    assert all(map(is_domain, receiver.domains))


def test_every_platform_can_be_recognised_and_has_a_source() -> None:
    for platform in platforms().values():
        assert platform.source in sources()
        assert platform.spf or platform.selectors, platform.id
        assert not platform.account or platform.account in platform.spf
        for selector in platform.selectors:
            assert selector.source in sources()
            assert ("{account}" in selector.name) <= bool(platform.account)


def test_a_resolver_is_named_with_who_runs_it() -> None:
    for resolver in resolvers().values():
        assert resolver.operator
        assert {resolver.source, resolver.cors} <= set(sources())
        assert urlsplit(resolver.url).scheme == "https"
        assert not urlsplit(resolver.url).query
