"""Only what the receiving side wrote counts: everything else is named as what it is."""

import pytest

from checker.headers.codes import Code
from checker.headers.model import Certainty, Place, Trust
from checker.headers.read import read
from checker.headers.received import newest_first
from checker.headers.trust import trust_line, trusts
from checker.render.context import Context
from checker.render.headers import answers, report
from checker.render.report_text import report_text
from checker.tables.headers import VerdictGroup, VerdictRow, verdict_groups
from tests.unit.headers.samples import GMAIL, M365_BEHIND_PROOFPOINT, own_server

ROWS = [
    (group, row)
    for groups in verdict_groups().values()
    for group in groups
    for row in group.rows
    if row.place != "unknown"
]


def codes(text: str) -> list[str]:
    return [finding.code for finding in read(text).findings]


@pytest.mark.parametrize(("group", "row"), ROWS, ids=lambda value: getattr(value, "example", "")[:40])
def test_a_verdict_above_the_line_counts(group: VerdictGroup, row: VerdictRow) -> None:
    found = read(own_server(above=f"{group.fields[0]}: {row.example}\n"))
    signal = next(
        one
        for one in found.verdict.signals
        if one.key in (group.key, group.fields[0]) and one.rank == row.rank
    )
    assert (signal.place, signal.decider, signal.trust) == (row.place, row.decider, Trust.RECEIVER)
    assert found.verdict.place is not Place.UNKNOWN
    assert signal.line == 4


def may_be_unproven(row: VerdictRow) -> bool:
    """Say whether it is what a filter on a server says, and no sender says of its own e-mail."""
    return row.decider == "local_filter" and row.place not in ("inbox", "passed")


@pytest.mark.parametrize(
    ("group", "row"),
    [(group, row) for group, row in ROWS if not may_be_unproven(row)],
    ids=lambda value: getattr(value, "example", "")[:40],
)
def test_the_same_below_the_line_does_not(group: VerdictGroup, row: VerdictRow) -> None:
    text = own_server(below=f"{group.fields[0]}: {row.example}\n")
    assert read(text).verdict.place is Place.UNKNOWN
    assert Code.NOT_THE_RECEIVERS in codes(text)


@pytest.mark.parametrize(
    ("group", "row"),
    [(group, row) for group, row in ROWS if may_be_unproven(row)],
    ids=lambda value: getattr(value, "example", "")[:40],
)
def test_a_filter_that_is_run_last_may_have_written_below_the_line(
    group: VerdictGroup, row: VerdictRow
) -> None:
    text = own_server(below=f"{group.fields[0]}: {row.example}\n")
    verdict = read(text).verdict
    assert (verdict.place.value, verdict.certainty) == (row.place, Certainty.UNPROVEN)
    assert answers(read(text)).keys() & {"junk", "contact_looked"} == set()
    assert "Perhaps" in report_text(report(read(text), Context()), Context())


def test_what_a_forger_would_write_proves_nothing() -> None:
    text = own_server(below="X-Spam-Status: No, score=-5.0 required=5.0\nX-Spam-Flag: NO\n")
    assert read(text).verdict.place is Place.UNKNOWN


def test_what_is_proven_goes_before_what_may_be() -> None:
    text = own_server(above="X-Spam-Flag: NO\n", below="X-Spam-Flag: YES\n")
    verdict = read(text).verdict
    assert (verdict.place, verdict.certainty) != (Place.SPAM, Certainty.UNPROVEN)


@pytest.mark.parametrize(
    "name",
    [
        "X-Forefront-Antispam-Report-Untrusted",
        "X-Microsoft-Antispam-Untrusted",
        "Authentication-Results-Original",
        "X-Microsoft-Antispam-Mailbox-Delivery-Original",
    ],
)
def test_copies_are_named_and_never_used(name: str) -> None:
    text = own_server(above=f"{name}: SFV:SPM;CAT:SPM;BCL:9;dest:J;\n")
    assert read(text).verdict.place is Place.UNKNOWN
    assert Code.MOVED_ASIDE in codes(text)


def test_a_forged_result_under_gmails_own_is_left_out() -> None:
    forged = "Authentication-Results: mx.google.com; dmarc=fail header.from=bank.example\nFrom:"
    found = read(GMAIL.replace("From:", forged, 1))
    assert found.authentication.dmarc == "pass"
    assert [one.trust for one in found.authentication.fields] == [Trust.RECEIVER, Trust.EARLIER]


def test_another_receivers_result_is_left_out() -> None:
    found = read(own_server(below="Authentication-Results: mail.example.no; dmarc=pass\n"))
    assert found.authentication.dmarc == ""
    assert found.authentication.fields[0].trust is Trust.EARLIER


def test_a_helo_name_proves_nothing() -> None:
    forged = (
        "Received: from mail.example.no (unknown [203.0.113.5]) by mail.example.no with ESMTP; "
        "Mon, 23 Nov 2026 10:00:00 +0100\nX-Spam-Status: No, score=-99 required=5\n"
        "Received: from x.example by mail.example.no; Mon, 23 Nov 2026 09:00:00 +0100\nFrom: a@b.example\n"
    )
    assert read(forged).verdict.place is Place.UNKNOWN


def test_the_recipients_gateway_counts() -> None:
    found = read(M365_BEHIND_PROOFPOINT)
    assert found.receiver.gateway == "proofpoint"
    assert "proofpoint" in {signal.system for signal in found.verdict.signals}


def test_a_gateways_last_field_is_its_own() -> None:
    first = "X-Proofpoint-Spam-Details: rule=bulk policy=default score=0 bulkscore=100\n"
    forged = M365_BEHIND_PROOFPOINT.replace(first, "").replace(
        "From:", "X-Proofpoint-Spam-Details: rule=notspam\nFrom:", 1
    )
    found = read(f"{forged}X-Proofpoint-Spam-Details: rule=spam policy=default score=99\n")
    signals = [one for one in found.verdict.signals if one.system == "proofpoint"]
    assert [one.value for one in signals] == ["spam"]


def test_yahoo_is_told_by_its_own_fields() -> None:
    text = (
        "X-Apparently-To: kari@yahoo.com; Mon, 23 Nov 2026 10:00:01 +0000\nX-YMailISG: abc\n"
        "Authentication-Results: atlas103.free.mail.ne1.yahoo.com; dkim=dkim_pass; dmarc=success(p=NONE)\n"
        "Received: from 192.0.2.1 (EHLO mta.example.com) by 10.253.1.2 with SMTPs;"
        " Mon, 23 Nov 2026 10:00:00 +0000\n"
        "From: a@example.com\n"
    )
    found = read(text)
    assert (found.receiver.system, found.receiver.option) == ("yahoo", "yahoo")
    assert (found.authentication.dkim, found.authentication.dmarc) == ("pass", "pass")


def test_the_senders_gateway_does_not() -> None:
    sent_through = M365_BEHIND_PROOFPOINT.replace("spf=fail", "spf=pass").replace(
        "Received-SPF: Fail", "Received-SPF: Pass"
    )
    found = read(sent_through)
    assert found.receiver.gateway == ""
    assert "proofpoint" not in {signal.system for signal in found.verdict.signals}


def test_microsofts_last_field_is_its_own() -> None:
    forged = "X-Microsoft-Antispam-Mailbox-Delivery: dest:I;OFR:TrustedSenderList;\nFrom:"
    found = read(M365_BEHIND_PROOFPOINT.replace("From:", forged, 1))
    assert found.verdict.place is Place.JUNK


def test_microsofts_fields_do_not_count_at_somebody_elses() -> None:
    assert read(GMAIL + "X-Microsoft-Antispam-Mailbox-Delivery: dest:J;\n").verdict.place is Place.UNKNOWN


def test_without_a_received_field_it_says_so() -> None:
    text = "X-Apple-MoveToFolder: Junk\nFrom: a@example.com\n"
    found = read(text)
    assert found.verdict.place is Place.JUNK
    assert Code.NO_RECEIVED in codes(text)


def test_the_line_is_where_it_came_in() -> None:
    block = read(own_server()).block
    line = trust_line(block, newest_first(block.fields))
    assert block.fields[line.index].value.startswith("from mta.example.com")
    assert trusts(block, line)[-1] is Trust.EARLIER
