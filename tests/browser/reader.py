"""A reader at a page of the site: what they do, and what they see."""

import re
from collections.abc import Iterable
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from checker.i18n import from_mapping
from checker.render import words
from hooks.translation.catalogue import messages
from tests.conftest import ROOT

PATIENT = 60_000
"""Milliseconds for Python to start where other tests use the machine as well."""


class Reader:
    """Drives one page in one language; places and options go by their ids, words come from the catalogue."""

    def __init__(self, page: Page, site: str, lang: str) -> None:
        self.page = page
        self.site = site
        self.lang = lang
        self.t = from_mapping(messages(ROOT / "locales", lang, "checker"))

    # --- what they do

    def open(self, path: str = "check/", state: str = "") -> "Reader":
        self.page.goto(f"{self.site}{self.lang}/{path}{'#' if state else ''}{state}")
        return self

    def choose(self, option: str) -> None:
        self.leave_by(self.place.locator(f'[data-option="{option}"]'))

    def walk(self, way: Iterable[tuple[str, str]]) -> None:
        """Answer question after question, each only when it has come into sight."""
        for question, option in way:
            self.sees(question)
            self.choose(option)

    def change(self, question: str) -> None:
        self.leave_by(self.answers.locator(f'.fr-change a[href^="#at={question}"]'))

    def leave_by(self, link: Locator) -> None:
        """Follow a link and wait until this place is gone: what is looked for next would be found in it."""
        here = self.place.get_attribute("data-node") or ""
        link.click()
        expect(self.place).not_to_have_attribute("data-node", here)

    def switch(self, lang: str) -> None:
        """Follow the link to the page in another language."""
        self.page.locator(".fr-languages > summary").click()
        self.page.locator(f'a[data-fr-language][hreflang="{lang}"]').click()

    def waits_for_python(self) -> None:
        expect(self.live).to_be_visible(timeout=PATIENT)

    def waits_for_the_theme(self) -> None:
        """The menu's and the search's script comes last: see docs/assets/later.js."""
        expect(self.page.locator("html.js")).to_be_attached()

    def fill(self, field: str, text: str) -> None:
        self.live.locator(f'[name="{field}"]').fill(text)

    def download(self) -> str:
        with self.page.expect_download() as waiting:
            self.button("download").click()
        return Path(waiting.value.path()).read_text(encoding="utf-8")

    # --- what they see

    def sees(self, node: str) -> None:
        expect(self.place).to_have_attribute("data-node", node)

    def says(self, stage: str) -> None:
        expect(self.status).to_have_text(self.t(words.STAGES[stage]))

    def answered(self, *questions: str) -> None:
        """Has these questions, and no others, among the answers, in order."""
        links = self.answers.locator(".fr-change a")
        expect(links).to_have_count(len(questions))
        for number, question in enumerate(questions):
            expect(links.nth(number)).to_have_attribute("href", re.compile(f"^#at={question}(&|$)"))

    @property
    def checker(self) -> Locator:
        return self.page.locator(".fr-checker")

    @property
    def place(self) -> Locator:
        return self.page.locator(".fr-node:visible")

    @property
    def heading(self) -> Locator:
        return self.place.locator(".fr-heading")

    @property
    def back(self) -> Locator:
        return self.place.locator(".fr-back a")

    @property
    def again(self) -> Locator:
        return self.answers.locator(".fr-again")

    @property
    def answers(self) -> Locator:
        return self.place.locator(".fr-answers")

    @property
    def live(self) -> Locator:
        return self.page.locator(".fr-live")

    @property
    def status(self) -> Locator:
        return self.page.locator(".fr-status")

    @property
    def focused(self) -> Locator:
        return self.page.locator("*:focus")

    @property
    def state(self) -> str:
        return self.page.url.partition("#")[2]

    def item(self, item: str) -> Locator:
        return self.place.locator(f'[data-item="{item}"]')

    def entry(self, item: str) -> Locator:
        """The item with all that belongs to it."""
        return self.place.locator(f'.fr-item:has([data-item="{item}"])')

    def note(self, note: str) -> Locator:
        return self.place.locator(f'[data-note="{note}"] .fr-note-text')

    def button(self, does: str, note: str = "") -> Locator:
        within = self.place.locator(f'[data-note="{note}"]') if note else self.place
        return within.locator(f'button[data-do="{does}"]')
