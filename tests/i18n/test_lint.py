"""The checks together: every seeded fault is found, and nothing that a translator has taken back."""

import re
from pathlib import Path

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hooks.translation.lint.catalogue import entry_faults, lint
from hooks.translation.lint.checks import EXPLAINED, JUDGED, Check, excepted, shorten
from hooks.translation.lint.markup import differences
from hooks.translation.lint.rules import Rules, read_rules
from hooks.translation.lint.terms import terms
from hooks.translation.lint.typography import typography
from tests.i18n.site_markdown import ROOT

SEEDED = Path(__file__).with_name("seeded_defects.po")
EXPECTED = SEEDED.with_suffix(".txt").read_text(encoding="utf-8").splitlines()
NORWEGIAN = read_rules(ROOT / "locales" / "nb")
texts = st.text() | st.lists(
    st.sampled_from(["`", "*", "**", "[a](b)", "{ .x }", "{a}", "<b>", "«", "»", "–", " ", "10", "junk", "."])
).map("".join)


def test_every_seeded_fault_is_found_by_its_check_and_nothing_else() -> None:
    assert [str(finding) for finding in lint(SEEDED, SEEDED.name, "nb", NORWEGIAN)] == EXPECTED


def test_every_check_has_a_seeded_fault_and_an_explanation() -> None:
    found = {match[1] for line in EXPECTED if (match := re.search(r" \[([a-z-]+)\](?:: |$)", line))}
    assert found == set(Check) == set(EXPLAINED)


def test_the_page_for_translators_names_every_check() -> None:
    page = (ROOT / "docs" / "about" / "translating.md").read_text(encoding="utf-8")
    first_cells = [line.split("|")[1] for line in page.splitlines() if line.startswith("| `")]
    named = re.findall(r"`([a-z-]+)`", " ".join(first_cells))
    assert sorted(named) == sorted(Check)


def test_every_seeded_message_has_its_fault() -> None:
    *entries, _wrapped = (entry.linenum for entry in polib.pofile(str(SEEDED)))
    # What is wrong with the file as a whole, the wrapping of the last message among it, is told of line 1.
    assert {int(line.split(":")[1]) for line in EXPECTED} == {1, *entries}


def entry(source: str, translation: str, comment: str = "", path: str = "docs/a.md") -> polib.POEntry:
    return polib.POEntry(msgid=source, msgstr=translation, tcomment=comment, occurrences=[(path, "1")])


@pytest.mark.parametrize(
    ("source", "translation", "check"),
    [
        ("Word", "Word", "same"),
        ("A  b", "A b", ""),
        ("A b", "A  b", "spaces"),
        ("**A**", "B", "emphasis"),
        ("45 days", "mange dager", "numbers"),
        ("“A”", "“B”", "quotes"),
        ("A, b", "B -- b", "dashes"),
        ("Who?", "Hvem.", "end"),
        ("Spam", "Uønsket", "term"),
    ],
)
def test_a_judged_check_can_be_taken_back_with_a_reason(source: str, translation: str, check: str) -> None:
    found = {fault.check for fault in entry_faults(entry(source, translation), NORWEGIAN)}
    assert found == ({check} if check else set())
    for comment, stays in ((f"{check}: it is right", False), (f"{check}:", True), ("another remark", True)):
        left = {fault.check for fault in entry_faults(entry(source, translation, comment), NORWEGIAN)}
        assert left == (found if stays else set())


@pytest.mark.parametrize("comment", ["same", "same: a name", "Remark\nsame"])
def test_same_needs_no_reason(comment: str) -> None:
    assert not list(entry_faults(entry("DNS", "DNS", comment), NORWEGIAN))


def test_what_would_break_the_page_cannot_be_taken_back() -> None:
    broken = set(Check) - JUDGED
    assert not any(excepted(f"{check}: trust me") for check in broken)


def test_braces_are_fields_in_the_checker_and_nothing_on_a_page() -> None:
    assert not list(entry_faults(entry("The {field}", "Dette {feltet}"), NORWEGIAN))
    (lost, new) = entry_faults(entry("The {field}", "Dette {feltet}", path="checker/a.py"), NORWEGIAN)
    assert {lost.check, new.check} == {Check.FIELD}


def test_a_language_without_rules_gets_the_checks_that_hold_for_all() -> None:
    assert not list(entry_faults(entry("Is it “A” -- so?", "“B” -- så."), Rules()))
    assert list(entry_faults(entry("[a](b)", "a"), Rules()))


def test_each_form_of_a_plural_is_checked() -> None:
    plural = polib.POEntry(
        msgid="`a`", msgid_plural="`a` b", msgstr_plural={0: "`a`å", 1: "c"}, occurrences=[("docs/a.md", "1")]
    )
    assert [fault.check for fault in entry_faults(plural, Rules(), forms=2)] == [Check.CODE]
    assert [fault.check for fault in entry_faults(plural, Rules(), forms=3)] == [Check.PLURAL, Check.CODE]


def test_a_long_text_is_shortened() -> None:
    assert shorten("a\nb") == "“a b”"
    assert len(shorten("word " * 50)) == 62


@given(texts)
def test_a_text_differs_in_nothing_from_itself(text: str) -> None:
    assert not list(differences(text, text, "table cell on /a/"))


@given(texts, texts)
def test_any_pair_of_texts_can_be_checked(source: str, translation: str) -> None:
    for fault in (
        *differences(source, translation),
        *typography(source, translation, NORWEGIAN),
        *terms(source, translation, NORWEGIAN),
    ):
        assert fault.check in EXPLAINED
        assert fault.what
