"""The tables of facts: where each is from, when it was checked, and that nothing in them is stray."""

import tomllib
from datetime import UTC, datetime, timedelta
from itertools import chain
from typing import Any
from urllib.parse import urlsplit

import pytest

from checker.tables.allow import formats
from checker.tables.delivery import sending_tools
from checker.tables.load import FRESH_DAYS, Hop, Source, custody, sources, stale, systems
from checker.tables.mx import platforms, receivers, resolvers
from checker.tables.suffixes import short_list
from tests.flow.guide import ROOT

NOT_HTTPS = {
    "ppprinc": "a page from 2007 at an address without https",
    "ppecds": "a partner's wiki without https",
}
HOPS = (*custody().hops, *custody().places)
TABLES = ("systems", "sources", "custody", "mx", "senders", "resolvers")


def raw(name: str) -> dict[str, Any]:
    return tomllib.loads((ROOT / f"checker/tables/{name}.toml").read_text(encoding="utf-8"))


def today() -> datetime:
    return datetime.now(UTC) + timedelta(hours=14)  # the latest date that it is anywhere


@pytest.mark.parametrize("source", sources().values(), ids=lambda source: source.id)
def test_a_source_has_a_title_and_a_day_on_which_it_was_checked(source: Source) -> None:
    assert source.title.strip()
    assert datetime(2026, 1, 1, tzinfo=UTC).date() <= source.checked <= today().date()


@pytest.mark.parametrize("source", sources().values(), ids=lambda source: source.id)
def test_an_address_is_a_page_behind_https(source: Source) -> None:
    row = raw("sources")["source"][source.id]
    assert row["precision"] in {"page", "site"}
    assert bool(source.url) == (row["precision"] == "page")
    if source.url:
        address = urlsplit(source.url)
        assert (address.scheme == "https") != (source.id in NOT_HTTPS)
        assert "." in address.netloc
        assert address.path.strip("/")


def test_the_exceptions_are_still_needed() -> None:
    assert set(NOT_HTTPS) <= set(sources())


def test_no_two_sources_are_the_same() -> None:
    addresses = [source.url for source in sources().values() if source.url]
    titles = [source.title for source in sources().values()]
    assert len(set(addresses)) == len(addresses)
    assert len(set(titles)) == len(titles)


def test_every_source_is_one_of_something() -> None:
    """Of a row in the table of systems, or of a page of the guide."""
    rows = chain.from_iterable(system.sources() for system in systems().values())
    used = {source.id for source in rows}
    used |= {source.id for row in formats().values() for source in (row.source, row.syntax_source)}
    used |= {row.limit_source.id for row in formats().values() if row.limit_source}
    used |= {tool.source.id for tool in sending_tools().values()}
    used |= _of_lookups()
    guide = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs/guide").glob("*.md"))
    assert {source.id for source in sources().values() if source.url not in guide} <= used


def _of_lookups() -> set[str]:
    """The sources of the tables that look-ups in the DNS are read by."""
    hosts = {host.source for receiver in receivers().values() for host in receiver.hosts}
    domains = {receiver.domains_source for receiver in receivers().values()}
    senders = {platform.source for platform in platforms().values()}
    selectors = {selector.source for platform in platforms().values() for selector in platform.selectors}
    asked = {source for one in resolvers().values() for source in (one.source, one.cors)}
    return hosts | domains | senders | selectors | asked | {short_list()["source"]}


def test_ids_are_unique() -> None:
    for name, lists in (("systems", ["system"]), ("custody", ["hop", "place"])):
        ids = [row["id"] for kind in lists for row in raw(name)[kind]]
        assert len(ids) == len(set(ids))
    assert len(systems()) == len(raw("systems")["system"])


def test_every_row_of_the_systems_has_a_source() -> None:
    for row in raw("systems")["system"]:
        assert ("name" in row) != ("name_text" in row), row["id"]
        assert ("note" in row) == ("note_source" in row), row["id"]
        assert "note" in row or row.get("steps"), row["id"]
        for fact in row.get("facts", ()):
            assert set(fact) == {"text", "source"}, row["id"]
        for task, steps in row.get("steps", {}).items():
            assert set(steps) == {"text", "source"}, (row["id"], task)
            assert steps["text"], (row["id"], task)
            assert all(step.strip() for step in steps["text"]), (row["id"], task)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_says_what_it_is_and_when_it_was_made(name: str) -> None:
    table = raw(name)["table"]
    assert set(table) == {"about", "retrieved"}
    assert table["retrieved"] <= today().date()


def test_the_sender_sees_the_way_up_to_one_turning_point_and_not_beyond() -> None:
    assert [hop.turning_point for hop in HOPS].count(True) == 1
    turn = next(number for number, hop in enumerate(HOPS) if hop.turning_point)
    assert HOPS[turn] in custody().hops
    assert [hop.sees["sender"] for hop in HOPS] == ["yes"] * (turn + 1) + ["no"] * (len(HOPS) - turn - 1)


@pytest.mark.parametrize("hop", HOPS, ids=lambda hop: hop.id)
def test_who_sees_what_is_one_of_three(hop: Hop) -> None:
    assert set(hop.sees.values()) <= {"yes", "partly", "no"}
    assert "yes" in hop.sees.values(), "somebody can always see it"


def test_a_fact_is_stale_when_it_was_checked_too_long_ago() -> None:
    oldest = min(source.checked for source in sources().values())
    newest = max(source.checked for source in sources().values())
    assert stale(oldest + timedelta(days=FRESH_DAYS)) == []
    assert [source.checked for source in stale(oldest + timedelta(days=FRESH_DAYS + 1))][:1] == [oldest]
    assert len(stale(newest + timedelta(days=FRESH_DAYS + 1))) == len(sources())
    assert stale(newest + timedelta(days=2), days=1) == sorted(sources().values(), key=lambda s: s.checked)
