"""What is fuzzed: a reader by its name, the seeds it starts from, and what must hold of any answer."""

import json
from base64 import b64decode
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from checker.render.plain_data import to_data

CASES = Path(__file__).parents[3] / "shared" / "cases"
LARGEST_SEED = 50_000

TEXT_ONLY = frozenset({"redact"})
"""Functions that take no bytes."""

type Reader = Callable[[Any], Any]


def reader(name: str) -> Reader:
    """Find a function by a name such as `smtp.read`: the function `read` of `checker.smtp.read`."""
    module = import_module(f"checker.{name}")
    found: Reader = getattr(module, name.rpartition(".")[2])
    return found


def hold(name: str, read: Reader, data: bytes) -> None:
    """Read the data as bytes and as text: no exception, twice the same, and sayable as JSON."""
    texts = (data.decode("utf-8", "replace"), data.decode("utf-8", "surrogateescape"))
    for source in texts if name in TEXT_ONLY else (data, *texts):
        answer = read(source)
        if answer != read(source):
            raise AssertionError("twice the same input, two answers")
        json.dumps(to_data(answer)).encode()


def seeds() -> Iterator[bytes]:
    """The malformed mails and nasty pastes beside the project; none where they are not."""
    for path in sorted((CASES / "malformed").rglob("*.eml")):
        yield path.read_bytes()[:LARGEST_SEED]
    nasty = CASES / "malformed" / "nasty-inputs.json"
    for case in json.loads(nasty.read_text(encoding="utf-8"))["cases"] if nasty.exists() else ():
        yield (b64decode(case["b64"]) if "b64" in case else case.get("text", "").encode())[:LARGEST_SEED]
    for path in sorted((CASES / "bounces").rglob("rfc*/*.eml")):
        yield path.read_bytes()[:LARGEST_SEED]
