"""A slower processor for the browser, as a phone has: the kernel's own quota, which reaches workers as well.

Chromium's own throttle slows only a page's main thread, and Python runs in a worker.
"""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PERIOD = 100_000  # microseconds, the kernel's default
GROUPS = Path("/sys/fs/cgroup")
NAME = "fremme-bench"


def can_slow() -> bool:
    """Whether this machine lets us make a group with a quota."""
    try:
        with _group(1.0):
            return True
    except OSError:
        return False


@contextmanager
def slowed(root: int, times: float) -> Iterator[None]:
    """Let a process and all that it starts have a share of every core, while the block runs."""
    if times == 1:
        yield
        return
    with _group(times) as group:
        for pid in family(root):
            with suppress(OSError):  # some have ended meanwhile
                (group / "cgroup.procs").write_text(str(pid), encoding="utf-8")
        yield


def family(root: int) -> list[int]:
    """A process and its descendants."""
    children: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            fields = stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
            children.setdefault(int(fields[1]), []).append(int(stat.parent.name))
    found = [root]
    for pid in found:
        found += children.get(pid, [])
    return found


@contextmanager
def _group(times: float) -> Iterator[Path]:
    quota = int(PERIOD * (os.cpu_count() or 1) / times)
    first = (GROUPS / "cgroup.controllers").exists()
    group = GROUPS / NAME if first else GROUPS / "cpu" / NAME
    group.mkdir(exist_ok=True)
    try:
        if first:
            (group / "cpu.max").write_text(f"{quota} {PERIOD}", encoding="utf-8")
        else:
            (group / "cpu.cfs_quota_us").write_text(str(quota), encoding="utf-8")
        yield group
    finally:
        for _ in range(
            100
        ):  # the browser goes on starting processes, and one that has ended stays for a moment
            _empty(group)
            with suppress(OSError):
                group.rmdir()
                break
            time.sleep(0.05)


def _empty(group: Path) -> None:
    """A group goes away only when nobody is in it."""
    for pid in (group / "cgroup.procs").read_text(encoding="utf-8").split():
        with suppress(OSError):
            (group.parent / "cgroup.procs").write_text(pid, encoding="utf-8")
