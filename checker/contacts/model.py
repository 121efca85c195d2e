"""What a contact list says: counts of statuses and reasons, by mail system and by organisation."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from checker.findings import Finding

type SystemOf = Callable[[str], str | None]
"""The receiving mail system of a domain (an id of systems.toml), or None where it is not known."""


class Kind(StrEnum):
    """What was handed in."""

    LIST = "list"
    EMPTY = "empty"
    NO_ADDRESSES = "no_addresses"
    XLSX = "xlsx"
    XLS = "xls"
    BINARY = "binary"


class Status(StrEnum):
    """How far an e-mail came, by the list."""

    DELIVERED = "delivered"
    BOUNCED = "bounced"
    NOT_SENT = "not_sent"
    PENDING = "pending"
    UNKNOWN = "unknown"


STATUSES = tuple(Status)
FAILED = (Status.BOUNCED, Status.NOT_SENT, Status.PENDING)


class Pattern(StrEnum):
    """What those who did not get it have in common."""

    NOBODY = "nobody"
    ONE_PERSON = "one_person"
    ONE_ORGANISATION = "one_organisation"
    ONE_SYSTEM = "one_system"
    EVERYONE = "everyone"


class Code(StrEnum):
    """What the reader of a list has to say about the file."""

    ENCODING = "encoding"
    NO_HEADING = "no_heading"
    NO_STATUS = "no_status"
    BROKEN_QUOTE = "broken_quote"
    WITHOUT_ADDRESS = "without_address"
    MORE_DOMAINS = "more_domains"
    MORE_REASONS = "more_reasons"


class Found(StrEnum):
    """What a look-up says about who receives for a domain."""

    NAMED = "named"
    """A mail system that the table knows."""
    UNNAMED = "unnamed"
    """A server of its own, or one that the table does not know."""
    TAKES_NONE = "takes_none"
    """The domain exists and takes no e-mail (RFC 7505)."""
    NO_DOMAIN = "no_domain"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Looked:
    """The answer for one domain: `system` is an id of mx.toml, `cause` why there is no answer."""

    found: Found
    system: str = ""
    cause: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """One system, organisation or the whole list: `counts` in the order of `STATUSES`."""

    id: str
    counts: tuple[int, ...]
    opened: int = 0

    @property
    def total(self) -> int:
        """Everybody in it."""
        return sum(self.counts)

    @property
    def failed(self) -> int:
        """Those whom the e-mail did not reach."""
        return sum(self.of(status) for status in FAILED)

    def of(self, status: Status) -> int:
        """How many have this status."""
        return self.counts[STATUSES.index(status)]


@dataclass(frozen=True, slots=True)
class ReasonCount:
    """How often the list gives a reason, in the list's own words."""

    status: Status
    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Kept:
    """One of those whom the e-mail did not reach; an address, so a personal datum."""

    address: str
    domain: str
    status: Status
    reason: str


@dataclass(frozen=True, slots=True)
class Common:
    """The pattern, and the group it is about; `affected` of `of` belong to that group."""

    pattern: Pattern
    group: str = ""
    affected: int = 0
    of: int = 0
    all_delivered: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """Everything a list says. Groups are in order of how many in them were not reached.

    `unknown` are the domains whose mail system is still open, those with most not reached first.
    """

    kind: Kind
    everyone: Group = Group("", (0,) * len(STATUSES))
    reasons: tuple[ReasonCount, ...] = ()
    systems: tuple[Group, ...] = ()
    organisations: tuple[Group, ...] = ()
    private: Group = Group("", (0,) * len(STATUSES))
    others: Group = Group("", (0,) * len(STATUSES))
    common: Common = Common(Pattern.NOBODY)
    quiet: tuple[Group, ...] = ()
    unknown: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    kept: tuple[Kept, ...] = ()
    looked: Mapping[str, Looked] = MappingProxyType({})
