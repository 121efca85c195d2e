"""The place and the answers stand in the address, in both layers; what is typed never does."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewReader
from tests.browser.reader import Reader
from tests.browser.ways import END, TO_IT, questions, state

pytestmark = pytest.mark.browser

OTHER = {"nb": "en", "en": "nb"}


@pytest.fixture
def reader(new_reader: NewReader) -> Reader:
    return new_reader()


def with_python(reader: Reader, at: str = "", way: tuple[tuple[str, str], ...] = ()) -> Reader:
    reader.open(state=state(at, way) if at else "at=role").waits_for_python()
    return reader


def test_back_and_forward_go_through_the_places(reader: Reader) -> None:
    with_python(reader).walk(TO_IT[:3])
    reader.sees("contact_looked")
    reader.page.go_back()
    reader.sees("status")
    reader.page.go_back()
    reader.sees("scope")
    reader.answered("role")
    reader.page.go_forward()
    reader.page.go_forward()
    reader.sees("contact_looked")
    reader.answered("role", "scope", "status")


def test_back_to_the_page_as_it_was_opened_is_the_first_question(reader: Reader) -> None:
    reader.open().choose("marketer")
    reader.waits_for_python()
    reader.sees("scope")
    reader.page.go_back()
    reader.sees("role")
    assert reader.state == ""
    reader.page.go_forward()
    reader.sees("scope")


def test_a_reload_keeps_the_place_and_the_answers(reader: Reader) -> None:
    with_python(reader).walk(TO_IT)
    reader.sees(END)
    reader.page.reload()
    reader.waits_for_python()
    reader.sees(END)
    reader.answered(*questions(TO_IT))


def test_the_address_can_be_sent_to_somebody_else(reader: Reader, new_reader: NewReader) -> None:
    with_python(reader).walk(TO_IT)
    reader.sees(END)
    other = new_reader()
    other.page.goto(reader.page.url)
    other.waits_for_python()
    other.sees(END)
    other.answered(*questions(TO_IT))


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_the_other_language_opens_at_the_same_place(new_reader: NewReader, lang: str) -> None:
    reader = with_python(new_reader(lang), "contact_system", TO_IT[:4])
    reader.switch(OTHER[lang])
    reader.page.wait_for_url(f"{reader.site}{OTHER[lang]}/check/#{state('contact_system', TO_IT[:4])}")
    reader.waits_for_python()
    reader.sees("contact_system")
    reader.answered(*questions(TO_IT[:4]))


def test_what_the_tree_does_not_know_is_dropped(reader: Reader) -> None:
    reader.open(state="at=status&role=marketer&scope=one&status=made_up&name=Kari%20Nordmann&x")
    reader.waits_for_python()
    reader.sees("status")
    reader.page.wait_for_url("**/check/#at=status&role=marketer&scope=one")


def test_nonsense_leads_to_the_first_question(reader: Reader) -> None:
    with_python(reader)
    for nonsense in ("at=nowhere", "nowhere", "&&==&=", "at=role&role=<script>alert(1)</script>"):
        reader.page.evaluate("hash => { location.hash = hash; }", nonsense)
        reader.page.wait_for_url("**/check/#at=role")
        reader.sees("role")


def test_a_link_to_a_single_place_opens_it(reader: Reader) -> None:
    reader.open(state="connect_domain").waits_for_python()
    reader.sees("connect_domain")


def test_nothing_that_is_typed_gets_into_the_address(reader: Reader) -> None:
    seen: list[str] = []
    reader.page.on("framenavigated", lambda frame: seen.append(frame.url))
    with_python(reader, END, TO_IT)
    typed = "kari.nordmann@mottaker.example"
    for field in ("subject", "from_address", "to_address", "time", "sending_domain"):
        reader.fill(field, typed)
    expect(reader.note("to_it")).to_contain_text(typed)
    reader.item("it_trace").check()
    reader.leave_by(reader.back)
    reader.sees(TO_IT[-1][0])
    reader.choose("unknown")
    reader.sees(END)
    assert len(seen) >= 3
    assert [url for url in seen if "kari" in url or "it_trace" in url] == []


@pytest.mark.parametrize(
    ("role", "question"), [("recipient", "waited"), ("marketer", "scope"), ("it", "task")]
)
def test_a_door_of_the_home_page_answers_the_first_question(reader: Reader, role: str, question: str) -> None:
    reader.open("").page.locator(f".fr-door-{role}").click()
    reader.sees(question)
    reader.answered("role")
    assert reader.state == f"at={question}&role={role}"


def test_a_changed_answer_keeps_the_later_ones(reader: Reader) -> None:
    with_python(reader, END, TO_IT).change("contact_system")
    reader.sees("contact_system")
    reader.answered(*questions(TO_IT[:4]))
    reader.choose("google_workspace")
    reader.sees(END)
    reader.answered(*questions(TO_IT))
    assert reader.state == state(END, TO_IT).replace("=m365", "=google_workspace")


def test_an_answer_changed_back_brings_the_old_way_back(reader: Reader) -> None:
    with_python(reader, END, TO_IT).change("status")
    reader.choose("bounced")
    reader.sees("bounce_reason")
    reader.change("status")
    reader.choose("delivered")
    reader.sees(END)
    reader.answered(*questions(TO_IT))


def test_the_title_names_the_place(reader: Reader) -> None:
    with_python(reader).choose("marketer")
    reader.sees("scope")
    heading = reader.heading.inner_text()
    expect(reader.page).to_have_title(f"{heading} – Finn e-posten - Fremme")
