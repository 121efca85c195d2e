"""The pages that belong to no language."""

from pathlib import Path

import pytest

from hooks.publish.front import write_front
from hooks.publish.settings import Settings, SettingsError, read_settings
from tests.site.reading import read_page

_WORDS = dict.fromkeys(
    ("root_title", "root_choose", "not_found_title", "not_found_text", "not_found_home"), "<b>Where & why?"
)


def test_words_come_from_the_catalogue_and_fall_back_to_english(small_project: Path) -> None:
    (small_project / "locales/nb/LC_MESSAGES/site.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "Not here"\nmsgstr "Ikke her"\n\n#, fuzzy\nmsgid "To the start"\nmsgstr "Kanskje"\n',
        encoding="utf-8",
    )
    write_front(small_project, read_settings(small_project), small_project)
    sections = {one.get("lang"): one for one in read_page(small_project / "404.html").iter("section")}
    assert sections["nb"].findtext("h2") == "Ikke her"
    assert sections["nb"].findtext(".//a") == "To the start"
    assert sections["en"].findtext("h2") == "Not here"


def test_words_are_text_and_never_markup(tmp_path: Path) -> None:
    write_front(tmp_path, Settings("Small", "/", {"en": "English"}, _WORDS), tmp_path)
    for name in ("index.html", "404.html"):
        assert not list(read_page(tmp_path / name).iter("b"))


def test_a_missing_word_is_named(tmp_path: Path) -> None:
    words = {key: text for key, text in _WORDS.items() if key != "root_title"}
    with pytest.raises(SettingsError, match=r"lacks root_title\."):
        write_front(tmp_path, Settings("Small", "/", {"en": "English"}, words), tmp_path)
