"""As much of WebDriver (W3C, HTTP and JSON) as a walk through the site in WebKitGTK needs."""

import json
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

PATIENCE = 60.0
"""Seconds for whatever is waited for; Python's start on a busy machine takes longest."""

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The name that the standard gives to a reference to an element (§11)."""

BROWSERS = sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))
ENVIRONMENT = {
    "GDK_BACKEND": "x11",
    "LIBGL_ALWAYS_SOFTWARE": "1",
    "WEBKIT_DISABLE_DMABUF_RENDERER": "1",
    "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",  # it cannot be had as root in a container
}


def missing() -> str | None:
    """What has to be installed before WebKit can be driven here."""
    programs = [name for name in ("WebKitWebDriver", "xvfb-run") if not shutil.which(name)]
    return ", ".join(programs + ["MiniBrowser"] * (not BROWSERS)) or None


class Session:
    """One window of WebKit."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._path = ""
        options = {"binary": str(BROWSERS[0]), "args": ["--automation"]}
        wanted = {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}}
        self._path = f"/session/{self._ask('POST', '/session', wanted)['sessionId']}"

    def open(self, url: str) -> None:
        self._ask("POST", "/url", {"url": url})

    def run(self, script: str, *arguments: object) -> Any:  # noqa: ANN401
        """What a function body returns in the page."""
        return self._ask("POST", "/execute/sync", {"script": script, "args": arguments})

    def click(self, selector: str) -> None:
        self._ask("POST", f"/element/{self._find(selector)}/click", {})

    def type(self, selector: str, text: str) -> None:
        self._ask("POST", f"/element/{self._find(selector)}/value", {"text": text})

    def narrow_to(self, width: int, height: int) -> None:
        self._ask("POST", "/window/rect", {"width": width, "height": height})

    def until(self, script: str, *arguments: object) -> Any:  # noqa: ANN401
        """What the function body returns once that is something."""
        last = time.monotonic() + PATIENCE
        while not (found := self.run(script, *arguments)):
            assert time.monotonic() < last, f"never came true in WebKit: {script} {arguments}"
            time.sleep(0.05)
        return found

    def close(self) -> None:
        self._ask("DELETE", "")

    def _find(self, selector: str) -> str:
        found: dict[str, str] = self._ask("POST", "/element", {"using": "css selector", "value": selector})
        return found[ELEMENT]

    def _ask(self, method: str, path: str, body: object = None) -> Any:  # noqa: ANN401
        connection = HTTPConnection("127.0.0.1", self._port, timeout=PATIENCE)
        connection.request(method, f"{self._path}{path}", None if body is None else json.dumps(body))
        reply = connection.getresponse()
        value = json.loads(reply.read())["value"]
        connection.close()
        assert reply.status == 200, value
        return value


@contextmanager
def webkit(port: int) -> Iterator[Session]:
    """A window of WebKit on a screen of its own, for as long as the block lasts."""
    command = ["xvfb-run", "-a", "WebKitWebDriver", f"--port={port}"]
    driver = subprocess.Popen(
        command,
        env=os.environ | ENVIRONMENT,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        session = _first_session(port)
        yield session
        session.close()
    finally:
        os.killpg(driver.pid, signal.SIGTERM)
        driver.wait()


def _first_session(port: int) -> Session:
    """The driver takes a moment before it listens."""
    last = time.monotonic() + PATIENCE
    while time.monotonic() < last:
        with suppress(ConnectionRefusedError):
            return Session(port)
        time.sleep(0.1)
    raise TimeoutError("WebKitWebDriver does not listen")
