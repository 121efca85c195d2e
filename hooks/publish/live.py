"""What `serve` adds to the pages it sends, by scripts that are in no built file.

A page asks for the site's version and reloads after a rebuild; in a preview it also tells which message a
text comes from, once it is pointed at or has the focus.
"""

import json
import time
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from hooks.publish.responses import Reply
from hooks.translation.message import AuthoringError
from hooks.translation.origins import origins

_ADDRESS = "/_live"  # begins with "_", as no page of ours does
_ORIGINS = "/_origins"
_FOLDER = Path(__file__).parent


class Live:
    """Counts the site's versions; starts at the clock, so that a restarted server is a new version too.

    With `preview`, the folder of the project, pages tell where their texts come from.
    """

    def __init__(self, preview: Path | None = None) -> None:
        self.version = time.time_ns()
        self._preview = preview

    def changed(self) -> None:
        """Call when a new site is in place."""
        self.version += 1

    @property
    def tag(self) -> bytes:
        """The elements that a page gets; the first names the version that the page shows."""
        tags = f'<script src="{_ADDRESS}.js?seen={self.version}" defer></script>'
        if self._preview:
            tags += f'<script src="{_ORIGINS}.js" type="module"></script>'
        return tags.encode()

    def answer(self, target: str) -> Reply | None:
        """The reply to one of our own addresses."""
        url = urlsplit(target)
        replies: dict[str, Callable[[], Reply]] = {
            f"{_ADDRESS}.js": lambda: _script("live.js"),
            _ADDRESS: lambda: _reply("text/plain; charset=utf-8", str(self.version).encode()),
        }
        if preview := self._preview:
            lang = parse_qs(url.query).get("lang", [""])[0]
            replies[f"{_ORIGINS}.js"] = lambda: _script("origins.js")
            replies[_ORIGINS] = lambda: _reply("application/json", _origins(preview, lang))
        reply = replies.get(url.path)
        return reply() if reply else None


def _origins(root: Path, lang: str) -> bytes:
    """A row for each text: what shows, the PO entry, the source, and whether it is translated."""
    try:
        rows = [[one.shown, one.entry, one.source, one.is_translated] for one in origins(root, lang)]
    except (AuthoringError, OSError) as fault:  # polib calls a broken file one; the page shows this row
        rows = [["", "", str(fault), False]]
    return json.dumps(rows, ensure_ascii=False).encode()


def _script(name: str) -> Reply:
    return _reply("text/javascript; charset=utf-8", (_FOLDER / name).read_bytes())


def _reply(kind: str, body: bytes) -> Reply:
    return Reply(HTTPStatus.OK, {"Content-Type": kind, "Cache-Control": "no-store"}, body)
