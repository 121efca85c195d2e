"""What a page can hold: the name in a page's `<!-- checker:NAME -->` marker, and what takes its place."""

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

from checker.render.aside import every_tool
from checker.render.context import Context
from checker.render.custody import custody_figure
from checker.render.doors import doors
from checker.render.form import tool_form
from checker.render.listing import listing
from checker.render.owner import their_email
from checker.render.picture import pictures
from checker.render.systems import sources_page, system_page, systems_index, systems_page
from checker.render.tools import TOOLS
from checker.render.walkable import walkable

WIDGETS: Mapping[str, Callable[[Context], str]] = MappingProxyType(
    {
        "start": doors,
        "tree": walkable,
        "custody": custody_figure,
        "systems": systems_page,
        "systems-index": systems_index,
        "sources": sources_page,
        "their-email": their_email,
        "picture": pictures,
        "list": listing,
        "delivery": every_tool,
        **{tool.id: partial(tool_form, tool) for tool in TOOLS.values()},
    }
)
ABOUT: Mapping[str, Callable[[str, Context], str]] = MappingProxyType({"system": system_page})
"""Those that are about one thing, which the marker names: `<!-- checker:system gmail -->`."""
