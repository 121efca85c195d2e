"""The public SPF suites: every result of RFC 7208, and each place where RFC 4408 says otherwise."""

import pytest

from tests.conformance.spf.suite import SUITES, Case, cases, needs_suites

_NO_TYPE_99 = "RFC 7208 section 3.1 drops the record type SPF: only TXT counts"
_NOT_ASKABLE = "RFC 7208 section 4.8 lets a name that is none match nothing, where RFC 4408 made it an error"
DIFFERENT_IN_RFC_4408 = {
    "spfonly": _NO_TYPE_99,
    "txttimeout": _NO_TYPE_99,
    "spfoverride": _NO_TYPE_99,
    "multitxt1": _NO_TYPE_99,
    "multispf2": _NO_TYPE_99,
    "invalid-domain-empty-label": _NOT_ASKABLE,
    "invalid-domain-long": _NOT_ASKABLE,
    "invalid-domain-long-via-macro": _NOT_ASKABLE,
    "exists-dnserr": "RFC 7208 section 5 passes a DNS error on; RFC 4408 let exists not match",
    "mx-limit": "RFC 7208 section 4.6.4 makes more than ten MX names an error; RFC 4408 cut the list",
}

RFC_7208 = list(cases("rfc7208-tests")) if SUITES.is_dir() else []
RFC_4408 = list(cases("rfc4408-tests")) if SUITES.is_dir() else []


@needs_suites
@pytest.mark.parametrize("case", RFC_7208, ids=lambda case: case.name)
def test_rfc_7208(case: Case) -> None:
    assert case.check().result == case.results[0]


@needs_suites
@pytest.mark.parametrize("case", [case for case in RFC_7208 if case.explanation], ids=lambda case: case.name)
def test_the_explanations(case: Case) -> None:
    explanation = case.check().explanation
    assert ("DEFAULT" if explanation is None else explanation) == case.explanation


@needs_suites
@pytest.mark.parametrize("case", RFC_4408, ids=lambda case: case.name)
def test_rfc_4408_where_it_still_holds(case: Case) -> None:
    result = case.check().result
    if case.name in DIFFERENT_IN_RFC_4408:
        assert result != case.results[0]
        assert result in case.results
    else:
        assert result == case.results[0]


@needs_suites
def test_every_named_difference_is_one() -> None:
    assert set(DIFFERENT_IN_RFC_4408) <= {case.name for case in RFC_4408}


@needs_suites
@pytest.mark.parametrize("case", RFC_7208 + RFC_4408, ids=lambda case: case.name)
def test_no_evaluation_uses_more_than_the_limits(case: Case) -> None:
    found = case.check()
    assert found.lookups <= 11  # the one over the limit is counted, and not asked
    assert found.void_lookups <= 3
