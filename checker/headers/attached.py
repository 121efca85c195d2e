"""An e-mail that was forwarded as an attachment: the one inside is the one that the reader asks about."""

from dataclasses import dataclass

from checker.headers.links import boundaries, part_encoding, part_type
from checker.headers.model import Block
from checker.octets import from_base64, to_lf

_MOST_PARTS = 200
_MOST_BOUNDARIES = 20
_LONGEST_HEAD = 60
_SERVERS = ("mailer-daemon", "postmaster@", "mail delivery")
_OUTER_IS_MEANT = ("multipart/report", "multipart/digest")


@dataclass(frozen=True, slots=True)
class Attached:
    """The text of the attached e-mail, and the line on which it begins; lines count from 1."""

    text: str
    line: int


def find_attached(block: Block) -> Attached | None:
    """The first e-mail attached to this one, or nothing.

    In a report of a server and in a digest the outer e-mail is the one to read, and so it is where a filter
    has put what it took for spam into an e-mail of its own.
    """
    if not block.body or not block.raw or not _may_hold_one(block):
        return None
    lines = block.raw.split("\n")
    first = block.fields[0].line
    start = _end_of_head(lines, 0, len(lines)) + 1
    if part_type(f"content-type: {block.get('content-type')}") == "message/rfc822":
        return _attached(lines, start, len(lines), block.get("content-transfer-encoding"), first)
    marks = {f"--{one}" for one in boundaries(block.get("content-type"))}
    return _in_parts(lines, start, marks, first)


def _may_hold_one(block: Block) -> bool:
    kind = block.get("content-type").strip().lower()
    if not kind.startswith(("multipart/", "message/rfc822")) or kind.startswith(_OUTER_IS_MEANT):
        return False
    if _is_from_server(block) or any("with SpamAssassin" in field.value for field in block.all("received")):
        return False
    return kind.startswith("message/") or "rfc822" in block.body or "RFC822" in block.body


def _is_from_server(block: Block) -> bool:
    """Say whether it is a server that sends the e-mail back: then the outer one is meant."""
    path, author = block.get("return-path").lower(), block.get("from").lower()
    return path.strip() == "<>" or any(name in path or name in author for name in _SERVERS)


def _in_parts(lines: list[str], at: int, marks: set[str], first: int) -> Attached | None:
    """Go from part to part, also into those that hold parts; every line is looked at once."""
    parts = 0
    while at < len(lines) and parts < _MOST_PARTS:
        if not lines[at].startswith("--") or lines[at].rstrip() not in marks:
            at += 1
            continue
        parts += 1
        begin, at = at + 1, _end_of_head(lines, at + 1, _LONGEST_HEAD)
        head = "\n".join(lines[begin:at])
        kind = part_type(head)
        if kind == "message/rfc822":
            ends = marks | {f"{mark}--" for mark in marks}
            end = next((n for n in range(at, len(lines)) if lines[n].rstrip() in ends), len(lines))
            return _attached(lines, at + 1, end, part_encoding(head), first)
        if kind.startswith("multipart/") and len(marks) < _MOST_BOUNDARIES:
            marks |= {f"--{one}" for one in boundaries(head)}
    return None


def _end_of_head(lines: list[str], at: int, most: int) -> int:
    """The place of the blank line after the fields that begin here."""
    end = min(at + most, len(lines))
    return next((number for number in range(at, end) if not lines[number].strip()), end)


def _attached(lines: list[str], start: int, end: int, encoding: str, first: int) -> Attached:
    text = "\n".join(lines[start:end])
    if encoding.strip().lower() == "base64":  # RFC 2046 section 5.2.1 forbids it, and some do it
        text = to_lf(from_base64(text).decode("utf-8", "replace"))
    return Attached(text, first + start)
