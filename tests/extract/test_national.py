"""News of the whole country: organs of the state sit in Peking, guests come from abroad, the leaders known to all."""

from __future__ import annotations

import pytest

from tests.extract.facts import Case, Construction, check, parameters

CONSTRUCTIONS = [
    Construction(
        "the unnamed who close a list",
        "Two named and then everybody's heads: the two are named, and came to the meeting only.",
        [
            Case(
                "顾长明在雄安新区调研\n国务院副总理顾长明6日在容城、雄县、安新三县实地察看和调研并主持召开新区规划建设工作会议。\n"
                "汪勇、徐匡明和三省市、专家咨询委员会以及有关部门负责同志参加了会议。",
                roles={
                    "顾长明在雄安新区调研": "出席 顾长明",
                    "新区规划建设工作会议": "主持 顾长明; 出席 汪勇 徐匡明",
                },
            ),
            Case(
                "全国文旅工作会议6月10日在京召开，国务委员沈明远出席会议并讲话。何立、王志军以及各省区市负责同志参加会议。",
                roles={"全国文旅工作会议": "讲话 沈明远; 出席 何立 王志军"},
            ),
            Case(
                "全国水利工作会议6月10日召开，国务院副总理周立恒主持会议。李达、孙明哲及国务院有关部门负责人出席会议。",
                roles={"全国水利工作会议": "主持 周立恒; 出席 李达 孙明哲"},
            ),
        ],
    ),
    Construction(
        "one subject goes on",
        "传达了…并主持会议: who passed on the word chaired too.",
        [
            Case(
                "6月10日，试验区建设座谈会召开。中央统战部部长尤立权在会上传达了重要指示并主持会议。",
                roles={"试验区建设座谈会": "讲话 尤立权; 主持 尤立权"},
            ),
            Case(
                "6月10日，市委工作会议召开，市委副书记李达宣读了表彰决定并主持会议。",
                roles={"市委工作会议": "讲话 李达; 主持 李达"},
            ),
            Case(
                "6月10日，全县防汛工作会议召开，县长何立通报了汛情，并主持会议。",
                roles={"全县防汛工作会议": "讲话 何立; 主持 何立"},
            ),
        ],
    ),
    Construction(
        "a meeting called to hear",
        "召开座谈会听取意见: whoever calls it chairs it, though the clause goes on.",
        [
            Case(
                "刘云峰在北京调研\n国务院副总理刘云峰8日在北京调研。刘云峰专门召开文化座谈会听取建议。",
                roles={"文化座谈会": "主持 刘云峰", "刘云峰在北京调研": "出席 刘云峰"},
            ),
            Case(
                "县委书记唐爱民6月8日召开企业家座谈会征求意见建议。",
                roles={"企业家座谈会": "主持 唐爱民"},
            ),
            Case(
                "市长李远6月8日召开专题会议研究信访工作。",
                roles={"专题会议": "主持 李远"},
            ),
        ],
    ),
    Construction(
        "those who are met",
        "分别会见总统A、总理B: foreign guests of a list neither chair nor hold posts of ours.",
        [
            Case(
                "国务院副总理韩立正11日应邀访问新加坡，分别会见新加坡总统哈莉玛、总理李宪荣、副总理黄循德，"
                "并同副总理王瑞明共同主持双边合作机制会议。",
                officials=["韩立正", "王瑞明?"],
            ),
            Case(
                "全国政协主席俞立言11日在北京会见老挝总统本扬、总理宋赛和副总理何平安。",
                officials=["俞立言"],
            ),
            Case(
                "国家主席沈明远11日会见越南总理阮春、外长裴明山。",
                officials=["沈明远"],
            ),
        ],
    ),
    Construction(
        "what a guest has come for",
        "会见来华出席峰会的总理: the talks are told, the summit says who the guest is.",
        [
            Case(
                "沈明远会见巴基斯坦总理\n9日上午，国家主席沈明远在北京人民大会堂会见来华出席2025年合作组织峰会和纪念活动的"
                "巴基斯坦总理夏巴兹。\n沈明远指出，巴中友谊历久弥坚。",
                meetings=["沈明远会见巴基斯坦总理"],
                regions=["北京市 110000"],
            ),
            Case(
                "顾长明会见泰国总理\n9日，国务院副总理顾长明在南宁会见来访出席东盟博览会的泰国总理英拉。",
                meetings=["顾长明会见泰国总理"],
            ),
            Case(
                "周立恒会见外宾\n9日，全国政协副主席周立恒在北京会见前来参加绿色发展论坛的老挝客人。",
                meetings=["周立恒会见外宾"],
            ),
        ],
    ),
    Construction(
        "a leader whom the headline sets to work",
        "习近平主席会见了总督: no title stands before the name, but he acts; who is only quoted or studied does not.",
        [
            Case(
                "习近平会见澳大利亚总督\n欢迎仪式后，习近平主席会见了来访的总督。"
                "习近平对客人来华进行国事访问表示热烈欢迎。\n王沪明、栗战明等参加上述活动。",
                meetings=["习近平会见澳大利亚总督"],
                roles={"习近平会见澳大利亚总督": "讲话 习近平; 出席 王沪明 栗战明"},
            ),
            Case(
                "习近平总书记在座谈会上的重要讲话引起热烈反响\n习近平总书记的重要讲话在干部群众中引起热烈反响。",
                officials=[],
            ),
            Case(
                "江西：深入学习重要论述\n习近平总书记强调，要加强生态保护。江西各地认真落实。",
                officials=[],
            ),
        ],
    ),
    Construction(
        "a meeting within a title",
        "联席会议召集人 is a post, 委员长会议关于…的议案 a proposal: neither was held.",
        [
            Case(
                "十一届全国人大常委会第三十次会议24日举行。监察部部长、行政审批制度改革部际联席会议召集人马文作了关于授权决定草案的说明。",
                meetings=["十一届全国人大常委会第三十次会议"],
                roles={"十一届全国人大常委会第三十次会议": "讲话 马文"},
            ),
            Case(
                "市十六届人大常委会第九次会议24日举行。会议审议了主任会议关于提请审议人事任免事项的议案。",
                meetings=["市十六届人大常委会第九次会议"],
            ),
            Case(
                "县政协十届三次常委会议24日举行。养老服务部门联席会议召集人、县民政局局长何立介绍情况。",
                meetings=["县政协十届三次常委会议"],
            ),
        ],
    ),
    Construction(
        "organs of the state sit in Peking",
        "在京召开 is no home: a bare 法工委 or 政协委员 is the nation's, not the city's.",
        [
            Case(
                "十一届全国人大常委会第三十次会议24日在北京人民大会堂举行。受委员长会议委托，法工委副主任李立飞作了说明。",
                posts={"李立飞": ["* 副主任"]},
                roles={"十一届全国人大常委会第三十次会议": "讲话 李立飞"},
            ),
            Case(
                "全国政协13日在京召开“劳动教育”远程协商会，全国政协主席汪立洋主持会议。\n政协委员张政明、段红作了发言。",
                posts={"汪立洋": ["全国政协主席"], "张政明": ["全国政协委员"], "段红": ["全国政协委员"]},
            ),
            Case(
                "北京市十六届人大常委会第三次会议13日召开。市人大常委会主任李达主持会议。",
                posts={"李达": ["北京市 市人大常委会主任"]},
            ),
        ],
    ),
    Construction(
        "members of any people speak",
        "扎西达娃常委表示: a Tibetan or Mongolian name before the title behind it.",
        [
            Case(
                "政协第十四届全国委员会常务委员会第十四次会议1日举行全体会议。万建明常委提出，深化创新。扎西达娃常委表示，牢记嘱托。",
                officials=["万建明", "扎西达娃"],
            ),
            Case(
                "政协第十四届全国委员会常务委员会第九次会议1日举行。次仁卓玛委员建议，保护草原。",
                officials=["次仁卓玛"],
            ),
            Case(
                "政协第十四届全国委员会常务委员会第九次会议1日举行。乌兰其其格常委认为，要办好教育。",
                officials=["乌兰其其格"],
            ),
        ],
    ),
    Construction(
        "those whom a notice accuses",
        "The head of a station or institute is a public servant where a notice of discipline names him.",
        [
            Case(
                "中央纪委公开曝光违纪问题\n山东省寿光市广播电视台副台长陈炳忠违规收受礼品礼金问题。",
                posts={"陈炳忠": ["寿光市 广播电视台副台长"]},
            ),
            Case(
                "通报违纪问题\n最高人民法院应用法学研究所副所长曹守明公款旅游问题。",
                officials=["曹守明"],
            ),
            Case(
                "通报典型案例\n怀宁县人民医院副院长何立新涉嫌严重违纪，接受组织审查。",
                officials=["何立新"],
            ),
        ],
    ),
    Construction(
        "comrade before the verb",
        "李立希同志主持会议: the courtesy stands between the name and what he does.",
        [
            Case(
                "中央纪律检查委员会第一次全体会议公报\n中央纪律检查委员会于6月13日在北京举行第一次全体会议。李立希同志主持会议。",
                officials=["李立希"],
            ),
            Case("县委常委会会议6月13日召开。何立新同志主持会议。", officials=["何立新"]),
            Case("市委常委会会议6月13日召开。会上，王志军同志传达有关精神。", officials=["王志军"]),
        ],
    ),
    Construction(
        "labels and stops are no plans",
        "A base looked at on a tour, or a label that a place bears, is no initiative; a campaign named twice is.",
        [
            Case(
                "刘云峰在北京市调研\n国务院副总理刘云峰8日来到有30余家企业入驻的北京工业设计创意产业基地、"
                "被认定为“国家版权贸易基地”的科技园，深入了解情况。",
                initiatives=[],
            ),
            Case(
                "水利部在全国开展母亲河复苏行动。今年将加快推进母亲河复苏行动。",
                initiatives=["母亲河复苏行动"],
            ),
            Case(
                "双方推进广州知识城、深圳智慧城市等项目合作。",
                initiatives=[],
            ),
        ],
    ),
    Construction(
        "places that are none",
        "黄河河源区 is no city of Guangdong, 更好发挥新区管委会作用 no zone, a national park no county.",
        [
            Case("黄河河源区及上游重点水域实行全年禁渔，农业农村部部长何立通报情况。", regions=[]),
            Case("副省长何立在长沙调研。要更好发挥新区管委会作用。", regions=["长沙市 430100", "湖南省?"]),
            Case(
                "副省长何立调研武夷山国家公园，要求保护好京杭大运河。",
                regions=[],
            ),
        ],
    ),
]


@pytest.mark.parametrize("case", parameters("national", CONSTRUCTIONS))
def test_national(case: Case) -> None:
    check(case)
