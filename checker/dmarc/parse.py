"""Reading a DMARC record (RFC 9989 sections 4.7 and 4.8): what cannot be read is named, never fatal."""

import re
from collections.abc import Iterator
from types import MappingProxyType

from checker.dmarc.model import DmarcRecord, Fault, Policy, Wrong

# The value is case-sensitive, the tag is not; nothing may stand before it.
_VERSION = re.compile(r"[vV][ \t]*=[ \t]*DMARC1[ \t]*(?:;|\Z)")
_TAG = re.compile(r"[A-Za-z]+\Z")
_WSP = " \t"
_POLICIES = ("p", "sp", "np")
_BY_WORD = {policy.value: policy for policy in Policy}
_VALUES = {"adkim": ("r", "s"), "aspf": ("r", "s"), "psd": ("y", "n", "u"), "t": ("y", "n")}
_ADDRESSES = ("rua", "ruf")
_REMOVED = ("pct", "rf", "ri")
_FAILURE_OPTIONS = ("0", "1", "d", "s")
# RFC 6068 allows far more; an address for reports that has none of this cannot be written to.
_ADDRESS = re.compile(r"[^\s@,;!]+@[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+\Z")


def is_dmarc(text: str) -> bool:
    """Say whether a TXT record is a DMARC record."""
    return _VERSION.match(text) is not None


def parse_record(text: str) -> DmarcRecord:
    """Read the text of a record that `is_dmarc`."""
    tags: dict[str, str] = {}
    wrong = list(_read_tags(text, tags))
    wrong += _check(tags)
    policies = {name: _policy(tags.get(name, "")) for name in _POLICIES}
    unreadable = any(tags.get(name) is not None and policies[name] is None for name in ("sp", "np"))
    rua, ruf = (tuple(_addresses(tags.get(name, ""))) for name in _ADDRESSES)
    return DmarcRecord(
        text=text,
        tags=MappingProxyType(tags),
        policy=policies["p"],
        subdomain_policy=policies["sp"],
        nonexistent_policy=policies["np"],
        strict_dkim=tags.get("adkim", "").lower() == "s",
        strict_spf=tags.get("aspf", "").lower() == "s",
        psd=_one_of("psd", tags, "u"),
        is_testing=_one_of("t", tags, "n") == "y",
        rua=rua,
        ruf=ruf,
        wrong=tuple(wrong),
        has_bad_policy=policies["p"] is None or unreadable,
    )


def _read_tags(text: str, tags: dict[str, str]) -> Iterator[Wrong]:
    """Fill the tags; the first of two with the same name counts."""
    for part in text.split(";"):
        name, equals, value = part.partition("=")
        name, value = name.strip(_WSP), value.strip(_WSP)
        if not name and not equals:
            continue
        if not equals or not _TAG.match(name):
            yield Wrong(name, value, Fault.NOT_A_TAG)
        elif name.lower() in tags:
            yield Wrong(name.lower(), value, Fault.TWICE)
        else:
            tags[name.lower()] = value


def _check(tags: dict[str, str]) -> Iterator[Wrong]:
    for name, value in tags.items():
        if name in _REMOVED:
            yield Wrong(name, value, Fault.REMOVED)
        elif name in _POLICIES:
            if _policy(value) is None:
                yield Wrong(name, value, Fault.BAD_VALUE)
        elif name in _VALUES:
            if value.lower() not in _VALUES[name]:
                yield Wrong(name, value, Fault.BAD_VALUE)
        elif name in _ADDRESSES:
            yield from _check_addresses(name, value)
        elif name == "fo":
            yield from _check_failure_options(value)
        elif name != "v":
            yield Wrong(name, value, Fault.UNKNOWN)


def _check_addresses(name: str, value: str) -> Iterator[Wrong]:
    for uri in value.split(","):
        _, mark, size = uri.rpartition("!")
        if _address(uri) is None:
            yield Wrong(name, uri.strip(_WSP), Fault.BAD_ADDRESS)
        elif mark and size:
            yield Wrong(name, uri.strip(_WSP), Fault.SIZE_LIMIT)


def _check_failure_options(value: str) -> Iterator[Wrong]:
    options = [option.strip(_WSP).lower() for option in value.split(":")]
    if not set(options) <= set(_FAILURE_OPTIONS):
        yield Wrong("fo", value, Fault.BAD_VALUE)
    elif "0" in options and "1" in options:
        yield Wrong("fo", value, Fault.CONFLICT)


def _policy(value: str) -> Policy | None:
    return _BY_WORD.get(value.lower())


def _one_of(name: str, tags: dict[str, str], default: str) -> str:
    value = tags.get(name, default).lower()
    return value if value in _VALUES[name] else default


def _addresses(value: str) -> Iterator[str]:
    for uri in value.split(","):
        address = _address(uri)
        if address is not None:
            yield address


def _address(uri: str) -> str | None:
    """The address of a mailto URI; a size limit after it means nothing any more."""
    scheme, colon, rest = uri.strip(_WSP).partition(":")
    address = rest.partition("!")[0].partition("?")[0]
    return address if colon and scheme.lower() == "mailto" and _ADDRESS.match(address) else None
