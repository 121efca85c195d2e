"""The chain of custody, who holds the e-mail and who sees it where: a picture, and its twin, a table."""

from collections.abc import Mapping
from dataclasses import dataclass

from checker.render import words
from checker.render.context import Context
from checker.render.escape import escape
from checker.render.svg import LINE, Box, rectangle, text_lines, wrap
from checker.tables.load import SEERS, Custody, Hop, custody


@dataclass(frozen=True, slots=True)
class _Layout:
    """Measures of one drawing; text keeps its size, so a phone gets a drawing of its own."""

    name: str
    width: float
    label: float
    characters: int
    column: float
    step: float
    heads: int
    seers: Mapping[str, str] = words.SEERS
    row: float = 64
    gap: float = 40

    def x(self, seer: int) -> float:
        """The middle of a column."""
        return self.column + self.step * seer


_LAYOUTS = (
    _Layout("wide", width=720, label=190, characters=20, column=330, step=150, heads=14),
    _Layout(
        "narrow",
        width=350,
        label=118,
        characters=13,
        column=192,
        step=64,
        heads=9,
        seers=words.SEERS_SHORT,
        row=70,
    ),
)
_MARKS = {"yes": "fr-dot fr-dot-yes", "partly": "fr-dot fr-dot-partly", "no": "fr-dot fr-dot-no"}
_DOT = 16


def custody_figure(context: Context) -> str:
    """The picture for the eye, and the same as a table for everybody."""
    chain = custody()
    title = escape(context.t(words.CUSTODY_TITLE))
    drawings = "".join(_drawing(chain, layout, context) for layout in _LAYOUTS)
    figure = f'<figure class="fr-custody"><figcaption>{title}</figcaption>{drawings}</figure>'
    return figure + _table(chain, context)


def _drawing(chain: Custody, layout: _Layout, context: Context) -> str:
    """One row for each hop from the top down, a column for each who may see."""
    rows = _rows(chain, layout)
    end = rows[chain.places[-1].id] + layout.row
    turn = next(hop for hop in chain.hops if hop.turning_point)
    drawn = (
        _heads(layout, context),
        _line(rows, chain, layout),
        *(_row(hop, rows[hop.id], layout, context) for hop in chain.hops),
        *(_row(place, rows[place.id], layout, context, is_place=True) for place in chain.places),
        _limit(rows[turn.id] + layout.row, layout, context),
        _between(rows[chain.places[0].id], context),
        _legend(end + 26, layout, context),
    )
    height = end + (layout.gap if layout.name == "wide" else 100)
    return (
        f'<svg class="fr-custody-svg fr-custody-{layout.name}" viewBox="0 0 {layout.width:g} {height:g}" '
        f'role="img" aria-label="{escape(context.t(words.CUSTODY_TITLE))}. '
        f'{escape(context.t(words.CUSTODY_TEXT))}">{"".join(drawn)}</svg>'
    )


def _rows(chain: Custody, layout: _Layout) -> dict[str, float]:
    """Where each row begins; there is room below the turning point and above the places."""
    rows, y = {}, 66.0
    for hop in (*chain.hops, *chain.places):
        y += layout.gap if hop is chain.places[0] else 0
        rows[hop.id] = y
        y += layout.row + (layout.gap if hop.turning_point else 0)
    return rows


def _heads(layout: _Layout, context: Context) -> str:
    return "".join(
        text_lines(
            Box(layout.x(n) - 60, 0, 120, 60, wrap(context.t(layout.seers[seer]), layout.heads)),
            css="fr-head",
            anchor="middle",
        )
        for n, seer in enumerate(SEERS)
    )


def _line(rows: dict[str, float], chain: Custody, layout: _Layout) -> str:
    """The way itself: straight down through the hops, then a branch to each place."""
    middle = layout.row / 2
    first, end = rows[chain.hops[0].id] + middle, rows[chain.places[-1].id] + middle
    branches = "".join(f"M{_DOT} {rows[place.id] + middle:g}H{_DOT + 22}" for place in chain.places)
    return f'<path class="fr-way" d="M{_DOT} {first:g}V{end:g}{branches}"/>'


def _row(hop: Hop, y: float, layout: _Layout, context: Context, *, is_place: bool = False) -> str:
    middle = y + layout.row / 2
    lines = wrap(context.t(hop.label), layout.characters)
    if hop.turning_point:
        lines = (*lines, context.t(words.DELIVERED))
    height = LINE * len(lines) + 22
    box = Box(38 if is_place else 34, middle - height / 2, layout.label, height, lines)
    css = "fr-hop-turn" if hop.turning_point else "fr-hop"
    dots = "".join(_dot(hop.sees[seer], layout.x(n), middle) for n, seer in enumerate(SEERS))
    node = "" if is_place else f'<circle class="fr-way-dot" cx="{_DOT}" cy="{middle:g}" r="8"/>'
    return f"{node}{rectangle(box, css)}{text_lines(box, css='fr-hop-text')}{dots}"


def _dot(sees: str, x: float, y: float) -> str:
    """Full, half or empty: told by shape, never by colour alone."""
    ring = f'<circle class="{_MARKS[sees]}" cx="{x:g}" cy="{y:g}" r="11"/>'
    half = f'<path class="fr-dot-half" d="M{x:g} {y - 11:g}a11 11 0 0 1 0 22z"/>' if sees == "partly" else ""
    return ring + half


def _limit(y: float, layout: _Layout, context: Context) -> str:
    """The line that the sender's view does not pass."""
    return (
        f'<path class="fr-limit" d="M34 {y + 6:g}H{layout.width - 10:g}"/>'
        f'<text class="fr-limit-text" x="34" y="{y + 28:g}">{escape(context.t(words.CUSTODY_LIMIT))}</text>'
    )


def _between(y: float, context: Context) -> str:
    return f'<text class="fr-ends" x="38" y="{y - 12:g}">{escape(context.t(words.CUSTODY_ENDS))}</text>'


def _legend(y: float, layout: _Layout, context: Context) -> str:
    """What the three dots mean: side by side, or one below the other where there is little room."""
    right, down = (210, 0) if layout.name == "wide" else (0, 30)
    return "".join(
        f"{_dot(sees, 46 + right * n, y - 5 + down * n)}"
        f'<text class="fr-legend" x="{68 + right * n}" y="{y + down * n:g}">{escape(context.t(word))}</text>'
        for n, (sees, word) in enumerate(words.SEES.items())
    )


def _table(chain: Custody, context: Context) -> str:
    heads = "".join(f'<th scope="col">{escape(context.t(words.SEERS[seer]))}</th>' for seer in SEERS)
    rows = "".join(_table_row(hop, context) for hop in (*chain.hops, *chain.places))
    caption = escape(context.t(words.TABLE_CAPTION))
    return (
        f'<details class="fr-how fr-custody-table"><summary>{caption}</summary>'
        f'<div class="fr-scroll" tabindex="0" role="group" aria-label="{caption}">'
        f'<table><thead><tr><th scope="col">{escape(context.t(words.HOP))}</th>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div></details>"
    )


def _table_row(hop: Hop, context: Context) -> str:
    cells = "".join(f"<td>{escape(context.t(words.SEES[hop.sees[seer]]))}</td>" for seer in SEERS)
    name = f"{escape(context.t(hop.label))}<br><small>{escape(context.t(hop.text))}</small>"
    return f'<tr><th scope="row">{name}</th>{cells}</tr>'
