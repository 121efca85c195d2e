"""The tree as a nested list: the twin of the picture, for everybody who would rather read."""

from checker.render import words
from checker.render.context import Context
from checker.render.escape import escape
from checker.render.page import title
from checker.tree.definition import TREE
from checker.tree.model import Question


def listing(context: Context) -> str:
    """Each node once, in reading order, under the role it belongs to; options say where they lead."""
    items = "".join(_node(node.id, context) for node in TREE.nodes)
    return f'<ul class="fr-listing">{items}</ul>'


def _node(node_id: str, context: Context) -> str:
    node = TREE.node(node_id)
    kind = words.QUESTION if isinstance(node, Question) else words.RESULT
    name = escape(title(node, context))
    head = (
        f'<span class="fr-kind">{escape(context.t(kind))}</span> '
        f'<a href="{escape(context.url(f"check#{node_id}"))}">{name}</a>'
    )
    return (
        f'<li id="list-{node_id}">{head}{_options(node, context) if isinstance(node, Question) else ""}</li>'
    )


def _options(node: Question, context: Context) -> str:
    rows = "".join(
        f"<li>{escape(context.t(option.label))} → "
        f'<a href="#list-{option.to}">{escape(title(TREE.node(option.to), context))}</a></li>'
        for option in node.options
    )
    return f"<ul>{rows}</ul>"
