"""Records that a reader pastes instead of having them looked up: lines of a zone file, or the values only."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from checker.domain.model import Subject
from checker.lookup.model import Answer, Mx, Query, RdType, Record, Reply, query
from checker.lookup.names import is_domain, to_ascii

_LONGEST = 100_000
_LINES = re.compile(r"[\r\n]+")
_QUOTED = re.compile(r'"([^"]*)"')
_VALUE = re.compile(r"(?:v\s*=\s*(?:spf|dmarc|dkim)|k\s*=\s*(?:rsa|ed25519)|p\s*=\s*[a-z0-9])", re.IGNORECASE)
_HOST = re.compile(r"[A-Za-z0-9._-]+")
_SELECTOR = "pasted"


@dataclass(frozen=True, slots=True)
class Pasted:
    """Replies that are known from what was pasted, and the subject with the selectors named there."""

    subject: Subject
    replies: Mapping[Query, Reply]


def read_paste(text: str, subject: Subject) -> Pasted:
    """Read what was pasted; lines that are no records are left out."""
    records: dict[Query, list[Record]] = {}
    selectors = list(subject.selectors)
    for line in _LINES.split(text[:_LONGEST]):
        for asked, record in _read_line(line, subject):
            records.setdefault(asked, []).append(record)
            label, domainkey, _ = asked.name.partition("._domainkey.")
            if domainkey and label not in selectors:
                selectors.append(label)
    replies = {asked: Answer(asked, tuple(found)) for asked, found in records.items()}
    return Pasted(replace(subject, selectors=tuple(selectors)), MappingProxyType(replies))


def _read_line(line: str, subject: Subject) -> Iterator[tuple[Query, Record]]:
    owner, value = _split(line)
    if value:
        name = _name(owner, value, subject)
        yield query(name, RdType.TXT), value
        return
    *before, preference, host = ("", "", *line.split())
    if preference.isascii() and preference.isdigit() and len(preference) < 6 and _is_host(host):
        domain = next((word.lower().removesuffix(".") for word in before if is_domain(to_ascii(word))), "")
        server = Mx(min(int(preference), 65535), to_ascii(host).removesuffix("."))
        yield query(domain or subject.domain, RdType.MX), server


def _is_host(text: str) -> bool:
    return text == "." or bool(_HOST.fullmatch(text) and not text.replace(".", "").isdigit())


def _split(line: str) -> tuple[str, str]:
    """The name that a line begins with, and its text; quoted strings are joined without blanks."""
    quoted = _QUOTED.findall(line)
    match = _VALUE.search(line)
    if quoted:
        value, before = "".join(quoted), line.split('"', 1)[0]
    elif match:
        value, before = line[match.start() :].strip(), line[: match.start()]
    else:
        value, before = "", line
    words = before.split()
    owner = words[0].lower().removesuffix(".") if words else ""
    return owner, value if _VALUE.search(value) else ""


def _name(owner: str, value: str, subject: Subject) -> str:
    """Where a text belongs: the owner says it, or the kind of record."""
    start = value[:16].lower().replace(" ", "")
    if "_domainkey" in owner:
        selector = owner.partition("._domainkey")[0]
        return f"{selector}._domainkey.{subject.author_domain}"
    if "_dmarc" in owner or "dmarc" in start:
        return f"_dmarc.{subject.author_domain}"
    if start.startswith("v=spf"):
        return owner if is_domain(owner) else subject.domain
    return f"{_SELECTOR}._domainkey.{subject.author_domain}"
