"""The header reader beside Python's own two and mail-parser, on the same blocks in one run; its growth."""

import time
from collections.abc import Mapping
from typing import Any

from tests.bench.pyodide import inside, peers
from tests.bench.readers import Reader, failed, header_readers, in_turns
from tests.conformance.headers.cases import CASES, arc_suite
from tests.unit.headers.samples import GMAIL, M365_BEHIND_PROOFPOINT

TEN_MEGABYTES = 10_000_000
HEAD = "Received: from a.example by b.example; Mon, 23 Nov 2026 10:11:12 +0000\nFrom: a@b.example\n"
BASE = "email, compat32"


def measure_headers() -> dict[str, Any]:
    """Blocks a second for each reader, natively and in Pyodide, and seconds for hostile input."""
    folder = peers("mail_parser")
    readers = header_readers(folder)
    found: dict[str, Any] = {}
    foreign = _foreign()
    for blocks in (foreign, [*foreign, *_own()], [_long_block()] * 200):
        size = round(sum(map(len, blocks)) / len(blocks))
        title = f"{len(blocks)} blocks of {size:,} bytes"
        found[title] = in_turns(readers, blocks, BASE)
        found[f"{title}, in Pyodide"] = inside("headers", blocks, folder, BASE)
    found["seconds for hostile input"] = _growth(readers)
    return found


def _long_block() -> bytes:
    """As long as the average block in a mailbox at Outlook.com, most of it one folded field of no meaning."""
    padding = "".join(f" {'A' * 74}\n" for _ in range(110))
    text = f"{M365_BEHIND_PROOFPOINT}X-Microsoft-Antispam-Message-Info:\n{padding}\n"
    return text.encode()


def _foreign() -> list[bytes]:
    """Header blocks of real mail that other projects hold, and of the ARC suite."""
    mails = [path.read_bytes() for path in sorted((CASES / "bounces" / "sisimai" / "bsd").glob("*"))]
    mails += [(case["message"] or "x").encode() for case, _ in arc_suite().values()]
    cut = [mail.replace(b"\r\n", b"\n").partition(b"\n\n")[0] + b"\n\n" for mail in mails]
    return [block for block in cut if len(block) > 200]


def _own() -> list[bytes]:
    """Two long ones of ours, of the kinds that readers paste most."""
    return [text.partition("\n\n")[0].encode() + b"\n\n" for text in (M365_BEHIND_PROOFPOINT, GMAIL)] * 100


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
    raised = failed(reader, data)
    took = time.perf_counter() - start
    return "exception" if raised else took
