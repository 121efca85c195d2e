"""What is read out of a header block; values only, and codes instead of sentences."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from checker.findings import Finding


class Fault(StrEnum):
    """Why a text holds no headers to read."""

    EMPTY = "empty"
    ONLY_BODY = "only_body"
    QUOTED_MESSAGE = "quoted_message"
    OUTLOOK_FILE = "outlook_file"
    SMTP_LOG = "smtp_log"
    API_JSON = "api_json"
    BINARY = "binary"


class Repair(StrEnum):
    """What had to be put right before the text could be read."""

    LEADING_BLANK = "leading_blank"
    LEADING_TEXT = "leading_text"
    PAGE_COPY = "page_copy"
    HTML = "html"
    JSON = "json"
    QUOTED = "quoted"
    INDENTED = "indented"
    NUMBERED = "numbered"
    GLUED = "glued"
    DOUBLE_SPACED = "double_spaced"
    LOST_INDENT = "lost_indent"
    LINE_ENDS = "line_ends"
    WIDE = "wide"
    NUL = "nul"
    INVISIBLE = "invisible"
    SMART_QUOTES = "smart_quotes"
    LINKED = "linked"
    BASE64 = "base64"


class Trust(StrEnum):
    """Who wrote a field: only the receiving side's own count."""

    RECEIVER = "receiver"
    EARLIER = "earlier"
    COPY = "copy"


class Field(NamedTuple):
    """A header field; `key` is its name in lower case, `value` unfolded, not decoded; lines count from 1.

    A tuple and no dataclass: one is made for every line of input, and a tuple is made twice as fast.
    """

    name: str
    key: str
    value: str
    line: int
    last: int

    @property
    def quote(self) -> str:
        """The field on one line, as it can be shown."""
        return f"{self.name}: {self.value}"


@dataclass(frozen=True, slots=True)
class Block:
    """The header fields of a message in the order they stand, and its body where there is one."""

    fields: tuple[Field, ...] = ()
    body: str = ""
    raw: str = ""
    """The whole message with LF line ends, as it stood; empty where the text had to be repaired."""
    unread: tuple[int, ...] = ()
    """The lines inside the block that are no part of a field."""
    cut: int = 0
    """The line from which on fields were left out because there are too many; 0 where all were read."""
    _first: Mapping[str, Field] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the fields: most questions are about names that are not there."""
        object.__setattr__(self, "_first", {one.key: one for one in reversed(self.fields)})

    @property
    def names(self) -> Set[str]:
        """The names that occur, in lower case."""
        return self._first.keys()

    def first(self, key: str) -> Field | None:
        """The first field of that name."""
        return self._first.get(key)

    def get(self, key: str) -> str:
        """The first value of that name, or nothing."""
        found = self._first.get(key)
        return found.value if found else ""

    def all(self, *keys: str) -> list[Field]:
        """Every field of these names, in the order they stand."""
        if self.names.isdisjoint(keys):
            return []
        return [one for one in self.fields if one.key in keys]


@dataclass(frozen=True, slots=True)
class Property:
    """One propspec of RFC 8601 section 2.2; `ptype` is empty for Microsoft's bare ones."""

    ptype: str
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Result:
    """What one check came to."""

    method: str
    result: str
    reason: str = ""
    comment: str = ""
    properties: tuple[Property, ...] = ()
    host: str = ""
    """A bare domain that older Microsoft servers put in front of a result."""

    def value(self, *names: str) -> str:
        """The first property of one of these names, with or without its type, or nothing."""
        for one in self.properties:
            if one.name in names or f"{one.ptype}.{one.name}" in names:
                return one.value
        return ""


@dataclass(frozen=True, slots=True)
class AuthenticationResults:
    """One Authentication-Results field; `stopped` is where the grammar broke first, -1 where it did not."""

    server: str = ""
    version: int = 0
    instance: int = 0
    results: tuple[Result, ...] = ()
    stopped: int = -1
    line: int = 0
    quote: str = ""
    trust: Trust = Trust.RECEIVER


class Hop(NamedTuple):
    """One Received field; `time` in seconds since 1970, `delay` in seconds since the hop before."""

    from_: str = ""
    by: str = ""
    with_: str = ""
    id: str = ""
    via: str = ""
    for_: str = ""
    envelope_from: str = ""
    date: str = ""
    time: float | None = None
    delay: float | None = None
    line: int = 0

    @property
    def from_host(self) -> str:
        """The name that the sending server gave itself."""
        return self.from_.partition(" ")[0].strip("[]();").rstrip(".").lower()

    @property
    def by_host(self) -> str:
        """The server that wrote this field."""
        return self.by.partition(" ")[0].strip("[]();").rstrip(".").lower()


class Place(StrEnum):
    """Where the e-mail was put, or what was thought of it where no place is written."""

    INBOX = "inbox"
    JUNK = "junk"
    QUARANTINE = "quarantine"
    OWN_RULE = "own_rule"
    DELETED = "deleted"
    SPAM = "spam"
    BULK = "bulk"
    PASSED = "passed"
    UNKNOWN = "unknown"


class Decider(StrEnum):
    """Who decided."""

    CONTENT_FILTER = "content_filter"
    LOCAL_FILTER = "local_filter"
    GATEWAY = "gateway"
    USER_RULE = "user_rule"
    USER_SAFE = "user_safe"
    USER_BLOCK = "user_block"
    ADDRESS_BOOK = "address_book"
    POLICY_ALLOW = "policy_allow"
    POLICY_BLOCK = "policy_block"
    IP_ALLOW = "ip_allow"
    MAIL_RULE_ALLOW = "mail_rule_allow"
    MAIL_RULE_SPAM = "mail_rule_spam"
    INTERNAL = "internal"
    RELEASED = "released"
    BULK_THRESHOLD = "bulk_threshold"
    CUSTOM_FILTER = "custom_filter"
    PHISHING = "phishing"
    HIGH_PHISHING = "high_phishing"
    SPOOF = "spoof"
    DMARC_POLICY = "dmarc_policy"
    IMPERSONATION = "impersonation"
    MALWARE = "malware"
    UNKNOWN = "unknown"


class Certainty(StrEnum):
    """How sure: the folder is written; the verdict is written; or we conclude from little.

    Unproven is a verdict that stands where a sender could have written it.
    """

    STATED = "stated"
    LIKELY = "likely"
    POSSIBLE = "possible"
    UNPROVEN = "unproven"


class Signal(NamedTuple):
    """A value in a header that a table knows, and what it says by itself."""

    system: str
    key: str
    value: str
    place: Place
    decider: Decider
    certainty: Certainty
    rank: int
    line: int
    quote: str
    trust: Trust = Trust.RECEIVER
    explains: str = ""
    """The id of a row whose words say what the value means."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Where it went, who decided and how sure that is; `signals` are the reasons, the strongest first."""

    place: Place = Place.UNKNOWN
    decider: Decider = Decider.UNKNOWN
    certainty: Certainty = Certainty.POSSIBLE
    system: str = ""
    signals: tuple[Signal, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """The table at the top of Gmail's page "Show original"."""

    message_id: str = ""
    from_: str = ""
    subject: str = ""
    seconds: int = -1
    results: tuple[Result, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class ArcSet:
    """One set of ARC fields (RFC 8617 section 4.2); `cv` is what its sealer found of the sets before."""

    instance: int
    cv: str
    sealer: str
    results: AuthenticationResults = AuthenticationResults()
    line: int = 0


@dataclass(frozen=True, slots=True)
class ArcChain:
    """Every ARC set; `cv` is none, pass or fail as far as the structure tells, `fault` the first fault."""

    sets: tuple[ArcSet, ...] = ()
    cv: str = "none"
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Identity:
    """The domains that an e-mail goes by, in lower case; `signing` are the DKIM domains (d=)."""

    author: str = ""
    author_address: str = ""
    author_name: str = ""
    envelope: str = ""
    signing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Authentication:
    """What the receiving side found: its own fields, what they say in short, and the domains."""

    fields: tuple[AuthenticationResults, ...] = ()
    spf: str = ""
    dkim: str = ""
    dmarc: str = ""
    arc: str = ""
    compauth: str = ""
    compauth_reason: str = ""
    dmarc_policy: str = ""
    """What the receiving side did about a DMARC failure, where it says so."""
    chain: ArcChain = ArcChain()
    identity: Identity = Identity()


@dataclass(frozen=True, slots=True)
class Receiver:
    """Who received the e-mail, as far as the fields tell; `line` is the trust line, 0 where there is none."""

    system: str = ""
    gateway: str = ""
    host: str = ""
    line: int = 0
    option: str = ""
    """The option of the tree that names this system, where there is one."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was read; `fault` says why there is nothing, where there is nothing."""

    fault: Fault | None = None
    block: Block = field(default_factory=Block)
    repairs: Mapping[Repair, int] = MappingProxyType({})
    """What was repaired, and the first line where."""
    receiver: Receiver = Receiver()
    verdict: Verdict = Verdict()
    hops: tuple[Hop, ...] = ()
    """In the order in which the e-mail travelled."""
    authentication: Authentication = Authentication()
    summary: Summary | None = None
    findings: tuple[Finding, ...] = ()
    """Hygiene, trust, DKIM and what could not be read, as codes."""
    lines: int = 0
    """How many lines the text has."""
    attached: int = 0
    """The line on which an attached e-mail begins, where that one was read and not the one around it."""
