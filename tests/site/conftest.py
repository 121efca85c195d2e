"""A small project to publish, and the pages of the real one."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from hooks.publish.settings import Settings, read_settings
from tests.conftest import ROOT
from tests.site.reading import Pages, read_pages
from tests.site.small import write_small_project


@pytest.fixture
def small_project(tmp_path: Path) -> Path:
    return write_small_project(tmp_path / "project")


@pytest.fixture(scope="session")
def settings() -> Settings:
    return read_settings(ROOT)


@pytest.fixture(scope="session")
def pages(built_site: Path, settings: Settings) -> Mapping[str, Pages]:
    """Every language's pages, by address."""
    return {code: read_pages(built_site / code) for code in settings.languages}
