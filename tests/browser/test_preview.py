"""While somebody translates, a page tells which message a text comes from; a built site never does."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from hooks.publish.live import Live
from hooks.publish.server import SiteServer
from tests.browser.conftest import SLOW
from tests.browser.reader import PATIENT
from tests.browser.ways import END
from tests.conftest import ROOT

pytestmark = pytest.mark.browser

Find = Callable[[Page], Locator]


@pytest.fixture
def page(chromium: Browser, built_site: Path) -> Iterator[Page]:
    with SiteServer(("127.0.0.1", 0), built_site, Live(ROOT)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        context = chromium.new_context(base_url=server.url, viewport={"width": 1400, "height": 900})
        context.set_default_timeout(SLOW)
        yield context.new_page()
        context.close()
        server.shutdown()


def told(page: Page, path: str, find: Find, *, focus: bool = False) -> tuple[str, str]:
    """Where the page says that a text comes from, and the text."""
    with page.expect_response("**/_origins?*"):
        page.goto(path)
    text = find(page).first
    text.wait_for()
    text.focus() if focus else text.hover()
    marked = page.locator("[data-msg]")
    expect(marked).to_have_count(1)
    return str(marked.get_attribute("data-msg")), " ".join(marked.inner_text().split())


def entry(place: str) -> str:
    """The entry of a PO file, or the line of a source, that a place names."""
    path, _, line = place.rpartition(":")
    rest = (ROOT / path).read_text(encoding="utf-8").split("\n")[int(line) - 1 :]
    return "\n".join(rest).split("\n\n")[0] if path.endswith(".po") else rest[0]


@pytest.mark.parametrize(
    ("path", "find", "catalogue"),
    [
        ("nb/guide/delivered/", lambda page: page.locator("article p"), "guide"),
        ("nb/guide/delivered/", lambda page: page.locator("article p:has(strong) strong"), "guide"),
        ("nb/guide/delivered/", lambda page: page.locator(".md-tabs a").nth(1), "site"),
        ("nb/check/", lambda page: page.locator(".fr-node:visible .fr-heading"), "checker"),
        (f"nb/check/#{END}", lambda page: page.locator(".fr-live .fr-item-why"), "checker"),
    ],
)
def test_a_text_leads_to_its_entry(page: Page, path: str, find: Find, catalogue: str) -> None:
    page.set_default_timeout(PATIENT)
    place, text = told(page, path, find)
    assert place.startswith(f"locales/nb/LC_MESSAGES/{catalogue}.po:")
    assert text[:15] in entry(place).replace("**", "")


def test_the_keyboard_works_as_well(page: Page) -> None:
    place, text = told(page, "nb/", lambda page: page.locator("a.fr-door"), focus=True)
    assert place.startswith("locales/nb/LC_MESSAGES/checker.po:")
    translation = entry(place).rpartition('msgstr "')[2].rstrip('"')
    assert translation in text


def test_the_language_of_the_sources_leads_to_the_source(page: Page) -> None:
    place, text = told(page, "en/guide/delivered/", lambda page: page.locator("article p"))
    assert place.startswith("docs/guide/delivered.md:")
    assert text[:15] in entry(place).replace("**", "")


def test_both_places_are_shown(page: Page) -> None:
    place, _ = told(page, "nb/guide/delivered/", lambda page: page.locator("article p"))
    shown = page.locator("body > div").last.evaluate("element => element.shadowRoot.textContent")
    assert shown.startswith(place)
    assert "docs/guide/delivered.md:" in shown


def test_a_built_site_has_no_trace(built_site: Path, site_server: str, chromium: Browser) -> None:
    texts = [path for path in built_site.rglob("*") if path.suffix in {".html", ".js", ".json", ".css"}]
    assert texts
    assert [
        path for path in texts if "data-msg" in (text := path.read_text("utf-8")) or "_origins" in text
    ] == []
    context = chromium.new_context()
    for path in ("_origins", "_origins.js", "_live"):
        assert context.request.get(f"{site_server}{path}").status == 404
    context.close()
