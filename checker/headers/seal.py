"""DKIM of a whole message: the body hash from what is here, the signature only with the key."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from checker.dkim.signature import Signature, body_hash, parse
from checker.findings import Finding
from checker.headers.codes import Code
from checker.headers.hygiene import finding
from checker.headers.model import Block, Field

MOST_SIGNATURES = 20


def signatures(block: Block) -> tuple[tuple[Field, ...], tuple[Signature, ...]]:
    """Every DKIM-Signature field, and what it says."""
    fields = tuple(block.all("dkim-signature"))[:MOST_SIGNATURES]
    return fields, tuple(parse(field.value) for field in fields)


def body_findings(block: Block, fields: Sequence[Field], read: Sequence[Signature]) -> Iterator[Finding]:
    """Whether the body is still what was signed; only where the whole message was given."""
    if not block.raw or not block.body.strip():
        return
    bodies = [_crlf(data) for data in _bytes(block.raw.partition("\n\n")[2])]
    for field, signature in zip(fields, read, strict=True):
        if not signature.get("bh"):
            continue
        hashes = [body_hash(body, signature) for body in bodies]
        if not any(hashes):
            continue
        code = Code.BODY_HASH_MATCHES if signature.get("bh") in hashes else Code.BODY_HASH_DIFFERS
        yield finding(code, field, domain=signature.domain)


def _bytes(text: str) -> list[bytes]:
    """The bytes that the text was made of: UTF-8, or Latin-1 where a file was read so."""
    found = [text.encode("utf-8", "surrogateescape" if _is_escaped(text) else "replace")]
    try:
        latin = text.encode("latin-1")
        return found if latin == found[0] else [*found, latin]
    except UnicodeEncodeError:
        return found


def _is_escaped(text: str) -> bool:
    return any("\udc80" <= char <= "\udcff" for char in text[:10_000]) and not any(
        "\ud800" <= char <= "\udc7f" or "\udd00" <= char <= "\udfff" for char in text
    )


def _crlf(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def verify(block: Block, keys: Mapping[str, str]) -> tuple[Finding, ...]:
    """Verify every signature whose key is given, by the DNS name of the key; "" is the key for any name."""
    fields, read = signatures(block)
    return tuple(
        finding(
            _verdict(block, number, signature, keys), field, domain=signature.domain, key=signature.key_name
        )
        for number, (field, signature) in enumerate(zip(fields, read, strict=True))
    )


def _verdict(block: Block, number: int, signature: Signature, keys: Mapping[str, str]) -> Code:
    key = keys.get(signature.key_name) or keys.get("", "")
    if not key or not block.raw:
        return Code.SIGNATURE_UNCHECKED
    results = [_check(_crlf(data), number, key) for data in _bytes(block.raw)]
    if True in results:
        return Code.SIGNATURE_VALID
    return Code.SIGNATURE_UNCHECKED if None in results else Code.SIGNATURE_INVALID


def _check(message: bytes, number: int, key: str) -> bool | None:
    """Ask dkimpy; nothing where it cannot tell, as with an Ed25519 key and no library for it."""
    # Only here: a pasted header needs none of it, and it brings more than the reader weighs.
    import dkim

    try:
        return bool(dkim.DKIM(message).verify(number, dnsfunc=_answer(key)))
    except dkim.DKIMException as fault:
        return None if "nacl" in str(fault).lower() or "unknown" in str(fault).lower() else False
    except (ValueError, IndexError, KeyError, TypeError, ImportError, AttributeError):
        return None


def _answer(key: str) -> Callable[..., bytes]:
    """Stand in for the DNS: every question gets the key that was given."""
    record = key.encode("utf-8", "replace")
    return lambda *_, **__: record
