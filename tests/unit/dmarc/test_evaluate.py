"""Alignment, silence, and where the public suffix list of RFC 7489 would read it otherwise."""

from checker.dmarc.evaluate import differs_by_suffix_list, evaluate
from checker.dmarc.model import Result
from checker.lookup.drive import drive
from checker.lookup.model import Cause
from checker.lookup.zone import Zone


def _last_two_labels(domain: str) -> str:
    """The public suffix list, for names under suffixes of one label."""
    return ".".join(domain.split(".")[-2:])


def test_a_reader_with_the_suffix_list_may_align_what_the_walk_does_not() -> None:
    names = {
        "_dmarc.a.example.com": {"TXT": ["v=DMARC1; p=reject; psd=n"]},
        "_dmarc.example.com": {"TXT": ["v=DMARC1; p=none"]},
    }
    found = drive(evaluate("a.example.com", ("bounce.example.com",), ("a.example.com",)), Zone(names))
    assert found.result is Result.PASS
    assert not found.spf_aligned
    assert differs_by_suffix_list(found, _last_two_labels) == ("bounce.example.com",)


def test_the_two_readings_mostly_agree() -> None:
    zone = Zone({"_dmarc.example.com": {"TXT": ["v=DMARC1; p=reject"]}})
    found = drive(evaluate("mail.example.com", ("b.example.com", "example.net"), ("example.com",)), zone)
    assert (found.spf_aligned, found.dkim_aligned) == (True, True)
    assert differs_by_suffix_list(found, _last_two_labels) == ()


def test_strict_alignment_walks_nowhere() -> None:
    zone = Zone({"_dmarc.example.com": {"TXT": ["v=DMARC1; p=reject; aspf=s; adkim=s"]}})
    found = drive(evaluate("example.com", ("mail.example.com",), ("EXAMPLE.com.",)), zone)
    assert (found.spf_aligned, found.dkim_aligned) == (False, True)
    assert differs_by_suffix_list(found, _last_two_labels) == ()


def test_a_silent_name_server_is_neither_pass_nor_fail() -> None:
    for cause in (Cause.SERVFAIL, Cause.TIMEOUT, Cause.REFUSED):
        zone = Zone({"_dmarc.example.com": {"TXT": cause}})
        assert drive(evaluate("example.com", ("example.com",)), zone).result is Result.TEMPERROR
