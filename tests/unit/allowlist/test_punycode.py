"""Punycode, against Python's own."""

from hypothesis import given
from hypothesis import strategies as st

from checker.allowlist.punycode import encode


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=63))
def test_it_is_what_python_writes(label: str) -> None:
    assert encode(label) == label.encode("punycode").decode("ascii")


def test_an_example() -> None:
    assert encode("blåbær") == "blbr-roah"
