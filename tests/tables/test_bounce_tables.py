"""The tables of the bounce reader: sources, dates, names, and every example run."""

from datetime import date

import pytest

from checker.smtp.ideas import find_rule
from checker.smtp.model import Kind, Persistence, Reason
from checker.smtp.reply import find_codes, plain_words
from checker.tables.bounces import hubspot_words, marks, phrases, read, replies, statuses
from checker.tables.ideas import rules
from hooks.translation.table_strings import table_messages
from tests.flow.guide import ROOT

TABLES = {
    "bounce_phrases": "group",
    "bounce_ideas": "rules",
    "bounce_marks": "group",
    "enhanced_status": "status",
    "smtp_replies": "reply",
    "hubspot_reasons": "word",
}
MARKS = ("sender", "subject", "opening", "returned", "automatic", "delay", "frame", "complaint")
WRITTEN = date(2026, 11, 23)


@pytest.mark.parametrize("name", TABLES)
def test_every_row_has_a_source_and_a_date(name: str) -> None:
    table = read(name)
    assert table[TABLES[name]]
    for row in table[TABLES[name]]:
        assert row["source"] in table["source"], row
        assert row["checked"] >= WRITTEN, row
    assert {row["source"] for row in table[TABLES[name]]} == set(table["source"])


@pytest.mark.parametrize("name", TABLES)
def test_none_of_it_is_for_readers(name: str) -> None:
    path = f"checker/tables/{name}.toml"
    assert list(table_messages((ROOT / path).read_text(encoding="utf-8"), path)) == []


def test_reasons_are_ours() -> None:
    told = {phrase.means for phrase in phrases()} | {reason for reason in replies().values() if reason}
    told |= {meaning.reason for meaning in statuses().values()}
    told |= {rule.means for rule in rules()}
    told |= {word.reason for word in hubspot_words().values()}
    assert told <= set(Reason)
    for word in hubspot_words().values():
        assert word.kind in set(Kind), word
        assert word.persistence in set(Persistence), word


@pytest.mark.parametrize(("weak", "late"), [(False, False), (False, True), (True, False)])
def test_every_phrase_meets_its_example_and_none_asked_with_it_does_before(weak: bool, late: bool) -> None:
    asked = [phrase for phrase in phrases() if phrase.weak is weak and phrase.late is late]
    assert asked
    for phrase in asked:
        words = plain_words(phrase.example, find_codes(phrase.example))
        assert next(one for one in asked if one.fits(words)) is phrase, phrase


def test_every_rule_of_ideas_meets_its_example_and_no_earlier_one_does() -> None:
    for rule in rules():
        words = plain_words(rule.example, find_codes(rule.example))
        assert find_rule(words, weak=rule.weak) is rule, rule
        if rule.weak:
            assert find_rule(words, weak=False) is None, rule


def test_rules_name_ideas_that_there_are_and_every_idea_is_used() -> None:
    named = {idea for rule in rules() for idea in (*rule.ideas, *rule.without)}
    assert named == set(read("bounce_ideas")["idea"])


def test_no_word_stands_twice_in_an_idea() -> None:
    for idea, languages in read("bounce_ideas")["idea"].items():
        for language, words in languages.items():
            assert len(set(words)) == len(words), (idea, language)


def test_every_mark_meets_its_example_and_no_earlier_one_does() -> None:
    assert {mark for name in MARKS for mark in marks(name)}
    for name in MARKS:
        for mark in marks(name):
            found = next(one for one in marks(name) if one.fits(mark.example.lower()))
            assert found is mark, mark


def test_phrases_are_written_as_they_are_looked_for() -> None:
    for phrase in [*phrases(), *(mark for name in MARKS for mark in marks(name))]:
        assert all(piece == piece.lower() and piece for piece in phrase.pieces), phrase
