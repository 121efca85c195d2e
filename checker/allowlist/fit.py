"""Fitting networks to what a system takes: split what is too wide, name what has no place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from checker.allowlist.model import Network, Refusal, Unfit
from checker.tables.allow import Format

EXPANDED = 16
"""Addresses: so many are typed one by one where a system takes no networks."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """What goes in, in the form the system takes, and what stays out."""

    networks: tuple[Network, ...]
    refused: tuple[Refusal, ...]


def fit(networks: Iterable[Network], row: Format) -> Fitted:
    """Fit networks to a format: each goes in whole, if need be in pieces, or stays out whole."""
    taken: list[Network] = []
    refused: list[Refusal] = []
    for network in networks:
        reason = _unfit(network, row, len(taken))
        if reason:
            refused.append(Refusal(network, reason))
        else:
            taken += _pieces(network, row)
    return Fitted(tuple(taken), tuple(refused))


def _unfit(network: Network, row: Format, used: int) -> Unfit | None:
    if network.version == 6 and not row.ipv6:
        return Unfit.NO_IPV6
    if network.version == 4 and not row.ipv4:
        return Unfit.NO_IPV4
    if row.singles and network.num_addresses > EXPANDED:
        return Unfit.SINGLE_ONLY
    return Unfit.NO_ROOM if row.most and used + _count(network, row) > row.most else None


def _count(network: Network, row: Format) -> int:
    """How many pieces it takes, without making them: a /12 in /24 is 4,096."""
    if row.singles:
        return network.num_addresses
    return 1 << max(0, row.widest - network.prefixlen)


def _pieces(network: Network, row: Format) -> Iterator[Network]:
    if row.singles:
        yield from network.subnets(new_prefix=network.max_prefixlen)
    elif network.version == 4 and network.prefixlen < row.widest:
        yield from network.subnets(new_prefix=row.widest)
    else:
        yield network
