"""The way of an e-mail from server to server: a picture with the waits between, and its twin, a table."""

from checker.headers.dates import iso
from checker.headers.model import Hop, Reading
from checker.headers.received import moment_span
from checker.render import header_words as w
from checker.render.context import Context
from checker.render.escape import escape
from checker.render.report import Block, Figure, Paragraph, Table, Text, words
from checker.render.svg import LINE, Box, rectangle, text_lines, wrap

_MOST_DRAWN = 12
_WIDTH, _CHARACTERS, _PAD, _GAP = 320, 34, 20, 34
_LONGEST_NAME = 120


def way(read: Reading, context: Context) -> tuple[Block, ...]:
    """The picture, the table, and how long it took."""
    if not read.hops:
        after = read.summary.seconds if read.summary else -1
        told = (words(w.DELIVERED_AFTER, context, time=duration(after, context)),) if after >= 0 else ()
        return tuple(Paragraph(text) for text in (*told, words(w.NO_WAY, context)))
    span = moment_span(read.hops)
    total = (Paragraph(words(w.ALL_TOGETHER, context, time=duration(span, context))),) if span else ()
    return (*total, Figure(_picture(read, context)), _table(read, context))


def duration(seconds: float, context: Context) -> str:
    """A length of time in words."""
    whole = round(seconds)
    if whole < 1:
        return context.t(w.AT_ONCE)
    if whole < 120:
        return context.t(w.SECONDS, count=whole)
    minutes = whole // 60
    if minutes < 120:
        return context.t(w.MINUTES, count=minutes)
    if minutes < 48 * 60:
        return context.t(w.HOURS, count=minutes // 60, minutes=minutes % 60)
    return context.t(w.DAYS, count=minutes // 1440, hours=minutes % 1440 // 60)


def _took(hop: Hop, context: Context) -> str:
    if hop.delay is None:
        return context.t(w.NOT_KNOWN)
    return context.t(w.CLOCKS) if hop.delay < -1 else duration(max(hop.delay, 0), context)


def _table(read: Reading, context: Context) -> Table:
    head = tuple(words(name, context) for name in (w.HOP, w.FROM, w.BY, w.WHEN, w.TOOK))
    rows: list[tuple[Text, ...]] = []
    for number, hop in enumerate(read.hops, start=1):
        when = iso(hop.time) if hop.time is not None else context.t(w.NOT_KNOWN)
        took = "" if number == 1 else _took(hop, context)
        rows.append((str(number), _short(hop.from_), _short(hop.by), when, took))
    return Table(words(w.WAY_CAPTION, context), head, tuple(rows))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_NAME else f"{text[:_LONGEST_NAME]}…"


def _picture(read: Reading, context: Context) -> str:
    """A box for each server that took it over, the wait on the line between; it fits a phone as it is."""
    hops = read.hops[-_MOST_DRAWN:]
    boxes: list[tuple[Box, Hop]] = []
    y = 2.0
    for hop in hops:
        lines = wrap(_fitting(hop.by_host) or context.t(w.NOT_KNOWN), _CHARACTERS)
        if hop.line == read.receiver.line:
            lines += wrap(context.t(w.TRUST_LINE), _CHARACTERS)
        box = Box(2, y, _WIDTH - 4, LINE * len(lines) + _PAD, lines)
        boxes.append((box, hop))
        y += box.height + _GAP
    height = y - _GAP + 2
    name = escape(context.t(w.PICTURE))
    drawn = "".join(_server(box, hop, number, context) for number, (box, hop) in enumerate(boxes))
    return (
        f'<svg class="fr-hops" viewBox="0 0 {_WIDTH} {height:g}" width="{_WIDTH}" height="{height:g}" '
        f'role="img" aria-label="{name}">{drawn}</svg>'
    )


def _fitting(host: str) -> str:
    """As much of a name as a box holds; its end tells most about whose it is."""
    return host if len(host) <= _CHARACTERS else f"…{host[1 - _CHARACTERS :]}"


def _server(box: Box, hop: Hop, number: int, context: Context) -> str:
    shape = rectangle(box, "fr-box fr-box-question") + text_lines(box, css="fr-box-text", anchor="middle")
    if not number:
        return shape
    middle = box.x + box.width / 2
    label = Box(middle, box.y - _GAP, box.width / 2, _GAP, (_took(hop, context),))
    path = f'<path class="fr-edge" d="M{middle:g} {box.y - _GAP:g}V{box.y:g}"/>'
    return f"{path}{text_lines(label, css='fr-box-text')}{shape}"
