"""Which tool sent the e-mail: chosen beside the question, kept in the address, shown without Python too."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewReader
from tests.browser.test_accessibility import violations

pytestmark = pytest.mark.browser

STATUS = "at=status&role=marketer&scope=one"


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_a_chosen_tool_changes_the_words_and_stays(new_reader: NewReader, lang: str) -> None:
    reader = new_reader(lang, reduced_motion="reduce").open("check/", STATUS)
    reader.waits_for_python()
    reader.place.get_by_role("link", name="Mailchimp").click()
    expect(reader.heading).to_contain_text("Mailchimp")
    reader.place.locator("summary", has_text="Mailchimp").click()
    expect(reader.place).to_contain_text("Successful deliveries")
    assert violations(reader.page) == {}
    reader.choose("unknown")
    reader.sees("status_lookup")
    expect(reader.heading).to_contain_text("Mailchimp")
    assert "platform=mailchimp" in reader.state


def test_without_python_every_tools_steps_are_there(new_reader: NewReader) -> None:
    reader = new_reader("nb")
    reader.page.route("**/runtime/**", lambda route: route.abort())
    reader.open("check/", "status_lookup")
    for tool in ("Mailchimp", "Brevo", "Klaviyo", "SendGrid", "Mailgun", "Amazon SES"):
        expect(reader.place.locator("summary", has_text=tool)).to_be_visible()
