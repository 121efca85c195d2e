"""What is read from pages, configuration, code and tables."""

from pathlib import Path

import pytest

from hooks.translation.code_strings import code_messages
from hooks.translation.message import AuthoringError
from hooks.translation.site_config import languages
from hooks.translation.sources import read_sources, section_of
from hooks.translation.table_strings import table_messages
from tests.i18n.conftest import edit


def texts(project: Path, section: str) -> list[tuple[str, int, str]]:
    return [(message.path, message.line, message.text) for message in read_sources(project)[section]]


def test_one_section_for_the_site_one_a_folder_one_for_the_checker(project: Path) -> None:
    assert set(read_sources(project)) == {"site", "home", "guide", "checker"}


@pytest.mark.parametrize(
    ("page", "section"), [("index.md", "home"), ("guide/a.md", "guide"), ("guide/deep/a.md", "guide")]
)
def test_the_section_of_a_page(page: str, section: str) -> None:
    assert section_of(page) == section


def test_the_site_configuration(project: Path) -> None:
    assert [(line, text) for _path, line, text in texts(project, "site")] == [
        (2, "What the site is for."),
        (4, "Free to use"),
        (6, "Start"),
        (7, "More"),
        (8, "The page"),
        (16, "Skip to the text"),
        (17, "One step"),
        (17, "Two steps"),
    ]


def test_pages_say_what_a_text_is_and_where(project: Path) -> None:
    messages = {message.about: message for message in read_sources(project)["guide"]}
    heading = messages["heading on /guide/page/"]
    assert (heading.path, heading.text, heading.is_markdown) == ("docs/guide/page.md", "How it works", True)
    assert heading.notes == ("a verb",)
    assert not messages["page title on /guide/page/"].is_markdown
    assert "heading on /" in {message.about for message in read_sources(project)["home"]}


def test_code_and_tables_with_their_true_lines(project: Path) -> None:
    assert texts(project, "checker") == [
        ("checker/words.py", 6, "There are {count} messages."),
        ("checker/words.py", 9, "Body text."),
        ("checker/tables/systems.toml", 2, "Systems"),
        ("checker/tables/systems.toml", 5, "Mail"),
        ("checker/tables/systems.toml", 7, "First."),
        ("checker/tables/systems.toml", 9, 'Second, "quoted".'),
        ("checker/tables/systems.toml", 11, "Do it"),
        ("checker/tables/systems.toml", 12, "Long\ntext"),
    ]


def test_a_comment_in_code_reaches_the_translator(project: Path) -> None:
    count, other, *_tables = read_sources(project)["checker"]
    assert count.notes == ("{count} is a number of messages",)
    assert other.notes == ()


@pytest.mark.parametrize("call", ['N_(f"{x}")', "N_(x)", 'N_("a" + "b")', "N_()", 'N_("")', 'N_("a", "b")'])
def test_a_marked_thing_that_is_no_plain_text_is_refused(call: str) -> None:
    with pytest.raises(AuthoringError, match=r"file\.py:2"):
        list(code_messages(f"\n{call}\n", "file.py"))


def test_a_table_that_hides_texts_deeper_is_refused() -> None:
    with pytest.raises(AuthoringError, match=r"file\.toml"):
        list(table_messages('text = [["deep"], ["deeper"]]\n', "file.toml"))


def test_keys_of_tables_may_be_dotted_or_quoted() -> None:
    source = 'a.text = "One"\n"note" = "Two"\ncontext = "no"\n[text]\nother = "no"\n'
    assert [message.text for message in table_messages(source, "file.toml")] == ["One", "Two"]


def test_a_page_that_cannot_be_translated_is_refused_with_its_line(project: Path) -> None:
    edit(project / "docs/index.md", "# Start\n", "# Start\n\n!!! note\n\n    Body\n")
    with pytest.raises(AuthoringError, match=r"docs/index\.md:3: give the box a title"):
        read_sources(project)


@pytest.mark.parametrize("name", ["site", "home", "checker"])
def test_a_folder_cannot_take_the_name_of_another_po_file(project: Path, name: str) -> None:
    (project / "docs" / name).mkdir()
    (project / "docs" / name / "page.md").write_text("Text", encoding="utf-8")
    with pytest.raises(AuthoringError, match="rename the folder"):
        read_sources(project)


def test_languages_in_their_order(project: Path) -> None:
    assert languages(project) == ("en", "nb", "nn")
    edit(project / "mkdocs.yml", "  languages:\n    en: English\n    nb: Norsk\n    nn: Nynorsk\n", "")
    with pytest.raises(AuthoringError, match="names no language"):
        languages(project)
