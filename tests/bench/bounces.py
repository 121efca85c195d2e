"""python -m tests.bench.bounces: the bounce reader and flufl.bounce on the same mails, in one run."""

import email
import statistics
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Mapping, Sequence
from operator import truediv

from checker.smtp.read import read
from hooks.bundle.build import ROOT
from tests.conformance.bounces.cases import SISIMAI, held_out, is_bounce, labels, score

WHEELS = ROOT / "build" / "bench" / "wheels"
PEERS = ROOT / "build" / "bench" / "peers"
REQUIREMENTS = ROOT / "tests" / "bench" / "requirements.txt"
ROUNDS = 7

type Detect = Callable[[bytes], bool]


def main() -> None:
    """Print messages a second, bounces found, and others flagged, for both; then our own score and growth."""
    names = sorted(labels())
    mails = [(SISIMAI / "bsd" / name).read_bytes() for name in names]
    bounces = [is_bounce(name) for name in names]
    tools: dict[str, Detect] = {"fremme": _ours, "flufl.bounce": _peer()}
    speeds = _speeds(tools, mails)
    for title, detect in tools.items():
        found = [detect(mail) for mail in mails]
        hits = sum(seen for seen, bounce in zip(found, bounces, strict=True) if bounce)
        flagged = sum(seen for seen, bounce in zip(found, bounces, strict=True) if not bounce)
        speed = statistics.median(speeds[title])
        print(
            f"{title:<14}{speed:>8,.0f} messages/s   found {hits}/{sum(bounces)}   wrongly flagged {flagged}"
        )
    ratio = statistics.median(map(truediv, speeds["fremme"], speeds["flufl.bounce"]))
    print(f"fremme / flufl.bounce, round by round: {ratio:.2f}")
    print(f"all labelled mails: {score(names)}")
    print(f"the held-out third: {score(held_out())}")
    _growth()


def _speeds(tools: Mapping[str, Detect], mails: Sequence[bytes]) -> dict[str, list[float]]:
    """Messages per second of processor time; the tools take turns, so that a busy machine slows both."""
    found: dict[str, list[float]] = {title: [] for title in tools}
    for _ in range(ROUNDS):
        for title, detect in tools.items():
            start = time.process_time()
            for mail in mails:
                detect(mail)
            found[title].append(len(mails) / (time.process_time() - start))
    return found


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


def _peer() -> Detect:
    """Unpack flufl.bounce and what it needs, and load it."""
    if not any(WHEELS.glob("flufl*.whl")):
        options = ("download", "--quiet", "--require-hashes", "--no-deps", "--dest", str(WHEELS))
        requirements = ("--requirement", str(REQUIREMENTS))
        subprocess.run([sys.executable, "-m", "pip", *options, *requirements], check=True)
    for pattern in ("flufl*.whl", "atpublic*.whl"):
        for wheel in WHEELS.glob(pattern):
            with zipfile.ZipFile(wheel) as archive:
                archive.extractall(PEERS)
    sys.path.insert(0, str(PEERS))
    from flufl.bounce import all_failures  # type: ignore[import-not-found]

    def detect(mail: bytes) -> bool:
        temporary, permanent = all_failures(email.message_from_bytes(mail))
        return bool(temporary or permanent)

    return detect


if __name__ == "__main__":
    main()
