"""Reading a pasted list: whatever it looks like, the networks in it and a word on each thing done to them."""

from collections.abc import Iterable, Iterator
from ipaddress import IPv4Network, IPv6Network, collapse_addresses

from checker.allowlist.entry import Entry, is_mask, read_entry
from checker.allowlist.model import Code, Entries, Network
from checker.allowlist.reserved import kind_of
from checker.allowlist.words import Word, words
from checker.findings import Finding

MOST_ENTRIES = 20_000
SHORTEST = {4: 12, 6: 28}
"""Prefix lengths: what is wider is refused. The widest block of a sender known to us is a /16 and a /24."""
WIDE = {4: 17, 6: 33}
"""A shorter prefix than this is taken, with a word of warning."""
LONGEST_TEXT = 2_000_000
"""Characters: some twenty thousand lines of prose."""


def read_list(text: str) -> Entries:
    """Read a list; never raises, and what it leaves out is named with its line."""
    findings: list[Finding] = []
    taken: dict[Network, Word] = {}
    given = 0
    for word, entry in _entries(text[:LONGEST_TEXT]):
        if given >= MOST_ENTRIES:
            findings.append(_finding(Code.TOO_MANY, word, limit=str(MOST_ENTRIES)))
            break
        given += not entry.fault
        findings += _take(word, entry, taken)
    if len(text) > LONGEST_TEXT:
        findings.append(Finding(Code.TOO_MANY, {"limit": str(MOST_ENTRIES)}))
    return _collapsed(taken, findings, given)


def _entries(text: str) -> Iterator[tuple[Word, Entry]]:
    """Each word that is an address; a netmask goes to the address before it."""
    held: Word | None = None
    for word in words(text):
        if held and is_mask(word.text):
            masked = Word(f"{held.text}/{word.text}", held.line)
            yield masked, read_entry(masked.text) or Entry(fault=Code.NOT_AN_ADDRESS)
            held = None
            continue
        yield from _read(held)
        held = word
    yield from _read(held)


def _read(word: Word | None) -> Iterator[tuple[Word, Entry]]:
    entry = read_entry(word.text) if word else None
    if word and entry:
        yield word, entry


def _take(word: Word, entry: Entry, taken: dict[Network, Word]) -> Iterator[Finding]:
    if entry.fault:
        yield _finding(entry.fault, word)
        return
    refused = next((code for network in entry.networks if (code := _unfit(network))), None)
    if refused:
        yield _finding(refused, word)
        return
    networks = ", ".join(map(str, entry.networks[:4])) + (", …" if len(entry.networks) > 4 else "")
    for code in entry.done:
        yield _finding(code, word, network=networks, count=str(len(entry.networks)))
    yield from _remarks(word, entry)
    for network in entry.networks:
        if network in taken:
            yield _finding(Code.DUPLICATE, word, network=str(network), first=str(taken[network].line))
        else:
            taken[network] = word


def _remarks(word: Word, entry: Entry) -> Iterator[Finding]:
    if any(kind_of(network) is Code.EXAMPLE for network in entry.networks):
        yield _finding(Code.EXAMPLE, word)
    if any(network.prefixlen < WIDE[network.version] for network in entry.networks):
        yield _finding(Code.WIDE, word)


def _unfit(network: Network) -> Code | None:
    if network.prefixlen == 0:
        return Code.EVERYTHING
    if network.prefixlen < SHORTEST[network.version]:
        return Code.TOO_WIDE
    kind = kind_of(network)
    return None if kind is Code.EXAMPLE else kind


def _finding(code: Code, word: Word, **args: str) -> Finding:
    return Finding(code, {"entry": word.text, **args}, word.line, word.text)


def _collapsed(taken: dict[Network, Word], findings: list[Finding], given: int) -> Entries:
    """Merge neighbours and drop what lies within another; halves that add up to too much are refused too."""
    whole = [*collapse(taken)]
    findings += _overlaps(taken, whole)
    kept = [network for network in whole if network.prefixlen >= SHORTEST[network.version]]
    findings += [
        Finding(Code.TOO_WIDE, {"entry": str(network)}, 0, str(network))
        for network in whole
        if network.prefixlen < SHORTEST[network.version]
    ]
    if not kept:
        findings.append(Finding(Code.NOTHING_FOUND))
    v4 = tuple(network for network in kept if isinstance(network, IPv4Network))
    v6 = tuple(network for network in kept if isinstance(network, IPv6Network))
    return Entries(v4, v6, tuple(findings), given)


def collapse(networks: Iterable[Network]) -> Iterator[Network]:
    """The same addresses in the fewest networks, IPv4 first, in order."""
    every = list(networks)
    yield from collapse_addresses([one for one in every if isinstance(one, IPv4Network)])
    yield from collapse_addresses([one for one in every if isinstance(one, IPv6Network)])


def _overlaps(taken: dict[Network, Word], whole: list[Network]) -> Iterator[Finding]:
    """Entries within another one that was given, then how many neighbours became one."""
    within = 0
    outer: Network | None = None
    for network in sorted(taken, key=_place):
        if outer is not None and _holds(outer, network):
            within += 1
            yield _finding(Code.OVERLAP, taken[network], network=str(network), outer=str(outer))
        else:
            outer = network
    before = len(taken) - within
    if len(whole) < before:
        yield Finding(Code.MERGED, {"before": str(before), "after": str(len(whole))})


def _place(network: Network) -> tuple[int, int, int]:
    """In order of address, the wider first."""
    return network.version, int(network.network_address), network.prefixlen


def _holds(outer: Network, inner: Network) -> bool:
    return outer.version == inner.version and int(inner[-1]) <= int(outer[-1])
