"""Title and description from a page's front matter, with their places."""

import re
from collections.abc import Iterator, Sequence
from functools import partial

import yaml

from hooks.translation.lines import Span
from hooks.translation.segments import Kind, Segment

# As MkDocs finds it, once line ends are `\n`.
_FRONT_MATTER = re.compile(r"^-{3}[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)
_KINDS = {"title": Kind.PAGE_TITLE, "description": Kind.PAGE_DESCRIPTION}


def split(text: str) -> tuple[list[Segment], int]:
    """The front matter's segments, and how many lines it takes (0 when there is none)."""
    match = _FRONT_MATTER.match(text)
    if not match:
        return [], 0
    try:
        root = yaml.compose(match[1], Loader=yaml.SafeLoader)
    except (yaml.YAMLError, ValueError, RecursionError):
        return [], 0
    if not isinstance(root, yaml.MappingNode):
        return [], 0
    return list(_segments(root, match[1].split("\n"))), match[0].count("\n")


def _segments(root: yaml.MappingNode, lines: Sequence[str]) -> Iterator[Segment]:
    for key, value in root.value:
        kind = _KINDS.get(key.value) if isinstance(key, yaml.ScalarNode) else None
        if kind and isinstance(value, yaml.ScalarNode) and value.value.strip():
            write = partial(_write, ending="\n" if value.value.endswith("\n") else "")
            yield Segment(kind, value.value.strip(), _spans(value, lines), write=write)


def _spans(value: yaml.ScalarNode, lines: Sequence[str]) -> tuple[Span, ...]:
    """One span a line; a block scalar ends, for YAML, at the start of the line after it."""
    first, last, end = value.start_mark.line, value.end_mark.line, value.end_mark.column
    if end == 0 and last > first:
        last, end = last - 1, len(lines[last - 1])
    # The line numbers of the file: `---` stands above.
    return tuple(
        Span(
            number + 1,
            value.start_mark.column if number == first else 0,
            end if number == last else len(lines[number]),
        )
        for number in range(first, last + 1)
    )


def _write(text: str, ending: str) -> str:
    quoted = (text + ending).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{quoted}"'
