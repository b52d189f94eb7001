"""Dates of meetings: every written form to ISO, the year from the page, the text, or unknown."""

from __future__ import annotations

import pytest

from tests.extract.facts import Case, Construction, check, parameters


def _dated(text: str, iso: str | None, published: str | None = "2023-06-20") -> Case:
    """`text` names 全市教育工作会议, which is to have this date."""
    return Case(text, published=published, dates={"全市教育工作会议": iso})


CONSTRUCTIONS = [
    Construction(
        "month and day",
        "The year comes from the page.",
        [
            _dated("6月18日，全市教育工作会议召开。", "2023-06-18"),
            _dated("6月18日上午，全市教育工作会议在会议中心召开。", "2023-06-18"),
            _dated("全市教育工作会议于6月18日召开。", "2023-06-18"),
            _dated("全市教育工作会议6月18日下午召开，副市长王力讲话。", "2023-06-18"),
            _dated("6月18号，全市教育工作会议召开。", "2023-06-18"),
        ],
    ),
    Construction(
        "full dates",
        "A year in the text stands above the page's.",
        [
            _dated("2021年11月8日，全市教育工作会议召开。", "2021-11-08"),
            _dated("二〇二一年十一月八日下午，全市教育工作会议召开。", "2021-11-08"),
            _dated("2021年11月8日至9日，全市教育工作会议召开。", "2021-11-08", None),
            _dated("二○二三年六月十八日，全市教育工作会议召开。", "2023-06-18", None),
            _dated("2021-11-08，全市教育工作会议召开，副市长王力讲话。", "2021-11-08", None),
        ],
    ),
    Construction(
        "no year to be had",
        "Without a year the date is --MM-DD.",
        [
            _dated("6月18日，全市教育工作会议召开。", "--06-18", None),
            _dated("十二月三日，全市教育工作会议召开。", "--12-03", None),
            _dated("4月21日下午，全市教育工作会议召开。", "--04-21", None),
            Case("2022年全市教育工作会议6月18日召开。", published=None, dates={"2022年全市教育工作会议": "2022-06-18"}),
        ],
    ),
    Construction(
        "day only",
        "The month comes from the page, the one before where the day lies ahead.",
        [
            _dated("18日，全市教育工作会议召开。", "2023-06-18"),
            _dated("30日，全市教育工作会议召开。", "2023-05-30", "2023-06-02"),
            _dated("18日下午，全市教育工作会议召开，副市长王力讲话。", "2023-06-18"),
            _dated("全市教育工作会议31日召开。", "2022-12-31", "2023-01-01"),
        ],
    ),
    Construction(
        "relative days",
        "昨日, 今天 count from the page's date.",
        [
            _dated("昨日，全市教育工作会议召开。", "2023-06-19"),
            _dated("今天上午，全市教育工作会议召开。", "2023-06-20"),
            _dated("前天，全市教育工作会议召开。", "2023-06-18"),
            _dated("昨天下午，全市教育工作会议召开。", "2023-02-28", "2023-03-01"),
            _dated("日前，全市教育工作会议召开。", None),
            _dated("近日，全市教育工作会议召开，副市长王力讲话。", None),
        ],
    ),
    Construction(
        "several days",
        "The first one.",
        [
            _dated("6月17日至18日，全市教育工作会议召开。", "2023-06-17"),
            _dated("6月17日—18日，全市教育工作会议召开。", "2023-06-17"),
            _dated("6月17-18日，全市教育工作会议召开。", "2023-06-17"),
            _dated("6月30日至7月1日，全市教育工作会议召开。", "2023-06-30", "2023-07-02"),
            _dated("17日至18日，全市教育工作会议召开。", "2023-06-17"),
        ],
    ),
    Construction(
        "around the turn of the year",
        "December in a January paper is last year's.",
        [
            _dated("12月28日，全市教育工作会议召开。", "2022-12-28", "2023-01-03"),
            _dated("12月31日至1月1日，全市教育工作会议召开。", "2022-12-31", "2023-01-02"),
            _dated("1月3日，全市教育工作会议召开。", "2023-01-03", "2023-01-04"),
            _dated("去年12月28日，全市教育工作会议召开。", "2022-12-28", "2023-06-20"),
        ],
    ),
    Construction(
        "another date in the sentence",
        "The date of a document, a plan or an earlier event is not the meeting's.",
        [
            _dated("6月18日，全市教育工作会议召开，要求7月底前完成整改。", "2023-06-18"),
            _dated("自5月1日条例施行以来，成效明显。6月18日，全市教育工作会议召开。", "2023-06-18"),
            _dated("6月18日，全市教育工作会议召开。会议传达了6月10日全省会议精神。", "2023-06-18"),
            _dated("据统计，截至5月31日共有学校200所。全市教育工作会议6月18日召开。", "2023-06-18"),
            Case(
                "6月18日，市水利工作会议召开。副市长王力传达了6月1日召开的全省水利会议精神。",
                dates={"市水利工作会议": "2023-06-18"},
                source="芜湖日报",
            ),
        ],
    ),
    Construction(
        "each meeting its own date",
        "With two meetings in the text each keeps its date.",
        [
            Case(
                "6月17日，市政府常务会议召开。6月18日，市委常委会会议召开。",
                source="芜湖日报",
                dates={"市政府常务会议": "2023-06-17", "市委常委会会议": "2023-06-18"},
            ),
            Case(
                "6月17日上午，全市教育大会召开。当天下午，全市科技大会召开。",
                source="芜湖日报",
                dates={"全市教育大会": "2023-06-17", "全市科技大会": "2023-06-17"},
            ),
            Case(
                "6月17日，全市教育大会召开。次日，全市科技大会召开。",
                source="芜湖日报",
                dates={"全市教育大会": "2023-06-17", "全市科技大会": "2023-06-18"},
            ),
            Case(
                "6月17日至18日，县长王力在苏州市考察。17日下午，苏州市怀宁县合作座谈会召开。",
                source="怀宁新闻网",
                dates={"苏州市怀宁县合作座谈会": "2023-06-17"},
            ),
        ],
    ),
    Construction(
        "month or year only",
        "Precision says how much is known.",
        [
            _dated("2022年5月，全市教育工作会议召开。", "2022-05"),
            _dated("今年5月，全市教育工作会议召开。", "2023-05"),
            _dated("去年11月，全市教育工作会议召开。", "2022-11"),
            _dated("5月中旬，全市教育工作会议召开。", "2023-05"),
        ],
    ),
    Construction(
        "numbers that are no dates",
        "Scores, shares and issue numbers are no dates.",
        [
            _dated("全市教育工作会议召开，完成率达6.18，排名第18日报。", None),
            _dated("全市教育工作会议召开，部署“6·18”大促期间安全工作。", None),
            _dated("全市教育工作会议召开，学习《条例》第6条第18款。", None),
            _dated("全市教育工作会议召开，要求百日攻坚、30日内办结。", None),
        ],
    ),
    Construction(
        "impossible dates",
        "A date that no calendar has is no date.",
        [
            _dated("2月30日，全市教育工作会议召开。", None),
            _dated("13月5日，全市教育工作会议召开。", None),
            _dated("6月31日，全市教育工作会议召开。", None, None),
        ],
    ),
    Construction(
        "dates in the lead",
        "The lead of a wire report carries the date of the report; 今天 and 日 count from it.",
        [
            _dated("新华社合肥6月18日电（记者 张三丰）全市教育工作会议18日在合肥召开。", "2023-06-18"),
            _dated("本报合肥6月18日讯（记者 李四光）今天，全市教育工作会议召开。", "2023-06-18", "2023-06-19"),
            _dated("本报讯（记者 张明）6月18日，全市教育工作会议召开。", "2023-06-18"),
        ],
    ),
    Construction(
        "a bare day on a page without date",
        "8日 is of the month the text told before; where it told none, it stays open.",
        [
            Case(
                "5月7日，县长王力到龙井市考察。8日上午，全市协作座谈会召开。",
                published=None,
                dates={"全市协作座谈会": "--05-08"},
            ),
            Case(
                "11月28日至29日，市长王力到怀宁县调研。29日，全市教育大会召开。",
                published=None,
                dates={"全市教育大会": "--11-29"},
            ),
            Case("8日，全市教育大会召开。", published=None, dates={"全市教育大会": None}),
        ],
    ),
    Construction(
        "the meeting's own day within a visit",
        "A visit takes three days; 在15日召开的 says which of them the meeting had.",
        [
            Case(
                "6月14日至16日，丽水市市长吴海平率党政代表团赴泸州市考察，共同出席两地东西部协作联席会议。"
                "在15日召开的东西部协作联席会议上，泸州市副市长张会民主持会议。",
                dates={"两地东西部协作联席会议": "2023-06-15"},
            ),
            Case(
                "6月7日至9日，滑县县长李克文率队赴单县考察。其间举行两县交界地区联防座谈会。"
                "在6月8日下午举行的两县交界地区联防座谈会上，李克文讲话。",
                dates={"两县交界地区联防座谈会": "2023-06-08"},
            ),
            Case(
                "6月12日至14日，怀宁县委书记余学勤率团来婺源县考察，出席婺源怀宁文旅合作对接会。"
                "13日上午在婺源县召开的婺源怀宁文旅合作对接会上，余学勤致辞。",
                dates={"婺源怀宁文旅合作对接会": "2023-06-13"},
            ),
        ],
    ),
    Construction(
        "a meeting during a tour",
        "调研期间 is the tour's day where it took one; where it took several, the page does not say which.",
        [
            Case(
                "6月12日，河南省省长王楷到许昌市调研。\n调研期间，王楷主持召开郑许一体化座谈会。",
                dates={"郑许一体化座谈会": "2023-06-12"},
            ),
            Case(
                "6月12日上午，黄山市委书记凌平到歙县调研。他先后来到徽州古城、深渡镇。\n调研期间，凌平主持召开重点项目推进会。",
                dates={"重点项目推进会": "2023-06-12"},
            ),
            Case(
                "6月12日至14日，河南省省长王楷到许昌市调研。\n调研期间，王楷主持召开郑许一体化座谈会。",
                dates={"郑许一体化座谈会": None},
            ),
        ],
    ),
    Construction(
        "today, on a page without a year",
        "The dateline tells which day 今天 is.",
        [
            _dated("红网9月27日讯（记者 彭双）今天，全市教育工作会议召开。", "--09-27", None),
            _dated("本报6月18日讯 昨天，全市教育工作会议召开。", "--06-17", None),
            _dated("新华社合肥3月1日电 今日，全市教育工作会议召开。", "--03-01", None),
        ],
    ),
]


@pytest.mark.parametrize("case", parameters("dates", CONSTRUCTIONS))
def test_dates(case: Case) -> None:
    check(case)
