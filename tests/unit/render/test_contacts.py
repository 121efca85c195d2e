"""A recipient list as a report, and the way on through the checker."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import i18n
from checker.contacts.model import Code, Kind, Pattern, Status
from checker.messages.contacts import KINDS, MESSAGES, PATTERNS, SCOPE, STATUS_ADVICE, STATUSES
from checker.render.contacts import addresses_file, answers_of, counts_file, reading
from checker.render.context import Context
from checker.render.report_html import report_html
from checker.render.report_text import report_text
from checker.tree.definition import TREE
from checker.tree.walk import lead
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
