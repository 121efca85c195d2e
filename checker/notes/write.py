"""Writing a note: fields in, plain text out."""

import re
from collections.abc import Mapping

from checker.i18n import Translate
from checker.notes.definition import FIELDS, NOTES
from checker.notes.model import Field, Line, Note
from checker.tree.model import Answers

_LONGEST_FIELD = 500
# Control characters, line breaks, marks that turn the writing direction round, and halves of characters.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]+")
_PLACE = re.compile(r"\{(\w+)\}")


def fields_of(notes: tuple[str, ...]) -> tuple[Field, ...]:
    """The fields that these notes have a place for, in the order of the form."""
    used = {name for note in notes for line in NOTES[note].lines for name in _PLACE.findall(line.text)}
    return tuple(field for field in FIELDS.values() if field.id in used)


def write_note(note: Note, answers: Answers, fields: Mapping[str, str], translate: Translate) -> str:
    """Write the note as text: the subject line, a blank line, then paragraphs and bullets."""
    lines = [line for line in note.lines if line.applies(answers)]
    parts = [f"{translate(note.subject)}\n"]
    for before, line in zip([None, *lines], lines, strict=False):
        text = _fill(translate(line.text), fields, translate)
        parts.append(f"{_gap(before, line)}{'- ' if line.bullet else ''}{text}\n")
    return "".join(parts)


def _gap(before: Line | None, line: Line) -> str:
    return "" if before and before.bullet and line.bullet else "\n"


def _fill(text: str, fields: Mapping[str, str], translate: Translate) -> str:
    """Put the fields in; one pass, so that a brace the reader typed is only a brace."""
    return _PLACE.sub(lambda place: _value(place[1], fields, translate), text)


def _value(name: str, fields: Mapping[str, str], translate: Translate) -> str:
    typed = _CONTROL.sub(" ", fields.get(name, ""))[:_LONGEST_FIELD].strip()
    field = FIELDS[name]
    return typed or field.default or translate(field.blank)
