"""The allowlist kit and the recipient list in a browser: from the form to what can be kept."""

import csv
import io
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Route, expect

from checker.domain.many import BATCH
from checker.render import words
from checker.render import words_lists as wl
from checker.render.tools import ALLOWLIST, CONTACTS
from checker.tables.mx import resolvers
from tests.browser.conftest import NewReader, Watch
from tests.browser.reader import PATIENT, Reader
from tests.browser.resolver import SERVFAIL, answering, name_in
from tests.browser.test_accessibility import violations
from tests.browser.test_without_python import BREAK_DOWN, BREAKABLE

pytestmark = pytest.mark.browser

LIST = "192.0.2.0/24, 198.51.100.7\n10.0.0.1 <img src=x onerror=alert(1)>"
ROWS = "E-post;Status\r\n" + "kari@example.com;Avvist\r\n" * 2 + "ola@gmail.com;Levert\r\n" * 60_000
LONG = "Email,Bounce Reason\n" + "".join(f"u{n}@org{n % 300}.example,\n" for n in range(100_000))
AT_THE_THIRD_PIECE = """
let pieces = 0;
const Real = Worker;
self.Worker = class extends Real {
  postMessage(data) {
    if (String(data).includes('"piece":') && ++pieces === 3) ACT;
    else super.postMessage(data);
  }
};
"""
WATCH = """(stop) => {
  // Every word of the status, and the frames drawn after the first count; `stop` cancels at the first count.
  window.seen = []; window.framesBetween = 0;
  const status = document.querySelector(".fr-status");
  const count = () => { window.framesBetween += 1; requestAnimationFrame(count); };
  new MutationObserver(() => {
    const text = status.textContent;
    window.seen.push(text);
    if (!/[0-9]/.test(text)) return;
    if (stop) { stop = false; document.querySelector(".fr-cancel").click(); }
    if (window.framesBetween === 0) requestAnimationFrame(count);
  }).observe(status, { childList: true });
}"""
SPACE = "\N{NO-BREAK SPACE}"
WORK = "Email,Bounce Reason\n" + "".join(
    f"kari@{name}.example,SPAM\n" for name in ("one", "two", "late", "lost", "own")
)
MX = {
    "one.example": "10 eu-smtp-inbound-1.mimecast.com.",
    "two.example": "10 eu-smtp-inbound-2.mimecast.com.",
    "late.example": SERVFAIL,
    "own.example": "10 mail.own.example.",
}


def count(reader: Reader, content: str | bytes) -> None:
    """Choose a file and have it counted."""
    data = content.encode() if isinstance(content, str) else content
    reader.page.locator(".fr-file-input").set_input_files(
        {"name": "liste.csv", "mimeType": "text/csv", "buffer": data}
    )
    reader.page.get_by_role("button", name=reader.t(CONTACTS.buttons[0].label)).click()


def counted(reader: Reader, content: str | bytes) -> Reader:
    count(reader, content)
    expect(reader.page.locator(".fr-reading .fr-heading")).to_be_focused(timeout=PATIENT)
    return reader


@pytest.fixture
def with_resolver(new_reader: NewReader, watches: dict[object, Watch]) -> Callable[..., Reader]:
    """A reader at the list's page whose resolvers answer in this way; only requests to them may leave."""

    def opened(how: Callable[[Route], None], lang: str = "nb", **settings: str) -> Reader:
        reader = new_reader(lang, **settings)
        for resolver in resolvers().values():
            reader.page.route(f"{resolver.url}**", how)
            watches[reader.page.context].allowed += (resolver.url,)
        return reader.open("tools/contacts/")

    return opened


def asked(watches: dict[object, Watch]) -> list[str]:
    return [url for watch in watches.values() for url in watch.requests if "dns=" in url]


def test_rules_are_written_and_can_be_kept(new_reader: NewReader) -> None:
    reader = new_reader("nb").open("tools/allowlist/")
    page = reader.page
    page.get_by_label(reader.t(ALLOWLIST.controls[0].label), exact=True).fill("example.com")
    page.locator("textarea[name=text]").fill(LIST)
    page.get_by_role("button", name=reader.t(ALLOWLIST.buttons[0].label)).click()
    expect(page.locator(".fr-reading .fr-heading")).to_be_focused(timeout=PATIENT)
    expect(page.locator(".fr-file-text").first).to_contain_text("New-TenantAllowBlockListItems")
    expect(page.locator(".fr-live img")).to_have_count(0)
    with page.expect_download() as download:
        page.locator("button[data-filename='review.ics']").click()
    assert download.value.path().read_bytes().startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")


def test_a_long_list_is_counted_and_shows_addresses_only_when_asked(new_reader: NewReader) -> None:
    reader = counted(new_reader("nb").open("tools/contacts/"), ROWS.encode("utf-16"))
    page = reader.page
    expect(page.locator(".fr-live")).to_contain_text(f"60{SPACE}000")
    expect(page.locator(".fr-live")).not_to_contain_text("kari@example.com")
    page.get_by_role("button", name=reader.t(wl.WITH_ADDRESSES)).click()
    expect(page.locator(".fr-live")).to_contain_text("kari@example.com", timeout=PATIENT)
    page.get_by_role("link", name=reader.t(wl.LIST_GO_ON)).click()
    reader.waits_for_python()
    reader.sees("bounce_reason")


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_a_hundred_thousand_rows_show_progress_and_leave_the_page_free(
    new_reader: NewReader, lang: str
) -> None:
    reader = new_reader(lang).open("tools/contacts/")
    reader.page.evaluate(WATCH, False)
    counted(reader, LONG)
    expect(reader.page.locator(".fr-live")).to_contain_text(f"100{SPACE}000")
    told = [reader.page.evaluate("seen"), reader.page.evaluate("framesBetween")]
    so_far = reader.t(words.ROWS_SO_FAR).partition("{")[0]
    progress = [text for text in told[0] if text.startswith(so_far)]
    assert len(progress) > 2
    assert len(set(progress)) == len(progress)
    assert told[1] > 0


def test_the_reading_of_a_list_can_be_stopped(new_reader: NewReader) -> None:
    reader = new_reader("nb").open("tools/contacts/")
    reader.page.evaluate(WATCH, True)
    count(reader, LONG)
    stopped = reader.t(words.TOOL_WORDS["stopped"])
    expect(reader.page.locator(".fr-status")).to_have_text(stopped, timeout=PATIENT)
    expect(reader.page.locator(".fr-reading")).to_have_count(0)
    counted(reader, LONG)
    expect(reader.page.locator(".fr-live")).to_contain_text(f"100{SPACE}000")


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_the_result_is_accessible(new_reader: NewReader, lang: str) -> None:
    rows = WORK + "ola@gmail.com,\n" * 9
    reader = counted(new_reader(lang, reduced_motion="reduce").open("tools/contacts/"), rows)
    assert violations(reader.page) == {}


def test_a_group_leads_to_its_checklist_and_notes_in_one_click(new_reader: NewReader) -> None:
    reader = counted(new_reader("en").open("tools/contacts/"), WORK)
    row = reader.page.locator(".fr-bar").filter(has_text="one.example")
    row.get_by_role("link", name=reader.t(wl.CHECKLIST)).click()
    reader.waits_for_python()
    reader.sees("bounced_blocked")
    expect(reader.place.locator("[data-note]").first).to_be_visible()
    assert "one.example" not in reader.page.url


def test_what_is_kept_runs_no_formula(new_reader: NewReader) -> None:
    rows = "Email,Bounce Reason\n=kari@one.example,=1+1\n@ola@two.example,SPAM\n"
    reader = counted(new_reader("nb").open("tools/contacts/"), rows)
    page = reader.page
    page.get_by_role("button", name=reader.t(wl.WITH_ADDRESSES)).click()
    with page.expect_download() as download:
        page.locator(f"button[data-filename='{wl.FILE_OF_ADDRESSES}']").click(timeout=PATIENT)
    text = download.value.path().read_bytes().decode("utf-8-sig")
    cells = [cell for line in csv.reader(io.StringIO(text)) for cell in line]
    assert "'=kari@one.example" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "@", "+", "-"))]
    with page.expect_download() as download:
        page.locator(f"button[data-filename='{wl.FILE_OF_COUNTS}']").click()
    assert "@" not in download.value.path().read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_the_mail_systems_are_looked_up_where_the_button_says(
    with_resolver: Callable[..., Reader], watches: dict[object, Watch], lang: str
) -> None:
    reader = counted(with_resolver(answering(MX), lang, reduced_motion="reduce"), WORK)
    page = reader.page
    assert asked(watches) == []
    label = reader.t(wl.ASK_ABOUT).format(name=resolvers()["google"].name, count=5)
    page.get_by_role("button", name=label).click()
    failed = reader.t(wl.LOOKED_FAILED).partition("{")[0]
    expect(page.locator(".fr-live")).to_contain_text(f"{failed}1", timeout=PATIENT)
    expect(page.locator(".fr-reading .fr-heading")).to_be_focused()
    expect(page.locator(".fr-bars").nth(1)).to_contain_text("Mimecast")
    expect(page.locator(".fr-bar").filter(has_text="one.example")).to_contain_text("Mimecast")
    expect(page.locator(".fr-live")).to_contain_text(reader.t(wl.LOOKED_NO_DOMAIN))
    assert sorted(map(name_in, asked(watches))) == sorted(
        f"{name}.example" for name in ("one", "two", "late", "lost", "own")
    )
    assert all(url.startswith(resolvers()["google"].url) for url in asked(watches))
    assert violations(page) == {}


def test_a_look_up_of_many_domains_can_be_stopped_and_goes_on(
    with_resolver: Callable[..., Reader], watches: dict[object, Watch]
) -> None:
    known = {f"org{n:03}.example": "10 eu-smtp-inbound-1.mimecast.com." for n in range(BATCH + 5)}
    late = {f"org{n:03}.example" for n in range(BATCH, BATCH + 5)}
    hold = True

    def answer(route: Route) -> None:
        if not (hold and name_in(route.request.url) in late):
            answering(known)(route)

    reader = counted(with_resolver(answer), "Email\n" + "".join(f"a@{name}\n" for name in known))
    page = reader.page
    page.locator("button[value='ask:cloudflare']").click()
    progress = reader.t(wl.ASKING_FOR).format(done=BATCH, count=BATCH + 5)
    expect(page.locator(".fr-status")).to_have_text(progress, timeout=PATIENT)
    expect(page.locator(".fr-cancel")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".fr-status")).to_have_text(reader.t(words.TOOL_WORDS["stopped"]))
    expect(page.locator(".fr-bars").nth(1)).to_contain_text(f"Mimecast{BATCH}")
    hold = False
    page.locator("button[value='ask:cloudflare']").click()
    expect(page.locator(".fr-bars").nth(1)).to_contain_text(f"Mimecast{BATCH + 5}")
    names = list(map(name_in, asked(watches)))
    assert [name for name in names if name not in late] == sorted(set(names) - late)


def choose_list(reader: Reader) -> None:
    reader.open("tools/contacts/")
    file = {"name": "liste.csv", "mimeType": "text/csv", "buffer": ROWS.encode("utf-16")}
    reader.page.locator(".fr-file-input").set_input_files(file)  # type: ignore[arg-type]


def read_list(reader: Reader) -> None:
    reader.page.get_by_role("button", name=reader.t(CONTACTS.buttons[0].label)).click()


def is_read_whole(reader: Reader) -> None:
    expect(reader.page.locator(".fr-reading .fr-heading")).to_be_focused(timeout=PATIENT)
    expect(reader.page.locator(".fr-live")).to_contain_text("60\N{NO-BREAK SPACE}000")


def test_a_worker_lost_within_a_list_leaves_no_row_out(new_reader: NewReader) -> None:
    reader = new_reader("nb")
    reader.page.add_init_script(
        AT_THE_THIRD_PIECE.replace("ACT", "this.dispatchEvent(new ErrorEvent('error'))")
    )
    choose_list(reader)
    read_list(reader)
    is_read_whole(reader)


def test_a_worker_lost_after_a_list_was_read_reads_it_again_for_the_addresses(new_reader: NewReader) -> None:
    reader = new_reader("nb")
    reader.page.add_init_script(BREAKABLE)
    choose_list(reader)
    read_list(reader)
    is_read_whole(reader)
    reader.page.evaluate(BREAK_DOWN)
    reader.page.get_by_role("button", name=reader.t(wl.WITH_ADDRESSES)).click()
    expect(reader.page.locator(".fr-live")).to_contain_text("kari@example.com", timeout=PATIENT)


def test_a_long_list_can_be_stopped_and_read_anew(new_reader: NewReader) -> None:
    reader = new_reader("nb")
    reader.page.add_init_script(AT_THE_THIRD_PIECE.replace("ACT", "void 0"))
    choose_list(reader)
    read_list(reader)
    status = reader.page.locator(".fr-status")
    expect(status).to_have_text(re.compile(r"\d"), timeout=PATIENT)
    reader.page.locator(".fr-cancel").click()
    expect(status).to_have_text(reader.t(words.TOOL_WORDS["stopped"]))
    expect(reader.page.locator(".fr-live")).to_be_empty()
    read_list(reader)
    is_read_whole(reader)
