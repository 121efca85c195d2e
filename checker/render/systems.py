"""The tables as pages: step by step in each mail system, and the list of sources."""

from checker.render import words
from checker.render.context import Context
from checker.render.escape import escape
from checker.render.inline import to_html
from checker.render.items import source_line
from checker.render.question import steps_list
from checker.tables.load import MailSystem, sources, systems


def systems_page(context: Context) -> str:
    """All systems with their steps, grouped by kind, each under a heading of its own."""
    return f"{_contents(context)}{''.join(_kind(kind, context) for kind in words.KINDS)}"


def sources_page(context: Context) -> str:
    """Every source with the date on which it was checked."""
    rows = "".join(f"<li>{source_line(source, context)}</li>" for source in sources().values())
    return f'<ul class="fr-sources">{rows}</ul>'


def _of_kind(kind: str) -> list[MailSystem]:
    return [system for system in systems().values() if system.kind == kind]


def _contents(context: Context) -> str:
    rows = "".join(
        f'<li><a href="#{system.id}">{escape(context.t(system.name))}</a></li>'
        for system in systems().values()
    )
    return f'<ul class="fr-contents">{rows}</ul>'


def _kind(kind: str, context: Context) -> str:
    title = escape(context.t(words.KINDS[kind]))
    body = "".join(_system(system, context) for system in _of_kind(kind))
    return f'<h2 id="kind-{kind}">{title}</h2>{body}'


def _system(system: MailSystem, context: Context) -> str:
    note = ""
    if system.note and system.note_source:
        note = f"<p>{to_html(context.t(system.note), context)}</p>{source_line(system.note_source, context)}"
    tasks = "".join(
        f'<details class="fr-how"><summary>{escape(context.t(words.TASKS[task]))}</summary>'
        f"{steps_list(steps.text, context)}{source_line(steps.source, context)}</details>"
        for task, steps in system.steps.items()
    )
    return f'<h3 id="{system.id}">{escape(context.t(system.name))}</h3>{note}{tasks}'
