"""Ed25519: the vectors of RFC 8032 section 7.1, and what does not fit."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.dkim.ed25519 import is_valid

VECTORS = [
    (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
        "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
    (
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
        "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    ),
]


@pytest.mark.parametrize(("key", "message", "signature"), VECTORS, ids=["1", "2", "3"])
def test_the_vectors_of_the_standard(key: str, message: str, signature: str) -> None:
    octets = bytes.fromhex(key), bytes.fromhex(message), bytes.fromhex(signature)
    assert is_valid(*octets)
    assert not is_valid(octets[0], octets[1] + b"x", octets[2])
    assert not is_valid(octets[0], octets[1], octets[2][:32] + bytes(32))
    assert not is_valid(bytes(32), octets[1], octets[2])


@settings(deadline=None)
@given(st.binary(max_size=40), st.binary(max_size=10), st.binary(max_size=70))
def test_any_octets_are_read(key: bytes, message: bytes, signature: bytes) -> None:
    assert is_valid(key, message, signature) is False
