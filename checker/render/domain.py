"""The report on a sending domain: what to do first, then everything it rests on."""

from collections.abc import Iterator, Sequence

from checker.dmarc.evaluate import differs_by_suffix_list
from checker.domain.model import HUBSPOT, Connection, Extra, Fix, SenderReport
from checker.findings import Finding, Severity
from checker.messages.bounce import Answer
from checker.messages.domain import MESSAGES, sender_answers
from checker.messages.domain_dmarc import WHAT_RECEIVERS_DO
from checker.messages.domain_fixes import FIXES
from checker.render import domain_words as w
from checker.render.context import Context
from checker.render.domain_receiver import receiving_blocks, silent_blocks
from checker.render.domain_spf import spf_blocks
from checker.render.report import (
    Action,
    Block,
    Bullets,
    Cited,
    Facts,
    File,
    Fold,
    Paragraph,
    Report,
    Section,
    Table,
    Text,
    Words,
    words,
)
from checker.render.words import GUIDE
from checker.tables.load import sources
from checker.tables.mx import BulkRules, bulk_rules
from checker.tables.suffixes import registered
from checker.tree.definition import TREE
from checker.tree.walk import State as Place
from checker.tree.walk import format_state

_GUIDE = "guide/spf-dkim-dmarc"
_MARKS = {Severity.ERROR: "✗ ", Severity.WARNING: "! ", Severity.NOTICE: "– ", Severity.INFO: "✓ "}
_AGREES = {
    (True, False): w.YES,
    (False, False): w.NO,
    (True, True): w.YES_BUT_OLD,
    (False, True): w.NO_BUT_OLD,
}
"""By whether a domain is aligned, and whether RFC 7489 would say otherwise."""
_WAY_THERE = {"role": "marketer", "scope": "many", "many_status": "delivered"}


def report(found: SenderReport, context: Context) -> Report:
    """The whole page; where nothing could be looked up, that and what else can be done."""
    title = words(w.TITLE, context, domain=found.subject.author_domain)
    if found.silence is not None:
        blocks = tuple(silent_blocks(found.silence, found.subject.domain, context))
        return Report(title, (Section(words(w.SILENT_TITLE, context), blocks),))
    return Report(
        title,
        (
            *_fixes(found.fixes, context),
            _senders(found, context),
            _spf(found, context),
            Section(words(w.DKIM, context), tuple(_keys(found, context))),
            Section(words(w.DMARC, context), tuple(_dmarc(found, context))),
            _rules(found, context),
            Section(
                words(w.RECEIVES, context, domain=found.subject.domain),
                receiving_blocks(found.receiving, context),
            ),
            _extras(found, context),
        ),
    )


def nothing(name: str, context: Context) -> Report:
    """What was typed is no domain."""
    return Report(words(w.NO_DOMAIN, context, name=name), (Paragraph(words(w.NO_DOMAIN_HINT, context)),))


def _spf(found: SenderReport, context: Context) -> Section:
    findings = _findings(found.spf_findings, context)
    return Section(words(w.SPF, context), spf_blocks(found, findings, context))


def _fixes(fixes: Sequence[Fix], context: Context) -> Iterator[Section]:
    if not fixes:
        yield Section(words(w.FIRST, context), (Paragraph(words(w.NOTHING, context)),), "first")
        return
    yield Section(words(w.FIRST, context), (_fix(fixes[0], context),), "first")
    if fixes[1:]:
        yield Section(words(w.THEN, context), tuple(_fix(fix, context) for fix in fixes[1:]))


def _fix(fix: Fix, context: Context) -> Section:
    advice = FIXES[fix.code]
    blocks: list[Block] = [Paragraph(words(advice.how, context, **fix.args))]
    for record in fix.records:
        if record.rdtype == "TXT":
            blocks.append(File(f"{record.name} TXT", record.value, f"{record.name}.txt"))
        else:
            rows = ((w.NAME, record.name), (w.TYPE, record.rdtype), (w.VALUE, record.value))
            blocks.append(Facts(tuple((words(name, context), value) for name, value in rows)))
    return Section(words(advice.title, context, **fix.args), tuple(blocks), "fix")


def _findings(findings: Sequence[Finding], context: Context) -> Bullets:
    return Bullets(tuple(_said(finding, context) for finding in findings))


def _said(finding: Finding, context: Context) -> Words:
    """A finding in one or two sentences; what was looked up stays apart in the fields."""
    said = MESSAGES[finding.code]
    sentences = " ".join(context.t(text) for text in (said.text, said.advice) if text)
    args = dict(finding.args)
    if "cause" in args:
        args["cause"] = context.t(w.CAUSES[args["cause"]])
    return Words(_MARKS[said.severity] + sentences, args)


def _senders(found: SenderReport, context: Context) -> Section:
    blocks: list[Block] = []
    if found.connections:
        head = tuple(words(name, context) for name in (w.SERVICE, w.IN_SPF, w.KEYS, w.CONNECTED))
        rows = tuple(_sender(connection, context) for connection in found.connections)
        blocks.append(Table(words(w.WHO_SENDS_CAPTION, context), head, rows))
        blocks.append(Paragraph(words(w.SPF_OF_PLATFORMS, context, domain=found.subject.author_domain)))
    else:
        blocks.append(Paragraph(words(w.WHO_SENDS_NOBODY, context)))
    if found.connection(HUBSPOT) is None:
        blocks.append(Paragraph(words(w.HUBSPOT_UNSEEN, context), "hint"))
    answers = [
        answer for answer in sender_answers(found.connection(HUBSPOT)) if answer.question == "many_domain"
    ]
    blocks += [_go_on(answer, context) for answer in answers]
    return Section(words(w.WHO_SENDS, context), tuple(blocks))


def _sender(connection: Connection, context: Context) -> tuple[Text, ...]:
    usable = ", ".join(key.selector for key in connection.keys if key.is_usable)
    return (
        connection.platform.name,
        words(w.YES if connection.in_spf else w.NO, context),
        usable or words(w.NONE_FOUND, context),
        words(w.STATES[connection.state], context),
    )


def _go_on(answer: Answer, context: Context) -> Action:
    option = TREE.option(answer.question, answer.option)
    at = option.to if option else TREE.start
    state = Place(at, {**_WAY_THERE, "many_pattern": "nothing", answer.question: answer.option})
    return Action(words(w.GO_ON, context), "check", format_state(state, TREE))


def _keys(found: SenderReport, context: Context) -> Iterator[Block]:
    named = set(found.subject.selectors)
    shown = [key for key in found.keys if key.is_there or key.selector in named]
    if not any(key.is_there for key in found.keys):
        yield Paragraph(words(w.KEYS_NONE, context))
    if shown:
        head = tuple(words(name, context) for name in (w.SELECTOR, w.LEADS_TO, w.REMARK))
        rows = tuple(
            (key.selector, key.reply.aliases[-1] if key.reply.aliases else "", _said(finding, context))
            for key in shown
            for finding in key.findings
        )
        yield Table(words(w.KEYS_CAPTION, context), head, rows)
    yield _more("dkim", context)


def _dmarc(found: SenderReport, context: Context) -> Iterator[Block]:
    if found.dmarc.walk.failed is None:
        yield Paragraph(words(WHAT_RECEIVERS_DO[found.dmarc.applied], context), "lead")
    yield _findings(found.dmarc_findings, context)
    record = found.dmarc.record
    if record is not None:
        yield Facts(
            (
                (words(w.RECORD_OF, context, domain=found.dmarc.policy_domain), record.text),
                (words(w.ORGANIZATION, context), found.dmarc.walk.organizational_domain),
            )
        )
    yield from _alignment(found, context)
    names = tuple(f"_dmarc.{step.domain}" for step in found.dmarc.walk.steps)
    yield Fold(words(w.WALKED, context), (Bullets(names, numbered=True),))
    yield _more("dmarc", context)


def _alignment(found: SenderReport, context: Context) -> Iterator[Table]:
    if found.alignment is None:
        return
    pairs = [(w.BY_SPF, one) for one in found.alignment.spf]
    pairs += [(w.BY_DKIM, one) for one in found.alignment.dkim]
    otherwise = differs_by_suffix_list(found.alignment, registered)
    rows = tuple(
        (
            words(label, context, domain=one.domain),
            words(_AGREES[one.is_aligned, one.domain in otherwise], context),
        )
        for label, one in pairs
    )
    head = (words(w.IDENTITY, context), words(w.AGREES, context))
    if rows:
        yield Table(words(w.ALIGNED_CAPTION, context, domain=found.subject.author_domain), head, rows)


def _more(anchor: str, context: Context) -> Paragraph:
    return Paragraph(Words(f"[{context.t(GUIDE)}]({_GUIDE}#{anchor})"))


def _rules(found: SenderReport, context: Context) -> Section:
    providers = bulk_rules()
    names = tuple(one.name for one in providers)
    head: tuple[Text, ...] = (words(w.RULE, context), words(w.SHOWN, context), *names)
    rows = tuple(
        (
            words(name, context),
            words(w.SEEN[found.rules[rule]], context),
            *(_demand(rule, one, context) for one in providers),
        )
        for rule, name in w.RULE_NAMES.items()
    )
    cited = tuple(Cited(sources()[one.source]) for one in providers)
    table = Table(words(w.RULES_CAPTION, context), head, rows)
    return Section(words(w.RULES, context), (table, Paragraph(words(w.RULES_NOTE, context)), *cited))


def _demand(rule: str, provider: BulkRules, context: Context) -> Text:
    if rule in provider.must:
        return words(w.MUST, context)
    return words(w.SHOULD, context) if rule in provider.should else w.NOT_ASKED_FOR


def _extras(found: SenderReport, context: Context) -> Fold:
    rows = tuple(
        (words(w.EXTRA_NAMES[extra], context), words(w.EXTRA_SEEN[found.extras[extra]], context))
        for extra in Extra
    )
    return Fold(words(w.EXTRAS, context), (Paragraph(words(w.EXTRAS_LEAD, context)), Facts(rows)))
