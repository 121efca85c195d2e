"""The one way in: a pasted text or a file to a reading. Total, and linear in the length of the input."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from checker.findings import Finding
from checker.headers.authentication import authentication
from checker.headers.codes import Code
from checker.headers.hygiene import Message, finding, hygiene
from checker.headers.judge import judge
from checker.headers.model import (
    Authentication,
    Block,
    Certainty,
    Field,
    Hop,
    Place,
    Reading,
    Receiver,
    Trust,
    Verdict,
)
from checker.headers.received import travelled
from checker.headers.seal import body_findings, signatures, verified_chain, verify
from checker.headers.trust import TrustLine, system_of, trusts
from checker.headers.vade import reasons
from checker.headers.verdict import pairs, signals, unknown_filters
from checker.tables.headers import receiver_by_id, receivers

HELD_UP_SECONDS = 120
"""From here on a hop counts as a place where the e-mail waited."""
_SKEW_SECONDS = -5
_MOST_OF_A_KIND = 5


def read(source: str | bytes, keys: Mapping[str, str] = MappingProxyType({})) -> Reading:
    """Read headers; `keys` are DKIM key records by their DNS name, or one under "" for any signature."""
    judged = judge(source)
    paste, line, verdict = judged.paste, judged.line, judged.verdict
    if paste.fault:
        return Reading(fault=paste.fault, repairs=MappingProxyType(paste.repairs), lines=paste.lines)
    block = paste.block
    trusted = trusts(block, line)
    way = travelled(judged.newest)
    fields, seals = signatures(block)
    checks = authentication(block, trusted, seals, paste.summary)
    if any(keys):
        checks = replace(checks, chain=verified_chain(block, keys))
    take_in = next((hop for hop in way if hop.line == line.receiver.line), None)
    receiver = _receiver(block, line.receiver, verdict, checks)
    message = Message(block, checks, seals, fields, take_in, bool(receiver.gateway))
    findings = (
        *_about_verdict(block, trusted, verdict, receiver),
        *_about_way(way),
        *_about_trust(block, trusted, line, checks, verdict),
        *hygiene(message),
        *body_findings(block, fields, seals),
        *(verify(block, keys) if keys else ()),
        *_unread(block, checks, trusted),
        *([Finding(Code.SUMMARY_ONLY.value)] if paste.summary and not block.fields else ()),
    )
    return Reading(
        block=block,
        repairs=MappingProxyType(paste.repairs),
        receiver=receiver,
        verdict=verdict,
        hops=way,
        authentication=checks,
        summary=paste.summary,
        findings=findings,
        lines=paste.lines,
        attached=paste.attached,
    )


def _receiver(block: Block, receiver: Receiver, verdict: Verdict, checks: Authentication) -> Receiver:
    """Where no Received field tells, the fields of its filters and checks may."""
    system = receiver.system
    if not system and not receiver.host:
        system = verdict.system
    system = system or _told_by_fields(block, receiver, checks)
    known = receiver_by_id(system)
    option = known.option if known and known.kind == "mailbox" else ""
    if system == "microsoft" and _is_private_microsoft(block):
        option = "outlook_com"
    return replace(receiver, system=system, option=option)


def _told_by_fields(block: Block, receiver: Receiver, checks: Authentication) -> str:
    """The system that the results name, or whose own fields stand above the line."""
    servers = [one.server for one in checks.fields if one.trust is Trust.RECEIVER]
    named = next((one.id for one in map(system_of, servers) if one), "")
    above = [field.key for field in block.fields if not receiver.line or field.line < receiver.line]
    mailboxes = [one for one in receivers() if one.kind == "mailbox" and one.anywhere]
    return named or next(
        (one.id for one in mailboxes if any(key.startswith(one.anywhere) for key in above)), ""
    )


def _is_private_microsoft(block: Block) -> bool:
    """Outlook.com and Microsoft 365 share servers; the former still checks Sender ID, or the domain tells."""
    if block.get("x-sid-result") or block.get("x-sid-pra"):
        return True
    reader = f"{block.get('delivered-to')} {block.get('to')[:2000]}".lower()
    return any(f"@{name}." in reader for name in ("outlook", "hotmail", "live", "msn", "windowslive"))


def _about_verdict(
    block: Block, trusted: Sequence[Trust], verdict: Verdict, receiver: Receiver
) -> Iterator[Finding]:
    """What belongs to the verdict without being one."""
    own = verdict.signals
    yield _place(verdict)
    if receiver.option:
        yield Finding(f"HEADERS_SYSTEM_{receiver.option.upper()}", line=receiver.line)
    if verdict.place is Place.UNKNOWN:
        yield Finding(Code.NO_FOLDER.value, MappingProxyType({"system": receiver.system}))
    if receiver.gateway:
        yield Finding(f"HEADERS_GATEWAY_{_gateway_option(receiver).upper()}", line=receiver.line)
        yield Finding(Code.GATEWAY.value, MappingProxyType({"id": receiver.gateway}), receiver.line)
    for field, trust in zip(block.fields, trusted, strict=True):
        if trust is Trust.RECEIVER and field.key.startswith("x-"):
            yield from _by_filter(field)
    if any(one.key == "SCL" and one.rank < 10 for one in own) and len(own) > 1:
        scl = next(one for one in own if one.key == "SCL")
        yield Finding(
            Code.SPAM_LEVEL_IGNORED.value, MappingProxyType({"level": scl.value}), scl.line, scl.quote
        )


def _by_filter(field: Field) -> Iterator[Finding]:
    """What a filter wrote beside its verdict."""
    if field.key in ("x-microsoft-antispam", "x-forefront-antispam-report"):
        yield from _microsoft(field)
    elif field.key == "x-customspam":
        yield finding(Code.CUSTOM_FILTER, field, value=field.value[:100])
    elif field.key.endswith("-spamcause") and (said := reasons(field.value)):
        yield finding(Code.VADE_REASONS, field, reasons=said[:300])


def _place(verdict: Verdict) -> Finding:
    """The verdict as a code, on the strongest of its reasons."""
    args = {"decider": verdict.decider.value, "certainty": verdict.certainty.value, "system": verdict.system}
    first = next(iter(verdict.signals), None)
    line, quote = (first.line, first.quote) if first else (0, "")
    kind = "PERHAPS" if verdict.certainty is Certainty.UNPROVEN else "PLACE"
    return Finding(f"HEADERS_{kind}_{verdict.place.name}", MappingProxyType(args), line, quote)


def _gateway_option(receiver: Receiver) -> str:
    known = receiver_by_id(receiver.gateway)
    return known.option if known else "other"


def _microsoft(field: Field) -> Iterator[Finding]:
    values = pairs(field.value)
    level = values.get("BCL", "")
    if level.isascii() and level.isdigit() and 0 < int(level[:3]) < 10:
        yield finding(Code.BULK_LEVEL, field, level=level)
    if values.get("SFTY") == "9.25":
        yield finding(Code.FIRST_CONTACT, field)


def _about_way(way: Sequence[Hop]) -> Iterator[Finding]:
    slow = [hop for hop in way if hop.delay is not None and hop.delay >= HELD_UP_SECONDS]
    for hop in sorted(slow, key=lambda hop: -(hop.delay or 0))[:3]:
        args = {"by": hop.by_host, "from": hop.from_host, "seconds": f"{hop.delay:.0f}"}
        yield Finding(Code.HELD_UP.value, MappingProxyType(args), hop.line)
    skewed = next((hop for hop in way if hop.delay is not None and hop.delay < _SKEW_SECONDS), None)
    if skewed:
        args = {"by": skewed.by_host, "seconds": f"{-(skewed.delay or 0):.0f}"}
        yield Finding(Code.CLOCKS_DIFFER.value, MappingProxyType(args), skewed.line)


def _about_trust(
    block: Block, trusted: Sequence[Trust], line: TrustLine, checks: Authentication, verdict: Verdict
) -> Iterator[Finding]:
    """Fields that look like the receiver's and are not, by name; but for those that the verdict rests on."""
    if line.index < 0 and block.fields:
        yield Finding(Code.NO_RECEIVED.value)
    others = {at: trust for at, trust in enumerate(trusted) if trust is not Trust.RECEIVER}
    telling = {one.line for one in signals(block, others)} | {one.line for one in checks.fields}
    telling -= {one.line for one in verdict.signals}
    counts = {Trust.COPY: 0, Trust.EARLIER: 0}
    for at, trust in others.items():
        field = block.fields[at]
        if field.line not in telling and trust is not Trust.COPY:
            continue
        counts[trust] += 1
        if counts[trust] <= _MOST_OF_A_KIND:
            code = Code.MOVED_ASIDE if trust is Trust.COPY else Code.NOT_THE_RECEIVERS
            yield finding(code, field, name=field.name)
    if checks.chain.fault:
        first = checks.chain.sets[0].line if checks.chain.sets else 0
        yield Finding(Code.ARC_BROKEN.value, MappingProxyType({"fault": checks.chain.fault}), first)


def _unread(block: Block, checks: Authentication, trusted: Sequence[Trust]) -> Iterator[Finding]:
    """What could not be read, and where."""
    if block.cut:
        args = MappingProxyType({"line": str(block.cut), "count": str(len(block.fields))})
        yield Finding(Code.CUT_OFF.value, args, block.cut)
    for one in checks.fields:
        if one.stopped >= 0:
            rest = one.quote[one.stopped : one.stopped + 60]
            args = MappingProxyType({"at": str(one.stopped + 1), "rest": rest})
            yield Finding(Code.RESULTS_STOPPED.value, args, one.line, one.quote)
    for field in unknown_filters(block, trusted)[:_MOST_OF_A_KIND]:
        yield finding(Code.UNKNOWN_FILTER, field, name=field.name)
    for number in block.unread[: 2 * _MOST_OF_A_KIND]:
        yield Finding(Code.UNREAD_LINE.value, MappingProxyType({"line": str(number)}), number)
