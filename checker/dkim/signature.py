"""The DKIM-Signature field and its body hash (RFC 6376 sections 3.4 to 3.7); total, never raises."""

import base64
import binascii
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

_TAG_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,30}")
_FOLD = re.compile(r"\s+")
_REQUIRED = ("v", "a", "b", "bh", "d", "h", "s")
_ALGORITHMS = frozenset(("rsa-sha256", "rsa-sha1", "ed25519-sha256"))
_LINE_BLANKS = re.compile(rb"[\t ]+")
_LONGEST = 100_000


@dataclass(frozen=True, slots=True)
class Signature:
    """The tags of one signature; `faults` are codes such as `missing:bh`, `twice:d`, `not_a_tag`."""

    tags: Mapping[str, str] = MappingProxyType({})
    faults: tuple[str, ...] = ()

    def get(self, tag: str) -> str:
        """The value of a tag, or nothing."""
        return self.tags.get(tag, "")

    @property
    def domain(self) -> str:
        """Who signs (d=), in lower case."""
        return self.get("d").lower().rstrip(".")

    @property
    def selector(self) -> str:
        """Which of the domain's keys (s=)."""
        return self.get("s")

    @property
    def key_name(self) -> str:
        """The DNS name of the key (RFC 6376 section 3.6.2.1)."""
        return f"{self.selector}._domainkey.{self.domain}"

    @property
    def signed(self) -> tuple[str, ...]:
        """The signed field names (h=), in lower case."""
        return tuple(name.strip().lower() for name in self.get("h").split(":") if name.strip())

    @property
    def canonical(self) -> tuple[str, str]:
        """How header and body are put in form before they are hashed (c=)."""
        header, _, body = self.get("c").lower().partition("/")
        return header or "simple", body or "simple"

    @property
    def body_length(self) -> int | None:
        """How much of the body is signed (l=), or nothing where all of it is."""
        text = self.get("l")
        return int(text) if text.isascii() and text.isdigit() and len(text) < 20 else None


def parse_tags(value: str) -> tuple[dict[str, str], list[str]]:
    """A tag list (RFC 6376 section 3.2): folding white space is no part of b, bh and h."""
    tags: dict[str, str] = {}
    faults: list[str] = []
    parts = value[:_LONGEST].split(";")
    for number, part in enumerate(parts):
        name, equals, text = part.partition("=")
        name = name.strip()
        if not part.strip():
            if number < len(parts) - 1:
                faults.append("empty_tag")
        elif not equals or not _TAG_NAME.fullmatch(name):
            faults.append("not_a_tag")
        elif name in tags:
            faults.append(f"twice:{name}")
        else:
            tags[name] = _FOLD.sub("", text) if name in ("b", "bh", "h") else text.strip()
    return tags, faults


def parse(value: str) -> Signature:
    """Read a DKIM-Signature field; every fault is named and nothing that can be read is lost."""
    tags, faults = parse_tags(value)
    faults += [f"missing:{name}" for name in _REQUIRED if not tags.get(name)]
    if tags.get("v", "1") != "1":
        faults.append("version")
    if tags.get("a", "rsa-sha256").lower() not in _ALGORITHMS:
        faults.append("algorithm")
    if tags.get("h") and "from" not in tags["h"].lower().split(":"):
        faults.append("from_not_signed")
    faults += [f"not_base64:{name}" for name in ("b", "bh") if tags.get(name) and not _is_base64(tags[name])]
    faults += [
        f"not_a_number:{name}"
        for name in ("l", "t", "x")
        if name in tags and not (tags[name].isascii() and tags[name].isdigit())
    ]
    return Signature(MappingProxyType(tags), tuple(faults))


def _is_base64(text: str) -> bool:
    try:
        base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return False
    return True


def canonical_body(body: bytes, form: str) -> bytes:
    """The body as it is hashed (RFC 6376 section 3.4.3 and 3.4.4); lines must end with CRLF."""
    if form == "relaxed":
        lines = [_LINE_BLANKS.sub(b" ", line).rstrip(b" ") for line in body.split(b"\r\n")]
        body = b"\r\n".join(lines)
    stripped = _strip_end(body)
    if stripped or form == "simple":
        return stripped + b"\r\n"
    return b""


def _strip_end(body: bytes) -> bytes:
    """Take the empty lines at the end away, and the end of the last line."""
    end = len(body)
    while end >= 2 and body[end - 2 : end] == b"\r\n":
        end -= 2
    return body[:end]


def body_hash(body: bytes, signature: Signature) -> str:
    """The hash that bh= should hold, as base64; nothing where the algorithm is not known."""
    algorithm = signature.get("a").lower().partition("-")[2]
    if algorithm not in ("sha1", "sha256"):
        return ""
    data = canonical_body(body, signature.canonical[1])[: signature.body_length]
    return base64.b64encode(hashlib.new(algorithm, data, usedforsecurity=False).digest()).decode()
