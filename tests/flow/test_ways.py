"""Every way through the tree, walked and shown in every language."""

from collections import Counter

import pytest

from checker.checklist.definition import OWN_ACTOR, PLANS
from checker.notes.definition import NOTES
from checker.notes.write import write_note
from checker.render.markdown import case as as_markdown
from checker.render.page import place, title
from checker.render.widgets import WIDGETS
from checker.tree.definition import TREE
from checker.tree.model import Outcome
from checker.tree.walk import State, View, view
from tests.flow.cases import LANGUAGES, Case, cases, context, entries
from tests.flow.markup import faults

FIELDS = {name: f"my {name}" for name in ("subject", "from_address", "to_address", "date", "time")}


def arrive(case: Case) -> tuple[View, Outcome]:
    seen = view(case.state, TREE)
    assert isinstance(seen.node, Outcome)
    return seen, seen.node


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_way_is_shown_as_good_markup(lang: str) -> None:
    shown = context(lang)
    bad = {case.way: found for case in cases() if (found := faults(place(arrive(case)[0], shown)))}
    assert bad == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_way_can_be_kept_as_markdown(lang: str) -> None:
    shown = context(lang)
    for case in cases():
        seen, outcome = arrive(case)
        text = as_markdown(seen, outcome, shown, frozenset(), FIELDS, shown.translate)
        assert "{" not in text, case.way
        assert text.startswith("# ")
        assert "\n# " not in text
        boxes = text.count("\n- [ ] ")
        assert boxes == len(entries(case.checklist))
        assert text.count("\n> - ") >= len(case.checklist.notes)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", WIDGETS)
def test_every_part_of_a_page_is_good_markup(name: str, lang: str) -> None:
    assert faults(WIDGETS[name](context(lang))) == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("question", [question.id for question in TREE.questions])
def test_every_question_is_good_markup_before_and_after_it_is_answered(question: str, lang: str) -> None:
    answered = next((case for case in cases() if question in case.answers), cases()[0])
    for state in (State(question), State(question, answered.answers)):
        seen = view(state, TREE)
        assert seen.node.id == question
        assert faults(place(seen, context(lang))) == []
        assert "<" not in title(seen.node, context(lang))


def test_every_way_leads_back_step_by_step() -> None:
    for case in cases():
        seen, _ = arrive(case)
        assert tuple((step.question.id, step.option.id) for step in seen.steps) == case.way
        for question, _option in reversed(case.way):
            assert seen.back is not None
            seen = view(seen.back, TREE)
            assert seen.node.id == question
            assert seen.state.answers == case.answers
        assert seen.back is None


def test_every_way_has_something_to_do_first_that_is_the_readers_own() -> None:
    for case in cases():
        checklist = case.checklist
        assert checklist.first is not None, case.way
        assert checklist.first.item.actor is checklist.reader, case.way
        if case.outcome != "own_domain":  # the administrator is the sender there
            assert checklist.reader is OWN_ACTOR[case.answers["role"]]


def test_every_checklist_is_in_the_order_of_its_plan_with_the_reader_first() -> None:
    for case in cases():
        checklist = case.checklist
        actors = [group.actor for group in checklist.groups]
        assert checklist.reader not in actors[1:]
        assert len(actors) == len(set(actors))
        for group in checklist.groups:
            ids = [one.item.id for one in group.entries]
            assert ids == sorted(ids, key=PLANS[case.outcome].items.index)
            assert {one.item.actor for one in group.entries} == {group.actor}
        counted = Counter(one.item.id for one in entries(checklist))
        assert set(counted.values()) == {1}


def test_an_item_that_speaks_of_the_note_below_comes_with_a_note() -> None:
    sending = {"write_to_contact", "write_to_it", "write_to_own_it", "ask_the_sender", "ask_colleague"}
    for case in cases():
        if sending & {one.item.id for one in entries(case.checklist)}:
            assert case.checklist.notes, case.outcome


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("note", NOTES)
def test_every_note_is_whole_on_every_way(note: str, lang: str) -> None:
    here = [case for case in cases() if note in PLANS[case.outcome].notes]
    texts = {write_note(NOTES[note], case.answers, {}, context(lang).translate): case.way for case in here}
    for text, way in texts.items():
        subject, blank, *body = text.split("\n")
        assert subject, way
        assert blank == "", way
        assert any(line.startswith("- ") for line in body), way
        assert "{" not in text, way
