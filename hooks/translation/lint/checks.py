"""What is checked, and what a finding looks like."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

_SHOWN = 60


class Check(StrEnum):
    """The name of a check, as it stands in brackets in every finding."""

    MISSING = "missing"
    STALE = "stale"
    SAME = "same"
    PLURAL = "plural"
    HEADER = "header"
    FORMAT = "format"
    LINK = "link"
    PICTURE = "picture"
    CODE = "code"
    FIELD = "field"
    ATTRIBUTES = "attributes"
    ICON = "icon"
    KEYS = "keys"
    FOOTNOTE = "footnote"
    HTML = "html"
    CELL = "cell"
    BLOCK = "block"
    LINE_BREAK = "line-break"
    EDGE = "edge"
    SPACES = "spaces"
    EMPHASIS = "emphasis"
    NUMBERS = "numbers"
    QUOTES = "quotes"
    DASHES = "dashes"
    END = "end"
    TERM = "term"


EXPLAINED: Mapping[Check, str] = MappingProxyType(
    {
        Check.MISSING: "the text is not translated, or not in the file yet",
        Check.STALE: "the English text has changed; read both, correct, and take the mark “fuzzy” away",
        Check.SAME: "the translation is the English text",
        Check.PLURAL: "a form for one or for many is missing",
        Check.HEADER: "the lines at the top of the file do not fit the language",
        Check.FORMAT: "the file is not written the way `make messages` writes it",
        Check.LINK: "a link is lost, or leads somewhere else",
        Check.PICTURE: "a picture is lost, or is another one",
        Check.CODE: "what stands between grave accents must be the same",
        Check.FIELD: "a {field} is lost, new or misspelt; it is filled in later",
        Check.ATTRIBUTES: "what stands in { … } must be the same",
        Check.ICON: "an icon such as :mail: must be the same",
        Check.KEYS: "keys such as ++ctrl+f++ must be the same",
        Check.FOOTNOTE: "a footnote such as [^1] is lost or new",
        Check.HTML: "an HTML tag is lost or new",
        Check.CELL: "an upright line would begin a new cell of the table",
        Check.BLOCK: "the translation would become a list, a heading, a box or two paragraphs",
        Check.LINE_BREAK: "the text must break its lines as the English does",
        Check.EDGE: "spaces at the start or the end differ",
        Check.SPACES: "there are two spaces in a row",
        Check.EMPHASIS: "another number of words stands in bold or italics",
        Check.NUMBERS: "a number is lost or wrong",
        Check.QUOTES: "quotation marks of another language",
        Check.DASHES: "a dash of another language, or a space on one side of it only",
        Check.END: "the text ends with another mark than the English",
        Check.TERM: "a word that the list of terms has another word for",
    }
)

# A translator may know better: the comment “# CHECK: why” on the message takes these back.
JUDGED = frozenset(
    {
        Check.SAME,
        Check.SPACES,
        Check.EMPHASIS,
        Check.NUMBERS,
        Check.QUOTES,
        Check.DASHES,
        Check.END,
        Check.TERM,
    }
)


class Fault(NamedTuple):
    """What is wrong with one translation."""

    check: Check
    what: str


Faults = Iterator[Fault]


@dataclass(frozen=True)
class Finding:
    """A fault with its place; as text it is one line that editors can jump from."""

    path: str
    line: int
    fault: Fault
    text: str = ""

    def __str__(self) -> str:
        shown = f": {shorten(self.text)}" if self.text else ""
        return f"{self.path}:{self.line}: {self.fault.what} [{self.fault.check}]{shown}"


def shorten(text: str) -> str:
    """Enough of a text to recognise it, in quotation marks."""
    line = " ".join(text.split())
    return f"“{line}”" if len(line) <= _SHOWN else f"“{line[: _SHOWN - 1]}…”"


def excepted(comment: str) -> frozenset[Check]:
    """The checks that a translator's comment takes back: `same`, or any judged one as `CHECK: why`."""
    found = set()
    for line in comment.split("\n"):
        name, colon, why = line.partition(":")
        check = next((check for check in JUDGED if check == name.strip()), None)
        if check and (why.strip() or (check is Check.SAME and not colon)):
            found.add(check)
    return frozenset(found)
