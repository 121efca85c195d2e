"""python -m tests.bench.bounces: the bounce reader and flufl.bounce on the same mails, in one run."""

import time
from collections.abc import Sequence

from checker.smtp.read import read
from tests.bench.pyodide import inside, peers
from tests.bench.readers import bounce_readers, in_turns
from tests.conformance.bounces.cases import SISIMAI, held_out, is_bounce, labels, score

BASE = "flufl.bounce"


def main() -> None:
    """Print messages a second, bounces found, and others flagged, for both; then our own score and growth."""
    names = sorted(labels())
    mails = [(SISIMAI / "bsd" / name).read_bytes() for name in names]
    _speeds(mails)
    bounces = [is_bounce(name) for name in names]
    for title, detect in {"fremme": _ours, BASE: bounce_readers(_folder())[BASE]}.items():
        found = [bool(detect(mail)) for mail in mails]
        hits = sum(seen for seen, bounce in zip(found, bounces, strict=True) if bounce)
        flagged = sum(seen for seen, bounce in zip(found, bounces, strict=True) if not bounce)
        print(f"{title:<14}found {hits}/{sum(bounces)}   wrongly flagged {flagged}")
    print(f"all labelled mails: {score(names)}")
    print(f"the held-out third: {score(held_out())}")
    _growth()


def _speeds(mails: Sequence[bytes]) -> None:
    """Messages a second natively and in Pyodide; every other one, for Pyodide takes its time."""
    native = in_turns(bounce_readers(_folder()), mails, BASE)
    for place, found in (("", native), (", in Pyodide", inside("bounces", mails[::2], _folder(), BASE))):
        speeds = ", ".join(f"{name} {rate:,.0f}" for name, rate in found["a second"].items())
        ratio = found[f"to {BASE}"]["fremme"]
        print(f"messages a second{place}: {speeds}; fremme to {BASE}, round by round: {ratio:.2f}")


def _folder() -> str:
    return peers("atpublic", "flufl_bounce")


def _growth() -> None:
    """Twice the input must take about twice the time: up to 50,000 lines and ten megabytes."""
    head = b"From: MAILER-DAEMON@example.org\nSubject: failure notice\n\n"
    shapes = {
        "lines": (b"<a@b.example>: 550 5.1.1 User unknown\n", (12_500, 25_000, 50_000)),
        "fields": (b"Final-Recipient: rfc822;a@b.example\nStatus: 5.1.1\n\n", (12_500, 25_000, 50_000)),
        "one line": (b"550 5.7.1 no such user, mailbox full ", (70_000, 140_000, 280_000)),
        "prose": (b"the user is unknown to us and the mailbox\n", (60_000, 120_000, 240_000)),
    }
    for title, (piece, counts) in shapes.items():
        times = [_seconds(head + piece * count) for count in counts]
        megabytes = len(piece) * counts[-1] / 1e6
        steps = ", ".join(f"{seconds:.2f}" for seconds in times)
        print(f"{title:<10}{counts[-1]:>8,} pieces {megabytes:5.1f} MB   seconds {steps}")


def _seconds(mail: bytes) -> float:
    start = time.process_time()
    read(mail)
    return time.process_time() - start


def _ours(mail: bytes) -> bool:
    return read(mail).is_bounce


if __name__ == "__main__":
    main()
