"""A strict reader of the markup we write: what a browser would silently repair is a fault here."""

import re
from html.parser import HTMLParser

_VOID = frozenset({"input", "br"})
_PLACE = re.compile(r"\{\w+\}")


class _Strict(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.open: list[str] = []
        self.ids: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        self.faults += [f"<{tag}> has {name} twice" for name in set(names) if names.count(name) > 1]
        self.faults += [f"<{tag} {name}> is odd" for name in names if not re.fullmatch(r"[a-z-]+", name)]
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.faults += [f"{value!r} is not filled" for _, value in attrs if _PLACE.search(value or "")]
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        opened = self.open.pop() if self.open else "nothing"
        if opened != tag:
            self.faults.append(f"</{tag}> closes {opened}")

    def handle_data(self, data: str) -> None:
        if "<" in data or "&" in data:
            self.faults.append(f"not escaped: {data!r}")
        if _PLACE.search(data):
            self.faults.append(f"not filled: {data!r}")

    def handle_comment(self, data: str) -> None:
        self.faults.append(f"a comment: {data!r}")

    def handle_decl(self, decl: str) -> None:
        self.faults.append(f"a declaration: {decl!r}")

    def unknown_decl(self, data: str) -> None:
        self.faults.append(f"a declaration: {data!r}")

    def handle_pi(self, data: str) -> None:
        self.faults.append(f"an instruction: {data!r}")


def faults(html: str) -> list[str]:
    """List what is wrong: tags out of order, raw text, empty places, ids that occur twice."""
    strict = _Strict()
    strict.feed(html)
    strict.close()
    twice = [f"id {one} occurs twice" for one in set(strict.ids) if strict.ids.count(one) > 1]
    return [*strict.faults, *twice, *(f"<{tag}> is never closed" for tag in strict.open)]
