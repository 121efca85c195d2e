"""Two accents and what is made of them: everything written in them or on them can be read."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from hooks.publish.colours import (
    GROUNDS,
    LEAST,
    contrast,
    hardest_ground,
    mixed,
    nearest_that_reads,
    shades,
    style_sheet,
)
from tests.conftest import ROOT

CSS = (ROOT / "docs/assets/fremme.css").read_text(encoding="utf-8")
INK = {"light": "#16262d", "dark": "#e8edee"}
colours = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
schemes = st.sampled_from(sorted(GROUNDS))


def variables(scheme: str) -> dict[str, str]:
    """The style sheet's own colours: the first block is light, the second dark."""
    blocks = re.findall(r"--fr-paper:[^}]*", CSS)
    block = blocks[0 if scheme == "light" else 1]
    return dict(re.findall(r"--fr-([\w-]+): (#[0-9a-f]{6});", block))


@pytest.mark.parametrize("scheme", GROUNDS)
def test_the_grounds_are_those_of_the_style_sheet(scheme: str) -> None:
    theirs = variables(scheme)
    assert {name: theirs[name] for name in GROUNDS[scheme]} == GROUNDS[scheme]
    assert theirs["ink"] == INK[scheme]
    assert shades(theirs["fjord"], scheme).keys() <= theirs.keys(), "a variable that nothing uses"


@pytest.mark.parametrize("scheme", GROUNDS)
def test_the_site_s_own_accent_can_be_read(scheme: str) -> None:
    own = variables(scheme)["fjord"]
    assert contrast(own, hardest_ground(own, scheme)) >= LEAST
    assert nearest_that_reads(own, scheme) == own


@given(colours, schemes)
def test_an_accent_that_is_let_through_makes_shades_that_can_be_read(accent: str, scheme: str) -> None:
    accent = nearest_that_reads(accent, scheme)
    made = shades(accent, scheme)
    assert all(contrast(made["fjord"], ground) >= LEAST for ground in GROUNDS[scheme].values())
    assert contrast(made["on-fjord"], made["fjord"]) >= LEAST
    assert contrast(made["fjord-deep"], made["fjord-wash"]) >= LEAST
    assert contrast(made["fjord"], made["fjord-wash"]) >= 3, "lines and marks (WCAG 2.2, 1.4.11)"
    assert contrast(INK[scheme], made["fjord-wash"]) >= LEAST


@given(colours, schemes)
def test_what_is_offered_instead_is_no_further_than_needed(accent: str, scheme: str) -> None:
    offered = nearest_that_reads(accent, scheme)
    assert contrast(offered, hardest_ground(offered, scheme)) >= LEAST
    assume(offered != accent)
    assert contrast(accent, hardest_ground(accent, scheme)) < LEAST


@given(colours, colours)
def test_contrast_is_symmetric_and_mixing_ends_where_it_should(one: str, other: str) -> None:
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21.01
    assert (mixed(one, other, 0), mixed(one, other, 1)) == (one, other)


def test_contrast_is_that_of_the_standard() -> None:
    """Values that WebAIM's and other checkers give."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert contrast("#0000ff", "#ffffff") == pytest.approx(8.59, abs=0.005)


def test_the_style_sheet_names_the_colours_for_light_and_dark() -> None:
    light, _, dark = style_sheet({"light": "#7A1F5C", "dark": "#f0a8d8"}).partition(
        "@media (prefers-color-scheme: dark)"
    )
    assert "--fr-fjord: #7a1f5c;" in light
    assert "--fr-fjord: #f0a8d8;" in dark
    assert "--fr-on-fjord: #ffffff;" in light
    assert "--fr-on-fjord: #000000;" in dark
    assert style_sheet({}) == ""
