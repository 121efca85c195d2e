"""Facts that are too old are named at the build, once, and stop nothing."""

import logging
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from checker.tables.load import FRESH_DAYS, sources
from hooks import name_stale_facts

LANGUAGES = {"en": "English", "nb": "Norsk"}


def build(lang: str) -> Any:  # noqa: ANN401 - as much of a configuration as the hook reads
    return SimpleNamespace(extra={"lang": lang, "languages": LANGUAGES})


@pytest.fixture
def in_a_year(monkeypatch: pytest.MonkeyPatch) -> None:
    oldest = min(source.checked for source in sources().values())
    later = oldest + timedelta(days=FRESH_DAYS + 1)
    clock = SimpleNamespace(now=lambda _zone: SimpleNamespace(date=lambda: later))
    monkeypatch.setattr(name_stale_facts, "datetime", clock)


@pytest.mark.usefixtures("in_a_year")
def test_stale_facts_are_named_with_the_first_language(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, "fremme"):
        name_stale_facts.on_config(build("en"))
    oldest = min(sources().values(), key=lambda source: source.checked)
    assert any(oldest.id in record.getMessage() for record in caplog.records)
    caplog.clear()
    name_stale_facts.on_config(build("nb"))
    assert not caplog.records
