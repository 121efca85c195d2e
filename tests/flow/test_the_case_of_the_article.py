"""The case this site was made for: HubSpot says delivered, the contact sees nothing, junk is empty."""

from checker.checklist.model import Actor
from checker.checklist.select import Checklist
from checker.render.markdown import case as as_markdown
from checker.render.outcome import reasons
from checker.tree.definition import TREE
from checker.tree.model import Outcome
from checker.tree.walk import format_state, parse_state, view
from tests.flow.cases import Case, cases, context

ANSWERS = {
    "role": "marketer",
    "scope": "one",
    "status": "delivered",
    "contact_looked": "junk_empty",
    "contact_system": "m365",
    "contact_gateway": "none",
    "domain_connected": "connected",
}


def the_case(**changed: str) -> Case:
    wanted = {**ANSWERS, **changed}
    (found,) = (case for case in cases() if case.answers == wanted)
    return found


def of(checklist: Checklist, actor: Actor) -> list[str]:
    return [one.item.id for group in checklist.groups if group.actor is actor for one in group.entries]


def test_it_is_most_likely_quarantine() -> None:
    assert the_case().outcome == "likely_quarantine"


def test_it_stands_in_the_address_and_can_be_reached_from_there() -> None:
    fragment = format_state(the_case().state, TREE)
    seen = view(parse_state(fragment, TREE), TREE)
    assert seen.node.id == "likely_quarantine"
    assert seen.on_the_way == ANSWERS


def test_the_reasons_rest_on_the_answers_given() -> None:
    node = TREE.node("likely_quarantine")
    assert isinstance(node, Outcome)
    behind = [question for reason in reasons(node, ANSWERS) for question in reason.when.questions]
    assert set(behind) & set(ANSWERS) == {"status", "contact_looked", "contact_system"}


def test_the_facts_are_written_down_first() -> None:
    first = the_case().checklist.first
    assert first is not None
    assert first.item.id == "write_facts"


def test_it_is_asked_for_the_narrowest_first_and_for_the_addresses_last() -> None:
    todo = of(the_case().checklist, Actor.RECIPIENT_IT)
    assert todo[:2] == ["it_trace", "it_release"]
    allowing = ["it_allow_sender", "it_allow_rule", "it_expiry", "it_allow_ips"]
    assert [item for item in todo if item in allowing] == allowing
    assert todo[-1] == "it_allow_ips"


def test_the_steps_are_those_of_the_contacts_own_system() -> None:
    groups = the_case().checklist.groups
    systems = {s.id for group in groups for one in group.entries for s in one.systems}
    assert systems == {"m365"}


def test_with_a_gateway_it_starts_there() -> None:
    checklist = the_case(contact_gateway="proofpoint").checklist
    assert of(checklist, Actor.RECIPIENT_IT)[0] == "it_both_filters"
    both = [one.systems for group in checklist.groups for one in group.entries if len(one.systems) > 1]
    assert both
    assert all([system.id for system in systems] == ["proofpoint", "m365"] for systems in both)


def test_without_a_connected_domain_the_shared_names_are_given_and_the_own_is_not() -> None:
    todo = of(the_case(domain_connected="not_connected").checklist, Actor.SENDER)
    assert "give_shared_domains" in todo
    assert "give_domain" not in todo
    assert "give_shared_domains" not in of(the_case().checklist, Actor.SENDER)


def test_what_not_to_ask_for_is_told() -> None:
    cautions = {caution.id for caution in the_case().checklist.cautions}
    assert {"filter_off", "ip_list_first", "domain_without_proof", "malware"} <= cautions


def test_the_notes_are_for_it_and_for_the_contact() -> None:
    assert the_case().checklist.notes == ("to_it", "to_contact")


def test_the_four_facts_stand_in_the_note_to_it() -> None:
    seen = view(the_case().state, TREE)
    assert isinstance(seen.node, Outcome)
    facts = {
        "subject": "Autumn offers",
        "from_address": "news@sender.example",
        "date": "2026-11-20",
        "time": "09.15, Oslo",
    }
    shown = context("nb")
    text = as_markdown(seen, seen.node, shown, frozenset({"write_facts"}), facts, context("en").translate)
    assert all(fact in text for fact in facts.values())
    assert text.count("- [x] ") == 1
