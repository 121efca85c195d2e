"""The table of sending tools: where each tells what became of an e-mail, and its words for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from checker.tables.load import Source, sources, table


@dataclass(frozen=True, slots=True)
class SendingTool:
    """How to look an e-mail up there; `says` are its own words with what they mean."""

    id: str
    name: str
    steps: tuple[str, ...]
    says: tuple[tuple[str, str], ...]
    source: Source


@cache
def sending_tools() -> Mapping[str, SendingTool]:
    """Every tool by its id, which is an option's id in the tree."""
    return MappingProxyType(
        {
            row["id"]: SendingTool(
                row["id"],
                row["name"],
                tuple(row["text"]),
                tuple((one["word"], one["text"]) for one in row["says"]),
                sources()[row["source"]],
            )
            for row in table("delivery")["platform"]
        }
    )
