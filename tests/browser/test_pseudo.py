"""The made language: whatever a page shows outside ⟦ and ⟧ was never offered to a translator."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, expect

from checker.tables.load import systems
from checker.tree.definition import TREE
from hooks.publish.server import SiteServer
from hooks.publish.sitemap import pages
from hooks.translation.pseudo import LANGUAGE
from tests.browser.conftest import SLOW
from tests.browser.reader import PATIENT
from tests.browser.ways import END, TO_IT, state
from tests.i18n.made import build_made_site

pytestmark = pytest.mark.browser

OUTSIDE = Path(__file__).with_name("outside.js").read_text(encoding="utf-8")
NARROW = 320
NODES = tuple(node.id for node in TREE.nodes)

ALLOWED = frozenset(
    {
        "Fremme",  # the site's own name
        *(
            system.name for system in systems().values()
        ),  # names of products; the rest of the table is translated
    }
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_made_site(tmp_path_factory.mktemp("made"))


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with SiteServer(("127.0.0.1", 0), site) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server.url
        server.shutdown()


@pytest.fixture
def page(chromium: Browser, address: str) -> Iterator[Page]:
    context = chromium.new_context(
        base_url=f"{address}{LANGUAGE}/", viewport={"width": NARROW, "height": 700}
    )
    context.set_default_timeout(SLOW)
    yield context.new_page()
    context.close()


def outside(page: Page) -> set[str]:
    """What the page shows or says outside the brackets, as `element: words`."""
    seen = page.evaluate(OUTSIDE)
    assert seen["unbalanced"] == 0
    return {each for each in seen["found"] if each.partition(": ")[2].strip(" -·") not in ALLOWED}


def outside_of(page: Page, paths: Iterable[str]) -> dict[str, set[str]]:
    found = {}
    for path in paths:
        page.goto(path)
        found[path] = outside(page)
    return {path: texts for path, texts in found.items() if texts}


def test_every_page(page: Page, site: Path) -> None:
    every = pages(site / LANGUAGE)
    assert {"", "check/", "guide/mail-systems/", "about/tree/"} <= set(every)
    assert outside_of(page, every) == {}


def test_pages_that_do_not_exist_and_the_root(page: Page, address: str) -> None:
    assert outside_of(page, ["not/there/", f"{address}not-there", address]) == {}


def test_no_page_is_too_narrow_for_longer_words(page: Page, site: Path) -> None:
    wide = {}
    for path in pages(site / LANGUAGE):
        page.goto(path)
        wide[path] = page.evaluate("document.scrollingElement.scrollWidth")
    assert {path: width for path, width in wide.items() if width > NARROW} == {}


def test_every_question_and_result_before_python(page: Page) -> None:
    page.route("**/runtime/**", lambda route: route.abort())
    page.goto("check/")
    found = {}
    for node in NODES:
        page.goto(f"check/#at={node}")
        expect(page.locator(f'.fr-static [data-node="{node}"]')).to_be_visible()
        found[node] = outside(page)
    assert {node: texts for node, texts in found.items() if texts} == {}


def test_every_question_and_result_from_python(page: Page) -> None:
    page.goto(f"check/#{state(END, TO_IT)}")
    expect(page.locator(".fr-live")).to_be_visible(timeout=PATIENT)
    assert outside(page) == set()
    found = {}
    for node in NODES:
        page.evaluate("state => { location.hash = state; }", f"at={node}")
        expect(page.locator(f'.fr-live [data-node="{node}"]')).to_be_visible()
        found[node] = outside(page)
    assert {node: texts for node, texts in found.items() if texts} == {}


def test_what_the_page_says_meanwhile(page: Page) -> None:
    page.add_init_script(
        "delete navigator.clipboard; Object.defineProperty(navigator, 'clipboard', {value: null})"
    )
    page.goto(f"check/#{state(END, TO_IT)}")
    expect(page.locator(".fr-live")).to_be_visible(timeout=PATIENT)
    page.locator('.fr-live button[data-do="copy-note"]').first.click()
    expect(page.locator(".fr-status")).not_to_be_empty()
    assert outside(page) == set()


def test_the_search(page: Page) -> None:
    page.goto("")
    page.locator("[data-fr-toggle][for=__search]").click()
    says = page.locator(".md-search-result__meta")
    expect(says).to_have_text("⟦Type to start searching⟧")
    assert outside(page) == set()
    page.locator("[name=query]").press_sequentially("nothing")
    expect(says).to_have_text("⟦No matching documents⟧")
    assert outside(page) == set()


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<p>⟦Ţéẋţ <b>ƀóld</b>⟧</p>", set()),
        ("<p>⟦Ţéẋţ⟧ <b>bold</b></p>", {"b: bold"}),
        ("<p>⟦Óñ {⟦23⟧} ŵ⟧ Fremme</p>", set()),
        ('<p lang="nb">Norsk</p><p hidden>Skjult</p><code>code</code><p>12</p>', set()),
        (
            '<input placeholder="Search"><img alt="⟦Ƥ⟧" title="Map">',
            {"input placeholder: Search", "img title: Map"},
        ),
    ],
)
def test_the_test_can_see(page: Page, body: str, found: set[str]) -> None:
    page.set_content(f"<html lang={LANGUAGE}><title>⟦Ţ⟧</title><body>{body}")
    assert outside(page) == found
