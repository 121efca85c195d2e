"""Whatever is pasted, however long: a reading, never an exception, and nothing of it becomes markup."""

import re
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.headers import authres
from checker.headers.codes import Code
from checker.headers.encoded import decode_words
from checker.headers.judge import judge
from checker.headers.model import Reading, Verdict
from checker.headers.read import read
from checker.render.context import Context
from checker.render.headers import answers, report
from checker.render.report_html import report_html
from checker.render.report_text import report_text
from checker.tree.definition import TREE
from tests.flow.markup import faults
from tests.unit.headers.samples import GMAIL, M365_BEHIND_PROOFPOINT

PIECES = st.sampled_from(
    [
        *(
            "Received: ",
            "from a.example ",
            "by b.example ",
            "(x [192.0.2.1]) ",
            "; Mon, 23 Nov 2026 10:11:12 +0000",
        ),
        *(
            "Authentication-Results: ",
            "mx.google.com; ",
            "spf=pass ",
            "(",
            ")",
            '"',
            ";",
            "=",
            "/",
            "i=1; ",
            "\\",
        ),
        *(
            "From: ",
            "<a@b.example>",
            "=?utf-8?b?",
            "?=",
            "=?utf-8?q?=0A?=",
            "@",
            "<",
            ">",
            ",",
            "\ud800",
            "\u202e",
        ),
        *(
            "X-Forefront-Antispam-Report: ",
            "SFV:SPM;",
            "CAT:",
            "SCL:9",
            "(null)",
            "dest:J;",
            "X-Spam-Status: Yes, score=",
        ),
        *(
            "DKIM-Signature: ",
            "v=1; a=rsa-sha256; d=b.example; ",
            "bh=",
            "b=",
            "l=99999999999999999999; ",
            "h=from;",
        ),
        *(
            "ARC-Seal: i=1; cv=none",
            "List-Unsubscribe: <https://",
            "Subject: ",
            "\n",
            "\r",
            "\r\n",
            "\n ",
            "\n\n",
            "> ",
        ),
        *(
            "<script>alert(1)</script>",
            "<pre>",
            "[{",
            "SPF:\tPASS ",
            "From x Mon 2026",
            "\x00",
            "\u200b",
            "\u00a0",
            "1: ",
        ),
    ]
)


def test_the_verdict_alone_is_the_verdict_of_the_report() -> None:
    for text in (GMAIL, M365_BEHIND_PROOFPOINT):
        assert judge(text).verdict == read(text).verdict != Verdict()


def _holds(reading: Reading) -> None:
    assert all(0 <= finding.line <= reading.lines for finding in reading.findings)
    assert all(1 <= field.line <= field.last <= reading.lines for field in reading.block.fields)
    assert (reading.fault is None) == (bool(reading.block.fields) or reading.summary is not None)
    assert all(TREE.option(question, option) for question, option in answers(reading).items())
    shown = report(reading, Context())
    html = report_html(shown, Context())
    assert [fault for fault in faults(html) if not fault.startswith("not filled")] == []
    report_text(shown, Context())


@given(st.text())
def test_any_text(text: str) -> None:
    _holds(read(text))


@given(st.binary())
def test_any_bytes(data: bytes) -> None:
    _holds(read(data))


@given(st.lists(PIECES | st.text(max_size=5), max_size=60).map("".join))
def test_pieces_of_headers_in_any_order(text: str) -> None:
    _holds(read(text))
    _holds(read(text.encode("utf-8", "replace")))


@given(
    st.sampled_from([GMAIL, M365_BEHIND_PROOFPOINT]),
    st.integers(0, 3500),
    st.integers(0, 2000),
    st.text(max_size=20) | PIECES,
)
def test_headers_with_something_cut_out(text: str, start: int, length: int, instead: str) -> None:
    _holds(read(text[:start] + instead + text[start + length :]))


@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_results_and_words(text: str) -> None:
    assert authres.parse(text).stopped <= len(text)
    decode_words(text)


HEAD = "Received: from a.example by b.example; Mon, 23 Nov 2026 10:11:12 +0000\nFrom: a@b.example\n"


@pytest.mark.parametrize(
    "text",
    [
        "x" * 10_000_000,
        "X-Big: " + "A" * 10_000_000 + "\nFrom: a@b.example\n",
        HEAD + "\n" + "https://bit.ly/x " * 500_000,
        HEAD + "X-H: v\n" * 50_000,
        HEAD + "X-H: v\n folded\n" + " folded\n" * 100_000,
        "From: " + "(" * 5_000 + "a <x@b.example>\n" + HEAD,
        HEAD + "Authentication-Results: b.example; " + "(" * 200_000,
        HEAD + "Authentication-Results: b.example; " + '"' * 200_000,
        HEAD + "Authentication-Results: " + " " * 200_000 + "x",
        HEAD + "Authentication-Results: b.example" + "; spf=pass" * 50_000,
        HEAD + "Received: " + "from a by b (" * 50_000,
        HEAD + "Received: " + ";" * 200_000,
        "Received: from a by b; Mon, 23 Nov 2026 10:11:12 +0000\n" * 20_000,
        HEAD + "DKIM-Signature: " + "a=b;" * 100_000,
        HEAD + "DKIM-Signature: d=a.example\n" * 10_000,
        HEAD + "ARC-Seal: i=1; cv=none\n" * 10_000,
        HEAD + "Subject: " + "=?utf-8?q?a?= " * 100_000,
        HEAD + "To: " + "user@example.com, " * 20_000 + "\n",
        HEAD + "List-Unsubscribe: " + "<https://a.example/>, " * 50_000,
        HEAD + "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n" * 500_000,
        HEAD + "Content-Type: multipart/mixed; boundary=b\n\n" + "--b" * 500_000 + "boundary=" * 100_000,
        "> " * 100_000 + "\n" + ">" * 100_000,
        "<html>" + "<" * 1_000_000,
        "[" * 1_000_000,
        '[{"name":"Received","value":"' + "a" * 1_000_000 + '"}]',
        "a: b\n\n" * 200_000,
        "\x00a" * 500_000,
        "SPF: PASS\n" * 100_000,
        ("Received: " + "x" * 400 + " From: a Subject: b Date: c ") * 5_000,
        "\n" * 1_000_000 + HEAD,
        "A" * 50 + "\n" * 1_000_000 + "!",
    ],
    ids=lambda text: f"{text[:12]!r} {len(text)}",
)
def test_long_inputs_come_to_an_end(text: str) -> None:
    _holds(read(text))


@pytest.mark.parametrize(
    "make", [lambda n: "(" * n, lambda n: ";a=b" * n, lambda n: '"\\"' * n, lambda n: " .=" * n]
)
def test_the_work_grows_with_the_length(make: object) -> None:
    """Counted, not timed: how often the reader of results looks at the text."""

    def looks(size: int) -> int:
        count = 0
        skip = authres._Cursor.skip

        def counting(cursor: authres._Cursor) -> str:
            nonlocal count
            count += 1
            return skip(cursor)

        with patch.object(authres._Cursor, "skip", counting):
            authres.parse("b.example; " + make(size))  # type: ignore[operator]
        return count

    assert looks(2000) <= 2.2 * looks(1000) + 20


def test_no_pattern_is_left_to_backtrack() -> None:
    """A repeat right inside a repeat is what makes a pattern slow; the readers have none without a bound."""
    from pathlib import Path

    import checker.headers as package

    nested = re.compile(r"\((?:\?:)?[^()]*[+*]\)[+*]")
    for path in Path(str(package.__file__)).parent.glob("*.py"):
        found = [
            one
            for one in nested.findall(path.read_text(encoding="utf-8"))
            if "\\n" not in one and "\\\\" not in one
        ]
        assert found == [], path.name


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "X-H: v\n" * 70_000,
        HEAD + "X-H: v\n" + " folded\n" * 210_000,
        "Text before\n" + HEAD + "X-H: v\n" * 70_000,
        "Text before\n" + HEAD + "X-H: v\n" + " folded\n" * 210_000,
    ],
)
def test_what_is_left_out_for_its_length_is_told(text: str) -> None:
    found = read(text)
    told = next(one for one in found.findings if one.code == Code.CUT_OFF)
    assert 0 < told.line == found.block.cut <= found.lines
    assert len(found.block.fields) <= 60_000
    assert f"from line {told.line} on" in report_text(report(found, Context()), Context())


def test_nothing_is_told_where_all_was_read() -> None:
    assert not read(HEAD + "X-H: v\n" * 50_000 + "\ntext\n").block.cut
