"""Signed messages of other projects: the body hash without a key, the signature with it."""

import json
from typing import Any

import pytest

from checker.headers.codes import Code
from checker.headers.read import read
from tests.conformance.headers.cases import CASES, load, needs_cases

pytestmark = needs_cases
DKIM = CASES / "dkim"
INDEX = [case for case in load("dkim/index.json", "items") if (DKIM / case["file"]).is_file()]
SIGNED = [path for path in sorted(DKIM.rglob("*.msg")) if b"\nbh=" in path.read_bytes().replace(b" ", b"\n")]


def message_and_keys(case: dict[str, Any]) -> tuple[bytes, dict[str, str]]:
    data = (DKIM / case["file"]).read_bytes()
    if "DNS lines" in case.get("format", ""):
        data = data.partition(b"\n\n")[2]
    if "key_file" in case:
        return data, {"": (DKIM / case["key_file"]).read_text(encoding="utf-8")}
    if "dns_file" in case:
        return data, json.loads((DKIM / case["dns_file"]).read_text(encoding="utf-8"))
    return data, case.get("dns", {})


@pytest.mark.parametrize("case", INDEX, ids=lambda case: case["file"])
def test_what_is_signed_and_whole_is_found_so(case: dict[str, Any]) -> None:
    data, keys = message_and_keys(case)
    found = [finding.code for finding in read(data, keys).findings]
    if "pass" in case["expect"]:
        assert Code.BODY_HASH_MATCHES in found
        assert Code.BODY_HASH_DIFFERS not in found
        assert Code.SIGNATURE_INVALID not in found
    if keys:
        assert Code.SIGNATURE_VALID in found or Code.SIGNATURE_EXPIRED in found
    else:
        assert Code.SIGNATURE_VALID not in found


@pytest.mark.parametrize("case", [case for case in INDEX if case.get("dns")], ids=lambda case: case["file"])
def test_a_changed_text_is_found(case: dict[str, Any]) -> None:
    data, keys = message_and_keys(case)
    found = [finding.code for finding in read(data + b"\nmore\n", keys).findings]
    assert Code.BODY_HASH_DIFFERS in found
    assert Code.SIGNATURE_VALID not in found


ED25519 = [case for case in INDEX if case.get("dns") and b"ed25519" in message_and_keys(case)[0]]


@pytest.mark.parametrize("case", ED25519, ids=lambda case: case["file"])
def test_ed25519_is_checked_as_well(case: dict[str, Any]) -> None:
    data, keys = message_and_keys(case)
    found = [finding.code for finding in read(data, keys).findings]
    assert Code.SIGNATURE_VALID in found or Code.SIGNATURE_EXPIRED in found
    assert Code.SIGNATURE_UNCHECKED not in found


@pytest.mark.parametrize("ends", [b"\r\n", b"\n"])
def test_line_ends_do_not_matter(ends: bytes) -> None:
    for path in SIGNED:
        data = path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", ends)
        codes = [finding.code for finding in read(data).findings]
        assert Code.BODY_HASH_DIFFERS not in codes, path.name
