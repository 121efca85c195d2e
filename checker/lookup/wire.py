"""DNS messages as bytes (RFC 1035, and RFC 8484 for their way over HTTPS); dnspython is the codec."""

import base64
import binascii
from typing import TYPE_CHECKING, Any

from checker.lookup.model import Answer, Cause, Failure, Mx, Query, RdType, Record, Reply

if TYPE_CHECKING:  # else only where it is used: the first questions of the checker do without it
    import dns.message

MOST_ALIASES = 16
# DNS Flag Day 2020: what travels without being cut into fragments.
UDP_PAYLOAD = 1232


def to_message(query: Query) -> "dns.message.QueryMessage":
    """The query as a message; its id is 0, so that caches on the way can keep the answer (RFC 8484 4.1)."""
    import dns.message
    import dns.name
    import dns.rdatatype

    labels = [label.encode("ascii") for label in query.name.split(".")]
    name = dns.name.Name([*labels, b""])
    message = dns.message.make_query(
        name, dns.rdatatype.from_text(query.rdtype), use_edns=0, payload=UDP_PAYLOAD, id=0
    )
    return message


def to_url(query: Query, template: str) -> str:
    """The address to fetch (RFC 8484 section 4.1.1); the template is the resolver's address."""
    wire = base64.urlsafe_b64encode(to_message(query).to_wire()).rstrip(b"=").decode("ascii")
    return f"{template}?dns={wire}"


def from_base64(query: Query, text: str) -> Reply:
    """Read a reply that came over the border as base64."""
    try:
        return from_wire(query, base64.b64decode(text, validate=True))
    except (binascii.Error, ValueError):
        return Failure(query, Cause.UNREADABLE)


def from_wire(query: Query, wire: bytes) -> Reply:
    """Read a reply; whatever the bytes are, this returns."""
    import dns.exception
    import dns.message

    try:
        message = dns.message.from_wire(wire, ignore_trailing=True)
    except (dns.exception.DNSException, ValueError, IndexError, KeyError, OverflowError, AssertionError):
        return Failure(query, Cause.UNREADABLE)
    return from_message(query, message)


def from_message(query: Query, message: "dns.message.Message") -> Reply:
    """Read what a message says about the query."""
    import dns.flags
    import dns.rcode

    if not message.flags & dns.flags.QR or message.flags & dns.flags.TC or not _is_about(query, message):
        return Failure(query, Cause.UNREADABLE)
    rcode = message.rcode()
    if rcode == dns.rcode.REFUSED:
        return Failure(query, Cause.REFUSED)
    if rcode not in (dns.rcode.NOERROR, dns.rcode.NXDOMAIN):
        return Failure(query, Cause.SERVFAIL)
    return _answer(query, message, Cause.NXDOMAIN if rcode == dns.rcode.NXDOMAIN else Cause.NODATA)


def _is_about(query: Query, message: "dns.message.Message") -> bool:
    """Say whether the message repeats our question, where it repeats any."""
    asked = message.question
    return not asked or (_name(asked[0].name) == query.name and asked[0].rdtype == _number(query.rdtype))


def _answer(query: Query, message: "dns.message.Message", otherwise: Cause) -> Reply:
    """Follow the aliases through the answer section to the records."""
    found: dict[tuple[str, int], list[Any]] = {}  # rdata: each type has fields of its own
    for rrset in message.answer:
        found.setdefault((_name(rrset.name), int(rrset.rdtype)), []).extend(rrset)
    name = query.name
    aliases: list[str] = []
    while query.rdtype != RdType.CNAME and (target := found.get((name, _number(RdType.CNAME)))):
        name = _name(target[0].target)
        if name in aliases or name == query.name or len(aliases) == MOST_ALIASES:
            return Failure(query, Cause.SERVFAIL, (*aliases, name))
        aliases.append(name)
    rdatas = found.get((name, _number(query.rdtype)), [])
    records = tuple(record for rdata in rdatas if (record := _record(query.rdtype, rdata)) is not None)
    return Answer(query, records, tuple(aliases)) if records else Failure(query, otherwise, tuple(aliases))


def _record(rdtype: RdType, rdata: Any) -> Record | None:  # noqa: ANN401 - each type has its own fields
    """One record as a value; None where its data cannot be read as that type."""
    if "GenericRdata" in type(rdata).__name__:
        return None
    if rdtype == RdType.TXT:
        return b"".join(rdata.strings).decode("utf-8", "surrogateescape")
    if rdtype == RdType.MX:
        return Mx(int(rdata.preference), _name(rdata.exchange))
    if rdtype in (RdType.A, RdType.AAAA):
        return str(rdata.address).lower()
    return _name(rdata.target)


def _number(rdtype: RdType) -> int:
    import dns.rdatatype

    return int(dns.rdatatype.from_text(rdtype))


def _name(name: object) -> str:
    """A name in lower case without its last dot, its odd bytes escaped as dnspython does."""
    return str(name).lower().removesuffix(".")
