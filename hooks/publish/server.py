"""Serves a built site as a good static host would, and reloads open pages when asked to."""

import errno
import socketserver
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock

from hooks.publish.assemble import swap
from hooks.publish.live import Live
from hooks.publish.responses import Reply, Request, answer

_PORTS_TO_TRY = 20


class SiteServer(ThreadingHTTPServer):
    """One site on one address, below the path `base`; with `live`, pages get the script that reloads them."""

    def __init__(
        self, address: tuple[str, int], site: Path, live: Live | None = None, base: str = "/"
    ) -> None:
        self.site = site
        self.base = base
        self.live = live
        self._swapping = Lock()
        super().__init__(address, _Handler)

    @property
    def url(self) -> str:
        """Where a browser finds it."""
        host, port = self.server_address[0], self.server_port
        name = "127.0.0.1" if host in ("0.0.0.0", "") else str(host)  # noqa: S104 - compared, not bound
        return f"http://{name}:{port}{self.base}"

    def server_bind(self) -> None:
        """Bind without looking up the machine's name, which can take seconds and is needed by nobody."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])

    def reply(self, request: Request) -> Reply:
        """Answer from the site as it is at this moment, never from one that is being exchanged."""
        own = self.live.answer("/" + request.target.removeprefix(self.base)) if self.live else None
        if own:
            return own
        with self._swapping:
            return answer(self.site, request, self.live.tag if self.live else b"", self.base)

    def exchange(self, stage: Path) -> None:
        """Serve the site in `stage` from now on, and tell the open pages."""
        with self._swapping:
            swap(stage, self.site)
            if self.live:
                self.live.changed()

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing about browsers that hang up: they do it all the time."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(BaseHTTPRequestHandler):
    server: SiteServer
    protocol_version = "HTTP/1.1"
    timeout = 60

    def do_GET(self) -> None:
        self._send(with_body=True)

    def do_HEAD(self) -> None:
        self._send(with_body=False)

    def _send(self, *, with_body: bool) -> None:
        headers = self.headers
        request = Request(self.path, headers.get("Accept-Encoding", ""), headers.get("If-None-Match", ""))
        reply = self.server.reply(request)
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        if reply.status != 304:
            self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        if with_body:
            self.wfile.write(reply.body)

    def log_message(self, format: str, *args: object) -> None:
        """Keep the terminal for what its reader is waiting for: the rebuilds."""


def open_server(host: str, port: int, site: Path, live: Live, base: str = "/") -> SiteServer:
    """A server on `port`, or on the next one that is free."""
    for candidate in range(port, port + _PORTS_TO_TRY):
        try:
            return SiteServer((host, candidate), site, live, base)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            print(f"Port {candidate} is taken; trying {candidate + 1}.", flush=True)
    raise SystemExit(f"No free port between {port} and {port + _PORTS_TO_TRY - 1}.")
