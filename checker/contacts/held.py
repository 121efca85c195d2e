"""The list that is being read: a page has one, and asks about it again when a button is pressed."""

from functools import cache

from checker.contacts.model import Result
from checker.contacts.read import Reader
from checker.tables.load import system_of_address


def feed(piece: str | bytes, *, begin: bool) -> int:
    """Take a piece, the first of a list or a following one, and say how many rows there are so far."""
    if begin:
        _reader.cache_clear()
    _reader().feed(piece)
    return _reader().rows


def finish() -> Result:
    """What the list says."""
    return _reader().finish()


@cache
def _reader() -> Reader:
    return Reader(system_of_address)
