"""A bounce as a page shows it: everything pasted is text, and the way on is a state of the tree."""

import json
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.api import handle
from checker.messages.bounce import ANSWERS, MESSAGES
from checker.render.bounce import report
from checker.render.context import Context
from checker.render.report_html import report_html
from checker.smtp.model import Excerpt, Kind, Persistence, Reading, Reason, Recipient
from checker.smtp.read import read
from checker.tree.definition import TREE
from checker.tree.walk import parse_state, view
from tests.flow.markup import faults

HOSTILE = '550 5.1.1 <b onclick="x">\u202e<script>alert(1)</script>@example.com>: User unknown'


def reading(found: Reading) -> str:
    return report_html(report(found, Context()), Context())


def broken(html: str) -> list[str]:
    """Faults of ours; a brace that was pasted is only a brace."""
    return [fault for fault in faults(html) if not fault.startswith("not filled")]


def recipient(reason: Reason, quote: str = "") -> Recipient:
    lines = Excerpt(quote, 1, 1) if quote else Excerpt()
    return Recipient("a@example.com", "failed", "550", "5.1.1", Persistence.PERMANENT, reason, lines)


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_can_be_shown(reason: Reason) -> None:
    html = reading(Reading(Kind.BOUNCE, (recipient(reason, "said so"),)))
    assert broken(html) == []
    assert MESSAGES[reason].guide.partition("#")[2] in html


@pytest.mark.parametrize("reason", sorted(ANSWERS))
def test_the_way_on_is_a_result_of_the_tree(reason: Reason) -> None:
    html = reading(Reading(Kind.BOUNCE, (recipient(reason),)))
    state = unescape(html.partition("check/#")[2].partition('"')[0])
    seen = view(parse_state(state, TREE), TREE)
    assert seen.on_the_way[ANSWERS[reason].question] == ANSWERS[reason].option
    assert seen.node.id == state.partition("&")[0].removeprefix("at=")


def test_what_was_pasted_is_text() -> None:
    html = reading(read(HOSTILE))
    assert "<script" not in html
    assert "<b " not in html
    assert broken(html) == []


@given(st.text())
def test_any_text_gives_markup_of_ours_only(text: str) -> None:
    reply = json.loads(
        handle(json.dumps({"id": 1, "do": "bounce", "lang": "en", "root": "./", "text": text}))
    )
    assert reply["ok"]
    assert broken(reply["html"]) == []
