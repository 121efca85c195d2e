"""What the bench compares with, from PyPI: fetched by the bench and used nowhere else."""

import subprocess
import sys
import zipfile
from pathlib import Path

from hooks.bundle.build import ROOT

WORK = ROOT / "build" / "bench"
REQUIREMENTS = Path(__file__).with_name("requirements.txt")


def wheel(name: str) -> Path:
    """The wheel of a project that requirements.txt names, as pip names the file."""
    folder = WORK / "wheels"
    if not any(folder.glob(f"{name}-*.whl")):
        options = ("download", "--quiet", "--require-hashes", "--no-deps", "--dest", str(folder))
        command = [sys.executable, "-m", "pip", *options, "--requirement", str(REQUIREMENTS)]
        subprocess.run(command, check=True)
    return next(folder.glob(f"{name}-*.whl"))


def unpacked(name: str, folder: str = "") -> Path:
    """A folder for PYTHONPATH with that project in it; several may share one that is named."""
    target = WORK / (folder or name)
    if folder or not target.exists():
        with zipfile.ZipFile(wheel(name)) as archive:
            archive.extractall(target)
    return target
