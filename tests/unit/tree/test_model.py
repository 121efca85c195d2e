import pytest

from checker.tree.model import answered, unless
from tests.unit.small import SMALL


@pytest.mark.parametrize(
    ("answers", "holds"),
    [
        ({}, False),
        ({"a": "x"}, True),
        ({"b": "y"}, True),
        ({"a": "z"}, False),
        ({"a": "z", "b": "x"}, True),
        ({"c": "x"}, False),
    ],
)
def test_a_condition_and_its_opposite(answers: dict[str, str], holds: bool) -> None:
    assert answered("a b", "x", "y").holds(answers) is holds
    assert unless("a b", "x", "y").holds(answers) is not holds


def test_finding_nodes_and_options() -> None:
    assert "first" in SMALL
    assert "nowhere" not in SMALL
    assert SMALL.question("first").id == "first"
    option = SMALL.option("first", "left")
    assert option is not None
    assert option.to == "second"


@pytest.mark.parametrize(("question", "option"), [("first", "up"), ("nowhere", "left"), ("end", "left")])
def test_an_unknown_option_is_none(question: str, option: str) -> None:
    assert SMALL.option(question, option) is None


def test_asking_for_what_is_not_there_is_our_fault() -> None:
    with pytest.raises(KeyError):
        SMALL.node("nowhere")
    with pytest.raises(TypeError):
        SMALL.question("end")
