"""What is asked of the DNS and what comes back; that a name does not exist is not that nobody answered."""

from collections.abc import Generator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

# RFC 1035 section 2.3.4: a label has at most 63 octets, a name at most 255 with its length octets.
LONGEST_LABEL = 63
LONGEST_NAME = 253


class RdType(StrEnum):
    """The record types that are asked for, by their names in the registry."""

    A = "A"
    AAAA = "AAAA"
    CNAME = "CNAME"
    MX = "MX"
    NS = "NS"
    PTR = "PTR"
    TXT = "TXT"


@dataclass(frozen=True, slots=True)
class Query:
    """A name in lower case without its last dot, and a type; make it with `query`."""

    name: str
    rdtype: RdType

    def __str__(self) -> str:
        return f"{self.name} {self.rdtype}"


@dataclass(frozen=True, slots=True)
class Mx:
    """A mail server of a domain; `host` is empty where the domain takes no e-mail (RFC 7505)."""

    preference: int
    host: str


type Record = str | Mx
"""An address, a name or a text; a TXT record's strings are joined without blanks."""


class Cause(StrEnum):
    """Why there is no record."""

    NXDOMAIN = "nxdomain"
    """The name does not exist (RFC 8020)."""
    NODATA = "nodata"
    """The name exists, and has no record of that type (RFC 2308)."""
    SERVFAIL = "servfail"
    """A name server failed, or said something that only a failing one says."""
    REFUSED = "refused"
    """The resolver does not want to answer."""
    TIMEOUT = "timeout"
    """Nobody answered in time."""
    UNREADABLE = "unreadable"
    """What came back is no answer to this query."""
    UNREACHABLE = "unreachable"
    """The resolver could not be spoken to at all."""
    LIMIT = "limit"
    """It was not asked, since the report had asked enough."""
    NOT_ASKED = "not_asked"
    """It was not asked, since the reader wanted nobody to be asked."""


VOID = frozenset({Cause.NXDOMAIN, Cause.NODATA})
"""The causes that are knowledge: nothing is there."""


@dataclass(frozen=True, slots=True)
class Answer:
    """At least one record; `aliases` are the names that CNAME records led to, one after the other."""

    query: Query
    records: tuple[Record, ...]
    aliases: tuple[str, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """The records that are text: all of them but MX."""
        return tuple(record for record in self.records if isinstance(record, str))

    @property
    def servers(self) -> tuple[Mx, ...]:
        """The MX records."""
        return tuple(record for record in self.records if isinstance(record, Mx))


@dataclass(frozen=True, slots=True)
class Failure:
    """No record, and why."""

    query: Query
    cause: Cause
    aliases: tuple[str, ...] = ()

    @property
    def is_void(self) -> bool:
        """Whether it is known that nothing is there."""
        return self.cause in VOID


type Reply = Answer | Failure


@dataclass(frozen=True, slots=True)
class Together:
    """Lookups that do not depend on one another; the reply is the tuple of their results."""

    lookups: "tuple[Lookup[Any], ...]"


# What is sent in depends on what was yielded: a Reply for a Query, a tuple of results for Together.
type Lookup[T] = Generator[Query | Together, Any, T]
"""An evaluator that asks as it goes."""


def query(name: str, rdtype: RdType) -> Query:
    """Make a query of a name as it is written somewhere."""
    return Query(name.lower().removesuffix("."), rdtype)


def is_askable(name: str) -> bool:
    """Say whether a name can be put into a DNS message at all."""
    return (
        0 < len(name) <= LONGEST_NAME
        and name.isascii()
        and all(0 < len(label) <= LONGEST_LABEL for label in name.split("."))
    )
