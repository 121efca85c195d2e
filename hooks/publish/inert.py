"""No page may run, load or send anything of its own: the build refuses what the security policy would block.

A translation or a page may hold raw HTML, so this is where a hostile one ends. Scripts come as files of ours.
"""

import re
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from pathlib import Path

from hooks.publish.render import BuildError

Attributes = Sequence[tuple[str, str | None]]

_DATA = ("application/json", "application/ld+json")  # read by scripts, never run
_FORBIDDEN = frozenset(
    {"animate", "applet", "base", "embed", "frame", "iframe", "object", "portal", "set", "style"}
)
_LOADS = frozenset({"action", "background", "data", "formaction", "poster", "src", "srcset"})
_LOADING_LINKS = frozenset({"stylesheet", "icon", "preload", "modulepreload", "manifest", "prefetch"})
_SCHEME = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|[/\\]{2})")
_MAY_LEAD = ("http:", "https:", "mailto:", "//")
_IGNORED = re.compile(r"[\x00-\x20]+")  # browsers look past these in front of a scheme and within it
_TOLD = 5


def require_inert(folder: Path) -> None:
    """Complain of every page below `folder` that is not."""
    found = [f"{page.relative_to(folder.parent)}: {fault}" for page in sorted(folder.rglob("*.html"))
             for fault in faults(page.read_text(encoding="utf-8"))]  # fmt: skip
    if found:
        more = f"\n… and {len(found) - _TOLD} more" if len(found) > _TOLD else ""
        raise BuildError(
            "The security policy would block parts of these pages:\n" + "\n".join(found[:_TOLD]) + more
        )


def faults(html: str) -> list[str]:
    """What is wrong with a page, each with its line."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        line = self.getpos()[0]
        self.found += [f"line {line}: {fault}" for fault in _of_element(tag, attrs)]

    handle_startendtag = handle_starttag


def _of_element(tag: str, attrs: Attributes) -> Iterator[str]:
    values = {name: value or "" for name, value in attrs}
    if tag in _FORBIDDEN:
        yield f"<{tag}> is not allowed"
    if tag == "script" and "src" not in values and values.get("type") not in _DATA:
        yield "a script must be a file of its own"
    if tag == "meta" and values.get("http-equiv", "").lower() not in ("", "content-security-policy"):
        yield f"<meta http-equiv={values['http-equiv']}> is not allowed"
    loading = tag == "link" and bool(_LOADING_LINKS & set(values.get("rel", "").lower().split()))
    for name, value in values.items():
        yield from _of_attribute(name, _IGNORED.sub("", value).lower(), loading=loading)


def _of_attribute(name: str, value: str, *, loading: bool) -> Iterator[str]:
    if name.startswith("on") or name in ("style", "srcdoc", "ping"):
        yield f"the attribute {name} is not allowed"
    elif name in _LOADS or (loading and name == "href"):
        if _SCHEME.match(value):
            yield f"{name}={value[:60]} comes from elsewhere"
    elif name in ("href", "xlink:href") and _SCHEME.match(value) and not value.startswith(_MAY_LEAD):
        yield f"{name}={value[:60]} is no link to a page"
