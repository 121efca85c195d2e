"""The table of allowlist formats: sources, dates, and words that exist."""

import tomllib
from typing import Any

import pytest

from checker.tables.allow import Format, formats
from checker.tables.load import sources, systems
from tests.flow.guide import ROOT

BY = {"domain", "ip", "both", "none"}
SYNTAX = {"file", "command", "values"}
MATCHES = {"sender", "from", "envelope", "either", "authenticated", "connection", "both"}


def rows() -> list[dict[str, Any]]:
    path = ROOT / "checker/tables/allow_formats.toml"
    return list(tomllib.loads(path.read_text(encoding="utf-8"))["format"])


@pytest.mark.parametrize("row", formats().values(), ids=lambda row: row.id)
def test_a_row_has_a_source_with_a_date_and_its_words(row: Format) -> None:
    assert row.source in sources().values()
    assert row.source.checked
    assert row.by in BY
    assert row.syntax in SYNTAX
    assert row.matches in MATCHES
    assert 1 <= row.rank <= 5
    assert row.title
    assert row.text
    assert row.why
    assert row.note


def test_ids_are_unique() -> None:
    assert len({row["id"] for row in rows()}) == len(rows())


def test_a_system_is_one_of_the_table_of_systems() -> None:
    assert {row.system for row in formats().values()} - {""} <= set(systems())


def test_every_system_that_has_formats_has_one_that_goes_by_the_domain() -> None:
    for system in {row.system for row in formats().values()} - {""}:
        assert any(row.by == "domain" for row in formats().values() if row.system == system), system
