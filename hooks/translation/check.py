"""Whether the translations of a language may be published; every finding names file and line."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import polib

from hooks.translation.catalogue import as_text, po_path, read, template
from hooks.translation.merge import merge
from hooks.translation.message import Message
from hooks.translation.sources import CHECKER
from hooks.translation.structure import differences, differing_fields

# The translator's own comment on an entry whose translation is the source text.
SAME = "same"


def check(root: Path, language: str, sources: Mapping[str, Sequence[Message]]) -> Iterator[str]:
    """Everything that stands in the way of publishing a language."""
    for section, messages in sources.items():
        path = po_path(root / "locales", language, section)
        name = path.relative_to(root).as_posix()
        if path.exists():
            catalogue = read(path)
            yield from _out_of_date(path, name, catalogue, merge(template(messages), catalogue, language))
            yield from _entries(name, catalogue, section)
        else:
            yield f"{name}:1: this file is missing; run `make messages`"


def _out_of_date(path: Path, name: str, old: polib.POFile, new: polib.POFile) -> Iterator[str]:
    if path.read_bytes() == as_text(new).encode():
        return
    known = {entry.msgid for entry in old if not entry.obsolete}
    added = [entry for entry in new if not entry.obsolete and entry.msgid not in known]
    for entry in added:
        place, line = entry.occurrences[0]
        yield f"{place}:{line}: not in {name} yet; run `make messages`: {_start(entry.msgid)}"
    if not added:
        yield f"{name}:1: not up to date with the sources; run `make messages`"


def _entries(name: str, catalogue: polib.POFile, section: str) -> Iterator[str]:
    for entry in catalogue:
        if not entry.obsolete:
            for fault in _faults(entry, section):
                yield f"{name}:{entry.linenum}: {fault}: {_start(entry.msgid)}"


def _faults(entry: polib.POEntry, section: str) -> Iterator[str]:
    if not entry.msgstr:
        yield "not translated"
    elif entry.fuzzy:
        yield "fuzzy: the source changed; read it again and remove the mark"
    elif entry.msgstr == entry.msgid:
        if SAME not in entry.tcomment.split("\n"):
            yield f"same as the source; if that is right, add the comment “# {SAME}”"
    else:
        yield from differences(entry.msgid, entry.msgstr, entry.comment)
        if section == CHECKER:
            yield from differing_fields(entry.msgid, entry.msgstr)


def _start(text: str) -> str:
    """Enough of a text to recognise it."""
    line = " ".join(text.split())
    return f"“{line}”" if len(line) <= 60 else f"“{line[:59]}…”"
