"""Vade's reasons: a beginning that is public many times over, and what is no such text."""

import pytest

from checker.headers.read import read
from checker.headers.vade import reasons
from tests.unit.headers.samples import own_server

BEGINNING = "gggruggvucftvghtrhho"


def test_the_letters_are_read_in_pairs() -> None:
    assert reasons(BEGINNING) == "Vade Retro"
    assert reasons("gggruggv\n ucftvghtrhho") == "Vade Retro"


@pytest.mark.parametrize(
    "value", ["", "OK", "vade1:AAAA==", "zzzzzzzzzzzz", "gggruggvucftvghtrhhoX", "\u00e5" * 20]
)
def test_other_text_gives_nothing(value: str) -> None:
    assert reasons(value) == ""


def test_they_are_said_where_the_receiver_wrote_them() -> None:
    found = read(own_server(above=f"X-VR-SPAMSTATE: SPAM\nX-VR-SPAMCAUSE: {BEGINNING}\n")).findings
    assert [one.args["reasons"] for one in found if one.code == "HEADERS_VADE_REASONS"] == ["Vade Retro"]
    below = read(own_server(below=f"X-VR-SPAMCAUSE: {BEGINNING}\n")).findings
    assert [one for one in below if one.code == "HEADERS_VADE_REASONS"] == []
