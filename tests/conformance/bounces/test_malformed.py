"""Malformed mails and nasty pastes: never an exception, and never a bounce that is none."""

import base64
import json

import pytest

from checker.smtp.model import Reason
from checker.smtp.read import read
from tests.conformance.bounces.cases import CASES, SISIMAI, labels, needs_cases

pytestmark = needs_cases

# A server's refusal, copied from a log or from a page, is as good as a bounce.
_REFUSALS = {
    "curl-smtp-log": Reason.AUTHENTICATION,
    "bounce-html": Reason.UNKNOWN_USER,
    "bounce-conflict": Reason.MAILBOX_FULL,
}
MALFORMED = CASES / "malformed"


def test_malformed_mails_are_no_bounces() -> None:
    paths = sorted((MALFORMED / "stalwart-mail-parser").glob("*.eml"))
    assert len(paths) > 20
    for path in paths:
        assert not read(path.read_bytes()).is_bounce, path.name
        assert not read(path.read_bytes().decode("latin-1")).is_bounce, path.name


def test_nasty_pastes_are_no_bounces() -> None:
    cases = json.loads((MALFORMED / "nasty-inputs.json").read_text(encoding="utf-8"))["cases"]
    for case in cases:
        if case["id"] in _REFUSALS:
            assert read(case["text"]).recipients[0].reason is _REFUSALS[case["id"]]
            continue
        if "text" in case:
            assert not read(case["text"]).is_bounce, case["id"]
        if "b64" in case:
            assert not read(base64.b64decode(case["b64"])).is_bounce, case["id"]


@pytest.mark.parametrize("name", ["lhost-postfix-58.eml", "lhost-exim-01.eml", "lhost-qmail-06.eml"])
def test_a_bounce_cut_anywhere_is_still_read(name: str) -> None:
    source = (SISIMAI / "bsd" / name).read_bytes()
    assert name in labels()
    for end in range(0, len(source), 37):
        read(source[:end])
        read(source[end:])
