"""What goes wrong around the page: it says so, loses nothing that was typed, and goes on without Python.

A worker that breaks down is tried in test_without_python.py, test_lists.py and test_domain.py too, a slow
network in test_slow_start.py, each file of the runtime in tests/contract/test_worker.py.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from checker.render.tools import BOUNCE as TOOL
from tests.browser.conftest import NewReader
from tests.browser.reader import PATIENT
from tests.browser.test_bounce import BOUNCE
from tests.browser.test_without_python import BREAK_DOWN, BREAKABLE
from tests.browser.ways import END, TO_IT, state

pytestmark = pytest.mark.browser

NO_STORAGE = """
const denied = () => { throw new DOMException("denied", "SecurityError"); };
for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"])
  Object.defineProperty(self, name, { get: denied });
Object.defineProperty(Document.prototype, "cookie", { get: denied, set: denied });
"""


def lose_the_line(page: Page) -> None:
    """Go offline once all of the page has come: the theme's search does not catch its own failures."""
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)


def press(page: Page) -> None:
    page.locator(".fr-paste button[name=button]").click()


def read_bounce(page: Page) -> None:
    page.locator("textarea").fill(BOUNCE)
    press(page)


def is_read(page: Page) -> None:
    expect(page.locator(".fr-quote pre")).to_contain_text("198.51.100.7", timeout=PATIENT)


def test_offline_after_loading_everything_goes_on(new_reader: NewReader) -> None:
    reader = new_reader("nb").open(state="at=role")
    reader.waits_for_python()
    lose_the_line(reader.page)
    reader.walk(TO_IT)
    reader.sees(END)
    reader.fill("subject", "Høstnytt")
    expect(reader.note("to_it")).to_contain_text("Høstnytt")
    assert "# " in reader.download()


def test_offline_before_python_came_the_walk_goes_on_and_the_page_says_so(new_reader: NewReader) -> None:
    reader = new_reader("nb").open()
    lose_the_line(reader.page)
    reader.walk(TO_IT)
    reader.sees(END)
    reader.says("failed")


def test_offline_a_tool_keeps_the_text_and_reads_it_when_the_line_is_back(new_reader: NewReader) -> None:
    reader = new_reader("nb").open("tools/bounce/")
    page = reader.page
    lose_the_line(page)
    read_bounce(page)
    expect(page.locator(".fr-status")).to_have_text(reader.t(TOOL.failed))
    expect(page.locator("textarea")).to_have_value(BOUNCE)
    page.context.set_offline(False)
    press(page)
    is_read(page)


def test_where_storage_is_blocked_everything_works(new_reader: NewReader) -> None:
    reader = new_reader("nb")
    reader.page.add_init_script(NO_STORAGE)
    reader.open(state="at=role").waits_for_python()
    reader.walk(TO_IT)
    reader.sees(END)
    reader.open("tools/bounce/")
    reader.waits_for_the_theme()
    read_bounce(reader.page)
    is_read(reader.page)


def test_on_a_line_that_comes_and_goes_a_tool_reads_in_the_end(new_reader: NewReader) -> None:
    """Every file is lost the first time: the manifest, then all that it names. Then it is the third press."""
    reader = new_reader("nb").open("tools/bounce/")
    page = reader.page
    lost: set[str] = set()

    def lose_once(route: Route) -> None:
        if route.request.url in lost:
            route.continue_()
        else:
            lost.add(route.request.url)
            route.abort("connectionreset")

    page.route("**/runtime/**", lose_once)
    page.locator("textarea").fill(BOUNCE)
    for _ in range(3):
        press(page)
        expect(page.locator(".fr-cancel")).to_be_hidden(timeout=PATIENT)  # this try has come to its end
        expect(page.locator("textarea")).to_have_value(BOUNCE)
        if page.locator(".fr-quote").count():
            break
        expect(page.locator(".fr-status")).to_have_text(reader.t(TOOL.failed))
    is_read(page)
    assert len(lost) > 3


def test_a_worker_lost_twice_in_one_walk_loses_no_answer(new_reader: NewReader) -> None:
    reader = new_reader("nb")
    reader.page.add_init_script(BREAKABLE)
    reader.open(state="at=role").waits_for_python()
    reader.walk(TO_IT[:3])
    reader.page.evaluate(BREAK_DOWN)
    reader.walk(TO_IT[3:5])
    reader.page.evaluate(BREAK_DOWN)
    reader.walk(TO_IT[5:])
    reader.sees(END)
    assert reader.state == state(END, TO_IT)


def missing(route: Route) -> None:
    route.fulfill(status=404, body="")


def cut(route: Route) -> None:
    whole = route.fetch()
    route.fulfill(response=whole, body=whole.body()[: len(whole.body()) // 2])


def changed(route: Route) -> None:
    """One byte in the middle is another: the length is right and the hash is not."""
    whole = route.fetch()
    body = bytearray(whole.body())
    body[len(body) // 2] ^= 1
    route.fulfill(response=whole, body=bytes(body))


HARMS = [("manifest.json", missing), ("manifest.json", cut)] + [
    (f"*/{file}", harm) for file in ("stdlib.zip", "checker-whole-*.zip") for harm in (missing, cut, changed)
]


@pytest.mark.parametrize(("file", "harm"), HARMS)
def test_a_broken_file_on_a_tool_s_page_is_told_and_the_text_stays(
    new_reader: NewReader, file: str, harm: Callable[[Route], None]
) -> None:
    reader = new_reader("nb")
    reader.page.route(f"**/runtime/{file}", harm)
    page = reader.open("tools/bounce/").page
    read_bounce(page)
    expect(page.locator(".fr-status")).to_have_text(reader.t(TOOL.failed), timeout=PATIENT)
    expect(page.locator("textarea")).to_have_value(BOUNCE)
