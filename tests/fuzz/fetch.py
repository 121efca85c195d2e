"""Where the fuzzer and the corpora lie, and how the fuzzer gets there."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
FUZZ = ROOT / "build" / "fuzz"
PACKAGES = FUZZ / "packages"
REQUIREMENTS = Path(__file__).with_name("requirements.txt")


def is_here() -> bool:
    """Say whether it has been fetched; `make setup-test` does that."""
    return (PACKAGES / "atheris").is_dir()


def fetch() -> bool:
    """Fetch it for this Python and machine; no where there is no wheel."""
    options = ("install", "--quiet", "--require-hashes", "--no-deps", "--only-binary", ":all:")
    where = ("--target", str(PACKAGES), "--requirement", str(REQUIREMENTS))
    done = subprocess.run([sys.executable, "-m", "pip", *options, *where], check=False)
    return done.returncode == 0
