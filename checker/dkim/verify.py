"""Verifying the signatures of a whole e-mail with keys that were looked up; the arithmetic is dkimpy's."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import ModuleType

from checker.dkim.ed25519 import stand_in
from checker.dkim.key import is_key, read_key
from checker.dkim.lint import LEAST_BITS
from checker.lookup.ask import ask_all, texts
from checker.lookup.model import Failure, Lookup, RdType, query

MOST_SIGNATURES = 12
"""Each costs a look-up and a hash of the whole e-mail; real ones carry up to four."""


class SignatureResult(StrEnum):
    """What became of one signature (RFC 8601 section 2.7.1, with the reasons kept apart)."""

    PASS = "pass"  # noqa: S105 - a result, not a password
    BODY_CHANGED = "body_changed"
    HEADERS_CHANGED = "headers_changed"
    NO_KEY = "no_key"
    KEY_UNKNOWN = "key_unknown"
    """The DNS did not say whether there is a key."""
    BAD_KEY = "bad_key"
    WEAK_KEY = "weak_key"
    EXPIRED = "expired"
    MALFORMED = "malformed"
    UNKNOWN_TYPE = "unknown_type"
    """The key is of a type that nobody knows."""


@dataclass(frozen=True, slots=True)
class Verification:
    """One DKIM-Signature field, from top to bottom."""

    domain: str
    selector: str
    result: SignatureResult

    @property
    def name(self) -> str:
        """Where its key stands."""
        return f"{self.selector}._domainkey.{self.domain}"


def look_up_and_verify(message: bytes) -> Lookup[tuple[Verification, ...]]:
    """Verify each signature with the key that stands in the DNS."""
    names = key_names(message)
    replies = yield from ask_all(tuple(query(name, RdType.TXT) for name in names))
    keys: dict[str, str] = {}
    silent: set[str] = set()
    for name, reply in zip(names, replies, strict=True):
        if isinstance(reply, Failure) and not reply.is_void:
            silent.add(name)
        found = [text for text in texts(reply) if is_key(text)]
        if found:
            keys[name] = found[0]
    return tuple(
        replace(one, result=SignatureResult.KEY_UNKNOWN) if one.name in silent else one
        for one in verify(message, keys)
    )


def key_names(message: bytes) -> tuple[str, ...]:
    """The names whose TXT records `verify` needs."""
    found = [signature.name for signature in verify(message, {}) if signature.domain and signature.selector]
    return tuple(dict.fromkeys(found))


def verify(message: bytes, keys: Mapping[str, str]) -> tuple[Verification, ...]:
    """Verify each signature; `keys` are texts of TXT records by their names."""
    dkim = _dkimpy()
    try:
        reader = dkim.DKIM(message)
    except dkim.DKIMException:
        return ()
    count = sum(name.lower() == b"dkim-signature" for name, _ in reader.headers)
    return tuple(_verify_one(message, keys, at) for at in range(min(count, MOST_SIGNATURES)))


def is_arc_valid(message: bytes, keys: Mapping[str, str]) -> bool:
    """Say whether every seal and the newest signature of the ARC sets are right (RFC 8617 section 5.2)."""
    dkim = _dkimpy()
    try:
        found = dkim.ARC(message).verify(dnsfunc=_answering(keys))
    except Exception:  # as below
        return False
    return bool(found[0] == dkim.CV_Pass)


def _dkimpy() -> ModuleType:
    """Load it where it is needed: most readers have no whole e-mail.

    It takes Ed25519 from PyNaCl where that is installed; in a browser it never is.
    """
    import dkim

    vars(dkim).setdefault("nacl", stand_in())
    module: ModuleType = dkim
    return module


def _answering(keys: Mapping[str, str]) -> Callable[..., bytes | None]:
    """Stand in for the DNS with the keys that are given."""
    known = {name.lower().removesuffix("."): text for name, text in keys.items()}

    def fetch(name: bytes, timeout: int = 0) -> bytes | None:  # noqa: ARG001 - dkimpy's signature
        text = known.get(name.decode("utf-8", "replace").lower().removesuffix("."))
        return text.encode("utf-8", "replace") if text else None

    return fetch


def _verify_one(message: bytes, keys: Mapping[str, str], at: int) -> Verification:
    dkim = _dkimpy()
    reader = dkim.DKIM(message)
    fetch = _answering(keys)
    try:
        is_valid = reader.verify(at, fetch)
        result = SignatureResult.PASS if is_valid else None
    except dkim.DKIMException as fault:
        result = _reason(fault, str(fault))
    except Exception:  # dkimpy lets odd fields through to code that raises anything
        result = SignatureResult.MALFORMED
    fields = reader.signature_fields
    found = Verification(_text(fields, b"d"), _text(fields, b"s"), result or SignatureResult.HEADERS_CHANGED)
    if result:
        return found
    key = fetch(found.name.encode("utf-8", "replace")) or b""
    return replace(found, result=_without_exception(key.decode("utf-8", "replace")))


def _without_exception(key: str) -> SignatureResult:
    """Why dkimpy only said no: it does so for keys that are missing or bad, too."""
    if not key:
        return SignatureResult.NO_KEY
    record = read_key(key)
    if not record.is_usable:
        return SignatureResult.BAD_KEY
    return SignatureResult.WEAK_KEY if record.bits < LEAST_BITS else SignatureResult.HEADERS_CHANGED


def _reason(fault: Exception, text: str) -> SignatureResult:
    """What dkimpy meant; it tells some reasons apart only in the text."""
    dkim = _dkimpy()
    if isinstance(fault, dkim.UnknownKeyTypeError):
        return SignatureResult.UNKNOWN_TYPE
    if isinstance(fault, dkim.KeyFormatError):
        return SignatureResult.WEAK_KEY if "too small" in text else SignatureResult.BAD_KEY
    if "body hash mismatch" in text:
        return SignatureResult.BODY_CHANGED
    return SignatureResult.EXPIRED if "x= value is past" in text else SignatureResult.MALFORMED


def _text(fields: Mapping[bytes, bytes], tag: bytes) -> str:
    return fields.get(tag, b"").decode("utf-8", "replace").lower()
