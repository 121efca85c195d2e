"""Which of the rules for bulk senders a domain meets, as far as its DNS can show."""

from collections.abc import Mapping
from types import MappingProxyType

from checker.dkim.lint import LEAST_BITS
from checker.domain.model import Seen, SenderReport, State
from checker.lookup.model import Failure
from checker.spf.lint import SpfCode

NOT_IN_THE_DNS = ("unsubscribe", "reverse_dns", "tls", "complaints")
"""What only a real e-mail, the sending server or the provider's own tools can show."""

SPF_FAILS = frozenset(
    {
        SpfCode.NOT_ASCII,
        SpfCode.UNKNOWN_MECHANISM,
        SpfCode.NOT_A_TERM,
        SpfCode.BAD_DOMAIN,
        SpfCode.BAD_MACRO,
        SpfCode.BAD_PREFIX,
        SpfCode.BAD_ADDRESS,
        SpfCode.MODIFIER_TWICE,
        SpfCode.TOO_MANY_LOOKUPS,
        SpfCode.TARGET_HAS_NO_RECORD,
        SpfCode.TARGET_IS_BROKEN,
        SpfCode.LOOP,
        SpfCode.TOO_MANY_SERVERS,
    }
)
"""With one of these, an evaluation that comes that far ends in an error."""


def rules(found: SenderReport) -> Mapping[str, Seen]:
    """Whether each rule is met."""
    signed = _signed(found)
    published = found.dmarc.published is not None
    failed = found.dmarc.walk.failed is not None
    seen = {
        "spf": _spf(found),
        "dkim": signed,
        "dmarc": Seen.YES if published else Seen.UNKNOWN if failed else Seen.NO,
        # A key on the author's domain is what aligns (RFC 9989 section 4.4); SPF seldom does for a platform.
        "alignment": _aligned(found, signed),
        "key_size": _key_size(found),
        "reports": Seen.YES if found.dmarc.record and found.dmarc.record.rua else Seen.NO,
    }
    return MappingProxyType(seen | dict.fromkeys(NOT_IN_THE_DNS, Seen.UNKNOWN))


def _spf(found: SenderReport) -> Seen:
    root = found.spf.root
    if isinstance(root.reply, Failure) and not root.reply.is_void:
        return Seen.UNKNOWN
    if root.record is None:
        return Seen.NO
    return Seen.NO if SPF_FAILS.intersection(one.code for one in found.spf_findings) else Seen.YES


def _signed(found: SenderReport) -> Seen:
    """Whether any key is published; that none was found does not mean that there is none."""
    if any(key.is_usable for key in found.keys):
        return Seen.YES
    states = {connection.state for connection in found.connections}
    return Seen.NO if states and states <= {State.NOT_CONNECTED, State.BROKEN} else Seen.UNKNOWN


def _aligned(found: SenderReport, signed: Seen) -> Seen:
    """Whether anything agrees; an envelope sender of the platform's says nothing against the signature."""
    given = found.alignment
    if given is not None and (given.spf_aligned or given.dkim_aligned):
        return Seen.YES
    return Seen.NO if given is not None and given.dkim else signed


def _key_size(found: SenderReport) -> Seen:
    records = [key.record for key in found.keys if key.record is not None and key.is_usable]
    bits = [record.bits for record in records if record.key_type == "rsa"]
    if not bits:
        return Seen.UNKNOWN
    return Seen.YES if min(bits) >= LEAST_BITS else Seen.NO
