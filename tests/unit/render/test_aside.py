"""Which tool sent it: asked beside the questions about the status, on nobody else's way."""

import json

import pytest

from checker import i18n
from checker.api import handle
from checker.render.context import Context
from checker.render.page import place
from checker.render.walkable import walkable
from checker.tables.delivery import SendingTool, sending_tools
from checker.tree.definition import TREE
from checker.tree.model import Question
from checker.tree.platforms import HUBSPOT, PLATFORM
from checker.tree.walk import format_state, parse_state, view

ENGLISH = Context()
TOOLS = tuple(sending_tools().values())
ASKED_AT = tuple(PLATFORM.texts)


def shown(state: str, context: Context = ENGLISH) -> str:
    return place(view(parse_state(state, TREE), TREE), context)


def test_every_tool_of_the_table_can_be_chosen_and_no_other_has_steps() -> None:
    chosen = {option.id for option in PLATFORM.question.options}
    assert chosen - set(sending_tools()) == {HUBSPOT, "other", "unknown"}
    assert set(sending_tools()) <= chosen


def test_it_stands_beside_questions_of_the_sender_alone() -> None:
    marketer = {node for node in TREE.reach("scope") if isinstance(TREE.node(node), Question)}
    assert set(ASKED_AT) <= marketer
    assert not [node.id for node in TREE.nodes if TREE.aside(node.id) and node.id not in ASKED_AT]
    assert "Which tool" not in shown("at=waited&role=recipient")


@pytest.mark.parametrize("node", ASKED_AT)
@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.id)
def test_a_chosen_tool_brings_its_own_steps_words_and_source(tool: SendingTool, node: str) -> None:
    page = shown(f"at={node}&platform={tool.id}")
    heading = page.partition("</h2>")[0]
    assert tool.name in heading
    assert "HubSpot" not in heading
    assert all(word in page for word, _ in tool.says)
    assert tool.source.url.replace("&", "&amp;") in page
    assert "Activities" not in page


@pytest.mark.parametrize("node", ASKED_AT)
def test_old_links_show_hubspot_as_before(node: str) -> None:
    page = shown(f"at={node}")
    assert TREE.question(node).text.partition(" e-mail")[0] in page
    assert 'aria-current="true">HubSpot</a>' in page
    assert "How to look it up in Mailchimp" not in page


@pytest.mark.parametrize("option", ["other", "unknown"])
def test_a_tool_without_a_row_gets_the_goal_and_no_steps_of_another(option: str) -> None:
    page = shown(f"at=status_lookup&platform={option}")
    assert "the sending tool" in page.partition("</h2>")[0]
    assert "Find the one recipient" in page
    assert "Activities" not in page


def test_the_choice_stays_with_the_reader_and_leads_nowhere() -> None:
    state = parse_state("at=status&platform=brevo&role=marketer&scope=one", TREE)
    seen = view(state, TREE)
    assert seen.node.id == "status"
    assert all("platform=brevo" in format_state(choice.state, TREE) for choice in seen.choices)
    assert "platform" not in seen.on_the_way


def test_without_script_the_steps_of_every_tool_are_on_the_page_once() -> None:
    page = walkable(ENGLISH)
    assert all(page.count(f"How to look it up in {tool.name}<") == 1 for tool in TOOLS)


@pytest.mark.parametrize("lang", ["nb", "nn"])
def test_it_is_in_the_readers_language(lang: str) -> None:
    context = Context(lang=lang, translate=i18n.load(lang))
    page = shown("at=status_lookup&platform=ses", context)
    assert "Amazon SES" in page
    assert " the " not in page.partition('class="fr-source"')[0]


@pytest.mark.parametrize(
    ("state", "named"),
    [
        ("platform=brevo", "Brevo"),
        ("platform=other", "HubSpot"),
        ("role=marketer", "HubSpot"),
    ],
)
def test_notes_name_the_tool_that_was_chosen(state: str, named: str) -> None:
    about = {"do": "note", "note": "to_it", "note_lang": "en", "lang": "en", "root": "../", "id": 1}
    way = "at=likely_quarantine&role=marketer&scope=one&status=delivered&contact_looked=junk_empty"
    request = {**about, "state": f"{way}&contact_system=m365&contact_gateway=none&{state}"}
    assert f"We send through {named}" in json.loads(handle(json.dumps(request)))["text"]
    typed = {**request, "fields": {"platform": "Our own"}}
    assert "We send through Our own" in json.loads(handle(json.dumps(typed)))["text"]
