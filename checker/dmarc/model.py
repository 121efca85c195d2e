"""What a DMARC record says, where it was found, and what an evaluation comes to."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from checker.lookup.model import Cause, Reply


class Policy(StrEnum):
    """What the owner asks receivers to do with what fails (RFC 9989 section 4.7)."""

    NONE = "none"
    QUARANTINE = "quarantine"
    REJECT = "reject"


ONE_LEVEL_LOWER: Mapping[Policy, Policy] = MappingProxyType(
    {
        Policy.REJECT: Policy.QUARANTINE,
        Policy.QUARANTINE: Policy.NONE,
        Policy.NONE: Policy.NONE,
    }
)
"""What t=y makes of a policy."""


class Result(StrEnum):
    """What an evaluation comes to (RFC 9989 section 5.3 and RFC 8601)."""

    PASS = "pass"  # noqa: S105 - a result, not a password
    FAIL = "fail"
    NONE = "none"
    TEMPERROR = "temperror"


class Fault(StrEnum):
    """What is wrong with a tag; the record still counts."""

    BAD_VALUE = "bad_value"
    REMOVED = "removed"
    UNKNOWN = "unknown"
    TWICE = "twice"
    NOT_A_TAG = "not_a_tag"
    CONFLICT = "conflict"
    BAD_ADDRESS = "bad_address"
    SIZE_LIMIT = "size_limit"


@dataclass(frozen=True, slots=True)
class Wrong:
    """A tag that is not as it should be."""

    tag: str
    value: str
    fault: Fault


@dataclass(frozen=True, slots=True)
class DmarcRecord:
    """A record as it was read; a value that is missing or bad is None, or the default of the RFC."""

    text: str
    tags: Mapping[str, str] = MappingProxyType({})
    policy: Policy | None = None
    subdomain_policy: Policy | None = None
    nonexistent_policy: Policy | None = None
    strict_dkim: bool = False
    strict_spf: bool = False
    psd: str = "u"
    is_testing: bool = False
    rua: tuple[str, ...] = ()
    ruf: tuple[str, ...] = ()
    """Addresses without their scheme."""
    wrong: tuple[Wrong, ...] = ()
    has_bad_policy: bool = False
    """Whether p is missing, or p, sp or np is no policy (RFC 9989 section 4.10.1)."""

    @property
    def is_effective(self) -> bool:
        """Whether receivers go by it: where no policy can be read, an address for reports is needed."""
        return not self.has_bad_policy or bool(self.rua)


@dataclass(frozen=True, slots=True)
class WalkStep:
    """One name of a tree walk; `count` is how many records stand there, and more than one are none."""

    domain: str
    reply: Reply
    count: int = 0
    record: DmarcRecord | None = None


@dataclass(frozen=True, slots=True)
class Walk:
    """A DNS tree walk (RFC 9989 section 4.10), and the organisational domain that it finds."""

    domain: str
    steps: tuple[WalkStep, ...]
    organizational_domain: str
    failed: Cause | None = None

    def record_at(self, domain: str) -> DmarcRecord | None:
        """The record at one of its names."""
        return next((step.record for step in self.steps if step.domain == domain), None)


@dataclass(frozen=True, slots=True)
class Discovery:
    """The policy that holds for an author domain (RFC 9989 section 4.10.1)."""

    walk: Walk
    policy_domain: str = ""
    record: DmarcRecord | None = None
    exists: bool = True
    """Whether the author domain exists; only asked where another domain's record holds for it."""

    @property
    def author_domain(self) -> str:
        """The domain of the From address."""
        return self.walk.domain

    @property
    def published(self) -> Policy | None:
        """The policy that the record names for this domain: p, sp or np; None where DMARC does not apply."""
        record = self.record
        if record is None or not record.is_effective:
            return None
        if record.has_bad_policy:
            return Policy.NONE
        if self.author_domain == self.policy_domain:
            return record.policy
        below = record.subdomain_policy or record.policy
        return below if self.exists else record.nonexistent_policy or below

    @property
    def applied(self) -> Policy | None:
        """What receivers are asked to do with what fails; t=y takes it down one level."""
        published = self.published
        if published is None or self.record is None or not self.record.is_testing:
            return published
        return ONE_LEVEL_LOWER[published]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Whether a domain that passed SPF or DKIM belongs to the author's."""

    domain: str
    organizational_domain: str
    is_aligned: bool


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What DMARC says of one e-mail."""

    result: Result
    discovery: Discovery
    spf: tuple[Alignment, ...] = ()
    dkim: tuple[Alignment, ...] = ()

    @property
    def spf_aligned(self) -> bool:
        """Whether a domain that SPF vouches for is aligned."""
        return any(one.is_aligned for one in self.spf)

    @property
    def dkim_aligned(self) -> bool:
        """Whether a domain that signed is aligned."""
        return any(one.is_aligned for one in self.dkim)
