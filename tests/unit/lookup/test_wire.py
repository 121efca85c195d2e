"""DNS messages: what is asked, what is read, and that no bytes can do harm."""

import base64
from urllib.parse import parse_qs, urlsplit

import dns.flags
import dns.message
import dns.rcode
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.lookup.model import Answer, Cause, Failure, Mx, RdType, Record, Reply, query
from checker.lookup.wire import from_base64, from_wire, to_message, to_url
from checker.lookup.zone import Zone
from tests.dns.responder import fill

ASKED = query("Example.NO.", RdType.TXT)


def _response(reply: Reply) -> dns.message.Message:
    response = dns.message.make_response(to_message(reply.query))
    fill(response, reply)
    return response


def test_a_query_has_no_number_and_no_mark_of_the_reader() -> None:
    address = urlsplit(to_url(ASKED, "https://resolver.example/dns-query"))
    (wire,) = parse_qs(address.query)["dns"]
    message = dns.message.from_wire(base64.urlsafe_b64decode(wire + "=" * (-len(wire) % 4)))
    assert (message.id, str(message.question[0])) == (0, "example.no. IN TXT")
    assert message.flags & dns.flags.RD
    assert not message.options
    assert to_url(ASKED, "https://resolver.example/dns-query") == to_url(
        ASKED, "https://resolver.example/dns-query"
    )


@pytest.mark.parametrize(
    ("rdtype", "records"),
    [
        (RdType.TXT, ("v=spf1 -all", "x" * 700, 'a "quoted" \\ text', "æøå", "")),
        (RdType.MX, (Mx(10, "mail.example.no"), Mx(0, ""))),
        (RdType.A, ("192.0.2.1",)),
        (RdType.AAAA, ("2001:db8::1",)),
        (RdType.PTR, ("host.example.no",)),
    ],
)
def test_records_come_back_as_they_were(rdtype: RdType, records: tuple[Record, ...]) -> None:
    reply = Answer(query("example.no", rdtype), records, ("alias.example.no",))
    read = from_wire(reply.query, _response(reply).to_wire())
    assert isinstance(read, Answer)
    assert set(read.records) == set(records)  # their order means nothing, and a server may change it
    assert (read.query, read.aliases) == (reply.query, reply.aliases)


@pytest.mark.parametrize("cause", [Cause.NXDOMAIN, Cause.NODATA, Cause.SERVFAIL, Cause.REFUSED])
def test_each_failure_keeps_its_name(cause: Cause) -> None:
    assert from_wire(ASKED, _response(Failure(ASKED, cause)).to_wire()) == Failure(ASKED, cause)


def test_a_missing_target_is_told_with_the_alias_that_leads_there() -> None:
    reply = Failure(ASKED, Cause.NXDOMAIN, ("gone.example",))
    assert from_wire(ASKED, _response(reply).to_wire()) == reply


def test_a_loop_of_aliases_ends() -> None:
    names = {"example.no": {"CNAME": ["a.example"]}}
    response = _response(Zone(names)(query("example.no", RdType.CNAME)))
    response.question = to_message(ASKED).question
    response.answer += dns.message.from_text("id 1\n;ANSWER\na.example. 60 IN CNAME example.no.\n").answer
    read = from_wire(ASKED, response.to_wire())
    assert isinstance(read, Failure)
    assert read.cause is Cause.SERVFAIL


def test_what_is_no_answer_to_this_question_is_unreadable() -> None:
    other = _response(Failure(query("example.com", RdType.TXT), Cause.NXDOMAIN)).to_wire()
    cut = _response(Answer(ASKED, ("v=spf1 -all",)))
    cut.flags |= dns.flags.TC
    for wire in (other, to_message(ASKED).to_wire(), cut.to_wire(), b"", b"\x00" * 12):
        assert from_wire(ASKED, wire) == Failure(ASKED, Cause.UNREADABLE)
    assert from_base64(ASKED, "%%%") == Failure(ASKED, Cause.UNREADABLE)


def test_an_unknown_code_is_a_failing_server() -> None:
    response = _response(Failure(ASKED, Cause.NODATA))
    response.set_rcode(dns.rcode.NOTIMP)
    assert from_wire(ASKED, response.to_wire()) == Failure(ASKED, Cause.SERVFAIL)


@settings(deadline=None)
@given(st.binary(max_size=600))
def test_any_bytes_are_read(wire: bytes) -> None:
    assert from_wire(ASKED, wire).query == ASKED


@settings(deadline=None)
@given(st.data())
def test_any_damage_to_an_answer_is_read(data: st.DataObject) -> None:
    wire = bytearray(_response(Answer(ASKED, ("v=spf1 include:a.example -all",), ("b.example",))).to_wire())
    for _ in range(data.draw(st.integers(1, 8))):
        wire[data.draw(st.integers(0, len(wire) - 1))] = data.draw(st.integers(0, 255))
    assert from_wire(ASKED, bytes(wire)).query == ASKED
