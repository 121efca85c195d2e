"""The page as others have it: enlarged, spaced out, in forced colours, still, spoken, on paper."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from checker.render import words
from checker.render.tools import BOUNCE as TOOL
from checker.tree.definition import TREE
from tests.browser import test_bounce
from tests.browser.conftest import NewReader
from tests.browser.pages import KINDS
from tests.browser.reader import PATIENT, Reader
from tests.browser.test_accessibility import TOO_WIDE
from tests.browser.test_keyboard import FOCUS, MOST_STOPS
from tests.browser.ways import END, TO_IT, state

pytestmark = pytest.mark.browser

ENLARGED: ViewportSize = {"width": 320, "height": 256}
"""What is left of a screen of 1280 × 1024 at 400 % (WCAG 1.4.10)."""

# WCAG 1.4.12; a constructed sheet, since the policy lets no style element in.
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`p { margin-bottom: 2em !important }
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""
CUT = """() => [...document.querySelectorAll('.md-content *, .md-header *, .md-tabs *')]
  .filter((it) => it.checkVisibility({ visibilityProperty: true }) && it.innerText?.trim())
  .filter((it) => ['hidden', 'clip'].includes(getComputedStyle(it).overflowX) && !it.matches('.fr-hidden'))
  .filter((it) => it.scrollWidth > it.clientWidth + 1 || it.scrollHeight > it.clientHeight + 1)
  .map((it) => it.outerHTML.slice(0, 120))"""
MOVING = """() => document.getAnimations().map((it) => String(it.effect?.target?.className))"""
UNBOUNDED = """(selector) => [...document.querySelectorAll(selector)]
  .filter((it) => it.checkVisibility())
  .filter((it) => parseFloat(getComputedStyle(it).borderTopWidth) < 1)
  .map((it) => it.outerHTML.slice(0, 80))"""


@pytest.mark.firefox
@pytest.mark.parametrize("kind", ["home", "question", "result", "table", "bounce reader"])
def test_at_400_percent_all_that_has_the_focus_is_in_sight(new_reader: NewReader, kind: str) -> None:
    reader = new_reader(viewport=ENLARGED)
    KINDS[kind].open(reader)
    page = reader.page
    assert page.evaluate(TOO_WIDE) <= 0
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            return
        top, bottom, covered, height = page.evaluate(FOCUS)["box"]
        assert bottom > covered, page.evaluate(FOCUS)
        assert top < height, page.evaluate(FOCUS)
    raise AssertionError("Tab does not come to an end")


@pytest.mark.firefox
@pytest.mark.parametrize("width", [320, 1280])
def test_more_room_between_letters_cuts_nothing_off(new_reader: NewReader, width: int) -> None:
    reader = new_reader(viewport={"width": width, "height": 800})
    lost: dict[str, Any] = {}
    for name, kind in KINDS.items():
        kind.open(reader)
        reader.page.evaluate(SPACED)
        cut = reader.page.evaluate(CUT)
        if cut or reader.page.evaluate(TOO_WIDE) > 0:
            lost[name] = (cut, reader.page.evaluate(TOO_WIDE))
    assert lost == {}


def test_forced_colours_leave_an_edge_around_what_can_be_pressed(new_reader: NewReader) -> None:
    reader = new_reader("en", forced_colors="active").open(state=state(END, TO_IT))
    reader.waits_for_python()
    assert reader.page.evaluate(UNBOUNDED, ".fr-button, .fr-field input, .fr-field select, .md-button") == []
    reader.leave_by(reader.back)
    assert reader.page.evaluate(UNBOUNDED, ".fr-option") == []
    reader.page.keyboard.press("Tab")
    assert reader.page.evaluate(FOCUS)["outlined"]


def test_nothing_moves_for_those_who_asked_for_stillness(new_reader: NewReader) -> None:
    reader = new_reader("en", reduced_motion="reduce").open()
    reader.place.locator(".fr-option").first.hover()
    assert reader.page.evaluate(MOVING) == []
    reader.page.locator(".fr-languages > summary").click()
    reader.waits_for_the_theme()
    assert reader.page.evaluate(MOVING) == []


@pytest.fixture(params=["nb", "nn", "en"])
def reader(request: pytest.FixtureRequest, new_reader: NewReader) -> Reader:
    return new_reader(request.param)


def test_a_question_is_spoken_as_heading_way_back_and_list(reader: Reader) -> None:
    reader.open(state=state("scope", TO_IT[:1])).waits_for_python()
    question = TREE.question("scope")
    options = "\n".join(
        f"  - listitem:\n    - link /{reader.t(option.label)}/" for option in question.options
    )
    expect(reader.place).to_match_aria_snapshot(
        f'- paragraph:\n  - link "{reader.t(words.BACK)}"\n'
        f'- heading "{reader.t(question.text)}" [level=2]\n- list:\n{options}'
    )


def test_what_is_to_be_filled_in_has_a_name_in_the_language_of_the_page(reader: Reader) -> None:
    reader.open(state=state(END, TO_IT)).waits_for_python()
    fields = reader.live.locator(".fr-fields").locator("input, select")
    names = [field.evaluate("field => field.labels[0]?.textContent.trim()") for field in fields.all()]
    assert names
    assert all(names)
    boxes = reader.live.get_by_role("checkbox")
    assert boxes.count() == reader.live.locator("[data-item]").count()
    for box in boxes.all():
        assert box.evaluate("box => box.labels.length") == 1


def test_a_report_is_announced_by_its_heading_and_a_copy_by_the_live_region(reader: Reader) -> None:
    page = reader.open("tools/bounce/").page
    expect(page.get_by_role("status")).to_have_count(1)
    expect(page.get_by_role("status")).to_be_empty()
    page.get_by_label(reader.t(TOOL.controls[0].label), exact=True).fill(test_bounce.BOUNCE)
    page.get_by_role("button", name=reader.t(TOOL.buttons[0].label)).click()
    expect(page.get_by_role("heading", level=2).and_(page.locator(":focus"))).to_be_visible(timeout=PATIENT)


def test_every_place_has_a_title_of_its_own(reader: Reader) -> None:
    titles = []
    for kind in KINDS.values():
        kind.open(reader)
        titles.append(reader.page.title())
    assert len(set(titles)) == len(titles)
    assert all(titles)


FRAME = (".md-header", ".md-tabs", ".md-sidebar", ".md-footer", ".md-skip")
TO_PRESS = (".fr-paste", ".fr-evidence", "button")


def the_checklist(reader: Reader) -> None:
    reader.open(state=state(END, TO_IT)).waits_for_python()


def a_report(reader: Reader) -> None:
    page = reader.open("tools/bounce/").page
    page.locator("textarea").fill(test_bounce.BOUNCE)
    page.locator(".fr-paste button[name=button]").click()
    expect(page.locator(".fr-reading .fr-heading")).to_be_focused(timeout=PATIENT)


def a_page_of_the_guide(reader: Reader) -> None:
    reader.open("guide/quarantine/")


@pytest.mark.parametrize("reach", [the_checklist, a_report, a_page_of_the_guide], ids=lambda it: it.__name__)
def test_paper_carries_the_text_and_nothing_to_press(
    new_reader: NewReader, reach: Callable[[Reader], None]
) -> None:
    reader = new_reader()
    reach(reader)
    page: Page = reader.page
    page.emulate_media(media="print")
    shown = [part for part in FRAME + TO_PRESS if page.locator(f"{part}:visible").count()]
    assert shown == []
    expect(page.locator("h1")).to_be_visible()
