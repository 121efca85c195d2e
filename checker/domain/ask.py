"""The report as a dialogue without a network: questions go out and answers come in, until it is done.

Each step runs the evaluators anew on all the answers so far, so nothing has to be kept between two steps.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from checker.dkim.verify import Verification, look_up_and_verify
from checker.domain.model import Connection, SenderReport, Subject
from checker.domain.paste import read_paste
from checker.domain.report import report
from checker.domain.sending import connection_to
from checker.lookup.model import Cause, Failure, Lookup, Query, RdType, Reply, query
from checker.lookup.session import Session
from checker.lookup.wire import from_base64, to_url
from checker.mx.receive import Receiving, receiving
from checker.tables.mx import Resolver, resolvers

_BASE64 = "base64:"
_STATUS = "status:"
# RFC 9110: these statuses say that the resolver will not answer us; any other, that it cannot now.
_REFUSING = frozenset({"400", "401", "403", "404", "405", "406", "415", "429", "451"})


@dataclass(frozen=True, slots=True)
class Ask:
    """One question: the key under which its answer comes back, and the address that gives it."""

    key: str
    url: str


@dataclass(frozen=True, slots=True)
class Asks:
    """Every question that is open now, and how many have been answered."""

    asks: tuple[Ask, ...]
    answered: int


def step(
    subject: Subject, resolver: str, answers: Mapping[str, str], pasted: str = ""
) -> Asks | SenderReport:
    """Go one step on with the report; the resolver is an id of the table, or empty: then nobody is asked."""
    given = read_paste(pasted, subject)
    return _advance(report(given.subject), given.replies, resolver, answers)


def step_receiving(
    domain: str, resolver: str, answers: Mapping[str, str], pasted: str = ""
) -> Asks | Receiving:
    """The same for the question who receives for a domain."""
    given = read_paste(pasted, Subject(domain))
    return _advance(receiving(domain), given.replies, resolver, answers)


def step_connection(
    subject: Subject, platform: str, resolver: str, answers: Mapping[str, str]
) -> Asks | tuple[Connection | None, tuple[Reply, ...]]:
    """The same for the question whether a platform is connected; None where it does not show."""
    return _advance(connection_to(subject, platform), {}, resolver, answers)


def step_signatures(
    message: bytes, resolver: str, answers: Mapping[str, str]
) -> Asks | tuple[Verification, ...]:
    """The same for the signatures of a whole e-mail."""
    return _advance(look_up_and_verify(message), {}, resolver, answers)


def _advance[T](
    lookup: Lookup[T], known: Mapping[Query, Reply], resolver: str, answers: Mapping[str, str]
) -> Asks | T:
    session = Session(lookup, {**dict(_replies(answers)), **known})
    chosen = resolvers().get(resolver)
    while open_queries := session.advance():
        if chosen is not None:
            return Asks(tuple(_asks(open_queries, chosen)), session.count - len(open_queries))
        for asked in open_queries:
            session.supply(asked, Failure(asked, Cause.NOT_ASKED))
    return session.result


def _asks(queries: tuple[Query, ...], resolver: Resolver) -> Iterator[Ask]:
    for asked in queries:
        yield Ask(str(asked), to_url(asked, resolver.url))


def _replies(answers: Mapping[str, str]) -> Iterator[tuple[Query, Reply]]:
    for key, text in answers.items():
        name, _, kind = key.rpartition(" ")
        if kind in RdType:
            asked = query(name, RdType(kind))
            yield asked, read_answer(asked, text)


def read_answer(asked: Query, text: str) -> Reply:
    """An answer as the page gives it: base64 of the message, a status of HTTP, or a word for the failure."""
    if text.startswith(_BASE64):
        return from_base64(asked, text[len(_BASE64) :])
    if text.startswith(_STATUS):
        refused = text[len(_STATUS) :] in _REFUSING
        return Failure(asked, Cause.REFUSED if refused else Cause.UNREACHABLE)
    return Failure(asked, Cause.TIMEOUT if text == "timeout" else Cause.UNREACHABLE)
