"""What a page is made of, for the translator: segments, notes to the translator, faults of the author."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from hooks.translation.lines import Span

# Python-Markdown's attr_list, as in `# Heading { #id .class }`.
ATTRIBUTES = r"\{:?[ ]*[^{}\n ][^}\n]*\}"

_NO_WORDS = re.compile(rf"`[^`]*`|{ATTRIBUTES}|\]\([^)]*\)|<[^>]*>")
_LETTER = re.compile(r"[^\W\d_]")


class Kind(StrEnum):
    """What the text is on the page; translators read this."""

    PAGE_TITLE = "page title"
    PAGE_DESCRIPTION = "page description for search engines"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    QUOTATION = "quotation"
    TERM = "term in a list of definitions"
    DEFINITION = "definition"
    TABLE_HEADING = "table heading"
    TABLE_CELL = "table cell"
    BOX_TITLE = "title of a box"
    TAB_TITLE = "title of a tab"
    CODE_TITLE = "title of a code block"
    LINK_TITLE = "title of a link"
    ABBREVIATION = "what an abbreviation stands for"
    HTML_TEXT = "text in HTML"
    HTML_ATTRIBUTE = "text of an HTML attribute"

    @property
    def is_markdown(self) -> bool:
        """Whether the text may carry Markdown."""
        return self not in _PLAIN


_PLAIN = {
    Kind.PAGE_TITLE,
    Kind.PAGE_DESCRIPTION,
    Kind.CODE_TITLE,
    Kind.LINK_TITLE,
    Kind.ABBREVIATION,
    Kind.HTML_TEXT,
    Kind.HTML_ATTRIBUTE,
}


def as_is(text: str) -> str:
    """Write a translation without quoting."""
    return text


def in_quotes(text: str) -> str:
    """Write a translation that stands between double quotes where no escape exists but HTML's."""
    return text.replace('"', "&quot;")


@dataclass(frozen=True)
class Segment:
    """One translatable text; everything from its first span to its last is replaced by a translation."""

    kind: Kind
    text: str
    spans: tuple[Span, ...]
    notes: tuple[str, ...] = ()
    write: Callable[[str], str] = as_is

    @property
    def line(self) -> int:
        """Line number as people count."""
        return self.spans[0].line + 1


@dataclass(frozen=True)
class Heading:
    """A heading, with words or without; `text` still has its attribute list."""

    line: int
    text: str


@dataclass(frozen=True)
class Note:
    """What `<!-- i18n: … -->` says about the text after it."""

    text: str


@dataclass(frozen=True)
class Fault:
    """Something that would stay untranslated, or break when translated."""

    line: int
    what: str


Part = Segment | Heading | Note | Fault


def has_words(text: str) -> bool:
    """Whether anything is left to translate when code, link targets, tags and attributes are away."""
    return bool(_LETTER.search(_NO_WORDS.sub("", text)))
