"""Real filters, offline: SpamAssassin as a command, rspamd as a server of our own on loopback."""

import json
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from typing import Any

import pytest

type Filter = Callable[[str], str]
type Ask = Callable[[str], dict[str, Any]]

CONFIG = """
.include "/etc/rspamd/common.conf"
options {{ pidfile = "{folder}/pid"; tempdir = "{folder}"; control_socket = "{folder}/control mode=0600";
  dns {{ nameserver = ["127.0.0.1:9"]; timeout = 0.1s; retransmits = 1; }} }}
logging {{ type = "file"; filename = "{folder}/log"; level = "error"; }}
worker "normal" {{ bind_socket = "127.0.0.1:{port}"; count = 1; }}
milter_headers {{ use = ["x-spamd-result", "x-rspamd-action", "x-spam-status", "authentication-results"];
  skip_local = false; skip_authenticated = false; }}
"""


@pytest.fixture(scope="session")
def spamassassin(tmp_path_factory: pytest.TempPathFactory) -> Filter:
    """Pipe a message through SpamAssassin without any network."""
    if not shutil.which("spamassassin"):
        pytest.skip("SpamAssassin is not installed; see tests/install_filters")
    home = tmp_path_factory.mktemp("spamassassin")

    def run(message: str) -> str:
        command = ["spamassassin", "--local", "--prefspath", str(home / "prefs")]
        environment = {"HOME": str(home), "PATH": "/usr/bin:/bin"}
        ran = subprocess.run(
            command, input=message.encode(), capture_output=True, env=environment, check=True
        )
        return ran.stdout.decode()

    return run


@pytest.fixture(scope="session")
def rspamd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of an rspamd that this session has started; it asks a DNS server that is not there."""
    if not shutil.which("rspamd"):
        pytest.skip("rspamd is not installed; see tests/install_filters")
    folder = tmp_path_factory.mktemp("rspamd")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    (folder / "rspamd.conf").write_text(CONFIG.format(folder=folder, port=port))
    variables = [f"--var={name}={folder}" for name in ("DBDIR", "RUNDIR", "LOGDIR")]
    command = ["rspamd", "-f", "-i", "-c", str(folder / "rspamd.conf"), *variables]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        if not _answers(port):
            pytest.skip("rspamd does not start here")
        yield port
    finally:
        server.terminate()
        server.wait(timeout=20)


def _answers(port: int) -> bool:
    for _ in range(100):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/ping", timeout=1):
                return True
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    return False


@pytest.fixture(scope="session")
def rspamc(rspamd: int) -> Filter:
    """Pipe a message through rspamd's client, which adds its headers at the end."""

    def run(message: str) -> str:
        command = ["rspamc", "-h", f"127.0.0.1:{rspamd}", "--mime"]
        return subprocess.run(
            command, input=message.encode(), capture_output=True, check=True
        ).stdout.decode()

    return run


@pytest.fixture(scope="session")
def milter(rspamd: int) -> Ask:
    """Ask rspamd as a mail server does, and get the headers that it wants added."""

    def ask(message: str) -> dict[str, Any]:
        headers = {
            "Flags": "milter",
            "IP": "203.0.113.9",
            "Helo": "x",
            "From": "a@example.com",
            "Rcpt": "b@example.no",
        }
        request = urllib.request.Request(f"http://127.0.0.1:{rspamd}/checkv2", message.encode(), headers)
        with urllib.request.urlopen(request, timeout=60) as reply:
            found: dict[str, Any] = json.load(reply)
        return found

    return ask
