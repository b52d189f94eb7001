"""The same sentences with meetings of every make: one event, its whole name, its date, and who chaired it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.extract.facts import Case, check, keyed_parameters

#: names of meetings, one a line
MEETINGS = tuple(Path(__file__).with_name("meeting_names.txt").read_text(encoding="utf-8").split())
#: form -> text, with {} for the name
FORMS = {
    "held": "6月18日，{}召开，副市长王建国主持。",
    "chaired": "6月18日，副市长王建国主持召开{}。",
    "at the end": "{}6月18日在无为市举行。副市长王建国主持会议。",
    "headline": "{}召开\n6月18日上午，{}在市会议中心召开。副市长王建国主持。",
    "after": "6月18日上午，副市长王建国到无为市调研。下午，王建国主持召开{}。",
}


def case_of(form: str, name: str) -> Case:
    """The form's text with the meeting in it; 王建国 chaired it on 2023-06-18."""
    text = FORMS[form].replace("{}", name)
    meetings = [name] if form != "after" else [name, "王建国到无为市调研"]
    roles = {name: "主持 王建国"}
    if form == "after":
        roles["王建国到无为市调研"] = "出席 王建国"
    return Case(
        text, source="芜湖日报", officials=["王建国"], meetings=meetings, roles=roles, dates={name: "2023-06-18"}
    )


def keyed() -> Iterator[tuple[str, Case]]:
    """Every case with its id."""
    for form in FORMS:
        for name in MEETINGS:
            yield f"any_meeting/{form}/{name}", case_of(form, name)


@pytest.mark.parametrize("case", keyed_parameters(keyed()))
def test_any_meeting(case: Case) -> None:
    check(case)
