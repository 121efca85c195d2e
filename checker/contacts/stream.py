"""A list from bytes to rows whose columns are known: what counting and exporting have in common."""

from checker.contacts.decode import Decoder
from checker.contacts.layout import Layout, find_layout
from checker.contacts.model import Kind
from checker.contacts.rows import Row, Rows


class Stream:
    """Push pieces in, take rows out, the heading left off; `layout` is known once rows come."""

    def __init__(self) -> None:
        self.decoder = Decoder()
        self.rows = Rows()
        self.layout: Layout | None = None
        self.seen = False

    def feed(self, chunk: bytes | str, *, last: bool = False) -> list[Row]:
        """Read a piece of any size."""
        text = self.decoder.feed(chunk, last=last)
        if self.kind is not Kind.LIST:
            return []
        rows = [row for row in self.rows.feed(text, last=last) if row]
        if not rows:
            return []
        if self.layout is None:
            self.seen = True
            self.layout = find_layout(rows)
            return rows[1:] if self.layout and self.layout.heading else rows
        return rows

    @property
    def kind(self) -> Kind:
        """What the file is, as far as it was read."""
        return self.decoder.kind
