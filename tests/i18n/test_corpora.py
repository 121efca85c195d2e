"""The documentation of other projects goes through unharmed; nobody wrote it with this library in mind."""

import os
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from hooks.translation.extensions import read_extensions
from hooks.translation.oracle import judge_folder
from tests.i18n.site_markdown import ROOT

LIST = Path(__file__).with_name("corpora.txt")
# Kept between runs: the hashes make sure that it is the same content.
FOLDER = ROOT / "build" / "corpora"


@pytest.fixture(scope="session")
def corpora() -> Path:
    names = [
        line.split()[0].replace("==", "-") for line in LIST.read_text("utf-8").splitlines() if line[0] != "#"
    ]
    if not all((FOLDER / f"{name}.tar.gz").exists() for name in names):
        _download()
    for name in names:
        if not (FOLDER / name).exists():
            with tarfile.open(FOLDER / f"{name}.tar.gz") as archive:
                archive.extractall(FOLDER, filter="data")
    return FOLDER


def _download() -> None:
    options = [
        "--quiet",
        "--no-deps",
        "--no-binary=starlette,markdown",
        "--require-hashes",
        "--dest",
        str(FOLDER),
    ]
    run = subprocess.run(
        [sys.executable, "-m", "pip", "download", *options, "--requirement", str(LIST)],
        env={**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        last = (run.stderr.strip().splitlines() or ["no reason given"])[-1]
        pytest.skip(f"the corpora of {LIST.name} cannot be downloaded here: {last}")


@pytest.mark.parametrize(
    ("project", "pages"),
    [("starlette-1.10.0", 25), ("markdown-3.11.3", 68)],
)
def test_a_round_trip(corpora: Path, project: str, pages: int) -> None:
    found = list(judge_folder(corpora / project / "docs", read_extensions(corpora / project / "mkdocs.yml")))
    assert len(found) == pages
    assert [page.path for page in found if not page.is_identical] == []
    assert sum(page.is_same_html for page in found) >= 0.99 * pages
    assert sum(page.found for page in found) >= 0.99 * sum(page.blocks for page in found)
