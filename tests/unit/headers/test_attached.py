"""An e-mail that was forwarded as an attachment is read, and the report says so."""

import base64
from collections.abc import Callable

import pytest

from checker.headers.codes import Code
from checker.headers.model import Place
from checker.headers.read import read
from checker.render.context import Context
from checker.render.headers import report
from checker.render.report_text import report_text
from tests.unit.headers.samples import own_server

INNER = (
    "Received: from mta.example.com (mta.example.com [192.0.2.7]) by mx.example.no with ESMTPS id 1;\n"
    " Mon, 23 Nov 2026 10:11:12 +0000\n"
    "X-Spam-Flag: YES\n"
    "From: News <news@example.com>\n"
    "Subject: The offer\n"
    "\n"
    "Hello\n"
).replace("Received:", "X-Spam-Checker-Version: SpamAssassin 4.0.0 on mx.example.no\nReceived:")
FLAGGED = "X-Spam-Flag: YES\n" + INNER
TOP = (
    "Received: from a.example.net by b.example.net; Tue, 24 Nov 2026 10:11:12 +0000\n"
    "From: Kari <kari@example.net>\nSubject: Fwd: The offer\nMIME-Version: 1.0\n"
)


def mixed(inner: str, fields: str = "", kind: str = "multipart/mixed") -> str:
    return (
        f'{TOP}Content-Type: {kind}; boundary="b1"\n\n'
        "--b1\nContent-Type: text/plain\n\nSee below\n"
        f"--b1\nContent-Type: message/rfc822\n{fields}\n{inner}\n--b1--\n"
    )


def nested(inner: str) -> str:
    return (
        f'{TOP}Content-Type: multipart/mixed; boundary="b1"\n\n'
        '--b1\nContent-Type: multipart/mixed;\n boundary="b2"\n\n'
        f"--b2\nContent-Type: message/rfc822\n\n{inner}\n--b2--\n--b1--\n"
    )


def alone(inner: str) -> str:
    return f"{TOP}Content-Type: message/rfc822\n\n{inner}"


@pytest.mark.parametrize("wrap", [mixed, nested, alone], ids=["mixed", "nested", "alone"])
def test_the_one_inside_is_read(wrap: Callable[[str], str]) -> None:
    text = wrap(FLAGGED)
    found = read(text)
    assert found.block.get("subject") == "The offer"
    assert found.verdict.place is Place.SPAM
    assert text.split("\n")[found.attached - 1] == FLAGGED.split("\n")[0]
    assert found.block.fields[0].line == found.attached
    assert f"from line {found.attached} on" in report_text(report(found, Context()), Context())
    assert found.block.body.strip() == "Hello"


def test_base64_around_it_is_undone() -> None:
    packed = base64.encodebytes(FLAGGED.encode()).decode()
    assert read(mixed(packed, "Content-Transfer-Encoding: base64\n")).block.get("subject") == "The offer"


@pytest.mark.parametrize(
    "text",
    [
        mixed("Subject: a draft\n\nHello"),
        mixed("no e-mail at all"),
        mixed(FLAGGED, kind="multipart/report; report-type=delivery-status"),
        mixed(FLAGGED, kind="multipart/digest"),
        mixed(FLAGGED).replace("Kari <kari@example.net>", "MAILER-DAEMON@b.example.net", 1),
        mixed(FLAGGED).partition("\n\n")[0],
        own_server(),
    ],
    ids=["a draft", "no e-mail", "a report", "a digest", "a bounce", "headers alone", "nothing attached"],
)
def test_else_the_outer_one_is(text: str) -> None:
    found = read(text)
    assert found.attached == 0
    assert found.block.fields[0].line == 1


def test_what_a_filter_has_wrapped_stays_wrapped() -> None:
    outer = "Received: from localhost by mx.example.no\n\twith SpamAssassin (version 4.0.0);\n"
    text = outer + "X-Spam-Flag: YES\n" + mixed(INNER).partition("\n")[2]
    assert read(text).attached == 0


@pytest.mark.parametrize(
    "body",
    [
        "--b1\nContent-Type: message/rfc822\n\n" * 50_000,
        "--b1\n" * 200_000,
        "".join(f'--b1\nContent-Type: multipart/mixed; boundary="b{n}"\n\n' for n in range(20_000)),
        "x" * 5_000_000 + "rfc822",
    ],
    ids=["parts", "marks", "boundaries", "one line"],
)
def test_any_length_is_read(body: str) -> None:
    found = read(f'{TOP}Content-Type: multipart/mixed; boundary="b1"\n\n{body}')
    assert found.block.fields
    assert Code.CUT_OFF not in [one.code for one in found.findings]
