"""Who receives for a domain, as a report of its own or as part of another."""

from collections.abc import Iterator

from checker.lookup.model import Cause
from checker.messages.domain import receiver_answers
from checker.mx.receive import Known, Receiving
from checker.render import domain_words as w
from checker.render.context import Context
from checker.render.report import Action, Block, Facts, Paragraph, Report, words
from checker.render.words import ASK_NOBODY, MORE_FIELDS
from checker.tables.mx import Receiver
from checker.tree.definition import TREE
from checker.tree.model import Whose
from checker.tree.walk import State, format_state, lead

_WAY_THERE = {"role": "marketer", "scope": "one", "status": "delivered", "contact_looked": "junk_empty"}


def receiver_report(found: Receiving, context: Context) -> Report:
    """Who receives, what is likely behind it, and the way on with that answer."""
    title = words(w.RECEIVES, context, domain=found.domain)
    if found.known is Known.FAILED and found.cause:
        return Report(title, tuple(silent_blocks(found.cause, found.domain, context)))
    return Report(title, (*receiving_blocks(found, context), *_go_on(found, context)))


def receiving_blocks(found: Receiving, context: Context) -> tuple[Block, ...]:
    """What is known, what is a hint, and what nobody can see from outside."""
    cause = context.t(w.CAUSES[found.cause]) if found.cause else ""
    return (
        Paragraph(words(w.KNOWN[found.known], context, cause=cause)),
        _facts(found, context),
        *(Paragraph(words(text, context)) for text in _remarks(found)),
    )


def silent_blocks(cause: Cause, domain: str, context: Context) -> Iterator[Paragraph]:
    """That there was no answer, why as far as anybody knows, and what else can be done."""
    yield Paragraph(words(w.SILENT, context, cause=context.t(w.CAUSES[cause]), domain=domain))
    if cause is Cause.UNREACHABLE:
        yield Paragraph(words(w.SILENT_WHY, context))
    more, nobody = context.t(MORE_FIELDS), context.t(ASK_NOBODY)
    yield Paragraph(words(w.SILENT_NEXT, context, more=more, nobody=nobody))


def _facts(found: Receiving, context: Context) -> Facts:
    first, *others = found.receivers or (None,)
    behind = ", ".join(one.name for one in found.behind)
    rows = (
        (w.RECEIVES_FILTER if found.has_gateway else w.RECEIVES_SYSTEM, first.name if first else ""),
        (w.RECEIVES_BEHIND, behind),
        (w.RECEIVES_ALSO, ", ".join(one.name for one in others if isinstance(one, Receiver))),
        (w.RECEIVES_HOSTS, ", ".join(found.hosts)),
    )
    return Facts(tuple((words(name, context), value) for name, value in rows if value))


def _remarks(found: Receiving) -> Iterator[str]:
    if found.first is not None and found.first.kind == "regional":
        yield w.REGIONAL
    if found.is_filtered_twice:
        yield w.TWO_FILTERS
    if found.behind:
        yield w.BEHIND_HINT
    elif found.has_gateway:
        yield w.BEHIND_UNKNOWN
    if found.known is Known.BY_HOST:
        yield w.INLINE


def _go_on(found: Receiving, context: Context) -> Iterator[Action]:
    answers = {
        answer.question: answer.option
        for answer in receiver_answers(found)
        if TREE.question(answer.question).domain is Whose.CONTACT
    }
    if answers:
        state = lead(TREE.start, {**_WAY_THERE, **answers}, TREE)
        yield Action(words(w.GO_ON, context), "check", format_state(State(state.at, state.answers), TREE))
