"""Marking and looking up text: a language is a function that is passed in, never a global."""

import gettext
import io
import pkgutil
import re
from collections.abc import Callable, Mapping
from functools import cache

type Translate = Callable[[str], str]

SOURCE = "en"
_LANGUAGE = re.compile(r"[a-z]{2,3}")


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for "mark, do not translate yet"
    """Mark an English string for the catalogue and return it unchanged."""
    return text


def untranslated(text: str) -> str:
    """Translate nothing: English, and the fallback of every other language."""
    return text


def from_mapping(messages: Mapping[str, str]) -> Translate:
    """Make a translate function of msgid → msgstr; what is missing stays English."""
    return lambda text: messages.get(text, text)


@cache
def load(lang: str) -> Translate:
    """Read the catalogue packed beside the code; an unknown language gives English, never an error."""
    if lang == SOURCE or not _LANGUAGE.fullmatch(lang):
        return untranslated
    try:
        data = pkgutil.get_data("checker", f"catalogues/{lang}.mo")
    except OSError:
        return untranslated
    return _from_catalogue(gettext.GNUTranslations(io.BytesIO(data))) if data else untranslated


def _from_catalogue(catalogue: gettext.GNUTranslations) -> Translate:
    """No text has no translation: gettext keeps its own header under the empty string."""
    return lambda text: catalogue.gettext(text) if text else text
