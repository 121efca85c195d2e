"""The tables of receiving systems, sending platforms and resolvers; a fault in one is our bug and raises."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from checker.tables.bounces import read


@dataclass(frozen=True, slots=True)
class Host:
    """The end of MX host names, where it was seen, and a whole host name."""

    suffix: str
    source: str
    example: str


@dataclass(frozen=True, slots=True)
class Receiver:
    """A system that receives; its id is also an option's id in the tree where there is one."""

    id: str
    name: str
    kind: str
    hosts: tuple[Host, ...]
    domains: tuple[str, ...] = ()
    """Domains of addresses that need no query: everybody there uses this system."""
    domains_source: str = ""


@dataclass(frozen=True, slots=True)
class Selector:
    """Where a platform's key stands; `{account}` is for the customer's number."""

    name: str
    target: str
    source: str


@dataclass(frozen=True, slots=True)
class Platform:
    """A service that sends for a domain."""

    id: str
    name: str
    spf: tuple[str, ...]
    mail_from: tuple[str, ...]
    selectors: tuple[Selector, ...]
    source: str
    account: str = ""
    """The end of the SPF include that begins with the customer's number."""


@dataclass(frozen=True, slots=True)
class Resolver:
    """Who answers DNS over HTTPS, and where."""

    id: str
    name: str
    operator: str
    country: str
    url: str
    source: str
    cors: str
    """The source that says that web pages may read the answers."""


@dataclass(frozen=True, slots=True)
class BulkRules:
    """What a mailbox provider asks of bulk senders, by the ids of the rules."""

    id: str
    name: str
    source: str
    must: tuple[str, ...]
    should: tuple[str, ...]


@cache
def receivers() -> Mapping[str, Receiver]:
    """Every receiving system by its id."""
    return MappingProxyType(
        {
            row["id"]: Receiver(
                row["id"],
                row["name"],
                row["kind"],
                tuple(Host(*host) for host in row["hosts"]),
                tuple(row.get("domains", ())),
                row.get("domains_source", ""),
            )
            for row in read("mx")["system"]
        }
    )


@cache
def by_suffix() -> Mapping[str, Receiver]:
    """The receiving system by the end of its host names."""
    return MappingProxyType({host.suffix: one for one in receivers().values() for host in one.hosts})


@cache
def by_domain() -> Mapping[str, Receiver]:
    """The receiving system by the domain of its addresses."""
    return MappingProxyType({domain: one for one in receivers().values() for domain in one.domains})


@cache
def platforms() -> Mapping[str, Platform]:
    """Every sending platform by its id."""
    return MappingProxyType(
        {
            row["id"]: Platform(
                row["id"],
                row["name"],
                tuple(row["spf"]),
                tuple(row.get("mail_from", ())),
                tuple(Selector(*selector) for selector in row["selectors"]),
                row["source"],
                row.get("account", ""),
            )
            for row in read("senders")["platform"]
        }
    )


@cache
def resolvers() -> Mapping[str, Resolver]:
    """Every resolver by its id, in the order in which they are offered."""
    return MappingProxyType({row["id"]: Resolver(**row) for row in read("resolvers")["resolver"]})


@cache
def bulk_rules() -> tuple[BulkRules, ...]:
    """Every provider with its rules."""
    return tuple(
        BulkRules(row["id"], row["name"], row["source"], tuple(row["must"]), tuple(row["should"]))
        for row in read("bulk_rules")["provider"]
    )
