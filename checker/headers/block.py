"""Finding the header block and taking its fields apart: quickly where all is well, kindly where not."""

import re
from collections.abc import Iterator

from checker.headers.model import Block, Field, Repair
from checker.headers.names import STRONG, is_known, is_strong
from checker.headers.text import Repairs, characters, unlink

MOST_FIELDS = 60_000
MOST_LINES = 200_000
"""So many lines are searched for headers; what comes after them is body."""
_FIELDS = re.compile(r"^([A-Za-z][!-9;-~]{0,999})[ \t]*:(.*+(?:\n[ \t].*+)*+)", re.MULTILINE)
_FIRST = re.compile(r"([!-9;-~]{1,1000})[ \t]*:")
_START = re.compile(r"[ \t]{0,3}([A-Za-z][A-Za-z0-9_.-]{1,76})[ \t]?:(.*)")
_NO_NAME = frozenset(("http", "https", "mailto", "ftp"))
_PIECES = frozenset(("abwl", "bcl", "cip", "efv", "jmr", "sfv", "ucf", "uriscan", "wl"))
"""Names of no field: Microsoft's values begin so, often on a line of their own, which loses its indent."""
_OPEN_ENDS = (";", ",", "=", "(", ":")
_CLAUSE = re.compile(
    r"(?:by|with|id|for|via|from|envelope-from)\s|[+-]\d{4}\b|\d{1,2}:\d\d|\(|\[?\d{1,3}\.\d", re.ASCII
)
_TAGS = re.compile(r"[a-z]{1,2}\s?=|[A-Za-z0-9+/]{20,}={0,2};?$")
_GLUED = re.compile(
    r"(?<![A-Z_-])"
    r"(Received|Return-Path|Authentication-Results|Received-SPF|DKIM-Signature|Message-ID|MIME-Version|"
    r"Delivered-To|From|To|Subject|Date|Reply-To|Content-Type|List-Unsubscribe|List-Unsubscribe-Post|List-Id|"
    r"Feedback-ID|ARC-[A-Z][A-Za-z-]{1,40}|X-[A-Z][A-Za-z0-9-]{1,60}|Thread-Topic|Thread-Index|"
    r"Content-Language|Content-Transfer-Encoding|Accept-Language): "
)
_LONG_LINE = 300
_LONGEST_GLUED = 200_000
_NEAR = 16


def read_clean(text: str, repairs: Repairs, line: int = 1) -> Block | None:
    """Read a text that begins with a header block and has no flaw in it; nothing where it is not so."""
    end = text.find("\n\n")
    head = characters(text if end < 0 else text[: end + 1], repairs)
    first = _FIRST.match(head)  # before more is done: a book is no header block
    if first is None or not is_known(first[1].lower()):
        return None
    fields = _tile(head, line)
    if fields is None or len(fields) < 2 or _is_glued(fields):
        return None
    if "http" in head or "mailto:" in head:
        _unlink(fields, repairs)
    cut = _cut(fields, line, head)
    block = Block(tuple(fields), "" if end < 0 else text[end + 2 :], text, cut=cut)
    if not _PIECES.isdisjoint(block.names):
        return None
    return block if not STRONG.isdisjoint(block.names) or any(map(is_strong, block.names)) else None


def _tile(head: str, line: int) -> list[Field] | None:
    """Fields one after the other with nothing between; nothing where any line is no part of one."""
    lines = head.count("\n") + (not head.endswith("\n"))
    if lines > MOST_LINES:
        head = "\n".join(head.split("\n", MOST_LINES)[:MOST_LINES])
        lines = MOST_LINES
    new = tuple.__new__  # Field(…) would call Python for every field
    fields: list[Field] = []
    first = line
    for name, value in _FIELDS.findall(head):
        last = line
        if "\n" in value:
            pieces = value.split("\n")
            last += len(pieces) - 1
            value = " ".join([piece.strip() for piece in pieces])
        fields.append(new(Field, (name, name.lower(), value.strip(), line, last)))
        line = last + 1
    # As many lines as the fields have: then none stood between them.
    return fields if line - first == lines else None


def _cut(fields: list[Field], line: int, head: str) -> int:
    """Drop the fields that are too many; the line from which on there are more than were read, or 0."""
    if len(fields) > MOST_FIELDS:
        cut = fields[MOST_FIELDS].line
        del fields[MOST_FIELDS:]
        return cut
    last = fields[-1].last
    return last + 1 if last - line + 1 >= MOST_LINES < head.count("\n") else 0


def _is_glued(fields: list[Field]) -> bool:
    return len(fields) < 6 and any(
        len(field.value) > _LONG_LINE and len(_GLUED.findall(field.value[:20_000])) > 2 for field in fields
    )


def _unlink(fields: list[Field], repairs: Repairs) -> None:
    """Undo the links that programs make, only where there are any."""
    for number, field in enumerate(fields):
        if "http" in field.value or "mailto:" in field.value:
            value = unlink(field.value, repairs, field.line)
            if value != field.value:
                fields[number] = field._replace(value=value)


def unglue(lines: list[str], repairs: Repairs, first: int = 1) -> Iterator[tuple[int, str]]:
    """Numbered lines; a long one that holds several fields is cut before each of them."""
    for number, line in enumerate(lines, start=first):
        long = len(line) > _LONG_LINE
        cuts = [match.start(1) for match in _GLUED.finditer(line, 0, _LONGEST_GLUED)] if long else []
        if len(cuts) < 3:
            yield number, line
            continue
        repairs.setdefault(Repair.GLUED, number)
        for start, end in zip([0, *cuts], [*cuts, len(line)], strict=True):
            yield number, line[start:end].strip()


def find_start(lines: list[tuple[int, str]], begin: int = 0) -> int:
    """Where the header block begins, or -1: at a strong name, or at weak ones that stand together.

    A block of weak names may only be a quoted reply, so a better one below it goes first.
    """
    weak, apart = -1, False
    for at in range(begin, len(lines)):
        line = lines[at][1]
        apart = apart or (weak >= 0 and not line.strip())
        key = field_key(line)
        if not key or not is_known(key):
            continue
        if is_strong(key):
            if weak < 0 or not apart:
                return _upwards(lines, at if weak < 0 else weak, begin)
            if key in STRONG and any(field_key(near) in STRONG for _, near in lines[at + 1 : at + _NEAR]):
                return _upwards(lines, at, begin)
        elif weak < 0 and _has_company(lines, at):
            weak = at
    return _upwards(lines, weak, begin) if weak >= 0 else -1


def field_key(line: str) -> str:
    """The name of the field that the line may begin, in lower case; nothing where it cannot."""
    match = _START.match(line) if ":" in line[:90] else None
    key = match[1].lower() if match else ""
    return "" if key in _NO_NAME else key


def _has_company(lines: list[tuple[int, str]], at: int) -> bool:
    near = [line for _, line in lines[at + 1 : at + _NEAR]]
    if any(is_known(field_key(line)) for line in near):
        return True
    rest = [line for _, line in lines if line.strip()]
    return len(rest) < 4 and lines[at][1] == rest[0] and all(line[0] in " \t" for line in rest[1:])


def _upwards(lines: list[tuple[int, str]], at: int, begin: int) -> int:
    """Take in fields of unknown names that stand right above."""
    start = at
    while start > begin and lines[start - 1][1].strip():
        line = lines[start - 1][1]
        if line[0] not in " \t" and not field_key(line):
            break
        start -= 1
    while start < at and lines[start][1][0] in " \t":
        start += 1
    return start


class _Gathering:
    """Fields as they grow line by line."""

    def __init__(self, repairs: Repairs) -> None:
        self.repairs = repairs
        self.fields: list[tuple[str, int, int, list[str]]] = []
        self.unread: list[int] = []
        self.cut = 0

    def add(self, number: int, line: str) -> bool:
        """Take one line in that is not blank; say whether the block goes on."""
        key = field_key(line)
        if line[0] in " \t" and self.fields:
            self._fold(number, line)
        elif key and not self._is_cut_off(key, line):
            if len(self.fields) >= MOST_FIELDS:
                self.cut = number
                return False
            name, _, value = line.partition(":")
            self.fields.append((name.strip(), number, number, [value.strip()]))
        elif self.fields and self._goes_on(line):
            self.repairs.setdefault(Repair.LOST_INDENT, number)
            self._fold(number, line)
        elif len(self.unread) > 20 and len(self.unread) > len(self.fields):
            return False
        else:
            self.unread.append(number)
        return True

    def _fold(self, number: int, line: str) -> None:
        name, first, _, pieces = self.fields[-1]
        pieces.append(line.strip())
        self.fields[-1] = (name, first, number, pieces)

    def _is_cut_off(self, key: str, line: str) -> bool:
        """Say whether what looks like a name goes on with a list such as h=from:to:subject, or is a value."""
        if not self.fields:
            return False
        before, after = self.fields[-1][3][-1], line.partition(":")[2][:1]
        if (not before or before[-1] == ";") and key.isalnum() and not is_known(key) and after.strip():
            return True
        if not self.fields[-1][0].lower().endswith(("signature", "seal")):
            return False
        return self.fields[-1][3][-1].endswith((":", "h=")) and not is_strong(key)

    def _goes_on(self, line: str) -> bool:
        """Say whether the line before was left open, or this one can only be the rest of one."""
        name, _, _, pieces = self.fields[-1]
        before = pieces[-1]
        if not before or before.endswith(_OPEN_ENDS) or _CLAUSE.match(line) or _TAGS.match(line[:200]):
            return True
        return line[0].isdigit() or ";" in line or ("=" in line and name.lower() != "subject")

    def block(self, body: str) -> Block:
        """What was gathered."""
        fields = [
            Field(name, name.lower(), " ".join(pieces).strip(), first, last)
            for name, first, last, pieces in self.fields
        ]
        _unlink(fields, self.repairs)
        return Block(tuple(fields), body, "", tuple(self.unread), self.cut)


def read_lines(lines: list[tuple[int, str]], start: int, repairs: Repairs, rest: str = "") -> Block:
    """Gather fields from `start` on, mending what copying has broken; `rest` is more of the body."""
    gathering = _Gathering(repairs)
    spaced = _is_double_spaced(lines, start)
    at = start
    while at < len(lines):
        number, line = lines[at]
        if line.strip():
            if not gathering.add(number, line):
                break
        elif not _goes_past_blank(lines, at, spaced):
            break
        elif spaced:
            repairs.setdefault(Repair.DOUBLE_SPACED, number)
        at += 1
    if rest and at == len(lines):
        gathering.cut = lines[-1][0] + 1
    if gathering.cut:
        return gathering.block("")
    body = [line for _, line in lines[at + 1 :]]
    return gathering.block("\n".join([*body, rest] if rest else body))


def _is_double_spaced(lines: list[tuple[int, str]], start: int) -> bool:
    """Say whether every second line is empty."""
    some = [line for _, line in lines[start : start + 12]]
    return (
        len(some) > 5
        and all(line.strip() for line in some[::2])
        and not any(line.strip() for line in some[1::2])
    )


def _goes_past_blank(lines: list[tuple[int, str]], at: int, spaced: bool) -> bool:
    """A line of blanks alone is a fold (RFC 5322 section 3.2.2) where the block goes on after it."""
    following = lines[at + 1][1] if at + 1 < len(lines) else ""
    if not following.strip():
        return False
    if spaced:
        return following[0] in " \t" or bool(field_key(following)) or ";" in following
    return bool(lines[at][1]) and (following[0] in " \t" or is_known(field_key(following)))
