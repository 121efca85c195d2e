"""Saying on a translated page which texts are still in the language of the sources."""

import re
from collections.abc import Sequence

from hooks.translation.lines import Span
from hooks.translation.segment import SourcePage
from hooks.translation.segments import ATTRIBUTES, Kind, Segment

# Where Python-Markdown's attr_list stands at the end of the text, and where on a line of its own.
_AT_END = {Kind.HEADING, Kind.TERM, Kind.TABLE_CELL, Kind.TABLE_HEADING}
_BELOW = {Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.QUOTATION, Kind.DEFINITION}

_AFTER_TEXT = re.compile(rf"[ ]+(?={ATTRIBUTES})\{{:?")
_ON_ITS_OWN = re.compile(rf"[\s>]*(?={ATTRIBUTES}\s*$)\{{:?")
_NOTHING = re.compile(r"[\s>]*$")
_NEXT_ITEM = re.compile(r"[\s>]*(?:[-*+]|\d+[.)])\s")


def mark_language(page: SourcePage, segments: Sequence[Segment], lang: str) -> str:
    """The page with `lang` on the given segments, where an attribute list is sure to be read as one."""
    texts, ends = list(page.lines.texts), list(page.lines.ends)
    for segment in reversed(segments):
        last = segment.spans[-1]
        if segment.kind in _AT_END:
            texts[last.line] = _at_end(texts[last.line], last.end, lang)
        elif segment.kind in _BELOW:
            _below(texts, ends, segment, lang, page.lines.newline)
    return "".join(text + end for text, end in zip(texts, ends, strict=True))


def _at_end(line: str, end: int, lang: str) -> str:
    before, after = line[:end], line[end:]
    if match := _AFTER_TEXT.match(after):
        return f"{before}{match[0]} lang={lang}{after[match.end() :]}"
    return f"{before} {{ lang={lang} }}{after}"


def _below(texts: list[str], ends: list[str], segment: Segment, lang: str, newline: str) -> None:
    number = segment.spans[-1].line
    following = texts[number + 1] if number + 1 < len(texts) else ""
    if match := _ON_ITS_OWN.match(following):
        texts[number + 1] = f"{match[0]} lang={lang}{following[match.end() :]}"
    elif _NOTHING.match(following) or (segment.kind is Kind.LIST_ITEM and _NEXT_ITEM.match(following)):
        texts.insert(number + 1, f"{_container(texts, segment.spans)}{{ lang={lang} }}")
        ends[number : number + 1] = [newline, ends[number]]


def _container(texts: Sequence[str], spans: Sequence[Span]) -> str:
    """What the block stands in: `> ` and spaces."""
    last = spans[-1]
    return re.sub(r"[^\s>]", " ", texts[last.line][: last.start])
