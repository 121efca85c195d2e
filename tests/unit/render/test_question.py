"""The frame of a place: there is always a way on, also for somebody who came in midway."""

from checker.render.context import Context
from checker.render.page import place
from checker.tree.definition import TREE
from checker.tree.walk import State, parse_state, view


def shown(state: str) -> str:
    return place(view(parse_state(state, TREE), TREE), Context())


def test_a_place_opened_directly_leads_to_the_start() -> None:
    assert f'href="#{TREE.start}"' in shown("connect_domain")
    assert view(parse_state(TREE.start, TREE), TREE).state == State(TREE.start, {})


def test_the_start_leads_nowhere_else() -> None:
    assert "fr-start" not in shown(TREE.start)


def test_a_place_on_the_way_leads_back_instead() -> None:
    html = shown("at=waited&role=recipient")
    assert "fr-start" not in html
    assert "fr-back" in html
