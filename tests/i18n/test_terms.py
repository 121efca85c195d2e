"""The list of terms: how it is applied, how it is read, and whether the released ones are in order."""

import datetime
from pathlib import Path

import pytest

from hooks.translation.lint.rules import Rules, Term, read_rules
from hooks.translation.lint.terms import terms
from hooks.translation.message import AuthoringError
from tests.i18n.site_markdown import ROOT

TODAY = datetime.date(2026, 11, 23)
LANGUAGES = sorted(path.parent.name for path in (ROOT / "locales").glob("*/glossary.toml"))


def term(english: str, approved: str = "", rejected: str = "") -> Term:
    return Term(english, tuple(approved.split()), tuple(rejected.split()), "somewhere", TODAY)


RULES = Rules(
    terms=(
        term("junk", "søppel", "nettsøppel"),
        term("junk folder", "søppelpost"),
        term("allowlist", "tillatelsesliste", "hvitelist"),
        term("header", "meldingshode hode"),
        term("e-mail", rejected="epost"),
    )
)


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("The allowlist", "Tillatelseslisten"),
        ("Allowlists are", "IP-tillatelseslister er"),
        ("The junk folder", "Søppelposten"),
        ("The junk-folder", "Søppelposten"),
        ("Headers", "Hodet"),
        ("The subheader", "Under"),
        (
            "Choose **Junk**, `allowlist` or [this](allowlist.md)",
            "Velg **Junk**, `allowlist` eller [det](allowlist.md)",
        ),
        ("See example.com/junk", "Se example.com/junk"),
        ("Not at all", "I oppsprettet"),
        ("An e-mail to a@epost.example", "En melding til a@epost.example"),
    ],
)
def test_right(source: str, translation: str) -> None:
    assert list(terms(source, translation, RULES)) == []


@pytest.mark.parametrize(
    ("source", "translation", "what"),
    [
        ("The allowlist’s rows", "Radene", "“allowlist” is “tillatelsesliste” in the list of terms"),
        ("HEADERS", "Topp", "“header” is “meldingshode” or “hode” in the list of terms"),
        ("The junk folder", "Søppel", "“junk folder” is “søppelpost” in the list of terms"),
        ("Anything", "Hvitelistene", "“Hvitelistene” is “tillatelsesliste” in the list of terms"),
        ("Anything", "IP-hviteliste", "“hviteliste” is “tillatelsesliste” in the list of terms"),
        ("E-mail", "Epost", "“Epost” is not used in the list of terms"),
    ],
)
def test_wrong(source: str, translation: str, what: str) -> None:
    assert [fault.what for fault in terms(source, translation, RULES)] == [what]


def test_the_longest_term_wins() -> None:
    rules = Rules(terms=(term("bounce", "retur"), term("bounce mark", "sperre")))
    assert not list(terms("The bounce mark", "Sperren", rules))
    assert list(terms("The bounce mark of a bounce", "Sperren", rules))


@pytest.mark.parametrize(
    ("name", "text", "what"),
    [
        ("glossary.toml", '[[term]]\napproved = []\nsource = "x"\nchecked = 2026-11-23', "'term' is missing"),
        ("glossary.toml", '[[term]]\nterm = "a"\nsource = "x"\nchecked = "today"', "checked is no date"),
        (
            "glossary.toml",
            '[[term]]\nterm = "a"\napproved = "b"\nsource = "x"\nchecked = 2026-11-23',
            "not a list of texts",
        ),
        ("glossary.toml", "term = [", "Invalid value"),
        ("rules.toml", '[quotes]\nright = ["«"]', "one opening and one closing mark"),
        ("rules.toml", '[ends]\n"." = "."', "not a list of texts"),
    ],
)
def test_a_fault_in_the_files_is_named(tmp_path: Path, name: str, text: str, what: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(AuthoringError, match=rf"{name}:1: .*{what}"):
        read_rules(tmp_path)


def test_a_language_needs_neither_file(tmp_path: Path) -> None:
    assert read_rules(tmp_path) == Rules()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_of_a_released_language_is_in_order(language: str) -> None:
    rows = read_rules(ROOT / "locales" / language).terms
    assert len({row.term.casefold() for row in rows}) == len(rows) > 30
    for row in rows:
        assert row.source.strip(), row.term
        assert row.approved or row.rejected, row.term
        for word in row.approved:
            assert not word.casefold().startswith(tuple(row.rejected)), row.term


def test_both_kinds_of_norwegian_have_the_same_terms() -> None:
    nb, nn = ({row.term for row in read_rules(ROOT / "locales" / code).terms} for code in ("nb", "nn"))
    assert nb == nn
