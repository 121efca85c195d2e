"""The tree as pictures, one for each role: columns by depth, rows by reading order."""

from collections import defaultdict

from checker.render import words
from checker.render.context import Context
from checker.render.escape import escape
from checker.render.svg import LINE, Box, rectangle, text_lines, wrap
from checker.tree.definition import TREE
from checker.tree.model import Node, Option, Question
from checker.tree.proof import depths

_WIDTH, _GAP_X, _GAP_Y, _CHARACTERS = 200, 46, 14, 22


def pictures(context: Context) -> str:
    """A picture for each role; each box links to the node itself."""
    return "".join(_picture(role, context) for role in TREE.question(TREE.start).options)


def _picture(role: Option, context: Context) -> str:
    boxes = _lay_out(TREE.reach(role.to), context)
    width = max(box.x + box.width for box in boxes.values()) + 2
    height = max(box.y + box.height for box in boxes.values()) + 2
    name = context.t(words.PICTURE_TITLE, role=context.t(role.label))
    drawn = _edges(boxes) + "".join(_node(node_id, box, context) for node_id, box in boxes.items())
    return (
        f'<figure class="fr-picture"><figcaption>{escape(name)}</figcaption>'
        f'<div class="fr-scroll" tabindex="0" role="group" aria-label="{escape(name)}">'
        f'<svg viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}" role="group" '
        f'aria-label="{escape(name)}"><desc>{escape(context.t(words.PICTURE_TEXT))}</desc>{drawn}</svg></div></figure>'
    )


def _lay_out(node_ids: tuple[str, ...], context: Context) -> dict[str, Box]:
    columns: defaultdict[int, list[str]] = defaultdict(list)
    for node_id in node_ids:
        columns[depths(TREE)[node_id] - 1].append(node_id)
    boxes: dict[str, Box] = {}
    for column, members in sorted(columns.items()):
        y = 1.0
        for node_id in members:
            box = _box(node_id, 1 + column * (_WIDTH + _GAP_X), y, context)
            boxes[node_id] = box
            y += box.height + _GAP_Y
    return _centred(boxes)


def _centred(boxes: dict[str, Box]) -> dict[str, Box]:
    """Move each column down so that all are centred on the tallest."""
    bottoms: defaultdict[float, float] = defaultdict(float)
    for box in boxes.values():
        bottoms[box.x] = max(bottoms[box.x], box.y + box.height)
    tallest = max(bottoms.values())
    return {
        name: Box(b.x, b.y + (tallest - bottoms[b.x]) / 2, b.width, b.height, b.lines)
        for name, b in boxes.items()
    }


def _box(node_id: str, x: float, y: float, context: Context) -> Box:
    node = TREE.node(node_id)
    lines = wrap(context.t(node.short or _full(node)), _CHARACTERS)
    return Box(x, y, _WIDTH, LINE * len(lines) + 20, lines)


def _full(node: Node) -> str:
    return node.text if isinstance(node, Question) else node.title


def _node(node_id: str, box: Box, context: Context) -> str:
    node = TREE.node(node_id)
    kind = "question" if isinstance(node, Question) else "outcome"
    return (
        f'<a href="{escape(context.url(f"check#{node_id}"))}">'
        f"<title>{escape(context.t(_full(node)))}</title>"
        f"{rectangle(box, f'fr-box fr-box-{kind}', radius=8 if kind == 'question' else 20)}"
        f"{text_lines(box, css='fr-box-text', anchor='middle')}</a>"
    )


def _edges(boxes: dict[str, Box]) -> str:
    pairs = {
        (name, option.to): None
        for name in boxes
        if isinstance(node := TREE.node(name), Question)
        for option in node.options
        if option.to in boxes
    }
    return "".join(_edge(boxes[a], boxes[b]) for a, b in pairs)


def _edge(a: Box, b: Box) -> str:
    x1, y1, x2, y2 = a.x + a.width, a.y + a.height / 2, b.x, b.y + b.height / 2
    bend = max(_GAP_X / 2, (x2 - x1) / 2)
    return (
        f'<path class="fr-edge" d="M{x1:g} {y1:g}C{x1 + bend:g} {y1:g} {x2 - bend:g} {y2:g} {x2:g} {y2:g}"/>'
    )
