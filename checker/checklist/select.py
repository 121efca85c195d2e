"""Choosing the checklist for an outcome and the answers that led there."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from checker.checklist.definition import CAUTIONS, ITEMS, OWN_ACTOR, PLANS
from checker.checklist.model import Actor, Caution, Item
from checker.tables.load import MailSystem, systems
from checker.tree.definition import TREE
from checker.tree.model import Answers, Condition
from checker.tree.proof import asked_before

SYSTEM_QUESTIONS = (
    "contact_gateway",
    "find_gateway",
    "allow_gateway",
    "mailbox",
    "private_system",
    "work_system",
    "contact_system",
    "find_system",
    "allow_system",
)
"""The questions whose options are mail systems; a gateway comes before the system behind it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An item with the systems whose own steps for it are known."""

    item: Item
    systems: tuple[MailSystem, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """What one actor does."""

    actor: Actor
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Checklist:
    """Everything to do in one case: `first` stands apart and is not in the groups."""

    reader: Actor
    first: Entry | None
    groups: tuple[Group, ...]
    cautions: tuple[Caution, ...]
    notes: tuple[str, ...]


def select(outcome_id: str, answers: Answers, *, everything: bool = False) -> Checklist:
    """Choose what applies; `everything` keeps what some way here calls for, for the page without script."""
    plan = PLANS[outcome_id]
    reader = plan.reader or OWN_ACTOR[answers.get("role") or role_of(outcome_id)]
    used = tuple(named_systems(answers))
    items = [
        item
        for item in map(ITEMS.__getitem__, plan.items)
        if (all(can_hold(c, outcome_id) for c in item.when) if everything else item.applies(answers))
    ]
    entries = [Entry(item, tuple(s for s in used if item.task in s.steps)) for item in items]
    first = next((entry for entry in entries if entry.item.actor is reader), None)
    groups = tuple(
        Group(actor, mine)
        for actor in sorted(Actor, key=lambda actor: actor is not reader)
        if (mine := tuple(e for e in entries if e.item.actor is actor and e is not first))
    )
    return Checklist(reader, first, groups, tuple(map(CAUTIONS.__getitem__, plan.cautions)), plan.notes)


def can_hold(condition: Condition, outcome_id: str) -> bool:
    """Say whether some way to the outcome meets the condition."""
    return condition.holds({}) or bool(asked(condition, outcome_id))


def asked(condition: Condition, outcome_id: str) -> tuple[str, ...]:
    """Those of the condition's questions that are asked on some way to the outcome."""
    return tuple(question for question in condition.questions if question in _asked_before(outcome_id))


def named_systems(answers: Answers) -> list[MailSystem]:
    """The mail systems that the answers name, the gateway first, each once."""
    named = dict.fromkeys(answers.get(question, "") for question in SYSTEM_QUESTIONS)
    return [systems()[name] for name in named if name in systems()]


def role_of(outcome_id: str) -> str:
    """The role whose way leads to an outcome; each outcome belongs to one."""
    return _roles()[outcome_id]


@cache
def _asked_before(outcome_id: str) -> frozenset[str]:
    return asked_before(TREE, outcome_id)


@cache
def _roles() -> Mapping[str, str]:
    return {node: role.id for role in TREE.question(TREE.start).options for node in TREE.reach(role.to)}
