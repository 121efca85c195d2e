"""Where each text that a reader may see comes from, for people who look at the site while they translate."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import polib
from markdown_it import MarkdownIt

from hooks.translation.catalogue import po_path, read
from hooks.translation.message import Message
from hooks.translation.sources import read_sources

_CODE = re.compile(r"(`+).*?\1")
# Attribute lists, footnotes and the marks of `[text][reference]`; a field such as `{name}` stays.
_UNSEEN = re.compile(r"\{:?[ ]*(?:[.#][^{}]*|[\w-]+=[^{}]*)\}|\[\^[^\]]+\]|\[(?P<text>[^\[\]]+)\]\[[^\]]*\]")


@dataclass(frozen=True)
class Origin:
    """A text as it shows (fields as `{name}`), its entry in a PO file if there is one, and its source."""

    shown: str
    entry: str
    source: str
    is_translated: bool


def origins(root: Path, language: str) -> Iterator[Origin]:
    """Every text of the project as the site shows it in a language, with file and line."""
    for section, messages in read_sources(root).items():
        path = po_path(root / "locales", language, section)
        entries = {entry.msgid: entry for entry in read(path)} if path.exists() else {}
        name = path.relative_to(root).as_posix()
        for message in messages:
            yield _origin(message, name, entries)


def _origin(message: Message, name: str, entries: Mapping[str, polib.POEntry]) -> Origin:
    entry = entries.get(message.text)
    is_translated = entry is not None and entry.translated()
    return Origin(
        plain(entry.msgstr if entry and is_translated else message.text),
        f"{name}:{entry.linenum}" if entry else "",
        f"{message.path}:{message.line}",
        is_translated,
    )


def plain(text: str) -> str:
    """What is left to see of a text once it is rendered, on one line."""
    code = [match.span() for match in _CODE.finditer(text)]

    def unseen(match: re.Match[str]) -> str:
        is_code = any(start <= match.start() < end for start, end in code)
        return match[0] if is_code else match["text"] or ""

    tokens = _parser().parseInline(_UNSEEN.sub(unseen, text))[0].children or []
    parts = (
        " " if token.type in {"softbreak", "hardbreak"} else token.content
        for token in tokens
        if _seen(token.type)
    )
    return " ".join("".join(parts).split())


def _seen(kind: str) -> bool:
    return kind in {"text", "text_special", "code_inline", "softbreak", "hardbreak"}


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": True})
