"""What is amiss or worth knowing in a key record, as findings."""

from collections.abc import Iterator
from enum import StrEnum

from checker.dkim.key import KeyRecord, is_key, read_key
from checker.findings import Finding
from checker.lookup.ask import texts
from checker.lookup.model import Failure, Reply

# RFC 8301 section 3.2: verifiers must not take less than 1024 bits; signers should use 2048.
LEAST_BITS = 1024
GOOD_BITS = 2048


class DkimCode(StrEnum):
    """What can be said of a key record."""

    NO_KEY_RECORD = "DKIM_NO_KEY_RECORD"
    LOOKUP_FAILED = "DKIM_LOOKUP_FAILED"
    SEVERAL_RECORDS = "DKIM_SEVERAL_RECORDS"
    NOT_A_KEY = "DKIM_NOT_A_KEY"
    ALIAS_LEADS_NOWHERE = "DKIM_ALIAS_LEADS_NOWHERE"
    REVOKED = "DKIM_REVOKED"
    TESTING = "DKIM_TESTING"
    TOO_WEAK = "DKIM_TOO_WEAK"
    WEAK = "DKIM_WEAK"
    BAD_VERSION = "DKIM_BAD_VERSION"
    NO_KEY = "DKIM_NO_KEY"
    BAD_KEY = "DKIM_BAD_KEY"
    UNKNOWN_TYPE = "DKIM_UNKNOWN_TYPE"
    TWICE = "DKIM_TWICE"
    NOT_A_TAG = "DKIM_NOT_A_TAG"
    NOT_FOR_MAIL = "DKIM_NOT_FOR_MAIL"
    ONLY_SHA1 = "DKIM_ONLY_SHA1"
    ED25519 = "DKIM_ED25519"
    FINE = "DKIM_FINE"


def key_of(reply: Reply) -> KeyRecord | None:
    """The key in a reply; a resolver may return several texts, and only one key may be among them."""
    found = [text for text in texts(reply) if is_key(text)]
    return read_key(found[0]) if len(found) == 1 else None


def lint_key(selector: str, reply: Reply) -> tuple[Finding, ...]:
    """Everything to say about what stands at a selector."""
    found = [text for text in texts(reply) if is_key(text)]
    if len(found) != 1:
        return (_missing(selector, reply, len(found)),)
    return lint_record(read_key(found[0]), selector)


def lint_record(key: KeyRecord, selector: str = "") -> tuple[Finding, ...]:
    """What can be said of a record alone."""
    args = {"selector": selector, "bits": str(key.bits), "type": key.key_type}
    return tuple(Finding(code, args) for code in _codes(key)) or (Finding(DkimCode.FINE, args),)


def _missing(selector: str, reply: Reply, count: int) -> Finding:
    args = {"selector": selector, "name": reply.query.name}
    if count > 1:
        return Finding(DkimCode.SEVERAL_RECORDS, {**args, "count": str(count)})
    if not isinstance(reply, Failure):
        return Finding(DkimCode.NOT_A_KEY, args, quote=reply.texts[0] if reply.texts else "")
    if not reply.is_void:
        return Finding(DkimCode.LOOKUP_FAILED, {**args, "cause": reply.cause.value})
    if reply.aliases:
        return Finding(DkimCode.ALIAS_LEADS_NOWHERE, {**args, "target": reply.aliases[-1]})
    return Finding(DkimCode.NO_KEY_RECORD, args)


def _codes(key: KeyRecord) -> Iterator[DkimCode]:
    for fault in key.faults:
        yield DkimCode[fault.name]
    if key.is_revoked:
        yield DkimCode.REVOKED
    if key.is_testing:
        yield DkimCode.TESTING
    if key.key_type == "ed25519" and key.bits:
        yield DkimCode.ED25519
    elif 0 < key.bits < LEAST_BITS:
        yield DkimCode.TOO_WEAK
    elif 0 < key.bits < GOOD_BITS:
        yield DkimCode.WEAK
