"""Domains that the servers hold, with what goes right and wrong among them; one mapping for all."""

from checker.domain.model import Subject
from checker.lookup.model import Mx
from tests.unit.domain.zones import GOOD, Names, rsa_key

_LONG = "v=spf1 " + " ".join(f"ip4:192.0.2.{number}" for number in range(0, 200, 2)) + " -all"

NAMES: Names = {
    **GOOD,
    # Two SPF records, two DMARC records, a weak key, a filter in front.
    "doubled.example": {
        "MX": [Mx(10, "eu-smtp-inbound-1.mimecast.com"), Mx(20, "eu-smtp-inbound-2.mimecast.com")],
        "TXT": ["v=spf1 include:spf.protection.outlook.com ~all", "v=spf1 include:servers.mcsv.net -all"],
    },
    "_dmarc.doubled.example": {"TXT": ["v=DMARC1; p=none", "v=DMARC1; p=reject"]},
    "k1._domainkey.doubled.example": {"CNAME": ["dkim.mcsv.net"]},
    "dkim.mcsv.net": {"TXT": [rsa_key(1024)]},
    "servers.mcsv.net": {"TXT": ["v=spf1 ip4:205.201.128.0/20 ?all"]},
    # A record in many strings, longer than any UDP answer here; a wrong word; an alias into nothing.
    "long.example": {"TXT": [_LONG, "é is not ASCII"], "MX": [Mx(0, "")]},
    "_dmarc.long.example": {"TXT": ["v=DMARC1; p=reject; pct=20; rua=mailto:a@reports.example"]},
    "s1._domainkey.long.example": {"CNAME": ["gone.sendgrid.net"]},
    # A loop and a chain of aliases, a record that includes itself, a void name.
    "loop.example": {"TXT": ["v=spf1 include:loop.example a:void.example mx:void.example -all"]},
    "_dmarc.loop.example": {"CNAME": ["ring1.example"]},
    "ring1.example": {"CNAME": ["ring2.example"]},
    "ring2.example": {"CNAME": ["ring1.example"]},
    "chain.example": {"TXT": ["v=spf1 include:c1.example -all"], "MX": [Mx(5, "mail.chain.example")]},
    "c1.example": {"CNAME": ["c2.example"]},
    "c2.example": {"CNAME": ["c3.example"]},
    "c3.example": {"TXT": ["v=spf1 ip4:203.0.113.0/24 -all"]},
    "_dmarc.chain.example": {"CNAME": ["policy.example"]},
    "policy.example": {"TXT": ["v=DMARC1; p=none; rua=mailto:d@chain.example"]},
    "empty.example": {"A": ["192.0.2.7"]},
}
"""Every name that exists."""

SUBJECTS = (
    Subject("example.no", ip="198.51.100.9"),
    Subject("doubled.example"),
    Subject("long.example", ip="192.0.2.199"),
    Subject("loop.example", ip="192.0.2.1"),
    Subject("chain.example", ip="203.0.113.5"),
    Subject("empty.example"),
    Subject("no-such-domain.example"),
)
