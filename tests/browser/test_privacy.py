"""Nothing is asked of any other host, and nothing is left on the device. (`new_reader` sees to the hosts.)"""

from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import NewReader, Watch
from tests.browser.pages import KINDS
from tests.browser.reader import Reader
from tests.browser.ways import END, TO_IT

pytestmark = [pytest.mark.browser, pytest.mark.firefox]

STORED = """async () => ({
  local: Object.keys(localStorage),
  session: Object.keys(sessionStorage),
  cookies: document.cookie,
  databases: (await indexedDB.databases()).map(({ name }) => name),
  caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
})"""
NOTHING: dict[str, list[str]] = {
    "local": [],
    "session": [],
    "cookies": [],
    "databases": [],
    "caches": [],
    "workers": [],
}


def stored(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(STORED)
    return {**found, "cookies": found["cookies"] or page.context.cookies()}


def test_the_test_sees_what_is_stored(new_reader: NewReader) -> None:
    page = new_reader().open().page
    page.evaluate("localStorage.setItem('a', '1'); document.cookie = 'b=1'; caches.open('c')")
    assert stored(page) != NOTHING


def test_the_test_sees_what_a_worker_asks_for(
    new_reader: NewReader, watches: dict[BrowserContext, Watch]
) -> None:
    reader = new_reader().open(state="at=role")
    reader.waits_for_python()
    (watch,) = watches.values()
    assert any(url.endswith("pyodide.asm.wasm") for url in watch.requests)
    assert watch.elsewhere("https://elsewhere.example/") == watch.requests


def use_everything(reader: Reader) -> None:
    reader.fill("subject", "Høstnytt")
    reader.fill("from_address", "nyhetsbrev@avsender.example")
    expect(reader.note("to_it")).to_contain_text("Høstnytt")
    reader.item("it_trace").check()
    reader.button("copy-note", "to_it").click()
    reader.download()
    reader.live.locator('[name="note_lang"]').select_option(index=0)


@pytest.mark.only_chromium("Playwright is not told of downloads over WebDriver BiDi")
def test_a_whole_walk_leaves_nothing(new_reader: NewReader) -> None:
    reader = new_reader().open("")
    reader.page.locator(".fr-door-marketer").click()
    reader.waits_for_python()
    reader.walk(TO_IT[1:])
    reader.sees(END)
    use_everything(reader)
    reader.switch("en")
    reader.waits_for_python()
    reader.sees(END)
    assert stored(reader.page) == NOTHING


def test_a_walk_without_python_leaves_nothing(new_reader: NewReader) -> None:
    reader = new_reader()
    reader.page.route("**/runtime/**", lambda route: route.abort())
    reader.open().walk(TO_IT)
    reader.says("failed")
    reader.item("it_trace").check()
    assert stored(reader.page) == NOTHING


def test_a_walk_without_script_leaves_no_cookie(new_reader: NewReader) -> None:
    reader = new_reader(java_script_enabled=False).open()
    reader.walk(TO_IT)
    reader.sees(END)
    assert reader.page.context.cookies() == []
    assert reader.page.context.storage_state()["origins"] == []


def test_no_page_leaves_anything(new_reader: NewReader) -> None:
    reader = new_reader()
    left = {}
    for name, kind in KINDS.items():
        kind.open(reader)
        left[name] = stored(reader.page)
    reader.page.goto(reader.site)
    left["root"] = stored(reader.page)
    assert {name: found for name, found in left.items() if found != NOTHING} == {}


def test_a_search_leaves_nothing(new_reader: NewReader) -> None:
    reader = new_reader().open("")
    query = reader.page.locator("[data-md-component=search-query]")
    reader.waits_for_the_theme()
    query.click()
    query.press_sequentially("karantene")
    expect(reader.page.locator(".md-search-result__item").first).to_be_visible()
    query.press("Escape")
    assert "karantene" not in reader.page.url
    assert stored(reader.page) == NOTHING
