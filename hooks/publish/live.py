"""Reloads open pages after a rebuild: a number that the page asks for, by a script that only we add."""

import time
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit

from hooks.publish.responses import Reply

_SCRIPT = Path(__file__).with_name("live.js")
_ADDRESS = "/_live"  # begins with "_", as no page of ours does


class Live:
    """Counts the site's versions; starts at the clock, so that a restarted server is a new version too."""

    def __init__(self) -> None:
        self.version = time.time_ns()

    def changed(self) -> None:
        """Call when a new site is in place."""
        self.version += 1

    @property
    def tag(self) -> bytes:
        """The element that a page gets; it names the version that the page shows."""
        return f'<script src="{_ADDRESS}.js?seen={self.version}" defer></script>'.encode()

    def answer(self, target: str) -> Reply | None:
        """The reply to one of our own two addresses."""
        path = urlsplit(target).path
        if path == f"{_ADDRESS}.js":
            return _reply("text/javascript; charset=utf-8", _SCRIPT.read_bytes())
        if path == _ADDRESS:
            return _reply("text/plain; charset=utf-8", str(self.version).encode())
        return None


def _reply(kind: str, body: bytes) -> Reply:
    return Reply(HTTPStatus.OK, {"Content-Type": kind, "Cache-Control": "no-store"}, body)
