"""Bytes to lines: encodings, line ends, quotes, mailboxes."""

from checker.smtp.mime import parse_message
from checker.smtp.text import split_lines, split_mailbox, to_text, unquote


def test_only_three_line_ends_count() -> None:
    odd = "a\x0bb\x0cc\x1cd\x85e\u2028f"
    assert split_lines(odd) == [odd]
    assert split_lines("a\nb\r\nc\rd\r\r\ne") == ["a", "b", "c", "d", "e"]


def test_bytes_of_an_unknown_charset_are_kept_until_it_is_known() -> None:
    mail = b"Subject: x\nContent-Type: text/plain; charset=iso-8859-1\n\nbl\xe5b\xe6r\n"
    message = parse_message(split_lines(to_text(mail)))
    assert (4, "blåbær") in message.lines


def test_quoted_printable_lines_keep_their_numbers() -> None:
    mail = "Subject: x\nContent-Transfer-Encoding: quoted-printable\n\none =\ntwo\nbl=C3=A5\n"
    assert parse_message(split_lines(mail)).lines[:2] == ((4, "one two"), (6, "blå"))


def test_a_header_is_no_header_without_a_telling_field() -> None:
    message = parse_message(["Remote host said: 550 no", "Giving up: yes", "", "bye"])
    assert message.headers.fields == ()
    assert len(message.lines) == 4


def test_lost_indents_of_a_header_are_mended() -> None:
    message = parse_message(
        ["Subject: x", "Content-Type: multipart/mixed;", 'boundary="b"', "", "--b", "", "hi", "--b--"]
    )
    assert [line for leaf in message.leaves() for _, line in leaf.lines] == ["", "hi"]


def test_a_mailbox_is_split_at_its_from_lines_only() -> None:
    lines = [
        "From a Mon Nov 23 2026",
        "To: b",
        "",
        "From here on 2026",
        "",
        "From a Mon Nov 23 2026",
        "To: c",
        "",
    ]
    assert split_mailbox(lines) == [(0, 5), (5, 8)]
    assert split_mailbox(["Hello", "From a Mon Nov 23 2026"]) == [(0, 2)]


def test_unquoting_keeps_the_number_of_lines() -> None:
    assert unquote(["> a", "b", ">> c", ""]) == ["a", "b", "> c", ""]
