"""Links: behind the wrappers that filters put around them, and in the text of a message."""

import re
from collections import Counter
from collections.abc import Iterator

from checker.octets import from_base64

_ESCAPED = re.compile(r"%([0-9A-Fa-f]{2})")
_SAFE_LINKS = re.compile(
    r"https?://[\w.-]{1,100}\.safelinks\.protection\.outlook\.com/\S{0,60}?[?&]url=([^&\s>]{1,4000})"
)
_DEFENSE_2 = re.compile(r"https?://urldefense\.proofpoint\.com/v[12]/url\?u=([^&\s>]{1,4000})")
_DEFENSE_3 = re.compile(r"https?://urldefense\.(?:com|us|proofpoint\.com)/v3/__(.{1,4000}?)__;")
_BARRACUDA = re.compile(r"https?://linkprotect\.cudasvc\.com/url\?a=([^&\s>]{1,4000})")
_MIMECAST = re.compile(
    r"https?://(?:protect|url)[\w-]{0,20}\.mimecast(?:protect)?\.com/s/[^?\s>]{1,200}\?domain=([^&\s>]{1,255})"
)
_HOST = re.compile(r"(?<!__)https?://(?:[^\s/@<>\"']{0,100}@)?([A-Za-z0-9.-]{1,253})", re.IGNORECASE)
_BOUNDARY = re.compile(r"boundary=(?:\"([^\"\n]{1,200})\"|([^\s;\"]{1,200}))", re.IGNORECASE)
_ENCODING = re.compile(
    r"^content-transfer-encoding:[ \t]{0,8}([A-Za-z0-9-]{1,20})", re.IGNORECASE | re.MULTILINE
)
_TYPE = re.compile(r"^content-type:[ \t]{0,8}([A-Za-z0-9.+/-]{1,100})", re.IGNORECASE | re.MULTILINE)
_HEX = re.compile(r"=([0-9A-F]{2})")
_MOST_PARTS = 200
_WRAPPERS = ("safelinks.protection.outlook.com", "mimecast.com", "mimecastprotect.com", "cudasvc.com")
_WRAPPED = re.compile(r"https?://([A-Za-z0-9.-]{1,253})[^\s<>\"']{0,4000}", re.IGNORECASE)


def unwrap(url: str) -> str:
    """The address inside a wrapped link; of Mimecast's only the host can be known; others stay."""
    for form in (_SAFE_LINKS, _BARRACUDA):
        if match := form.match(url):
            return _percent(match[1])
    if match := _DEFENSE_2.match(url):
        return _percent(match[1].replace("-", "%").replace("_", "/"))
    if match := _DEFENSE_3.match(url):
        return match[1].replace("*", "")
    if match := _MIMECAST.match(url):
        return f"https://{_percent(match[1])}"
    return url


def _percent(text: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)


def host_of(url: str) -> str:
    """The host of a link in lower case, or nothing."""
    match = _HOST.match(url)
    return match[1].lower().rstrip(".") if match else ""


def hosts(text: str) -> Counter[str]:
    """How often each host is linked to; links are unwrapped first."""
    counted = Counter(_HOST.findall(text))
    found: Counter[str] = Counter()
    for name, count in counted.items():
        host = name.lower().rstrip(".").removeprefix("www.")
        if not _is_wrapper(host):
            found[host] += count
    if found.total() < counted.total():
        for match in _WRAPPED.finditer(text):
            if _is_wrapper(match[1].lower()):
                found[(host_of(unwrap(match[0])) or match[1].lower()).removeprefix("www.")] += 1
    return found


def _is_wrapper(host: str) -> bool:
    return host.endswith(_WRAPPERS) or host.startswith("urldefense.")


def boundaries(text: str) -> list[str]:
    """The boundaries that Content-Type fields in the text name (RFC 2046 section 5.1.1)."""
    return [quoted or plain for quoted, plain in _BOUNDARY.findall(text)]


def part_type(head: str) -> str:
    """The type of a part by its fields, in lower case; nothing where it is not named."""
    found = _TYPE.search(head)
    return found[1].lower() if found else ""


def part_encoding(head: str) -> str:
    """The transfer encoding of a part by its fields."""
    found = _ENCODING.search(head)
    return found[1] if found else ""


def body_texts(content_type: str, encoding: str, body: str) -> Iterator[str]:
    """The text parts of a body, decoded as far as links need; attachments are left alone."""
    named = boundaries(content_type[:2000])
    if not named:
        if not content_type or content_type.lower().lstrip().startswith("text/"):
            yield _decoded(encoding, body)
        return
    marks = tuple(f"--{one}" for one in (*named, *boundaries(body)[:50]))
    part: list[str] = []
    parts = 0
    for line in [*body.split("\n"), marks[0]]:
        if not line.startswith("--") or not line.startswith(marks):
            part.append(line)
            continue
        yield from _part("\n".join(part))
        part = []
        parts += 1
        if parts > _MOST_PARTS:
            return


def _part(text: str) -> Iterator[str]:
    head, _, body = text.partition("\n\n")
    if len(head) > 8000:
        return
    if part_type(head).startswith("text/"):
        yield _decoded(part_encoding(head), body)


def _decoded(encoding: str, body: str) -> str:
    encoding = encoding.strip().lower()
    if encoding == "quoted-printable":
        return _HEX.sub(lambda match: chr(int(match[1], 16)), body.replace("=\n", ""))
    if encoding == "base64":
        return from_base64(body).decode("utf-8", "replace")
    return body
