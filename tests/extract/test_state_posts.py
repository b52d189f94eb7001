"""Posts of the state and the party's centre: where their names begin and end, and whose the bare ones are."""

from __future__ import annotations

import pytest

from kg.extract import extract_text
from kg.model import ArticleInfo
from tests.extract.facts import Case, Construction, check, parameters

CONSTRUCTIONS = [
    Construction(
        "a verb runs up to a post of the state",
        "杂志发表|中共中央总书记, 隆重欢迎|国家主席: the organ begins at its own first word.",
        [
            Case(
                "10月1日出版的第19期《求是》杂志发表中共中央总书记、国家主席沈明远的重要文章。",
                posts={"沈明远": ["* 中共中央总书记", "* 国家主席"]},
            ),
            Case(
                "4日上午，马来西亚最高元首在广场举行仪式，隆重欢迎国家主席顾长明对马来西亚进行国事访问。",
                posts={"顾长明": ["* 国家主席"]},
            ),
            Case(
                "中央军委副主席周立恒宣读中央军委主席沈明远签署的晋升上将军衔命令。",
                posts={"周立恒": ["* 中央军委副主席"], "沈明远": ["* 中央军委主席"]},
            ),
        ],
    ),
    Construction(
        "原 inside a post of the state",
        "国务院|原副总理: the organ without 原, and no post of today.",
        [
            Case("全国政协原副秘书长何清在长春作宣讲报告。", posts={"何清": ["* 全国政协副秘书长/former"]}),
            Case("中央政策研究室原副主任施远鸿在石家庄宣讲。", posts={"施远鸿": ["* 中央政策研究室副主任/former"]}),
            Case("最高人民检察院原检察长刘立之同志在北京逝世。", posts={"刘立之": ["* 最高人民检察院检察长/former"]}),
        ],
    ),
    Construction(
        "ministers in short",
        "外交部长 is of 外交部.",
        [
            Case("外交部长王立远作总结发言。", posts={"王立远": ["* 外交部部长"]}),
            Case("国防部长何清一同出席会见。", posts={"何清": ["* 国防部部长"]}),
            Case(
                "财政部长周立恒、商务部长顾长明参加会议。",
                posts={"周立恒": ["* 财政部部长"], "顾长明": ["* 商务部部长"]},
            ),
        ],
    ),
    Construction(
        "groups of the centre with 党的 or a quoted word in their names",
        "They keep their names and are no city's; the posts before them stay their leader's.",
        [
            Case(
                "在深圳市召开的会议上，中共中央政治局常委、中央党的建设工作领导小组组长沈明远讲话。",
                posts={"沈明远": ["* 中共中央政治局常委", "* 中央党的建设工作领导小组组长"]},
            ),
            Case(
                "国务院副总理、推进“一带一路”建设工作领导小组组长顾长明在西安市主持座谈会。",
                posts={"顾长明": ["* 国务院副总理", "* 推进“一带一路”建设工作领导小组组长"]},
            ),
            Case(
                "中央党的群众路线教育实践活动领导小组副组长周立恒在兰州市调研。",
                posts={"周立恒": ["* 中央党的群众路线教育实践活动领导小组副组长"]},
            ),
        ],
    ),
    Construction(
        "an envoy of a person",
        "国家主席A特别代表、…B: B holds none of A's posts, and being sent is none.",
        [
            Case(
                "中共中央总书记、国家主席习近平特别代表，中共中央政治局常委、全国人大常委会委员长沈明远在平壤出席活动。",
                posts={"沈明远": ["* 中共中央政治局常委", "* 全国人大常委会委员长"]},
            ),
            Case("中国国家主席特别代表、全国政协副主席何清出席总统就职仪式。", posts={"何清": ["* 全国政协副主席"]}),
            Case("国家主席习近平特别代表、国务委员周立恒在利马出席交接仪式。", posts={"周立恒": ["* 国务委员"]}),
        ],
    ),
    Construction(
        "a numbered term between a region and its head",
        "香港特别行政区|第六任行政长官: of the region, not of the body told before.",
        [
            Case(
                "全国政协副主席何清、香港特别行政区第六任行政长官李立超出席升旗仪式。",
                posts={"何清": ["* 全国政协副主席"], "李立超": ["香港特别行政区 行政长官"]},
            ),
            Case(
                "全国政协副主席周立恒、澳门特别行政区第三任行政长官沈明远出席典礼。",
                posts={"周立恒": ["* 全国政协副主席"], "沈明远": ["澳门特别行政区 行政长官"]},
            ),
            Case("重庆市首任市长顾长明回忆往事。", posts={"顾长明": ["重庆市 市长"]}),
        ],
    ),
    Construction(
        "special committees of the congress that meets",
        "Told in a list behind 全国人大, or alone on a page without a home, they are no city's.",
        [
            Case(
                "十四届全国人大常委会第十三次会议21日在北京举行。会议听取了全国人大民委主任委员何清、财经委主任委员周立恒、"
                "教科文卫委主任委员沈明远的报告。",
                posts={
                    "何清": ["* 全国人大民委主任委员"],
                    "周立恒": ["* 全国人大财经委主任委员"],
                    "沈明远": ["* 全国人大教科文卫委主任委员"],
                },
            ),
            Case(
                "会议25日在北京闭幕。全国人大宪法法律委主任委员何清、社会委副主任委员顾长明作了说明。",
                posts={"何清": ["* 全国人大宪法法律委主任委员"], "顾长明": ["* 全国人大社会委副主任委员"]},
            ),
            Case(
                "江西省人大常委会会议在南昌市召开。省人大财经委主任委员何清、农业农村委副主任委员周立恒作了报告。",
                posts={"何清": ["江西省 省人大财经委主任委员"], "周立恒": ["江西省 农业农村委副主任委员"]},
            ),
        ],
    ),
    Construction(
        "elected chair of a party or body",
        "当选主席 without more is of the party or body whose session elects.",
        [
            Case(
                "民盟第十三届中央委员会第一次全体会议22日在北京市举行，选举产生了中央常务委员会，何清当选主席。",
                posts={"何清": ["* 民盟中央主席"]},
            ),
            Case(
                "九三学社第十五届中央委员会第一次全体会议在北京市举行，周立恒当选主席。",
                posts={"周立恒": ["* 九三学社中央主席"]},
            ),
            Case("中国科协第十一次全国代表大会在北京市闭幕，沈明远当选主席。", posts={"沈明远": ["* 中国科协主席"]}),
        ],
    ),
    Construction(
        "what a deputy does, between body and title",
        "中央组织部分管日常工作的副部长 is a deputy head of 中央组织部, of no body told before.",
        [
            Case(
                "中央宣传部部长周立恒，全国政协副主席、中央组织部分管日常工作的副部长何清陪同看望。",
                posts={"周立恒": ["* 中央宣传部部长"], "何清": ["* 全国政协副主席", "* 中央组织部副部长"]},
            ),
            Case("萍乡市委宣传部主持工作的副部长何清出席会议。", posts={"何清": ["萍乡市 市委宣传部副部长"]}),
            Case("桐城市教育局主持日常工作的副局长何清参加会议。", posts={"何清": ["桐城市 教育局副局长"]}),
        ],
    ),
    Construction(
        "heads of other states",
        "越南国家主席 is no post of ours, whatever stands before the country.",
        [
            Case("习近平同越南国家主席武文远举行会谈。", officials=["习近平?"]),
            Case("应邀来访的老挝国家主席通文远、古巴国家主席何文清出席仪式。", officials=[]),
            Case("外交部长王立远会见了越南国防部长潘文远。", officials=["王立远"]),
        ],
    ),
    Construction(
        "a predicate right behind the name of a leader",
        "李强|乘包机, 李克强|致电|里希·苏纳克.",
        [
            Case("当地时间16日晚，国务院总理李强乘包机抵达都柏林。", officials=["李强"]),
            Case("日前，国务院总理李克强致电里希·苏纳克，祝贺他就任英国首相。", officials=["李克强"]),
            Case("国务院副总理何文清致函马里亚·洛佩斯表示祝贺。", officials=["何文清"]),
        ],
    ),
    Construction(
        "总书记 and what is told of him, without his name",
        "Nobody is called 全票 or 后首.",
        [
            Case("“听到总书记全票当选，我感到无比振奋。”", officials=[]),
            Case("2012年12月，习近平担任总书记后首赴地方考察。", officials=["习近平?"]),
            Case("2014年3月，总书记在参加安徽代表团审议时提出要求。", officials=[]),
        ],
    ),
    Construction(
        "words behind a title that are no names",
        "总书记高声问好, 领导水平, 第一书记和工作队: nobody.",
        [
            Case("运动员、教练员代表，向总书记高声问好。", officials=[]),
            Case("赵乐际与港澳地区委员共商国是。", officials=["赵乐际?"]),
            Case("国家旅游局决定新增吉林长白山等14家景区。", officials=[]),
            Case("乌兰布统苏木达白音、辽宁省长何清参加会议。", officials=["白音", "何清"]),
            Case("要不断提高党的领导水平，推进各项改革。", officials=[]),
            Case("要坚持和完善驻村第一书记和工作队、社会帮扶等制度。", officials=[]),
        ],
    ),
    Construction(
        "two family names",
        "林郑月娥 is one name before a predicate too.",
        [
            Case("香港特别行政区行政长官林郑月娥表示欢迎。", posts={"林郑月娥": ["香港特别行政区 行政长官"]}),
            Case("贵溪市市长范徐丽泰以及有关部门负责人参加。", posts={"范徐丽泰": ["贵溪市 市长"]}),
            Case("桐城市副市长叶刘淑仪出席并讲话。", posts={"叶刘淑仪": ["桐城市 副市长"]}),
        ],
    ),
]


@pytest.mark.parametrize("case", parameters("state_posts", CONSTRUCTIONS))
def test_state_posts(case: Case) -> None:
    check(case)


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("《求是》杂志将发表中共中央总书记、中央军委主席沈明远的文章。", ["中共中央", "中央军委"]),
        ("双方隆重欢迎国务院总理沈明远来访。", ["国务院"]),
        ("顾长明又同十二届全国人大常委会委员长沈明远握手。", ["十二届全国人大常委会"]),
        ("全国政协原副主席沈明远受贿案开庭。", ["全国政协"]),
        ("外交部长沈明远作总结发言。", ["外交部"]),
        ("中央组织部分管日常工作的副部长沈明远作总结发言。", ["中央组织部"]),
        ("驻国务院国资委纪检监察组组长沈明远出席会议。", ["驻国务院国资委纪检监察组"]),
    ],
)
def test_the_body_is_named_exactly(text: str, bodies: list[str]) -> None:
    record = extract_text(text, ArticleInfo(id="x", published="2024-05-10"))
    official = next(o for o in record.officials if o.name == "沈明远")
    assert [p.org for p in official.positions] == bodies
