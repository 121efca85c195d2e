"""Where a text on the page comes from: file and line, in the catalogue and in the source."""

from pathlib import Path

import pytest

from hooks.translation.__main__ import main
from hooks.translation.catalogue import po_path
from hooks.translation.origins import Origin, origins, plain
from tests.i18n.conftest import edit


def test_translated_texts_lead_to_their_entry_and_others_to_their_source(project: Path) -> None:
    main(["--root", str(project), "update", "nb"])
    path = po_path(project / "locales", "nb", "guide")
    edit(path, 'msgid "How it works"\nmsgstr ""', 'msgid "How it works"\nmsgstr "Slik **virker** det"')
    found = {one.source: one for one in origins(project, "nb")}
    lines = path.read_text(encoding="utf-8").split("\n")
    name = "locales/nb/LC_MESSAGES/guide.po"
    first = lines.index("#. a verb") - 1  # an entry begins with its comments
    place = "docs/guide/page.md:8"
    assert found[place] == Origin("Slik virker det", f"{name}:{first + 1}", place, is_translated=True)
    untranslated = found["docs/guide/page.md:10"]
    assert (untranslated.shown, untranslated.is_translated) == ("Body text.", False)
    assert untranslated.entry.startswith(f"{name}:")


def test_a_text_without_a_catalogue_has_its_source_alone(project: Path) -> None:
    found = list(origins(project, "en"))
    assert {(one.entry, one.is_translated) for one in found} == {("", False)}
    assert "checker/tables/systems.toml:9" in {one.source for one in found}


def test_a_fuzzy_translation_is_not_what_shows(project: Path) -> None:
    main(["--root", str(project), "update", "nb"])
    path = po_path(project / "locales", "nb", "guide")
    edit(path, 'md-text\nmsgid "How it works"\nmsgstr ""', 'md-text, fuzzy\nmsgid "How it works"\nmsgstr "X"')
    found = {one.source: one.shown for one in origins(project, "nb")}
    assert found["docs/guide/page.md:8"] == "How it works"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Look in **Spam**\nor `a  b`", "Look in Spam or a b"),
        ("[Text](a.md#b){ .md-button } and [more][ref].[^1]", "Text and more."),
        ("Fields {stay} and &amp; too", "Fields {stay} and & too"),
        ("<b>One</b> \\* `{ .x }`", "One * { .x }"),
        ("A  \nbreak", "A break"),
    ],
)
def test_what_is_left_to_see(text: str, shown: str) -> None:
    assert plain(text) == shown
