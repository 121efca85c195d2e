"""The seeds, and a run of the fuzzer that is bounded by its number of inputs and not by time."""

import subprocess
import sys

import pytest

from tests.fuzz.__main__ import NO_WHEEL
from tests.fuzz.fetch import ROOT, is_here
from tests.fuzz.target import CASES, hold, reader, seeds

READERS = ("smtp.read", "headers.read", "redact")


@pytest.mark.parametrize("name", READERS)
@pytest.mark.skipif(not CASES.is_dir(), reason="the malformed mails are not there")
def test_every_seed_is_read(name: str) -> None:
    read = reader(name)
    found = list(seeds())
    assert len(found) > 80
    for seed in found:
        hold(name, read, seed[:5_000])


@pytest.mark.parametrize("name", READERS)
@pytest.mark.skipif(
    not is_here(), reason=f"{NO_WHEEL} Only the seeds were read; `make setup-test` fetches it elsewhere."
)
def test_a_short_run_finds_nothing(name: str) -> None:
    options = ("-runs=1500", "-max_len=2000", "-seed=20261125", "-rss_limit_mb=0")
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz", name, *options],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    assert "Done" in done.stderr
