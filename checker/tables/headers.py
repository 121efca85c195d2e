"""The tables that the header reader asks; a fault in a table is our bug and raises."""

import pkgutil
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True, slots=True)
class ReceivingSystem:
    """A mailbox provider or gateway: what its servers call themselves, and which fields only it can write."""

    id: str
    kind: str
    name: str
    hosts: tuple[str, ...]
    anywhere: tuple[str, ...]
    below: tuple[str, ...]
    option: str


@dataclass(frozen=True, slots=True)
class VerdictRow:
    """A value and what it says; `low` and `high` bound a number, `contains` is looked for in lower case."""

    value: str
    contains: str | None
    low: float
    high: float
    place: str
    decider: str
    certainty: str
    rank: int
    example: str


@dataclass(frozen=True, slots=True)
class VerdictGroup:
    """What one field, or one key in it, can say; see the table for the forms.

    `by_value` holds the rows by their values where every row is one of those, and nothing else.
    """

    system: str
    fields: tuple[str, ...]
    form: str
    key: str
    compare: bool
    unless: frozenset[str]
    rows: tuple[VerdictRow, ...]
    by_value: Mapping[str, VerdictRow]


@dataclass(frozen=True, slots=True)
class Platform:
    """A service that sends for others, and how its e-mail is recognised."""

    id: str
    name: str
    fields: tuple[str, ...]
    domains: tuple[str, ...]
    feedback: tuple[str, ...]
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """Something that a mailbox provider asks of senders; `check` is the code of what was looked at."""

    check: str
    provider: str
    who: str


@cache
def receivers() -> tuple[ReceivingSystem, ...]:
    """Every receiving system."""
    return tuple(
        ReceivingSystem(
            row["id"],
            row["kind"],
            row["name"],
            tuple(row["hosts"]),
            tuple(row["anywhere"]),
            tuple(row["below"]),
            row["option"],
        )
        for row in read("header_receivers")["receiver"]
    )


@cache
def receiver_by_id(system: str) -> ReceivingSystem | None:
    """The system of that id, or nothing."""
    return next((one for one in receivers() if one.id == system), None)


@cache
def verdict_groups() -> Mapping[str, tuple[VerdictGroup, ...]]:
    """The groups of rows by the name of their field, in lower case."""
    found: dict[str, list[VerdictGroup]] = {}
    for group in _groups():
        for field in group.fields:
            found.setdefault(field, []).append(group)
    return MappingProxyType({field: tuple(groups) for field, groups in found.items()})


@cache
def system_names() -> Mapping[str, str]:
    """The names of all systems by their ids."""
    names = {one.id: one.name for one in receivers()}
    return MappingProxyType({**names, **read("header_verdicts")["system"]})


@cache
def platforms() -> tuple[Platform, ...]:
    """Every sending platform, the telling ones first."""
    return tuple(
        Platform(
            row["id"],
            row["name"],
            tuple(row.get("fields", ())),
            tuple(row.get("domains", ())),
            tuple(row.get("feedback", ())),
            tuple(row.get("links", ())),
        )
        for row in read("header_platforms")["platform"]
    )


@dataclass(frozen=True, slots=True)
class PlatformMarks:
    """What gives a platform away, each mark with the numbers of the platforms that have it."""

    feedback: Mapping[str, tuple[int, ...]]
    fields: Mapping[str, tuple[tuple[int, str], ...]]
    """By the name of the field, with a part of its value."""
    domains: Mapping[str, tuple[int, ...]]
    links: Mapping[str, tuple[int, ...]]


@cache
def platform_marks() -> PlatformMarks:
    """The marks of all platforms; their numbers are their places in `platforms`."""
    fields: dict[str, tuple[tuple[int, str], ...]] = {}
    for number, one in enumerate(platforms()):
        for mark in one.fields:
            key, _, part = mark.partition(": ")
            fields[key] = (*fields.get(key, ()), (number, part))
    return PlatformMarks(
        _numbers(lambda one: one.feedback),
        MappingProxyType(fields),
        _numbers(lambda one: one.domains),
        _numbers(lambda one: one.links),
    )


def _numbers(marks: Callable[[Platform], tuple[str, ...]]) -> Mapping[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for number, one in enumerate(platforms()):
        for mark in marks(one):
            found[mark] = (*found.get(mark, ()), number)
    return MappingProxyType(found)


@cache
def asked() -> Mapping[str, str]:
    """Which providers ask for each check, as one text."""
    found: dict[str, list[str]] = {}
    for rule in rules():
        found.setdefault(rule.check, []).append(rule.provider)
    return MappingProxyType({check: " ".join(providers) for check, providers in found.items()})


@cache
def rules() -> tuple[Rule, ...]:
    """What the large mailbox providers ask of senders."""
    return tuple(Rule(row["check"], row["provider"], row["who"]) for row in read("header_rules")["rule"])


@cache
def shorteners() -> frozenset[str]:
    """The hosts of services that shorten links."""
    return frozenset(read("header_links")["shortener"]["hosts"])


def _groups() -> Iterator[VerdictGroup]:
    for group in read("header_verdicts")["group"]:
        rows = tuple(map(_row, group["rows"]))
        plain = all(row.value and row.contains is None for row in rows)
        yield VerdictGroup(
            group["system"],
            tuple(group["field"].split()),
            group["form"],
            group.get("key", ""),
            group.get("compare", False),
            frozenset(group.get("unless", ())),
            rows,
            MappingProxyType({row.value: row for row in reversed(rows)} if plain else {}),
        )


def _row(row: dict[str, Any]) -> VerdictRow:
    return VerdictRow(
        row.get("value", "").lower(),
        row.get("contains"),
        row.get("min", float("-inf")),
        row.get("max", float("inf")),
        row.get("place", "unknown"),
        row.get("decider", "unknown"),
        row["certainty"],
        row["rank"],
        row["example"],
    )


def read(name: str) -> dict[str, Any]:
    """Read one of these tables as it stands."""
    data = pkgutil.get_data("checker", f"tables/{name}.toml")
    if data is None:
        raise FileNotFoundError(name)
    return tomllib.loads(data.decode())
