"""Reading a bounce: from the paste to the result in the checker, and what happens without Python."""

import pytest
from playwright.sync_api import expect

from checker.messages.bounce import PROBLEMS
from checker.render import words
from checker.render.tools import BOUNCE as TOOL
from checker.smtp.model import Problem
from tests.browser.conftest import NewReader

pytestmark = [pytest.mark.browser, pytest.mark.firefox]

BOUNCE = """<kari@example.com>: host mx.example.com[192.0.2.1] said: 550 5.7.1 Service unavailable;
    client [198.51.100.7] blocked <img src=x onerror=alert(1)> (in reply to RCPT TO command)
"""


def test_a_bounce_answers_the_question_of_the_checker(new_reader: NewReader) -> None:
    reader = new_reader("nb").open("tools/bounce/")
    page = reader.page
    page.get_by_label(reader.t(TOOL.controls[0].label), exact=True).fill(BOUNCE)
    page.get_by_role("button", name=reader.t(TOOL.buttons[0].label)).click()
    expect(page.locator(".fr-reading .fr-heading")).to_be_focused(timeout=60_000)
    expect(page.locator(".fr-quote pre")).to_contain_text("<img src=x onerror=alert(1)>")
    expect(page.locator(".fr-live img")).to_have_count(0)
    expect(page.locator("textarea")).to_have_value(BOUNCE)
    page.get_by_role("link", name=reader.t(words.GO_ON)).click()
    reader.waits_for_python()
    reader.sees("bounced_blocked")
    assert "kari" not in page.url


def test_what_is_no_bounce_is_named_as_such(new_reader: NewReader) -> None:
    reader = new_reader("nb").open("tools/bounce/")
    reader.page.locator("textarea").fill("Hei, kommer du på fredag?")
    reader.page.locator(".fr-paste button[name=button]").click()
    expect(reader.page.locator(".fr-reading h3")).to_have_text(
        reader.t(PROBLEMS[Problem.NOTHING_FOUND].title), timeout=60_000
    )


def test_without_script_the_page_says_what_to_do(new_reader: NewReader) -> None:
    page = new_reader("nb", java_script_enabled=False).open("tools/bounce/").page
    expect(page.locator(".fr-needs")).to_be_visible()
    expect(page.locator(".fr-paste")).to_be_hidden()


def test_without_python_the_page_says_so_and_keeps_the_text(new_reader: NewReader) -> None:
    reader = new_reader("nb")
    reader.page.route("**/runtime/**", lambda route: route.abort())
    page = reader.open("tools/bounce/").page
    page.locator("textarea").fill(BOUNCE)
    page.locator(".fr-paste button[name=button]").click()
    expect(page.locator(".fr-status")).to_have_text(reader.t(TOOL.failed))
    expect(page.locator("textarea")).to_have_value(BOUNCE)


def test_a_file_is_read_like_a_paste(new_reader: NewReader) -> None:
    page = new_reader("nb").open("tools/bounce/").page
    page.locator(".fr-file-input").set_input_files(
        {"name": "retur.eml", "mimeType": "message/rfc822", "buffer": BOUNCE.encode()}
    )
    page.locator(".fr-paste button[name=button]").click()
    expect(page.locator(".fr-quote pre")).to_contain_text("198.51.100.7", timeout=60_000)
