"""A page taken apart into the texts that a reader sees, each with its place in the source."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from markdown_it.token import Token

from hooks.translation import blocks, front_matter, raw_html, slash_blocks, table_cells
from hooks.translation.lines import Lines, Span, join, locate, split_lines
from hooks.translation.segments import (
    ATTRIBUTES,
    Fault,
    Heading,
    Kind,
    Note,
    Part,
    Segment,
    has_words,
    in_quotes,
)

_ATTRIBUTES_AT_END = re.compile(rf"[ ]+{ATTRIBUTES}[ ]*$")
_ATTRIBUTES_ALONE = re.compile(rf"{ATTRIBUTES}$")
_TASK = re.compile(r"\[[ xX]\][ ]+")
_QUOTED = re.compile(r'"(.*)"')
_CODE_TITLE = re.compile(r'\stitle="([^"]+)"')
_ABBREVIATION = re.compile(r"\*\[[^\]]+\]:\s*(\S.*?)\s*$")
_CONTAINER_KINDS = {
    "heading": Kind.HEADING,
    "dt": Kind.TERM,
    "dd": Kind.DEFINITION,
    "list_item": Kind.LIST_ITEM,
    "blockquote": Kind.QUOTATION,
    "admonition": Kind.PARAGRAPH,
    "admonition_mkdocs": Kind.PARAGRAPH,
    "content_tab_mkdocs": Kind.PARAGRAPH,
}

_Reader = Callable[[Token, Sequence[str], Sequence[str]], Iterator[Part]]


@dataclass(frozen=True)
class SourcePage:
    """A page: its lines, what can be translated in them, and what stands in the way."""

    lines: Lines
    segments: tuple[Segment, ...]
    headings: tuple[Heading, ...]
    references: tuple[str, ...]
    faults: tuple[Fault, ...]


def read_page(text: str) -> SourcePage:
    """Take a page of Markdown apart; any text gives a page."""
    lines = split_lines(text)
    segments, skipped = front_matter.split(lines.without_returns)
    # Same length and lines, so that places stay right; markdown-it would replace NUL by itself.
    texts = [*[""] * skipped, *(line.replace("\0", "\ufffd") for line in lines.texts[skipped:])]
    texts, titles = slash_blocks.take_out(texts)
    parsed = blocks.parse("\n".join(texts))
    parts = list(_parts(parsed.tokens, texts))
    segments += [*titles, *_with_notes(parts), *_link_titles(parsed, texts)]
    return SourcePage(
        lines,
        tuple(sorted(segments, key=lambda segment: segment.spans[0])),
        tuple(part for part in parts if isinstance(part, Heading)),
        tuple(f"[{label}]: {target['href']}" for label, target in parsed.references.items()),
        tuple(part for part in parts if isinstance(part, Fault)),
    )


def _with_notes(parts: Iterable[Part]) -> Iterator[Segment]:
    """The segments; a note belongs to the first one after it."""
    notes: tuple[str, ...] = ()
    for part in parts:
        if isinstance(part, Note):
            notes = (*notes, part.text)
        elif isinstance(part, Segment):
            yield replace(part, notes=notes)
            notes = ()


def _parts(tokens: Sequence[Token], texts: Sequence[str]) -> Iterator[Part]:
    stack: list[str] = []
    for token in tokens:
        if token.nesting == 1:
            stack.append(token.type.removesuffix("_open"))
        elif token.nesting == -1:
            stack.pop()
        if token.map and (reader := _READERS.get(token.type)):
            yield from reader(token, stack, texts)


def _inline(token: Token, stack: Sequence[str], texts: Sequence[str]) -> Iterator[Part]:
    if "table" in stack or not token.content.strip():
        return  # rows are read from the source: markdown-it has already resolved `\|` in them
    if stack[-1] in blocks.TITLES:
        yield from _title(token, stack, texts)
    elif stack[-1] == blocks.ABBREVIATION:
        yield from _abbreviations(token, texts)
    else:
        yield from _block(token, stack, texts)


def _block(token: Token, stack: Sequence[str], texts: Sequence[str]) -> Iterator[Part]:
    first = _lines_of(token)[0]
    spans = locate(texts, first, token.content)
    if not spans:
        yield Fault(first + 1, "this text cannot be found in the source; write it more simply")
        return
    is_heading = stack[-1] == "heading"
    if is_heading:
        yield Heading(spans[0].line, join(texts, spans))
    spans = _without_attributes(texts, _without_task(texts, spans), is_heading=is_heading)
    text = join(texts, spans)
    if has_words(text):
        yield Segment(_kind(stack), text, spans)


def _without_task(texts: Sequence[str], spans: tuple[Span, ...]) -> tuple[Span, ...]:
    first = spans[0]
    match = _TASK.match(texts[first.line], first.start, first.end)
    return (replace(first, start=match.end()), *spans[1:]) if match else spans


def _without_attributes(
    texts: Sequence[str], spans: tuple[Span, ...], *, is_heading: bool
) -> tuple[Span, ...]:
    last = spans[-1]
    text = texts[last.line][last.start : last.end]
    if len(spans) > 1 and _ATTRIBUTES_ALONE.match(text):
        return spans[:-1]
    match = _ATTRIBUTES_AT_END.search(text) if is_heading else None
    return (*spans[:-1], replace(last, end=last.start + match.start())) if match else spans


def _kind(stack: Sequence[str]) -> Kind:
    kinds = (_CONTAINER_KINDS.get(name) for name in reversed(stack))
    return next((kind for kind in kinds if kind), Kind.PARAGRAPH)


def _title(token: Token, stack: Sequence[str], texts: Sequence[str]) -> Iterator[Part]:
    line = _lines_of(token)[0]
    match = _QUOTED.search(texts[line])
    if not match:
        yield Fault(line + 1, 'give the box a title (`!!! note "Title"`): a default one stays English')
    elif has_words(match[1]):
        kind = Kind.TAB_TITLE if stack[-1].startswith("content_tab") else Kind.BOX_TITLE
        yield Segment(kind, match[1], (Span(line, *match.span(1)),))


def _abbreviations(token: Token, texts: Sequence[str]) -> Iterator[Part]:
    first, last = _lines_of(token)
    for number in range(first, min(last + 1, len(texts))):
        if match := _ABBREVIATION.search(texts[number]):
            yield Segment(Kind.ABBREVIATION, match[1], (Span(number, *match.span(1)),))


def _fence(token: Token, _stack: Sequence[str], texts: Sequence[str]) -> Iterator[Part]:
    line = _lines_of(token)[0]
    match = _CODE_TITLE.search(texts[line])
    if match and has_words(match[1]):
        yield Segment(Kind.CODE_TITLE, match[1], (Span(line, *match.span(1)),), write=in_quotes)


def _row(token: Token, stack: Sequence[str], texts: Sequence[str]) -> Iterator[Part]:
    line = _lines_of(token)[0]
    return table_cells.row(texts[line], line, is_head="thead" in stack, in_list="list_item" in stack)


def _html(token: Token, _stack: Sequence[str], texts: Sequence[str]) -> Iterator[Part]:
    return raw_html.html_block(texts, *_lines_of(token))


def _link_titles(parsed: blocks.Blocks, texts: Sequence[str]) -> Iterator[Segment]:
    for target in parsed.references.values():
        title, last = target["title"], target["map"][1] - 1
        start = texts[last].rfind(title) if title else -1
        if start >= 0:
            span = Span(last, start, start + len(title))
            yield Segment(Kind.LINK_TITLE, title, (span,), write=in_quotes)


def _lines_of(token: Token) -> tuple[int, int]:
    assert token.map is not None, "only tokens with a place get a reader"  # noqa: S101
    return token.map[0], token.map[1]


_READERS: dict[str, _Reader] = {
    "inline": _inline,
    "fence": _fence,
    "html_block": _html,
    "tr_open": _row,
}
