"""The chain of custody, who holds the e-mail and who sees it where: a picture, and its twin, a table."""

from html import escape

from checker.render import words
from checker.render.context import Context
from checker.render.svg import LINE, Box, rectangle, text_lines, wrap
from checker.tables.load import SEERS, Custody, Hop, custody

_WIDTH, _ROW, _LABEL, _GAP = 720, 64, 190, 40
_DOT = 30
_MARKS = {"yes": "fr-dot fr-dot-yes", "partly": "fr-dot fr-dot-partly", "no": "fr-dot fr-dot-no"}


def custody_figure(context: Context) -> str:
    """The picture for the eye, and the same as a table for everybody."""
    chain = custody()
    title = escape(context.t(words.CUSTODY_TITLE))
    return (
        f'<figure class="fr-custody"><figcaption>{title}</figcaption>'
        f"{_drawing(chain, context)}</figure>{_table(chain, context)}"
    )


def _drawing(chain: Custody, context: Context) -> str:
    """One row for each hop from the top down, a column for each who may see: it reads on a phone as well."""
    rows = [*chain.hops, *chain.places]
    top = 56.0
    places = {hop.id: top + _ROW * n + (_GAP if hop in chain.places else 0) for n, hop in enumerate(rows)}
    limit = next(places[hop.id] + _ROW for hop in rows if hop.turning_point)
    height = places[rows[-1].id] + _ROW
    drawn = (
        _heads(context),
        _line(places, chain),
        *(_row(hop, places[hop.id], context, is_place=hop in chain.places) for hop in rows),
        _limit(limit, context),
        _ends(places[chain.places[0].id], context),
    )
    return (
        f'<svg class="fr-custody-svg" viewBox="0 0 {_WIDTH} {height:g}" role="img" '
        f'aria-label="{escape(context.t(words.CUSTODY_TITLE))}. {escape(context.t(words.CUSTODY_TEXT))}">'
        f"{''.join(drawn)}</svg>"
    )


def _heads(context: Context) -> str:
    return "".join(
        text_lines(
            Box(_column(n) - 60, 0, 120, 50, wrap(context.t(words.SEERS[seer]), 14)),
            css="fr-head",
            anchor="middle",
        )
        for n, seer in enumerate(SEERS)
    )


def _column(number: int) -> float:
    return 330 + 150 * number


def _line(places: dict[str, float], chain: Custody) -> str:
    """The way itself: straight down through the hops, then a branch to each place."""
    first, last = places[chain.hops[0].id], places[chain.hops[-1].id]
    end = places[chain.places[-1].id]
    middle = _ROW / 2
    trunk = f'<path class="fr-way" d="M{_DOT} {first + middle:g}V{end + middle:g}"/>'
    branches = "".join(
        f'<path class="fr-way" d="M{_DOT} {places[p.id] + middle:g}H{_DOT + 26}"/>' for p in chain.places
    )
    return trunk + branches + f'<circle class="fr-way-end" cx="{_DOT}" cy="{last + middle:g}" r="4"/>'


def _row(hop: Hop, y: float, context: Context, *, is_place: bool) -> str:
    middle = y + _ROW / 2
    x = 60 if is_place else 48
    lines = wrap(context.t(hop.label), 18)
    if hop.turning_point:
        lines = (*lines, context.t(words.DELIVERED))
    box = Box(x, y + (_ROW - 24 - LINE * len(lines)) / 2, _LABEL, LINE * len(lines) + 24, lines)
    css = "fr-hop-turn" if hop.turning_point else "fr-hop-place" if is_place else "fr-hop"
    dots = "".join(_dot(hop.sees[seer], _column(n), middle) for n, seer in enumerate(SEERS))
    node = "" if is_place else f'<circle class="fr-way-dot" cx="{_DOT}" cy="{middle:g}" r="8"/>'
    return f"{node}{rectangle(box, css)}{text_lines(box, css='fr-hop-text')}{dots}"


def _dot(sees: str, x: float, y: float) -> str:
    """Full, half or empty: told by shape, never by colour alone."""
    ring = f'<circle class="{_MARKS[sees]}" cx="{x:g}" cy="{y:g}" r="11"/>'
    half = f'<path class="fr-dot-half" d="M{x:g} {y - 11:g}a11 11 0 0 1 0 22z"/>' if sees == "partly" else ""
    return ring + half


def _limit(y: float, context: Context) -> str:
    return (
        f'<path class="fr-limit" d="M{_column(0) - 70} {y:g}H{_column(0) + 70}"/>'
        f'<text class="fr-limit-text" text-anchor="middle" x="{_column(0)}" y="{y + 20:g}">'
        f"{_tspans(context.t(words.CUSTODY_LIMIT), _column(0), y + 20)}</text>"
    )


def _ends(y: float, context: Context) -> str:
    return f'<text class="fr-ends" x="60" y="{y - 14:g}">{escape(context.t(words.CUSTODY_ENDS))}</text>'


def _tspans(text: str, x: float, y: float) -> str:
    return "".join(
        f'<tspan x="{x:g}" y="{y + LINE * n:g}">{escape(line)}</tspan>'
        for n, line in enumerate(wrap(text, 18))
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
    name = f"{escape(context.t(hop.label))}"
    return f'<tr><th scope="row">{name}<br><small>{escape(context.t(hop.text))}</small></th>{cells}</tr>'
