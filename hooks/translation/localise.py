"""The parts of the site's configuration that differ by language."""

from collections.abc import Mapping, Sequence
from typing import Any

Translations = Mapping[str, str]


class UnknownLanguageError(ValueError):
    """Somebody asked for a language that the site does not have."""


def choose_language(languages: Sequence[str], wanted: str | None) -> str:
    """The language to build: the wanted one, or the first, in which the sources are written."""
    if not languages:
        raise UnknownLanguageError("extra.languages in mkdocs.yml names no language")
    if wanted and wanted not in languages:
        known = ", ".join(languages)
        raise UnknownLanguageError(f"FREMME_LANG is {wanted!r}; extra.languages in mkdocs.yml has {known}")
    return wanted or languages[0]


def translate_texts(value: Any, translations: Translations) -> Any:  # noqa: ANN401  (YAML in, the same shape out)
    """Every text in a value of texts, mappings and lists; keys stay."""
    if isinstance(value, str):
        return translations.get(value, value)
    if isinstance(value, Mapping):
        return {key: translate_texts(item, translations) for key, item in value.items()}
    if isinstance(value, list):
        return [translate_texts(item, translations) for item in value]
    return value


def translate_nav(nav: Any, translations: Translations) -> Any:  # noqa: ANN401  (MkDocs' nested nav)
    """The titles of a navigation; paths stay."""
    if isinstance(nav, list):
        return [translate_nav(item, translations) for item in nav]
    if isinstance(nav, Mapping):
        return {translations.get(title, title): translate_nav(to, translations) for title, to in nav.items()}
    return nav
