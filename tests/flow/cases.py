"""Every way through the real tree, and the languages in which its end is shown."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from checker.checklist.definition import PLANS
from checker.checklist.select import Checklist, Entry, select
from checker.i18n import Translate, untranslated
from checker.render.context import Context
from checker.tree.definition import TREE
from checker.tree.model import Answers, Condition
from checker.tree.proof import ways
from checker.tree.walk import State
from hooks.translation.catalogue import messages
from tests.flow.guide import ROOT

LANGUAGES = {"en": "English", "nb": "Norsk bokmål", "nn": "Norsk nynorsk"}


@dataclass(frozen=True)
class Case:
    """One way: the answers in order, and where they lead."""

    way: tuple[tuple[str, str], ...]
    outcome: str

    @property
    def answers(self) -> Answers:
        return dict(self.way)

    @property
    def state(self) -> State:
        return State(self.outcome, self.answers)

    @property
    def checklist(self) -> Checklist:
        return select(self.outcome, self.answers)


@cache
def cases() -> tuple[Case, ...]:
    return tuple(Case(way, _end(way)) for way in ways(TREE))


def _end(way: tuple[tuple[str, str], ...]) -> str:
    option = TREE.option(*way[-1])
    assert option
    return option.to


def entries(checklist: Checklist) -> list[Entry]:
    """The first entry and all the others, in the order shown."""
    first = [checklist.first] if checklist.first else []
    return [*first, *(entry for group in checklist.groups for entry in group.entries)]


@cache
def shown_items() -> frozenset[tuple[str, str]]:
    """Every (outcome, item) that some way shows."""
    return frozenset((case.outcome, one.item.id) for case in cases() for one in entries(case.checklist))


@cache
def shown_steps() -> frozenset[tuple[str, str]]:
    """Every (mail system, task) whose steps some way shows."""
    return frozenset(
        (system.id, one.item.task)
        for case in cases()
        for one in entries(case.checklist)
        for system in one.systems
    )


def outcomes_with(note: str) -> list[str]:
    return [outcome for outcome, plan in PLANS.items() if note in plan.notes]


def unknown_names(condition: Condition) -> Iterator[str]:
    """What a condition names that the tree does not have."""
    known = {question.id: {option.id for option in question.options} for question in TREE.questions}
    yield from (name for name in condition.questions if name not in known)
    offered = set().union(*(known.get(name, set()) for name in condition.questions))
    yield from sorted(condition.options - offered)


@cache
def product_names() -> Mapping[str, str]:
    """What products are called is the same in every language."""
    table = tomllib.loads((ROOT / "checker/tables/systems.toml").read_text(encoding="utf-8"))
    return {row["name"]: row["name"] for row in table["system"] if "name" in row}


def strict(words: Mapping[str, str]) -> Translate:
    """Translate, or fail with the text that has no translation."""
    known = {**product_names(), **words}
    return lambda text: known[text]


def translate_into(lang: str) -> Translate:
    return untranslated if lang == "en" else strict(messages(ROOT / "locales", lang, "checker"))


def context(lang: str) -> Context:
    return Context(lang=lang, translate=translate_into(lang), root="../", languages=LANGUAGES)
