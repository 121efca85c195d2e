"""The pages that belong to no language: the one at the root that chooses, and the last-resort 404."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import jinja2

from hooks.publish.policy import page_policy
from hooks.publish.settings import CONFIG, Settings, SettingsError
from hooks.translation.catalogue import messages
from hooks.translation.sources import SITE

_FOLDER = Path(__file__).parent / "front"
_COPIED = ("front.css", "choose.js")
_WORDS = ("root_title", "root_choose", "not_found_title", "not_found_text", "not_found_home")


@dataclass(frozen=True)
class Language:
    """A language as the two pages show it."""

    code: str
    name: str
    words: Mapping[str, str]


def write_front(root: Path, settings: Settings, out: Path) -> None:
    """Write index.html, 404.html and what they load into `out`."""
    missing = [key for key in _WORDS if key not in settings.words]
    if missing:
        raise SettingsError(f"{CONFIG}: extra.words lacks {', '.join(missing)}.")
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    values = {
        "settings": settings,
        "base": settings.path,
        "policy": page_policy(),
        "languages": [_language(root, settings, code) for code in settings.languages],
    }
    for name in ("index.html", "404.html"):
        text = environment.get_template(f"{name}.jinja").render(values)
        (out / name).write_text(text, encoding="utf-8", newline="\n")
    for name in _COPIED:
        shutil.copyfile(_FOLDER / name, out / name)


def _language(root: Path, settings: Settings, code: str) -> Language:
    known = messages(root / "locales", code, SITE)
    words = {key: known.get(english, english) for key, english in settings.words.items()}
    return Language(code, settings.languages[code], words)
