"""Every kind of page against axe-core's WCAG 2.2 AA rules: each language, light and dark, narrow and wide."""

from itertools import product
from typing import Any, Literal

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewReader
from tests.browser.pages import KINDS
from tests.browser.reader import PATIENT, Reader
from tests.browser.ways import END, TO_IT, state
from tests.conftest import ROOT

pytestmark = pytest.mark.browser

AXE = ROOT / "tests" / "js" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async (tags) => {
  // Material's switches are labels of check boxes: they work without script, and page.js gives them keys.
  const rules = { "aria-allowed-role": { enabled: false }, "target-size": { enabled: true } };
  const how = { runOnly: tags, rules, resultTypes: ["violations"] };
  const { violations } = await axe.run({ exclude: ["[hidden]"] }, how);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, any, all, none }) =>
    `${id}: ${[...any, ...all, ...none].map(({ message }) => message).join("; ")}: ${html}`));
}"""
UNFOLD = "document.querySelectorAll('.md-content details').forEach((details) => { details.open = true; })"
TOO_WIDE = "document.scrollingElement.scrollWidth - innerWidth"
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
NARROW, WIDE = 320, 1280


def violations(page: Page) -> dict[str, list[str]]:
    """What axe finds on the open page, by what the reader's device is like; too wide a page counts."""
    page.wait_for_load_state("networkidle")  # the theme starts last, and makes wide tables scroll by keys
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = {}
    for scheme, width in product(SCHEMES, (NARROW, WIDE)):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 800})
        broken: list[str] = page.evaluate(RUN, TAGS)
        if (excess := page.evaluate(TOO_WIDE)) > 0:
            broken.append(f"{excess} px wider than the screen")
        if broken:
            found[f"{scheme} {width}"] = broken
    return found


@pytest.fixture(params=["nb", "nn", "en"])
def reader(request: pytest.FixtureRequest, new_reader: NewReader) -> Reader:
    """Without motion: a colour on its way to another would be measured as it is."""
    return new_reader(request.param, reduced_motion="reduce")


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_accessible(reader: Reader, kind: str) -> None:
    KINDS[kind].open(reader)
    reader.page.evaluate(UNFOLD)
    assert violations(reader.page) == {}


def test_a_result_without_python_is_accessible(reader: Reader) -> None:
    reader.page.route("**/runtime/**", lambda route: route.abort())
    reader.open(state=state(END, TO_IT))
    reader.says("failed")
    reader.page.evaluate(UNFOLD)
    assert violations(reader.page) == {}


def test_the_choice_of_who_is_asked_is_accessible(reader: Reader) -> None:
    reader.open(state="at=contact_system").waits_for_python()
    reader.page.evaluate(UNFOLD)
    reader.place.locator(".fr-look-up [name=domain]").fill("example.no")
    reader.page.keyboard.press("Enter")
    expect(reader.place.locator(".fr-asked button").first).to_be_visible(timeout=PATIENT)
    assert violations(reader.page) == {}


@pytest.mark.parametrize(
    ("opener", "opened"),
    [
        ("label[for=__drawer][role=button]", ".md-sidebar--primary"),
        ("label[for=__search][role=button]", ".md-search__output"),
        (".fr-languages > summary", ".fr-languages a"),
    ],
    ids=["menu", "search", "languages"],
)
def test_what_the_header_unfolds_is_accessible(new_reader: NewReader, opener: str, opened: str) -> None:
    screen = {"width": NARROW, "height": 800}
    page = new_reader(reduced_motion="reduce", viewport=screen).open("guide/delivered/").page
    page.locator(opener).click()
    expect(page.locator(opened).last).to_be_visible()
    page.evaluate(AXE.read_text(encoding="utf-8"))
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        assert page.evaluate(RUN, TAGS) == []


def test_the_root_page_is_accessible(new_reader: NewReader) -> None:
    reader = new_reader("de", reduced_motion="reduce")
    reader.page.goto(reader.site)
    assert violations(reader.page) == {}


def test_the_test_sees_what_is_wrong(new_reader: NewReader) -> None:
    page = new_reader().page
    page.set_content("<img src='x.png'><p style='width: 2000px; color: #eee'>Pale and wide</p>")
    found: Any = violations(page)
    assert {part.partition(":")[0] for part in found["light 320"]} >= {"image-alt", "color-contrast"}
    assert any("wider" in part for part in found["light 320"])
