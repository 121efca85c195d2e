"""What tools and checker show after something was done, against the same rules as the pages."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from checker.tables.mx import resolvers
from tests.browser import test_bounce, test_domain, test_evidence, test_headers, test_lists
from tests.browser.conftest import NewReader, Watch
from tests.browser.reader import PATIENT, Reader
from tests.browser.test_accessibility import AXE, NARROW, RUN, TAGS, TOO_WIDE, UNFOLD, WIDE, Scheme
from tests.browser.ways import END, TO_IT, state

pytestmark = pytest.mark.browser

LOOKS: tuple[tuple[Scheme, int], ...] = (("light", NARROW), ("dark", WIDE))
PROSE = "Hei, kommer du på fredag?"


def read(page: Page, text: str, field: str = "text") -> None:
    """Paste, press, and wait for the report."""
    page.locator(f".fr-paste [name={field}]").fill(text)
    page.locator(".fr-paste button[name=button]").first.click()
    expect(page.locator(".fr-reading .fr-heading")).to_be_focused(timeout=PATIENT)


def bounce(reader: Reader) -> None:
    read(reader.open("tools/bounce/").page, test_bounce.BOUNCE)


def no_bounce(reader: Reader) -> None:
    read(reader.open("tools/bounce/").page, PROSE)


def headers(reader: Reader) -> None:
    read(reader.open("tools/headers/").page, test_headers.MESSAGE)


def no_headers(reader: Reader) -> None:
    read(reader.open("tools/headers/").page, PROSE)


def domain(reader: Reader) -> None:
    read(reader.open("tools/domain/").page, "avsender.example", "domain")


def no_domain(reader: Reader) -> None:
    read(reader.open("tools/domain/").page, "ikke et domene", "domain")


def allow_rules(reader: Reader) -> None:
    reader.open("tools/allowlist/").page.locator("[name=domain]").fill("avsender.example")
    read(reader.page, test_lists.LIST)


def recipient_list(reader: Reader) -> None:
    read(reader.open("tools/contacts/").page, test_lists.ROWS[:4000])


def no_list(reader: Reader) -> None:
    read(reader.open("tools/contacts/").page, PROSE)


def without_python(reader: Reader) -> None:
    reader.page.route("**/runtime/**", lambda route: route.abort())
    page = reader.open("tools/headers/").page
    page.locator("textarea[name=text]").fill(PROSE)
    page.locator(".fr-paste button[name=button]").click()
    expect(reader.status).not_to_be_empty(timeout=PATIENT)


def notes(reader: Reader) -> None:
    reader.open(state=state(END, TO_IT)).waits_for_python()
    reader.fill("subject", "Høstnytt")
    reader.item("it_trace").check()
    expect(reader.note("to_it")).to_contain_text("Høstnytt")


def answers_given(reader: Reader) -> None:
    reader.open(state=state("status", test_evidence.WAY)).waits_for_python()
    reader.place.locator(".fr-evidence summary").click()
    test_evidence.paste(reader, test_evidence.BOUNCE)
    reader.sees("bounced_blocked")


def mail_system(reader: Reader) -> None:
    reader.open("systems/m365/")


def mail_systems(reader: Reader) -> None:
    reader.open("systems/")


STATES = (
    bounce,
    no_bounce,
    headers,
    no_headers,
    domain,
    no_domain,
    allow_rules,
    recipient_list,
    no_list,
    without_python,
    notes,
    answers_given,
    mail_system,
    mail_systems,
)


@pytest.fixture(params=["nb", "en"])
def reader(request: pytest.FixtureRequest, new_reader: NewReader, watches: dict[object, Watch]) -> Reader:
    """The resolvers, which a button names, answer from the small zone of test_domain."""
    reader = new_reader(request.param, reduced_motion="reduce")
    for resolver in resolvers().values():
        reader.page.route(f"{resolver.url}**", test_domain.answer)
        watches[reader.page.context].allowed += (resolver.url,)
    return reader


@pytest.mark.parametrize("reach", STATES, ids=lambda reach: reach.__name__)
def test_a_state_is_accessible(reader: Reader, reach: Callable[[Reader], None]) -> None:
    reach(reader)
    page = reader.page
    page.evaluate(UNFOLD)
    page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")  # half under the header counts as small
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = {}
    for scheme, width in LOOKS:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 800})
        broken: list[str] = page.evaluate(RUN, TAGS)
        if (excess := page.evaluate(TOO_WIDE)) > 0:
            broken.append(f"{excess} px wider than the screen")
        found[f"{scheme} {width}"] = broken
    assert {look: broken for look, broken in found.items() if broken} == {}
