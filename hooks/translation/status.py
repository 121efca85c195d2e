"""How far each language has come, page by page, and which texts are left."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from pathlib import Path

import polib

from hooks.translation.catalogue import messages as published
from hooks.translation.catalogue import po_path, read
from hooks.translation.lint.checks import Check, excepted
from hooks.translation.message import Message
from hooks.translation.page import Anchors, no_anchors
from hooks.translation.segment import read_page
from hooks.translation.segments import Kind
from hooks.translation.sources import address, section_of

_DOCS = "docs/"


class State(StrEnum):
    """What a translation is worth."""

    FRESH = "fresh"
    STALE = "stale"
    COPIED = "copied"
    MISSING = "missing"


@dataclass(frozen=True)
class Gap:
    """A text that is not translated yet; `anchor` is that of the nearest heading above it."""

    state: State
    text: str
    path: str
    line: int
    anchor: str = ""


@dataclass(frozen=True)
class Progress:
    """The texts of one page in one language."""

    total: int
    gaps: tuple[Gap, ...]

    def count(self, state: State) -> int:
        """How many texts are in a state."""
        left = sum(gap.state is state for gap in self.gaps)
        return self.total - len(self.gaps) if state is State.FRESH else left

    @property
    def percent(self) -> int:
        """The share of fresh texts; 100 only when nothing is left."""
        return percent(self.count(State.FRESH), self.total)


@dataclass(frozen=True)
class Part:
    """A page, or a section that is no page (then `address` is None)."""

    name: str
    title: str
    address: str | None
    languages: Mapping[str, Progress]


def percent(done: int, total: int) -> int:
    """A share, rounded down so that 100 means all."""
    return 100 * done // total if total else 100


def read_status(
    root: Path,
    sources: Mapping[str, Sequence[Message]],
    languages: Sequence[str],
    anchors: Anchors = no_anchors,
) -> list[Part]:
    """The parts of the site in the order of their files, each with all the given languages."""
    return [
        part for section in sources for part in _parts(root, section, sources[section], languages, anchors)
    ]


def overall(parts: Sequence[Part], language: str) -> Progress:
    """A language as a whole."""
    each = [part.languages[language] for part in parts]
    return Progress(sum(progress.total for progress in each), tuple(gap for one in each for gap in one.gaps))


def translated_title(part: Part, locales: Path, language: str) -> str:
    """The title of a page in a language."""
    if part.address is None:
        return part.title
    return published(locales, language, section_of(part.name.removeprefix(_DOCS))).get(part.title, part.title)


def as_json(parts: Sequence[Part], languages: Sequence[str]) -> str:
    """The numbers for other programs, and where to find what is left."""
    return json.dumps(
        {
            language: {
                "all": _numbers(overall(parts, language)),
                "parts": {part.name: _numbers(part.languages[language]) for part in parts},
                "left": [
                    {"state": gap.state, "at": f"{gap.path}:{gap.line}", "text": gap.text}
                    for gap in overall(parts, language).gaps
                ],
            }
            for language in languages
        },
        ensure_ascii=False,
        indent=2,
    )


def as_lines(parts: Sequence[Part], languages: Sequence[str]) -> Iterator[str]:
    """The numbers for people: one line a part, one block a language."""
    width = max((len(part.name) for part in parts), default=0)
    for language in languages:
        everything = overall(parts, language)
        yield f"{language}: {_told(everything)}"
        for part in parts:
            yield f"  {part.name:{width}}  {_told(part.languages[language])}"


def _told(progress: Progress) -> str:
    counts = ", ".join(f"{progress.count(state)} {state}" for state in State)
    return f"{progress.percent:3} %  {progress.total} texts: {counts}"


def _numbers(progress: Progress) -> Mapping[str, int]:
    return {"total": progress.total, **{state: progress.count(state) for state in State}}


def _parts(
    root: Path, section: str, messages: Sequence[Message], languages: Sequence[str], anchors: Anchors
) -> Iterator[Part]:
    states = {language: _states(root / "locales", language, section) for language in languages}
    for name, group in groupby(messages, key=lambda message: _name(message, section)):
        texts = list(group)
        is_page = name != section
        progress: Mapping[str, Progress] = {code: _progress(texts, states[code]) for code in languages}
        if is_page and any(one.gaps for one in progress.values()):
            progress = _with_anchors(root / name, progress, anchors)
        title = _title(texts)
        yield Part(name, title, address(name.removeprefix(_DOCS)) if is_page else None, progress)


def _title(texts: Sequence[Message]) -> str:
    found = (
        one.text for kind in (Kind.PAGE_TITLE, Kind.HEADING) for one in texts if one.about.startswith(kind)
    )
    return next(found, texts[0].text)


def _name(message: Message, section: str) -> str:
    return message.path if message.path.startswith(_DOCS) else section


def _states(locales: Path, language: str, section: str) -> Mapping[str, State]:
    path = po_path(locales, language, section)
    if not path.exists():
        return {}
    return {entry.msgid: _state(entry) for entry in read(path) if not entry.obsolete}


def _state(entry: polib.POEntry) -> State:
    if not entry.msgstr:
        return State.MISSING
    if entry.fuzzy:
        return State.STALE
    is_copied = entry.msgstr == entry.msgid and Check.SAME not in excepted(entry.tcomment)
    return State.COPIED if is_copied else State.FRESH


def _progress(texts: Sequence[Message], states: Mapping[str, State]) -> Progress:
    gaps = (
        Gap(state, message.text, message.path, message.line)
        for message in texts
        if (state := states.get(message.text, State.MISSING)) is not State.FRESH
    )
    return Progress(len(texts), tuple(gaps))


def _with_anchors(path: Path, languages: Mapping[str, Progress], anchors: Anchors) -> Mapping[str, Progress]:
    headings = anchors(read_page(path.read_bytes().decode("utf-8-sig")))

    def anchored(gap: Gap) -> Gap:
        above = [line for line in headings if line < gap.line]
        anchor = headings[max(above)] if above else ""
        return Gap(gap.state, gap.text, gap.path, gap.line, anchor)

    return {
        language: Progress(progress.total, tuple(anchored(gap) for gap in progress.gaps))
        for language, progress in languages.items()
    }
