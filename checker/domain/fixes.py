"""What to put right, in the order in which it helps, with the records to publish."""

from collections.abc import Iterator, Sequence

from checker.dkim.lint import DkimCode
from checker.dmarc.lint import DmarcCode
from checker.dmarc.model import DmarcRecord, Policy
from checker.dmarc.reports import Consent
from checker.domain.model import Connection, Fix, FixCode, Key, Publish, Seen, SenderReport, State
from checker.lookup.model import Answer, Cause, Failure
from checker.spf.lint import SpfCode
from checker.spf.model import Mechanism, Result
from checker.spf.parse import is_spf, parse_record
from checker.tables.mx import by_domain, platforms

_UNRELIABLE_TARGETS = frozenset(
    {
        SpfCode.TARGET_HAS_NO_RECORD,
        SpfCode.TARGET_IS_BROKEN,
        SpfCode.TARGET_LETS_ALL_IN,
        SpfCode.LOOP,
    }
)
_KEPT_TAGS = ("p", "sp", "np", "adkim", "aspf", "psd", "t", "rua", "ruf", "fo")


def fixes(found: SenderReport) -> tuple[Fix, ...]:
    """Everything to do, the most important first; nothing where the DNS did not answer."""
    if found.silence:
        return ()
    if _is_gone(found):
        return (Fix(FixCode.DOMAIN_GONE, {"domain": found.subject.domain}),)
    if found.subject.author_domain in by_domain():
        return (Fix(FixCode.OWN_DOMAIN, {"domain": found.subject.author_domain}),)
    return (*_spf(found), *_connect(found), *_keys(found), *_dmarc(found))


def _is_gone(found: SenderReport) -> bool:
    reply = found.spf.root.reply
    return isinstance(reply, Failure) and reply.cause is Cause.NXDOMAIN


def _spf(found: SenderReport) -> Iterator[Fix]:
    domain, codes = found.subject.domain, {finding.code for finding in found.spf_findings}
    root = found.spf.root
    if SpfCode.SEVERAL_RECORDS in codes and isinstance(root.reply, Answer):
        # The order of records means nothing, and may be another one at the next look-up.
        merged = merge_spf(sorted(text for text in root.reply.texts if is_spf(text)))
        yield Fix(FixCode.SPF_MERGE, {"domain": domain}, (Publish(domain, "TXT", merged),))
    elif codes & {SpfCode.NO_RECORD, SpfCode.ALMOST_A_RECORD}:
        yield Fix(FixCode.SPF_PUBLISH, {"domain": domain}, (Publish(domain, "TXT", _new_spf(found)),))
    elif root.record is not None and root.record.wrong:
        terms = " ".join(wrong.text for wrong in root.record.wrong)
        yield Fix(FixCode.SPF_REPAIR, {"domain": domain, "terms": terms})
    elif codes & _UNRELIABLE_TARGETS:
        targets = [one.args["target"] for one in found.spf_findings if one.code in _UNRELIABLE_TARGETS]
        yield Fix(FixCode.SPF_TARGET, {"domain": domain, "targets": " ".join(targets)})
    if SpfCode.TOO_MANY_LOOKUPS in codes:
        yield Fix(FixCode.SPF_SHORTEN, {"count": str(found.spf.lookups), "limit": "10"})
    if codes & {SpfCode.EVERYBODY, SpfCode.NEUTRAL, SpfCode.NO_END} and root.record is not None:
        closed = close_spf(root.record.text)
        yield Fix(FixCode.SPF_CLOSE, {"domain": domain}, (Publish(domain, "TXT", closed),))


def merge_spf(records: Sequence[str]) -> str:
    """One record that allows what each of several allows, with the mildest end among them."""
    terms: dict[str, None] = {}
    redirects: dict[str, None] = {}
    ends: list[Result] = []
    for text in records:
        record = parse_record(text)
        for term in record.terms:
            if term.mechanism is Mechanism.ALL:
                ends.append(term.qualifier)
                break
            terms[term.text] = None
        if record.redirect is not None:
            redirects[f"include:{record.redirect.domain}"] = None
    end = "-all" if ends and all(one is Result.FAIL for one in ends) else "~all"
    return " ".join(["v=spf1", *terms, *redirects, end])


def close_spf(text: str) -> str:
    """The record with an end that does not let everybody through."""
    record = parse_record(text)
    kept = [term.text for term in record.terms if term.mechanism is not Mechanism.ALL]
    tail = [record.redirect.text] if record.redirect and not kept else ["~all"]
    return " ".join(["v=spf1", *kept, *tail])


def _new_spf(found: SenderReport) -> str:
    """A first record: the domain's own mail system and the platforms that have keys there."""
    systems = [one.id for one in (*found.receiving.receivers, *found.receiving.behind)]
    systems += [connection.platform.id for connection in found.connections]
    senders = [platforms()[id_] for id_ in dict.fromkeys(systems) if id_ in platforms()]
    names = [sender.spf[0] for sender in senders if sender.spf]
    # HubSpot's include carries the customer's number, which only HubSpot can give.
    includes = [f"include:{name}" for name in names if name != "hubspotemail.net"]
    return " ".join(["v=spf1", *(includes or ["mx"]), "~all"])


def _connect(found: SenderReport) -> Iterator[Fix]:
    for connection in found.connections:
        if connection.state in (State.NOT_CONNECTED, State.PARTLY, State.BROKEN):
            yield Fix(
                FixCode.CONNECT,
                {"platform": connection.platform.name, "domain": found.subject.author_domain},
                tuple(_aliases(found, connection)),
            )
    if found.alignment is not None and found.rules.get("alignment") is not Seen.YES:
        yield Fix(FixCode.ALIGN, {"domain": found.subject.author_domain})


def _aliases(found: SenderReport, connection: Connection) -> Iterator[Publish]:
    """The names of the aliases to publish; the platform gives the targets."""
    targets = {
        selector.name.format(account=connection.account): selector.target
        for selector in connection.platform.selectors
    }
    for key in connection.keys:
        target = targets.get(key.selector)
        if target and not key.is_usable:
            yield Publish(f"{key.selector}._domainkey.{found.subject.author_domain}", "CNAME", f"….{target}")


def _keys(found: SenderReport) -> Iterator[Fix]:
    connected = {key.selector for one in found.connections for key in one.keys if one.state is State.BROKEN}
    for key in found.keys:
        if key.record is None or key.selector in connected:
            continue
        codes = {finding.code for finding in key.findings}
        if DkimCode.TOO_WEAK in codes or DkimCode.WEAK in codes:
            yield Fix(FixCode.KEY_RENEW, _key_args(key))
        elif not key.is_usable and not key.record.is_revoked:
            yield Fix(FixCode.KEY_REPAIR, _key_args(key))


def _key_args(key: Key) -> dict[str, str]:
    return {"selector": key.selector, "bits": str(key.record.bits if key.record else 0)}


def _dmarc(found: SenderReport) -> Iterator[Fix]:
    domain = found.subject.author_domain
    codes = {finding.code for finding in found.dmarc_findings}
    record = found.dmarc.record
    name = f"_dmarc.{found.dmarc.policy_domain or domain}"
    if DmarcCode.SEVERAL_RECORDS in codes:
        yield Fix(FixCode.DMARC_MERGE, {"name": f"_dmarc.{domain}"})
    elif codes & {DmarcCode.NO_RECORD, DmarcCode.ALMOST_A_RECORD}:
        first = f"v=DMARC1; p=none; rua=mailto:dmarc@{domain}"
        yield Fix(FixCode.DMARC_PUBLISH, {"domain": domain}, (Publish(f"_dmarc.{domain}", "TXT", first),))
    elif record is not None and (record.wrong or record.has_bad_policy):
        repaired = repair_dmarc(record)
        yield Fix(FixCode.DMARC_REPAIR, {"name": name}, (Publish(name, "TXT", repaired),))
    for destination in found.destinations:
        if destination.consent is Consent.NOT_GIVEN:
            consent = Publish(destination.name, "TXT", "v=DMARC1")
            yield Fix(FixCode.DMARC_CONSENT, {"host": destination.host}, (consent,))
    if record is not None and not record.has_bad_policy:
        yield from _dmarc_next(found, record, name)


def _dmarc_next(found: SenderReport, record: DmarcRecord, name: str) -> Iterator[Fix]:
    """What to do once a policy is there: get reports, then ask for more."""
    if not record.rua:
        domain = found.dmarc.policy_domain
        value = repair_dmarc(record) + f"; rua=mailto:dmarc@{domain}"
        yield Fix(FixCode.DMARC_REPORTS, {"name": name}, (Publish(name, "TXT", value),))
    elif record.policy is Policy.NONE and found.rules.get("alignment") is Seen.YES:
        value = repair_dmarc(record).replace("p=none", "p=quarantine", 1)
        yield Fix(FixCode.DMARC_STRENGTHEN, {"name": name}, (Publish(name, "TXT", value),))


def repair_dmarc(record: DmarcRecord) -> str:
    """The record with what counts in it, and nothing that means nothing any more."""
    bad = {wrong.tag for wrong in record.wrong if wrong.fault not in ("twice", "size_limit")}
    tags = {name: record.tags[name] for name in _KEPT_TAGS if name in record.tags and name not in bad}
    if record.policy is None:
        tags = {"p": "none"} | tags
    if record.rua and "rua" in bad | set(tags):
        tags["rua"] = ",".join(f"mailto:{address}" for address in record.rua)
    return "; ".join(["v=DMARC1", *(f"{name}={value}" for name, value in tags.items())])
