"""Reading key records."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.dkim.der import rsa_bits
from checker.dkim.key import KeyFault, is_key, read_key
from checker.dkim.lint import DkimCode, lint_key, lint_record
from checker.lookup.model import RdType, query
from checker.lookup.zone import Records, Zone


def _integer(value: int) -> bytes:
    body = value.to_bytes(value.bit_length() // 8 + 1)
    return _element(0x02, body)


def _element(tag: int, body: bytes) -> bytes:
    length = len(body)
    if length < 0x80:
        return bytes([tag, length]) + body
    octets = length.to_bytes((length.bit_length() + 7) // 8)
    return bytes([tag, 0x80 | len(octets)]) + octets + body


_ALGORITHM = _element(0x30, _element(0x06, bytes.fromhex("2a864886f70d010101")) + b"\x05\x00")


def _rsa(bits: int, *, bare: bool = False) -> str:
    """A public key of that size in DER and base64; its modulus is no product of primes, which nobody asks."""
    key = _element(0x30, _integer((1 << bits) - 1) + _integer(65537))
    whole = key if bare else _element(0x30, _ALGORITHM + _element(0x03, b"\x00" + key))
    return base64.b64encode(whole).decode()


ED25519 = base64.b64encode(bytes(range(32))).decode()


@pytest.mark.parametrize("bits", [512, 768, 1024, 2048, 4096])
def test_the_size_of_a_key_is_read_in_both_its_forms(bits: int) -> None:
    assert read_key(f"v=DKIM1; k=rsa; p={_rsa(bits)}").bits == bits
    assert read_key(f"p={_rsa(bits, bare=True)}").bits == bits


@pytest.mark.parametrize(
    ("record", "codes"),
    [
        (f"v=DKIM1; k=rsa; p={_rsa(2048)}", [DkimCode.FINE]),
        (f"p={_rsa(2048)}", [DkimCode.FINE]),
        (f"v=DKIM1; p={_rsa(1024)}", [DkimCode.WEAK]),
        (f"v=DKIM1; p={_rsa(512)}", [DkimCode.TOO_WEAK]),
        (f"v=DKIM1; k=ed25519; p={ED25519}", [DkimCode.ED25519]),
        ("v=DKIM1; p=", [DkimCode.REVOKED]),
        (f"v=DKIM1; t=y:s; p={_rsa(2048)}", [DkimCode.TESTING]),
        ("v=DKIM1; k=rsa", [DkimCode.NO_KEY]),
        ("v=DKIM1; p=not base64!", [DkimCode.BAD_KEY]),
        (f"v=DKIM1; p={_rsa(2048)[:-8]}", [DkimCode.BAD_KEY]),
        (f"v=DKIM1; k=ed25519; p={_rsa(1024)}", [DkimCode.BAD_KEY]),
        (f"v=DKIM1; k=dsa; p={_rsa(2048)}", [DkimCode.UNKNOWN_TYPE]),
        (f"v=DKIM2; p={_rsa(2048)}", [DkimCode.BAD_VERSION]),
        (f"p={_rsa(2048)}; v=DKIM1", [DkimCode.BAD_VERSION]),
        (f"v=DKIM1; p={_rsa(2048)}; p={_rsa(2048)}", [DkimCode.TWICE]),
        (f"v=DKIM1; hello; p={_rsa(2048)}", [DkimCode.NOT_A_TAG]),
        (f"v=DKIM1; s=tlsrpt; p={_rsa(2048)}", [DkimCode.NOT_FOR_MAIL]),
        (f"v=DKIM1; h=sha1; p={_rsa(2048)}", [DkimCode.ONLY_SHA1]),
    ],
)
def test_each_record_shows_what_is_amiss(record: str, codes: list[DkimCode]) -> None:
    assert [finding.code for finding in lint_record(read_key(record))] == codes


def test_blanks_in_the_key_do_not_matter() -> None:
    key = _rsa(2048)
    assert read_key(f"v=DKIM1; p={key[:60]} {key[60:]}").bits == 2048


def test_an_alias_that_leads_nowhere_is_not_a_missing_record() -> None:
    names: dict[str, dict[str, Records]] = {"s._domainkey.example.com": {"CNAME": ["gone.example.net"]}}
    reply = Zone(names)(query("s._domainkey.example.com", RdType.TXT))
    (finding,) = lint_key("s", reply)
    assert (finding.code, finding.args["target"]) == (DkimCode.ALIAS_LEADS_NOWHERE, "gone.example.net")
    (finding,) = lint_key("t", Zone({})(query("t._domainkey.example.com", RdType.TXT)))
    assert finding.code == DkimCode.NO_KEY_RECORD


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    key = read_key(text)
    assert key.is_usable <= (not set(key.faults) - {KeyFault.NOT_A_TAG})
    assert is_key(text) in (True, False)


@given(st.binary())
def test_any_bytes_have_a_size(data: bytes) -> None:
    assert rsa_bits(data) >= 0
