"""What one message shows of its sender: who, proven or not, how to leave, links, rules."""

import base64

import pytest

from checker.findings import Finding
from checker.headers.address import authors, to_ascii
from checker.headers.codes import Code
from checker.headers.links import hosts, unwrap
from checker.headers.read import read
from checker.tables.headers import platforms
from tests.unit.headers.samples import GMAIL, M365_BEHIND_PROOFPOINT, own_server


def findings(text: str) -> dict[str, Finding]:
    return {finding.code: finding for finding in read(text).findings}


def state(text: str, check: str) -> str:
    found = read(text).findings
    return next(one.code for one in found if "RULE" in one.code and one.args["check"] == check)


@pytest.mark.parametrize(
    ("value", "domain"),
    [
        ("Shop <news@example.com>", "example.com"),
        ("news@example.com (Shop)", "example.com"),
        ("<@relay.example,@b.example:user@example.com>", "example.com"),
        ('"news@other.example via Shop" <x@example.com>', "example.com"),
        ('"a\\"b@other.example" <"quoted@local"@example.com>', "example.com"),
        ("(a (nested) comment) x@example.com", "example.com"),
        ("((((never ends x@example.com", "example.com"),
        ("PayPal <service@раypal.com>", "xn--ypal-43d9g.com"),
        ("=?utf-8?b?cG90dXNAd2hpdGVob3VzZS5nb3Y=?==?utf-8?Q?=0A=00?=@mailsploit.com", "mailsploit.com"),
    ],
)
def test_the_author_is_read_from_the_undecoded_text(value: str, domain: str) -> None:
    assert [author.domain for author in authors(value)] == [domain]


def test_a_group_has_no_author() -> None:
    assert authors("undisclosed-recipients:;") == ()
    assert to_ascii("Blåbær.NO.") == "xn--blbr-roah.no"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ("From: a@example.com\nFrom: b@example.com\n", Code.FROM_TWICE),
        ("From: a@example.com, b@example.com\n", Code.FROM_SEVERAL),
        ("From: undisclosed-recipients:;\nSubject: x\n", Code.FROM_MISSING),
        ('From: "bank@bank.example" <x@evil.example>\nSubject: x\n', Code.FROM_SHOWS_OTHER),
        ("From: PayPal <service@раypal.com>\nSubject: x\n", Code.FROM_MIXED_SCRIPTS),
        ("From: =?utf-8?q?a=00?= <a@example.com>\nSubject: x\n", Code.FROM_HIDDEN),
        ("Precedence: bulk\nSubject: x\n", Code.UNSUBSCRIBE_MISSING),
        ("List-Unsubscribe: <mailto:u@example.com>\n", Code.UNSUBSCRIBE_MAIL_ONLY),
        ("List-Unsubscribe: <https://example.com/u>\n", Code.ONE_CLICK_MISSING),
        (
            "List-Unsubscribe: <http://example.com/u>\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\n",
            Code.ONE_CLICK_NO_HTTPS,
        ),
        (
            "List-Unsubscribe: (Use this) <https://example.com/u>,\n <mailto:a@example.com>\n"
            "List-Unsubscribe-Post: List-Unsubscribe=One-Click\n"
            "DKIM-Signature: v=1; d=example.com; h=from:list-unsubscribe\n",
            Code.ONE_CLICK_NOT_SIGNED,
        ),
        (
            "DKIM-Signature: v=1; a=rsa-sha256; d=example.com; s=s; l=0; h=from; bh=YQ==; b=YQ==\n",
            Code.DKIM_LENGTH,
        ),
        ("DKIM-Signature: v=1; a=rsa-sha1; d=example.com; s=s; h=from; bh=YQ==; b=YQ==\n", Code.DKIM_SHA1),
        ("DKIM-Signature: v=1; d=example.com; d=example.com\n", Code.DKIM_FAULT),
        ("Feedback-ID: a:b:c:Sender\nSubject: x\n", Code.FEEDBACK_ID),
    ],
)
def test_each_point_has_its_code(fields: str, code: Code) -> None:
    assert code in findings(fields)


def test_one_click_that_counts() -> None:
    found = findings(M365_BEHIND_PROOFPOINT)
    assert Code.ONE_CLICK in found
    assert found[Code.PLATFORM].args["id"] == "hubspot"
    assert Code.DOMAIN_CONNECTED in found


def test_hubspot_without_a_connected_domain() -> None:
    only_shared = M365_BEHIND_PROOFPOINT.replace("d=example.no", "d=bf05.eu1.hubspotemail.net").replace(
        "header.d=example.no", "header.d=bf05.eu1.hubspotemail.net"
    )
    found = findings(only_shared)
    assert Code.DOMAIN_NOT_CONNECTED in found
    assert Code.DKIM_NOT_ALIGNED in found


@pytest.mark.parametrize("platform", platforms(), ids=lambda one: one.id)
def test_every_fingerprint_of_a_platform_is_known(platform: object) -> None:
    one = next(each for each in platforms() if each is platform)
    for mark in one.fields:
        name, _, part = mark.partition(": ")
        assert findings(f"{name}: {part or 'x'}\nSubject: x\n")[Code.PLATFORM].args["id"] == one.id
    for domain in one.domains:
        assert findings(f"Return-Path: <b@x.{domain}>\nSubject: x\n")[Code.PLATFORM].args["id"] == one.id
    for word in one.feedback:
        assert findings(f"Feedback-ID: a:b:c:{word}\nSubject: x\n")[Code.PLATFORM].args["id"] == one.id
    for host in one.links:
        text = f"List-Unsubscribe: <https://a.{host}/u>\nSubject: x\n"
        assert findings(text)[Code.PLATFORM].args["id"] == one.id


@pytest.mark.parametrize(
    ("url", "real"),
    [
        (
            "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.com%2Fu&data=05%7C",
            "https://example.com/u",
        ),
        ("https://urldefense.proofpoint.com/v2/url?u=https-3A__example.com_u&d=x", "https://example.com/u"),
        ("https://urldefense.com/v3/__https://example.com/u__;!!abc$", "https://example.com/u"),
        ("https://linkprotect.cudasvc.com/url?a=https%3a%2f%2fexample.com%2fu&c=E", "https://example.com/u"),
        ("https://protect-eu.mimecast.com/s/AbC?domain=example.com", "https://example.com"),
        ("https://example.com/u", "https://example.com/u"),
    ],
)
def test_wrapped_links_are_unwrapped(url: str, real: str) -> None:
    assert unwrap(url) == real
    assert dict(hosts(f'<a href="{url}">')) == {"example.com": 1}


LINKS = (
    '<a href="https://bit.ly/a">x</a> <a href="https://www.youtu.be/b">y</a> '
    '<a href="https://example.com/">z</a> Unsubscribe'
)
QUOTED = LINKS.replace("=", "=3D").replace("it.ly", "it=\n.ly")
ENCODED = base64.encodebytes(LINKS.encode()).decode()


@pytest.mark.parametrize(
    "body",
    [
        f"Content-Type: text/html\n\n{LINKS}",
        f"Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n{QUOTED}",
        f"Content-Type: text/html\nContent-Transfer-Encoding: base64\n\n{ENCODED}",
        f"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n\n{LINKS}\n--b--\n",
    ],
)
def test_short_links_are_counted_in_the_text(body: str) -> None:
    found = findings(f"From: a@example.com\nMIME-Version: 1.0\n{body}")
    assert found[Code.SHORT_LINKS].args["count"] == "2"
    assert found[Code.SHORT_LINKS].args["all"] == "3"
    assert state(f"From: a@example.com\nMIME-Version: 1.0\n{body}", "visible_link") == Code.RULE_MET


@pytest.mark.parametrize(
    ("text", "check", "code"),
    [
        (GMAIL, "spf", Code.RULE_MET),
        (GMAIL, "dmarc", Code.RULE_MET),
        (GMAIL, "tls", Code.RULE_MET),
        (GMAIL, "format", Code.RULE_MET),
        (GMAIL, "visible_link", Code.RULE_UNKNOWN),
        (GMAIL.replace("dmarc=pass", "dmarc=fail"), "dmarc", Code.RULE_MISSED),
        (GMAIL.replace("Message-ID", "X-Other"), "format", Code.RULE_MISSED),
        (GMAIL.replace("news@example.no", "shop@gmail.com"), "own_from", Code.RULE_MISSED),
        (GMAIL.replace("ESMTPS", "ESMTP").replace("(version=TLS1_3)", ""), "tls", Code.RULE_MISSED),
        (M365_BEHIND_PROOFPOINT, "spf", Code.RULE_UNKNOWN),
        (own_server(), "spf", Code.RULE_UNKNOWN),
    ],
)
def test_the_rules_for_bulk_senders(text: str, check: str, code: Code) -> None:
    assert state(text, check) == code


def test_alignment_is_relaxed_and_honest() -> None:
    assert Code.DKIM_ALIGNED in findings(GMAIL)
    cousins = GMAIL.replace("news@example.no", "news@mail.example.no").replace(
        "header.i=@example.no", "header.i=@x.example.no"
    )
    assert Code.DKIM_ALIGNMENT_UNKNOWN in findings(cousins)
    assert Code.DKIM_NOT_ALIGNED in findings(GMAIL.replace("news@example.no", "news@other.example"))
