"""Authentication-Results (RFC 8601), and every form that real mail has instead: reads on after each fault."""

import re

from checker.headers.model import AuthenticationResults, Property, Result

_SPACE = re.compile(r"\s+")
_WORD = re.compile(r'[^\s()";=/]+')
_RESULT = re.compile(r'[^\s()";=]+')
_VALUE = re.compile(r'[^\s();"]+')
_QUOTED = re.compile(r'[^"\\]*(?:\\.[^"\\]*)*')
_PAREN = re.compile(r"[()\\]")
_INSTANCE = re.compile(r"\s*i\s*=")
_DIGITS = re.compile(r"\d+")
_END = -1
_LONGEST = 20_000
_MOST_RESULTS = 200


class _Cursor:
    """A place in the text; comments that are skipped are kept; `stopped` is the first fault."""

    __slots__ = ("at", "comments", "stopped", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.comments: list[str] = []
        self.stopped = _END

    def fault(self, at: int) -> None:
        if self.stopped == _END:
            self.stopped = at

    def skip(self) -> str:
        """Go past blanks and comments (CFWS) and give the character that comes next, or nothing."""
        text = self.text
        while self.at < len(text):
            char = text[self.at]
            if char == "(":
                self._comment()
            elif char.isspace():
                match = _SPACE.match(text, self.at)
                self.at = match.end() if match else self.at + 1
            else:
                return char
        return ""

    def _comment(self) -> None:
        """Comments nest, so brackets are counted; one that never ends takes the rest."""
        depth, start = 0, self.at
        for match in _PAREN.finditer(self.text, self.at):
            if match[0] == "\\" or match.start() < self.at:
                self.at = match.end() + 1
                continue
            depth += 1 if match[0] == "(" else -1
            if depth == 0:
                self.at = match.end()
                self.comments.append(self.text[start + 1 : match.start()])
                return
        self.fault(len(self.text))
        self.comments.append(self.text[start + 1 :])
        self.at = len(self.text)

    def take(self, form: re.Pattern[str]) -> str:
        """Take what has that form from here, or nothing."""
        match = form.match(self.text, self.at)
        if match is None:
            return ""
        self.at = match.end()
        return match[0]

    def quoted(self) -> str:
        """Take a quoted string whose first mark is here."""
        match = _QUOTED.match(self.text, self.at + 1)
        end = match.end() if match else len(self.text)
        if end >= len(self.text):
            self.fault(len(self.text))
        inner = self.text[self.at + 1 : end]
        self.at = end + 1
        return re.sub(r"\\(.)", r"\1", inner)

    def value(self) -> str:
        """A pvalue: a word, a quoted string, or an address made of both."""
        parts: list[str] = []
        following = self.skip()
        if following in ("", ";"):
            if (
                not following
            ):  # Microsoft writes nothing where there is nothing; only an end in the middle is wrong
                self.fault(self.at)
            return ""
        while self.at < len(self.text):
            part = self.quoted() if self.text[self.at] == '"' else self.take(_VALUE)
            if not part:
                break
            parts.append(part)
        return "".join(parts)

    def to_semicolon(self) -> None:
        """Give a result up: go to the next semicolon outside quotes and comments."""
        while char := self.skip():
            if char == ";":
                return
            if char == '"':
                self.quoted()
            elif not self.take(_RESULT):
                self.at += 1


def parse(value: str, line: int = 0) -> AuthenticationResults:
    """Read one value, with or without the server's name, of this field or of ARC's."""
    cursor = _Cursor(value[:_LONGEST])
    instance = _instance(cursor)
    server, version = _server(cursor, instance)
    results: list[Result] = []
    host = ""
    while len(results) < _MOST_RESULTS:
        char = cursor.skip()
        if not char:
            break
        if char == ";":
            cursor.at += 1
            continue
        found = _result(cursor, host)
        if isinstance(found, Result):
            results.append(found)
            host = ""
        else:
            host = found or host
    return AuthenticationResults(server, version, instance, tuple(results), cursor.stopped, line, value)


def _instance(cursor: _Cursor) -> int:
    """ARC's `i=1;` (RFC 8617 section 4.1.1)."""
    match = _INSTANCE.match(cursor.text)
    if match is None:
        return 0
    cursor.at = match.end()
    cursor.skip()
    start = cursor.at
    digits = cursor.take(_DIGITS)
    if not digits:
        cursor.fault(start)
        cursor.to_semicolon()
    elif cursor.skip() != ";":
        cursor.fault(cursor.at)
        return int(digits[:6])
    else:
        cursor.at += 1
        if not cursor.skip():
            cursor.fault(cursor.at)
    return int(digits[:6]) if digits else 0


def _server(cursor: _Cursor, instance: int) -> tuple[str, int]:
    """The authserv-id and its version; Microsoft has none, so a word before "=" is already a result."""
    char = cursor.skip()
    start = cursor.at
    if char in ("", ";"):
        return "", 0
    server = cursor.quoted() if char == '"' else cursor.take(_RESULT)
    following = cursor.skip()
    if following == "=":
        if instance and server == "i":
            cursor.fault(cursor.at)
        cursor.at = start
        return "", 0
    if following in ("", ";"):
        return server, 0
    version = cursor.take(_DIGITS)
    if version and cursor.skip() in ("", ";"):
        return server, int(version[:6])
    cursor.fault(cursor.at)
    cursor.to_semicolon()
    return server, 0


def _result(cursor: _Cursor, host: str) -> Result | str:
    """One resinfo; a bare domain name comes back as text, and so does nothing where there is none."""
    start = cursor.at
    method = cursor.take(_WORD)
    if not method:
        cursor.fault(start)
        cursor.at += 1
        return ""
    following = cursor.skip()
    if following == "/":
        _method_version(cursor)
        following = cursor.skip()
    if following != "=":
        return _no_result(cursor, method, start, following)
    cursor.at += 1
    cursor.skip()
    result = cursor.take(_RESULT)
    if not result:
        cursor.fault(cursor.at)
    cursor.comments.clear()
    reason, properties = _properties(cursor)
    comment = cursor.comments[0].strip() if cursor.comments else ""
    return Result(method.lower(), result.lower(), reason, comment, properties, host)


def _method_version(cursor: _Cursor) -> None:
    cursor.at += 1
    cursor.skip()
    if not cursor.take(_DIGITS) or (cursor.at < len(cursor.text) and cursor.text[cursor.at] == "."):
        cursor.fault(cursor.at)
        cursor.take(_WORD)


def _no_result(cursor: _Cursor, method: str, start: int, following: str) -> str:
    """A word without "=": `none`, a domain of Microsoft's, or a fault."""
    if method.lower() == "none" and following in ("", ";"):
        if following and cursor.text[cursor.at + 1 :].strip():
            cursor.fault(start)
        return ""
    if "." in method and following in ("", ";"):
        return method
    cursor.fault(cursor.at if following else len(cursor.text))
    cursor.to_semicolon()
    return ""


def _properties(cursor: _Cursor) -> tuple[str, tuple[Property, ...]]:
    reason = ""
    found: list[Property] = []
    while (char := cursor.skip()) and char != ";":
        start = cursor.at
        word = cursor.take(_WORD)
        ptype, dot, name = word.partition(".")
        if dot and not name:
            cursor.skip()
            name = cursor.take(_WORD)
        elif word and not dot and cursor.skip() == ".":
            cursor.at += 1
            cursor.skip()
            dot, name = ".", cursor.take(_WORD)
        if not word or not ptype or (dot and not name) or cursor.skip() != "=":
            cursor.fault(start)
            cursor.at = max(cursor.at, start + 1)
            continue
        cursor.at += 1
        value = cursor.value()
        if not dot and word.lower() == "reason":
            reason = value
        else:
            found.append(Property(ptype.lower() if dot else "", (name if dot else word).lower(), value))
    return reason, tuple(found)
