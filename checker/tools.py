"""What each tool makes of what it is given: one function for the page and for the command line.

What only one tool needs is imported inside its function: the first step of the checker must not wait for it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol

from checker.render.context import Context

if TYPE_CHECKING:
    from checker.render.report import Report

_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Given:
    """What was pasted or read from a file, the other fields, and what servers have answered so far."""

    source: str | bytes
    fields: Mapping[str, str] = _NOTHING
    answers: Mapping[str, str] = _NOTHING


@dataclass(frozen=True, slots=True)
class Result:
    """What was read: as data, as a report, and whether there was anything to read."""

    data: Any
    report: "Report"
    read: bool


@dataclass(frozen=True, slots=True)
class Pending:
    """What must be asked before there is a result: addresses by their keys, and what to tell meanwhile."""

    asks: tuple[tuple[str, str], ...]
    status: str


class LostError(LookupError):
    """What was fed before is gone with the worker that held it; the page feeds it again."""


type Tool = Callable[[Given, Context], Result | Pending]


class Feed(Protocol):
    """Takes a piece, the first of a file or a following one, and returns how far it has come."""

    def __call__(self, piece: str | bytes, *, begin: bool) -> int:
        """Take it."""


def bounce(given: Given, context: Context) -> Result:
    """Say why an e-mail came back."""
    from checker.render.bounce import report
    from checker.smtp.model import Kind
    from checker.smtp.read import read

    found = read(given.source)
    return Result(found, report(found, context), found.kind is not Kind.NOT_A_BOUNCE)


def headers(given: Given, context: Context) -> Result:
    """Say where an e-mail went, who decided, and how it came."""
    from checker.headers.read import read
    from checker.render.headers import report

    key = given.fields.get("key", "").strip()
    found = read(given.source, {"": key} if key else {})
    return Result(found, report(found, context), found.fault is None)


def domain(given: Given, context: Context) -> Result | Pending:
    """Look up who sends and receives for a domain; the button that was pressed names who is asked."""
    from checker.domain.ask import Asks, step, step_receiving
    from checker.domain.model import SenderReport
    from checker.domain.subject import subject_of
    from checker.render.domain import nothing, report
    from checker.render.domain_receiver import receiver_report
    from checker.render.domain_words import ASKING

    fields = given.fields
    subject = subject_of(fields)
    if not subject.domain:
        return Result({}, nothing(fields.get("domain", ""), context), read=False)
    resolver, records = fields.get("button", ""), fields.get("records", "")
    receives = fields.get("want") == "receiver"
    found = (
        step_receiving(subject.domain, resolver, given.answers, records)
        if receives
        else step(subject, resolver, given.answers, records)
    )
    if isinstance(found, Asks):
        asks = tuple((ask.key, ask.url) for ask in found.asks)
        return Pending(asks, context.t(ASKING, count=found.answered))
    if isinstance(found, SenderReport):
        return Result(found, report(found, context), found.silence is None)
    return Result(found, receiver_report(found, context), found.cause is None)


def allowlist(given: Given, context: Context) -> Result:
    """Write a list of addresses in a mail system's own form."""
    from checker.allowlist.kit import Asked, build
    from checker.render.allowlist import kit

    fields = given.fields
    asked = Asked(
        _text(given.source),
        domain=fields.get("domain", ""),
        system=fields.get("system", ""),
        gateway=fields.get("gateway", ""),
        spf=fields.get("spf", ""),
        note=fields.get("why", ""),
        shared=fields.get("shared") != "no",
        review=_day(fields.get("review", "")),
    )
    found = build(asked, _day(fields.get("today", "")) or datetime.now(UTC).date())
    return Result(found, kit(found, context), bool(len(found.entries) or found.wish.domain))


def contacts(given: Given, context: Context) -> Result | Pending:
    """Count a list of recipients, fed piece by piece or given whole; a button may look up its domains."""
    from checker.contacts import held
    from checker.contacts.model import Kind
    from checker.domain.many import step
    from checker.render.contacts import reading
    from checker.render.words_lists import ASK_BUTTON, ASKING_FOR

    button = given.fields.get("button", "")
    if given.fields.get("fed") != "yes":
        held.feed(given.source, begin=True)
    elif not held.holds():
        raise LostError
    asks = step(button.removeprefix(ASK_BUTTON), given.answers) if button.startswith(ASK_BUTTON) else None
    if asks is not None:
        done, count = held.progress()
        return Pending(
            tuple((ask.key, ask.url) for ask in asks.asks), context.t(ASKING_FOR, done=done, count=count)
        )
    found = held.finish()
    asked = button == "addresses"
    data = found if asked else replace(found, kept=())
    return Result(data, reading(found, context, with_addresses=asked), found.kind is Kind.LIST)


def feed_contacts(piece: str | bytes, *, begin: bool) -> int:
    """Take a piece of a list and say how many rows have been counted so far."""
    from checker.contacts import held

    if not begin and not held.holds():
        raise LostError
    return held.feed(piece, begin=begin)


def system(given: Given, context: Context) -> Result:
    """Say how to find, release and allow e-mail in one mail system."""
    from checker.render.systems import find_system, system_report, unknown_system

    name = _text(given.source)
    found = find_system(name)
    if found is None:
        return Result({"name": name}, unknown_system(name, context), read=False)
    return Result(found, system_report(found, context), read=True)


def _text(source: str | bytes) -> str:
    return source if isinstance(source, str) else source.decode("utf-8", "replace")


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


TOOLS: Mapping[str, Tool] = MappingProxyType(
    {
        "bounce": bounce,
        "headers": headers,
        "domain": domain,
        "allowlist": allowlist,
        "contacts": contacts,
        "system": system,
    }
)
FEEDS: Mapping[str, Feed] = MappingProxyType({"contacts": feed_contacts})
"""Tools that take a file piece by piece."""
