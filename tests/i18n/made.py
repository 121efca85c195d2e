"""The real site in the made language, built by the same steps as any language of the release."""

import shutil
from pathlib import Path

from hooks.publish.assemble import assemble
from hooks.translation.__main__ import main
from hooks.translation.pseudo import LANGUAGE
from tests.i18n.conftest import edit
from tests.i18n.copied import copy_project
from tests.i18n.site_markdown import ROOT

# Material has no words in a made language: its English ones, in brackets as well.
_THEME_WORDS = """\
{% import "partials/languages/en.html" as en %}
{% set codes = ["direction", "search.config.lang", "search.config.pipeline", "search.config.separator"] %}
{% macro t(key) -%}
  {%- set word = en.t(key) -%}
  {%- if key == "language" %}qps
  {%- elif word and key not in codes %}⟦{{ word }}⟧
  {%- else %}{{ word }}{% endif %}
{%- endmacro %}
"""


def build_made_site(folder: Path) -> Path:
    """Returns the folder of the site; it holds the made language alone."""
    root = copy_project(folder / "project", LANGUAGE, "⟦Made⟧")
    shutil.copytree(ROOT / "hooks" / "theme", root / "theme")
    words = root / "theme" / "partials" / "languages" / f"{LANGUAGE}.html"
    words.parent.mkdir(parents=True, exist_ok=True)
    words.write_text(_THEME_WORDS, encoding="utf-8")
    edit(root / "mkdocs.yml", "custom_dir: hooks/theme", "custom_dir: theme")
    assert main(["--root", str(root), "pseudo", "--out", str(root / "locales")]) == 0
    assemble(root, folder / "site", within=[LANGUAGE], quick=True)
    return folder / "site"
