"""Everything that a look-up of a domain can say, by code, and the answers of the tree that it gives."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from checker.domain.model import Connection, State
from checker.messages.bounce import Answer
from checker.messages.domain_dkim import MESSAGES as DKIM
from checker.messages.domain_dmarc import MESSAGES as DMARC
from checker.messages.domain_spf import MESSAGES as SPF
from checker.messages.said import Said
from checker.mx.receive import Known, Receiving
from checker.tree.choices import GATEWAYS, HOSTED, PRIVATE, WORK

MESSAGES: Mapping[str, Said] = MappingProxyType({**SPF, **DMARC, **DKIM})
"""What readers see, by the code of a finding."""

_CONNECTED: Mapping[State, str] = MappingProxyType(
    {
        State.CONNECTED: "connected",
        State.PARTLY: "not_connected",
        State.BROKEN: "not_connected",
        State.NOT_CONNECTED: "not_connected",
    }
)
_NAMED = frozenset(choice for choice, _ in (*PRIVATE, *HOSTED, *WORK))
_WORK = frozenset(choice for choice, _ in WORK)
_AT_HOME = frozenset(choice for choice, _ in (*PRIVATE, *HOSTED))
_GATEWAYS = frozenset(choice for choice, _ in GATEWAYS)


def sender_answers(connection: Connection | None) -> tuple[Answer, ...]:
    """Whether the domain is connected in HubSpot, for both of the questions that ask it."""
    option = _CONNECTED.get(connection.state) if connection else None
    if option is None:
        return ()
    return (Answer("domain_connected", option), Answer("many_domain", option))


def receiver_answers(found: Receiving) -> tuple[Answer, ...]:
    """Which system is used, and whether a filter stands in front of it; nothing that is a guess.

    Contacts, readers and administrators are asked in questions of their own.
    """
    if found.known not in (Known.BY_ADDRESS, Known.BY_HOST) or found.first is None:
        return ()
    gateway = _gateway(found)
    system = _system(found)
    answers = [Answer("contact_system", system)] if system else []
    if system != "private" and gateway:
        answers += [
            Answer(question, gateway) for question in ("contact_gateway", "find_gateway", "allow_gateway")
        ]
    if system in _WORK:
        answers += [Answer(question, system) for question in ("find_system", "allow_system", "work_system")]
    return (*answers, *_own_answers(found))


def _own_answers(found: Receiving) -> Iterator[Answer]:
    """What kind of address the reader has, and where; a domain at a host may be a company's or a person's."""
    option = mailbox_option(found)
    if option:
        yield Answer("mailbox", option)
    if option in _AT_HOME:
        yield Answer("private_system", option)
    if found.first is not None and found.first.kind == "mailbox":
        yield Answer("account", "private")
    elif found.has_gateway or option in _WORK:
        yield Answer("account", "work")


def mailbox_option(found: Receiving) -> str:
    """The option for the question where the reader's own mailbox is; empty where the tree has none."""
    reader = found.behind[0] if found.has_gateway and found.behind else found.first
    return reader.id if reader is not None and reader.id in _NAMED else ""


def _gateway(found: Receiving) -> str:
    """A filter that the tree knows by name, another one, or none; what only may be a filter is left open."""
    first = found.first
    if first is None or first.kind == "regional":
        return ""
    if first.kind == "gateway":
        return first.id if first.id in _GATEWAYS else "other"
    return "none" if first.kind == "suite" else ""


def _system(found: Receiving) -> str:
    first = found.behind[0] if found.has_gateway and found.behind else found.first
    if first is None or first.kind in ("gateway", "regional", "forwarding"):
        return ""
    if first.kind == "mailbox":
        return "private"
    return first.id if first.id in _WORK else "own_server"
