"""What may be published from PO files."""

import gettext
import io
import os
from pathlib import Path

import polib
import pytest

from hooks.translation.catalogue import compiled, messages, po_path, write

PO = """
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "Done"
msgstr "Ferdig æøå"

msgid "Missing"
msgstr ""

#, fuzzy
msgid "Fuzzy"
msgstr "Usikker"

#~ msgid "Old"
#~ msgstr "Gammel"
"""


@pytest.fixture
def locales(tmp_path: Path) -> Path:
    path = po_path(tmp_path, "nb", "checker")
    path.parent.mkdir(parents=True)
    path.write_text(PO, encoding="utf-8")
    return tmp_path


def test_only_finished_translations_are_published(locales: Path) -> None:
    assert messages(locales, "nb", "checker") == {"Done": "Ferdig æøå"}


def test_the_language_of_the_sources_needs_no_file(locales: Path) -> None:
    assert messages(locales, "en", "checker") == {}


def test_reading_again_is_free_until_the_file_changes(locales: Path) -> None:
    first = messages(locales, "nb", "checker")
    assert messages(locales, "nb", "checker") is first
    path = po_path(locales, "nb", "checker")
    path.write_text(PO.replace("Ferdig", "Alt ferdig"), encoding="utf-8")
    os.utime(path, ns=(0, 0))
    assert messages(locales, "nb", "checker") == {"Done": "Alt ferdig æøå"}


def test_the_compiled_file_says_the_same(locales: Path) -> None:
    translations = gettext.GNUTranslations(io.BytesIO(compiled(locales, "nb", "checker")))
    texts = ["Done", "Missing", "Fuzzy", "Old"]
    assert [translations.gettext(text) for text in texts] == ["Ferdig æøå", *texts[1:]]


def test_a_language_without_a_file_compiles_to_nothing(locales: Path) -> None:
    translations = gettext.GNUTranslations(io.BytesIO(compiled(locales, "en", "checker")))
    assert translations.gettext("Done") == "Done"


def test_long_texts_are_not_wrapped_and_writing_twice_changes_nothing(tmp_path: Path) -> None:
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.append(polib.POEntry(msgid="word " * 100, msgstr="ord " * 100))
    path = tmp_path / "new" / "a.po"
    assert write(path, catalogue)
    assert f'msgid "{"word " * 100}"\n' in path.read_text(encoding="utf-8")
    assert not write(path, catalogue)
