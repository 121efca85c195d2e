"""Rows from text in pieces: the same as from the whole, whatever the pieces; bounded whatever the text."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.contacts import rows as rows_module
from checker.contacts.rows import BATCH, Rows


def read(text: str, size: int = 7) -> list[list[str]]:
    reader = Rows()
    found = [row for at in range(0, len(text), size) for row in reader.feed(text[at : at + size])]
    return [row for row in [*found, *reader.feed("", last=True)] if row]


CELL = st.text(alphabet=st.sampled_from('ab,;"\n\t|æ= '), max_size=8)


@pytest.mark.parametrize("batch", [1, 5, BATCH])
@given(
    rows=st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=1, max_size=12), size=st.integers(1, 40)
)
def test_what_csv_writes_is_read_in_any_pieces(batch: int, rows: list[list[str]], size: int) -> None:
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows([["x", "y", "z"], *rows])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rows_module, "BATCH", batch)
        found = read(text.getvalue(), size)
    plain = [
        [cell.replace("\n", "") for cell in row] for row in rows
    ]  # a line break in a cell is of no use here
    assert found == [["x", "y", "z"], *plain]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters_and_line_ends(end: str, delimiter: str) -> None:
    lines = (delimiter.join(["Email", "Name"]), delimiter.join(["a@example.com", "Kari"]))
    assert read(end.join(lines)) == [["Email", "Name"], ["a@example.com", "Kari"]]


def test_excel_says_its_delimiter_outright() -> None:
    assert read("sep=;\nEmail;A,B,C\na@example.com;1,2,3\n") == [
        ["Email", "A,B,C"],
        ["a@example.com", "1,2,3"],
    ]


def test_a_list_of_addresses_alone_is_one_column() -> None:
    assert read("a@example.com\nb@example.com") == [["a@example.com"], ["b@example.com"]]


def test_a_quotation_that_never_ends_costs_its_own_row_only() -> None:
    text = 'Email,Name\na@example.com,"Kari\n' + "b@example.com,Ola\n" * 20_000
    reader = Rows()
    found = [row for row in [*reader.feed(text), *reader.feed("", last=True)] if row]
    assert len(found) == 20_002
    assert found[1] == ["a@example.com", '"Kari']
    assert reader.broken == 1


@pytest.mark.parametrize(
    "piece",
    [
        "x" * 100_000,
        '"x\n",' * 20_000,
        '"""\n' * 30_000,
        '""\n' * 30_000,
        '"\n' * 50_000,
        '",\n"' * 20_000,
        "\r" * 90_000,
    ],
)
def test_memory_is_bounded_and_it_ends(piece: str) -> None:
    reader = Rows()
    for _ in range(60):
        reader.feed(piece)
        assert sum(map(len, reader._waiting)) <= 2 * rows_module.LONGEST_ROW + len(piece)
    reader.feed("", last=True)


@given(st.text(), st.integers(1, 9))
def test_any_text(text: str, size: int) -> None:
    read(text.replace("\x00", ""), size)
