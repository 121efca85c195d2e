"""The shape of a message about a finding: how much it matters, what is true, and what follows from it."""

from dataclasses import dataclass

from checker.findings import Severity


@dataclass(frozen=True, slots=True)
class Said:
    """Words with {fields} that are the finding's named arguments."""

    severity: Severity
    text: str
    advice: str = ""
