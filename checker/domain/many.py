"""Who receives for many domains: which questions to ask a resolver next, and what its answers say of each."""

from collections.abc import Iterable, Iterator, Mapping

from checker.contacts import held
from checker.contacts.model import Found, Looked
from checker.domain.ask import Ask, Asks, read_answer
from checker.lookup.model import Cause, RdType, query
from checker.lookup.names import to_domain
from checker.lookup.wire import to_url
from checker.mx.receive import Known, Receiving, read_receiving
from checker.tables.mx import Resolver, resolvers

BATCH = 40
"""Questions on their way at a time: few enough for a phone's line, and for progress to be seen."""
MOST = 2_000
"""Domains that one press of a button asks about."""
_FOUND = {
    Known.BY_ADDRESS: Found.NAMED,
    Known.BY_HOST: Found.NAMED,
    Known.OWN_HOST: Found.UNNAMED,
    Known.OTHER_HOST: Found.UNNAMED,
    # RFC 5321 section 5.1: without MX records the domain's own address is tried.
    Known.NO_MX: Found.UNNAMED,
    Known.TAKES_NONE: Found.TAKES_NONE,
    Known.NO_DOMAIN: Found.NO_DOMAIN,
    Known.FAILED: Found.FAILED,
}
_SILENT = frozenset({Cause.REFUSED, Cause.TIMEOUT, Cause.UNREACHABLE})


def step(resolver: str, answers: Mapping[str, str]) -> Asks | None:
    """Go one step on with the domains of the held list; None when there is nothing more to ask.

    Without answers it begins with those that are open. After a batch that nobody answered it stops.
    """
    chosen = resolvers().get(resolver)
    if chosen is None:
        return None
    if not answers:
        held.enqueue(askable(held.finish().unknown)[:MOST])
    told = understood(answers)
    held.take_in(told)
    asks = () if is_silent(told) else questions(held.next_up(BATCH), chosen)
    return Asks(asks, held.progress()[0]) if asks else None


def askable(domains: Iterable[str]) -> tuple[str, ...]:
    """Those that can be asked about; a list has anything in it."""
    return tuple(domain for domain in domains if to_domain(domain))


def questions(domains: Iterable[str], resolver: Resolver) -> tuple[Ask, ...]:
    """One question for each domain, and nothing but the domain in it."""
    return tuple(Ask(domain, to_url(query(to_domain(domain), RdType.MX), resolver.url)) for domain in domains)


def understood(answers: Mapping[str, str]) -> dict[str, Looked]:
    """What the answers to `questions` say, by domain."""
    return dict(_understood(answers))


def is_silent(answers: Mapping[str, Looked]) -> bool:
    """Whether a whole batch got no answer: then the resolver is at fault, and the rest is not asked."""
    return bool(answers) and all(
        one.found is Found.FAILED and one.cause in _SILENT for one in answers.values()
    )


def _understood(answers: Mapping[str, str]) -> Iterator[tuple[str, Looked]]:
    for domain, text in answers.items():
        name = to_domain(domain)
        if name:
            found = read_receiving(name, read_answer(query(name, RdType.MX), text))
            yield domain, looked(found)


def looked(receiving: Receiving) -> Looked:
    """What a list keeps of a look-up."""
    found = _FOUND[receiving.known]
    system = receiving.first.id if receiving.first else ""
    cause = receiving.cause if found is Found.FAILED and receiving.cause else ""
    return Looked(found, system, cause)
