"""The readers side by side on the same e-mails, in turns; imports nothing that Pyodide does not have."""

import email
import email.policy
import json
import statistics
import sys
import time
from base64 import b64decode
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from checker.headers.decode import decode
from checker.headers.judge import judge
from checker.headers.paste import read_paste
from checker.headers.read import read as read_headers
from checker.smtp.read import read as read_bounce

ROUNDS = 5

type Reader = Callable[[bytes], object]


def header_readers(peers: str) -> Mapping[str, Reader]:
    """Ours at three depths, Python's own two, and mail-parser, which lies in the folder `peers`."""
    return {
        "fremme, the fields": lambda block: read_paste(decode(block)).block.fields,
        "fremme, the verdict": judge,
        "fremme, the whole report": read_headers,
        "email, compat32": lambda block: email.message_from_bytes(block).items(),
        "email, policy.default": _modern,
        "mail-parser": _mail_parser(peers),
    }


def bounce_readers(peers: str) -> Mapping[str, Reader]:
    """Ours, and flufl.bounce, which lies in the folder `peers`."""
    return {"fremme": read_bounce, "flufl.bounce": _flufl(peers)}


def _modern(block: bytes) -> object:
    message = email.message_from_bytes(block, policy=email.policy.default)
    return [(name, str(value)) for name, value in message.items()]


def _mail_parser(peers: str) -> Reader:
    _on_path(peers)
    from mailparser import parse_from_bytes  # type: ignore[import-not-found]

    return lambda block: parse_from_bytes(block).headers


def _flufl(peers: str) -> Reader:
    _on_path(peers)
    from flufl.bounce import all_failures  # type: ignore[import-not-found]

    return lambda mail: any(all_failures(email.message_from_bytes(mail)))


def _on_path(peers: str) -> None:
    if peers not in sys.path:
        sys.path.insert(0, peers)


def in_turns(readers: Mapping[str, Reader], inputs: Sequence[bytes], base: str) -> dict[str, Any]:
    """Readings a second of processor time, the ratio to `base` round by round, and exceptions.

    The readers take turns, so that a busy machine slows all of them.
    """
    rounds = [{name: _rate(reader, inputs) for name, reader in readers.items()} for _ in range(ROUNDS)]
    names = list(readers)
    return {
        "a second": {name: statistics.median(one[name] for one in rounds) for name in names},
        f"to {base}": {name: statistics.median(one[name] / one[base] for one in rounds) for name in names},
        "exceptions": {
            name: sum(failed(reader, each) for each in inputs) for name, reader in readers.items()
        },
    }


def _rate(reader: Reader, inputs: Sequence[bytes]) -> float:
    start = time.process_time()
    for each in inputs:
        failed(reader, each)
    return len(inputs) / (time.process_time() - start)


def failed(reader: Reader, data: bytes) -> bool:
    """Read, and say whether that raised."""
    try:
        reader(data)
    except Exception:  # a peer's fault is what is counted
        return True
    return False


def answer(job_text: str) -> str:
    """Measure inside Pyodide: JSON text in, JSON text out."""
    job = json.loads(job_text)
    readers = {"headers": header_readers, "bounces": bounce_readers}[job["readers"]](job["peers"])
    return json.dumps(in_turns(readers, [b64decode(each) for each in job["inputs"]], job["base"]))
