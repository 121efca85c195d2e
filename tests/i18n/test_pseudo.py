"""The made language keeps what a translator would have to keep."""

from pathlib import Path

import polib
import pytest

from hooks.translation.__main__ import main
from hooks.translation.catalogue import messages
from hooks.translation.lint.markup import differences, differing_fields
from hooks.translation.pseudo import LANGUAGE, pseudo
from hooks.translation.sources import CHECKER, read_sources
from tests.i18n.site_markdown import ROOT

EVERY = [(section, one) for section, found in read_sources(ROOT).items() for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Not spam", "⟦Ñóóţ šþááɱ⟧"),
        ("  Not \n", "  ⟦Ñóóţ⟧ \n"),
        ("", ""),
        ("See [it](a.md#so) or [it][ref].[^1]", "⟦Šéééé [ííţ](a.md#so) óóř [ííţ][ref].[^1]⟧"),
        ("Run `make \\` & ``a`b`` now", "⟦Řúúñ `make \\` & ``a`b`` ñóóŵ⟧"),
        ("{day} of {month}", "⟦{day} óóƒ {month}⟧"),
        ("A **b** <b title='x'>c</b>{ .d }", "⟦ÁÁ **ƀ** <b title='x'>ç</b>{ .d }⟧"),
        ("https://example.org/a: :solid-x: ++ctrl+f++", "⟦https://example.org/a: :solid-x: ++ctrl+f++⟧"),
        ("&nbsp;a", "⟦&nbsp;áá⟧"),
    ],
)
def test_words_change_and_marks_stay(text: str, expected: str) -> None:
    assert pseudo(text) == expected


def test_every_text_of_the_site_keeps_its_structure() -> None:
    faults = [
        f"{one.path}:{one.line}: {fault}"
        for section, one in EVERY
        for fault in [
            *differences(one.text, pseudo(one.text), one.about),
            *(differing_fields(one.text, pseudo(one.text)) if section == CHECKER else ()),
        ]
    ]
    assert not faults, "\n".join(faults)


def test_texts_grow_by_a_third() -> None:
    before = sum(len(one.text) for _, one in EVERY)
    after = sum(len(pseudo(one.text)) for _, one in EVERY)
    assert 1.25 < after / before < 1.4


def test_the_command_writes_a_full_set_of_catalogues(project: Path, tmp_path: Path) -> None:
    out = tmp_path / "made"
    assert main(["--root", str(project), "pseudo", "--out", str(out)]) == 0
    assert messages(out, LANGUAGE, "guide")["How it works"] == "⟦Ĥóóŵ ííţ ŵóóřķš⟧"
    for path in out.rglob("*.po"):
        catalogue = polib.pofile(str(path))
        assert catalogue.metadata["Language"] == LANGUAGE
        assert catalogue.percent_translated() == 100


def test_no_release_has_it() -> None:
    assert LANGUAGE not in (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert not (ROOT / "locales" / LANGUAGE).exists()
