"""A report on a page and in a terminal: nothing from outside becomes markup or steers either."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from checker.i18n import from_mapping
from checker.render.context import Context
from checker.render.report import (
    Action,
    Again,
    Block,
    Bullets,
    Cited,
    Facts,
    Figure,
    File,
    Fold,
    Paragraph,
    Quote,
    Report,
    Section,
    Table,
    Text,
    Words,
    words,
)
from checker.render.report_html import LONGEST_QUOTE, report_html
from checker.render.report_text import report_text
from checker.tables.load import Source

SHOWN = 17  # how often `every_block` shows its text
CONTEXT = Context(lang="nb", translate=from_mapping({"Sent by {who}": "Sendt av {who}"}), root="../")
HOSTILE = "<img src=x onerror=alert(1)> **fet** [her](guide/quarantine) {who} \x1b[31m\u202e"


def every_block(text: Text, plain: str) -> tuple[Block, ...]:
    return (
        Paragraph(text, "lead"),
        Bullets((text,), numbered=True),
        Facts(((text, text),)),
        Table(text, (text, text), ((text, text),)),
        Quote(text, plain, text),
        File(text, plain, "list.txt"),
        Fold(text, (Section(text, (Paragraph(text),)),)),
    )


def as_html(*blocks: Block) -> html.HtmlElement:
    return html.fragment_fromstring(report_html(Report("Title", blocks), CONTEXT))


def as_text(*blocks: Block) -> str:
    return report_text(Report("Title", blocks), CONTEXT)


@pytest.mark.parametrize("text", [HOSTILE, words("Sent by {who}", CONTEXT, who=HOSTILE)])
def test_what_comes_from_outside_is_text_everywhere(text: Text) -> None:
    shown = as_html(*every_block(text, HOSTILE))
    assert shown.xpath(".//img | .//strong | .//a") == []
    assert shown.text_content().count("<img src=x onerror=alert(1)> **fet**") == SHOWN


def test_nothing_from_outside_steers_a_terminal() -> None:
    shown = as_text(*every_block(HOSTILE, HOSTILE))
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert shown.count("<img src=x onerror=alert(1)>") == SHOWN


@given(st.text())
def test_any_text_can_be_shown(text: str) -> None:
    shown = as_html(*every_block(text.replace("\0", ""), text.replace("\0", "")))
    assert shown.xpath("count(.//li)") == 1
    assert as_text(*every_block(text, text)).startswith("Title\n=====\n")


def test_our_words_are_translated_and_have_their_markup() -> None:
    text = Words("**Sendt** av `{who}`, se [siden](guide/quarantine#ask-it)", {"who": "kari@example.com"})
    shown = as_html(Paragraph(text))
    assert shown.xpath("string(.//strong)") == "Sendt"
    assert shown.xpath("string(.//code)") == "kari@example.com"
    assert shown.xpath("string(.//a/@href)") == "../guide/quarantine/#ask-it"
    assert "Sendt av kari@example.com, se siden" in as_text(Paragraph(text))


def test_a_field_that_is_not_given_stays_as_it_is() -> None:
    assert "{nobody}" in as_text(Paragraph(Words("by {nobody}")))


def test_headings_go_down_step_by_step() -> None:
    deep = Section("a", (Section("b", (Section("c", (File("d", "text", "d.txt"),)),)),))
    tags = [element.tag for element in as_html(deep).iter("h2", "h3", "h4", "h5", "h6")]
    assert tags == ["h2", "h3", "h4", "h5", "h6"]


def test_empty_facts_are_left_out() -> None:
    shown = as_html(Facts((("Code", "550"), ("Address", ""))))
    assert [term.text for term in shown.iter("dt")] == ["Code"]
    assert "Address" not in as_text(Facts((("Address", ""), ("Code", "550"))))


def test_a_long_quote_is_cut_on_the_page() -> None:
    shown = as_html(Quote("Line", "x" * (LONGEST_QUOTE + 1)))
    assert shown.xpath("string(.//pre)") == "x" * LONGEST_QUOTE + "…"


def test_a_table_names_its_rows_and_lines_up_in_text() -> None:
    table = Table("Hops", ("Host", "Delay"), (("mx.example.com", "2 s"), ("a.example", "10 s")))
    assert [cell.text for cell in as_html(table).xpath(".//th[@scope='row']")] == [
        "mx.example.com",
        "a.example",
    ]
    assert "Host            Delay\nmx.example.com  2 s\na.example       10 s" in as_text(table)


def test_pictures_are_for_eyes_only() -> None:
    assert as_html(Figure("<svg></svg>")).xpath("count(.//svg)") == 1
    assert "svg" not in as_text(Figure("<svg></svg>"))


def test_an_action_leads_to_a_page_of_the_site() -> None:
    action = Action(Words("Go on"), "check", "at=role")
    assert as_html(action).xpath("string(.//a/@href)") == "../check/#at=role"
    assert "→ Go on: ../check/#at=role" in as_text(action)


def test_a_button_that_reads_again_tells_with_what() -> None:
    (button,) = as_html(Again(Words("Ask"), "cloudflare")).iter("button")
    assert (button.get("data-do"), button.get("value")) == ("again", "cloudflare")


def test_a_file_can_be_copied_and_saved() -> None:
    shown = as_html(File("Rules", "1;2\n", "rules.csv", "text/csv"))
    assert shown.xpath("string(.//pre)") == "1;2\n"
    save = shown.xpath(".//button[@data-do='save-file']")[0]
    assert (save.get("data-filename"), save.get("data-media")) == ("rules.csv", "text/csv")


def test_a_source_comes_with_its_date() -> None:
    source = Source("x", "Handbook", "https://example.com/handbook", date(2026, 11, 23))
    assert "Handbook" in as_html(Cited(source)).xpath("string(.//a[@href='https://example.com/handbook'])")
    assert "Handbook (https://example.com/handbook), checked 23 November 2026" in as_text(Cited(source))
