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
    Construction(
        "members behind dotted and joined names",
        "A和B常委 and a Uyghur name with a dot speak like the others.",
        [
            Case(
                "政协第十二届全国委员会常务委员会第二次会议27日举行。吉尔拉·衣沙木丁常委表示，要推动发展。",
                officials=["吉尔拉·衣沙木丁"],
            ),
            Case(
                "政协第十二届全国委员会常务委员会第二次会议27日举行。贾治国常委和范小明委员在联合发言中提出，要关注边缘群众。",
                officials=["贾治国", "范小明"],
            ),
            Case(
                "政协第十二届全国委员会常务委员会第二次会议27日举行。阿不来提·玉素甫委员建议，保护草原。",
                officials=["阿不来提·玉素甫"],
            ),
        ],
    ),
    Construction(
        "the chair of the congress by courtesy",
        "赵立际委员长主持, 张平副委员长出席: there is but one such body.",
        [
            Case(
                "十四届全国人大常委会第十三次会议21日在京举行。赵立际委员长主持。",
                posts={"赵立际": ["全国人大常委会委员长"]},
                roles={"十四届全国人大常委会第十三次会议": "主持 赵立际"},
            ),
            Case(
                "十二届全国人大常委会第九次会议21日在京举行。张平副委员长主持会议。",
                posts={"张平": ["全国人大常委会副委员长"]},
                roles={"十二届全国人大常委会第九次会议": "主持 张平"},
            ),
            Case(
                "十三届全国人大常委会第二次会议21日在京举行。会议听取了全国人大常委会代表工委主任郭立华、文化部部长孙业明分别作的报告。",
                roles={"十三届全国人大常委会第二次会议": "讲话 郭立华 孙业明"},
            ),
        ],
    ),
    Construction(
        "words that are no names",
        "长江沿线, 主席台, 欧方, 越南 and 总书记后首次 name nobody.",
        [
            Case("湖北宜昌市长江沿线曾经聚集大量化工产能，池州长江大桥今天合龙。", officials=[]),
            Case("大会主席团成员在主席台前排就座，国家主席签署主席令予以公布。", officials=[]),
            Case(
                "国务院副总理张立高和越南、缅甸、老挝等国领导人出席博览会。欧方表示，合作前景广阔。",
                officials=["张立高"],
            ),
            Case("习近平担任总书记后首次赴地方考察。总书记在江苏考察时强调，要坚持创新。", officials=[]),
            Case("中方愿同各成员一道努力。各代表团成员陆续抵京。", officials=[]),
            Case("党的领导坚强有力。他创造了丰富领导经验，前领导人哈尼亚遇袭。", officials=[]),
            Case("中央党校第一期县委书记研修班学员座谈。检察院原书记员刘一定过问案件。", officials=[]),
        ],
    ),
    Construction(
        "the name ends before where one goes",
        "王毅向记者介绍, 韩正访问沙特: 向 and 访 are none of the name.",
        [
            Case("外交部长王立毅向随行记者介绍访问情况。", officials=["王立毅"]),
            Case("国家副主席韩正访问沙特，在利雅得会见王储。", officials=["韩正"]),
            Case("国务委员王毅向与会代表通报情况。", officials=["王毅"]),
        ],
    ),
    Construction(
        "people of a play",
        "A film's county secretary holds no post.",
        [
            Case("电视剧《大院》今晚播出，该剧讲述了光明县委书记梅晓歌团结干部群众的故事。", officials=[]),
            Case("影片讲述了镇长李达明带领乡亲致富的经历。", officials=[]),
            Case("小说塑造了县长何立新这一形象。", officials=[]),
        ],
    ),
    Construction(
        "sessions of two bodies",
        "The first plenary of the commission of discipline is none of the committee, though both are the first.",
        [
            Case(
                "第二十届中央纪律检查委员会第一次全体会议公报\n中央纪律检查委员会于6月13日在北京举行第一次全体会议。"
                "李立希同志主持会议。\n与会同志列席了第二十届中央委员会第一次全体会议。",
                roles={"第二十届中央纪律检查委员会第一次全体会议": "主持 李立希"},
            ),
            Case(
                "中共岳西县第十四届纪律检查委员会第一次全体会议6月13日召开。何立新主持会议。",
                roles={"中共岳西县第十四届纪律检查委员会第一次全体会议": "主持 何立新"},
            ),
            Case(
                "第十八届中央纪律检查委员会第一次全体会议6月13日举行。王立山同志主持会议。",
                roles={"第十八届中央纪律检查委员会第一次全体会议": "主持 王立山"},
            ),
        ],
    ),
    Construction(
        "a celebration in short and at length",
        "出席庆祝大会 is the 庆祝…70周年大会 of the headline; its end is not another one.",
        [
            Case(
                "庆祝西藏和平解放70周年大会隆重举行 汪立洋出席\n19日，各族群众欢聚拉萨。"
                "全国政协主席汪立洋出席庆祝大会并讲话。\n上午10时，大会开始。\n在热烈的掌声中，庆祝大会圆满结束。",
                meetings=["庆祝西藏和平解放70周年大会"],
                roles={"庆祝西藏和平解放70周年大会": "讲话 汪立洋"},
            ),
            Case(
                "庆祝内蒙古自治区成立70周年大会举行\n8日，全国政协主席俞立声出席庆祝大会。\n草原沸腾。\n10时，庆祝大会落下帷幕。",
                meetings=["庆祝内蒙古自治区成立70周年大会"],
            ),
            Case(
                "庆祝香港回归祖国20周年大会暨第五届政府就职典礼1日上午举行。王立宁、范长明等出席庆祝大会暨就职典礼。",
                meetings=["庆祝香港回归祖国20周年大会暨第五届政府就职典礼"],
            ),
        ],
    ),
    Construction(
        "talks that the headline tells",
        "在会见总理时，李某表示: the body goes on with what the headline says.",
        [
            Case(
                "沈明远会见拉脱维亚总理\n在会见斯特劳尤马时，国务院总理沈明远表示，愿探讨港口建设。",
                roles={"沈明远会见拉脱维亚总理": "讲话 沈明远"},
            ),
            Case(
                "顾长明会见哈萨克斯坦议长\n在会见客人时，全国人大常委会委员长顾长明说，两国友好。",
                roles={"顾长明会见哈萨克斯坦议长": "讲话 顾长明"},
            ),
            Case(
                "周立恒同老挝总理会谈\n在会谈时，国务院总理周立恒强调，要落实共识。",
                roles={"周立恒同老挝总理会谈": "讲话 周立恒"},
            ),
        ],
    ),
    Construction(
        "other gatherings",
        "A reception, a lecture to a standing committee, a commemoration are events too.",
        [
            Case(
                "6日，国家副主席韩立明在北京出席庆祝建交50周年招待会并致辞。",
                roles={"庆祝建交50周年招待会": "讲话 韩立明"},
            ),
            Case(
                "全国人大常委会30日举行第六讲专题讲座。张立江委员长主持讲座。",
                roles={"第六讲专题讲座": "主持 张立江"},
            ),
            Case(
                "《告同胞书》发表40周年纪念会2日在京隆重举行。全国政协主席汪立洋主持纪念会。",
                roles={"《告同胞书》发表40周年纪念会": "主持 汪立洋"},
            ),
            Case(
                "全国政协主席汪立洋13日主持召开脱贫攻坚约谈会议并讲话。",
                roles={"脱贫攻坚约谈会议": "主持 汪立洋; 讲话 汪立洋"},
            ),
        ],
    ),
    Construction(
        "who else came and spoke",
        "书记A和省长发了言, A及部门负责同志参加, A代表一方敬献花篮, 会上他强调.",
        [
            Case(
                "6月13日，经济座谈会召开。广东省委书记李立希和广东省长发了言。",
                roles={"经济座谈会": "讲话 李立希"},
            ),
            Case(
                "6月13日，市委书记唐爱民主持召开汇报会。何立峰及有关部门负责同志参加汇报会。",
                officials=["唐爱民", "何立峰"],
            ),
            Case(
                "纪念先行者逝世99周年仪式12日举行。全国政协副主席沈立跃代表全国政协，中央统战部副部长马立怀代表统战部，向像敬献了花篮。",
                roles={"纪念先行者逝世99周年仪式": "出席 沈立跃 马立怀"},
            ),
            Case(
                "6月13日，市长王立顺参加了全团会议，会上他强调了治理污染的重要性。",
                roles={"全团会议": "讲话 王立顺"},
            ),
            Case(
                "汪立洋在上海调研\n全国政协主席汪立洋26日在上海调研。上海市委书记李立强参加有关调研。",
                roles={"汪立洋在上海调研": "出席 汪立洋 李立强"},
            ),
        ],
    ),
    Construction(
        "a tour ends in a meeting",
        "深入高校,了解情况,并主持召开座谈会; 他还专门召开: whoever is on tour chairs it.",
        [
            Case(
                "汪立洋在宁夏调研\n17日至19日，全国政协主席汪立洋到宁夏调研，深入农村、社区、企业，与各族群众进行交流，"
                "并主持召开座谈会听取工作汇报。",
                roles={"汪立洋在宁夏调研": "出席 汪立洋", "座谈会": "主持 汪立洋"},
            ),
            Case(
                "俞立声在福建调研\n14日，全国政协主席俞立声来到福州调研。调研期间，他还专门召开了深化经贸合作座谈会。",
                roles={"俞立声在福建调研": "出席 俞立声", "深化经贸合作座谈会": "主持 俞立声"},
            ),
            Case(
                "赵立际到山东调研\n6日，中央纪委书记赵立际到山东调研。调研期间，赵立际到省纪委看望机关干部，了解工作进展情况，"
                "并主持召开座谈会。",
                roles={"赵立际到山东调研": "出席 赵立际", "座谈会": "主持 赵立际"},
            ),
        ],
    ),
    Construction(
        "who writes is not there",
        "向博览会致贺信: whatever the letter says, its writer neither spoke nor attended.",
        [
            Case(
                "国家主席沈明远向首届经贸博览会致贺信\n27日，首届经贸博览会在长沙市开幕。国家主席沈明远向博览会致贺信。\n"
                "沈明远强调，我在去年的论坛上宣布设立博览会。首届经贸博览会汇聚各方力量。",
                roles={"首届经贸博览会": ""},
            ),
            Case(
                "7月8日，国家主席沈明远向绿色发展论坛致贺信。\n绿色发展论坛8日在青岛举行。沈明远指出，绿色是论坛的底色。",
                roles={"绿色发展论坛": ""},
            ),
            Case(
                "2021年大湾区科学论坛11日开幕。国家主席沈明远致信祝贺。广东省省长何立新出席论坛并致辞。",
                roles={"2021年大湾区科学论坛": "讲话 何立新"},
            ),
        ],
    ),
    Construction(
        "press conferences of two bodies",
        "政协 and 人大 each answer the press; a press conference that tells something was held.",
        [
            Case(
                "6日，在全国政协十三届一次会议举行的记者会上，民建中央主席郝立金回答了记者提问。\n"
                "在十三届全国人大一次会议举行的记者会上，国家发展和改革委员会主任何立峰说，亮点很多。",
                roles={
                    "全国政协十三届一次会议记者会": "讲话 郝立金",
                    "十三届全国人大一次会议记者会": "讲话 何立峰",
                },
            ),
            Case(
                "今天，国务院联防联控机制新闻发布会介绍了最新情况。",
                meetings=["国务院联防联控机制新闻发布会"],
            ),
            Case(
                "市政府新闻发布会通报了空气质量。市生态环境局局长何立新回答了记者提问。",
                meetings=["市政府新闻发布会"],
            ),
            Case(
                "十四届全国人大二次会议5日开幕。第十四届全国人民代表大会第二次会议由赵立际主持。",
                meetings=["十四届全国人大二次会议"],
            ),
        ],
    ),
    Construction(
        "founding together is building together",
        "联合成立示范区: three counties build one thing; what each founds for itself ties nobody.",
        [
            Case(
                "上海青浦区、苏州吴江区和嘉兴嘉善县联合成立生态绿色一体化发展示范区。",
                cooperation=["青浦区-吴江区 co_build", "青浦区-嘉善县 co_build", "吴江区-嘉善县 co_build"],
            ),
            Case(
                "6月8日，滑县与单县共同设立黄河故道生态合作区。",
                cooperation=["滑县-单县 co_build"],
            ),
            Case(
                "6月8日，滑县成立黄河故道生态示范区，单县学习其经验。",
                cooperation=[],
            ),
        ],
    ),
    Construction(
        "gatherings named in passing",
        "企业来海南参加推介会、考察项目: no event of the page.",
        [
            Case("前不久，30多家企业来到海南，参加推介会、考察项目、看发展。", meetings=[]),
            Case("不少客商多次参加招商会、洽谈会，寻找商机。", meetings=[]),
            Case("市长何立新出席推介会并致辞。", roles={"推介会": "讲话 何立新"}),
        ],
    ),
    Construction(
        "compensation across a border",
        "三省建立流域横向生态补偿机制: one pays the other, so a list is tied by it.",
        [
            Case(
                "四川、贵州、云南三省建立流域横向生态补偿机制，共同保护长江上游。",
                cooperation=["四川省-贵州省 programme", "四川省-云南省 programme", "贵州省-云南省 programme"],
            ),
            Case("山东与河南建立跨省横向生态保护补偿机制。", cooperation=["山东省-河南省 programme"]),
            Case("滕州市、邳州市分别建立了生态补偿机制。", cooperation=[]),
            Case("吉林省对口援建四川黑水县项目全面完成。", cooperation=["吉林省-黑水县 pairing"]),
        ],
    ),
    Construction(
        "names within brackets",
        "中国（天津）和中国（福建）自贸试验区: no name begins behind a bracket; 做实做强新区 is no zone.",
        [
            Case(
                "中国（天津）和中国（福建）自贸试验区挂牌，副省长何立新致辞。", initiatives=["中国（福建）自贸试验区?"]
            ),
            Case("支持广东）和浙江（舟山）自由贸易试验区建设。", initiatives=["浙江（舟山）自由贸易试验区?"]),
            Case("省长何立新在长沙调研。要做实做强新区管委会。", regions=["长沙市 430100", "湖南省?"]),
        ],
    ),
    Construction(
        "meetings without a name",
        "四个双边合作机制会议, 去年初的座谈会, 重要会议: counted, dated or praised, not named.",
        [
            Case("8日，国务院副总理韩立明共同主持四个双边合作机制会议。", meetings=[]),
            Case("在去年初的推动流域发展座谈会上，国务院副总理韩立明作出部署。", meetings=[]),
            Case("村书记们在地头开了一个现场会，市长何立新参加。", meetings=["现场会?"]),
            Case("8日，国务院副总理韩立明主持召开推动流域发展座谈会。", meetings=["推动流域发展座谈会"]),
        ],
    ),
    Construction(
        "reports to a standing committee",
        "作了关于…的审计工作报告, 作了题为…的讲座: whoever gives it speaks, however long its title.",
        [
            Case(
                "十四届全国人大常委会第三次会议26日举行。审计署审计长侯立凯作了关于2022年度中央预算执行和其他财政收支的审计工作报告。",
                roles={"十四届全国人大常委会第三次会议": "讲话 侯立凯"},
            ),
            Case(
                "十四届全国人大常委会第三次会议26日举行。国家邮政局局长赵立久作了关于提请审议批准《组织法第九附加议定书》的议案的说明。",
                roles={"十四届全国人大常委会第三次会议": "讲话 赵立久"},
            ),
            Case(
                "全国人大常委会10日举行第二十四讲专题讲座。全国人大常委会副秘书长信立英作了题为《我国的根本政治制度》的讲座。",
                roles={"第二十四讲专题讲座": "讲话 信立英"},
            ),
        ],
    ),
    Construction(
        "a visit that the headline names",
        "张某在广东调研 over a body that tells a seminar first; a visit of years past is none.",
        [
            Case(
                "张立江在广东调研并出席立法研讨会\n全国人大常委会委员长张立江6日至7日在广东出席第21次全国地方立法研讨会，"
                "并在佛山市就地方人大工作进行调研。",
                roles={"张立江在广东调研": "出席 张立江", "第21次全国地方立法研讨会": "出席 张立江"},
            ),
            Case(
                "李立明到云南慰问\n国务院副总理李立明3日在云南出席表彰大会，随后慰问边防官兵。",
                roles={"李立明到云南慰问": "出席 李立明", "表彰大会": "出席 李立明"},
            ),
            Case(
                "企业职工给总书记写信\n党的十八大以来，省委书记何立新两次到大丰机床厂考察，对企业提出要求。",
                meetings=[],
            ),
        ],
    ),
    Construction(
        "a name whose end another place shows",
        "孙家正在会上强调, and further on 孙家正说: the name has three characters; 韩立 has two wherever it stands.",
        [
            Case(
                "全国厅局长会议15日在北京召开，广播电影电视部部长孙家正在会议上强调，要重视新闻。\n孙家正说，新闻是龙头。",
                officials=["孙家正"],
            ),
            Case(
                "全县水利工作会议15日召开，县长何立正在会上作了部署。\n何立正强调，要抓落实。",
                officials=["何立正"],
            ),
            Case(
                "全县水利工作会议15日召开，县长韩立正在会上作部署。\n韩立强调，要抓落实。",
                officials=["韩立"],
            ),
            Case("县长韩立主持会议。韩立主持讨论。", officials=["韩立"]),
        ],
    ),
    Construction(
        "what a minister talks about",
        "部长谈雾霾治理: a headline's verb, unless the page has somebody of that name; who hears of it was not there.",
        [
            Case("环保部长谈雾霾治理\n今年治理力度加大。", officials=[]),
            Case("市长谈教育改革：办好每一所学校\n全市学校陆续开学。", officials=[]),
            Case("副市长谈建明出席会议\n8日，副市长谈建明出席全市教育会议并讲话。", officials=["谈建明"]),
            Case(
                "11日，环境保护部部长陈立宁在十二届全国人大四次会议记者会上透露，去年有所好转。\n"
                "全国人大代表、广东省环保厅厅长鲁立禄说，要拿出实招。",
                roles={"十二届全国人大四次会议记者会": "讲话 陈立宁"},
            ),
        ],
    ),
    Construction(
        "a list with a word in it",
        "杨晶、常万全、杨洁篪出席: a name that is a word elsewhere breaks no list; two things in a list are no names.",
        [
            Case(
                "国务院总理李立强16日主持召开国务院党组会议。\n张立丽、刘延明、杨晶明、常万明、杨立篪出席。",
                roles={"国务院党组会议": "主持 李立强; 出席 张立丽 刘延明 杨晶明 常万明 杨立篪"},
            ),
            Case(
                "国务院副总理韩立明16日主持召开全国水利工作会议。\n何立、王志军、应勇明、李达出席会议。",
                roles={"全国水利工作会议": "主持 韩立明; 出席 何立 王志军 应勇明 李达"},
            ),
            Case("全县农业、林业、水利、交通部门参加会议。县长何立主持会议。", officials=["何立"]),
        ],
    ),
    Construction(
        "named without a title",
        "白玛赤林参加会谈, 高小玫等6位全国政协常委作大会发言.",
        [
            Case(
                "栗立书同多米尼加众议长举行会谈\n全国人大常委会委员长栗立书17日同多米尼加众议长举行会谈。\n白玛赤林参加会谈。",
                officials=["栗立书", "白玛赤林"],
            ),
            Case(
                "政协第十三届全国委员会常务委员会第四次会议29日闭幕。闭幕会上，高小明等6位全国政协常委作大会发言。",
                officials=["高小明"],
            ),
            Case(
                "俞立声会见尼泊尔客人\n全国政协主席俞立声17日在北京会见尼泊尔客人。\n尼玛次仁参加会见。",
                officials=["俞立声", "尼玛次仁"],
            ),
        ],
    ),
    Construction(
        "a day in brackets",
        "大会今天（1月30日）在上海开幕: the day in brackets parts no name from its verb.",
        [
            Case("2024世界数字教育大会今天（1月30日）在上海开幕。", meetings=["2024世界数字教育大会"]),
            Case("第三届世界科技与发展论坛昨天（11月6日）在京开幕。", meetings=["第三届世界科技与发展论坛"]),
            Case(
                "文化节目《医药大会》启播仪式今天（12月8日）在京举行。", meetings=["《医药大会》启播仪式?", "启播仪式?"]
            ),
        ],
    ),
    Construction(
        "on the way to a meeting",
        "离开北京,出席峰会: he has yet to get there; 应邀请出席 says why the guest came.",
        [
            Case("2日上午，国家主席沈明远乘专机离开北京，赴印度尼西亚出席第二十一次领导人非正式会议。", meetings=[]),
            Case("国务院总理沈明远4日上午离京，赴比什凯克出席合作组织总理第十一次会议。", meetings=[]),
            Case("客人是应沈明远的邀请出席亚洲论坛2015年年会的。", meetings=[]),
        ],
    ),
    Construction(
        "a body meets on a day",
        "领导小组24日召开会议: the day between body and verb; an echo of a speech, an urgent meeting are none.",
        [
            Case(
                "中央党的建设工作领导小组24日召开会议，研究部署工作。中央党的建设工作领导小组组长蔡立奇主持会议并讲话。",
                roles={"中央党的建设工作领导小组会议": "主持 蔡立奇; 讲话 蔡立奇"},
            ),
            Case("县委常委会6月8日上午召开会议，传达精神。县委书记何立主持会议。", meetings=["县委常委会会议"]),
            Case("在主题教育工作会议上，总书记的重要讲话在各地党员干部中引起强烈反响。", meetings=[]),
            Case("市委、市政府主要负责同志赶赴现场，到医院看望伤员并召开紧急会议。", meetings=[]),
        ],
    ),
    Construction(
        "a tour of one clause after the other",
        "在北京调研治污,考察了解情况,并主持召开座谈会: the same leader; 参加看望 is of the visit.",
        [
            Case(
                "张立高在北京市调研\n国务院副总理张立高3日在北京市调研大气污染防治工作，实地考察了解治理情况，并主持召开座谈会，听取意见。",
                roles={"张立高在北京市调研": "出席 张立高", "座谈会": "主持 张立高"},
            ),
            Case(
                "何立新在滑县调研\n县委书记何立新8日在滑县留固镇调研春耕生产，走访查看麦田墒情，并召开现场办公会，研究问题。",
                roles={"何立新在滑县调研": "出席 何立新", "现场办公会": "主持 何立新"},
            ),
            Case(
                "刘立山在北戴河看望专家\n国务院副总理刘立山5日在北戴河看望暑期休假专家。赵立际参加看望。",
                roles={"刘立山在北戴河看望专家": "出席 刘立山 赵立际"},
            ),
        ],
    ),
    Construction(
        "who does not call the meeting",
        "县长A陪同考察,双方交流,并召开座谈会: both sides do, not whoever came along.",
        [
            Case(
                "6月8日，溧阳市党政代表团到怀宁县考察，怀宁县县长程立云陪同考察企业，双方进行了交流，并召开座谈会。",
                roles={"溧阳市党政代表团到怀宁县考察": "出席 程立云?", "座谈会": ""},
            ),
            Case(
                "省林业局局长方立远8日到怀宁县调研。县长程立云陪同走访林场，察看苗木长势，并召开座谈会。",
                roles={"方立远到怀宁县调研": "出席 方立远 程立云", "座谈会": ""},
            ),
            Case(
                "省林业局局长方立远8日到怀宁县调研，走访林场，察看苗木长势，并召开座谈会。",
                roles={"方立远到怀宁县调研": "出席 方立远", "座谈会": "主持 方立远"},
            ),
        ],
    ),
    Construction(
        "the head of a sumu",
        "乌兰布统苏木达: the post shares two characters with the place; 吉林长白山 holds none.",
        [
            Case("乌兰布统苏木达白立音、镇长金立柱参加会议。", officials=["白立音", "金立柱"]),
            Case("8日，乌兰布统苏木达何立主持召开防火会议。", officials=["何立"]),
            Case("吉林长白山迎来首场降雪。", officials=[]),
        ],
    ),
]


@pytest.mark.parametrize("case", parameters("national", CONSTRUCTIONS))
def test_national(case: Case) -> None:
    check(case)
