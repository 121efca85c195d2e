"""The door from the browser: whatever comes in, a reply goes out that the page can read."""

import json
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from checker import api
from checker.api import LONGEST_REQUEST, handle
from checker.notes.definition import NOTES
from checker.tree.definition import TREE
from checker.tree.model import Outcome

type Json = dict[str, Any]

STATE = "at=likely_quarantine&contact_gateway=none&contact_looked=junk_empty&contact_system=m365"
STATE += "&domain_connected=connected&role=marketer&scope=one&status=delivered"
ABOUT: Json = {"lang": "en", "root": "../", "state": STATE}
REQUESTS: dict[str, Json] = {
    "view": {
        "id": 1,
        "do": "view",
        "languages": {"en": "English"},
        "owner": {"platform": "Brevdue"},
        **ABOUT,
    },
    "note": {"id": 2, "do": "note", "note": "to_it", "note_lang": "nb", "fields": {"subject": "a"}, **ABOUT},
    "markdown": {
        "id": 3,
        "do": "markdown",
        "note_lang": "nb",
        "fields": {},
        "ticked": ["write_facts"],
        **ABOUT,
    },
    "bounce": {"id": 4, "do": "bounce", "lang": "en", "root": "../", "text": "550 5.1.1 No such user"},
    "headers": {"id": 6, "do": "headers", "lang": "en", "root": "../", "text": "Received: from a by b"},
    "domain": {"id": 7, "do": "domain", "domain": "example.com", "button": "", "lang": "en", "root": "../"},
    "evidence": {"id": 5, "do": "evidence", "text": "550 5.1.1 No such user", **ABOUT},
    "allowlist": {
        "id": 6,
        "do": "allowlist",
        "lang": "en",
        "root": "../",
        "text": "192.0.2.0/24",
        "domain": "example.com",
        "system": "m365",
        "gateway": "mimecast",
        "spf": "v=spf1 -all",
        "shared": "no",
        "why": "a",
        "review": "2027-01-01",
        "today": "2026-11-25",
    },
    "contacts": {
        "id": 7,
        "do": "contacts",
        "lang": "en",
        "root": "../",
        "text": "a@example.com",
        "button": "addresses",
    },
    "system": {"id": 8, "do": "system", "lang": "en", "root": "../", "text": "gmail"},
}
KEYS = {
    "view": {"id", "ok", "html", "title", "state", "outcome"},
    "note": {"id", "ok", "text"},
    "markdown": {"id", "ok", "text", "filename"},
    "bounce": {"id", "ok", "html"},
    "headers": {"id", "ok", "html"},
    "domain": {"id", "ok", "html"},
    "evidence": {"id", "ok", "given", "fields", "state"},
    "allowlist": {"id", "ok", "html"},
    "contacts": {"id", "ok", "html"},
    "system": {"id", "ok", "html"},
}
PARTS = [
    "do",
    "lang",
    "root",
    "state",
    "languages",
    "note",
    "note_lang",
    "fields",
    "ticked",
    "text",
    "file",
    "given",
]
NOT_WORDS: list[object] = [{}, [], 1, 1.5, True, None, [["a"]], {"a": {}}, {"subject": []}]
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.sampled_from(["subject", "en"]), inner),
    max_leaves=8,
)


def ask(request: object) -> Json:
    return read(handle(json.dumps(request)))


def read(reply: str) -> Json:
    """Read a reply as a browser does: UTF-8, and JSON to the letter."""

    def refuse(constant: str) -> None:
        raise AssertionError(constant)

    found = json.loads(reply.encode(), parse_constant=refuse)
    assert isinstance(found, dict)
    return found


def is_refused(reply: Json) -> bool:
    return set(reply) == {"id", "ok", "error"} and reply["ok"] is False and reply["error"] == "bad_request"


def is_a_reply(reply: Json) -> bool:
    return reply["ok"] is True or is_refused(reply)


@pytest.mark.parametrize("do", REQUESTS)
def test_a_good_request_is_answered_with_the_agreed_parts(do: str) -> None:
    reply = ask(REQUESTS[do])
    assert set(reply) == KEYS[do]
    assert reply["ok"] is True
    assert reply["id"] == REQUESTS[do]["id"]


@pytest.mark.parametrize("do", REQUESTS)
def test_every_action_is_tried_here(do: str) -> None:
    assert set(api._ACTIONS) == set(REQUESTS)
    assert ask({**REQUESTS[do], "do": "nothing"})["error"] == "bad_request"


def test_the_state_comes_back_in_its_one_form() -> None:
    assert ask(REQUESTS["view"])["state"] == STATE
    again = ask({**REQUESTS["view"], "state": "#scope=one&x=y&role=marketer&status"})
    assert again["state"] == "at=status&role=marketer&scope=one"


@pytest.mark.parametrize("node", [node.id for node in TREE.nodes])
def test_every_node_can_be_jumped_to(node: str) -> None:
    reply = ask({**REQUESTS["view"], "state": node})
    assert reply["state"] == f"at={node}"
    assert reply["outcome"] is isinstance(TREE.node(node), Outcome)
    assert f'data-node="{node}"' in reply["html"]


@pytest.mark.parametrize("note", NOTES)
def test_every_note_can_be_had_anywhere(note: str) -> None:
    for state in ("", STATE):
        assert ask({**REQUESTS["note"], "note": note, "state": state})["text"]


def test_typed_fields_are_in_the_note_and_unknown_ones_are_not() -> None:
    text = ask({**REQUESTS["note"], "fields": {"subject": "<b>{date}", "secret": "xyzzy"}})["text"]
    assert "<b>{date}" in text
    assert "xyzzy" not in text


def test_a_question_is_no_result_to_keep() -> None:
    assert is_refused(ask({**REQUESTS["markdown"], "state": "role"}))


@pytest.mark.parametrize("do", REQUESTS)
@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("value", NOT_WORDS, ids=json.dumps)
def test_a_part_of_the_wrong_kind_is_a_bad_request(do: str, part: str, value: object) -> None:
    reply = ask({**REQUESTS[do], part: value})
    assert reply["id"] == REQUESTS[do]["id"]
    assert is_a_reply(reply)
    if part in REQUESTS[do] and is_read(do, part) and value not in allowed(part):
        assert is_refused(reply), (part, value)


def is_read(do: str, part: str) -> bool:
    """A note needs neither the page's language nor the way to its start."""
    return (do, part) not in {("note", "lang"), ("note", "root")}


def allowed(part: str) -> list[object]:
    empty: dict[str, list[object]] = {"fields": [{}], "languages": [{}], "ticked": [[]]}
    return empty.get(part, [])


@pytest.mark.parametrize("do", REQUESTS)
@pytest.mark.parametrize("part", ["do", "state", "lang", "root", "note", "note_lang"])
def test_a_part_that_is_missing_is_a_bad_request(do: str, part: str) -> None:
    request = {name: value for name, value in REQUESTS[do].items() if name != part}
    assert is_refused(ask(request)) is (part in REQUESTS[do] and is_read(do, part))


@pytest.mark.parametrize("do", REQUESTS)
def test_what_need_not_be_there_need_not(do: str) -> None:
    request = {
        name: REQUESTS[do][name] for name in REQUESTS[do] if name not in {"fields", "ticked", "languages"}
    }
    assert ask(request)["ok"] is True


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no JSON",
        "[]",
        "null",
        "1",
        '"view"',
        "{",
        "{}",
        "[" * 50_000,
        '{"id":' * 10_000,
        "9" * 5_000,
        '{"id": 1, "do": "view", "lang": "en"',
        "\x00",
        "\ud800",
        "NaN",
    ],
)
def test_what_is_no_request_is_a_bad_request(text: str) -> None:
    reply = read(handle(text))
    assert is_refused(reply)
    assert reply["id"] is None


def test_a_request_may_be_long_but_not_too_long() -> None:
    request = {**REQUESTS["note"], "fields": {"subject": ""}}
    room = LONGEST_REQUEST - len(json.dumps(request))
    assert ask({**request, "fields": {"subject": "a" * room}})["ok"] is True
    assert is_refused(ask({**request, "fields": {"subject": "a" * (room + 1)}}))


@pytest.mark.parametrize(
    ("sent", "back"),
    [
        (7, 7),
        ("7", "7"),
        (0, 0),
        (None, None),
        (1.5, None),
        ([7], None),
        ({}, None),
        (float("nan"), None),
        (1e400, None),
    ],
)
def test_a_number_comes_back_and_nothing_else_does(sent: object, back: object) -> None:
    assert ask({**REQUESTS["note"], "id": sent})["id"] == back
    assert ask({"id": sent})["id"] == back


@pytest.mark.parametrize("fault", [KeyError, ValueError, TypeError, RecursionError, ZeroDivisionError])
def test_a_fault_of_ours_is_not_blamed_on_the_page(
    monkeypatch: pytest.MonkeyPatch, fault: type[Exception]
) -> None:
    def broken(_request: Json) -> Json:
        raise fault("ours")

    monkeypatch.setattr(api, "_ACTIONS", {"view": broken})
    assert ask(REQUESTS["view"]) == {"id": 1, "ok": False, "error": "internal"}


@pytest.mark.parametrize("where", ["place", "parse_state", "view", "format_state", "title"])
def test_a_fault_deeper_down_is_ours_as_well(monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    def broken(*_args: object) -> None:
        raise KeyError("ours")

    monkeypatch.setattr(api, where, broken)
    assert ask(REQUESTS["view"])["error"] == "internal"


def test_half_a_character_does_not_break_the_reply() -> None:
    assert ask({**REQUESTS["view"], "root": "\ud83d"})["ok"] is True
    assert ask({"id": "\udc00"})["error"] == "bad_request"


@given(st.text() | st.text('{}[]":,0 \\nu'))
@settings(deadline=None)
def test_any_text_is_answered(text: str) -> None:
    assert is_a_reply(read(handle(text)))


@given(values)
@settings(deadline=None)
def test_any_json_is_answered(value: object) -> None:
    assert is_a_reply(ask(value))


@given(
    st.sampled_from(sorted(REQUESTS)),
    st.dictionaries(st.sampled_from([*PARTS, "id"]), values | st.text(max_size=3)),
)
@example("view", {"languages": []})
@example("markdown", {"fields": {"subject": {}}, "ticked": [1]})
@settings(deadline=None)
def test_any_change_of_a_request_is_answered(do: str, change: Json) -> None:
    assert is_a_reply(ask({**REQUESTS[do], **change}))
