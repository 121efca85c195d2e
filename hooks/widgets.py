"""Finding the markers `<!-- checker:NAME -->` and `<!-- checker:NAME THING -->`, and filling them."""

import re

from checker.render.context import Context
from checker.render.widgets import ABOUT, WIDGETS

_MARKER = re.compile(r"<!--\s*checker:(\S+)(?:\s+(\w+))?\s*-->")


class UnknownWidgetError(LookupError):
    """A page names a widget that does not exist."""


def place_widgets(html: str, context: Context) -> str:
    """Replace every marker; text without markers comes back unchanged."""
    return _MARKER.sub(lambda marker: _render(marker[1], marker[2], context), html)


def _render(name: str, thing: str | None, context: Context) -> str:
    if thing is None and name in WIDGETS:
        return WIDGETS[name](context)
    if thing is not None and name in ABOUT:
        return ABOUT[name](thing, context)
    raise UnknownWidgetError(f"{name} {thing or ''}".strip())
