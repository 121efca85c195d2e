"""Which columns of a list say what: by their names, and by what stands in them."""

import pkgutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from checker.contacts.model import Status
from checker.contacts.rows import Row

SAMPLE = 200
"""Rows that are looked at to find the column of addresses."""
_NO = frozenset({"", "false", "0", "no", "nei", "nej", "n", "-", "none", "null", "usann", "falskt", "f"})
_ROLES = ("status", "sent", "delivered", "opened", "not_sent", "bounced", "bounce_reason")


@dataclass(frozen=True, slots=True)
class Layout:
    """Numbers of columns; `roles` holds those that the list has."""

    address: int
    roles: Mapping[str, tuple[int, ...]]
    heading: bool

    @property
    def tells_status(self) -> bool:
        """Say whether the list tells how far each e-mail came."""
        return any(
            role in self.roles for role in ("status", "delivered", "not_sent", "bounced", "bounce_reason")
        )

    @property
    def width(self) -> int:
        """The number of the last column that matters."""
        return max([self.address, *(column for columns in self.roles.values() for column in columns)])


@dataclass(frozen=True, slots=True)
class Said:
    """What one row says: its status, the reason in its own words, and whether an open is noted."""

    status: Status
    reason: str
    opened: bool


def find_layout(rows: Sequence[Row]) -> Layout | None:
    """Look at the first rows; None where no column has addresses."""
    if not rows:
        return None
    heading = not any("@" in cell for cell in rows[0])
    names = [_plain(cell) for cell in rows[0]] if heading else []
    address = _address(names, rows[1:SAMPLE] if heading else rows[:SAMPLE])
    if address is None:
        return None
    found = {role: tuple(_columns(role, names)) for role in _ROLES}
    return Layout(address, {role: columns for role, columns in found.items() if columns}, heading)


def _address(names: Sequence[str], rows: Sequence[Row]) -> int | None:
    """A column with the name of one and addresses in it, else the column with most addresses."""
    held: dict[int, int] = {}
    for row in rows:
        for column, cell in enumerate(row):
            if "@" in cell:
                held[column] = held.get(column, 0) + 1
    named = [column for column in _columns("address", names) if column in held or not held]
    if named:
        return named[0]
    return max(held, key=lambda column: (held[column], -column)) if held else None


def _columns(role: str, names: Sequence[str]) -> list[int]:
    return [names.index(name) for name in _names()[role] if name in names]


def say(cells: Mapping[str, Sequence[str]]) -> Said:
    """What the cells of a row say together; a refusal goes before a delivery, which goes before a sending."""
    bounce_reason = _first(cells, "bounce_reason")
    not_sent_reason = _first(cells, "not_sent")
    opened = _yes(cells, "opened")
    if _yes(cells, "bounced"):
        return Said(Status.BOUNCED, bounce_reason, opened)
    if not_sent_reason:
        return Said(Status.NOT_SENT, not_sent_reason, opened)
    status = _by_word(cells)
    if status is not Status.UNKNOWN:
        return Said(status, bounce_reason if status in {Status.BOUNCED, Status.NOT_SENT} else "", opened)
    if _yes(cells, "delivered") or opened:
        return Said(Status.DELIVERED, "", opened)
    if bounce_reason:
        return Said(Status.BOUNCED, bounce_reason, opened)
    return Said(Status.PENDING if _yes(cells, "sent") else Status.UNKNOWN, "", opened)


def _by_word(cells: Mapping[str, Sequence[str]]) -> Status:
    return next(
        (_words()[word] for cell in cells.get("status", ()) if (word := _plain(cell)) in _words()),
        Status.UNKNOWN,
    )


def _yes(cells: Mapping[str, Sequence[str]], role: str) -> bool:
    """A word for yes, a number, or a date: anything but a word for no."""
    return any(_plain(cell) not in _NO for cell in cells.get(role, ()))


def _first(cells: Mapping[str, Sequence[str]], role: str) -> str:
    return next((cell.strip() for cell in cells.get(role, ()) if _plain(cell) not in _NO), "")


def _plain(cell: str) -> str:
    return " ".join(cell.lower().split())


@cache
def _names() -> Mapping[str, tuple[str, ...]]:
    names: dict[str, tuple[str, ...]] = {}
    for row in _table()["column"]:
        names[row["role"]] = (*names.get(row["role"], ()), *row["names"])
    return names


@cache
def _words() -> Mapping[str, Status]:
    return {word: Status(row["status"]) for row in _table()["word"] for word in row["words"]}


@cache
def _table() -> dict[str, Any]:
    import tomllib  # here, as in tables.load: nothing else of the checker needs it at once

    data = pkgutil.get_data("checker", "tables/contact_columns.toml")
    if data is None:
        raise FileNotFoundError("contact_columns")
    return tomllib.loads(data.decode())
