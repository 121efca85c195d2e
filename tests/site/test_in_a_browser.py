"""The two scripts of this room, in a browser: the one that chooses a language and the one that reloads."""

from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page

from hooks.publish.assemble import assemble, publish
from hooks.publish.live import Live
from hooks.publish.server import SiteServer
from tests.site.small import write_small_project

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_small_project(tmp_path_factory.mktemp("chosen"))
    publish(root, root / "site")
    return root


@pytest.fixture
def server(project: Path) -> Iterator[SiteServer]:
    with SiteServer(("127.0.0.1", 0), project / "site", Live()) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def open_page(browser: Browser, languages: list[str], *, with_script: bool = True) -> Page:
    context = browser.new_context(locale=languages[0], java_script_enabled=with_script)
    context.add_init_script(f"Object.defineProperty(navigator, 'languages', {{get: () => {languages}}})")
    return context.new_page()


@pytest.mark.parametrize(
    ("languages", "place"),
    [
        (["nb-NO", "en"], "nb/"),
        (["nb"], "nb/"),
        (["no"], "nb/"),
        (["nn-NO", "en"], "nb/"),
        (["en-GB", "nb"], "en/"),
        (["se", "nb", "en"], "nb/"),
        (["de-DE", "fr"], ""),
    ],
)
def test_the_root_goes_to_the_readers_language(
    chromium: Browser, server: SiteServer, languages: list[str], place: str
) -> None:
    page = open_page(chromium, languages)
    page.goto(f"{server.url}#at=role&role=marketer")
    page.wait_for_url(f"{server.url}{place}#at=role&role=marketer")
    assert page.locator("#languages a").count() == (0 if place else 2)


def test_without_scripts_the_root_is_a_list(chromium: Browser, server: SiteServer) -> None:
    page = open_page(chromium, ["nb"], with_script=False)
    page.goto(server.url)
    page.get_by_role("link", name="Norsk bokmål").click()
    page.wait_for_url(f"{server.url}nb/")


def test_a_rebuild_reloads_the_page_where_the_reader_is(
    chromium: Browser, server: SiteServer, project: Path
) -> None:
    page = open_page(chromium, ["nb"])
    page.goto(f"{server.url}nb/guide/page/#somewhere")
    page.get_by_text("Norske ord").wait_for()
    (project / "locales/nb/LC_MESSAGES/site.po").write_text("# Nye ord\n", encoding="utf-8")
    assemble(project, project / "next", only=["nb"], old=project / "site", quick=True)
    server.exchange(project / "next")
    page.get_by_text("Nye ord").wait_for()
    assert page.url == f"{server.url}nb/guide/page/#somewhere"
