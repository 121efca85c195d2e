"""States as fragments, and what is shown at them."""

from string import printable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.tree.definition import TREE
from checker.tree.model import Option, Question
from checker.tree.walk import State, View, format_state, parse_state, view
from tests.unit.small import SMALL

NODES = [node.id for node in TREE.nodes]
ANSWERS = [(question.id, option.id) for question in TREE.questions for option in question.options]
states = st.builds(State, st.sampled_from(NODES), st.lists(st.sampled_from(ANSWERS)).map(dict))
likely = st.lists(
    st.sampled_from([*NODES, *(f"{q}={o}" for q, o in ANSWERS), "at=", "=", "&", "#", "at=role"]), max_size=30
)
fragments = st.text() | st.text(printable) | st.text("#=&at") | likely.map("&".join)


def seen(fragment: str) -> View:
    return view(parse_state(fragment, SMALL), SMALL)


def given_answers(seen: View) -> dict[str, str]:
    return dict(seen.state.answers)


def follow(seen: View, option: str) -> View:
    (choice,) = (choice for choice in seen.choices if choice.option.id == option)
    return view(choice.state, SMALL)


@given(states)
@settings(deadline=None)
def test_a_state_comes_back_from_its_fragment(state: State) -> None:
    back = parse_state(format_state(state, TREE), TREE)
    assert back.at == state.at
    assert dict(back.answers) == dict(state.answers)


@given(fragments)
@settings(deadline=None)
def test_any_fragment_is_read_and_its_form_is_stable(fragment: str) -> None:
    state = parse_state(fragment, TREE)
    text = format_state(state, TREE)
    assert format_state(parse_state(text, TREE), TREE) == text
    assert parse_state(f"#{text}", TREE) == parse_state(text, TREE)


@given(fragments)
@settings(deadline=None)
def test_nothing_of_the_readers_text_gets_into_an_address(fragment: str) -> None:
    known = {*NODES, "at", *(name for answer in ANSWERS for name in answer)}
    text = format_state(parse_state(fragment, TREE), TREE)
    assert {word for part in text.split("&") for word in part.split("=")} <= known


@given(states)
@settings(deadline=None)
def test_every_state_shows_something_and_stays_where_it_is(state: State) -> None:
    first = view(state, TREE)
    assert first.state.at == first.node.id
    again = view(first.state, TREE)
    assert (again.node, again.steps, again.choices) == (first.node, first.steps, first.choices)
    assert dict(first.state.answers) == dict(state.answers)


@given(states)
@settings(deadline=None)
def test_every_choice_is_of_this_question_and_holds_its_answer(state: State) -> None:
    shown = view(state, TREE)
    options = shown.node.options if isinstance(shown.node, Question) else ()
    assert tuple(choice.option for choice in shown.choices) == options
    for choice in shown.choices:
        assert choice.state.answers[shown.node.id] == choice.option.id
        assert view(choice.state, TREE).node.id == choice.state.at


def test_equal_states_give_equal_text_whatever_the_order() -> None:
    one = State("third", {"second": "yes", "first": "left"})
    other = State("third", {"first": "left", "second": "yes"})
    assert format_state(one, SMALL) == format_state(other, SMALL) == "at=third&first=left&second=yes"


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        ("", "at=first"),
        ("#", "at=first"),
        ("third", "at=third"),
        ("#third", "at=third"),
        ("at=end", "at=end"),
        ("at=nowhere", "at=first"),
        ("nowhere", "at=first"),
        ("at=", "at=first"),
        ("at=nowhere&at=second", "at=second"),
        ("at=second&at=third", "at=second"),
        ("first=left", "at=first&first=left"),
        ("first=up&second=yes", "at=first&second=yes"),
        ("nothing=left", "at=first"),
        ("end=left", "at=first"),
        ("first=right&first=left", "at=first&first=left"),
        ("first=left=right", "at=first"),
        ("FIRST=left&Third", "at=first"),
        ("at=third&subject=Hello", "at=third"),
    ],
)
def test_what_is_unknown_is_dropped(fragment: str, text: str) -> None:
    assert format_state(parse_state(fragment, SMALL), SMALL) == text


def test_an_unknown_answer_is_not_written_either() -> None:
    assert format_state(State("first", {"first": "up", "x": "y"}), SMALL) == "at=first"


def test_a_fragment_without_end_is_cut() -> None:
    assert parse_state("x" * 1_000_000 + "&third", SMALL).at == "first"


def test_at_the_start_there_is_no_way_back() -> None:
    start = seen("")
    assert start.node.id == "first"
    assert start.back is None
    assert start.steps == ()
    assert not any(choice.chosen for choice in start.choices)


def test_answering_leads_on_and_back_leads_back() -> None:
    there = follow(follow(seen(""), "left"), "yes")
    assert there.node.id == "third"
    assert there.on_the_way == {"first": "left", "second": "yes"}
    assert there.back is not None
    back = view(there.back, SMALL)
    assert back.node.id == "second"
    assert [choice.option.id for choice in back.choices if choice.chosen] == ["yes"]
    assert given_answers(back) == {"first": "left", "second": "yes"}


def test_a_changed_answer_leads_to_the_first_open_question_and_keeps_the_later_ones() -> None:
    end = follow(follow(follow(seen(""), "left"), "yes"), "no")
    assert end.node.id == "other_end"
    changing = view(State("first", end.state.answers), SMALL)
    changed = follow(changing, "right")
    assert changed.node.id == "other_end"
    assert changed.on_the_way == {"first": "right", "third": "no"}
    assert given_answers(changed) == {"first": "right", "second": "yes", "third": "no"}


def test_an_answer_off_the_way_is_there_again_when_the_change_is_undone() -> None:
    end = seen("at=other_end&first=right&second=yes&third=no")
    undone = follow(view(State("first", end.state.answers), SMALL), "left")
    assert undone.on_the_way == {"first": "left", "second": "yes", "third": "no"}


def test_an_open_question_in_between_is_asked() -> None:
    changed = follow(seen("at=first&first=right&third=no"), "left")
    assert changed.node.id == "second"
    assert follow(changed, "yes").node.id == "other_end"


def test_a_place_that_the_answers_do_not_lead_to_shows_how_far_they_lead() -> None:
    assert seen("at=other_end&first=left").node.id == "second"
    assert seen("at=second&first=right").node.id == "third"
    assert seen("at=end&first=out&third=no").node.id == "end"


def test_jumping_in_midway_goes_on_from_there() -> None:
    there = seen("third")
    assert there.node.id == "third"
    assert there.back is None
    end = follow(there, "no")
    assert end.node.id == "other_end"
    assert end.steps == ()
    assert end.on_the_way == {"third": "no"}


def test_after_jumping_in_a_later_answer_is_asked_again_and_not_skipped() -> None:
    assert follow(seen("at=second&third=no"), "yes").node.id == "third"


def test_every_way_of_the_real_tree_starts_at_its_start() -> None:
    start = view(State(TREE.start), TREE)
    assert [type(choice.option) for choice in start.choices] == [Option] * len(start.choices)
    assert {choice.state.at for choice in start.choices} == {o.to for o in TREE.question(TREE.start).options}
