"""A slow network: what the build wrote answers at once, and Python takes over and takes nothing away."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.conftest import NewReader
from tests.browser.reader import Reader
from tests.browser.ways import END, TO_IT, questions, state

pytestmark = pytest.mark.browser

PATIENCE = 3_000
"""Milliseconds before the page speaks of a slow start, as in widget.js."""

LISTENING = """
const Real = Worker;
self.Worker = class extends Real {
  constructor(url, options) {
    super(url, options);
    const note = ({ data }) => (self.python_has_answered ||= String(data).includes('"html"'));
    this.addEventListener("message", note);
  }
};
"""

# Not `wait_for_function`: it evaluates text in the page, which the security policy stops.
UNTIL_ANSWERED = """() => new Promise((done) => {
  const look = () => (self.python_has_answered ? done() : setTimeout(look, 20));
  look();
})"""


@contextmanager
def slow_network(page: Page) -> Iterator[None]:
    """Python's files are on their way for as long as the block lasts."""
    held: list[Route] = []
    arrived = False

    def hold(route: Route) -> None:
        if arrived:
            route.continue_()
        else:
            held.append(route)

    page.route("**/runtime/**", hold)
    yield
    arrived = True
    for route in held:
        route.continue_()


def top(locator: Locator) -> float:
    box = locator.bounding_box()
    assert box is not None
    return box["y"]


@pytest.fixture(params=["nb", "en"])
def reader(request: pytest.FixtureRequest, new_reader: NewReader) -> Reader:
    reader = new_reader(request.param)
    reader.page.clock.install()
    return reader


def test_the_page_answers_at_once_and_speaks_of_the_wait_only_when_it_is_long(reader: Reader) -> None:
    with slow_network(reader.page):
        reader.open().walk(TO_IT[:3])
        reader.sees("contact_looked")
        expect(reader.live).to_be_hidden()
        expect(reader.status).to_be_empty()
        reader.page.clock.fast_forward(PATIENCE)
        reader.says("fetch")
    reader.waits_for_python()
    expect(reader.status).to_be_empty()
    reader.sees("contact_looked")
    reader.answered(*questions(TO_IT[:3]))


def test_a_quick_start_is_not_spoken_of(reader: Reader) -> None:
    reader.open().choose("marketer")
    reader.waits_for_python()
    reader.page.clock.fast_forward(PATIENCE)
    expect(reader.status).to_be_empty()


@pytest.fixture
def norwegian(new_reader: NewReader) -> Reader:
    return new_reader()


def test_the_focus_stays_on_the_heading_after_a_step(norwegian: Reader) -> None:
    with slow_network(norwegian.page):
        norwegian.open().walk(TO_IT[:2])
        norwegian.sees("status")
        expect(norwegian.heading).to_be_focused()
    norwegian.waits_for_python()
    expect(norwegian.heading).to_be_focused()


HOLDS = ['[data-option="junk_empty"]', ".fr-back a", ".fr-change a", ".fr-more a"]


@pytest.mark.parametrize("held", HOLDS)
def test_the_focus_stays_where_it_is(norwegian: Reader, held: str) -> None:
    with slow_network(norwegian.page):
        norwegian.open(state=state("contact_looked", TO_IT[:3]))
        norwegian.place.locator(held).last.focus()
    norwegian.waits_for_python()
    expect(norwegian.live.locator(held).last).to_be_focused()


def test_how_to_find_out_stays_unfolded(norwegian: Reader) -> None:
    with slow_network(norwegian.page):
        norwegian.open(state=state("contact_system", TO_IT[:4]))
        norwegian.place.locator("summary").press("Enter")
    norwegian.waits_for_python()
    expect(norwegian.live.locator(".fr-how:not(.fr-evidence)")).to_have_attribute("open", "")
    expect(norwegian.live.locator(".fr-how:not(.fr-evidence) summary")).to_be_focused()


def test_ticks_and_the_line_being_read_stay(norwegian: Reader) -> None:
    with slow_network(norwegian.page):
        norwegian.open(state=state(END, TO_IT))
        box = norwegian.item("it_release")
        box.check()
        box.evaluate("box => box.scrollIntoView({ block: 'center', behavior: 'instant' })")
        before = top(box)
    norwegian.waits_for_python()
    expect(norwegian.live.locator(".fr-node")).to_have_attribute("data-node", END)
    expect(norwegian.item("it_release")).to_be_checked()
    expect(norwegian.item("it_release")).to_be_focused()
    assert top(norwegian.item("it_release")) == pytest.approx(before, abs=2)


def test_what_is_left_out_hands_the_focus_to_the_heading(norwegian: Reader) -> None:
    with slow_network(norwegian.page):
        norwegian.open(state=state(END, TO_IT))
        norwegian.item("it_both_filters").focus()
    norwegian.waits_for_python()
    expect(norwegian.item("it_both_filters")).to_have_count(0)
    expect(norwegian.heading).to_be_focused()


def test_a_click_that_begins_before_python_is_not_lost(norwegian: Reader) -> None:
    page = norwegian.page
    page.add_init_script(LISTENING)
    with slow_network(page):
        norwegian.open().walk(TO_IT[:2])
        norwegian.sees("status")
        norwegian.place.locator('[data-option="delivered"]').hover()
        page.mouse.down()
    page.evaluate(UNTIL_ANSWERED)
    expect(norwegian.live).to_be_hidden()
    page.mouse.up()
    norwegian.sees("contact_looked")
    norwegian.waits_for_python()
    norwegian.answered(*questions(TO_IT[:3]))
