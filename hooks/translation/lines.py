"""Lines of a source file with their own line ends, so that what is not translated stays byte for byte."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

# Exactly what markdown-it and Python-Markdown take as the end of a line; str.splitlines knows ten more.
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True)
class Lines:
    """The text between the line ends, and the line ends; the last one is empty."""

    texts: tuple[str, ...]
    ends: tuple[str, ...]

    @property
    def newline(self) -> str:
        """How a new line of this file ends."""
        return self.ends[0] or "\n"

    @property
    def without_returns(self) -> str:
        """The text as a parser wants it: same lines and columns, `\\n` between them."""
        return "\n".join(self.texts)


@dataclass(frozen=True, order=True)
class Span:
    """A piece of one line."""

    line: int
    start: int
    end: int


def split_lines(text: str) -> Lines:
    """Take a text apart into lines and line ends."""
    return Lines(tuple(_LINE_END.split(text)), (*_LINE_END.findall(text), ""))


def locate(texts: Sequence[str], start: int, content: str) -> tuple[Span, ...] | None:
    """Find a block's lines in the source from line `start` on, leaving what contains it (`> `, `- `) outside.

    None when a line of the block is not there, which means that the parser rewrote it.
    """
    spans = []
    for number, part in enumerate(content.split("\n"), start):
        wanted = part.strip()
        if number >= len(texts):
            return None
        line = texts[number].rstrip()
        # Text ends its line, except in `# Heading ##`: looking from the right keeps `1. 1` apart.
        column = len(line) - len(wanted) if line.endswith(wanted) else line.find(wanted)
        if column < 0:
            return None
        if wanted:
            spans.append(Span(number, column, column + len(wanted)))
    return tuple(spans)


def join(texts: Sequence[str], spans: Sequence[Span]) -> str:
    """The text of a block on one line; a hard line break (two spaces at the end) stays, as a newline."""
    parts = []
    for span, following in zip(spans, [*spans[1:], None], strict=True):
        parts.append(texts[span.line][span.start : span.end])
        if following:
            parts.append("\n" if texts[span.line][span.end :].startswith("  ") else " ")
    return "".join(parts)
