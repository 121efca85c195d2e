"""What becomes of a translator's work when the sources change."""

import polib

from hooks.translation.catalogue import as_text, template
from hooks.translation.merge import merge
from hooks.translation.message import Message


def messages(*texts: str, path: str = "docs/a.md") -> list[Message]:
    return [
        Message(text, path, line, "paragraph on /a/", is_markdown=True) for line, text in enumerate(texts, 1)
    ]


def translated(*texts: str) -> polib.POFile:
    catalogue = merge(template(messages(*texts)), None, "nb")
    for entry in catalogue:
        entry.msgstr = entry.msgid.upper()
    return catalogue


def test_a_new_file_has_the_headers_that_tools_want() -> None:
    metadata = merge(template(messages("Text")), None, "nb").metadata
    assert metadata["Language"] == "nb"
    assert metadata["Plural-Forms"] == "nplurals=2; plural=(n != 1);"
    assert metadata["Content-Type"] == "text/plain; charset=UTF-8"


def test_no_creation_date_that_would_change_with_every_run() -> None:
    assert "POT-Creation-Date" not in template(messages("Text")).metadata


def test_translations_comments_flags_and_headers_stay() -> None:
    old = translated("First", "Second")
    old.header = "Translated by hand"
    old.metadata["X-Generator"] = "Some editor"
    old[0].tcomment, old[0].flags = "same", [*old[0].flags, "no-wrap"]
    new = merge(template(messages("Zeroth", "First", "Second")), old, "nb")
    assert [entry.msgstr for entry in new] == ["", "FIRST", "SECOND"]
    assert (new[1].tcomment, new[1].flags) == ("same", ["md-text", "no-wrap"])
    assert (new.header, new.metadata["X-Generator"]) == ("Translated by hand", "Some editor")
    assert new[1].occurrences == [("docs/a.md", "2")]


def test_a_changed_text_is_fuzzy_and_shows_the_text_before() -> None:
    (entry,) = merge(template(messages("The first text.")), translated("The first text"), "nb")
    assert (entry.msgstr, entry.previous_msgid, entry.fuzzy) == ("THE FIRST TEXT", "The first text", True)
    assert entry.flags == ["fuzzy", "md-text"]


def test_a_text_changed_twice_still_shows_what_the_translation_was_made_for() -> None:
    once = merge(template(messages("The first text.")), translated("The first text"), "nb")
    (entry,) = merge(template(messages("The first text!")), once, "nb")
    assert (entry.previous_msgid, entry.fuzzy) == ("The first text", True)


def test_nothing_is_guessed_from_another_file() -> None:
    changed = template(messages("The first text.", path="docs/b.md"))
    new = merge(changed, translated("The first text"), "nb")
    assert [(entry.msgid, entry.msgstr, entry.obsolete) for entry in new] == [
        ("The first text.", "", 0),
        ("The first text", "THE FIRST TEXT", True),
    ]


def test_one_old_translation_serves_one_new_text() -> None:
    new = merge(template(messages("The first text.", "The first text!")), translated("The first text"), "nb")
    assert [entry.fuzzy for entry in new] == [True, False]


def test_what_nothing_uses_is_kept_and_comes_back_unchanged() -> None:
    old = translated("First", "Completely different")
    without = merge(template(messages("First")), old, "nb")
    assert [entry.msgid for entry in without.obsolete_entries()] == ["Completely different"]
    again = merge(template(messages("First", "Completely different")), without, "nb")
    assert [(entry.msgstr, entry.obsolete) for entry in again] == [("FIRST", 0), ("COMPLETELY DIFFERENT", 0)]
    assert not again[1].fuzzy


def test_what_was_never_translated_leaves_nothing_behind() -> None:
    old = merge(template(messages("First", "Completely different")), None, "nb")
    assert len(merge(template(messages("First")), old, "nb")) == 1


def test_a_second_run_changes_nothing_even_with_every_kind_of_entry() -> None:
    fuzzy = merge(
        template(messages("The first text.", "Kept")), translated("The first text", "Kept", "Left over"), "nb"
    )
    obsolete_and_fuzzy = merge(template(messages("Kept")), fuzzy, "nb")
    for catalogue, texts in ((fuzzy, ["The first text.", "Kept"]), (obsolete_and_fuzzy, ["Kept"])):
        written = as_text(catalogue)
        read_back = polib.pofile(written, wrapwidth=0)
        assert as_text(merge(template(messages(*texts)), read_back, "nb")) == written


def test_a_text_in_two_places_is_one_entry() -> None:
    (entry,) = template([*messages("Text"), *messages("Text", path="docs/b.md")])
    assert entry.occurrences == [("docs/a.md", "1"), ("docs/b.md", "1")]
    assert entry.comment == "paragraph on /a/"


def test_percent_signs_make_no_placeholders() -> None:
    (entry,) = template(messages("50 % of { .x }"))
    assert entry.flags == ["md-text"]
