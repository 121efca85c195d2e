"""A domain answers the checker: known ones without a question, others as far as the DNS tells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.domain.ask import Asks
from checker.evidence import Evidence
from checker.looked_up import Open, look_up
from checker.lookup.model import Cause, Mx
from checker.lookup.zone import Zone
from checker.mx.receive import Known
from checker.render import domain_words as w
from checker.render.context import Context
from checker.render.looked_up import says, who_is_asked
from checker.render.words import SAID_BY
from checker.tables.mx import resolvers
from checker.tree.definition import TREE
from checker.tree.model import Whose
from tests.dns.responder import wire_answer
from tests.unit.domain.zones import GOOD, Names, zone

MIMECAST: Names = {
    "example.com": {
        "MX": [Mx(10, "eu-smtp-inbound-1.mimecast.com")],
        "TXT": ["v=spf1 include:spf.protection.outlook.com -all"],
    }
}
CONTACT, OWN, SENDER = Whose.CONTACT, Whose.OWN, Whose.SENDER


def asked(whose: Whose, domain: str, names: Zone, **more: str) -> tuple[Evidence | Open, list[str]]:
    """What comes of it, and everything that was asked on the way."""
    answers: dict[str, str] = {}
    while isinstance(found := look_up(whose, {"domain": domain, **more}, "google", answers), Asks):
        answers |= {ask.key: wire_answer(ask.url, names) for ask in found.asks}
    return found, list(answers)


def options(found: Evidence | Open) -> dict[str, str]:
    assert isinstance(found, Evidence)
    return {one.question: one.option for one in found.given}


@pytest.mark.parametrize("whose", [CONTACT, OWN])
def test_a_private_address_is_known_by_heart(whose: Whose) -> None:
    found = look_up(whose, {"domain": "Kari <kari@gmail.com>"})
    assert isinstance(found, Evidence)
    if whose is CONTACT:
        assert options(found) == {"contact_system": "private"}
    else:
        assert options(found) == {"mailbox": "gmail", "private_system": "gmail", "account": "private"}
    assert {(one.tool, one.quote) for one in found.given} == {("address", "gmail.com")}


def test_nobody_is_asked_before_the_reader_has_chosen_whom() -> None:
    for whose in Whose:
        found = look_up(whose, {"domain": "example.no"})
        assert isinstance(found, Open)
        assert found.can_be_asked
        assert "example.no" in says(found, Context())
    assert all(one.id in who_is_asked(Context()) for one in resolvers().values())


def test_the_owner_of_a_site_may_offer_fewer_or_none() -> None:
    found = look_up(CONTACT, {"domain": "example.no"})
    assert isinstance(found, Open)
    one, none = Context(resolvers=("google",)), Context(resolvers=())
    assert who_is_asked(one).count("<button") == 1
    assert who_is_asked(none) == ""
    assert says(found, one) == w.ASK_WHOM.format(domain="example.no")
    assert says(found, none).endswith(w.CHOOSE_ABOVE)


def test_who_receives_takes_two_questions() -> None:
    found, questions = asked(CONTACT, "kari@example.no", zone())
    assert questions == ["example.no MX", "example.no TXT"]
    assert options(found) == {"contact_system": "m365", "contact_gateway": "none"}


def test_a_filter_rests_on_the_mail_server_and_what_is_behind_it_on_spf() -> None:
    found, _ = asked(OWN, "example.com", Zone(MIMECAST))
    assert isinstance(found, Evidence)
    told = {one.question: (one.option, one.tool, one.quote) for one in found.given}
    server = ("mimecast", "server", "eu-smtp-inbound-1.mimecast.com")
    assert told["find_gateway"] == told["allow_gateway"] == server
    assert told["work_system"] == told["find_system"] == ("m365", "spf", "example.com")
    assert told["account"][0] == "work"


def test_whether_hubspot_signs_takes_few_questions() -> None:
    found, questions = asked(SENDER, "example.no", zone())
    assert options(found) == {"domain_connected": "connected", "many_domain": "connected"}
    assert isinstance(found, Evidence)
    assert found.fields == {"sending_domain": "example.no"}
    assert {one.tool for one in found.given} == {"keys"}
    assert len(questions) < 10


def test_missing_keys_are_named_as_missing() -> None:
    found, _ = asked(SENDER, "example.no", Zone({"example.no": GOOD["example.no"]}), hub_id="1234567")
    assert set(options(found).values()) == {"not_connected"}
    assert isinstance(found, Evidence)
    assert {one.tool for one in found.given} == {"no_keys"}


@pytest.mark.parametrize(
    ("whose", "names", "told"),
    [
        (CONTACT, {}, w.KNOWN[Known.NO_DOMAIN]),
        (CONTACT, {"example.org": {"MX": [Mx(0, "")]}}, w.KNOWN[Known.TAKES_NONE]),
        (OWN, {"example.org": {"MX": [Mx(1, "mail.example.org")]}}, w.KNOWN[Known.OWN_HOST]),
        (CONTACT, {"example.org": {"MX": Cause.REFUSED}}, w.CAUSES[Cause.REFUSED]),
        (SENDER, {"example.org": {"TXT": Cause.SERVFAIL}}, w.CAUSES[Cause.SERVFAIL]),
        (SENDER, {"example.org": {"TXT": ["v=spf1 -all"]}}, w.HUBSPOT_UNSEEN),
    ],
)
def test_without_an_answer_the_reason_is_told(whose: Whose, names: Names, told: str) -> None:
    found, _ = asked(whose, "example.org", Zone(names))
    assert isinstance(found, Open)
    assert told in says(found, Context())
    assert says(found, Context()).endswith(w.CHOOSE_ABOVE)


def test_every_answer_is_of_a_question_that_offers_it_and_can_say_why() -> None:
    offering = {question.id for question in TREE.questions if question.domain is not None}
    given_for: set[str] = set()
    for whose in Whose:
        for domain, names in (("gmail.com", zone()), ("example.no", zone()), ("example.com", Zone(MIMECAST))):
            found, _ = asked(whose, domain, names)
            for one in found.given if isinstance(found, Evidence) else ():
                assert TREE.option(one.question, one.option)
                assert TREE.question(one.question).domain is whose
                assert "{quote}" in SAID_BY[one.tool]
                given_for.add(one.question)
    assert given_for == offering


@given(st.sampled_from(list(Whose)), st.text(), st.text(), st.dictionaries(st.text(), st.text()))
def test_any_text_is_tried(whose: Whose, domain: str, resolver: str, answers: dict[str, str]) -> None:
    assert isinstance(look_up(whose, {"domain": domain}, resolver, answers), Asks | Evidence | Open)
