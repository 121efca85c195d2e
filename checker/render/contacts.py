"""A recipient list as a report: the pattern first, then the counts, each with what to do."""

from collections.abc import Iterable, Iterator

from checker.contacts.export import group_rows, write_table
from checker.contacts.model import FAILED, STATUSES, Code, Group, Kind, Result, Status
from checker.messages.bounce import MESSAGES as BOUNCES
from checker.messages.contacts import ALL_DELIVERED, KINDS, MESSAGES, PATTERNS, STATUS_ADVICE
from checker.messages.contacts import STATUSES as STATUS_WORDS
from checker.render import words as w
from checker.render import words_lists as wl
from checker.render.contact_groups import (
    MOST_SHOWN,
    group_name,
    look_up_section,
    number,
    organisation_section,
    share,
    system_section,
)
from checker.render.contact_ways import answers_of_pattern, system_named, way_on
from checker.render.context import Context
from checker.render.report import (
    Action,
    Again,
    Bar,
    Bars,
    Block,
    Bullets,
    File,
    Paragraph,
    Report,
    Section,
    Text,
    Words,
    words,
)
from checker.smtp.model import Kind as BounceKind
from checker.smtp.read import read as read_bounce


def reading(result: Result, context: Context, *, with_addresses: bool = False) -> Report:
    """What the list says; that it is no list is a result like any other.

    `with_addresses` adds those whom it did not reach; until then there is only the button that asks.
    """
    if result.kind is not Kind.LIST:
        return Report(words(wl.LIST_TITLE, context), (Paragraph(words(KINDS[result.kind], context), "lead"),))
    parts = (
        _pattern(result, context),
        _statuses(result, context),
        *system_section(result, context),
        *look_up_section(result, context),
        *organisation_section(result, context),
        *_reasons(result, context),
        *_quiet(result, context),
        *_remarks(result, context),
        _export(result, context),
        *_addresses(result, context, asked=with_addresses),
    )
    return Report(words(wl.LIST_TITLE, context), parts)


def _pattern(result: Result, context: Context) -> Section:
    common, message = result.common, PATTERNS[result.common.pattern]
    fields = {
        "affected": number(common.affected),
        "of": number(common.of),
        "group": group_name(common.group, context),
    }
    more = f"[{context.t(w.GUIDE)}]({message.guide})"
    blocks: list[Block] = []
    if common.all_delivered and common.of > 1:
        blocks.append(Paragraph(words(ALL_DELIVERED, context)))
    blocks.append(Paragraph(Words(f"{context.t(message.text)} {more}", fields)))
    blocks += _go_on(result, context)
    return Section(words(message.title, context), tuple(blocks), "verdict")


def _go_on(result: Result, context: Context) -> Iterator[Action]:
    """The checker with the answers that the list gives."""
    answers = answers_of_pattern(result)
    if answers:
        yield Action(words(wl.LIST_GO_ON, context), "check", way_on(answers))


def _statuses(result: Result, context: Context) -> Section:
    """How far it came: the chart says as well what each status means."""
    everyone = result.everyone
    rows = [
        _bar(STATUS_WORDS[status], everyone.of(status), everyone, context, STATUS_ADVICE[status], status)
        for status in STATUSES
        if everyone.of(status)
    ]
    if everyone.opened:
        rows.append(_bar(wl.OPENED, everyone.opened, everyone, context))
    total = words(wl.ALL_TOGETHER, context, count=number(everyone.total))
    return Section(words(wl.BY_STATUS, context), (Paragraph(total), Bars(tuple(rows))))


def _bar(
    label: str, count: int, everyone: Group, context: Context, advice: str = "", status: Status | None = None
) -> Bar:
    colour = "failed" if status in FAILED else "open" if status is Status.UNKNOWN else "reached"
    remark: Text = words(advice, context) if advice else ""
    shares = ((colour, count / everyone.total),)
    return Bar(words(label, context), share(count, everyone.total), shares, remark)


def _reasons(result: Result, context: Context) -> Iterator[Section]:
    """The reasons in the list's own words, each with what it means; a table would be too wide for a phone."""
    most = max((reason.count for reason in result.reasons), default=0)
    rows: list[Bar] = []
    for reason in result.reasons[:MOST_SHOWN]:
        name: Text = reason.text or words(wl.OTHER_REASONS, context)
        status = context.t(STATUS_WORDS[reason.status])
        value = Words(f"{number(reason.count)} – {status}")
        rows.append(Bar(name, value, (("failed", reason.count / most),), _meaning(reason.text, context)))
    if rows:
        yield Section(words(wl.BY_REASON, context), (Bars(tuple(rows)),))


def _meaning(text: str, context: Context) -> Text:
    """What the bounce reader makes of the reason, in its own words."""
    found = read_bounce(text[:500]) if text else None
    if found is None or found.kind is BounceKind.NOT_A_BOUNCE or not found.recipients:
        return ""
    message = BOUNCES[found.recipients[0].reason]
    return Words(f"{context.t(message.title)} {context.t(message.what_to_do)}")


def _quiet(result: Result, context: Context) -> Iterator[Section]:
    if not result.quiet:
        return
    names: tuple[Text, ...] = tuple(
        words(wl.QUIET_ROW, context, name=group.id, count=group.of(Status.DELIVERED))
        for group in result.quiet[:MOST_SHOWN]
    )
    yield Section(words(wl.QUIET, context), (Paragraph(words(wl.QUIET_TEXT, context)), Bullets(names)))


def _remarks(result: Result, context: Context) -> Iterator[Section]:
    items = tuple(words(MESSAGES[Code(one.code)], context, **one.args) for one in result.findings)
    if items:
        yield Section(words(wl.ABOUT_FILE, context), (Bullets(items),))


def _export(result: Result, context: Context) -> Section:
    return Section(
        words(wl.KEEP, context),
        (
            Paragraph(words(wl.KEEP_TEXT, context)),
            File(words(wl.KEEP_FILE, context), counts_file(result, context), wl.FILE_OF_COUNTS, "text/csv"),
        ),
    )


def _addresses(result: Result, context: Context, *, asked: bool) -> Iterator[Block]:
    title = words(wl.WITH_ADDRESSES, context)
    if result.kept and not asked:
        yield Again(title, "addresses")
    elif result.kept:
        blocks: list[Block] = [Paragraph(words(wl.ADDRESSES_TEXT, context))]
        left = result.everyone.failed - len(result.kept)
        if left > 0:
            blocks.append(Paragraph(words(wl.MORE_ADDRESSES, context, count=number(left))))
        blocks.append(File(title, addresses_file(result, context), wl.FILE_OF_ADDRESSES, "text/csv"))
        yield Section(title, tuple(blocks))


def addresses_file(result: Result, context: Context) -> str:
    """One row for each of those not reached, safe to open in a spreadsheet; lines end in a line feed."""
    heads = (w.BOUNCE_ADDRESS, wl.ORGANISATION, wl.SYSTEM, wl.STATUS, wl.REASON)
    rows = (
        (
            one.address,
            one.domain,
            group_name(system_named(one.domain, result), context),
            context.t(STATUS_WORDS[one.status]),
            one.reason,
        )
        for one in result.kept
    )
    return write_table([[context.t(head) for head in heads], *rows], end="\n")


def counts_file(result: Result, context: Context) -> str:
    """Every group with its counts and no address, safe to open in a spreadsheet; lines end in a line feed."""
    head = (wl.GROUP, *(STATUS_WORDS[status] for status in STATUSES), wl.OPENED)
    groups = (*_renamed(result.systems, context), *result.organisations)
    return write_table([[context.t(text) for text in head], *group_rows(groups)], end="\n")


def _renamed(groups: Iterable[Group], context: Context) -> Iterator[Group]:
    for group in groups:
        yield Group(group_name(group.id, context), group.counts, group.opened)
