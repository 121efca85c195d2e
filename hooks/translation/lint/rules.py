"""What is right in one language: locales/LANGUAGE/rules.toml and glossary.toml. Both may be missing."""

import datetime
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from hooks.translation.message import AuthoringError

RULES, GLOSSARY = "rules.toml", "glossary.toml"


_Table = Mapping[str, Any]


@dataclass(frozen=True)
class Term:
    """An English word or phrase, and how the language says it; all but `term` may be empty."""

    term: str
    approved: tuple[str, ...]
    rejected: tuple[str, ...]
    source: str
    checked: datetime.date
    note: str = ""


@dataclass(frozen=True)
class Rules:
    """A language's own rules; a language without any gets only the checks that hold for all."""

    quotes: tuple[str, ...] = ()
    wrong_quotes: tuple[str, ...] = ()
    dash: str = ""
    wrong_dashes: tuple[str, ...] = ()
    ends: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    numbers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    terms: tuple[Term, ...] = ()

    @cached_property
    def longest_first(self) -> tuple[Term, ...]:
        """The terms, so that “junk folder” is found before “junk”."""
        return tuple(sorted(self.terms, key=lambda term: -len(term.term)))


def read_rules(folder: Path) -> Rules:
    """The rules of the language whose folder this is; what is wrong in them is the author's fault."""
    terms = _read(folder / GLOSSARY, _terms)
    return _read(folder / RULES, lambda table: _rules(table, terms))


def _read[T](path: Path, make: Callable[[_Table], T]) -> T:
    name = f"locales/{path.parent.name}/{path.name}"
    try:
        return make(tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {})
    except KeyError as error:
        raise AuthoringError(name, 1, f"{error} is missing") from error
    except ValueError as error:
        raise AuthoringError(name, 1, str(error)) from error


def _terms(table: _Table) -> tuple[Term, ...]:
    return tuple(_term(row) for row in table.get("term", ()))


def _term(row: _Table) -> Term:
    approved, rejected = _texts(row.get("approved", [])), _texts(row.get("rejected", []))
    if not isinstance(row["checked"], datetime.date):
        raise ValueError(f"“{row['term']}”: checked is no date")
    return Term(row["term"], approved, rejected, row["source"], row["checked"], row.get("note", ""))


def _rules(table: _Table, terms: tuple[Term, ...]) -> Rules:
    quotes, dashes = table.get("quotes", {}), table.get("dashes", {})
    right = _texts(quotes.get("right", []))
    if len(right) not in {0, 2}:
        raise ValueError("quotes.right holds one opening and one closing mark")
    return Rules(
        right,
        _texts(quotes.get("wrong", [])),
        dashes.get("right", ""),
        _texts(dashes.get("wrong", [])),
        {mark: _texts(marks) for mark, marks in table.get("ends", {}).items()},
        {number: _texts(words) for number, words in table.get("numbers", {}).items()},
        terms,
    )


def _texts(values: Any) -> tuple[str, ...]:  # noqa: ANN401  (whatever TOML holds)
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise ValueError(f"not a list of texts: {values!r}")
    return tuple(values)
