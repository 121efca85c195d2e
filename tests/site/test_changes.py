"""Which edits lead to which builds."""

from pathlib import Path

import pytest

from hooks.publish.changes import touched, watched

ROOT = Path("/project")
ALL = ("en", "nb")


@pytest.mark.parametrize(
    ("edited", "languages"),
    [
        (["locales/nb/LC_MESSAGES/docs.po"], ("nb",)),
        (["locales/nb/LC_MESSAGES/docs.po", "locales/en/LC_MESSAGES/site.po"], ALL),
        (["locales/se/LC_MESSAGES/docs.po"], ()),
        (["locales/glossary.toml"], ALL),
        (["docs/index.md"], ALL),
        (["checker/api.py", "locales/nb/LC_MESSAGES/checker.po"], ALL),
        (["mkdocs.yml"], ALL),
    ],
)
def test_an_edit_builds_the_languages_it_touches(edited: list[str], languages: tuple[str, ...]) -> None:
    assert touched([ROOT / name for name in edited], ROOT, ALL) == languages


@pytest.mark.parametrize(
    "name",
    ["docs/a.md", "locales/nb/LC_MESSAGES/a.po", "checker/tables/a.toml", "hooks/b/c.py", "mkdocs.yml"],
)
def test_sources_are_watched(name: str) -> None:
    assert watched(ROOT / name, ROOT)


@pytest.mark.parametrize(
    "name",
    [
        "docs/.a.md.swp",
        "docs/a.md~",
        "docs/dev/architecture.md",
        "checker/__pycache__/api.cpython-313.pyc",
        "hooks/bundle/node_modules/pyodide/pyodide.mjs",
        "locales/docs.pot",
        "locales/nb/LC_MESSAGES/docs.mo",
        "site/en/index.html",
        "pyproject.toml",
        "../elsewhere/docs/a.md",
    ],
)
def test_what_no_page_is_made_from_is_not(name: str) -> None:
    assert not watched(ROOT / name, ROOT)
