"""The allowlist kit and the recipient list in a browser: from the form to what can be kept."""

import re

import pytest
from playwright.sync_api import expect

from checker.render import words
from checker.render import words_lists as wl
from checker.render.tools import ALLOWLIST, CONTACTS
from tests.browser.conftest import NewReader
from tests.browser.reader import PATIENT, Reader
from tests.browser.test_without_python import BREAK_DOWN, BREAKABLE

pytestmark = pytest.mark.browser

LIST = "192.0.2.0/24, 198.51.100.7\n10.0.0.1 <img src=x onerror=alert(1)>"
ROWS = "E-post;Status\r\n" + "kari@example.com;Avvist\r\n" * 2 + "ola@gmail.com;Levert\r\n" * 60_000

AT_THE_THIRD_PIECE = """
let pieces = 0;
const Real = Worker;
self.Worker = class extends Real {
  postMessage(data) {
    if (String(data).includes('"piece":') && ++pieces === 3) ACT;
    else super.postMessage(data);
  }
};
"""


def test_rules_are_written_and_can_be_kept(new_reader: NewReader) -> None:
    reader = new_reader("nb").open("tools/allowlist/")
    page = reader.page
    page.get_by_label(reader.t(ALLOWLIST.controls[0].label), exact=True).fill("example.com")
    page.locator("textarea[name=text]").fill(LIST)
    page.get_by_role("button", name=reader.t(ALLOWLIST.buttons[0].label)).click()
    expect(page.locator(".fr-reading .fr-heading")).to_be_focused(timeout=60_000)
    expect(page.locator(".fr-file-text").first).to_contain_text("New-TenantAllowBlockListItems")
    expect(page.locator(".fr-live img")).to_have_count(0)
    with page.expect_download() as download:
        page.locator("button[data-filename='review.ics']").click()
    assert download.value.path().read_bytes().startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")


def test_a_long_list_is_counted_and_shows_addresses_only_when_asked(new_reader: NewReader) -> None:
    reader = new_reader("nb").open("tools/contacts/")
    page = reader.page
    page.locator(".fr-file-input").set_input_files(
        {"name": "liste.csv", "mimeType": "text/csv", "buffer": ROWS.encode("utf-16")}
    )
    page.get_by_role("button", name=reader.t(CONTACTS.buttons[0].label)).click()
    expect(page.locator(".fr-reading .fr-heading")).to_be_focused(timeout=60_000)
    expect(page.locator(".fr-live")).to_contain_text("60\N{NO-BREAK SPACE}000")
    expect(page.locator(".fr-live")).not_to_contain_text("kari@example.com")
    page.get_by_role("button", name=reader.t(wl.WITH_ADDRESSES)).click()
    expect(page.locator(".fr-live")).to_contain_text("kari@example.com", timeout=60_000)
    page.get_by_role("link", name=reader.t(wl.LIST_GO_ON)).click()
    reader.waits_for_python()
    reader.sees("bounce_reason")


def choose_list(reader: Reader) -> None:
    reader.open("tools/contacts/")
    file = {"name": "liste.csv", "mimeType": "text/csv", "buffer": ROWS.encode("utf-16")}
    reader.page.locator(".fr-file-input").set_input_files(file)  # type: ignore[arg-type]


def read_list(reader: Reader) -> None:
    reader.page.get_by_role("button", name=reader.t(CONTACTS.buttons[0].label)).click()


def is_read_whole(reader: Reader) -> None:
    expect(reader.page.locator(".fr-reading .fr-heading")).to_be_focused(timeout=PATIENT)
    expect(reader.page.locator(".fr-live")).to_contain_text("60\N{NO-BREAK SPACE}000")


def test_a_worker_lost_within_a_list_leaves_no_row_out(new_reader: NewReader) -> None:
    reader = new_reader("nb")
    reader.page.add_init_script(
        AT_THE_THIRD_PIECE.replace("ACT", "this.dispatchEvent(new ErrorEvent('error'))")
    )
    choose_list(reader)
    read_list(reader)
    is_read_whole(reader)


def test_a_worker_lost_after_a_list_was_read_reads_it_again_for_the_addresses(new_reader: NewReader) -> None:
    reader = new_reader("nb")
    reader.page.add_init_script(BREAKABLE)
    choose_list(reader)
    read_list(reader)
    is_read_whole(reader)
    reader.page.evaluate(BREAK_DOWN)
    reader.page.get_by_role("button", name=reader.t(wl.WITH_ADDRESSES)).click()
    expect(reader.page.locator(".fr-live")).to_contain_text("kari@example.com", timeout=PATIENT)


def test_a_long_list_can_be_stopped_and_read_anew(new_reader: NewReader) -> None:
    reader = new_reader("nb")
    reader.page.add_init_script(AT_THE_THIRD_PIECE.replace("ACT", "void 0"))
    choose_list(reader)
    read_list(reader)
    status = reader.page.locator(".fr-status")
    expect(status).to_have_text(re.compile(r"\d"), timeout=PATIENT)
    reader.page.locator(".fr-cancel").click()
    expect(status).to_have_text(reader.t(words.TOOL_WORDS["stopped"]))
    expect(reader.page.locator(".fr-live")).to_be_empty()
    read_list(reader)
    is_read_whole(reader)
