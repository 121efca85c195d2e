"""Templates and PO files written from the sources."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from hooks.translation.catalogue import po_path, read, template, write
from hooks.translation.merge import merge
from hooks.translation.message import Message

Sources = Mapping[str, Sequence[Message]]


def write_templates(root: Path, sources: Sources) -> Iterator[Path]:
    """Write a template a section; yields the files that changed."""
    for section, messages in sources.items():
        path = root / "locales" / f"{section}.pot"
        if write(path, template(messages)):
            yield path


def write_translations(root: Path, sources: Sources, language: str) -> Iterator[Path]:
    """Bring a language's PO files up to date; yields the files that changed."""
    for section, messages in sources.items():
        path = po_path(root / "locales", language, section)
        old = read(path) if path.exists() else None
        if write(path, merge(template(messages), old, language)):
            yield path
