"""Who receives, and what can be known of it."""

import pytest

from checker.lookup.drive import drive
from checker.lookup.model import Cause, Mx, Query, Reply
from checker.lookup.zone import Records, Zone
from checker.mx.receive import Known, Receiving, receiver_of_host, receiving


def _receiving(*servers: Mx, spf: str = "", domain: str = "example.no") -> Receiving:
    names: dict[str, dict[str, Records]] = {domain: {"MX": list(servers), "TXT": [spf] if spf else []}}
    return drive(receiving(domain), Zone(names))


def test_a_mail_system_is_known_by_the_end_of_its_host() -> None:
    found = _receiving(Mx(0, "example-no.mail.protection.outlook.com"))
    assert found.first is not None
    assert (found.first.id, found.known, found.has_gateway) == ("m365", Known.BY_HOST, False)


@pytest.mark.parametrize(
    ("host", "id_"),
    [
        ("hotmail-com.olc.protection.outlook.com", "outlook_com"),
        ("EXAMPLE-NO.MAIL.PROTECTION.OUTLOOK.COM.", "m365"),
        ("mx1-example-no.pub.mailpod1-osl1.one.com", "uniweb"),
        ("mx1.pub.mailpod8-cph3.one.com", "onecom"),
        ("mx1-eu1.ppe-hosted.com", "proofpoint_essentials"),
        ("aspmx.l.google.com", "google_workspace"),
        ("gmail-smtp-in.l.google.com", "gmail"),
    ],
)
def test_the_longest_end_wins(host: str, id_: str) -> None:
    found = receiver_of_host(host)
    assert found is not None
    assert found.id == id_


@pytest.mark.parametrize("host", ["evil-mimecast.com", "mimecast.com.example.no", "com", "", "one.com.no"])
def test_a_look_alike_is_nobody(host: str) -> None:
    assert receiver_of_host(host) is None


def test_an_address_at_a_private_provider_needs_no_query() -> None:
    def refuse(query: Query) -> Reply:
        raise AssertionError(query)

    found = drive(receiving("hotmail.no"), refuse)
    assert (found.known, found.first and found.first.id) == (Known.BY_ADDRESS, "outlook_com")


def test_two_filters_are_named_as_two() -> None:
    found = _receiving(Mx(10, "eu.mimecast.com"), spf="v=spf1 include:spf.protection.outlook.com -all")
    assert found.has_gateway
    assert found.is_filtered_twice
    assert [behind.id for behind in found.behind] == ["m365"]


def test_a_filter_without_a_hint_leaves_open_what_is_behind() -> None:
    found = _receiving(Mx(10, "eu.mimecast.com"), spf="v=spf1 mx -all")
    assert (found.has_gateway, found.is_filtered_twice) == (True, False)


def test_the_first_choice_is_the_one_with_the_lowest_preference() -> None:
    found = _receiving(Mx(20, "aspmx.l.google.com"), Mx(10, "eu.mimecast.com"))
    assert [one.id for one in found.receivers] == ["mimecast", "google_workspace"]


def test_what_is_not_known_is_said_to_be_unknown() -> None:
    assert _receiving(Mx(10, "mail.example.no")).known is Known.OWN_HOST
    assert _receiving(Mx(10, "mx.unheard-of.example")).known is Known.OTHER_HOST
    assert _receiving(Mx(0, "")).known is Known.TAKES_NONE
    assert _receiving().known is Known.NO_MX
    assert drive(receiving("gone.example"), Zone({})).known is Known.NO_DOMAIN
    silent = drive(receiving("example.no"), Zone({"example.no": {"MX": Cause.SERVFAIL}}))
    assert (silent.known, silent.cause) == (Known.FAILED, Cause.SERVFAIL)
