"""The page that shows how far each language has come."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import Path

from hooks.translation.lint.checks import shorten
from hooks.translation.message import AuthoringError
from hooks.translation.origins import plain
from hooks.translation.status import Gap, Part, Progress, State, overall, translated_title

_MARKER = re.compile(r"<!--\s*translation:(\w+)\s*-->")


@dataclass(frozen=True)
class StatusView:
    """What the page needs to know; `words` are in the language of the page, `url` leads from it to a page."""

    parts: Sequence[Part]
    languages: Mapping[str, str]  # code → own name, without the source
    lang: str
    locales: Path
    words: Mapping[str, str]
    url: Callable[[str], str]


def has_markers(html: str) -> bool:
    """Whether anything on a page is to be filled in."""
    return bool(_MARKER.search(html))


def fill(html: str, view: StatusView) -> str:
    """Put the table and the list of what is left where a page has their markers."""
    parts = {"status": _table, "left": _left}

    def render(marker: re.Match[str]) -> str:
        if marker[1] not in parts:
            raise AuthoringError("docs", 1, f"no marker is called translation:{marker[1]}")
        return "\n".join(parts[marker[1]](view))

    return _MARKER.sub(render, html)


def _table(view: StatusView) -> Iterator[str]:
    yield f'<table><thead><tr><th scope="col">{_word(view, "page")}</th>'
    for code, name in view.languages.items():
        yield f'<th scope="col" lang="{escape(code)}">{escape(name)}</th>'
    yield "</tr></thead><tbody>"
    for part in view.parts:
        yield _row(view, _linked_name(view, part), part.languages)
    everything = {code: overall(view.parts, code) for code in view.languages}
    yield _row(view, _word(view, "all"), everything)
    yield "</tbody></table>"


def _row(view: StatusView, name: str, languages: Mapping[str, Progress]) -> str:
    shares = (
        _word(view, "share").replace("{percent}", str(languages[code].percent)) for code in view.languages
    )
    cells = "".join(f"<td>{share}</td>" for share in shares)
    return f"<tr><td>{name}</td>{cells}</tr>"


def _linked_name(view: StatusView, part: Part) -> str:
    name = _name(view, part)
    return name if part.address is None else f'<a href="{escape(view.url(part.address))}">{name}</a>'


def _name(view: StatusView, part: Part) -> str:
    if part.address is None:
        return _word(view, part.name)
    return escape(translated_title(part, view.locales, view.lang))


def _left(view: StatusView) -> Iterator[str]:
    if view.lang not in view.languages:
        yield f"<p>{_word(view, 'source')}</p>"
    elif not overall(view.parts, view.lang).gaps:
        yield f"<p>{_word(view, 'done')}</p>"
    else:
        for part in view.parts:
            if part.languages[view.lang].gaps:
                yield from _gaps(view, part)


def _gaps(view: StatusView, part: Part) -> Iterator[str]:
    gaps = sorted(part.languages[view.lang].gaps, key=_importance)
    yield f"<details><summary>{_name(view, part)}: {len(gaps)}</summary>"
    for _importance_of_all, group in groupby(gaps, _importance):
        alike = list(group)
        yield f"<p>{_word(view, alike[0].state)}</p><ul>"
        yield from (f"<li>{_linked_text(view, part, gap)}</li>" for gap in alike)
        yield "</ul>"
    yield "</details>"


def _importance(gap: Gap) -> int:
    return -list(State).index(gap.state)


def _linked_text(view: StatusView, part: Part, gap: Gap) -> str:
    text = f'<span lang="en">{escape(shorten(plain(gap.text)))}</span>'
    if part.address is None:
        return text
    target = view.url(part.address) + (f"#{gap.anchor}" if gap.anchor else "")
    return f'<a href="{escape(target)}">{text}</a>'


def _word(view: StatusView, key: str) -> str:
    return escape(view.words[f"status_{key}"])
