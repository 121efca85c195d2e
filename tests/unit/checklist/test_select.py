"""What belongs into a checklist, and in which words its conditions are put."""

import pytest

from checker.checklist.definition import ITEMS, OWN_ACTOR, PLANS
from checker.checklist.model import Actor
from checker.checklist.select import asked, can_hold, named_systems, role_of, select
from checker.tree.definition import TREE
from checker.tree.model import answered, unless

OUTCOMES = [outcome.id for outcome in TREE.outcomes]
NEVER_ASKED = answered("domain_connected", "not_connected")


def ids(outcome: str, answers: dict[str, str], *, everything: bool = False) -> list[str]:
    checklist = select(outcome, answers, everything=everything)
    first = [checklist.first.item.id] if checklist.first else []
    return [*first, *(one.item.id for group in checklist.groups for one in group.entries)]


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_the_page_without_script_shows_the_whole_plan(outcome: str) -> None:
    assert sorted(ids(outcome, {}, everything=True)) == sorted(PLANS[outcome].items)


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_without_answers_the_reader_is_told_by_the_outcome(outcome: str) -> None:
    checklist = select(outcome, {})
    assert checklist.reader is (PLANS[outcome].reader or OWN_ACTOR[role_of(outcome)])
    assert checklist.first is not None
    assert checklist.first.item.actor is checklist.reader


def test_the_administrator_is_the_sender_of_their_own_mail() -> None:
    assert select("own_domain", {"role": "it"}).reader is Actor.SENDER


def test_what_needs_other_answers_is_left_out() -> None:
    assert "it_shared_domains" in ids("likely_quarantine", {"domain_connected": "not_connected"})
    assert "it_shared_domains" not in ids("likely_quarantine", {"domain_connected": "connected"})
    assert "it_shared_domains" not in ids("likely_quarantine", {})


def test_the_first_item_stands_nowhere_else() -> None:
    found = ids("likely_quarantine", {"role": "marketer"})
    assert found[0] == "write_facts"
    assert found.count("write_facts") == 1


def test_the_gateway_comes_before_the_system_behind_it() -> None:
    answers = {"contact_system": "m365", "contact_gateway": "mimecast"}
    assert [system.id for system in named_systems(answers)] == ["mimecast", "m365"]


def test_a_system_named_twice_is_one_and_what_is_no_system_is_none() -> None:
    answers = {"mailbox": "m365", "work_system": "m365", "contact_gateway": "unknown", "role": "marketer"}
    assert [system.id for system in named_systems(answers)] == ["m365"]


def test_steps_are_named_only_where_the_system_has_them() -> None:
    checklist = select("likely_quarantine", {"contact_system": "m365", "contact_gateway": "proofpoint"})
    by_item = {
        one.item.id: [s.id for s in one.systems] for group in checklist.groups for one in group.entries
    }
    assert by_item["it_allow_sender"] == ["proofpoint", "m365"]
    assert by_item["it_allow_rule"] == ["m365"]
    assert by_item["it_both_filters"] == []


def test_a_condition_on_a_question_of_another_way_cannot_hold() -> None:
    assert not can_hold(NEVER_ASKED, "in_quarantine")
    assert can_hold(NEVER_ASKED, "likely_quarantine")
    assert can_hold(unless("domain_connected", "not_connected"), "in_quarantine")


def test_a_condition_is_put_in_the_question_of_the_readers_own_way() -> None:
    (condition,) = ITEMS["it_allow_rule"].when
    assert asked(condition, "likely_quarantine") == ("contact_system",)
    assert asked(condition, "in_quarantine") == ("work_system",)
    assert asked(condition, "allow_domain") == ("allow_system",)
    assert asked(condition, "bounced_blocked") == ()
