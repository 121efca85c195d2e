"""Every language of the site is complete: nothing missing, stale or broken."""

import pytest

from hooks.translation.check import check
from hooks.translation.site_config import languages
from hooks.translation.sources import read_sources
from tests.i18n.site_markdown import ROOT

_SOURCE, *TRANSLATED = languages(ROOT)


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_released_language_is_complete(language: str) -> None:
    found = [str(finding) for finding in check(ROOT, language, read_sources(ROOT))]
    assert not found, "\n".join(found)
