"""Broken mail and nasty pastes: never an exception, and of each what can be had."""

from pathlib import Path
from typing import Any

import pytest

from checker.headers.encoded import decode_words
from checker.headers.model import Fault, Place, Reading, Repair
from checker.headers.read import read
from checker.render.context import Context
from checker.render.headers import report
from checker.render.report_html import report_html
from tests.conformance.headers.cases import CASES, load, needs_cases, text_of
from tests.flow.markup import faults

pytestmark = needs_cases
NASTY = {case["id"]: case for case in load("malformed/nasty-inputs.json", "cases")}
WORDS = load("malformed/mha/rfc2047-cases.json", "items", "cases")
MAILS = sorted((CASES / "malformed").rglob("*.eml")) if CASES.is_dir() else []


def _read(name: str) -> Reading:
    return read(text_of(NASTY[name]))


@pytest.mark.parametrize("name", sorted(NASTY))
def test_nothing_nasty_raises_or_reaches_the_page(name: str) -> None:
    read_ = _read(name)
    html = report_html(report(read_, Context()), Context())
    assert [fault for fault in faults(html) if not fault.startswith("not filled")] == []
    assert "<script" not in html
    assert all(0 <= finding.line <= read_.lines for finding in read_.findings)


@pytest.mark.parametrize(
    ("name", "repair"),
    [
        ("quoted-reply", Repair.QUOTED),
        ("leading-text", Repair.LEADING_TEXT),
        ("leading-blank-lines", Repair.LEADING_BLANK),
        ("autolinked", Repair.LINKED),
        ("smart-quotes", Repair.SMART_QUOTES),
        ("mixed-newlines", Repair.LINE_ENDS),
        ("nul-bytes", Repair.NUL),
        ("json-headers", Repair.JSON),
        ("gmail-html-copy", Repair.HTML),
        ("gmail-show-original", Repair.PAGE_COPY),
        ("fold-lost-indent-colon", Repair.LOST_INDENT),
    ],
)
def test_what_was_put_right_is_said(name: str, repair: Repair) -> None:
    if name in NASTY:
        assert repair in _read(name).repairs
        assert _read(name).fault is None


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("empty", Fault.EMPTY),
        ("only-body", Fault.ONLY_BODY),
        ("msg-file", Fault.OUTLOOK_FILE),
        ("curl-smtp-log", Fault.SMTP_LOG),
    ],
)
def test_what_is_no_header_is_named(name: str, fault: Fault) -> None:
    if name in NASTY:
        assert _read(name).fault is fault


def test_a_comment_or_a_quoted_string_is_no_result() -> None:
    for name in ("authres-comment-trick", "authres-quoted"):
        if name in NASTY:
            assert _read(name).authentication.dmarc == "fail"


@pytest.mark.parametrize("case", WORDS, ids=lambda case: case["input"][:40])
def test_encoded_words(case: dict[str, Any]) -> None:
    assert " ".join(decode_words(case["input"]).split()) == " ".join(case["expect"].split())


@pytest.mark.parametrize("path", MAILS, ids=lambda path: path.name)
def test_malformed_mail_is_read_alike_with_all_line_ends(path: Path) -> None:
    data = path.read_bytes()
    keys = [field.key for field in read(data).block.fields]
    for ends in (b"\r\n", b"\r"):
        other = data.replace(b"\r\n", b"\n").replace(b"\n", ends)
        assert [field.key for field in read(other).block.fields] == keys


@pytest.mark.parametrize("case", load("headers/icloud-shape.json", "cases"), ids=lambda case: case["id"])
def test_icloud_names_the_folder(case: dict[str, Any]) -> None:
    found, wanted = read(case["text"]), case["expect"]
    assert found.verdict.place is Place(wanted["folder"])
    checks = found.authentication
    assert [checks.spf, checks.dkim, checks.dmarc] == [wanted["spf"], wanted["dkim"], wanted["dmarc"]]
    assert checks.arc == wanted.get("arc", "")
