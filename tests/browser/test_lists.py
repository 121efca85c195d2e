"""The allowlist kit and the recipient list in a browser: from the form to what can be kept."""

import pytest
from playwright.sync_api import expect

from checker.render import words_lists as wl
from checker.render.tools import ALLOWLIST, CONTACTS
from tests.browser.conftest import NewReader

pytestmark = pytest.mark.browser

LIST = "192.0.2.0/24, 198.51.100.7\n10.0.0.1 <img src=x onerror=alert(1)>"
ROWS = "E-post;Status\r\n" + "kari@example.com;Avvist\r\n" * 2 + "ola@gmail.com;Levert\r\n" * 60_000


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
