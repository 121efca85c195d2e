"""Reading the Markdown of any mkdocs.yml, without running anything of that project."""

from pathlib import Path

import pytest

from hooks.translation.extensions import Extensions, read_extensions
from tests.i18n.site_markdown import ROOT, configured


def read(tmp_path: Path, text: str) -> Extensions:
    path = tmp_path / "mkdocs.yml"
    path.write_text(text, encoding="utf-8")
    return read_extensions(path)


def test_of_this_site_they_are_what_mkdocs_takes() -> None:
    names, configs = configured()
    found = read_extensions(ROOT / "mkdocs.yml")
    assert set(found.names) == set(names)
    assert {name: config for name, config in found.configs.items() if config} == {
        name: config for name, config in configs.items() if config
    }
    assert found.missing == []


@pytest.mark.parametrize(
    "text",
    [
        "markdown_extensions: [admonition, {toc: {permalink: true}}]",
        "markdown_extensions: {admonition: , markdown.extensions.toc: {permalink: true}}",
    ],
)
def test_both_ways_of_listing(tmp_path: Path, text: str) -> None:
    found = read(tmp_path, text)
    assert list(found.names) == ["toc", "tables", "fenced_code", "admonition"]
    assert found.configs["toc"] == {"permalink": True}


@pytest.mark.parametrize("text", ["", "site_name: x\n", None])
def test_without_a_list_there_are_mkdocs_own(tmp_path: Path, text: str | None) -> None:
    found = read(tmp_path, text) if text is not None else read_extensions(tmp_path / "absent.yml")
    assert list(found.names) == ["toc", "tables", "fenced_code"]


def test_what_is_not_installed_is_named_and_left_out(tmp_path: Path) -> None:
    found = read(tmp_path, "markdown_extensions: [abbr, not_to_be_found.here]")
    assert list(found.missing) == ["not_to_be_found.here"]
    assert found.markdown().convert("a") == "<p>a</p>"


def test_names_in_python_lead_to_the_renderer_only(tmp_path: Path) -> None:
    text = """
plugins: !ENV [X, y]
markdown_extensions:
  - pymdownx.superfences:
      custom_fences:
        - {name: a, class: a, format: !!python/name:pymdownx.superfences.fence_code_format }
        - {name: b, class: b, format: !!python/name:os.system }
        - {name: c, class: c, format: !!python/name:material.no.such }
  - toc:
      slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}
      permalink: true
"""
    found = read(tmp_path, text)
    fences = found.configs["pymdownx.superfences"]["custom_fences"]
    assert [fence["name"] for fence in fences] == ["a"]
    assert callable(fences[0]["format"])
    assert found.configs["toc"] == {"permalink": True}
