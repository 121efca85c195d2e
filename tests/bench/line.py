"""A server at the end of a line of a known width: it slows pages and their workers alike."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread

from hooks.publish.responses import Request, answer

PIECE = 16_384


@dataclass
class Line:
    """Bytes a second (None: as fast as it goes) and the seconds for a message there and back."""

    name: str
    rate: float | None = None
    delay: float = 0.0
    _free: float = 0.0
    _lock: Lock = field(default_factory=Lock)

    def carry(self, size: int) -> None:
        """Wait until so many bytes have gone through, after those that were there before."""
        if self.rate is None:
            return
        with self._lock:
            self._free = max(time.monotonic(), self._free) + size / self.rate
            until = self._free
        time.sleep(max(0.0, until - time.monotonic()))


@dataclass
class Meter:
    """What went over the line, by path."""

    sent: dict[str, int] = field(default_factory=dict)


class BenchServer(ThreadingHTTPServer):
    """Serves one folder as the site is served: compressed beforehand, cached by content hash."""

    request_queue_size = 64

    def __init__(self, site: Path, line: Line) -> None:
        self.site = site
        self.line = line
        self.meter = Meter()
        super().__init__(("127.0.0.1", 0), _Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing about browsers that hang up."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]

    @property
    def url(self) -> str:
        """Where a browser finds it."""
        return f"http://127.0.0.1:{self.server_port}/"


class _Handler(BaseHTTPRequestHandler):
    server: BenchServer
    protocol_version = "HTTP/1.1"

    def setup(self) -> None:
        time.sleep(
            self.server.line.delay
        )  # a connection costs one way there and back before the first request
        super().setup()

    def do_GET(self) -> None:
        wanted = self.headers
        request = Request(self.path, wanted.get("Accept-Encoding", ""), wanted.get("If-None-Match", ""))
        reply = answer(self.server.site, request)
        time.sleep(self.server.line.delay)
        self.send_response(reply.status)
        for name, value in {**reply.headers, "Content-Length": str(len(reply.body))}.items():
            self.send_header(name, value)
        head = sum(map(len, getattr(self, "_headers_buffer", []))) + 2
        self.end_headers()
        self.server.meter.sent[self.path] = head + len(reply.body)
        self._send(reply.body)

    def _send(self, body: bytes) -> None:
        for start in range(0, len(body), PIECE):
            piece = body[start : start + PIECE]
            self.server.line.carry(len(piece))
            self.wfile.write(piece)

    def log_message(self, *_: object) -> None:
        """Say nothing: the table is the output."""


@contextmanager
def serving(site: Path, line: Line) -> Iterator[BenchServer]:
    """Serve while the block runs."""
    with BenchServer(site, line) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()
