"""Received fields: the clauses, the date, and how long each hop took."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from checker.headers.dates import seconds
from checker.headers.model import Field, Hop

_KEYWORDS = frozenset(("from", "by", "with", "id", "via", "for"))
_NO_SEMICOLON = re.compile(
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),?[ ]{1,3}\d{1,2} [A-Z][a-z]{2} \d{2,4} \d{1,2}:\d\d.{0,60}"
    r"|(?<!\d)\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d.{0,40})$"
)
_ENVELOPE = re.compile(r"envelope-from[ =]{1,2}<?([^\s<>()]{0,320})>?", re.IGNORECASE)
_LONGEST = 4000
_TAIL = 100


def newest_first(fields: Iterable[Field]) -> list[Hop]:
    """Every Received field as a hop, in the order in which they stand."""
    return [hop(field.value, field.line) for field in fields if field.key == "received"]


def travelled(newest: Sequence[Hop]) -> tuple[Hop, ...]:
    """The hops in the order in which the e-mail travelled, with how long each took."""
    found = list(reversed(newest))
    before: float | None = None
    for number, one in enumerate(found):
        if one.time is not None:
            if before is not None:
                found[number] = replace(one, delay=one.time - before)
            before = one.time
    return tuple(found)


def hop(value: str, line: int = 0) -> Hop:
    """Take one value apart (RFC 5321 section 4.4, and what servers write instead)."""
    value = value[:_LONGEST]
    head, date = _split(value)
    clauses = _clauses(head)
    envelope = _ENVELOPE.search(value)
    sender = [part for part in clauses.get("from", []) if not part.startswith("<")]
    return Hop(
        from_="; ".join(sender),
        by="; ".join(clauses.get("by", [])) or _lone(clauses.get("", [])),
        with_="; ".join(clauses.get("with", [])),
        id="; ".join(clauses.get("id", [])),
        via="; ".join(clauses.get("via", [])),
        for_="; ".join(clauses.get("for", [])),
        envelope_from=envelope[1] if envelope else "",
        date=date,
        time=seconds(date),
        line=line,
    )


def _split(value: str) -> tuple[str, str]:
    """Part the date from the clauses: at the last semicolon outside comments, or where a date ends it all."""
    at = value.rfind(";")
    while at >= 0:
        if value.count("(", 0, at) <= value.count(")", 0, at) or value.count("(", at) >= value.count(")", at):
            return value[:at], value[at + 1 :].strip()
        at = value.rfind(";", 0, at) if at > len(value) - 1000 else -1
    match = _NO_SEMICOLON.search(value[-_TAIL:])
    if match:
        return value[: len(value) - len(match[0])].strip(), match[0]
    return value, ""


def _clauses(head: str) -> dict[str, list[str]]:
    """Words by the keyword they follow; a keyword inside a comment is none, unless the comment never ends."""
    found: dict[str, list[list[str]]] = {}
    words: list[str] = found.setdefault("", [[]])[0]
    balanced = head.count("(") == head.count(")")
    depth = 0
    for word in head.split():
        if depth <= 0 and word.lower() in _KEYWORDS:
            words = []
            found.setdefault(word.lower(), []).append(words)
            continue
        if balanced and ("(" in word or ")" in word):
            depth += word.count("(") - word.count(")")
        words.append(word)
    return {name: [" ".join(part) for part in parts if part] for name, parts in found.items()}


def _lone(parts: list[str]) -> str:
    """What stands before any keyword: qmail writes only a comment."""
    text = " ".join(parts)
    return text.strip("() ") if text.startswith("(") else ""


def moment_span(way: Iterable[Hop]) -> float:
    """Seconds from the earliest to the latest hop that has a time; 0 where that is not known."""
    times = [one.time for one in way if one.time is not None]
    return max(times[-1] - times[0], 0) if len(times) > 1 else 0
