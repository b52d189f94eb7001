"""The same sentence with every common title: the post and its region, told by the name of the place or by the page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.extract.facts import Case, check, keyed_parameters

#: titles as they stand after 市, one a line
TITLES = tuple(Path(__file__).with_name("titles.txt").read_text(encoding="utf-8").split())
#: form -> text, with {} for the title
FORMS = {
    "named": "6月18日，芜湖{}王建国出席会议。",
    "page": "6月18日，{}王建国出席会议。",
    "first": "6月18日，芜湖{}、扶贫协作领导小组组长王建国出席会议。",
    "after another": "6月18日，芜湖市副市长李红梅，{}王建国出席会议。",
}


def case_of(form: str, title: str) -> Case:
    """The form's text with the title in it; the post is held in 芜湖市."""
    written = title if title in ("代市长", "副市长", "常务副市长") else "市" + title
    if form in ("named", "first"):
        written = "市" + title
    posts = [f"芜湖市 市{title}"]
    if form == "first":
        posts.append("* 扶贫协作领导小组组长?")
    text = FORMS[form].format(written)
    return Case(text, source="芜湖日报", posts={"王建国": posts})


def keyed() -> Iterator[tuple[str, Case]]:
    """Every case with its id."""
    for form in FORMS:
        for title in TITLES:
            yield f"any_title/{form}/{title}", case_of(form, title)


@pytest.mark.parametrize("case", keyed_parameters(keyed()))
def test_any_title(case: Case) -> None:
    check(case)
