"""python -m hooks.publish.fork LANGUAGE=FOLDER …: starts MkDocs once, and builds each language in a fork.

Starting MkDocs and its extensions costs a quarter of a second of work, which every language would pay again.
Writes JSON: for each language its exit code and what MkDocs said.
"""

import contextlib
import json
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from typing import IO

from markdown import Markdown
from mkdocs.__main__ import cli
from mkdocs.config import load_config

type Said = tuple[int, str]


def main(arguments: Sequence[str]) -> int:
    """Build as many languages at a time as there are processors."""
    _warm_up()
    told = dict(_build([(code, folder) for code, _, folder in (pair.partition("=") for pair in arguments)]))
    print(json.dumps(told))
    return 0


def _warm_up() -> None:
    """Import what every build imports; a fault in the configuration is for the builds to tell."""
    with contextlib.suppress(Exception):
        config = load_config()
        Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)


def _build(waiting: list[tuple[str, str]]) -> Iterator[tuple[str, Said]]:
    running: dict[int, tuple[str, IO[str]]] = {}
    while waiting or running:
        if waiting and len(running) < (os.cpu_count() or 1):
            code, folder = waiting.pop(0)
            output: IO[str] = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 - read when its child ends
            running[_start(code, folder, output)] = code, output
        else:
            child, status = os.wait()
            code, output = running.pop(child)
            with output:
                output.seek(0)
                yield code, (os.waitstatus_to_exitcode(status), output.read())


def _start(code: str, folder: str, output: IO[str]) -> int:
    """Fork; the child says what it says into `output` and never comes back."""
    child = os.fork()
    if child:
        return child
    os.environ |= {"FREMME_LANG": code, "FREMME_SITE_DIR": folder}
    for stream in (1, 2):
        os.dup2(output.fileno(), stream)
    status = 1
    try:
        # Not `--quiet`: it lifts MkDocs' log level above WARNING, and `--strict` has nothing left to count.
        cli(["build", "--strict"])
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
