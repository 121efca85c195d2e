"""What must hold of a tree before anybody is sent through it; a breach is a line of text for developers."""

import re
from collections import Counter
from collections.abc import Iterator

from checker.tree.model import Outcome, Question, Tree

LONGEST_WAY = 8
"""Questions on the longest way: more than that, and people give up."""

_ID = re.compile(r"[a-z][a-z0-9_]*")


def breaches(tree: Tree) -> list[str]:
    """List everything that is wrong with the tree; an empty list is the proof."""
    edges = list(_bad_edges(tree))
    return [*_bad_ids(tree), *edges, *([] if edges else _bad_ways(tree))]


def ways(tree: Tree, node_id: str | None = None) -> Iterator[tuple[tuple[str, str], ...]]:
    """Every way from a node (else from the start) to an outcome, as (question, option) pairs."""
    node = tree.node(node_id or tree.start)
    if isinstance(node, Outcome):
        yield ()
        return
    for option in node.options:
        for way in ways(tree, option.to):
            yield ((node.id, option.id), *way)


def depths(tree: Tree) -> dict[str, int]:
    """The longest number of questions from the start to each reachable node; the tree must have no cycle."""
    result = {tree.start: 0}
    for node_id in _in_order(tree):
        node = tree.node(node_id)
        for option in node.options if isinstance(node, Question) else ():
            result[option.to] = max(result.get(option.to, 0), result[node_id] + 1)
    return result


def _bad_ids(tree: Tree) -> Iterator[str]:
    for node_id, count in Counter(node.id for node in tree.nodes).items():
        if count > 1:
            yield f"{node_id}: {count} nodes have this id"
        if not _ID.fullmatch(node_id) or node_id == "at":
            yield f"{node_id}: not usable as an id in HTML and in a fragment"
    for question in tree.questions:
        for option_id, count in Counter(option.id for option in question.options).items():
            if count > 1 or not _ID.fullmatch(option_id):
                yield f"{question.id}.{option_id}: option ids are unique and plain"


def _bad_edges(tree: Tree) -> Iterator[str]:
    if tree.start not in tree:
        yield f"{tree.start}: the start is no node"
    for question in tree.questions:
        if len(question.options) < 2:
            yield f"{question.id}: a question needs two options or more"
        for option in question.options:
            if option.to not in tree:
                yield f"{question.id}.{option.id}: leads to {option.to}, which is no node"


def _bad_ways(tree: Tree) -> Iterator[str]:
    order = _in_order(tree)
    for node in tree.nodes:
        if node.id not in order:
            yield f"{node.id}: cannot be reached, or lies on a cycle"
    yield from _cycles(tree, order)
    if len(order) == len(tree.nodes) and max(depths(tree).values()) > LONGEST_WAY:
        yield f"the longest way has {max(depths(tree).values())} questions, more than {LONGEST_WAY}"


def _cycles(tree: Tree, order: list[str]) -> Iterator[str]:
    for question in tree.questions:
        if question.id in order:
            for option in question.options:
                if option.to in order and order.index(option.to) <= order.index(question.id):
                    yield f"{question.id}.{option.id}: leads back to {option.to}"


def _in_order(tree: Tree) -> list[str]:
    """Reachable nodes, each after every node that leads to it (Kahn); nodes on a cycle are left out."""
    reachable, stack = {tree.start}, [tree.start]
    while stack:
        node = tree.node(stack.pop())
        for option in node.options if isinstance(node, Question) else ():
            if option.to not in reachable:
                reachable.add(option.to)
                stack.append(option.to)
    waiting = Counter(o.to for q in tree.questions if q.id in reachable for o in q.options)
    order, ready = [], [tree.start] if not waiting[tree.start] else []
    while ready:
        node = tree.node(ready.pop())
        order.append(node.id)
        for option in node.options if isinstance(node, Question) else ():
            waiting[option.to] -= 1
            if not waiting[option.to]:
                ready.append(option.to)
    return order
