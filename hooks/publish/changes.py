"""Which files people edit, and which languages an edit touches."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from hooks.publish.settings import CONFIG

FOLDERS = ("docs", "locales", "checker", "hooks")

# What editors, Python and Node leave lying about, and what no page is made from.
_NOISE = re.compile(r"(^|/)(\.|__pycache__/|node_modules/)|(~|\.(swp|swx|tmp|pyc|mo|pot|orig))$|^docs/dev/")


def watched(path: Path, root: Path) -> bool:
    """Whether an edit of this file can change the site."""
    name = _name(path, root)
    return bool(name) and not _NOISE.search(name) and (name == CONFIG or name.partition("/")[0] in FOLDERS)


def touched(paths: Iterable[Path], root: Path, languages: Sequence[str]) -> tuple[str, ...]:
    """The languages to build anew: one for a PO file of its own, all for anything else."""
    found: set[str] = set()
    for path in paths:
        steps = _name(path, root).split("/")
        own = steps[0] == "locales" and len(steps) > 2
        found |= {steps[1]} if own else set(languages)
    return tuple(code for code in languages if code in found)


def _name(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else ""
