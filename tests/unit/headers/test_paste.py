"""Whatever the headers come wrapped in: the same fields; and what is no header is named."""

import base64

import pytest

from checker.headers.decode import decode
from checker.headers.model import Fault, Place, Repair
from checker.headers.read import read

PLAIN = (
    "Return-Path: <b@example.com>\n"
    "Received: from mta.example.com (mta.example.com [192.0.2.1])\n"
    " by mail.example.no with ESMTPS id 1 for <kari@example.no>;\n"
    " Mon, 23 Nov 2026 10:11:12 +0000\n"
    "Authentication-Results: mail.example.no; spf=pass smtp.mailfrom=example.com\n"
    "From: Shop <news@example.com>\n"
    "Subject: Winter sale\n"
)
FIELDS = [(field.key, field.value) for field in read(PLAIN).block.fields]


def fields(source: str | bytes) -> list[tuple[str, str]]:
    return [(field.key, field.value) for field in read(source).block.fields]


def numbered(text: str) -> str:
    return "".join(f"{number:>3}: {line}\n" for number, line in enumerate(text.split("\n")[:-1], start=1))


WRAPPED = {
    "as it is": PLAIN,
    "with its body": f"{PLAIN}\nHello\n\nX-Spam-Flag: YES\n",
    "crlf": PLAIN.replace("\n", "\r\n"),
    "cr": PLAIN.replace("\n", "\r"),
    "crcrlf": PLAIN.replace("\n", "\r\r\n"),
    "quoted": "".join(f"> {line}\n" for line in PLAIN.split("\n")[:-1]),
    "quoted twice": "".join(f">> {line}\n" for line in PLAIN.split("\n")[:-1]),
    "a list": "".join(f"- {line}\n" for line in PLAIN.split("\n")[:-1]),
    "indented": "".join(f"    {line}\n" for line in PLAIN.split("\n")[:-1]),
    "line numbers": numbered(PLAIN),
    "mailbox file": f"From b@example.com Mon Nov 23 10:11:12 2026\n{PLAIN}",
    "emlx": f"1234\n{PLAIN}\nbody",
    "prose above": f"Hi, here are the headers you asked for:\n\n{PLAIN}",
    "blank lines above": f"\n\n  \n{PLAIN}",
    "no-break spaces": PLAIN.replace(": ", ":\u00a0"),
    "zero width": PLAIN.replace("Subject", "\u200bSubject"),
    "byte order mark": f"\ufeff{PLAIN}",
    "nul": PLAIN.replace("Winter", "Win\x00ter"),
    "utf-16 as text": "\x00".join(PLAIN),
    "lost indent": PLAIN.replace("\n ", "\n"),
    "double spaced": PLAIN.replace("\n", "\n\n"),
    "on one line": PLAIN.replace("\n ", " ").replace("\n", " "),
    "glued": PLAIN.replace("\n ", " ").replace("\n", "").replace("news@example.com>", "news@example.com>"),
    "html": f"<html><body><pre>{PLAIN.replace('<', '&lt;').replace('>', '&gt;')}</pre></body></html>",
    "linked": PLAIN.replace("mta.example.com ", "mta.example.com<http://mta.example.com> "),
    "linked and wrapped": PLAIN.replace(
        "mta.example.com ",
        "mta.example.com<https://eur01.safelinks.protection.outlook.com/"
        "?url=http%3A%2F%2Fmta.example.com%2F&data=05> ",
    ),
    "linked address": PLAIN.replace("news@example.com>", "news@example.com<mailto:news@example.com>>"),
    "markdown": PLAIN.replace("mta.example.com ", "[mta.example.com](http://mta.example.com) "),
    "gmail page": "Original Message\nSPF:\tPASS with IP 192.0.2.1\nDownload Original\tCopy to clipboard\n"
    + PLAIN,
}
LONG = "X-Padding: " + "a" * 300


@pytest.mark.parametrize("name", WRAPPED)
def test_the_same_fields_come_out(name: str) -> None:
    assert fields(WRAPPED[name]) == FIELDS


@pytest.mark.parametrize(
    ("name", "repair"),
    [
        ("cr", Repair.LINE_ENDS),
        ("quoted", Repair.QUOTED),
        ("indented", Repair.INDENTED),
        ("line numbers", Repair.NUMBERED),
        ("prose above", Repair.LEADING_TEXT),
        ("no-break spaces", Repair.INVISIBLE),
        ("utf-16 as text", Repair.WIDE),
        ("lost indent", Repair.LOST_INDENT),
        ("double spaced", Repair.DOUBLE_SPACED),
        ("on one line", Repair.GLUED),
        ("html", Repair.HTML),
        ("linked", Repair.LINKED),
        ("gmail page", Repair.PAGE_COPY),
    ],
)
def test_what_was_put_right_is_said(name: str, repair: Repair) -> None:
    assert repair in read(WRAPPED[name]).repairs


@pytest.mark.parametrize(
    "name", ["as it is", "with its body", "crlf", "mailbox file", "emlx", "byte order mark"]
)
def test_nothing_is_said_where_nothing_was_wrong(name: str) -> None:
    assert dict(read(WRAPPED[name]).repairs) == {}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "latin-1"])
def test_files_in_every_encoding(encoding: str) -> None:
    text = PLAIN.replace("Winter", "Påske")
    assert ("subject", "Påske sale") in fields(text.encode(encoding))


def test_a_file_in_base64() -> None:
    assert fields(base64.encodebytes(PLAIN.encode())) == FIELDS
    assert fields(base64.encodebytes(PLAIN.encode()).decode()) == FIELDS


def test_json_of_an_interface() -> None:
    pairs = '{"name": "Delivered-To", "value": "a@gmail.com"}, {"name": "Subject", "value": "x"}'
    gmail = f'{{"payload": {{"headers": [{pairs}]}}}}'
    assert fields(gmail) == [("delivered-to", "a@gmail.com"), ("subject", "x")]
    mapping = '{"headers": {"Received": ["from a by b", "from c by a"], "Subject": "x"}}'
    assert fields(mapping) == [("received", "from a by b"), ("received", "from c by a"), ("subject", "x")]


def test_lines_are_counted_as_they_were_pasted() -> None:
    found = read(WRAPPED["prose above"]).block.fields
    assert [(field.line, field.last) for field in found[:3]] == [(3, 3), (4, 6), (7, 7)]


def test_a_line_that_belongs_nowhere_is_named() -> None:
    found = read(PLAIN + "*** signature checked ***\nX-Mailer: x\n")
    assert found.block.unread == (8,)
    assert [one.line for one in found.findings if one.code == "HEADERS_UNREAD_LINE"] == [8]
    assert found.block.get("x-mailer") == "x"


SENT_BLOCKS = [
    "From: Ola <ola@example.no>\nSent: Monday, 23 November 2026 10:11\nTo: Kari\nSubject: Hei\n\nText",
    "Fra: Ola\nSendt: mandag 23. november 2026 10:11\nTil: Kari\nEmne: Hei\n\nText",
    "Von: Ola\nGesendet: Montag, 23. November 2026\nAn: Kari\nBetreff: Hallo\n\nText",
    "De : Ola\nEnvoyé : lundi 23 novembre 2026\nÀ : Kari\nObjet : Bonjour\n\nText",
    "Van: Ola\nVerzonden: maandag 23 november 2026\nAan: Kari\nOnderwerp: Hallo\n\nText",
    "Från: Ola\nSkickat: den 23 november 2026\nTill: Kari\nÄmne: Hej\n\nText",
    "Hello\n\n-----Original Message-----\nFrom: Ola\nSent: Monday\nTo: Kari\nSubject: Hei",
    "---------- Forwarded message ---------\nFrom: Ola\nDate: Mon, 23 Nov 2026\nSubject: Hei\nTo: Kari",
]


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("", Fault.EMPTY),
        ("\r\n \u200b\n", Fault.EMPTY),
        ("Hello, why did my mail not arrive?\nThanks: John\n", Fault.ONLY_BODY),
        ("just words", Fault.ONLY_BODY),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), Fault.OUTLOOK_FILE),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, Fault.BINARY),
        (b"%PDF-1.7 x", Fault.BINARY),
        ('{"id": 1, "snippet": "x"}', Fault.API_JSON),
        (
            "< 220 mx.example.org ESMTP\n> EHLO a.example\n> MAIL FROM:<a@b.example>\n< 550 5.7.1 no\n",
            Fault.SMTP_LOG,
        ),
        *((block, Fault.QUOTED_MESSAGE) for block in SENT_BLOCKS),
    ],
)
def test_what_is_no_header_is_named(source: str | bytes, fault: Fault) -> None:
    assert read(source).fault is fault


def test_real_headers_are_found_below_a_quoted_block() -> None:
    assert fields(f"{SENT_BLOCKS[0]}\n\n{PLAIN}")[-len(FIELDS) :] == FIELDS


def test_bytes_that_are_no_utf8_stay() -> None:
    assert decode(b"Subject: P\xe5ske") == "Subject: Påske"


def test_a_value_that_has_lost_its_indent_is_no_field() -> None:
    text = (
        "Received: from a.example by AM6.mail.protection.outlook.com; Mon, 23 Nov 2026 08:04:17 +0000\n"
        "From: a@b.example\n"
        "X-Microsoft-Antispam:\nBCL:3;PCL:0;\n"
        "X-Exchange-Antispam-Report-Test:\nUriScan:(62367317510075)(28532068793085)\n"
        "X-Microsoft-Antispam-Mailbox-Delivery:\nabwl:0;wl:0;dest:J;OFR:SpamFilterAuthJ;\n"
        "Subject:\nTo: c@d.example\n"
    )
    found = read(text)
    assert [field.key for field in found.block.fields][-2:] == ["subject", "to"]
    assert found.block.get("x-microsoft-antispam") == "BCL:3;PCL:0;"
    assert found.block.get("x-exchange-antispam-report-test").startswith("UriScan")
    assert found.verdict.place is Place.JUNK
    assert Repair.LOST_INDENT in found.repairs
