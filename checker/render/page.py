"""One place of the tree as markup: the same function for the build and for the browser."""

from checker.render.context import Context
from checker.render.inline import to_plain
from checker.render.outcome import outcome
from checker.render.question import question
from checker.tree.model import Node, Question
from checker.tree.walk import View


def place(view: View, context: Context, *, static: bool = False) -> str:
    """Write a question or a result, with its frame."""
    node = view.node
    kind = "question" if isinstance(node, Question) else "outcome"
    body = (
        question(view, node, context, static=static)
        if isinstance(node, Question)
        else outcome(view, node, context, static=static)
    )
    anchor = f' id="{node.id}"' if static else ""
    return f'<section class="fr-node fr-{kind}"{anchor} data-node="{node.id}">{body}</section>'


def title(node: Node, context: Context) -> str:
    """What the browser's title bar says."""
    return to_plain(context.t(node.text if isinstance(node, Question) else node.title))
