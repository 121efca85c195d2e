"""Authentication-Results as other projects test them: all valid ones, and what is left of the invalid."""

from typing import Any

import pytest

from checker.headers.authres import parse
from checker.headers.model import Result
from tests.conformance.headers.cases import load, needs_cases

pytestmark = needs_cases
VALID = load("authres/authres-cases.json", "valid")
INVALID = load("authres/authres-cases.json", "invalid")


def _wanted(row: dict[str, Any]) -> tuple[object, ...]:
    properties = [(one["ptype"], one["property"], one["value"]) for one in row["properties"]]
    return (row["method"], row["result"], row.get("reason", ""), row.get("comment", ""), properties)


def _found(result: Result) -> tuple[object, ...]:
    properties = [(one.ptype, one.name, one.value) for one in result.properties if one.ptype]
    return (result.method, result.result, result.reason, result.comment, properties)


@pytest.mark.parametrize("case", VALID, ids=lambda case: case["id"])
def test_valid_ones_are_read_to_the_end(case: dict[str, Any]) -> None:
    read, wanted = parse(case["value"]), case["expect"]
    assert read.stopped == -1
    assert read.server == (wanted["authserv_id"] or "")
    assert read.instance == wanted.get("instance", read.instance)
    assert read.version == wanted.get("version", read.version)
    assert list(map(_found, read.results)) == list(map(_wanted, wanted["results"]))
    hosts = [row["o365_authserv_id"] for row in wanted["results"] if "o365_authserv_id" in row]
    assert [result.host for result in read.results if result.host] == hosts


@pytest.mark.parametrize("case", INVALID, ids=lambda case: case["id"])
def test_invalid_ones_say_where_they_stop(case: dict[str, Any]) -> None:
    read = parse(case["value"])
    assert case["token_index"] <= read.stopped <= max(case["error_index"], case["token_index"] + 6)


@pytest.mark.parametrize(
    "case", [case for case in INVALID if "method=pass" in case["value"]], ids=lambda c: c["id"]
)
def test_of_invalid_ones_the_readable_part_is_kept(case: dict[str, Any]) -> None:
    assert ("method", "pass") in [(one.method, one.result) for one in parse(case["value"]).results]
