"""Tables align by the width of Chinese text, JSON and CSV keep values."""

from __future__ import annotations

import csv
import io
import json

import pytest

from kg.store.base import Rows
from kg.store.table import render, text_width

ROWS = Rows(("地区", "n", "tags"), (("九江市", 3, ["a", "b"]), ("Ab", 12, []), (None, None, None)))


@pytest.mark.parametrize(
    ("text", "width"),
    [("abc", 3), ("九江", 4), ("é", 1), ("e\u0301", 1), ("，", 2), ("𠮷", 2), ("a\u200bb", 2), ("", 0)],
)
def test_width(text: str, width: int) -> None:
    assert text_width(text) == width


def test_columns_stand_under_each_other() -> None:
    lines = render(ROWS, "table").splitlines()
    assert lines[0] == "地区     n  tags"
    assert lines[2] == "九江市   3  a、b"
    assert lines[3] == "Ab      12"


def test_a_narrow_terminal_cuts_the_widest_column() -> None:
    rows = Rows(("a", "sentence"), (("九江市", "长" * 100), ("南昌市", "短")))
    lines = render(rows, "table", 40).splitlines()
    assert max(text_width(line) for line in lines) <= 40
    assert "九江市" in lines[2]
    assert lines[2].endswith("…")
    assert "短" in lines[3]


@pytest.mark.parametrize("width", [1, 5, 20, 41, 80])
def test_any_width_ends(width: int) -> None:
    rows = Rows(tuple("abcdef"), (tuple("长" * n for n in (1, 5, 50, 50, 3, 20)),))
    assert len(render(rows, "table", width).splitlines()) == 3


def test_line_ends_stay_in_their_cell() -> None:
    assert len(render(Rows(("x",), (("一\n二\r\n三",),)), "table").splitlines()) == 3


def test_no_rows() -> None:
    assert render(Rows(("x",), ()), "table").splitlines()[-1] == "(no rows)"
    assert render(Rows(("x",), ()), "json") == "[]"
    assert render(Rows(("x",), ()), "csv") == "x"


def test_json_keeps_values() -> None:
    assert json.loads(render(ROWS, "json"))[0] == {"地区": "九江市", "n": 3, "tags": ["a", "b"]}


def test_csv_is_read_back() -> None:
    rows = Rows(("a", "b"), (('逗号，", 引号', "行\n二"), (None, True)))
    assert list(csv.reader(io.StringIO(render(rows, "csv")))) == [["a", "b"], ['逗号，", 引号', "行\n二"], ["", "True"]]
