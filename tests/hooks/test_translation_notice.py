"""The notice on a page that is not fully translated."""

from types import SimpleNamespace

import pytest
from jinja2 import Environment, FileSystemLoader
from lxml import html

from tests.hooks.conftest import ROOT

WORDS = {"translation_partly": "Only {percent} %", "translation_help": "How far"}
CONFIG = SimpleNamespace(extra=SimpleNamespace(words=WORDS))


def notice(page: object) -> str:
    loader = FileSystemLoader(ROOT / "hooks" / "theme")
    environment = Environment(loader=loader, autoescape=True)
    environment.filters["url"] = lambda address: f"../{address}"
    return environment.get_template("partials/translated.html").render(page=page, config=CONFIG)


def page_with(done: int, total: int) -> SimpleNamespace:
    return SimpleNamespace(meta={"translation": {"done": done, "total": total}})


@pytest.mark.parametrize("page", [None, SimpleNamespace(meta={}), page_with(5, 5), page_with(0, 0)])
def test_a_complete_page_gets_not_one_byte(page: object) -> None:
    assert notice(page) == ""


def test_the_share_and_where_to_read_more() -> None:
    box = html.fromstring(notice(page_with(299, 300)))
    assert box.xpath("string(p)") == "Only 99 %"
    assert box.xpath("string(.//a/@href)") == "../about/translation-status/"
