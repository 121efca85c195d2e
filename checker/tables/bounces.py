"""The tables that the bounce reader asks: words, codes, marks; a fault in a table is our bug and raises."""

import pkgutil
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

GAP = " * "
_LONG_TITLE = 3
"""In blanks."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in lower case, in this order; what they mean, and an example that they are found in."""

    pieces: tuple[str, ...]
    means: str
    example: str
    weak: bool = False
    sure: bool = False
    late: bool = False

    def fits(self, text: str) -> bool:
        """Say whether a text in lower case has all the words, one after the other."""
        at = 0
        for piece in self.pieces:
            at = text.find(piece, at)
            if at < 0:
                return False
            at += len(piece)
        return True


@dataclass(frozen=True, slots=True)
class StatusMeaning:
    """What an enhanced status code tells of the reason; `weak` where words know better."""

    reason: str
    weak: bool


@dataclass(frozen=True, slots=True)
class Word:
    """A word of HubSpot's, and what it says of the e-mail."""

    word: str
    kind: str
    reason: str
    persistence: str


@cache
def phrases() -> tuple[Phrase, ...]:
    """Every phrase in the order in which they are asked, the registered titles of status codes among them."""
    return (*_phrases("bounce_phrases", "reason"), *_titles())


@cache
def marks(mark: str) -> tuple[Phrase, ...]:
    """Every phrase that is a mark of that sort."""
    return tuple(phrase for phrase in _phrases("bounce_marks", "mark") if phrase.means == mark)


@cache
def replies() -> Mapping[str, str]:
    """Every reply code, and the reason that it stands for by itself, or nothing."""
    return MappingProxyType({row["code"]: row.get("reason", "") for row in read("smtp_replies")["reply"]})


@cache
def statuses() -> Mapping[str, StatusMeaning]:
    """Every enhanced status code that tells of a reason; "X" stands for any class."""
    return MappingProxyType(
        {
            number: StatusMeaning(row["reason"], row.get("weak", False))
            for row in read("enhanced_status")["status"]
            if "reason" in row
            for number in _numbers(row["code"], row.get("last", row["code"]))
        }
    )


@cache
def hubspot_words() -> Mapping[str, Word]:
    """Every word of HubSpot's by itself."""
    rows = read("hubspot_reasons")["word"]
    return MappingProxyType(
        {row["word"]: Word(row["word"], row["kind"], row["reason"], row["persistence"]) for row in rows}
    )


def _phrases(table: str, key: str) -> Iterator[Phrase]:
    for group in read(table)["group"]:
        for pattern, example in group["rows"]:
            yield Phrase(
                tuple(pattern.split(GAP)),
                group[key],
                example,
                group.get("weak", False),
                group.get("sure", False),
                group.get("late", False),
            )


def _titles() -> Iterator[Phrase]:
    """Servers put a title without its code, or with another. Short ones also stand in other sentences."""
    rows = [row for row in read("enhanced_status")["status"] if "reason" in row and "registered" in row]
    for row in sorted(rows, key=lambda row: -len(row["registered"])):
        title = row["registered"].partition(" (")[0]
        sure = row["reason"] == "unknown_user"
        yield Phrase((title.lower(),), row["reason"], title, sure=sure, late=title.count(" ") < _LONG_TITLE)


def _numbers(first: str, last: str) -> Iterator[str]:
    """Spell a range out: X.7.133 to X.7.135 is X.7.133, X.7.134, X.7.135."""
    stem, _, detail = first.rpartition(".")
    for number in range(int(detail), int(last.rpartition(".")[2]) + 1):
        yield f"{stem}.{number}"


def read(name: str) -> dict[str, Any]:
    """Read one of these tables as it stands."""
    data = pkgutil.get_data("checker", f"tables/{name}.toml")
    if data is None:
        raise FileNotFoundError(name)
    return tomllib.loads(data.decode())
