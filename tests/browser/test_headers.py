"""Reading headers on the page: the verdict in words, hostile headers as text, the way into the checker."""

import pytest
from playwright.sync_api import Page, expect

from checker.render import header_words
from tests.browser.conftest import NewReader, Watch
from tests.browser.reader import PATIENT, Reader

pytestmark = [pytest.mark.browser, pytest.mark.firefox]

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


def test_the_verdict_is_said_in_the_readers_language(new_reader: NewReader) -> None:
    reader = new_reader("nb").open("tools/headers/")
    page = reader.page
    page.locator("textarea[name=text]").fill(MESSAGE)
    read(page)
    said = page.locator(".fr-live")
    expect(said).to_contain_text("Den ble lagt i søppelpostmappen.")
    expect(said).to_contain_text("E-postsystemets eget filter avgjorde.")
    expect(said).to_contain_text("Sikkert: Mappen står i meldingshodet.")
    expect(said).not_to_contain_text("It was put in the junk folder.")


DROP = """(area, { name, text }) => {
  const files = new DataTransfer();
  files.items.add(new File([text], name, { type: "message/rfc822" }));
  area.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: files }));
}"""


def test_a_file_that_is_dropped_is_read(reader: Reader) -> None:
    page = reader.page
    area = page.locator(".fr-paste textarea[name=text]")
    area.evaluate(DROP, {"name": "melding.eml", "text": MESSAGE})
    expect(page.locator(".fr-reading .fr-heading")).to_be_focused(timeout=PATIENT)
    expect(page.locator(".fr-live")).to_contain_text("dest:J;OFR:SpamFilterAuthJ")


def test_an_attached_message_is_the_one_that_is_read(reader: Reader) -> None:
    page = reader.page
    outer = (
        "Received: from a.example.net by b.example.net; Tue, 24 Nov 2026 10:11:12 +0000\n"
        "From: kari@mottaker.example\nSubject: Fwd\nMIME-Version: 1.0\n"
        'Content-Type: multipart/mixed; boundary="b1"\n\n--b1\nContent-Type: message/rfc822\n\n'
    )
    page.locator("textarea[name=text]").fill(f"{outer}{MESSAGE}\nHei\n--b1--\n")
    read(page)
    expect(page.locator(".fr-live")).to_contain_text("dest:J;OFR:SpamFilterAuthJ")
    expect(page.locator(".fr-live")).to_contain_text(
        reader.t(header_words.READ_ATTACHED).partition("{line}")[0].strip()
    )


def test_what_is_passed_on_is_masked_and_shown_first(reader: Reader) -> None:
    page = reader.page
    page.locator("textarea[name=text]").fill(
        MESSAGE.replace("(192.0.2.7)", "(192.0.2.7) for <kari@a.example>")
    )
    read(page)
    kept = page.locator(".fr-file-text").last
    expect(kept).to_contain_text("[address-1]@avsender.example")
    assert "post@" not in (kept.text_content() or "")
    assert "kari@" not in (kept.text_content() or "")


HOSTILE = {
    "<script>document.title = 'taken'</script>": "<script>document.title = 'taken'</script>",
    "<img src=x onerror=\"document.title='taken'\">": "<img src=x onerror=",
    "=HYPERLINK(0)+cmd|' /C calc'!A0": "=HYPERLINK(0)+cmd|' /C calc'!A0",
    "user\u202egpj.exe <b>bold</b>": "user\ufffdgpj.exe <b>bold</b>",  # nothing turns the letters around
    "javascript:alert(1) {line} %s": "javascript:alert(1) {line} %s",
}
"""What a header holds, and what the reader sees of it."""


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_header_is_shown_as_text(reader: Reader, text: str, watches: dict[object, Watch]) -> None:
    page = reader.page
    title = page.title()
    message = MESSAGE.replace("Subject: ", f"Subject: {text} ").replace("RF:JunkEmail", f"RF:{text}")
    page.locator("textarea[name=text]").fill(message)
    read(page)
    expect(page.locator(".fr-live")).to_contain_text(HOSTILE[text])
    expect(page.locator(".fr-live script, .fr-live img, .fr-live b")).to_have_count(0)
    assert page.title() == title
    assert page.locator(".fr-live a[href^='javascript:']").count() == 0
    assert all(watch.faults == [] for watch in watches.values())


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
