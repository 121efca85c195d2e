"""The SPF suites as values: a zone, the arguments of check_host, and the results that are right."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from checker.lookup.drive import drive
from checker.lookup.model import Cause, Mx, RdType
from checker.lookup.zone import Records, Zone
from checker.spf.evaluate import check_host
from checker.spf.identity import identity
from checker.spf.model import Evaluation

SUITES = Path(__file__).parents[4] / "shared" / "cases" / "spf" / "pyspf"

needs_suites = pytest.mark.skipif(not SUITES.is_dir(), reason="the SPF suites are not beside the project")


@dataclass(frozen=True)
class Case:
    """One test of a suite; the first of `results` is the preferred one."""

    name: str
    host: str
    helo: str
    mail_from: str
    results: tuple[str, ...]
    explanation: str | None
    zone: Zone
    zone_data: Mapping[str, Any]

    def check(self) -> Evaluation:
        """Evaluate it."""
        who = identity(self.host, self.mail_from, self.helo)
        assert who is not None
        return drive(check_host(who), self.zone)


def cases(suite: str) -> Iterator[Case]:
    """Every test of a suite, in its order."""
    for scenario in json.loads((SUITES / f"{suite}.json").read_text(encoding="utf-8"))["scenarios"]:
        zone = zone_of(scenario["zonedata"])
        for name, test in scenario["tests"].items():
            results = test["result"] if isinstance(test["result"], list) else [test["result"]]
            yield Case(
                name,
                test["host"],
                test["helo"],
                test["mailfrom"],
                tuple(results),
                test.get("explanation"),
                zone,
                scenario["zonedata"],
            )


def zone_of(data: Mapping[str, Any]) -> Zone:
    """The suite's own zone notation, as a zone."""
    return Zone(names_of(data))


def names_of(data: Mapping[str, Any]) -> dict[str, dict[str, Records]]:
    """The suite's own zone notation, as names with their records."""
    return {name.lower().removesuffix("."): _records(entries) for name, entries in data.items()}


def _records(entries: list[Any]) -> dict[str, Records]:
    found: dict[str, list[Any]] = {}
    failed: dict[str, Records] = {}
    named = {kind: value for entry in entries if isinstance(entry, dict) for kind, value in entry.items()}
    given = {kind for kind, value in named.items() if value != "NONE"}
    as_txt = "TXT" not in named
    known = given | ({"TXT"} if "SPF" in given and as_txt else set())
    for entry in entries:
        if entry == "TIMEOUT":
            failed.update({kind.value: Cause.TIMEOUT for kind in RdType if kind.value not in known})
            continue
        ((rdtype, value),) = entry.items()
        if value == "TIMEOUT":
            failed[rdtype] = Cause.TIMEOUT
        elif value != "NONE" and rdtype == "SPF" and as_txt:
            found.setdefault("TXT", []).append(_value("TXT", value))
        elif value != "NONE":
            found.setdefault(rdtype, []).append(_value(rdtype, value))
    return {**found, **failed}


def _value(rdtype: str, value: list[Any] | str) -> str | Mx:
    if rdtype == "MX" and isinstance(value, list):
        return Mx(value[0], value[1].lower().removesuffix("."))
    if rdtype in ("TXT", "SPF"):
        return value if isinstance(value, str) else "".join(value)
    return str(value).lower().removesuffix(".")
