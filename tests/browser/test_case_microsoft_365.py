"""The case the checker was made for: delivered, says HubSpot; a contact with Microsoft 365 saw nothing."""

import pytest
from playwright.sync_api import Locator, expect

from checker.checklist.definition import ITEMS
from checker.checklist.model import Actor
from checker.render import words
from checker.render.inline import to_plain
from checker.tables.load import systems
from tests.browser.conftest import NewReader
from tests.browser.reader import Reader

pytestmark = pytest.mark.browser

ANSWERS = {
    "scope": ("one", "One person"),
    "status": ("delivered", "Delivered"),
    "contact_looked": ("junk_empty", "In the junk folder, and it was not there"),
    "contact_system": ("m365", "Microsoft 365 (Outlook at work or school)"),
    "contact_gateway": ("none", "No, only the mail system's own filter"),
    "domain_connected": ("connected", "Yes"),
}
TYPED = {
    "subject": "Høstnytt fra Fjordkraft",
    "from_address": "nyhetsbrev@avsender.example",
    "to_address": "kari@mottaker.example",
    "date": "2026-11-02",
    "time": "09.15, norsk tid",
    "sending_domain": "avsender.example",
}


@pytest.fixture(scope="module")
def at_the_result(new_lasting_reader: NewReader) -> Reader:
    """In Norwegian, from the home page through one door and six answers to the result."""
    reader = new_lasting_reader("nb").open("")
    reader.page.get_by_role("link", name="Jeg har sendt den").click()
    reader.waits_for_python()
    for question, (option, label) in ANSWERS.items():
        reader.sees(question)
        expect(reader.place.locator(f'[data-option="{option}"]')).to_contain_text(reader.t(label))
        reader.choose(option)
    reader.sees("likely_quarantine")
    return reader


@pytest.fixture
def marketer(at_the_result: Reader) -> Reader:
    for field in TYPED:
        at_the_result.fill(field, "")
    expect(at_the_result.note("to_it")).not_to_contain_text(TYPED["subject"])
    return at_the_result


def group(reader: Reader, title: str) -> Locator:
    heading = reader.page.get_by_role("heading", name=reader.t(title), exact=True)
    return reader.place.locator(".fr-group").filter(has=heading)


def test_the_result_names_the_quarantine_and_the_answers_behind_it(marketer: Reader) -> None:
    expect(marketer.heading).to_contain_text("karantene")
    why = marketer.place.locator(".fr-why")
    for label in ("Delivered", "In the junk folder, and it was not there"):
        expect(why).to_contain_text(marketer.t(label))


def test_the_facts_that_it_needs_are_on_the_list_and_in_the_note(marketer: Reader) -> None:
    facts = marketer.entry("write_facts").or_(marketer.entry("write_to_it"))
    together = " ".join(facts.all_inner_texts()).lower()
    note = marketer.note("to_it").inner_text().lower()
    for fact in ("emne", "fra-adresse", "dato", "klokkeslett"):
        assert fact in together
        assert fact in note


def test_the_narrowest_allow_comes_first_and_the_ip_list_last(marketer: Reader) -> None:
    theirs = group(marketer, words.ACTORS[Actor.SENDER][Actor.RECIPIENT_IT])
    order = [box.get_attribute("data-item") for box in theirs.locator("[data-item]").all()]
    allows = [item for item in order if item and item.startswith("it_allow")]
    assert allows == ["it_allow_sender", "it_allow_rule", "it_allow_ips"]
    assert order[-1] == "it_allow_ips"
    for word in ("enkeltadresser", "områder"):
        expect(marketer.entry("it_allow_ips")).to_contain_text(word)


def test_microsoft_s_own_steps_are_shown_with_source_and_date(marketer: Reader) -> None:
    m365 = systems()["m365"]
    for item in ("it_trace", "it_release", "it_allow_sender", "it_allow_rule", "it_notify_users"):
        task = ITEMS[item].task
        entry = marketer.entry(item)
        entry.locator("summary").click()
        expect(entry.locator("summary")).to_contain_text(m365.name)
        expect(entry.locator("ol li")).to_have_count(len(m365.steps[task].text))
        source = m365.steps[task].source
        expect(entry.locator(".fr-source a")).to_have_attribute("href", source.url)
        expect(entry.locator(".fr-source")).to_contain_text(words.written(source.checked, marketer.t))


def test_the_note_to_it_holds_what_was_typed(marketer: Reader) -> None:
    for field, text in TYPED.items():
        marketer.fill(field, text)
    for text in TYPED.values():
        expect(marketer.note("to_it")).to_contain_text(text)
    expect(marketer.note("to_it")).not_to_contain_text("[")
    expect(marketer.note("to_it")).to_contain_text("Microsoft 365")


def test_switching_the_filter_off_is_named_as_what_not_to_ask(marketer: Reader) -> None:
    caution = to_plain(marketer.t("That the filter be switched off, even for a short time"))
    expect(marketer.place.locator(".fr-not")).to_contain_text(caution)
