"""What an evaluator says: a code with named arguments, and the text it rests on; never a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Severity(StrEnum):
    """How much a finding matters; the message tables give one to every code."""

    INFO = "info"
    NOTICE = "notice"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Finding:
    """A statement that is true of the input; `line` counts from 1 and is 0 where no line is meant."""

    code: str
    args: Mapping[str, str] = MappingProxyType({})
    line: int = 0
    quote: str = ""
