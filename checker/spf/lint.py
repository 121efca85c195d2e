"""What is amiss or worth knowing in a domain's SPF records, as findings."""

from collections.abc import Iterator
from enum import StrEnum

from checker.findings import Finding
from checker.lookup.model import Answer, Cause, Failure, Reply
from checker.spf.model import (
    MOST_LOOKUPS,
    MOST_NAMES,
    MOST_VOID_LOOKUPS,
    Mechanism,
    Problem,
    Result,
    SpfRecord,
    Term,
    Wrong,
)
from checker.spf.parse import is_spf
from checker.spf.survey import Branch, Survey

_NEAR = MOST_LOOKUPS - 1
# A /8 holds 16.7 million addresses; nobody sends from so many.
_WIDEST_PREFIX4 = 12
_WIDEST_PREFIX6 = 28
# RFC 7208 section 3.4: an answer of up to 512 octets fits everywhere; the advice there is 450.
_LONGEST_RECORD = 450


class SpfCode(StrEnum):
    """What can be said of an SPF record."""

    NO_RECORD = "SPF_NO_RECORD"
    ALMOST_A_RECORD = "SPF_ALMOST_A_RECORD"
    SEVERAL_RECORDS = "SPF_SEVERAL_RECORDS"
    LOOKUP_FAILED = "SPF_LOOKUP_FAILED"
    NOT_ASCII = "SPF_NOT_ASCII"
    UNKNOWN_MECHANISM = "SPF_UNKNOWN_MECHANISM"
    NOT_A_TERM = "SPF_NOT_A_TERM"
    BAD_DOMAIN = "SPF_BAD_DOMAIN"
    BAD_MACRO = "SPF_BAD_MACRO"
    BAD_PREFIX = "SPF_BAD_PREFIX"
    BAD_ADDRESS = "SPF_BAD_ADDRESS"
    MODIFIER_TWICE = "SPF_MODIFIER_TWICE"
    TOO_MANY_LOOKUPS = "SPF_TOO_MANY_LOOKUPS"
    NEARLY_TOO_MANY_LOOKUPS = "SPF_NEARLY_TOO_MANY_LOOKUPS"
    TOO_MANY_VOID_LOOKUPS = "SPF_TOO_MANY_VOID_LOOKUPS"
    DEAD_NAME = "SPF_DEAD_NAME"
    TARGET_HAS_NO_RECORD = "SPF_TARGET_HAS_NO_RECORD"
    TARGET_IS_BROKEN = "SPF_TARGET_IS_BROKEN"
    TARGET_FAILED = "SPF_TARGET_FAILED"
    LOOP = "SPF_LOOP"
    TARGET_LETS_ALL_IN = "SPF_TARGET_LETS_ALL_IN"
    TOO_MANY_SERVERS = "SPF_TOO_MANY_SERVERS"
    EVERYBODY = "SPF_EVERYBODY"
    NEUTRAL = "SPF_NEUTRAL"
    NO_END = "SPF_NO_END"
    AFTER_ALL = "SPF_AFTER_ALL"
    REDIRECT_IGNORED = "SPF_REDIRECT_IGNORED"
    PTR = "SPF_PTR"
    WIDE_NETWORK = "SPF_WIDE_NETWORK"
    TERM_TWICE = "SPF_TERM_TWICE"
    UNKNOWN_MODIFIER = "SPF_UNKNOWN_MODIFIER"
    LONG_RECORD = "SPF_LONG_RECORD"
    FINE = "SPF_FINE"


def lint(survey: Survey) -> tuple[Finding, ...]:
    """Everything to say about the record and what it includes, in reading order."""
    root = survey.root
    if root.record is None:
        return tuple(_no_record(root))
    found = [*_syntax(root.record), *_limits(survey), *_targets(root), *_style(root.record)]
    return tuple(found) or (_finding(SpfCode.FINE, domain=root.domain, count=str(survey.lookups)),)


def lint_record(record: SpfRecord) -> tuple[Finding, ...]:
    """What can be said of a record alone."""
    return (*_syntax(record), *_style(record))


def _finding(code: SpfCode, term: Term | Wrong | None = None, **args: str) -> Finding:
    if term is None:
        return Finding(code, args)
    return Finding(code, {"term": term.text, **args}, quote=term.text)


def _no_record(root: Branch) -> Iterator[Finding]:
    reply = root.reply
    if isinstance(reply, Failure) and not reply.is_void:
        yield _finding(SpfCode.LOOKUP_FAILED, domain=root.domain, cause=reply.cause.value)
        return
    texts = reply.texts if isinstance(reply, Answer) else ()
    if root.problem is Problem.SEVERAL_RECORDS:
        count = sum(map(is_spf, texts))
        yield _finding(SpfCode.SEVERAL_RECORDS, domain=root.domain, count=str(count))
        return
    almost = [text for text in texts if _is_almost(text)]
    for text in almost:
        yield Finding(SpfCode.ALMOST_A_RECORD, {"domain": root.domain, "record": text}, quote=text)
    if not almost:
        yield _finding(SpfCode.NO_RECORD, domain=root.domain)


def _is_almost(text: str) -> bool:
    """Say whether a text was meant to be an SPF record: a blank, a quotation mark or a sign is wrong."""
    start = text[:16].lower().replace(" ", "").lstrip("\"'“”")
    return start.startswith(("v=spf", "spf1", "spf=", "v:spf1", "vspf1"))


def _syntax(record: SpfRecord) -> Iterator[Finding]:
    for wrong in record.wrong:
        yield _finding(SpfCode[wrong.fault.name], wrong)


def _limits(survey: Survey) -> Iterator[Finding]:
    count, limit = str(survey.lookups), str(MOST_LOOKUPS)
    if survey.lookups > MOST_LOOKUPS:
        yield _finding(SpfCode.TOO_MANY_LOOKUPS, count=count, limit=limit)
    elif survey.lookups >= _NEAR:
        yield _finding(SpfCode.NEARLY_TOO_MANY_LOOKUPS, count=count, limit=limit)
    if len(survey.dead) > MOST_VOID_LOOKUPS:
        yield _finding(
            SpfCode.TOO_MANY_VOID_LOOKUPS, count=str(len(survey.dead)), limit=str(MOST_VOID_LOOKUPS)
        )
    for term, reply in survey.dead:
        yield _finding(SpfCode.DEAD_NAME, term, target=reply.query.name)
    for term, servers in survey.crowded:
        yield _finding(SpfCode.TOO_MANY_SERVERS, term, count=str(servers), limit=str(MOST_NAMES))


_TARGETS = {
    Problem.TARGET_HAS_NO_RECORD: SpfCode.TARGET_HAS_NO_RECORD,
    Problem.SEVERAL_RECORDS: SpfCode.TARGET_IS_BROKEN,
    Problem.SYNTAX: SpfCode.TARGET_IS_BROKEN,
    Problem.DNS: SpfCode.TARGET_FAILED,
}


def _targets(root: Branch) -> Iterator[Finding]:
    for branch in root.walk():
        if branch.term is None:
            continue
        if branch.is_loop:
            yield _finding(SpfCode.LOOP, branch.term, target=branch.domain)
        elif branch.problem in _TARGETS and not _is_unasked(branch.reply):
            yield _finding(_TARGETS[branch.problem], branch.term, target=branch.domain)
        elif branch.record is not None and _lets_all_in(branch.record):
            yield _finding(SpfCode.TARGET_LETS_ALL_IN, branch.term, target=branch.domain)


def _is_unasked(reply: Reply | None) -> bool:
    """Say whether nobody was asked: then nothing is amiss."""
    return isinstance(reply, Failure) and reply.cause is Cause.NOT_ASKED


def _lets_all_in(record: SpfRecord) -> bool:
    end = next((term for term in record.terms if term.mechanism is Mechanism.ALL), None)
    return end is not None and end.qualifier is Result.PASS


def _style(record: SpfRecord) -> Iterator[Finding]:
    yield from _end(record)
    seen: set[str] = set()
    for term in record.terms:
        if term.mechanism is Mechanism.PTR:
            yield _finding(SpfCode.PTR, term)
        if _is_wide(term):
            yield _finding(SpfCode.WIDE_NETWORK, term)
        key = term.text.lower().lstrip("+")
        if key in seen:
            yield _finding(SpfCode.TERM_TWICE, term)
        seen.add(key)
    for name in record.modifiers:
        yield _finding(SpfCode.UNKNOWN_MODIFIER, term=None, name=name)
    if len(record.text) > _LONGEST_RECORD:
        yield _finding(SpfCode.LONG_RECORD, count=str(len(record.text)), limit=str(_LONGEST_RECORD))


def _is_wide(term: Term) -> bool:
    if term.mechanism is Mechanism.IP6:
        return term.prefix6 < _WIDEST_PREFIX6
    return term.mechanism in (Mechanism.IP4, Mechanism.A, Mechanism.MX) and term.prefix4 < _WIDEST_PREFIX4


def _end(record: SpfRecord) -> Iterator[Finding]:
    """How the record ends: what becomes of everybody else."""
    at = next((at for at, term in enumerate(record.terms) if term.mechanism is Mechanism.ALL), None)
    if at is None:
        if record.redirect is None and not record.wrong:
            yield _finding(SpfCode.NO_END)
        return
    end, after = record.terms[at], record.terms[at + 1 :]
    if end.qualifier is Result.PASS:
        yield _finding(SpfCode.EVERYBODY, end)
    elif end.qualifier is Result.NEUTRAL:
        yield _finding(SpfCode.NEUTRAL, end)
    if after:
        yield _finding(SpfCode.AFTER_ALL, terms=" ".join(term.text for term in after))
    if record.redirect:
        yield _finding(SpfCode.REDIRECT_IGNORED, record.redirect)
