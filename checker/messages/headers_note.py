"""The shapes of what the header reader's codes say."""

from dataclasses import dataclass

from checker.findings import Severity


@dataclass(frozen=True, slots=True)
class Advice:
    """Who or what it is, what to do about it, and the page with more."""

    text: str
    what_to_do: str
    guide: str


@dataclass(frozen=True, slots=True)
class Note:
    """The words of a finding; {fields} are its arguments."""

    severity: Severity
    text: str
    guide: str = ""
