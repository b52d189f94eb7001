"""The same sentences with initiatives of every make, and with general work and slogans that are none."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.extract.facts import Case, check, keyed_parameters

with Path(__file__).with_name("initiative_names.csv").open(encoding="utf-8", newline="") as _file:
    #: name -> "book" (in book-title marks), "bare" (a proper name or quoted), "none" (no initiative)
    NAMES = {row["name"]: row["named"] for row in csv.DictReader(_file)}
FORMS = {
    "book": (
        "6月18日，市政府常务会议召开，审议通过《{}》，市长王建国主持。",
        "根据《{}》，今年将新建学校十所。副市长王建国说。",
    ),
    "bare": (
        "市长王建国强调，要加快推进{}。",
        "副市长王建国说，今年将实施{}，惠及群众十万人。",
        "6月18日，{}启动仪式举行，副市长王建国出席。",
    ),
    "none": (
        "市长王建国强调，要抓好{}。",
        "副市长王建国说，要完善{}，落实{}。",
        "6月18日，全市会议召开，研究{}，市长王建国主持。",
    ),
}


def case_of(name: str, number: int) -> Case:
    """The text of the numbered form with the name in it."""
    kind = NAMES[name]
    return Case(
        FORMS[kind][number].replace("{}", name),
        source="芜湖日报",
        initiatives=[name] if kind != "none" else [],
    )


def keyed() -> Iterator[tuple[str, Case]]:
    """Every case with its id."""
    for name, kind in NAMES.items():
        for number in range(len(FORMS[kind])):
            yield f"any_initiative/{number + 1}/{name}", case_of(name, number)


@pytest.mark.parametrize("case", keyed_parameters(keyed()))
def test_any_initiative(case: Case) -> None:
    check(case)
