"""The list that is being read: a page has one, and asks about it again when a button is pressed."""

from functools import cache

from checker.contacts.model import Result
from checker.contacts.read import Reader
from checker.tables.load import system_of_address


def feed(piece: str | bytes, *, begin: bool) -> int:
    """Take a piece, the first of a list or a following one, and say how many rows there are so far."""
    if begin:
        forget()
    _reader().feed(piece)
    return _reader().rows


def finish() -> Result:
    """What the list says."""
    return _reader().finish()


def holds() -> bool:
    """Whether anything was fed; not so in a worker that has taken the place of the one that was."""
    return _reader.cache_info().currsize > 0


def forget() -> None:
    """Hold nothing, as at first."""
    _reader.cache_clear()


@cache
def _reader() -> Reader:
    return Reader(system_of_address)
