"""A bounce pasted in the checker answers questions, says why, and leaves every answer open to change."""

import pytest
from playwright.sync_api import expect

from checker.render import words
from tests.browser.conftest import NewReader
from tests.browser.reader import Reader
from tests.browser.ways import state

pytestmark = [pytest.mark.browser, pytest.mark.firefox]

WAY = (("role", "marketer"), ("scope", "one"))
BOUNCE = "550 5.7.1 Service unavailable; client [198.51.100.7] blocked <img src=x onerror=alert(1)>"


@pytest.fixture(params=["nb", "en"])
def reader(request: pytest.FixtureRequest, new_reader: NewReader) -> Reader:
    reader = new_reader(request.param).open(state=state("status", WAY))
    reader.waits_for_python()
    reader.place.locator(".fr-evidence summary").click()
    return reader


def paste(reader: Reader, text: str) -> None:
    reader.place.locator(".fr-evidence textarea").fill(text)
    reader.place.locator(".fr-evidence button").click()


def test_a_bounce_answers_and_says_why(reader: Reader) -> None:
    paste(reader, BOUNCE)
    reader.sees("bounced_blocked")
    reader.answered("role", "scope", "status", "bounce_reason")
    because = reader.answers.locator(".fr-because")
    expect(because).to_have_count(2)
    expect(because.last).to_contain_text("198.51.100.7] blocked <img src=x")
    expect(reader.page.locator(".fr-live img")).to_have_count(0)
    expect(reader.heading).to_be_focused()
    assert "198.51" not in reader.page.url


HEADERS = """\
Received: from mta.example.com (192.0.2.7) by AM6.mail.protection.outlook.com; Mon, 23 Nov 2026 08:04:17 +0000
X-Microsoft-Antispam-Mailbox-Delivery: dest:J;OFR:SpamFilterAuthJ;RF:JunkEmail
From: Post <post@avsender.example>
To: kari@mottaker.example
Subject: Tilbud
"""


def items(reader: Reader) -> list[str]:
    boxes = reader.place.locator("input[data-item]")
    return [box.get_attribute("data-item") or "" for box in boxes.all()]


def test_headers_change_the_checklist(reader: Reader) -> None:
    reader.choose("delivered")
    reader.sees("contact_looked")
    reader.choose("nowhere")
    reader.sees("ask_contact")
    without = items(reader)
    reader.page.go_back()
    reader.sees("contact_looked")
    reader.place.locator(".fr-evidence summary").click()
    paste(reader, HEADERS)
    reader.sees("contact_junk")
    with_headers = items(reader)
    assert with_headers
    assert with_headers != without
    expect(reader.answers.locator(".fr-because").last).to_contain_text("dest:J;OFR:SpamFilterAuthJ")
    assert "kari" not in reader.page.url
    reader.change("contact_looked")
    reader.choose("nowhere")
    reader.sees("ask_contact")
    assert items(reader) == without


def test_a_given_answer_can_be_changed(reader: Reader) -> None:
    paste(reader, BOUNCE)
    reader.sees("bounced_blocked")
    reader.change("bounce_reason")
    reader.choose("temporary")
    reader.sees("bounced_temporary")
    expect(reader.answers.locator(".fr-because")).to_have_count(1)


def test_a_new_case_forgets_what_was_pasted(reader: Reader) -> None:
    paste(reader, BOUNCE)
    reader.sees("bounced_blocked")
    reader.leave_by(reader.again)
    reader.page.go_back()
    reader.sees("bounced_blocked")
    expect(reader.answers.locator(".fr-because")).to_have_count(0)


def test_a_text_that_answers_nothing_stays_and_is_told(reader: Reader) -> None:
    paste(reader, "Hei, kommer du på fredag?")
    expect(reader.place.locator(".fr-said")).to_have_text(reader.t(words.PASTE_NOTHING))
    expect(reader.place.locator(".fr-evidence textarea")).to_have_value("Hei, kommer du på fredag?")
    reader.sees("status")


def test_without_the_tools_the_questions_go_on(new_reader: NewReader) -> None:
    reader = new_reader()
    reader.page.route("**/checker-whole-*.zip", lambda route: route.abort())
    reader.open(state=state("status", WAY)).waits_for_python()
    reader.place.locator(".fr-evidence summary").click()
    paste(reader, BOUNCE)
    reader.says("error")
    reader.choose("delivered")
    reader.sees("contact_looked")
