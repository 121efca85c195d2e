"""One verdict out of many fields: where, who decided, how sure."""

import pytest

from checker.headers.model import Certainty, Decider, Place
from checker.headers.read import read
from tests.unit.headers.samples import GMAIL, M365_BEHIND_PROOFPOINT, own_server

MICROSOFT = """\
Received: from DB5.eop-EUR03.prod.protection.outlook.com (2603:10a6::2) by AM0.eurprd01.prod.outlook.com
 with HTTPS; Mon, 23 Nov 2026 10:00:08 +0000
Received: from mta.example.com (192.0.2.1) by DB5.mail.protection.outlook.com (10.0.0.1) with Microsoft SMTP
 Server id 15.20.2 via Frontend Transport; Mon, 23 Nov 2026 10:00:07 +0000
From: a@example.com
"""


def verdict(fields: str) -> tuple[Place, Decider]:
    found = read(MICROSOFT + fields).verdict
    return found.place, found.decider


@pytest.mark.parametrize(
    ("fields", "place", "decider"),
    [
        (
            "X-Microsoft-Antispam-Mailbox-Delivery: dest:J;OFR:SpamFilterAuthJ;\n",
            Place.JUNK,
            Decider.CONTENT_FILTER,
        ),
        (
            "X-Microsoft-Antispam-Mailbox-Delivery: dest:I;OFR:TrustedSenderList;\n",
            Place.INBOX,
            Decider.USER_SAFE,
        ),
        (
            "X-Microsoft-Antispam-Mailbox-Delivery: ucf:1;dest:C;OFR:CustomRules;\n",
            Place.OWN_RULE,
            Decider.USER_RULE,
        ),
        ("X-Microsoft-Antispam-Mailbox-Delivery: dest:D;\n", Place.DELETED, Decider.USER_RULE),
        (
            "X-Forefront-Antispam-Report: SCL:9;SFV:SPM;CAT:HPHSH;DIR:INB;\n",
            Place.QUARANTINE,
            Decider.HIGH_PHISHING,
        ),
        (
            "X-Forefront-Antispam-Report: SCL:5;SFV:SPM;CAT:BULK;DIR:INB;\n",
            Place.JUNK,
            Decider.BULK_THRESHOLD,
        ),
        ("X-Forefront-Antispam-Report: SFV:BLK;CAT:NONE;DIR:INB;\n", Place.JUNK, Decider.USER_BLOCK),
        ("X-Forefront-Antispam-Report: SFV:SKN;SCL:-1;DIR:INB;\n", Place.PASSED, Decider.MAIL_RULE_ALLOW),
        ("X-Forefront-Antispam-Report: IPV:CAL;SFV:NSPM;SCL:-1;DIR:INB;\n", Place.PASSED, Decider.IP_ALLOW),
        (
            "X-Forefront-Antispam-Report: SFV:SPM;CAT:SPM;\nX-CustomSpam: Web bug\n",
            Place.SPAM,
            Decider.CUSTOM_FILTER,
        ),
        (
            "X-Forefront-Antispam-Report: SFV:NSPM;CAT:NONE;\nX-Microsoft-Antispam: BCL:8;\n",
            Place.PASSED,
            Decider.CONTENT_FILTER,
        ),
        ("X-Forefront-Antispam-Report: SFV:NSPM;SCL:5;\n", Place.PASSED, Decider.CONTENT_FILTER),
        ("X-MS-Exchange-Organization-SCL: 6\n", Place.JUNK, Decider.CONTENT_FILTER),
        ("X-Forefront-Antispam-Report: SFV:SKQ;CAT:HSPM;\n", Place.INBOX, Decider.RELEASED),
    ],
)
def test_microsoft(fields: str, place: Place, decider: Decider) -> None:
    assert verdict(fields) == (place, decider)


def test_a_safe_senders_list_beats_a_high_level() -> None:
    level = "X-MS-Exchange-Organization-SCL: 9\n"
    fields = f"{level}X-Microsoft-Antispam-Mailbox-Delivery: dest:I;OFR:TrustedSenderList;\n"
    assert verdict(fields) == (Place.INBOX, Decider.USER_SAFE)


def test_the_folder_is_sure_only_where_it_is_written() -> None:
    assert read(M365_BEHIND_PROOFPOINT).verdict.certainty is Certainty.STATED
    report_only = MICROSOFT + "X-Forefront-Antispam-Report: SFV:SPM;CAT:SPM;\n"
    assert read(report_only).verdict.certainty is Certainty.LIKELY


def test_gmail_names_no_folder() -> None:
    found = read(GMAIL)
    assert found.verdict.place is Place.UNKNOWN
    assert found.receiver.option == "gmail"
    assert "HEADERS_NO_FOLDER" in [finding.code for finding in found.findings]


def test_gmail_tells_what_it_did_about_dmarc() -> None:
    failed = GMAIL.replace("dmarc=pass (p=NONE sp=NONE dis=NONE)", "dmarc=fail (p=QUARANTINE dis=QUARANTINE)")
    found = read(failed).verdict
    assert (found.place, found.decider) == (Place.JUNK, Decider.DMARC_POLICY)
    assert found.certainty is Certainty.POSSIBLE


def test_outlook_com_is_told_from_microsoft_365() -> None:
    assert read(MICROSOFT + "Subject: x\n").receiver.option == "m365"
    assert read(MICROSOFT + "X-SID-Result: PASS\n").receiver.option == "outlook_com"
    assert read(MICROSOFT + "To: kari@hotmail.no\n").receiver.option == "outlook_com"


def test_a_filter_that_nobody_knows_is_shown_and_not_judged() -> None:
    found = read(own_server(above="X-Acme-Spam-Verdict: maybe\n"))
    assert found.verdict.place is Place.UNKNOWN
    assert [one.quote for one in found.findings if one.code == "HEADERS_UNKNOWN_FILTER"] == [
        "X-Acme-Spam-Verdict: maybe"
    ]


def test_null_values_are_dropped() -> None:
    fields = "X-Forefront-Antispam-Report: CIP:255.255.255.255;PTR:(null);(null);(null)SFV:SKI;CAT:NONE;\n"
    assert verdict(fields) == (Place.PASSED, Decider.IP_ALLOW)


def test_encoded_values_are_decoded_first() -> None:
    found = read(own_server(above="X-Proofpoint-Spam-Details: =?utf-8?q?rule=3Dspam_policy=3Ddefault?=\n"))
    assert found.verdict.place is Place.SPAM


def test_some_of_microsofts_servers_have_another_name() -> None:
    headers = MICROSOFT.replace("AM0.eurprd01.prod.outlook.com", "AM0.eurprd01.prod.exchangelabs.com")
    found = read(f"{headers}X-Microsoft-Antispam-Mailbox-Delivery: dest:J;\n")
    assert found.verdict.place is Place.JUNK
