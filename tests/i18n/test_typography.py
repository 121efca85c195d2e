"""How Norwegian sets its text."""

import pytest

from hooks.translation.lint.rules import read_rules
from hooks.translation.lint.typography import typography
from tests.i18n.site_markdown import ROOT

NORWEGIAN = read_rules(ROOT / "locales" / "nb")


def found(source: str, translation: str) -> set[str]:
    return {str(fault.check) for fault in typography(source, translation, NORWEGIAN)}


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("What “a” means", "Hva «a» betyr"),
        ("Of 10–20, 2019–2026", "Av 10–20, 2019–2026"),
        ("From a – to b", "Fra a – til b"),
        ("Single, spans", "Enkel, «fra–til»"),
        ("– a remark", "– en bemerkning"),
        ('Write `a -- "b"`', 'Skriv `a -- "b"`'),
        ('<a title="x">y</a>', '<a title="z">å</a>'),
        ("[a](b?c=1 - 2)", "[å](b?c=1 - 2)"),
        ("5,000 of 1,273", "5000 av 1 273"),
        ("5.5 %", "5,5 %"),
        ("24 hours", "et døgn"),
        ("3 questions", "Tre spørsmål"),
        ("The address 192.0.2.1", "Adressen 192.0.2.1"),
        ("{day} {month}", "{day}. {month}"),
        ("Read [this.](a.md)", "Les [dette.](a.md)"),
        ("It is **so.**", "Det er **så.**"),
        ("He said “no.”", "Han sa «nei.»"),
        ("Check that:", "Sjekk at"),
        ("Say yes or no.", "Ja eller nei?"),
        ("a", "b"),
    ],
)
def test_right(source: str, translation: str) -> None:
    assert found(source, translation) == set()


@pytest.mark.parametrize(
    ("source", "translation", "check"),
    [
        ("“a”", "”a”", "quotes"),
        ("“a”", '"a"', "quotes"),
        ("“a”", "«a", "quotes"),
        ("a — b", "a — b", "dashes"),
        ("a -- b", "a -- b", "dashes"),
        ("a – b", "a - b", "dashes"),
        ("a – b", "a –b", "dashes"),
        ("a b", "a \u00a0b", "spaces"),
        ("It is so.", "Det er så", "end"),
        ("It is so", "Det er så.", "end"),
        ("So …", "Så", "end"),
        ("Read [this](a.md).", "Les [dette](a.md)", "end"),
        ("1,273 addresses", "1237 adresser", "numbers"),
        ("24 hours", "et par timer", "numbers"),
    ],
)
def test_wrong(source: str, translation: str, check: str) -> None:
    assert found(source, translation) == {check}
