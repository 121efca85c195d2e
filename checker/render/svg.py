"""Pieces for pictures: boxes with wrapped text, drawn without a font to measure by."""

from dataclasses import dataclass

from checker.render.escape import escape

LINE = 18
PAD = 12


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with lines of text; measures are SVG user units."""

    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]


def wrap(text: str, width: int) -> tuple[str, ...]:
    """Break text into lines of at most so many characters; a longer word keeps a line to itself."""
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return tuple(lines)


def text_lines(box: Box, *, css: str, anchor: str = "start") -> str:
    """The lines of a box, centred from top to bottom."""
    x = box.x + (box.width / 2 if anchor == "middle" else PAD)
    top = box.y + (box.height - LINE * len(box.lines)) / 2 + LINE * 0.75
    spans = "".join(
        f'<tspan x="{x:g}" y="{top + LINE * number:g}">{escape(line)}</tspan>'
        for number, line in enumerate(box.lines)
    )
    return f'<text class="{css}" text-anchor="{anchor}">{spans}</text>'


def rectangle(box: Box, css: str, *, radius: float = 8) -> str:
    """The outline of a box."""
    return (
        f'<rect class="{css}" x="{box.x:g}" y="{box.y:g}" width="{box.width:g}" height="{box.height:g}" '
        f'rx="{radius:g}"/>'
    )
