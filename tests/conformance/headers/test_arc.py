"""The ARC validation suite: the structure alone, and with the keys every case."""

import pytest

from checker.headers.arc import chain
from checker.headers.read import read
from checker.headers.seal import verified_chain
from tests.conformance.headers.cases import arc_suite, needs_cases

pytestmark = needs_cases
SUITE = arc_suite()
WANTED = {"None": "none", None: "none", "Pass": "pass", "Fail": "fail", "": "fail"}
ONLY_THE_KEY_TELLS = frozenset(
    """
    cv_fail_i1_ams_invalid cv_fail_i2_as2_invalid ams_format_tags_val_case ams_fields_b_mod_sig
    ams_fields_b_mod_headers1 ams_fields_b_mod_headers2 ams_fields_bh_sim_inl_wsp ams_fields_bh_mod_sig
    ams_fields_bh_mod_body ams_fields_h_dup2 ams_fields_h_order ams_fields_h_empty_added
    as_format_tags_val_case as_fields_b_512 as_fields_b_ams1 as_fields_b_asb1 public_key_na public_key_invalid
    """.split()  # noqa: SIM905 - a list of names reads best as words
)
"""Whole by their structure; what is wrong with them is in a signature or its key."""


def test_the_suite_is_whole() -> None:
    assert len(SUITE) == 171


@pytest.mark.parametrize("name", sorted(SUITE))
def test_structure(name: str) -> None:
    case, _ = SUITE[name]
    found = chain(read(case["message"] or "").block.fields)
    assert found.cv == ("pass" if name in ONLY_THE_KEY_TELLS else WANTED[case["cv"]]), found.fault


@pytest.mark.parametrize("name", sorted(SUITE))
def test_with_the_keys(name: str) -> None:
    case, keys = SUITE[name]
    found = verified_chain(read(case["message"] or "").block, keys)
    assert found.cv == WANTED[case["cv"]], found.fault
