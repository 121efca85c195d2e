"""A page in another language: the translated texts put in, every other byte as it was."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from hooks.translation.fallback import mark_language
from hooks.translation.segment import SourcePage, read_page
from hooks.translation.segments import Kind, Segment

Anchors = Callable[[SourcePage], Mapping[int, str]]

_ATTRIBUTES_START = re.compile(r"[ ]+\{:?[ ]*")
_EXPLICIT_ID = re.compile(r"[ ]+\{[^}]*#[^}]*\}")


@dataclass(frozen=True)
class TranslatedPage:
    """The text of a page, and how many of its texts are translated."""

    text: str
    done: int
    total: int


def no_anchors(_page: SourcePage) -> Mapping[int, str]:
    """Leave headings without anchors of their own."""
    return {}


def translate_page(
    text: str, messages: Mapping[str, str], anchors: Anchors = no_anchors, source_lang: str = ""
) -> TranslatedPage:
    """Put the translations into a page; headings keep the anchor they have in the source.

    With a `source_lang`, texts that stay untranslated are marked as being in that language.
    """
    page = read_page(text)
    total, missing = len(page.segments), [item for item in page.segments if not messages.get(item.text)]
    if source_lang and missing:
        text = mark_language(page, missing, source_lang)
        page = read_page(text)
    found = [(segment, messages[segment.text]) for segment in page.segments if messages.get(segment.text)]
    changed = [(segment, translation) for segment, translation in found if translation != segment.text]
    if changed:
        text = rebuild(page, changed, anchors(page))
    return TranslatedPage(text, total - len(missing), total)


def rebuild(page: SourcePage, found: Sequence[tuple[Segment, str]], anchors: Mapping[int, str]) -> str:
    """The page with the given segments written anew, each as a single paragraph of source."""
    texts, ends = list(page.lines.texts), list(page.lines.ends)
    for segment, translation in reversed(found):
        first, last = segment.spans[0], segment.spans[-1]
        anchor = anchors.get(first.line) if segment.kind is Kind.HEADING else None
        after = _with_anchor(texts[last.line][last.end :], anchor)
        written = _lines(segment, texts, segment.write(translation))
        written[-1] += after
        texts[first.line : last.line + 1] = written
        ends[first.line : last.line] = [page.lines.newline] * (len(written) - 1)
    return "".join(text + end for text, end in zip(texts, ends, strict=True))


def _lines(segment: Segment, texts: Sequence[str], translation: str) -> list[str]:
    """The translation with what its block stands in (`> `, indentation) before every line."""
    first = segment.spans[0]
    before = texts[first.line][: first.start]
    if len(segment.spans) > 1:
        below = texts[segment.spans[1].line][: segment.spans[1].start]
    else:
        below = re.sub(r"[^\s>]", " ", before)
    head, *tail = translation.split("\n")
    # Two spaces at the end of a line are Markdown's hard break, the only line break inside a block.
    lines = [before + head, *(below + line for line in tail)]
    return [*(line + "  " for line in lines[:-1]), lines[-1]]


def _with_anchor(after: str, anchor: str | None) -> str:
    if anchor is None or _EXPLICIT_ID.match(after):
        return after
    if match := _ATTRIBUTES_START.match(after):
        return f"{match[0]}#{anchor} {after[match.end() :]}"
    return f" {{ #{anchor} }}{after}"
