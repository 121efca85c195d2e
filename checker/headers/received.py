"""Received fields: the clauses, the date, and how long each hop took."""

import re
from collections.abc import Iterable, Iterator, Sequence

from checker.headers.dates import seconds
from checker.headers.model import Field, Hop

_KEYWORDS = frozenset(("from", "by", "with", "id", "via", "for"))
_NO_SEMICOLON = re.compile(
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),?[ ]{1,3}\d{1,2} [A-Z][a-z]{2} \d{2,4} \d{1,2}:\d\d.{0,60}"
    r"|(?<!\d)\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d.{0,40})$"
)
_ENVELOPE = re.compile(r"[Ee]nvelope-(?i:from)[ =]{1,2}<?([^\s<>()]{0,320})>?")
_WORD = r"(?!(?=[bfivwBFIVW])(?i:from|by|via|with|id|for)(?:[ ]|$))[^\s();]++"
_COMMENT = r"\([^()]*+(?:\([^()]*+\)[^()]*+)*+\)"
_CLAUSE = rf"{_WORD}(?: (?:{_WORD}|{_COMMENT}))*+"
_USUAL = re.compile(
    rf"(?:from (?!<)({_CLAUSE}) )?by ({_CLAUSE})(?: with ({_CLAUSE}))?"
    rf"(?: id ({_CLAUSE}))?(?: via ({_CLAUSE}))?(?: for ({_CLAUSE}))? ?; ?([^;]*+)"
)
"""What most servers write; anything else is read word by word."""
_LONGEST = 4000
_TAIL = 100


class Chain(Sequence[Hop]):
    """The Received fields in the order in which they stand; each is taken apart when it is asked for."""

    def __init__(self, fields: Sequence[Field]) -> None:
        self._fields = fields
        self._hops: dict[int, Hop] = {}

    def __len__(self) -> int:
        return len(self._fields)

    def __getitem__(self, at: int) -> Hop:  # type: ignore[override]  # nobody asks for a slice
        found = self._hops.get(at)
        if found is None:
            field = self._fields[at]
            found = self._hops[at] = clauses(field.value, field.line)
        return found


def newest_first(fields: Iterable[Field]) -> Chain:
    """Every Received field as a hop, not dated yet."""
    return Chain([field for field in fields if field.key == "received"])


def travelled(newest: Sequence[Hop]) -> tuple[Hop, ...]:
    """The hops in the order in which the e-mail travelled, with their times and how long each took."""
    found: list[Hop] = []
    before: float | None = None
    for one in reversed(newest):
        time = seconds(one.date)
        delay = None if time is None or before is None else time - before
        found.append(one._replace(time=time, delay=delay))
        before = before if time is None else time
    return tuple(found)


def hop(value: str, line: int = 0) -> Hop:
    """Take one value apart (RFC 5321 section 4.4, and what servers write instead), its date as well."""
    found = clauses(value, line)
    return found._replace(time=seconds(found.date))


def clauses(value: str, line: int = 0) -> Hop:
    """Take one value apart, and leave the date as it is written."""
    value = value[:_LONGEST]
    usual = _USUAL.fullmatch(value) if value.isprintable() and "  " not in value else None
    if usual:
        from_, by, with_, id_, via, for_, date = usual.groups("")
    else:
        head, date = _split(value)
        from_, by, with_, id_, via, for_ = _by_keyword(head)
    envelope = _ENVELOPE.search(value) if "nvelope-" in value else None
    return Hop(from_, by, with_, id_, via, for_, envelope[1] if envelope else "", date, None, None, line)


def _by_keyword(head: str) -> Iterator[str]:
    found = _clauses(head)
    yield "; ".join([part for part in found.get("from", []) if not part.startswith("<")])
    yield "; ".join(found.get("by", [])) or _lone(found.get("", []))
    yield from ("; ".join(found.get(name, [])) for name in ("with", "id", "via", "for"))


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
