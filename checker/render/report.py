"""What a tool found, as a small document: composed once, shown as HTML on a page or as text in a terminal."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from checker.render.context import Context
from checker.tables.load import Source


@dataclass(frozen=True, slots=True)
class Words:
    """Words of ours in the reader's language; what was pasted or looked up stays apart in `fields`.

    The words may hold the little markup of `inline`; the fields are shown as they are, whatever they hold.
    """

    text: str
    fields: Mapping[str, str] = MappingProxyType({})


_FIELD = re.compile(r"\{(\w+)\}")

type Text = Words | str
"""Plain strings are text from outside: they are escaped and nothing else."""


def words(text: str, context: Context, **fields: object) -> Words:
    """Translate a message and keep its fields apart."""
    return Words(context.t(text), {name: str(value) for name, value in fields.items()})


def filled(text: Text, ours: Callable[[str], str], theirs: Callable[[str], str]) -> str:
    """Make one string of a text: our words go through `ours`, what came from outside through `theirs`."""
    if isinstance(text, str):
        return theirs(text)
    return _FIELD.sub(lambda field: theirs(text.fields.get(field[1], field[0])), ours(text.text))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `kind` is a class for its looks, such as "lead" or "hint"."""

    text: Text
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; numbered where the order matters."""

    items: tuple[Text, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Names with their values; rows without a value are left out."""

    rows: tuple[tuple[Text, Text], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first cell of each row names the row."""

    caption: Text
    head: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Lines of the input, as they are; `where` says which."""

    title: Text
    text: str
    where: Text = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture as SVG of ours; its twin in words must stand beside it, for text has no picture."""

    svg: str


@dataclass(frozen=True, slots=True)
class Action:
    """A link to a page of the site, shown as a button; `fragment` without its #."""

    label: Words
    page: str
    fragment: str = ""

    def address(self, context: Context) -> str:
        """Where it leads, from the page that the context is made for."""
        return context.url(self.page) + (f"#{self.fragment}" if self.fragment else "")


@dataclass(frozen=True, slots=True)
class Again:
    """A button that reads the same once more with one thing changed; a terminal has its options for that."""

    label: Words
    value: str
    hint: Text = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a chart: shares of the longest bar, each with its colour's class; `value` says it in words."""

    label: Text
    value: Text
    shares: tuple[tuple[str, float], ...]
    remark: Text = ""


@dataclass(frozen=True, slots=True)
class Bars:
    """A chart of bars, one below the other."""

    rows: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class File:
    """A text to copy or to keep under a name of ours."""

    title: Text
    text: str
    filename: str
    media: str = "text/plain"


@dataclass(frozen=True, slots=True)
class Cited:
    """Where a fact comes from, and when it was checked."""

    source: Source


@dataclass(frozen=True, slots=True)
class Fold:
    """Details that a reader may open."""

    title: Text
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part with a heading; `kind` is a class for its looks."""

    title: Text
    blocks: tuple["Block", ...]
    kind: str = ""


type Block = (
    Paragraph
    | Bullets
    | Facts
    | Table
    | Quote
    | Bars
    | Figure
    | Action
    | Again
    | File
    | Cited
    | Fold
    | Section
)


@dataclass(frozen=True, slots=True)
class Report:
    """The whole of it; the title gets the focus when it has been put on the page."""

    title: Text
    blocks: tuple[Block, ...]
