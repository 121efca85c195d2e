"""What points at persons is masked before a text is passed on, and nothing else is touched."""

import re

from hypothesis import given
from hypothesis import strategies as st

from checker.redact import Kind, redact

ADDRESS = re.compile(r"[^\s<>()\[\]{}:;,\"'|`@＠]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?")

addresses = st.from_regex(r"[a-z0-9.+_=-]{1,20}@[a-z0-9]{1,10}\.example", fullmatch=True)
around = st.text(alphabet=st.sampled_from("ab1 .,;:<>()[]\"'\n\t/?#=&-_|é@"), max_size=40)


@given(st.lists(st.tuples(around, addresses), max_size=6), around)
def test_no_address_survives(pieces: list[tuple[str, str]], end: str) -> None:
    text = "".join(before + " " + address + " " for before, address in pieces) + end
    shown = redact(text).text
    for _, address in pieces:
        assert re.search(rf"(?<![\w.+=-]){re.escape(address)}", shown) is None, shown
    assert not ADDRESS.findall(shown)


@given(st.text(alphabet=st.characters(exclude_characters="@＠%="), max_size=300))
def test_text_without_secrets_is_unchanged(text: str) -> None:
    plain = text.replace("http", "").replace(":", "")
    assert redact(plain).text == plain
    assert redact(plain).masks == ()


@given(st.lists(st.tuples(around, addresses), max_size=6))
def test_masking_twice_changes_nothing_more(pieces: list[tuple[str, str]]) -> None:
    once = redact("".join(f"{before} {address} " for before, address in pieces)).text
    assert redact(once).text == once


def test_the_same_address_gets_the_same_mask() -> None:
    shown = redact("To Kari@b.example, kari@b.example and ola@b.example")
    assert shown.text == "To [address-1]@b.example, [address-1]@b.example and [address-2]@b.example"
    assert [(mask.original, mask.count) for mask in shown.masks] == [
        ("kari@b.example", 2),
        ("ola@b.example", 1),
    ]


def test_addresses_in_other_writings() -> None:
    for text in (
        "kari%40b.example",
        "kari=40b.example",
        "kari＠b.example",
        '"kari h"@b.example',
        "kari@[192.0.2.1]",
    ):
        assert "kari" not in redact(text).text, text


def test_the_address_inside_a_bounce_address_goes_too() -> None:
    assert "kari" not in redact("Return-Path: <1ab-bounces-kari=b.example@bf01.example>").text


def test_message_ids() -> None:
    text = "Message-ID: <abc.1@b.example>\nReferences: <x@b.example>\n <abc.1@b.example>\nSubject: <hello>\n"
    shown = redact(text)
    assert shown.text == (
        "Message-ID: <[message-id-1]>\nReferences: <[message-id-2]>\n <[message-id-1]>\nSubject: <hello>\n"
    )
    assert {mask.kind for mask in shown.masks} == {Kind.MESSAGE_ID}


def test_links_keep_the_place_and_lose_the_token() -> None:
    link = "see https://mail.example/help/answer?p=1&e=kari%40b.example#t and https://c.example/e/AbCdEf0123456789xyz/u"
    shown = redact(link).text
    assert shown == "see https://mail.example/help/answer?[link-1] and https://c.example/e/[link-2]/u"


def test_a_plain_link_stays() -> None:
    text = "see https://support.example/mail/answer and http://b.example."
    assert redact(text).text == text


def test_numbers_of_recipients() -> None:
    shown = redact("X-HubSpot-Recipient: 123-456\nFeedback-ID: aW5=:1:x\nContact ID: 99\nSubject: 99")
    assert shown.text == "X-HubSpot-Recipient: [id-1]\nFeedback-ID: [id-2]\nContact ID: [id-3]\nSubject: 99"


def test_ip_addresses_only_when_asked() -> None:
    text = "from 192.0.2.1 and [2001:db8::1], version 1.2.3.4.5 at 10:11:12, code 5.1.1"
    assert redact(text).text == text
    shown = redact(text, ips=True).text
    assert shown == "from [ip-1] and [[ip-2]], version 1.2.3.4.5 at 10:11:12, code 5.1.1"


def test_long_input_ends() -> None:
    for text in ("ab@c " * 100_000, "@" * 400_000, "a" * 400_000, "<" * 200_000, ":" * 200_000):
        assert len(redact(text, ips=True).text) > 1000
        assert redact("https://b.example/" + text, ips=True).text.startswith("https://b.example/")


@given(st.text(max_size=400), st.booleans())
def test_any_text(text: str, ips: bool) -> None:
    shown = redact(text, ips=ips)
    assert all(mask.count > 0 for mask in shown.masks)
