"""The DMARC cases: results, policies, alignment and the names that a tree walk asks."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from checker.dmarc.evaluate import evaluate
from checker.dmarc.model import Evaluation, Fault
from checker.dmarc.parse import is_dmarc, parse_record
from checker.lookup.drive import drive
from checker.lookup.model import Query, Reply
from checker.lookup.zone import Zone

_FILE = Path(__file__).parents[4] / "shared" / "cases" / "dmarc" / "rfc9989-cases.json"
_DATA = json.loads(_FILE.read_text(encoding="utf-8")) if _FILE.is_file() else {"cases": [], "records": []}

needs_cases = pytest.mark.skipif(not _FILE.is_file(), reason="the DMARC cases are not beside the project")

type Case = Mapping[str, Any]


def _zone(case: Case) -> Zone:
    names: dict[str, dict[str, list[str]]] = {name: {"MX": []} for name in case["existing_names"]}
    for name, records in case["txt"].items():
        names[name] = {"TXT": [record if isinstance(record, str) else "".join(record) for record in records]}
    return Zone(names)


def _evaluate(case: Case) -> tuple[Evaluation, list[str]]:
    zone = _zone(case)
    asked: list[str] = []

    def resolve(query: Query) -> Reply:
        asked.append(query.name)
        return zone(query)

    author = case["header_from"].rpartition("@")[2]
    return drive(evaluate(author, case["spf_pass_domains"], case["dkim_pass_domains"]), resolve), asked


@needs_cases
@pytest.mark.parametrize("case", _DATA["cases"], ids=lambda case: case["id"])
def test_every_case(case: Case) -> None:
    found, asked = _evaluate(case)
    discovery = found.discovery
    says = {
        "dmarc": found.result,
        "policy": discovery.applied,
        "published_policy": discovery.published,
        "policy_domain": discovery.policy_domain,
        "author_org": discovery.walk.organizational_domain,
        "spf_aligned": found.spf_aligned,
        "dkim_aligned": found.dkim_aligned,
        "author_queries": [f"_dmarc.{step.domain}" for step in discovery.walk.steps],
    }
    assert {name: says[name] for name in case["expect"]} == case["expect"]
    assert {f"_dmarc.{step.domain}" for step in discovery.walk.steps} <= set(asked)


@needs_cases
@pytest.mark.parametrize("row", _DATA["records"], ids=lambda row: row["record"][:60])
def test_every_record(row: Case) -> None:
    assert is_dmarc(row["record"]) == (row["valid"] is not False)
    if row["valid"] is False:
        return
    record = parse_record(row["record"])
    faults = {wrong.fault for wrong in record.wrong}
    assert bool(faults) == (row["valid"] is not True)
    if row["valid"] == "syntax-warning":
        assert faults == {Fault.BAD_VALUE}
    shown = {**record.tags, "psd": record.psd, "t": "y" if record.is_testing else "n"}
    expected = row.get("tags", {})
    assert {name: shown[name] for name in expected} == expected
