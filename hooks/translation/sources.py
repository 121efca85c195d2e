"""Everything that a translator translates, by section: one section is one PO file in every language."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from hooks.translation.code_strings import code_messages
from hooks.translation.message import AuthoringError, Message
from hooks.translation.segment import read_page
from hooks.translation.site_config import site_messages
from hooks.translation.table_strings import table_messages

SITE, HOME, CHECKER = "site", "home", "checker"
_UNPUBLISHED = frozenset({"dev"})


def section_of(page: str) -> str:
    """The section of a page, from its path below docs/: its folder, or `home` at the top."""
    folders = PurePosixPath(page).parent.parts
    return folders[0] if folders else HOME


def is_published(name: str) -> bool:
    """Whether a file below docs/ is for readers of the site."""
    return PurePosixPath(name).parts[0] not in _UNPUBLISHED


def read_sources(root: Path) -> Mapping[str, list[Message]]:
    """All messages of the project by section, in the order of files and lines."""
    sections: dict[str, list[Message]] = {SITE: list(site_messages(root)), HOME: []}
    for page in _pages(root):
        section = section_of(page)
        if section in {SITE, CHECKER} or (section == HOME and "/" in page):
            raise AuthoringError(
                f"docs/{page}", 1, f"rename the folder: “{section}” is the name of a PO file"
            )
        sections.setdefault(section, []).extend(page_messages(root, page))
    sections[CHECKER] = [
        *_from_files(root, "*.py", code_messages),
        *_from_files(root, "*.toml", table_messages),
    ]
    return {section: messages for section, messages in sections.items() if messages}


def page_messages(root: Path, page: str) -> Iterator[Message]:
    """The texts of one page; what could not be translated well is refused, with its line."""
    path = f"docs/{page}"
    source = read_page((root / path).read_bytes().decode("utf-8-sig"))
    for fault in source.faults:
        raise AuthoringError(path, fault.line, fault.what)
    for segment in source.segments:
        about = f"{segment.kind} on {address(page)}"
        yield Message(segment.text, path, segment.line, about, segment.notes, segment.kind.is_markdown)


def _pages(root: Path) -> Iterator[str]:
    for path in sorted((root / "docs").rglob("*.md")):
        page = path.relative_to(root / "docs").as_posix()
        if is_published(page):
            yield page


def address(page: str) -> str:
    """Where the page is on the site, below the language."""
    path = PurePosixPath(page).with_suffix("")
    path = path.parent if path.name == "index" else path
    return f"/{path}/".replace("/./", "/")


def _from_files(root: Path, pattern: str, read: Callable[[str, str], Iterator[Message]]) -> Iterator[Message]:
    for path in sorted((root / "checker").rglob(pattern)):
        yield from read(path.read_text(encoding="utf-8"), path.relative_to(root).as_posix())
