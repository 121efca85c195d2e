"""Reading headers on the page: the verdict in words, hostile headers as text, the way into the checker."""

import pytest
from playwright.sync_api import Page, expect

from checker.render import header_words
from tests.browser.conftest import NewReader, Watch
from tests.browser.reader import PATIENT, Reader

pytestmark = pytest.mark.browser

MESSAGE = """\
Received: from mta.example.com (192.0.2.7) by AM6.mail.protection.outlook.com; Mon, 23 Nov 2026 08:04:17 +0000
X-Microsoft-Antispam-Mailbox-Delivery: dest:J;OFR:SpamFilterAuthJ;RF:JunkEmail
From: Post <post@avsender.example>
To: kari@mottaker.example
Subject: =cmd()|' <img src=x onerror=alert(1)>
Date: Mon, 23 Nov 2026 08:02:02 +0000
"""


@pytest.fixture(params=["nb", "en"])
def reader(request: pytest.FixtureRequest, new_reader: NewReader) -> Reader:
    return new_reader(request.param).open("tools/headers/")


def read(page: Page) -> None:
    page.locator(".fr-paste button[name=button]").click()
    expect(page.locator(".fr-reading .fr-heading")).to_be_focused(timeout=PATIENT)


def test_a_paste_is_read_and_leads_into_the_checker(reader: Reader, watches: dict[object, Watch]) -> None:
    page = reader.page
    page.locator("textarea[name=text]").fill(MESSAGE)
    read(page)
    expect(page.locator(".fr-reading .fr-heading")).to_have_text(reader.t(header_words.TITLE))
    expect(page.locator(".fr-live")).to_contain_text("dest:J;OFR:SpamFilterAuthJ")
    expect(page.locator(".fr-live")).to_contain_text("<img src=x onerror=alert(1)>")
    expect(page.locator(".fr-live img")).to_have_count(0)
    expect(page.locator("textarea[name=text]")).to_have_value(MESSAGE)
    page.locator(".fr-live a.md-button").first.click()
    reader.waits_for_python()
    reader.sees("contact_junk")
    assert "kari" not in page.url
    assert all("kari" not in url for watch in watches.values() for url in watch.requests)


def test_a_file_is_read_like_a_paste(reader: Reader) -> None:
    page = reader.page
    file = {"name": "melding.eml", "mimeType": "message/rfc822", "buffer": MESSAGE.encode("utf-16")}
    page.locator(".fr-file-input").first.set_input_files(file)  # type: ignore[arg-type]
    read(page)
    expect(page.locator(".fr-live")).to_contain_text("dest:J;OFR:SpamFilterAuthJ")


def test_what_are_no_headers_is_named_and_stays(reader: Reader) -> None:
    page = reader.page
    page.locator("textarea[name=text]").fill("Fra: Kari\nSendt: fredag\nTil: Ola\nEmne: Hei")
    read(page)
    expect(page.locator("textarea[name=text]")).to_have_value("Fra: Kari\nSendt: fredag\nTil: Ola\nEmne: Hei")
