"""Finding the first of many phrases that a text has, without asking for each of them."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from checker.tables.bounces import Phrase, phrases

_GRAM = 4


@dataclass(frozen=True, slots=True)
class _Index:
    """Phrases by four letters of theirs, those that fewest others have; short ones are always asked for."""

    rows: Sequence[Phrase]
    by_gram: Mapping[str, Sequence[int]]
    short: Sequence[int]


@lru_cache(64)  # a bounce of many recipients says the same of each
def find_phrase(words: str, *, weak: bool, late: bool = False) -> Phrase | None:
    """Give the first phrase, in the order of the table, that the text has."""
    index = _index(weak, late)
    grams = {words[place : place + _GRAM] for place in range(len(words) - _GRAM + 1)}
    asked = [*index.short, *(row for gram in grams & index.by_gram.keys() for row in index.by_gram[gram])]
    return next((index.rows[row] for row in sorted(asked) if index.rows[row].fits(words)), None)


@cache
def _index(weak: bool, late: bool) -> _Index:
    rows = [phrase for phrase in phrases() if phrase.weak is weak and phrase.late is late]
    common = Counter(gram for row in rows for gram in set(_grams(row)))
    by_gram = defaultdict[str, list[int]](list)
    short: list[int] = []
    for number, row in enumerate(rows):
        rarest = min(_grams(row), key=lambda gram: common[gram], default="")
        (by_gram[rarest] if rarest else short).append(number)
    return _Index(rows, by_gram, short)


def _grams(phrase: Phrase) -> Iterator[str]:
    for piece in phrase.pieces:
        yield from (piece[place : place + _GRAM] for place in range(len(piece) - _GRAM + 1))
