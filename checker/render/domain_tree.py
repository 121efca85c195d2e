"""The tree of an SPF record as a picture: a row for each record, indented under what includes it."""

from collections.abc import Iterator

from checker.render import domain_words as w
from checker.render.context import Context
from checker.render.escape import escape
from checker.render.svg import Box, rectangle, text_lines
from checker.spf.model import MOST_LOOKUPS
from checker.spf.survey import Branch, Survey

_ROW, _HEIGHT, _INDENT, _WIDTH = 44, 34, 28, 380
_LONGEST_NAME = 38
_MOST_ROWS = 30


def tree_picture(survey: Survey, context: Context) -> str:
    """Draw the tree with its counts; the table beside it says the same."""
    rows = list(_rows(survey.root, 0))[:_MOST_ROWS]
    deepest = max(depth for _, depth, _ in rows)
    width, height = 2 + deepest * _INDENT + _WIDTH, len(rows) * _ROW
    title = escape(context.t(w.TREE_TITLE))
    text = escape(context.t(w.TREE_TEXT, domain=survey.root.domain))
    drawn = "".join(_row(*row, number) for number, row in enumerate(rows))
    return (
        f'<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" '
        f'aria-label="{title}"><desc>{text}</desc>{drawn}</svg>'
    )


def _rows(branch: Branch, depth: int, parent: int = -1, start: int = 0) -> Iterator[tuple[Branch, int, int]]:
    """Each branch with its depth and the number of the row that it hangs on."""
    yield branch, depth, parent
    row = start
    at = start + 1
    for inner in branch.branches:
        size = sum(1 for _ in inner.walk())
        yield from _rows(inner, depth + 1, row, at)
        at += size


def _row(branch: Branch, depth: int, parent: int, number: int) -> str:
    box = Box(1 + depth * _INDENT, number * _ROW + 4, _WIDTH, _HEIGHT, (_label(branch),))
    over = branch.lookups > MOST_LOOKUPS or branch.problem is not None
    css = "fr-box fr-box-outcome" if over else "fr-box fr-box-question"
    return f"{_edge(box, depth, parent)}{rectangle(box, css)}{text_lines(box, css='fr-box-text')}"


def _label(branch: Branch) -> str:
    name = branch.domain
    short = name if len(name) <= _LONGEST_NAME else f"…{name[-_LONGEST_NAME + 1 :]}"
    return f"{branch.lookups} · {short}"


def _edge(box: Box, depth: int, parent: int) -> str:
    if parent < 0:
        return ""
    x = 1 + (depth - 1) * _INDENT + _INDENT / 2
    top, middle = parent * _ROW + 4 + _HEIGHT, box.y + _HEIGHT / 2
    return f'<path class="fr-edge" d="M{x:g} {top:g}V{middle:g}H{box.x:g}"/>'
