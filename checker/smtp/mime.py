"""Splitting a message into its headers and parts: total, linear, and each line keeps its number.

Only what a bounce needs of RFC 5322 and RFC 2045 to 2047; nesting and the number of parts are limited.
"""

import quopri
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import compress, islice
from operator import methodcaller

from checker.octets import from_base64, in_charset
from checker.smtp.text import decode_part, split_lines

DEEPEST = 8
MOST_PARTS = 100
MOST_FIELDS = 500
LONGEST_FIELD = 8000
OPENING = 200
"""So many lines of an attached message are kept as they stand."""

type Line = tuple[int, str]
"""The number of a line of the input, counted from 1, and its text."""

_FIELD = re.compile(r"([!-9;-~]{1,76})[ \t]*:")
_PARAMETER = re.compile(
    r"""([a-z0-9*-]{1,40})[ \t]*=[ \t]*(?:"([^"]{0,200})"?|([^\s;"]{1,200}))""", re.IGNORECASE
)
_HTML = re.compile(r"</(?:p|div|pre|td|span|html|a|b)>|<br ?/?>", re.IGNORECASE)
_ENCODED_WORD = re.compile(r"=\?([^?\s]{1,40})\?([bqBQ])\?([^?\s]{0,500})\?=(?:\s+(?==\?))?")
# Any of them makes a first paragraph the header of a message, and not just a line with a colon.
_TELLING = frozenset(
    {"from", "to", "subject", "date", "received", "return-path", "content-type", "message-id", "delivered-to"}
    | {"mime-version", "reply-to", "x-failed-recipients", "auto-submitted", "x-original-to"}
)


@dataclass(frozen=True, slots=True)
class Headers:
    """The header fields in their order: names in lower case, each with its lines, undecoded."""

    fields: tuple[tuple[str, list[str]], ...] = ()

    def get(self, name: str) -> str:
        """Return the first value of that name, unfolded and decoded, or nothing."""
        for key, lines in self.fields:  # a plain loop: this is asked often
            if key == name:
                return _value(lines)
        return ""


@dataclass(frozen=True, slots=True)
class Part:
    """A message or one of its parts: either it holds parts, or it holds lines."""

    headers: Headers
    type: str
    lines: tuple[Line, ...] = ()
    parts: tuple["Part", ...] = ()
    open_attached: Callable[[], "Part"] | None = None
    """Reads the message inside a message/rfc822 part: most bounces are told without it."""

    def leaves(self) -> Iterator["Part"]:
        """Every part that holds lines, in order; those of an attached message are not among them."""
        if not self.parts:
            yield self
            return
        for part in self.parts:
            yield from part.leaves()

    @property
    def attached(self) -> "Part | None":
        """The message inside a message/rfc822 part."""
        return self.open_attached() if self.open_attached else None


def parse_message(lines: Sequence[str], start: int = 0, end: int | None = None, depth: int = 0) -> Part:
    """Read a message from these lines; text without a header is a message without a header."""
    end = len(lines) if end is None else end
    headers, body = read_headers(lines, start, end)
    if not _TELLING.intersection(name for name, _ in headers.fields):
        return Part(Headers(), _pasted_type(lines, start), _numbered(lines, start, end))
    return _entity(lines, headers, body, end, depth)


def _pasted_type(lines: Sequence[str], start: int) -> str:
    head = "".join(line[:500] for line in lines[start : start + 20])
    return "text/html" if _HTML.search(head) else "text/plain"


def read_headers(lines: Sequence[str], start: int, end: int) -> tuple[Headers, int]:
    """Read header fields until the blank line or the first line that cannot be one; say where the body is."""
    while start < end and (not lines[start].strip() or lines[start].startswith(("From ", ">From "))):
        start += 1
    fields: list[tuple[str, list[str]]] = []
    position = start
    for position in range(start, end):
        line = lines[position]
        if not line or line.isspace():
            return Headers(tuple(fields)), position + 1
        folded = line[0] in " \t"
        match = None if folded else _FIELD.match(line)
        if match and len(fields) < MOST_FIELDS:
            fields.append((match[1].lower(), [line[match.end() :]]))
        elif fields and (folded or fields[-1][1][-1].rstrip().endswith(";")):  # copies lose the indent
            fields[-1][1].append(line)
        elif not match:
            return Headers(tuple(fields)), position
    return Headers(tuple(fields)), end


def _value(pieces: list[str]) -> str:
    """Unfold (RFC 5322 section 2.2.3), then decode encoded words (RFC 2047)."""
    value = " ".join([piece.strip() for piece in pieces])[:LONGEST_FIELD]
    if "=?" in value:
        value = _ENCODED_WORD.sub(_decoded_word, value)
    return decode_part(value, "utf-8")


def _decoded_word(match: re.Match[str]) -> str:
    charset, encoding, text = match.groups()
    if encoding in "bB":
        return in_charset(from_base64(text), charset)
    return in_charset(quopri.decodestring(text.encode("ascii", "replace"), header=True), charset)


def parameters(value: str) -> dict[str, str]:
    """Read the parameters of a Content-Type (RFC 2045 section 5.1)."""
    found = _PARAMETER.findall(value.partition(";")[2])
    return {name.lower(): quoted or plain for name, quoted, plain in reversed(found)}


def _entity(lines: Sequence[str], headers: Headers, start: int, end: int, depth: int) -> Part:
    value = headers.get("content-type")
    media = next(iter(value.partition(";")[0].lower().split()), "text/plain")
    encoding = headers.get("content-transfer-encoding").strip().lower()
    named = parameters(value) if ";" in value else {}
    boundary = named.get("boundary", "") if media.startswith("multipart/") else ""
    if boundary and depth < DEEPEST:
        return _multipart(lines, headers, media, (start, end), boundary, depth)
    if media.startswith("multipart/"):
        media = "text/plain"
    if media == "message/rfc822" and depth < DEEPEST:
        # RFC 2046 section 5.2.1 allows no base64 here, so it can be read where it stands.
        opening = _numbered(lines, start, min(end, start + OPENING))
        return Part(headers, media, opening, (), partial(parse_message, lines, start, end, depth + 1))
    return Part(headers, media, _body(lines, start, end, encoding, named.get("charset", "utf-8")))


def _multipart(
    lines: Sequence[str], headers: Headers, media: str, span: tuple[int, int], boundary: str, depth: int
) -> Part:
    """Split at the boundary lines (RFC 2046 section 5.1.1); without any, the whole is text."""
    start, end = span
    mark = "--" + boundary
    starts = map(methodcaller("startswith", mark), lines[start:end])
    marks = [*islice(compress(range(start, end), starts), MOST_PARTS + 1)]
    if not marks:
        return Part(headers, "text/plain", _numbered(lines, start, end))
    parts: list[Part] = []
    if any(lines[number].strip() for number in range(start, min(marks[0], start + 50))):
        parts.append(Part(Headers(), "text/x-preamble", _numbered(lines, start, marks[0])))
    for mark_at, following in zip(marks, [*marks[1:], end], strict=True):
        if not lines[mark_at].rstrip().endswith(mark + "--"):
            inner, body = read_headers(lines, mark_at + 1, following)
            if not inner.fields:
                body = mark_at + 1
            parts.append(_entity(lines, inner, body, following, depth + 1))
    return Part(headers, media, (), tuple(parts))


def _numbered(lines: Sequence[str], start: int, end: int) -> tuple[Line, ...]:
    return _in_charset(lines[start:end], start, "utf-8")


def _in_charset(raw: Sequence[str], start: int, charset: str) -> tuple[Line, ...]:
    if all(map(str.isascii, raw)) and not charset.lower().startswith("iso-2022"):
        return tuple(enumerate(raw, start + 1))
    return tuple((number, decode_part(line, charset)) for number, line in enumerate(raw, start + 1))


def _body(lines: Sequence[str], start: int, end: int, encoding: str, charset: str) -> tuple[Line, ...]:
    """Undo the transfer encoding and the charset; lines out of base64 all get the number of the first."""
    raw = lines[start:end]
    if encoding == "base64" and _looks_encoded(raw):
        text = in_charset(from_base64("".join(raw)), charset)
        return tuple((start + 1, line) for line in split_lines(text))
    if encoding == "quoted-printable":
        return tuple(_from_quoted(raw, start, charset))
    return _in_charset(raw, start, charset)


def _looks_encoded(raw: Sequence[str]) -> bool:
    """Believe in base64 only where no line has a blank: some servers name it and write plain text."""
    return not any(" " in line.strip() for line in raw[:20])


def _from_quoted(raw: Sequence[str], start: int, charset: str) -> Iterator[Line]:
    """Join soft line breaks (RFC 2045 section 6.7) under the number of the first line."""
    first, pieces = start + 1, list[str]()
    if not any("=" in line for line in raw):
        yield from _in_charset(raw, start, charset)
        return
    for number, line in enumerate(raw, start + 1):
        if not pieces:
            if "=" not in line:
                yield number, decode_part(line, charset)
                continue
            first = number
        stripped = line.rstrip()
        soft = stripped.endswith("=")
        pieces.append(stripped[:-1] if soft else line)
        if not soft:
            yield first, _unquoted("".join(pieces), charset)
            pieces.clear()
    if pieces:
        yield first, _unquoted("".join(pieces), charset)


def _unquoted(line: str, charset: str) -> str:
    if "=" not in line:
        return decode_part(line, charset)
    try:
        raw = line.encode("ascii", "surrogateescape")
    except UnicodeEncodeError:
        raw = line.encode("utf-8", "replace")
        charset = "utf-8"
    return in_charset(quopri.decodestring(raw), charset)
