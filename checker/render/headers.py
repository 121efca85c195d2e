"""What was read from headers, as a report: the verdict first, then what to do, then the reasons."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from checker.findings import Finding, Severity
from checker.headers.codes import Code
from checker.headers.encoded import decode_words, visible
from checker.headers.model import Certainty, Decider, Place, Reading, Signal
from checker.messages.headers import ANSWERS, FINDINGS
from checker.messages.headers_authentication import REASONS, RESULTS
from checker.messages.headers_note import Advice
from checker.messages.headers_reading import FAULTS, REPAIRS
from checker.messages.headers_sender import CHECKS
from checker.messages.headers_verdict import (
    CERTAINTIES,
    DECIDERS,
    GOOD,
    NO_FOLDER,
    NOT_KNOWN,
    PERHAPS,
    PLACES,
)
from checker.render import header_words as w
from checker.render import words as common
from checker.render.context import Context
from checker.render.pass_on import pass_on
from checker.render.report import (
    Action,
    Block,
    Bullets,
    Facts,
    Fold,
    Paragraph,
    Quote,
    Report,
    Section,
    Table,
    Text,
    Words,
    words,
)
from checker.render.way import duration, way
from checker.tables.headers import system_names
from checker.tree.definition import TREE
from checker.tree.walk import State, format_state, view

_LONGEST_QUOTE = 800
_MOST_REASONS = 4
_RULE_CODES = {Code.RULE_MET, Code.RULE_MISSED, Code.RULE_UNKNOWN}
_VERDICT_CODES = {
    Code.GATEWAY,
    Code.BULK_LEVEL,
    Code.SPAM_LEVEL_IGNORED,
    Code.CUSTOM_FILTER,
    Code.VADE_REASONS,
    Code.FIRST_CONTACT,
}
_ALIGNMENT_CODES = {
    Code.SPF_ALIGNED,
    Code.SPF_NOT_ALIGNED,
    Code.SPF_ALIGNMENT_UNKNOWN,
    Code.DKIM_ALIGNED,
    Code.DKIM_NOT_ALIGNED,
    Code.DKIM_ALIGNMENT_UNKNOWN,
    Code.DKIM_MISSING,
    Code.DKIM_FAULT,
    Code.DKIM_SHA1,
    Code.DKIM_LENGTH,
    Code.BODY_HASH_MATCHES,
    Code.BODY_HASH_DIFFERS,
    Code.SIGNATURE_VALID,
    Code.SIGNATURE_INVALID,
    Code.SIGNATURE_EXPIRED,
    Code.SIGNATURE_UNCHECKED,
    Code.ARC_BROKEN,
}
_WAY_CODES = {Code.HELD_UP, Code.CLOCKS_DIFFER}
_UNREAD_CODES = {
    Code.NOT_THE_RECEIVERS,
    Code.MOVED_ASIDE,
    Code.NO_RECEIVED,
    Code.RESULTS_STOPPED,
    Code.UNREAD_LINE,
    Code.CUT_OFF,
    Code.UNKNOWN_FILTER,
    Code.SUMMARY_ONLY,
}
_ELSEWHERE = _RULE_CODES | _VERDICT_CODES | _ALIGNMENT_CODES | _WAY_CODES | _UNREAD_CODES | {Code.NO_FOLDER}
_GOOD = frozenset((Place.INBOX, Place.PASSED))
_ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTICE, Severity.INFO)
_PROVIDERS = {"google": "Google", "yahoo": "Yahoo", "microsoft": "Microsoft"}
_SENDER = {"role": "marketer", "scope": "one", "status": "delivered"}
_RECIPIENT = {"role": "recipient", "waited": "days"}


def report(read: Reading, context: Context) -> Report:
    """The whole reading; that there is nothing to read is a result like any other."""
    if read.fault:
        advice = FAULTS[read.fault]
        return Report(words(advice.text, context), (_with_guide(advice.what_to_do, advice.guide, context),))
    parts = (
        _verdict(read, context),
        Section(words(w.WAY, context), (*_notes(read, _WAY_CODES, context), *way(read, context))),
        Section(words(w.AUTHENTICATION, context), tuple(_authentication(read, context))),
        *_hygiene(read, context),
        *_unread(read, context),
    )
    found = Report(words(w.TITLE, context), parts)
    return replace(found, blocks=(*parts, pass_on(found, context, f"{context.t(w.FILE_NAME)}.txt")))


def _verdict(read: Reading, context: Context) -> Section:
    verdict = read.verdict
    advice = _advice(read)
    blocks: list[Block] = [_facts(read, context)]
    if verdict.place is Place.UNKNOWN:
        blocks.append(Paragraph(words(NO_FOLDER.get(read.receiver.system, NO_FOLDER[""]), context)))
    blocks.append(
        Section(words(w.WHAT_TO_DO, context), (*_to_do(advice, read, context), *_go_on(read, context)))
    )
    reasons = tuple(_reasons(read, context))
    if reasons:
        blocks.append(Section(words(w.WHY, context), reasons))
    title = PERHAPS if verdict.certainty is Certainty.UNPROVEN else PLACES[verdict.place]
    return Section(words(title, context), tuple(blocks), "recipient")


def _advice(read: Reading) -> Advice:
    if read.verdict.place is Place.UNKNOWN:
        return NOT_KNOWN
    advice = DECIDERS[read.verdict.decider]
    if read.verdict.place in _GOOD and advice.what_to_do != GOOD.what_to_do:
        return advice if read.verdict.decider is Decider.RELEASED else GOOD
    return advice


def _facts(read: Reading, context: Context) -> Facts:
    verdict, names = read.verdict, system_names()
    known = verdict.place is not Place.UNKNOWN
    decided = known and verdict.certainty is not Certainty.UNPROVEN
    value = read.block.get("subject") or (read.summary.subject if read.summary else "")
    rows: tuple[tuple[str, Text], ...] = (
        (w.READ, words(w.READ_ATTACHED, context, line=read.attached) if read.attached else ""),
        (w.SUBJECT, visible(decode_words(value))[:300]),
        (w.DATE, visible(read.block.get("date"))[:100]),
        (w.RECEIVED_BY, names.get(read.receiver.system, read.receiver.host)),
        (w.GATEWAY, names.get(read.receiver.gateway, "")),
        (w.SYSTEM, names.get(verdict.system, "") if known else ""),
        (w.WHO_DECIDED, words(DECIDERS[verdict.decider].text, context) if decided else ""),
        (w.HOW_SURE, words(CERTAINTIES[verdict.certainty], context) if known else ""),
    )
    return Facts(tuple((words(name, context), value) for name, value in rows))


def _to_do(advice: Advice, read: Reading, context: Context) -> Iterator[Block]:
    if read.verdict.place is Place.UNKNOWN:
        yield Paragraph(words(advice.text, context))
    yield _with_guide(advice.what_to_do, advice.guide, context)


def _with_guide(text: str, guide: str, context: Context) -> Paragraph:
    more = f" [{context.t(common.GUIDE)}]({guide})" if guide else ""
    return Paragraph(Words(f"{context.t(text)}{more}"))


def _reasons(read: Reading, context: Context) -> Iterator[Block]:
    """The lines that the verdict rests on, each once, the strongest first."""
    seen: set[int] = set()
    for signal in read.verdict.signals:
        if signal.rank and signal.line not in seen and len(seen) < _MOST_REASONS:
            seen.add(signal.line)
            yield _quote(signal, context)
    yield from _notes(read, _VERDICT_CODES, context)


def _quote(signal: Signal, context: Context) -> Quote:
    title = f"{system_names().get(signal.system, signal.system)}: {signal.key} = {signal.value}"
    return Quote(title, _shortened(signal.quote), words(w.LINE, context, line=signal.line))


def _shortened(text: str) -> str:
    return visible(text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…")


def _authentication(read: Reading, context: Context) -> Iterator[Block]:
    found = read.authentication
    results = {
        "spf": found.spf,
        "dkim": found.dkim,
        "dmarc": found.dmarc,
        "arc": found.arc,
        "compauth": found.compauth,
    }
    rows = tuple(_check_row(method, result, context) for method, result in results.items() if result)
    if rows:
        head = (words(w.CHECK, context), words(w.RESULT, context), words(w.MEANS, context))
        yield Table(words(w.AUTH_CAPTION, context), head, rows)
    else:
        yield Paragraph(words(w.NO_CHECKS, context))
    if found.compauth_reason:
        yield _reason(found.compauth_reason, context)
    sealers = list(dict.fromkeys(one.sealer for one in found.chain.sets if one.sealer))
    if sealers:
        yield Paragraph(words(w.ARC_SETS, context, sealers=", ".join(sealers[:8])))
    identity = found.identity
    yield Facts(
        (
            (words(w.AUTHOR, context), identity.author_address or identity.author),
            (words(w.ENVELOPE, context), identity.envelope),
            (words(w.SIGNING, context), ", ".join(identity.signing[:8])),
        )
    )
    notes = _notes(read, _ALIGNMENT_CODES, context)
    if notes:
        yield from notes
        yield Paragraph(words(w.RELAXED, context), "hint")


def _check_row(method: str, result: str, context: Context) -> tuple[Text, ...]:
    name, means = w.METHODS[method]
    meaning = context.t(RESULTS[result]) if result in RESULTS else result
    return (name, meaning, words(means, context))


def _reason(code: str, context: Context) -> Paragraph:
    reason = REASONS.get(code) or REASONS.get(code[:1], "")
    if not reason:
        return Paragraph(words(w.REASON_UNKNOWN, context, code=code))
    return Paragraph(words(w.REASON, context, code=code, reason=context.t(reason)))


def _hygiene(read: Reading, context: Context) -> Iterator[Section]:
    notes = _bullets(_others(read.findings), context)
    if notes:
        yield Section(words(w.HYGIENE, context), notes)
    rows = [_rule_row(one, context) for one in read.findings if one.code in _RULE_CODES]
    if rows:
        head = (words(w.RULE, context), words(w.STATE, context), words(w.ASKED_BY, context))
        table = Table(words(w.RULES_CAPTION, context), head, tuple(rows))
        yield Section(words(w.RULES, context), (table, _more("guide/bulk-sender-rules", context)))


def _more(page: str, context: Context) -> Paragraph:
    return Paragraph(Words(f"[{context.t(common.GUIDE)}]({page})"))


def _rule_row(one: Finding, context: Context) -> tuple[Text, ...]:
    providers = ", ".join(_PROVIDERS[name] for name in one.args["providers"].split())
    return (
        words(CHECKS[one.args["check"]], context),
        words(FINDINGS[Code(one.code)].text, context),
        providers,
    )


def _others(findings: Iterable[Finding]) -> list[Finding]:
    known = set(Code) - _ELSEWHERE
    return [one for one in findings if one.code in known]


def _notes(read: Reading, codes: set[Code], context: Context) -> tuple[Block, ...]:
    return _bullets([one for one in read.findings if one.code in codes], context)


def _bullets(findings: list[Finding], context: Context) -> tuple[Block, ...]:
    """The findings as a list, the grave ones first."""
    findings = sorted(findings, key=lambda one: _ORDER.index(FINDINGS[Code(one.code)].severity))
    items = tuple(_note(one, context) for one in findings)
    return (Bullets(items),) if items else ()


def _note(one: Finding, context: Context) -> Words:
    note = FINDINGS[Code(one.code)]
    text = context.t(note.text)
    if one.line and one.code in _UNREAD_CODES:
        text = f"{text} ({context.t(w.LINE)})"
    if one.code == Code.HELD_UP:
        text = f"{text} {context.t(w.HELD_UP)}"
    if note.guide:
        text = f"{text} [{context.t(common.READ_MORE)}]({note.guide})"
    fields = {name: visible(value) for name, value in one.args.items()}
    waited = duration(float(one.args["seconds"]), context) if one.code == Code.HELD_UP else ""
    return Words(text, {"line": str(one.line), "time": waited, **fields})


def _unread(read: Reading, context: Context) -> Iterator[Section]:
    notes = list(_notes(read, _UNREAD_CODES, context))
    quoted = [
        Quote(one.args.get("name", ""), _shortened(one.quote), words(w.LINE, context, line=one.line))
        for one in read.findings
        if one.code in (Code.UNKNOWN_FILTER, Code.NOT_THE_RECEIVERS, Code.RESULTS_STOPPED) and one.quote
    ]
    if notes:
        yield Section(words(w.UNREAD, context), (*notes, *quoted))
    if read.repairs:
        items = tuple(words(REPAIRS[repair], context) for repair in read.repairs)
        yield Section(words(w.REPAIRED, context), (Fold(words(w.REPAIRED, context), (Bullets(items),)),))


def answers(read: Reading) -> dict[str, str]:
    """The answers of the tree that the findings give; an earlier finding goes first."""
    found: dict[str, str] = {}
    for one in read.findings:
        for answer in ANSWERS.get(one.code, ()):
            found.setdefault(answer.question, answer.option)
    return found


def _go_on(read: Reading, context: Context) -> Iterator[Block]:
    """The checker with what is known answered, for either side, where that leads past the first questions."""
    given = answers(read)
    for start, label in ((_SENDER, w.GO_ON_SENDER), (_RECIPIENT, w.GO_ON_RECIPIENT)):
        seen = view(State("", {**start, **given}), TREE)
        if len(seen.steps) > len(start):
            yield Action(words(label, context), "check", format_state(seen.state, TREE))
