"""The security policy in a browser: it stops what it should, and nothing that the site itself does.

That nothing of ours is stopped is held by every browser test: see `Watch.blocked` in conftest.py.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from checker.render.form import Tool
from checker.render.tools import TOOLS
from tests.browser.conftest import NewReader, Watch
from tests.browser.reader import PATIENT, Reader
from tests.browser.ways import END, TO_IT
from tests.site.reading import read_pages

pytestmark = [pytest.mark.browser, pytest.mark.firefox]

TOLD = """
self.stopped = [];
addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
  stopped.push(`${effectiveDirective} ${blockedURI}`));
"""
TELLING = """
addEventListener("securitypolicyviolation", (event) => console.log(`stopped: ${event.effectiveDirective}`));
"""
WORKERS = ("**/checker/worker.js", "**/workers/search.*.js")


def telling(route: Route) -> None:
    whole = route.fetch()
    route.fulfill(response=whole, body=TELLING + whole.text())


@pytest.fixture
def reader(new_reader: NewReader) -> Iterator[Reader]:
    """Of the page and of every worker in it, what the policy stops is told."""
    reader = new_reader("nb")
    reader.page.add_init_script(TOLD)
    said: list[str] = []
    reader.page.on("console", lambda message: said.append(message.text))
    for worker in WORKERS:
        reader.page.route(worker, telling)
    yield reader
    assert [text for text in said if text.startswith("stopped: ")] == []


def wait_until_stopped(page: Page, times: int = 1) -> None:
    """Not `wait_for_function`, which the policy stops as well."""
    look = "const look = () => (stopped.length >= times ? done() : setTimeout(look, 20)); look();"
    page.evaluate(f"(times) => new Promise((done) => {{ {look} }})", times)


def stopped(page: Page) -> list[str]:
    found: list[str] = page.evaluate("stopped")
    return found


def test_every_page_of_a_language_is_left_alone(reader: Reader, built_site: Path) -> None:
    addresses = sorted(read_pages(built_site / "nb"))
    assert len(addresses) > 15
    for address in addresses:
        reader.open(address)
        reader.waits_for_the_theme()
        assert stopped(reader.page) == [], address


def test_the_root_is_left_alone(reader: Reader) -> None:
    reader.page.goto(reader.site)
    reader.page.wait_for_url("**/nb/")
    assert stopped(reader.page) == []


@pytest.mark.only_chromium("Playwright is not told of downloads over WebDriver BiDi")
def test_a_walk_to_a_result_and_its_notes_is_left_alone(reader: Reader) -> None:
    reader.open(state="at=role").waits_for_python()
    reader.walk(TO_IT)
    reader.sees(END)
    reader.fill("subject", "Høstnytt")
    expect(reader.note("to_it")).to_contain_text("Høstnytt")
    reader.download()
    assert stopped(reader.page) == []


@pytest.mark.parametrize("tool", TOOLS.values(), ids=TOOLS)
def test_every_tool_is_left_alone_when_it_reads(reader: Reader, tool: Tool) -> None:
    page = reader.open(f"tools/{tool.id}/").page
    form = page.locator(".fr-paste")
    for area in form.locator("textarea:visible").all():
        area.fill("<img src=x onerror='self.ran = 1'>\n550 5.1.1 kari@example.com 192.0.2.7")
    for line in form.locator("input[type=text]:visible").all():
        line.fill("example.com")
    form.locator("button[name=button]").last.click()
    expect(page.locator(".fr-reading .fr-heading")).to_be_focused(timeout=PATIENT)
    assert page.evaluate("self.ran") is None
    assert stopped(page) == []


def test_a_search_in_norwegian_is_left_alone(reader: Reader) -> None:
    """The search's worker imports the stemmer of the language, its results are markup in strings."""
    reader.open("")
    reader.waits_for_the_theme()
    query = reader.page.locator("[data-md-component=search-query]")
    query.click()
    query.press_sequentially("karantenen")
    first = reader.page.locator(".md-search-result__item").first
    expect(first).to_be_visible()
    expect(first.locator("mark").first).to_be_visible()
    assert stopped(reader.page) == []


ELSEWHERE = "https://elsewhere.example/"
ATTACKS = {
    "an inline script": "add('script', { text: 'self.ran = 1' })",
    "an event handler": "document.body.setAttribute('onclick', 'self.ran = 1'); document.body.click()",
    "a script from elsewhere": f"add('script', {{ src: '{ELSEWHERE}x.js' }})",
    "code in a string": "setTimeout('self.ran = 1')",
    "a request to elsewhere": f"fetch('{ELSEWHERE}').catch(() => {{}})",
    "an image from elsewhere": f"new Image().src = '{ELSEWHERE}x.png'",
    "a frame": f"add('iframe', {{ src: '{ELSEWHERE}' }})",
    "another base": f"add('base', {{ href: '{ELSEWHERE}' }})",
    "a style in an attribute": "document.body.setAttribute('style', 'color: red')",
    "a form sent off": "add('form', { action: '/x/' }).submit()",
    "WebAssembly": "WebAssembly.compile(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)).catch(() => {})",
}
ADD = "const add = (name, of) => document.body.appendChild(Object.assign(document.createElement(name), of));"


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_what_an_attacker_would_do_is_stopped(
    new_reader: NewReader, watches: dict[BrowserContext, Watch], attack: str
) -> None:
    reader = new_reader("en")
    reader.page.add_init_script(TOLD)
    reader.open("about/privacy/")
    reader.page.evaluate(f"() => {{ {ADD} try {{ {attack} }} catch {{ }} }}")
    wait_until_stopped(reader.page)
    assert reader.page.evaluate("self.ran") is None
    (watch,) = watches.values()
    watch.faults.clear()
    watch.requests.clear()  # Playwright counts those that the browser has held back


@pytest.mark.only_chromium("Chromium names the page that it shows instead")
def test_no_other_page_can_put_ours_into_a_frame(
    new_reader: NewReader, watches: dict[BrowserContext, Watch]
) -> None:
    reader = new_reader("en")
    reader.page.set_content(f'<iframe src="{reader.site}en/about/privacy/"></iframe>')
    frame = reader.page.frame_locator("iframe")
    expect(frame.locator("body")).to_be_attached()
    expect(frame.locator("h1", has_text="Privacy")).to_have_count(0)
    assert reader.page.frames[1].url.startswith("chrome-error:")
    for watch in watches.values():
        watch.faults.clear()


@pytest.mark.only_chromium("Firefox tells of it as an error, which no test may meet anyway")
def test_every_browser_test_would_notice(new_reader: NewReader, watches: dict[BrowserContext, Watch]) -> None:
    page = new_reader("en").open("about/privacy/").page
    with page.expect_console_message():
        page.evaluate("document.body.setAttribute('style', 'color: red')")
    (watch,) = watches.values()
    assert watch.faults
    watch.faults.clear()


def test_a_script_in_the_page_s_own_markup_does_not_run(
    new_reader: NewReader, watches: dict[BrowserContext, Watch]
) -> None:
    """As if markup had got past the build and the escaping: from the server, before anything of ours runs."""
    reader = new_reader("en")

    def infect(route: Route) -> None:
        whole = route.fetch()
        body = whole.text().replace(
            "<article", "<script>self.ran = 1</script><img src=x onerror='self.ran = 2'><article"
        )
        route.fulfill(response=whole, body=body)

    reader.page.route("**/about/privacy/", infect)
    reader.page.add_init_script(TOLD)
    reader.open("about/privacy/")
    wait_until_stopped(reader.page, 2)
    assert reader.page.evaluate("self.ran") is None
    for watch in watches.values():
        watch.faults.clear()


@pytest.mark.parametrize("sent", ["header only", "meta only"])
def test_either_half_of_the_policy_stops_a_script_alone(
    new_reader: NewReader, watches: dict[BrowserContext, Watch], sent: str
) -> None:
    reader = new_reader("en")

    def half(route: Route) -> None:
        whole = route.fetch()
        headers = {name: text for name, text in whole.headers.items() if name != "content-security-policy"}
        page = whole.text().replace("</h1>", "</h1><script>self.ran = 1</script>")
        if sent == "header only":
            route.fulfill(response=whole, body=page.replace('http-equiv="Content-Security-Policy"', ""))
        else:
            route.fulfill(response=whole, headers=headers, body=page)

    reader.page.route("**/about/privacy/", half)
    reader.page.add_init_script(TOLD)
    reader.open("about/privacy/")
    wait_until_stopped(reader.page)
    assert reader.page.evaluate("self.ran") is None
    for watch in watches.values():
        watch.faults.clear()


def test_the_theme_s_way_to_put_in_markup_lets_only_inert_markup_through(new_reader: NewReader) -> None:
    reader = new_reader("en").open("")
    reader.waits_for_the_theme()
    inert = '<p class="b">y<mark data-md-highlight>z</mark></p>'
    hostile = f"<p id='x'>x{inert}<<b>p onclick=alert(1)><img src=x onerror=alert(1)"
    put_in = (
        "(html) => { const it = document.createElement('div'); it.innerHTML = html; return it.innerHTML }"
    )
    shown = reader.page.evaluate(put_in, hostile)
    assert shown == 'x<p class="b">y<mark data-md-highlight="">z</mark></p>p onclick=alert(1)&gt;'
