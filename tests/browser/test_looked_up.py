"""An address answers a question of the checker: known ones at once, others when asked where it says."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Route, expect

from checker.render import domain_words, words
from checker.tables.mx import resolvers
from tests.browser.conftest import NewReader, Watch
from tests.browser.reader import PATIENT, Reader
from tests.browser.test_domain import answer, asked, refuse
from tests.browser.ways import state

pytestmark = pytest.mark.browser

WAY = (("role", "marketer"), ("scope", "one"), ("status", "delivered"), ("contact_looked", "junk_empty"))


@pytest.fixture
def at(new_reader: NewReader, watches: dict[object, Watch]) -> Callable[..., Reader]:
    """Open the checker at a question; resolvers answer in this way, and only requests to them may leave."""

    def opened(question: str, how: Callable[[Route], None] = answer, lang: str = "nb") -> Reader:
        reader = new_reader(lang)
        for resolver in resolvers().values():
            reader.page.route(f"{resolver.url}**", how)
            watches[reader.page.context].allowed += (resolver.url,)
        reader.open(state=state(question, WAY)).waits_for_python()
        reader.place.locator(".fr-look-up summary").click()
        return reader

    return opened


def type_in(reader: Reader, domain: str) -> None:
    reader.place.locator(".fr-look-up [name=domain]").fill(domain)
    reader.page.keyboard.press("Enter")


def press(reader: Reader, resolver: str) -> None:
    reader.place.locator(f'.fr-look-up button[value="{resolver}"]').click()


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_a_private_address_answers_without_asking_anybody(
    at: Callable[..., Reader], watches: dict[object, Watch], lang: str
) -> None:
    reader = at("contact_system", lang=lang)
    type_in(reader, "kari@gmail.com")
    reader.sees("contact_private_unseen")
    because = reader.answers.locator(".fr-because")
    expect(because).to_have_text(reader.t(words.SAID_BY["address"]).format(quote="gmail.com"))
    expect(reader.heading).to_be_focused()
    assert asked(watches) == []
    assert "kari" not in reader.page.url


def test_another_domain_is_looked_up_where_the_button_says(
    at: Callable[..., Reader], watches: dict[object, Watch]
) -> None:
    reader = at("contact_system")
    type_in(reader, "kari@avsender.example")
    said = reader.place.locator(".fr-look-up .fr-said")
    expect(said).to_have_text(
        reader.t(domain_words.ASK_WHOM).format(domain="avsender.example"), timeout=PATIENT
    )
    assert asked(watches) == []
    press(reader, "google")
    reader.sees("domain_connected")
    assert all(url.startswith(resolvers()["google"].url) for url in asked(watches))
    assert "contact_system=m365" in reader.state
    assert "contact_gateway=none" in reader.state
    assert "avsender" not in reader.page.url
    expect(reader.answers.locator(".fr-because")).to_have_count(2)
    reader.change("contact_gateway")
    reader.choose("mimecast")
    reader.sees("domain_connected")
    expect(reader.answers.locator(".fr-because")).to_have_count(1)


def test_a_look_up_without_an_answer_is_told_and_nothing_is_lost(at: Callable[..., Reader]) -> None:
    reader = at("contact_system", refuse)
    type_in(reader, "avsender.example")
    press(reader, "cloudflare")
    said = reader.place.locator(".fr-look-up .fr-said")
    expect(said).to_contain_text(reader.t(domain_words.CHOOSE_ABOVE), timeout=PATIENT)
    expect(reader.place.locator(".fr-look-up [name=domain]")).to_have_value("avsender.example")
    reader.choose("unknown")
    reader.sees("contact_gateway")


def test_whoever_goes_on_is_not_called_back(at: Callable[..., Reader]) -> None:
    reader = at("contact_system", lambda _route: None)
    type_in(reader, "avsender.example")
    press(reader, "cloudflare")
    expect(reader.place.locator(".fr-look-up .fr-said")).to_contain_text("0", timeout=PATIENT)
    reader.choose("private")
    reader.sees("contact_private_unseen")
    expect(reader.status).to_have_text("")
