"""Every block that the renderer shows is a segment, so nothing on our pages can stay English unnoticed."""

from functools import cache
from pathlib import Path

import pytest

from hooks.translation.__main__ import main
from hooks.translation.extensions import Extensions, read_extensions
from hooks.translation.oracle import Oracle
from tests.i18n.site_markdown import EVERYTHING, ROOT

PAGES = [EVERYTHING, *(path for path in sorted((ROOT / "docs").rglob("*.md")) if "dev" not in path.parts)]


@cache
def oracle() -> Oracle:
    site = read_extensions(ROOT / "mkdocs.yml")
    # Tabs are no part of the site yet, but the library knows them.
    return Oracle(Extensions([*site.names, "pymdownx.tabbed"], site.configs))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_rendered_block_is_a_segment(path: Path) -> None:
    found = oracle().judge(path.read_text(encoding="utf-8"))
    assert found.blocks
    assert (found.not_segments, found.not_rendered) == ([], [])
    assert found.is_identical
    assert found.is_same_html


def test_the_oracle_sees_where_the_two_dialects_disagree() -> None:
    # Python-Markdown wants a blank line before a list, markdown-it does not.
    found = oracle().judge("Text\n- item\n")
    assert (found.blocks, found.found) == (1, 0)
    assert list(found.not_segments) == ["Text - item"]
    assert list(found.not_rendered) == ["Text", "item"]
    # A footnote, which this site's Markdown does not have, is joined with the line that belongs to it.
    assert not oracle().judge("[^1]: a\n b\n").is_same_html


def run(folder: Path, *options: str) -> int:
    return main(["--root", str(ROOT), "oracle", str(folder), *options])


def test_the_command_reports_by_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "index.md").write_bytes(b"# One\r\n\r\nTwo\r\n")
    (tmp_path / "a" / "b.md").write_text("Text\n- item\n\n[^1]: a\n b\n", encoding="utf-8")
    assert run(tmp_path, "--verbose") == 0
    lines = [
        line.split("  ")[-1] + ":" + " ".join(line.split()) for line in capsys.readouterr().out.splitlines()
    ]
    assert lines[-3:] == [
        ".:1 2 100.0 % 100.0 % 100.0 % .",
        "a:1 2 0.0 % 100.0 % 0.0 % a",
        "all:2 4 50.0 % 100.0 % 50.0 % all",
    ]
    assert any(line.endswith("a/b.md: shown, not found: Text - item") for line in lines)
    assert any(line.endswith("a/b.md: other HTML when written anew") for line in lines)


def test_a_folder_without_pages_is_no_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path) == 0
    assert "–" in capsys.readouterr().out
    assert run(tmp_path / "absent") == 1
    assert "no folder" in capsys.readouterr().out
