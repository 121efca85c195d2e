"""What a pasted text answers: the questions of the tree, each with the words it rests on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.evidence import NOTHING, apply, recognise
from checker.messages.bounce import ANSWERS
from checker.messages.headers import ANSWERS as HEADER_ANSWERS
from checker.tree.definition import TREE
from checker.tree.walk import State, parse_state
from tests.unit.headers.samples import M365_BEHIND_PROOFPOINT

UNKNOWN = "550 5.1.1 <kari@example.com>: Recipient address rejected: User unknown"


def answers(text: str) -> dict[str, str]:
    return {one.question: one.option for one in recognise(text).given}


def test_a_bounce_answers_its_reason_and_what_follows_from_it() -> None:
    assert answers(UNKNOWN) == {
        "bounce_reason": "unknown_user",
        "status": "bounced",
        "status_lookup": "bounced",
        "many_status": "bounced",
        "sender_says": "bounced",
    }


def test_every_answer_says_what_it_rests_on() -> None:
    for one in recognise(UNKNOWN).given:
        assert (one.tool, one.quote) == ("bounce", UNKNOWN)
        assert TREE.option(one.question, one.option)


def test_headers_answer_where_it_went_and_through_what() -> None:
    found = recognise(M365_BEHIND_PROOFPOINT)
    given = {one.question: one.option for one in found.given}
    assert given["contact_looked"] == "junk_found"
    assert given["contact_gateway"] == "proofpoint"
    assert given["contact_system"] == "m365"
    assert {one.tool for one in found.given} == {"headers"}
    assert found.fields["subject"] == "Tilbud på ski"
    assert found.fields["date"] == "2026-11-23"
    assert found.fields["time"] == "09:50 UTC"


@pytest.mark.parametrize("text", ["", "Hei, kommer du på fredag?", "\0" * 100])
def test_other_text_answers_nothing(text: str) -> None:
    assert recognise(text) is NOTHING


@given(st.text())
def test_any_text_is_tried(text: str) -> None:
    assert all(TREE.option(one.question, one.option) for one in recognise(text).given)


def test_the_answers_lead_on_to_what_is_open() -> None:
    state = parse_state("at=status&role=marketer&scope=one", TREE)
    assert apply(recognise(UNKNOWN), state, TREE).at == "bounced_address"


def test_a_place_that_was_opened_directly_leads_on_as_well() -> None:
    assert apply(recognise(UNKNOWN), State("bounce_reason"), TREE).at == "bounced_address"


HEADERS = """\
Received: from mta.example.com (192.0.2.7) by AM6.mail.protection.outlook.com; Mon, 23 Nov 2026 08:04:17 +0000
X-Microsoft-Antispam-Mailbox-Delivery: dest:J;OFR:SpamFilterAuthJ;
From: Post <post@sender.example>
Subject: Autumn
Date: Mon, 23 Nov 2026 08:02:02 +0000
"""


def test_headers_answer_and_fill_in_the_notes() -> None:
    found = recognise(HEADERS)
    given = {one.question: one.option for one in found.given}
    assert (given["contact_looked"], given["contact_system"]) == ("junk_found", "m365")
    assert (found.fields["subject"], found.fields["from_address"]) == ("Autumn", "post@sender.example")
    assert all(one.tool == "headers" and one.quote for one in found.given)


def test_what_the_reader_has_answered_stays_but_for_the_question_at_hand() -> None:
    way = "role=marketer&scope=one&status=delivered&contact_looked=junk_empty&contact_system=unknown"
    state = apply(recognise(HEADERS), parse_state(f"at=contact_system&{way}", TREE), TREE)
    assert state.answers["contact_looked"] == "junk_empty"
    assert state.answers["contact_system"] == "m365"


def test_every_question_that_offers_headers_can_be_answered_by_them() -> None:
    offering = {question.id for question in TREE.questions if "headers" in question.evidence}
    answered = {answer.question for answers in HEADER_ANSWERS.values() for answer in answers}
    assert offering
    assert offering <= answered


def test_questions_offer_the_tools_that_can_answer_them() -> None:
    answered = {answer.question for answer in ANSWERS.values()} | set(answers(UNKNOWN))
    assert answered == {question.id for question in TREE.questions if "bounce" in question.evidence}
