"""The report on a domain as it is shown: complete, in every language, and harmless whatever a zone says."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import i18n
from checker.dkim.lint import DkimCode
from checker.dmarc.lint import DmarcCode
from checker.domain.model import HUBSPOT, FixCode, SenderReport, Subject
from checker.domain.report import report as look_up
from checker.lookup.drive import drive
from checker.lookup.model import Cause, Failure, Mx, Query, Reply
from checker.lookup.zone import Records, Zone
from checker.messages.domain import MESSAGES, mailbox_option, receiver_answers, sender_answers
from checker.messages.domain_dmarc import WHAT_RECEIVERS_DO
from checker.messages.domain_fixes import FIXES
from checker.messages.domain_spf import PROBLEMS, RESULTS
from checker.mx.receive import Known, Receiving, receiving
from checker.render import domain_words as w
from checker.render.context import Context
from checker.render.domain import nothing, report
from checker.render.domain_receiver import receiver_report
from checker.render.domain_tree import tree_picture
from checker.render.report_html import report_html
from checker.render.report_text import report_text
from checker.spf.lint import SpfCode
from checker.spf.model import Problem, Result
from checker.spf.survey import survey
from checker.tables.mx import bulk_rules
from checker.tree.definition import TREE
from tests.unit.domain.zones import zone

_LANGUAGES = ("en", "nb", "nn")


def _found(resolve: Zone | None = None) -> SenderReport:
    return drive(look_up(Subject("example.no")), resolve or zone())


def _receives(*servers: Mx, spf: str = "", domain: str = "example.no") -> Receiving:
    return drive(receiving(domain), Zone({domain: {"MX": list(servers), "TXT": [spf] if spf else []}}))


def _html(found: SenderReport, lang: str = "en") -> str:
    context = Context(lang=lang, translate=i18n.load(lang))
    return report_html(report(found, context), context)


def _text(found: SenderReport) -> str:
    return report_text(report(found, Context()), Context())


def test_everything_that_can_be_said_has_words() -> None:
    assert set(MESSAGES) == {*SpfCode, *DmarcCode, *DkimCode}
    assert set(FIXES) == set(FixCode)
    assert set(RESULTS) == set(Result)
    assert set(PROBLEMS) == set(Problem)
    assert set(w.CAUSES) == set(Cause)
    assert set(w.KNOWN) == set(Known)
    assert set(WHAT_RECEIVERS_DO) == {None, "none", "quarantine", "reject"}
    assert set(w.RULE_NAMES) == {rule for one in bulk_rules() for rule in (*one.must, *one.should)}


@pytest.mark.parametrize("lang", _LANGUAGES)
def test_the_report_is_shown_in_every_language(lang: str) -> None:
    broken = zone(example__no={"TXT": ["v=spf1 ptr +all", "v=spf1 mx"], "MX": [Mx(5, "eu.mimecast.com")]})
    for found in (_found(), _found(broken), _found(Zone({}))):
        html = _html(found, lang)
        assert "{" not in re.sub(r"<pre.*?</pre>", "", html)
        parser = _Balanced()
        parser.feed(html)
        assert parser.open == []
    if lang != "en":
        assert "Do this first" not in _html(_found(broken), lang)


class _Balanced(HTMLParser):
    """Every tag that opens closes, and none comes from the zone."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in ("script", "img", "iframe")
        assert not [name for name, _ in attrs if name.startswith("on")]
        self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Such a tag opens nothing: those of the picture."""

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


_EVIL = '"><script>alert(1)</script>[x](javascript:y){0}{domain}\u202e`'


@pytest.mark.parametrize("lang", _LANGUAGES)
def test_what_a_zone_says_is_shown_as_text(lang: str) -> None:
    evil: dict[str, dict[str, Records]] = {
        "example.no": {
            "TXT": [f"v=spf1 include:{_EVIL.replace(' ', '')} -all"],
            "MX": [Mx(1, "mail.<b>.example")],
        },
        "_dmarc.example.no": {"TXT": [f"v=DMARC1; p=none; rua={_EVIL}; {_EVIL}"]},
        "google._domainkey.example.no": {"TXT": [f"v=DKIM1; k={_EVIL}; p=AAAA"]},
    }
    found = _found(zone(**evil))
    html = _html(found, lang)
    assert "<script" not in html
    assert "javascript:y" not in re.sub(r"<pre.*?</pre>", "", html) or 'href="javascript' not in html
    parser = _Balanced()
    parser.feed(html)
    assert parser.open == []


@settings(deadline=None)
@given(st.lists(st.text(max_size=60), max_size=3), st.lists(st.text(max_size=60), max_size=2))
def test_any_records_can_be_shown(spf: list[str], dmarc: list[str]) -> None:
    texts = [f"v=spf1 {text}" for text in spf]
    policies = [f"v=DMARC1;{text}" for text in dmarc]
    found = _found(zone(**{"example.no": {"TXT": texts}, "_dmarc.example.no": {"TXT": policies}}))
    parser = _Balanced()
    parser.feed(_html(found))
    assert parser.open == []
    assert "\x1b" not in _text(found)


def test_four_kinds_of_no_answer_stay_apart_up_to_the_reader() -> None:
    shown = set()
    for cause in (Cause.NXDOMAIN, Cause.NODATA, Cause.SERVFAIL, Cause.TIMEOUT):

        def fail(query: Query, cause: Cause = cause) -> Reply:
            return Failure(query, cause)

        shown.add(_text(drive(look_up(Subject("example.no")), fail)))
    assert len(shown) == 4


def test_the_picture_has_a_row_for_each_record_and_a_twin_in_words() -> None:
    found = _found()
    picture = tree_picture(found.spf, Context())
    assert picture.count("<rect") == 3
    assert "spf.protection.outlook.com" in picture
    assert "1234567.spf03.hubspotemail.net" in _text(found)


def test_a_long_tree_is_drawn_in_part() -> None:
    record = "v=spf1 " + " ".join(f"include:i{number}.example" for number in range(60)) + " -all"
    names = {"example.no": {"TXT": [record]}}
    assert tree_picture(drive(survey("example.no"), Zone(names)), Context()).count("<rect") == 30


def test_what_was_found_answers_the_checkers_questions() -> None:
    assert {(one.question, one.option) for one in sender_answers(_found().connection(HUBSPOT))} == {
        ("domain_connected", "connected"),
        ("many_domain", "connected"),
    }
    broken = _found(zone(**{"hs1-1234567._domainkey.example.no": None}))
    assert {one.option for one in sender_answers(broken.connection(HUBSPOT))} == {"not_connected"}
    assert sender_answers(_found(Zone({"example.no": {"TXT": ["v=spf1 -all"]}})).connection(HUBSPOT)) == ()


@pytest.mark.parametrize(
    ("server", "spf", "answers"),
    [
        ("x.mail.protection.outlook.com", "", {"contact_system": "m365", "contact_gateway": "none"}),
        (
            "eu.mimecast.com",
            "v=spf1 include:spf.protection.outlook.com -all",
            {"contact_system": "m365", "contact_gateway": "mimecast"},
        ),
        ("x.heimdalsecurity.com", "", {"contact_gateway": "heimdal"}),
        ("primary.us.email.fireeyecloud.com", "", {"contact_gateway": "other"}),
        ("mx.domeneshop.no", "", {"contact_system": "own_server"}),
        ("mail1.hedmark-ikt.no", "", {}),
        ("mail.example.no", "", {}),
        ("mx01.mail.icloud.com", "", {"contact_system": "private"}),
    ],
)
def test_who_receives_answers_the_questions_and_guesses_nothing(
    server: str, spf: str, answers: dict[str, str]
) -> None:
    given_answers = receiver_answers(_receives(Mx(1, server), spf=spf))
    assert all(TREE.option(one.question, one.option) for one in given_answers)
    asked = {one.question: one.option for one in given_answers if one.question.startswith("contact_")}
    assert asked == answers


def test_the_readers_own_mailbox_is_an_option_of_the_tree() -> None:
    assert mailbox_option(_receives(domain="gmail.com")) == "gmail"
    assert mailbox_option(_receives(Mx(1, "mx.domeneshop.no"))) == "domeneshop"
    assert mailbox_option(_receives(Mx(1, "eu.mimecast.com"))) == ""


def test_two_filters_are_called_two_and_lead_on() -> None:
    spf = "v=spf1 include:spf.protection.outlook.com -all"
    text = report_text(receiver_report(_receives(Mx(1, "eu.mimecast.com"), spf=spf), Context()), Context())
    assert all(remark in text for remark in (w.TWO_FILTERS, w.BEHIND_HINT, w.INLINE))
    assert "contact_gateway=mimecast" in text


def test_every_state_of_who_receives_has_a_page() -> None:
    for known in Known:
        found = replace(Receiving("example.no", known), cause=Cause.TIMEOUT)
        assert "example.no" in report_html(receiver_report(found, Context()), Context())


def test_what_is_no_domain_is_said_back_as_text() -> None:
    assert "<b>" not in report_html(nothing("<b>", Context()), Context())
