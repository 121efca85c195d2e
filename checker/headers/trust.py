"""Which fields the receiving side wrote: those above the first Received field that took the e-mail in.

A sender can write any field it likes, but only below that line. Some systems write below it too: the table
says which fields they own, and only the ones that cannot come from outside count.
"""

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from checker.headers.model import Block, Field, Hop, Receiver, Trust
from checker.tables.headers import ReceivingSystem, receiver_by_id, receivers

_COPY_ENDS = ("-original", "-untrusted", "-prvs")
_COPY_STARTS = ("x-original-authentication-results", "old-", "x-old-", "original-authentication-results")
_SECOND_LEVELS = frozenset(("co", "com", "org", "net", "gov", "ac", "edu", "kommune", "herad", "dep"))
_PRIVATE = re.compile(
    r"(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|fe80:|f[cd][0-9a-f]{2}:|::1$)"
)
_IP = re.compile(r"\[?(?:IPv6:)?([0-9a-fA-F]{0,4}(?:[:.][0-9a-fA-F]{0,4}){2,8})\]?")
_NAME = re.compile(
    r"\(\s?([A-Za-z0-9_-]{1,63}(?:\.[A-Za-z0-9_-]{1,63}){0,19}\.[A-Za-z][A-Za-z0-9-]{1,62})\.?(?=[\s)\[])"
)
_AUTHOR_SIDE = frozenset(
    (
        "from",
        "to",
        "subject",
        "date",
        "message-id",
        "mime-version",
        "content-type",
        "dkim-signature",
        "reply-to",
    )
)
_SPF_ADDRESS = re.compile(r"(?:sender IP is |client-ip=|designates )\[?([0-9A-Fa-f:.]{3,45})")


@dataclass(frozen=True, slots=True)
class TrustLine:
    """The index of the Received field that took the e-mail in; -1 where no Received field is there."""

    index: int
    receiver: Receiver
    system: ReceivingSystem | None
    gateway: ReceivingSystem | None = None
    wrapped: bool = False
    """SpamAssassin has put the e-mail into one of its own, so the fields of that are its own."""


@lru_cache(maxsize=2048)
def organisation(host: str) -> str:
    """Whose server this is: a known system's id, else the last labels of the name; nothing for addresses."""
    host = host.strip("[]().").lower()
    known = system_of(host)
    if known:
        return known.id
    labels = host.split(".")
    if len(labels) < 2 or _IP.fullmatch(host) or labels[-1].isdigit():
        return ""
    if len(labels) > 2 and labels[-2] in _SECOND_LEVELS:
        return ".".join(labels[-3:])
    return ".".join(labels[-2:])


@lru_cache(maxsize=2048)
def system_of(host: str) -> ReceivingSystem | None:
    """The known system that the host belongs to, or nothing."""
    for one in receivers():
        for name in one.hosts:
            if name[0] == "*":
                if name[1:] in host and "." not in host:
                    return one
            elif host == name or host.endswith("." + name):
                return one
    return None


def sending_organisation(hop: Hop) -> str:
    """Whose server handed the e-mail over, by its verified name where there is one; nothing for an own one.

    The name before the brackets is what the other side calls itself: from a public address it proves nothing.
    """
    verified = _NAME.search(hop.from_)
    if verified:
        return organisation(verified[1])
    claimed = organisation(hop.from_host)
    address = address_of(hop.from_)
    if not address:
        return claimed
    if _PRIVATE.match(address):
        return ""
    return "?" if not claimed or f"[{address}]" in hop.from_.lower() else claimed


def address_of(text: str) -> str:
    """The first address in brackets, without them."""
    for start in ("[", "("):
        at = text.find(start)
        while at >= 0:
            match = _IP.match(text, at + 1)
            if match:
                return match[1].lower()
            at = text.find(start, at + 1)
    return ""


def trust_line(block: Block, newest: Sequence[Hop]) -> TrustLine:
    """Find the line: walk down from the newest hop to the one that took the e-mail in from somebody else."""
    if not newest:
        return TrustLine(-1, Receiver(), None)
    at, owner = _take_in(newest, 0)
    in_front = _in_front(block, newest[at], owner) if at + 1 < len(newest) and owner else None
    if in_front:
        at, _ = _take_in(newest, at + 1)
    system = receiver_by_id(owner) or _known(newest[number] for number in range(at + 1))
    host, gateway = newest[0].by_host, in_front.id if in_front else ""
    receiver = Receiver(system.id if system else "", gateway, host, newest[at].line)
    wrapped = at == len(newest) - 1 and _is_wrapped(newest[at])
    return TrustLine(_place(block, at), receiver, system, in_front, wrapped)


def _place(block: Block, at: int) -> int:
    """Where among all fields that Received field stands."""
    places = (place for place, field in enumerate(block.fields) if field.key == "received")
    return next(islice(places, at, None))


def _in_front(block: Block, hop: Hop, owner: str) -> ReceivingSystem | None:
    """The recipient's gateway that handed the e-mail over to the mailbox, or nothing."""
    found = system_of(_handing_host(hop))
    if found and found.kind == "gateway" and found.id != owner and _is_recipients(block, hop):
        return found
    return None


def _take_in(chain: Sequence[Hop], start: int) -> tuple[int, str]:
    """The number of the hop where the e-mail came in from another organisation, and who took it in."""
    owner = ""
    for at in range(start, len(chain)):
        hop = chain[at]
        by = organisation(hop.by_host)
        if owner and by and by != owner:
            return at - 1, owner
        owner = owner or by
        sender = sending_organisation(hop)
        if "frontend transport" in hop.via.lower() or (owner and sender and sender != owner):
            return at, owner
    alone = owner or _is_wrapped(chain[len(chain) - 1])
    return len(chain) - 1 if alone else start, owner


def _is_wrapped(hop: Hop) -> bool:
    return hop.from_host == "localhost" and hop.with_.startswith("SpamAssassin")


def _known(hops: Iterable[Hop]) -> ReceivingSystem | None:
    return next((one for one in (system_of(hop.by_host) for hop in hops) if one), None)


def _handing_host(hop: Hop) -> str:
    verified = _NAME.search(hop.from_)
    return verified[1].lower() if verified else hop.from_host


def _is_recipients(block: Block, hop: Hop) -> bool:
    """Say whether the gateway is the recipient's: where SPF allows its address, it works for the sender."""
    if "policy=outbound" in block.get("x-proofpoint-spam-details"):
        return False
    results = " ".join(field.value for field in block.all("authentication-results", "received-spf"))[:4000]
    if "spf=pass" not in results and not block.get("received-spf").lower().startswith("pass"):
        return True
    address = _SPF_ADDRESS.search(results)
    return bool(address) and address[1].lower() != address_of(hop.from_)  # type: ignore[index]


def is_copy(key: str) -> bool:
    """Say whether the name itself tells that the field was moved aside because it came from outside."""
    return key.endswith(_COPY_ENDS) or key.startswith(_COPY_STARTS)


def trusts(block: Block, line: TrustLine) -> list[Trust]:
    """For each field: written by the receiving side, by somebody before it, or a copy of such."""
    return list(trusts_of(block, line, block.names).values())


def trusts_of(block: Block, line: TrustLine, names: Set[str]) -> dict[int, Trust]:
    """Who wrote the fields of these names, by their places; no field bears on those of other names."""
    places = [at for at, field in enumerate(block.fields) if field.key in names]
    found = dict.fromkeys(places, Trust.RECEIVER)
    below = [at for at in places if at > line.index] if line.index >= 0 else []
    if below:
        _judge_below(block.fields, line, places, below, found)
    for name in filter(is_copy, names):
        found.update((at, Trust.COPY) for at in places if block.fields[at].key == name)
    return found


def _judge_below(
    fields: Sequence[Field],
    line: TrustLine,
    places: Sequence[int],
    below: Sequence[int],
    found: dict[int, Trust],
) -> None:
    """Below the line a field counts only where the table says that its place or name proves the writer."""
    above = [fields[at] for at in places if at < line.index]
    keys, seen = {field.key for field in above}, {_mark(field) for field in above}
    owned = {key for key in {fields[at].key for at in below} - keys if _owns(line, key)}
    until = _below_until(fields, line.index) if line.system and line.system.below else -1
    last: dict[str, int] = {}
    for at in below:
        field = fields[at]
        if field.key in owned:
            # There the receiving system adds its fields at the end, so the last of a name is its own.
            found[last.get(field.key, at)] = Trust.EARLIER
            found[at] = Trust.RECEIVER
            last[field.key] = at
        elif not (line.system and at < until and _is_below(field, line.system, seen)):
            found[at] = Trust.EARLIER


def _owns(line: TrustLine, key: str) -> bool:
    """Say whether the field is one that only the receiving system can have written, wherever it stands."""
    if line.wrapped and key.startswith("x-spam-"):
        return True
    return any(one is not None and key.startswith(one.anywhere) for one in (line.system, line.gateway))


def _below_until(fields: Sequence[Field], start: int) -> int:
    for index in range(start + 1, len(fields)):
        if fields[index].key == "received" or fields[index].key in _AUTHOR_SIDE:
            return index
    return len(fields)


def _is_below(field: Field, system: ReceivingSystem, seen: set[str]) -> bool:
    """One field of each name and server counts: the sender could have written a second right under it."""
    if not field.key.startswith(system.below) or not system.below:
        return False
    if field.key == "authentication-results" and organisation(_server(field)) != system.id:
        return False
    mark = _mark(field)
    if mark in seen:
        return False
    seen.add(mark)
    return True


def _server(field: Field) -> str:
    return field.value.partition(";")[0].strip().partition(" ")[0]


def _mark(field: Field) -> str:
    """What may stand there once: a name, or for results a name and a server."""
    return f"{field.key} {_server(field)}" if field.key == "authentication-results" else field.key
