"""A short walk in WebKitGTK, the engine that is nearest to Safari and can be had on Linux."""

import socket
from collections.abc import Iterator

import pytest

from checker.i18n import from_mapping
from checker.render.tools import BOUNCE as TOOL
from hooks.translation.catalogue import messages
from tests.browser import webdriver
from tests.browser.test_bounce import BOUNCE
from tests.browser.ways import END, TO_IT
from tests.conftest import ROOT

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(bool(webdriver.missing()), reason=f"no WebKit: {webdriver.missing()} missing"),
]

PLACE = """const shown = [...document.querySelectorAll('.fr-node')].find((node) => node.checkVisibility());
return shown?.dataset.node === arguments[0];"""
LISTEN = """self.stopped = [];
addEventListener('securitypolicyviolation', (event) => stopped.push(event.effectiveDirective));"""
VISIBLE = "return document.querySelector(arguments[0])?.checkVisibility()"


@pytest.fixture(scope="module")
def window() -> Iterator[webdriver.Session]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with webdriver.webkit(port) as session:
        yield session


@pytest.fixture(params=["nb", "en"])
def lang(request: pytest.FixtureRequest) -> str:
    found: str = request.param
    return found


def test_a_walk_leads_to_a_checklist(window: webdriver.Session, site_server: str, lang: str) -> None:
    window.open(f"{site_server}{lang}/check/")
    window.run(LISTEN)
    for question, option in TO_IT:
        window.until(PLACE, question)
        window.click(f'.fr-node:not([hidden]) [data-option="{option}"]')
    window.until(PLACE, END)
    window.until(VISIBLE, ".fr-live")
    window.click('.fr-live [data-item="it_trace"]')
    window.type('.fr-live [name="subject"]', "Høstnytt")
    note = '.fr-live [data-note="to_it"] .fr-note-text'
    window.until("return document.querySelector(arguments[0])?.textContent.includes('Høstnytt')", note)
    assert window.run("""return document.querySelector('.fr-live [data-item="it_trace"]').checked""")
    assert window.run("return stopped") == []


def test_a_pasted_bounce_is_read(window: webdriver.Session, site_server: str, lang: str) -> None:
    translate = from_mapping(messages(ROOT / "locales", lang, "checker"))
    window.open(f"{site_server}{lang}/tools/bounce/")
    window.run(LISTEN)
    window.until(VISIBLE, ".fr-paste textarea")
    window.type(".fr-paste textarea", BOUNCE)
    label = window.run("return document.querySelector('.fr-paste button[name=button]').textContent")
    assert label == translate(TOOL.buttons[0].label)
    window.click(".fr-paste button[name=button]")
    window.until("return document.activeElement.matches('.fr-reading .fr-heading')")
    assert window.run("return document.querySelectorAll('.fr-live img').length") == 0
    assert window.run("return stopped") == []


@pytest.mark.parametrize("path", ["", "check/", "guide/check-delivery/", "tools/bounce/"])
def test_no_page_is_wider_than_a_narrow_screen(
    window: webdriver.Session, site_server: str, path: str
) -> None:
    window.open(f"{site_server}nb/{path}")
    window.narrow_to(320, 640)
    # This browser's own buttons keep it from being narrower.
    screen = window.until("return innerWidth < 500 && innerWidth")
    assert window.run("return document.scrollingElement.scrollWidth") <= screen
