"""Who receives for many domains: batches of questions out, and what came back kept apart by kind."""

import base64
from collections.abc import Mapping
from urllib.parse import parse_qs, urlsplit

import dns.message
import dns.rcode
import dns.rrset
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.contacts import held
from checker.contacts.model import Found, Looked, Pattern, Status
from checker.domain.many import BATCH, MOST, is_silent, step, understood
from checker.tables.mx import resolvers

MX: Mapping[str, str] = {
    "one.example": "10 one-example.mail.protection.outlook.com.",
    "two.example": "10 eu-smtp-inbound-1.mimecast.com.",
    "own.example": "10 mail.own.example.",
    "none.example": "0 .",
}


def reply(url: str) -> str:
    """What a resolver answers; what it does not know does not exist."""
    (wire,) = parse_qs(urlsplit(url).query)["dns"]
    asked = dns.message.from_wire(base64.urlsafe_b64decode(wire + "=" * (-len(wire) % 4)))
    name = asked.question[0].name
    response = dns.message.make_response(asked)
    record = MX.get(name.to_text(omit_final_dot=True))
    if record is None:
        response.set_rcode(dns.rcode.NXDOMAIN)
    else:
        response.answer.append(dns.rrset.from_text(name, 300, "IN", "MX", record))
    return "base64:" + base64.b64encode(response.to_wire()).decode()


def hold(*addresses: str) -> None:
    held.feed("Email\n" + "".join(f"{address}\n" for address in addresses), begin=True)


def talk(resolver: str = "google") -> int:
    """Answer everything that is asked; return how often it was asked."""
    answers: dict[str, str] = {}
    rounds = 0
    while asks := step(resolver, answers):
        rounds += 1
        answers = {ask.key: reply(ask.url) for ask in asks.asks}
    return rounds


def test_the_answers_are_counted_by_mail_system() -> None:
    hold("a@one.example", "b@one.example", "c@two.example", "d@own.example", "e@gone.example", "f@gmail.com")
    assert talk() == 1
    result = held.finish()
    assert {group.id: group.of(Status.UNKNOWN) for group in result.systems} == {
        "m365": 2,
        "mimecast": 1,
        "gmail": 1,
    }
    assert result.looked["own.example"] == Looked(Found.UNNAMED)
    assert result.looked["gone.example"] == Looked(Found.NO_DOMAIN)
    assert result.unknown == ()


def test_what_a_look_up_finds_in_common_answers_for_all() -> None:
    domains = {f"org{n}.example": "10 eu-smtp-inbound-1.mimecast.com." for n in range(5)}
    hold(*(f"a@{domain}" for domain in domains))
    assert held.finish().common.pattern is Pattern.EVERYONE
    held.take_in(dict.fromkeys(domains, Looked(Found.NAMED, "mimecast")))
    assert (held.finish().common.pattern, held.finish().common.group) == (Pattern.ONE_SYSTEM, "mimecast")


def test_a_question_names_the_domain_and_nothing_else() -> None:
    hold("kari.nordmann@one.example")
    asks = step("cloudflare", {})
    assert asks is not None
    (ask,) = asks.asks
    assert ask.url.startswith(f"{resolvers()['cloudflare'].url}?dns=")
    (wire,) = parse_qs(urlsplit(ask.url).query)["dns"]
    decoded = base64.urlsafe_b64decode(wire + "=" * (-len(wire) % 4))
    assert b"kari" not in decoded
    assert dns.message.from_wire(decoded).question[0].to_text() == "one.example. IN MX"


def test_it_is_asked_in_batches_and_not_about_everything_at_once() -> None:
    hold(*(f"a@org{n}.example" for n in range(MOST + 5)))
    asks = step("google", {})
    assert asks is not None
    assert len(asks.asks) == BATCH
    assert held.progress() == (0, MOST)
    step("google", {ask.key: reply(ask.url) for ask in asks.asks})
    assert held.progress() == (BATCH, MOST)


def test_who_stops_and_begins_again_is_not_asked_twice() -> None:
    hold(*(f"a@org{n}.example" for n in range(BATCH + 1)))
    asks = step("google", {})
    assert asks is not None
    step("google", {ask.key: reply(ask.url) for ask in asks.asks})
    again = step("google", {})
    assert again is not None
    assert not {ask.key for ask in again.asks} & {ask.key for ask in asks.asks}


@pytest.mark.parametrize("failure", ["timeout", "unreachable", "status:429"])
def test_a_resolver_that_does_not_answer_is_not_asked_on(failure: str) -> None:
    hold(*(f"a@org{n}.example" for n in range(3 * BATCH)))
    asks = step("google", {})
    assert asks is not None
    assert step("google", {ask.key: failure for ask in asks.asks}) is None
    result = held.finish()
    assert {one.found for one in result.looked.values()} == {Found.FAILED}
    assert len(result.unknown) == 3 * BATCH


def test_a_failure_is_not_an_unknown_system_and_is_asked_again() -> None:
    hold("a@one.example", "b@two.example")
    asks = step("google", {})
    assert asks is not None
    assert step("google", {"one.example": "timeout", "two.example": reply(asks.asks[1].url)}) is None
    assert held.finish().looked["one.example"] == Looked(Found.FAILED, cause="timeout")
    assert held.finish().unknown == ("one.example",)
    again = step("google", {})
    assert again is not None
    assert [ask.key for ask in again.asks] == ["one.example"]


def test_a_name_that_the_dns_cannot_hold_is_never_asked_about() -> None:
    hold("a@bad..example", "b@-.", "c@[192.0.2.1]")
    assert step("google", {}) is None


def test_letters_beyond_ascii_are_asked_for_as_the_dns_writes_them() -> None:
    hold("a@blåbær.example")
    asks = step("google", {})
    assert asks is not None
    (wire,) = parse_qs(urlsplit(asks.asks[0].url).query)["dns"]
    decoded = base64.urlsafe_b64decode(wire + "=" * (-len(wire) % 4))
    assert dns.message.from_wire(decoded).question[0].name.to_text() == "xn--blbr-roah.example."


def test_an_unknown_resolver_is_nobody() -> None:
    hold("a@one.example")
    assert step("nobody", {}) is None


def test_one_answer_is_enough_to_go_on() -> None:
    assert not is_silent({"a": Looked(Found.FAILED, cause="timeout"), "b": Looked(Found.NO_DOMAIN)})
    assert not is_silent({})


@given(st.dictionaries(st.text(), st.text()))
def test_any_answer_is_read(answers: dict[str, str]) -> None:
    assert set(understood(answers)) <= set(answers)
