from datetime import date

import pytest

from checker.checklist.model import Actor
from checker.render import words
from checker.tables.load import SEERS, custody, systems
from checker.tree.model import End
from tests.flow.cases import translate_into


@pytest.mark.parametrize(("lang", "text"), [("en", "23 November 2026"), ("nb", "23. november 2026")])
def test_a_date_is_written_the_way_of_the_language(lang: str, text: str) -> None:
    assert words.written(date(2026, 11, 23), translate_into(lang)) == text


def test_there_is_a_word_for_everything_that_tables_and_trees_name() -> None:
    assert set(words.ENDS) == set(End)
    assert set(words.ACTORS) == set(Actor)
    assert all(set(called) == set(Actor) for called in words.ACTORS.values())
    assert set(words.SEERS) == set(SEERS)
    assert {task for system in systems().values() for task in system.steps} == set(words.TASKS)
    assert {system.kind for system in systems().values()} == set(words.KINDS)
    hops = (*custody().hops, *custody().places)
    assert {value for hop in hops for value in hop.sees.values()} <= set(words.SEES)
