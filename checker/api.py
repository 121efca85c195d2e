"""The one door from the browser: JSON text in and out, and the only place where our own faults are caught."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from checker import i18n
from checker.notes.definition import FIELDS, NOTES
from checker.notes.write import write_note
from checker.render import words
from checker.render.context import Context
from checker.render.markdown import case
from checker.render.page import place, title
from checker.tree.definition import TREE
from checker.tree.model import Outcome
from checker.tree.walk import View, format_state, parse_state, view

type Json = dict[str, Any]

LONGEST_REQUEST = 100_000


class BadRequestError(ValueError):
    """The page asked for something that does not exist; the page is at fault, not the reader."""


def handle(text: str) -> str:
    """Answer one request; never raises."""
    request: Json = {}
    try:
        request = _read(text)
        reply = _ACTIONS[request["do"]](request)
    except (BadRequestError, KeyError, TypeError, ValueError):
        return _write({"id": request.get("id"), "ok": False, "error": "bad_request"})
    except Exception:  # the one boundary: a fault of ours becomes a reply, not a dead page
        return _write({"id": request.get("id"), "ok": False, "error": "internal"})
    return _write({"id": request.get("id"), "ok": True, **reply})


def _view(request: Json) -> Json:
    context, seen = _context(request), _seen(request)
    return {
        "html": place(seen, context),
        "title": title(seen.node, context),
        "state": format_state(seen.state, TREE),
        "outcome": isinstance(seen.node, Outcome),
    }


def _note(request: Json) -> Json:
    seen = _seen(request)
    translate = i18n.load(_text(request, "note_lang"))
    return {"text": write_note(NOTES[_text(request, "note")], seen.on_the_way, _fields(request), translate)}


def _markdown(request: Json) -> Json:
    context, seen = _context(request), _seen(request)
    if not isinstance(seen.node, Outcome):
        raise BadRequestError("no result here")
    ticked = frozenset(str(item) for item in request.get("ticked", []))
    note = i18n.load(_text(request, "note_lang"))
    return {
        "text": case(seen, seen.node, context, ticked, _fields(request), note),
        "filename": f"{context.t(words.FILE_NAME)}.md",
    }


_ACTIONS: Mapping[str, Callable[[Json], Json]] = {"view": _view, "note": _note, "markdown": _markdown}


def _context(request: Json) -> Context:
    lang = _text(request, "lang")
    languages = {str(code): str(name) for code, name in request.get("languages", {}).items()}
    return Context(
        lang=lang,
        translate=i18n.load(lang),
        root=_text(request, "root"),
        languages=languages or {lang: lang},
        note_lang=str(request.get("note_lang", "")),
    )


def _seen(request: Json) -> View:
    return view(parse_state(_text(request, "state"), TREE), TREE)


def _fields(request: Json) -> dict[str, str]:
    typed = request.get("fields", {})
    return {name: str(typed[name]) for name in FIELDS if name in typed}


def _text(request: Json, name: str) -> str:
    value = request[name]
    if not isinstance(value, str):
        raise BadRequestError(name)
    return value


def _read(text: str) -> Json:
    if len(text) > LONGEST_REQUEST:
        raise BadRequestError("too long")
    request = json.loads(text)
    if not isinstance(request, dict):
        raise BadRequestError("not an object")
    return request


def _write(reply: Json) -> str:
    return json.dumps(reply, ensure_ascii=False, separators=(",", ":"))
