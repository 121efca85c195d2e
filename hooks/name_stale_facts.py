"""Say at the start of a build which facts nobody has checked for too long; the build goes on."""

import logging
from datetime import UTC, datetime

from mkdocs.config.defaults import MkDocsConfig

from checker.tables.load import FRESH_DAYS, stale

_LOG = logging.getLogger("fremme")  # not one of MkDocs' own: a warning there stops a strict build


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Name them once, with the first language."""
    if config.extra["lang"] == next(iter(config.extra["languages"])):
        for source in stale(datetime.now(UTC).date()):
            _LOG.warning("not checked for %d days: %s (%s)", FRESH_DAYS, source.id, source.checked)
    return config
