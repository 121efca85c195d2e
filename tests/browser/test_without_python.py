"""The checker where Python cannot start: the page says so and goes on with what the build wrote."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from checker.notes.definition import NOTES
from checker.render import words
from tests.browser.conftest import NewReader
from tests.browser.reader import Reader
from tests.browser.ways import END, TO_IT, questions, state

pytestmark = [pytest.mark.browser, pytest.mark.firefox]

BREAKABLE = """
const Real = Worker;
self.Worker = class extends Real {
  constructor(url, options) {
    super(url, options);
    if (String(url).endsWith("/checker/worker.js")) self.spawned = this;
  }
};
"""
BREAK_DOWN = "spawned.dispatchEvent(new ErrorEvent('error'))"


def everything(page: Page) -> None:
    page.route("**/runtime/**", lambda route: route.abort())


def one_file(page: Page) -> None:
    page.route("**/runtime/*/stdlib.zip", lambda route: route.fulfill(status=404))


def half_a_file(page: Page) -> None:
    def cut(route: Route) -> None:
        whole = route.fetch().body()
        route.fulfill(body=whole[: len(whole) // 2], content_type="application/wasm")

    page.route("**/runtime/*/pyodide.asm.wasm", cut)


def webassembly(page: Page) -> None:
    def without(route: Route) -> None:
        script = f"delete self.WebAssembly;\n{route.fetch().text()}"
        route.fulfill(body=script, content_type="text/javascript")

    page.route("**/checker/worker.js", without)


def workers(page: Page) -> None:
    page.add_init_script("delete self.Worker")


def module_workers(page: Page) -> None:
    """Browsers from before 2023 begin such a worker and tell of an error without a word."""
    page.add_init_script("""
      self.Worker = class extends EventTarget {
        constructor() { super(); setTimeout(() => this.onerror?.(new Event("error"))); }
        postMessage() {}
        terminate() {}
      };
    """)


HINDRANCES = [everything, one_file, half_a_file, webassembly, workers, module_workers]


@pytest.mark.parametrize("missing", HINDRANCES)
def test_whatever_is_missing_the_page_says_so_and_goes_on(
    new_reader: NewReader, missing: Callable[[Page], None]
) -> None:
    reader = new_reader()
    missing(reader.page)
    reader.open().walk(TO_IT[:2])
    reader.says("failed")
    reader.sees("status")
    reader.answered("role", "scope")


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_the_whole_way_can_be_walked(new_reader: NewReader, lang: str) -> None:
    reader = new_reader(lang)
    everything(reader.page)
    reader.open()
    reader.walk(TO_IT)
    reader.sees(END)
    reader.says("failed")
    reader.answered(*questions(TO_IT))
    expect(reader.live).to_be_hidden()
    expect(reader.note("to_it")).to_contain_text(reader.t(NOTES["to_it"].subject))


@pytest.fixture
def reader(new_reader: NewReader) -> Reader:
    reader = new_reader()
    everything(reader.page)
    return reader


def test_back_leads_to_the_question_before(reader: Reader) -> None:
    reader.open().walk(TO_IT)
    expect(reader.back).to_have_text(reader.t(words.BACK))
    reader.leave_by(reader.back)
    reader.sees(TO_IT[-1][0])
    reader.answered(*questions(TO_IT[:-1]))


def test_a_changed_answer_keeps_the_later_ones(reader: Reader) -> None:
    reader.open().walk(TO_IT)
    reader.sees(END)
    reader.change("scope")
    reader.sees("scope")
    reader.choose("organisation")
    reader.sees(END)
    reader.answered(*questions(TO_IT))
    assert "scope=organisation" in reader.state


def test_a_change_that_leads_elsewhere_asks_what_is_open(reader: Reader) -> None:
    reader.open().walk(TO_IT)
    reader.change("status")
    reader.choose("bounced")
    reader.sees("bounce_reason")
    reader.answered("role", "scope", "status")


def test_unknown_answers_are_dropped_at_the_next_step(reader: Reader) -> None:
    reader.open(state="at=scope&role=marketer&status=secret&name=Kari%20Nordmann")
    reader.sees("scope")
    reader.choose("one")
    reader.sees("status")
    assert reader.state == "at=status&role=marketer&scope=one"


def test_a_reload_keeps_the_place(reader: Reader) -> None:
    reader.open(state=state(END, TO_IT))
    reader.sees(END)
    reader.answered(*questions(TO_IT))
    reader.page.reload()
    reader.sees(END)
    reader.answered(*questions(TO_IT))


def test_start_again_clears_the_answers_and_the_ticks(reader: Reader) -> None:
    reader.open(state=state(END, TO_IT))
    reader.item("it_trace").check()
    reader.leave_by(reader.again)
    reader.sees("role")
    expect(reader.answers).to_have_count(0)
    reader.page.go_back()
    reader.sees(END)
    expect(reader.item("it_trace")).not_to_be_checked()


def test_a_worker_that_breaks_down_twice_gives_way_to_the_page(new_reader: NewReader) -> None:
    reader = new_reader()
    reader.page.add_init_script(BREAKABLE)
    reader.open(state=state(END, TO_IT)).waits_for_python()
    reader.page.evaluate(BREAK_DOWN)
    reader.fill("subject", "Nyhetsbrev")
    expect(reader.note("to_it")).to_contain_text("Nyhetsbrev")
    reader.page.evaluate(BREAK_DOWN)
    reader.says("failed")
    reader.leave_by(reader.back)
    reader.sees(TO_IT[-1][0])
    expect(reader.live).to_be_hidden()
