"""Bounces written for people: who is named, and which lines are about whom."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from checker.smtp.mime import Line
from checker.smtp.model import Evidence, Excerpt
from checker.smtp.reply import find_codes
from checker.smtp.signs import returned_starts
from checker.smtp.stage import find_command

MOST_LINES = 3000
LONGEST_LINE = 2000
MOST_RECIPIENTS = 500

ADDRESS = r"[^\s<>()\[\]{}:;,\"'|=`]{1,64}@(?>[A-Za-z0-9](?:[A-Za-z0-9._-]{0,200}[A-Za-z0-9])?)"
_ANY = re.compile(ADDRESS)
_LEADS = re.compile(
    r"[\s>*|•-]{0,20}(?:[245]\d\d )?(?:[245]\.\d\.\d+ )?[\"'<(\[]{0,3}"
    rf"({ADDRESS})"
    r"[\"'>)\]]{0,3}\s*(?=$|[:.,;(\[<&]| -|on |is |could|was|Error)"
)
_LABELLED = re.compile(
    r"(?:\bto|\btil|\btill|\ban|\bpara|\bà|\baan|"
    r"recipients?|recipient address|address(?:es)?|mailbox|user|rcpt to|destinataire|errors|size|"
    r"attempts|full|following|for|reach|account|message|mail)"
    rf"[ ]?[:=]?\s{{0,10}}[\"'<(]{{0,2}}({ADDRESS})",
    re.IGNORECASE,
)
_NOT_ABOUT = re.compile(
    r"mail[ _]from|envelope-from|contact|help|assistance|mailto:|https?://|^\s{0,10}from\b|"
    r"(?:generated|expanded) from",
    re.IGNORECASE,
)
_SERVICE = ("postmaster@", "mailer-daemon@", "abuse@", "support@", "helpdesk@", "hostmaster@")
_LOGGED = re.compile(r"^< (?=[245]\d\d[ -])", re.MULTILINE)  # how curl and swaks mark what the server says
_FOUR_LETTERS = re.compile(r"[^\W\d_](?:[\W\d_]{0,40}[^\W\d_]){3}")
_ORNAMENT = " \t-=*|#+>_~."


@dataclass(slots=True)
class _Segment:
    """The lines that are about one recipient."""

    address: str
    lines: list[Line] = field(default_factory=list)

    @property
    def says_something(self) -> bool:
        """Whether more than three letters are said besides the address."""
        words = "".join([text for _, text in self.lines]).replace(self.address, "")
        return _FOUR_LETTERS.search(words) is not None


def before_returned(lines: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line]]:
    """Split where the returned message begins: at a line that says so, or at its first header field."""
    seen = False
    for position, (_, text) in enumerate(lines[:MOST_LINES]):
        stripped = text[:LONGEST_LINE].strip(_ORNAMENT).lower()
        if seen and stripped.startswith(returned_starts()):
            return lines[:position], lines[position:]
        seen = seen or bool(stripped)
    return lines[:MOST_LINES], lines[MOST_LINES:]


def addresses_in(value: str) -> list[str]:
    """List the addresses in a header field or a short text, each once."""
    return list(dict.fromkeys(_ANY.findall(value[: LONGEST_LINE * 4])))


def read_plain(lines: Sequence[Line], named: Iterable[str], excluded: Collection[str]) -> list[Evidence]:
    """Give each recipient that the text names with the lines about it.

    `named` are recipients known beforehand; `excluded` are addresses that are no recipients, such as whom
    the bounce was sent to.
    """
    segments = _segments(lines, list(named), {address.lower() for address in excluded})
    around = excerpt(lines)
    alone = len(segments) == 1
    return [_evidence(segment, around, alone=alone) for segment in segments]


def _refused_elsewhere(said: Excerpt, around: Excerpt) -> bool:
    """Say whether the server's no stands above the line that first names the recipient, as in transcripts."""
    first, own = find_codes(around.text), find_codes(said.text)
    return bool(first.reply) and (not own.reply or (first.reply != own.reply and "<<< " in around.text))


def _segments(lines: Sequence[Line], named: list[str], excluded: Collection[str]) -> list[_Segment]:
    segments = {address.lower(): _Segment(address) for address in named[:MOST_RECIPIENTS]}
    current: _Segment | None = None
    for number, text in lines:
        text = text[:LONGEST_LINE]
        address = _recipient(text, segments, excluded) if "@" in text else ""
        if address and len(segments) < MOST_RECIPIENTS:
            current = segments.setdefault(address.lower(), _Segment(address))
        if current:
            current.lines.append((number, text))
    told = [segment for segment in segments.values() if segment.lines]
    return told or list(segments.values())


def _recipient(text: str, known: Collection[str], excluded: Collection[str]) -> str:
    """Name the recipient that this line is about, or nothing where it goes on about the one before."""
    mentioned = next((found[0] for found in _ANY.finditer(text) if found[0].lower() in known), "")
    if mentioned:
        return mentioned
    if _NOT_ABOUT.search(text):
        return ""
    match = _LEADS.match(text) or _LABELLED.search(text)
    if not match or match[1].lower() in excluded or match[1].lower().startswith(_SERVICE):
        return ""
    return match[1]


def _evidence(segment: _Segment, around: Excerpt, *, alone: bool) -> Evidence:
    said = excerpt(segment.lines) if segment.says_something else around
    if alone and said is not around and _refused_elsewhere(said, around):
        said = around
    return Evidence(
        segment.address,
        said=said,
        around=around,
        command=find_command(said.text) or find_command(around.text),
    )


def excerpt(lines: Sequence[Line]) -> Excerpt:
    """Put lines together, with the numbers of the first and the last that hold anything."""
    collapsed = [(number, " ".join(text[:LONGEST_LINE].split())) for number, text in lines]
    filled = [line for line in collapsed if line[1]]
    if not filled:
        return Excerpt()
    text = "\n".join([text for _, text in filled])
    return Excerpt(_LOGGED.sub("", text) if "< " in text else text, filled[0][0], filled[-1][0])
