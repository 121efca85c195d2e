"""Whether a translation uses the words that its language has agreed on."""

import re
from functools import cache

from hooks.translation.lint.checks import Check, Fault, Faults
from hooks.translation.lint.prose import THING, running_prose
from hooks.translation.lint.rules import Rules, Term


def terms(source: str, translation: str, rules: Rules) -> Faults:
    """What the list of terms has to say; the names of buttons and menus are nobody's terms."""
    english, written = running_prose(source), translation.casefold()
    for term in rules.longest_first:
        english, count = _in_english(term.term).subn(THING, english)
        if count and term.approved and not any(word.casefold() in written for word in term.approved):
            yield Fault(Check.TERM, f"“{term.term}” is {_choice(term)} in the list of terms")
    words = running_prose(translation)
    for term in rules.terms:
        found = (_begins_word(word).search(words) for word in term.rejected)
        for word in dict.fromkeys(match[0] for match in found if match):
            yield Fault(Check.TERM, f"“{word}” is {_choice(term)} in the list of terms")


def _choice(term: Term) -> str:
    return " or ".join(f"“{word}”" for word in term.approved) or "not used"


@cache
def _in_english(term: str) -> re.Pattern[str]:
    # “allowlist” also stands for “allowlists” and “allowlist’s”.
    return re.compile(rf"(?<!\w){re.escape(term)}(?:e?s|['’]s|s['’])?(?!\w)", re.IGNORECASE)


@cache
def _begins_word(word: str) -> re.Pattern[str]:
    # An inflected form goes on after the stem: “sprett” rejects “sprettet”.
    return re.compile(rf"(?<!\w){re.escape(word)}\w*", re.IGNORECASE)
