"""Where reports go, and whether those who get them want them (RFC 9990, external destinations)."""

from dataclasses import dataclass
from enum import StrEnum

from checker.dmarc.model import Discovery
from checker.dmarc.parse import is_dmarc
from checker.lookup.ask import ask, texts, together
from checker.lookup.model import Cause, Failure, Lookup, RdType
from checker.lookup.names import is_within

MOST_HOSTS = 6
"""Of other organisations; a record may name any number."""


class Consent(StrEnum):
    """What the one who gets the reports says."""

    OWN = "own"
    GIVEN = "given"
    NOT_GIVEN = "not_given"
    UNKNOWN = "unknown"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True)
class Destination:
    """A domain that reports are sent to; `name` is where its consent would stand."""

    host: str
    consent: Consent
    name: str = ""


def destinations(discovery: Discovery) -> Lookup[tuple[Destination, ...]]:
    """Ask each outside domain that the record names whether it wants reports about this one."""
    record = discovery.record
    if record is None:
        return ()
    hosts = dict.fromkeys(address.rpartition("@")[2].lower() for address in (*record.rua, *record.ruf))
    own = discovery.walk.organizational_domain
    return (
        yield from together(
            *(_consent(host, discovery.policy_domain, own) for host in list(hosts)[:MOST_HOSTS])
        )
    )


def _consent(host: str, policy_domain: str, own: str) -> Lookup[Destination]:
    if is_within(host, own) or is_within(own, host):
        return Destination(host, Consent.OWN)
    name = f"{policy_domain}._report._dmarc.{host}"
    reply = yield from ask(name, RdType.TXT)
    if any(map(is_dmarc, texts(reply))):
        return Destination(host, Consent.GIVEN, name)
    if isinstance(reply, Failure) and reply.cause is Cause.NOT_ASKED:
        return Destination(host, Consent.NOT_ASKED, name)
    unknown = isinstance(reply, Failure) and not reply.is_void
    return Destination(host, Consent.UNKNOWN if unknown else Consent.NOT_GIVEN, name)
