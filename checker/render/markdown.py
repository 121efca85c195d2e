"""A result as Markdown, to copy or to keep."""

from collections.abc import Mapping

from checker.checklist.select import Checklist, Entry, select
from checker.i18n import Translate
from checker.notes.definition import NOTES
from checker.notes.write import write_note
from checker.render import words
from checker.render.context import Context
from checker.render.inline import literal, to_markdown
from checker.render.outcome import answer_behind, reasons
from checker.render.owner import contact, facts
from checker.tables.load import Source
from checker.tree.model import Outcome
from checker.tree.walk import View


def case(
    view: View,
    node: Outcome,
    context: Context,
    ticked: frozenset[str],
    fields: Mapping[str, str],
    note: Translate,
) -> str:
    """Write the whole result; `note` translates the notes, which may be in another language than the rest."""
    answers = view.on_the_way
    checklist = select(node.id, answers)
    typed = {name: literal(text) for name, text in fields.items()}
    parts = [
        f"# {_md(node.title, context)}",
        *(_md(text, context) for text in node.says),
        _bullets(words.THEIR_EMAIL, [f"{label}: {literal(text)}" for label, text in facts(context)], context),
        _bullets(
            words.WHY,
            [_reason(r.text, answer_behind(r, answers, context), context) for r in reasons(node, answers)],
            context,
        ),
        *_items(checklist, context, ticked),
        _bullets(
            words.NOT_TO_ASK,
            [f"{_md(c.text, context)} – {_md(c.why, context)}" for c in checklist.cautions],
            context,
        ),
        *(
            f"## {_md(NOTES[id_].title, context)}\n\n{_quoted(write_note(NOTES[id_], answers, typed, note))}"
            for id_ in checklist.notes
        ),
        _bullets(
            words.YOUR_ANSWERS,
            [
                f"{_md(s.question.short or s.question.text, context)}: {_md(s.option.label, context)}"
                for s in view.steps
            ],
            context,
        ),
        _support(context),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _support(context: Context) -> str:
    name, address = contact(context)
    return f"{context.t(words.STILL_STUCK)} [{literal(name)}]({address})" if address else ""


def _items(checklist: Checklist, context: Context, ticked: frozenset[str]) -> list[str]:
    first = (
        [f"## {_md(words.FIRST, context)}\n\n{_item(checklist.first, context, ticked)}"]
        if checklist.first
        else []
    )
    return first + [
        f"## {_md(words.ACTORS[checklist.reader][group.actor], context)}\n\n"
        + "\n".join(_item(one, context, ticked) for one in group.entries)
        for group in checklist.groups
    ]


def _item(one: Entry, context: Context, ticked: frozenset[str]) -> str:
    """Blank lines keep the steps of one system apart from its source and from the steps of the next."""
    item = one.item
    box = f"- [{'x' if item.id in ticked else ' '}]"
    blocks = [f"{box} **{_md(item.what, context)}**\n  {_md(item.why, context)}"]
    for system in one.systems:
        steps = system.steps[item.task]
        blocks += [
            f"  {_md(system.name, context)}:",
            _steps(steps.text, context),
            f"  {_source(steps.source, context)}",
        ]
    if item.how and not one.systems:
        blocks.append(_steps(item.how, context))
    return "\n\n".join(blocks)


def _steps(steps: tuple[str, ...], context: Context) -> str:
    return "\n".join(f"  {number}. {_md(step, context)}" for number, step in enumerate(steps, 1))


def _source(source: Source, context: Context) -> str:
    name = f"[{context.t(source.title)}]({source.url})" if source.url else context.t(source.title)
    return context.t(words.SOURCE, source=name, date=words.written(source.checked, context.t))


def _reason(text: str, answer: str, context: Context) -> str:
    return f"{_md(text, context)} ({answer})" if answer else _md(text, context)


def _bullets(title: str, rows: list[str], context: Context) -> str:
    return f"## {_md(title, context)}\n\n" + "\n".join(f"- {row}" for row in rows) if rows else ""


def _quoted(text: str) -> str:
    """A note as a block quote: what the reader typed cannot become a heading or a list of ours."""
    return "\n".join(f"> {line}".rstrip() for line in text.rstrip().split("\n"))


def _md(text: str, context: Context) -> str:
    return to_markdown(context.t(text), context)
