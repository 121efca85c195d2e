"""A small site, built by the `mkdocs` command with this project's language hooks."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import polib
import pytest

from hooks.translation.__main__ import main

ROOT = Path(__file__).parents[2]

CONFIG = f"""\
site_name: Sample
site_description: What the site is for.
site_url: https://example.org/base/
copyright: Free to use
nav:
  - Start: index.md
  - More:
      - The mailbox: guide/mailbox.md
theme:
  name: material
  language: en
  font: false
  custom_dir: theme
hooks:
  - {ROOT}/hooks/choose_language.py
  - {ROOT}/hooks/translate_pages.py
  - {ROOT}/hooks/show_translation_status.py
plugins:
  - search
markdown_extensions:
  - attr_list
  - admonition
validation:
  links:
    anchors: warn
extra:
  languages:
    en: English
    nb: Norsk bokmål
  words:
    skip: Skip to the text
    not_translated: Only in English
    status_page: Page
    status_all: All
    status_site: Menus
    status_checker: Answers
    status_share: "{{percent}}%"
    status_source: The source
    status_done: Done
    status_missing: Missing
    status_stale: Stale
    status_copied: Copied
"""
# Templates get at everything that the hooks leave for them.
TEMPLATE = """\
{% extends "base.html" %}
{% block extrahead %}{% if page %}
<meta name="probe" content="{{ config.extra.lang }}|{{ config.extra.words.skip }}|
{{- config.extra.words.not_translated }}|{{ page.meta.translation.done }}/{{ page.meta.translation.total }}">
{% endif %}{% endblock %}
"""
PAGES = {
    "guide/status.md": "# Start\n\n<!-- translation:status -->\n\n<!-- translation:left -->\n",
    "index.md": "# Start\n\nRead [how it works](guide/mailbox.md#how-it-works).\n",
    "guide/mailbox.md": (
        "---\ndescription: About mailboxes.\n---\n\n# The mailbox\n\n## How it works\n\n"
        "Look in the mailboxes.\n\nOnly in English.\n"
    ),
}
TRANSLATIONS = {
    "What the site is for.": "Hva nettstedet er til for.",
    "Free to use": "Fri bruk",
    "Start": "Begynn",
    "More": "Mer",
    "The mailbox": "Postkassen",
    "Skip to the text": "Hopp til teksten",
    "Read [how it works](guide/mailbox.md#how-it-works).": "Les [hvordan](guide/mailbox.md#how-it-works).",
    "About mailboxes.": "Om postkasser.",
    "How it works": "Slik virker det",
    "Look in the mailboxes.": "Se i postkassene.",
}

Build = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("sample")
    files = {"mkdocs.yml": CONFIG, "theme/main.html": TEMPLATE}
    files |= {f"docs/{name}": text for name, text in PAGES.items()}
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    main(["--root", str(root), "update"])
    for path in (root / "locales").rglob("*.po"):
        catalogue = polib.pofile(str(path), wrapwidth=0)
        for entry in catalogue:
            entry.msgstr = TRANSLATIONS.get(entry.msgid, "")
        catalogue.save()
    return root


@pytest.fixture(scope="session")
def build(sample: Path) -> Build:
    """Run `mkdocs build` (not `python -m mkdocs`, which would hide a wrong import path)."""

    def run(language: str) -> subprocess.CompletedProcess[str]:
        command = [
            str(Path(sys.executable).with_name("mkdocs")),
            "build",
            "--strict",
            "--site-dir",
            f"site/{language}",
        ]
        env = {**os.environ, "FREMME_LANG": language, "NO_MKDOCS_2_WARNING": "1"}
        return subprocess.run(command, cwd=sample, env=env, capture_output=True, text=True, check=False)

    return run


@pytest.fixture(scope="session", params=["en", "nb"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="session")
def built(sample: Path, build: Build, language: str) -> Path:
    """The folder of the sample site in one language."""
    result = build(language)
    assert result.returncode == 0, result.stderr
    return sample / "site" / language
