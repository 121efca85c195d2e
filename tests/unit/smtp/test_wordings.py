"""Replies as servers write them, found by the ideas in them and by no phrase."""

import tomllib
from pathlib import Path

import pytest

from checker.smtp.ideas import find_rule
from checker.smtp.model import Reason
from checker.smtp.reply import find_codes, plain_words

WORDINGS = tomllib.loads(Path(__file__).with_name("wordings.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("reason", WORDINGS)
def test_ideas_find_what_each_reply_means(reason: str) -> None:
    assert Reason(reason)
    for reply in WORDINGS[reason]:
        rule = find_rule(plain_words(reply, find_codes(reply)), weak=False)
        assert rule is not None, reply
        assert rule.means == reason, reply
