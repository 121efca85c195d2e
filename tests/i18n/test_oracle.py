"""Every block that the renderer shows is a segment, so nothing on our pages can stay English unnoticed."""

from pathlib import Path

import pytest

from tests.i18n.oracle import rendered_blocks, segmented_blocks
from tests.i18n.site_markdown import EVERYTHING, ROOT

PAGES = [EVERYTHING, *(path for path in sorted((ROOT / "docs").rglob("*.md")) if "dev" not in path.parts)]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_every_rendered_block_is_a_segment(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    rendered = rendered_blocks(text)
    assert rendered
    assert rendered - segmented_blocks(text) == {}
    assert segmented_blocks(text) - rendered == {}


def test_the_oracle_sees_where_the_two_dialects_disagree() -> None:
    # Python-Markdown wants a blank line before a list, markdown-it does not.
    text = "Text\n- item\n"
    assert rendered_blocks(text) - segmented_blocks(text)
