"""The whole way with a keyboard: what has the focus can be seen, and the next heading gets it."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewReader
from tests.browser.reader import Reader
from tests.browser.ways import END, TO_IT, state

pytestmark = [pytest.mark.browser, pytest.mark.firefox]

FOCUS = """() => {
  const { activeElement: it } = document;
  const { outlineStyle, outlineWidth } = getComputedStyle(it);
  const box = it.getBoundingClientRect();
  const covers = [".md-header", ".md-tabs"].map((name) => document.querySelector(name));
  const stuck = covers.filter((part) => ["sticky", "fixed"].includes(getComputedStyle(part).position));
  const bottom = Math.max(0, ...stuck.map((part) => part.getBoundingClientRect().bottom));
  const inTheFrame = it.closest(".md-skip, .md-header, .md-tabs") !== null;
  return {
    name: it.outerHTML.slice(0, 120),
    box: [box.top, box.bottom, bottom, innerHeight],
    outlined: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2,
    inside: document.querySelector(".md-main").contains(it),
    hidden: (box.top < bottom && !inTheFrame) || box.top >= innerHeight || box.right <= 0,
  };
}"""
MOST_STOPS = 120
"""More than any place has: a loop that does not find its element ends here."""


def tab_to(reader: Reader, selector: str) -> None:
    """Press Tab until the element has the focus; every stop on the way must be in sight and marked."""
    for _ in range(MOST_STOPS):
        reader.page.keyboard.press("Tab")
        stop = reader.page.evaluate(FOCUS)
        assert stop["outlined"], stop
        assert not stop["hidden"], stop
        if reader.focused.and_(reader.page.locator(selector)).count():
            return
    raise AssertionError(f"Tab does not reach {selector}")


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


WIDE, NARROW = {"width": 1280, "height": 800}, {"width": 320, "height": 640}


@pytest.fixture(params=[WIDE, NARROW], ids=["wide", "narrow"])
def reader(request: pytest.FixtureRequest, new_reader: NewReader) -> Reader:
    return new_reader(viewport=request.param, permissions=["clipboard-read", "clipboard-write"])


def test_a_whole_way_with_tab_and_enter(reader: Reader) -> None:
    reader.open()
    for question, option in TO_IT:
        reader.sees(question)
        tab_to(reader, f'.fr-node [data-option="{option}"]')
        press(reader.page, "Enter")
        expect(reader.place).not_to_have_attribute("data-node", question)
        expect(reader.heading).to_be_focused()
        assert not reader.page.evaluate(FOCUS)["hidden"]
    reader.sees(END)


def test_a_result_is_worked_through_with_keys(reader: Reader) -> None:
    reader.open(state=state(END, TO_IT)).waits_for_python()
    tab_to(reader, '.fr-live [data-item="it_trace"]')
    press(reader.page, "Space")
    expect(reader.item("it_trace")).to_be_checked()
    tab_to(reader, '.fr-live [name="subject"]')
    reader.page.keyboard.type("Høstnytt")
    expect(reader.note("to_it")).to_contain_text("Høstnytt")
    tab_to(reader, '.fr-live [data-note="to_it"] button[data-do="copy-note"]')
    press(reader.page, "Enter")
    expect(reader.status).not_to_be_empty()
    copied = reader.page.evaluate("navigator.clipboard.readText()")
    assert copied == reader.note("to_it").text_content()
    expect(reader.button("copy-note", "to_it")).to_be_focused()


def test_the_first_stop_leads_past_the_menu(reader: Reader) -> None:
    reader.open()
    press(reader.page, "Tab", "Enter", "Tab")
    assert reader.page.evaluate(FOCUS)["inside"]


@pytest.fixture
def narrow(new_reader: NewReader) -> Reader:
    reader = new_reader(viewport=NARROW).open()
    reader.waits_for_the_theme()
    return reader


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_search_opens_with_a_key_and_closes_with_escape(narrow: Reader, key: str) -> None:
    query = narrow.page.locator("[data-md-component=search-query]")
    expect(query).to_be_hidden()
    tab_to(narrow, "label[for=__search]")
    press(narrow.page, key)
    expect(query).to_be_focused()
    narrow.page.keyboard.type("karantene")
    expect(narrow.page.locator(".md-search-result__item").first).to_be_visible()
    press(narrow.page, "Escape")
    expect(query).to_be_hidden()


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_menu_opens_with_a_key(narrow: Reader, key: str) -> None:
    menu = narrow.page.locator('.md-sidebar--primary a[href="./"]')
    expect(menu).to_be_hidden()
    tab_to(narrow, "label[for=__drawer]")
    press(narrow.page, key)
    expect(menu).to_be_visible()


def test_a_single_letter_turns_no_page(new_reader: NewReader) -> None:
    reader = new_reader().open("guide/quarantine/")
    reader.waits_for_the_theme()
    press(reader.page, "n", "p", ",", ".", "s", "f", "/")
    press(reader.page, "Tab")
    assert reader.page.url.endswith("/guide/quarantine/")
    expect(reader.page.locator(".md-search__output")).to_be_hidden()
