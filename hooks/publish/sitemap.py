"""Which pages there are, and the sitemap that ties each page to itself in the other languages."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import quoteattr

from hooks.publish.settings import Settings

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
"""


def pages(folder: Path) -> list[str]:
    """The addresses of all pages under a language's folder, relative to it: "" is its home."""
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    return sorted(path.removesuffix("index.html") for path in found if path != "404.html")


def sitemap(settings: Settings, site: Mapping[str, Sequence[str]]) -> str:
    """The sitemap of all languages' pages; no dates, which would make two builds differ."""
    every = sorted({page for found in site.values() for page in found})
    entries = [_entry(settings, page, [code for code in site if page in site[code]]) for page in every]
    return _HEAD + "".join(entries) + "</urlset>\n"


def _entry(settings: Settings, page: str, codes: Sequence[str]) -> str:
    """One <url> for each language that has the page, each listing all of them."""
    places = {code: f"{settings.url}{code}/{page}" for code in codes}
    # Whoever asks for no language in particular: the home is the root, which chooses; a page, the source's.
    default = settings.url if page == "" else places.get(settings.source, places[codes[0]])
    links = "".join(
        f'    <xhtml:link rel="alternate" hreflang={quoteattr(code)} href={quoteattr(place)}/>\n'
        for code, place in [*places.items(), ("x-default", default)]
    )
    return "".join(f"  <url>\n    <loc>{_text(place)}</loc>\n{links}  </url>\n" for place in places.values())


def _text(place: str) -> str:
    return quoteattr(place)[1:-1]


def robots(settings: Settings) -> str:
    """Everything may be read; here is the list."""
    return f"User-agent: *\nAllow: /\nSitemap: {settings.url}sitemap.xml\n"
