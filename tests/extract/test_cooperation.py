"""Which regions cooperate, in which of the seven modes, and which only stand in one sentence."""

from __future__ import annotations

import pytest

from tests.extract.facts import Case, Construction, check, parameters

CONSTRUCTIONS = [
    Construction(
        "joint meeting",
        "Regions that hold a meeting together.",
        [
            Case("6月18日，龙岩市、赣州市党政联席会议在瑞金召开。", cooperation=["龙岩市-赣州市 joint_meeting"]),
            Case(
                "6月18日，通州区与三河市协同发展座谈会在三河市召开。",
                cooperation=["通州区-三河市 joint_meeting programme?"],
            ),
            Case(
                "6月18日，长沙、株洲、湘潭三市市长联席会议在长沙召开。",
                cooperation=[
                    "长沙市-株洲市 joint_meeting",
                    "长沙市-湘潭市 joint_meeting",
                    "株洲市-湘潭市 joint_meeting",
                ],
            ),
            Case("6月18日，慈溪—常山2023年工作联席会议举行。", cooperation=["慈溪市-常山县 joint_meeting"]),
            Case(
                "6月18日，江苏省和安徽省、浙江省在南京召开水利工作联席会议。",
                cooperation=[
                    "江苏省-安徽省 joint_meeting",
                    "江苏省-浙江省 joint_meeting",
                    "安徽省-浙江省 joint_meeting",
                ],
            ),
        ],
    ),
    Construction(
        "agreement between regions",
        "Two regions, or bodies of theirs, sign.",
        [
            Case("6月18日，怀宁县与溧阳市签署战略合作协议。", cooperation=["怀宁县-溧阳市 agreement"]),
            Case(
                "6月18日，霍邱县人民政府同固始县人民政府签订《霍邱县固始县合作框架协议》。",
                cooperation=["霍邱县-固始县 agreement"],
            ),
            Case(
                "会上，天河区与黔西市、番禺区与织金县分别签署产业合作协议。",
                cooperation=["天河区-黔西市 agreement", "番禺区-织金县 agreement"],
            ),
            Case(
                "6月18日，青浦区政协、吴江区政协、嘉善县政协共同签订《关于协商联动的协议》。",
                cooperation=["青浦区-吴江区 agreement", "青浦区-嘉善县 agreement", "吴江区-嘉善县 agreement"],
            ),
            Case(
                "通州区与三河市、大厂回族自治县、香河县分别签署《政务服务跨域通办合作协议》。",
                cooperation=["通州区-三河市 agreement", "通州区-大厂回族自治县 agreement", "通州区-香河县 agreement"],
            ),
        ],
    ),
    Construction(
        "by pronoun",
        "两市, 双方, 三地 stand for the regions the article is about.",
        [
            Case(
                "6月18日，龙岩市、赣州市党政联席会议在瑞金召开。会上，两市签署了合作框架协议。",
                cooperation=["龙岩市-赣州市 joint_meeting agreement"],
            ),
            Case(
                "6月18日，霍邱县与固始县举行座谈会。双方签订了合作协议。",
                cooperation=["霍邱县-固始县 joint_meeting agreement"],
            ),
            Case(
                "6月18日，青浦区、吴江区、嘉善县联席会议举行。三地共同签署《水环境保护协议》。",
                cooperation=[
                    "青浦区-吴江区 joint_meeting agreement",
                    "青浦区-嘉善县 joint_meeting agreement",
                    "吴江区-嘉善县 joint_meeting agreement",
                ],
            ),
            Case(
                "6月18日，万载县县长王力率队来浏阳市考察，浏阳市市长周宁陪同。两地将共建花炮产业园。",
                cooperation=["万载县-浏阳市 co_build exchange?"],
            ),
        ],
    ),
    Construction(
        "co-building",
        "共建, 合作建设, 联合打造 one thing.",
        [
            Case("会议提出，推动瑞金市、长汀县共建“红色文旅融合发展示范区”。", cooperation=["瑞金市-长汀县 co_build"]),
            Case("资阳市将与成都东部新区共建“成资临空经济产业带”。", cooperation=["资阳市-成都东部新区 co_build"]),
            Case("无锡市和连云港市携手共建锡连产业园。", cooperation=["无锡市-连云港市 co_build"]),
            Case("佛山市与云浮市合作共建佛山（云浮）产业转移工业园。", cooperation=["佛山市-云浮市 co_build"]),
        ],
    ),
    Construction(
        "pairing",
        "对口支援, 协作, 帮扶, 结对 pair the regions.",
        [
            Case("南通市对口支援伊宁县工作座谈会6月18日召开。", cooperation=["南通市-伊宁县 pairing joint_meeting?"]),
            Case("根据安排，深圳市与哈尔滨市开展对口合作。", cooperation=["深圳市-哈尔滨市 pairing"]),
            Case("浦东新区与克拉玛依市结成帮扶对子。", cooperation=["浦东新区-克拉玛依市 pairing"]),
            Case(
                "江阴市与灌南县、宜兴市与灌云县结对共建走深走实。",
                cooperation=["江阴市-灌南县 pairing co_build?", "宜兴市-灌云县 pairing co_build?"],
            ),
            Case("杭州市西湖区结对帮扶四川省青川县，选派干部挂职。", cooperation=["西湖区-青川县 pairing"]),
        ],
    ),
    Construction(
        "integration",
        "融入, 对接 a cluster or another region.",
        [
            Case("株洲将主动融入长株潭都市圈发展大局。", cooperation=["株洲市-长株潭都市圈 integration"]),
            Case("会议强调，萍乡市要主动对接粤港澳大湾区。", cooperation=["萍乡市-粤港澳大湾区 integration"]),
            Case(
                "嘉善县全面接轨上海，融入长三角一体化发展。",
                cooperation=["嘉善县-上海市 integration", "嘉善县-长三角 integration"],
            ),
            Case("县委书记张力强调，容城县要全面对接雄安新区。", cooperation=["容城县-雄安新区 integration"]),
        ],
    ),
    Construction(
        "exchange",
        "Delegations visit and cooperation is stated.",
        [
            Case(
                "6月18日，市中区党政代表团赴雁江区考察交流，双方就深化产业合作达成共识。",
                cooperation=["市中区-雁江区 exchange"],
            ),
            Case(
                "6月18日，怀宁县党政代表团赴溧阳市考察，双方商定加强园区合作。", cooperation=["怀宁县-溧阳市 exchange"]
            ),
            Case(
                "6月18日，慈溪市党政代表团到常山县考察山海协作工作。", cooperation=["慈溪市-常山县 exchange? pairing"]
            ),
        ],
    ),
    Construction(
        "programme and abbreviation pairs",
        "赣湘合作, 京津冀协同发展, 苏陕协作.",
        [
            Case("会议指出，要推动赣湘合作走深走实。萍乡市委书记陈明讲话。", cooperation=["江西省-湖南省 programme"]),
            Case("会议强调，粤黔协作成效显著，毕节市要抓住机遇。", cooperation=["广东省-贵州省 programme pairing?"]),
            Case(
                "廊坊市深入推进京津冀协同发展。",
                cooperation=[
                    "?北京市-天津市 programme",
                    "?北京市-河北省 programme",
                    "?天津市-河北省 programme",
                    "?廊坊市-京津冀 integration",
                ],
            ),
            Case(
                "沪苏浙皖合作再上新台阶，三省一市联席会议6月18日在合肥召开。",
                cooperation=[
                    "?上海市-江苏省",
                    "?上海市-浙江省",
                    "?上海市-安徽省",
                    "?江苏省-浙江省",
                    "?江苏省-安徽省",
                    "?浙江省-安徽省",
                ],
            ),
        ],
    ),
    Construction(
        "ranking is no cooperation",
        "Regions that stand in a list of results do not cooperate.",
        [
            Case("空气质量排名前三位的依次是阿坝州、甘孜州、巴中市，后三位是自贡市、宜宾市、泸州市。", cooperation=[]),
            Case("在全省考核中，赣州市、吉安市并列第一，萍乡市、新余市进步明显。副市长王力参加会议。", cooperation=[]),
            Case("6月18日，全省高质量发展会议召开，长沙市、株洲市、湘潭市获通报表扬。", cooperation=[]),
        ],
    ),
    Construction(
        "comparison is no cooperation",
        "与…相比, 学习…经验, 差距.",
        [
            Case(
                "襄阳市地区生产总值4230亿元，同期宜昌市为4120亿元，两市总量差距缩小。襄阳市统计局局长谷隆中发布数据。",
                cooperation=[],
            ),
            Case("会议强调，芜湖市要学习借鉴合肥市、苏州市资本招商的做法。", cooperation=[]),
            Case("与南阳市、洛阳市相比，襄阳市工业增速高出1个百分点。", cooperation=[]),
            Case("市长李远说，芜湖要对标合肥，向苏州看齐，缩小与无锡的差距。", cooperation=[]),
        ],
    ),
    Construction(
        "weather and disasters",
        "A forecast joins regions in a sentence only.",
        [
            Case("预计18日，长沙市、株洲市、湘潭市有中到大雨，请三市做好防范。", cooperation=[]),
            Case("受台风影响，温州市与台州市交界海域有大浪。", cooperation=[]),
            Case("龙岩市与赣州市先后启动防汛应急响应，两市转移群众三千人。", cooperation=[]),
        ],
    ),
    Construction(
        "transfers of officials",
        "A cadre who moves between places ties no regions.",
        [
            Case("向阳同志任中共株洲市委副书记，免去其中共岳阳市岳阳楼区委书记职务。", cooperation=[]),
            Case("王力由赣州市副市长调任吉安市委常委。", cooperation=[]),
            Case("端木清曾在娄底市、湘潭市工作，现任常德市市长。", cooperation=[]),
        ],
    ),
    Construction(
        "companies sign, not regions",
        "A region and a company, or two companies, sign: no cooperation of regions.",
        [
            Case("会上，商城县人民政府与深圳能源集团签订框架协议。", cooperation=[]),
            Case("上海电气集团与苏州高新公司签署合作协议，副市长王力见证签约。", cooperation=[]),
            Case("广州汽车集团与武汉钢铁公司共建研发中心。", cooperation=[]),
            Case("安庆市与中国建设银行安徽省分行签署战略合作协议。", cooperation=[]),
        ],
    ),
    Construction(
        "tourist promotion",
        "Advertising one place in another is no cooperation.",
        [
            Case("6月18日，2023年商城县（深圳）招商推介会在深圳市南山区举行，县长屈正平致辞。", cooperation=[]),
            Case("6月18日，黄山市文化旅游推介会在广州市举行，副市长王力推介。", cooperation=[]),
            Case("杭州市、苏州市游客纷纷来到黄山市游玩。", cooperation=[]),
        ],
    ),
    Construction(
        "cluster membership is not cooperation",
        "A list of members, or a city named as part of a cluster, is no tie by itself.",
        [
            Case("淮海经济区包括徐州、连云港、宿迁、宿州、淮北、商丘十市。", cooperation=[]),
            Case("徐州市是淮海经济区中心城市，副市长王力介绍情况。", cooperation=[]),
            Case("长三角城市群包括上海市、江苏省、浙江省、安徽省的部分城市。", cooperation=[]),
        ],
    ),
    Construction(
        "called together from above",
        "Regions that attend a province's or the State Council's meeting do not cooperate.",
        [
            Case(
                "6月18日，全省防汛会议召开，省长长孙志远讲话，唐山市市长滕海峰、邯郸市市长赵国强发言。",
                source="河北日报",
                cooperation=[],
            ),
            Case("6月18日，国务院防汛会议召开，湖南省、江西省、安徽省负责同志作了汇报。", cooperation=[]),
            Case(
                "6月18日，西安都市圈建设推进会召开，西安市市长叶明轩、咸阳市委书记夏晓平分别汇报工作。",
                source="陕西日报",
                cooperation=["?西安市-咸阳市"],
            ),
        ],
    ),
    Construction(
        "roads, rivers and lines between",
        "A line that joins two places is no cooperation.",
        [
            Case("沪昆高铁杭州至长沙段通车，副市长王力参加仪式。", cooperation=[]),
            Case("京沪高速公路改扩建工程江苏段开工，徐州市市长李远致辞。", cooperation=[]),
            Case("徐州至连云港高铁今日开通，连云港市副市长王力登车体验。", cooperation=[]),
        ],
    ),
    Construction(
        "hope and refusal",
        "What is ended or denied is not enacted; courts and disputes are none.",
        [
            Case("龙岩市公安局与赣州市公安局联合破获一起案件。", cooperation=["?龙岩市-赣州市"]),
            Case("龙岩市足球队以2比1战胜赣州市足球队。", cooperation=[]),
            Case("霍邱县与固始县以史河为界，两县历史上曾有水事纠纷。", cooperation=[]),
        ],
    ),
    Construction(
        "containment is no cooperation",
        "A city and its own district, or a county in its province, do not cooperate by being named together.",
        [
            Case("6月18日，徐州市鼓楼区召开工作会议，区长魏一鸣讲话。", cooperation=[]),
            Case("6月18日，市长李远到芜湖市无为市调研，无为市委书记王力陪同。", cooperation=[]),
            Case("芜湖市要求无为市、南陵县、鸠江区做强特色园区。", cooperation=[]),
        ],
    ),
    Construction(
        "several pairs in one list",
        "分别 pairs each with its own partner; the others do not cooperate.",
        [
            Case(
                "松北区与福田区、道里区与南山区分别签署合作协议。",
                cooperation=["松北区-福田区 agreement", "道里区-南山区 agreement"],
            ),
            Case(
                "海门区、如皋市分别与伊宁县签订结对协议。",
                cooperation=["海门区-伊宁县 agreement pairing", "如皋市-伊宁县 agreement pairing"],
            ),
            Case(
                "简阳市与雁江区、乐至县签署毗邻地区治理协议。",
                cooperation=["简阳市-雁江区 agreement", "简阳市-乐至县 agreement", "?雁江区-乐至县"],
            ),
            Case(
                "富平县、阎良区签订《产业合作园区共建协议》，渭南市与西安市领导见证。",
                cooperation=["富平县-阎良区 agreement co_build", "?渭南市-西安市"],
            ),
        ],
    ),
    Construction(
        "zones as parties",
        "Development zones cooperate like regions.",
        [
            Case(
                "怀宁经开区与江苏中关村科技产业园签订园区合作备忘录。",
                cooperation=["怀宁经济开发区-江苏中关村科技产业园 agreement"],
            ),
            Case(
                "无锡高新区与连云港经济技术开发区结对共建。",
                cooperation=["无锡高新区-连云港经济技术开发区 pairing co_build?"],
            ),
            Case(
                "成都东部新区管委会与资阳市人民政府签署《推进成资协同开放合作备忘录》。",
                cooperation=["成都东部新区-资阳市 agreement", "?成都市-资阳市"],
            ),
        ],
    ),
    Construction(
        "only hoped for or invited",
        "欢迎, 希望, 建议, 愿 state no cooperation between those only addressed; what both sides agree does.",
        [
            Case("6月18日，市长李远说，欢迎上海市、深圳市企业到芜湖市投资兴业。", cooperation=[]),
            Case("6月18日，在政协会上，委员王明建议芜湖市与马鞍山市共建产业园。", cooperation=["?芜湖市-马鞍山市"]),
            Case("芜湖市原定与宣城市签署协议，后因故取消。副市长王力说。", cooperation=[]),
        ],
    ),
    Construction(
        "aid and donations",
        "Donation under a pairing is pairing; a gift of a charity is none.",
        [
            Case("6月18日，南通市向对口支援的伊宁县捐赠援疆资金2000万元。", cooperation=["南通市-伊宁县 pairing"]),
            Case("6月18日，上海市红十字会向甘肃省积石山县捐赠物资。", cooperation=[]),
            Case(
                "6月18日，慈溪市派出医疗队驰援对口帮扶的昭觉县，昭觉县县长李红到场迎接。",
                cooperation=["慈溪市-昭觉县 pairing"],
            ),
        ],
    ),
    Construction(
        "court, police and traffic across regions",
        "A case, a train or a migration between two regions is no cooperation.",
        [
            Case("赣州市警方在龙岩市抓获犯罪嫌疑人三名。赣州市公安局副局长王力介绍案情。", cooperation=[]),
            Case("今日起，赣州市至龙岩市加开动车三对。赣州市副市长王力乘坐首趟列车。", cooperation=[]),
            Case("去年，赣州市流入龙岩市务工人员两万人，副市长王力说。", cooperation=[]),
        ],
    ),
    Construction(
        "one side with several partners",
        "甲与乙、丙: 甲 with each of them, in every mode told.",
        [
            Case(
                "6月18日，东营区与滨城区、德城区举行结对签约仪式。",
                cooperation=[
                    "东营区-滨城区 agreement pairing joint_meeting?",
                    "东营区-德城区 agreement pairing joint_meeting?",
                    "?滨城区-德城区",
                ],
            ),
            Case("单县与滑县签署合作协议。", cooperation=["单县-滑县 agreement"]),
            Case("四川内江、重庆荣昌两地签订协作协议，内江市副市长王力出席。", cooperation=["内江市-荣昌区 agreement"]),
            Case(
                "南京市溧水区分别与安徽省和县、含山县签署合作协议。",
                cooperation=["溧水区-和县 agreement", "溧水区-含山县 agreement"],
            ),
        ],
    ),
    Construction(
        "groups parted by a comma",
        "甲与乙、丙，丁与戊签订协议: each group signs, none with the other.",
        [
            Case(
                "浏阳市与铜鼓县、万载县，醴陵市与湘东区签订了合作框架协议。",
                cooperation=[
                    "浏阳市-铜鼓县 agreement",
                    "浏阳市-万载县 agreement",
                    "醴陵市-湘东区 agreement",
                    "?铜鼓县-万载县",
                ],
            ),
            Case(
                "会上，天河区与新罗区，黄埔区与上杭县，花都区与长汀县分别签订结对协议。",
                cooperation=[
                    "天河区-新罗区 agreement pairing",
                    "黄埔区-上杭县 agreement pairing",
                    "花都区-长汀县 agreement pairing",
                ],
            ),
            Case(
                "浏阳市与铜鼓县山水相连，醴陵市与湘东区签订了合作框架协议。",
                cooperation=["醴陵市-湘东区 agreement"],
            ),
        ],
    ),
    Construction(
        "heads of provinces meet",
        "Several provinces' heads chair and speak: their provinces meet; one at a meeting of cities is a guest.",
        [
            Case(
                "长江中游三省协同发展座谈会在武汉召开\n9月10日，长江中游三省协同发展座谈会在武汉召开。湖北省委书记应成主持会议并讲话，"
                "湖南省委书记许达平、江西省省长易平讲话。",
                cooperation=[
                    "湖北省-湖南省 joint_meeting",
                    "湖北省-江西省 joint_meeting",
                    "湖南省-江西省 joint_meeting",
                ],
            ),
            Case(
                "黄河流域协同保护联席会议举行\n9月10日，黄河流域协同保护联席会议举行。"
                "山西省委书记林武平主持会议，陕西省省长赵一平作了发言。",
                cooperation=["山西省-陕西省 joint_meeting"],
            ),
            Case(
                "长株潭一体化联席会议召开\n9月10日，长株潭一体化联席会议在长沙召开。湖南省省长毛明出席并讲话，"
                "长沙市市长郑建平主持会议，株洲市市长毛腾、湘潭市市长胡贺平汇报工作。",
                cooperation=[
                    "长沙市-株洲市 joint_meeting",
                    "长沙市-湘潭市 joint_meeting",
                    "株洲市-湘潭市 joint_meeting",
                ],
            ),
        ],
    ),
    Construction(
        "lists of pairs",
        "A plan lists who helps whom, one pair a line: each pair is stated; lines of routes and scores are none.",
        [
            Case(
                "方案明确，具体结对安排如下：\n上海市闵行区——安徽省淮南市；\n江苏省南京市——安徽省滁州市；\n"
                "浙江省杭州市——安徽省宿州市。",
                cooperation=["闵行区-淮南市 pairing", "南京市-滁州市 pairing", "杭州市-宿州市 pairing"],
            ),
            Case(
                "对口帮扶关系如下：\n（一）慈溪市—常山县\n（二）鄞州区—景宁畲族自治县\n",
                cooperation=["慈溪市-常山县 pairing", "鄞州区-景宁畲族自治县 pairing"],
            ),
            Case(
                "国庆期间新增列车如下：\n南京市——滁州市；\n杭州市——宿州市。",
                cooperation=[],
            ),
        ],
    ),
    Construction(
        "helpers are not each other's partners",
        "沪苏浙城市结对合作帮扶皖北城市: who helps is paired with whom it helps, not with the other helpers.",
        [
            Case(
                "国家发展改革委印发《沪苏浙城市结对合作帮扶皖北城市实施方案》，江苏省发展改革委主任李明作了解读。",
                cooperation=[],
            ),
            Case("6月18日，副省长李明调研沪苏浙城市结对合作帮扶皖北城市工作。", cooperation=[]),
            Case("苏州市、杭州市结对帮扶阜阳市。", cooperation=["苏州市-阜阳市 pairing", "杭州市-阜阳市 pairing"]),
        ],
    ),
    Construction(
        "offices that sign, one after the other",
        "河长制办公室 and 水利局 sign for their regions; 与丙签订 goes on with whoever signed first.",
        [
            Case(
                "签约仪式上，岚皋县河长制办公室与汉滨区、平利县河长制办公室签订《岚河流域联防联控协议》，"
                "与紫阳县河长制办公室签订《洞河流域联防联控协议》。",
                cooperation=["岚皋县-汉滨区 agreement", "岚皋县-平利县 agreement", "岚皋县-紫阳县 agreement"],
            ),
            Case(
                "签字仪式现场，大余县湖长办与南雄市湖长办签署跨区域河湖管护合作协议。",
                cooperation=["大余县-南雄市 agreement"],
            ),
            Case(
                "签约仪式上，常山县水利局与江山市水利局签订河长制合作协议。",
                cooperation=["常山县-江山市 agreement"],
            ),
        ],
    ),
    Construction(
        "our county within our city",
        "我市溧水区: the district is visited, not the city.",
        [
            Case(
                "6月16日，商南县党政代表团来我市溧水区对接对口协作工作。",
                source="南京日报",
                cooperation=["商南县-溧水区 exchange pairing"],
            ),
            Case(
                "6月16日，慈溪市党政代表团赴我市南陵县考察，对接山海协作工作。",
                source="芜湖日报",
                cooperation=["慈溪市-南陵县 exchange pairing?"],
            ),
            Case(
                "6月16日，我市南陵县与慈溪市签订战略合作协议。",
                source="芜湖日报",
                cooperation=["南陵县-慈溪市 agreement"],
            ),
        ],
    ),
    Construction(
        "some of what lies in the other side",
        "与百色市有关县签订协议 names no partner: not the city, and not which county.",
        [
            Case(
                "福田区、罗湖区与百色市有关县（市、区）签订了结对帮扶协议，福田区副区长王力出席。",
                cooperation=[],
            ),
            Case("天河区、黄埔区分别与毕节市各县区签署协作协议，天河区副区长王力出席。", cooperation=[]),
            Case("余杭区、西湖区等结对区负责人陪同调研，余杭区副区长王力介绍情况。", cooperation=[]),
        ],
    ),
    Construction(
        "a meeting of provinces counted together",
        "京津冀 in the name and deputies of all three at the table: the three meet.",
        [
            Case(
                "京津冀生态环境联防联治协作小组第三次会议召开\n6月18日，京津冀生态环境联防联治协作小组第三次会议在石家庄市召开。"
                "北京市副市长谈祥、天津市副市长李文平出席会议，河北省副省长时清主持。",
                cooperation=[
                    "北京市-天津市 joint_meeting",
                    "北京市-河北省 joint_meeting",
                    "天津市-河北省 joint_meeting",
                ],
            ),
            Case(
                "京津冀协同发展联席会议举行\n6月18日，京津冀协同发展联席会议举行，"
                "北京市常务副市长夏平、天津市常务副市长刘平、河北省常务副省长张平出席。",
                cooperation=[
                    "北京市-天津市 joint_meeting",
                    "北京市-河北省 joint_meeting",
                    "天津市-河北省 joint_meeting",
                ],
            ),
            Case(
                "京津冀协同发展推进会召开\n6月18日，河北省京津冀协同发展工作推进会在石家庄市召开，"
                "河北省副省长时清主持。",
                cooperation=["?河北省-京津冀"],
            ),
        ],
    ),
    Construction(
        "heads of all members of an area",
        "A meeting called after an area, with the heads of all its provinces: they meet.",
        [
            Case(
                "长三角地区主要领导座谈会在无锡市召开\n5月27日，长三角地区主要领导座谈会在江苏省无锡市召开。上海市委书记李平、江苏省委书记娄平、"
                "浙江省委书记袁平、安徽省委书记锦平出席会议并讲话。",
                source="无锡日报",
                cooperation=[
                    "上海市-江苏省 joint_meeting",
                    "上海市-浙江省 joint_meeting",
                    "上海市-安徽省 joint_meeting",
                    "江苏省-浙江省 joint_meeting",
                    "江苏省-安徽省 joint_meeting",
                    "浙江省-安徽省 joint_meeting",
                ],
            ),
            Case(
                "京津冀党政主要领导座谈会召开\n5月18日，京津冀党政主要领导座谈会在北京召开，"
                "北京市委书记尹平主持，天津市委书记陈平、河北省委书记倪平讲话。",
                source="北京日报",
                cooperation=[
                    "北京市-天津市 joint_meeting",
                    "北京市-河北省 joint_meeting",
                    "天津市-河北省 joint_meeting",
                ],
            ),
            Case(
                "长三角论坛在无锡市举行\n5月27日，长三角论坛在江苏省无锡市举行，江苏省副省长王力致辞。",
                source="无锡日报",
                cooperation=[],
            ),
        ],
    ),
    Construction(
        "a slogan before the name of a meeting",
        "“真情苏陕·幸福安康” greets; who meets is told behind it.",
        [
            Case(
                "4月12日，“真情苏陕·幸福安康”2023年安康（常州）招商推介会在常州市举行，安康市委书记武文平致辞，"
                "常州市市长盛平致辞。",
                cooperation=["?安康市-常州市", "!江苏省-安康市"],
            ),
            Case(
                "4月12日，“情系川渝·共赢未来”内江荣昌产业合作推介会在内江市举行，"
                "内江市副市长王力、荣昌区副区长李平致辞。",
                cooperation=["内江市-荣昌区 joint_meeting", "?四川省-重庆市"],
            ),
            Case(
                "4月12日，“沪滇同心”上海云南协作座谈会在昆明市举行，云南省副省长王力主持，上海市副市长李平讲话。",
                cooperation=["上海市-云南省 joint_meeting programme?"],
            ),
        ],
    ),
    Construction(
        "friends are no builders",
        "缔结为共建友好县 is an agreement on friendship; 友好区县 is no place.",
        [
            Case("松溪县日前与龙泉市签订协议书，缔结为共建友好县。", cooperation=["松溪县-龙泉市 agreement"]),
            Case(
                "6月19日，郧西县党政代表团赴翔安区考察，两地签订友好区县战略合作协议。",
                regions=["郧西县", "翔安区", "厦门市?", "十堰市?"],
                cooperation=["郧西县-翔安区 agreement exchange"],
            ),
            Case("慈溪市与常山县签订共建产业园协议。", cooperation=["慈溪市-常山县 agreement co_build"]),
        ],
    ),
    Construction(
        "nobody acts within a title",
        "审议《川滇黔…计划》,签署《…协议》: the provinces in the plan's name sign nothing.",
        [
            Case(
                "会议审议通过《川滇黔十市州合作发展行动计划》，签署了《文化旅游合作协议》，昭通市市长王力主持。",
                cooperation=[],
            ),
            Case(
                "会议审议了《苏皖合作示范区建设方案》，签署《轨道交通合作协议》，溧阳市市长王力主持。",
                cooperation=["?江苏省-安徽省 programme"],
            ),
            Case(
                "会议审议了《湘赣边区域合作方案》，浏阳市与铜鼓县签署《文旅合作协议》，浏阳市市长王力主持。",
                cooperation=["浏阳市-铜鼓县 agreement", "?湖南省-江西省 programme"],
            ),
        ],
    ),
    Construction(
        "cities and a district",
        "“三市一区” of a meeting's name are those that the page lists before the same words.",
        [
            Case(
                "9月7日，第二次“三市一区”政协主席联席会议在台州市召开，台州市政协主席陈伟义主持会议。\n"
                "去年5月，"
                "上海市普陀区政协、江苏省盐城市政协、安徽省黄山市政协和浙江省台州市政协“三市一区”政协第一次牵手。",
                published="2020-09-10",
                cooperation=[
                    "普陀区-盐城市 joint_meeting",
                    "普陀区-黄山市 joint_meeting",
                    "普陀区-台州市 joint_meeting",
                    "盐城市-黄山市 joint_meeting",
                    "盐城市-台州市 joint_meeting",
                    "黄山市-台州市 joint_meeting",
                ],
            ),
            Case(
                "9月7日，两市一县毗邻地区联席会议召开。会上，邵武市、武夷山市、资溪县两市一县签署协议。"
                "邵武市市长李平主持。",
                published="2020-09-10",
                cooperation=[
                    "邵武市-武夷山市 joint_meeting agreement",
                    "邵武市-资溪县 joint_meeting agreement",
                    "武夷山市-资溪县 joint_meeting agreement",
                ],
            ),
            Case(
                "9月7日，全市河长制会议召开，要求三市一区加强联动。台州市市长李平主持。",
                published="2020-09-10",
                cooperation=[],
            ),
        ],
    ),
    Construction(
        "paired counties by what they have become",
        "结为对口协作县 says of both that they are paired; 对口协作县 alone only who is meant.",
        [
            Case("盐池县与惠安县结为对口协作县，县长王成说。", cooperation=["盐池县-惠安县 pairing"]),
            Case("6月12日，略阳县和海安市结成结对帮扶县市，市长沈峻峰出席。", cooperation=["略阳县-海安市 pairing"]),
            Case("6月12日，余杭区等对口协作县区负责人参观，区长王姣俐陪同。", cooperation=[]),
        ],
    ),
    Construction(
        "the partner of whoever opens the sentence",
        "甲…,与乙共建…园: 乙共建…园 is no name, and 甲 builds it with 乙.",
        [
            Case(
                "攀枝花市积极承接产业转移，与重庆市九龙坡区共建产业合作园。市长王波说。",
                cooperation=["攀枝花市-九龙坡区 co_build"],
                initiatives=[],
            ),
            Case(
                "我市抢抓机遇，与九龙坡区共建产业合作园。市长王波说。",
                source="攀枝花日报",
                cooperation=["攀枝花市-九龙坡区 co_build"],
            ),
            Case(
                "6月12日，攀枝花市召开招商会，与九龙坡区共建产业合作园。市长王波说。",
                cooperation=["攀枝花市-九龙坡区 co_build"],
            ),
        ],
    ),
    Construction(
        "signed on a visit",
        "A率团赴B考察,并签订…: guest and host sign, also where the paper does not name its own city.",
        [
            Case(
                "市长王波率团赴凉山州考察，与凉山州政府签订文旅合作协议。",
                source="攀枝花日报",
                cooperation=["攀枝花市-凉山彝族自治州 exchange agreement"],
            ),
            Case(
                "河池市市长刘洪率团赴黔南州考察，并签订两地跨省流域联防联控协议。",
                cooperation=["河池市-黔南布依族苗族自治州 exchange agreement"],
            ),
            Case(
                "市长王波率团赴凉山州考察，并与西昌市签订文旅合作协议。",
                source="攀枝花日报",
                cooperation=["攀枝花市-凉山彝族自治州 exchange", "…"],
            ),
        ],
    ),
    Construction(
        "who holds a fair together",
        "由A和B联合主办的: both hold it. A mere 主办 does not say that they meet.",
        [
            Case(
                "由滨州市和德州市联合主办的黄河非遗大会6月12日开幕，滨州市市长李春田致辞。",
                cooperation=["滨州市-德州市 joint_meeting"],
            ),
            Case(
                "6月12日，滨州市、德州市共同举办的黄河文化论坛在滨州开幕，市长李春田致辞。",
                cooperation=["滨州市-德州市 joint_meeting"],
            ),
            Case("由滨州市主办的黄河非遗大会6月12日开幕，滨州市市长李春田致辞。", cooperation=[]),
        ],
    ),
    Construction(
        "provinces that only say where the border is",
        "川滇黔三省交界地区…会议 is held by the counties there; the provinces do nothing by it.",
        [
            Case(
                "6月12日，川滇黔三省交界地区联防联控会议在叙永召开，叙永县县长罗康、威信县县长王平、"
                "七星关区区长李勇讲话。",
                cooperation=[
                    "叙永县-威信县 joint_meeting",
                    "叙永县-七星关区 joint_meeting",
                    "威信县-七星关区 joint_meeting",
                ],
            ),
            Case(
                "6月12日，鄂湘赣三省三市交界地区协作联席会议在咸宁召开。咸宁市市长杨军主持会议，"
                "岳阳市市长李挚、九江市市长杨文斌讲话。",
                cooperation=[
                    "咸宁市-岳阳市 joint_meeting",
                    "咸宁市-九江市 joint_meeting",
                    "岳阳市-九江市 joint_meeting",
                ],
            ),
            Case(
                "6月12日，沪苏浙三省市毗邻地区党建联席会议在嘉善举行，嘉善县委书记江海洋、青浦区委书记徐建、"
                "吴江区委书记李铭讲话。",
                cooperation=[
                    "嘉善县-青浦区 joint_meeting",
                    "嘉善县-吴江区 joint_meeting",
                    "青浦区-吴江区 joint_meeting",
                ],
            ),
        ],
    ),
    Construction(
        "joined by 联合",
        "安吉县联合长兴县…: 联合 is the word between who invites and who joins, not an adverb.",
        [
            Case(
                "安吉县联合长兴县、广德市建设产业合作区，县长宁云说。",
                cooperation=["安吉县-长兴县 co_build", "安吉县-广德市 co_build"],
            ),
            Case("怀宁县联合潜山市共建产业合作区，县长宁云说。", cooperation=["怀宁县-潜山市 co_build"]),
            Case("6月12日，怀宁县联合与潜山市签署合作协议，县长宁云出席。", cooperation=["怀宁县-潜山市 agreement"]),
        ],
    ),
    Construction(
        "an area and as many members as it has",
        "京津冀三地签署: the three provinces sign. 长三角两地 tells nobody.",
        [
            Case(
                "6月12日，京津冀三地在承德签署水源涵养区横向补偿协议，承德市市长王军出席。",
                cooperation=["北京市-天津市 agreement", "北京市-河北省 agreement", "天津市-河北省 agreement"],
            ),
            Case(
                "6月12日，京津冀三省市签署人才合作协议，河北省副省长王军出席。",
                cooperation=["北京市-天津市 agreement", "北京市-河北省 agreement", "天津市-河北省 agreement"],
            ),
            Case("6月12日，长三角两地签署人才合作协议，副省长王军出席。", cooperation=[]),
        ],
    ),
    Construction(
        "two provinces, three counties",
        "浙闽两省三县共同签署: the counties told before. 考察学习 alone is no cooperation.",
        [
            Case(
                "日前，庆元县、福建省的政和县、松溪县召开会商会，浙闽两省三县共同签署了《浙闽边“平安走廊”合作协议》。",
                cooperation=[
                    "庆元县-政和县 agreement joint_meeting",
                    "庆元县-松溪县 agreement joint_meeting",
                    "政和县-松溪县 agreement joint_meeting",
                ],
            ),
            Case(
                "庆元县、政和县、松溪县举行会商会，浙闽两省三县共同签署了《合作协议》。",
                cooperation=[
                    "庆元县-政和县 agreement joint_meeting",
                    "庆元县-松溪县 agreement joint_meeting",
                    "政和县-松溪县 agreement joint_meeting",
                ],
            ),
            Case(
                "9月28日，县委副书记方业生带领我县党政考察团到范县、南乐县、清丰县考察学习。",
                source="台前县融媒体中心",
                cooperation=[],
            ),
        ],
    ),
    Construction(
        "a fair of the whole country",
        "全国对口支援三峡库区经贸洽谈会 pairs none of its hosts with each other.",
        [
            Case(
                "10月19日，由重庆市人民政府、湖北省人民政府共同主办的第十四届全国对口支援三峡库区经贸洽谈会在万州区举行。"
                "重庆市副市长张安疆，湖北省副省长张文彤出席会议。",
                published="2023-10-24",
                cooperation=["重庆市-湖北省 joint_meeting?"],
            ),
            Case(
                "6月18日，全国东西部协作工作推进会在南宁召开，江苏省副省长王力、陕西省副省长李红发言。",
                cooperation=[],
            ),
            Case(
                "6月18日，江苏省、陕西省东西部协作联席会议召开，江苏省副省长王力、陕西省副省长李红发言。",
                cooperation=["江苏省-陕西省 joint_meeting pairing"],
            ),
        ],
    ),
    Construction(
        "built by those its name joins",
        "五市…携手打造厦门—三明…园: the two in the name build it, not all who meet.",
        [
            Case(
                "6月20日，厦门、泉州、三明三市召开联席会议，厦门市市长伍斌主持。伍斌强调，要推动各市联动，"
                "携手打造厦门—三明山海协作共建园。",
                cooperation=[
                    "厦门市-泉州市 joint_meeting",
                    "厦门市-三明市 joint_meeting co_build programme? pairing?",
                    "泉州市-三明市 joint_meeting",
                ],
            ),
            Case(
                "伍斌强调，要推动各市联动，共同建设南京—滁州智能制造产业园。",
                cooperation=["南京市-滁州市 co_build"],
            ),
            Case("副市长王力说，将联合打造自贡—泸州协作产业园。", cooperation=["自贡市-泸州市 co_build programme?"]),
        ],
    ),
    Construction(
        "topics of a speech are not built",
        "…、旅游环线共建等作交流发言: 共建等 is what is talked of.",
        [
            Case("久治县委书记才让多杰、河南县县长仁青就草原共护、环线共建等作交流发言。", cooperation=[]),
            Case("会上，怀宁县、潜山市就景区共建等展开讨论，副县长王力出席。", cooperation=[]),
            Case("怀宁县与潜山市围绕园区共建等议题交流，副县长王力出席。", cooperation=[]),
        ],
    ),
    Construction(
        "guests and hosts hold what is named after the provinces",
        "来榆考察 … 两市召开苏陕协作联席会议: the two cities meet, not the provinces.",
        [
            Case(
                "6月8日，扬州市委书记夏心旻率扬州市党政代表团来榆林考察。8日下午，两市召开苏陕协作联席会议，"
                "陕西省人大常委会党组成员、榆林市委书记戴征社讲话。",
                source="榆林日报",
                cooperation=["扬州市-榆林市 exchange joint_meeting pairing?", "江苏省-陕西省 programme"],
            ),
            Case(
                "6月8日，宁波市市长汤飞帆率宁波市党政代表团来凉山州考察。当天，双方召开浙川东西部协作联席会议，"
                "凉山州州长彭琳讲话。",
                source="凉山日报",
                cooperation=["宁波市-凉山彝族自治州 exchange joint_meeting pairing?", "…"],
            ),
            Case(
                "6月8日，佛山市市长白涛率佛山市党政代表团赴凉山州考察。两地召开粤川协作座谈会，凉山州州长彭琳讲话。",
                cooperation=["佛山市-凉山彝族自治州 exchange joint_meeting pairing?", "广东省-四川省 programme"],
            ),
        ],
    ),
    Construction(
        "groups that provinces part",
        "青海省…甲县、乙县，四川省…丙县负责同志参加会议: all of them came, and the host.",
        [
            Case(
                "7月31日，草原联防协作座谈会在玛曲县举行，玛曲县委书记徐强主持。青海省果洛州久治县、甘德县，"
                "四川省阿坝州若尔盖县负责同志参加会议。",
                links=[
                    "TOOK_PART_IN 玛曲县 草原联防协作座谈会",
                    "TOOK_PART_IN 久治县 草原联防协作座谈会",
                    "TOOK_PART_IN 甘德县 草原联防协作座谈会",
                    "TOOK_PART_IN 若尔盖县 草原联防协作座谈会",
                    "…",
                ],
            ),
            Case(
                "7月31日，边界联防协作会议在麻城市举行，麻城市市长徐强主持。安徽省金寨县、霍山县，"
                "河南省新县、商城县领导出席会议。",
                links=[f"TOOK_PART_IN {r} 边界联防协作会议" for r in ("麻城市", "金寨县", "霍山县", "新县", "商城县")]
                + ["…"],
            ),
            Case(
                "7月31日，边界联防协作会议在麻城市举行，麻城市市长徐强主持。安徽省金寨县、霍山县，"
                "河南省新县群众参加会议。",
                cooperation=[],
            ),
        ],
    ),
    Construction(
        "what somebody only suggests",
        "建议国家支持…结对合作,共建…园: a wish of a deputy, not yet so.",
        [
            Case(
                "市长胡明文表示，建议国家层面支持阜阳市与苏州市结对合作，共建产业园。",
                source="阜阳日报",
                cooperation=[],
            ),
            Case("代表团建议省里支持怀宁县与溧阳市共建产业园，县长王力说。", cooperation=[]),
            Case("县长王力说，怀宁县已与溧阳市共建产业园。", cooperation=["怀宁县-溧阳市 co_build"]),
        ],
    ),
    Construction(
        "guests come and both meet",
        "来沈考察,并与我市举行…座谈会: an exchange, and the meeting; the order of the two sides says nothing.",
        [
            Case(
                "沈阳—大连对口合作交流座谈会召开\n15日，大连市党政代表团来沈考察，并与我市举行对口合作交流座谈会。"
                "市委副书记、市长吕志成，大连市委副书记、市长陈绍旺出席会议并讲话。",
                source="沈阳日报",
                cooperation=["沈阳市-大连市 joint_meeting pairing exchange"],
            ),
            Case(
                "15日，芜湖市市长宁波率芜湖市党政代表团来滁考察，并与我市举行合作交流座谈会。滁州市市长吴劲讲话。",
                source="滁州日报",
                cooperation=["芜湖市-滁州市 exchange joint_meeting?"],
            ),
            Case(
                "滁州—芜湖合作交流座谈会召开\n15日，芜湖市党政代表团来滁州考察，双方举行合作交流座谈会。"
                "滁州市市长吴劲，芜湖市市长宁波讲话。",
                source="滁州日报",
                cooperation=["芜湖市-滁州市 exchange joint_meeting"],
            ),
        ],
    ),
    Construction(
        "the frontier in the name of the work",
        "和田地区与天津市对口援疆工作座谈会: 疆 is no third party, and neither party is the place.",
        [
            Case(
                "9月7日，和田地区与天津市对口援疆工作座谈会举行，天津市市长廖国勋讲话。",
                cooperation=["和田地区-天津市 joint_meeting pairing"],
                links=[
                    "TOOK_PART_IN 和田地区 和田地区与天津市对口援疆工作座谈会",
                    "TOOK_PART_IN 天津市 和田地区与天津市对口援疆工作座谈会",
                ],
            ),
            Case(
                "9月7日，昌都市与重庆市对口援藏工作座谈会举行，重庆市市长胡衡华讲话。",
                cooperation=["昌都市-重庆市 joint_meeting pairing"],
            ),
            Case(
                "9月7日，海西州与杭州市对口援青工作联席会议举行，杭州市市长姚高员讲话。",
                cooperation=["海西蒙古族藏族自治州-杭州市 joint_meeting pairing"],
            ),
        ],
    ),
    Construction(
        "deputy governors at a conference of provinces",
        "省际联席会议: those for whom somebody speaks meet, whichever city receives them; one province is a guest.",
        [
            Case(
                "11月28日，淮河生态经济带省际联席会议第四次会议在蚌埠召开。安徽省副省长费高云、江苏省副省长夏心旻、"
                "山东省副省长王桂英讲话，蚌埠市委书记黄晓武致辞。",
                cooperation=[
                    "安徽省-江苏省 joint_meeting",
                    "安徽省-山东省 joint_meeting",
                    "江苏省-山东省 joint_meeting",
                ],
            ),
            Case(
                "6月18日，长江中游三省协同发展工作联席会议在岳阳召开。湖南省副省长李建中、湖北省副省长陈平、"
                "江西省副省长任珠峰发言，岳阳市市长李挚致辞。",
                cooperation=[
                    "湖南省-湖北省 joint_meeting",
                    "湖南省-江西省 joint_meeting",
                    "湖北省-江西省 joint_meeting",
                ],
            ),
            Case(
                "6月18日，岳阳、咸宁两市合作联席会议在岳阳召开。湖南省副省长李建中讲话，岳阳市市长李挚主持，"
                "咸宁市市长杨军讲话。",
                cooperation=["岳阳市-咸宁市 joint_meeting"],
            ),
        ],
    ),
    Construction(
        "a programme in the name of what is built",
        "《苏陕协作共建产业园区协议》: those who sign build; the provinces are the programme's name.",
        [
            Case(
                "会上，印台区与射阳县签署《2023年苏陕协作共建产业园区协议》，市长曹军出席。",
                cooperation=["印台区-射阳县 agreement co_build"],
            ),
            Case(
                "会上，略阳县与海安市签署《苏陕东西部协作共建园区协议》，市长曹军出席。",
                cooperation=["略阳县-海安市 agreement co_build pairing?", "江苏省-陕西省 pairing"],
            ),
            Case(
                "会上，黔江区与来凤县签署《渝鄂共建产业园协议》，区长王波出席。",
                cooperation=["黔江区-来凤县 agreement co_build", "…"],
            ),
        ],
    ),
]


@pytest.mark.parametrize("case", parameters("cooperation", CONSTRUCTIONS))
def test_cooperation(case: Case) -> None:
    check(case)
