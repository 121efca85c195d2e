"""What must hold of a tree before anybody is sent through it, and what can be computed once it does."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from checker.tree.model import Node, Outcome, Question, Tree

LONGEST_WAY = 8
"""Questions on the longest way: more than that, and people give up."""

_ID = re.compile(r"[a-z][a-z0-9_]*")


class Rule(StrEnum):
    """The rules of the tree."""

    UNIQUE_ID = "unique_id"
    PLAIN_ID = "plain_id"
    UNIQUE_OPTION = "unique_option"
    PLAIN_OPTION = "plain_option"
    START_EXISTS = "start_exists"
    TWO_OPTIONS = "two_options"
    LEADS_SOMEWHERE = "leads_somewhere"
    REACHABLE = "reachable"
    NO_CYCLE = "no_cycle"
    SHORT_WAYS = "short_ways"


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule that does not hold, and the node or `question.option` where it does not."""

    rule: Rule
    where: str


def breaches(tree: Tree) -> list[Breach]:
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
        for to in _next(tree.node(node_id)):
            result[to] = max(result.get(to, 0), result[node_id] + 1)
    return result


def asked_before(tree: Tree, node_id: str) -> frozenset[str]:
    """Every question that lies on some way to a node."""
    return frozenset(question.id for question in tree.questions if node_id in tree.reach(*_next(question)))


def _bad_ids(tree: Tree) -> Iterator[Breach]:
    for node_id, count in Counter(node.id for node in tree.nodes).items():
        if count > 1:
            yield Breach(Rule.UNIQUE_ID, node_id)
        if not _ID.fullmatch(node_id) or node_id == "at":
            yield Breach(Rule.PLAIN_ID, node_id)
    for question in tree.questions:
        for option_id, count in Counter(option.id for option in question.options).items():
            if count > 1:
                yield Breach(Rule.UNIQUE_OPTION, f"{question.id}.{option_id}")
            if not _ID.fullmatch(option_id):
                yield Breach(Rule.PLAIN_OPTION, f"{question.id}.{option_id}")


def _bad_edges(tree: Tree) -> Iterator[Breach]:
    if tree.start not in tree:
        yield Breach(Rule.START_EXISTS, tree.start)
    for question in tree.questions:
        if len(question.options) < 2:
            yield Breach(Rule.TWO_OPTIONS, question.id)
        for option in question.options:
            if option.to not in tree:
                yield Breach(Rule.LEADS_SOMEWHERE, f"{question.id}.{option.id}")


def _bad_ways(tree: Tree) -> Iterator[Breach]:
    reachable = tree.reach(tree.start)
    yield from (Breach(Rule.REACHABLE, node.id) for node in tree.nodes if node.id not in reachable)
    cycles = [node.id for node in tree.nodes if node.id in tree.reach(*_next(node))]
    yield from (Breach(Rule.NO_CYCLE, node_id) for node_id in cycles)
    if not cycles:
        deep = (node_id for node_id, depth in depths(tree).items() if depth > LONGEST_WAY)
        yield from (Breach(Rule.SHORT_WAYS, node_id) for node_id in deep)


def _next(node: Node) -> list[str]:
    return [option.to for option in node.options] if isinstance(node, Question) else []


def _in_order(tree: Tree) -> list[str]:
    """Reachable nodes, each after every node that leads to it (Kahn); the tree must have no cycle."""
    reachable = tree.reach(tree.start)
    waiting = Counter(to for node in tree.nodes if node.id in reachable for to in _next(node))
    order, ready = [], [tree.start]
    while ready:
        node_id = ready.pop()
        order.append(node_id)
        for to in _next(tree.node(node_id)):
            waiting[to] -= 1
            if not waiting[to]:
                ready.append(to)
    return order
