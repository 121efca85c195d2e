"""Whether the translations of a language may be published; every finding names file and line."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import polib

from hooks.translation.catalogue import as_text, po_path, read, template
from hooks.translation.lint.catalogue import lint
from hooks.translation.lint.checks import Check, Fault, Finding
from hooks.translation.lint.rules import read_rules
from hooks.translation.merge import merge
from hooks.translation.message import Message


def check(root: Path, language: str, sources: Mapping[str, Sequence[Message]]) -> Iterator[Finding]:
    """Everything that stands in the way of publishing a language."""
    rules = read_rules(root / "locales" / language)
    for section, messages in sources.items():
        path = po_path(root / "locales", language, section)
        name = path.relative_to(root).as_posix()
        if path.exists():
            found = list(lint(path, name, language, rules))
            yield from _out_of_date(path, name, language, messages, found)
            yield from found
        else:
            yield Finding(name, 1, Fault(Check.MISSING, "this file is missing; run `make messages`"))


def _out_of_date(
    path: Path, name: str, language: str, messages: Sequence[Message], found: Sequence[Finding]
) -> Iterator[Finding]:
    old = read(path)
    new = merge(template(messages), old, language)
    if path.read_bytes() == as_text(new).encode():
        return
    known = {entry.msgid for entry in old if not entry.obsolete}
    added = [entry for entry in new if not entry.obsolete and entry.msgid not in known]
    for entry in added:
        yield _not_there(entry, name)
    if not added and not any(finding.fault.check is Check.FORMAT for finding in found):
        yield Finding(name, 1, Fault(Check.FORMAT, "not up to date with the sources; run `make messages`"))


def _not_there(entry: polib.POEntry, name: str) -> Finding:
    place, line = entry.occurrences[0]
    what = f"not in {name} yet; run `make messages`"
    return Finding(place, int(line), Fault(Check.MISSING, what), entry.msgid)
