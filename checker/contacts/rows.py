"""Text to rows, piece by piece, with the csv module; it pulls, so each piece ends in a line that tells."""

import csv
from collections.abc import Sequence
from itertools import chain

type Row = list[str]

DELIMITERS = (",", ";", "\t", "|")
BATCH = 65_536
"""Characters that are read at a time."""
LONGEST_ROW = 1_000_000
"""Characters: a quotation that is still open after so many was never meant to be one."""
_END = "\x00"
"""No cell of the text is like this: the decoder leaves no zero characters. A line of two ends a piece."""
_LOOKED_AT = 8


class Rows:
    """Push text in, take rows out; the delimiter is found in the first lines."""

    def __init__(self) -> None:
        self.delimiter = ""
        self.broken = 0
        self._waiting: list[str] = []
        self._size = 0

    def feed(self, text: str, *, last: bool = False) -> list[Row]:
        """Read what is complete; a row whose quotation is still open waits for more."""
        self._waiting.append(text)
        self._size += len(text)
        if self._size < BATCH and not last:
            return []
        return self._drain("".join(self._waiting), last=last)

    def _drain(self, text: str, *, last: bool) -> list[Row]:
        held = ""
        if not last and text.endswith("\r"):
            text, held = text[:-1], "\r"
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        held = lines.pop() + held if not last else ""
        if len(held) > LONGEST_ROW:  # a line without end is cut, so that it is not looked at again and again
            lines, held = [*lines, held], ""
        if not self.delimiter and (lines or last):
            lines = self._begin(lines)
        rows, left = self._read(lines, last=last)
        self._waiting = ["\n".join([*left, held])]
        self._size = 0  # so that a long row is looked at again only after another batch
        return rows

    def _begin(self, lines: list[str]) -> list[str]:
        """Excel's `sep=;` says it outright; else the sign that makes most columns."""
        first = lines[0].strip() if lines else ""
        if first.lower().startswith("sep=") and first[4:] in DELIMITERS:
            self.delimiter = first[4:]
            return lines[1:]
        some = [line for line in lines if line.strip()][:_LOOKED_AT]
        self.delimiter = max(DELIMITERS, key=lambda sign: _columns(some, sign))
        return lines

    def _read(self, lines: list[str], *, last: bool) -> tuple[list[Row], list[str]]:
        """The rows, and the lines of the one that is not complete; a quotation without end is none."""
        rows: list[Row] = []
        while lines:
            some, end, fault = self._rows(lines)
            rows += some
            if end == len(lines):
                break
            open_row = lines[end:]
            if not fault and not last and sum(map(len, open_row)) <= LONGEST_ROW:
                return rows, open_row
            self.broken += 1
            count = 1 if fault or last else len(open_row)
            rows += [line.split(self.delimiter) for line in open_row[:count]]
            lines = open_row[count:]
        return rows, []

    def _rows(self, lines: Sequence[str]) -> tuple[list[Row], int, bool]:
        """Complete rows, where the first incomplete one begins, and whether a cell in it is too long."""
        reader = csv.reader(chain(lines, (self._end(),)), delimiter=self.delimiter)
        try:
            rows = list(reader)
        except csv.Error:
            return self._slowly(lines)
        if rows and rows[-1] == [_END, _END]:
            return rows[:-1], len(lines), False
        return self._slowly(lines)

    def _end(self) -> str:
        """Two cells where no quotation is open, and one where it swallows them."""
        return f"{_END}{self.delimiter}{_END}"

    def _slowly(self, lines: Sequence[str]) -> tuple[list[Row], int, bool]:
        """The same, one row at a time, to know where the last one begins."""
        reader = csv.reader(chain(lines, (self._end(),)), delimiter=self.delimiter)
        rows: list[Row] = []
        end = 0
        try:
            for row in reader:
                if reader.line_num > len(lines):
                    return rows, end, False
                rows.append(row)
                end = reader.line_num
        except csv.Error:
            return rows, end, True
        return rows, end, False


def _columns(lines: Sequence[str], delimiter: str) -> tuple[int, int]:
    """How many columns all the lines have, then how many the first one has."""
    try:
        widths = [len(row) for row in csv.reader(lines, delimiter=delimiter) if row]
    except csv.Error:
        return (0, 0)
    return (min(widths), widths[0]) if widths else (0, 0)
