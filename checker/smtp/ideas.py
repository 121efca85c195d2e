"""What a text says where no phrase fits: ideas that stand together in a sentence. Linear in its length."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from checker.tables.ideas import WORD, Rule, Wording, names, reach, rules, vocabulary

_SENTENCE = re.compile(r"[.;!?]+(?=\s|$)|\s\|\s|[。！？]|\s-\s")
_REJECTED = "recipient address rejected: "
_MOST_WORDS = 600
_KEY = 3

type Places = Mapping[str, Sequence[int]]
"""Where in a sentence each idea stands, counted in words."""


@lru_cache(64)
def find_rule(text: str, *, weak: bool) -> Rule | None:
    """Give the first rule that a sentence of the text fulfils; the text is in lower case, on one line."""
    sentences = _sentences(text)
    said = {idea for places in sentences for idea in places}
    asked = (rule for rule in _asked(weak) if rule.needed <= said)
    return next((rule for rule in asked if any(_fits(rule, places) for places in sentences)), None)


@lru_cache(2)
def _asked(weak: bool) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules() if rule.weak is weak)


@lru_cache(64)
def _sentences(text: str) -> tuple[Places, ...]:
    # "Recipient address rejected: mailbox full" is about a full mailbox: where more is said, these words go.
    text = text.replace(_REJECTED, " | @ ")
    return tuple(places for sentence in _SENTENCE.split(text) if (places := _places(sentence)))


def _places(sentence: str) -> Places:
    words = WORD.findall(sentence)[:_MOST_WORDS]
    found: dict[str, list[int]] = {}
    hidden = 0
    for place, word in enumerate(words):
        alone, longer = _starting_with(word)
        if place < hidden or not (alone or longer):
            continue
        wordings = _wordings_at(words, place, alone, longer) if longer else alone
        for wording in wordings:
            found.setdefault(wording.idea, []).append(place)
            if wording.rest and wording.idea in names():
                hidden = max(hidden, place + 1 + len(wording.rest))
    if not sentence.isascii():
        for piece, idea in vocabulary().anywhere:
            if piece in sentence:
                found.setdefault(idea, []).append(0)
    return found


def _wordings_at(
    words: Sequence[str], place: int, alone: Sequence[Wording], longer: Mapping[str, Sequence[Wording]]
) -> Sequence[Wording]:
    """Give what begins at this word; of names, such as "ip address", only the longest."""
    following = words[place + 1][:_KEY] if place + 1 < len(words) else ""
    several = [one for one in longer.get(following, ()) if _follows(one, words, place + 1)]
    if not several:
        return alone
    found = [*alone, *several]
    longest = max((len(one.rest) for one in several if one.idea in names()), default=0)
    return [one for one in found if not (longest and one.idea in names() and len(one.rest) < longest)]


@lru_cache(4096)
def _starting_with(word: str) -> tuple[Sequence[Wording], Mapping[str, Sequence[Wording]]]:
    """Give the wordings of this word alone, and those of several words by how the second begins."""
    alone = [one for one in _wordings(word) if not one.rest]
    longer = defaultdict[str, list[Wording]](list)
    for one in _wordings(word):
        if one.rest:
            longer[one.rest[0][:_KEY]].append(one)
    return alone, longer


@lru_cache(4096)
def _wordings(word: str) -> tuple[Wording, ...]:
    """Look a word up: as it is, without the s of the plural, without l' or d', and by its first letters."""
    known = vocabulary()
    head, apostrophe, tail = word.partition("'")
    if apostrophe and len(head) < 5 and len(tail) > 2:
        return _wordings(tail) or known.words.get(word, ())
    found = [*known.words.get(word, ())]
    if word.endswith("s") and len(word) > 3:
        found += known.words.get(word[:-1], ())
    for length in known.lengths:
        found += known.stems.get(word[:length], ())
    return tuple(found)


def _follows(wording: Wording, words: Sequence[str], place: int) -> bool:
    rest = wording.rest
    seen = words[place : place + len(rest)]
    if len(seen) < len(rest) or tuple(seen[:-1]) != rest[:-1]:
        return False
    return seen[-1].startswith(rest[-1]) if wording.open_end else seen[-1] in (rest[-1], rest[-1] + "s")


def _fits(rule: Rule, places: Places) -> bool:
    if not rule.needed <= places.keys() or not rule.without.isdisjoint(places):
        return False
    return len(rule.ideas) == 1 or any(
        _near(rule.ideas[1:], places, place) for place in places[rule.ideas[0]]
    )


def _near(ideas: Sequence[str], places: Places, place: int) -> bool:
    return all(any(abs(other - place) <= reach() for other in places[idea]) for idea in ideas)
