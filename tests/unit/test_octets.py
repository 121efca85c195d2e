"""One place where bytes become text, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.octets import from_base64, in_charset, scrub, to_bytes, to_lf, to_text

TEXT = "Subject: Påske\n"


def _narrow(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
    ],
)
def test_what_a_file_is_written_in_is_seen(data: bytes) -> None:
    assert to_text(data, _narrow) == TEXT


@given(st.binary())
def test_bytes_come_back(data: bytes) -> None:
    assert to_bytes(_narrow(data)) == data


@given(st.text(st.characters()))
def test_any_text_can_be_encoded_once_it_is_scrubbed(text: str) -> None:
    scrub(text).encode()
    to_bytes(text)


@given(st.binary(), st.text())
def test_any_charset_gives_a_text(raw: bytes, charset: str) -> None:
    in_charset(raw, charset).encode()


@pytest.mark.parametrize(
    ("packed", "wanted"), [("aGVp", b"hei"), ("aG Vp\n", b"hei"), ("aGVpIQ", b"hei!"), ("aGVpx", b"hei")]
)
def test_base64_gives_what_is_there(packed: str, wanted: bytes) -> None:
    assert from_base64(packed) == wanted


def test_only_three_line_ends_count() -> None:
    assert to_lf("a\r\nb\rc\r\r\nd\x0be\u2028f") == "a\nb\nc\nd\x0be\u2028f"
