"""Walking the tree: a state is a place and every answer given so far, written as a URL fragment.

The vocabulary is fixed (node and option ids), so no text of the reader's can end up in an address.
Answers to questions that are no longer on the way are kept: change one answer and change it back,
and the later ones are still there.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType

from checker.tree.model import Answers, Node, Option, Outcome, Question, Tree

_AT = "at"
_LONGEST_FRAGMENT = 4000


@dataclass(frozen=True, slots=True)
class State:
    """Where the reader is, and what has been answered (also off the present way)."""

    at: str
    answers: Answers = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Step:
    """One answered question on the way."""

    question: Question
    option: Option


@dataclass(frozen=True, slots=True)
class Choice:
    """An option as the reader meets it: with the state it leads to."""

    option: Option
    state: State
    chosen: bool


@dataclass(frozen=True, slots=True)
class View:
    """All that there is to show at one place."""

    state: State
    node: Node
    steps: tuple[Step, ...]
    choices: tuple[Choice, ...]

    @property
    def on_the_way(self) -> Answers:
        """The answers that led here, and no others; all there are where the reader jumped in midway."""
        return {step.question.id: step.option.id for step in self.steps} or dict(self.state.answers)

    @property
    def back(self) -> State | None:
        """The question before this one, or None at the start."""
        return State(self.steps[-1].question.id, self.state.answers) if self.steps else None


def parse_state(fragment: str, tree: Tree) -> State:
    """Read a fragment; unknown places, questions and options are dropped, and nothing raises.

    A fragment that is only a node's id (a link of the page without JavaScript) is that place.
    """
    pairs = [part.partition("=") for part in fragment.lstrip("#")[:_LONGEST_FRAGMENT].split("&")]
    answers = {name: value for name, _, value in pairs if tree.option(name, value)}
    places = [value if name == _AT else name for name, sep, value in pairs if name == _AT or not sep]
    at = next((place for place in places if place in tree), tree.start)
    return State(at, MappingProxyType(answers))


def format_state(state: State, tree: Tree) -> str:
    """Write a state so that equal states give equal text: the place first, the answers sorted."""
    known = sorted((name, value) for name, value in state.answers.items() if tree.option(name, value))
    return "&".join(f"{name}={value}" for name, value in [(_AT, state.at), *known])


def view(state: State, tree: Tree) -> View:
    """Work out what to show: the place asked for if the answers lead there, else how far they lead."""
    steps = tuple(_steps(state.answers, tree))
    places = [step.question.id for step in steps]
    if state.at in places:
        steps = steps[: places.index(state.at)]
        return _view(tree.node(state.at), steps, state.answers, tree)
    end = tree.node(steps[-1].option.to if steps else tree.start)
    if state.at == end.id or steps:
        return _view(end, steps, state.answers, tree)
    return _view(tree.node(state.at), (), state.answers, tree)


def lead(start: str, answers: Answers, tree: Tree) -> State:
    """Lead on from a place for as long as there are answers."""
    steps = tuple(_steps(answers, tree, start))
    return State(steps[-1].option.to if steps else start, answers)


def _steps(answers: Answers, tree: Tree, start: str = "") -> Iterable[Step]:
    """Follow the answers, from the tree's start where no other is named, for as long as there are any."""
    node = tree.node(start or tree.start)
    while isinstance(node, Question):
        option = tree.option(node.id, answers.get(node.id, ""))
        if option is None:
            return
        yield Step(node, option)
        node = tree.node(option.to)


def _view(node: Node, steps: tuple[Step, ...], answers: Answers, tree: Tree) -> View:
    choices = (
        () if isinstance(node, Outcome) else tuple(_choice(node, o, answers, tree) for o in node.options)
    )
    return View(State(node.id, answers), node, steps, choices)


def _choice(question: Question, option: Option, answers: Answers, tree: Tree) -> Choice:
    """Lead on to the first question that is still open, so that changing one answer re-asks no other."""
    given = {**answers, question.id: option.id}
    steps = tuple(_steps(given, tree))
    on_the_way = any(step.question.id == question.id for step in steps)
    at = steps[-1].option.to if on_the_way else option.to
    return Choice(option, State(at, given), answers.get(question.id) == option.id)
