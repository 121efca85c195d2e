"""Writing tables that are safe to open in a spreadsheet, with the addresses or without them."""

import csv
import io
from collections.abc import Iterable, Sequence

from checker.contacts.layout import say
from checker.contacts.model import Group, Status, SystemOf
from checker.contacts.stream import Stream

MARK = "\ufeff"
"""With it, Excel reads the file as UTF-8."""
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


class AddressExport:
    """A second pass over the file that writes a row for each address: `feed` and `finish` return text.

    `keep` chooses by status; nothing at all of what was read stays behind.
    """

    def __init__(self, system_of: SystemOf, keep: frozenset[Status], delimiter: str = ",") -> None:
        self._system_of = system_of
        self._keep = keep
        self._delimiter = delimiter
        self._stream = Stream()

    def feed(self, chunk: bytes | str) -> str:
        """Write the rows of a piece."""
        return self._write(self._stream.feed(chunk))

    def finish(self) -> str:
        """Write what is left."""
        return self._write(self._stream.feed("", last=True))

    def _write(self, rows: list[list[str]]) -> str:
        return write_table(filter(None, map(self._cells, rows)), self._delimiter)

    def _cells(self, row: list[str]) -> tuple[str, ...] | None:
        layout = self._stream.layout
        if layout is None or layout.address >= len(row) or "@" not in row[layout.address]:
            return None
        cells = {
            role: [row[column] if column < len(row) else "" for column in columns]
            for role, columns in layout.roles.items()
        }
        said = say(cells)
        address = row[layout.address].strip()
        domain = address.rpartition("@")[2].strip(" \t>\"').;,").lower()
        if said.status not in self._keep:
            return None
        return (address, domain, self._system_of(domain) or "", said.status.value, said.reason)
