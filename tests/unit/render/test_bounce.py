"""A bounce as a page shows it: everything pasted is text, and the way on is a state of the tree."""

import json
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import i18n
from checker.api import handle
from checker.messages.bounce import ANSWERS, MESSAGES
from checker.redact import Kind as MaskKind
from checker.render import words as w
from checker.render.bounce import report
from checker.render.context import Context
from checker.render.report import File, Section
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


@pytest.mark.parametrize("lang", ["en", "nb", "nn"])
def test_each_recipient_shows_all_there_is_in_the_readers_language(lang: str) -> None:
    translate = i18n.load(lang)
    context = Context(lang=lang, translate=translate)
    text = (
        "550 5.1.1 <kari@example.no>: User unknown",
        "452 4.2.2 <ola@example.no>: Mailbox full",
        "421 4.7.0 <a@example.no>: rate limit reached",
    )
    for reply in text:
        found = read(reply)
        html = unescape(report_html(report(found, context), context))
        one = found.recipients[0]
        message = MESSAGES[one.reason]
        said = {message.title, message.what_to_do, w.LASTING[one.persistence], w.SEERS[one.actor], w.RESTS_ON}
        for words in said:
            assert translate(words) in html, words
            assert lang == "en" or translate(words) != words, words
        for value in (one.address, one.reply_code, one.enhanced_status, one.quote.text):
            assert value in html, value


def test_what_is_passed_on_names_nobody() -> None:
    found = report(read("550 5.1.1 <kari@example.no>: User unknown at https://a.example/x?u=kari"), Context())
    parts = [part for part in found.blocks if isinstance(part, Section) and part.kind == "pass-on"]
    files = [block for part in parts for block in part.blocks if isinstance(block, File)]
    assert len(files) == 1
    assert "kari" not in files[0].text
    assert "[address-1]@example.no" in files[0].text
    assert "check/" not in files[0].text


def test_what_is_masked_is_shown_before_it_is_copied() -> None:
    html = reading(read("550 5.1.1 <kari@example.no>: User unknown"))
    assert html.index("[address-1]") < html.index("copy-file")
    assert w.MASKED["address"] in html
    assert set(w.MASKED) == {kind.value for kind in MaskKind}


def test_an_ordinary_mail_belongs_to_the_page_for_headers() -> None:
    assert "tools/headers/" in reading(
        read("From: a@example.com\nTo: b@example.no\nDate: x\nSubject: Hi\n\nHi")
    )


def test_what_is_no_bounce_is_not_passed_on() -> None:
    assert "copy-file" not in reading(read("Hello"))
