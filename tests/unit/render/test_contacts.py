"""A recipient list as a report, and the way on through the checker."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import i18n
from checker.contacts.model import Code, Found, Kind, Looked, Pattern, Result, Status
from checker.contacts.read import Reader
from checker.messages.contacts import KINDS, MESSAGES, PATTERNS, SCOPE, STATUS_ADVICE, STATUSES
from checker.render.contact_ways import answers_of, ways_of
from checker.render.contacts import addresses_file, counts_file, reading
from checker.render.context import Context
from checker.render.escape import escape
from checker.render.report_html import report_html
from checker.render.report_text import report_text
from checker.tables.load import system_of_address
from checker.tables.mx import resolvers
from checker.tree.definition import TREE
from checker.tree.walk import lead, parse_state
from tests.flow.guide import exists
from tests.unit.contacts.test_read import HUBSPOT, bounced, read, row

ENGLISH = Context()


def test_everything_has_words() -> None:
    assert set(STATUSES) == set(STATUS_ADVICE) == set(Status)
    assert set(PATTERNS) == set(Pattern)
    assert set(MESSAGES) == set(Code)
    assert set(KINDS) == set(Kind) - {Kind.LIST}
    assert set(SCOPE) == set(Pattern) - {Pattern.NOBODY}
    assert all(exists(message.guide) for message in PATTERNS.values())


@pytest.mark.parametrize(
    ("result", "answers", "at"),
    [
        (bounced("a@example.com"), {"scope": "one", "status": "bounced"}, "bounce_reason"),
        (
            bounced("a@example.com", "b@example.com", delivered="c@example.net"),
            {"scope": "organisation", "status": "bounced"},
            "bounce_reason",
        ),
        (
            bounced("a@a.example", "b@b.example", "c@c.example"),
            {"scope": "many", "many_status": "bounced", "many_pattern": "nothing"},
            "bounce_reason",
        ),
        (
            bounced(delivered="a@example.com b@example.com"),
            {"scope": "organisation", "status": "delivered"},
            "contact_looked",
        ),
        (
            read("Email\na@gmail.com\nb@gmail.com\n"),
            {"scope": "many", "many_pattern": "one_provider"},
            "many_status",
        ),
        (read(HUBSPOT), {}, "role"),
    ],
)
def test_the_pattern_answers_the_checkers_question(result, answers: dict[str, str], at: str) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    assert answers_of(result) == answers
    assert all(TREE.option(question, option) for question, option in answers.items())
    assert lead(TREE.start, {"role": "marketer", **answers} if answers else {}, TREE).at == at


def test_what_is_no_list_is_said_to_be_none() -> None:
    said = report_text(reading(read(b"PK\x03\x04" + bytes(100)), ENGLISH), ENGLISH)
    assert "Excel workbook" in said
    assert "By status" not in said


def test_reasons_come_with_what_the_bounce_reader_knows() -> None:
    said = report_text(reading(bounced("a@example.com"), ENGLISH), ENGLISH)
    assert "SPAM" in said
    assert "took the e-mail for spam" in said


def test_the_file_of_counts_has_no_address() -> None:
    text = counts_file(bounced("kari@example.com", delivered="ola@gmail.com"), ENGLISH)
    rows = list(csv.reader(io.StringIO(text)))
    assert "@" not in text
    assert ["example.com", "0", "1", "0", "0", "0", "0"] in rows


def test_addresses_are_there_only_if_asked_for() -> None:
    result = bounced("kari@example.com")
    assert "kari@example.com" not in report_html(reading(result, ENGLISH), ENGLISH)
    assert "kari@example.com" in report_html(reading(result, ENGLISH, with_addresses=True), ENGLISH)


def test_the_file_of_addresses_has_those_not_reached_and_no_formula() -> None:
    result = bounced("=kari@example.com", delivered="ola@gmail.com")
    rows = list(csv.reader(io.StringIO(addresses_file(result, ENGLISH))))
    assert rows[1:] == [["'=kari@example.com", "example.com", "", "Bounced", "SPAM"]]


@given(st.text(), st.text())
def test_any_list_makes_a_page_without_its_markup(domain: str, reason: str) -> None:
    result = read(HUBSPOT + row(f"a@<img>{domain}", bounce=f"<script>{reason}") + row("b@<b>.example"))
    page = report_html(reading(result, ENGLISH), ENGLISH)
    assert "<img" not in page
    assert "<script>" not in page
    assert "<b>" not in page


@pytest.mark.parametrize("lang", ["nb", "nn"])
def test_it_is_in_the_readers_language(lang: str) -> None:
    context = Context(lang=lang, translate=i18n.load(lang))
    said = report_text(
        reading(bounced("a@example.com", "b@example.com", delivered="c@gmail.com"), context), context
    )
    assert " the " not in said
    assert {"nb": "Det gjelder én organisasjon", "nn": "Det gjeld éin organisasjon"}[lang] in said


def looked_up(*domains: str, **answers: Looked) -> Result:
    reader = Reader(system_of_address)
    reader.feed("Email,Bounce Reason\n" + "".join(f"a@{domain},\nb@{domain},SPAM\n" for domain in domains))
    return reader.finish({f"{name}.example": one for name, one in answers.items()})


def test_nobody_is_asked_before_a_button_says_who_and_about_how_many() -> None:
    page = report_html(reading(looked_up("a.example", "b.example", "gmail.com"), ENGLISH), ENGLISH)
    for one in resolvers().values():
        assert f'value="ask:{one.id}">Ask {escape(one.name)} about 2 domains</button>' in page
        assert escape(one.operator) in page


def test_failures_stay_apart_from_what_is_not_known() -> None:
    result = looked_up(
        "late.example",
        "broken.example",
        "own.example",
        "gone.example",
        "none.example",
        late=Looked(Found.FAILED, cause="timeout"),
        broken=Looked(Found.FAILED, cause="servfail"),
        own=Looked(Found.UNNAMED),
        gone=Looked(Found.NO_DOMAIN),
        none=Looked(Found.TAKES_NONE),
    )
    said = report_text(reading(result, ENGLISH), ENGLISH)
    assert "no answer yet: 1 (nobody answered in time)" in said
    assert "no answer yet: 1 (the name server failed)" in said
    assert "one that we do not know: 1" in said
    assert "These domains do not exist" in said
    assert "take no e-mail" in said


def test_what_was_looked_up_is_in_the_counts_the_files_and_the_way_on() -> None:
    result = looked_up("one.example", "two.example", one=Looked(Found.NAMED, "mimecast"))
    assert ["Mimecast", "0", "1", "0", "0", "1", "0"] in list(
        csv.reader(io.StringIO(counts_file(result, ENGLISH)))
    )
    assert ["b@one.example", "one.example", "Mimecast", "Bounced", "SPAM"] in list(
        csv.reader(io.StringIO(addresses_file(result, ENGLISH)))
    )
    way = ways_of(result.organisations, result)["one.example"]
    state = parse_state(way, TREE)
    assert state.answers["contact_gateway"] == "mimecast"


def test_a_system_that_has_no_page_is_named_all_the_same() -> None:
    result = looked_up("one.example", one=Looked(Found.NAMED, "zoho"))
    assert "Zoho" in report_text(reading(result, ENGLISH), ENGLISH)
    assert "systems/zoho" not in report_html(reading(result, ENGLISH), ENGLISH)


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        ("a@one.example,,SPAM\nb@one.example,,SPAM\nc@one.example,,MAILBOX_FULL\n", "bounced_blocked"),
        ("a@one.example,,MAILBOX_FULL\n", "bounced_temporary"),
        ("a@one.example,,what is this\n", "bounce_reason"),
        ("a@one.example,PREVIOUSLY_BOUNCED,\n", "not_sent_bounced_before"),
        ("a@one.example,strange words,\n", "not_sent_reason"),
    ],
)
def test_a_group_leads_to_its_own_checklist_and_notes(rows: str, place: str) -> None:
    result = read(f"Email,Not Sent Reason,Bounce Reason\n{rows}")
    assert parse_state(ways_of(result.organisations, result)["one.example"], TREE).at == place


def test_where_all_was_delivered_the_contact_is_asked_to_look() -> None:
    result = bounced(delivered="a@example.com b@example.com")
    assert parse_state(ways_of(result.organisations, result)["example.com"], TREE).at == "ask_contact"
