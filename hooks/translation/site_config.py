"""Texts and languages in mkdocs.yml, with true line numbers; nothing is resolved, so `!ENV` passes."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from hooks.translation.message import AuthoringError, Message

FILE = "mkdocs.yml"
_TOP_LEVEL = {
    "site_description": "description of the site for search engines",
    "copyright": "line at the foot of every page",
}


def project_root(config_file: str, extra: Mapping[str, Any]) -> Path:
    """The folder with docs/ and locales/: that of the configuration, unless that is one of a written tree."""
    return Path(config_file).parent / str(extra.get("project", ""))


def languages(root: Path) -> tuple[str, ...]:
    """Codes of the site's languages; the first is the language of the sources."""
    extra = _children(_document(root)).get("extra")
    found = _children(extra).get("languages")
    codes = tuple(_children(found)) if found else ()
    if not codes:
        raise AuthoringError(FILE, 1, "extra.languages names no language")
    return codes


def site_messages(root: Path) -> Iterator[Message]:
    """Description, copyright, titles in the navigation, and the words that templates show."""
    document = _children(_document(root))
    for key, about in _TOP_LEVEL.items():
        if key in document:
            yield from _texts(document[key], about)
    if "nav" in document:
        yield from _nav(document["nav"])
    words = _children(document.get("extra")).get("words")
    for key, node in _children(words).items():
        yield from _texts(node, f"word around the pages ({key})")


def _document(root: Path) -> yaml.Node | None:
    with (root / FILE).open(encoding="utf-8") as stream:
        return yaml.compose(stream, Loader=yaml.SafeLoader)


def _children(node: yaml.Node | None) -> Mapping[str, yaml.Node]:
    if not isinstance(node, yaml.MappingNode):
        return {}
    return {key.value: value for key, value in node.value if isinstance(key, yaml.ScalarNode)}


def _items(node: yaml.Node) -> Sequence[yaml.Node]:
    return node.value if isinstance(node, yaml.SequenceNode) else []


def _nav(node: yaml.Node) -> Iterator[Message]:
    for item in _items(node):
        if isinstance(item, yaml.MappingNode):
            for title, target in item.value:
                yield from _texts(title, "title in the navigation")
                yield from _nav(target)


def _texts(node: yaml.Node, about: str) -> Iterator[Message]:
    """The texts at and below a node: words may be grouped in mappings and lists."""
    if isinstance(node, yaml.ScalarNode):
        if node.value.strip():
            yield Message(node.value, FILE, node.start_mark.line + 1, about)
    else:
        for child in [*_children(node).values(), *_items(node)]:
            yield from _texts(child, about)
