"""PO files: where they are, how they are written, and what may be published from them.

Written by polib and never wrapped, so that no tool reflows what another wrote; no creation date, so that a
second run changes nothing.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

import polib
from babel import Locale
from babel.messages.plurals import get_plural

from hooks.translation.message import Message

_NOTHING: Mapping[str, str] = MappingProxyType({})


def po_path(locales: Path, language: str, section: str) -> Path:
    """The PO file of a section in a language."""
    return locales / language / "LC_MESSAGES" / f"{section}.po"


def messages(locales: Path, lang: str, domain: str) -> Mapping[str, str]:
    """Translations that may be published: neither fuzzy nor obsolete; none for the language of the sources.

    Read again only when the file has changed, so it may be called for every page.
    """
    path = po_path(locales, lang, domain)
    if not path.exists():
        return _NOTHING
    status = path.stat()
    return _published(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=64)
def _published(path: Path, _modified: int, _size: int) -> Mapping[str, str]:
    return MappingProxyType({entry.msgid: entry.msgstr for entry in read(path).translated_entries()})


def compiled(locales: Path, lang: str, domain: str) -> bytes:
    """The same translations as an MO file, for `gettext.GNUTranslations`."""
    path = po_path(locales, lang, domain)
    catalogue = read(path) if path.exists() else polib.POFile()
    return catalogue.to_binary()


def read(path: Path) -> polib.POFile:
    """Read a PO file as it is."""
    return polib.pofile(str(path), wrapwidth=0, encoding="utf-8")


def as_text(catalogue: polib.POFile) -> str:
    """What the file of a catalogue must look like, byte for byte."""
    return str(catalogue).rstrip("\n") + "\n"


def write(path: Path, catalogue: polib.POFile) -> bool:
    """Write a catalogue if that changes anything; tells whether it did."""
    text = as_text(catalogue)
    if path.exists() and path.read_bytes() == text.encode():
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return True


def template(source: Iterable[Message]) -> polib.POFile:
    """The catalogue without translations: each text once, with all its places."""
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.metadata = {
        "Project-Id-Version": "Fremme",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    catalogue.header = "Every text of one section, untranslated; `make messages` writes this file."
    places: dict[str, list[Message]] = {}
    for message in source:
        places.setdefault(message.text, []).append(message)
    catalogue.extend(_entry(text, group) for text, group in places.items())
    return catalogue


def _entry(text: str, places: Iterable[Message]) -> polib.POEntry:
    group = list(places)
    remarks = [remark for message in group for remark in (message.about, *message.notes)]
    return polib.POEntry(
        msgid=text,
        occurrences=[(message.path, str(message.line)) for message in group],
        comment="\n".join(dict.fromkeys(remarks)),
        # Never python-format: “50 % of” would be taken for a placeholder.
        flags=["md-text"] if any(message.is_markdown for message in group) else [],
    )


def new_headers(language: str) -> dict[str, str]:
    """The header lines that a new PO file gets on top of the template's."""
    locale = Locale.parse(language, sep="-" if "-" in language else "_")
    return {
        "PO-Revision-Date": datetime.now(UTC).strftime("%Y-%m-%d %H:%M+0000"),
        "Last-Translator": "Automatically generated",
        "Language-Team": str(locale.english_name),
        "Language": str(locale),
        "Plural-Forms": get_plural(locale).plural_forms,
    }
