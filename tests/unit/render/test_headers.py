"""A reading of headers as a report: verdict first, all that was pasted is text, the way on is a state."""

import re
from dataclasses import replace
from html import unescape

import pytest

from checker.headers.codes import Code
from checker.headers.model import Certainty, Decider, Fault, Place, Reading, Repair, Verdict
from checker.headers.read import read
from checker.messages.headers import ANSWERS, FINDINGS
from checker.messages.headers_reading import FAULTS, REPAIRS
from checker.messages.headers_verdict import CERTAINTIES, DECIDERS, PLACES
from checker.render.context import Context
from checker.render.headers import answers, report
from checker.render.report import File, Section
from checker.render.report_html import report_html
from checker.render.report_text import report_text
from checker.render.way import duration
from checker.tree.definition import TREE
from checker.tree.walk import parse_state, view
from tests.flow.guide import exists
from tests.flow.markup import faults
from tests.unit.headers.samples import GMAIL, M365_BEHIND_PROOFPOINT, own_server

HOSTILE = own_server(
    above="X-Spam-Status: Yes, score=9 <script>alert(1)</script>\n"
    'X-Bad-Spam: "><img src=x onerror=alert(1)>\n',
    below="Subject: =?utf-8?b?PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==?=\n",
)


def html(text: str) -> str:
    return report_html(report(read(text), Context()), Context())


def test_everything_has_its_words() -> None:
    assert set(PLACES) == set(Place)
    assert set(DECIDERS) == set(Decider)
    assert set(CERTAINTIES) == set(Certainty)
    assert set(FAULTS) == set(Fault)
    assert set(REPAIRS) == set(Repair)
    assert set(FINDINGS) == set(Code)


def test_every_page_that_is_named_is_there() -> None:
    pages = [advice.guide for advice in (*DECIDERS.values(), *FAULTS.values())]
    pages += [note.guide for note in FINDINGS.values()]
    assert [page for page in pages if page and not exists(page)] == []


def test_every_answer_is_one_of_the_tree() -> None:
    for given in ANSWERS.values():
        for answer in given:
            assert TREE.option(answer.question, answer.option), answer


def test_the_verdict_comes_first_then_what_to_do_then_why() -> None:
    text = report_text(report(read(M365_BEHIND_PROOFPOINT), Context()), Context())
    marks = [
        "put in the junk folder",
        "What to do",
        "Why we say so",
        "The way it came",
        "Is it really",
        "The rules",
    ]
    places = [text.index(mark) for mark in marks]
    assert places == sorted(places)
    assert "X-Microsoft-Antispam-Mailbox-Delivery" in text
    assert "Tilbud på ski" in text


def test_the_way_is_a_picture_and_a_table() -> None:
    shown = html(M365_BEHIND_PROOFPOINT)
    assert shown.count("<svg ") == 1
    assert shown.count("10 min") >= 2
    assert 'role="img"' in shown


@pytest.mark.parametrize(
    "text", [M365_BEHIND_PROOFPOINT, GMAIL, HOSTILE, "", "Fra: a\nSendt: b\nTil: c\nEmne: d"]
)
def test_markup_is_ours_only(text: str) -> None:
    shown = html(text)
    assert [fault for fault in faults(shown) if not fault.startswith("not filled")] == []
    assert "<script" not in shown
    assert "<img" not in shown


def test_fields_are_filled_in() -> None:
    assert re.findall(r"\{\w+\}", html(M365_BEHIND_PROOFPOINT)) == []


def test_the_way_on_is_a_state_of_the_tree() -> None:
    states = [unescape(part.partition('"')[0]) for part in html(M365_BEHIND_PROOFPOINT).split("check/#")[1:]]
    nodes = [view(parse_state(state, TREE), TREE).node.id for state in states]
    assert nodes == ["contact_junk", "found_in_junk"]


def test_findings_answer_the_trees_questions() -> None:
    given = answers(read(M365_BEHIND_PROOFPOINT))
    assert given["contact_looked"] == "junk_found"
    assert given["contact_system"] == "m365"
    assert given["contact_gateway"] == "proofpoint"
    assert given["domain_connected"] == "connected"
    assert answers(read(GMAIL))["private_system"] == "gmail"


def test_gmail_is_said_to_name_no_folder() -> None:
    assert "Gmail does not write" in html(GMAIL)


@pytest.mark.parametrize("place", list(Place))
@pytest.mark.parametrize("decider", list(Decider))
def test_every_verdict_can_be_shown(place: Place, decider: Decider) -> None:
    shown = report_html(report(Reading(verdict=Verdict(place, decider)), Context()), Context())
    assert PLACES[place] in unescape(shown)


@pytest.mark.parametrize(
    ("seconds", "wanted"),
    [(0.2, "at once"), (3, "3 s"), (600, "10 min"), (9000, "2 h 30 min"), (200_000, "2 d 7 h")],
)
def test_durations(seconds: float, wanted: str) -> None:
    assert duration(seconds, Context()) == wanted


def test_what_is_passed_on_names_nobody() -> None:
    message = own_server(
        above="X-Spam-Status: Yes, score=9 for <kari@example.no>, see https://a.example/x?u=kari\n"
    )
    found = report(read(message.replace("From:", "From: <per@example.com>\nX-Was:", 1)), Context())
    parts = [part for part in found.blocks if isinstance(part, Section) and part.kind == "pass-on"]
    files = [block for part in parts for block in part.blocks if isinstance(block, File)]
    assert len(files) == 1
    assert "kari" in report_text(replace(found, blocks=found.blocks[:-1]), Context())
    assert "kari" not in files[0].text
    assert "@example.no>" in files[0].text
    assert "check/" not in files[0].text


def test_what_is_masked_is_shown_before_it_is_copied() -> None:
    shown = html(GMAIL)
    assert shown.index("[address-1]") < shown.index("copy-file")


def test_what_are_no_headers_is_not_passed_on() -> None:
    assert "copy-file" not in html("Hello")
