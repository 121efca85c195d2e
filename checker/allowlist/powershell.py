"""Commands for Microsoft's systems; whatever stands in quotes cannot end them."""

import re
from collections.abc import Iterator, Sequence

from checker.allowlist.fit import Fitted
from checker.allowlist.model import Network, Wish

A_COMMAND = 50
"""Entries in one command: short enough to read before it is run."""
A_RULE = 200
"""Entries in one mail-flow rule: with room to spare below the 8 KB that Microsoft lets a rule have."""
DAYS = 45
LONGEST_NAME = 64
_LONGEST_NOTE = 200

# PowerShell takes every one of these for a single quote, and a doubled one for the sign itself.
_QUOTE = re.compile("['‘’‚‛]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]+")


def quoted(text: str) -> str:
    """A single-quoted string, in which nothing but the quote itself has a meaning."""
    return f"'{_QUOTE.sub(lambda mark: mark[0] * 2, _CONTROL.sub(' ', text))}'"


def shown(network: Network) -> str:
    """A network; a single address without its length."""
    return str(network.network_address) if network.prefixlen == network.max_prefixlen else str(network)


def pieces(networks: Sequence[Network], size: int) -> Iterator[Sequence[Network]]:
    """So many at a time."""
    for start in range(0, len(networks), size):
        yield networks[start : start + size]


def sender(wish: Wish, _fitted: Fitted) -> tuple[str, ...]:
    """The Tenant Allow/Block List, for a domain."""
    entries = quoted(wish.domain)
    return (
        f"New-TenantAllowBlockListItems -ListType Sender -Allow -Entries {entries}"
        f" -RemoveAfter {DAYS}{_note('-Notes', wish)}\n",
    )


def rule(wish: Wish, _fitted: Fitted) -> tuple[str, ...]:
    """A mail-flow rule that asks for the domain and for a DMARC result that passes."""
    return (
        f"New-TransportRule -Name {quoted(f'DMARC: {wish.domain}'[:LONGEST_NAME])} `\n"
        f"  -SenderDomainIs {quoted(wish.domain)} -SenderAddressLocation Header `\n"
        "  -HeaderContainsMessageHeader 'Authentication-Results' `\n"
        "  -HeaderContainsWords 'dmarc=pass','dmarc=bestguesspass' `\n"
        f"  -SetSCL -1 -SetHeaderName 'X-ETR' -SetHeaderValue {quoted(f'DMARC: {wish.domain}')}"
        f"{_note('-Comments', wish)}\n",
    )


def gateway(_wish: Wish, _fitted: Fitted) -> tuple[str, ...]:
    """What the connectors are called, then the setting for one of them."""
    return (
        "Get-InboundConnector | Format-Table Name,ConnectorType,SenderIPAddresses,EFSkipLastIP,EFSkipIPs\n"
        "Set-InboundConnector -Identity 'NAME' -EFSkipLastIP $true\n",
    )


def ip6(wish: Wish, fitted: Fitted) -> tuple[str, ...]:
    """The Tenant Allow/Block List, for IPv6."""
    commands = (
        f"New-TenantAllowBlockListItems -ListType IP -Allow -Entries {_list(some)}"
        f" -NoExpiration{_note('-Notes', wish)}\n"
        for some in pieces(fitted.networks, A_COMMAND)
    )
    return _one(commands)


def connection(_wish: Wish, fitted: Fitted) -> tuple[str, ...]:
    """The connection filter; `@{Add=…}` adds, where a plain list would replace what is there."""
    commands = (
        f"Set-HostedConnectionFilterPolicy -Identity Default -IPAllowList @{{Add={_list(some)}}}\n"
        for some in pieces(fitted.networks, A_COMMAND)
    )
    return _one(commands)


def rule_ip(wish: Wish, fitted: Fitted) -> tuple[str, ...]:
    """Mail-flow rules on addresses, one rule a part."""
    name = wish.domain or "addresses"
    return tuple(
        f"New-TransportRule -Name {quoted(f'IP {number}: {name}'[:LONGEST_NAME])}"
        f" -SenderIpRanges {_list(some)} -SetSCL -1{_note('-Comments', wish)}\n"
        for number, some in enumerate(pieces(fitted.networks, A_RULE), start=1)
    )


def edge(wish: Wish, fitted: Fitted) -> tuple[str, ...]:
    """One command for each entry, with the day on which it ends."""
    until = f" -ExpirationTime {quoted(wish.review.isoformat())}" if wish.review else ""
    return _one(
        f"Add-IPAllowListEntry {_option(network)}{until}{_note('-Comment', wish)}\n"
        for network in fitted.networks
    )


def _option(network: Network) -> str:
    name = "-IPAddress" if network.prefixlen == network.max_prefixlen else "-IPRange"
    return f"{name} {quoted(shown(network))}"


def _list(networks: Sequence[Network]) -> str:
    return ",".join(quoted(shown(network)) for network in networks)


def _one(commands: Iterator[str]) -> tuple[str, ...]:
    text = "".join(commands)
    return (text,) if text else ()


def _note(option: str, wish: Wish) -> str:
    note = " ".join(
        filter(None, (wish.note.strip()[:_LONGEST_NOTE], wish.review.isoformat() if wish.review else ""))
    )
    return f" {option} {quoted(note)}" if note else ""
