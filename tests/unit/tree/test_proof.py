"""Each rule of the tree is told when it is broken, and only then."""

import pytest

from checker.tree.model import Option, Question, Tree
from checker.tree.proof import LONGEST_WAY, Breach, Rule, asked_before, breaches, depths, ways
from tests.unit.small import SMALL, outcome, question

END = outcome("end")


def chain(length: int) -> Tree:
    """A tree whose longest way asks so many questions."""
    names = [f"q{number}" for number in range(length)]
    targets = [*names[1:], "end"]
    return Tree("q0", (*(question(n, on=to, out="end") for n, to in zip(names, targets, strict=True)), END))


def test_a_good_tree_has_no_breach() -> None:
    assert breaches(SMALL) == []


BROKEN = {
    "an id of two nodes": (
        Tree("a", (question("a", x="end", y="end"), END, END)),
        {Breach(Rule.UNIQUE_ID, "end")},
    ),
    "an id that does not fit into HTML": (
        Tree("a", (question("a", x="the end", y="the end"), outcome("the end"))),
        {Breach(Rule.PLAIN_ID, "the end")},
    ),
    "an id that would be cut off in an address": (
        Tree("a", (question("a", x="b=c", y="b&c"), outcome("b=c"), outcome("b&c"))),
        {Breach(Rule.PLAIN_ID, "b=c"), Breach(Rule.PLAIN_ID, "b&c")},
    ),
    "the id that means a place": (
        Tree("at", (question("at", x="end", y="end"), END)),
        {Breach(Rule.PLAIN_ID, "at")},
    ),
    "an option that occurs twice": (
        Tree("a", (Question("a", "", (Option("x", "", "end"), Option("x", "", "end"))), END)),
        {Breach(Rule.UNIQUE_OPTION, "a.x")},
    ),
    "an option with an id that is not plain": (
        Tree("a", (Question("a", "", (Option("x y", "", "end"), Option("y", "", "end"))), END)),
        {Breach(Rule.PLAIN_OPTION, "a.x y")},
    ),
    "a start that is not there": (
        Tree("b", (question("a", x="end", y="end"), END)),
        {Breach(Rule.START_EXISTS, "b")},
    ),
    "an option that leads nowhere": (
        Tree("a", (question("a", x="end", y="gone"), END)),
        {Breach(Rule.LEADS_SOMEWHERE, "a.y")},
    ),
    "a question with one option": (
        Tree("a", (question("a", x="end"), END)),
        {Breach(Rule.TWO_OPTIONS, "a")},
    ),
    "a question without options": (
        Tree("a", (question("a", x="b", y="end"), question("b"), END)),
        {Breach(Rule.TWO_OPTIONS, "b")},
    ),
    "an outcome that nothing leads to": (
        Tree("a", (question("a", x="end", y="end"), END, outcome("lonely"))),
        {Breach(Rule.REACHABLE, "lonely")},
    ),
    "a second start": (
        Tree("a", (question("a", x="end", y="end"), question("b", x="end", y="end"), END)),
        {Breach(Rule.REACHABLE, "b")},
    ),
    "a question that leads to itself": (
        Tree("a", (question("a", x="a", y="end"), END)),
        {Breach(Rule.NO_CYCLE, "a")},
    ),
    "a cycle of two through the start": (
        Tree("a", (question("a", x="b", y="end"), question("b", x="a", y="end"), END)),
        {Breach(Rule.NO_CYCLE, "a"), Breach(Rule.NO_CYCLE, "b")},
    ),
    "a cycle of three behind the start": (
        Tree(
            "a",
            (
                question("a", x="b", y="end"),
                question("b", x="c", y="end"),
                question("c", x="d", y="end"),
                question("d", x="b", y="end"),
                END,
            ),
        ),
        {Breach(Rule.NO_CYCLE, "b"), Breach(Rule.NO_CYCLE, "c"), Breach(Rule.NO_CYCLE, "d")},
    ),
    "a cycle that nothing leads to": (
        Tree(
            "a",
            (question("a", x="end", y="end"), question("b", x="c", y="c"), question("c", x="b", y="b"), END),
        ),
        {Breach(rule, name) for rule in (Rule.REACHABLE, Rule.NO_CYCLE) for name in ("b", "c")},
    ),
    "a cycle at the head of the longest way, whose length then means nothing": (
        Tree("q0", (question("q0", on="q1", back="q0"), *chain(LONGEST_WAY).nodes[1:])),
        {Breach(Rule.NO_CYCLE, "q0")},
    ),
    "a way that is too long": (chain(LONGEST_WAY + 1), {Breach(Rule.SHORT_WAYS, "end")}),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_tree_is_told(name: str) -> None:
    tree, expected = BROKEN[name]
    assert set(breaches(tree)) == expected


def test_every_rule_is_broken_above() -> None:
    assert {breach.rule for _, expected in BROKEN.values() for breach in expected} == set(Rule)


def test_the_longest_way_that_is_allowed() -> None:
    assert breaches(chain(LONGEST_WAY)) == []


def test_ways_are_all_there_are() -> None:
    assert set(ways(SMALL)) == {
        (("first", "left"), ("second", "yes"), ("third", "yes")),
        (("first", "left"), ("second", "yes"), ("third", "no")),
        (("first", "left"), ("second", "no")),
        (("first", "right"), ("third", "yes")),
        (("first", "right"), ("third", "no")),
        (("first", "out"),),
    }
    assert list(ways(SMALL, "third")) == [(("third", "yes"),), (("third", "no"),)]
    assert list(ways(SMALL, "end")) == [()]


def test_depth_is_that_of_the_longest_way() -> None:
    assert depths(SMALL) == {"first": 0, "second": 1, "third": 2, "end": 3, "other_end": 3}


def test_what_is_asked_before() -> None:
    assert asked_before(SMALL, "first") == frozenset()
    assert asked_before(SMALL, "second") == {"first"}
    assert asked_before(SMALL, "other_end") == {"first", "second", "third"}
