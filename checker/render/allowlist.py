"""The allowlist kit as a report: the narrowest way first, addresses last, and what each lets past."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from checker.allowlist.kit import Choice, Kit
from checker.allowlist.model import Code, Output
from checker.allowlist.reminder import calendar
from checker.allowlist.write import SETUP
from checker.findings import Finding, Severity
from checker.messages.allowlist import MATCHES, MESSAGES, NOT_TO_DO, RANKS, SYNTAX, UNFIT, Message
from checker.render import words as w
from checker.render import words_lists as wl
from checker.render.context import Context
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
from checker.tables.allow import DEFAULTS, for_system
from checker.tables.load import systems

MOST_SHOWN = 12
"""Findings of one kind, or networks left out, that are shown one by one."""
_ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTICE, Severity.INFO)


def kit(found: Kit, context: Context) -> Report:
    """What was read, then every way in the order of its risk."""
    parts = (
        *_problems(found, context),
        *_read(found, context),
        *_compared(found, context),
        *_no_domain(found, context),
        *_choices(found, context),
        _not_to_do(context),
        _review(found, context),
    )
    return Report(words(wl.KIT_TITLE, context), parts)


def _problems(found: Kit, context: Context) -> Iterator[Block]:
    if not found.domain_read:
        yield Paragraph(words(wl.KIT_BAD_DOMAIN, context), "lead")
    if found.wish.domain or len(found.entries):
        yield Paragraph(words(wl.KIT_LEAD, context), "lead")
    else:
        yield Paragraph(words(wl.KIT_EMPTY, context), "lead")
    gateway = systems().get(found.gateway)
    if gateway and not for_system(gateway.id):
        yield Paragraph(words(wl.KIT_NO_WAYS, context, system=context.t(gateway.name)))


def _read(found: Kit, context: Context) -> Iterator[Section]:
    if not found.entries.findings and not found.entries.given:
        return
    rows = (
        (words(wl.KIT_GIVEN, context), str(found.entries.given)),
        (words(wl.KIT_NETWORKS, context), str(len(found.entries))),
        (words(wl.KIT_ADDRESSES, context), f"{found.entries.addresses:,}".replace(",", " ")),
    )
    yield Section(
        words(wl.KIT_READ, context), (Facts(rows), *_findings(found.entries.findings, context)), "read"
    )


def _findings(findings: Iterable[Finding], context: Context) -> Iterator[Bullets]:
    """The weightiest first; many of one kind are cut short, with their number."""
    ordered = sorted(findings, key=lambda one: (_ORDER.index(_message(one).severity), one.code, one.line))
    items: list[Text] = []
    for _, group in groupby(ordered, key=lambda one: one.code):
        same = list(group)
        items += [_finding(one, context) for one in same[:MOST_SHOWN]]
        if len(same) > MOST_SHOWN:
            items.append(words(wl.AND_MORE, context, count=len(same) - MOST_SHOWN))
    if items:
        yield Bullets(tuple(items))


def _finding(one: Finding, context: Context) -> Text:
    text = context.t(_message(one).text)
    if not one.line:
        return Words(text, one.args)
    return Words(f"{context.t(wl.LINE)} {text}", {**one.args, "line": str(one.line)})


def _message(one: Finding) -> Message:
    return MESSAGES[Code(one.code)]


def _compared(found: Kit, context: Context) -> Iterator[Section]:
    if found.compared:
        yield Section(words(wl.KIT_SPF, context), tuple(_findings(found.compared, context)))


def _no_domain(found: Kit, context: Context) -> Iterator[Section]:
    if found.wish.domain:
        return
    yield Section(
        words(wl.KIT_NO_DOMAIN, context),
        (
            Paragraph(words(wl.KIT_NO_DOMAIN_TEXT, context)),
            File(
                words(SYNTAX["values"], context),
                "".join(f"{name}\n" for name in DEFAULTS),
                "shared-names.txt",
            ),
            Paragraph(words(wl.KIT_CONNECT, context)),
        ),
    )


def _choices(found: Kit, context: Context) -> Iterator[Block]:
    warned = False
    for number, choice in enumerate(found.choices, start=1):
        if choice.row.by == "ip" and not warned:
            warned = True
            yield Paragraph(words(wl.KIT_SHARED if found.wish.shared else wl.KIT_OWN, context), "warning")
        yield _choice(number, choice, found, context)


def _choice(number: int, choice: Choice, found: Kit, context: Context) -> Section:
    row = choice.row
    system = systems().get(row.system)
    title = context.t(row.title)
    name = f"{context.t(system.name)}: {title}" if system and found.gateway else title
    facts = Facts(
        (
            (words(wl.RISK, context), words(RANKS[row.rank], context)),
            (words(wl.GOES_BY, context), words(MATCHES[row.matches], context)),
            (words(wl.LETS_PAST, context), words(row.why, context)),
            (words(wl.VENDOR_SAYS, context), words(row.note, context)),
        )
    )
    blocks: list[Block] = [Paragraph(words(text, context)) for text in row.text]
    blocks += _files(choice.output, row.syntax, context)
    blocks += _setup(row.id, choice.output, context)
    blocks.append(facts)
    blocks += _refused(choice.output, context)
    blocks += _sources(choice)
    blocks += _system_page(choice, found, context)
    return Section(Words(f"{number}. {name}"), tuple(blocks), "way")


def _files(output: Output, syntax: str, context: Context) -> Iterator[File]:
    for number, text in enumerate(output.parts, start=1):
        stem, _, ending = output.filename.rpartition(".")
        filename = output.filename if len(output.parts) == 1 else f"{stem}-{number}.{ending}"
        yield File(words(SYNTAX[syntax], context), text, filename)


def _setup(format_id: str, output: Output, context: Context) -> Iterator[File]:
    if format_id in SETUP and output.parts:
        place, text = SETUP[format_id]
        yield File(words(wl.ADD_TO, context, place=place), text, place.rpartition("/")[2])


def _refused(output: Output, context: Context) -> Iterator[Fold]:
    if not output.refused:
        return
    rows: list[tuple[Text, ...]] = [
        (str(one.network), words(UNFIT[one.reason], context)) for one in output.refused[:MOST_SHOWN]
    ]
    left = len(output.refused) - MOST_SHOWN
    if left > 0:
        rows.append((words(wl.AND_MORE, context, count=left), ""))
    title = words(wl.LEFT_OUT, context, count=len(output.refused))
    yield Fold(title, (Table(title, (words(wl.NETWORK, context), words(wl.REASON, context)), tuple(rows)),))


def _sources(choice: Choice) -> Iterator[Cited]:
    yield Cited(choice.row.source)
    if choice.row.syntax_source is not choice.row.source:
        yield Cited(choice.row.syntax_source)
    if choice.row.limit_source is not None:
        yield Cited(choice.row.limit_source)


def _system_page(choice: Choice, found: Kit, context: Context) -> Iterator[Action]:
    """The system's own page, once: under the first of its ways."""
    first = next(one for one in found.choices if one.row.system == choice.row.system)
    if choice is first and choice.row.system:
        name = context.t(systems()[choice.row.system].name)
        yield Action(words(wl.SYSTEM_PAGE, context, system=name), f"systems/{choice.row.system}")


def _not_to_do(context: Context) -> Section:
    return Section(
        words(w.NOT_TO_ASK, context), (Bullets(tuple(words(text, context) for text in NOT_TO_DO)),)
    )


def _review(found: Kit, context: Context) -> Section:
    day = w.written(found.review, context.t)
    about = found.wish.domain or wl.THE_SENDER
    title = context.t(wl.REVIEW_EVENT, sender=context.t(about))
    text = calendar(found.review, found.made, title, context.t(wl.REVIEW_EVENT_TEXT))
    return Section(
        words(wl.REVIEW, context),
        (
            Paragraph(words(wl.REVIEW_TEXT, context, day=day)),
            File(words(wl.REVIEW_FILE, context), text.replace("\r\n", "\n"), "review.ics", "text/calendar"),
        ),
    )
