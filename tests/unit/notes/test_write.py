"""Notes: every combination of what they depend on, in every language, whatever is typed into them."""

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from checker.i18n import untranslated
from checker.notes.definition import FIELDS, NOTES
from checker.notes.model import Line, Note
from checker.notes.write import fields_of, write_note
from checker.tree.definition import TREE
from checker.tree.model import Condition
from tests.flow.cases import LANGUAGES, translate_into

FILLED = {name: f"<{name}>" for name in FIELDS}
TO_IT = NOTES["to_it"]
REFUSED, ACCEPTED = {"bounce_reason": "blocked"}, {"status": "delivered"}
hostile = (
    st.text()
    | st.text("{}<>*_#`[]()&\\\n\r\t\x00\x85\u2028\u202e\u2066\ud800 -!|")
    | st.sampled_from(list(FIELDS))
)


def combinations(note: Note) -> Iterator[dict[str, str]]:
    """All answers that make a difference to a note; of options that no condition tells apart, one."""
    conditions = [condition for line in note.lines for condition in line.when]
    names = sorted({name for condition in conditions for name in condition.questions})
    for chosen in product(*(told_apart(name, conditions) for name in names)):
        yield {name: option for name, option in zip(names, chosen, strict=True) if option}


def told_apart(question: str, conditions: list[Condition]) -> Collection[str]:
    options = ["", *(option.id for option in TREE.question(question).options)]
    return {tuple(one.holds({question: option}) for one in conditions): option for option in options}.values()


def places(note: Note, answers: Mapping[str, str]) -> set[str]:
    return {
        name for line in note.lines if line.applies(answers) for name in re.findall(r"\{(\w+)\}", line.text)
    }


def small(*lines: Line) -> Note:
    return Note("small", "Title", "About", lines)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("note", NOTES)
def test_every_combination_makes_a_whole_note(note: str, lang: str) -> None:
    translate = translate_into(lang)
    for answers in combinations(NOTES[note]):
        text = write_note(NOTES[note], answers, {}, translate)
        assert "{" not in text
        assert "\n\n\n" not in text
        assert text.startswith(f"{translate(NOTES[note].subject)}\n\n")
        assert text.endswith("\n")
        assert text.count("\n- ") == sum(line.bullet and line.applies(answers) for line in NOTES[note].lines)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("note", NOTES)
def test_blanks_stand_until_they_are_filled_in(note: str, lang: str) -> None:
    translate = translate_into(lang)
    for answers in combinations(NOTES[note]):
        blank = write_note(NOTES[note], answers, {}, translate)
        filled = write_note(NOTES[note], answers, FILLED, translate)
        for name in places(NOTES[note], answers):
            stands = FIELDS[name].default or translate(FIELDS[name].blank)
            assert stands in blank
            assert FILLED[name] in filled
            assert stands not in filled


@pytest.mark.parametrize("note", NOTES)
def test_a_form_asks_for_what_its_notes_hold_and_for_nothing_more(note: str) -> None:
    held = set().union(*(places(NOTES[note], answers) for answers in combinations(NOTES[note])))
    assert {field.id for field in fields_of((note,))} == held


def test_fields_come_in_the_order_of_the_form() -> None:
    assert [field.id for field in fields_of(tuple(NOTES))] == list(FIELDS)


def test_every_place_is_of_a_field_that_exists() -> None:
    assert all(
        places(note, answers) <= set(FIELDS) for note in NOTES.values() for answers in combinations(note)
    )


def lines(answers: Mapping[str, str]) -> set[str]:
    return {line.text for line in TO_IT.lines if line.applies(answers)}


@pytest.mark.parametrize("reason", ["blocked", "global"])
def test_where_it_bounced_nothing_says_that_it_was_accepted_or_lies_in_quarantine(reason: str) -> None:
    text = write_note(TO_IT, {"bounce_reason": reason}, {}, untranslated).lower()
    assert not any(word in text for word in ("accepted", "quarantine", "trace", "release"))
    assert "refused" in text


def test_where_it_was_delivered_nothing_says_that_it_was_refused() -> None:
    text = write_note(TO_IT, ACCEPTED, {}, untranslated).lower()
    assert "refused" not in text
    assert {"accepted", "quarantine"} <= set(re.findall(r"\w+", text))


def test_the_two_variants_share_the_facts() -> None:
    assert {"Subject: {subject}", "From: {from_address}", "To: {to_address}"} <= lines(REFUSED) & lines(
        ACCEPTED
    )


def test_where_the_contact_found_it_in_junk_it_is_not_sought_anywhere_else() -> None:
    text = write_note(TO_IT, {**ACCEPTED, "contact_looked": "junk_found"}, {}, untranslated).lower()
    assert not any(word in text for word in ("neither", "quarantine", "trace", "release"))
    assert "junk" in text


def test_one_opening_only() -> None:
    """Whatever was answered, exactly one sentence tells what became of the e-mail."""
    openings = {line.text for line in TO_IT.lines[1:4]}
    for answers in ({}, REFUSED, ACCEPTED, {**ACCEPTED, "contact_looked": "junk_found"}):
        assert len(openings & lines(answers)) == 1


def test_a_brace_that_the_reader_types_is_a_brace() -> None:
    note = small(Line("{subject} / {date}"))
    text = write_note(note, {}, {"subject": "{date}{0.__class__}{", "date": "}"}, untranslated)
    assert text == "About\n\n{date}{0.__class__}{ / }\n"


def test_bullets_follow_one_another_and_paragraphs_stand_apart() -> None:
    note = small(Line("a"), Line("b", bullet=True), Line("c", bullet=True), Line("d"))
    assert write_note(note, {}, {}, untranslated) == "About\n\na\n\n- b\n- c\n\nd\n"


def test_only_blanks_are_a_blank() -> None:
    note = small(Line("{subject}"))
    empty = write_note(note, {}, {}, untranslated)
    assert write_note(note, {}, {"subject": " \n\u2028\t "}, untranslated) == empty


def test_a_field_is_cut_and_kept_on_one_line() -> None:
    note = small(Line("{subject}"))
    text = write_note(note, {}, {"subject": "a\r\nb\x00c\u2029d " + "x" * 100_000}, untranslated)
    body = text.removeprefix("About\n\n").removesuffix("\n")
    assert body.startswith("a b c d x")
    assert len(body) == 500


@given(st.dictionaries(st.sampled_from(sorted(FIELDS)), hostile))
@example({"subject": "\u202egnp.exe", "date": "\ud800"})
@settings(deadline=None)
def test_what_is_typed_changes_neither_the_lines_nor_the_direction(fields: dict[str, str]) -> None:
    for answers in (REFUSED, ACCEPTED):
        text = write_note(TO_IT, answers, fields, untranslated)
        blank = write_note(TO_IT, answers, {}, untranslated)
        assert len(text.split("\n")) == len(text.splitlines()) + 1 == len(blank.split("\n"))
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]", text)
        starts = [line[:2] for line in blank.split("\n")]
        assert [line[:2] for line in text.split("\n")] == starts
