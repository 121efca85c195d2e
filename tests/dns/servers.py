"""Real DNS servers on loopback: BIND holds the names, Unbound resolves, dnsdist takes DNS over HTTPS."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from checker.lookup.model import Query, RdType
from tests.dns.responder import to_text
from tests.unit.domain.zones import Names

_PATH = os.environ.get("PATH", "") + ":/usr/sbin:/sbin"
PROGRAMS = {name: shutil.which(name, path=_PATH) for name in ("named", "unbound", "dnsdist")}
MISSING = ", ".join(name for name, found in PROGRAMS.items() if not found)

_NAMED = """
options {{ directory "{folder}"; listen-on port {port} {{ 127.0.0.1; }}; listen-on-v6 {{ none; }};
  pid-file none; session-keyfile none; recursion no; dnssec-validation no; notify no;
  rrset-order {{ order none; }};
  max-udp-size 512; allow-query {{ 127.0.0.1; }}; minimal-responses yes; }};
controls {{ }};
zone "." {{ type primary; file "root.zone"; check-names ignore; check-integrity no; }};
zone "broken.example" {{ type primary; file "there-is-no-such-file"; }};
"""
_UNBOUND = """
server:
  interface: 127.0.0.1
  port: {port}
  access-control: 127.0.0.0/8 allow
  do-not-query-localhost: no
  do-daemonize: no
  username: ""
  chroot: ""
  directory: "{folder}"
  pidfile: ""
  use-syslog: no
  module-config: "iterator"
  rrset-roundrobin: no
  num-threads: 1
  root-hints: ""
remote-control:
  control-enable: no
forward-zone:
  name: "fault.example"
  forward-addr: 127.0.0.1@{faults}
forward-zone:
  name: "."
  forward-addr: 127.0.0.1@{named}
"""
_DNSDIST = """
setACL("127.0.0.0/8")
setLocal("127.0.0.1:{plain}")
newServer({{address="127.0.0.1:{unbound}", healthCheckMode="up"}})
newServer({{address="127.0.0.1:{faults}", healthCheckMode="up", pool="faults"}})
addAction("fault.example.", PoolAction("faults"))
setUDPTimeout(1)
addDOHLocal("127.0.0.1:{with_cors}", nil, nil, "/dns-query",
  {{customResponseHeaders={{["access-control-allow-origin"]="*"}}, reusePort=true}})
addDOHLocal("127.0.0.1:{without_cors}", nil, nil, "/dns-query", {{reusePort=true}})
setSecurityPollSuffix("")
"""


def free_port() -> int:
    """A port that neither UDP nor TCP uses now."""
    with socket.socket() as tcp, socket.socket(type=socket.SOCK_DGRAM) as udp:
        tcp.bind(("127.0.0.1", 0))
        udp.bind(("127.0.0.1", tcp.getsockname()[1]))
        return int(tcp.getsockname()[1])


@contextmanager
def bind(folder: Path, names: Names) -> Iterator[int]:
    """BIND, authoritative for all names there are; what is too long for 512 octets has to go over TCP."""
    port = free_port()
    (folder / "root.zone").write_text(zone_file(names), encoding="ascii")
    (folder / "named.conf").write_text(_NAMED.format(folder=folder, port=port), encoding="ascii")
    with _running(folder, "named", "-g", "-c", str(folder / "named.conf"), "-n", "1"):
        _await(port)
        yield port


@contextmanager
def unbound(folder: Path, named: int, faults: int) -> Iterator[int]:
    """Unbound, which asks BIND, and the faulty server for fault.example."""
    port = free_port()
    text = _UNBOUND.format(folder=folder, port=port, named=named, faults=faults)
    (folder / "unbound.conf").write_text(text.replace('  root-hints: ""\n', ""), encoding="ascii")
    with _running(folder, "unbound", "-d", "-c", str(folder / "unbound.conf")):
        _await(port)
        yield port


@dataclass(frozen=True)
class Front:
    """Where one resolver is asked: over UDP and TCP, and over HTTP by pages that may read it or may not."""

    plain: int
    doh: str
    doh_without_cors: str


@contextmanager
def dnsdist(folder: Path, resolver: int, faults: int) -> Iterator[Front]:
    """DNS over plain HTTP in front of Unbound, and of the faulty server for fault.example."""
    ports = {"plain": free_port(), "with_cors": free_port(), "without_cors": free_port()}
    text = _DNSDIST.format(unbound=resolver, faults=faults, **ports)
    (folder / "dnsdist.conf").write_text(text, encoding="ascii")
    with _running(folder, "dnsdist", "--supervised", "--disable-syslog", "-C", str(folder / "dnsdist.conf")):
        for port in ports.values():
            _await(port)
        address = "http://127.0.0.1:{}/dns-query".format
        yield Front(ports["plain"], address(ports["with_cors"]), address(ports["without_cors"]))


def zone_file(names: Names) -> str:
    """All the names as one zone, that of the root."""
    lines = ["$TTL 60", ". SOA ns. hostmaster. 1 60 60 60 60", ". NS ns.", "ns. A 127.0.0.1"]
    for name, sets in names.items():
        for rdtype, records in sets.items():
            for record in records if not isinstance(records, str) else ():
                asked = Query(name, RdType(rdtype))
                lines.append(f"{name}. {rdtype} {to_text(record, asked)}")
    return "\n".join(lines) + "\n"


@contextmanager
def _running(folder: Path, program: str, *arguments: str) -> Iterator[None]:
    command = [str(PROGRAMS[program]), *arguments]
    with (folder / f"{program}.log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, stdin=subprocess.DEVNULL)
        try:
            yield
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _await(port: int, seconds: float = 20.0) -> None:
    """Wait until somebody takes TCP connections there."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            with socket.create_connection(("127.0.0.1", port), 1):
                return
        except OSError:
            time.sleep(0.05)
    raise TimeoutError(f"no server on port {port}")
