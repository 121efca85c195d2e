"""Checklist items as markup."""

from checker.checklist.model import Item
from checker.checklist.select import Entry, asked
from checker.render import words
from checker.render.context import Context
from checker.render.escape import escape
from checker.render.inline import to_html, to_plain
from checker.render.sourced import source_line, steps_list
from checker.tables.load import MailSystem
from checker.tree.definition import TREE
from checker.tree.model import Condition


def entry(one: Entry, node_id: str, context: Context, *, static: bool, opened: bool = False) -> str:
    """One item of a result: a box to tick, what, why, and how where that is known."""
    item = one.item
    box = f"{node_id}-{item.id}"
    return (
        f'<div class="fr-item"><input type="checkbox" id="{box}" data-item="{item.id}">'
        f'<div><label for="{box}">{to_html(context.t(item.what), context)}</label>'
        f"{_only_if(item, node_id, context) if static else ''}"
        f'<p class="fr-item-why">{to_html(context.t(item.why), context)} {_more(item, context)}</p>'
        f"{_how(one, context, static=static, opened=opened)}</div></div>"
    )


def _more(item: Item, context: Context) -> str:
    about = to_plain(context.t(item.what))
    return (
        f'<a href="{escape(context.url(item.guide))}">{escape(context.t(words.READ_MORE))}'
        f'<span class="fr-hidden">: {escape(about)}</span></a>'
    )


def condition_text(condition: Condition, outcome_id: str, context: Context) -> str:
    """A condition in words, made of the texts of the question as it is asked on the way to the outcome.

    Empty where it is never asked: then there is nothing that the reader could compare with.
    """
    questions = asked(condition, outcome_id)
    if not questions:
        return ""
    question = TREE.question(questions[0])
    labels = [context.t(o.label) for o in question.options if o.id in condition.options]
    word = words.NOT_IF if condition.negated else words.ONLY_IF
    name = context.t(question.short or question.text)
    return f"{context.t(word)} – {context.t(words.ANSWER_IS, question=name, options=', '.join(labels))}"


def _only_if(item: Item, outcome_id: str, context: Context) -> str:
    lines = [condition_text(condition, outcome_id, context) for condition in item.when]
    return "".join(f'<p class="fr-only-if">{escape(line)}</p>' for line in lines if line)


def _how(one: Entry, context: Context, *, static: bool, opened: bool) -> str:
    parts = [
        _system_steps(system, one.item.task, context, named=len(one.systems) > 1) for system in one.systems
    ]
    if not parts and one.item.how:
        parts = [steps_list(one.item.how, context)]
    if static and one.item.task:
        parts.append(f"<p>{to_html(context.t(words.STEPS_VARY), context)}</p>")
    if not parts:
        return ""
    name = f" ({escape(context.t(one.systems[0].name))})" if len(one.systems) == 1 else ""
    return (
        f'<details class="fr-how"{" open" if opened else ""}>'
        f"<summary>{escape(context.t(words.HOW))}{name}</summary>{''.join(parts)}</details>"
    )


def _system_steps(system: MailSystem, task: str, context: Context, *, named: bool) -> str:
    steps = system.steps[task]
    name = f'<p class="fr-system">{escape(context.t(system.name))}</p>' if named else ""
    return f"{name}{steps_list(steps.text, context)}{source_line(steps.source, context)}"
