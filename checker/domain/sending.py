"""Which platforms send for a domain, and whether their keys are there."""

from collections.abc import Iterable, Mapping, Sequence

from checker.dkim.lint import key_of, lint_key
from checker.domain.model import Connection, Key, State, Subject
from checker.lookup.ask import ask, together
from checker.lookup.model import Answer, Failure, Lookup, RdType, Reply, is_askable
from checker.lookup.names import is_within
from checker.spf.model import Mechanism, Problem
from checker.spf.parse import is_spf, parse_record
from checker.spf.survey import Survey, survey
from checker.tables.mx import Platform, platforms

_LEADING_ON = (Mechanism.INCLUDE, Mechanism.REDIRECT)
MOST_SELECTORS = 8
"""That a reader may name."""


def ask_keys(domain: str, selectors: Mapping[str, str]) -> Lookup[tuple[Key, ...]]:
    """Look up each selector; the mapping gives the platform's id by selector."""
    return (yield from together(*(_ask_key(domain, name, owner) for name, owner in selectors.items())))


def _ask_key(domain: str, selector: str, platform: str) -> Lookup[Key]:
    reply = yield from ask(f"{selector}._domainkey.{domain}", RdType.TXT)
    return Key(selector, reply, key_of(reply), lint_key(selector, reply), platform)


def fixed_selectors(subject: Subject) -> dict[str, str]:
    """The selectors that can be tried at once: those of the table, and those that the reader named."""
    named = {name.lower(): "" for name in subject.selectors if is_askable(name)}
    known = {
        selector.name: platform.id
        for platform in platforms().values()
        for selector in platform.selectors
        if "{account}" not in selector.name
    }
    numbered = _numbered(subject.account) if subject.account else {}
    return dict(list(named.items())[:MOST_SELECTORS]) | known | numbered


def numbered_selectors(survey: Survey, asked: Iterable[str]) -> dict[str, str]:
    """The selectors with a customer's number, which stands in front of the SPF include."""
    numbers = dict.fromkeys(
        account for platform in platforms().values() if (account := account_of(platform, survey))
    )
    found: dict[str, str] = {}
    for number in numbers:
        found |= _numbered(number)
    return {name: owner for name, owner in found.items() if name not in set(asked)}


def _numbered(account: str) -> dict[str, str]:
    return {
        selector.name.format(account=account): platform.id
        for platform in platforms().values()
        for selector in platform.selectors
        if "{account}" in selector.name
    }


def account_of(platform: Platform, survey: Survey) -> str:
    """The customer's number in the SPF include of a platform that has one there."""
    for target in _targets(survey):
        label, _, rest = target.partition(".")
        if platform.account and label.isascii() and label.isdigit() and is_within(rest, platform.account):
            return label
    return ""


def connections(subject: Subject, survey: Survey, keys: Sequence[Key]) -> tuple[Connection, ...]:
    """Every platform that the SPF record names, that has a key there, or that the reader has a number at."""
    targets = tuple(_targets(survey))
    found = (_connection(platform, subject, survey, targets, keys) for platform in platforms().values())
    return tuple(one for one in found if one is not None)


def connection_to(subject: Subject, platform: str) -> Lookup[tuple[Connection | None, tuple[Reply, ...]]]:
    """Whether one platform is connected, and the replies it rests on; no more is asked than that takes."""
    tree = yield from survey(subject.domain)
    owners = (_numbered(subject.account) if subject.account else {}) | numbered_selectors(tree, ())
    names = {name: owner for name, owner in owners.items() if owner == platform}
    keys = yield from ask_keys(subject.domain, names)
    found = connections(subject, tree, keys)
    replies = tuple(reply for reply in (tree.root.reply, *(key.reply for key in keys)) if reply is not None)
    return next((one for one in found if one.platform.id == platform), None), replies


def _connection(
    platform: Platform, subject: Subject, survey: Survey, targets: Sequence[str], keys: Sequence[Key]
) -> Connection | None:
    in_spf = any(is_within(target, end) for target in targets for end in platform.spf)
    account = (subject.account or account_of(platform, survey)) if platform.account else ""
    own = tuple(key for key in keys if key.platform == platform.id and _is_of(platform, key))
    if not (in_spf or account or any(key.is_there for key in own)):
        return None
    return Connection(platform, _state(platform, own), in_spf, own, account)


def _is_of(platform: Platform, key: Key) -> bool:
    """Say whether the alias, where there is one, leads to the platform: others use the same selectors."""
    if not key.reply.aliases:
        return True
    ends = [selector.target for selector in platform.selectors if selector.target]
    return not ends or any(is_within(alias, end) for alias in key.reply.aliases for end in ends)


def _state(platform: Platform, keys: Sequence[Key]) -> State:
    if not keys:
        return State.UNSEEN
    if any(isinstance(key.reply, Failure) and not key.reply.is_void for key in keys):
        return State.UNKNOWN
    usable = [key for key in keys if key.is_usable]
    there = [key for key in keys if key.is_there]
    if not usable:
        return State.BROKEN if there else State.NOT_CONNECTED
    # Only HubSpot's two are a pair: of the others' selectors, one in use is enough.
    return State.PARTLY if platform.account and len(usable) < len(keys) else State.CONNECTED


def _targets(survey: Survey) -> Iterable[str]:
    """The names that the tree of SPF records includes or redirects to, of several records too."""
    for branch in survey.root.walk():
        if branch.term is not None and branch.term.mechanism in _LEADING_ON:
            yield branch.domain
    reply = survey.root.reply
    if survey.root.problem is Problem.SEVERAL_RECORDS and isinstance(reply, Answer):
        for record in (parse_record(text) for text in reply.texts if is_spf(text)):
            yield from (term.domain.lower() for term in record.terms if term.mechanism in _LEADING_ON)
