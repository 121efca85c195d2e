"""Texts in TOML tables: the values of a few keys, with the line on which each text begins."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from hooks.translation.message import AuthoringError, Message

KEYS = frozenset({"text", "label", "title", "name_text", "why", "note"})

# tomllib tells no line numbers, so keys are found by their tokens, and the result compared with what it read.
_TOKEN = re.compile(
    r'(?P<string>"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\')'
    r"|(?P<comment>#[^\n]*)|(?P<word>[A-Za-z0-9_-]+)|(?P<mark>[\[\]{}=])",
    re.DOTALL,
)


@dataclass(frozen=True)
class _Token:
    text: str
    line: int
    is_string: bool


def table_messages(source: str, path: str) -> Iterator[Message]:
    """Every text for readers in a table, in order."""
    found = [message for message in _messages(_tokens(source), path) if message.text]
    expected = Counter(text for text in _values(tomllib.loads(source), is_text=False) if text)
    if Counter(message.text for message in found) != expected:
        raise AuthoringError(path, 1, "keys for readers hold a string or a list of strings")
    yield from found


def _tokens(source: str) -> list[_Token]:
    return [
        _Token(match[0], source.count("\n", 0, match.start()) + 1, bool(match["string"]))
        for match in _TOKEN.finditer(source)
        if not match["comment"]
    ]


def _messages(tokens: Sequence[_Token], path: str) -> Iterator[Message]:
    for position in range(len(tokens) - 2):
        key, equals = tokens[position], tokens[position + 1]
        if equals.text == "=" and key.text.strip("\"'") in KEYS:
            for value in _strings(tokens, position + 2):
                text = tomllib.loads(f"text = {value.text}")["text"]
                yield Message(text, path, value.line, f"text of the checker ({key.text})")


def _strings(tokens: Sequence[_Token], position: int) -> Iterator[_Token]:
    """The string at a position, or the strings of the list there."""
    if tokens[position].is_string:
        yield tokens[position]
    elif tokens[position].text == "[":
        for token in tokens[position + 1 :]:
            if token.text in {"]", "{"}:
                return
            if token.is_string:
                yield token


def _values(value: Any, *, is_text: bool) -> Iterator[str]:  # noqa: ANN401  (whatever TOML holds)
    if isinstance(value, str) and is_text:
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _values(item, is_text=is_text)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _values(item, is_text=key in KEYS)
