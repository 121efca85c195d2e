"""Postfix itself reads the tables and answers for addresses in them and beside them."""

from pathlib import Path

import pytest

from checker.allowlist.write import write
from tests.conformance.allowlist.tools import INSIDE, OUTSIDE, WISH, run, tool


@pytest.fixture
def config(tmp_path: Path) -> Path:
    (tmp_path / "main.cf").write_text("compatibility_level = 3.6\n")
    return tmp_path


@pytest.mark.parametrize(("format_id", "action"), [("postfix_client", "OK"), ("postfix_screen", "permit")])
def test_postmap_finds_what_is_in_the_table_and_no_more(config: Path, format_id: str, action: str) -> None:
    postmap = tool("postmap")
    table = config / "table.cidr"
    table.write_text(write(WISH, format_id).text)
    for address in INSIDE:
        found = run(postmap, "-c", config, "-q", address, f"cidr:{table}")
        assert (found.stdout.strip(), found.stderr) == (action, ""), address
    for address in OUTSIDE:
        found = run(postmap, "-c", config, "-q", address, f"cidr:{table}")
        assert (found.returncode, found.stdout, found.stderr) == (1, "", ""), address


def test_postfix_does_complain_about_host_bits(config: Path) -> None:
    """The reason why they are cleared; it also shows that the test above would notice."""
    postmap = tool("postmap")
    table = config / "table.cidr"
    table.write_text("192.0.2.1/24\tOK\n")
    assert "host address bits" in run(postmap, "-c", config, "-q", "192.0.2.1", f"cidr:{table}").stderr
