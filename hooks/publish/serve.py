"""The editing loop: build, serve, watch, build what changed, exchange."""

import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

from hooks.publish.assemble import chosen
from hooks.publish.changes import touched
from hooks.publish.live import Live
from hooks.publish.server import SiteServer, open_server
from hooks.publish.settings import SettingsError, read_settings
from hooks.publish.watch import next_group, watching


@dataclass(frozen=True)
class Desk:
    """What somebody works at: the project, the languages they want to see (all when none), and how."""

    root: Path
    within: tuple[str, ...] = ()
    preview: bool = False


def serve(desk: Desk, site: Path, host: str, port: int) -> None:
    """Serve until Ctrl-C. Watching starts before the first build, so that no edit is missed meanwhile."""
    live = Live(desk.root if desk.preview else None)
    base = read_settings(desk.root).path
    with open_server(host, port, site, live, base) as server, watching(desk.root) as queue:
        _rebuild(desk, server, ())
        with _answering(server):
            print(f"Open {server.url}", flush=True)
            owed: set[Path] = set()
            while True:
                owed |= next_group(queue)
                if _catch_up(desk, server, owed):
                    owed.clear()


@contextmanager
def _answering(server: SiteServer) -> Iterator[None]:
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield
    finally:
        server.shutdown()


def _catch_up(desk: Desk, server: SiteServer, edited: set[Path]) -> bool:
    """Build what the edits touch; after a failure they stay owed, so that no language is forgotten."""
    try:
        languages = chosen(read_settings(desk.root), desk.within)
    except SettingsError as error:
        print(error, flush=True)
        return False
    only = touched(edited, desk.root, languages)
    return not only or _rebuild(desk, server, only)


def _rebuild(desk: Desk, server: SiteServer, only: Sequence[str]) -> bool:
    """Build in a process of its own, which reads edited Python as well; a failed build changes nothing."""
    began = time.monotonic()
    stage = server.site.with_name(f"{server.site.name}.serve")  # `build` has its own and may run meanwhile
    command = [sys.executable, "-m", "hooks.publish", "stage", "--out", str(stage), "--old", str(server.site)]
    command += ["--within", " ".join(desk.within), *only]
    run = subprocess.run(command, cwd=desk.root, check=False)  # noqa: S603 - our own module
    seconds = time.monotonic() - began
    what = ", ".join(only or desk.within) or "everything"
    if run.returncode:
        print(f"Could not build {what} ({seconds:.1f} s); what was built before stays.", flush=True)
        return False
    server.exchange(stage)
    print(f"Built {what} in {seconds:.1f} s.", flush=True)
    return True
