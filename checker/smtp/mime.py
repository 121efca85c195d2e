"""Splitting a message into its headers and parts: total, linear, and each line keeps its number.

Only what a bounce needs of RFC 5322 and RFC 2045 to 2047; nesting and the number of parts are limited.
"""

import base64
import binascii
import quopri
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.smtp.text import decode_bytes, decode_part, split_lines

DEEPEST = 8
MOST_PARTS = 100
MOST_FIELDS = 500
LONGEST_FIELD = 8000

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
    """The header fields in their order; names in lower case, values unfolded and decoded."""

    fields: tuple[tuple[str, str], ...] = ()

    def get(self, name: str) -> str:
        """Return the first value of that name, or nothing."""
        return next((value for key, value in self.fields if key == name), "")

    def every(self, name: str) -> list[str]:
        """Return all values of that name."""
        return [value for key, value in self.fields if key == name]


@dataclass(frozen=True, slots=True)
class Part:
    """A message or one of its parts: either it holds parts, or it holds lines."""

    headers: Headers
    type: str
    lines: tuple[Line, ...] = ()
    parts: tuple["Part", ...] = ()

    def leaves(self) -> Iterator["Part"]:
        """Every part that holds lines, in order; those of an attached message are not among them."""
        if not self.parts or self.type == "message/rfc822":
            yield self
            return
        for part in self.parts:
            yield from part.leaves()

    @property
    def attached(self) -> "Part | None":
        """The message inside a message/rfc822 part."""
        return self.parts[0] if self.type == "message/rfc822" and self.parts else None


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
    while position < end and lines[position].strip():
        line = lines[position]
        match = None if line[0] in " \t" else _FIELD.match(line)
        if match and len(fields) < MOST_FIELDS:
            fields.append((match[1].lower(), [line[match.end() :].strip()]))
        elif fields and (line[0] in " \t" or fields[-1][1][-1].endswith(";")):  # copies lose the indent
            fields[-1][1].append(line.strip())
        elif not match:
            break
        position += 1
    body = position + 1 if position < end and not lines[position].strip() else position
    return Headers(tuple((name, _value(value)) for name, value in fields)), body


def _value(pieces: list[str]) -> str:
    """Unfold (RFC 5322 section 2.2.3), then decode encoded words (RFC 2047)."""
    value = " ".join(pieces)[:LONGEST_FIELD]
    if "=?" in value:
        value = _ENCODED_WORD.sub(_decoded_word, value)
    return decode_part(value, "utf-8")


def _decoded_word(match: re.Match[str]) -> str:
    charset, encoding, text = match.groups()
    if encoding in "bB":
        return decode_bytes(_from_base64(text), charset)
    return decode_bytes(quopri.decodestring(text.encode("ascii", "replace"), header=True), charset)


def parameters(value: str) -> dict[str, str]:
    """Read the parameters of a Content-Type (RFC 2045 section 5.1)."""
    found = _PARAMETER.findall(value.partition(";")[2])
    return {name.lower(): quoted or plain for name, quoted, plain in reversed(found)}


def _entity(lines: Sequence[str], headers: Headers, start: int, end: int, depth: int) -> Part:
    value = headers.get("content-type")
    media = next(iter(value.partition(";")[0].lower().split()), "text/plain")
    encoding = headers.get("content-transfer-encoding").strip().lower()
    boundary = parameters(value).get("boundary", "") if media.startswith("multipart/") else ""
    if boundary and depth < DEEPEST:
        return _multipart(lines, headers, media, (start, end), boundary, depth)
    if media.startswith("multipart/"):
        media = "text/plain"
    charset = parameters(value).get("charset", "utf-8")
    body = _body(lines, start, end, encoding, charset)
    if media == "message/rfc822" and depth < DEEPEST:
        # RFC 2046 section 5.2.1 allows no base64 here, so it can be read where it stands.
        return Part(headers, media, body, (parse_message(lines, start, end, depth + 1),))
    return Part(headers, media, body)


def _multipart(
    lines: Sequence[str], headers: Headers, media: str, span: tuple[int, int], boundary: str, depth: int
) -> Part:
    """Split at the boundary lines (RFC 2046 section 5.1.1); without any, the whole is text."""
    start, end = span
    mark = "--" + boundary
    marks = [number for number in range(start, end) if lines[number].startswith(mark)][: MOST_PARTS + 1]
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
    return tuple(zip(range(start + 1, end + 1), map(_plain, lines[start:end]), strict=True))


def _plain(line: str) -> str:
    return line if line.isascii() else decode_part(line, "utf-8")


def _body(lines: Sequence[str], start: int, end: int, encoding: str, charset: str) -> tuple[Line, ...]:
    """Undo the transfer encoding and the charset; lines out of base64 all get the number of the first."""
    raw = lines[start:end]
    if encoding == "base64" and _looks_encoded(raw):
        text = decode_bytes(_from_base64("".join(raw)), charset)
        return tuple((start + 1, line) for line in split_lines(text))
    if encoding == "quoted-printable":
        return tuple(_from_quoted(raw, start, charset))
    if all(map(str.isascii, raw)) and not charset.lower().startswith("iso-2022"):
        return tuple(zip(range(start + 1, end + 1), raw, strict=True))
    return tuple((number, decode_part(line, charset)) for number, line in enumerate(raw, start + 1))


def _looks_encoded(raw: Sequence[str]) -> bool:
    """Believe in base64 only where no line has a blank: some servers name it and write plain text."""
    return not any(" " in line.strip() for line in raw[:20])


def _from_base64(text: str) -> bytes:
    """Decode what is there; a missing end costs no more than the end."""
    clean = re.sub(r"[^A-Za-z0-9+/]", "", text)
    try:
        return base64.b64decode(clean + "=" * (-len(clean) % 4))
    except binascii.Error:
        return base64.b64decode(clean[: len(clean) // 4 * 4])


def _from_quoted(raw: Sequence[str], start: int, charset: str) -> Iterator[Line]:
    """Join soft line breaks (RFC 2045 section 6.7) under the number of the first line."""
    first, pieces = start + 1, list[str]()
    for number, line in enumerate(raw, start + 1):
        if not pieces:
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
    return decode_bytes(quopri.decodestring(raw), charset)
