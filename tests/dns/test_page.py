"""The page in Chromium asks a real resolver over HTTP, and finds what the command finds over UDP and TCP."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from checker.cli import main
from checker.domain.model import SenderReport, Subject
from checker.domain.report import report as look_up
from checker.i18n import from_mapping
from checker.lookup.model import Answer, Cause, Failure
from checker.render import domain_words as w
from checker.render.context import Context
from checker.render.domain import report
from checker.render.plain_data import to_data
from checker.render.report_html import report_html
from checker.render.words import ASK_NOBODY
from checker.resolver import Resolver, run
from hooks.translation.catalogue import messages
from tests.browser.conftest import Watch, readers
from tests.browser.reader import PATIENT, Reader
from tests.conftest import ROOT, served
from tests.dns import servers
from tests.dns.conftest import Servers
from tests.dns.scenarios import SUBJECTS

pytestmark = [pytest.mark.browser, pytest.mark.site]

LANG = "nb"
OPEN, NO_CORS, CLOSED, WRONG_PATH = "open", "no_cors", "closed", "wrong_path"
ROW = """
[[resolver]]
id = "{id}"
name = "{id}"
operator = "example.net"
country = "NO"
url = "{url}"
source = "cfdoh"
cors = "dohcors"
"""
_LINKED = ("build", "docs", "hooks", "locales", "tests", "mkdocs.yml", "pyproject.toml")

type LookUp = Callable[..., Reader]


@pytest.fixture(scope="module")
def urls(dns: Servers) -> dict[str, str]:
    """Resolvers as a page may meet them."""
    return {
        OPEN: dns.front.doh,
        NO_CORS: dns.front.doh_without_cors,
        CLOSED: f"http://127.0.0.1:{servers.free_port()}/dns-query",
        WRONG_PATH: dns.front.doh.replace("/dns-query", "/elsewhere"),
    }


@pytest.fixture(scope="module")
def site(urls: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site of somebody who offers other resolvers: rows of a table, and a build."""
    root: Path = tmp_path_factory.mktemp("other") / "project"
    root.mkdir()
    (ROOT / "build").mkdir(exist_ok=True)
    for name in _LINKED:
        (root / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "checker", root / "checker")
    with (root / "checker/tables/resolvers.toml").open("a", encoding="utf-8") as table:
        table.writelines(ROW.format(id=name, url=url) for name, url in urls.items())
    stage = ("-m", "hooks.publish", "stage", "--old", "none", "--within", LANG, "--out", "site")
    done = subprocess.run([sys.executable, *stage], cwd=root, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    with served(root / "site") as url:
        yield url


@pytest.fixture(scope="module")
def page(chromium: Browser, site: str, urls: dict[str, str]) -> Iterator[Reader]:
    """One page for all: Python starts once. Only the resolvers may be asked besides the site."""
    watches: dict[BrowserContext, Watch] = {}
    with readers(chromium, site, watches) as make:
        reader = make(LANG)
        watches[reader.page.context].allowed = tuple(urls.values())
        yield reader.open("tools/domain/")


def ask(reader: Reader, subject: Subject, resolver: str, records: str = "") -> str:
    """Fill the form in, press the button that names the resolver, and give the markup of the answer."""
    page = reader.page
    page.locator(".fr-live").evaluate("place => place.replaceChildren()")
    for name, value in (("domain", subject.domain), ("ip", subject.ip), ("records", records)):
        # Folded away or not, a field has a value.
        page.locator(f".fr-paste [name={name}]").evaluate("(field, value) => { field.value = value }", value)
    page.locator(f'.fr-paste button[name=button][value="{resolver}"]').click()
    expect(page.locator(".fr-reading .fr-heading")).to_be_visible(timeout=PATIENT)
    return page.locator(".fr-live").inner_html()


class _Events(HTMLParser):
    """What a markup says, however it is written."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[object] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, sorted((name, value or "") for name, value in attrs)))

    def handle_data(self, data: str) -> None:
        self.found.append(data)


def context(reader: Reader) -> Context:
    root = reader.page.locator(".fr-reader").get_attribute("data-root") or ""
    return Context(LANG, from_mapping(messages(ROOT / "locales", LANG, "checker")), root)


def by_command(subject: Subject, port: int, capsys: pytest.CaptureFixture[str]) -> SenderReport:
    """What the command finds over UDP and TCP; what it prints is that and no more."""
    where = f"127.0.0.1:{port}"
    main(["domain", subject.domain, "--ip", subject.ip, "--resolver", where, "--json"])
    printed = json.loads(capsys.readouterr().out)
    found = run(look_up(subject), Resolver("127.0.0.1", port))
    assert printed == json.loads(json.dumps(to_data(found)))
    return found


def same(markup: str, found: SenderReport, reader: Reader) -> bool:
    events = _Events(markup).found
    expected = report_html(report(found, context(reader)), context(reader))
    assert len(events) > 50
    return events == _Events(expected).found


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.domain)
def test_the_page_finds_what_the_command_finds(
    dns: Servers, page: Reader, subject: Subject, capsys: pytest.CaptureFixture[str]
) -> None:
    markup = ask(page, subject, OPEN)
    assert same(markup, by_command(subject, dns.front.plain, capsys), page)


@pytest.mark.parametrize(
    ("name", "cause"),
    [
        ("fine", None),
        ("cut", None),
        ("late", None),
        ("long", None),
        ("servfail", Cause.SERVFAIL),
        ("refused", Cause.REFUSED),
        ("always-cut", Cause.UNREADABLE),
        ("gone", Cause.NXDOMAIN),
    ],
)
def test_a_fault_has_the_same_name_on_both_ways(
    dns: Servers, page: Reader, name: str, cause: Cause | None, capsys: pytest.CaptureFixture[str]
) -> None:
    subject = Subject(f"{name}.fault.example")
    found = by_command(subject, dns.front.plain, capsys)
    reply = found.spf.root.reply
    assert isinstance(reply, Answer) if cause is None else isinstance(reply, Failure) and reply.cause is cause
    assert same(ask(page, subject, OPEN), found, page)


@pytest.mark.parametrize(
    ("resolver", "cause"),
    [(NO_CORS, Cause.UNREACHABLE), (CLOSED, Cause.UNREACHABLE), (WRONG_PATH, Cause.UNREACHABLE)],
)
def test_without_an_answer_the_reader_can_paste(page: Reader, resolver: str, cause: Cause) -> None:
    """Chromium lets no page read what comes without leave (CORS); what is pasted needs nobody."""
    subject = Subject("example.no")
    ask(page, subject, resolver)
    said = page.page.locator(".fr-reading")
    expect(said).to_contain_text(page.t(w.CAUSES[cause]))
    nobody = page.t(ASK_NOBODY)
    expect(said).to_contain_text(nobody)
    expect(page.page.locator('.fr-paste button[value=""]')).to_have_text(nobody)
    expect(said.locator("table")).to_have_count(0)
    ask(page, subject, "", '"v=spf1 ip4:192.0.2.0/24 -all"')
    expect(said).to_contain_text("v=spf1 ip4:192.0.2.0/24 -all")


def test_an_address_answers_the_checker_over_the_same_resolver(page: Reader) -> None:
    way = "role=marketer&scope=one&status=delivered&contact_looked=junk_empty"
    page.page.goto("about:blank")  # else only the fragment changes and the form is that of the page before
    page.open(state=f"at=contact_system&{way}").waits_for_python()
    page.place.locator(".fr-look-up summary").click()
    page.place.locator(".fr-look-up [name=domain]").fill("kari@doubled.example")
    page.page.keyboard.press("Enter")
    page.place.locator(f'.fr-look-up button[value="{OPEN}"]').click(timeout=PATIENT)
    page.sees("domain_connected")
    assert "contact_system=m365" in page.state
    assert "contact_gateway=mimecast" in page.state
    assert "doubled" not in page.page.url
    expect(page.answers.locator(".fr-because")).to_have_count(2)


@pytest.mark.parametrize("name", ["silent", "garbage"])
def test_what_nobody_answers_is_no_missing_record(dns: Servers, page: Reader, name: str) -> None:
    """Over UDP the command waits in vain; a front that has done so tells the page, or the page gives up.

    This comes last: the front (dnsdist 1.7) may not survive a page that has given up.
    """
    subject = Subject(f"{name}.fault.example")
    found = run(look_up(subject), Resolver("127.0.0.1", dns.front.plain, seconds=0.4, tries=1))
    assert isinstance(found.spf.root.reply, Failure)
    assert found.spf.root.reply.cause is Cause.TIMEOUT
    page.open("tools/domain/")
    ask(page, subject, OPEN)
    either = "|".join(page.t(w.CAUSES[cause]) for cause in (Cause.UNREACHABLE, Cause.TIMEOUT))
    expect(page.page.locator(".fr-reading")).to_contain_text(re.compile(either))
    expect(page.page.locator(".fr-reading")).not_to_contain_text("v=spf1")
