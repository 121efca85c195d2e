"""A note in another language than the page: copied, saved as a file, or handed to the mail program."""

from urllib.parse import parse_qs

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewReader
from tests.browser.ways import END, TO_IT, state

pytestmark = pytest.mark.browser

CATCH = """window.mailed = new Promise((resolve) => {
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () {
    if (this.href.startsWith("mailto:")) resolve(this.href); else click.call(this);
  };
});"""


@pytest.mark.parametrize(("page_lang", "note_lang"), [("nb", "en"), ("en", "nn")])
def test_a_note_is_saved_and_mailed_in_the_language_chosen_for_it(
    new_reader: NewReader, page_lang: str, note_lang: str
) -> None:
    reader = new_reader(page_lang)
    reader.page.add_init_script(CATCH)
    reader.open(state=state(END, TO_IT)).waits_for_python()
    reader.place.locator("[name=note_lang]").select_option(note_lang)
    note = reader.note("to_contact")
    expect(note).to_have_attribute("lang", note_lang)
    subject, _, body = note.inner_text().partition("\n")
    with reader.page.expect_download() as download:
        reader.button("save-note", "to_contact").click()
    assert download.value.suggested_filename == "to_contact.txt"
    assert download.value.path().read_text(encoding="utf-8").strip() == note.inner_text().strip()
    reader.button("mail-note", "to_contact").click()
    address: str = reader.page.evaluate("mailed")
    mail = parse_qs(address.removeprefix("mailto:?"))
    assert mail["subject"] == [subject]
    assert mail.get("body", [body])[0].split() == body.split()
