"""A PO file brought up to date with its template, without losing anything that a translator wrote."""

import difflib
from collections.abc import Iterable, Sequence

import polib

from hooks.translation.catalogue import new_headers

_ALIKE = 0.6
_OURS = {"md-text", "fuzzy"}


def merge(template: polib.POFile, old: polib.POFile | None, language: str) -> polib.POFile:
    """The template's entries with the old translations.

    A changed text gets the most similar old translation from the same source file, marked fuzzy and with the
    text it was made for; translations that nothing uses any more stay as obsolete entries.
    """
    new = polib.POFile(wrapwidth=0)
    known = list(old) if old is not None else []
    new.metadata = dict(old.metadata) if old is not None else {**template.metadata, **new_headers(language)}
    new.header = (old.header if old is not None else "") or f"Fremme in {new.metadata['Language-Team']}."
    by_text = {entry.msgid: entry for entry in sorted(known, key=lambda entry: not entry.obsolete)}
    wanted = {entry.msgid for entry in template}
    unused = [entry for entry in known if entry.msgid not in wanted and entry.msgstr]
    for entry in template:
        merged = _copy(entry)
        if previous := by_text.get(entry.msgid):
            _keep(merged, previous)
        elif similar := _most_similar(entry, unused):
            unused.remove(similar)
            _suggest(merged, similar)
        new.append(merged)
    new.extend(_obsolete(entry) for entry in unused)
    return new


def _copy(entry: polib.POEntry) -> polib.POEntry:
    return polib.POEntry(
        msgid=entry.msgid, occurrences=entry.occurrences, comment=entry.comment, flags=list(entry.flags)
    )


def _keep(merged: polib.POEntry, previous: polib.POEntry) -> None:
    merged.msgstr, merged.tcomment = previous.msgstr, previous.tcomment
    merged.flags += [flag for flag in previous.flags if flag not in _OURS]
    if previous.fuzzy:
        merged.flags.insert(0, "fuzzy")
        merged.previous_msgid = previous.previous_msgid


def _suggest(merged: polib.POEntry, similar: polib.POEntry) -> None:
    merged.msgstr, merged.tcomment = similar.msgstr, similar.tcomment
    merged.flags.insert(0, "fuzzy")
    # An old suggestion that nobody looked at was still made for the older text.
    merged.previous_msgid = similar.previous_msgid if similar.fuzzy else similar.msgid


def _most_similar(entry: polib.POEntry, unused: Iterable[polib.POEntry]) -> polib.POEntry | None:
    files = _files(entry)
    candidates = {old.msgid: old for old in unused if not old.obsolete and files & _files(old)}
    nearest = difflib.get_close_matches(entry.msgid, candidates, n=1, cutoff=_ALIKE)
    return candidates[nearest[0]] if nearest else None


def _files(entry: polib.POEntry) -> set[str]:
    occurrences: Sequence[tuple[str, str | int]] = entry.occurrences
    return {path for path, _line in occurrences}


def _obsolete(entry: polib.POEntry) -> polib.POEntry:
    # polib cannot read back the previous text of an obsolete entry: writing it would change the next run.
    return polib.POEntry(
        msgid=entry.msgid,
        msgstr=entry.msgstr,
        tcomment=entry.tcomment,
        flags=list(entry.flags),
        obsolete=True,
    )
