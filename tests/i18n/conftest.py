"""A small project to translate."""

from pathlib import Path

import pytest

FILES = {
    "mkdocs.yml": """\
site_name: Sample
site_description: What the site is for.
site_url: !ENV [NOWHERE, "https://example.org/"]
copyright: Free to use
nav:
  - Start: index.md
  - More:
      - The page: guide/page.md
      - guide/other.md
extra:
  languages:
    en: English
    nb: Norsk
    nn: Nynorsk
  words:
    skip: Skip to the text
    steps: [One step, Two steps]
""",
    "docs/index.md": "# Start\n\nSee [the page](guide/page.md#how-it-works).\n",
    "docs/guide/page.md": (
        "---\ntitle: The page\n---\n\n# The page\n\n<!-- i18n: a verb -->\n## How it works\n\nBody text.\n"
    ),
    "docs/guide/other.md": "# Other\n\nBody text.\n",
    "docs/dev/notes.md": "# Not published\n\n!!! note\n\n    No title\n",
    "checker/words.py": (
        "from checker.i18n import N_\n\n"
        "# i18n: {count} is a number\n"
        "# of messages\n"
        'COUNT = N_(\n    "There are {count} "\n    "messages."\n)\n'
        'OTHER = [N_("Body text."), len("not marked")]\n'
    ),
    "checker/tables/systems.toml": """\
[table]
title = "Systems"   # text = "a remark"
[[system]]
id = "text"
name_text = 'Mail'
why = [
  "First.",
  # note = "a remark"
  "Second, \\"quoted\\".",
]
step = { label = "Do it", by = "title" }
note = '''
Long
text'''
""",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def edit(path: Path, old: str, new: str) -> None:
    """Change one place of a file, which must be there."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
