"""What SpamAssassin and rspamd of today write is read as they meant it."""

from checker.headers.codes import Code
from checker.headers.model import Certainty, Decider, Place, Trust
from checker.headers.read import read
from tests.filters.conftest import Ask, Filter

HAM = """\
From: Kari <kari@example.com>
To: ola@example.no
Subject: Minutes of the meeting
Date: Mon, 23 Nov 2026 10:00:00 +0100
Message-ID: <20261123.1@example.com>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

Hello Ola, here are the minutes of yesterday's meeting. Tell me if something is missing.
"""
GTUBE = "XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X"
SPAM = HAM.replace("Hello Ola", f"{GTUBE}\n\nHello Ola")
RECEIVED = (
    "Received: from mta.example.com (mta.example.com [192.0.2.1]) by mx.example.no with ESMTPS id 1;"
    " Mon, 23 Nov 2026 10:00:01 +0100\n"
)


def test_spamassassin_lets_through(spamassassin: Filter) -> None:
    found = read(spamassassin(HAM))
    assert (found.verdict.place, found.verdict.decider) == (Place.PASSED, Decider.LOCAL_FILTER)
    assert found.verdict.system == "spamassassin"


def test_spamassassin_marks_spam(spamassassin: Filter) -> None:
    found = read(spamassassin(SPAM))
    assert (found.verdict.place, found.verdict.system) == (Place.SPAM, "spamassassin")
    assert found.verdict.signals[0].value == "Yes"


def test_spamassassin_at_a_server_stands_above_the_line(spamassassin: Filter) -> None:
    forged = f"{RECEIVED}X-Spam-Status: No, score=-99.0 required=5.0\n{SPAM}"
    found = read(spamassassin(forged))
    assert found.verdict.place is Place.SPAM
    assert [one.trust for one in found.verdict.signals if one.key == "X-Spam-Status"] == [Trust.RECEIVER]


def test_rspamd_lets_through(rspamc: Filter) -> None:
    found = read(rspamc(HAM))
    assert (found.verdict.place, found.verdict.system) == (Place.PASSED, "rspamd")


def test_rspamd_marks_spam(rspamc: Filter) -> None:
    found = read(rspamc(SPAM))
    assert (found.verdict.place, found.verdict.decider) == (Place.SPAM, Decider.LOCAL_FILTER)


def test_rspamd_behind_the_line_may_have_marked_spam(rspamc: Filter) -> None:
    verdict = read(rspamc(RECEIVED + SPAM)).verdict
    assert (verdict.place, verdict.system) == (Place.SPAM, "rspamd")
    assert verdict.certainty is Certainty.UNPROVEN


def test_rspamd_behind_the_line_proves_nothing_good(rspamc: Filter) -> None:
    found = read(rspamc(RECEIVED + HAM))
    assert found.verdict.place is Place.UNKNOWN
    assert Code.NOT_THE_RECEIVERS in [finding.code for finding in found.findings]


def test_what_rspamd_gives_a_mail_server(milter: Ask) -> None:
    reply = milter(HAM)
    added = reply["milter"]["add_headers"]
    lines = [f"{name}: {one['value']}" for name, one in added.items()]
    found = read("\n".join([*lines, RECEIVED + HAM]))
    wanted = Place.PASSED if reply["action"] in ("no action", "greylist", "soft reject") else Place.SPAM
    assert found.verdict.place is wanted
    assert found.block.unread == ()
    assert [one.stopped for one in found.authentication.fields] == [-1]
