"""Signed e-mails with their keys: what verifies, and what a change does to it."""

import json
import re
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from checker.dkim.key import KeyFault, read_key
from checker.dkim.verify import SignatureResult, key_names, look_up_and_verify, verify
from checker.domain.ask import Asks, step_signatures
from checker.lookup.drive import drive
from checker.lookup.model import Cause
from checker.lookup.zone import Records, Zone

_CASES = Path(__file__).parents[4] / "shared" / "cases" / "dkim"
_STALWART = sorted(path.name for path in (_CASES / "stalwart").glob("*.txt"))

needs_cases = pytest.mark.skipif(not _CASES.is_dir(), reason="the signed e-mails are not beside the project")


def _stalwart(name: str) -> tuple[bytes, Mapping[str, str]]:
    """The message and its keys, which stand on top of it."""
    rows = json.loads((_CASES / "index.json").read_text(encoding="utf-8"))["items"]
    keys = next(row["dns"] for row in rows if row["file"] == f"stalwart/{name}")
    text = (_CASES / "stalwart" / name).read_bytes().replace(b"\r\n", b"\n")
    return text.partition(b"\n\n")[2].replace(b"\n", b"\r\n"), keys


@pytest.fixture
def in_november_2022(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock of the samples: one signature of theirs has expired since."""
    monkeypatch.setattr(time, "time", lambda: 1667843664.0)


@needs_cases
@pytest.mark.usefixtures("in_november_2022")
@pytest.mark.parametrize("name", _STALWART)
def test_every_sample_verifies(name: str) -> None:
    message, keys = _stalwart(name)
    found = verify(message, keys)
    assert set(key_names(message)) <= set(keys)
    assert found
    assert {signature.result for signature in found} == {SignatureResult.PASS}


@needs_cases
@pytest.mark.usefixtures("in_november_2022")
def test_the_keys_are_looked_up() -> None:
    message, keys = _stalwart("002.txt")
    names: dict[str, dict[str, Records]] = {name: {"TXT": [key]} for name, key in keys.items()}
    assert [one.result for one in drive(look_up_and_verify(message), Zone(names))] == [SignatureResult.PASS]
    assert [one.result for one in drive(look_up_and_verify(message), Zone({}))] == [SignatureResult.NO_KEY]
    silent = Zone({name: {"TXT": Cause.TIMEOUT} for name in keys})
    assert [one.result for one in drive(look_up_and_verify(message), silent)] == [SignatureResult.KEY_UNKNOWN]
    asks = step_signatures(message, "google", {})
    assert isinstance(asks, Asks)
    assert {ask.key for ask in asks.asks} == {f"{name} TXT" for name in keys}


@needs_cases
def test_gmail() -> None:
    key = (_CASES / "mimekit" / "gmail.pub").read_text()
    message = (_CASES / "mimekit" / "gmail.msg").read_bytes()
    bare = "".join(re.findall(r"^[A-Za-z0-9+/=]+$", key, re.MULTILINE))
    (name,) = key_names(message)
    (found,) = verify(message, {name: f"v=DKIM1; k=rsa; p={bare}"})
    assert found.result is SignatureResult.PASS


@needs_cases
@pytest.mark.usefixtures("in_november_2022")
def test_a_change_is_found_and_named() -> None:
    message, keys = _stalwart("002.txt")
    assert verify(message + b"one more line\r\n", keys)[-1].result is SignatureResult.BODY_CHANGED
    changed = re.sub(rb"(?m)^Subject:", b"Subject: Re:", message)
    assert verify(changed, keys)[-1].result is SignatureResult.HEADERS_CHANGED
    assert verify(message, {})[-1].result is SignatureResult.NO_KEY
    bad = dict.fromkeys(keys, "v=DKIM1; p=abcd")
    assert verify(message, bad)[-1].result is SignatureResult.BAD_KEY


@needs_cases
def test_the_example_of_rfc_8463_has_two_good_signatures() -> None:
    message = (_CASES / "mimekit" / "rfc8463-example.msg").read_bytes()
    _, keys = _stalwart("001.txt")
    found = verify(message, keys)
    assert [signature.result for signature in found] == [SignatureResult.PASS, SignatureResult.PASS]
    changed = {name: key.replace("11qYAYK", "22qYAYK") for name, key in keys.items()}
    results = {keys[one.name][:21]: one.result for one in verify(message, changed)}
    assert results["v=DKIM1; k=ed25519; p"] is not SignatureResult.PASS


@needs_cases
def test_the_bad_keys_are_named() -> None:
    version = read_key((_CASES / "dkimpy" / "badversion.txt").read_text().strip())
    assert KeyFault.BAD_VERSION in version.faults
    kind = read_key((_CASES / "dkimpy" / "badk.txt").read_text().strip())
    assert kind.faults == (KeyFault.UNKNOWN_TYPE,)


def test_what_is_no_e_mail_has_no_signature() -> None:
    assert verify(b"", {}) == ()
    assert verify(b"\x00\xff nothing", {}) == ()
    odd = b"DKIM-Signature: v=1; a=rsa-sha256; d=x; s=y; h=\xff; bh=%; b=?\r\n\r\n"
    assert [found.result for found in verify(odd, {})] == [SignatureResult.MALFORMED]
