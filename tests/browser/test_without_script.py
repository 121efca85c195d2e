"""The checker as HTML alone: every question, every result, and links between them."""

import pytest
from playwright.sync_api import expect

from checker.notes.definition import NOTES
from checker.render import words
from checker.tree.definition import TREE
from tests.browser.conftest import NewReader
from tests.browser.reader import Reader
from tests.browser.ways import END, TO_IT

pytestmark = [pytest.mark.browser, pytest.mark.firefox]


@pytest.fixture(params=["nb", "en"])
def reader(request: pytest.FixtureRequest, new_reader: NewReader) -> Reader:
    return new_reader(request.param, java_script_enabled=False).open()


def test_the_page_shows_the_first_question_and_nothing_else(reader: Reader) -> None:
    expect(reader.page.locator(".fr-node")).to_have_count(len(TREE.nodes))
    expect(reader.place).to_have_count(1)
    reader.sees(TREE.start)
    expect(reader.heading).to_have_text(reader.t(TREE.question(TREE.start).text))
    expect(reader.live).to_be_hidden()


def test_the_links_lead_all_the_way_to_a_result(reader: Reader) -> None:
    for question, option in TO_IT:
        reader.sees(question)
        reader.choose(option)
        expect(reader.place).to_have_count(1)
    reader.sees(END)
    assert reader.state == END
    reader.page.go_back()
    reader.sees(TO_IT[-1][0])


def test_a_result_has_its_checklist_and_its_notes(reader: Reader) -> None:
    reader.open(state=END)
    expect(reader.item("it_trace")).to_be_visible()
    expect(reader.note("to_it")).to_contain_text(reader.t(NOTES["to_it"].subject))
    conditions = reader.place.locator(".fr-only-if")
    expect(conditions.filter(has_text=reader.t(words.ONLY_IF)).first).to_be_visible()
    expect(reader.place.get_by_text(reader.t(words.NOTES_STATIC))).to_be_visible()


def test_nothing_is_offered_that_needs_a_script(reader: Reader) -> None:
    reader.open(state=END)
    expect(reader.place.locator("button, input:not([type=checkbox]), select")).to_have_count(0)


def test_the_doors_of_the_home_page_lead_to_their_questions(reader: Reader) -> None:
    reader.open("")
    reader.page.locator(".fr-door-marketer").click()
    reader.sees("scope")
