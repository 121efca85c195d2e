"""Exports: no cell is a formula."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.contacts.export import safe, write_table

DANGEROUS = "=+-@\t\r＝＋－＠"


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+47 22",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1",
        "＝1",
        "'=1",
        "|calc",
        "%0A",
        "\u200b=1",
    ],
)
def test_what_could_be_a_formula_is_made_text(cell: str) -> None:
    assert safe(cell).startswith("'")


@pytest.mark.parametrize("cell", ["kari@example.com", "550 5.1.1", "", "æ", "example.com"])
def test_the_rest_is_left_as_it_is(cell: str) -> None:
    assert safe(cell) == cell


@given(st.lists(st.lists(st.text(), min_size=1, max_size=4), max_size=6))
def test_no_cell_of_a_table_begins_a_formula(rows: list[list[str]]) -> None:
    for cells in csv.reader(io.StringIO(write_table(rows), newline="")):
        for cell in cells:
            assert cell[:1] not in DANGEROUS or not cell
