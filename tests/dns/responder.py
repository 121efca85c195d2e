"""A small name server in Python: answers from a mapping, as late and as wrongly as a test wants it."""

import base64
import socketserver
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from urllib.parse import parse_qs, urlsplit

import dns.flags
import dns.message
import dns.rcode
import dns.rdata
import dns.rdatatype
import dns.rrset

from checker.lookup.model import Answer, Cause, Mx, Query, RdType, Record, Reply, query
from checker.lookup.zone import Zone

_RCODES = {
    Cause.NXDOMAIN: dns.rcode.NXDOMAIN,
    Cause.SERVFAIL: dns.rcode.SERVFAIL,
    Cause.REFUSED: dns.rcode.REFUSED,
}

type Fault = Callable[[dns.message.Message, bytes, bool], bytes | None]
"""From the right answer, its bytes and whether it goes over TCP to what is sent; None sends nothing."""


def silent(_message: dns.message.Message, _wire: bytes, _tcp: bool) -> None:
    """Say nothing."""


def garbage(_message: dns.message.Message, _wire: bytes, _tcp: bool) -> bytes:
    """Send what is no DNS message."""
    return b"\x00" * 7


def wrong_id(_message: dns.message.Message, wire: bytes, _tcp: bool) -> bytes:
    """Answer another question."""
    return bytes([wire[0] ^ 0xFF]) + wire[1:]


def cut(message: dns.message.Message, wire: bytes, tcp: bool) -> bytes:
    """Send only the head of the answer over UDP, and all of it over TCP."""
    if tcp:
        return wire
    head = dns.message.make_response(_without_answer(message))
    head.flags |= dns.flags.TC
    return head.to_wire()


def always_cut(message: dns.message.Message, wire: bytes, _tcp: bool) -> bytes:
    """Send only the head, over TCP too."""
    return cut(message, wire, False)


def _without_answer(message: dns.message.Message) -> dns.message.Message:
    asked = dns.message.make_query(message.question[0].name, message.question[0].rdtype, id=message.id)
    asked.flags = 0
    return asked


def late(seconds: float) -> Fault:
    """Take so long."""

    def wait(_message: dns.message.Message, wire: bytes, _tcp: bool) -> bytes:
        time.sleep(seconds)
        return wire

    return wait


@contextmanager
def serve(zone: Zone, faults: Mapping[str, Fault] | None = None, delay: float = 0.0) -> Iterator[int]:
    """Serve on a free port of loopback, over UDP and TCP; `faults` go by the whole name asked for."""
    answer = _Answering(zone, faults or {}, delay)
    with _Udp(("127.0.0.1", 0), _UdpHandler) as udp:
        port = udp.server_address[1]
        with _Tcp(("127.0.0.1", port), _TcpHandler) as tcp:
            for server in (udp, tcp):
                server.answering = answer
                threading.Thread(
                    target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True
                ).start()
            try:
                yield port
            finally:
                udp.shutdown()
                tcp.shutdown()


class _Answering:
    def __init__(self, zone: Zone, faults: Mapping[str, Fault], delay: float) -> None:
        self._zone, self._faults, self._delay = zone, faults, delay

    def __call__(self, wire: bytes, tcp: bool) -> bytes | None:
        time.sleep(self._delay)
        asked = dns.message.from_wire(wire)
        question = asked.question[0]
        name = str(question.name).lower().removesuffix(".")
        response = dns.message.make_response(asked)
        response.flags |= dns.flags.AA | dns.flags.RA
        rdtype = dns.rdatatype.to_text(question.rdtype)
        if rdtype in RdType:
            fill(response, self._zone(query(name, RdType(rdtype))))
        fault = self._faults.get(name)
        sent = response.to_wire(max_size=65535)
        return fault(response, sent, tcp) if fault else sent


def wire_answer(url: str, resolve: Zone) -> str:
    """What a resolver's server returns to the page for an address that it was told to fetch."""
    (wire,) = parse_qs(urlsplit(url).query)["dns"]
    asked = dns.message.from_wire(base64.urlsafe_b64decode(wire + "=" * (-len(wire) % 4)))
    question = asked.question[0]
    response = dns.message.make_response(asked)
    fill(response, resolve(query(str(question.name), RdType(question.rdtype.name))))
    return "base64:" + base64.b64encode(response.to_wire()).decode()


def fill(response: dns.message.Message, reply: Reply) -> None:
    """Put a reply into a message: the aliases first, then the records."""
    name = str(response.question[0].name)
    for alias in reply.aliases:
        response.answer.append(dns.rrset.from_text(name, 60, "IN", "CNAME", f"{alias}."))
        name = f"{alias}."
    if isinstance(reply, Answer):
        texts = [to_text(record, reply.query) for record in reply.records]
        response.answer.append(dns.rrset.from_text(name, 60, "IN", reply.query.rdtype.value, *texts))
    else:
        response.set_rcode(_RCODES.get(reply.cause, dns.rcode.NOERROR))


def to_text(record: Record, asked: Query) -> str:
    """A record as it stands in a zone file; a long text in strings of at most 255 octets."""
    if isinstance(record, Mx):
        return f"{record.preference} {record.host or ''}."
    if asked.rdtype is not RdType.TXT:
        return record if asked.rdtype in (RdType.A, RdType.AAAA) else f"{record}."
    octets = record.encode("utf-8", "surrogateescape")
    chunks = [octets[at : at + 255] for at in range(0, len(octets), 255)] or [b""]
    return " ".join(f'"{_quoted(chunk)}"' for chunk in chunks)


def _quoted(chunk: bytes) -> str:
    return "".join(
        chr(octet) if 32 <= octet < 127 and octet not in b'"\\;' else f"\\{octet:03d}" for octet in chunk
    )


class _Server(socketserver.BaseServer):
    answering: _Answering


class _Udp(socketserver.ThreadingUDPServer, _Server):
    daemon_threads = True
    max_packet_size = 4096


class _Tcp(socketserver.ThreadingTCPServer, _Server):
    daemon_threads = True
    allow_reuse_address = True


class _UdpHandler(socketserver.BaseRequestHandler):
    def handle(self) -> None:
        wire, socket = self.request
        assert isinstance(self.server, _Server)
        sent = self.server.answering(wire, False)
        if sent is not None:
            socket.sendto(sent, self.client_address)


class _TcpHandler(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        assert isinstance(self.server, _Server)
        length = int.from_bytes(self.rfile.read(2))
        sent = self.server.answering(self.rfile.read(length), True)
        if sent is not None:
            self.wfile.write(len(sent).to_bytes(2) + sent)
