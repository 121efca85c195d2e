"""Runs MkDocs once for each language, side by side; a warning is a failure."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

_ALL = (sys.executable, "-m", "hooks.publish.fork")
# Not `--quiet`: it lifts MkDocs' log level above WARNING, and then `--strict` has nothing left to count.
_ONE = (sys.executable, "-m", "mkdocs", "build", "--strict")
_CHATTER = re.compile(r"^(INFO|DEBUG) ")
_COMPLAINT = re.compile(r"^(WARNING|ERROR|CRITICAL)\b", re.MULTILINE)


class BuildError(Exception):
    """A step of the build failed; the text is what the person at the terminal should read."""


def render_languages(root: Path, languages: Iterable[str], out: Path) -> None:
    """Build each language's pages into out/<language>."""
    folders = {code: out / code for code in languages}
    for folder in folders.values():
        folder.mkdir(parents=True, exist_ok=True)
    said = _in_forks(root, folders) if hasattr(os, "fork") else _one_by_one(root, folders)
    complaints = {code: _complaint(*end) for code, end in said.items()}
    # A fault in a source page or a template is the same in every language: it is told once.
    told: dict[str, list[str]] = {}
    for code in folders:
        if complaint := complaints[code]:
            told.setdefault(complaint, []).append(code)
    if told:
        parts = (f"MkDocs could not build {', '.join(where)}:\n{text}" for text, where in told.items())
        raise BuildError("\n".join(parts))


def _in_forks(root: Path, folders: Mapping[str, Path]) -> Mapping[str, tuple[int, str]]:
    pairs = [f"{code}={folder.resolve()}" for code, folder in folders.items()]
    code, said = _run([*_ALL, *pairs], root, {}, stderr=subprocess.DEVNULL)
    if code:
        raise BuildError(f"MkDocs could not be started (exit code {code}).")
    told: Mapping[str, tuple[int, str]] = json.loads(said)
    return told


def _one_by_one(root: Path, folders: Mapping[str, Path]) -> Mapping[str, tuple[int, str]]:
    """Where a process cannot fork (Windows), each language starts MkDocs anew."""

    def one(code: str) -> tuple[int, str]:
        place = {"FREMME_LANG": code, "FREMME_SITE_DIR": str(folders[code].resolve())}
        return _run(_ONE, root, place, stderr=subprocess.STDOUT)

    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        return dict(zip(folders, pool.map(one, folders), strict=True))


def _run(command: Sequence[str], root: Path, more: Mapping[str, str], stderr: int) -> tuple[int, str]:
    run = subprocess.run(  # noqa: S603 - our own interpreter, and no word of it comes from outside
        command,
        cwd=root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", **more},
        stdout=subprocess.PIPE,
        stderr=stderr,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return run.returncode, run.stdout


def _complaint(code: int, output: str) -> str:
    """What MkDocs complained about, or nothing."""
    if code == 0 and not _COMPLAINT.search(output):
        return ""
    said = [line for line in output.splitlines() if line.strip() and not _CHATTER.match(line)]
    return "\n".join(said) or f"It ended with {code} and said nothing."
