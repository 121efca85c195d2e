"""From a domain or an address to the system that receives, and to what is likely behind a filter."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from checker.lookup.ask import ask, texts, together
from checker.lookup.model import Answer, Cause, Failure, Lookup, RdType, Reply
from checker.lookup.names import is_within, parents
from checker.spf.model import Mechanism
from checker.spf.parse import is_spf, parse_record
from checker.tables.mx import Receiver, by_domain, by_suffix, platforms, receivers

GATEWAY_KINDS = frozenset({"gateway", "regional"})
"""Kinds that stand in front of another system, or may."""
_SUITES = ("m365", "google_workspace")


class Known(StrEnum):
    """How far it is known who receives."""

    BY_ADDRESS = "by_address"
    BY_HOST = "by_host"
    OWN_HOST = "own_host"
    """The MX hosts lie in the domain itself: what runs there cannot be seen."""
    OTHER_HOST = "other_host"
    NO_MX = "no_mx"
    """No MX record; the address of the domain itself is tried (RFC 5321 section 5.1)."""
    TAKES_NONE = "takes_none"
    """A null MX (RFC 7505)."""
    NO_DOMAIN = "no_domain"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Receiving:
    """Who receives for a domain, the first choice first."""

    domain: str
    known: Known
    receivers: tuple[Receiver, ...] = ()
    hosts: tuple[str, ...] = ()
    behind: tuple[Receiver, ...] = ()
    """What the SPF record says is in use behind a filter: a hint, no more."""
    cause: Cause | None = None

    @property
    def first(self) -> Receiver | None:
        """The system that is tried first."""
        return self.receivers[0] if self.receivers else None

    @property
    def is_filtered_twice(self) -> bool:
        """Whether a filter stands in front of a system that has one of its own."""
        return self.has_gateway and bool(self.behind)

    @property
    def has_gateway(self) -> bool:
        """Whether a filter of another company stands in front."""
        return self.first is not None and self.first.kind in GATEWAY_KINDS


def receiver_of_host(host: str) -> Receiver | None:
    """The system with the longest end that fits the host."""
    table = by_suffix()
    return next((table[end] for end in parents(host.lower().removesuffix(".")) if end in table), None)


def receiving(domain: str) -> Lookup[Receiving]:
    """Find out who receives; a domain of private addresses is known without asking."""
    known = by_domain().get(domain)
    if known is not None:
        return Receiving(domain, Known.BY_ADDRESS, (known,))
    reply, spf = yield from together(ask(domain, RdType.MX), ask(domain, RdType.TXT))
    return read_receiving(domain, reply, texts(spf))


def read_receiving(domain: str, reply: Reply, spf: Sequence[str] = ()) -> Receiving:
    """The same from replies that are there."""
    if isinstance(reply, Failure):
        return Receiving(domain, _unknown(reply), cause=reply.cause)
    hosts = _hosts(reply)
    if hosts == ("",):
        return Receiving(domain, Known.TAKES_NONE)
    found = dict.fromkeys(one for one in map(receiver_of_host, hosts) if one is not None)
    if not found:
        own = all(is_within(host, domain) for host in hosts)
        return Receiving(
            domain, Known.OWN_HOST if own else Known.OTHER_HOST, hosts=hosts, behind=_suites(spf)
        )
    first = next(iter(found))
    behind = _suites(spf) if first.kind in GATEWAY_KINDS else ()
    return Receiving(domain, Known.BY_HOST, tuple(found), hosts, behind)


def _hosts(reply: Answer) -> tuple[str, ...]:
    ordered = sorted(reply.servers, key=lambda server: (server.preference, server.host))
    return tuple(dict.fromkeys(server.host for server in ordered))


def _unknown(reply: Failure) -> Known:
    if reply.cause is Cause.NXDOMAIN:
        return Known.NO_DOMAIN
    return Known.NO_MX if reply.cause is Cause.NODATA else Known.FAILED


def _suites(spf: Sequence[str]) -> tuple[Receiver, ...]:
    """The suites whose servers may send for the domain: whoever sends with one, reads with it."""
    records = [parse_record(text) for text in spf if is_spf(text)]
    terms = [term for record in records for term in record.terms]
    targets = [term.domain.lower() for term in terms if term.mechanism is Mechanism.INCLUDE]
    return tuple(
        receivers()[suite]
        for suite in _SUITES
        if any(is_within(target, end) for target in targets for end in platforms()[suite].spf)
    )
