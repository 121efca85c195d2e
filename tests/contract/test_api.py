"""The real checker answers every sample of the contract, in CPython as in the browser."""

import json
from pathlib import Path
from typing import Any

import pytest

from checker.api import handle
from hooks.bundle.package import request_text

SAMPLES = sorted(Path(__file__).parent.glob("*.json"))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_the_reply_has_the_agreed_parts(sample: Path) -> None:
    agreed: dict[str, Any] = json.loads(sample.read_text(encoding="utf-8"))
    reply = json.loads(handle(request_text(agreed)))
    assert sorted(reply) == sorted(agreed["reply_keys"])
    assert reply | agreed["reply"] == reply
