"""Every fault of a PO file, with its line."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import polib

from hooks.translation.catalogue import as_text, new_headers, read
from hooks.translation.lint.checks import Check, Fault, Faults, Finding, excepted
from hooks.translation.lint.markup import differences, differing_fields
from hooks.translation.lint.rules import Rules
from hooks.translation.lint.terms import terms
from hooks.translation.lint.typography import typography

_HEADERS = ("Language", "Plural-Forms")
_PAGE = ".md"


def lint(path: Path, name: str, language: str, rules: Rules) -> Iterator[Finding]:
    """The faults of a file by its own light; whether it fits the sources is another question."""
    catalogue = read(path)
    if path.read_bytes() != as_text(catalogue).encode():
        yield Finding(name, 1, Fault(Check.FORMAT, "not written as `make messages` writes it; run it"))
    expected = new_headers(language)
    for key in _HEADERS:
        if catalogue.metadata.get(key) != expected[key]:
            yield Finding(name, 1, Fault(Check.HEADER, f"this line belongs here: {key}: {expected[key]}"))
    for entry in catalogue:
        if not entry.obsolete:
            for fault in entry_faults(entry, rules, _forms(expected["Plural-Forms"])):
                yield Finding(name, entry.linenum or 1, fault, entry.msgid)


def entry_faults(entry: polib.POEntry, rules: Rules, forms: int = 1) -> Faults:
    """What is wrong with one translation, without what its translator has taken back."""
    pardoned = excepted(entry.tcomment)
    for fault in _all_faults(entry, rules, forms):
        if fault.check not in pardoned:
            yield fault


def _all_faults(entry: polib.POEntry, rules: Rules, forms: int) -> Faults:
    pairs = _pairs(entry)
    if not any(translation for _source, translation in pairs):
        yield Fault(Check.MISSING, "not translated")
    elif entry.fuzzy:
        yield Fault(Check.STALE, "fuzzy: the source changed; read it again and remove the mark")
    else:
        if entry.msgid_plural and (len(pairs) < forms or not all(translation for _, translation in pairs)):
            yield Fault(Check.PLURAL, f"the language has {forms} forms of a plural; translate each of them")
        for source, translation in pairs:
            if translation:
                yield from _pair_faults(entry, source, translation, rules)


def _pairs(entry: polib.POEntry) -> Sequence[tuple[str, str]]:
    if not entry.msgid_plural:
        return [(entry.msgid, entry.msgstr)]
    by_form = sorted(entry.msgstr_plural.items())
    return [(entry.msgid_plural if form else entry.msgid, translation) for form, translation in by_form]


def _pair_faults(entry: polib.POEntry, source: str, translation: str, rules: Rules) -> Faults:
    if translation == source:
        remedy = f"if that is right, add the comment “# {Check.SAME}”"
        yield Fault(Check.SAME, f"same as the source; {remedy}")
        return
    yield from differences(source, translation, entry.comment)
    if _is_from_code(entry):
        yield from differing_fields(source, translation)
    yield from typography(source, translation, rules)
    yield from terms(source, translation, rules)


def _is_from_code(entry: polib.POEntry) -> bool:
    """Whether braces are fields: on a page they are attribute lists, or just braces."""
    return not all(path.endswith(_PAGE) for path, _line in entry.occurrences)


def _forms(plural_forms: str) -> int:
    return int(plural_forms.partition("nplurals=")[2].partition(";")[0])
