"""The dialogue with the page: questions out, answers in, and the same report as from a resolver."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.domain.ask import Asks, read_answer, step, step_receiving
from checker.domain.model import SenderReport, Subject
from checker.domain.report import report
from checker.lookup.drive import drive
from checker.lookup.model import Cause, Failure, RdType, query
from checker.lookup.session import MOST_QUERIES
from checker.lookup.zone import Zone
from checker.mx.receive import Known, Receiving
from checker.render.context import Context
from checker.render.domain import report as as_report
from checker.render.report_text import report_text
from checker.tables.mx import resolvers
from tests.dns.responder import wire_answer as _answer
from tests.unit.domain.zones import GOOD, zone


def _talk(subject: Subject, resolve: Zone, pasted: str = "") -> tuple[SenderReport, list[int]]:
    answers: dict[str, str] = {}
    rounds: list[int] = []
    while isinstance(found := step(subject, "google", answers, pasted), Asks):
        rounds.append(len(found.asks))
        assert found.answered == len(answers)
        assert not set(answers) & {ask.key for ask in found.asks}
        answers |= {ask.key: _answer(ask.url, resolve) for ask in found.asks}
    return found, rounds


def _shown(found: SenderReport) -> str:
    return report_text(as_report(found, Context()), Context())


def test_the_page_gets_the_same_report_as_the_command() -> None:
    found, rounds = _talk(Subject("example.no", ip="198.51.100.7"), zone())
    assert _shown(found) == _shown(drive(report(Subject("example.no", ip="198.51.100.7")), zone()))
    assert len(rounds) <= 6
    assert rounds[0] > 20  # nearly everything is asked at once


def test_the_addresses_are_those_of_the_resolver_that_was_chosen() -> None:
    for id_, resolver in resolvers().items():
        asks = step(Subject("example.no"), id_, {})
        assert isinstance(asks, Asks)
        assert all(ask.url.startswith(f"{resolver.url}?dns=") for ask in asks.asks)


def test_without_a_resolver_nobody_is_asked() -> None:
    found = step(Subject("example.no"), "", {})
    assert isinstance(found, SenderReport)
    assert found.silence is Cause.NOT_ASKED


@pytest.mark.parametrize(
    "record",
    ["v=DMARC1; p=reject", 'hs1-1234567._domainkey.example.no IN TXT "v=DKIM1; k=rsa; p=oops"'],
)
def test_one_pasted_record_is_enough_for_a_report(record: str) -> None:
    found = step(Subject("example.no"), "", {}, record)
    assert isinstance(found, SenderReport)
    assert found.silence is None


PASTED = """\
example.no.  3600 IN TXT "v=spf1 include:1234567.spf03.hubspotemail.net " "-all"
v=DMARC1; p=reject; rua=mailto:d@example.no
example.no. 300 IN MX 10 eu-smtp-inbound-1.mimecast.com.
hs1-1234567._domainkey.example.no IN TXT "v=DKIM1; k=rsa; p=oops"
something else
"""


def test_pasted_records_go_through_the_same_evaluators() -> None:
    found = step(Subject("example.no"), "", {}, PASTED)
    assert isinstance(found, SenderReport)
    assert found.silence is None
    assert found.spf.root.record is not None
    assert found.spf.root.record.text == "v=spf1 include:1234567.spf03.hubspotemail.net -all"
    assert found.dmarc.published == "reject"
    assert found.receiving.first is not None
    assert found.receiving.first.id == "mimecast"
    assert found.connection("hubspot") is not None


def test_what_is_pasted_is_not_asked_for() -> None:
    asks = step(Subject("example.no"), "google", {}, PASTED)
    assert isinstance(asks, Asks)
    keys = {ask.key for ask in asks.asks}
    assert not keys & {"example.no TXT", "_dmarc.example.no TXT", "example.no MX"}


@pytest.mark.parametrize(
    ("answer", "cause"),
    [
        ("timeout", Cause.TIMEOUT),
        ("unreachable", Cause.UNREACHABLE),
        ("status:403", Cause.REFUSED),
        ("status:429", Cause.REFUSED),
        ("status:503", Cause.UNREACHABLE),
        ("base64:AAAA", Cause.UNREADABLE),
        ("base64:no!", Cause.UNREADABLE),
        ("", Cause.UNREACHABLE),
    ],
)
def test_what_went_wrong_in_the_page_keeps_its_name(answer: str, cause: Cause) -> None:
    asked = query("example.no", RdType.TXT)
    assert read_answer(asked, answer) == Failure(asked, cause)


def test_an_address_at_a_private_provider_is_answered_without_asking() -> None:
    found = step_receiving("gmail.com", "google", {})
    assert isinstance(found, Receiving)
    assert found.known is Known.BY_ADDRESS


def test_who_receives_needs_two_questions() -> None:
    asks = step_receiving("example.no", "google", {})
    assert isinstance(asks, Asks)
    assert {ask.key for ask in asks.asks} == {"example.no MX", "example.no TXT"}
    found = step_receiving(
        "example.no", "google", {ask.key: _answer(ask.url, Zone(GOOD)) for ask in asks.asks}
    )
    assert isinstance(found, Receiving)
    assert found.first is not None
    assert found.first.id == "m365"


@settings(deadline=None)
@given(st.dictionaries(st.text(), st.text()), st.text(), st.text())
def test_any_answers_and_any_paste_are_read(answers: Mapping[str, str], pasted: str, resolver: str) -> None:
    found = step(Subject("example.no"), resolver, answers, pasted)
    assert isinstance(found, SenderReport)


_INCLUDING = ("include:a.example", "include:b.example", "redirect=a.example", "include:%{d}")
_ASKING = ("mx:a.example", "a:b.example", "ptr", "exists:%{i}.example", "exp=%{x}")
_TERMS = st.sampled_from((*_INCLUDING, *_ASKING, "-all", "?all", "ip4:192.0.2.1", "moo"))
_OTHERS = ("v=DMARC1; p=none; rua=mailto:a@a.example,mailto:b@b.example", "v=DKIM1; p=", "v=DMARC1; psd=y")
_RECORDS = st.one_of(
    st.lists(_TERMS, max_size=14).map(lambda terms: " ".join(["v=spf1", *terms])),
    st.sampled_from(_OTHERS),
    st.text(max_size=40),
)


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_no_zone_can_make_the_report_ask_without_end(data: st.DataObject) -> None:
    """Every answer is chosen by an attacker as it is asked for."""
    asked: list[str] = []
    answers: dict[str, str] = {}
    while isinstance(found := step(Subject("example.no", ip="192.0.2.9"), "google", answers), Asks):
        asked += [ask.key for ask in found.asks]
        for ask in found.asks:
            records = data.draw(st.lists(_RECORDS, max_size=2))
            name, _, rdtype = ask.key.rpartition(" ")
            names = {name: {"TXT": records} if rdtype == "TXT" else {}}
            answers[ask.key] = _answer(ask.url, Zone(names))
    assert len(asked) == len(set(asked)) <= MOST_QUERIES
