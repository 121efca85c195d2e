"""The guide's Norwegian is easy to read."""

from collections.abc import Mapping

import pytest

from tests.site.lix import lix
from tests.site.reading import Element, Pages, blocks

_MOST = 38.0  # what the style guide allows; newspapers lie at about 45
_RUNNING = frozenset({"p", "li", "dd"})


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Se i mappen. Den er der.", 3.0),  # 6 words, 2 sentences, none long
        ("Søppelposten ligger der", 3 + 100 * 1 / 3),
        ("Se på www.example.no nå.", 4 + 100 * 1 / 4),  # a dot within an address ends nothing
        ("Se her: der", 3 / 2),
        ("…", 0.0),
    ],
)
def test_the_measure(text: str, value: float) -> None:
    assert lix([text]) == pytest.approx(value)


@pytest.mark.site
@pytest.mark.parametrize("lang", ["nb", "nn"])
def test_guide_pages_are_easy_to_read(pages: Mapping[str, Pages], lang: str) -> None:
    guide = {address: tree for address, tree in pages[lang].items() if address.startswith("guide/")}
    assert guide
    measured = {address: round(lix(running_text(tree)), 1) for address, tree in guide.items()}
    assert {address: value for address, value in measured.items() if value > _MOST} == {}


def running_text(tree: Element) -> list[str]:
    """The article's sentences, without the names in other people's menus: those are not ours to shorten."""
    article = tree.find(".//article")
    assert article is not None
    return list(blocks(article, labels=False, tags=_RUNNING))
