"""The real project in a temporary folder, with one language more: a line in mkdocs.yml, and nothing else."""

from pathlib import Path

from tests.i18n.conftest import edit
from tests.i18n.site_markdown import ROOT

_FIRST = "    en: English\n"


def copy_project(to: Path, code: str, name: str) -> Path:
    """Docs and code are linked, mkdocs.yml is a copy, and locales/ is empty."""
    to.mkdir(parents=True, exist_ok=True)
    for folder in ("docs", "hooks", "checker"):
        (to / folder).symlink_to(ROOT / folder)
    config = to / "mkdocs.yml"
    config.write_bytes((ROOT / "mkdocs.yml").read_bytes())
    edit(config, _FIRST, f"{_FIRST}    {code}: {name}\n")
    return to
