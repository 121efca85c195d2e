"""rspamd itself takes the files as an administrator would put them in, and scores messages by them."""

import http.client
import json
import os
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from checker.allowlist.write import SETUP, write
from tests.conformance.allowlist.tools import INSIDE, OUTSIDE, WISH, run, tool

MAIN = """
.include "$CONFDIR/common.conf"
options {{
  pidfile = "$RUNDIR/rspamd.pid";
  filters = "chartable,dkim,regexp";
  dns {{
    nameserver = ["127.0.0.1:1"];
    timeout = 0.1s;
    retransmits = 1;
    fake_records = [
      {{ name = "example.com"; type = "txt"; replies = ["v=spf1 ip4:192.0.2.0/24 -all"]; }},
      {{ name = "_dmarc.example.com"; type = "txt"; replies = ["v=DMARC1; p=reject; aspf=r"]; }},
    ];
  }}
}}
logging {{ type = "console"; level = "warning"; }}
worker "normal" {{ bind_socket = "127.0.0.1:{port}"; count = 1; }}
"""
MAIL = (
    "From: news@example.com\nTo: kari@example.org\nSubject: News\nDate: Wed, 25 Nov 2026 10:00:00 +0000\n"
    "Message-ID: <1@example.com>\n\nHello.\n"
)


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def lay_out(folder: Path, port: int) -> list[str]:
    """An administrator's own folder with our files in the places that the kit names."""
    local = folder / "local.d"
    (local / "maps.d").mkdir(parents=True)
    (local / "maps.d" / "allowed_senders.map").write_text(write(WISH, "rspamd_ip").text)
    (folder / SETUP["rspamd_ip"][0]).write_text(SETUP["rspamd_ip"][1])
    (local / "whitelist.conf").write_text(write(WISH, "rspamd_dmarc").text)
    (folder / "rspamd.conf").write_text(MAIN.format(port=port))
    places = {name: str(folder) for name in ("LOCAL_CONFDIR", "RUNDIR", "LOGDIR", "DBDIR")}
    return [f"--var={name}={place}" for name, place in places.items()]


def test_configtest_is_content(tmp_path: Path) -> None:
    program = tool("rspamadm")
    options = lay_out(tmp_path, free_port())
    found = run(program, *options, "configtest", "--strict", "-c", tmp_path / "rspamd.conf")
    assert (found.returncode, "syntax OK" in found.stdout) == (0, True), found.stdout + found.stderr


def test_configtest_would_not_be(tmp_path: Path) -> None:
    program = tool("rspamadm")
    options = lay_out(tmp_path, free_port())
    (tmp_path / "local.d" / "whitelist.conf").write_text('rules { "A" { domains = [')
    assert run(program, *options, "configtest", "-c", tmp_path / "rspamd.conf").returncode


@pytest.fixture(scope="module")
def scan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    program = tool("rspamd")
    folder, port = tmp_path_factory.mktemp("rspamd"), free_port()
    options = lay_out(folder, port)
    as_root = ["--insecure"] if os.geteuid() == 0 else []
    server = subprocess.Popen(
        [program, "-f", *as_root, *options, "-c", str(folder / "rspamd.conf")],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    try:
        wait_for(port, server)
        yield lambda address, sender="news@example.com": symbols(port, address, sender)
    finally:
        server.terminate()
        server.communicate(timeout=30)


def wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        if server.poll() is not None:
            pytest.fail(f"rspamd ended: {server.communicate()[0].decode()}")
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("rspamd did not start")


def symbols(port: int, address: str, sender: str) -> dict[str, Any]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    headers = {"IP": address, "From": sender, "Rcpt": "kari@example.org", "Helo": "out.example.com"}
    connection.request("POST", "/checkv2", MAIL.encode(), headers)
    answer = json.loads(connection.getresponse().read())
    connection.close()
    return dict(answer["symbols"])


def test_the_networks_get_their_score_and_others_do_not(scan: Any) -> None:  # noqa: ANN401 (a function)
    for address in INSIDE:
        assert scan(address)["ALLOWED_SENDERS"]["score"] < 0, address
    for address in OUTSIDE:
        assert "ALLOWED_SENDERS" not in scan(address), address


def test_the_domain_gets_its_score_only_if_dmarc_passes(scan: Any) -> None:  # noqa: ANN401 (a function)
    assert "ALLOWED_SENDER_DMARC" in scan("192.0.2.1")
    assert "ALLOWED_SENDER_DMARC" not in scan("198.51.100.7")
