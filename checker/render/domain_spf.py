"""The part of the report that is about SPF: the record, where its look-ups go, and what an address meets."""

from collections.abc import Iterator

from checker.domain.model import SenderReport
from checker.messages.domain_spf import PROBLEMS, RESULTS
from checker.render import domain_words as w
from checker.render.context import Context
from checker.render.domain_tree import tree_picture
from checker.render.report import (
    Block,
    Bullets,
    Facts,
    Figure,
    Fold,
    Paragraph,
    Section,
    Table,
    Text,
    Words,
    words,
)
from checker.render.words import GUIDE
from checker.spf.model import MOST_LOOKUPS, Problem, Step, Visit
from checker.spf.survey import Branch, Survey


def spf_blocks(found: SenderReport, findings: Bullets, context: Context) -> tuple[Block, ...]:
    """Findings first, then the record and the way of its look-ups."""
    return (
        findings,
        *_record(found.spf, context),
        *_tree(found.spf, context),
        *_host(found, context),
        Paragraph(Words(f"[{context.t(GUIDE)}](guide/spf-dkim-dmarc#spf)")),
    )


def count_words(survey: Survey, context: Context) -> Words:
    """How many look-ups there are, or how many at the least."""
    text = w.TREE_COUNT if survey.is_complete else w.TREE_AT_LEAST
    return words(text, context, count=survey.lookups, limit=MOST_LOOKUPS)


def _record(survey: Survey, context: Context) -> Iterator[Facts]:
    if survey.root.record is not None:
        name = words(w.RECORD_OF, context, domain=survey.root.domain)
        yield Facts(((name, survey.root.record.text),))


def _tree(survey: Survey, context: Context) -> Iterator[Block]:
    if not survey.root.branches:
        return
    yield Paragraph(count_words(survey, context))
    yield Figure(tree_picture(survey, context))
    head = tuple(words(name, context) for name in (w.TREE_DOMAIN, w.TREE_LOOKUPS, w.TREE_LED_BY))
    rows = tuple(_branch(branch, context) for branch in survey.root.walk())
    yield Fold(words(w.TREE_TITLE, context), (Table(words(w.TREE_CAPTION, context), head, rows),))


def _branch(branch: Branch, context: Context) -> tuple[Text, ...]:
    problem: Text = words(w.NOT_LOOKED_UP, context) if branch.reply is None else ""
    if branch.problem is not None:
        problem = words(PROBLEMS[branch.problem], context)
    count = str(branch.lookups)
    led_by = branch.term.text if branch.term else ""
    if isinstance(problem, Words):
        return branch.domain, Words(f"{{count}} ({problem.text})", {"count": count}), led_by
    return branch.domain, count, led_by


def _host(found: SenderReport, context: Context) -> Iterator[Block]:
    """What the record says about one IP address, word by word."""
    ip = found.subject.ip
    if not ip:
        return
    if found.spf_evaluation is None:
        yield Paragraph(words(w.BAD_IP, context, ip=ip))
        return
    evaluation = found.spf_evaluation
    head = tuple(words(name, context) for name in (w.TERM, w.RECORD, w.OUTCOME, w.ASKED))
    trace = Table(words(w.TRACE_CAPTION, context), head, tuple(_trace(evaluation.visit, context)))
    title = words(w.CHECKED_IP, context, ip=ip, domain=evaluation.visit.domain)
    blocks: list[Block] = [Paragraph(words(RESULTS[evaluation.result], context))]
    yield Section(title, (*blocks, trace) if trace.rows else tuple(blocks))


def _trace(visit: Visit, context: Context) -> Iterator[tuple[Text, ...]]:
    for step in visit.steps:
        if step.inner is not None:
            yield from _trace(step.inner, context)
        asked = ", ".join(str(reply.query) for reply in step.replies)
        yield step.term.text, visit.domain, _outcome(step, context), asked


def _outcome(step: Step, context: Context) -> Words:
    if step.problem is not None and step.problem in PROBLEMS:
        problem = context.t(PROBLEMS[Problem(step.problem)])
        return words(w.BROKE_OFF, context, problem=problem)
    return words(w.MATCHES if step.matched else w.NO_MATCH, context)
