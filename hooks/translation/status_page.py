"""The page that shows how far each language has come."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import Path

from hooks.translation.lint.checks import shorten
from hooks.translation.lint.prose import MARK, prose
from hooks.translation.message import AuthoringError
from hooks.translation.sources import CHECKER, SITE
from hooks.translation.status import Part, Progress, State, overall, translated_title

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
        yield _row(_name(view, part), [part.languages[code] for code in view.languages], view)
    yield _row(f"<strong>{_word(view, 'all')}</strong>", [overall(view.parts, code) for code in view.languages], view)
    yield "</tbody></table>"


def _row(name: str, languages: Sequence[Progress], view: StatusView) -> str:
    cells = "".join(f"<td>{_share(view, progress)}</td>" for progress in languages)
    return f'<tr><th scope="row">{name}</th>{cells}</tr>'


def _share(view: StatusView, progress: Progress) -> str:
    return _word(view, "share").replace("{percent}", str(progress.percent))


def _name(view: StatusView, part: Part) -> str:
    if part.address is None:
        return _word(view, {CHECKER: "checker", SITE: "frame"}.get(part.name, part.name))
    title = escape(translated_title(part, view.locales, view.lang))
    return f'<a href="{escape(view.url(part.address))}">{title}</a>'


def _left(view: StatusView) -> Iterator[str]:
    if view.lang not in view.languages:
        yield f"<p>{_word(view, 'source')}</p>"
    elif not overall(view.parts, view.lang).gaps:
        yield f"<p>{_word(view, 'done')}</p>"
    else:
        for part in view.parts:
            yield from _gaps(part, view)


def _gaps(part: Part, view: StatusView) -> Iterator[str]:
    gaps = part.languages[view.lang].gaps
    if not gaps:
        return
    yield f"<details><summary>{_title(view, part)}: {len(gaps)}</summary>"
    for state, group in groupby(sorted(gaps, key=lambda gap: list(State).index(gap.state)), lambda gap: gap.state):
        yield f"<p>{_word(view, state)}</p><ul>"
        for gap in group:
            text = f'<span lang="en">{escape(shorten(_plain(gap.text)))}</span>'
            target = _target(view, part.address, gap.anchor)
            yield f'<li><a href="{escape(target)}">{text}</a></li>' if target else f"<li>{text}</li>"
        yield "</ul>"
    yield "</details>"
