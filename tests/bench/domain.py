"""python -m tests.bench domain: SPF beside pyspf, DMARC, MX rows, and a whole report on a slow resolver."""

import statistics
import time
from collections.abc import Callable
from typing import Any

from checker.dmarc.evaluate import evaluate
from checker.domain.model import Subject
from checker.domain.report import report
from checker.lookup.drive import drive
from checker.lookup.model import Query, Reply
from checker.lookup.zone import Zone
from checker.mx.receive import receiver_of_host
from checker.resolver import Resolver, run
from checker.spf.evaluate import check_host
from checker.spf.identity import identity
from checker.tables.mx import receivers
from tests.conformance.spf import oracle
from tests.conformance.spf.suite import SUITES, cases
from tests.dns.responder import serve
from tests.unit.domain.zones import GOOD

ROUNDS = 5
DELAY = 0.040
"""Seconds that the local server takes for each answer."""


def measure_domain() -> dict[str, Any]:
    """Rates a second, and seconds for a report."""
    return {
        "SPF (checks/s)": _spf(),
        "DMARC (evaluations/s)": _dmarc(),
        "MX (hosts/s)": _mx(),
        "report (s)": _report(),
    }


def _spf() -> dict[str, Any] | str:
    """Every test of the RFC 7208 suite, in turns with pyspf."""
    if not SUITES.is_dir():
        return "skipped: the suite is not beside the project"
    suite = list(cases("rfc7208-tests"))

    def ours() -> None:
        for case in suite:
            who = identity(case.host, case.mail_from, case.helo)
            if who is not None:
                drive(check_host(who), case.zone)

    def theirs() -> None:
        for case in suite:
            oracle.check(case.zone, case.host, case.mail_from, case.helo)

    rates: dict[str, list[float]] = {"fremme": [], "pyspf": []}
    for _ in range(ROUNDS):
        for name, check in (("fremme", ours), ("pyspf", theirs)):
            rates[name].append(len(suite) / _seconds(check))
    found = {name: statistics.median(rate) for name, rate in rates.items()}
    return {**found, "fremme / pyspf": found["fremme"] / found["pyspf"]}


def _dmarc() -> float:
    zone = Zone({"_dmarc.example.com": {"TXT": ["v=DMARC1; p=reject; sp=quarantine"]}})
    count = 2_000

    def walk() -> None:
        for _ in range(count):
            drive(evaluate("a.b.mail.example.com", ("bounce.example.com",), ("example.net",)), zone)

    return count / min(_seconds(walk) for _ in range(ROUNDS))


def _mx() -> float:
    hosts = [host.example for one in receivers().values() for host in one.hosts] + ["mail.example.no"] * 20

    def find() -> None:
        for host in hosts * 50:
            receiver_of_host(host)

    return 50 * len(hosts) / min(_seconds(find) for _ in range(ROUNDS))


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
