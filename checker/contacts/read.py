"""Counting a list: pieces in, counts out. Rows are never kept, so a million of them need no more memory."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from checker.contacts.layout import Layout, Said, say
from checker.contacts.model import (
    FAILED,
    STATUSES,
    Code,
    Found,
    Group,
    Kept,
    Kind,
    Looked,
    ReasonCount,
    Result,
    Status,
    SystemOf,
)
from checker.contacts.pattern import in_common, quiet
from checker.contacts.rows import Row
from checker.contacts.stream import Stream
from checker.findings import Finding
from checker.tables.load import systems

MOST_DOMAINS = 50_000
MOST_REASONS = 500
MOST_KEPT = 20_000
"""Addresses of those not reached that are kept for whoever asks for them."""
_MOST_ROWS_REMEMBERED = 20_000
_LONGEST_DOMAIN = 253
_LONGEST_REASON = 300
_OPENED = len(STATUSES)
_LONGEST_ADDRESS = 320
_INDEX = {status: number for number, status in enumerate(STATUSES)}
_NOTHING_LOOKED: Mapping[str, Looked] = MappingProxyType({})
_NOTHING_SAID = Said(Status.UNKNOWN, "", opened=False)

type Counts = list[int]
"""One number for each status, then how many were opened."""


def unknown_system(_domain: str) -> str | None:
    """Know no system: the list is then told by organisation alone."""
    return None


class Reader:
    """Push a list in with `feed`, in pieces of any size, and take the result with `finish`."""

    def __init__(self, system_of: SystemOf = unknown_system, most_domains: int = MOST_DOMAINS) -> None:
        self._system_of = system_of
        self._most_domains = most_domains
        self._stream = Stream()
        self._domains: dict[str, Counts] = {}
        self._others: Counts = _zeros()
        self._left_out = 0
        self._without = 0
        self._reasons: dict[tuple[Status, str], int] = {}
        self._said: dict[tuple[str, ...], Said] = {}
        self._kept: list[Kept] = []
        self.rows = 0
        self._finished = False

    def feed(self, chunk: bytes | str) -> None:
        """Read a piece; never raises."""
        self._count(self._stream.feed(chunk))

    def finish(self, looked: Mapping[str, Looked] = _NOTHING_LOOKED) -> Result:
        """Read what is left and put it together with what has been looked up; it may be asked again."""
        if not self._finished:
            self._count(self._stream.feed("", last=True))
            self._finished = True
        kind = self._kind()
        return self._result(looked) if kind is Kind.LIST else Result(kind)

    def _kind(self) -> Kind:
        if self._stream.kind is not Kind.LIST:
            return self._stream.kind
        if self._stream.layout and (self._domains or self._left_out):
            return Kind.LIST
        return Kind.NO_ADDRESSES if self._stream.seen else Kind.EMPTY

    def _count(self, rows: Sequence[Row]) -> None:
        layout = self._stream.layout
        if layout is None:
            return
        said_of = self._said_of(layout)
        for row in rows:
            counts = self._domain(row, layout.address)
            if counts is None:
                continue
            said = said_of(row)
            counts[_INDEX[said.status]] += 1
            counts[_OPENED] += said.opened
            if said.status in FAILED and len(self._kept) < MOST_KEPT:
                self._keep(row[layout.address], said)
        self.rows += len(rows)

    def _keep(self, address: str, said: Said) -> None:
        cell = address.strip()[:_LONGEST_ADDRESS]
        self._kept.append(Kept(cell, domain_of(cell), said.status, said.reason[:_LONGEST_REASON]))

    def _domain(self, row: Row, column: int) -> Counts | None:
        """The counts of the address's domain; a list with too many domains has the rest counted together."""
        address = row[column] if column < len(row) else ""
        domain = domain_of(address)
        counts = self._domains.get(domain)
        if counts is not None:
            return counts
        if not domain or len(domain) > _LONGEST_DOMAIN or " " in domain:
            self._without += 1
            return None
        if len(self._domains) >= self._most_domains:
            self._left_out += 1
            return self._others
        return self._domains.setdefault(domain, _zeros())

    def _said_of(self, layout: Layout) -> Callable[[Row], Said]:
        """Rows that say the same are understood once; a list has few ways to say it."""
        columns = [(role, column) for role, numbers in layout.roles.items() for column in numbers]
        if not columns:
            return lambda _row: _NOTHING_SAID
        numbers, roles = [column for _, column in columns], [role for role, _ in columns]
        width = layout.width + 1

        def said_of(row: Row) -> Said:
            if len(row) < width:
                row = [*row, *[""] * (width - len(row))]
            cells = tuple([row[number] for number in numbers])
            said = self._said.get(cells) or self._understand(cells, roles)
            if said.reason:
                self._reason(said)
            return said

        return said_of

    def _understand(self, cells: tuple[str, ...], roles: Sequence[str]) -> Said:
        by_role: dict[str, list[str]] = {}
        for role, cell in zip(roles, cells, strict=True):
            by_role.setdefault(role, []).append(cell)
        said = say(by_role)
        if len(self._said) < _MOST_ROWS_REMEMBERED and sum(map(len, cells)) < _LONGEST_REASON:
            self._said[cells] = said
        return said

    def _reason(self, said: Said) -> None:
        key = (said.status, said.reason[:_LONGEST_REASON])
        if key in self._reasons or len(self._reasons) < MOST_REASONS:
            self._reasons[key] = self._reasons.get(key, 0) + 1
        else:
            other = (said.status, "")
            self._reasons[other] = self._reasons.get(other, 0) + 1

    def _result(self, looked: Mapping[str, Looked]) -> Result:
        known = {domain: self._system_of(domain) for domain in self._domains}
        by_system = self._by_system(
            {domain: known[domain] or _system(looked.get(domain)) for domain in known}
        )
        private = {name for name, system in systems().items() if system.kind == "mailbox"}
        organisations = [
            _group(domain, self._domains[domain]) for domain in known if known[domain] not in private
        ]
        everyone = _group("", _sum([*self._domains.values(), self._others]))
        layout = self._stream.layout
        tells = layout is not None and layout.tells_status
        return Result(
            Kind.LIST,
            everyone,
            self._reason_counts(),
            _ordered(by_system),
            _ordered(organisations),
            _group("", _sum([self._domains[domain] for domain in known if known[domain] in private])),
            _group("", self._others),
            in_common(everyone, organisations, by_system, tells_status=tells),
            quiet(everyone, organisations),
            _open(organisations, known, looked),
            tuple(self._findings()),
            tuple(self._kept),
            looked,
        )

    def _by_system(self, known: dict[str, str | None]) -> list[Group]:
        counts: dict[str, Counts] = {}
        for domain, system in known.items():
            if system is not None:
                counts[system] = _sum([counts.get(system, _zeros()), self._domains[domain]])
        return [_group(system, one) for system, one in counts.items()]

    def _reason_counts(self) -> tuple[ReasonCount, ...]:
        counts = [ReasonCount(status, text, count) for (status, text), count in self._reasons.items()]
        return tuple(sorted(counts, key=lambda one: (-one.count, one.status, one.text)))

    def _findings(self) -> list[Finding]:
        layout, decoder = self._stream.layout, self._stream.decoder
        found = (
            (decoder.encoding != "utf-8", Code.ENCODING, decoder.encoding),
            (layout is not None and not layout.heading, Code.NO_HEADING, ""),
            (layout is not None and not layout.tells_status, Code.NO_STATUS, ""),
            (self._stream.rows.broken, Code.BROKEN_QUOTE, str(self._stream.rows.broken)),
            (self._without, Code.WITHOUT_ADDRESS, str(self._without)),
            (self._left_out, Code.MORE_DOMAINS, str(self._left_out)),
            (len(self._reasons) > MOST_REASONS, Code.MORE_REASONS, str(MOST_REASONS)),
        )
        return [Finding(code, {"value": value}) for holds, code, value in found if holds]


def domain_of(address: str) -> str:
    """What stands after the @, without the brackets of `Name <address>`; empty where there is no @."""
    return address.rpartition("@")[2].strip(" \t>\"').;,").lower() if "@" in address else ""


def _system(looked: Looked | None) -> str | None:
    return looked.system if looked is not None and looked.found is Found.NAMED else None


def _open(
    organisations: Sequence[Group], known: Mapping[str, str | None], looked: Mapping[str, Looked]
) -> tuple[str, ...]:
    """The domains that nobody has answered for yet."""
    unanswered = (
        group.id
        for group in _ordered(organisations)
        if known[group.id] is None and (group.id not in looked or looked[group.id].found is Found.FAILED)
    )
    return tuple(unanswered)


def _zeros() -> Counts:
    return [0] * (len(STATUSES) + 1)


def _sum(counts: Sequence[Counts]) -> Counts:
    return [sum(column) for column in zip(_zeros(), *counts, strict=True)]


def _group(name: str, counts: Counts) -> Group:
    return Group(name, tuple(counts[:_OPENED]), counts[_OPENED])


def _ordered(groups: Sequence[Group]) -> tuple[Group, ...]:
    return tuple(sorted(groups, key=lambda group: (-group.failed, -group.total, group.id)))
