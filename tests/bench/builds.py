"""How long the pages of one language and the runtime take to build."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from hooks.bundle import build_runtime
from hooks.bundle.__main__ import words
from hooks.bundle.build import ROOT, Sources


def measure_pages(languages: Iterable[str]) -> dict[str, float | str]:
    """Seconds for `mkdocs build`, by language."""
    return {language: _timed_pages(language) for language in languages}


def measure_runtime() -> dict[str, float]:
    """Seconds to pack the runtime: from nothing, and when nothing has changed."""
    with tempfile.TemporaryDirectory() as folder:
        sources = Sources(cache=Path(folder) / "cache")

        def build() -> None:
            build_runtime(Path(folder) / "runtime", words(), sources)

        first = _timed(build)
        second = _timed(build)
        for cached in sources.cache.glob("checker-*"):
            cached.unlink()
        return {"from nothing": first, "checker changed": _timed(build), "unchanged": second}


def _timed(work: Callable[[], None]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _timed_pages(language: str) -> float | str:
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "FREMME_LANG": language, "FREMME_SITE_DIR": folder}
        begun = time.perf_counter()
        run = subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--quiet"],
            cwd=ROOT,
            env=environment,
            capture_output=True,
        )
        took = time.perf_counter() - begun
    return took if run.returncode == 0 else "the build failed"
