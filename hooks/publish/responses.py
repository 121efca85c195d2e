"""What the server answers: a function of the site's folder and the request, without a socket."""

import hashlib
import re
from dataclasses import dataclass, replace
from http import HTTPStatus
from pathlib import Path, PurePosixPath
from urllib.parse import quote, unquote

from hooks.publish.compress import SUFFIXES
from hooks.publish.headers import KEEP, NAME, headers_for, is_lasting, read

# Spelled out because Python would otherwise ask the machine's own list, and those differ.
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".gif": "image/gif",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/vnd.microsoft.icon",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".map": "application/json",
    ".md": "text/markdown; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
    ".zip": "application/zip",
}
_UNKNOWN = "application/octet-stream"
_ENCODINGS = {"br": "br", "gzip": "gz"}  # best first; name on the wire → suffix of the file

_ASK = "no-cache"  # may be kept, but only used after asking whether it still holds


@dataclass(frozen=True)
class Request:
    """The parts of a request that the answer depends on."""

    target: str
    accept_encoding: str = ""
    if_none_match: str = ""


@dataclass(frozen=True)
class Reply:
    """A whole answer; `headers` leaves out what any HTTP server adds by itself."""

    status: HTTPStatus
    headers: dict[str, str]
    body: bytes = b""


def answer(site: Path, request: Request, insert: bytes = b"", base: str = "/") -> Reply:
    """The reply to a GET with the headers that `_headers` asks for; `insert` ends the body of every page.

    `base` is the path that the site lies below; nothing else exists.
    """
    below = "/" + request.target.removeprefix(base) if request.target.startswith(base) else "//"
    reply = _reply(site, replace(request, target=below), insert)
    file = site / NAME
    rules = read(file.read_text(encoding="utf-8")) if file.is_file() else {}
    headers = headers_for(rules, below.partition("?")[0]) | reply.headers
    if "Location" in headers:
        headers["Location"] = base + headers["Location"].removeprefix("/")
    return replace(reply, headers=headers)


def _reply(site: Path, request: Request, insert: bytes) -> Reply:
    # Not urlsplit: it takes "//x" for a host, and raises on some of what strangers send.
    path, _, query = request.target.partition("#")[0].partition("?")
    steps = _steps(path)
    if steps is None:
        return _missing(site, "", request, insert)
    file = site.joinpath(*steps)
    if file.is_dir() and not path.endswith("/"):
        return _redirect(steps, query)
    if path.endswith("/"):
        file = file / "index.html"
    if not file.is_file():
        return _missing(site, steps[0] if steps else "", request, insert)
    return _file(file, request, insert, KEEP if is_lasting("/" + "/".join(steps)) else _ASK)


def _steps(path: str) -> list[str] | None:
    """The folders and the file that a URL path names, or None when it names what no site of ours holds."""
    parts = [unquote(part, errors="replace") for part in path.split("/")]
    steps = parts[1:-1] if parts[-1] == "" else parts[1:]
    return None if parts[0] or not all(map(_plain, steps)) else steps


def _plain(step: str) -> bool:
    return (
        0 < len(step) < 256
        and not step.startswith((".", "_headers", "_redirects"))
        and not set(step) & {"\\", "/", ":", "\0"}
    )


def _file(path: Path, request: Request, insert: bytes, cache_control: str) -> Reply:
    headers = {"Content-Type": TYPES.get(path.suffix, _UNKNOWN), "Cache-Control": cache_control}
    if path.suffix in SUFFIXES:
        headers["Vary"] = "Accept-Encoding"
    if insert and path.suffix == ".html":
        body = _inserted(path.read_bytes(), insert)
    else:
        body = _encoded(path, request, headers)
    headers["ETag"] = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    if headers["ETag"] in _tags(request.if_none_match):
        return Reply(HTTPStatus.NOT_MODIFIED, headers)
    return Reply(HTTPStatus.OK, headers, body)


def _inserted(page: bytes, insert: bytes) -> bytes:
    head, end, tail = page.rpartition(b"</body>")
    return head + insert + end + tail if end else page + insert


def _encoded(path: Path, request: Request, headers: dict[str, str]) -> bytes:
    """The file's bytes in the smallest form that the client takes; says in `headers` which."""
    wanted = _accepted(request.accept_encoding)
    for encoding, suffix in _ENCODINGS.items():
        form = path.with_name(f"{path.name}.{suffix}")
        if encoding in wanted and form.is_file():
            headers["Content-Encoding"] = encoding
            return form.read_bytes()
    return path.read_bytes()


def _accepted(header: str) -> set[str]:
    """The encodings named in Accept-Encoding, without those refused by a weight of zero."""
    found = (re.fullmatch(r"\s*([^;\s]+)\s*(?:;\s*q=([0-9.]+)\s*)?", part) for part in header.split(","))
    return {match[1].lower() for match in found if match and not re.fullmatch(r"0(\.0*)?", match[2] or "1")}


def _tags(header: str) -> set[str]:
    return {tag.strip().removeprefix("W/") for tag in header.split(",")}


def _redirect(steps: list[str], query: str) -> Reply:
    # Put together from checked steps: "//somewhere.example" can never come out as an address on another host.
    place = "/" + "".join(f"{quote(step)}/" for step in steps) + (f"?{query}" if query else "")
    return Reply(HTTPStatus.MOVED_PERMANENTLY, {"Location": place, "Cache-Control": _ASK})


def _missing(site: Path, language: str, request: Request, insert: bytes) -> Reply:
    """The 404 page of the language that the address begins with, else the one in all languages."""
    for page in (site / PurePosixPath(language) / "404.html", site / "404.html"):
        if page.is_file():
            found = _file(page, Request(request.target, request.accept_encoding), insert, _ASK)
            return Reply(HTTPStatus.NOT_FOUND, found.headers, found.body)
    return Reply(HTTPStatus.NOT_FOUND, {"Content-Type": TYPES[".txt"]}, HTTPStatus.NOT_FOUND.phrase.encode())
