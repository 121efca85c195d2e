"""The table of allowlist formats as frozen values; a fault in it is our bug and raises."""

import pkgutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from checker.tables.load import Source, sources

DEFAULTS = ("shared.hubspot.com", "hubspotemail.net")
"""What HubSpot says to allow for a sender without a connected domain: names that all its customers share."""


@dataclass(frozen=True, slots=True)
class Format:
    """One way to let a sender through; `widest` is the shortest prefix, `most` 0 for no known limit."""

    id: str
    system: str
    by: str
    rank: int
    matches: str
    syntax: str
    filename: str
    title: str
    text: tuple[str, ...]
    why: str
    note: str
    source: Source
    syntax_source: Source
    limit_source: Source | None
    ipv4: bool
    ipv6: bool
    widest: int
    most: int
    singles: bool
    only_behind: bool


@cache
def formats() -> Mapping[str, Format]:
    """Every format by its id, in the order of the table."""
    import tomllib  # here, as in load: the first questions need no table

    data = pkgutil.get_data("checker", "tables/allow_formats.toml")
    if data is None:
        raise FileNotFoundError("allow_formats")
    rows = tomllib.loads(data.decode())["format"]
    return MappingProxyType({row["id"]: _format(row) for row in rows})


def for_system(system: str, *, behind: bool = False) -> tuple[Format, ...]:
    """The ways of one system, the least risk first; none of its own leaves the plain ones."""
    mine = [row for row in formats().values() if row.system == system and (behind or not row.only_behind)]
    return tuple(sorted(mine, key=lambda row: row.rank))


def _format(row: dict[str, Any]) -> Format:
    source = sources()[row["source"]]
    return Format(
        id=row["id"],
        system=row["system"],
        by=row["by"],
        rank=row["rank"],
        matches=row["matches"],
        syntax=row["syntax"],
        filename=row["filename"],
        title=row["title"],
        text=tuple(row["text"]),
        why=row["why"],
        note=row["note"],
        source=source,
        syntax_source=sources()[row["syntax_source"]] if "syntax_source" in row else source,
        limit_source=sources()[row["limit_source"]] if "limit_source" in row else None,
        ipv4=row.get("ipv4", True),
        ipv6=row.get("ipv6", True),
        widest=row.get("widest", 0),
        most=row.get("most", 0),
        singles=row.get("singles", False),
        only_behind=row.get("only_behind", False),
    )
