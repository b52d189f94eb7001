"""What ties meetings, initiatives and regions: TOOK_PART_IN, HELD_IN, CONCERNS, COVERS."""

from __future__ import annotations

import pytest

from tests.extract.facts import Case, Construction, check, parameters

CONSTRUCTIONS = [
    Construction(
        "parties to a meeting",
        "Who holds, signs or sends a delegation takes part; who is only named does not.",
        [
            Case(
                "6月18日，龙岩市、赣州市党政联席会议在瑞金召开。",
                links=[
                    "TOOK_PART_IN 龙岩市 龙岩市、赣州市党政联席会议",
                    "TOOK_PART_IN 赣州市 龙岩市、赣州市党政联席会议",
                ],
            ),
            Case(
                "6月18日，青浦区、吴江区、嘉善县人大联席会议在嘉善县西塘镇举行。",
                links=[f"TOOK_PART_IN {r} 青浦区、吴江区、嘉善县人大联席会议" for r in ("青浦区", "吴江区", "嘉善县")],
            ),
            Case(
                "6月18日，霍邱县与固始县跨省合作座谈会举行，信阳市副市长王力到会指导。",
                links=[
                    "TOOK_PART_IN 霍邱县 霍邱县与固始县跨省合作座谈会",
                    "TOOK_PART_IN 固始县 霍邱县与固始县跨省合作座谈会",
                ],
            ),
            Case(
                "6月18日，南宁、北海、钦州三市市长会商会在北海举行。湛江市应邀列席。",
                links=[
                    "TOOK_PART_IN 南宁市 南宁、北海、钦州三市市长会商会",
                    "TOOK_PART_IN 北海市 南宁、北海、钦州三市市长会商会",
                    "TOOK_PART_IN 钦州市 南宁、北海、钦州三市市长会商会",
                    "…",
                ],
            ),
        ],
    ),
    Construction(
        "where it was held",
        "The smallest place told; not the one it is about.",
        [
            Case(
                "6月18日，南通·伊宁县对口支援工作联席会议在伊宁县召开。",
                links=["HELD_IN 南通·伊宁县对口支援工作联席会议 伊宁县"],
            ),
            Case(
                "6月18日，西安都市圈建设推进会在西咸新区召开。",
                source="陕西日报",
                links=["HELD_IN 西安都市圈建设推进会 西咸新区"],
            ),
            Case(
                "6月18日，慈溪—常山山海协作联席会议在我县召开。",
                source="今日常山",
                links=["HELD_IN 慈溪—常山山海协作联席会议 常山县"],
            ),
            Case(
                "6月18日，深圳哈尔滨对口合作联席会议在哈召开。",
                source="哈尔滨日报",
                links=["HELD_IN 深圳哈尔滨对口合作联席会议 哈尔滨市"],
            ),
        ],
    ),
    Construction(
        "no place told",
        "A region in the speech is no venue.",
        [
            Case(
                "6月18日，全市招商大会召开，市长李远说，要到深圳市、上海市招商。",
                source="芜湖日报",
                links=["!HELD_IN 全市招商大会 深圳市", "!HELD_IN 全市招商大会 上海市", "…"],
            ),
            Case(
                "6月18日，全市旅游大会召开，副市长方向汇报了在杭州市考察的情况。",
                source="芜湖日报",
                links=["!HELD_IN 全市旅游大会 杭州市", "…"],
            ),
            Case(
                "6月18日，全省防汛会议召开，唐山市市长滕海峰在会上发言。",
                source="河北日报",
                links=["!HELD_IN 全省防汛会议 唐山市", "…"],
            ),
        ],
    ),
    Construction(
        "what a meeting is about",
        "Documents signed or adopted at it.",
        [
            Case(
                "6月18日，龙岩市、赣州市联席会议召开，两市签署《龙岩市赣州市合作框架协议》。",
                links=[
                    "CONCERNS 龙岩市、赣州市联席会议 龙岩市赣州市合作框架协议",
                    "COVERS 龙岩市赣州市合作框架协议 龙岩市",
                    "COVERS 龙岩市赣州市合作框架协议 赣州市",
                ],
            ),
            Case(
                "6月18日，市委常委会会议召开，审议通过《芜湖市人才发展规划》，市委书记宋怀谷主持。",
                source="芜湖日报",
                links=["CONCERNS 市委常委会会议 芜湖市人才发展规划", "COVERS 芜湖市人才发展规划 芜湖市"],
            ),
            Case(
                "6月18日，内陆开放赣湘合作核心区建设情况汇报会召开，副市长王力主持。",
                source="萍乡日报",
                links=[
                    "CONCERNS 内陆开放赣湘合作核心区建设情况汇报会 内陆开放赣湘合作核心区",
                    "COVERS 内陆开放赣湘合作核心区 江西省",
                    "COVERS 内陆开放赣湘合作核心区 湖南省",
                    "…",
                ],
            ),
        ],
    ),
    Construction(
        "whom an initiative binds",
        "The regions in its name or who build it together, not the venue.",
        [
            Case(
                "6月18日，副市长王力说，瑞金市、长汀县将共建“红色文旅融合发展示范区”。",
                links=["COVERS 红色文旅融合发展示范区 瑞金市", "COVERS 红色文旅融合发展示范区 长汀县"],
            ),
            Case(
                "6月18日，怀宁县与溧阳市在合肥市签署《战略合作协议》。",
                links=["COVERS 战略合作协议 怀宁县", "COVERS 战略合作协议 溧阳市"],
            ),
            Case(
                "6月18日，长沙、株洲、湘潭三市在湘潭市召开联席会议，共同签署《轨道交通运营合作协议》。",
                links=[
                    "COVERS 轨道交通运营合作协议 长沙市",
                    "COVERS 轨道交通运营合作协议 株洲市",
                    "COVERS 轨道交通运营合作协议 湘潭市",
                ],
            ),
        ],
    ),
    Construction(
        "two meetings, two places",
        "Each meeting keeps its own place.",
        [
            Case(
                "6月17日，全市水利会议在无为市召开。6月18日，全市林业会议在南陵县召开。",
                source="芜湖日报",
                links=["HELD_IN 全市水利会议 无为市", "HELD_IN 全市林业会议 南陵县"],
            ),
            Case(
                "6月17日，全市教育大会在鸠江区举行。会后，市长李远到弋江区调研。",
                source="芜湖日报",
                links=["HELD_IN 全市教育大会 鸠江区", "HELD_IN 李远到弋江区调研 弋江区"],
            ),
            Case(
                "6月18日，县委常委会会议召开。当天，浙江山海协作推进会在杭州市举行，县长占家骏参加。",
                source="今日常山",
                links=["HELD_IN 浙江山海协作推进会 杭州市", "…", "!HELD_IN 县委常委会会议 杭州市"],
            ),
        ],
    ),
    Construction(
        "national plans do not cover the paper's city",
        "A plan of the centre binds no single city for being named in its paper.",
        [
            Case(
                "6月18日，副市长王力说，要落实国务院《大气污染防治行动计划》，芜湖市要加快治理。",
                source="芜湖日报",
                links=["!COVERS 大气污染防治行动计划 芜湖市", "…"],
                initiatives=["大气污染防治行动计划"],
            ),
            Case(
                "6月18日，全县会议召开，县长程巧云传达《中共中央关于制定国民经济和社会发展第十四个五年规划的建议》。",
                source="怀宁新闻网",
                links=["!COVERS 中共中央关于制定国民经济和社会发展第十四个五年规划的建议 怀宁县", "…"],
            ),
            Case(
                "市委书记何平说，要深入实施创新驱动发展战略、扩大内需战略，推动泰州市高质量发展。",
                links=["!COVERS 创新驱动发展战略 泰州市", "!COVERS 扩大内需战略 泰州市", "…"],
            ),
        ],
    ),
    Construction(
        "the issuer's own plan covers it",
        "A region's plan covers the region in its name.",
        [
            Case(
                "6月18日，市政府常务会议审议通过《芜湖市大气污染防治条例实施方案》，市长李远主持。",
                source="芜湖日报",
                links=["COVERS 芜湖市大气污染防治条例实施方案 芜湖市"],
            ),
            Case(
                "浙江省政府发布《浙江省大气污染防治行动计划》，副省长王力介绍情况。",
                links=["COVERS 浙江省大气污染防治行动计划 浙江省"],
            ),
            Case(
                "6月18日，县委全会通过《中共常山县委关于推进共同富裕的实施意见》，县委书记叶长青讲话。",
                source="今日常山",
                links=["COVERS 中共常山县委关于推进共同富裕的实施意见 常山县"],
            ),
        ],
    ),
    Construction(
        "no venue from the name",
        "The parties in a meeting's name are not its place.",
        [
            Case(
                "6月18日，上海市闵行区·云南省保山市沪滇协作第八次联席会议召开，闵行区区长陈华文讲话。",
                links=[
                    "!HELD_IN 上海市闵行区·云南省保山市沪滇协作第八次联席会议 闵行区",
                    "!HELD_IN 上海市闵行区·云南省保山市沪滇协作第八次联席会议 保山市",
                    "…",
                ],
            ),
            Case(
                "6月18日，龙岩市与赣州市党政联席会议召开，龙岩市市长邱仲平主持。",
                links=["!HELD_IN 龙岩市与赣州市党政联席会议 龙岩市", "!HELD_IN 龙岩市与赣州市党政联席会议 赣州市", "…"],
            ),
            Case(
                "6月18日，南通·伊宁县对口支援工作会议以视频方式召开。",
                links=[
                    "!HELD_IN 南通·伊宁县对口支援工作会议 南通市",
                    "!HELD_IN 南通·伊宁县对口支援工作会议 伊宁县",
                    "…",
                ],
            ),
        ],
    ),
    Construction(
        "a visit to several places",
        "Each place of a tour is one where it took place.",
        [
            Case(
                "6月18日，合肥市委书记费云率合肥市党政代表团到无锡市、苏州市学习考察。",
                links=[
                    "HELD_IN 合肥市党政代表团到无锡市、苏州市学习考察 无锡市",
                    "HELD_IN 合肥市党政代表团到无锡市、苏州市学习考察 苏州市?",
                ],
            ),
            Case(
                "6月18日，副市长方向先后到南陵县、无为市调研。",
                source="芜湖日报",
                links=["HELD_IN 方向先后到南陵县、无为市调研 南陵县", "HELD_IN 方向先后到南陵县、无为市调研 无为市?"],
            ),
            Case(
                "6月18日，省长王力深入唐山市、邯郸市督导防汛工作。",
                source="河北日报",
                links=[
                    "HELD_IN 王力深入唐山市、邯郸市督导防汛工作 唐山市",
                    "HELD_IN 王力深入唐山市、邯郸市督导防汛工作 邯郸市?",
                ],
            ),
        ],
    ),
    Construction(
        "held in a town of a county",
        "在噶尔县狮泉河镇举行: in the town, and with it in the county.",
        [
            Case(
                "6月18日，浏阳市、上栗县花炮产业座谈会在浏阳市大瑶镇举行。",
                links=["HELD_IN 浏阳市、上栗县花炮产业座谈会 浏阳市", "HELD_IN 浏阳市、上栗县花炮产业座谈会 大瑶镇"],
            ),
            Case(
                "6月18日，防火联防会议在嘉善县西塘镇召开，副县长王力主持。",
                links=["HELD_IN 防火联防会议 嘉善县", "HELD_IN 防火联防会议 西塘镇"],
            ),
            Case(
                "6月18日，工作衔接座谈会在噶尔县狮泉河镇举行，县长王力主持。",
                links=["HELD_IN 工作衔接座谈会 噶尔县", "HELD_IN 工作衔接座谈会 狮泉河镇"],
            ),
        ],
    ),
    Construction(
        "areas told by how many they are",
        "北三县 stands for its three counties.",
        [
            Case(
                "6月18日，北京市通州区与廊坊市北三县协同发展座谈会召开，副区长王力主持。",
                links=[
                    "TOOK_PART_IN 通州区 北京市通州区与廊坊市北三县协同发展座谈会",
                    "TOOK_PART_IN 三河市 北京市通州区与廊坊市北三县协同发展座谈会",
                    "TOOK_PART_IN 大厂回族自治县 北京市通州区与廊坊市北三县协同发展座谈会",
                    "TOOK_PART_IN 香河县 北京市通州区与廊坊市北三县协同发展座谈会",
                    "…",
                ],
            ),
            Case(
                "6月18日，副区长王力说，要落实《通州区与北三县协同发展规划》。",
                links=[
                    "COVERS 通州区与北三县协同发展规划 通州区",
                    "COVERS 通州区与北三县协同发展规划 三河市",
                    "COVERS 通州区与北三县协同发展规划 大厂回族自治县",
                    "COVERS 通州区与北三县协同发展规划 香河县",
                ],
            ),
            Case(
                "6月18日，通州区与北三县政协联席会议在三河市召开。",
                links=["HELD_IN 通州区与北三县政协联席会议 三河市"],
            ),
        ],
    ),
    Construction(
        "one region signs with a firm",
        "The agreement binds the region that signs, not whoever met before.",
        [
            Case(
                "6月18日，温岭市与旺苍县联席会议召开。会上，旺苍县与中航集团签署《茶产业合作协议》。",
                links=["COVERS 茶产业合作协议 旺苍县"],
            ),
            Case(
                "6月18日，福建省政府与中国远航集团签署《全面战略合作协议》，副省长王力出席。",
                links=["COVERS 全面战略合作协议 福建省"],
            ),
            Case(
                "6月18日，邳州市政府与南京农业大学签署《校地合作协议》，副市长王力出席。",
                links=["COVERS 校地合作协议 邳州市"],
            ),
        ],
    ),
    Construction(
        "who comes is not where they come to",
        "甲市党政代表团来我市 was held in our city.",
        [
            Case(
                "福州市党政代表团来我市考察\n7月20日，福州市委书记林宝金率福州市党政代表团来我市考察闽宁协作工作。",
                source="固原日报",
                links=[
                    "!HELD_IN 福州市党政代表团来我市考察 福州市",
                    "!HELD_IN 福州市党政代表团来我市考察闽宁协作工作 福州市",
                    "…",
                ],
            ),
            Case(
                "滕州市考察团来邳州市考察\n7月20日，滕州市副市长林宝率考察团来邳州市考察大蒜产业。",
                links=[
                    "!HELD_IN 滕州市考察团来邳州市考察 滕州市",
                    "!HELD_IN 林宝率考察团来邳州市考察大蒜产业 滕州市",
                    "…",
                ],
            ),
            Case(
                "新吴区代表团来我县考察\n7月20日，新吴区区长章金率代表团来我县考察苏陕协作工作。",
                source="延川新闻网",
                links=[
                    "!HELD_IN 新吴区代表团来我县考察 新吴区",
                    "!HELD_IN 章金率代表团来我县考察苏陕协作工作 新吴区",
                    "…",
                ],
            ),
        ],
    ),
    Construction(
        "a list that came together",
        "甲、乙、丙主要负责同志参加会议: all of them take part.",
        [
            Case(
                "12月19日，合肥都市圈城市会商会在淮南市举行。合肥、淮南、六安、滁州及桐城市主要负责同志参加会议。",
                links=[
                    f"TOOK_PART_IN {r} 合肥都市圈城市会商会" for r in ("合肥市", "淮南市", "六安市", "滁州市", "桐城市")
                ],
            ),
            Case(
                "12月19日，淮海经济区协同发展座谈会在徐州市举行。徐州市、宿州市、商丘市政府领导出席会议。",
                links=[f"TOOK_PART_IN {r} 淮海经济区协同发展座谈会" for r in ("徐州市", "宿州市", "商丘市")],
            ),
            Case(
                "12月19日，全市对接南京工作会议召开，市长吴劲讲话。",
                source="滁州日报",
                links=["!TOOK_PART_IN 南京市 全市对接南京工作会议", "…"],
            ),
        ],
    ),
    Construction(
        "what a plan aims at is not covered by it",
        "融入京津冀, 入粤, 对接长三角 in the name say where to, not whose.",
        [
            Case(
                "4月17日，市长王力说，要落实《德州市融入京津冀协同发展三年行动计划》。",
                source="德州日报",
                links=["COVERS 德州市融入京津冀协同发展三年行动计划 德州市"],
            ),
            Case(
                "4月17日，县长王力说，要实施“圳品入粤”工程。",
                source="那坡新闻网",
                links=["!COVERS “圳品入粤”工程 广东省", "…"],
            ),
            Case(
                "4月17日，副市长王力说，要抓好《滁州市对接长三角行动方案》。",
                source="滁州日报",
                links=["COVERS 滁州市对接长三角行动方案 滁州市"],
            ),
        ],
    ),
    Construction(
        "treaties bind states",
        "A convention of the world covers neither the city that lent its name nor the one it is signed in.",
        [
            Case(
                "10月11日，《生物多样性公约》第十五次缔约方大会在昆明市开幕，云南省省长王宁出席。",
                published="2021-10-12",
                links=["!COVERS 生物多样性公约 昆明市", "!COVERS 生物多样性公约 云南省", "…"],
            ),
            Case(
                "上合组织青岛峰会举行，会议发表《青岛宣言》，青岛市市长李明参加。",
                published="2018-06-11",
                links=["!COVERS 青岛宣言 青岛市", "…"],
            ),
            Case(
                "重庆市召开推进会，市长胡衡要求落实《区域全面经济伙伴关系协定》。",
                links=["!COVERS 区域全面经济伙伴关系协定 重庆市", "…"],
            ),
        ],
    ),
    Construction(
        "a plan of nobody told, a place far from it",
        "On a page written from nowhere, a plan does not cover the region that another paragraph names.",
        [
            Case(
                "高水平开放拓展新空间\n《2025年稳外资行动方案》发布，提出20项措施。\n在贵州省，外资企业增加投资。",
                links=["!COVERS 2025年稳外资行动方案 贵州省", "…"],
            ),
            Case(
                "新能源产业加快发展\n《新能源汽车产业发展规划》发布，提出多项目标。\n江西省宜春市的锂电企业开足马力生产。",
                links=["!COVERS 新能源汽车产业发展规划 宜春市", "!COVERS 新能源汽车产业发展规划 江西省", "…"],
            ),
            Case(
                "市政府常务会议审议《芜湖市稳外资行动方案》\n市长何平主持会议。",
                source="芜湖日报",
                links=["COVERS 芜湖市稳外资行动方案 芜湖市", "…"],
            ),
        ],
    ),
    Construction(
        "all the members came",
        "A list with its number, whose heads gathered, is the list of parties; 四省十市 counts the cities.",
        [
            Case(
                "10月28日，淮海经济区市长会商会议在徐州市召开。徐州、连云港、宿迁、淮北、宿州、商丘、枣庄7市政府主要负责人齐聚一堂。",
                links=[
                    f"TOOK_PART_IN {city} 淮海经济区市长会商会议"
                    for city in ("徐州市", "连云港市", "宿迁市", "淮北市", "宿州市", "商丘市", "枣庄市")
                ]
                + ["…"],
            ),
            Case(
                "10月28日，川南四市合作会议在内江市召开。内江、自贡、泸州、宜宾四市党政主要领导参加会议。",
                links=[f"TOOK_PART_IN {city} 川南四市合作会议" for city in ("内江市", "自贡市", "泸州市", "宜宾市")]
                + ["…"],
            ),
            Case(
                "10月28日，黄河金三角区域市长会议在运城市召开，来自晋陕豫三省四市的政府负责人齐聚一堂。"
                "黄河金三角包括运城、临汾、渭南、三门峡四市。",
                links=[
                    f"TOOK_PART_IN {city} 黄河金三角区域市长会议" for city in ("运城市", "临汾市", "渭南市", "三门峡市")
                ]
                + ["!TOOK_PART_IN 河南省 黄河金三角区域市长会议", "…"],
            ),
        ],
    ),
    Construction(
        "the number is of one side",
        "甲与乙、丙、丁三市: the three and 甲.",
        [
            Case(
                "西宁与海东、海北、黄南三市州签署协作框架协议\n11月6日，西宁都市圈联席会议在西宁召开。西宁市市长孔令平主持会议。",
                links=[
                    f"TOOK_PART_IN {r} 西宁都市圈联席会议"
                    for r in ("西宁市", "海东市", "海北藏族自治州", "黄南藏族自治州")
                ]
                + ["…"],
            ),
            Case(
                "11月6日，长沙市与岳阳、常德、益阳三市签署合作协议，湘北合作联席会议在长沙召开。",
                links=[f"TOOK_PART_IN {r} 湘北合作联席会议" for r in ("长沙市", "岳阳市", "常德市", "益阳市")] + ["…"],
            ),
            Case(
                "11月6日，长沙、岳阳、常德、益阳四市签署合作协议，湘北合作联席会议在长沙召开。",
                links=[f"TOOK_PART_IN {r} 湘北合作联席会议" for r in ("长沙市", "岳阳市", "常德市", "益阳市")] + ["…"],
            ),
        ],
    ),
    Construction(
        "halls without a city, on a page at home nowhere",
        "在人民大会堂 is in the capital; 在会展中心 of a national page is nowhere, not in a province it names.",
        [
            Case(
                "王林会见巴西外长\n5月14日，国家副主席王林在中南海会见巴西外长努内斯。",
                links=["HELD_IN 王林会见巴西外长 北京市", "…"],
            ),
            Case(
                "纪念王林同志诞辰100周年座谈会15日上午在人民大会堂举行。李四光主持。王林是陕西省富平县人，曾在陕西省工作。",
                links=["HELD_IN 纪念王林同志诞辰100周年座谈会 北京市", "…"],
            ),
            Case(
                "10月13日，在阿布扎比会展中心举行的世界技能组织全体成员大会上，副部长王力致辞，上海市获得承办权。",
                links=["!HELD_IN 世界技能组织全体成员大会 上海市", "…"],
            ),
            Case(
                "6月18日，全市招商大会在会展中心召开，市长李远讲话。",
                source="芜湖日报",
                links=["HELD_IN 全市招商大会 芜湖市", "…"],
            ),
        ],
    ),
    Construction(
        "where leaders met",
        "As their sentence tells it; the region a guest comes from or a country's short name is not it.",
        [
            Case(
                "王林会见巴基斯坦总统\n国家主席王林9日在青岛会见巴基斯坦总统侯赛因。",
                links=["HELD_IN 王林会见巴基斯坦总统 青岛市", "…"],
            ),
            Case(
                "王林会见台北市长张三一行\n全国政协主席王林27日上午在人民大会堂会见了台北市长张三一行。",
                links=["HELD_IN 王林会见台北市长张三一行 北京市", "!HELD_IN 王林会见台北市长张三一行 台北市", "…"],
            ),
            Case(
                "王林会见日本客人\n当地时间15日，国务院总理王林会见日本客人。中日双方要加强同连云港的合作。",
                links=["!HELD_IN 王林会见日本客人 连云港市", "…"],
            ),
        ],
    ),
    Construction(
        "a meeting on a tour of several places",
        "Which of them it was held in is not told; nor does the nation's leadership meet where its chairman tours.",
        [
            Case(
                "王林赴山西、新疆调研\n4月6日至9日，副总理王林赴山西、新疆调研。主持召开座谈会，听取意见。",
                links=["!HELD_IN 座谈会 山西省", "!HELD_IN 座谈会 新疆维吾尔自治区", "…"],
            ),
            Case(
                "王林在上海、浙江调研\n副总理王林近日在上海、浙江调研。调研期间，王林主持召开企业座谈会。",
                links=["!HELD_IN 企业座谈会 上海市", "…"],
            ),
            Case(
                "王林在福建调研\n副总理王林近日在福建调研。调研期间，王林主持召开外贸企业座谈会。",
                links=["HELD_IN 外贸企业座谈会 福建省", "…"],
            ),
        ],
    ),
    Construction(
        "what a plan does not cover",
        "Guests it is for, the venue of a conference, the page's first place, a mountain or a brand in its name.",
        [
            Case("副主席王力到台湾青年就业创业基地调研。", links=["!COVERS 台湾青年就业创业基地 台湾省", "…"]),
            Case(
                "会议通过《中国论坛—北京行动计划》，副部长王力出席。",
                links=["!COVERS 中国论坛—北京行动计划 北京市", "…"],
            ),
            Case(
                "李四23日在太原市主持召开脱贫攻坚座谈会。“携手奔小康”行动要向深度贫困地区倾斜。省委书记王力汇报。",
                links=["!COVERS “携手奔小康”行动 太原市", "…"],
            ),
            Case(
                "10月1日，《江西省武夷山国家公园条例》施行，副省长王力说。",
                links=["COVERS 江西省武夷山国家公园条例 江西省", "!COVERS 江西省武夷山国家公园条例 武夷山市", "…"],
            ),
            Case(
                "6月18日，副市长王力说，要加快推进雄安新区中关村科技园建设。",
                links=[
                    "COVERS 雄安新区中关村科技园 雄安新区",
                    "!COVERS 雄安新区中关村科技园 中关村国家自主创新示范区",
                    "…",
                ],
            ),
            Case(
                "省委书记王力说，在党纪学习教育中，海南省把学习与办实事结合。",
                links=["!COVERS 党纪学习教育 海南省", "…"],
            ),
        ],
    ),
    Construction(
        "what leaders did in a week",
        "Each line with its day tells its own event: the place of one is not the place of the next.",
        [
            Case(
                "领导活动\n6月20日 市长李俊平主持召开市政府常务会议。\n6月21日 副市长陈文平到樟树市调研药都振兴工程。\n"
                "6月22日 副市长唐树平出席宜春市与岳阳市文旅合作签约仪式。",
                source="宜春日报",
                links=[
                    "HELD_IN 陈文平到樟树市调研药都振兴工程 樟树市",
                    "!HELD_IN 宜春市与岳阳市文旅合作签约仪式 樟树市",
                    "…",
                ],
            ),
            Case(
                "一周政务\n3月1日：县长李克文赴单县调研。\n3月2日：副县长王平出席全县教育工作推进会。\n3月3日：副县长赵平参加滑县与单县交流座谈会。",
                source="滑县融媒",
                links=["!HELD_IN 全县教育工作推进会 单县", "!HELD_IN 滑县与单县交流座谈会 单县", "…"],
            ),
            Case(
                "县领导活动\n5月8日（周一）县委书记余学勤到望江县考察。\n5月9日（周二）县长程巧云主持召开招商引资调度会。\n"
                "5月10日（周三）副县长何平主持召开防汛工作会商会。",
                source="怀宁县融媒",
                links=["!HELD_IN 招商引资调度会 望江县", "!HELD_IN 防汛工作会商会 望江县", "…"],
            ),
        ],
    ),
    Construction(
        "an initiative of so many cities",
        "湘桂三市旅游联盟 covers the three cities that meet, not two provinces.",
        [
            Case(
                "9月11日，湘桂三市旅游联盟第二次联席会议举行。桂林市副市长赵奇、贺州市副市长诸葛焕、永州市副市长贡鸿出席会议并发言。"
                "桂林市、贺州市、永州市三市共同签署了《湘桂三市无障碍旅游区合作协议》。",
                links=[f"COVERS 湘桂三市无障碍旅游区合作协议 {r}" for r in ("桂林市", "贺州市", "永州市")]
                + ["!COVERS 湘桂三市旅游联盟 湖南省", "…"],
            ),
            Case(
                "合川区与岳池县、武胜县联席会议召开\n5月18日，合川区与岳池县、武胜县联席会议召开。"
                "会上，合川区副区长程卫平分别与岳池县副县长唐斌，武胜县副县长张琳签署了《推进毗邻地区融合发展合作协议》。",
                links=[f"COVERS 推进毗邻地区融合发展合作协议 {r}" for r in ("合川区", "岳池县", "武胜县")] + ["…"],
            ),
            Case(
                "川南四市合作会议召开\n5月18日，川南四市合作会议在内江市召开，内江、自贡、泸州、宜宾四市共同签署《川南四市旅游合作协议》。",
                links=[f"COVERS 川南四市旅游合作协议 {r}" for r in ("内江市", "自贡市", "泸州市", "宜宾市")] + ["…"],
            ),
        ],
    ),
    Construction(
        "whom a meeting is to help",
        "全省对口支援新疆工作会议: Xinjiang is helped and not there.",
        [
            Case(
                "6月9日，全省对口支援新疆工作会议在长沙召开，省长许达平讲话。",
                source="红网",
                links=["!TOOK_PART_IN 新疆维吾尔自治区 全省对口支援新疆工作会议", "…"],
            ),
            Case(
                "6月9日，闵行区对口帮扶保山工作会议召开，闵行区区长陈平讲话。",
                links=["!TOOK_PART_IN 保山市 闵行区对口帮扶保山工作会议", "…"],
            ),
            Case(
                "6月9日，广东省对口支援西藏新疆工作推进会召开，广东省副省长王力讲话。",
                links=["!TOOK_PART_IN 西藏自治区 广东省对口支援西藏新疆工作推进会", "…"],
            ),
        ],
    ),
    Construction(
        "members whose delegations came",
        "来自甲、乙、丙3个成员市的代表团和嘉宾共300多人参加会议: the three are parties.",
        [
            Case(
                "8月27日，陕甘川宁毗邻地区经济联合会年会在宝鸡市举行。来自宝鸡、汉中、天水、平凉、广元5个成员市的代表团和特邀嘉宾共300多人参加会议。",
                links=[
                    f"TOOK_PART_IN {r} 陕甘川宁毗邻地区经济联合会年会"
                    for r in ("宝鸡市", "汉中市", "天水市", "平凉市", "广元市")
                ]
                + ["…"],
            ),
            Case(
                "11月7日，边区三镇平安边界建设联席会议在来凤县举行。来凤县百福司镇、酉阳县酉酬镇、龙山县桂塘镇党政负责人及派出所负责人40余人参加会议。",
                links=[f"TOOK_PART_IN {r} 边区三镇平安边界建设联席会议" for r in ("百福司镇", "酉酬镇", "桂塘镇")]
                + ["…"],
            ),
            Case(
                "4月8日，湘赣边毗邻县区联席会议召开。浏阳、平江、修水、铜鼓四县市主要领导和部门负责人共60人参加会议。",
                links=[f"TOOK_PART_IN {r} 湘赣边毗邻县区联席会议" for r in ("浏阳市", "平江县", "修水县", "铜鼓县")]
                + ["…"],
            ),
        ],
    ),
    Construction(
        "who is meant, in brackets",
        "浙赣边际合作(衢饶)示范区: two cities by one character each.",
        [
            Case(
                "4月13日，浙赣边际合作（衢饶）示范区建设推进会在玉山县召开。衢州市副市长郑国平、上饶市副市长饶建平出席并讲话。",
                links=[f"TOOK_PART_IN {r} 浙赣边际合作（衢饶）示范区建设推进会" for r in ("衢州市", "上饶市")]
                + ["!TOOK_PART_IN 浙江省 浙赣边际合作（衢饶）示范区建设推进会", "…"],
            ),
            Case(
                "4月13日，粤桂协作（江崇）联席会议在崇左市召开。江门市副市长王力、崇左市副市长李平出席并讲话。",
                links=[f"TOOK_PART_IN {r} 粤桂协作（江崇）联席会议" for r in ("江门市", "崇左市")] + ["…"],
            ),
            Case(
                "4月13日，蒙晋冀（乌大张）长城金三角联席会议在大同市召开。乌兰察布市市长王力、大同市市长李平、张家口市市长赵平出席并讲话。",
                links=[
                    f"TOOK_PART_IN {r} 蒙晋冀（乌大张）长城金三角联席会议" for r in ("乌兰察布市", "大同市", "张家口市")
                ]
                + ["…"],
            ),
        ],
    ),
    Construction(
        "an agreement of so many cities and prefectures",
        "川滇黔十市州…协议 binds those who met, not three provinces.",
        [
            Case(
                f"{three}合作峰会在昭通市召开\n10月20日，{three}合作峰会在昭通市召开，{listed}{n}市州党政主要领导出席会议。"
                f"会议签署了《{three}文化旅游合作协议》。",
                links=[f"COVERS {three}文化旅游合作协议 {city}" for city in cities]
                + [f"!COVERS {three}文化旅游合作协议 云南省", "…"],
            )
            for three, listed, n, cities in (
                ("川滇四市州", "攀枝花、凉山、昭通、丽江", "四", ("攀枝花市", "凉山彝族自治州", "昭通市", "丽江市")),
                ("川滇三市州", "宜宾、凉山、昭通", "3", ("宜宾市", "凉山彝族自治州", "昭通市")),
                ("滇黔四市州", "昭通、曲靖、毕节、六盘水", "4", ("昭通市", "曲靖市", "毕节市", "六盘水市")),
            )
        ],
    ),
    Construction(
        "who calls it is where it is",
        "甘孜州召开领导干部会议: the prefecture is its place; of two that call it together neither is.",
        [
            Case("2月25日，甘孜州召开领导干部会议，州长王波主持。", links=["HELD_IN 领导干部会议 甘孜藏族自治州"]),
            Case("2月25日，芜湖市召开安全生产工作会议，市长王波主持。", links=["HELD_IN 安全生产工作会议 芜湖市"]),
            Case(
                "2月25日，繁昌区委召开理论学习中心组学习会，区委书记王波主持。",
                source="芜湖日报",
                links=["HELD_IN 理论学习中心组学习会 繁昌区"],
            ),
            Case(
                "2月25日，滁州市与马鞍山市召开跨界治水会议，滁州市市长王波主持。",
                links=["TOOK_PART_IN 滁州市 跨界治水会议", "TOOK_PART_IN 马鞍山市 跨界治水会议"],
            ),
        ],
    ),
    Construction(
        "a park named by one character of each side",
        "宁洛…园 of 江宁区 and 洛南县 is not Nanjing's, 沪明…园 not of 明溪县.",
        [
            Case(
                "6月12日，江宁区与洛南县召开东西部协作联席会议，江宁区区长王波主持。两地将共建“宁洛消费帮扶产业园”。",
                links=["COVERS “宁洛消费帮扶产业园” 江宁区", "COVERS “宁洛消费帮扶产业园” 洛南县", "…"],
            ),
            Case(
                "6月12日，上海市与三明市召开对口合作联席会议，三明市市长王波主持。两地将共建“沪明临港产业园”。",
                links=["COVERS “沪明临港产业园” 上海市", "COVERS “沪明临港产业园” 三明市", "…"],
            ),
            Case(
                "6月12日，沈阳市与铁岭市签署《沈铁工业走廊共建框架协议》，沈阳市市长王波出席。",
                links=["COVERS 沈铁工业走廊 沈阳市", "COVERS 沈铁工业走廊 铁岭市", "…"],
            ),
        ],
    ),
    Construction(
        "an area called by one character of each member",
        "万达开…示范区 covers 万州, 达州 and 开州, not the two that 达开 would be; 湘赣边…示范区 covers the provinces.",
        [
            Case(
                "6月12日，万州区、达州市、开州区召开联席会议，达州市市长王波主持。会议部署万达开川渝统筹发展示范区建设。",
                links=[f"COVERS 万达开川渝统筹发展示范区 {r}" for r in ("万州区", "达州市", "开州区")] + ["…"],
            ),
            Case(
                "6月12日，达州市召开会议，市长王波主持，研究万达开川渝统筹发展示范区建设。万州区、开州区代表列席。",
                links=[f"COVERS 万达开川渝统筹发展示范区 {r}" for r in ("万州区", "达州市", "开州区")] + ["…"],
            ),
            Case(
                "6月12日，湖南省、江西省召开会议，副省长王波主持，研究湘赣边区域合作示范区建设。",
                links=[f"COVERS 湘赣边区域合作示范区 {r}" for r in ("湖南省", "江西省")] + ["…"],
            ),
        ],
    ),
    Construction(
        "who else came, told at the end",
        "Leaders speak in the first paragraph; …有关负责同志参加会议 closes the report and names the others.",
        [
            Case(
                "11月16日，川东北渝东北地区一体化发展联席会议在达州召开。达州市委书记邵革军、万州区委书记于会文讲话。\n"
                "会议通报了工作。\n会前参观了枢纽。\n南充、广安、巴中，重庆市梁平区、云阳县有关负责同志参加会议。",
                links=[
                    f"TOOK_PART_IN {r} 川东北渝东北地区一体化发展联席会议"
                    for r in ("达州市", "万州区", "南充市", "广安市", "巴中市", "梁平区", "云阳县")
                ]
                + ["…"],
            ),
            Case(
                "11月16日，淮海经济区协同发展联席会议在徐州召开。徐州市市长王剑锋、商丘市市长李国利讲话。\n"
                "会议通报了工作。\n会前参观了枢纽。\n连云港、宿迁、淮北三市相关负责人参加会议。",
                links=[
                    f"TOOK_PART_IN {r} 淮海经济区协同发展联席会议"
                    for r in ("徐州市", "商丘市", "连云港市", "宿迁市", "淮北市")
                ]
                + ["…"],
            ),
            Case(
                "11月16日，宁镇扬一体化发展联席会议在镇江召开。镇江市市长徐曙海、扬州市市长王进健讲话。\n"
                "会议通报了工作。\n会前参观了枢纽。\n九江、黄石、岳阳等城市代表列席会议。",
                links=[f"TOOK_PART_IN {r} 宁镇扬一体化发展联席会议" for r in ("镇江市", "扬州市")]
                + ["!TOOK_PART_IN 九江市 宁镇扬一体化发展联席会议", "…"],
            ),
        ],
    ),
]


@pytest.mark.parametrize("case", parameters("links", CONSTRUCTIONS))
def test_links(case: Case) -> None:
    check(case)
