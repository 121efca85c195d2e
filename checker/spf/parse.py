"""Reading an SPF record (RFC 7208 sections 4.6.1 and 12): every text gives one, with what is wrong in it."""

import re
from collections.abc import Callable, Mapping
from ipaddress import IPv4Address, IPv6Address

from checker.spf.macro import is_domain_spec, pieces
from checker.spf.model import Fault, Mechanism, Result, SpfRecord, Term, Wrong

_VERSION = "v=spf1"
_QUALIFIERS = {"+": Result.PASS, "-": Result.FAIL, "~": Result.SOFTFAIL, "?": Result.NEUTRAL}
_MODIFIER = re.compile(r"([A-Za-z][A-Za-z0-9_.\-]*)=(.*)", re.DOTALL)
_MECHANISM = re.compile(r"([A-Za-z0-9_.\-]+)(?:(:)(.*)|(/.*))?", re.DOTALL)
_DUAL_PREFIX = re.compile(r"(?:/(0|[1-9][0-9]?))?(?://(0|[1-9][0-9]{0,2}))?\Z")
_PREFIX = re.compile(r"0|[1-9][0-9]{0,2}")

type Read = Term | Fault


def is_spf(text: str) -> bool:
    """Say whether a TXT record is an SPF record (RFC 7208 section 4.5)."""
    return text[:6].lower() == _VERSION and text[6:7] in ("", " ")


def parse_record(text: str) -> SpfRecord:
    """Read the text of a record that `is_spf`."""
    terms: list[Term] = []
    wrong: list[Wrong] = []
    modifiers: dict[str, str] = {}
    redirect: Term | None = None
    # Only blanks part the terms; a tab or a control character is a mistake in one.
    for number, word in enumerate(filter(None, text[len(_VERSION) :].split(" ")), 1):
        modifier = _MODIFIER.fullmatch(word)
        read = _modifier(modifier, modifiers, number) if modifier else _directive(word, number)
        if isinstance(read, Fault):
            wrong.append(Wrong(word, number, read))
        elif read is None:
            continue
        elif read.mechanism is Mechanism.REDIRECT:
            redirect = read
        else:
            terms.append(read)
    exp = modifiers.pop("exp", "")
    modifiers.pop("redirect", None)
    return SpfRecord(text, tuple(terms), redirect, exp, tuple(modifiers), tuple(wrong))


def _modifier(match: re.Match[str], seen: dict[str, str], number: int) -> Read | None:
    name, value = match[1].lower(), match[2]
    if not match[0].isascii():
        return Fault.NOT_ASCII
    if name in ("redirect", "exp"):
        # Section 6: each of these at most once.
        if name in seen:
            return Fault.MODIFIER_TWICE
        seen[name] = value
        if not is_domain_spec(value):
            return Fault.BAD_DOMAIN
        return Term(match[0], number, Result.PASS, Mechanism.REDIRECT, value) if name == "redirect" else None
    if pieces(value) is None:
        return Fault.BAD_MACRO
    seen[name] = value
    return None


def _directive(word: str, number: int) -> Read:
    if not word.isascii():
        return Fault.NOT_ASCII
    qualifier = _QUALIFIERS.get(word[0])
    match = _MECHANISM.fullmatch(word, 0 if qualifier is None else 1)
    if match is None:
        return Fault.NOT_A_TERM
    name = match[1].lower()
    reader = _READERS.get(name)
    if reader is None:
        return Fault.UNKNOWN_MECHANISM
    argument = match[3] if match[2] else None
    return reader(Mechanism(name), word, number, qualifier or Result.PASS, argument, match[4] or "")


def _all(m: Mechanism, text: str, number: int, q: Result, argument: str | None, rest: str) -> Read:
    return Fault.NOT_A_TERM if argument is not None or rest else Term(text, number, q, m)


def _with_domain(m: Mechanism, text: str, number: int, q: Result, argument: str | None, rest: str) -> Read:
    """Include and exists: a domain is a must, and a prefix length has no place."""
    if rest or argument is None or not is_domain_spec(argument):
        return Fault.BAD_DOMAIN
    return Term(text, number, q, m, argument)


def _ptr(m: Mechanism, text: str, number: int, q: Result, argument: str | None, rest: str) -> Read:
    if argument is None and not rest:
        return Term(text, number, q, m)
    return _with_domain(m, text, number, q, argument, rest)


def _hosts(m: Mechanism, text: str, number: int, q: Result, argument: str | None, rest: str) -> Read:
    """A and mx: a domain and a prefix length for each family, all of them optional."""
    whole = rest if argument is None else argument
    prefix = _DUAL_PREFIX.search(whole)
    domain = whole[: prefix.start()] if prefix else whole
    four, six = int((prefix and prefix[1]) or 32), int((prefix and prefix[2]) or 128)
    if four > 32 or six > 128:
        return Fault.BAD_PREFIX
    if argument is None:
        return Fault.BAD_PREFIX if domain else Term(text, number, q, m, "", 0, four, six)
    return Term(text, number, q, m, domain, 0, four, six) if is_domain_spec(domain) else Fault.BAD_DOMAIN


def _network(m: Mechanism, text: str, number: int, q: Result, argument: str | None, rest: str) -> Read:
    address, slash, prefix = (argument or "").partition("/")
    bits = 32 if m is Mechanism.IP4 else 128
    if slash and (not _PREFIX.fullmatch(prefix) or int(prefix) > bits):
        return Fault.BAD_PREFIX
    length = int(prefix) if slash else bits
    try:
        network = int(IPv4Address(address) if bits == 32 else IPv6Address(_no_zone(address)))
    except ValueError:
        return Fault.BAD_ADDRESS
    four, six = (length, 128) if bits == 32 else (32, length)
    return Fault.BAD_ADDRESS if rest else Term(text, number, q, m, "", network, four, six)


def _no_zone(address: str) -> str:
    """Python reads fe80::1%eth0 as an address; RFC 7208 does not."""
    return "" if "%" in address else address


_READERS: Mapping[str, Callable[[Mechanism, str, int, Result, str | None, str], Read]] = {
    "all": _all,
    "include": _with_domain,
    "exists": _with_domain,
    "ptr": _ptr,
    "a": _hosts,
    "mx": _hosts,
    "ip4": _network,
    "ip6": _network,
}
