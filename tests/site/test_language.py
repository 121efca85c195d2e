"""No page speaks a language that is not its own: a gap in a translation shows as words of the source."""

import re
from collections.abc import Iterator, Mapping

import pytest

from checker.tables.delivery import sending_tools
from checker.tables.load import systems
from hooks.publish.settings import Settings
from tests.site.reading import Element, Pages, blocks, elements

pytestmark = pytest.mark.site

# Function words of one language that are no words of the other ("to", "is", "it" and "for" are both).
_TELLING = {
    "en": r"the|and|you|your|are|of|that|this|with|not|have|was|what|who|why|when|which|from|does|if|they",
    "nb": r"og|ikke|som|til|det|på|av|eller|hva|hvem|hvorfor|jeg|vi|deg|din|har|ble|fra|når|kan",
    "nn": r"og|ikkje|som|til|det|på|av|eller|kva|kven|kvifor|eg|vi|deg|din|har|vart|frå|når|kan",
}
_LIKELY = 2  # telling words in a block: one alone may be a name
_LONG = 3  # words; more than this are hardly the same in two languages by chance

# Texts and labels that are the same in every language: names of ours, and of places in other people's menus.
_PRODUCTS = frozenset(
    f"{system.name}{end}"
    for system in systems().values()
    for end in ("", " - Fremme")
    if not re.search(r"\b(?:and|own|your)\b", system.name)
)
_TOLD = {word for tool in sending_tools().values() for word, _ in tool.says}  # as they stand in the tools
_NAMES = _PRODUCTS | _TOLD | {"Fremme", "Tenant Allow/Block List", "iCloud (icloud.com, me.com, mac.com)"}
_LABELS = ("aria-label", "title", "alt", "placeholder", "aria-description")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def telling(text: str, language: str) -> int:
    return sum(re.fullmatch(_TELLING[language], word) is not None for word in words(text))


def same_by_chance(text: str) -> bool:
    return text in _NAMES or (len(words(text)) <= _LONG and not telling(text, "en"))


def translations(pages: Mapping[str, Pages], settings: Settings) -> Iterator[tuple[str, Element, Element]]:
    """Each translated page with its source, and a name to call it by."""
    for code, found in pages.items():
        if code != settings.source:
            for address, tree in found.items():
                yield f"{code}/{address}", tree, pages[settings.source][address]


def test_no_text_is_left_in_the_source_language(pages: Mapping[str, Pages], settings: Settings) -> None:
    left = [
        f"{name}: {text}"
        for name, tree, source in translations(pages, settings)
        for text in sorted(set(blocks(tree)) & set(blocks(source, quoted=False)))
        if not same_by_chance(text)
    ]
    assert not left, "\n".join(left)


def test_no_label_is_left_in_the_source_language(pages: Mapping[str, Pages], settings: Settings) -> None:
    left = {
        text
        for _, tree, source in translations(pages, settings)
        for text in set(labels(tree)) & set(labels(source))
        if text not in _NAMES and words(text)
    }
    assert not left, "\n".join(sorted(left))


def labels(tree: Element) -> Iterator[str]:
    """What a screen reader says and a pointer shows, outside what is marked as another language."""
    for one in elements(tree):
        if not any(each.get("lang") for each in (one, *one.iterancestors()) if each.tag != "html"):
            yield from (str(value) for name in _LABELS if (value := one.get(name)))
    for one in tree.iter("meta"):
        if one.get("name") == "description":
            yield one.get("content") or ""


def test_no_block_reads_as_another_language(pages: Mapping[str, Pages]) -> None:
    strange = [
        f"{code}/{address}: {text}"
        for code, found in pages.items()
        for address, tree in found.items()
        for text in blocks(tree, quoted=False, labels=False)
        for other in _TELLING.keys() - {code}
        if telling(text, other) >= _LIKELY and telling(text, other) > telling(text, code)
    ]
    assert not strange, "\n".join(strange)


@pytest.mark.parametrize(
    ("text", "chance"),
    [
        ("HubSpot", True),
        ("Microsoft 365 Defender", True),
        ("SPF, DKIM and DMARC", False),
        ("What you see", False),
        ("Ask IT for help today", False),
    ],
)
def test_what_may_be_the_same(text: str, chance: bool) -> None:
    assert same_by_chance(text) == chance
