"""What is asked about a domain, and everything that was found."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from checker.dkim.key import KeyRecord
from checker.dmarc.model import Discovery
from checker.dmarc.model import Evaluation as DmarcEvaluation
from checker.dmarc.reports import Destination
from checker.findings import Finding
from checker.lookup.model import Cause, Reply
from checker.mx.receive import Receiving
from checker.spf.model import Evaluation as SpfEvaluation
from checker.spf.survey import Survey
from checker.tables.mx import Platform

HUBSPOT = "hubspot"
"""The platform that the tree asks about."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What the reader asks about; everything but the domain may be empty."""

    domain: str
    from_domain: str = ""
    mail_from: str = ""
    """The envelope sender: an address or a domain."""
    ip: str = ""
    selectors: tuple[str, ...] = ()
    signing_domains: tuple[str, ...] = ()
    account: str = ""
    """The customer's number at the sending platform, such as HubSpot's Hub ID."""

    @property
    def author_domain(self) -> str:
        """The domain of the From address."""
        return self.from_domain or self.domain


class State(StrEnum):
    """How far a platform is connected to the domain."""

    CONNECTED = "connected"
    PARTLY = "partly"
    BROKEN = "broken"
    NOT_CONNECTED = "not_connected"
    UNSEEN = "unseen"
    """Its keys have names that nobody can guess."""
    UNKNOWN = "unknown"
    """The DNS did not answer."""


@dataclass(frozen=True, slots=True)
class Key:
    """What stands at one selector; `platform` is the id of whom it belongs to, where the table knows."""

    selector: str
    reply: Reply
    record: KeyRecord | None
    findings: tuple[Finding, ...]
    platform: str = ""

    @property
    def is_there(self) -> bool:
        """Whether anything is published there: a key, an alias, or something else."""
        return self.record is not None or bool(self.reply.aliases)

    @property
    def is_usable(self) -> bool:
        """Whether signatures made with it can be valid."""
        return self.record is not None and self.record.is_usable


@dataclass(frozen=True, slots=True)
class Connection:
    """A platform that sends for the domain."""

    platform: Platform
    state: State
    in_spf: bool
    keys: tuple[Key, ...] = ()
    account: str = ""


class Extra(StrEnum):
    """Records that no sender must have."""

    MTA_STS = "mta_sts"
    TLS_RPT = "tls_rpt"
    BIMI = "bimi"


class Seen(StrEnum):
    """Whether a rule is met or a record is there, as far as the DNS can show."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Publish:
    """A record to publish, or to put in the place of the one that is there."""

    name: str
    rdtype: str
    value: str


class FixCode(StrEnum):
    """What to put right."""

    DOMAIN_GONE = "FIX_DOMAIN_GONE"
    OWN_DOMAIN = "FIX_OWN_DOMAIN"
    SPF_MERGE = "FIX_SPF_MERGE"
    SPF_REPAIR = "FIX_SPF_REPAIR"
    SPF_PUBLISH = "FIX_SPF_PUBLISH"
    SPF_SHORTEN = "FIX_SPF_SHORTEN"
    SPF_TARGET = "FIX_SPF_TARGET"
    SPF_CLOSE = "FIX_SPF_CLOSE"
    CONNECT = "FIX_CONNECT"
    KEY_REPAIR = "FIX_KEY_REPAIR"
    KEY_RENEW = "FIX_KEY_RENEW"
    DMARC_MERGE = "FIX_DMARC_MERGE"
    DMARC_REPAIR = "FIX_DMARC_REPAIR"
    DMARC_PUBLISH = "FIX_DMARC_PUBLISH"
    DMARC_CONSENT = "FIX_DMARC_CONSENT"
    DMARC_REPORTS = "FIX_DMARC_REPORTS"
    DMARC_STRENGTHEN = "FIX_DMARC_STRENGTHEN"
    ALIGN = "FIX_ALIGN"


@dataclass(frozen=True, slots=True)
class Fix:
    """One thing to do; the first is the one to begin with."""

    code: FixCode
    args: Mapping[str, str] = MappingProxyType({})
    records: tuple[Publish, ...] = ()


@dataclass(frozen=True, slots=True)
class SenderReport:
    """Everything that was found about a domain."""

    subject: Subject
    spf: Survey
    spf_findings: tuple[Finding, ...]
    spf_evaluation: SpfEvaluation | None
    dmarc: Discovery
    dmarc_findings: tuple[Finding, ...]
    alignment: DmarcEvaluation | None
    destinations: tuple[Destination, ...]
    keys: tuple[Key, ...]
    connections: tuple[Connection, ...]
    receiving: Receiving
    extras: Mapping[Extra, Seen]
    rules: Mapping[str, Seen] = MappingProxyType({})
    fixes: tuple[Fix, ...] = ()

    @property
    def silence(self) -> Cause | None:
        """Why there is no report to speak of: neither SPF nor DMARC nor MX could be had, nor any key."""
        spf, mx, dmarc = self.spf.root.reply, self.receiving.cause, self.dmarc.walk.failed
        cause = getattr(spf, "cause", None)
        is_void = getattr(spf, "is_void", True)
        known = self.dmarc.record or any(key.record for key in self.keys)
        return cause if cause and not is_void and mx and dmarc and not known else None

    def connection(self, platform: str) -> Connection | None:
        """The platform of that id, where it was found or asked about."""
        return next((one for one in self.connections if one.platform.id == platform), None)
