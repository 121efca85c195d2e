"""The one door from the browser: JSON text in and out, and the only place where our own faults are caught."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from checker import i18n
from checker.notes.definition import FIELDS, NOTES
from checker.notes.write import write_note
from checker.render import words
from checker.render.aside import chosen_tool
from checker.render.context import Context
from checker.render.markdown import case
from checker.render.page import place, title
from checker.tools import FEEDS, TOOLS, Given, LostError, Pending
from checker.tree.definition import TREE
from checker.tree.model import Outcome, Question
from checker.tree.walk import View, format_state, parse_state, view

type Json = dict[str, Any]

LONGEST_REQUEST = 16_000_000
"""Characters: room for a whole e-mail of ten megabytes, which base64 makes a third longer."""


class BadRequestError(ValueError):
    """The page asked for something that does not exist; the page is at fault, not the reader."""


def handle(text: str) -> str:
    """Answer one request; never raises."""
    request: Json = {}
    try:
        request = _read(text)
        reply = {"ok": True, **_action(request)(request)}
    except BadRequestError:
        reply = {"ok": False, "error": "bad_request"}
    except LostError:
        reply = {"ok": False, "error": "lost"}
    except Exception:  # the one boundary: a fault of ours becomes a reply, not a dead page
        reply = {"ok": False, "error": "internal"}
    return _write({"id": _id(request), **reply})


def _view(request: Json) -> Json:
    seen = _seen(request)
    context = _context(request)
    owner = {**context.owner, **chosen_tool(seen)}
    context = replace(context, because=_because(request, seen), owner=owner)
    return {
        "html": place(seen, context),
        "title": title(seen.node, context),
        "state": format_state(seen.state, TREE),
        "outcome": isinstance(seen.node, Outcome),
    }


def _note(request: Json) -> Json:
    note = NOTES.get(_text(request, "note"))
    if note is None:
        raise BadRequestError("no such note")
    translate = i18n.load(_text(request, "note_lang"))
    return {"text": write_note(note, _seen(request).on_the_way, _fields(request), translate)}


def _markdown(request: Json) -> Json:
    context, seen = _context(request), _seen(request)
    if not isinstance(seen.node, Outcome):
        raise BadRequestError("no result here")
    note = i18n.load(_text(request, "note_lang"))
    return {
        "text": case(seen, seen.node, context, _ticked(request), _fields(request), note),
        "filename": f"{context.t(words.FILE_NAME)}.md",
    }


def _tool(request: Json) -> Json:
    from checker.render.report_html import report_html

    context = _context(request)
    if "piece" in request:
        return _fed(request, context)
    fields = {name: value for name, value in request.items() if isinstance(value, str)}
    given = Given(_source(request), fields, _texts(request, "answers"))
    made = TOOLS[_text(request, "do")](given, context)
    if isinstance(made, Pending):
        return {"asks": [{"key": key, "url": url} for key, url in made.asks], "status": made.status}
    return {"html": report_html(made.report, context)}


def _fed(request: Json, context: Context) -> Json:
    """A piece of a file that comes in pieces; the answer says how far it has been read."""
    feed = FEEDS.get(_text(request, "do"))
    if feed is None:
        raise BadRequestError("piece")
    count = feed(_base64(_text(request, "piece")), begin=_text(request, "begin", "") == "yes")
    return {"status": context.t(words.ROWS_SO_FAR, count=count)}


def _source(request: Json) -> str | bytes:
    """What a tool works on; one that was fed, and one that goes by its other fields, has none here."""
    fed = _text(request, "fed", "") == "yes" and _text(request, "do") in FEEDS
    return "" if fed else _pasted(request)


def _evidence(request: Json) -> Json:
    from checker import evidence

    context = _context(request)
    if "domain" in request:
        return _looked_up(request, context)
    found = evidence.recognise(_pasted(request))
    if not found.given:
        return {"says": context.t(words.PASTE_NOTHING)}
    return _answered(found, request)


def _looked_up(request: Json, context: Context) -> Json:
    """A domain that is to answer: what must be asked for that, the answers, or why there are none."""
    from checker.domain.ask import Asks
    from checker.looked_up import Open, look_up
    from checker.render.domain_words import ASKING
    from checker.render.looked_up import says, who_is_asked

    node = _seen(request).node
    if not isinstance(node, Question) or node.domain is None:
        raise BadRequestError("domain")
    fields = {name: value for name, value in request.items() if isinstance(value, str)}
    found = look_up(node.domain, fields, _text(request, "button", ""), _texts(request, "answers"))
    if isinstance(found, Asks):
        asks = [{"key": ask.key, "url": ask.url} for ask in found.asks]
        return {"asks": asks, "status": context.t(ASKING, count=found.answered)}
    if isinstance(found, Open):
        asked = who_is_asked(context) if found.can_be_asked else ""
        return {"says": says(found, context), "html": asked}
    return _answered(found, request)


def _answered(found: Any, request: Json) -> Json:  # noqa: ANN401 - an Evidence, which comes with the tools
    """What was found out, and the state that it leads to."""
    from checker import evidence
    from checker.render.plain_data import to_data

    state = evidence.apply(found, _seen(request).state, TREE)
    return {
        "given": to_data(found.given),
        "fields": dict(found.fields),
        "state": format_state(state, TREE),
    }


_ACTIONS: Mapping[str, Callable[[Json], Json]] = {
    "view": _view,
    "note": _note,
    "markdown": _markdown,
    "evidence": _evidence,
    **dict.fromkeys(TOOLS, _tool),
}


def _action(request: Json) -> Callable[[Json], Json]:
    action = _ACTIONS.get(_text(request, "do"))
    if action is None:
        raise BadRequestError("no such action")
    return action


def _context(request: Json) -> Context:
    lang = _text(request, "lang")
    return Context(
        lang=lang,
        translate=i18n.load(lang),
        root=_text(request, "root"),
        languages=_texts(request, "languages") or {lang: lang},
        note_lang=_text(request, "note_lang") if "note_lang" in request else "",
        owner=_texts(request, "owner"),
        resolvers=tuple(_text(request, "resolvers").split()) if "resolvers" in request else None,
    )


def _seen(request: Json) -> View:
    return view(parse_state(_text(request, "state"), TREE), TREE)


def _because(request: Json, seen: View) -> dict[str, str]:
    """Why answers are what they are, for those that a pasted text gave and nobody has changed since."""
    translate = i18n.load(_text(request, "lang"))
    return {
        given["question"]: translate(words.SAID_BY[given["tool"]]).format(quote=given["quote"])
        for given in _given(request)
        if seen.state.answers.get(given["question"]) == given["option"] and given["tool"] in words.SAID_BY
    }


def _given(request: Json) -> list[dict[str, str]]:
    given = request.get("given", [])
    if not isinstance(given, list):
        raise BadRequestError("given")
    return [_texts({"given": one}, "given") for one in given if _is_given(one)]


def _is_given(value: object) -> bool:
    return isinstance(value, dict) and {"question", "option", "tool", "quote"} <= value.keys()


def _fields(request: Json) -> dict[str, str]:
    """What the reader typed, over what they chose, over what the owner set: one they cleared stays empty."""
    given = _texts(request, "owner") | chosen_tool(_seen(request)) | _texts(request, "fields")
    return {name: text for name, text in given.items() if name in FIELDS}


def _ticked(request: Json) -> frozenset[str]:
    items = request.get("ticked", [])
    if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
        raise BadRequestError("ticked")
    return frozenset(items)


def _pasted(request: Json) -> str | bytes:
    """What was pasted, or the file that was chosen instead, which comes in base64."""
    file = _text(request, "file", "")
    return _base64(file) if file else _text(request, "text", "")


def _base64(text: str) -> bytes:
    from binascii import a2b_base64

    try:
        return a2b_base64(text)
    except ValueError as fault:
        raise BadRequestError("file") from fault


def _text(request: Json, name: str, default: str | None = None) -> str:
    value = request.get(name, default)
    if not isinstance(value, str):
        raise BadRequestError(name)
    return value


def _texts(request: Json, name: str) -> dict[str, str]:
    values = request.get(name, {})
    if not isinstance(values, dict) or not all(isinstance(value, str) for value in values.values()):
        raise BadRequestError(name)
    return values


def _id(request: Json) -> int | str | None:
    """The number by which the page knows its request; nothing else is sent back unread."""
    value = request.get("id")
    return value if isinstance(value, int | str) else None


def _read(text: str) -> Json:
    if len(text) > LONGEST_REQUEST:
        raise BadRequestError("too long")
    try:
        request = json.loads(text)
    except (ValueError, RecursionError) as fault:
        raise BadRequestError("not JSON") from fault
    if not isinstance(request, dict):
        raise BadRequestError("not an object")
    return request


def _write(reply: Json) -> str:
    """Half a character, which a page can send, would make text that cannot be written as UTF-8."""
    return json.dumps(reply, ensure_ascii=False, separators=(",", ":")).encode(errors="replace").decode()
