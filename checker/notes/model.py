"""What a note is made of."""

from dataclasses import dataclass

from checker.tree.model import Answers, Condition, all_hold


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph or bullet of a note; `{subject}` and the like are filled in from the fields."""

    text: str
    when: tuple[Condition, ...] = ()
    bullet: bool = False

    def applies(self, answers: Answers) -> bool:
        """Say whether the line fits these answers."""
        return all_hold(self.when, answers)


@dataclass(frozen=True, slots=True)
class Note:
    """A note: whom it is to, its own subject line, and its lines."""

    id: str
    title: str
    subject: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A fact that the reader may fill in; `blank`, or `default`, stands in the note until they do."""

    id: str
    label: str
    blank: str
    hint: str = ""
    kind: str = "text"
    default: str = ""
    """A product's name, which is the same in every language."""
