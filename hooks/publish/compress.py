"""Puts a .br and a .gz beside every file that gains by it, so that any static server can send the smaller."""

import gzip
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from hooks.publish.render import BuildError

# Without source maps: only a developer's tools ask for them, and they are the slowest of all to compress.
SUFFIXES = frozenset({".css", ".html", ".js", ".json", ".mjs", ".svg", ".txt", ".wasm", ".xml", ".zip"})
LEAST = 1024  # bytes; below this the headers outweigh the gain
ENCODINGS = ("br", "gz")
_BROTLI = Path(__file__).with_name("brotli.mjs")


@dataclass(frozen=True)
class Pair:
    """A published file and where its compressed forms are kept between builds."""

    file: Path
    kept: Path  # without suffix: the hash of the content

    def form(self, encoding: str) -> Path:
        """The kept file of one encoding."""
        return self.kept.with_suffix(f".{encoding}")


def compress(site: Path, cache: Path, *, only_known: bool = False) -> None:
    """Write the neighbours; with `only_known`, only those that an earlier build has already worked out."""
    cache.mkdir(parents=True, exist_ok=True)
    pairs = [_pair(path, cache) for path in compressible(site)]
    if not only_known:
        _brotli([pair for pair in pairs if not pair.form("br").exists()])
        _gzip([pair for pair in pairs if not pair.form("gz").exists()])
    for pair in pairs:
        _place(pair)


def compressible(site: Path) -> list[Path]:
    """The files worth compressing, in a fixed order."""
    return sorted(
        path
        for path in site.rglob("*")
        if path.suffix in SUFFIXES and path.is_file() and path.stat().st_size >= LEAST
    )


def _pair(path: Path, cache: Path) -> Pair:
    return Pair(path, cache / hashlib.sha256(path.read_bytes()).hexdigest())


def _place(pair: Pair) -> None:
    for encoding in ENCODINGS:
        kept = pair.form(encoding)
        beside = pair.file.with_name(f"{pair.file.name}.{encoding}")
        # An empty file is kept for content that does not shrink. One already there came from the old site.
        if kept.exists() and kept.stat().st_size and not beside.exists():
            shutil.copyfile(kept, beside)


def _gzip(pairs: Iterable[Pair]) -> None:
    for pair in pairs:
        content = pair.file.read_bytes()
        packed = gzip.compress(content, compresslevel=9, mtime=0)
        kept = pair.form("gz")
        part = kept.with_suffix(f".gz-{os.getpid()}")  # another build may be at the same file
        part.write_bytes(packed if len(packed) < len(content) else b"")
        part.replace(kept)


def _brotli(pairs: Iterable[Pair]) -> None:
    """Python has no brotli of its own; Node has: one process for all files, which uses every core."""
    jobs = {str(pair.form("br")): str(pair.file) for pair in pairs}
    if not jobs:
        return
    run = subprocess.run(  # noqa: S603 - our own script
        [_node(), _BROTLI],
        input=json.dumps(jobs),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if run.returncode:
        raise BuildError(f"Compressing failed:\n{run.stderr}")


def _node() -> str:
    """The Node of this environment (it comes from a Python package), else any on PATH."""
    beside = Path(sys.executable).with_name("node")
    return str(beside) if beside.exists() else "node"
