"""The header reader beside Python's own two and mail-parser, on the same blocks in one run; its growth."""

import email
import email.policy
import statistics
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from checker.headers.paste import read_paste
from checker.headers.read import read
from hooks.bundle.build import ROOT
from tests.conformance.headers.cases import CASES, arc_suite
from tests.unit.headers.samples import GMAIL, M365_BEHIND_PROOFPOINT

WHEELS = ROOT / "build" / "bench" / "wheels"
PEERS = ROOT / "build" / "bench" / "peers"
REQUIREMENTS = ROOT / "tests" / "bench" / "requirements.txt"
ROUNDS = 5
TEN_MEGABYTES = 10_000_000
HEAD = "Received: from a.example by b.example; Mon, 23 Nov 2026 10:11:12 +0000\nFrom: a@b.example\n"

type Reader = Callable[[bytes], object]


def measure_headers() -> dict[str, Any]:
    """Blocks a second for each reader (median of five rounds), exceptions, and seconds for hostile input."""
    short, long = _blocks(), [_long_block()] * 200
    readers: Mapping[str, Reader] = {
        "fremme, the fields alone": lambda block: read_paste(block.decode("latin-1")).block.fields,
        "fremme, with verdict, way, checks and hygiene": read,
        "email, compat32": lambda block: email.message_from_bytes(block).items(),
        "email, policy.default": _modern,
        "mail-parser": _mail_parser(),
    }
    found: dict[str, Any] = {}
    for blocks in (short, long):
        size = round(sum(map(len, blocks)) / len(blocks))
        found[f"{len(blocks)} blocks of {size:,} bytes"] = _speeds(readers, blocks)
    found["seconds for hostile input"] = _growth(readers)
    return found


def _long_block() -> bytes:
    """As long as the average block in a mailbox at Outlook.com, most of it one folded field of no meaning."""
    padding = "".join(f" {'A' * 74}\n" for _ in range(110))
    text = f"{M365_BEHIND_PROOFPOINT}X-Microsoft-Antispam-Message-Info:\n{padding}\n"
    return text.encode()


def _speeds(readers: Mapping[str, Reader], blocks: Sequence[bytes]) -> dict[str, Any]:
    rates = {name: _rates(reader, blocks) for name, reader in readers.items()}
    found: dict[str, Any] = {}
    found["blocks a second"] = {
        name: statistics.median(rate for rate, _ in rows) for name, rows in rates.items()
    }
    found["exceptions"] = {name: rows[0][1] for name, rows in rates.items()}
    return found


def _blocks() -> list[bytes]:
    """Header blocks of real mail that other projects hold, of the ARC suite, and two long ones of ours."""
    mails = [path.read_bytes() for path in sorted((CASES / "bounces" / "sisimai" / "bsd").glob("*"))]
    mails += [(case["message"] or "x").encode() for case, _ in arc_suite().values()]
    own = [text.encode() for text in (M365_BEHIND_PROOFPOINT, GMAIL)] * 100
    cut = [mail.replace(b"\r\n", b"\n").partition(b"\n\n")[0] + b"\n\n" for mail in (*mails, *own)]
    return [block for block in cut if len(block) > 200]


def _modern(block: bytes) -> object:
    message = email.message_from_bytes(block, policy=email.policy.default)
    return [(name, str(value)) for name, value in message.items()]


def _mail_parser() -> Reader:
    """Unpack mail-parser and load it."""
    if not any(WHEELS.glob("mail_parser*.whl")):
        options = ("download", "--quiet", "--require-hashes", "--no-deps", "--dest", str(WHEELS))
        subprocess.run(
            [sys.executable, "-m", "pip", *options, "--requirement", str(REQUIREMENTS)], check=True
        )
    for wheel in WHEELS.glob("mail_parser*.whl"):
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(PEERS)
    sys.path.insert(0, str(PEERS))
    from mailparser import parse_from_bytes  # type: ignore[import-not-found]

    return lambda block: parse_from_bytes(block).headers


def _rates(reader: Reader, blocks: Sequence[bytes]) -> list[tuple[float, int]]:
    return [_rate(reader, blocks) for _ in range(ROUNDS)]


def _rate(reader: Reader, blocks: Sequence[bytes]) -> tuple[float, int]:
    faults = 0
    start = time.perf_counter()
    for block in blocks:
        faults += _failed(reader, block)
    return len(blocks) / (time.perf_counter() - start), faults


def _failed(reader: Reader, block: bytes) -> bool:
    try:
        reader(block)
    except Exception:  # a peer's fault is what is counted
        return True
    return False


def _growth(readers: Mapping[str, Reader]) -> dict[str, Any]:
    hostile = {
        "one field of 10 MB": HEAD + "X-Big: " + "A" * TEN_MEGABYTES + "\n",
        "a text of 10 MB": HEAD + "\n" + "https://bit.ly/x " * (TEN_MEGABYTES // 17),
        "10 MB that are no headers": "Hello there: my dear friend\n" * (TEN_MEGABYTES // 28),
        "50,000 fields": HEAD + "X-H: v\n" * 50_000,
        "100,000 folds": HEAD + "X-H: v\n" + " folded\n" * 100_000,
        "5,000 nested comments": HEAD + "Authentication-Results: b.example; " + "(" * 5_000 + "\n",
        "5,000 nested comments in From": "From: " + "(" * 5_000 + "a <x@b.example>\n" + HEAD,
        "20,000 recipients": HEAD + "To: " + "user@example.com, " * 20_000 + "z@example.com\n",
    }
    return {
        name: {title: _seconds(reader, text.encode()) for title, reader in readers.items()}
        for name, text in hostile.items()
    }


def _seconds(reader: Reader, data: bytes) -> float | str:
    start = time.perf_counter()
    failed = _failed(reader, data)
    took = time.perf_counter() - start
    return "exception" if failed else took
