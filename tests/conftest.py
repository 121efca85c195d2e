"""What several rooms of tests share: the finished site, built once a session, and a server for it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Playwright, sync_playwright

from hooks.publish.assemble import publish
from hooks.publish.server import SiteServer

ROOT = Path(__file__).parents[1]
settings.register_profile(
    "no clock", deadline=None
)  # a busy machine is no fault of ours: no test asserts a time
settings.load_profile("no clock")


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the whole site as `make site` writes it."""
    out = tmp_path_factory.mktemp("built") / "site"
    publish(ROOT, out)
    return out


@contextmanager
def served(site: Path, base: str = "/") -> Iterator[str]:
    """The address at which a built site is served; ends with a slash."""
    with SiteServer(("127.0.0.1", 0), site, base=base) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server.url
        server.shutdown()


@pytest.fixture(scope="session")
def site_server(built_site: Path) -> Iterator[str]:
    """The address at which the built site is served; ends with a slash."""
    with served(built_site) as url:
        yield url


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """It starts once a process."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """One browser for the session: the system's, else Playwright's own."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next((path for path in map(shutil.which, names) if path), None)
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    browser = playwright.chromium.launch(executable_path=found, args=quiet)
    yield browser
    browser.close()
