"""Addresses from which no e-mail of a sending service comes.

Python's own `is_global` is not asked: what it answers has changed between versions.
"""

from functools import cache
from ipaddress import IPv4Network, IPv6Network, ip_network

from checker.allowlist.model import Code, Network

_PRIVATE = ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7", "fec0::/10")
_RESERVED = (
    *("0.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "192.0.0.0/24", "192.88.99.0/24"),
    *("198.18.0.0/15", "224.0.0.0/3"),
    # IPv6: what lies outside 2000::/3, and old ways to carry IPv4 within it.
    *("::/3", "4000::/2", "8000::/1", "2001::/32", "2001:10::/28", "2001:20::/28", "2002::/16"),
)
_EXAMPLES = ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32", "3fff::/20")
"""RFC 5737, RFC 3849 and RFC 9637: kept, with a word, since people try a tool with them."""


def kind_of(network: Network) -> Code | None:
    """Say what makes a network unfit, or remarkable; None for the ordinary internet."""
    return next((code for code, ranges in _ranges() if any(_meet(network, one) for one in ranges)), None)


@cache
def _ranges() -> tuple[tuple[Code, tuple[Network, ...]], ...]:
    tables = ((Code.PRIVATE, _PRIVATE), (Code.RESERVED, _RESERVED), (Code.EXAMPLE, _EXAMPLES))
    return tuple((code, tuple(map(ip_network, texts))) for code, texts in tables)


def _meet(one: Network, other: Network) -> bool:
    if isinstance(one, IPv4Network):
        return isinstance(other, IPv4Network) and one.overlaps(other)
    return isinstance(other, IPv6Network) and one.overlaps(other)
