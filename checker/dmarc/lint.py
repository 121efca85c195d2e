"""What is amiss or worth knowing in a domain's DMARC record, as findings."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from checker.dmarc.model import Discovery, DmarcRecord, Fault, Policy, Wrong
from checker.dmarc.reports import Consent, Destination
from checker.findings import Finding
from checker.lookup.ask import texts
from checker.tables.suffixes import registered

_STRENGTH = {Policy.NONE: 0, Policy.QUARANTINE: 1, Policy.REJECT: 2}


class DmarcCode(StrEnum):
    """What can be said of a DMARC record."""

    NO_RECORD = "DMARC_NO_RECORD"
    ALMOST_A_RECORD = "DMARC_ALMOST_A_RECORD"
    SEVERAL_RECORDS = "DMARC_SEVERAL_RECORDS"
    LOOKUP_FAILED = "DMARC_LOOKUP_FAILED"
    INHERITED = "DMARC_INHERITED"
    NO_POLICY = "DMARC_NO_POLICY"
    NOT_EFFECTIVE = "DMARC_NOT_EFFECTIVE"
    POLICY_NONE = "DMARC_POLICY_NONE"
    TESTING = "DMARC_TESTING"
    WEAKER_BELOW = "DMARC_WEAKER_BELOW"
    BAD_VALUE = "DMARC_BAD_VALUE"
    REMOVED = "DMARC_REMOVED"
    PERCENTAGE = "DMARC_PERCENTAGE"
    UNKNOWN = "DMARC_UNKNOWN"
    TWICE = "DMARC_TWICE"
    NOT_A_TAG = "DMARC_NOT_A_TAG"
    CONFLICT = "DMARC_CONFLICT"
    BAD_ADDRESS = "DMARC_BAD_ADDRESS"
    SIZE_LIMIT = "DMARC_SIZE_LIMIT"
    FAILURE_OPTIONS_IDLE = "DMARC_FAILURE_OPTIONS_IDLE"
    NO_REPORTS = "DMARC_NO_REPORTS"
    REPORTS_NOT_WANTED = "DMARC_REPORTS_NOT_WANTED"
    REPORTS_UNKNOWN = "DMARC_REPORTS_UNKNOWN"
    PUBLIC_SUFFIX = "DMARC_PUBLIC_SUFFIX"
    OLD_READERS_IGNORE = "DMARC_OLD_READERS_IGNORE"
    OLD_READERS_MISS = "DMARC_OLD_READERS_MISS"
    OLD_READERS_ALIGN = "DMARC_OLD_READERS_ALIGN"
    FINE = "DMARC_FINE"


def lint(discovery: Discovery, reports: Sequence[Destination] = ()) -> tuple[Finding, ...]:
    """Everything to say about the policy that holds for a domain."""
    first = discovery.walk.steps[0]
    found: list[Finding] = []
    if first.count > 1:
        found.append(_finding(DmarcCode.SEVERAL_RECORDS, domain=first.domain, count=str(first.count)))
    if discovery.record is None:
        return (*found, *_no_record(discovery))
    if discovery.policy_domain != discovery.author_domain:
        found.append(_finding(DmarcCode.INHERITED, domain=discovery.policy_domain))
    found += lint_record(discovery.record)
    found += _reports(reports)
    found += _old_readers(discovery)
    published = discovery.published
    return tuple(found) or (_finding(DmarcCode.FINE, policy=published.value if published else ""),)


def lint_record(record: DmarcRecord) -> tuple[Finding, ...]:
    """What can be said of a record alone."""
    return (*_policy(record), *_tags(record))


def _finding(code: DmarcCode, **args: str) -> Finding:
    return Finding(code, args)


def _no_record(discovery: Discovery) -> Iterator[Finding]:
    domain = discovery.author_domain
    if discovery.walk.failed:
        yield _finding(DmarcCode.LOOKUP_FAILED, domain=domain, cause=discovery.walk.failed.value)
        return
    first = discovery.walk.steps[0]
    if first.count:
        return
    almost = [text for text in texts(first.reply) if _is_almost(text)]
    for text in almost:
        yield Finding(DmarcCode.ALMOST_A_RECORD, {"domain": domain, "record": text}, quote=text)
    if not almost:
        yield _finding(DmarcCode.NO_RECORD, domain=domain)


def _is_almost(text: str) -> bool:
    """Say whether a text was meant to be a DMARC record."""
    start = text[:24].lower()
    return "dmarc" in start or start.replace(" ", "").startswith(("p=none", "p=reject", "p=quarantine"))


def _policy(record: DmarcRecord) -> Iterator[Finding]:
    if not record.is_effective:
        yield _finding(DmarcCode.NOT_EFFECTIVE)
    elif record.policy is None:
        yield _finding(DmarcCode.NO_POLICY)
    elif record.policy is Policy.NONE:
        yield _finding(DmarcCode.POLICY_NONE)
    if record.is_testing and record.policy is not Policy.NONE:
        yield _finding(DmarcCode.TESTING)
    if record.policy is not None:
        for tag, below in (("sp", record.subdomain_policy), ("np", record.nonexistent_policy)):
            if below is not None and _STRENGTH[below] < _STRENGTH[record.policy]:
                yield _finding(DmarcCode.WEAKER_BELOW, tag=tag, value=below.value)
    if record.psd == "y":
        yield _finding(DmarcCode.PUBLIC_SUFFIX)


def _tags(record: DmarcRecord) -> Iterator[Finding]:
    for wrong in record.wrong:
        yield _finding(_code(wrong), tag=wrong.tag, value=wrong.value)
    if "fo" in record.tags and not record.ruf:
        yield _finding(DmarcCode.FAILURE_OPTIONS_IDLE)
    if not record.rua:
        yield _finding(DmarcCode.NO_REPORTS)


def _code(wrong: Wrong) -> DmarcCode:
    if wrong.fault is Fault.REMOVED and wrong.tag == "pct" and wrong.value != "100":
        return DmarcCode.PERCENTAGE
    return DmarcCode[wrong.fault.name]


def _reports(reports: Sequence[Destination]) -> Iterator[Finding]:
    for destination in reports:
        args = {"domain": destination.host, "name": destination.name}
        if destination.consent is Consent.NOT_GIVEN:
            yield Finding(DmarcCode.REPORTS_NOT_WANTED, args)
        elif destination.consent is Consent.UNKNOWN:
            yield Finding(DmarcCode.REPORTS_UNKNOWN, args)


def _old_readers(discovery: Discovery) -> Iterator[Finding]:
    """Where those who still go by RFC 7489 read the same records differently."""
    record = discovery.record
    new = [tag for tag in ("np", "psd", "t") if record is not None and tag in record.tags]
    if new:
        yield _finding(DmarcCode.OLD_READERS_IGNORE, tags=" ".join(new))
    # RFC 7489 section 6.6.3 asks the author's domain and the organisation's, and none between them.
    first = discovery.walk.steps[0]
    old, organization = registered(first.domain), discovery.walk.organizational_domain
    missed = discovery.policy_domain not in (first.domain, old)
    if record is not None and (missed or first.count > 1):
        yield _finding(DmarcCode.OLD_READERS_MISS, domain=discovery.policy_domain)
    if record is not None and old != organization and not (record.strict_spf and record.strict_dkim):
        yield _finding(DmarcCode.OLD_READERS_ALIGN, old=old, new=organization)
