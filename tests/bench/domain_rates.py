"""How fast the evaluators are on questions that come as JSON: the same work here, in Pyodide and in mailauth.

It is run inside Pyodide too, so it imports nothing but the checker and a little of the standard library.
"""

import json
import time
from collections.abc import Callable, Mapping
from typing import Any

from checker.dmarc.evaluate import evaluate
from checker.lookup.drive import drive
from checker.lookup.model import Cause, Mx
from checker.lookup.zone import Records, Zone
from checker.mx.receive import receiver_of_host
from checker.spf.evaluate import check_host
from checker.spf.identity import identity

type Json = Mapping[str, Any]


def measure(text: str) -> str:
    """Seconds for each round, and what SPF came to: JSON in and out."""
    asked: Json = json.loads(text)
    zones = [_zone(data) for data in asked["zones"]]
    results: list[str] = []

    def check() -> None:
        results.clear()
        for case in asked["cases"]:
            who = identity(case["host"], case["mail_from"], case["helo"])
            found = drive(check_host(who), zones[case["zone"]]).result if who else "none"
            results.append(str(found))

    walk = asked["walk"]
    zone = _zone(walk["zone"])

    def discover() -> None:
        for _ in range(asked["walks"]):
            drive(evaluate(walk["author"], (walk["spf"],), (walk["dkim"],)), zone)

    def find() -> None:
        for host in asked["hosts"]:
            receiver_of_host(host)

    seconds: dict[str, list[float]] = {"spf": [], "dmarc": [], "mx": []}
    for _ in range(asked["rounds"]):
        for name, work in (("spf", check), ("dmarc", discover), ("mx", find)):
            seconds[name].append(_seconds(work))
    return json.dumps({**seconds, "results": results})


def _zone(data: Json) -> Zone:
    return Zone(
        {name: {kind: _records(found) for kind, found in sets.items()} for name, sets in data.items()}
    )


def _records(found: list[Any] | str) -> Records:
    if isinstance(found, str):
        return Cause(found)
    return [Mx(one["preference"], one["host"]) if isinstance(one, dict) else one for one in found]


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
