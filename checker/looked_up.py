"""Which answers of the tree a domain gives: who receives for it, or whether HubSpot signs for it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from checker.domain.ask import Asks, step_connection, step_receiving
from checker.domain.model import HUBSPOT, Connection, Subject
from checker.domain.subject import subject_of
from checker.evidence import LONGEST_QUOTE, Evidence, Given
from checker.lookup.model import Cause, Failure
from checker.messages.domain import receiver_answers, sender_answers
from checker.mx.receive import Known, Receiving, receiver_of_host
from checker.tree.definition import TREE
from checker.tree.model import Whose

_NOBODY: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Open:
    """No answer, and how far the look-up came; the domain is empty where none was written."""

    domain: str
    known: Known | None = None
    """None where it was not who receives that was looked up."""
    cause: Cause | None = None

    @property
    def can_be_asked(self) -> bool:
        """Whether somebody may know it who was not asked yet."""
        return self.cause is Cause.NOT_ASKED


def look_up(
    whose: Whose, fields: Mapping[str, str], resolver: str = "", answers: Mapping[str, str] = _NOBODY
) -> Asks | Evidence | Open:
    """Go one step on; without a resolver, only what is known by heart is answered."""
    subject = subject_of(fields)
    if not subject.domain:
        return Open("")
    if whose is Whose.SENDER:
        return _sender(subject, resolver, answers)
    found = step_receiving(subject.domain, resolver, answers)
    if isinstance(found, Asks):
        return found
    given = tuple(_of_receiving(found, whose))
    return Evidence(given) if given else Open(found.domain, found.known, found.cause)


def _sender(subject: Subject, resolver: str, answers: Mapping[str, str]) -> Asks | Evidence | Open:
    found = step_connection(subject, HUBSPOT, resolver, answers)
    if isinstance(found, Asks):
        return found
    connection, replies = found
    given = tuple(_of_connection(connection, subject.domain))
    if given:
        return Evidence(given, MappingProxyType({"sending_domain": subject.domain}))
    failed = (reply.cause for reply in replies if isinstance(reply, Failure) and not reply.is_void)
    return Open(subject.domain, cause=next(failed, None))


def _of_receiving(found: Receiving, whose: Whose) -> Iterable[Given]:
    """Each answer with the server that it rests on; what stands behind a filter rests on SPF."""
    host = next((one for one in found.hosts if receiver_of_host(one) is found.first), found.domain)
    for answer in receiver_answers(found):
        if TREE.question(answer.question).domain is not whose:
            continue
        behind = found.has_gateway and not answer.question.endswith(("gateway", "account"))
        tool = "address" if found.known is Known.BY_ADDRESS else "spf" if behind else "server"
        quote = host if tool == "server" else found.domain
        yield Given(answer.question, answer.option, tool, found.known, quote[:LONGEST_QUOTE])


def _of_connection(found: Connection | None, domain: str) -> Iterable[Given]:
    for answer in sender_answers(found):
        tool = "keys" if answer.option == "connected" else "no_keys"
        yield Given(answer.question, answer.option, tool, found.state if found else "", domain)
