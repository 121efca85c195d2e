"""The questions in a terminal: asked one after another, and the result as Markdown."""

from collections.abc import Callable

from checker.render import words
from checker.render.context import Context
from checker.render.inline import to_plain
from checker.render.markdown import case
from checker.tree.definition import TREE
from checker.tree.model import Outcome, Question
from checker.tree.walk import State, View, format_state, parse_state, view

type Ask = Callable[[str], str]
type Tell = Callable[[str], None]

QUIT, BACK = "q", "b"


def walk(state: str, context: Context, ask: Ask, tell: Tell) -> int:
    """Walk from a state to a result; the exit code is 1 where the reader stops on the way."""
    seen = view(parse_state(state, TREE), TREE)
    while isinstance(seen.node, Question):
        tell(_question(seen, seen.node, context))
        answer = ask("> ").strip().lower()
        if answer == QUIT:
            tell(f"--state '{format_state(seen.state, TREE)}'")
            return 1
        seen = view(_next(seen, answer) or seen.state, TREE)
    if isinstance(seen.node, Outcome):
        tell(case(seen, seen.node, context, frozenset(), {}, context.translate))
    return 0


def _next(seen: View, answer: str) -> State | None:
    """The state that an answer leads to; none where it is no answer."""
    if answer == BACK:
        return seen.back
    number = int(answer) if answer.isascii() and answer.isdecimal() and len(answer) < 3 else 0
    return seen.choices[number - 1].state if 0 < number <= len(seen.choices) else None


def _question(seen: View, node: Question, context: Context) -> str:
    rows = [f"{number:>3}  {context.t(choice.option.label)}" for number, choice in enumerate(seen.choices, 1)]
    keys = [f"{BACK:>3}  {context.t(words.BACK)}"] if seen.back else []
    how = [f"     {number}. {to_plain(context.t(step))}" for number, step in enumerate(node.how, 1)]
    lead = [to_plain(context.t(node.lead))] if node.lead else []
    parts = ["", to_plain(context.t(node.text)), *lead, *how, *rows, *keys]
    return "\n".join([*parts, f"{QUIT:>3}  {context.t(words.CANCEL)}"])
