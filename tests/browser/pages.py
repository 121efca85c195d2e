"""The kinds of page that the site has, each by one that stands for it."""

from dataclasses import dataclass

from tests.browser.reader import Reader
from tests.browser.ways import END, TO_IT, state


@dataclass(frozen=True)
class Kind:
    """A page: its address within a language, the place on it, and whether Python is waited for."""

    path: str
    state: str = ""
    python: bool = False

    def open(self, reader: Reader) -> None:
        """Load it anew: a change of the state alone would stay on the page that is open."""
        reader.page.goto("about:blank")
        reader.open(self.path, self.state)
        if self.python:
            reader.waits_for_python()


KINDS = {
    "home": Kind(""),
    "first question": Kind("check/"),
    "question": Kind("check/", state("contact_system", TO_IT[:4]), python=True),
    "result": Kind("check/", state(END, TO_IT), python=True),
    "guide": Kind("guide/delivered/"),
    "table": Kind("guide/check-delivery/"),
    "mail systems": Kind("guide/mail-systems/"),
    "bounce reader": Kind("tools/bounce/"),
    "tree": Kind("about/tree/"),
    "about": Kind("about/privacy/"),
    "sources": Kind("about/sources/"),
    "not found": Kind("no/such/page/"),
}
