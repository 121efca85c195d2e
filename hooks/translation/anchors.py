"""Anchors of a page's headings, computed by the site's own Markdown so that links hold in every language."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markdown import Markdown

from hooks.translation.page import Anchors
from hooks.translation.segment import SourcePage
from hooks.translation.segments import ATTRIBUTES

_ID = re.compile(rf"(?={ATTRIBUTES})\{{[^}}]*#([\w:.-]+)")


def site_anchors(extensions: Sequence[str], configs: Mapping[str, Mapping[str, Any]]) -> Anchors:
    """A function that tells which anchor the site gives the heading on each line of a page."""
    # Every heading is to get its anchor here, however few the table of contents shows.
    toc = {**configs.get("toc", {}), "toc_depth": 6, "baselevel": 1}
    markdown = Markdown(extensions=list(extensions), extension_configs={**configs, "toc": toc})

    def anchors(page: SourcePage) -> Mapping[int, str]:
        markdown.reset()
        markdown.convert("\n\n".join(_outline(page)))
        tokens: Sequence[Mapping[str, Any]] = vars(markdown)["toc_tokens"]
        if len(tokens) != len(page.headings):
            return {}  # Python-Markdown sees other headings; the strict build names any link that breaks
        lines = [heading.line for heading in page.headings]
        return dict(zip(lines, (token["id"] for token in tokens), strict=True))

    return anchors


def _outline(page: SourcePage) -> Iterator[str]:
    """A small page with the same headings, the same other ids, and the link definitions that headings use."""
    headings = {heading.line for heading in page.headings}
    for heading in page.headings:
        yield f"# {heading.text}"
    for number, line in enumerate(page.lines.texts):
        if number not in headings:
            yield from (f"x\n{{ #{match[1]} }}" for match in _ID.finditer(line))
    yield from page.references
