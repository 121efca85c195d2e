"""The whole kit: what was pasted in, every way to let the sender through out, the least risk first."""

from dataclasses import dataclass
from datetime import date, timedelta

from checker.allowlist.domain import read_domain
from checker.allowlist.model import Entries, Output, Wish
from checker.allowlist.read import read_list
from checker.allowlist.spf import compare
from checker.allowlist.write import write
from checker.findings import Finding
from checker.tables.allow import Format, for_system, formats

REVIEW_DAYS = 90
PLAIN = ("plain", "csv")


@dataclass(frozen=True, slots=True)
class Asked:
    """What was filled in, as text; `system` and `gateway` are ids of systems.toml, or empty."""

    addresses: str = ""
    domain: str = ""
    system: str = ""
    gateway: str = ""
    spf: str = ""
    note: str = ""
    shared: bool = True
    review: date | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One way, and what it comes to with these addresses."""

    row: Format
    output: Output


@dataclass(frozen=True, slots=True)
class Kit:
    """Everything there is to show; `domain_read` is false where something was typed that is no domain."""

    wish: Wish
    choices: tuple[Choice, ...]
    compared: tuple[Finding, ...]
    review: date
    made: date
    domain_read: bool
    gateway: str = ""

    @property
    def entries(self) -> Entries:
        """The networks that were read."""
        return self.wish.entries


def build(asked: Asked, today: date) -> Kit:
    """Read, compare and write; a way that comes to nothing is left out, what has no place is named."""
    entries = read_list(asked.addresses)
    domain = read_domain(asked.domain)
    review = asked.review or today + timedelta(days=REVIEW_DAYS)
    wish = Wish(entries, domain, asked.shared, asked.note, review)
    compared = compare(entries, asked.spf) if asked.spf.strip() and asked.addresses.strip() else ()
    rows = _rows(asked.system, asked.gateway)
    choices = tuple(
        Choice(row, output) for row in rows if (output := write(wish, row.id)).parts or output.refused
    )
    return Kit(
        wish, choices, compared, review, today, bool(domain) or not asked.domain.strip(), asked.gateway
    )


def _rows(system: str, gateway: str) -> tuple[Format, ...]:
    """The gateway before the system behind it, addresses after all else, a plain list for everybody."""
    before = for_system(gateway) if gateway else ()
    own = for_system(system, behind=bool(gateway)) if system else ()
    plain = tuple(formats()[name] for name in PLAIN)
    fit = [row for row in own if not gateway or row.matches != "connection" or row.only_behind]
    ways = sorted((*before, *fit), key=lambda row: row.by in {"ip", "both"})
    return (*ways, *plain)
