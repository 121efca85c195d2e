"""Runs MkDocs once for each language, side by side; a warning is a failure."""

import os
import re
import subprocess
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

# Not `--quiet`: it lifts MkDocs' log level above WARNING, and then `--strict` has nothing left to count.
_COMMAND = (sys.executable, "-m", "mkdocs", "build", "--strict")
_CHATTER = re.compile(r"^(INFO|DEBUG) ")
_COMPLAINT = re.compile(r"^(WARNING|ERROR|CRITICAL)\b", re.MULTILINE)


class BuildError(Exception):
    """A step of the build failed; the text is what the person at the terminal should read."""


def render_languages(root: Path, languages: Iterable[str], out: Path) -> None:
    """Build each language's pages into out/<language>."""
    codes = list(languages)
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        complaints = list(pool.map(lambda code: render_language(root, code, out / code), codes))
    # A fault in a source page or a template is the same in every language: it is told once.
    told: dict[str, list[str]] = {}
    for code, complaint in zip(codes, complaints, strict=True):
        if complaint:
            told.setdefault(complaint, []).append(code)
    if told:
        parts = (f"MkDocs could not build {', '.join(where)}:\n{text}" for text, where in told.items())
        raise BuildError("\n".join(parts))


def render_language(root: Path, language: str, site_dir: Path) -> str:
    """Build one language; returns what MkDocs complained about, or nothing."""
    site_dir.mkdir(parents=True, exist_ok=True)
    run = subprocess.run(  # noqa: S603 - our own interpreter, and no word of it comes from outside
        _COMMAND,
        cwd=root,
        env=_environment(language, site_dir),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if run.returncode == 0 and not _COMPLAINT.search(run.stdout):
        return ""
    said = [line for line in run.stdout.splitlines() if line.strip() and not _CHATTER.match(line)]
    return "\n".join(said) or f"It ended with {run.returncode} and said nothing."


def _environment(language: str, site_dir: Path) -> dict[str, str]:
    return {
        **os.environ,
        "FREMME_LANG": language,
        "FREMME_SITE_DIR": str(site_dir.resolve()),
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONUTF8": "1",
    }
