"""Reading DMARC records: whatever the text, it ends, and it is a record."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.dmarc.lint import lint_record
from checker.dmarc.model import Policy
from checker.dmarc.parse import is_dmarc, parse_record
from checker.domain.fixes import repair_dmarc

_LONG = 60_000


@pytest.mark.parametrize(
    ("text", "is_record"),
    [
        ("v=DMARC1", True),
        ("v=DMARC1;", True),
        ("V = DMARC1 ; p=none", True),
        ("v=DMARC1; ;; p=none", True),
        ("v=DMARC1 p=none", False),
        ("v=DMARC10; p=none", False),
        (" v=DMARC1", False),
        ("v=Dmarc1; p=none", False),
        ("", False),
    ],
)
def test_the_version_stands_first_and_is_exact(text: str, is_record: bool) -> None:
    assert is_dmarc(text) == is_record


def test_the_first_of_two_tags_counts() -> None:
    assert parse_record("v=DMARC1; p=reject; p=none").policy is Policy.REJECT


@pytest.mark.parametrize(
    "tail",
    [
        "p=" + "x" * _LONG,
        ";" * _LONG,
        "a=b;" * (_LONG // 4),
        "rua=" + "mailto:a@b.example," * (_LONG // 19),
        "rua=mailto:" + "a" * _LONG,
        "rua=mailto:a@" + "b." * (_LONG // 2),
        "rua=mailto:a@b" + ".b" * (_LONG // 2) + "!",
        " " * _LONG + "=",
        "fo=" + "0:" * (_LONG // 2),
    ],
    ids=lambda tail: tail[:12],
)
def test_a_record_as_long_as_the_dns_allows_is_read(tail: str) -> None:
    record = parse_record(f"v=DMARC1; {tail}")
    assert lint_record(record)
    assert is_dmarc(repair_dmarc(record))


@given(st.text())
def test_any_text_is_a_record_and_can_be_repaired(text: str) -> None:
    record = parse_record(f"v=DMARC1;{text}")
    repaired = parse_record(repair_dmarc(record))
    assert repaired.policy is not None
    assert not [wrong for wrong in repaired.wrong if wrong.tag in ("p", "sp", "np", "pct")]
