"""A resolver for the browser's tests: it answers for a small zone in wire format (RFC 8484)."""

import base64
from collections.abc import Callable, Mapping
from urllib.parse import parse_qs, urlsplit

import dns.message
import dns.rcode
import dns.rrset
from playwright.sync_api import Route

SERVFAIL = "SERVFAIL"
_HEADERS = {"content-type": "application/dns-message", "access-control-allow-origin": "*"}


def name_in(url: str) -> str:
    """The name that a request asks about, without its last dot."""
    return _asked(url).question[0].name.to_text(omit_final_dot=True)


def answering(mx: Mapping[str, str]) -> Callable[[Route], None]:
    """Give each name its MX record; a name that is not there does not exist."""

    def answer(route: Route) -> None:
        asked = _asked(route.request.url)
        reply = dns.message.make_response(asked)
        name = asked.question[0].name
        record = mx.get(name.to_text(omit_final_dot=True))
        if record is None:
            reply.set_rcode(dns.rcode.NXDOMAIN)
        elif record == SERVFAIL:
            reply.set_rcode(dns.rcode.SERVFAIL)
        else:
            reply.answer.append(dns.rrset.from_text(name, 300, "IN", "MX", record))
        route.fulfill(body=reply.to_wire(), headers=_HEADERS)

    return answer


def _asked(url: str) -> dns.message.Message:
    (wire,) = parse_qs(urlsplit(url).query)["dns"]
    return dns.message.from_wire(base64.urlsafe_b64decode(wire + "=" * (-len(wire) % 4)))
