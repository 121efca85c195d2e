"""Received fields of the suites of other readers: every clause, the moment, and the delays of a chain."""

from typing import Any

import pytest

from checker.headers.model import Hop
from checker.headers.received import hop
from tests.conformance.headers.cases import load, needs_cases

pytestmark = needs_cases
CASES = load("received/received-cases.json", "cases")


def _parts(read: Hop) -> dict[str, Any]:
    return {
        "from": read.from_,
        "by": read.by,
        "with": read.with_,
        "id": read.id,
        "via": read.via,
        "for": read.for_,
        "envelope_from": read.envelope_from,
        "date": read.date,
        "dateNum": None if read.time is None else int(read.time * 1000),
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_every_clause_is_read(case: dict[str, Any]) -> None:
    value = " ".join(case["header"].partition(":")[2].split())
    read = _parts(hop(value))
    for name, wanted in case["expect"].items():
        if name in read and "equals" in wanted:
            assert read[name] == wanted["equals"]
        if name in read:
            assert all(part in read[name] for part in wanted.get("contains", ()))
