"""The list that is being read: a page has one, and asks about it again when a button is pressed."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from checker.contacts.model import Looked, Result
from checker.contacts.read import Reader
from checker.tables.load import system_of_address


class Held:
    """A list, what has been looked up about its domains, and which of them are to be asked about next."""

    def __init__(self) -> None:
        self.reader = Reader(system_of_address)
        self.looked: dict[str, Looked] = {}
        self.queue: list[str] = []
        self.asked_for = 0


def feed(piece: str | bytes, *, begin: bool) -> int:
    """Take a piece, the first of a list or a following one, and say how many rows there are so far."""
    if begin:
        forget()
    _held().reader.feed(piece)
    return _held().reader.rows


def finish() -> Result:
    """What the list says, with what has been looked up."""
    return _held().reader.finish(_held().looked)


def enqueue(domains: Iterable[str]) -> None:
    """Begin to look these up."""
    _held().queue = list(domains)
    _held().asked_for = len(_held().queue)


def take_in(answers: Mapping[str, Looked]) -> None:
    """Keep what has been answered."""
    _held().looked.update(answers)
    _held().queue = [domain for domain in _held().queue if domain not in answers]


def next_up(most: int) -> Sequence[str]:
    """The domains to ask about now."""
    return _held().queue[:most]


def progress() -> tuple[int, int]:
    """How many of the domains to look up have been answered for, and how many they are."""
    return _held().asked_for - len(_held().queue), _held().asked_for


def holds() -> bool:
    """Whether anything was fed; not so in a worker that has taken the place of the one that was."""
    return _held.cache_info().currsize > 0


def forget() -> None:
    """Hold nothing, as at first."""
    _held.cache_clear()


@cache
def _held() -> Held:
    return Held()
