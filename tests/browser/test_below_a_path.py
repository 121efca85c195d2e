"""The site below a path, as on `https://example.org/help/`: the same files, built for that address."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from hooks.publish.assemble import publish
from tests.browser.conftest import NewReader, readers
from tests.browser.ways import END, TO_IT, state
from tests.conftest import ROOT, served

pytestmark = [pytest.mark.browser, pytest.mark.site]


@pytest.fixture(scope="module")
def below(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    out = tmp_path_factory.mktemp("below") / "site"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FREMME_URL", "https://example.org/help/")
        publish(ROOT, out)
    with served(out, "/help/") as url:
        yield url


@pytest.fixture
def new_reader(chromium: Browser, below: str) -> Iterator[NewReader]:
    """As elsewhere: a request that leaves `/help/`, or that the policy stops, is a fault."""
    with readers(chromium, below, {}) as make:
        yield make


def test_the_root_leads_to_the_reader_s_language(new_reader: NewReader, below: str) -> None:
    page = new_reader("nb").page
    page.goto(below)
    page.wait_for_url(f"{below}nb/")


def test_the_checker_walks_with_python(new_reader: NewReader) -> None:
    reader = new_reader("nb").open(state="at=role")
    reader.waits_for_python()
    reader.walk(TO_IT)
    reader.sees(END)
    reader.fill("subject", "Høstnytt")
    expect(reader.note("to_it")).to_contain_text("Høstnytt")


def test_a_change_of_language_keeps_the_place(new_reader: NewReader, below: str) -> None:
    reader = new_reader("nb").open(state=state(END, TO_IT))
    reader.waits_for_python()
    reader.switch("en")
    reader.page.wait_for_url(f"{below}en/check/#**")
    reader.sees(END)


def test_a_tool_reads_what_is_pasted(new_reader: NewReader) -> None:
    page = new_reader("nb").open("tools/bounce/").page
    page.locator("textarea").fill("<kari@example.com>: 550 5.1.1 User unknown")
    page.locator(".fr-paste button[name=button]").click()
    expect(page.locator(".fr-reading .fr-heading")).to_be_focused(timeout=60_000)


def test_the_search_finds_and_leads_there(new_reader: NewReader, below: str) -> None:
    reader = new_reader("nb").open("")
    reader.waits_for_the_theme()
    query = reader.page.locator("[data-md-component=search-query]")
    query.click()
    query.press_sequentially("karantene")
    reader.page.locator(".md-search-result__link").first.click()
    reader.page.wait_for_url(f"{below}nb/guide/quarantine/**")


@pytest.mark.parametrize(("path", "lang"), [("nb/ingen/side/", "nb"), ("en/nowhere", "en"), ("nowhere/", "")])
def test_a_missing_page_says_so_and_leads_home(
    new_reader: NewReader, below: str, path: str, lang: str
) -> None:
    page = new_reader(lang or "en").page
    assert (reply := page.goto(f"{below}{path}")) is not None
    assert reply.status == 404
    home = page.get_by_role("main").get_by_role("link").first
    home.click()
    page.wait_for_url(f"{below}{lang or 'en'}/")
    expect(page.locator("main h1")).to_be_visible()
