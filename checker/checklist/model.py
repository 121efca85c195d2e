"""What a checklist is made of."""

from dataclasses import dataclass
from enum import StrEnum

from checker.tree.model import Answers, Condition, all_hold


class Actor(StrEnum):
    """Who does it; the reader's own part is worded as "you"."""

    SENDER = "sender"
    RECIPIENT = "recipient"
    RECIPIENT_IT = "recipient_it"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to do; `task` names rows of the steps table, which take the place of `how` where they fit."""

    id: str
    actor: Actor
    what: str
    why: str
    guide: str
    how: tuple[str, ...] = ()
    task: str = ""
    when: tuple[Condition, ...] = ()

    def applies(self, answers: Answers) -> bool:
        """Say whether the item belongs in the checklist of these answers."""
        return all_hold(self.when, answers)


@dataclass(frozen=True, slots=True)
class Caution:
    """Something not to ask for, and why."""

    id: str
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What belongs to an outcome, most important first: the first that applies is the thing to do first."""

    items: tuple[str, ...]
    cautions: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    reader: Actor | None = None
    """Who the reader is, where that differs from what the first answer says."""
