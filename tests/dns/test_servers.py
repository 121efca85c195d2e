"""Real servers give the same findings as a mapping, over UDP, TCP and HTTPS; failures keep their names."""

import base64
import json
import subprocess
import sys
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from checker.domain.ask import Asks, step
from checker.domain.model import SenderReport, Subject
from checker.domain.report import report as look_up
from checker.lookup.drive import drive
from checker.lookup.model import Answer, Cause, Failure, RdType, Reply, query
from checker.lookup.zone import Zone
from checker.render.context import Context
from checker.render.domain import report
from checker.render.report_text import report_text
from checker.resolver import Resolver, run
from checker.tables.mx import resolvers
from tests.dns.conftest import Servers
from tests.dns.scenarios import NAMES, SUBJECTS

_PUBLIC = "cloudflare"


def _text(found: SenderReport) -> str:
    return report_text(report(found, Context()), Context())


def _expected(subject: Subject) -> str:
    return _text(drive(look_up(subject), Zone(NAMES)))


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.domain)
def test_over_udp_and_tcp(dns: Servers, subject: Subject) -> None:
    assert _text(run(look_up(subject), Resolver("127.0.0.1", dns.unbound))) == _expected(subject)


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.domain)
def test_from_the_authoritative_server_itself(dns: Servers, subject: Subject) -> None:
    assert _text(run(look_up(subject), Resolver("127.0.0.1", dns.named))) == _expected(subject)


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.domain)
def test_over_https_step_by_step(dns: Servers, subject: Subject) -> None:
    found, rounds = _by_https(subject, dns.doh)
    assert _text(found) == _expected(subject)
    assert rounds <= 12


def test_the_command(dns: Servers) -> None:
    command = [sys.executable, "-m", "checker.cli", "domain", "https://example.no/about", "--json"]
    done = subprocess.run(
        [*command, "--ip", "198.51.100.9", "--resolver", f"127.0.0.1:{dns.unbound}"],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    data = json.loads(done.stdout)
    assert data["spf_evaluation"]["result"] == "pass"
    assert [one["state"] for one in data["connections"]] == ["connected", "connected"]


def _by_https(subject: Subject, address: str) -> tuple[SenderReport, int]:
    """What the page does: fetch all that is asked for, side by side, and ask again."""
    answers: dict[str, str] = {}
    for rounds in range(40):
        found = step(subject, _PUBLIC, answers)
        if not isinstance(found, Asks):
            return found, rounds
        local = [(ask.key, ask.url.replace(resolvers()[_PUBLIC].url, address)) for ask in found.asks]
        with ThreadPoolExecutor(8) as pool:
            answers |= dict(
                zip((key for key, _ in local), pool.map(_fetch, (url for _, url in local)), strict=True)
            )
    raise AssertionError("it never ends")


def _fetch(url: str) -> str:
    request = urllib.request.Request(url, headers={"accept": "application/dns-message"})
    try:
        with urllib.request.urlopen(request, timeout=10) as response:
            return "base64:" + base64.b64encode(response.read()).decode()
    except urllib.error.HTTPError as fault:
        with fault:
            return f"status:{fault.code}"


def test_only_one_of_the_two_fronts_lets_web_pages_read_it(dns: Servers) -> None:
    headers = []
    for address in (dns.doh, dns.front.doh_without_cors):
        with urllib.request.urlopen(f"{address}?dns=AAABAAABAAAAAAAAB2V4YW1wbGUCbm8AAA8AAQ") as response:
            headers.append(response.headers.get("access-control-allow-origin"))
    assert headers == ["*", None]


def test_a_front_that_does_not_know_the_path_is_named_as_refusing(dns: Servers) -> None:
    found, _ = _by_https(Subject("example.no"), dns.doh.replace("/dns-query", "/elsewhere"))
    assert found.silence is Cause.REFUSED
    assert found.fixes == ()


def _ask(port: int, name: str, rdtype: RdType = RdType.TXT, seconds: float = 2.0) -> Reply:
    return Resolver("127.0.0.1", port, seconds=seconds, tries=1)(query(name, rdtype))


@pytest.mark.parametrize(
    ("name", "cause"),
    [
        ("no-such-domain.example", Cause.NXDOMAIN),
        ("empty.example", Cause.NODATA),
        ("broken.example", Cause.SERVFAIL),
        ("ring1.example", Cause.SERVFAIL),
        ("servfail.fault.example", Cause.SERVFAIL),
    ],
)
def test_a_failure_of_the_real_servers_keeps_its_name(dns: Servers, name: str, cause: Cause) -> None:
    reply = _ask(dns.unbound, name, seconds=8.0)
    assert isinstance(reply, Failure)
    assert reply.cause is cause


@pytest.mark.parametrize(
    ("name", "cause"),
    [
        ("silent.fault.example", Cause.TIMEOUT),
        ("wrong-id.fault.example", Cause.TIMEOUT),
        ("garbage.fault.example", Cause.TIMEOUT),
        ("refused.fault.example", Cause.REFUSED),
        ("always-cut.fault.example", Cause.UNREADABLE),
    ],
)
def test_a_fault_is_told_from_the_others(faulty: int, name: str, cause: Cause) -> None:
    reply = _ask(faulty, name, seconds=0.4)
    assert isinstance(reply, Failure)
    assert reply.cause is cause


@pytest.mark.parametrize("name", ["cut.fault.example", "late.fault.example", "fine.fault.example"])
def test_a_cut_or_late_answer_still_arrives(faulty: int, name: str) -> None:
    reply = _ask(faulty, name)
    assert isinstance(reply, Answer)
    assert reply.texts == ("v=spf1 -all",)


def test_a_text_of_many_strings_comes_whole(dns: Servers, faulty: int) -> None:
    texts = _ask(dns.unbound, "long.example").texts  # type: ignore[union-attr]  # an answer
    assert set(texts) == set(NAMES["long.example"]["TXT"])
    assert _ask(faulty, "long.fault.example").texts == ("x" * 4000,)  # type: ignore[union-attr]  # an answer


def test_a_chain_of_aliases_is_followed_and_kept(dns: Servers) -> None:
    reply = _ask(dns.unbound, "c1.example")
    assert isinstance(reply, Answer)
    assert reply.aliases == ("c2.example", "c3.example")


def test_nobody_there_is_no_missing_record() -> None:
    closed = Resolver("127.0.0.1", 1, seconds=0.2, tries=1)
    found = run(look_up(replace(SUBJECTS[0], ip="")), closed)
    assert found.silence in (Cause.TIMEOUT, Cause.UNREACHABLE)
    assert "There is no answer" in _text(found)
