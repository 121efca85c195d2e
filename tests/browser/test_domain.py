"""Looking a domain up: nobody is asked before a button names who; the result leads into the checker."""

import base64
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import dns.message
import dns.rrset
import pytest
from playwright.sync_api import Page, Route, expect

from checker.lookup.model import Cause
from checker.render import domain_words, words
from checker.render.tools import DOMAIN
from checker.tables.mx import resolvers
from tests.browser.conftest import NewReader, Watch
from tests.browser.reader import PATIENT, Reader
from tests.browser.test_without_python import BREAKABLE

pytestmark = pytest.mark.browser

ZONE = {
    ("avsender.example.", "MX"): "10 avsender-example.mail.protection.outlook.com.",
    ("avsender.example.", "TXT"): '"v=spf1 include:1234567.spf04.hubspotemail.net -all"',
    ("_dmarc.avsender.example.", "TXT"): '"v=DMARC1; p=reject; rua=mailto:d@avsender.example"',
}


def answer(route: Route) -> None:
    """Answer as a resolver of a small zone does, in wire format (RFC 8484)."""
    wire = parse_qs(urlsplit(route.request.url).query)["dns"][0]
    asked = dns.message.from_wire(base64.urlsafe_b64decode(wire + "=" * (-len(wire) % 4)))
    reply = dns.message.make_response(asked)
    question = asked.question[0]
    found = ZONE.get((question.name.to_text(), question.rdtype.name))
    if found:
        reply.answer.append(dns.rrset.from_text(question.name, 300, "IN", question.rdtype, found))
    headers = {"content-type": "application/dns-message", "access-control-allow-origin": "*"}
    route.fulfill(body=reply.to_wire(), headers=headers)


def refuse(route: Route) -> None:
    route.fulfill(status=429, headers={"access-control-allow-origin": "*"})


def be_down(route: Route) -> None:
    route.abort("connectionrefused")


LOST_AT_THE_FIRST_QUESTION = (
    BREAKABLE
    + """
const { fetch: real } = self;
self.fetch = (url, init) => {
  if (!String(url).includes("dns=") || self.lost) return real(url, init);
  self.lost = true;
  spawned.dispatchEvent(new ErrorEvent("error"));
  return real(url, init);
};
"""
)


@pytest.fixture
def ask(new_reader: NewReader, watches: dict[object, Watch]) -> Callable[..., Reader]:
    """Open the page; the resolvers answer in this way, and only requests to them may leave."""

    def opened(how: Callable[[Route], None] = answer, lang: str = "nb", before: str = "") -> Reader:
        reader = new_reader(lang)
        reader.page.add_init_script(before)
        for resolver in resolvers().values():
            reader.page.route(f"{resolver.url}**", how)
            watches[reader.page.context].allowed += (resolver.url,)
        return reader.open("tools/domain/")

    return opened


def press(page: Page, resolver: str) -> None:
    page.locator(f'.fr-paste button[name=button][value="{resolver}"]').click()


def asked(watches: dict[object, Watch]) -> list[str]:
    return [url for watch in watches.values() for url in watch.requests if "dns=" in url]


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_a_domain_is_looked_up_where_the_button_says(
    ask: Callable[..., Reader], watches: dict[object, Watch], lang: str
) -> None:
    reader = ask(lang=lang)
    page = reader.page
    page.get_by_label(reader.t(DOMAIN.controls[0].label), exact=True).fill("avsender.example")
    page.keyboard.press("Enter")
    assert asked(watches) == []
    press(page, "google")
    heading = reader.t(domain_words.TITLE).format(domain="avsender.example")
    expect(page.locator(".fr-reading .fr-heading")).to_have_text(heading, timeout=PATIENT)
    expect(page.locator(".fr-reading .fr-heading")).to_be_focused()
    expect(page.locator(".fr-live")).to_contain_text("v=spf1 include:1234567.spf04.hubspotemail.net -all")
    assert asked(watches)
    assert all(url.startswith(resolvers()["google"].url) for url in asked(watches))


def test_who_receives_leads_into_the_checker(ask: Callable[..., Reader]) -> None:
    reader = ask()
    page = reader.page
    page.locator("[name=domain]").fill("kari@avsender.example")
    page.locator("[name=want]").select_option("receiver")
    press(page, "cloudflare")
    expect(page.locator(".fr-live")).to_contain_text("Microsoft 365", timeout=PATIENT)
    page.locator(".fr-live a.md-button").click()
    reader.waits_for_python()
    assert "contact_system=m365" in reader.state
    assert "kari" not in page.url


def test_a_worker_lost_during_a_look_up_is_not_noticed(ask: Callable[..., Reader]) -> None:
    page = ask(before=LOST_AT_THE_FIRST_QUESTION).page
    page.locator("[name=domain]").fill("avsender.example")
    press(page, "cloudflare")
    expect(page.locator(".fr-live")).to_contain_text("v=spf1 include:1234567", timeout=PATIENT)
    assert page.evaluate("self.lost")


@pytest.mark.parametrize(("how", "cause"), [(refuse, Cause.REFUSED), (be_down, Cause.UNREACHABLE)])
def test_a_resolver_that_does_not_help_is_told_and_nothing_is_lost(
    ask: Callable[..., Reader], how: Callable[[Route], None], cause: Cause
) -> None:
    reader = ask(how)
    page = reader.page
    page.locator("[name=domain]").fill("avsender.example")
    press(page, "cloudflare")
    expect(page.locator(".fr-reading")).to_contain_text(reader.t(domain_words.CAUSES[cause]), timeout=PATIENT)
    expect(page.locator("[name=domain]")).to_have_value("avsender.example")


def test_pasted_records_need_nobody(new_reader: NewReader, watches: dict[object, Watch]) -> None:
    page = new_reader().open("tools/domain/").page
    page.locator("[name=domain]").fill("avsender.example")
    page.locator(".fr-paste summary").click()
    page.locator("[name=records]").fill('_dmarc.avsender.example. TXT "v=DMARC1; p=quarantine"')
    press(page, "")
    expect(page.locator(".fr-live")).to_contain_text("v=DMARC1; p=quarantine", timeout=PATIENT)
    assert asked(watches) == []


def test_a_look_up_can_be_stopped(ask: Callable[..., Reader]) -> None:
    reader = ask(lambda _route: None)
    page = reader.page
    page.locator("[name=domain]").fill("avsender.example")
    press(page, "cloudflare")
    expect(page.locator(".fr-status")).to_contain_text("0", timeout=PATIENT)
    page.locator(".fr-cancel").click()
    expect(page.locator(".fr-status")).to_have_text(reader.t(words.TOOL_WORDS["stopped"]))
    expect(page.locator(".fr-cancel")).to_be_hidden()
