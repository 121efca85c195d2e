"""What the allowlist kit works on: networks, what is to be let through, and what a format made of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from ipaddress import IPv4Network, IPv6Network

from checker.findings import Finding

type Network = IPv4Network | IPv6Network


class Code(StrEnum):
    """What the reader of a list did, or would not do."""

    # done, and said
    HOST_BITS = "host_bits"
    DUPLICATE = "duplicate"
    OVERLAP = "overlap"
    MERGED = "merged"
    RANGE_SPLIT = "range_split"
    WILDCARD = "wildcard"
    MAPPED = "mapped"
    PORT = "port"
    EXAMPLE = "example"
    WIDE = "wide"
    # refused
    EVERYTHING = "everything"
    TOO_WIDE = "too_wide"
    PRIVATE = "private"
    RESERVED = "reserved"
    NOT_AN_ADDRESS = "not_an_address"
    LEADING_ZEROS = "leading_zeros"
    REVERSED = "reversed"
    TOO_MANY = "too_many"
    NOTHING_FOUND = "nothing_found"
    # against the sender's SPF record
    NO_SPF = "no_spf"
    NOT_IN_SPF = "not_in_spf"
    NOT_IN_LIST = "not_in_list"
    SAME_AS_SPF = "same_as_spf"
    INCLUDE_NOT_FOLLOWED = "include_not_followed"
    TERM_NOT_FOLLOWED = "term_not_followed"


class Unfit(StrEnum):
    """Why a format leaves a network out."""

    NO_IPV6 = "no_ipv6"
    NO_IPV4 = "no_ipv4"
    TOO_WIDE = "too_wide"
    SINGLE_ONLY = "single_only"
    NO_ROOM = "no_room"
    NEEDS_DOMAIN = "needs_domain"


@dataclass(frozen=True, slots=True)
class Entries:
    """Collapsed networks in order, IPv4 apart from IPv6; `given` counts what was read, before collapsing."""

    v4: tuple[IPv4Network, ...] = ()
    v6: tuple[IPv6Network, ...] = ()
    findings: tuple[Finding, ...] = ()
    given: int = 0

    def __iter__(self) -> Iterator[Network]:
        yield from self.v4
        yield from self.v6

    def __len__(self) -> int:
        return len(self.v4) + len(self.v6)

    @property
    def addresses(self) -> int:
        """How many IPv4 addresses it lets in; IPv6 ones are not worth counting."""
        return sum(network.num_addresses for network in self.v4)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be let through: `domain` in ASCII or empty; `shared` where others use the addresses."""

    entries: Entries = Entries()
    domain: str = ""
    shared: bool = True
    note: str = ""
    review: date | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A network that the format has no place for."""

    network: Network
    reason: Unfit


@dataclass(frozen=True, slots=True)
class Output:
    """What to run, paste or type; more than one part where one would exceed the system's limit."""

    format: str
    filename: str
    parts: tuple[str, ...]
    entries: int
    refused: tuple[Refusal, ...] = ()

    @property
    def text(self) -> str:
        """All parts, one after the other."""
        return "".join(self.parts)


def span(networks: Iterable[Network]) -> int:
    """Count the addresses of networks that do not overlap."""
    return sum(network.num_addresses for network in networks)
