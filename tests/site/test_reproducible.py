"""The same sources give the same site, to the byte."""

import hashlib
from pathlib import Path

import pytest

from hooks.publish.assemble import publish
from tests.conftest import ROOT

pytestmark = pytest.mark.site


def test_two_builds_are_the_same(built_site: Path, tmp_path: Path) -> None:
    publish(ROOT, tmp_path / "again")
    assert _digests(tmp_path / "again") == _digests(built_site)


def _digests(site: Path) -> dict[str, str]:
    files = (path for path in site.rglob("*") if path.is_file())
    return {str(path.relative_to(site)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
