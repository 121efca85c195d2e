"""The servers, started once for all tests here; without the programs the tests are skipped and say so."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from checker.lookup.model import Cause, RdType
from checker.lookup.zone import Records, Zone
from tests.dns import responder, servers
from tests.dns.scenarios import NAMES

_TEXT: dict[str, Records] = {RdType.TXT.value: ["v=spf1 -all"]}
FAULTS: dict[str, responder.Fault] = {
    "silent.fault.example": responder.silent,
    "garbage.fault.example": responder.garbage,
    "wrong-id.fault.example": responder.wrong_id,
    "cut.fault.example": responder.cut,
    "always-cut.fault.example": responder.always_cut,
    "late.fault.example": responder.late(0.7),
}


@dataclass(frozen=True)
class Servers:
    """Where the servers listen on loopback."""

    named: int
    unbound: int
    faults: int
    front: servers.Front

    @property
    def doh(self) -> str:
        """The address of DNS over HTTP that web pages may read."""
        return self.front.doh


@pytest.fixture(scope="session")
def faulty() -> Iterator[int]:
    """A server in Python for what the real ones cannot do."""
    names: dict[str, dict[str, Records]] = {
        **dict.fromkeys(FAULTS, _TEXT),
        "servfail.fault.example": {"TXT": Cause.SERVFAIL},
        "refused.fault.example": {"TXT": Cause.REFUSED},
        "long.fault.example": {"TXT": ["x" * 4000]},
        "fine.fault.example": _TEXT,
    }
    with responder.serve(Zone(names), FAULTS) as port:
        yield port


@pytest.fixture(scope="session")
def dns(tmp_path_factory: pytest.TempPathFactory, faulty: int) -> Iterator[Servers]:
    if servers.MISSING:
        pytest.skip(f"these programs are not here: {servers.MISSING} (see tests/install_dns)")
    folder: Path = tmp_path_factory.mktemp("dns")
    folder.chmod(0o755)
    with (
        servers.bind(folder, NAMES) as named,
        servers.unbound(folder, named, faulty) as unbound,
        servers.dnsdist(folder, unbound, faulty) as front,
    ):
        yield Servers(named, unbound, faulty, front)
