"""One word as a network: the ways in which people write addresses, and what was done to them."""

import re
from dataclasses import dataclass
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
    summarize_address_range,
)

from checker.allowlist.model import Code, Network

_SPF = re.compile(r"[+?~]?ip[46]:", re.IGNORECASE)
_DIGITS_AND_DOTS = re.compile(r"[\d.]+")
_ADDRESS = re.compile(
    r"(?:\d{1,15}\.){2,8}[\d*]{1,15}(?:/[\d.]{1,20})?|[\da-fA-F:.]*:[\da-fA-F:.]*:[\da-fA-F:.]*(?:/\d{1,20})?"
)
_WITH_PORT = re.compile(r"((?:\d{1,3}\.){3}\d{1,3}):(\d{1,5})")
_STARS = re.compile(r"((?:\d{1,3}\.){1,3})\*(?:\.\*){0,2}")
_LAST_PART = re.compile(r"\d{1,3}")
_ZERO = re.compile(r"(?:^|\.)0\d")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a word says: its networks, or the reason why there are none; `done` says how it was changed."""

    networks: tuple[Network, ...] = ()
    done: tuple[Code, ...] = ()
    fault: Code | None = None


def read_entry(word: str) -> Entry | None:
    """Read a word; None if it does not set out to be an address."""
    text = _SPF.sub("", word, count=1) if _SPF.match(word) else word
    text = text.strip("'\"").rstrip(".,:;!?").lstrip(".")
    port = _WITH_PORT.fullmatch(text)
    if port:
        return _single(port[1], (Code.PORT,))
    start, dash, end = text.partition("-")
    if dash and _ADDRESS.fullmatch(start):
        return _range(start, end)
    stars = _STARS.fullmatch(text)
    if stars:
        return _wildcard(stars[1])
    return _single(text, ()) if _ADDRESS.fullmatch(text) and _looks_meant(text) else None


def _looks_meant(text: str) -> bool:
    """Dates, times and versions have two dots or colons; an address has more, or a length."""
    if _DIGITS_AND_DOTS.fullmatch(text):
        return text.count(".") == 3
    return "/" in text or "::" in text or text.count(":") == 7 or "." in text


def _single(text: str, done: tuple[Code, ...]) -> Entry:
    if _ZERO.search(text.partition("/")[0]) and ":" not in text:
        return Entry(fault=Code.LEADING_ZEROS)
    try:
        network = ip_network(text, strict=False)
    except ValueError:
        return Entry(fault=Code.NOT_AN_ADDRESS)
    address, slash, length = text.partition("/")
    if slash and "." in length and not is_mask(length):
        return Entry(fault=Code.NOT_AN_ADDRESS)  # 0.0.0.255 is the inverse of a mask: too easily misread
    return _mapped(network, done if _starts_at(network, address) else (*done, Code.HOST_BITS))


def _starts_at(network: Network, address: str) -> bool:
    return network.network_address == ip_address(address)


def _mapped(network: Network, done: tuple[Code, ...]) -> Entry:
    """An IPv4 address in IPv6 clothes (`::ffff:192.0.2.1`) is the IPv4 address."""
    inside = network.network_address.ipv4_mapped if isinstance(network, IPv6Network) else None
    if inside is None or network.prefixlen < 96:
        return Entry((network,), done)
    return Entry((IPv4Network((int(inside), network.prefixlen - 96)),), (*done, Code.MAPPED))


def _wildcard(start: str) -> Entry:
    parts = start.count(".")
    entry = _single(f"{start}{'.'.join('0' * (4 - parts))}/{8 * parts}", ())
    return entry if entry.fault else Entry(entry.networks, (Code.WILDCARD,))


def _range(start: str, end: str) -> Entry:
    if _LAST_PART.fullmatch(end) and "." in start:
        end = f"{start.rpartition('.')[0]}.{end}"
    if _ZERO.search(start) or (":" not in end and _ZERO.search(end)):
        return Entry(fault=Code.LEADING_ZEROS)
    try:
        return _between(ip_address(start), ip_address(end))
    except ValueError:
        return Entry(fault=Code.NOT_AN_ADDRESS)


def _between(first: IPv4Address | IPv6Address, last: IPv4Address | IPv6Address) -> Entry:
    if first.version != last.version:
        return Entry(fault=Code.NOT_AN_ADDRESS)
    if int(first) > int(last):
        return Entry(fault=Code.REVERSED)
    networks: tuple[Network, ...]
    if (isinstance(first, IPv4Address) and isinstance(last, IPv4Address)) or (
        isinstance(first, IPv6Address) and isinstance(last, IPv6Address)
    ):
        networks = tuple(summarize_address_range(first, last))
    else:
        networks = ()
    return Entry(networks, (Code.RANGE_SPLIT,) if len(networks) > 1 else ())


def is_mask(text: str) -> bool:
    """Say whether a word is a netmask such as 255.255.255.0, which belongs to the address before it."""
    if not text.startswith("255.") or text.count(".") != 3:
        return False
    try:
        inverse = int(IPv4Address(text)) ^ 0xFFFFFFFF
    except ValueError:
        return False
    return inverse & (inverse + 1) == 0
