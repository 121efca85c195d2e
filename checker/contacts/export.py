"""Writing tables that are safe to open in a spreadsheet, with the addresses or without them."""

import csv
import io
from collections.abc import Iterable, Sequence

from checker.contacts.model import Group

_FORMULA = tuple("=+-@\t\r\n＝＋－＠|%")
"""What a spreadsheet may take for the beginning of a formula, full-width signs among them."""


def safe(cell: str) -> str:
    """A cell that no spreadsheet will run: an apostrophe before whatever could begin a formula."""
    plain = cell.replace("\x00", "")
    start = plain.lstrip(" \u00a0\u200b\ufeff'\"")
    return f"'{plain}" if start.startswith(_FORMULA) or plain.startswith(_FORMULA) else plain


def write_table(rows: Iterable[Sequence[str]], delimiter: str = ",", end: str = "\r\n") -> str:
    """Rows as CSV, as RFC 4180 wants it if nothing else is asked for; every cell is made safe."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator=end)
    writer.writerows([safe(cell) for cell in row] for row in rows)
    return text.getvalue()


def group_rows(groups: Iterable[Group]) -> Iterable[tuple[str, ...]]:
    """One row for each group: its name, its counts in the order of the statuses, and the opens."""
    for group in groups:
        yield (group.id, *map(str, group.counts), str(group.opened))
