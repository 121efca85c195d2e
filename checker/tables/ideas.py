"""The table of ideas: words for the same thing, and which ideas in one sentence mean what."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from checker.tables.bounces import read

WORD = re.compile(r"[^\W_]+(?:'[^\W\d_]+)?|@")
_UNSPACED = re.compile(r"[\u0900-\u097f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@dataclass(frozen=True, slots=True)
class Rule:
    """Ideas that stand together in a sentence, and what that means."""

    ideas: tuple[str, ...]
    needed: frozenset[str]
    """The same, in no order."""
    without: frozenset[str]
    means: str
    example: str
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    """A word or several, as they are looked up: the first finds it, the others must follow."""

    idea: str
    rest: tuple[str, ...]
    open_end: bool


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All wordings: by their first word, by its first letters, and those that are looked for anywhere."""

    words: Mapping[str, tuple[Wording, ...]]
    stems: Mapping[str, tuple[Wording, ...]]
    lengths: tuple[int, ...]
    """How long the stems are, in letters."""
    anywhere: tuple[tuple[str, str], ...]
    """Pieces of writing that sets no blanks between words, each with its idea."""


@cache
def reach() -> int:
    """Within how many words of one another ideas belong together."""
    words: int = read("bounce_ideas")["table"]["reach"]
    return words


@cache
def names() -> frozenset[str]:
    """The ideas whose wordings are names of several words, which hide the words in them."""
    return frozenset(read("bounce_ideas")["table"]["names"])


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule in the order in which they are asked."""
    return tuple(
        _rule(pattern, group["reason"], example, group.get("weak", False))
        for group in read("bounce_ideas")["rules"]
        for pattern, example in group["rows"]
    )


def _rule(pattern: str, means: str, example: str, weak: bool) -> Rule:
    names = pattern.split()
    without = frozenset(name[1:] for name in names if name.startswith("-"))
    ideas = tuple(name for name in names if name[0] != "-")
    return Rule(ideas, frozenset(ideas), without, means, example, weak)


@cache
def vocabulary() -> Vocabulary:
    """Every word of every idea, ready to be looked up."""
    words, stems = defaultdict[str, list[Wording]](list), defaultdict[str, list[Wording]](list)
    anywhere: list[tuple[str, str]] = []
    for idea, languages in read("bounce_ideas")["idea"].items():
        for text in (text for texts in languages.values() for text in texts):
            if _UNSPACED.search(text):
                anywhere.append((text, idea))
                continue
            first, *rest = WORD.findall(text.lower())
            wording = Wording(idea, tuple(rest), text.endswith("*"))
            (stems if wording.open_end and not rest else words)[first].append(wording)
    lengths = tuple(sorted({len(stem) for stem in stems}))
    return Vocabulary(_frozen(words), _frozen(stems), lengths, tuple(anywhere))


def _frozen(found: Mapping[str, list[Wording]]) -> Mapping[str, tuple[Wording, ...]]:
    return MappingProxyType({word: tuple(wordings) for word, wordings in found.items()})
