"""From anything pasted to a header block, or to the reason why there is none."""

import re
from dataclasses import dataclass, field, replace

from checker.headers import api_json, markup
from checker.headers.attached import Attached, find_attached
from checker.headers.block import MOST_LINES, field_key, find_start, read_clean, read_lines, unglue
from checker.headers.decode import OUTLOOK_MAGIC, decode, unpack
from checker.headers.gmail import read_summary
from checker.headers.model import Block, Fault, Repair, Summary
from checker.headers.names import is_strong
from checker.headers.text import Repairs, characters, line_ends, unquote

_MAGIC = (
    "\x89PNG",
    "\ufffdPNG",
    "\xff\xd8\xff",
    "\ufffd\ufffd\ufffd\ufffd\x00",
    "%PDF-",
    "PK\x03\x04",
    "GIF8",
)
_SENT = frozenset(
    [
        "sent",
        "sendt",
        "gesendet",
        "envoyé",
        "envoye",
        "verzonden",
        "skickat",
        "inviato",
        "enviado",
        "lähetetty",
        "wysłano",
        "odesláno",
        "sendes",
    ]
)
_LABELS = frozenset(
    [
        "from",
        "to",
        "subject",
        "date",
        "cc",
        "fra",
        "til",
        "emne",
        "dato",
        "von",
        "an",
        "betreff",
        "de",
        "à",
        "objet",
        "van",
        "aan",
        "onderwerp",
        "från",
        "till",
        "ämne",
    ]
)
_FORWARDED = re.compile(
    r"\s*(?:-{2,}\s?.{1,40}\s?-{2,}|begin forwarded message\s?:|-----\s?original message\s?-----)\s*$",
    re.IGNORECASE,
)
_SMTP = re.compile(
    r"\s*(?:[<>*CS]:?\s|-{2,3}>\s|<{2,3}\s|>{2,3}\s|\[?\d\d:\d\d.{0,30}\s)?\s?"
    r"(?:(?:EHLO|HELO|RCPT TO:|MAIL FROM:|DATA$|QUIT$|STARTTLS$)|[2345]\d\d[ -]\S)"
)
_LABEL = re.compile(r"\s*([^\W\d_]{1,14})\s?:")
_ODD = re.compile("[\x00-\x08\x0e-\x1f\ufffd]")
_SEPARATOR = "\n\n"
NO_BLOCK = Block()
_LOOKED_AT = 400


@dataclass(slots=True)
class Paste:
    """What came of a paste."""

    block: Block = NO_BLOCK
    summary: Summary | None = None
    fault: Fault | None = None
    repairs: Repairs = field(default_factory=dict)
    lines: int = 0
    attached: int = 0
    """The line on which the attached e-mail begins, where that one was read; 0 where none was."""


def read_paste(text: str) -> Paste:
    """Find the header block in the text, whatever it is wrapped in."""
    paste = Paste(lines=text.count("\n") + 1)
    fault = _unreadable(text)
    if fault:
        paste.fault = fault
        return paste
    if "\r" in text:
        text = line_ends(text, paste.repairs)
        paste.lines = max(paste.lines, text.count("\n") + 1)
    text, first = _without_blank_lines(text.lstrip("\ufeff"), paste)
    _read_block(text, first, paste)
    inner = find_attached(paste.block)
    return _with_attached(inner, paste) if inner else paste


def _with_attached(inner: Attached, outer: Paste) -> Paste:
    """Read the attached e-mail instead, if it has been on its way at all."""
    text, lines = inner.text, max(outer.lines, inner.line + inner.text.count("\n"))
    found = Paste(repairs=dict(outer.repairs), lines=lines, attached=inner.line)
    _read_block(text, inner.line, found)
    return outer if found.fault or found.block.first("received") is None else found


def _read_block(text: str, first: int, paste: Paste) -> None:
    start, line = _past_mailbox_line(text, first)
    clean = read_clean(start, paste.repairs, line)
    if clean is not None and not _is_page(clean):
        paste.block = clean
    else:
        _read_untidy(text, first, paste)


def _past_mailbox_line(text: str, first: int) -> tuple[str, int]:
    """The text after the line that mailbox files put above each e-mail (RFC 4155), and its number."""
    if not text.startswith("From ") or text[5:6] in ": \t":
        return text, first
    return text.partition("\n")[2], first + 1


def _without_blank_lines(text: str, paste: Paste) -> tuple[str, int]:
    """The text from its first line that holds anything, and that line's number."""
    if text[:1].isalnum():
        return text, 1
    begin = text.rfind("\n", 0, len(text) - len(text.lstrip("\n\t "))) + 1
    if begin:
        paste.repairs[Repair.LEADING_BLANK] = 1
    return text[begin:], text.count("\n", 0, begin) + 1


def _unreadable(text: str) -> Fault | None:
    if not text[:1].isalpha() and not text.strip("\x00\ufeff \t\r\n\xa0\u200b"):
        return Fault.EMPTY
    if text.startswith(OUTLOOK_MAGIC.decode("latin-1")) or "\x11\ufffd\ufffd\x1a\ufffd" in text[:12]:
        return Fault.OUTLOOK_FILE
    if text.startswith(_MAGIC):
        return Fault.BINARY
    sample = text[:2000]
    nul = sample.count("\x00")
    if not nul and "\ufffd" not in sample and "\x01" not in sample:
        return None
    odd = len(_ODD.findall(sample))
    return Fault.BINARY if odd * 5 > len(sample) and nul * 5 < len(sample) * 2 else None


def _is_page(block: Block) -> bool:
    """Say whether these are rows of Gmail's page and not fields."""
    if block.names.isdisjoint(("spf", "dkim", "dmarc")):
        return False
    return any(one.name in ("SPF", "DKIM", "DMARC") for one in block.fields[:12])


def _read_untidy(text: str, first: int, paste: Paste) -> None:
    """Unwrap, find the start, gather."""
    unwrapped = _unwrap(text, paste)
    if unwrapped is None:
        return
    paste.lines = max(paste.lines, first + unwrapped.count("\n"))
    lines = characters(unwrapped, paste.repairs).split("\n", MOST_LINES)
    rest = lines.pop() if len(lines) > MOST_LINES else ""
    lines = unquote(lines, paste.repairs)
    found = read_summary(lines)
    if found:
        paste.summary = found[0]
        paste.repairs[Repair.PAGE_COPY] = first
    numbered = list(unglue(lines, paste.repairs, first))
    begin = _index_of(numbered, first + found[1]) if found else 0
    start = find_start(numbered, begin)
    if start < 0 or (not found and _is_no_block(numbered, start)):
        paste.fault = None if found else _why_none(lines)
        return
    paste.block = read_lines(numbered, start, paste.repairs, rest)
    _note_leading_text(numbered[begin:start], paste)
    if Repair.JSON in paste.repairs or Repair.HTML in paste.repairs:
        return
    if not paste.repairs.keys() - {Repair.LINE_ENDS, Repair.LEADING_TEXT, Repair.NUL} and not found:
        paste.block = _with_raw(paste.block, unwrapped, numbered[start][0] - first + 1)


def _index_of(numbered: list[tuple[int, str]], line: int) -> int:
    return next((at for at, (number, _) in enumerate(numbered) if number >= line), len(numbered))


def _with_raw(block: Block, text: str, first: int) -> Block:
    """Keep the message as it stood, for checks that need every character of it."""
    raw = text.split("\n", first - 1)[-1]
    body = raw.partition(_SEPARATOR)[2]
    return replace(block, body=body or block.body, raw=raw)


def _unwrap(text: str, paste: Paste) -> str | None:
    """Undo base64, JSON and HTML around the whole text."""
    if text[:2000].count("\x00") * 5 > len(text[:2000]) * 2:
        text = characters(text, paste.repairs)
    if text.isascii():
        inner = unpack(packed := text.encode())
        if inner is not packed:
            paste.repairs[Repair.BASE64] = 1
            return line_ends(decode(inner), paste.repairs)
    if api_json.looks_like_json(text):
        lines = api_json.to_lines(text)
        if lines is not None:
            paste.repairs[Repair.JSON] = 1
            paste.lines = max(paste.lines, lines.count("\n") + 1)
            paste.fault = None if lines else Fault.API_JSON
            return lines or None
    if markup.is_html(text):
        paste.repairs[Repair.HTML] = 1
        text = markup.to_text(text)
        paste.lines = max(paste.lines, text.count("\n") + 1)
    return text


def _note_leading_text(before: list[tuple[int, str]], paste: Paste) -> None:
    """What stands above the headers, unless it is the line that mailbox files put there."""
    for number, line in before:
        if line.strip() and not line.startswith(("From ", ">From ")) and not line.strip().isdigit():
            paste.repairs.setdefault(Repair.LEADING_TEXT, number)
            return


def _is_no_block(lines: list[tuple[int, str]], start: int) -> bool:
    """Say whether the names are only those that people and quoted replies write, too."""
    keys = {field_key(line) for _, line in lines[start : start + 60]}
    if any(is_strong(key) for key in keys if key):
        return False
    texts = [line for _, line in lines[: start + 60]]
    return _is_quoted_message(texts) or _is_smtp_log(texts)


def _why_none(lines: list[str]) -> Fault:
    lines = lines[:_LOOKED_AT]
    if _is_smtp_log(lines):
        return Fault.SMTP_LOG
    return Fault.QUOTED_MESSAGE if _is_quoted_message(lines) else Fault.ONLY_BODY


def _is_quoted_message(lines: list[str]) -> bool:
    """The block that mail programs put above a message they answer or pass on."""
    labels = [match[1].lower() for match in map(_LABEL.match, lines) if match]
    if _SENT.intersection(labels) and len(_LABELS.intersection(labels)) > 0:
        return True
    marked = any(_FORWARDED.match(line[:100]) for line in lines)
    return marked and len(_LABELS.intersection(labels)) > 1


def _is_smtp_log(lines: list[str]) -> bool:
    spoken = [line for line in lines if _SMTP.match(line[:200])]
    commands = [
        line for line in spoken if any(word in line for word in ("MAIL FROM:", "RCPT TO:", "EHLO", "HELO"))
    ]
    return len(spoken) > 2 and len(commands) > 0
