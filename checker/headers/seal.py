"""DKIM of a whole message: the body hash from what is here, the signature only with the key."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from checker.dkim.signature import Signature, body_hash, parse
from checker.findings import Finding
from checker.headers.arc import NAMES, chain
from checker.headers.codes import Code
from checker.headers.hygiene import finding
from checker.headers.model import ArcChain, Block, Field
from checker.octets import to_bytes

MOST_SIGNATURES = 12
_CODES: Mapping[str, Code] = {
    "pass": Code.SIGNATURE_VALID,
    "expired": Code.SIGNATURE_EXPIRED,
    "body_changed": Code.SIGNATURE_INVALID,
    "headers_changed": Code.SIGNATURE_INVALID,
}
"""By the verifier's result. What is not here could not be checked: a key or a signature that is none."""
_ORDER = (Code.SIGNATURE_VALID, Code.SIGNATURE_EXPIRED, Code.SIGNATURE_UNCHECKED, Code.SIGNATURE_INVALID)
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
    found = [to_bytes(text)]
    try:
        latin = text.encode("latin-1")
        return found if latin == found[0] else [*found, latin]
    except UnicodeEncodeError:
        return found


def _crlf(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def verify(block: Block, keys: Mapping[str, str]) -> tuple[Finding, ...]:
    """Verify every signature whose key is given, by the DNS name of the key; "" is the key for any name."""
    fields, read = signatures(block)
    known = {one.key_name.lower(): record(key) for one in read if (key := _key_of(one, keys))}
    results = _results(block, known) if known else []
    results += [Code.SIGNATURE_UNCHECKED] * (len(read) - len(results))
    return tuple(
        finding(code, field, domain=signature.domain, key=signature.key_name)
        for field, signature, code in zip(fields, read, results, strict=False)
    )


def _key_of(signature: Signature, keys: Mapping[str, str]) -> str:
    return keys.get(signature.key_name) or keys.get("", "")


def _results(block: Block, keys: Mapping[str, str]) -> list[Code]:
    """What each signature comes to, from the top; where the text may be one of two, the better of both."""
    if not block.raw:
        return []
    # Only here and below: a pasted header needs none of it, and it brings more than the reader weighs.
    from checker.dkim import verify as dkim

    tries = [dkim.verify(_crlf(data), keys) for data in _bytes(block.raw)]
    codes = [[_CODES.get(one.result, Code.SIGNATURE_UNCHECKED) for one in found] for found in tries]
    return [min(both, key=_ORDER.index) for both in zip(*codes, strict=True)]


def record(key: str) -> str:
    """A key as a DNS record, whatever it was copied from: a zone file, a PEM file, or the bare base64."""
    if _PEM in key:
        inner = key.partition(_PEM)[2].partition("-----END")[0]
        return f"v=DKIM1; k=rsa; p={''.join(inner.split())}"
    if key.count('"') > 1:
        return "".join(key.split('"')[1::2])
    return key if "p=" in key else f"v=DKIM1; p={''.join(key.split())}"


def verified_chain(block: Block, keys: Mapping[str, str]) -> ArcChain:
    """The ARC chain with its signatures verified, where all their keys are given by DNS name."""
    found = chain(block.all(*NAMES))
    if found.cv != "pass" or not block.raw:
        return found
    from checker.dkim import verify as dkim

    records = {name: record(key) for name, key in keys.items()}
    if dkim.is_arc_valid(_crlf(_bytes(block.raw)[0]), records):
        return found
    return replace(found, cv="fail", fault="signature")
