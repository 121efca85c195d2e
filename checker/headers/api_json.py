"""Headers as JSON, the way the interfaces of Gmail and Microsoft Graph give them."""

import json
from collections.abc import Iterator
from typing import Any

_DEEPEST = 12
_MOST = 2000


def looks_like_json(text: str) -> bool:
    """Say whether the text begins as JSON does."""
    start = text[:200].lstrip()
    return start[:1] in ("{", "[") and any(mark in start for mark in ('"', "]", "}"))


def to_lines(text: str) -> str | None:
    """The headers in it as a block, an empty text where there are none, nothing where it is no JSON."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return "\n".join(_clean(f"{name}: {value}") for name, value in _pairs(data, 0))


def _clean(line: str) -> str:
    return line.replace("\r", "").replace("\n", "\n ").replace("\x00", "")


def _pairs(data: Any, depth: int) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - JSON may be anything
    """Lists of {name, value}, and a mapping of names to values under the name "headers"."""
    if depth > _DEEPEST:
        return
    if isinstance(data, list):
        for item in data[:_MOST]:
            yield from _pairs(item, depth + 1)
    elif isinstance(data, dict):
        name, value = data.get("name", data.get("Name")), data.get("value", data.get("Value"))
        if isinstance(name, str) and isinstance(value, str) and name and ":" not in name:
            yield name.strip(), value
            return
        for key, item in data.items():
            if key.lower() == "headers" and isinstance(item, dict):
                yield from _mapping(item)
            elif isinstance(item, list | dict):
                yield from _pairs(item, depth + 1)


def _mapping(headers: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in headers.items():
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, str) and ":" not in name:
                yield name.strip(), one
