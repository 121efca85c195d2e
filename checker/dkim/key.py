"""Reading a key record (RFC 6376 section 3.6.1): every text gives one, with what is wrong in it."""

import base64
import binascii
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from checker.dkim.der import rsa_bits

_WHITE = re.compile(r"[ \t\r\n]+")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*\Z")
_ED25519_OCTETS = 32


class KeyFault(StrEnum):
    """What is wrong with a key record."""

    BAD_VERSION = "bad_version"
    NO_KEY = "no_key"
    BAD_KEY = "bad_key"
    UNKNOWN_TYPE = "unknown_type"
    TWICE = "twice"
    NOT_A_TAG = "not_a_tag"
    NOT_FOR_MAIL = "not_for_mail"
    ONLY_SHA1 = "only_sha1"


FATAL = frozenset(KeyFault) - {KeyFault.NOT_A_TAG}
"""With one of these no signature is valid."""


@dataclass(frozen=True, slots=True)
class KeyRecord:
    """A public key as a domain publishes it; `bits` is 0 where the key cannot be read."""

    text: str
    tags: Mapping[str, str]
    key_type: str
    bits: int
    faults: tuple[KeyFault, ...] = ()

    @property
    def is_revoked(self) -> bool:
        """Whether the key is empty, which takes back all signatures made with it."""
        return self.tags.get("p") == ""

    @property
    def is_usable(self) -> bool:
        """Whether a signature made with it can be valid."""
        return not self.is_revoked and not FATAL.intersection(self.faults)

    @property
    def is_testing(self) -> bool:
        """Whether receivers shall treat signed and unsigned e-mail alike (flag y)."""
        return "y" in self._flags

    @property
    def _flags(self) -> list[str]:
        return _listed(self.tags.get("t", ""))


def is_key(text: str) -> bool:
    """Say whether a TXT record is meant to be a key; the version may be missing."""
    return text.lstrip().lower().startswith("v=dkim") or "p" in _tags(text)


def read_key(text: str) -> KeyRecord:
    """Read the text of a record."""
    tags = _tags(text)
    key_type = tags.get("k", "rsa").lower()
    bits = _bits(key_type, tags.get("p", ""))
    return KeyRecord(text, MappingProxyType(tags), key_type, bits, tuple(_faults(text, tags, key_type, bits)))


def _tags(text: str) -> dict[str, str]:
    tags: dict[str, str] = {}
    for part in text.split(";"):
        name, equals, value = part.partition("=")
        if equals and _NAME.match(name.strip()):
            tags.setdefault(name.strip().lower(), value.strip())
    if "p" in tags:
        tags["p"] = _WHITE.sub("", tags["p"])
    return tags


def _faults(text: str, tags: Mapping[str, str], key_type: str, bits: int) -> Iterator[KeyFault]:
    names = [part.partition("=")[0].strip().lower() for part in text.split(";") if "=" in part]
    if "v" in tags and (names[0] != "v" or tags["v"] != "DKIM1"):
        yield KeyFault.BAD_VERSION
    if len(set(names)) < len(names):
        yield KeyFault.TWICE
    if any(part.strip() and "=" not in part for part in text.split(";")):
        yield KeyFault.NOT_A_TAG
    if "p" not in tags:
        yield KeyFault.NO_KEY
    elif key_type not in ("rsa", "ed25519"):
        yield KeyFault.UNKNOWN_TYPE
    elif tags["p"] and not bits:
        yield KeyFault.BAD_KEY
    if "s" in tags and not {"*", "email"}.intersection(_listed(tags["s"])):
        yield KeyFault.NOT_FOR_MAIL
    if "h" in tags and "sha256" not in _listed(tags["h"]):
        yield KeyFault.ONLY_SHA1


def _listed(value: str) -> list[str]:
    return [part.strip().lower() for part in value.split(":")]


def _bits(key_type: str, key: str) -> int:
    try:
        data = base64.b64decode(key, validate=True)
    except (binascii.Error, ValueError):
        return 0
    if key_type == "ed25519":
        # RFC 8463 section 4: the 32 octets of the key, without any wrapping.
        return 8 * _ED25519_OCTETS if len(data) == _ED25519_OCTETS else 0
    return rsa_bits(data)
