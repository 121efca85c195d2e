"""Reading the tables into frozen values; a fault in a table is our bug and raises."""

import pkgutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from; `url` is empty where only the site is known."""

    id: str
    title: str
    url: str
    checked: date


@dataclass(frozen=True, slots=True)
class Steps:
    """How to do one task in one system."""

    task: str
    text: tuple[str, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class Fact:
    """Something to know about a system that is no step."""

    text: str
    source: Source


@dataclass(frozen=True, slots=True)
class MailSystem:
    """A mailbox provider, a business suite or a gateway; its id is also an option's id in the tree."""

    id: str
    name: str
    kind: str
    steps: Mapping[str, Steps]
    note: str
    note_source: Source | None
    facts: tuple[Fact, ...] = ()
    domains: tuple[str, ...] = ()

    def sources(self) -> tuple[Source, ...]:
        """Every source that stands behind something said of it."""
        told = (*(steps.source for steps in self.steps.values()), *(fact.source for fact in self.facts))
        return tuple(dict.fromkeys((*told, *((self.note_source,) if self.note_source else ()))))


@dataclass(frozen=True, slots=True)
class Hop:
    """A station of the e-mail's way; `sees` says for each actor "yes", "partly" or "no"."""

    id: str
    label: str
    text: str
    sees: Mapping[str, str]
    turning_point: bool


@dataclass(frozen=True, slots=True)
class Custody:
    """The hops one after the other, then the places where the way can end."""

    hops: tuple[Hop, ...]
    places: tuple[Hop, ...]


SEERS = ("sender", "recipient", "recipient_it")
FRESH_DAYS = 180
"""For how long a fact is taken to hold after it was checked."""


@cache
def sources() -> Mapping[str, Source]:
    """Every source by its id."""
    rows = table("sources")["source"]
    return MappingProxyType(
        {id_: Source(id_, row["title"], row.get("url", ""), row["checked"]) for id_, row in rows.items()}
    )


def stale(today: date, days: int = FRESH_DAYS) -> list[Source]:
    """The sources that were last checked more than so many days ago, the oldest first."""
    old = [source for source in sources().values() if (today - source.checked).days > days]
    return sorted(old, key=lambda source: source.checked)


@cache
def systems() -> Mapping[str, MailSystem]:
    """Every mail system by its id, in the order readers meet them."""
    return MappingProxyType({row["id"]: _system(row) for row in table("systems")["system"]})


def system_of_address(domain: str) -> str | None:
    """The system whose own addresses end in this domain; what an MX record would tell is not known here."""
    return _domains().get(domain)


@cache
def _domains() -> Mapping[str, str]:
    return {domain: system.id for system in systems().values() for domain in system.domains}


@cache
def custody() -> Custody:
    """The chain of custody."""
    rows = table("custody")
    return Custody(tuple(map(_hop, rows["hop"])), tuple(map(_hop, rows["place"])))


def _system(row: dict[str, Any]) -> MailSystem:
    steps = {
        task: Steps(task, tuple(step["text"]), sources()[step["source"]])
        for task, step in row.get("steps", {}).items()
    }
    note_source = sources()[row["note_source"]] if "note" in row else None
    return MailSystem(
        row["id"],
        row.get("name") or row["name_text"],
        row["kind"],
        MappingProxyType(steps),
        row.get("note", ""),
        note_source,
        tuple(Fact(fact["text"], sources()[fact["source"]]) for fact in row.get("facts", ())),
        tuple(row.get("domains", ())),
    )


def _hop(row: dict[str, Any]) -> Hop:
    sees = MappingProxyType({seer: row[seer] for seer in SEERS})
    return Hop(row["id"], row["label"], row["text"], sees, row.get("turning_point", False))


def table(name: str) -> dict[str, Any]:
    """Read a table of the package as it stands."""
    import tomllib  # here, since the first questions need no table and start sooner without it

    data = pkgutil.get_data("checker", f"tables/{name}.toml")
    if data is None:
        raise FileNotFoundError(name)
    return tomllib.loads(data.decode())
