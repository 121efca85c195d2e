"""The checker once Python has taken over: fitted to the answers, and the reader's own work is kept."""

import pytest
from playwright.sync_api import expect

from checker.checklist.definition import ITEMS
from checker.i18n import from_mapping, untranslated
from checker.notes.definition import NOTES
from checker.notes.write import write_note
from checker.render import words
from checker.render.inline import to_plain
from checker.tables.load import systems
from hooks.translation.catalogue import messages
from tests.browser.conftest import NewReader
from tests.browser.reader import Reader
from tests.browser.ways import END, TO_IT, questions, state
from tests.conftest import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.firefox]

CLIPBOARD = ["clipboard-read", "clipboard-write"]
TYPED = {
    "subject": "Høstnytt <img src=x onerror=alert(1)> & {from_address}",
    "from_address": "nyhetsbrev@avsender.example",
    "to_address": "kari@mottaker.example",
    "date": "2026-11-02",
    "time": "09.15",
    "sending_domain": "avsender.example",
}


@pytest.fixture
def reader(new_reader: NewReader) -> Reader:
    return new_reader(permissions=CLIPBOARD)


def at_the_end(reader: Reader) -> Reader:
    reader.open(state=state(END, TO_IT)).waits_for_python()
    return reader


def type_all(reader: Reader) -> None:
    for field, text in TYPED.items():
        reader.fill(field, text)


def clipboard(reader: Reader) -> str:
    text: str = reader.page.evaluate("navigator.clipboard.readText()")
    return text


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_a_walk_leads_to_a_result(new_reader: NewReader, lang: str) -> None:
    reader = new_reader(lang).open()
    reader.checker.dispatch_event("pointerdown")
    reader.waits_for_python()
    reader.walk(TO_IT)
    reader.sees(END)
    reader.answered(*questions(TO_IT))
    expect(reader.live).to_be_visible()
    expect(reader.status).to_be_empty()


@pytest.mark.parametrize(("system", "other"), [("m365", "google_workspace"), ("google_workspace", "m365")])
def test_the_checklist_holds_the_steps_of_the_system_named(reader: Reader, system: str, other: str) -> None:
    way = tuple((q, system if q == "contact_system" else option) for q, option in TO_IT)
    reader.open(state=state(END, way)).waits_for_python()
    steps = reader.entry("it_trace").locator("ol li")
    for name, shown in ((system, True), (other, False)):
        texts = systems()[name].steps["trace"].text
        step = next(to_plain(reader.t(text)) for text in texts if "](" not in text)
        expect(steps.filter(has_text=step)).to_have_count(int(shown))
    expect(reader.place.locator(".fr-only-if")).to_have_count(0)


def test_ticks_and_typed_words_last_from_place_to_place(reader: Reader) -> None:
    at_the_end(reader)
    reader.item("it_trace").check()
    reader.fill("subject", TYPED["subject"])
    reader.leave_by(reader.back)
    reader.sees(TO_IT[-1][0])
    reader.choose("unknown")
    reader.sees(END)
    expect(reader.item("it_trace")).to_be_checked()
    expect(reader.item("it_release")).not_to_be_checked()
    expect(reader.live.locator('[name="subject"]')).to_have_value(TYPED["subject"])


def test_start_again_begins_a_new_case(reader: Reader) -> None:
    at_the_end(reader)
    reader.item("it_trace").check()
    reader.fill("subject", TYPED["subject"])
    reader.leave_by(reader.again)
    reader.sees("role")
    expect(reader.answers).to_have_count(0)
    assert reader.state == "at=role"
    reader.page.go_back()
    reader.sees(END)
    expect(reader.item("it_trace")).not_to_be_checked()
    expect(reader.live.locator('[name="subject"]')).to_be_empty()


def test_the_notes_follow_what_is_typed(reader: Reader) -> None:
    at_the_end(reader)
    type_all(reader)
    for note in ("to_it", "to_contact"):
        expected = write_note(NOTES[note], dict(TO_IT), TYPED, reader.t)
        expect(reader.note(note)).to_have_text(expected, use_inner_text=True)
        assert reader.note(note).text_content() == expected
    expect(reader.place.locator("img")).to_have_count(0)


@pytest.mark.parametrize(("page", "other"), [("nb", "en"), ("en", "nb")])
def test_a_note_can_be_in_another_language_than_the_page(
    new_reader: NewReader, page: str, other: str
) -> None:
    reader = at_the_end(new_reader(page))
    reader.live.locator('[name="note_lang"]').select_option(other)
    translate = from_mapping(messages(ROOT / "locales", other, "checker")) if other != "en" else untranslated
    expect(reader.note("to_it")).to_have_attribute("lang", other)
    assert reader.note("to_it").text_content() == write_note(NOTES["to_it"], dict(TO_IT), {}, translate)
    expect(reader.button("copy-note", "to_it")).to_have_text(reader.t(words.COPY_NOTE))


def test_the_note_is_copied_as_it_stands(reader: Reader) -> None:
    at_the_end(reader)
    reader.fill("subject", TYPED["subject"])
    expect(reader.note("to_it")).to_contain_text(TYPED["subject"])
    reader.button("copy-note", "to_it").click()
    expect(reader.status).to_have_text(reader.t(words.COPIED))
    assert clipboard(reader) == reader.note("to_it").text_content()


@pytest.mark.only_chromium("the empty page that comes first has no clipboard to refuse in Firefox")
def test_where_copying_is_refused_the_note_is_selected(reader: Reader) -> None:
    reader.page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))")
    at_the_end(reader)
    reader.button("copy-note", "to_it").click()
    reader.says("copy_failed")
    selected = reader.page.evaluate("getSelection().toString()")
    assert selected.strip() == reader.note("to_it").inner_text().strip()


def test_the_checklist_is_copied_as_markdown(reader: Reader) -> None:
    at_the_end(reader)
    reader.item("it_trace").check()
    reader.button("copy-list").click()
    expect(reader.status).to_have_text(reader.t(words.COPIED))
    assert f"- [x] **{reader.t(ITEMS['it_trace'].what)}**" in clipboard(reader)


@pytest.mark.only_chromium("Playwright is not told of downloads over WebDriver BiDi")
def test_the_download_holds_ticks_fields_and_sources(reader: Reader) -> None:
    at_the_end(reader)
    type_all(reader)
    reader.item("it_trace").check()
    text = reader.download()
    assert f"- [x] **{reader.t(ITEMS['it_trace'].what)}**" in text
    assert f"- [ ] **{reader.t(ITEMS['it_release'].what)}**" in text
    for typed in TYPED.values():
        assert typed.replace("<", r"\<") in text
    trace = systems()["m365"].steps["trace"].source
    assert f"]({trace.url})" in text
    assert words.written(trace.checked, reader.t) in text
    assert f"]({reader.site}nb/guide/" in text or "](../" not in text


@pytest.mark.only_chromium("media cannot be emulated in Firefox ESR")
def test_on_paper_there_is_the_checklist_and_nothing_to_press(reader: Reader) -> None:
    reader.page.add_init_script("self.print = () => { self.printed = true; }")
    at_the_end(reader)
    reader.button("print").click()
    assert reader.page.evaluate("printed")
    reader.page.emulate_media(media="print")
    expect(reader.item("it_trace")).to_be_visible()
    expect(reader.note("to_it")).to_be_visible()
    unfolded = reader.entry("it_trace").locator("ol li").first
    expect(unfolded).to_be_visible()
    for hidden in ("button", ".fr-fields", ".fr-back", ".fr-change", ".fr-again"):
        expect(reader.place.locator(f"{hidden}:visible")).to_have_count(0)
    expect(reader.page.locator(".md-header, .md-tabs, .md-footer").locator("visible=true")).to_have_count(0)


def test_enter_in_a_field_sends_nothing_anywhere(reader: Reader) -> None:
    at_the_end(reader)
    before = reader.page.url
    reader.fill("subject", TYPED["subject"])
    reader.live.locator('[name="subject"]').press("Enter")
    expect(reader.note("to_it")).to_contain_text(TYPED["subject"])
    assert reader.page.url == before
