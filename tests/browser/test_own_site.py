"""A second site, made by what its owner sets in mkdocs.yml: it speaks of their e-mail."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, expect

from checker.render import words
from hooks.publish.assemble import publish
from hooks.publish.policy import read_resolvers
from tests.browser.conftest import NewReader, readers
from tests.browser.pages import KINDS, Kind
from tests.browser.reader import Reader
from tests.browser.test_accessibility import violations
from tests.browser.ways import END, TO_IT, state
from tests.conftest import ROOT, served
from tests.site.test_owner import WHOLE

pytestmark = [pytest.mark.browser, pytest.mark.site]


@pytest.fixture(scope="module")
def their_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as it is, but for one block of mkdocs.yml."""
    project = tmp_path_factory.mktemp("theirs")
    for part in ("docs", "locales", "checker", "hooks"):
        (project / part).symlink_to(ROOT / part)
    block = yaml.safe_dump({"fremme": WHOLE | {"resolvers": ["cloudflare"]}}, allow_unicode=True)
    own = "".join(f"  {line}\n" for line in block.splitlines())
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    line = next(line for line in config.splitlines(keepends=True) if line.startswith("  fremme:"))
    (project / "mkdocs.yml").write_text(config.replace(line, own), encoding="utf-8")
    publish(project, project / "site")
    return project / "site"


@pytest.fixture
def new_reader(chromium: Browser, their_site: Path) -> Iterator[NewReader]:
    with served(their_site) as url, readers(chromium, url, {}) as make:
        yield make


@pytest.fixture
def at_the_result(new_reader: NewReader) -> Reader:
    reader = new_reader("nb").open(state=state(END, TO_IT))
    reader.waits_for_python()
    return reader


def test_the_name_stands_on_every_page(their_site: Path, new_reader: NewReader) -> None:
    for file in their_site.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        assert "Posthjelpen" in text, file
        if file.parent.name != "sources":  # which names measurements of this project's own
            assert not re.search(r"\bFremme\b", text), file
    page = new_reader("nb").open("").page
    expect(page.locator(".fr-home")).to_have_text("Posthjelpen")
    expect(page).to_have_title(re.compile("Posthjelpen$"))


def test_the_colours_are_theirs_in_light_and_dark(new_reader: NewReader) -> None:
    reader = new_reader("nb").open("guide/quarantine/")
    link = reader.page.locator("article p a").first
    for scheme, colour in (("light", "rgb(122, 31, 92)"), ("dark", "rgb(240, 168, 216)")):
        reader.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        expect(link).to_have_css("color", colour)


@pytest.mark.parametrize(("lang", "kind"), [("en", KINDS["result"]), ("nb", Kind("guide/junk-folder/"))])
def test_in_their_colours_every_page_can_be_read(new_reader: NewReader, lang: str, kind: Kind) -> None:
    reader = new_reader(lang, reduced_motion="reduce")
    kind.open(reader)
    expect(reader.page.locator(".fr-theirs:visible")).to_have_count(1)
    assert violations(reader.page) == {}


def test_the_notes_begin_with_what_they_filled_in(at_the_result: Reader) -> None:
    note = at_the_result.note("to_it")
    for text in ("nyhetsbrev@post.example.no", "example.no", "Brevdue"):
        expect(note).to_contain_text(text)
    expect(note).not_to_contain_text("gjennom HubSpot")
    expect(at_the_result.live.locator('[name="from_address"]')).to_have_value("nyhetsbrev@post.example.no")


def test_the_reader_s_own_words_come_before_theirs(at_the_result: Reader) -> None:
    at_the_result.fill("from_address", "annen@example.no")
    expect(at_the_result.note("to_it")).to_contain_text("annen@example.no")
    at_the_result.fill("platform", "")
    expect(at_the_result.note("to_it")).to_contain_text("gjennom HubSpot")


@pytest.mark.parametrize("lang", ["en", "nb", "nn"])
def test_the_guide_says_how_to_know_their_e_mail(new_reader: NewReader, lang: str) -> None:
    reader = new_reader(lang).open("guide/junk-folder/")
    box = reader.page.locator(".fr-theirs")
    expect(box.locator("strong").first).to_have_text(reader.t(words.THEIR_EMAIL))
    expect(box.locator("dd")).to_have_text(["nyhetsbrev@post.example.no", "example.no", "Brevdue"])


def test_a_result_says_it_too_and_that_the_steps_are_hubspot_s(at_the_result: Reader) -> None:
    box = at_the_result.live.locator(".fr-theirs")
    expect(box).to_contain_text("Vi sender med Brevdue")
    expect(box.locator("dd").first).to_have_text("nyhetsbrev@post.example.no")
    assert "nyhetsbrev@post.example.no" in at_the_result.download()


def test_allow_rules_begin_with_their_domain(new_reader: NewReader) -> None:
    page = new_reader("nb").open("tools/allowlist/").page
    expect(page.locator('[name="domain"]')).to_have_value("example.no")


def test_a_result_names_who_helps(at_the_result: Reader) -> None:
    link = at_the_result.place.locator(".fr-support a")
    expect(link).to_have_text("Kundeservice")
    expect(link).to_have_attribute("href", "mailto:hjelp@example.no")


def test_without_python_it_is_their_site_too(new_reader: NewReader) -> None:
    reader = new_reader("nb", java_script_enabled=False).open("check/", END)
    expect(reader.place.locator(".fr-support a")).to_have_text("Kundeservice")
    expect(reader.note("to_it")).to_contain_text("nyhetsbrev@post.example.no")


def test_only_the_resolvers_that_they_chose_are_offered(new_reader: NewReader, their_site: Path) -> None:
    page = new_reader("nb").open("tools/domain/").page
    buttons = page.locator(".fr-paste button[name=button]:visible")
    expect(buttons).to_have_count(2)
    assert [button.get_attribute("value") for button in buttons.all()] == ["cloudflare", ""]
    (asked,) = read_resolvers(ROOT, ["cloudflare"])
    assert f"connect-src 'self' {asked};" in (their_site / "_headers").read_text(encoding="utf-8")
