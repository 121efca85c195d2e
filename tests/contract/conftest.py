"""The packed runtime of the small checker, made once a session."""

from pathlib import Path

import pytest

from hooks.bundle.build import Sources, build_runtime
from tests.contract.small_checker import small_sources, small_words


@pytest.fixture(scope="session")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Sources:
    return small_sources(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="session")
def manifest(sources: Sources, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the manifest of the packed small checker lies."""
    return build_runtime(tmp_path_factory.mktemp("site") / "runtime", small_words(), sources)
