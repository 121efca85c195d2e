"""The real tree holds what design and guide promise of it."""

import json
from collections.abc import Iterator

import pytest
from lxml import html as lxml_html

from checker.api import handle
from checker.checklist.definition import CAUTIONS, ITEMS, OWN_ACTOR, PLANS
from checker.checklist.select import SYSTEM_QUESTIONS
from checker.notes.definition import FIELDS, NOTES
from checker.notes.write import fields_of
from checker.render.outcome import reasons
from checker.tables.load import systems
from checker.tree.definition import TREE
from checker.tree.model import Condition, answered
from checker.tree.proof import LONGEST_WAY, breaches, depths
from tests.flow.cases import cases, outcomes_with, shown_items, shown_steps, unknown_names
from tests.flow.guide import exists

NO_SYSTEM = frozenset({"other", "unknown", "none", "private"})
"""The honest answers to the question of a mail system; no table can hold steps for them."""


def conditions() -> Iterator[tuple[str, Condition]]:
    for outcome in TREE.outcomes:
        yield from ((outcome.id, reason.when) for reason in outcome.reasons)
    for item in ITEMS.values():
        yield from ((item.id, condition) for condition in item.when)
    for note in NOTES.values():
        yield from ((note.id, condition) for line in note.lines for condition in line.when)


def guide_pages() -> Iterator[tuple[str, str]]:
    yield from ((question.id, question.guide) for question in TREE.questions)
    yield from ((outcome.id, outcome.guide) for outcome in TREE.outcomes)
    yield from ((item.id, item.guide) for item in ITEMS.values())


def test_the_tree_keeps_every_rule() -> None:
    assert breaches(TREE) == []


def test_there_is_one_start() -> None:
    reached = {option.to for question in TREE.questions for option in question.options}
    assert {node.id for node in TREE.nodes} - reached == {TREE.start}


def test_the_longest_way_is_what_the_cases_say() -> None:
    longest = max(len(case.way) for case in cases())
    assert longest == max(depths(TREE).values())
    assert longest <= LONGEST_WAY


def test_every_outcome_ends_some_way() -> None:
    assert {case.outcome for case in cases()} == {outcome.id for outcome in TREE.outcomes}


def test_each_outcome_belongs_to_one_role() -> None:
    roles = {(case.outcome, case.answers["role"]) for case in cases()}
    assert len(roles) == len(list(TREE.outcomes))
    assert {role for _, role in roles} == set(OWN_ACTOR)


@pytest.mark.parametrize(("owner", "target"), sorted(set(guide_pages())))
def test_the_guide_has_the_page_and_the_anchor(owner: str, target: str) -> None:
    assert exists(target), owner


def test_a_page_or_an_anchor_that_is_not_there_is_seen() -> None:
    assert not exists("guide/quarantine#no-such-anchor")
    assert not exists("guide/no-such-page")


def test_conditions_name_what_the_tree_has() -> None:
    assert [(owner, name) for owner, condition in conditions() for name in unknown_names(condition)] == []


def test_a_typing_error_in_a_condition_is_seen() -> None:
    assert list(unknown_names(answered("contact_sytem", "m365"))) == ["contact_sytem", "m365"]
    assert list(unknown_names(answered("contact_system", "m356"))) == ["m356"]


def test_each_name_in_a_condition_can_be_met() -> None:
    """A question or an option that never makes a difference is most likely a mistake."""
    for owner, condition in conditions():
        for question in condition.questions:
            offered = {option.id for option in TREE.question(question).options}
            assert offered & condition.options, (owner, question)


def test_every_outcome_has_a_plan_of_things_that_exist() -> None:
    assert set(PLANS) == {outcome.id for outcome in TREE.outcomes}
    for plan in PLANS.values():
        assert set(plan.items) <= set(ITEMS)
        assert set(plan.cautions) <= set(CAUTIONS)
        assert set(plan.notes) <= set(NOTES)


def test_no_plan_names_a_thing_twice() -> None:
    for plan in PLANS.values():
        for names in (plan.items, plan.cautions, plan.notes):
            assert len(names) == len(set(names))


def test_everything_in_a_plan_is_shown_by_some_way() -> None:
    planned = {(outcome, item) for outcome, plan in PLANS.items() for item in plan.items}
    assert planned == shown_items()


def test_every_item_caution_and_note_is_used() -> None:
    plans = PLANS.values()
    assert {item for _, item in shown_items()} == set(ITEMS)
    assert {caution for plan in plans for caution in plan.cautions} == set(CAUTIONS)
    assert {note for plan in plans for note in plan.notes} == set(NOTES)


def test_every_condition_of_an_item_is_decided_both_ways() -> None:
    """What is shown on all ways needs no condition."""
    for item in ITEMS.values():
        here = [case for case in cases() if item.id in PLANS[case.outcome].items]
        if item.when:
            assert {item.applies(case.answers) for case in here} == {True, False}, item.id


def test_every_reason_is_given_by_some_way_and_every_way_has_one() -> None:
    outcomes = {outcome.id: outcome for outcome in TREE.outcomes}
    given = [(case.outcome, tuple(reasons(outcomes[case.outcome], case.answers))) for case in cases()]
    assert {name for name, found in given if not found} == set()
    written = {(outcome.id, reason) for outcome in TREE.outcomes for reason in outcome.reasons}
    assert {(name, reason) for name, found in given for reason in found} == written


def test_every_line_of_a_note_is_written_by_some_way() -> None:
    for note in NOTES.values():
        here = [case for case in cases() if case.outcome in outcomes_with(note.id)]
        for line in note.lines:
            assert any(line.applies(case.answers) for case in here), (note.id, line.text)


def test_every_field_has_a_place_in_some_note() -> None:
    assert {field.id for field in fields_of(tuple(NOTES))} == set(FIELDS)


def test_every_row_of_steps_is_shown_by_some_way() -> None:
    assert shown_steps() == {(system.id, task) for system in systems().values() for task in system.steps}


def test_the_options_of_a_system_question_are_systems() -> None:
    for name in SYSTEM_QUESTIONS:
        for option in TREE.question(name).options:
            assert (option.id in systems()) != (option.id in NO_SYSTEM), (name, option.id)


def test_every_question_that_offers_systems_is_read_for_them() -> None:
    offering = {
        question.id for question in TREE.questions if {o.id for o in question.options} & set(systems())
    }
    assert offering == set(SYSTEM_QUESTIONS)


def test_every_system_can_be_chosen() -> None:
    offered = {option.id for name in SYSTEM_QUESTIONS for option in TREE.question(name).options}
    assert set(systems()) <= offered


def test_steps_for_those_who_do_not_know_have_a_title() -> None:
    for question in TREE.questions:
        assert bool(question.how) == bool(question.how_title), question.id


def ask(state: str) -> dict[str, str]:
    request = {"id": 1, "do": "view", "lang": "en", "root": "../", "state": state}
    reply: dict[str, str] = json.loads(handle(json.dumps(request)))
    return reply


def links(html: str) -> dict[str, str]:
    found = [one for one in lxml_html.fromstring(html).iter("a") if "data-option" in one.attrib]
    return {str(one.attrib["data-option"]): str(one.attrib["href"]).removeprefix("#") for one in found}


def test_every_option_leads_where_it_says_through_the_api() -> None:
    """Follow the links of every question once, starting with nothing but the start page."""
    todo, seen = [(TREE.start, "")], {TREE.start}
    while todo:
        node_id, state = todo.pop()
        offered = links(ask(state)["html"])
        question = TREE.question(node_id)
        assert list(offered) == [option.id for option in question.options]
        for option in question.options:
            reply = ask(offered[option.id])
            assert reply["state"].split("&")[0] == f"at={option.to}"
            assert reply["state"] == offered[option.id]
            if option.to not in seen and not reply["outcome"]:
                todo.append((option.to, offered[option.id]))
            seen.add(option.to)
    assert seen == {node.id for node in TREE.nodes}
