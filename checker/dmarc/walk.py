"""The DNS tree walk and what it is for: the policy, and the organisational domain (RFC 9989 section 4.10)."""

from collections.abc import Sequence

from checker.dmarc.model import Discovery, Walk, WalkStep
from checker.dmarc.parse import is_dmarc, parse_record
from checker.lookup.ask import ask
from checker.lookup.model import Answer, Cause, Failure, Lookup, RdType, Reply
from checker.lookup.names import parents

# Section 4.10: of a name with eight labels or more, the walk skips down to the last seven.
MOST_LABELS = 7


def names_to_walk(domain: str) -> tuple[str, ...]:
    """The domain and those above it that are asked, at most eight."""
    every = parents(domain)
    return every if len(every) <= MOST_LABELS else (domain, *every[-MOST_LABELS:])


def walk_tree(domain: str) -> Lookup[Walk]:
    """Ask name after name, until a record says where the organisation ends."""
    steps: list[WalkStep] = []
    failed: Cause | None = None
    for name in names_to_walk(domain.lower().removesuffix(".")):
        reply = yield from ask(f"_dmarc.{name}", RdType.TXT)
        step = read_step(name, reply)
        steps.append(step)
        if isinstance(reply, Failure) and not reply.is_void:
            failed = reply.cause
            break
        if step.record is not None and step.record.psd != "u":
            break
    return Walk(steps[0].domain, tuple(steps), _organizational_domain(steps), failed)


def read_step(domain: str, reply: Reply) -> WalkStep:
    """The record at one name; several of them count as none (section 4.10 step 2)."""
    found = [text for text in reply.texts if is_dmarc(text)] if isinstance(reply, Answer) else []
    return WalkStep(domain, reply, len(found), parse_record(found[0]) if len(found) == 1 else None)


def discover(domain: str) -> Lookup[Discovery]:
    """Find the record whose policy holds: the domain's own, its organisation's, or its public suffix's."""
    walk = yield from walk_tree(domain)
    own = walk.steps[0].record
    if own is not None:
        return Discovery(walk, walk.domain, own)
    if walk.failed is not None:
        return Discovery(walk)
    at = walk.organizational_domain
    record = walk.record_at(at)
    if record is None:
        at, record = next(
            ((step.domain, step.record) for step in walk.steps if step.record and step.record.psd == "y"),
            ("", None),
        )
    if record is None:
        return Discovery(walk)
    reply = yield from ask(walk.domain, RdType.A)
    gone = isinstance(reply, Failure) and reply.cause is Cause.NXDOMAIN
    return Discovery(walk, at, record, not gone)


def _organizational_domain(steps: Sequence[WalkStep]) -> str:
    """Section 4.10.2: psd=n names it, psd=y stands one label above it, else the shortest with a record."""
    start = steps[0].domain
    found = [step for step in steps if step.record is not None]
    for step in found:
        if step.record is not None and step.record.psd == "n":
            return step.domain
        if step.record is not None and step.record.psd == "y" and step.domain != start:
            return _one_label_below(step.domain, start)
    return found[-1].domain if found else start


def _one_label_below(suffix: str, domain: str) -> str:
    labels = domain.split(".")
    return ".".join(labels[-(suffix.count(".") + 2) :])
