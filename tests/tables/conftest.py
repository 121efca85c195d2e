"""A fact does not become wrong by growing old, so stale ones are only named at the end of the report."""

from datetime import UTC, datetime

import pytest

from checker.tables.load import FRESH_DAYS, stale


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name every source that nobody has checked for too long."""
    for source in stale(datetime.now(UTC).date()):
        terminalreporter.write_line(f"not checked for {FRESH_DAYS} days: {source.id}, {source.checked}")
