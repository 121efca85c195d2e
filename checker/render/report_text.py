"""A report as plain text, for a terminal or a mail to a colleague."""

import re
from collections.abc import Iterator

from checker.render import words
from checker.render.context import Context
from checker.render.inline import to_plain
from checker.render.report import (
    Action,
    Again,
    Bars,
    Block,
    Bullets,
    Cited,
    Facts,
    Figure,
    File,
    Fold,
    Paragraph,
    Quote,
    Report,
    Section,
    Table,
    Text,
    filled,
)

# Control characters move the cursor or change colours; bidi controls show one text and mean another.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def report_text(report: Report, context: Context) -> str:
    """Write the report; nothing of the input can steer a terminal."""
    title = _text(report.title)
    lines = [title, "=" * len(title), "", *_blocks(report.blocks, context, 1)]
    return "\n".join(lines).rstrip() + "\n"


def _text(text: Text) -> str:
    """One line's text; line breaks from outside become blanks."""
    return " ".join(filled(text, to_plain, _safe).split())


def _safe(text: str) -> str:
    return _UNSEEN.sub("\N{REPLACEMENT CHARACTER}", text)


def _blocks(blocks: tuple[Block, ...], context: Context, level: int) -> Iterator[str]:
    for block in blocks:
        yield from _block(block, context, level)


def _block(block: Block, context: Context, level: int) -> Iterator[str]:
    match block:
        case Section() | Fold():
            yield f"{'#' * (level + 1)} {_text(block.title)}"
            yield ""
            yield from _blocks(block.blocks, context, level + 1)
        case Figure() | Again():
            return
        case Cited():
            yield _source(block, context)
            yield ""
        case Action():
            yield f"→ {_text(block.label)}: {block.address(context)}"
            yield ""
        case File():
            yield f"{'#' * (level + 1)} {_text(block.title)}"
            yield from ("", _safe(block.text).rstrip("\n"), "")
        case _:
            yield from _flat(block)
            yield ""


def _flat(block: Paragraph | Bullets | Facts | Table | Quote | Bars) -> Iterator[str]:
    match block:
        case Paragraph():
            yield _text(block.text)
        case Bullets():
            for number, item in enumerate(block.items, 1):
                yield f"{f'{number}.' if block.numbered else '-'} {_text(item)}"
        case Facts():
            yield from (f"{_text(name)}: {_text(value)}" for name, value in block.rows if value != "")
        case Table():
            yield from _table(block)
        case Bars():
            for bar in block.rows:
                yield f"{_text(bar.label)}: {_text(bar.value)}"
                yield from (f"  {_text(remark)}" for remark in (bar.remark,) if remark)
        case Quote():
            yield f"{_text(block.title)} {_text(block.where)}".rstrip()
            yield from (f"  > {_safe(line)}".rstrip() for line in block.text.split("\n"))


def _table(table: Table) -> Iterator[str]:
    """Columns side by side, each as wide as its widest cell."""
    rows = [tuple(map(_text, row)) for row in (table.head, *table.rows)]
    widths = [max(len(row[column]) for row in rows if column < len(row)) for column in range(len(table.head))]
    yield _text(table.caption)
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False)).rstrip()


def _source(cited: Cited, context: Context) -> str:
    source = cited.source
    name = f"{context.t(source.title)} ({source.url})" if source.url else context.t(source.title)
    return context.t(words.SOURCE, source=name, date=words.written(source.checked, context.t))
