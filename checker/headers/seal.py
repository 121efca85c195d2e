"""DKIM of a whole message: the body hash from what is here, the signature only with the key."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from checker.dkim.signature import Signature, body_hash, parse
from checker.findings import Finding
from checker.headers.arc import NAMES, chain
from checker.headers.codes import Code
from checker.headers.hygiene import finding
from checker.headers.model import ArcChain, Block, Field

MOST_SIGNATURES = 20
_PEM = "-----BEGIN PUBLIC KEY-----"


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
    results = [_check(_crlf(data), number, record(key)) for data in _bytes(block.raw)]
    order = (Code.SIGNATURE_VALID, Code.SIGNATURE_EXPIRED, Code.SIGNATURE_UNCHECKED, Code.SIGNATURE_INVALID)
    return min(results, key=order.index)


def record(key: str) -> str:
    """A key as a DNS record, whatever it was copied from: a zone file, a PEM file, or the bare base64."""
    if _PEM in key:
        inner = key.partition(_PEM)[2].partition("-----END")[0]
        return f"v=DKIM1; k=rsa; p={''.join(inner.split())}"
    if key.count('"') > 1:
        return "".join(key.split('"')[1::2])
    return key if "p=" in key else f"v=DKIM1; p={''.join(key.split())}"


def _check(message: bytes, number: int, key: str) -> Code:
    """Ask dkimpy; it cannot tell of an Ed25519 key without a library that is not here."""
    # Only here: a pasted header needs none of it, and it brings more than the reader weighs.
    import dkim

    try:
        right = dkim.DKIM(message).verify(number, dnsfunc=_answer(key))
    except dkim.ValidationError as fault:
        return Code.SIGNATURE_EXPIRED if "x= value is past" in str(fault) else Code.SIGNATURE_INVALID
    except dkim.DKIMException:
        return Code.SIGNATURE_UNCHECKED
    except (ValueError, IndexError, KeyError, TypeError, ImportError, AttributeError, NameError):
        return Code.SIGNATURE_UNCHECKED
    return Code.SIGNATURE_VALID if right else Code.SIGNATURE_INVALID


def _answer(key: str) -> Callable[..., bytes]:
    """Stand in for the DNS: every question gets the key that was given."""
    record = key.encode("utf-8", "replace")
    return lambda *_, **__: record


def verified_chain(block: Block, keys: Mapping[str, str]) -> ArcChain:
    """The ARC chain with its signatures verified, where all their keys are given by DNS name."""
    found = chain(block.all(*NAMES))
    if found.cv != "pass" or not block.raw:
        return found
    # Only here, as above.
    import dkim

    records = {name.lower().rstrip("."): record(key) for name, key in keys.items()}

    def answer(name: bytes, *_: object, **__: object) -> bytes | None:
        known = records.get(name.decode("utf-8", "replace").lower().rstrip("."))
        return known.encode() if known is not None else None

    try:
        cv, _, _ = dkim.ARC(_crlf(_bytes(block.raw)[0])).verify(dnsfunc=answer)
    except (dkim.DKIMException, ValueError, IndexError, KeyError, TypeError, AttributeError):
        cv = dkim.CV_Fail
    return found if cv == dkim.CV_Pass else replace(found, cv="fail", fault="signature")
