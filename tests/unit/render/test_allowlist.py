"""The kit as a report: what comes first, what is named, and nothing pasted becomes markup."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import i18n
from checker.allowlist.kit import Asked, build
from checker.allowlist.model import Code, Unfit
from checker.messages.allowlist import MATCHES, MESSAGES, RANKS, SYNTAX, UNFIT
from checker.render.allowlist import kit
from checker.render.context import Context
from checker.render.report_html import report_html
from checker.render.report_text import report_text
from checker.tables.allow import DEFAULTS, formats
from checker.tables.load import systems
from checker.tree.choices import GATEWAYS

TODAY = date(2026, 11, 25)
LIST = "192.0.2.0/24\n198.51.100.7\n2001:db8::/48"
ENGLISH = Context()


def text(asked: Asked) -> str:
    return report_text(kit(build(asked, TODAY), ENGLISH), ENGLISH)


def html(asked: Asked) -> str:
    return report_html(kit(build(asked, TODAY), ENGLISH), ENGLISH)


def titles(asked: Asked) -> list[str]:
    return re.findall(r"^## \d+\. (.*)$", text(asked), re.MULTILINE)


def test_every_code_reason_match_rank_and_form_has_words() -> None:
    assert set(MESSAGES) == set(Code)
    assert set(UNFIT) == set(Unfit)
    rows = formats().values()
    assert {row.matches for row in rows} <= set(MATCHES)
    assert {row.rank for row in rows} <= set(RANKS)
    assert {row.syntax for row in rows} <= set(SYNTAX)


def test_the_domain_comes_first_and_addresses_last() -> None:
    ways = titles(Asked(LIST, "example.com", "m365"))
    assert ways[0] == "Tenant Allow/Block List: the sending domain"
    assert ways[1].startswith("Mail-flow rule: the sending domain")
    assert ways[-2:] == ["A plain list", "A table (CSV)"]


def test_a_gateway_goes_before_the_system_and_takes_over_the_addresses() -> None:
    ways = titles(Asked(LIST, "example.com", "m365", "mimecast"))
    assert ways[0].startswith("Mimecast: ")
    assert any("Enhanced Filtering" in way for way in ways)
    assert not any("Connection filter" in way for way in ways)
    assert ways.index("Mimecast: Permitted Senders: Source IP Ranges") > ways.index(
        "Microsoft 365: Tenant Allow/Block List: the sending domain"
    )


def test_shared_addresses_are_called_shared() -> None:
    assert "share theirs among many customers" in text(Asked(LIST, "example.com", "m365"))
    assert "share theirs among many customers" not in text(Asked(LIST, "example.com", "m365", shared=False))


def test_without_a_domain_the_two_names_are_given_and_why_connecting_is_better() -> None:
    said = text(Asked(LIST, "", "m365"))
    assert all(name in said for name in DEFAULTS)
    assert "It is better to connect a domain" in said
    assert DEFAULTS[0] not in text(Asked(LIST, "example.com", "m365"))


def test_every_way_has_its_source_and_the_day_it_was_checked() -> None:
    for system in (*systems(), ""):
        said = text(Asked(LIST, "example.com", system))
        for way in re.split(r"^## ", said, flags=re.MULTILINE):
            assert not way[:1].isdigit() or ", checked " in way, way


def test_a_review_is_a_calendar_file_on_the_day_chosen_or_in_ninety_days() -> None:
    assert "DTSTART;VALUE=DATE:20270223" in text(Asked(LIST, "example.com"))
    assert "DTSTART;VALUE=DATE:20270601" in text(Asked(LIST, "example.com", review=date(2027, 6, 1)))


def test_what_has_no_place_is_named() -> None:
    said = text(Asked(LIST, "example.com", "m365"))
    assert "Left out here: 1" in said
    assert "2001:db8::/48" in said.split("Left out here", 1)[1]


@pytest.mark.parametrize("gateway", [name for name, _ in GATEWAYS])
def test_a_gateway_without_a_known_way_is_said_to_have_none(gateway: str) -> None:
    known = any(row.system == gateway for row in formats().values())
    said = text(Asked(LIST, "example.com", "m365", gateway))
    assert ("no public description of how to allow a sender" in said) != known


def test_nothing_filled_in_is_an_answer_too() -> None:
    assert "There is no domain and no address here yet." in text(Asked())
    assert "is not a domain" in text(Asked(LIST, "not a domain"))


@given(
    st.text(),
    st.text(),
    st.text(),
    st.text(),
    st.sampled_from([*systems(), "", "x"]),
    st.sampled_from(["", "mimecast", "y"]),
)
def test_any_text_makes_a_page_without_its_markup(
    addresses: str, domain: str, spf: str, note: str, system: str, gateway: str
) -> None:
    asked = Asked(
        f"<b>{addresses} 192.0.2.1", domain, system, gateway, f"v=spf1 include:<script> {spf}", f"<img>{note}"
    )
    page = html(asked)
    assert "<script>" not in page
    assert "<img" not in page
    assert "<b>" not in page


@pytest.mark.parametrize("lang", ["nb", "nn"])
def test_it_is_in_the_readers_language(lang: str) -> None:
    context = Context(lang=lang, translate=i18n.load(lang))
    said = report_text(kit(build(Asked(LIST, "example.com", "m365", "mimecast"), TODAY), context), context)
    assert not re.search(
        r"\b(the|and|which)\b",
        re.sub(r"`[^`]*`|https?:\S+|(?m:^.*(?:New-|-Set|Set-|X-ETR).*$)", "", said),
    ), said
