"""Places as markup: with script, without it, and with hostile words from outside."""

import pytest
from lxml import html as lxml_html

from checker.notes.definition import FIELDS
from checker.render.context import Context
from checker.render.page import place, title
from checker.render.question import back_link, your_answers
from checker.render.walkable import walkable
from checker.tables.load import systems
from checker.tree.definition import TREE
from checker.tree.walk import State, View, view
from tests.flow.markup import faults

HOSTILE = "\"><script>alert(1)</script><img src=x onerror='a'>&"
MANY = {
    "role": "marketer",
    "scope": "one",
    "status": "delivered",
    "contact_looked": "junk_empty",
    "contact_system": "m365",
    "contact_gateway": "none",
    "domain_connected": "unknown",
}


def element(html: str) -> lxml_html.HtmlElement:
    return lxml_html.fragment_fromstring(html, create_parent="div")


def at(node: str, **answers: str) -> View:
    return view(State(node, answers), TREE)


@pytest.mark.parametrize("node", [node.id for node in TREE.nodes])
def test_words_from_outside_are_escaped(node: str) -> None:
    """A translation, a name of a language or an address may hold anything and is text all the same."""
    hostile = Context(
        lang=HOSTILE,
        translate=lambda text: text + HOSTILE,
        root=HOSTILE,
        languages={HOSTILE: HOSTILE},
        owner={**dict.fromkeys(FIELDS, HOSTILE), "support_name": HOSTILE, "support_address": "https://x"},
    )
    html = place(at(node), hostile)
    tree = element(html)
    assert faults(html) == []
    assert not tree.xpath("//script | //img | //@onerror")


def test_the_answer_given_is_marked() -> None:
    tree = element(place(at("status", role="marketer", scope="one", status="bounced"), Context()))
    assert tree.xpath('//a[.//*[@class="fr-now"]]/@data-option') == ["bounced"]


def test_your_answers_lead_back_to_each_question_and_keep_the_others() -> None:
    seen = at("likely_quarantine", **MANY)
    links = element(your_answers(seen, Context())).xpath('//*[@class="fr-change"]/a/@href')
    assert [link.split("&")[0] for link in links] == [f"#at={question}" for question in MANY]
    assert all(f"{name}={option}" in link for link in links for name, option in MANY.items())


def test_at_the_start_there_is_neither_back_nor_answers() -> None:
    start = at("role")
    assert back_link(start, Context()) == ""
    assert your_answers(start, Context()) == ""


def test_a_note_is_marked_with_the_language_it_is_in() -> None:
    """The page's script rewrites it in the chosen language; until then it is in that of the page."""
    context = Context(lang="nb", languages={"nb": "norsk", "en": "English"}, note_lang="en")
    tree = element(place(at("likely_quarantine", **MANY), context))
    assert set(tree.xpath("//pre/@lang")) == {"nb"}
    assert tree.xpath("//option[@selected]/@value") == ["en"]


def test_the_form_has_a_field_for_each_fact_of_the_notes_below() -> None:
    tree = element(place(at("likely_quarantine", **MANY), Context()))
    names = tree.xpath("//input[@maxlength]/@name")
    assert set(names) <= set(FIELDS)
    assert {"subject", "from_address", "date", "time", "sending_domain"} <= set(names)
    labelled = set(tree.xpath("//label/@for"))
    assert set(tree.xpath("//input/@id | //select/@id")) <= labelled


def test_the_first_item_is_open_and_the_others_are_not() -> None:
    tree = element(place(at("likely_quarantine", **MANY), Context()))
    assert tree.xpath('//section[@class="fr-first"]//details/@open') == [""]
    assert tree.xpath('//section[@class="fr-rest"]//details/@open') == []


def test_the_steps_of_two_systems_are_told_apart_by_their_names() -> None:
    seen = at("likely_quarantine", **{**MANY, "contact_gateway": "mimecast"})
    tree = element(place(seen, Context()))
    (item,) = tree.xpath('//div[@class="fr-item"][.//input[@data-item="it_allow_sender"]]')
    names = [systems()[name].name for name in ("mimecast", "m365")]
    assert item.xpath('.//*[@class="fr-system"]/text()') == names
    assert len(item.xpath('.//*[@class="fr-source"]')) == len(item.xpath(".//ol")) == 2


def test_a_reason_shows_the_answer_it_rests_on() -> None:
    tree = element(place(at("likely_quarantine", **MANY), Context()))
    shown = tree.xpath('//section[@class="fr-why"]//*[@class="fr-because"]')
    option = TREE.option("contact_looked", "junk_empty")
    assert option is not None
    assert any(option.label in (one.text or "") for one in shown)


def only_if(outcome: str, item: str) -> str:
    tree = element(walkable(Context()))
    (found,) = tree.xpath(f'//section[@id="{outcome}"]//div[@class="fr-item"][.//input[@data-item="{item}"]]')
    return " ".join(one.text_content() for one in found.xpath('.//*[@class="fr-only-if"]'))


@pytest.mark.parametrize(
    ("outcome", "asks"),
    [
        ("likely_quarantine", "contact_system"),
        ("in_quarantine", "work_system"),
        ("allow_domain", "allow_system"),
    ],
)
def test_without_script_a_condition_is_in_the_words_of_the_readers_own_way(outcome: str, asks: str) -> None:
    question, option = TREE.question(asks), TREE.option(asks, "m365")
    assert option is not None
    text = only_if(outcome, "it_allow_rule")
    assert question.short in text
    assert option.label in text


def test_without_script_a_condition_that_is_never_asked_for_is_not_spoken_of() -> None:
    assert only_if("bounced_blocked", "give_domain") == ""
    assert only_if("likely_quarantine", "give_domain") != ""


def test_without_script_every_link_of_an_option_leads_to_a_part_of_the_page() -> None:
    tree = element(walkable(Context()))
    sections = set(tree.xpath("//section/@id"))
    assert sections == {node.id for node in TREE.nodes}
    assert {href.removeprefix("#") for href in tree.xpath("//a[@data-option]/@href")} == sections - {
        TREE.start
    }


def test_a_title_is_plain_text() -> None:
    for node in TREE.nodes:
        assert not set("*`[]<>") & set(title(node, Context()))
