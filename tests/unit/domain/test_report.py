"""The report on a sending domain: what is found, what to do first, and how it ends up on the page."""

import pytest

from checker.dmarc.parse import parse_record as parse_dmarc
from checker.domain.fixes import close_spf, merge_spf, repair_dmarc
from checker.domain.model import Extra, FixCode, Seen, SenderReport, State, Subject
from checker.domain.report import report as look_up
from checker.lookup.drive import drive
from checker.lookup.model import Cause, Failure, Mx, Query, Reply
from checker.lookup.zone import Zone
from checker.mx.receive import Known
from checker.spf.model import Result
from tests.unit.domain.zones import GOOD, rsa_key, zone

_SPF = "v=spf1 include:1234567.spf03.hubspotemail.net -all"


def _report(
    resolve: Zone, *, ip: str = "", account: str = "", mail_from: str = "", from_domain: str = ""
) -> SenderReport:
    subject = Subject("example.no", ip=ip, account=account, mail_from=mail_from, from_domain=from_domain)
    return drive(look_up(subject), resolve)


def _fixes(found: SenderReport) -> list[str]:
    return [fix.code.value for fix in found.fixes]


def test_a_domain_in_order_has_nothing_to_put_right() -> None:
    found = _report(zone(), ip="198.51.100.7")
    assert found.fixes == ()
    assert {one.platform.id: one.state for one in found.connections} == {
        "hubspot": State.CONNECTED,
        "m365": State.CONNECTED,
    }
    assert all(found.rules[rule] is Seen.YES for rule in ("spf", "dkim", "dmarc", "alignment", "key_size"))
    assert found.spf_evaluation is not None
    assert found.spf_evaluation.result is Result.PASS
    assert found.extras[Extra.MTA_STS] is Seen.YES
    assert found.silence is None


def test_hubspot_is_found_by_the_number_in_its_include() -> None:
    connection = _report(zone()).connection("hubspot")
    assert connection is not None
    assert connection.account == "1234567"
    assert [key.selector for key in connection.keys] == ["hs1-1234567", "hs2-1234567"]


def test_hubspot_is_looked_for_under_the_number_that_the_reader_gives() -> None:
    bare = zone(example__no={"TXT": ["v=spf1 -all"], "MX": [Mx(0, "mail.example.no")]})
    assert _report(bare).connection("hubspot") is None
    connection = _report(bare, account="1234567").connection("hubspot")
    assert connection is not None
    assert (connection.state, connection.in_spf) == (State.CONNECTED, False)


@pytest.mark.parametrize(
    ("missing", "state"),
    [
        (("hs2-1234567._domainkey.example.no",), State.PARTLY),
        (("hs1-1234567._domainkey.example.no", "hs2-1234567._domainkey.example.no"), State.NOT_CONNECTED),
        (("example-no.hs04a.dkim.hubspotemail.net", "example-no.hs04b.dkim.hubspotemail.net"), State.BROKEN),
    ],
)
def test_a_connection_that_is_not_whole_is_to_be_repaired(missing: tuple[str, ...], state: State) -> None:
    found = _report(zone(**dict.fromkeys(missing)))
    connection = found.connection("hubspot")
    assert connection is not None
    assert connection.state is state
    assert _fixes(found)[0] == FixCode.CONNECT
    assert {record.rdtype for record in found.fixes[0].records} == {"CNAME"}


def test_two_spf_records_still_show_who_sends() -> None:
    found = _report(zone(example__no={"TXT": [_SPF, "v=spf1 ip4:192.0.2.1 ~all"], "MX": []}))
    assert _fixes(found)[0] == FixCode.SPF_MERGE
    (record,) = found.fixes[0].records
    assert record.value == "v=spf1 include:1234567.spf03.hubspotemail.net ip4:192.0.2.1 ~all"
    assert found.connection("hubspot") is not None


def test_a_domain_without_records_gets_them_in_the_order_that_helps() -> None:
    found = _report(Zone({"example.no": {"MX": [Mx(0, "example-no.mail.protection.outlook.com")]}}))
    assert _fixes(found) == [FixCode.SPF_PUBLISH, FixCode.DMARC_PUBLISH]
    spf, dmarc = (fix.records[0] for fix in found.fixes)
    assert (spf.name, spf.value) == ("example.no", "v=spf1 include:spf.protection.outlook.com ~all")
    assert (dmarc.name, dmarc.value) == (
        "_dmarc.example.no",
        "v=DMARC1; p=none; rua=mailto:dmarc@example.no",
    )
    assert found.rules["spf"] is Seen.NO
    assert found.rules["dkim"] is Seen.UNKNOWN


def test_a_domain_that_does_not_exist_is_the_only_thing_to_say() -> None:
    found = _report(Zone({}))
    assert _fixes(found) == [FixCode.DOMAIN_GONE]
    assert found.receiving.known is Known.NO_DOMAIN


def test_a_private_address_is_no_address_to_send_from() -> None:
    found = _report(zone(), from_domain="gmail.com")
    assert _fixes(found) == [FixCode.OWN_DOMAIN]


def test_silence_is_told_from_absence() -> None:
    def silent(query: Query) -> Reply:
        return Failure(query, Cause.UNREACHABLE)

    found = drive(look_up(Subject("example.no")), silent)
    assert found.silence is Cause.UNREACHABLE
    assert found.fixes == ()
    assert found.rules["spf"] is Seen.UNKNOWN
    assert found.rules["dmarc"] is Seen.UNKNOWN


def test_a_weak_key_and_a_policy_of_none_come_after_what_is_broken() -> None:
    found = _report(
        zone(
            **{
                "example-no.hs04a.dkim.hubspotemail.net": {"TXT": [rsa_key(1024)]},
                "_dmarc.example.no": {"TXT": ["v=DMARC1; p=none; rua=mailto:d@example.no"]},
            }
        )
    )
    assert _fixes(found) == [FixCode.KEY_RENEW, FixCode.DMARC_STRENGTHEN]
    assert found.fixes[1].records[0].value == "v=DMARC1; p=quarantine; rua=mailto:d@example.no"


def test_names_that_do_not_agree_are_named() -> None:
    found = _report(zone(), mail_from="bounce@bf01.hubspotemail.net")
    assert found.alignment is not None
    assert not found.alignment.spf_aligned
    # A platform sends with its own envelope sender; the signature is what agrees, and its key is there.
    assert (found.rules["alignment"], _fixes(found)) == (Seen.YES, [])
    bare = _report(Zone({"example.no": GOOD["example.no"]}), mail_from="bounce@bounces.example.com")
    assert bare.rules["alignment"] is not Seen.YES
    assert FixCode.ALIGN in _fixes(bare)
    signed = drive(look_up(Subject("example.no", signing_domains=("news.example.no",))), zone())
    assert signed.alignment is not None
    assert signed.alignment.dkim_aligned


def test_the_from_address_may_lie_on_another_domain() -> None:
    found = _report(zone(), from_domain="news.example.no")
    assert found.dmarc.policy_domain == "example.no"
    assert found.subject.author_domain == "news.example.no"


@pytest.mark.parametrize(
    ("records", "merged"),
    [
        (["v=spf1 a -all", "v=spf1 mx -all"], "v=spf1 a mx -all"),
        (["v=spf1 a -all", "v=spf1 a mx ?all"], "v=spf1 a mx ~all"),
        (["v=spf1 redirect=x.example", "v=spf1 mx"], "v=spf1 mx include:x.example ~all"),
    ],
)
def test_records_are_merged_into_one_that_allows_the_same(records: list[str], merged: str) -> None:
    assert merge_spf(records) == merged


def test_a_record_is_closed_and_keeps_what_it_allows() -> None:
    assert close_spf("v=spf1 a mx +all") == "v=spf1 a mx ~all"
    assert close_spf("v=spf1 a") == "v=spf1 a ~all"


@pytest.mark.parametrize(
    ("record", "repaired"),
    [
        ("v=DMARC1; p=reject; pct=20; ri=60", "v=DMARC1; p=reject"),
        ("v=DMARC1; rua=mailto:a@example.no!10m", "v=DMARC1; p=none; rua=mailto:a@example.no"),
        ("v=DMARC1; p=Quarantine; sp=oops; foo=bar", "v=DMARC1; p=Quarantine"),
        ("v=DMARC1; p=none; rua=mailto:a@example.no,oops", "v=DMARC1; p=none; rua=mailto:a@example.no"),
    ],
)
def test_a_dmarc_record_is_repaired_and_keeps_what_it_says(record: str, repaired: str) -> None:
    assert repair_dmarc(parse_dmarc(record)) == repaired


def test_the_good_domain_is_what_the_other_tests_take_it_for() -> None:
    assert {"example.no", "_dmarc.example.no"} <= set(GOOD)
