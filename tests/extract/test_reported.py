"""What a reader of reports found false: each construction once stood in a report on real news."""

from __future__ import annotations

import pytest

from tests.extract.facts import Case, Construction, check, parameters

CONSTRUCTIONS = [
    Construction(
        "meetings watched, welcomed for, or held some day of the month",
        "A broadcast is no attendance, a guest's errand no event of the page, 这个月 no day.",
        [
            Case("10月1日，市长王力等收看了庆祝中华人民共和国成立70周年大会直播。", meetings=[]),
            Case(
                "王力会见尼泊尔总统\n国家主席王力28日在博鳌会见尼泊尔总统亚达夫。王力欢迎亚达夫来华出席博鳌亚洲论坛年会。",
                meetings=["王力会见尼泊尔总统"],
            ),
            Case(
                "在这个月举行的国务院常务会议上，总理王力提出全面改造。16日，市发改委制定了办法。",
                dates={"国务院常务会议": None},
            ),
        ],
    ),
    Construction(
        "what somebody was then",
        "时任 tells the post of another day, for every post of the list it opens; it is not held on the article's.",
        [
            Case(
                "2002年时任怀宁县县长李国华多次到村调研，副县长王力说。",
                posts={"李国华": [], "王力": ["怀宁县 副县长"]},
            ),
            Case(
                "1997年，时任怀宁县委副书记、县长李国华到村调研，副县长王力回忆。",
                posts={"李国华": []},
            ),
            Case(
                "安庆市委书记李国华（时任怀宁县委常委、副县长）对此负有责任。",
                posts={"李国华": ["安庆市 市委书记"]},
            ),
        ],
    ),
    Construction(
        "a paper's branch",
        "Who heads a paper's office in a province holds no post of the province.",
        [
            Case("《西部时报》山西记者站站长何清被判刑，副省长王力说。", officials=["王力"]),
            Case("新华社安庆记者站站长何清介绍情况，怀宁县副县长王力出席。", officials=["王力"]),
            Case("怀宁县气象站站长何清介绍情况，副县长王力出席。", officials=["王力", "何清"]),
        ],
    ),
    Construction(
        "a team named after visiting, a stop on the way, a visit spoken of",
        "访问团 that is received makes no visit, 返京途中 is another tour, what is said in the talks is not reported.",
        [
            Case(
                "王力会见香港青年访问团\n副总理王力29日下午在人民大会堂会见了香港青年代表访问团，并与他们座谈。",
                kinds={"王力会见香港青年访问团": "talks"},
            ),
            Case(
                "王力在浙江考察时强调走在前列\n副总理王力近日在浙江考察时强调，要走在前列。6月16日至17日，王力在浙江省委书记李国华"
                "陪同下，到杭州市考察企业。6月18日下午，在返京途中，王力在山东省省长何清陪同下来到枣庄市考察。",
                roles={"王力在浙江考察": "出席 王力 李国华", "王力来到枣庄市考察": "出席 王力 何清"},
                dates={"王力在浙江考察": "2023-06-16", "王力来到枣庄市考察": "2023-06-18"},
            ),
            Case(
                "国务委员王力今天和李国华部长举行了会谈。王力说，新年伊始，李国华部长即来北京进行正式访问，这是良好的开端。",
                meetings=["!李国华来北京进行正式访问", "…"],
            ),
        ],
    ),
    Construction(
        "a life told year by year",
        "Posts taken years ago are not held on the page's day; a CV that says 现任 or 至今 tells today's.",
        [
            Case(
                "李国华同志逝世\n1991年3月至1994年9月，李国华同志任怀宁县委书记。副县长王力致悼词。",
                posts={"李国华": []},
            ),
            Case("一九八五年，李国华同志任安庆市市长、安庆市委副书记，副县长王力回忆。", posts={"李国华": []}),
            Case(
                "李国华，男，1970年生，现任怀宁县县长。2019年3月，李国华任怀宁县县长至今。",
                posts={"李国华": ["怀宁县 县长"]},
            ),
        ],
    ),
    Construction(
        "a title that begins another word",
        "湖北省|长江大保护, 主席国 and 市长热线 hold no title.",
        [
            Case("副市长王力听取湖北省长江大保护、三峡水运新通道等情况汇报。", officials=["王力"]),
            Case("副部长王力总结了担任主席国以来所做工作，宣布移交主席国职权。", officials=["王力"]),
            Case("副市长王力调研湖南省长江岸线整治，听取江西省长江经济带发展情况。", officials=["王力"]),
        ],
    ),
    Construction(
        "dealings abroad and the day before a session",
        "“一带一路”八项行动 binds no province whose head spoke of it; a preparatory meeting dates no session.",
        [
            Case(
                "总理何清2日主持召开第四次“一带一路”建设工作座谈会。座谈会上，北京市委书记王力、湖北省委书记李国华先后发言。"
                "何清说，要以高质量共建“一带一路”八项行动为指引。",
                links=["!COVERS “一带一路”八项行动 北京市", "!COVERS “一带一路”八项行动 湖北省", "…"],
            ),
            Case(
                "十四届全国人大二次会议4日上午在北京人民大会堂举行预备会议。王力委员长主持。",
                dates={"十四届全国人大二次会议": None},
            ),
            Case(
                "十四届全国人大二次会议5日上午在北京人民大会堂开幕。王力委员长主持。",
                dates={"十四届全国人大二次会议": "2023-06-05"},
            ),
        ],
    ),
    Construction(
        "a meeting of the lead told at length",
        "主持召开企业座谈会 and, further down, its whole name are one meeting; with a day of its own it is another.",
        [
            Case(
                "王力在浙江考察\n6月17日至18日，副总理王力在浙江舟山考察，并主持召开企业座谈会。\n"
                "王力主持召开国有、民营、外资企业和金融机构座谈会，十几位企业家发言。",
                meetings=["企业座谈会", "王力在浙江考察"],
            ),
            Case(
                "王力在福建调研\n副总理王力近日在福建调研，并主持召开专家座谈会。\n王力主持召开院士专家和企业家座谈会，听取意见。",
                meetings=["专家座谈会", "王力在福建调研"],
            ),
            Case(
                "王力在福建调研\n6月16日，副总理王力在福建调研，并主持召开企业座谈会。\n"
                "6月18日，王力主持召开国有企业和金融机构座谈会，听取意见。",
                meetings=["企业座谈会", "国有企业和金融机构座谈会", "王力在福建调研"],
            ),
        ],
    ),
    Construction(
        "received on a tour, looked at for work, a party named after an island",
        "参加会见 is no part of the tour, 就业 in a place's name begins no 就…, 台湾民主自治同盟 is no province's.",
        [
            Case(
                "王力在福建调研\n6月18日，副主席王力在福建调研，看望台湾青年。副部长何清陪同调研。\n王力还会见了台湾嘉宾。"
                "副主席李国华参加会见。",
                roles={"王力在福建调研": "出席 王力 何清"},
            ),
            Case(
                "6月18日，市长王力深入闽江学院、就业创业基地、企业调研。",
                source="福州日报",
                meetings=["王力深入闽江学院、就业创业基地、企业调研"],
            ),
            Case(
                "6月18日，全国政协副主席、台湾民主自治同盟中央主席王力出席座谈会。",
                posts={"王力": ["* 副主席", "* 主席"]},
                regions=[],
            ),
        ],
    ),
    Construction(
        "the second of two meetings, and whose 全省 it is",
        "和 before a second name is none of it; 全省 beside another province is not the page's first.",
        [
            Case(
                "6月24日，国家科学技术奖励大会和两院院士大会第二次全体会议在北京召开。副总理王力主持会议。",
                meetings=[
                    "国家科学技术奖励大会?",
                    "两院院士大会第二次全体会议",
                    "国家科学技术奖励大会和两院院士大会第二次全体会议?",
                ],
            ),
            Case(
                "各地学习全会精神\n云南省委书记王力说，要学好全会精神。\n江西省委召开全省领导干部会议，书记李国华主持。",
                links=["!HELD_IN 全省领导干部会议 云南省", "…"],
            ),
            Case(
                "6月18日，山西召开全省支持民营企业发展大会，省长王力讲话。",
                links=["HELD_IN 全省支持民营企业发展大会 山西省", "…"],
            ),
        ],
    ),
    Construction(
        "a meeting on one of the days of a tour",
        "17日至19日赴…走访,并主持召开座谈会 does not tell which day; a meeting of several days begins on the first.",
        [
            Case(
                "6月16日至18日，副总理王力赴银川、吴忠走访企业，与群众访谈交流，并主持召开企业座谈会。",
                dates={"企业座谈会": None},
            ),
            Case("6月16日至18日，副总理王力深入农村、社区调研，并召开专家座谈会。", dates={"专家座谈会": None}),
            Case(
                "6月16日至18日，全国生态环境保护大会在北京召开，副总理王力出席。",
                dates={"全国生态环境保护大会": "2023-06-16"},
            ),
        ],
    ),
    Construction(
        "a meeting on a tour of several days",
        "7月1日至3日,A在海南调研并主持召开会议: on one of the three, the page does not say which.",
        [
            Case(
                "7月1日至3日，韩政在海南省调研并主持召开海南自由贸易港建设推进会。",
                published="2018-07-04",
                dates={"海南自由贸易港建设推进会": None},
            ),
            Case(
                "6月12日至14日，省长王楷到许昌市调研并主持召开郑许一体化座谈会。",
                dates={"郑许一体化座谈会": None},
            ),
            Case("6月12日，省长王楷到许昌市调研并主持召开郑许一体化座谈会。", dates={"郑许一体化座谈会": "2023-06-12"}),
        ],
    ),
    Construction(
        "a group of the centre for one region",
        "推进海南全面深化改革开放领导小组 is the centre's; 海南省…领导小组 would be the province's.",
        [
            Case(
                "推进海南全面深化改革开放领导小组组长韩政出席会议。",
                posts={"韩政": ["推进海南全面深化改革开放领导小组组长"]},
            ),
            Case(
                "推动成渝地区双城经济圈建设领导小组副组长何力平出席会议。",
                posts={"何力平": ["推动成渝地区双城经济圈建设领导小组副组长"]},
            ),
            Case(
                "海南省推进自由贸易港建设领导小组组长沈平主持会议。",
                posts={"沈平": ["海南省 推进自由贸易港建设领导小组组长"]},
            ),
        ],
    ),
]


@pytest.mark.parametrize("case", parameters("reported", CONSTRUCTIONS))
def test_reported(case: Case) -> None:
    check(case)
