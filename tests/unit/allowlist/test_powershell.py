"""PowerShell, by a small grammar: commands, parameters and single-quoted strings, and nothing else."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.allowlist.domain import read_domain
from checker.allowlist.model import Wish
from checker.allowlist.powershell import quoted
from checker.allowlist.read import read_list
from checker.allowlist.write import write
from checker.tables.allow import formats

COMMANDS = [row.id for row in formats().values() if row.syntax == "command" and row.id != "m365_gateway"]
QUOTES = "'‘’‚‛"
STRING = rf"'(?:[^{QUOTES}]|[{QUOTES}]{{2}})*'"
VALUE = rf"(?:@\{{Add=)?{STRING}(?:,{STRING})*\}}?|\d+|-1|Default|Header|Sender|IP"
COMMAND = re.compile(rf"(?:New|Set|Add)-[A-Za-z]+(?:\s+(?:`\n\s*)?-[A-Za-z]+(?:\s+(?:{VALUE}))?)+\n")
LIST = "192.0.2.0/24 198.51.100.7 2001:db8::/48"


@pytest.mark.parametrize("format_id", COMMANDS)
@given(
    note=st.text()
    | st.lists(st.sampled_from([*QUOTES, ";", "\n", "`", "$(x)", '"', "}", "rm", "#", "\u2028", "\x00"])).map(
        "".join
    )
)
def test_no_note_ends_its_quotation(format_id: str, note: str) -> None:
    wish = Wish(read_list(LIST), "example.com", note=note, review=date(2027, 2, 1))
    for part in write(wish, format_id).parts:
        rest = part
        while rest:
            command = COMMAND.match(rest)
            assert command, rest
            rest = rest[command.end() :]


@given(st.text())
def test_a_quoted_text_is_one_string_on_one_line(text: str) -> None:
    assert re.fullmatch(STRING, quoted(text))
    assert "\n" not in quoted(text)
    assert "\r" not in quoted(text)


@pytest.mark.parametrize(
    ("typed", "domain"),
    [
        ("example.com", "example.com"),
        (" News@Example.COM. ", "example.com"),
        ("https://www.example.com/path?x=1", "www.example.com"),
        ("<news@example.com>", "example.com"),
        ("blåbær.example", "xn--blbr-roah.example"),
        ("bl'; Remove-Mailbox x; '.no", ""),
        ('example.com"; reject', ""),
        ("example", ""),
        ("192.0.2.1", ""),
        ("a" * 64 + ".com", ""),
        ("*.example.com", ""),
        ("", ""),
    ],
)
def test_a_domain_is_a_name_or_nothing(typed: str, domain: str) -> None:
    assert read_domain(typed) == domain


@given(st.text())
def test_whatever_is_typed_as_a_domain_is_harmless(text: str) -> None:
    assert re.fullmatch(r"[a-z0-9._-]*", read_domain(text))


def test_the_rule_asks_for_proof() -> None:
    rule = write(Wish(domain="example.com"), "m365_rule").text
    assert "-HeaderContainsMessageHeader 'Authentication-Results'" in rule
    assert "-HeaderContainsWords 'dmarc=pass','dmarc=bestguesspass'" in rule


def test_the_connection_filter_is_added_to_and_never_replaced() -> None:
    assert "-IPAllowList @{Add=" in write(Wish(read_list(LIST)), "m365_connection").text


def test_a_long_domain_keeps_the_rules_name_within_its_length() -> None:
    long = ".".join(["a" * 60] * 4)
    name = re.search(r"-Name '([^']*)'", write(Wish(domain=long), "m365_rule").text)
    assert name
    assert len(name[1]) <= 64
