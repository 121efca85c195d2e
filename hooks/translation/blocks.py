"""The block structure of a page in the site's dialect of Markdown.

The only module that knows where the rules come from: mdformat-mkdocs promises no stable API, so it is pinned.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdformat_mkdocs.mdit_plugins import (
    material_admon_plugin,
    material_content_tabs_plugin,
    material_deflist_plugin,
    pymd_abbreviations_plugin,
    pymd_admon_plugin,
)
from mdit_py_plugins.footnote import footnote_plugin

TITLES = ("admonition_title", "admonition_mkdocs_title", "content_tab_mkdocs_title")
ABBREVIATION = "mkdocs_abbreviation"

# Deeper than anybody writes; markdown-it silently drops what lies deeper.
_DEEPEST = 100


@dataclass(frozen=True)
class Blocks:
    """Tokens of a page with their line numbers, and its link definitions."""

    tokens: Sequence[Token]
    references: Mapping[str, Mapping[str, Any]]


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": _DEEPEST}).enable("table")
    parser.use(footnote_plugin).use(pymd_admon_plugin).use(material_admon_plugin)
    parser.use(material_content_tabs_plugin).use(material_deflist_plugin).use(pymd_abbreviations_plugin)
    # Text is replaced in the source, so nothing inside a block is ever parsed.
    return parser.disable(["inline", "footnote_tail"], ignoreInvalid=True)


def parse(text: str) -> Blocks:
    """Parse a page whose lines end in `\\n`; front matter must have been blanked."""
    env: dict[str, Any] = {}
    tokens = _parser().parse(text, env)
    return Blocks(tokens, env.get("references", {}))
