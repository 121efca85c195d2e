"""Waits for edits, and tells them in groups: one save of an editor is many events."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from hooks.publish.changes import FOLDERS, watched

_QUIET = 0.15  # seconds without an event after which a group is complete
_LONGEST = 2.0  # seconds: a program that writes without end must not keep us waiting without end
_EDITS = frozenset({"created", "modified", "moved", "deleted"})  # reading a file is an event as well


class _Collector(FileSystemEventHandler):
    def __init__(self, root: Path, queue: SimpleQueue[Path]) -> None:
        self._root = root
        self._queue = queue

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.is_directory or event.event_type not in _EDITS:
            return
        for name in (event.src_path, event.dest_path):
            path = Path(str(name))
            if name and watched(path, self._root):
                self._queue.put(path)


@contextmanager
def watching(root: Path) -> Iterator[SimpleQueue[Path]]:
    """A queue that edited files come into, from now on."""
    queue: SimpleQueue[Path] = SimpleQueue()
    observer = Observer()
    collector = _Collector(root, queue)
    observer.schedule(
        collector, str(root)
    )  # for mkdocs.yml: editors replace the file, so its folder is watched
    for folder in FOLDERS:
        if (root / folder).is_dir():
            observer.schedule(collector, str(root / folder), recursive=True)
    observer.start()
    try:
        yield queue
    finally:
        observer.stop()
        observer.join()


def next_group(queue: SimpleQueue[Path]) -> set[Path]:
    """Wait for an edit, then for a moment of quiet."""
    found = {queue.get()}
    deadline = time.monotonic() + _LONGEST
    while time.monotonic() < deadline:
        try:
            found.add(queue.get(timeout=_QUIET))
        except Empty:
            break
    return found
