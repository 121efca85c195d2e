"""The table at the top of Gmail's page "Show original", in any language of the page."""

import re

from checker.headers.model import Property, Result, Summary

_ROW = re.compile(
    r"\s*(SPF|DKIM|DMARC|ARC)\s?:?[\t ]{1,8}['\u2018\"]?"
    r"(PASS|FAIL|SOFTFAIL|NEUTRAL|NONE|TEMPERROR|PERMERROR|BESTGUESSPASS)\b['\u2019\"]?(.{0,300})"
)
_DOMAIN = re.compile(r"(?<![\w.-])([A-Za-z0-9_-]{1,63}(?:\.[A-Za-z0-9_-]{1,63}){1,8})(?![\w-])")
_ADDRESS = re.compile(r"(?<![\w.:])([0-9a-fA-F]{0,4}(?:[:.][0-9a-fA-F]{0,4}){2,8})(?![\w:])")
_AFTER = re.compile(r"\([^()\d]{0,60}(\d{1,6})\s([A-Za-z]{1,12})[^()]{0,40}\)")
_ID = re.compile(r"<[^<>\s]{1,200}@[^<>\s]{1,200}>")
_FROM = frozenset(["from", "fra", "von", "de", "van", "från", "da", "lähettäjä"])
_SUBJECT = frozenset(
    ["subject", "emne", "betreff", "objet", "onderwerp", "ämne", "oggetto", "asunto", "assunto", "aihe"]
)
_UNITS = {"s": 1, "m": 60, "h": 3600, "t": 3600}
_LOOKED_AT = 60


def read_summary(lines: list[str]) -> tuple[Summary, int] | None:
    """The table and the number of the line after it, or nothing where this is not that page."""
    found: dict[int, re.Match[str]] = {}
    for number, line in enumerate(lines[:_LOOKED_AT]):
        match = _ROW.match(line[:400])
        if match:
            found[number] = match
        elif len(found) > 0 and number > max(found) + 4:
            break
    if not found:
        return None
    first, last = min(found), max(found)
    top = lines[:first]
    summary = Summary(
        message_id=_first(_ID, top),
        from_=_cell(top, _FROM),
        subject=_cell(top, _SUBJECT),
        seconds=_seconds(top),
        results=tuple(_result(match) for match in found.values()),
        line=first + 1,
    )
    return summary, last + 1


def _result(match: re.Match[str]) -> Result:
    method, result, rest = match[1].lower(), match[2].lower(), match[3]
    if method == "spf":
        address = _ADDRESS.search(rest)
        properties = (Property("", "ip", address[1]),) if address else ()
    else:
        domain = _DOMAIN.search(rest)
        name = "d" if method == "dkim" else "from"
        properties = (Property("header", name, domain[1].lower()),) if domain else ()
    return Result(method, result, properties=properties)


def _first(form: re.Pattern[str], lines: list[str]) -> str:
    return next((match[0] for match in map(form.search, lines) if match), "")


def _cell(lines: list[str], labels: frozenset[str]) -> str:
    for line in lines:
        label, _, value = line.strip().partition("\t" if "\t" in line.strip() else ":")
        if label.strip().rstrip(":").lower() in labels:
            return value.strip()
    return ""


def _seconds(lines: list[str]) -> int:
    for line in lines:
        match = _AFTER.search(line[:400])
        if match:
            return int(match[1]) * _UNITS.get(match[2][0].lower(), 1)
    return -1
