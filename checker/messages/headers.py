"""Everything that headers can say, by code, and the answers of the tree that it gives."""

from collections.abc import Mapping
from types import MappingProxyType

from checker.headers.codes import Code
from checker.messages.bounce import Answer
from checker.messages.headers_authentication import NOTES as AUTHENTICATION
from checker.messages.headers_note import Note
from checker.messages.headers_reading import NOTES as READING
from checker.messages.headers_sender import NOTES as SENDER
from checker.messages.headers_verdict import NOTES as VERDICT

FINDINGS: Mapping[Code, Note] = MappingProxyType({**VERDICT, **AUTHENTICATION, **SENDER, **READING})
"""The words of each finding."""


def _system(option: str, *, private: bool) -> tuple[Answer, ...]:
    answers = (Answer("mailbox", option), Answer("contact_system", "private" if private else option))
    if private:
        return (*answers, Answer("account", "private"), Answer("private_system", option))
    return (*answers, Answer("account", "work"), Answer("work_system", option))


_GATEWAYS = ("proofpoint", "mimecast", "barracuda", "trendmicro", "cisco", "hornet", "sophos", "other")
_PRIVATE = ("gmail", "outlook_com", "icloud", "yahoo", "proton", "domeneshop", "onecom")

ANSWERS: Mapping[str, tuple[Answer, ...]] = MappingProxyType(
    {
        "HEADERS_PLACE_JUNK": (Answer("contact_looked", "junk_found"), Answer("junk", "found")),
        "HEADERS_PLACE_OWN_RULE": (Answer("junk", "empty"), Answer("elsewhere", "found")),
        "HEADERS_PLACE_QUARANTINE": (
            Answer("contact_looked", "junk_empty"),
            Answer("junk", "empty"),
            Answer("elsewhere", "nowhere"),
        ),
        "HEADERS_SYSTEM_M365": _system("m365", private=False),
        Code.DOMAIN_CONNECTED.value: (Answer("domain_connected", "connected"),),
        Code.DOMAIN_NOT_CONNECTED.value: (Answer("domain_connected", "not_connected"),),
        **{f"HEADERS_SYSTEM_{option.upper()}": _system(option, private=True) for option in _PRIVATE},
        **{f"HEADERS_GATEWAY_{option.upper()}": (Answer("contact_gateway", option),) for option in _GATEWAYS},
    }
)
"""Which answers of the tree a finding gives, by its code."""
