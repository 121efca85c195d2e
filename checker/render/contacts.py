"""A recipient list as a report: the pattern first, then the counts, each with what to do."""

from collections.abc import Iterable, Iterator, Mapping

from checker.contacts.export import group_rows, write_table
from checker.contacts.model import FAILED, STATUSES, Code, Group, Kind, Result, Status
from checker.messages.bounce import MESSAGES as BOUNCES
from checker.messages.contacts import (
    ALL_DELIVERED,
    KINDS,
    MANY_PATTERN,
    MESSAGES,
    PATTERNS,
    SCOPE,
    STATUS_ADVICE,
    STATUS_ANSWERS,
)
from checker.messages.contacts import STATUSES as STATUS_WORDS
from checker.render import words as w
from checker.render import words_lists as wl
from checker.render.context import Context
from checker.render.report import (
    Action,
    Again,
    Block,
    Bullets,
    Facts,
    File,
    Paragraph,
    Report,
    Section,
    Table,
    Text,
    Words,
    words,
)
from checker.smtp.model import Kind as BounceKind
from checker.smtp.read import read as read_bounce
from checker.tables.load import system_of_address, systems
from checker.tree.definition import TREE
from checker.tree.walk import format_state, lead

MOST_SHOWN = 25
"""Rows of a table; the rest is in the file."""


def reading(result: Result, context: Context, *, with_addresses: bool = False) -> Report:
    """What the list says; that it is no list is a result like any other.

    `with_addresses` adds those whom it did not reach; until then there is only the button that asks.
    """
    if result.kind is not Kind.LIST:
        return Report(words(wl.LIST_TITLE, context), (Paragraph(words(KINDS[result.kind], context), "lead"),))
    parts = (
        _pattern(result, context),
        _statuses(result, context),
        *_reasons(result, context),
        *_systems(result, context),
        *_organisations(result, context),
        *_quiet(result, context),
        *_remarks(result, context),
        _export(result, context),
        *_addresses(result, context, asked=with_addresses),
    )
    return Report(words(wl.LIST_TITLE, context), parts)


def _pattern(result: Result, context: Context) -> Section:
    common, message = result.common, PATTERNS[result.common.pattern]
    fields = {
        "affected": str(common.affected),
        "of": str(common.of),
        "group": _group_name(common.group, context),
    }
    more = f"[{context.t(w.GUIDE)}]({message.guide})"
    blocks: list[Block] = []
    if common.all_delivered and common.of > 1:
        blocks.append(Paragraph(words(ALL_DELIVERED, context)))
    blocks.append(Paragraph(Words(f"{context.t(message.text)} {more}", fields)))
    blocks += _go_on(result, context)
    return Section(words(message.title, context), tuple(blocks), "verdict")


def _group_name(group: str, context: Context) -> str:
    system = systems().get(group)
    return context.t(system.name) if system else group


def _go_on(result: Result, context: Context) -> Iterator[Action]:
    """The checker with the answers that the list gives."""
    answers = answers_of(result)
    if answers:
        state = lead(TREE.start, {"role": "marketer", **answers}, TREE)
        yield Action(words(wl.LIST_GO_ON, context), "check", format_state(state, TREE))


def answers_of(result: Result) -> Mapping[str, str]:
    """The answers of the tree that a list gives: how many, what the status is for most, what they share."""
    scope = SCOPE.get(result.common.pattern)
    if scope is None:
        return {}
    answers = {scope.question: scope.option}
    most = _most(result)
    if most is not None and most in STATUS_ANSWERS:
        question = "many_status" if scope.option == "many" else "status"
        answers[question] = STATUS_ANSWERS[most]
    shared = MANY_PATTERN.get(result.common.pattern)
    if shared:
        answers[shared.question] = shared.option
    return answers


def _most(result: Result) -> Status | None:
    """The status of most of those affected."""
    if result.common.all_delivered:
        return Status.DELIVERED
    most = max(FAILED, key=result.everyone.of)
    return most if result.everyone.of(most) else None


def _statuses(result: Result, context: Context) -> Section:
    everyone = result.everyone
    told = [status for status in STATUSES if everyone.of(status)]
    rows = [
        (words(STATUS_WORDS[status], context), _share(everyone.of(status), everyone.total)) for status in told
    ]
    if everyone.opened:
        rows.append((words(wl.OPENED, context), _share(everyone.opened, everyone.total)))
    rows.append((words(wl.ALL, context), _number(everyone.total)))
    advice = tuple(
        Words(f"**{context.t(STATUS_WORDS[status])}:** {context.t(STATUS_ADVICE[status])}") for status in told
    )
    return Section(words(wl.BY_STATUS, context), (Facts(tuple(rows)), Bullets(advice)))


def _number(count: int) -> str:
    return f"{count:,}".replace(",", "\N{NO-BREAK SPACE}")


def _share(count: int, of: int) -> str:
    return f"{_number(count)} ({100 * count / of:.0f}\N{NO-BREAK SPACE}%)" if of else _number(count)


def _reasons(result: Result, context: Context) -> Iterator[Section]:
    if not result.reasons:
        return
    rows: list[tuple[Text, ...]] = []
    for reason in result.reasons[:MOST_SHOWN]:
        text: Text = reason.text or words(wl.OTHER_REASONS, context)
        status = words(STATUS_WORDS[reason.status], context)
        rows.append((text, status, _number(reason.count), _meaning(reason.text, context)))
    head = tuple(words(text, context) for text in (wl.REASON, wl.STATUS, wl.COUNT, wl.WHAT_TO_DO))
    yield Section(words(wl.BY_REASON, context), (Table(words(wl.BY_REASON, context), head, tuple(rows)),))


def _meaning(text: str, context: Context) -> Text:
    """What the bounce reader makes of the reason, in its own words."""
    found = read_bounce(text[:500]) if text else None
    if found is None or found.kind is BounceKind.NOT_A_BOUNCE or not found.recipients:
        return ""
    message = BOUNCES[found.recipients[0].reason]
    return Words(f"{context.t(message.title)} {context.t(message.what_to_do)}")


def _systems(result: Result, context: Context) -> Iterator[Section]:
    if not result.systems:
        return
    named = [(_link(group.id, context), group) for group in result.systems[:MOST_SHOWN]]
    blocks = (
        Paragraph(words(wl.BY_SYSTEM_TEXT, context)),
        _table(wl.BY_SYSTEM, wl.SYSTEM, named, context),
    )
    yield Section(words(wl.BY_SYSTEM, context), blocks)


def _link(system_id: str, context: Context) -> Text:
    system = systems().get(system_id)
    return Words(f"[{context.t(system.name)}](systems/{system.id})") if system else system_id


def _organisations(result: Result, context: Context) -> Iterator[Section]:
    if not result.organisations and not result.private.total:
        return
    named: list[tuple[Text, Group]] = [(group.id, group) for group in result.organisations[:MOST_SHOWN]]
    left = result.organisations[MOST_SHOWN:]
    for title, group in ((wl.FURTHER, _sum((*left, result.others))), (wl.PRIVATE, result.private)):
        if group.total:
            named.append((words(title, context), group))
    blocks: list[Block] = [_table(wl.BY_ORGANISATION, wl.ORGANISATION, named, context)]
    if result.unknown:
        blocks.append(Paragraph(words(wl.UNKNOWN_SYSTEMS, context, count=_number(len(result.unknown)))))
    yield Section(words(wl.BY_ORGANISATION, context), tuple(blocks))


def _sum(groups: Iterable[Group]) -> Group:
    every = list(groups)
    counts = tuple(sum(group.counts[column] for group in every) for column in range(len(STATUSES)))
    return Group("", counts, sum(group.opened for group in every))


def _table(caption: str, first: str, named: Iterable[tuple[Text, Group]], context: Context) -> Table:
    every = list(named)
    shown = [status for status in STATUSES if any(group.of(status) for _, group in every)]
    head = (first, *(STATUS_WORDS[status] for status in shown), wl.ALL)
    rows = tuple(
        (name, *(_number(group.of(status)) for status in shown), _number(group.total))
        for name, group in every
    )
    return Table(words(caption, context), tuple(words(text, context) for text in head), rows)


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
            blocks.append(Paragraph(words(wl.MORE_ADDRESSES, context, count=_number(left))))
        blocks.append(File(title, addresses_file(result, context), wl.FILE_OF_ADDRESSES, "text/csv"))
        yield Section(title, tuple(blocks))


def addresses_file(result: Result, context: Context) -> str:
    """One row for each of those not reached, safe to open in a spreadsheet; lines end in a line feed."""
    heads = (w.BOUNCE_ADDRESS, wl.ORGANISATION, wl.SYSTEM, wl.STATUS, wl.REASON)
    rows = (
        (
            one.address,
            one.domain,
            _group_name(system_of_address(one.domain) or "", context),
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
        yield Group(_group_name(group.id, context), group.counts, group.opened)
