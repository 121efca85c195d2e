"""What is said of DMARC records."""

import pytest

from checker.dmarc.lint import DmarcCode, lint
from checker.dmarc.model import Discovery, Policy
from checker.dmarc.reports import Consent, Destination, destinations
from checker.dmarc.walk import discover, walk_tree
from checker.lookup.drive import drive
from checker.lookup.model import Cause
from checker.lookup.zone import Records, Zone

_RUA = "rua=mailto:d@example.com"


def _discover(*records: str, domain: str = "example.com", **more: dict[str, Records]) -> Discovery:
    return drive(discover(domain), Zone({"_dmarc.example.com": {"TXT": list(records)}, **more}))


@pytest.mark.parametrize(
    ("record", "code"),
    [
        (f"v=DMARC1; p=reject; {_RUA}", DmarcCode.FINE),
        (f"v=DMARC1; p=none; {_RUA}", DmarcCode.POLICY_NONE),
        ("v=DMARC1; p=reject", DmarcCode.NO_REPORTS),
        (f"v=DMARC1; {_RUA}", DmarcCode.NO_POLICY),
        ("v=DMARC1; p=nothing", DmarcCode.NOT_EFFECTIVE),
        (f"v=DMARC1; p=reject; t=y; {_RUA}", DmarcCode.TESTING),
        (f"v=DMARC1; p=reject; sp=none; {_RUA}", DmarcCode.WEAKER_BELOW),
        (f"v=DMARC1; p=reject; pct=50; {_RUA}", DmarcCode.PERCENTAGE),
        (f"v=DMARC1; p=reject; pct=100; {_RUA}", DmarcCode.REMOVED),
        (f"v=DMARC1; p=reject; ri=3600; {_RUA}", DmarcCode.REMOVED),
        (f"v=DMARC1; p=reject; hello=1; {_RUA}", DmarcCode.UNKNOWN),
        (f"v=DMARC1; p=reject; p=none; {_RUA}", DmarcCode.TWICE),
        (f"v=DMARC1; p=reject; nonsense; {_RUA}", DmarcCode.NOT_A_TAG),
        (f"v=DMARC1; p=reject; fo=0:1; ruf=mailto:d@example.com; {_RUA}", DmarcCode.CONFLICT),
        (f"v=DMARC1; p=reject; fo=1; {_RUA}", DmarcCode.FAILURE_OPTIONS_IDLE),
        ("v=DMARC1; p=reject; rua=d@example.com", DmarcCode.BAD_ADDRESS),
        ("v=DMARC1; p=reject; rua=mailto:d@example.com!10m", DmarcCode.SIZE_LIMIT),
        (f"v=DMARC1; p=reject; psd=y; {_RUA}", DmarcCode.PUBLIC_SUFFIX),
        (f"v=DMARC1; p=reject; np=reject; {_RUA}", DmarcCode.OLD_READERS_IGNORE),
        ("v=DMARC1 p=reject", DmarcCode.ALMOST_A_RECORD),
        ("v=dmarc1; p=reject", DmarcCode.ALMOST_A_RECORD),
        ("p=reject; v=DMARC1", DmarcCode.ALMOST_A_RECORD),
        ("v=spf1 -all", DmarcCode.NO_RECORD),
    ],
)
def test_each_record_shows_what_is_amiss(record: str, code: DmarcCode) -> None:
    assert code in [finding.code for finding in lint(_discover(record))]


def test_two_records_are_named_as_two() -> None:
    found = lint(_discover("v=DMARC1; p=none", "v=DMARC1; p=reject"))
    assert [finding.code for finding in found] == [DmarcCode.SEVERAL_RECORDS]


def test_a_silent_server_is_not_a_missing_record() -> None:
    zone = Zone({"_dmarc.example.com": {"TXT": Cause.TIMEOUT}})
    found = lint(drive(discover("example.com"), zone))
    assert [(finding.code, finding.args["cause"]) for finding in found] == [
        (DmarcCode.LOOKUP_FAILED, "timeout")
    ]


def test_a_subdomain_is_told_whose_record_holds() -> None:
    discovery = _discover(f"v=DMARC1; p=reject; sp=quarantine; {_RUA}", domain="news.example.com")
    assert discovery.published is Policy.QUARANTINE
    assert lint(discovery)[0].args == {"domain": "example.com"}


def test_a_report_address_elsewhere_must_have_agreed() -> None:
    record = "v=DMARC1; p=none; rua=mailto:a@example.org,mailto:b@example.net,mailto:c@mail.example.com"
    agreed = {"example.com._report._dmarc.example.org": {"TXT": ["v=DMARC1"]}}
    zone = Zone({"_dmarc.example.com": {"TXT": [record]}, **agreed})
    discovery = drive(discover("example.com"), zone)
    assert drive(destinations(discovery), zone) == (
        Destination("example.org", Consent.GIVEN, "example.com._report._dmarc.example.org"),
        Destination("example.net", Consent.NOT_GIVEN, "example.com._report._dmarc.example.net"),
        Destination("mail.example.com", Consent.OWN),
    )


def test_a_record_asks_no_more_than_six_other_domains() -> None:
    record = "v=DMARC1; p=none; rua=" + ",".join(f"mailto:a@d{number}.example" for number in range(50))
    zone = Zone({"_dmarc.example.com": {"TXT": [record]}})
    assert len(drive(destinations(drive(discover("example.com"), zone)), zone)) == 6


def test_a_walk_asks_at_most_eight_names() -> None:
    walk = drive(walk_tree(".".join("abcdefghijklmnopqrstuvwxyz") + ".example.com"), Zone({}))
    assert len(walk.steps) == 8
