"""What a decision tree is made of; its edges are values, so pictures, pages and proofs can be computed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

type Answers = Mapping[str, str]
"""Question id → option id."""


@dataclass(frozen=True, slots=True)
class Condition:
    """True when any of the named questions was answered with any of the named options."""

    questions: tuple[str, ...]
    options: frozenset[str]
    negated: bool = False

    def holds(self, answers: Answers) -> bool:
        """Say whether the answers meet the condition; an unanswered question meets only a negated one."""
        return any(answers.get(question) in self.options for question in self.questions) != self.negated


def all_hold(conditions: tuple[Condition, ...], answers: Answers) -> bool:
    """Say whether the answers meet every one of the conditions; no condition is always met."""
    return all(condition.holds(answers) for condition in conditions)


def answered(questions: str, *options: str) -> Condition:
    """Build a condition; several questions that ask the same thing are separated by blanks."""
    return Condition(tuple(questions.split()), frozenset(options))


def unless(questions: str, *options: str) -> Condition:
    """Build the opposite of `answered`."""
    return Condition(tuple(questions.split()), frozenset(options), negated=True)


@dataclass(frozen=True, slots=True)
class Option:
    """One answer and the node it leads to; `id` is unique within its question."""

    id: str
    label: str
    to: str
    hint: str = ""


class Whose(StrEnum):
    """Whose domain answers a question when it is looked up."""

    CONTACT = "contact"
    OWN = "own"
    SENDER = "sender"


@dataclass(frozen=True, slots=True)
class Question:
    """A question: `how` are the steps for a reader who does not know the answer."""

    id: str
    text: str
    options: tuple[Option, ...]
    lead: str = ""
    how_title: str = ""
    how: tuple[str, ...] = ()
    guide: str = ""
    short: str = ""
    """A few words for the picture and for the list of answers; the question itself where empty."""
    evidence: tuple[str, ...] = ()
    """The tools that can answer it from what a reader pastes."""
    domain: Whose | None = None
    """Whose address or domain answers it."""


class End(StrEnum):
    """How much an outcome claims; the honest ends are outcomes like any other."""

    FOUND = "found"
    LIKELY = "likely"
    THEY_KNOW = "they_know"
    NOTHING_TO_DO = "nothing_to_do"
    FIND_OUT = "find_out"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an outcome is likely: shown with the answer it rests on, when the condition holds."""

    when: Condition
    text: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where a walk ends: what most likely happened, and why we say so."""

    id: str
    title: str
    says: tuple[str, ...]
    end: End
    guide: str
    reasons: tuple[Reason, ...] = ()
    short: str = ""


type Node = Question | Outcome


@dataclass(frozen=True, slots=True)
class Aside:
    """A question that is asked on the page of others and leads nowhere: it only changes what they show.

    `texts` are the questions it stands beside, each with its text once this is answered, naming the option.
    """

    question: Question
    assumed: str
    texts: Mapping[str, str]


@dataclass(frozen=True)
class Tree:
    """The whole tree; `nodes` keeps the order in which they are written, which is the reading order."""

    start: str
    nodes: tuple[Node, ...]
    asides: tuple[Aside, ...] = ()
    _by_id: dict[str, Node] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._by_id.update({node.id: node for node in self.nodes})

    def __contains__(self, node_id: object) -> bool:
        return node_id in self._by_id

    def node(self, node_id: str) -> Node:
        """Return a node; an unknown id is our bug and raises KeyError."""
        return self._by_id[node_id]

    def question(self, node_id: str) -> Question:
        """Return a question; an outcome's id is our bug and raises TypeError."""
        node = self._by_id[node_id]
        if not isinstance(node, Question):
            raise TypeError(node_id)
        return node

    def option(self, question_id: str, option_id: str) -> Option | None:
        """Return the option of a question, or None where either is unknown."""
        node = self._by_id.get(question_id) or self._aside(question_id)
        if not isinstance(node, Question):
            return None
        return next((option for option in node.options if option.id == option_id), None)

    def _aside(self, question_id: str) -> Question | None:
        return next((one.question for one in self.asides if one.question.id == question_id), None)

    def aside(self, node_id: str) -> Aside | None:
        """Return what is asked beside a question, if anything is."""
        return next((one for one in self.asides if node_id in one.texts), None)

    def reach(self, *node_ids: str) -> tuple[str, ...]:
        """These nodes and all that come after them, in reading order."""
        found = set(node_ids)
        stack = list(found)
        while stack:
            node = self.node(stack.pop())
            new = {option.to for option in node.options} - found if isinstance(node, Question) else set()
            found |= new
            stack += new
        return tuple(node.id for node in self.nodes if node.id in found)

    @property
    def questions(self) -> Iterator[Question]:
        """Every question, in reading order."""
        return (node for node in self.nodes if isinstance(node, Question))

    @property
    def outcomes(self) -> Iterator[Outcome]:
        """Every outcome, in reading order."""
        return (node for node in self.nodes if isinstance(node, Outcome))
