"""Runs inside Pyodide, under Node: byte-compiles for Pyodide's own Python and says which modules were needed.

It imports nothing that Pyodide has not already imported by itself: what it needs must not look like what the
checker needs.
"""

import binascii
import importlib.util
import json
import marshal
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import CodeType
from typing import Any

Job = Mapping[str, Any]
BUILT = Path("/built")
# A pyc begins with the version, its kind (1: bound to a hash that nobody checks) and the hash of its source.
HEADER = importlib.util.MAGIC_NUMBER + (1).to_bytes(4, "little") + bytes(8)


class Unfound:
    """Stands last on sys.meta_path, so it hears of exactly those modules that nobody could find."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> None:
        """Note the name, find nothing."""
        self.names.add(name)


def answer(job_text: str) -> str:
    """Do one job: JSON text in, JSON text out."""
    job: Job = json.loads(job_text)
    return json.dumps(JOBS[job["do"]](job))


def compile_library(job: Job) -> dict[str, str]:
    """Byte-compile the standard library; the reply is base64 by path.

    Without docstrings and asserts, and without the tables that tell a traceback the line: those are a third
    of what a reader would download, and tell lines that are not ours.
    """
    sources: Mapping[str, str] = job["sources"]
    return {path: _encode(_packed(without_lines(_compiled(path, text)))) for path, text in sources.items()}


def try_package(job: Job) -> dict[str, Any]:
    """Compile a package, import all of it, put the requests to its edge, and report what that took."""
    library = compile_library({"sources": job["library"]})
    code = {path: _encode(_packed(_compiled(path, text))) for path, text in job["sources"].items()} | library
    _unpack({f"{path}c": text for path, text in code.items()} | job["data"])
    unfound = Unfound()
    sys.meta_path.append(unfound)
    sys.path.insert(0, str(BUILT))
    # The edge first, as in the browser: it may open ways to the others.
    handle: Callable[[str], str] = importlib.import_module(job["edge"]).handle
    for path in job["sources"]:
        importlib.import_module(_module_name(path))
    replies = [handle(request) for request in job["requests"]]
    return {
        "code": code,
        "replies": replies,
        "modules": sorted(_from_stdlib()),
        "extras": sorted(name for name in map(_module_name, library) if name in sys.modules),
        "unfound": sorted(unfound.names),
    }


def _compiled(path: str, text: str) -> CodeType:
    return compile(text, path, "exec", dont_inherit=True, optimize=2)


def without_lines(code: CodeType) -> CodeType:
    """Drop the line tables of a code object and of those in it: a traceback then names files alone."""
    inner = (without_lines(each) if isinstance(each, CodeType) else each for each in code.co_consts)
    return code.replace(co_linetable=b"", co_consts=tuple(inner))


def _packed(code: CodeType) -> bytes:
    # Marshalled twice: the first pass still shows which objects happened to be shared in this process.
    return HEADER + marshal.dumps(marshal.loads(marshal.dumps(code)))  # noqa: S302 - our own bytes


def _encode(data: bytes) -> str:
    return binascii.b2a_base64(data, newline=False).decode("ascii")


def _unpack(files: Mapping[str, str]) -> None:
    for path, text in files.items():
        target = BUILT / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(binascii.a2b_base64(text))


def _module_name(path: str) -> str:
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _from_stdlib() -> Iterable[str]:
    """Name the modules that came out of the standard library's zip: neither built in nor frozen."""
    for name, module in sys.modules.items():
        loader = getattr(getattr(module, "__spec__", None), "loader", None)
        if getattr(loader, "archive", "").startswith("/lib/python"):
            yield name


JOBS: Mapping[str, Callable[[Job], dict[str, Any]]] = {"compile": compile_library, "try": try_package}
