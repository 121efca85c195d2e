"""What is read out of a bounce: one result for each recipient, and what kind of text it was."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from checker.findings import Finding


class Kind(StrEnum):
    """What the text turned out to be; that it is no bounce is a result like any other."""

    BOUNCE = "bounce"
    DELAY = "delay"
    NOT_SENT = "not_sent"
    DELIVERED = "delivered"
    FEEDBACK = "feedback"
    AUTO_REPLY = "auto_reply"
    NOT_A_BOUNCE = "not_a_bounce"


class Problem(StrEnum):
    """What a text is in which no bounce was found."""

    EMPTY = "empty"
    OUTLOOK_FILE = "outlook_file"
    OUTLOOK_COPY = "outlook_copy"
    NO_TEXT = "no_text"
    SMTP_LOG = "smtp_log"
    ORDINARY_MAIL = "ordinary_mail"
    NOTHING_FOUND = "nothing_found"


class Persistence(StrEnum):
    """The class of a reply or status code (RFC 3463 section 2): for good, for now, or neither."""

    PERMANENT = "permanent"
    TEMPORARY = "temporary"
    NONE = "none"


class Actor(StrEnum):
    """Who can do something about it."""

    SENDER = "sender"
    RECIPIENT = "recipient"
    RECIPIENT_IT = "recipient_it"
    NOBODY = "nobody"


class Reason(StrEnum):
    """Why it was refused, delayed or never sent."""

    UNKNOWN_USER = "unknown_user"
    RECIPIENT_REFUSED = "recipient_refused"
    ADDRESS_MOVED = "address_moved"
    UNKNOWN_HOST = "unknown_host"
    NO_MAIL_ACCEPTED = "no_mail_accepted"
    MAILBOX_FULL = "mailbox_full"
    SUSPENDED = "suspended"
    TOO_BIG = "too_big"
    TOO_BIG_FOR_RECIPIENT = "too_big_for_recipient"
    SERVER_FULL = "server_full"
    SERVER_ERROR = "server_error"
    DELIVERY_PROGRAM = "delivery_program"
    NETWORK = "network"
    EXPIRED = "expired"
    TEMPORARY = "temporary"
    BAD_REPUTATION = "bad_reputation"
    BLOCKED_IP = "blocked_ip"
    NO_REVERSE_DNS = "no_reverse_dns"
    AUTHENTICATION = "authentication"
    TLS = "tls"
    RECEIVER_TLS = "receiver_tls"
    NOT_AUTHORIZED = "not_authorized"
    RELAYING = "relaying"
    SENDER_REFUSED = "sender_refused"
    POLICY = "policy"
    SPAM = "spam"
    VIRUS = "virus"
    CONTENT = "content"
    NOT_COMPLIANT = "not_compliant"
    RATE_LIMITED = "rate_limited"
    TOO_MANY_CONNECTIONS = "too_many_connections"
    PROTOCOL = "protocol"
    SUPPRESSED = "suppressed"
    GLOBAL_BOUNCE = "global_bounce"
    OPTED_OUT = "opted_out"
    ACCOUNT_SETTINGS = "account_settings"
    LOW_ENGAGEMENT = "low_engagement"
    FEEDBACK = "feedback"
    VACATION = "vacation"
    DELIVERED = "delivered"
    UNCLEAR = "unclear"
    UNKNOWN = "unknown"


_SENDER, _RECIPIENT, _IT, _NOBODY = Actor.SENDER, Actor.RECIPIENT, Actor.RECIPIENT_IT, Actor.NOBODY

ACTORS: Mapping[Reason, Actor] = MappingProxyType(
    {
        Reason.UNKNOWN_USER: _SENDER,
        Reason.RECIPIENT_REFUSED: _RECIPIENT,
        Reason.ADDRESS_MOVED: _SENDER,
        Reason.UNKNOWN_HOST: _SENDER,
        Reason.NO_MAIL_ACCEPTED: _SENDER,
        Reason.MAILBOX_FULL: _RECIPIENT,
        Reason.SUSPENDED: _RECIPIENT,
        Reason.TOO_BIG: _SENDER,
        Reason.TOO_BIG_FOR_RECIPIENT: _SENDER,
        Reason.SERVER_FULL: _IT,
        Reason.SERVER_ERROR: _IT,
        Reason.DELIVERY_PROGRAM: _IT,
        Reason.NETWORK: _IT,
        Reason.EXPIRED: _IT,
        Reason.TEMPORARY: _NOBODY,
        Reason.BAD_REPUTATION: _SENDER,
        Reason.BLOCKED_IP: _SENDER,
        Reason.NO_REVERSE_DNS: _SENDER,
        Reason.AUTHENTICATION: _SENDER,
        Reason.TLS: _SENDER,
        Reason.RECEIVER_TLS: _IT,
        Reason.NOT_AUTHORIZED: _IT,
        Reason.RELAYING: _IT,
        Reason.SENDER_REFUSED: _SENDER,
        Reason.POLICY: _IT,
        Reason.SPAM: _IT,
        Reason.VIRUS: _SENDER,
        Reason.CONTENT: _SENDER,
        Reason.NOT_COMPLIANT: _SENDER,
        Reason.RATE_LIMITED: _SENDER,
        Reason.TOO_MANY_CONNECTIONS: _SENDER,
        Reason.PROTOCOL: _SENDER,
        Reason.SUPPRESSED: _SENDER,
        Reason.GLOBAL_BOUNCE: _SENDER,
        Reason.OPTED_OUT: _NOBODY,
        Reason.ACCOUNT_SETTINGS: _SENDER,
        Reason.LOW_ENGAGEMENT: _SENDER,
        Reason.FEEDBACK: _SENDER,
        Reason.VACATION: _NOBODY,
        Reason.DELIVERED: _NOBODY,
        Reason.UNCLEAR: _IT,
        Reason.UNKNOWN: _SENDER,
    }
)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words of the input, and the lines they stand on, counted from 1; 0 and 0 where there are none."""

    text: str = ""
    first: int = 0
    last: int = 0

    def __bool__(self) -> bool:
        return bool(self.text)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a bounce says of one recipient, before anything is made of it."""

    address: str = ""
    action: str = ""
    status: str = ""
    """The Status field of a delivery status notification (RFC 3464 section 2.3.4)."""
    diagnostic: Excerpt = Excerpt()
    """The Diagnostic-Code field, or the words of the server where they stand apart."""
    diagnostic_type: str = ""
    said: Excerpt = Excerpt()
    """The part of the text for people that is about this recipient."""
    around: Excerpt = Excerpt()
    """The whole text for people."""
    command: str = ""
    """The SMTP command that was answered, where the bounce tells: CONN HELO MAIL RCPT DATA."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """What happened to the e-mail for one recipient."""

    address: str
    action: str
    reply_code: str
    enhanced_status: str
    persistence: Persistence
    reason: Reason
    quote: Excerpt

    @property
    def actor(self) -> Actor:
        """Who can do something about it."""
        return ACTORS[self.reason]

    @property
    def finding(self) -> Finding:
        """The same as a code with named arguments."""
        args = {
            "address": self.address,
            "reply_code": self.reply_code,
            "enhanced_status": self.enhanced_status,
            "persistence": self.persistence.value,
        }
        code = f"BOUNCE_{self.reason.name}"
        return Finding(code, MappingProxyType(args), self.quote.first, self.quote.text)


@dataclass(frozen=True, slots=True)
class Reading:
    """What the whole text is, and its recipients in the order they are named."""

    kind: Kind
    recipients: tuple[Recipient, ...] = ()
    problem: Problem | None = None
    """What it is instead, where it is no bounce."""

    @property
    def is_bounce(self) -> bool:
        """Whether a server refused or delayed something."""
        return self.kind in (Kind.BOUNCE, Kind.DELAY)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """One for each recipient; one that says so where it is no bounce at all."""
        if self.kind is Kind.NOT_A_BOUNCE:
            return (Finding(f"BOUNCE_{(self.problem or Problem.NOTHING_FOUND).name}"),)
        return tuple(recipient.finding for recipient in self.recipients)


NOT_A_BOUNCE = Reading(Kind.NOT_A_BOUNCE)
