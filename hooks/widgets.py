"""Finding the markers `<!-- checker:NAME -->` in a page and rendering what belongs there."""

import re

from checker.render.context import Context
from checker.render.widgets import WIDGETS

_MARKER = re.compile(r"<!--\s*checker:(\S+)\s*-->")


class UnknownWidgetError(LookupError):
    """A page names a widget that does not exist."""


def place_widgets(html: str, context: Context) -> str:
    """Replace every marker; text without markers comes back unchanged."""
    return _MARKER.sub(lambda marker: _render(marker[1], context), html)


def _render(name: str, context: Context) -> str:
    try:
        widget = WIDGETS[name]
    except KeyError:
        raise UnknownWidgetError(name) from None
    return widget(context)
