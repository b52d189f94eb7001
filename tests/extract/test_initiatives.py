"""Initiatives: named plans, agreements, projects, zones, strategies, mechanisms, campaigns; no slogans, no books."""

from __future__ import annotations

import pytest

from tests.extract.facts import Case, Construction, check, parameters

CONSTRUCTIONS = [
    Construction(
        "documents in book-title marks",
        "《…》 with a head that binds is an initiative of its kind.",
        [
            Case(
                "6月18日，两市签署《龙岩市 赣州市深化革命老区合作框架协议》，副市长王力出席。",
                initiatives=["龙岩市 赣州市深化革命老区合作框架协议"],
                kinds={"龙岩市 赣州市深化革命老区合作框架协议": "agreement"},
            ),
            Case(
                "会议审议通过《芜湖市推进新型工业化三年行动计划（2023—2025年）》，市长裘振宁主持会议。",
                initiatives=["芜湖市推进新型工业化三年行动计划（2023—2025年）"],
                kinds={"芜湖市推进新型工业化三年行动计划（2023—2025年）": "plan"},
            ),
            Case(
                "市长王力说，要落实《西安都市圈发展规划》，发布《商丘宣言》。",
                initiatives=["西安都市圈发展规划", "商丘宣言"],
            ),
            Case(
                "会上发布了《长株潭都市圈2025年重点合作事项清单》《北海共识》，副市长王力出席。",
                initiatives=["长株潭都市圈2025年重点合作事项清单", "北海共识"],
            ),
        ],
    ),
    Construction(
        "ordinary books, laws, songs and papers",
        "Books, laws, newspapers, songs and films are no initiatives.",
        [
            Case(
                "6月18日，市委书记何平主持学习会，学习《习近平著作选读》《论语》。", source="芜湖日报", initiatives=[]
            ),
            Case("6月18日，副市长王力观看了话剧《白鹿原》，全场合唱《歌唱祖国》。", source="芜湖日报", initiatives=[]),
            Case("副市长王力在接受《人民日报》《新闻联播》采访时介绍情况。", source="芜湖日报", initiatives=[]),
            Case(
                "会议学习了《中华人民共和国宪法》《中国共产党章程》，县长程巧云主持会议。",
                source="怀宁新闻网",
                initiatives=[],
            ),
        ],
    ),
    Construction(
        "names in quotation marks",
        "“…” with a head is an initiative; scare quotes and slogans are none.",
        [
            Case(
                "市长王力说，要实施“万企复兴”计划，推进“百日攻坚”行动。",
                source="芜湖日报",
                initiatives=["“万企复兴”计划", "“百日攻坚”行动"],
            ),
            Case(
                "两地将共建“闽赣边红色文旅融合发展示范区”，副市长王力说。",
                initiatives=["闽赣边红色文旅融合发展示范区"],
                kinds={"闽赣边红色文旅融合发展示范区": "zone"},
            ),
            Case(
                "市长王力强调，项目建设是“压舱石”，要当好“店小二”，做到“一张图”“一盘棋”，坚决防止“两张皮”。",
                source="芜湖日报",
                initiatives=[],
            ),
            Case("市长王力说，要“输血”更要“造血”，“敢”字为先、“干”字当头。", source="芜湖日报", initiatives=[]),
        ],
    ),
    Construction(
        "proper names without marks",
        "A proper name that ends in 工程, 基地, 示范区, 试验区 … is an initiative.",
        [
            Case(
                "县长苟致富说，要实施苦水河流域综合治理工程，建好通渭草牧产业示范基地。",
                source="通渭县融媒体中心",
                initiatives=["苦水河流域综合治理工程", "通渭草牧产业示范基地"],
            ),
            Case("副市长王力说，要加快柳州智能电动汽车产业园建设。", initiatives=["柳州智能电动汽车产业园"]),
            Case(
                "市长王力说，加快建设内陆开放赣湘合作核心区。",
                source="萍乡日报",
                initiatives=["内陆开放赣湘合作核心区"],
                kinds={"内陆开放赣湘合作核心区": "zone"},
            ),
        ],
    ),
    Construction(
        "general work is no initiative",
        "优化营商环境, 重点项目, 民生工程 name nothing in particular.",
        [
            Case(
                "市长王力强调，要优化营商环境，抓好重点项目、民生工程、招商引资和安全生产专项整治行动。",
                source="芜湖日报",
                initiatives=[],
            ),
            Case(
                "县长程巧云说，要完善工作机制，制定实施方案，落实行动计划，推进示范区建设。",
                source="怀宁新闻网",
                initiatives=[],
            ),
            Case(
                "副市长王力说，要建设一批示范基地、产业园区，深化战略合作，健全协调机制。",
                source="芜湖日报",
                initiatives=[],
            ),
            Case("区长魏一鸣说，各街道要制定细化方案，推动一批项目签约落地。", source="鼓楼发布", initiatives=[]),
        ],
    ),
    Construction(
        "slogans and theories",
        "Doctrine, spirit and slogans are none.",
        [
            Case(
                "市委书记何平主持会议，强调要深刻领悟“两个确立”，增强“四个意识”、坚定“四个自信”、做到“两个维护”。",
                source="芜湖日报",
                initiatives=[],
            ),
            Case(
                "县长程巧云说，要弘扬“三苦”精神，坚持“三个务必”，践行“绿水青山就是金山银山”理念。",
                source="怀宁新闻网",
                initiatives=[],
            ),
            Case(
                "会议要求深入学习贯彻习近平新时代中国特色社会主义思想，统筹推进“五位一体”总体布局，副市长王力参加。",
                source="芜湖日报",
                initiatives=["五位一体?"],
            ),
        ],
    ),
    Construction(
        "theme and brand in quotes",
        "The theme of an event, a film or a product brand is no initiative.",
        [
            Case("6月18日，以“陆海联动 向海图强”为主题的论坛在北海市举行，市长王力致辞。", initiatives=[]),
            Case("6月18日，副县长王力说，怀宁县素有“中国蓝莓之乡”之称，获评“全国文明县城”。", initiatives=[]),
            Case("6月18日，县长王力推介“怀宁贡糕”“独秀山米”等产品。", source="怀宁新闻网", initiatives=[]),
        ],
    ),
    Construction(
        "short forms are the same initiative",
        "《方案》, 该协议, 《建议（讨论稿）》 refer back and are no second node.",
        [
            Case(
                "县委全会审议通过《中共通渭县委关于制定第十四个五年规划的建议》。县长苟致富就《建议（讨论稿）》作说明。",
                initiatives=["中共通渭县委关于制定第十四个五年规划的建议"],
            ),
            Case(
                "6月18日，市长王力主持会议，审议《芜湖市人才发展规划》。《规划》提出，到2025年人才总量翻番。",
                initiatives=["芜湖市人才发展规划"],
            ),
            Case(
                "会上签署《怀宁县溧阳市战略合作协议》。根据《协议》，两地将加强合作，县长程巧云出席。",
                initiatives=["怀宁县溧阳市战略合作协议"],
            ),
        ],
    ),
    Construction(
        "mechanisms and campaigns",
        "Named mechanisms and campaigns have their kinds.",
        [
            Case(
                "市长王力说，要健全西安都市圈联席会议机制。",
                initiatives=["西安都市圈联席会议机制"],
                kinds={"西安都市圈联席会议机制": "mechanism"},
            ),
            Case(
                "市长王力说，要开展“石榴籽”结对活动。",
                source="南通日报",
                initiatives=["“石榴籽”结对活动"],
                kinds={"“石榴籽”结对活动": "campaign"},
            ),
            Case(
                "省长王力说，要实施“万企转型”行动。",
                source="河北日报",
                initiatives=["“万企转型”行动"],
                kinds={"“万企转型”行动": "campaign|plan"},
            ),
        ],
    ),
    Construction(
        "agreement by description",
        "An agreement told only by its kind is not named.",
        [
            Case("6月18日，怀宁县与溧阳市签署战略合作协议，县长程巧云出席。", initiatives=["战略合作协议?"]),
            Case("6月18日，双方签订了一系列合作协议和备忘录，县长程巧云见证。", source="怀宁新闻网", initiatives=[]),
            Case("6月18日，县政府与三家企业签订协议，县长程巧云出席。", source="怀宁新闻网", initiatives=[]),
        ],
    ),
    Construction(
        "national plans and strategies",
        "乡村振兴战略, 一带一路 are named strategies and may be written; 十四五 alone is a period.",
        [
            Case("市长王力说，“十四五”时期要稳中求进，今年是“十四五”收官之年。", source="芜湖日报", initiatives=[]),
            Case("市长王力说，要抓好“三农”工作和“双减”“双碳”工作。", source="芜湖日报", initiatives=["双减?", "双碳?"]),
            Case("市长王力说，要抓好“春节”“五一”“国庆”期间的安全。", source="芜湖日报", initiatives=[]),
        ],
    ),
    Construction(
        "regions that are zones",
        "A zone that only acts or hosts is a region, not an initiative.",
        [
            Case("6月18日，怀宁经开区党工委书记聂万健主持会议。", initiatives=[]),
            Case("6月18日，无锡高新区管委会副主任芮晓斌到访江阴高新区。", initiatives=[]),
            Case("6月18日，全市项目推进会在西咸新区召开，副市长王力讲话。", source="陕西日报", initiatives=[]),
        ],
    ),
    Construction(
        "verbs before a proper name",
        "实施, 提出, 开展, 建立了 and the subject before them are no part of the name.",
        [
            Case("副市长王力介绍，河北提出“6643”工程，要压减钢铁产能。", initiatives=["“6643”工程"]),
            Case(
                "市长李远说，芜湖市开展散煤治理行动以来，空气好转。",
                initiatives=["散煤治理行动?", "!芜湖市开展散煤治理行动"],
            ),
            Case("县长程巧云说，我县已和邻县建立了环境合作机制。", source="怀宁新闻网", initiatives=[]),
            Case("市委书记何平说，市级班子成员是这次教育实践活动的组织者。", source="芜湖日报", initiatives=[]),
        ],
    ),
    Construction(
        "…在行动 and other themes",
        "A theme that ends in a head word is none.",
        [
            Case("6月18日，“雾霾治理 四川在行动”研讨会举行，副市长王力出席。", initiatives=[]),
            Case("6月18日，县长程巧云说，必要时将采取果断行动，拿出一揽子计划。", source="怀宁新闻网", initiatives=[]),
            Case("6月18日，“节水爱水 我们在行动”宣传周启动，副市长王力致辞。", source="芜湖日报", initiatives=[]),
        ],
    ),
    Construction(
        "national laws, treaties and accounting rules",
        "Statutes and classics are no initiatives.",
        [
            Case(
                "6月18日，市人大常委会组成人员学习《中华人民共和国监督法》《信访工作条例》，主任黄桥主持。",
                source="泰州日报",
                initiatives=[],
            ),
            Case("6月18日，副市长王力在学习会上领读《共产党宣言》。", source="芜湖日报", initiatives=[]),
            Case(
                "6月18日，县长程巧云主持县政府常务会议，会议学习了《安全生产法》《地方党政领导干部安全生产责任制规定》。",
                source="怀宁新闻网",
                initiatives=["地方党政领导干部安全生产责任制规定?"],
            ),
        ],
    ),
    Construction(
        "a clause that ends in a head word",
        "甲与乙共建产业园, 推动建设示范区: verb and object, no name.",
        [
            Case("副市长王力说，襄阳市将与怀宁县共建产业园。", initiatives=[]),
            Case("6月18日，襄阳市和随州市携手共建合作示范区，副市长王力出席。", initiatives=[]),
            Case(
                "副市长王力说，支持各县区创建示范区，推动企业建设研发基地，鼓励高校设立实验基地。",
                source="襄阳日报",
                initiatives=[],
            ),
            Case("市长李远说，芜湖市正在规划建设产业园，努力打造先进制造业基地。", initiatives=[]),
        ],
    ),
    Construction(
        "heads that go on into a longer word",
        "战略布局, 战略支点, 飞机制造: no strategy, no mechanism.",
        [
            Case("市委书记何平说，要协调推进“四个全面”战略布局。", source="芜湖日报", initiatives=[]),
            Case("副市长王力说，要建好“一带一路”战略支点。", source="芜湖日报", initiatives=["一带一路?"]),
            Case("副市长王力会见了“空中客车”飞机制造公司代表。", source="芜湖日报", initiatives=[]),
        ],
    ),
    Construction(
        "slogans and descriptions that end in a head",
        "命运共同体, 是国家重要能源基地, “小而美”民生项目: said of something, not its name.",
        [
            Case("副市长王力说，双方要构建“命运共同体”。", source="芜湖日报", initiatives=[]),
            Case("市长王力说，榆林是国家重要能源基地。", initiatives=[]),
            Case("副市长王力说，要抓好“小而美”民生项目。", source="芜湖日报", initiatives=[]),
            Case("县长程巧云说，要使“争创”活动有计划、有组织地展开。", source="怀宁新闻网", initiatives=[]),
        ],
    ),
    Construction(
        "parks named by two abbreviations",
        "沪临产业协作园, 深哈产业园, 苏宿工业园区: the two who build it stand in the name.",
        [
            Case("6月18日，上海市与临沂市共建沪临产业协作园，副市长王力出席。", initiatives=["沪临产业协作园"]),
            Case(
                "6月18日，江西省援建阿克陶县的项目开工，包括赣陶智慧纺织产业园，县长王力致辞。",
                initiatives=["赣陶智慧纺织产业园"],
            ),
            Case("6月18日，昆山市、沭阳县共建昆沭工业园区，副市长王力介绍。", initiatives=["昆沭工业园区"]),
        ],
    ),
    Construction(
        "what an agreement is to build",
        "《共建…协议》 holds the name of the thing as well.",
        [
            Case(
                "6月18日，两市签署《共建滕邳运河产业园合作协议》，滕州市市长王力、邳州市市长李红出席。",
                initiatives=["共建滕邳运河产业园合作协议", "滕邳运河产业园?"],
            ),
            Case(
                "6月18日，包头市与锦州市签署《共建“包锦无水港”合作备忘录》，副市长王力出席。",
                initiatives=["共建“包锦无水港”合作备忘录", "包锦无水港"],
            ),
            Case(
                "6月18日，上海市与临沂市签署《共建沪临产业协作园框架协议》，副市长王力出席。",
                initiatives=["共建沪临产业协作园框架协议", "沪临产业协作园"],
            ),
        ],
    ),
    Construction(
        "straight quotation marks",
        'Pages with "…" in place of “…” say the same.',
        [
            Case('市长王力说，要实施"万企复兴"计划。', source="芜湖日报", initiatives=["“万企复兴”计划"]),
            Case('三县建立"黄河联合巡护日"机制，县长王力说。', initiatives=["“黄河联合巡护日”机制"]),
            Case('副市长王力说，要当好"店小二"，下好"先手棋"。', source="芜湖日报", initiatives=[]),
        ],
    ),
    Construction(
        "things built, opened and unveiled",
        "A museum, an alliance, a line in quotation marks is named by being built or unveiled.",
        [
            Case("双方将共建“丝路葡萄酒博物馆”，副市长王力说。", initiatives=["丝路葡萄酒博物馆"]),
            Case("6月18日，王力、李红共同为“战旗共富农场”揭牌。副县长王力致辞。", initiatives=["战旗共富农场"]),
            Case("6月18日，“江淮旅游联盟”成立，副市长王力致辞。", initiatives=["江淮旅游联盟?"]),
        ],
    ),
    Construction(
        "clauses that end in such a word",
        "江苏建成…基地 tells of one: a verb before the word makes a clause of it.",
        [
            Case("6月18日，江苏建成国家级生物医药基地，副省长王力出席。", initiatives=[]),
            Case("副省长王力说，福建构筑起临海蓝色产业带，安徽将发挥多重国家发展战略。", initiatives=[]),
            Case("副市长王力说，公安机关依托西双版纳边境警务执法合作机制开展行动。", initiatives=["…"]),
            Case("市长王力说，推动雄安新区全面落实创新驱动发展战略。", initiatives=["创新驱动发展战略?"]),
            Case("“多规合一”形成一本规划，“两个维护”落实到行动，省长王力说。", initiatives=[]),
        ],
    ),
    Construction(
        "descriptions and what is everybody's",
        "青海最大跨流域调水工程 describes, 国家重大战略 is no single one, 国家自主创新示范区 a class.",
        [
            Case("省长王力说，青海最大跨流域调水工程今天竣工，重庆这个产业园变了样。", initiatives=[]),
            Case("省长王力说，要服务国家重大战略，落实区域发展战略，制定《实施办法》。", initiatives=[]),
            Case("省长王力说，高新区正围绕建设国家自主创新示范区，创建国家现代农业产业园。", initiatives=[]),
            Case("省长王力说，第三批11家粤港澳联合实验室名单出炉，祁连山等多个国家公园建成。", initiatives=[]),
            Case("省长王力说，“白名单”项目、“半拉子”工程、“两高”项目都要管好。", initiatives=[]),
        ],
    ),
    Construction(
        "places of work and of exercise",
        "A plantation, a barracks, a panda base that is looked at is no plan.",
        [
            Case("6月18日，省长王力来到雁洋镇南福金柚种植基地调研。", initiatives=[]),
            Case("6月18日，省长王力来到新疆库尔勒训练基地、成都大熊猫基地。", initiatives=[]),
            Case("6月18日，邮轮在江苏海门基地交付，副省长王力出席。", initiatives=[]),
            Case("6月18日，省长王力来到三亚南繁育制种基地调研。", initiatives=[]),
            Case("省长王力说，要建好三亚南繁育制种基地。", initiatives=["三亚南繁育制种基地"]),
        ],
    ),
    Construction(
        "two names in a row",
        "试验区和科技城 are two, a list with a cluster before 、 is no name.",
        [
            Case(
                "省长王力说，合芜蚌自主创新综合试验区和绵阳科技城要先行先试。",
                initiatives=["绵阳科技城", "…"],
            ),
            Case("省长王力说，推进粤港澳大湾区、深圳先行示范区建设。", initiatives=["深圳先行示范区", "…"]),
            Case(
                "省长王力说，建好长汀、宁化长征国家文化公园。",
                initiatives=["长汀、宁化长征国家文化公园"],
            ),
        ],
    ),
    Construction(
        "acting against something",
        "The verb before the quotation belongs to the name: not a “洋垃圾”走私集中行动.",
        [
            Case("6月18日，海关启动打击“洋垃圾”走私集中行动。关长王力出席。", initiatives=["打击“洋垃圾”走私集中行动"]),
            Case("副局长王力说，开展整治“套路贷”犯罪专项行动。", initiatives=["整治“套路贷”犯罪专项行动"]),
            Case("副局长王力说，启动查处“大吨小标”违法专项行动。", initiatives=["查处“大吨小标”违法专项行动"]),
        ],
    ),
    Construction(
        "titles that end in such a word",
        "A column, a speech or a law of the nation is no plan.",
        [
            Case("副市长王力推荐了《城乡统筹：协调发展的中国方案》。", initiatives=[]),
            Case("副市长王力学习了《习近平经济思想学习纲要》《当前经济工作的重点任务》。", initiatives=[]),
            Case("根据《中华人民共和国澳门特别行政区选举代表的办法》的规定，主任王力说。", initiatives=[]),
        ],
    ),
    Construction(
        "what a place is to be like, and what is a region already",
        "打造A示范区、B示范区 and …的战略定位 are aims; a named area in quotation marks is a region.",
        [
            Case(
                "省长王力说，着力打造和谐宜居之都示范区、新型城镇化示范区、京津冀区域协同发展示范区。", initiatives=[]
            ),
            Case("省长王力说，海南省要紧紧围绕建设国家生态文明试验区、国际旅游消费中心的战略定位。", initiatives=[]),
            Case("省长王力说，要推进“长江经济带”建设。", initiatives=[]),
            Case(
                "市长王力说，自贸试验区和中新重庆示范项目核心区正在建设。", initiatives=["中新重庆示范项目核心区", "…"]
            ),
        ],
    ),
    Construction(
        "stops of a tour",
        "A park that is looked at is no initiative; one that is built is.",
        [
            Case("淮南市副市长陈浩先后来到寿县新桥国际产业园、淮南高新区大数据产业基地考察。", initiatives=[]),
            Case("代表团参观了叙永县赤水河特色产业基地，叙永县县长周炯陪同。", initiatives=[]),
            Case("萧县县长王力深入萧县张江萧县高科技园调研，走访了三家企业。", initiatives=[]),
            Case("要加快宿州马鞍山现代产业园建设，萧县县长王力说。", initiatives=["宿州马鞍山现代产业园"]),
        ],
    ),
    Construction(
        "a book title whose end was lost",
        "《…协议??: the mark went with the bytes behind it, the name stands.",
        [
            Case(
                "会上，顺义区与西峡县签署《顺义区西峡县对口协作框架协议(2014-2020年)??顺义区副区长王力出席。",
                initiatives=["顺义区西峡县对口协作框架协议(2014-2020年)"],
            ),
            Case(
                "滑县与单县签署《滑县单县联防联控合作协议??滑县副县长王力出席。",
                initiatives=["滑县单县联防联控合作协议"],
            ),
            Case("会议审议《滑县乡村振兴三年行动方案?滑县副县长王力讲话。", initiatives=["滑县乡村振兴三年行动方案"]),
        ],
    ),
    Construction(
        "a city and its county of one name",
        "莞吉产业合作园 is of 吉安市, though 吉安县 is told too.",
        [
            Case(
                "东莞市与吉安市对口合作座谈会召开，吉安县县长王力参加。吉安将加快建设莞吉产业合作园。",
                initiatives=["莞吉产业合作园"],
            ),
            Case("上饶市与温州市座谈会召开，上饶县县长王力参加。双方将共建温饶产业园。", initiatives=["温饶产业园"]),
            Case("宁波市与丽水市座谈会召开，丽水市市长王力说，要建好甬丽产业园。", initiatives=["甬丽产业园"]),
        ],
    ),
    Construction(
        "declarations bear the name of a hall",
        "武汉共识 binds those who sign it, not the city that lent its name; 合作发展(上海)宣言 no less.",
        [
            Case(
                "长江沿岸中心城市经济协调会市长联席会议昨天在上海举行。会议通过了《长江流域城市合作发展（上海）宣言》。",
                initiatives=["长江流域城市合作发展（上海）宣言"],
                links=["…", "!COVERS 长江流域城市合作发展（上海）宣言 上海市"],
            ),
            Case(
                "武汉、长沙、合肥、南昌四市在南昌召开会商会，签署《南昌行动》。",
                initiatives=["南昌行动"],
                links=[
                    "COVERS 南昌行动 武汉市",
                    "COVERS 南昌行动 长沙市",
                    "COVERS 南昌行动 合肥市",
                    "COVERS 南昌行动 南昌市",
                    "…",
                ],
            ),
            Case(
                "会上，寻乌、武平、安远三县共同签署了《赣闽三县平安边界协作书》。",
                initiatives=["赣闽三县平安边界协作书"],
                links=["…", "COVERS 赣闽三县平安边界协作书 武平县"],
            ),
        ],
    ),
    Construction(
        "no plan: a firm, two zones that talk",
        "广州科学城投资集团 and 徐闻县与海安经济开发试验区 name who acts.",
        [
            Case("广州科学城投资集团与新罗区国资集团签订了合作协议。", initiatives=[]),
            Case(
                "徐闻县县长李湖说，徐闻县与海安经济开发试验区已建立港航调度机制。",
                initiatives=[],
                regions=["徐闻县", "海安经济开发试验区"],
            ),
            Case("苏州工业园区银行与宿迁市人民医院共建门诊。", initiatives=[]),
            Case(
                "江北新区带队对接，共建顶山—汊河省际毗邻地区新型功能区。",
                initiatives=["顶山—汊河省际毗邻地区新型功能区"],
            ),
        ],
    ),
    Construction(
        "named after three and four places",
        "The first characters of the places that the article names: 郑开许, 城宣万, 衢黄南饶 (no 黄南 in it).",
        [
            Case(
                "郑州、开封、许昌三市签订郑开许同城化发展战略合作协议。",
                initiatives=["郑开许同城化发展战略合作协议"],
                regions=["郑州市", "开封市", "许昌市"],
            ),
            Case(
                "城口县、宣汉县、万源市共建城宣万革命老区振兴发展示范区。",
                initiatives=["城宣万革命老区振兴发展示范区"],
                regions=["城口县", "宣汉县", "万源市"],
            ),
            Case(
                "衢州市、黄山市、南平市、上饶市共建衢黄南饶文旅协作区。",
                initiatives=["衢黄南饶文旅协作区"],
                regions=["衢州市", "黄山市", "南平市", "上饶市"],
            ),
        ],
    ),
    Construction(
        "who builds it and what",
        "镇海区共建镇海—龙游…园: the name begins after the verb, where a place stands.",
        [
            Case(
                "龙游县与镇海区共建镇海—龙游山海协作生态旅游文化产业园。",
                initiatives=["镇海—龙游山海协作生态旅游文化产业园"],
            ),
            Case("江阴市与睢宁县共建江阴·睢宁工业园。", initiatives=["江阴·睢宁工业园"]),
            Case("两地将联合打造南浔—青川川浙协作产业园。", initiatives=["南浔—青川川浙协作产业园"]),
        ],
    ),
    Construction(
        "what only resembles one",
        "Who won a contract for a project, a river's mechanism without the river, a label unveiled.",
        [
            Case("先河环保去年下半年就连续中标县级环境空气监测网建设项目。", initiatives=[]),
            Case("三省建立流域横向生态补偿机制，共同保护长江上游生态。", initiatives=[]),
            Case("要完善水沙调控机制，实施河道和滩区综合提升治理工程。", initiatives=[]),
        ],
    ),
    Construction(
        "what both do is no name",
        "支持甲与乙共建产业园 tells of building, and 先后到…园区 of a tour; neither names anything.",
        [
            Case(
                "支持繁昌区与上海市松江区共建产业园，副市长王力说。",
                initiatives=[],
                cooperation=["繁昌区-松江区 co_build"],
            ),
            Case("会前，冉贵生一行先后到秀山物流园区、西街民俗文化街区实地考察。", initiatives=[]),
            Case("副市长王力相继到庆元农业产业园、黄田食用菌基地调研。", initiatives=[]),
        ],
    ),
    Construction(
        "a long name that begins with two cities",
        "合芜国家科技成果转移转化示范区: the two characters belong to it, however far its head.",
        [
            Case(
                "合肥市与芜湖市推动合芜国家科技成果转移转化示范区建设，副市长王力说。",
                initiatives=["合芜国家科技成果转移转化示范区"],
            ),
            Case(
                "宁波市与舟山市推进甬舟国家海洋经济绿色发展示范区建设，副市长王力说。",
                initiatives=["甬舟国家海洋经济绿色发展示范区"],
            ),
            Case(
                "自贡市与泸州市打造自泸国家装备制造业转移合作示范区，副市长王力说。",
                initiatives=["自泸国家装备制造业转移合作示范区"],
            ),
        ],
    ),
]


@pytest.mark.parametrize("case", parameters("initiatives", CONSTRUCTIONS))
def test_initiatives(case: Case) -> None:
    check(case)
