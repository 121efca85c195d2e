"""Who wrote it: the address in From, read from the undecoded text so that no trick of display counts."""

import re
from dataclasses import dataclass

from checker.headers.encoded import decode_words, visible

_LONGEST = 4000
_SHOWN_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_DOMAIN = re.compile(r"[^\s<>()\[\],;:\"@]{1,255}")


@dataclass(frozen=True, slots=True)
class Author:
    """One address of a From field; `domain` is in lower case and in its ASCII form."""

    name: str = ""
    address: str = ""
    domain: str = ""


def authors(value: str) -> tuple[Author, ...]:
    """Every author of a From field (RFC 5322 section 3.6.2): groups, routes and comments are understood."""
    found = []
    for part in _split(value[:_LONGEST]):
        author = _author(part)
        if author.domain:
            found.append(author)
    return tuple(found)


def _split(value: str) -> list[str]:
    """Cut at commas that stand outside quotes, comments and angle brackets."""
    if "," not in value and ";" not in value:
        return [value]
    parts, start, depth, quoted, angle = [], 0, 0, False, False
    skip = False
    for at, char in enumerate(value):
        if skip:
            skip = False
        elif char == "\\":
            skip = True
        elif char == '"' and depth == 0:
            quoted = not quoted
        elif quoted:
            continue
        elif char in "()":
            depth = max(0, depth + (1 if char == "(" else -1))
        elif depth == 0 and char in "<>":
            angle = char == "<"
        elif depth == 0 and not angle and char in ",;":
            parts.append(value[start:at])
            start = at + 1
    return [*parts, value[start:]]


def _author(part: str) -> Author:
    name, address = _name_and_address(part)
    local, at, domain = address.rpartition("@")
    match = _DOMAIN.match(domain.strip()) if at and local else None
    shown = visible(decode_words(name)).strip()
    if match is None:
        return Author(shown)
    return Author(shown, visible(address), to_ascii(match[0]))


def _name_and_address(part: str) -> tuple[str, str]:
    """The last angle brackets hold the address; without any, what is no comment does."""
    bare = _without_comments(part)
    end = bare.rfind(">")
    start = bare.rfind("<", 0, end) if end > 0 else bare.rfind("<")
    if start >= 0:
        inside = bare[start + 1 : end if end > start else None]
        return bare[:start].strip().strip('"'), inside.rpartition(":")[2].strip()
    return "", bare.rpartition(":")[2].strip()


def _without_comments(text: str) -> str:
    """Comments nest and may not end; what stands in quotes is none."""
    if "(" not in text:
        return text
    out, depth, quoted = [], 0, False
    for char in text:
        if char == '"' and depth == 0:
            quoted = not quoted
        if not quoted and char == "(":
            depth += 1
        elif not quoted and char == ")" and depth:
            depth -= 1
        elif depth == 0:
            out.append(char)
    return text.replace("(", " ") if depth else "".join(out)


def to_ascii(domain: str) -> str:
    """The domain in lower case with each label as it stands in the DNS (A-label)."""
    domain = domain.rstrip(".").lower()
    if domain.isascii():
        return domain
    labels = []
    for label in domain.split("."):
        try:
            labels.append(label if label.isascii() else "xn--" + label.encode("punycode").decode())
        except UnicodeError:
            labels.append(label)
    return ".".join(labels)


def domain_of(address: str) -> str:
    """The domain of an address such as a Return-Path, or nothing."""
    domain = address.strip().strip("<>").rpartition("@")[2].strip(" <>")
    match = _DOMAIN.match(domain)
    return to_ascii(match[0]) if match and "." in match[0] else ""


def shown_addresses(name: str) -> list[str]:
    """Addresses that are written into a display name, where readers take them for the sender."""
    return _SHOWN_ADDRESS.findall(name[:400])


def scripts(domain: str) -> set[str]:
    """The scripts that the letters of a domain are from, as far as look-alikes go."""
    if domain.isascii():
        return {"latin"}
    found = set()
    for char in domain:
        if char.isascii():
            if char.isalpha():
                found.add("latin")
        elif "\u0370" <= char <= "\u03ff":
            found.add("greek")
        elif "\u0400" <= char <= "\u052f":
            found.add("cyrillic")
        elif char.isalpha() and char <= "\u024f":
            found.add("latin")
        elif char.isalpha():
            found.add("other")
    return found
