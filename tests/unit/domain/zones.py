"""Domains that tests look up: one that is in order, and others that are not."""

import base64
from collections.abc import Mapping

from checker.lookup.model import Mx
from checker.lookup.zone import Records, Zone

type Names = Mapping[str, Mapping[str, Records]]


def rsa_key(bits: int) -> str:
    """A key record with a modulus of so many bits; it is no product of primes, which nobody asks."""

    def element(tag: int, body: bytes) -> bytes:
        size = len(body)
        if size < 0x80:
            return bytes([tag, size]) + body
        octets = size.to_bytes((size.bit_length() + 7) // 8)
        return bytes([tag, 0x80 | len(octets)]) + octets + body

    def integer(value: int) -> bytes:
        return element(0x02, value.to_bytes(value.bit_length() // 8 + 1))

    key = element(0x30, integer((1 << bits) - 1) + integer(65537))
    algorithm = element(0x30, element(0x06, bytes.fromhex("2a864886f70d010101")) + b"\x05\x00")
    whole = element(0x30, algorithm + element(0x03, b"\x00" + key))
    return f"v=DKIM1; k=rsa; p={base64.b64encode(whole).decode()}"


GOOD: Names = {
    "example.no": {
        "MX": [Mx(0, "example-no.mail.protection.outlook.com")],
        "TXT": [
            "v=spf1 include:spf.protection.outlook.com include:1234567.spf03.hubspotemail.net -all",
            "some-verification=abc",
        ],
    },
    "spf.protection.outlook.com": {"TXT": ["v=spf1 ip4:192.0.2.0/25 ip6:2001:db8:1::/48 -all"]},
    "1234567.spf03.hubspotemail.net": {"TXT": ["v=spf1 ip4:198.51.100.0/24 -all"]},
    "_dmarc.example.no": {"TXT": ["v=DMARC1; p=quarantine; rua=mailto:dmarc@example.no"]},
    "hs1-1234567._domainkey.example.no": {"CNAME": ["example-no.hs04a.dkim.hubspotemail.net"]},
    "hs2-1234567._domainkey.example.no": {"CNAME": ["example-no.hs04b.dkim.hubspotemail.net"]},
    "example-no.hs04a.dkim.hubspotemail.net": {"TXT": [rsa_key(2048)]},
    "example-no.hs04b.dkim.hubspotemail.net": {"TXT": [rsa_key(2048)]},
    "selector1._domainkey.example.no": {"CNAME": ["selector1-example-no._domainkey.example.onmicrosoft.com"]},
    "selector1-example-no._domainkey.example.onmicrosoft.com": {"TXT": [rsa_key(2048)]},
    "_mta-sts.example.no": {"TXT": ["v=STSv1; id=1"]},
}


def zone(**changes: Mapping[str, Records] | None) -> Zone:
    """The good domain with some of its names changed; None takes a name away, `__` stands for a dot."""
    names = dict(GOOD)
    for name, records in changes.items():
        key = name.replace("__", ".")
        if records is None:
            names.pop(key, None)
        else:
            names[key] = records
    return Zone(names)
