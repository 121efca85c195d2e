"""How far a language has come, as numbers, as JSON and as a page."""

import json
from pathlib import Path
from typing import Any

import polib
import pytest
from lxml import html

from hooks.translation.__main__ import main
from hooks.translation.anchors import site_anchors
from hooks.translation.catalogue import po_path
from hooks.translation.message import AuthoringError
from hooks.translation.sources import read_sources
from hooks.translation.status import Part, Progress, State, overall, percent, read_status
from hooks.translation.status_page import StatusView, fill, has_markers
from tests.i18n.conftest import edit
from tests.i18n.site_markdown import configured

ANCHORS = site_anchors(*configured())
WORDS = {f"status_{key}": f"<{key}>" for key in ("page", "all", "site", "checker", "source", "done")} | {
    "status_share": "{percent} %",
    **{f"status_{state}": f"is {state}" for state in State},
}


def tree(text: str) -> Any:  # noqa: ANN401  (what an XPath finds is anything)
    return html.fromstring(f"<div>{text}</div>")


@pytest.fixture
def half(project: Path) -> Path:
    """A project where one page has a text of every state."""
    main(["--root", str(project), "update", "nb"])
    path = po_path(project / "locales", "nb", "guide")
    catalogue = polib.pofile(str(path), wrapwidth=0)
    by_text = {entry.msgid: entry for entry in catalogue}
    by_text["The page"].msgstr = "Siden"
    by_text["How it works"].msgstr, by_text["How it works"].flags = "Slik", ["fuzzy"]
    by_text["Body text."].msgstr = "Body text."
    catalogue.save()
    return project


def parts_of(project: Path) -> dict[str, Part]:
    found = read_status(project, read_sources(project), ["nb", "nn"], ANCHORS)
    return {part.name: part for part in found}


def view(project: Path, lang: str) -> StatusView:
    found = list(parts_of(project).values())
    names = {"nb": "Norsk", "nn": "Nynorsk"}
    return StatusView(found, names, lang, project / "locales", WORDS, lambda address: f"..{address}")


def test_every_page_and_the_two_sections_without_pages(half: Path) -> None:
    addresses = {name: part.address for name, part in parts_of(half).items()}
    assert addresses == {
        "site": None,
        "docs/index.md": "/",
        "docs/guide/other.md": "/guide/other/",
        "docs/guide/page.md": "/guide/page/",
        "checker": None,
    }


def test_every_text_is_in_one_state(half: Path) -> None:
    page = parts_of(half)["docs/guide/page.md"].languages["nb"]
    assert {state: page.count(state) for state in State} == {
        "fresh": 2,
        "stale": 1,
        "copied": 1,
        "missing": 0,
    }
    assert (page.total, page.percent) == (4, 50)
    assert parts_of(half)["docs/guide/page.md"].languages["nn"].count(State.MISSING) == 4


def test_a_copy_that_its_translator_meant_is_fresh(half: Path) -> None:
    edit(
        po_path(half / "locales", "nb", "guide"),
        "#. paragraph on /guide/other/",
        "# same\n#. paragraph on /guide/other/",
    )
    assert parts_of(half)["docs/guide/page.md"].languages["nb"].count(State.COPIED) == 0


def test_a_gap_knows_the_heading_above_it(half: Path) -> None:
    gaps = parts_of(half)["docs/guide/page.md"].languages["nb"].gaps
    assert [(gap.text, gap.line, gap.anchor) for gap in gaps] == [
        ("How it works", 8, "how-it-works"),
        ("Body text.", 10, "how-it-works"),
    ]
    first, *_rest = parts_of(half)["docs/guide/page.md"].languages["nn"].gaps
    assert (first.line, first.anchor) == (2, "")


def test_all_means_all() -> None:
    assert [percent(done, 300) for done in (0, 1, 299, 300)] == [0, 0, 99, 100]
    assert percent(0, 0) == 100


def test_the_whole_is_the_sum_of_its_parts(half: Path) -> None:
    found = parts_of(half)
    whole = overall(list(found.values()), "nb")
    assert whole.total == sum(part.languages["nb"].total for part in found.values())
    assert whole.count(State.STALE) == 1
    assert overall([], "nb") == Progress(0, ())


def test_the_command_for_people(half: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["--root", str(half), "status", "nb"]) == 0
    out = capsys.readouterr().out
    assert "docs/guide/page.md    50 %  4 texts: 2 fresh, 1 stale, 1 copied, 0 missing" in out
    assert "nn:" not in out


def test_the_command_for_programs(half: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["--root", str(half), "status", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert set(told) == {"nb", "nn"}
    page = {"total": 4, "fresh": 2, "stale": 1, "copied": 1, "missing": 0}
    assert told["nb"]["parts"]["docs/guide/page.md"] == page
    assert {"state": "stale", "at": "docs/guide/page.md:8", "text": "How it works"} in told["nb"]["left"]
    assert told["nn"]["all"]["missing"] == told["nn"]["all"]["total"]


def test_the_table_has_a_row_a_page_and_a_column_a_language(half: Path) -> None:
    table = tree(fill("<!-- translation:status -->", view(half, "nb")))
    rows = [[cell.text_content() for cell in row] for row in table.xpath("//tr")]
    assert rows[0] == ["<page>", "Norsk", "Nynorsk"]
    assert ["Siden", "50 %", "0 %"] in rows
    assert ["Other", "33 %", "0 %"] not in rows
    assert rows[-1][0] == "<all>"
    assert [head.get("lang") for head in table.xpath("//thead//th[@lang]")] == ["nb", "nn"]
    assert "../guide/page/" in table.xpath("//a/@href")


def test_what_is_left_links_to_its_place(half: Path) -> None:
    left = tree(fill("<!-- translation:left -->", view(half, "nb")))
    (page,) = left.xpath('.//details[summary="Siden: 2"]')
    assert [link.get("href") for link in page.xpath(".//a")] == ["../guide/page/#how-it-works"] * 2
    assert [group.text for group in page.xpath("./p")] == ["is copied", "is stale"]
    assert page.xpath(".//a/span/@lang") == ["en", "en"]


def test_what_is_no_page_has_no_link(half: Path) -> None:
    left = tree(fill("<!-- translation:left -->", view(half, "nb")))
    (site,) = left.xpath('.//details[starts-with(summary, "<site>")]')
    assert "“Skip to the text”" in site.xpath(".//li/span/text()")
    assert not site.xpath(".//a")


def test_nothing_is_left_in_the_language_of_the_sources_or_when_all_is_done(half: Path) -> None:
    assert fill("<!-- translation:left -->", view(half, "en")) == "<p>&lt;source&gt;</p>"
    done = StatusView([], {"nb": "Norsk"}, "nb", half / "locales", WORDS, str)
    assert fill("<!-- translation:left -->", done) == "<p>&lt;done&gt;</p>"


def test_markers(half: Path) -> None:
    assert not has_markers("<p>text</p><!-- checker:tree -->")
    assert fill("<p>text</p>", view(half, "nb")) == "<p>text</p>"
    with pytest.raises(AuthoringError, match="translation:nothing"):
        fill("<!-- translation:nothing -->", view(half, "nb"))
