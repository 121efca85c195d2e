"""docs/dev/threat-model.md: every threat names the tests that hold it, and they exist, or says why there is none."""

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT

PAGE = (ROOT / "docs/dev/threat-model.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.split("\n")
    if line.startswith("| ") and not line.startswith("| they try")
]
NAMED = sorted(set(re.findall(r"`([\w/]+\.\w+(?:\.js)?)::([^`]+)`", PAGE)))


def test_the_five_threats_have_a_section_each() -> None:
    headings = " ".join(re.findall(r"^## (.+)$", PAGE, re.MULTILINE)).lower()
    for threat in ("pasted text", "dns", "translation", "lists", "supply chain"):
        assert threat in headings


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_threat_has_a_test_or_a_word_on_why_not(row: list[str]) -> None:
    threat, end, held = row
    assert threat
    if held == "–":
        assert re.match(r"not stopped|`make audit`", end), "nothing holds it, and that is not said"
    else:
        assert "::" in held


@pytest.mark.parametrize(("file", "test"), NAMED, ids=lambda part: part)
def test_a_named_test_exists(file: str, test: str) -> None:
    path = ROOT / "tests" / file
    assert path.is_file()
    assert (f'test("{test}"' if path.suffix == ".js" else f"\ndef {test}(") in path.read_text(encoding="utf-8")


def test_there_is_something_to_look_for() -> None:
    assert len(ROWS) > 30
    assert len(NAMED) > 40
    assert {Path(file).parts[0] for file, _ in NAMED} >= {"unit", "site", "browser", "i18n", "contract"}
