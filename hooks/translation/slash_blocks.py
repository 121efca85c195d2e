"""Lines that are neither text nor CommonMark: fences such as `/// note | Title`, and inserted snippets.

The title of such a block is text. An inserted file has texts of its own, which belong to that file.
"""

import re
from collections.abc import Iterator, Sequence

from hooks.translation.lines import Span
from hooks.translation.segments import Kind, Segment, has_words

_CODE = re.compile(r"\s*(?:>\s*)*(?P<fence>`{3,}|~{3,})")
_FENCE = re.compile(r"\s*/{3,}\s*(?:(?P<name>[\w-]+)\s*(?:\|\s*(?P<title>.*?)\s*)?)?$")
_OPTION = re.compile(r"\s{4,}[\w-]+:")
_SNIPPET = re.compile(r"""\s*;?-+8<-+(?P<file>\s+["'].*)?\s*$""")
# What these say after the bar names an element or a class; it is not shown.
_NOT_TITLED = frozenset({"html", "define"})


def take_out(texts: Sequence[str]) -> tuple[list[str], list[Segment]]:
    """Blank those lines, outside of code; return the titles beside what is left."""
    rest, titles = list(texts), []
    in_head = in_list = False
    for number, line in _outside_code(texts):
        fence, snippet = _FENCE.match(line), _SNIPPET.match(line)
        in_head = bool(fence and fence["name"]) or (in_head and _OPTION.match(line) is not None)
        in_list ^= bool(snippet and not snippet["file"])
        if fence:
            titles += _title(fence, number)
        if fence or snippet or in_head or in_list:
            rest[number] = ""
    return rest, titles


def _outside_code(texts: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The lines that are not in a fenced block of code, with their numbers."""
    closing = ""
    for number, line in enumerate(texts):
        code = _CODE.match(line)
        if closing:
            closing = "" if code and code["fence"].startswith(closing) else closing
        elif code:
            closing = code["fence"]
        else:
            yield number, line


def _title(fence: re.Match[str], number: int) -> list[Segment]:
    title = fence["title"]
    if not title or fence["name"] in _NOT_TITLED or not has_words(title):
        return []
    return [Segment(Kind.BOX_TITLE, title, (Span(number, *fence.span("title")),))]
