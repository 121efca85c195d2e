"""ARC (RFC 8617): the sets, whether they are whole, what their sealers say; no signature is verified here."""

import base64
import binascii
import re
from collections import defaultdict
from collections.abc import Iterable

from checker.dkim.signature import parse_tags
from checker.headers.authres import parse
from checker.headers.model import ArcChain, ArcSet, Field

NAMES = ("arc-authentication-results", "arc-message-signature", "arc-seal")
"""The three fields of a set, in lower case."""
_INSTANCE = re.compile(r"\s*i\s*=\s*(\d{1,6})\s*;")
_HIGHEST = 50
_SEAL_NEEDS = ("i", "a", "b", "cv", "d", "s")
_MESSAGE_NEEDS = ("i", "a", "b", "bh", "d", "h", "s")
_DOMAIN = re.compile(r"[A-Za-z0-9_-]{1,63}(?:\.[A-Za-z0-9_-]{1,63}){1,20}")
_TIME = re.compile(r"\d{1,12}")


def chain(fields: Iterable[Field]) -> ArcChain:
    """Read every set; the first fault in the structure makes the chain fail (section 5.2)."""
    given = [field for field in fields if field.key in NAMES]
    if not given:
        return ArcChain()
    found: dict[str, dict[int, list[Field]]] = {key: defaultdict(list) for key in NAMES}
    fault = ""
    for field in given:
        number = _instance(field)
        if not 1 <= number <= _HIGHEST:
            fault = fault or "instance"
        found[field.key][number].append(field)
    numbers = sorted({number for by_number in found.values() for number in by_number})
    fault = fault or _gap(numbers) or _incomplete(found, numbers)
    sets = tuple(_set(found, number) for number in numbers)
    fault = fault or next((one for one in map(_fault_of_set, _tag_lists(found, numbers), sets) if one), "")
    return ArcChain(sets, "fail" if fault else "pass", fault)


def _instance(field: Field) -> int:
    if field.key == NAMES[0]:
        match = _INSTANCE.match(field.value[:100])
        return int(match[1]) if match else 0
    text = parse_tags(field.value)[0].get("i", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0


def _gap(numbers: list[int]) -> str:
    return "" if numbers == list(range(1, len(numbers) + 1)) else "gap"


def _incomplete(found: dict[str, dict[int, list[Field]]], numbers: list[int]) -> str:
    counts = [len(found[key][number]) for key in NAMES for number in numbers]
    return "missing" if 0 in counts else "twice" if max(counts) > 1 else ""


def _first(found: dict[str, dict[int, list[Field]]], key: str, number: int) -> Field | None:
    return next(iter(found[key].get(number, ())), None)


def _set(found: dict[str, dict[int, list[Field]]], number: int) -> ArcSet:
    seal, results = _first(found, NAMES[2], number), _first(found, NAMES[0], number)
    tags = parse_tags(seal.value)[0] if seal else {}
    line = seal.line if seal else results.line if results else 0
    read = parse(results.value, results.line) if results else parse("")
    return ArcSet(number, tags.get("cv", "").lower(), tags.get("d", "").lower(), read, line)


type _Tags = tuple[dict[str, str], list[str]]


def _tag_lists(
    found: dict[str, dict[int, list[Field]]], numbers: list[int]
) -> Iterable[tuple[bool, _Tags, _Tags]]:
    """The tags of each set's signature and seal; the message signature counts in the newest set only."""
    for number in numbers:
        message, seal = _first(found, NAMES[1], number), _first(found, NAMES[2], number)
        if message and seal:
            yield number == numbers[-1], parse_tags(message.value), parse_tags(seal.value)


def _fault_of_set(tags: tuple[bool, _Tags, _Tags], one: ArcSet) -> str:
    newest, message, seal = tags
    wanted = "none" if one.instance == 1 else "pass"
    if seal[0].get("cv", "").lower() != wanted:
        return "cv"
    if "h" in seal[0]:
        return "seal_h"
    return _fault_of_tags(seal, _SEAL_NEEDS) or (_fault_of_tags(message, _MESSAGE_NEEDS) if newest else "")


def _fault_of_tags(read: _Tags, needs: tuple[str, ...]) -> str:
    tags, faults = read
    if faults:
        return "tags"
    if any(not tags.get(name) for name in needs if name != "h" or name not in tags):
        return "missing_tag"
    if tags["a"] != "rsa-sha256" and tags["a"] != "ed25519-sha256":
        return "algorithm"
    if not _DOMAIN.fullmatch(tags["d"]):
        return "domain"
    if "t" in tags and not _TIME.fullmatch(tags["t"]):
        return "time"
    signed = [name.strip().lower() for name in tags.get("h", "").split(":")]
    if "h" in needs and "arc-seal" in signed:
        return "signed_fields"
    if "c" in tags and not set(tags["c"].lower().split("/")) <= {"simple", "relaxed"}:
        return "canonicalization"
    return next(("base64" for name in ("b", "bh") if name in tags and not _is_base64(tags[name])), "")


def _is_base64(text: str) -> bool:
    try:
        base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError):
        return False
    return True
