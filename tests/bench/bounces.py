"""python -m tests.bench.bounces: the bounce reader and flufl.bounce on the same mails, in one run."""

import email
import statistics
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Sequence

from checker.smtp.read import read
from hooks.bundle.build import ROOT
from tests.conformance.bounces.cases import SISIMAI, held_out, is_bounce, labels, score

WHEELS = ROOT / "build" / "bench" / "wheels"
PEERS = ROOT / "build" / "bench" / "peers"
REQUIREMENTS = ROOT / "tests" / "bench" / "requirements.txt"
ROUNDS = 5

type Detect = Callable[[bytes], bool]


def main() -> None:
    """Print messages a second, bounces found, and others flagged, for both; then our own score."""
    names = sorted(labels())
    mails = [(SISIMAI / "bsd" / name).read_bytes() for name in names]
    bounces = [is_bounce(name) for name in names]
    for title, detect in {"fremme": _ours, "flufl.bounce": _peer()}.items():
        found = [detect(mail) for mail in mails]
        hits = sum(seen for seen, bounce in zip(found, bounces, strict=True) if bounce)
        flagged = sum(seen for seen, bounce in zip(found, bounces, strict=True) if not bounce)
        speed = statistics.median(_rate(detect, mails) for _ in range(ROUNDS))
        print(
            f"{title:<14}{speed:>8,.0f} messages/s   found {hits}/{sum(bounces)}   wrongly flagged {flagged}"
        )
    print(f"all labelled mails: {score(names)}")
    print(f"the held-out third: {score(held_out())}")


def _rate(detect: Detect, mails: Sequence[bytes]) -> float:
    start = time.perf_counter()
    for mail in mails:
        detect(mail)
    return len(mails) / (time.perf_counter() - start)


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
