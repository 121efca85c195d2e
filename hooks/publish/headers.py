"""The file `_headers`, as Netlify, Cloudflare Pages and our own server read it: address → headers."""

import re
from collections.abc import Mapping
from pathlib import Path

NAME = "_headers"
Rules = Mapping[str, Mapping[str, str]]

# An address with a hash of the content in it never changes its meaning: the runtime, Material's files.
_LASTING = (
    r"^{base}runtime/[0-9a-f]{{8,}}/",
    r"^{base}[^/]+/assets/(javascripts|stylesheets)/(.+/)?[^/]+\.[0-9a-f]{{8}}\.min\.[a-z]+$",
)
KEEP = "public, max-age=31536000, immutable"


def lasting(base: str = "/") -> tuple[str, ...]:
    """Patterns of the addresses of which a copy may be kept for good, below a path."""
    return tuple(pattern.format(base=re.escape(base)) for pattern in _LASTING)


def is_lasting(path: str) -> bool:
    """Whether one of those patterns finds itself in an address of a site that lies at the root."""
    return any(re.search(pattern, path) for pattern in lasting())


def rules(site: Path, everywhere: Mapping[str, str]) -> Rules:
    """The rules for a built site; no header is set by two of them, since hosts join what two rules say."""
    folders = {
        f"/runtime/{one.name}/*" for one in (site / "runtime").glob("*/")
    }  # hosts take a hundred rules
    files = {f"/{path.relative_to(site).as_posix()}" for path in site.rglob("assets/**/*") if path.is_file()}
    kept = sorted(folders | set(filter(is_lasting, files)))
    return {"/*": everywhere} | {path: {"Cache-Control": KEEP} for path in kept}


def written(given: Rules) -> str:
    """The rules as text."""
    blocks = (
        "\n".join([path, *(f"  {name}: {value}" for name, value in found.items())])
        for path, found in given.items()
    )
    return "\n\n".join(blocks) + "\n"


def read(text: str) -> Rules:
    """What `written` wrote."""
    found: dict[str, dict[str, str]] = {}
    path = ""
    for line in text.split("\n"):
        if line and not line.startswith((" ", "#")):
            path = line
        elif ": " in line:
            name, _, value = line.strip().partition(": ")
            found.setdefault(path, {})[name] = value
    return found


def headers_for(given: Rules, path: str) -> dict[str, str]:
    """The headers that the rules give to one address."""
    found: dict[str, str] = {}
    for pattern, headers in given.items():
        if path.startswith(pattern[:-1]) if pattern.endswith("*") else path == pattern:
            found |= headers
    return found
