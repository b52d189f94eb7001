"""Meetings called by a leader of the whole country: regions heard there were called together, not tied by it."""

from __future__ import annotations

import pytest

from tests.extract.facts import Case, Construction, check, parameters

CONSTRUCTIONS = [
    Construction(
        "heard by a leader of the country",
        "A premier on tour hears two regions: they hold no joint meeting.",
        [
            Case(
                "沈明远在四川、重庆调研\n国务院总理沈明远3日至5日在四川、重庆调研。调研中，沈明远主持召开城镇化建设座谈会，"
                "听取四川、重庆两地相关负责人发言。沈明远希望两地推动协同发展。",
                cooperation=[],
            ),
            Case(
                "顾长明在吉林、辽宁考察\n中共中央总书记、国家主席顾长明在吉林、辽宁考察。考察期间，顾长明主持召开振兴发展座谈会，"
                "听取吉林、辽宁两省负责同志汇报。",
                cooperation=[],
            ),
            Case(
                "周立恒在甘肃、宁夏调研\n国务院副总理周立恒在甘肃、宁夏调研。周立恒主持召开协作座谈会，听取甘肃、宁夏两地负责人发言。",
                cooperation=[],
            ),
        ],
    ),
    Construction(
        "regions meet by themselves",
        "Where one of the regions chairs, or a guest from the centre only speaks, they do meet.",
        [
            Case(
                "5月8日，川渝两地联席会议在广安市召开。四川省省长沈明远主持会议。\n四川省、重庆市两省市负责人参加。",
                cooperation=["四川省-重庆市 joint_meeting"],
            ),
            Case(
                "5月8日，陕西省与甘肃省在宝鸡市召开联席会议。国务院副总理沈明远出席会议并讲话。",
                cooperation=["陕西省-甘肃省 joint_meeting"],
            ),
            Case(
                "5月8日，长武县与泾川县联席会议在长武县召开。长武县委书记沈明远主持会议。",
                cooperation=["长武县-泾川县 joint_meeting"],
            ),
        ],
    ),
]


@pytest.mark.parametrize("case", parameters("centre", CONSTRUCTIONS))
def test_centre(case: Case) -> None:
    check(case)
