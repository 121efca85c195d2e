"""What the site's owner has set, where readers meet it."""

import json

import pytest
from lxml import html as lxml_html

from checker.api import handle
from checker.i18n import untranslated
from checker.render import words
from checker.render.context import Context
from checker.render.form import tool_form
from checker.render.markdown import case
from checker.render.outcome import outcome
from checker.render.owner import their_email, their_support
from checker.render.tools import ALLOWLIST, DOMAIN
from checker.tree.definition import TREE
from checker.tree.model import Outcome
from checker.tree.walk import State, format_state, view
from tests.browser.ways import TO_IT

OWNER = {
    "from_address": "nyhetsbrev@post.example.no",
    "sending_domain": "example.no",
    "platform": "Brev*due*",
    "support_name": "Kunde[service]",
    "support_address": "mailto:hjelp@example.no",
}
THEIRS = Context(root="../", owner=OWNER)
SENDER = State("likely_quarantine", dict(TO_IT))
RECIPIENT = State("still_on_its_way", {"role": "recipient", "waited": "minutes"})


def result(state: State, context: Context, *, static: bool = False) -> lxml_html.HtmlElement:
    seen = view(state, TREE)
    assert isinstance(seen.node, Outcome)
    return lxml_html.fragment_fromstring(
        outcome(seen, seen.node, context, static=static), create_parent="div"
    )


def asked(**request: object) -> str:
    about = {
        "id": 1,
        "lang": "en",
        "note_lang": "en",
        "root": "../",
        "state": format_state(SENDER, TREE),
    }
    reply = json.loads(handle(json.dumps(about | request)))
    assert reply["ok"]
    return str(reply.get("text", reply.get("html")))


def test_where_nobody_has_set_anything_nothing_is_said() -> None:
    assert their_email(Context()) == their_support(Context()) == ""
    assert not result(SENDER, Context()).xpath('//*[@class="fr-theirs" or @class="fr-support"]')


def test_the_box_says_how_to_know_their_email() -> None:
    box = lxml_html.fragment_fromstring(their_email(THEIRS))
    assert box.xpath("//dd/text()") == [
        OWNER[name] for name in ("from_address", "sending_domain", "platform")
    ]


@pytest.mark.parametrize("static", [False, True])
def test_a_result_has_the_box_and_names_who_helps(*, static: bool) -> None:
    tree = result(RECIPIENT, THEIRS, static=static)
    (link,) = tree.xpath('//*[@class="fr-support"]/a')
    assert (link.text, link.get("href")) == ("Kunde[service]", "mailto:hjelp@example.no")
    (box,) = tree.xpath('//*[@class="fr-theirs"]')
    assert not box.xpath(".//a"), "a recipient meets no steps in HubSpot"


def test_who_sends_with_another_platform_is_told_that_the_steps_are_hubspot_s() -> None:
    (said,) = result(SENDER, THEIRS).xpath('//*[@class="fr-theirs"]/p[a]')
    assert "Brev*due*" in said.text_content()
    assert said.xpath("a/@href") == ["../guide/other-platforms/"]
    assert not result(SENDER, Context(owner=OWNER | {"platform": "HubSpot"})).xpath(
        '//*[@class="fr-theirs"]/p/a'
    )


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "https://", "mailto:x", "https://x/)[y](z", "http://example.no", ""]
)
def test_an_address_that_is_no_contact_is_left_out(address: str) -> None:
    context = Context(owner=OWNER | {"support_address": address})
    assert their_support(context) == ""
    assert "[Kunde" not in markdown(context)


def markdown(context: Context) -> str:
    seen = view(SENDER, TREE)
    assert isinstance(seen.node, Outcome)
    return case(seen, seen.node, context, frozenset(), {}, untranslated)


def test_the_file_to_keep_says_both() -> None:
    text = markdown(THEIRS)
    assert f"## {words.THEIR_EMAIL}\n\n- From address: nyhetsbrev@post.example.no\n" in text
    assert text.endswith(f"{words.STILL_STUCK} [Kunde\\[service]](mailto:hjelp@example.no)\n")


def test_a_note_begins_with_what_they_set_and_the_reader_s_words_win() -> None:
    assert "We send through Brev*due*, whose" in asked(do="note", note="to_it", owner=OWNER, fields={})
    typed = asked(
        do="note", note="to_it", owner=OWNER, fields={"from_address": "a@example.com", "platform": ""}
    )
    assert "From: a@example.com" in typed
    assert "We send through HubSpot, whose" in typed


def test_the_fields_hold_it_at_first() -> None:
    tree = lxml_html.fromstring(asked(do="view", owner=OWNER))
    assert tree.xpath('//input[@name="from_address"]/@value') == [OWNER["from_address"]]
    assert tree.xpath('//input[@name="subject"]/@value') == []


def test_allow_rules_begin_with_their_domain() -> None:
    form = lxml_html.fromstring(tool_form(ALLOWLIST, THEIRS))
    assert form.xpath('//input[@name="domain"]/@value') == ["example.no"]
    assert lxml_html.fromstring(tool_form(DOMAIN, THEIRS)).xpath('//input[@name="domain"]/@value') == []


@pytest.mark.parametrize(("chosen", "left"), [(None, 4), (("cloudflare",), 2), ((), 1)])
def test_only_the_resolvers_that_they_chose_are_offered(chosen: tuple[str, ...] | None, left: int) -> None:
    form = lxml_html.fromstring(tool_form(DOMAIN, Context(resolvers=chosen)))
    values = [button.get("value") for button in form.iter("button") if button.get("name") == "button"]
    assert len(values) == left
    assert values[-1] == "", "asking nobody is always possible"
