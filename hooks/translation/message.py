"""What a translator gets: one text with where it stands and what it is."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Message:
    """One text of a source file; `about` and `notes` become the translator's `#.` lines."""

    text: str
    path: str
    line: int
    about: str
    notes: tuple[str, ...] = ()
    is_markdown: bool = False


class AuthoringError(ValueError):
    """A source says something that cannot be translated; the text names file and line."""

    def __init__(self, path: str, line: int, what: str) -> None:
        super().__init__(f"{path}:{line}: {what}")
