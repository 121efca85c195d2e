"""The tables as pages: each mail system, all of them on one page, and the list of sources."""

from collections.abc import Iterable, Iterator

from checker.render import words
from checker.render import words_lists as wl
from checker.render.context import Context
from checker.render.escape import escape
from checker.render.inline import to_html, unbroken
from checker.render.report import Block, Bullets, Cited, Paragraph, Report, Section
from checker.render.report import words as report_words
from checker.render.sourced import source_line, steps_list
from checker.tables.allow import for_system
from checker.tables.load import MailSystem, sources, system_of_address, systems

USER_TASKS = ("rescue", "allow_sender", "filter_setting", "release")
ADMIN_TASKS = ("trace", "release_admin", "notify_users", "allow_sender_admin", "allow_rule", "allow_ip")
EXPECTED = {
    "mailbox": ("rescue", "allow_sender"),
    "suite": ("trace", "release_admin", "allow_sender_admin"),
    "gateway": ("release", "trace", "release_admin", "allow_sender_admin"),
    "inline": ("release", "trace", "release_admin", "allow_sender_admin"),
}
"""What readers look for in each kind: where no source tells the way, the goal stands there."""


def systems_page(context: Context) -> str:
    """All systems with their steps, grouped by kind, each under a heading of its own."""
    return f"{_contents(context)}{''.join(_kind(kind, context) for kind in words.KINDS)}"


def systems_index(context: Context) -> str:
    """The pages of the systems, grouped by kind."""
    parts = (
        f"<h2>{escape(context.t(words.KINDS[kind]))}</h2>"
        f'<ul class="fr-contents">{"".join(_link(system, context) for system in _of_kind(kind))}</ul>'
        for kind in words.KINDS
    )
    return "".join(parts)


def system_page(system_id: str, context: Context) -> str:
    """One system: steps for whoever uses it and whoever runs it, what to know, and where to go on."""
    system = systems()[system_id]
    parts = (
        _note(system, context),
        _part(wl.FOR_USERS, system, USER_TASKS, context),
        _part(wl.FOR_ADMINS, system, ADMIN_TASKS, context),
        _facts(system, context),
        _go_on(system, context),
    )
    return "".join(parts)


def sources_page(context: Context) -> str:
    """Every source with the date on which it was checked."""
    rows = "".join(f"<li>{source_line(source, context)}</li>" for source in sources().values())
    return f'<ul class="fr-sources">{rows}</ul>'


def _of_kind(kind: str) -> list[MailSystem]:
    return [system for system in systems().values() if system.kind == kind]


def _link(system: MailSystem, context: Context) -> str:
    address = escape(context.url(f"systems/{system.id}"))
    return f'<li><a href="{address}">{escape(context.t(system.name))}</a></li>'


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
    tasks = "".join(
        f'<details class="fr-how"><summary>{escape(context.t(words.TASKS[task]))}</summary>'
        f"{_steps(system, task, context)}</details>"
        for task in system.steps
    )
    name = escape(context.t(system.name))
    more = escape(context.t(wl.SYSTEM_PAGE)).format(system=name)
    link = f'<p><a href="{escape(context.url(f"systems/{system.id}"))}">{more}</a></p>'
    return f'<h3 id="{system.id}">{name}</h3>{_note(system, context)}{tasks}{link}'


def _steps(system: MailSystem, task: str, context: Context) -> str:
    steps = system.steps[task]
    return f"{steps_list(steps.text, context)}{source_line(steps.source, context)}"


def _note(system: MailSystem, context: Context) -> str:
    if not (system.note and system.note_source):
        return ""
    return f"<p>{to_html(context.t(system.note), context)}</p>{source_line(system.note_source, context)}"


def _part(title: str, system: MailSystem, tasks: Iterable[str], context: Context) -> str:
    told = [task for task in tasks if _is_told(system, task)]
    known = "".join(_task(system, task, context) for task in told if task in system.steps)
    goals = _goals([task for task in told if task not in system.steps], context)
    return f"<h2>{escape(context.t(title))}</h2>{known}{goals}" if told else ""


def _is_told(system: MailSystem, task: str) -> bool:
    return task in system.steps or task in EXPECTED[system.kind]


def _task(system: MailSystem, task: str, context: Context) -> str:
    return f"<h3>{unbroken(_title(task, context))}</h3>{_steps(system, task, context)}"


def _title(task: str, context: Context) -> str:
    """The heading above says already whether it is for users or for administrators."""
    return escape(context.t(wl.TASKS_HERE.get(task, words.TASKS[task])))


def _goals(tasks: Iterable[str], context: Context) -> str:
    """What is to be done where nobody tells how, said once for all such tasks."""
    rows = "".join(
        f"<li><strong>{_title(task, context)}.</strong> {escape(context.t(wl.GOALS[task]))}</li>"
        for task in tasks
    )
    if not rows:
        return ""
    return f'<ul>{rows}</ul><p class="fr-hint">{escape(context.t(wl.VARIES))}</p>'


def _facts(system: MailSystem, context: Context) -> str:
    if not system.facts:
        return ""
    rows = "".join(
        f"<li>{to_html(context.t(fact.text), context)}{source_line(fact.source, context)}</li>"
        for fact in system.facts
    )
    return f"<h2>{escape(context.t(wl.GOOD_TO_KNOW))}</h2><ul>{rows}</ul>"


def _go_on(system: MailSystem, context: Context) -> str:
    links = "".join(
        f'<li><a href="{escape(context.url(page))}">{escape(context.t(text))}</a></li>'
        for page, text in _ways_on(system)
    )
    return f'<h2>{escape(context.t(wl.GO_ON))}</h2><ul class="fr-contents">{links}</ul>'


def _ways_on(system: MailSystem) -> Iterator[tuple[str, str]]:
    yield "check", wl.FIND_IT
    if for_system(system.id):
        yield "tools/allowlist", wl.ALLOW_TOOL
    yield "systems", wl.OTHER_SYSTEMS


def find_system(name: str) -> MailSystem | None:
    """A system by its id, by its name or a part of it, or by the domain of its addresses."""
    wanted = name.strip().lower()
    by_domain = system_of_address(wanted.rpartition("@")[2])
    if wanted in systems() or by_domain:
        return systems()[wanted if wanted in systems() else str(by_domain)]
    named = (system for system in systems().values() if wanted and wanted in system.name.lower())
    return next(named, None)


def system_report(system: MailSystem, context: Context) -> Report:
    """The same as the page, as a report for a terminal."""
    told = [task for task in (*USER_TASKS, *ADMIN_TASKS) if _is_told(system, task)]
    blocks: list[Block] = []
    if system.note and system.note_source:
        blocks += [Paragraph(report_words(system.note, context)), Cited(system.note_source)]
    blocks += [_task_section(system, task, context) for task in told]
    for fact in system.facts:
        blocks += [Paragraph(report_words(fact.text, context)), Cited(fact.source)]
    return Report(report_words(system.name, context), tuple(blocks))


def unknown_system(name: str, context: Context) -> Report:
    """That no such system is known, and which are."""
    known = ", ".join(systems())
    return Report(
        report_words(wl.NO_SYSTEM, context, name=name),
        (Paragraph(report_words(wl.KNOWN, context, names=known)),),
    )


def _task_section(system: MailSystem, task: str, context: Context) -> Section:
    title = report_words(words.TASKS[task], context)
    if task not in system.steps:
        goal, varies = (Paragraph(report_words(text, context)) for text in (wl.GOALS[task], wl.VARIES))
        return Section(title, (goal, varies))
    steps = system.steps[task]
    texts = tuple(report_words(text, context) for text in steps.text)
    return Section(title, (Bullets(texts, numbered=True), Cited(steps.source)))
