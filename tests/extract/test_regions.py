"""Regions: those the article is about or that act in it, by their full names and codes; none inside other names."""

from __future__ import annotations

import pytest

from tests.extract.facts import Case, Construction, check, parameters

CONSTRUCTIONS = [
    Construction(
        "short names to full names",
        "萍乡 is 萍乡市, 赣 is 江西省.",
        [
            Case(
                "萍乡、株洲两市在醴陵召开联席会议。",
                regions=["萍乡市 360300", "株洲市 430200", "醴陵市 430281", "湖南省?", "江西省?"],
            ),
            Case("霍邱与固始签署合作协议。", regions=["霍邱县 341522", "固始县 411525"]),
            Case("市长王力说，要深化赣湘合作，推动萍乡发展。", regions=["江西省 360000", "湖南省 430000", "萍乡市"]),
            Case(
                "西双版纳州州长玉香率队到大理州考察。", regions=["西双版纳傣族自治州 532800", "大理白族自治州 532900"]
            ),
        ],
    ),
    Construction(
        "I and all",
        "我市, 全县, 我区 are the region the page tells, else nothing.",
        [
            Case("6月18日，我市召开教育工作会议，副市长王力讲话。", source="芜湖日报", regions=["芜湖市 340200"]),
            Case("6月18日，全县教育工作会议召开，县长程巧云讲话。", source="怀宁新闻网", regions=["怀宁县 340822"]),
            Case("6月18日，全市教育工作会议召开，副市长王力讲话。", regions=[]),
            Case("6月18日，我省召开防汛会议，省长王力讲话。", source="陕西日报", regions=["陕西省 610000"]),
        ],
    ),
    Construction(
        "address lines of a notice",
        "A region in the address or telephone under a notice does not act.",
        [
            Case("6月18日，县长程巧云到怀宁县调研。\n通讯地址：安庆市大观区龙山路1号", regions=["怀宁县 340822"]),
            Case("6月18日，县长程巧云到怀宁县调研。\n举报电话：0556-12380（安庆市）", regions=["怀宁县 340822"]),
            Case("6月18日，县长程巧云到怀宁县调研。\n地址:芜湖市鸠江区政通路66号", regions=["怀宁县 340822"]),
        ],
    ),
    Construction(
        "media names",
        "A region in a medium's name does not act.",
        [
            Case(
                "6月18日，副县长程巧云接受《安徽日报》、安庆电视台采访，介绍怀宁县防汛情况。",
                source="怀宁新闻网",
                regions=["怀宁县"],
            ),
            Case("人民网北京6月18日电，副省长王力在河北调研。", regions=["河北省"]),
            Case("6月18日，市委宣传部部长季羡在《河南日报》发表文章，谈商丘市发展。", regions=["商丘市"]),
        ],
    ),
    Construction(
        "companies, banks and schools",
        "A region inside the name of a company or school does not act.",
        [
            Case(
                "6月18日，副县长王力到安徽古井贡酒公司怀宁分公司调研，要求怀宁县各部门做好服务。",
                regions=["怀宁县", "!安徽省"],
            ),
            Case(
                "6月18日，中国建设银行上海浦东分行向伊宁县捐款，副县长王力出席捐赠仪式。",
                regions=["伊宁县", "!上海市", "!浦东新区"],
            ),
            Case(
                "6月18日，县长王力赴北京大学、南京大学、武汉理工大学招聘人才。",
                source="怀宁新闻网",
                regions=["怀宁县", "!南京市", "!武汉市", "!北京市"],
            ),
            Case("6月18日，常山县长王力会见深圳能源集团、上海电气负责人。", regions=["常山县", "!深圳市", "!上海市"]),
        ],
    ),
    Construction(
        "roads, rivers, lakes and dishes",
        "Names of things are no regions.",
        [
            Case(
                "6月18日，副市长王力在芜湖市检查南京路、北京路改造和长沙河治理。",
                regions=["芜湖市", "!南京市", "!北京市", "!长沙市"],
            ),
            Case("6月18日，区长王力带队巡查黄浦江、苏州河沿线。", source="普陀报", regions=["…", "!苏州市"]),
            Case(
                "6月18日，副县长王力到常山县推广阳澄湖大闸蟹、重庆火锅、兰州拉面。",
                regions=["常山县", "!重庆市", "!兰州市"],
            ),
            Case(
                "6月18日，县长王力调研京广铁路、沪昆高铁沿线，要求常山县做好整治。",
                regions=["常山县", "!北京市", "!广州市", "!上海市"],
            ),
        ],
    ),
    Construction(
        "inside initiative and meeting names",
        "A region inside another's plan or society is not the region acting, unless it covers it.",
        [
            Case("6月18日，慈溪市贯彻《北京宣言》，副市长王力讲话。", regions=["慈溪市", "!北京市"]),
            Case(
                "6月18日，常山县学习“枫桥经验”“晋江经验”，县长王力主持会议。", regions=["常山县", "!晋江市", "!枫桥镇"]
            ),
            Case("6月18日，慈溪市召开宁波帮大会筹备会，市长竺江波主持会议。", regions=["慈溪市"]),
        ],
    ),
    Construction(
        "ambiguous names settled",
        "The page, a parent in front or a companion settles which one is meant.",
        [
            Case("6月18日，铁西区委书记佟振邦出席会议。", source="沈阳日报", regions=["铁西区 210106", "沈阳市?"]),
            Case("6月18日，四平市铁西区召开会议，区长王力讲话。", regions=["铁西区 220302", "四平市"]),
            Case(
                "6月18日，吉林市召开会议，市长王力讲话，吉林省副省长李红出席。",
                regions=["吉林市 220200", "吉林省 220000"],
            ),
            Case("6月18日，北京市朝阳区与承德市签署协议。", regions=["朝阳区 110105", "北京市?", "承德市"]),
        ],
    ),
    Construction(
        "ambiguous names left open",
        "A name that fits several and is not settled keeps no code.",
        [
            Case("6月18日，新城区区长王力主持会议。", regions=["新城区 -"]),
            Case("6月18日，河东区召开大会，区委书记王力讲话。", regions=["河东区 -"]),
            Case("6月18日，市中区政府与城关区政府签署协议，区长王力出席。", regions=["市中区 -", "城关区 -"]),
        ],
    ),
    Construction(
        "zones",
        "Development zones that act are regions of level zone.",
        [
            Case("6月18日，西咸新区党工委书记杨仁安主持会议。", regions=["西咸新区"]),
            Case(
                "6月18日，无锡高新区与连云港经济技术开发区签署协议。",
                regions=["无锡高新区", "连云港经济技术开发区", "无锡市?", "连云港市?"],
            ),
            Case("6月18日，柳东新区管委会主任陆伟雄汇报工作。", source="柳州日报", regions=["柳东新区", "柳州市?"]),
        ],
    ),
    Construction(
        "clusters and areas",
        "粤港澳大湾区, 长三角 are regions of level cluster; their members are not listed for it.",
        [
            Case("市长韦江河强调，柳州市要主动对接粤港澳大湾区。", regions=["柳州市", "粤港澳大湾区"]),
            Case("县长王力说，怀宁县要融入长三角一体化发展。", regions=["怀宁县", "长三角"]),
            Case("市长王力说，徐州市是淮海经济区中心城市。", regions=["徐州市", "淮海经济区"]),
        ],
    ),
    Construction(
        "common words that are names",
        "和平, 安全, 大同, 开放 … are words unless the text says region.",
        [
            Case("6月18日，常山县县长王力强调，要维护和平、促进团结、天下大同、建设田园风光。", regions=["常山县"]),
            Case(
                "会议指出，要朝阳起步、河东河西共治、确保长治久安。副县长王力参加会议。",
                source="怀宁新闻网",
                regions=["怀宁县"],
            ),
            Case(
                "副市长王力表示，要东西湖、南北山共同治理，做到平安、宁静、永安、长治久安。",
                source="芜湖日报",
                regions=["芜湖市"],
            ),
        ],
    ),
    Construction(
        "addresses, home places and products",
        "A native place or address does not act.",
        [
            Case("王力，男，江苏南通人，1970年生，现任常山县副县长。", regions=["常山县", "南通市?", "江苏省?"]),
            Case("6月18日，常山县县长王力看望在上海市工作的常山籍乡亲。", regions=["常山县", "上海市?"]),
            Case(
                "6月18日，怀宁县副县长王力出席云南普洱茶、新疆和田玉展销会开幕式。",
                regions=["怀宁县", "!普洱市", "!和田地区", "!和田县"],
            ),
        ],
    ),
    Construction(
        "province before a city",
        "A province in front of its city need not be listed, the city must.",
        [
            Case("6月18日，江西省赣州市与福建省龙岩市签署协议。", regions=["赣州市", "龙岩市", "江西省?", "福建省?"]),
            Case(
                "6月18日，新疆伊犁哈萨克自治州伊宁县县长王力发言。",
                regions=["伊宁县", "伊犁哈萨克自治州?", "新疆维吾尔自治区?"],
            ),
            Case(
                "6月18日，陕西汉中市副市长王力到江苏省盐城市大丰区考察。",
                regions=["汉中市", "大丰区", "盐城市?", "陕西省?", "江苏省?"],
            ),
        ],
    ),
    Construction(
        "out of domain",
        "Fiction, shopping and sports pages name regions, and nothing is to be found there.",
        [
            Case("北京的秋天来了，树叶黄了，游人如织。上海的梧桐也黄了。", silent=True),
            Case("本店新到西湖龙井、安溪铁观音，欢迎选购，全国包邮。", silent=True),
            Case("山东泰山队2比1战胜上海海港队，主教练崔康熙赛后说，队员拼得很凶。", silent=True),
        ],
    ),
    Construction(
        "autonomous names in short",
        "伊通县, 民和县, 延边州, 恩施 are autonomous areas with long full names.",
        [
            Case(
                "6月18日，伊通县县长王力、宁洱县县长李红出席会议。",
                regions=["伊通满族自治县 220323", "宁洱哈尼族彝族自治县 530821"],
            ),
            Case(
                "6月18日，延边州州长洪庆、恩施州州长刘芳签署协议。",
                regions=["延边朝鲜族自治州 222400", "恩施土家族苗族自治州 422800"],
            ),
            Case(
                "6月18日，威宁县县长马冠云、大厂县县长王凯到会。",
                regions=["威宁彝族回族苗族自治县 520526", "大厂回族自治县 131028"],
            ),
        ],
    ),
    Construction(
        "directions and parts",
        "苏北, 皖南, 城东, 市区 name areas or nothing, no division of that name.",
        [
            Case(
                "6月18日，副市长王力强调，盐城市要当好苏北发展排头兵。",
                regions=["盐城市", "苏北?", "苏北地区?", "江苏省?"],
            ),
            Case(
                "6月18日，副市长王力检查芜湖市城东、城南和江北片区项目。",
                regions=["芜湖市", "江北片区?", "江北新区?", "!江北区"],
            ),
            Case(
                "6月18日，县长程巧云说，城关要改造，郊区、矿区、新区、开发区都要整治。",
                source="怀宁新闻网",
                regions=["怀宁县"],
            ),
        ],
    ),
    Construction(
        "counties of one character",
        "单县, 歙县, 滑县: over a hundred counties have a full name of two characters.",
        [
            Case("6月18日，歙县县长姚兵、黟县副县长王力参加会议。", regions=["歙县 341021", "黟县 341023"]),
            Case(
                "6月18日，单县、莘县、滑县三县签署合作协议，滑县县长刘君主持。",
                regions=["单县 371722", "莘县 371522", "滑县 410526"],
            ),
            Case("6月18日，中共攸县县委、攸县人民政府召开会议，县委书记王力讲话。", regions=["攸县 430223"]),
            Case(
                "6月18日，河南省睢县与山东省费县举行座谈会，费县副县长王力主持。",
                regions=["睢县 411422", "费县 371325", "河南省?", "山东省?"],
            ),
            Case("6月18日，全县水利会议召开，本县、各县、外县、邻县代表参加，县长王力讲话。", regions=[]),
        ],
    ),
    Construction(
        "places inside slogans and brands",
        "皖美徽州, 诗画江南, 好客山东 in the name of an event name no acting region.",
        [
            Case(
                "6月18日，“皖美徽州·诗画江南”黄山市文旅推介会在上海市举办，黄山市副市长程红致辞。",
                regions=["黄山市", "上海市", "!徽州区"],
            ),
            Case("6月18日，“好客山东”品牌推介会在襄阳市举行，襄阳市副市长王力致辞。", regions=["襄阳市", "山东省?"]),
            Case(
                "6月18日，襄阳市副市长王力观看“印象武隆”“长安十二时辰”演出。", regions=["襄阳市", "!武隆区", "!长安区"]
            ),
        ],
    ),
    Construction(
        "railway bureaus, consulates and garrisons",
        "国铁上海局, 驻上海总领事, 北京铁路局 are no regions.",
        [
            Case("6月18日，安庆市市长李远会见韩国驻上海总领事金胜镐。", regions=["安庆市", "!上海市"]),
            Case(
                "6月18日，国铁上海局和安庆市、九江市有关负责人参加会议，安庆市副市长方向讲话。",
                regions=["安庆市", "九江市", "!上海市"],
            ),
            Case(
                "6月18日，交通运输部长江航务管理局、南京海事局与芜湖市座谈，芜湖市副市长方向参加。",
                regions=["芜湖市", "南京市?"],
            ),
        ],
    ),
    Construction(
        "called after a helper",
        "阿克陶县江西工业园区 is a zone in 阿克陶县; Jiangxi does not act.",
        [
            Case(
                "6月18日，阿克陶县江西工业园区管委会主任王力主持会议。",
                regions=["阿克陶县江西工业园区", "阿克陶县?", "!江西省"],
            ),
            Case(
                "6月18日，疏勒县县长王力到疏勒县山东产业园调研。",
                regions=["疏勒县 653122", "疏勒县山东产业园?", "!山东省"],
            ),
            Case(
                "6月18日，霍尔果斯市副市长王力在霍尔果斯市江苏工业园现场办公。",
                regions=["霍尔果斯市 654004", "霍尔果斯市江苏工业园?", "!江苏省"],
            ),
        ],
    ),
    Construction(
        "farms, datelines and praise",
        "红山军马场, 新华社合肥电, “好客山东” name no acting region.",
        [
            Case("新华社北京6月18日电，怀宁县县长程巧云到沈阳市考察。", regions=["怀宁县", "沈阳市", "!北京市"]),
            Case(
                "6月18日，赤峰市副市长王力到红山军马场检查防火，要求赤峰市各部门做好服务。",
                regions=["赤峰市", "!红山区"],
            ),
            Case("6月18日，黄山市副市长程红观看“遇见徽州”“魅力祁门”展演。", regions=["黄山市", "!徽州区", "!祁门县"]),
        ],
    ),
    Construction(
        "cuts through words",
        "隆重庆祝, 推广安全, 肯定西藏: the end of one word and the beginning of the next are no place.",
        [
            Case(
                "6月18日，怀宁县隆重庆祝建党节，县长程巧云讲话。",
                regions=["怀宁县", "!重庆市"],
            ),
            Case("6月18日，芜湖市召开推广安全经验现场会，副市长王力讲话。", regions=["芜湖市", "!广安市"]),
            Case("6月18日，襄阳市副市长王力指出，要扩大连片种植。", regions=["襄阳市", "!大连市"]),
        ],
    ),
    Construction(
        "counts of counties",
        "阿坝三县 are three counties of the prefecture, never the county of its name.",
        [
            Case(
                "6月18日，阿坝三县交通建设座谈会召开，阿坝州副州长王力讲话。",
                regions=["阿坝藏族羌族自治州 513200", "!阿坝县"],
            ),
            Case("6月18日，大理州副州长王力调研大理六县市防汛。", regions=["大理白族自治州 532900", "!大理市"]),
            Case(
                "6月18日，喀什地区专员王力指出，要统筹喀什四县市发展。",
                regions=["喀什地区 653100", "!喀什市"],
            ),
        ],
    ),
    Construction(
        "parks that are the plan of two",
        "What acts is who builds 徐闻—海口临港产业园; the second half of its name is no zone.",
        [
            Case(
                "6月18日，徐闻县县长王力与海口市副市长李红就共建“徐闻—海口临港产业园”签署协议。",
                regions=["徐闻县", "海口市", "!海口临港产业园"],
            ),
            Case(
                "6月18日，常山县与慈溪市共建“常山慈溪生态旅游产业园”，常山县县长王力讲话。",
                regions=["常山县", "慈溪市", "!慈溪生态旅游产业园"],
            ),
            Case(
                "6月18日，溧阳市市长王力说，要与郎溪县共建“溧阳—郎溪新材料产业园”。",
                regions=["溧阳市", "郎溪县", "!郎溪新材料产业园"],
            ),
        ],
    ),
    Construction(
        "what bore the name then",
        "绥化市 of 1998 was a county-level city, 巢湖市 of 2005 a prefecture.",
        [
            Case(
                "1月18日，黑龙江省绥化市市长王力主持会议。",
                published="1998-01-20",
                regions=["绥化市 232301", "黑龙江省?"],
            ),
            Case("6月18日，巢湖市市长王力主持会议。", published="2005-06-20", regions=["巢湖市 341400", "安徽省?"]),
            Case("6月18日，巢湖市市长王力主持会议。", regions=["巢湖市 340181", "合肥市?"]),
        ],
    ),
    Construction(
        "what others learn from",
        "“苏州经验” and “昆山之路” are models; who learns acts.",
        [
            Case("6月18日，南通市召开学习“苏州经验”研讨会，副市长王力讲话。", regions=["南通市", "!苏州市"]),
            Case("6月18日，怀宁县县长程巧云说，要走好“昆山之路”。", regions=["怀宁县", "!昆山市"]),
            Case("6月18日，襄阳市副市长王力要求学习“三明模式”，深化医改。", regions=["襄阳市", "!三明市"]),
        ],
    ),
    Construction(
        "a zone at the head of another's name",
        "京津中关村科技城宁河拓展区 is a plan of Ninghe; the zone it is called after does not act.",
        [
            Case(
                "6月18日，天津市宁河区区长王力说，要推动京津中关村科技城宁河拓展区落地。",
                regions=["宁河区 120117", "天津市?", "!京津中关村科技城"],
            ),
            Case(
                "6月18日，如皋市市长王力说，要推动苏州工业园区如皋合作区落地。",
                regions=["如皋市 320682", "!苏州工业园区", "!苏州市"],
            ),
            Case(
                "6月18日，贵安新区党工委书记王力说，要推动贵安新区大学城拓展区建设。", regions=["贵安新区", "贵州省?"]
            ),
        ],
    ),
    Construction(
        "a prefecture called like a province",
        "海南 in a list of Qinghai's prefectures is 海南州, 吉林 beside 长春 the city.",
        [
            Case(
                "海东、海北、海南、黄南四市州负责人参加会议，海北州州长多杰讲话。",
                regions=["海东市", "海北藏族自治州", "海南藏族自治州", "黄南藏族自治州", "…", "!海南省"],
            ),
            Case(
                "长春、吉林、四平三市签署合作协议，长春市副市长王力出席。", regions=["长春市", "吉林市", "四平市", "…"]
            ),
            Case(
                "广东、海南、广西三省区签署合作协议，海南省副省长王力出席。",
                regions=["广东省", "海南省", "广西壮族自治区", "…", "!海南藏族自治州"],
            ),
        ],
    ),
    Construction(
        "places inside other words",
        "考察县域, 樱桃园, 淮海城市群, 桂林村 name no 察县, 桃园市, 海城市, 桂林市.",
        [
            Case(
                "6月3日，副省长王立赴岑巩县开展调研，考察县域经济。",
                regions=["岑巩县 522626", "…", "!察布查尔锡伯自治县"],
            ),
            Case("6月3日，浑源县副县长王立来到樱桃园调研。", regions=["浑源县 140225"]),
            Case(
                "徐州市市长李明表示，争取将淮海城市群纳入国家战略。",
                regions=["徐州市 320300", "淮海城市群?", "!海城市"],
            ),
            Case("6月3日，秀山县副县长王立到桂林村走访慰问困难群众。", regions=["秀山土家族苗族自治县 500241"]),
        ],
    ),
    Construction(
        "a county whose name is a word, in a list",
        "安义县、新建县 are two counties; 、新建县级医院 is none.",
        [
            Case(
                "副省长王力讲话，永修县、安义县、新建县主要负责同志参加会议。",
                published="2014-03-31",
                regions=["永修县", "安义县", "新建县", "…"],
            ),
            Case("全州县、资源县与龙胜县签署协议，桂林市副市长王力出席。", regions=["资源县", "…"]),
            Case("要加强管理、新建县级医院三所，桂林市副市长王力说。", regions=["桂林市"]),
        ],
    ),
    Construction(
        "short counties that are gone",
        "横县, 郫县, 开县 stand on older pages; 放开县, 发达县 are words.",
        [
            Case(
                "横县、兴业县、港南区区域合作联席会议召开，横县县委书记黄海平主持。",
                published="2013-04-26",
                regions=["横县", "兴业县", "港南区", "…"],
            ),
            Case(
                "成都市郫县人民政府与彭州市签署协议，郫县县长王力出席。",
                published="2014-05-08",
                regions=["郫县", "彭州市", "…"],
            ),
            Case("要全面放开县级市落户，东部发达县结对帮扶，副省长王力说。", published="2014-05-08", regions=[]),
        ],
    ),
    Construction(
        "rivers that prefectures are called after",
        "澜沧江、怒江 are rivers; 镇江、九江 cities.",
        [
            Case(
                "大理州、保山市跨界河流（澜沧江、怒江）联席会议召开，大理州副州长李平主持。",
                regions=["大理白族自治州", "保山市", "…", "!怒江傈僳族自治州"],
            ),
            Case(
                "金沙江、怒江流域治理推进会召开，云南省副省长王力讲话。", regions=["云南省", "…", "!怒江傈僳族自治州"]
            ),
            Case(
                "镇江、九江、湛江三市签署合作协议，镇江市副市长王力出席。", regions=["镇江市", "九江市", "湛江市", "…"]
            ),
        ],
    ),
    Construction(
        "a canal and one character",
        "京杭大运河 names neither city; 在宁期间 may be of 南京, 宁夏 or 宁国.",
        [
            Case("市委书记林红玉说，济宁位于京杭大运河枢纽节点。", source="济宁日报", regions=["济宁市"]),
            Case("市长林红玉说，要保护好京杭大运河聊城段。", source="聊城日报", regions=["聊城市"]),
            Case("在宁期间，考察团考察了西津公园。县委书记李跃云参加。", regions=[]),
        ],
    ),
    Construction(
        "a zone told by its office once",
        "保山产业园区 is the zone wherever it stands, not 保山市 with a park.",
        [
            Case(
                "金华开发区——保山产业园区座谈会举行。保山产业园区党工委副书记李明，金华开发区党工委书记王建中讲话。",
                regions=["金华开发区", "保山产业园区"],
            ),
            Case(
                "6月18日，绵阳循环产业园区管委会主任李明到会。绵阳循环产业园区与义乌市签署协议。",
                regions=["绵阳循环产业园区", "义乌市"],
            ),
            Case(
                "6月18日，横店影视文化集聚区管委会主任王平介绍了情况，双方参观了横店影视文化集聚区。",
                regions=["横店影视文化集聚区", "…"],
            ),
        ],
    ),
    Construction(
        "a word that is a place where somebody goes",
        "凉山, 石河子 and 海西 are words or little known; 赴凉山考察 says that it is the place. 阿里 is a firm, too.",
        [
            Case("6月12日，市长王建国率党政代表团赴凉山考察对口支援工作。", regions=["凉山彝族自治州"]),
            Case("6月12日，市长王建国前往石河子，看望援建干部。", regions=["石河子市"]),
            Case(
                "6月12日，芜湖市与海西签署对口合作协议。", source="芜湖日报", regions=["海西蒙古族藏族自治州", "芜湖市"]
            ),
            Case("6月12日，市长王建国在山南调研时强调，要做好援建工作。", regions=["山南市"]),
            Case("6月12日，芜湖市与阿里签署战略合作协议，市长王建国出席。", source="芜湖日报", regions=["芜湖市"]),
            Case("6月12日，芜湖市与友好企业签署战略合作协议，市长王建国出席。", source="芜湖日报", regions=["芜湖市"]),
        ],
    ),
    Construction(
        "a river called like a city",
        "马莲河、柔远河、黑河河长: a river; 漯河、黑河两市: cities.",
        [
            Case(
                "9月7日，庆城县副县长姚振杰主持召开马莲河、柔远河、黑河河长联席会议。",
                regions=["庆城县"],
            ),
            Case("6月18日，张掖市副市长李平到黑河干流巡查。", regions=["张掖市"]),
            Case("6月18日，漯河市市长李平、黑河市市长王军参加座谈会。", regions=["漯河市", "黑河市"]),
        ],
    ),
    Construction(
        "a zone behind where it lies",
        "山西省运城市芮城县风陵渡经济开发区管委会: the zone's name is 风陵渡经济开发区.",
        [
            Case(
                "6月18日，山西省运城市芮城县风陵渡经济开发区党工委书记赵自成到会。",
                posts={"赵自成": ["风陵渡经济开发区 党工委书记"]},
            ),
            Case(
                "6月18日，四川省广安市邻水县明月山生态示范区管委会主任李平到会。",
                posts={"李平": ["明月山生态示范区 管委会主任"]},
            ),
            Case(
                "6月18日，湖南省永州市江华县大瑶山生态旅游度假区管委会主任王远参加会议。",
                posts={"王远": ["大瑶山生态旅游度假区 管委会主任"]},
            ),
        ],
    ),
]


@pytest.mark.parametrize("case", parameters("regions", CONSTRUCTIONS))
def test_regions(case: Case) -> None:
    check(case)
