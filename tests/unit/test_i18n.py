"""Looking up text: a language that is there, and one that is not."""

import pkgutil
from collections.abc import Iterator

import polib
import pytest

from checker.i18n import N_, from_mapping, load, untranslated

BACK, TEXT = "Back", "no such text"


def packed() -> bytes:
    words = polib.POFile()
    words.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Language": "nb"}
    words.append(polib.POEntry(msgid=BACK, msgstr="Tilbake"))
    return words.to_binary()


@pytest.fixture(autouse=True)
def catalogues(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """A package that holds a catalogue for nb only; tells what was asked for."""
    asked: list[str] = []

    def get_data(package: str, path: str) -> bytes:
        asked.append(f"{package}/{path}")
        if path != "catalogues/nb.mo":
            raise FileNotFoundError(path)
        return packed()

    load.cache_clear()
    monkeypatch.setattr(pkgutil, "get_data", get_data)
    yield asked
    load.cache_clear()


def test_a_language_that_is_there() -> None:
    assert load("nb")(BACK) == "Tilbake"


def test_what_is_not_translated_stays_english() -> None:
    assert load("nb")(TEXT) == TEXT


def test_no_text_is_no_text() -> None:
    """Gettext keeps the catalogue's header under the empty string."""
    assert load("nb")("") == ""


@pytest.mark.parametrize(
    "lang", ["en", "xx", "", "NB", "nb\n", "../nb", "nb/../nb", "n", "nbnb", "\x00", "nb.mo"]
)
def test_any_other_language_is_english(lang: str) -> None:
    assert load(lang)(BACK) == BACK


@pytest.mark.parametrize("lang", ["../secret", "nb/../x", "a" * 1000, "\x00"])
def test_what_cannot_be_a_language_is_not_looked_for(lang: str, catalogues: list[str]) -> None:
    load(lang)
    assert catalogues == []


def test_a_catalogue_is_read_once(catalogues: list[str]) -> None:
    assert load("nb") is load("nb")
    assert len(catalogues) == 1


def test_an_empty_catalogue_is_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pkgutil, "get_data", lambda _package, _path: None)
    assert load("nb")(BACK) == BACK


def test_from_a_mapping() -> None:
    translate = from_mapping({BACK: "Tilbake"})
    assert translate(BACK) == "Tilbake"
    assert translate(TEXT) == TEXT


def test_marking_changes_nothing() -> None:
    assert N_(TEXT) == untranslated(TEXT) == TEXT
