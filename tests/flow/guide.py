"""The guide as it is written: which pages there are, and which anchors."""

import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
_ANCHOR = re.compile(r"^#+ .*\{ #([\w-]+) \}$", re.MULTILINE)


@cache
def page_text(page: str) -> str:
    """The source of a page such as `guide/quarantine`; empty where there is none."""
    path = ROOT / "docs" / f"{page}.md"
    return path.read_text(encoding="utf-8") if path.exists() else ""


def exists(target: str) -> bool:
    """Say whether a page, and the anchor after its #, are there."""
    page, sign, anchor = target.partition("#")
    return bool(page_text(page)) and (not sign or anchor in _ANCHOR.findall(page_text(page)))


def section(target: str) -> str:
    """The text from an anchor to the next, or the whole page where no anchor is named."""
    page, sign, anchor = target.partition("#")
    if not sign:
        return page_text(page)
    pieces = _ANCHOR.split(page_text(page))
    return pieces[pieces.index(anchor) + 1]
