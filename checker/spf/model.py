"""What an SPF record is made of, and what its evaluation leaves behind."""

from dataclasses import dataclass
from enum import StrEnum

from checker.lookup.model import Reply

MOST_LOOKUPS = 10
MOST_VOID_LOOKUPS = 2
MOST_NAMES = 10
"""The limits of RFC 7208 section 4.6.4; the last is for the names of one MX or PTR look-up."""


class Result(StrEnum):
    """What check_host says (RFC 7208 section 2.6)."""

    NONE = "none"
    NEUTRAL = "neutral"
    PASS = "pass"  # noqa: S105 - a result, not a password
    FAIL = "fail"
    SOFTFAIL = "softfail"
    TEMPERROR = "temperror"
    PERMERROR = "permerror"


class Mechanism(StrEnum):
    """The mechanisms (RFC 7208 section 5)."""

    ALL = "all"
    INCLUDE = "include"
    A = "a"
    MX = "mx"
    PTR = "ptr"
    IP4 = "ip4"
    IP6 = "ip6"
    EXISTS = "exists"
    REDIRECT = "redirect"
    """A modifier, evaluated where every mechanism before it failed to match (section 6.1)."""


ASKING = frozenset(
    {
        Mechanism.INCLUDE,
        Mechanism.A,
        Mechanism.MX,
        Mechanism.PTR,
        Mechanism.EXISTS,
        Mechanism.REDIRECT,
    }
)
"""The terms that cost one of the ten look-ups (RFC 7208 section 4.6.4)."""


class Problem(StrEnum):
    """Why an evaluation broke off."""

    SYNTAX = "syntax"
    SEVERAL_RECORDS = "several_records"
    TOO_MANY_LOOKUPS = "too_many_lookups"
    TOO_MANY_VOID_LOOKUPS = "too_many_void_lookups"
    TOO_MANY_MX = "too_many_mx"
    TARGET_HAS_NO_RECORD = "target_has_no_record"
    INNER = "inner"
    """The record that was included or redirected to broke off; its own visit says why."""
    DNS = "dns"


class Fault(StrEnum):
    """What is wrong with how a term is written."""

    NOT_ASCII = "not_ascii"
    UNKNOWN_MECHANISM = "unknown_mechanism"
    NOT_A_TERM = "not_a_term"
    BAD_DOMAIN = "bad_domain"
    BAD_MACRO = "bad_macro"
    BAD_PREFIX = "bad_prefix"
    BAD_ADDRESS = "bad_address"
    MODIFIER_TWICE = "modifier_twice"


@dataclass(frozen=True, slots=True)
class Term:
    """A mechanism with its qualifier, or a redirect; `number` counts the words of the record from 1."""

    text: str
    number: int
    qualifier: Result
    mechanism: Mechanism
    domain: str = ""
    """As it is written, macros and all; empty for the domain that is checked."""
    network: int = 0
    prefix4: int = 32
    prefix6: int = 128


@dataclass(frozen=True, slots=True)
class Wrong:
    """A word of a record that cannot be read, and why."""

    text: str
    number: int
    fault: Fault


@dataclass(frozen=True, slots=True)
class SpfRecord:
    """A record as it was read; with anything in `wrong` its evaluation is an error."""

    text: str
    terms: tuple[Term, ...] = ()
    redirect: Term | None = None
    exp: str = ""
    modifiers: tuple[str, ...] = ()
    """The names of modifiers that nobody knows; they mean nothing."""
    wrong: tuple[Wrong, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """What one term did: what it asked, whether it matched, and how many look-ups were used by then."""

    term: Term
    target: str = ""
    """The domain after its macros are put in."""
    replies: tuple[Reply, ...] = ()
    matched: bool = False
    lookups: int = 0
    void_lookups: int = 0
    problem: Problem | None = None
    inner: "Visit | None" = None


@dataclass(frozen=True, slots=True)
class Visit:
    """The evaluation of one domain's record."""

    domain: str
    result: Result
    record: SpfRecord | None = None
    steps: tuple[Step, ...] = ()
    problem: Problem | None = None
    reply: Reply | None = None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What check_host returns, and the way there; `explanation` is the domain's own, or None."""

    result: Result
    visit: Visit
    lookups: int = 0
    void_lookups: int = 0
    explanation: str | None = None
