"""How a language sets its text: marks, dashes, spaces, and numbers that must not change on the way."""

import re

from hooks.translation.lint.checks import Check, Fault, Faults
from hooks.translation.lint.prose import prose
from hooks.translation.lint.rules import Rules

_TWO_SPACES = re.compile(r"\S[ \u00a0]{2,}\S")
_NUMBER = re.compile(r"\d+")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)(?:[.,:](?=\d)|[ \u00a0\u202f](?=\d{3}(?!\d)))")
_END_MARKS = ".?!:…;,"
_CLOSING = re.compile(r"[\s\])*_»”’\"']+$")


def typography(source: str, translation: str, rules: Rules) -> Faults:
    """What is wrong with a translation as a text of its language."""
    words = prose(translation)
    if _TWO_SPACES.search(translation) and not _TWO_SPACES.search(source):
        yield Fault(Check.SPACES, "two spaces in a row")
    yield from _quotes(words, rules)
    yield from _dashes(words, rules)
    yield from _end(prose(source), words, rules)
    yield from _numbers(prose(source), words, rules)


def _quotes(words: str, rules: Rules) -> Faults:
    for mark in rules.wrong_quotes:
        if mark in words:
            yield Fault(Check.QUOTES, f"write {rules.quotes[0]} and {rules.quotes[1]} instead of {mark}")
    opening, closing = (words.count(mark) for mark in rules.quotes or ("", ""))
    if rules.quotes and opening != closing:
        yield Fault(Check.QUOTES, f"{opening} × {rules.quotes[0]} but {closing} × {rules.quotes[1]}")


def _dashes(words: str, rules: Rules) -> Faults:
    for mark in rules.wrong_dashes:
        if mark in words:
            yield Fault(Check.DASHES, f"write {rules.dash} instead of “{mark}”")
    lone = rf"(?<=\S){re.escape(rules.dash)}(?=\s)|(?<=\s){re.escape(rules.dash)}(?=\S)"
    # “– word” at the start of a line is a dialogue or a list of its own making: a space belongs there.
    if rules.dash and re.search(lone, words.strip()):
        yield Fault(
            Check.DASHES, f"put a space on both sides of {rules.dash}, or on none (as in 10{rules.dash}20)"
        )


def _end(source: str, translation: str, rules: Rules) -> Faults:
    if not rules.ends:
        return
    before, after = _end_mark(source), _end_mark(translation)
    if after not in rules.ends.get(before, (before,)):
        yield Fault(Check.END, f"the source ends with {_named(before)}, the translation with {_named(after)}")


def _end_mark(words: str) -> str:
    last = _CLOSING.sub("", words)[-1:]
    return last if last and last in _END_MARKS else ""


def _named(mark: str) -> str:
    return f"“{mark}”" if mark else "no mark"


def _numbers(source: str, translation: str, rules: Rules) -> Faults:
    present = _digits(translation)
    written = translation.casefold()
    for number in sorted(_digits(source) - present):
        if not any(word in written for word in rules.numbers.get(number, ())):
            yield Fault(Check.NUMBERS, f"number missing: {number}")


def _digits(words: str) -> set[str]:
    return set(_NUMBER.findall(_BETWEEN_DIGITS.sub("", words)))
