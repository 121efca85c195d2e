"""Domain names as people write them, made into names that the DNS knows."""

import re

from checker.lookup.model import is_askable

# RFC 5890 section 2.3.1: letters, digits and hyphens; the underscore for names such as _dmarc.
_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?")
_TRIM = " \t\r\n<>.,;:'\"()[]"


def to_domain(text: str) -> str:
    """Find the domain in what was typed: a domain, an address or a link; empty where there is none."""
    word = text.strip(_TRIM)
    if "://" in word:
        word = word.partition("://")[2]
    word = word.rpartition("@")[2].partition("/")[0].partition("?")[0].partition(":")[0]
    name = to_ascii(word.strip(_TRIM))
    return name if is_domain(name) else ""


def is_domain(name: str) -> bool:
    """Say whether it has the form of a domain with at least two labels, the last not a number."""
    labels = name.split(".")
    return (
        is_askable(name)
        and len(labels) > 1
        and not labels[-1].isdigit()
        and all(_LABEL.fullmatch(label) for label in labels)
    )


def to_ascii(name: str) -> str:
    """The name in lower case, in the form that the DNS holds (IDNA); empty where it has none."""
    if name.isascii():
        return name.lower()
    try:
        return name.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return ""


def parents(name: str) -> tuple[str, ...]:
    """The name itself and those above it, down to the last label."""
    labels = name.split(".")
    return tuple(".".join(labels[at:]) for at in range(len(labels)))


def is_within(name: str, domain: str) -> bool:
    """Say whether a name is the domain or lies below it."""
    return name == domain or name.endswith(f".{domain}")
