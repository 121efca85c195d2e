"""Readers in a real browser; after every test, none of them may have met a fault or another host."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Protocol

import pytest
from playwright.sync_api import Browser, BrowserContext, Playwright, expect

from tests.browser import launch_firefox
from tests.browser.reader import Reader

SLOW = 20_000
BLOCKED = re.compile(r"Content Security Policy|Permissions[ -]Policy|\bTrusted(HTML|Script)")
expect.set_options(timeout=SLOW)


class NewReader(Protocol):
    """Makes a reader in a browser profile of their own; the rest is for Playwright's `new_context`."""

    def __call__(self, lang: str = "nb", **settings: Any) -> Reader: ...  # noqa: ANN401


@dataclass
class Watch:
    """What happened in one profile, pages and workers together."""

    requests: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    allowed: tuple[str, ...] = ()
    """Where else requests may go: what the reader has agreed to by pressing a button that says so."""

    def over(self, context: BrowserContext) -> None:
        context.on("request", lambda request: self.requests.append(request.url))
        context.on("weberror", lambda error: self.broken(str(error.error)))
        context.on("console", lambda said: self.blocked(said.text))

    def broken(self, said: str) -> None:
        """Firefox counts what a page still waited for when it was left."""
        if said != "NS_BINDING_ABORTED":
            self.faults.append(said)

    def blocked(self, said: str) -> None:
        """Chromium tells on the console, of pages and workers alike, what the security policy stopped."""
        if BLOCKED.search(said):
            self.faults.append(said)

    def elsewhere(self, site: str) -> list[str]:
        """The requests that left the site; what never leaves the browser is no request."""
        inside = (site, "data:", "blob:", *self.allowed)
        return [url for url in self.requests if not url.startswith(inside)]


@contextmanager
def readers(browser: Browser, site: str, watches: dict[BrowserContext, Watch]) -> Iterator[NewReader]:
    """Makes readers for as long as the block lasts, then looks at what was seen of them."""

    def make(lang: str = "nb", **settings: Any) -> Reader:  # noqa: ANN401
        context = browser.new_context(locale=lang, **settings)
        if settings.get("java_script_enabled") is False and browser.browser_type.name == "firefox":
            # Firefox does not heed the setting here; the site has no script but in files of its own.
            context.route("**/*.js", lambda route: route.abort())
        context.set_default_timeout(SLOW)
        watches[context] = Watch()
        watches[context].over(context)
        return Reader(context.new_page(), site, lang)

    yield make
    for context in watches:
        for page in context.pages:
            page.unroute_all(behavior="ignoreErrors")  # a handler may be at work for what is closed now
        context.close()
    assert [watch.faults for watch in watches.values() if watch.faults] == []
    assert [found for watch in watches.values() if (found := watch.elsewhere(site))] == []


@pytest.fixture
def watches() -> dict[BrowserContext, Watch]:
    return {}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """What is marked `firefox` is run in both browsers, where it can be."""
    marked = metafunc.definition.get_closest_marker
    if marked("firefox") and not marked("only_chromium") and "browser" in metafunc.fixturenames:
        metafunc.parametrize("browser", ["chromium", "firefox"], indirect=True)


@pytest.fixture
def browser(request: pytest.FixtureRequest) -> Browser:
    """Chromium, where a test does not ask for another."""
    found: Browser = request.getfixturevalue(getattr(request, "param", "chromium"))
    return found


@pytest.fixture(scope="session")
def firefox(playwright: Playwright) -> Iterator[Browser]:
    """The system's Firefox; Playwright's own is a build that no reader uses."""
    if launch_firefox.found() is None:
        pytest.skip("no Firefox on this machine: install firefox-esr")
    browser = playwright.firefox.launch(channel="moz-firefox", executable_path=launch_firefox.__file__)
    yield browser
    browser.close()


@pytest.fixture
def new_reader(
    browser: Browser, site_server: str, watches: dict[BrowserContext, Watch]
) -> Iterator[NewReader]:
    with readers(browser, site_server, watches) as make:
        yield make


@pytest.fixture(scope="module")
def new_lasting_reader(chromium: Browser, site_server: str) -> Iterator[NewReader]:
    """For tests that only look at one and the same place."""
    with readers(chromium, site_server, {}) as make:
        yield make
