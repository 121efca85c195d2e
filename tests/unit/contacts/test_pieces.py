"""A list that comes to the checker piece by piece, as the page sends it."""

import json
from base64 import b64encode
from typing import Any

from checker.api import handle
from checker.contacts import held

LIST = "Email,Bounce Reason\n" + "".join(f"u{n}@example.com,SPAM\n" for n in range(9_000))
ABOUT = {"do": "contacts", "lang": "en", "root": "../"}


def ask(**request: str) -> dict[str, Any]:
    reply: dict[str, Any] = json.loads(handle(json.dumps({"id": 1, **ABOUT, **request})))
    return reply


def feed(data: bytes, size: int) -> list[dict[str, Any]]:
    return [
        ask(piece=b64encode(data[at : at + size]).decode(), begin="yes" if at == 0 else "")
        for at in range(0, len(data), size)
    ]


def test_pieces_are_counted_and_the_result_stays_for_the_next_button() -> None:
    replies = feed(LIST.encode(), 70_000)
    assert all(reply["ok"] for reply in replies)
    assert replies[-1]["status"].startswith("Reading: ")
    first = ask(fed="yes", button="")
    assert "9\N{NO-BREAK SPACE}000" in first["html"]
    assert "u8999@example.com" not in first["html"]
    assert "u8999@example.com" in ask(fed="yes", button="addresses")["html"]


def test_a_new_list_takes_the_place_of_the_old() -> None:
    feed(LIST.encode(), 1 << 20)
    feed(b"a@example.net\n", 1 << 20)
    assert "example.com" not in ask(fed="yes")["html"]


def test_other_tools_take_no_pieces() -> None:
    assert ask(do="bounce", piece="", begin="yes")["error"] == "bad_request"


def test_a_piece_that_follows_nothing_is_refused_and_not_counted_as_a_list() -> None:
    """The worker that held the first pieces is gone, and its successor is sent the next."""
    held.forget()
    assert ask(piece=b64encode(LIST.encode()).decode(), begin="")["error"] == "lost"
    assert ask(fed="yes")["error"] == "lost"
    assert ask(fed="yes", button="addresses")["error"] == "lost"
