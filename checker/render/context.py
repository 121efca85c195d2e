"""Where a piece of text is made for: the language, and the way to the other pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from checker.i18n import Translate, untranslated


@dataclass(frozen=True, slots=True)
class Context:
    """Passed to every render function; `root` is the way from the page to the language's first page."""

    lang: str = "en"
    translate: Translate = untranslated
    root: str = "./"
    languages: Mapping[str, str] = MappingProxyType({"en": "English"})
    note_lang: str = ""
    owner: Mapping[str, str] = MappingProxyType({})
    """What the site's owner has set, by the names in `checker.render.owner`; nothing where nobody has."""
    resolvers: tuple[str, ...] | None = None
    """The ids of those that the owner lets be asked; None is all of them."""
    because: Mapping[str, str] = MappingProxyType({})
    """Why a question has its answer, in words: for answers that a pasted text has given."""

    def t(self, text: str, **fields: object) -> str:
        """Translate, then put the fields in."""
        return self.translate(text).format(**fields) if fields else self.translate(text)

    def url(self, page: str) -> str:
        """The address of a page such as `guide/quarantine#ask-it`, from here."""
        path, _, anchor = page.partition("#")
        return f"{self.root}{path}/{'#' if anchor else ''}{anchor}"
