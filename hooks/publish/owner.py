"""What makes the site its owner's: `extra.fremme` in mkdocs.yml, read and checked."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from checker.render.owner import CONTACT
from hooks.publish.colours import GROUNDS, LEAST, contrast, hardest_ground, nearest_that_reads

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]")
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(.+)")
_KEYS = ("name", "colours", "from_address", "sending_domain", "platform", "resolvers", "support")
_LONGEST = 60
_PLAIN = f'text of one line, at most {_LONGEST} characters, without < > " &'


class OwnerError(ValueError):
    """What is wrong with `extra.fremme`, one fault a line."""


@dataclass(frozen=True)
class Owner:
    """Everything empty is the site as it comes."""

    name: str = ""
    colours: Mapping[str, str] = field(default_factory=dict)  # light, dark → accent as #rrggbb
    facts: Mapping[str, str] = field(default_factory=dict)
    """What the checker is told, by the names in `checker.render.owner`; no empty ones."""
    resolvers: tuple[str, ...] | None = None  # ids; None is all of the table


def read_owner(given: object, resolvers: Collection[str]) -> Owner:
    """The owner's settings; `resolvers` are the ids that the table has."""
    if given is not None and not isinstance(given, dict):
        raise OwnerError(f"extra.fremme is {given!r}; it must be settings such as `name: Our help`.")
    found: dict[str, Any] = {key: value for key, value in (given or {}).items() if value is not None}
    if faults := list(_faults(found, resolvers)):
        raise OwnerError("\n".join(f"extra.fremme.{fault}" for fault in faults))
    return Owner(
        name=found.get("name", ""),
        colours=found.get("colours", {}),
        facts={name: text for name, text in _facts(found).items() if text},
        resolvers=tuple(found["resolvers"]) if "resolvers" in found else None,
    )


def _facts(found: Mapping[str, Any]) -> dict[str, str]:
    address, support = found.get("from_address", ""), found.get("support", {})
    return {
        "from_address": address,
        "sending_domain": found.get("sending_domain", _host_of(address)),
        "platform": found.get("platform", ""),
        "support_name": support.get("name", ""),
        "support_address": support.get("address", ""),
    }


def _faults(found: Mapping[Any, Any], resolvers: Collection[str]) -> Iterator[str]:
    for key in found:
        if key not in _KEYS:
            yield f"{key}: there is no such setting. There are {', '.join(_KEYS)}."
    for key in ("name", "platform"):
        if key in found and not _is_plain(found[key]):
            yield f"{key} is {found[key]!r}; it must be {_PLAIN}."
    yield from _address_faults(found)
    yield from _colour_faults(found.get("colours", {}))
    yield from _resolver_faults(found.get("resolvers", []), resolvers)
    yield from _support_faults(found.get("support", {}))


def _is_plain(value: object) -> bool:
    """Whether it can stand in a title, an attribute and a note without a second thought."""
    return (
        isinstance(value, str)
        and len(value) <= _LONGEST
        and value.isprintable()
        and not set('<>"&') & set(value)
    )


def _address_faults(found: Mapping[Any, Any]) -> Iterator[str]:
    address, domain = found.get("from_address", ""), found.get("sending_domain", "")
    host = _host_of(address)
    if address != "" and not _HOST.fullmatch(host):
        yield f"from_address is {address!r}; it must be an e-mail address such as news@example.com."
    if domain != "" and not (isinstance(domain, str) and _HOST.fullmatch(domain)):
        yield (
            f"sending_domain is {domain!r}; it must be a domain such as example.com, in lower case, "
            "with other letters than a to z in the form xn--…"
        )
    elif host and domain and host != domain and not host.endswith(f".{domain}"):
        yield f"from_address is {address!r}; it must lie on sending_domain, which is {domain!r}."


def _host_of(address: object) -> str:
    match = _ADDRESS.fullmatch(address) if isinstance(address, str) else None
    return match[1].lower() if match else ""


def _colour_faults(colours: object) -> Iterator[str]:
    if not isinstance(colours, dict) or (colours and set(colours) != set(GROUNDS)):
        yield f"colours is {colours!r}; it must have light and dark: the site follows the device."
        return
    for scheme, colour in colours.items():
        if not (isinstance(colour, str) and _COLOUR.fullmatch(colour)):
            yield f'colours.{scheme} is {colour!r}; it must be a colour such as "#0b5c63", in quotes.'
        elif (ratio := contrast(colour, ground := hardest_ground(colour, scheme))) < LEAST:
            yield (
                f"colours.{scheme} is {colour}; on {ground} it has a contrast of {ratio:.2f}, "
                f"and text needs {LEAST}. The nearest that reads is {nearest_that_reads(colour, scheme)}."
            )


def _resolver_faults(wanted: object, resolvers: Collection[str]) -> Iterator[str]:
    known = ", ".join(resolvers)
    if not isinstance(wanted, list):
        yield f"resolvers is {wanted!r}; it must be a list of ids out of {known}; [] offers none."
        return
    for one in wanted:
        if one not in resolvers:
            yield f"resolvers names {one!r}; checker/tables/resolvers.toml has {known}."


def _support_faults(support: object) -> Iterator[str]:
    if not isinstance(support, dict) or (support and set(support) != {"name", "address"}):
        yield f"support is {support!r}; it must have name and address, and nothing else."
        return
    name, address = support.get("name", "x"), support.get("address", "https://x")
    if not name or not _is_plain(name):
        yield f"support.name is {name!r}; it must be {_PLAIN}."
    if not (isinstance(address, str) and CONTACT.fullmatch(address)):
        yield f"support.address is {address!r}; it must be mailto: or https:// with an address."
