"""The groups of a list: by mail system and by organisation, and what to ask the DNS about the rest."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from checker.contacts.model import STATUSES, Found, Group, Looked, Result
from checker.domain.many import MOST, askable
from checker.lookup.model import Cause
from checker.messages.contacts import STATUSES as STATUS_WORDS
from checker.render import words_lists as wl
from checker.render.contact_ways import system_named, ways_of
from checker.render.context import Context
from checker.render.domain_words import CAUSES
from checker.render.report import (
    Again,
    Bar,
    Bars,
    Block,
    Bullets,
    Paragraph,
    Section,
    Table,
    Text,
    Words,
    words,
)
from checker.tables.load import systems
from checker.tables.mx import receivers, resolvers

MOST_SHOWN = 25
"""Rows of a table; the rest is in the file."""
MOST_BARS = 8
MOST_ORGANISATIONS = 15
MOST_SAME = 10
"""Organisations that are shown where all was delivered: there the names tell little."""


def number(count: int) -> str:
    """A count as Norwegian writes it, which English readers understand as well."""
    return f"{count:,}".replace(",", "\N{NO-BREAK SPACE}")


def share(count: int, of: int) -> str:
    """A count with its share of all."""
    return f"{number(count)} ({100 * count / of:.0f}\N{NO-BREAK SPACE}%)" if of else number(count)


def group_name(group: str, context: Context) -> str:
    """The name of a mail system, or the domain itself."""
    system = systems().get(group)
    if system:
        return context.t(system.name)
    receiver = receivers().get(group)
    return receiver.name if receiver else group


def system_section(result: Result, context: Context) -> Iterator[Section]:
    """The mail systems: a chart of the largest, then all counts."""
    if not result.systems:
        return
    named = [(_link(group.id, context), group) for group in result.systems[:MOST_SHOWN]]
    blocks = (
        Paragraph(words(wl.BY_SYSTEM_TEXT, context)),
        _chart(result, context),
        _table(wl.SYSTEM_CAPTION, wl.SYSTEM, named, context),
    )
    yield Section(words(wl.BY_SYSTEM, context), blocks)


def _chart(result: Result, context: Context) -> Bars:
    """The systems with most people, and those whose system nobody knows."""
    largest = sorted(result.systems, key=lambda group: (-group.total, group.id))[:MOST_BARS]
    rows: list[tuple[Text, Group]] = [(group_name(group.id, context), group) for group in largest]
    rest = sum_of((result.everyone,)).total - sum(group.total for group in result.systems)
    longest = max([rest, *(group.total for group in largest)])
    bars = [_bar(name, group, result.everyone.total, longest, context) for name, group in rows]
    if rest:
        value = share(rest, result.everyone.total)
        bars.append(Bar(words(wl.SYSTEM_NOT_KNOWN, context), value, (("open", rest / longest),)))
    return Bars(tuple(bars))


def _bar(name: Text, group: Group, of: int, longest: int, context: Context) -> Bar:
    reached = (group.total - group.failed) / longest
    shares = (("reached", reached), ("failed", group.failed / longest))
    value: Text = share(group.total, of)
    if group.failed:
        value = words(wl.NOT_REACHED_OF, context, all=value, failed=number(group.failed))
    return Bar(name, value, tuple(one for one in shares if one[1]))


def _link(system_id: str, context: Context) -> Text:
    system = systems().get(system_id)
    if system is None:
        return group_name(system_id, context)
    return Words(f"[{context.t(system.name)}](systems/{system.id})")


def organisation_section(result: Result, context: Context) -> Iterator[Section]:
    """The organisations with most not reached, each with its way into the checker."""
    if not result.organisations and not result.private.total:
        return
    most = MOST_ORGANISATIONS if result.everyone.failed else MOST_SAME
    shown = [group for group in result.organisations if group.failed or not result.everyone.failed][:most]
    shown = shown or list(result.organisations[:MOST_SAME])
    left = [group for group in result.organisations if group not in shown]
    ways = ways_of(shown, result)
    named: list[tuple[Text, Group, Text]] = [
        (group.id, group, _next(group, ways.get(group.id, ""), result, context)) for group in shown
    ]
    for title, group in ((wl.FURTHER, sum_of((*left, result.others))), (wl.PRIVATE, result.private)):
        if group.total:
            named.append((words(title, context), group, ""))
    order = wl.ORGANISATION_CAPTION if result.everyone.failed else wl.ORGANISATION_LARGEST
    bars = _organisations(named, result.everyone.total, context)
    yield Section(words(wl.BY_ORGANISATION, context), (Paragraph(words(order, context)), bars))


def _next(group: Group, way: str, result: Result, context: Context) -> Text:
    """The group's own checklist, and the page of the system that receives for it."""
    checklist = f"[{context.t(wl.CHECKLIST)}](check#{way})" if way else ""
    system = system_named(group.id, result)
    if system not in systems():
        return Words(f"{checklist} {group_name(system, context)}".strip())
    page = f"[{context.t(systems()[system].name)}](systems/{system})"
    return Words(f"{checklist}, {page}" if checklist else page)


def _organisations(named: list[tuple[Text, Group, Text]], of: int, context: Context) -> Bars:
    """A table with the links in it would be too wide for a phone: the counts by status are in the file."""
    longest = max(group.total for _, group, _ in named)
    return Bars(
        tuple(replace(_bar(name, group, of, longest, context), remark=more) for name, group, more in named)
    )


def sum_of(groups: Iterable[Group]) -> Group:
    """Several groups as one."""
    every = list(groups)
    counts = tuple(sum(group.counts[column] for group in every) for column in range(len(STATUSES)))
    return Group("", counts, sum(group.opened for group in every))


def _table(caption: str, first: str, named: Iterable[tuple[Text, Group]], context: Context) -> Table:
    every = list(named)
    shown = [status for status in STATUSES if any(group.of(status) for _, group in every)]
    head = (first, *(STATUS_WORDS[status] for status in shown), wl.ALL)
    rows = tuple(
        (name, *(number(group.of(status)) for status in shown), number(group.total)) for name, group in every
    )
    return Table(words(caption, context), tuple(words(text, context) for text in head), rows)


def look_up_section(result: Result, context: Context) -> Iterator[Section]:
    """What has been looked up, what failed, and the buttons that ask about the rest."""
    count = len(askable(result.unknown))
    if not count and not result.looked:
        return
    blocks: list[Block] = [*_answered(result, context)]
    if count:
        blocks.append(Paragraph(words(wl.ASK_TEXT, context, count=number(count))))
        if count > MOST:
            blocks.append(Paragraph(words(wl.ASK_MOST, context, count=number(MOST)), "hint"))
        blocks += _buttons(min(count, MOST), context)
    yield Section(words(wl.ASK_TITLE, context), tuple(blocks))


def _buttons(count: int, context: Context) -> Iterator[Again]:
    for one in resolvers().values():
        text = wl.ASK_ABOUT if count > 1 else wl.ASK_ABOUT_ONE
        label = words(text, context, name=one.name, count=number(count))
        hint = words(wl.ASK_HINT, context, operator=context.t(one.operator), country=context.t(one.country))
        yield Again(label, f"{wl.ASK_BUTTON}{one.id}", hint)


def _answered(result: Result, context: Context) -> Iterator[Block]:
    found = Counter(one.found for one in result.looked.values())
    answered = sum(found.values()) - found[Found.FAILED]
    if result.looked:
        items = [words(wl.LOOKED_NAMED, context, count=number(found[Found.NAMED]), of=number(answered))]
        if found[Found.UNNAMED]:
            items.append(words(wl.LOOKED_UNNAMED, context, count=number(found[Found.UNNAMED])))
        items += _failures(result.looked.values(), context)
        yield Bullets(tuple(items))
    for kind, text in ((Found.NO_DOMAIN, wl.LOOKED_NO_DOMAIN), (Found.TAKES_NONE, wl.LOOKED_TAKES_NONE)):
        names = [domain for domain, one in result.looked.items() if one.found is kind]
        if names:
            yield Paragraph(words(text, context))
            yield Bullets(_first(names, context))


def _first(names: list[str], context: Context) -> tuple[Text, ...]:
    left = len(names) - MOST_SHOWN
    more = (words(wl.AND_MORE, context, count=number(left)),) if left > 0 else ()
    return (*sorted(names)[:MOST_SHOWN], *more)


def _failures(looked: Iterable[Looked], context: Context) -> Iterator[Words]:
    """No answer is not "unknown": it may be asked for again."""
    for cause, count in Counter(one.cause for one in looked if one.found is Found.FAILED).most_common():
        said = context.t(CAUSES[Cause(cause)])
        yield words(wl.LOOKED_FAILED, context, count=number(count), cause=said)
