"""The translator's command, from an empty folder to a page in another language."""

from collections.abc import Mapping
from pathlib import Path

import polib
import pytest

from hooks.translation.__main__ import main
from hooks.translation.catalogue import messages, po_path
from hooks.translation.page import translate_page
from tests.i18n.conftest import edit


def run(project: Path, *arguments: str) -> int:
    return main(["--root", str(project), *arguments])


def snapshot(project: Path) -> Mapping[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted((project / "locales").rglob("*.po*"))}


def fill(project: Path, language: str = "nb") -> None:
    """Translate everything, keeping what must be kept."""
    for path in (project / "locales" / language).rglob("*.po"):
        catalogue = polib.pofile(str(path), wrapwidth=0)
        for entry in catalogue:
            entry.msgstr = f"{entry.msgid}å"
        catalogue.save()


@pytest.fixture
def done(project: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A project whose bokmål is complete."""
    run(project, "update", "nb")
    fill(project)
    capsys.readouterr()
    return project


def findings(project: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    assert run(project, "check", "nb") == 1
    return capsys.readouterr().out.splitlines()[:-1]


def test_update_makes_a_file_a_section_for_every_language_but_the_source(project: Path) -> None:
    assert run(project, "update") == 0
    names = {Path(name).relative_to(project / "locales").as_posix() for name in snapshot(project)}
    sections = ("site", "home", "guide", "checker")
    assert names == {
        *(f"{section}.pot" for section in sections),
        *(f"{code}/LC_MESSAGES/{section}.po" for code in ("nb", "nn") for section in sections),
    }


def test_a_second_update_changes_no_byte(done: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = snapshot(done)
    assert run(done, "update", "nb") == 0
    assert snapshot(done) == before
    assert "up to date" in capsys.readouterr().out


def test_extract_writes_templates_only(project: Path) -> None:
    assert run(project, "extract") == 0
    assert {Path(name).suffix for name in snapshot(project)} == {".pot"}


def test_what_is_written_is_valid_po(done: Path) -> None:
    for name in snapshot(done):
        catalogue = polib.pofile(name, wrapwidth=0, check_for_duplicates=True)
        assert all(entry.occurrences and entry.comment for entry in catalogue)


def test_a_complete_language_passes(done: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(done, "check", "nb") == 0
    assert "complete" in capsys.readouterr().out


def test_a_language_that_nobody_began_is_named(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        "locales/nb/LC_MESSAGES/site.po:1: this file is missing; run `make messages` [missing]"
        in findings(project, capsys)
    )


def test_an_unknown_language_is_refused(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for code in ("en", "xx"):
        assert run(project, "check", code) == 1
        assert f"“{code}”" in capsys.readouterr().err


def test_a_new_text_is_named_by_its_place_in_the_source(
    done: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(done / "docs/index.md", "# Start\n", "# Start\n\nEntirely new.\n")
    (finding,) = findings(done, capsys)
    assert finding.startswith(
        "docs/index.md:3: not in locales/nb/LC_MESSAGES/home.po yet; run `make messages`"
    )


def test_moved_lines_are_out_of_date_too(done: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(done / "docs/index.md", "# Start\n", "\n# Start\n")
    (finding,) = findings(done, capsys)
    assert finding.startswith("locales/nb/LC_MESSAGES/home.po:1: not up to date")


def test_a_changed_text_is_fuzzy_until_read_again(done: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(done / "checker/words.py", "There are {count}", "Here are {count}")
    run(done, "update", "nb")
    capsys.readouterr()
    (finding,) = findings(done, capsys)
    assert "checker.po:" in finding
    assert "fuzzy" in finding


@pytest.mark.parametrize(
    ("section", "old", "new", "finding"),
    [
        ("guide", 'msgstr "How it workså"', 'msgstr ""', "not translated"),
        ("guide", 'msgstr "How it workså"', 'msgstr "How it works"', "same as the source"),
        ("home", "(guide/page.md#how-it-works).å", ".å", "link to missing: guide/page.md#how-it-works"),
        ("checker", 'msgstr "There are {count} messages.å"', 'msgstr "{antall}"', "field missing: {count}"),
        ("site", 'msgstr "Startå"', 'msgstr " Startå"', "white space at the start differs"),
    ],
)
def test_a_bad_translation_is_named_by_its_line(
    done: Path, capsys: pytest.CaptureFixture[str], section: str, old: str, new: str, finding: str
) -> None:
    path = po_path(done / "locales", "nb", section)
    edit(path, old, new)
    lines = path.read_text(encoding="utf-8").splitlines()
    first, *_rest = findings(done, capsys)
    _path, number, words = first.split(":", 2)
    assert finding in words
    # The line is the first of the entry, comments included.
    assert new in "\n".join(lines[int(number) - 1 :]).split("\n\n")[0]


def test_a_text_may_be_the_same_when_the_translator_says_so(
    done: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = po_path(done / "locales", "nb", "site")
    edit(path, 'msgstr "Startå"', 'msgstr "Start"')
    edit(
        path,
        "#. title in the navigation\n#: mkdocs.yml:6\n",
        "# same\n#. title in the navigation\n#: mkdocs.yml:6\n",
    )
    assert run(done, "check", "nb") == 0
    assert "complete" in capsys.readouterr().out


def test_what_the_author_must_repair_is_said_in_one_line(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(project / "docs/index.md", "# Start\n", "# Start\n\n!!! note\n\n    Body\n")
    assert run(project, "update") == 1
    assert capsys.readouterr().err.startswith("docs/index.md:3: ")


def test_a_translated_page(done: Path) -> None:
    text = (done / "docs/guide/page.md").read_text(encoding="utf-8")
    page = translate_page(text, messages(done / "locales", "nb", "guide"))
    assert 'title: "The pageå"' in page.text
    assert "## How it workså" in page.text
    assert page.done == page.total


def test_help_for_translators(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    assert "nothing you translated is lost" in " ".join(capsys.readouterr().out.split())
