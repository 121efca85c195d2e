"""Our escape is the standard library's, to the letter."""

import html

from hypothesis import given
from hypothesis import strategies as st

from checker.render.escape import escape


@given(st.text())
def test_it_escapes_like_the_standard_library(text: str) -> None:
    assert escape(text) == html.escape(text)


def test_every_special_character() -> None:
    assert escape("&<>\"'") == html.escape("&<>\"'") != "&<>\"'"
