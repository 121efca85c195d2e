"""The report on a sending domain: asks what can be asked side by side, then draws the conclusions."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from checker.dmarc.evaluate import evaluate_found
from checker.dmarc.lint import lint as lint_dmarc
from checker.dmarc.model import Discovery
from checker.dmarc.model import Evaluation as DmarcEvaluation
from checker.dmarc.reports import Destination, destinations
from checker.dmarc.walk import discover
from checker.domain.fixes import fixes
from checker.domain.model import Extra, Key, Seen, SenderReport, Subject
from checker.domain.rules import rules
from checker.domain.sending import ask_keys, connections, fixed_selectors, numbered_selectors
from checker.lookup.ask import ask, texts, together
from checker.lookup.model import Failure, Lookup, RdType, Reply
from checker.mx.receive import receiving
from checker.spf.evaluate import check_host
from checker.spf.identity import identity
from checker.spf.lint import lint as lint_spf
from checker.spf.model import Evaluation as SpfEvaluation
from checker.spf.survey import Survey, survey

_EXTRAS = {
    Extra.MTA_STS: ("_mta-sts", "v=stsv1"),
    Extra.TLS_RPT: ("_smtp._tls", "v=tlsrptv1"),
    Extra.BIMI: ("default._bimi", "v=bimi1"),
}


def report(subject: Subject) -> Lookup[SenderReport]:
    """Look the domain up, and say what was found and what to do."""
    parts: tuple[Any, ...] = yield from together(  # each of the lookups returns another type
        _sending(subject),
        _policy(subject),
        receiving(subject.domain),
        _extras(subject.domain),
        _host(subject),
    )
    (tree, keys), (discovery, reports, alignment), receives, extras, evaluation = parts
    found = SenderReport(
        subject=subject,
        spf=tree,
        spf_findings=lint_spf(tree),
        spf_evaluation=evaluation,
        dmarc=discovery,
        dmarc_findings=lint_dmarc(discovery, reports),
        alignment=alignment,
        destinations=reports,
        keys=keys,
        connections=connections(subject, tree, keys),
        receiving=receives,
        extras=extras,
    )
    found = replace(found, rules=rules(found))
    return replace(found, fixes=fixes(found))


def _sending(subject: Subject) -> Lookup[tuple[Survey, tuple[Key, ...]]]:
    selectors = fixed_selectors(subject)
    parts: tuple[Any, ...] = yield from together(
        _survey_and_numbered(subject, selectors), ask_keys(subject.author_domain, selectors)
    )
    (tree, numbered), fixed = parts
    return tree, (*numbered, *fixed)


def _survey_and_numbered(
    subject: Subject, asked: Mapping[str, str]
) -> Lookup[tuple[Survey, tuple[Key, ...]]]:
    tree = yield from survey(subject.domain)
    keys = yield from ask_keys(subject.author_domain, numbered_selectors(tree, asked))
    return tree, keys


def _policy(
    subject: Subject,
) -> Lookup[tuple[Discovery, tuple[Destination, ...], DmarcEvaluation | None]]:
    discovery = yield from discover(subject.author_domain)
    reports = yield from destinations(discovery)
    mail_from = subject.mail_from.rpartition("@")[2]
    if not mail_from and not subject.signing_domains:
        return discovery, reports, None
    alignment = yield from evaluate_found(
        discovery, (mail_from,) if mail_from else (), subject.signing_domains
    )
    return discovery, reports, alignment


def _host(subject: Subject) -> Lookup[SpfEvaluation | None]:
    """Evaluate SPF for the IP address that the reader gave."""
    sender = subject.mail_from if "@" in subject.mail_from else f"postmaster@{subject.domain}"
    who = identity(subject.ip, sender, subject.domain) if subject.ip else None
    return (yield from check_host(who)) if who else None


def _extras(domain: str) -> Lookup[Mapping[Extra, Seen]]:
    names = [f"{prefix}.{domain}" for prefix, _ in _EXTRAS.values()]
    replies = yield from together(*(ask(name, RdType.TXT) for name in names))
    return MappingProxyType(
        {
            extra: _seen(reply, version)
            for (extra, (_, version)), reply in zip(_EXTRAS.items(), replies, strict=True)
        }
    )


def _seen(reply: Reply, version: str) -> Seen:
    if isinstance(reply, Failure) and not reply.is_void:
        return Seen.UNKNOWN
    found = any(text.lower().replace(" ", "").startswith(version) for text in texts(reply))
    return Seen.YES if found else Seen.NO
