"""The same sentences with other places: who cooperates and where it was held may not hang on the place's make.

Each place is given as the article writes it and as the graph names it. The partner is always 襄阳市.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.extract.facts import Case, check, keyed_parameters

#: as written -> canonical name
PLACES = {
    "怀宁县": "怀宁县",
    "溧阳市": "溧阳市",
    "萍乡市": "萍乡市",
    "渝北区": "渝北区",
    "安庆": "安庆市",
    "湘西州": "湘西土家族苗族自治州",
    "西双版纳州": "西双版纳傣族自治州",
    "延边朝鲜族自治州": "延边朝鲜族自治州",
    "威宁县": "威宁彝族回族苗族自治县",
    "阿拉善左旗": "阿拉善左旗",
    "锡林郭勒盟": "锡林郭勒盟",
    "和田地区": "和田地区",
    "神农架林区": "神农架林区",
    "江苏省溧阳市": "溧阳市",
    "四川广安市": "广安市",
    "绵阳市涪城区": "涪城区",
    "新疆伊宁县": "伊宁县",
    "浦东新区": "浦东新区",
    "西咸新区": "西咸新区",
    "雄安新区": "雄安新区",
    "重庆市": "重庆市",
    "内蒙古自治区": "内蒙古自治区",
    "澳门特别行政区": "澳门特别行政区",
}
#: frame -> what follows for the place
FRAMES = {
    "6月18日，襄阳市与{}签署战略合作协议，襄阳市副市长王力出席。": "襄阳市-{} agreement",
    "6月18日，{}与襄阳市签订《2023年合作协议》，襄阳市副市长王力出席。": "襄阳市-{} agreement",
    "襄阳市副市长王力说，襄阳市将与{}共建产业园。": "襄阳市-{} co_build",
    "襄阳市副市长王力说，襄阳市对口帮扶{}成效显著。": "襄阳市-{} pairing",
    "6月18日，襄阳市、{}联席会议召开，襄阳市副市长王力主持会议。": "襄阳市-{} joint_meeting",
    "6月18日，襄阳市副市长王力说，与{}相比，襄阳市还有差距。": "",
    "6月18日，全市水利会议召开。襄阳市副市长王力通报，{}、襄阳市等地降雨较多。": "",
}


def keyed() -> Iterator[tuple[str, Case]]:
    """Every case with its id."""
    for number, (frame, want) in enumerate(FRAMES.items(), 1):
        for written, name in PLACES.items():
            yield f"any_place/{number}/{written}", case_of(frame, want, written, name)


def case_of(frame: str, want: str, written: str, name: str) -> Case:
    """The frame with one place in it; what contains the place may be listed too."""
    return Case(
        frame.format(written),
        source="襄阳日报",
        regions=[name, "襄阳市", "…"],
        cooperation=[want.format(name)] if want else [],
    )


@pytest.mark.parametrize("case", keyed_parameters(keyed()))
def test_any_place(case: Case) -> None:
    check(case)
