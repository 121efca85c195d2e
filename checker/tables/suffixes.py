"""The short list of public suffixes: which part of a name its owner has registered."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from checker.tables.bounces import read


def registered(domain: str) -> str:
    """The registered domain that a name lies in, as far as the short list knows; a suffix stays as it is.

    It is what RFC 7489 section 3.2 calls the organisational domain.
    """
    labels = domain.split(".")
    is_sold_below = len(labels) > 1 and labels[-2] in _second_labels(labels[-1])
    return ".".join(labels[-3 if is_sold_below else -2 :])


@cache
def _second_labels(last: str) -> frozenset[str]:
    """Only countries have such labels, and their own are of two letters (ISO 3166)."""
    own = short_list()["own"].get(last)
    if own is None:
        own = short_list()["many"] if len(last) == 2 else ()
    return frozenset(own)


@cache
def short_list() -> Mapping[str, Any]:
    """The list as it stands, with its source."""
    short: Mapping[str, Any] = read("suffixes")["short"]
    return short
