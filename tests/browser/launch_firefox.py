#!/usr/bin/env python3
"""The system's Firefox for Playwright, which runs this file as if it were the browser.

Playwright speaks WebDriver BiDi with it and begins with a command that Firefox ESR does not know: to set
media features. That answer alone is turned into a "done"; everything else is passed on as it comes. Media
features then stay as the device has them.
"""

import json
import re
import shutil
import socket
import subprocess
import sys
from contextlib import suppress
from threading import Thread
from typing import BinaryIO

LISTENING = re.compile(rb"(WebDriver BiDi listening on ws://[^:]+:)(\d+)")
NAMES = ("firefox-esr", "firefox")
LOOPBACK = "127.0.0.1"


def found() -> str | None:
    """Where the system's Firefox is."""
    return next((path for path in map(shutil.which, NAMES) if path), None)


def main() -> int:
    """Start Firefox, and tell Playwright our own port where Firefox tells its."""
    gate = socket.create_server((LOOPBACK, 0))
    firefox = subprocess.Popen([found() or NAMES[0], *sys.argv[1:]], stderr=subprocess.PIPE)
    for line in firefox.stderr or ():
        if told := LISTENING.search(line):
            Thread(target=stand_between, args=(gate, int(told[2])), daemon=True).start()
            line = LISTENING.sub(rb"\g<1>%d" % gate.getsockname()[1], line)
        sys.stderr.buffer.write(line)
        sys.stderr.buffer.flush()
    return firefox.wait()


def stand_between(gate: socket.socket, port: int) -> None:
    """Carry one connection both ways; Playwright opens no other."""
    playwright, _ = gate.accept()
    firefox = socket.create_connection((LOOPBACK, port))
    asking, answering = playwright.makefile("rb"), firefox.makefile("rb")
    shake_hands(asking, firefox, port)
    shake_hands(answering, playwright, port)
    Thread(target=carry_answers, args=(answering, playwright), daemon=True).start()
    with suppress(OSError):
        while piece := asking.read1():
            firefox.sendall(piece)
    firefox.shutdown(socket.SHUT_RDWR)


def shake_hands(source: BinaryIO, target: socket.socket, port: int) -> None:
    """Pass on the lines of HTTP before the first frame; Firefox wants to be called by its own port."""
    for line in iter(source.readline, b"\r\n"):
        target.sendall(f"Host: {LOOPBACK}:{port}\r\n".encode() if line.startswith(b"Host:") else line)
    target.sendall(b"\r\n")


def carry_answers(answering: BinaryIO, playwright: socket.socket) -> None:
    """Pass on Firefox's frames (RFC 6455 §5.2: a server's are not masked)."""
    with suppress(OSError):
        while head := answering.read(2):
            more = {126: 2, 127: 8}.get(head[1], 0)
            length = answering.read(more)
            text = answering.read(int.from_bytes(length) if more else head[1])
            playwright.sendall(done(text) or head + length + text)
    with suppress(OSError):
        playwright.shutdown(socket.SHUT_RDWR)


def done(text: bytes) -> bytes | None:
    """The frame to send in place of the one answer that Playwright does not get over."""
    if b"unknown command" not in text or b"setMediaFeaturesOverride" not in text:
        return None
    reply = json.dumps({"type": "success", "id": json.loads(text)["id"], "result": {}}).encode()
    return bytes((0x81, len(reply))) + reply


if __name__ == "__main__":
    sys.exit(main())
