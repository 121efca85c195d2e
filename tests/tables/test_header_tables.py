"""The tables of the header reader: sources, dates, and every example read as its row says."""

from datetime import date

import pytest

from checker.headers.model import Certainty, Decider, Place
from checker.headers.verdict import matching_row, read_value
from checker.tables.headers import (
    VerdictGroup,
    platforms,
    read,
    receivers,
    rules,
    shorteners,
    system_names,
    verdict_groups,
)
from hooks.translation.table_strings import table_messages
from tests.flow.guide import ROOT

TABLES = {
    "header_verdicts": "group",
    "header_receivers": "receiver",
    "header_platforms": "platform",
    "header_rules": "rule",
}
GROUPS = list({id(group): group for groups in verdict_groups().values() for group in groups}.values())


@pytest.mark.parametrize("name", TABLES)
def test_every_row_has_a_source_and_a_date(name: str) -> None:
    table = read(name)
    assert table[TABLES[name]]
    for row in table[TABLES[name]]:
        assert row["source"] in table["source"], row
        assert row["checked"] >= date(2026, 11, 23), row
    assert {row["source"] for row in table[TABLES[name]]} == set(table["source"])


@pytest.mark.parametrize("name", [*TABLES, "header_links"])
def test_none_of_it_is_for_readers(name: str) -> None:
    path = f"checker/tables/{name}.toml"
    assert list(table_messages((ROOT / path).read_text(encoding="utf-8"), path)) == []


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: f"{group.fields[0]} {group.key}")
def test_every_example_is_read_as_its_row_says(group: VerdictGroup) -> None:
    for row in group.rows:
        text = read_value(group, row.example)
        assert text is not None, row
        assert matching_row(group, text) is row, row
        assert row.place in set(Place)
        assert row.decider in set(Decider)
        assert row.certainty in set(Certainty)
    assert group.system in system_names()


def test_the_folder_outranks_what_was_thought_of_it() -> None:
    stated = [row.rank for group in GROUPS for row in group.rows if row.certainty == "stated"]
    others = [row.rank for group in GROUPS for row in group.rows if row.certainty != "stated"]
    assert min(stated) > max(others)


def test_names_are_used_once() -> None:
    for names in ([one.id for one in receivers()], [one.id for one in platforms()]):
        assert len(names) == len(set(names))
    assert all(host == host.lower() for one in receivers() for host in one.hosts)
    assert all("." in host for host in shorteners())
    assert {rule.provider for rule in rules()} == {"google", "yahoo", "microsoft"}
