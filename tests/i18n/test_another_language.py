"""A language more is a line in mkdocs.yml and its PO files: no code knows the languages that there are."""

import json
from collections.abc import Mapping
from pathlib import Path

import polib
import pytest

from checker.tree.definition import TREE
from hooks.publish.assemble import assemble
from hooks.translation.__main__ import main
from tests.i18n.copied import copy_project
from tests.site.reading import Element, read_page

pytestmark = pytest.mark.site

ADVICE = "Answer one question at a time; you can always go back and change an answer."
WORDS = {
    "Choose a language": "Välj språk",
    "Find the e-mail": "Hitta mejlet",
    ADVICE: "Svara på en fråga i taget.",
    TREE.question(TREE.start).text: "Vem är du?",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Swedish in a copy of the project, begun by somebody, and English beside it."""
    root = copy_project(tmp_path_factory.mktemp("swedish"), "sv", "Svenska")
    assert main(["--root", str(root), "update", "sv"]) == 0
    for path in (root / "locales" / "sv").rglob("*.po"):
        catalogue = polib.pofile(str(path), wrapwidth=0)
        for entry in catalogue:
            entry.msgstr = WORDS.get(entry.msgid, "")
        catalogue.save()
    (root / "checker").unlink()  # read for its words by now; packing Python is not what is tried here
    assemble(root, root / "site", within=["en", "sv"], quick=True)
    return root / "site"


@pytest.fixture(scope="module")
def pages(site: Path) -> Mapping[str, Element]:
    return {name: read_page(site / name / "check" / "index.html") for name in ("en", "sv")}


def texts(page: Element, path: str) -> list[str]:
    found = page.xpath(path)
    assert isinstance(found, list)
    return [" ".join(str(each).split()) for each in found]


def test_it_has_every_page_in_its_own_language(site: Path, pages: Mapping[str, Element]) -> None:
    every = {path.relative_to(site / "en") for path in (site / "en").rglob("*.html")}
    assert {path.relative_to(site / "sv") for path in (site / "sv").rglob("*.html")} == every
    assert pages["sv"].get("lang") == "sv"
    assert texts(pages["sv"], "//h1/text()") == ["Hitta mejlet"]
    assert "Vem är du?" in texts(pages["sv"], "//h2/text()")


def test_what_is_not_translated_is_english_and_marked(pages: Mapping[str, Element], site: Path) -> None:
    assert "Svara på en fråga i taget." in texts(pages["sv"], "//article//p/text()")
    privacy = read_page(site / "sv" / "about" / "privacy" / "index.html")
    assert texts(privacy, "//h1/@lang") == ["en"]
    assert texts(privacy, "//h1/text()") == texts(
        read_page(site / "en/about/privacy/index.html"), "//h1/text()"
    )


def test_the_others_lead_to_it_and_it_to_the_others(pages: Mapping[str, Element], site: Path) -> None:
    switch = "//a[@data-fr-language]/@hreflang"
    assert {"sv", "nb"} <= set(texts(pages["en"], switch))
    assert {"en", "nb"} <= set(texts(pages["sv"], switch))
    root = read_page(site / "index.html")
    assert texts(root, '//a[@href="sv/"]/text()') == ["Svenska"]
    assert "Välj språk" in texts(root, "//p/span/text()")


def test_search_has_its_stemmer(site: Path) -> None:
    index = json.loads((site / "sv" / "search" / "search_index.json").read_text(encoding="utf-8"))
    assert index["config"]["lang"] == ["sv"]


def test_search_engines_are_told(site: Path) -> None:
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert "/sv/check/</loc>" in sitemap
    assert 'hreflang="sv"' in sitemap
