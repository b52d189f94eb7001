"""How local papers tell that regions sign, build, are paired, align, visit and meet: who does it with whom."""

from __future__ import annotations

import pytest

from tests.extract.facts import Case, Construction, check, parameters

CONSTRUCTIONS = [
    Construction(
        "the venue is no signatory",
        "A、B在C签署: C only lends the hall.",
        [
            Case(
                "5月8日，滕州市与邳州市在枣庄市签署战略合作框架协议。",
                cooperation=["滕州市-邳州市 agreement"],
            ),
            Case(
                "5月8日，荣昌区、泸县、隆昌市在内江签订《毗邻地区河长制合作协议》。",
                cooperation=[
                    "荣昌区-泸县 agreement",
                    "荣昌区-隆昌市 agreement",
                    "泸县-隆昌市 agreement",
                ],
            ),
            Case(
                "5月8日，在重庆举行的产业对接会上，广安市与渝北区签订合作协议。",
                cooperation=["广安市-渝北区 agreement"],
            ),
            Case("滕州市与邳州市于5月8日在南京正式签约。", cooperation=["滕州市-邳州市 agreement"]),
        ],
    ),
    Construction(
        "organs sign for their regions",
        "Governments, CPPCCs, bureaus, courts: what they sign counts for the regions.",
        [
            Case(
                "5月8日，忻州市、朔州市、大同市生态环境局共同签署《桑干河流域联防联控协议》。",
                cooperation=["忻州市-朔州市 agreement", "忻州市-大同市 agreement", "朔州市-大同市 agreement"],
            ),
            Case("金昌、武威两市公安局签订《警务协作框架协议》。", cooperation=["金昌市-武威市 agreement"]),
            Case(
                "会上，昌都市文化旅游局与迪庆藏族自治州文化旅游局签订了旅游合作备忘录。",
                cooperation=["昌都市-迪庆藏族自治州 agreement"],
            ),
            Case(
                "长武县人民法院与泾川县人民法院会签《跨域司法协作协议》。",
                cooperation=["长武县-泾川县 agreement"],
            ),
            Case(
                "5月8日，扬中市政协、丹徒区政协签署《关于跨界水体联合监督的合作协议》。",
                cooperation=["扬中市-丹徒区 agreement"],
            ),
            Case(
                "双江县人大常委会与沧源县人大常委会联合印发《小黑江流域协同监督合作协议》，两县签订了备忘录。",
                cooperation=["双江拉祜族佤族布朗族傣族自治县-沧源佤族自治县 agreement"],
            ),
        ],
    ),
    Construction(
        "offices with 和 in their names",
        "教育和体育局, 文化和旅游局 are one office of the last region told.",
        [
            Case(
                "11月16日，通州区教委与三河市、香河县教育和体育局签署合作协议。",
                cooperation=["通州区-三河市 agreement", "通州区-香河县 agreement"],
            ),
            Case("11月16日，滕州市与邳州市文化和旅游局签订联盟协议。", cooperation=["滕州市-邳州市 agreement"]),
            Case(
                "11月16日，滕州市、邳州市、台儿庄区发展和改革局共同签署合作备忘录。",
                cooperation=["滕州市-邳州市 agreement", "滕州市-台儿庄区 agreement", "邳州市-台儿庄区 agreement"],
            ),
        ],
    ),
    Construction(
        "adverbs before the partner",
        "已经与, 曾与, 率先同 …: when it was signed does not change who signed.",
        [
            Case("北京市环保局已经与河北省环保厅签署协议。", cooperation=["北京市-河北省 agreement"]),
            Case("滕州市曾与邳州市签订合作协议。", cooperation=["滕州市-邳州市 agreement"]),
            Case("滕州市公安局率先同邳州市公安局签署警务协议。", cooperation=["滕州市-邳州市 agreement"]),
        ],
    ),
    Construction(
        "who looks on at a signing",
        "出席, 见证 a signing signs nothing.",
        [
            Case("11月16日，通州区副区长董军、廊坊市副市长张燕出席签约仪式。", cooperation=[]),
            Case("11月16日，滕州市市长王力、邳州市市长李红见证了企业签约。", cooperation=[]),
            Case("11月16日，滕州市市长王力与邳州市市长李红共同参加集中签约活动。", cooperation=[]),
        ],
    ),
    Construction(
        "leaders sign for their regions",
        "Persons sign on behalf of two sides.",
        [
            Case(
                "5月8日，涪陵区委书记王力与恩施州委书记陈明代表双方签署战略合作协议。",
                cooperation=["涪陵区-恩施土家族苗族自治州 agreement"],
            ),
            Case(
                "5月8日，王力、陈明分别代表涪陵区、恩施州签订《战略合作框架协议》。",
                cooperation=["涪陵区-恩施土家族苗族自治州 agreement"],
            ),
            Case(
                "5月8日，滕州市市长王力和邳州市市长陈明分别代表两地政府在协议上签字。",
                cooperation=["滕州市-邳州市 agreement"],
            ),
            Case(
                "5月8日，滕州市副市长王力、邳州市副市长陈明代表两市签约。",
                cooperation=["滕州市-邳州市 agreement"],
            ),
        ],
    ),
    Construction(
        "abbreviations and short names before 两市, 三省",
        "沈鞍两市, 鄂湘赣三省, 川渝两地, 内江、荣昌两地 are the signatories.",
        [
            Case("5月8日，甘青两省签署黄河流域横向生态补偿协议。", cooperation=["甘肃省-青海省 agreement"]),
            Case(
                "5月8日，鄂湘赣三省共同签署《长江中游三省文旅合作协议》。",
                cooperation=["湖北省-湖南省 agreement", "湖北省-江西省 agreement", "湖南省-江西省 agreement"],
            ),
            Case(
                "5月8日，四川省内江市、重庆市荣昌区两地签订农业合作协议。",
                cooperation=["内江市-荣昌区 agreement"],
            ),
            Case(
                "沈阳、鞍山联席会议5月8日在鞍山召开。会上，沈鞍两市签署共建协议。",
                cooperation=["沈阳市-鞍山市 joint_meeting agreement co_build?"],
            ),
            Case("5月8日，川渝两省市签署川渝农业协作协议。", cooperation=["四川省-重庆市 agreement programme?"]),
        ],
    ),
    Construction(
        "one with several, several with one",
        "分别与, 先后与, 同…等签: one side has them all as partners.",
        [
            Case(
                "普陀区先后与新疆叶城县、青海班玛县、云南芒市签订帮扶协议。",
                cooperation=[
                    "普陀区-叶城县 agreement pairing?",
                    "普陀区-班玛县 agreement pairing?",
                    "普陀区-芒市 agreement pairing?",
                ],
            ),
            Case(
                "会上，溧水区政府分别同和县、含山县、博望区签署合作备忘录。",
                cooperation=["溧水区-和县 agreement", "溧水区-含山县 agreement", "溧水区-博望区 agreement"],
            ),
            Case(
                "会上，巧家县、会泽县、鲁甸县分别与闵行区签订协作协议。",
                cooperation=[
                    "巧家县-闵行区 agreement pairing?",
                    "会泽县-闵行区 agreement pairing?",
                    "鲁甸县-闵行区 agreement pairing?",
                ],
            ),
            Case(
                "仪式上，温岭市与旺苍县、路桥区与利州区、玉环市与剑阁县签订东西部协作协议。",
                cooperation=[
                    "温岭市-旺苍县 agreement pairing",
                    "路桥区-利州区 agreement pairing",
                    "玉环市-剑阁县 agreement pairing",
                ],
            ),
            Case(
                "会上，江津区四面山镇与习水县寨坝镇、江津区柏林镇与习水县大坡镇分别签署平安共建协议。",
                cooperation=[
                    "四面山镇-寨坝镇 agreement co_build?",
                    "柏林镇-大坡镇 agreement co_build?",
                    "?江津区-习水县",
                ],
            ),
        ],
    ),
    Construction(
        "agreement told by its own name",
        "The parties stand in the agreement's name.",
        [
            Case(
                "5月8日，会议签署了《滕州市与邳州市战略合作协议》，市长王力出席。",
                cooperation=["滕州市-邳州市 agreement"],
            ),
            Case(
                "双方领导见证签订《宁德市 温州市深化山海协作框架协议》。",
                cooperation=["宁德市-温州市 agreement pairing?"],
            ),
            Case(
                "5月8日，《广东省人民政府 广西壮族自治区人民政府九洲江流域水环境补偿协议》正式签署。",
                cooperation=["广东省-广西壮族自治区 agreement"],
            ),
        ],
    ),
    Construction(
        "friendship and ties",
        "缔结友好城市, 建立合作关系, 结为姊妹城市.",
        [
            Case("5月8日，敦煌市与曲阜市缔结友好城市。", cooperation=["敦煌市-曲阜市 agreement"]),
            Case("5月8日，景洪市与都江堰市签署建立友好城市关系协议书。", cooperation=["景洪市-都江堰市 agreement"]),
            Case("西湖区与乃东区签订友好区协议，开展交流。", cooperation=["西湖区-乃东区 agreement"]),
        ],
    ),
    Construction(
        "firms, schools and households sign",
        "A region with a company, a university, a hospital or its own units: no tie between regions.",
        [
            Case("滕州市与山东能源集团、邳州市与江苏交通控股公司签署协议。副市长王力出席。", cooperation=[]),
            Case("5月8日，邳州市与南京农业大学签订校地合作协议，副市长王力出席。", cooperation=[]),
            Case("邳州市人民医院与上海市第六人民医院签订合作协议，副市长王力出席。", cooperation=[]),
            Case("会上，郯城县、兰陵县、费县负责人分别向市政府递交目标责任书，临沂市市长王力讲话。", cooperation=[]),
            Case("会上，郯城县、兰陵县与市政府签订责任书，临沂市市长王力讲话。", cooperation=[]),
            Case("活动现场，来自上海、苏州、无锡的18家企业与邳州市签约，副市长王力致辞。", cooperation=[]),
        ],
    ),
    Construction(
        "visit with cooperation stated",
        "A delegation goes or comes, and what both will do together is told.",
        [
            Case(
                "5月8日，滕州市市长王力率市党政代表团赴邳州市考察。座谈会上，双方就产业协作达成共识。",
                cooperation=["滕州市-邳州市 exchange joint_meeting?"],
            ),
            Case(
                "5月8日，邳州市党政代表团来我市考察，双方就深化合作进行交流。市委书记王力陪同。",
                source="滕州日报",
                cooperation=["滕州市-邳州市 exchange"],
            ),
            Case(
                "5月8日，滕州市政协考察团到邳州市考察，两地政协就加强协作达成一致。",
                cooperation=["滕州市-邳州市 exchange"],
            ),
            Case(
                "5月8日，叶城县党政代表团到普陀区对接对口支援工作，区委书记王力会见代表团一行。",
                cooperation=["叶城县-普陀区 pairing exchange?"],
            ),
        ],
    ),
    Construction(
        "visit without cooperation",
        "A leader inspects his own counties; a delegation looks at factories: no exchange.",
        [
            Case("5月8日，市长王力到郯城县调研农业生产。", source="临沂日报", cooperation=[]),
            Case("5月8日，省政协考察组到邳州市调研大蒜产业，副市长陈明陪同。", source="新华日报", cooperation=[]),
            Case("5月8日，副省长王力到徐州市、宿迁市督导安全生产。", source="新华日报", cooperation=[]),
        ],
    ),
    Construction(
        "pairing told by its verb",
        "对口帮扶, 结对, 援建: giver and taker.",
        [
            Case("闵行区自2016年起对口帮扶保山市，累计投入资金3亿元。", cooperation=["闵行区-保山市 pairing"]),
            Case("作为保山市的对口帮扶城区，闵行区派出医疗队。", cooperation=["闵行区-保山市 pairing"]),
            Case("保山市与闵行区建立结对帮扶关系以来，双方往来频繁。", cooperation=["闵行区-保山市 pairing"]),
            Case("在闵行区的对口帮扶下，昌宁县建起了茶叶加工厂。", cooperation=["闵行区-昌宁县 pairing"]),
            Case("昌宁县是闵行区对口支援的地区之一。", cooperation=["闵行区-昌宁县 pairing"]),
            Case("温岭、旺苍两地自开展东西部协作以来，共建车间12个。", cooperation=["温岭市-旺苍县 pairing co_build?"]),
            Case(
                "根据省委部署，佛山市对口帮扶云浮市，中山市对口帮扶潮州市。",
                cooperation=["佛山市-云浮市 pairing", "中山市-潮州市 pairing"],
            ),
            Case("石家庄市与石家庄市对口支援的札达县开展教育合作。", cooperation=["石家庄市-札达县 pairing"]),
        ],
    ),
    Construction(
        "pairing told by whoever serves",
        "援藏干部, 帮扶工作队, 挂职: the sender is paired with where they serve.",
        [
            Case(
                "5月8日，佛山市对口帮扶云浮市指挥部召开座谈会，总指挥王力主持。",
                cooperation=["佛山市-云浮市 pairing"],
            ),
            Case(
                "5月8日，闵行区帮扶保山市工作队领队王力到昌宁县走访。",
                cooperation=["闵行区-保山市 pairing"],
            ),
            Case(
                "5月8日，宁波市对口支援凉山州干部人才欢迎会举行，副州长王力主持。",
                cooperation=["宁波市-凉山彝族自治州 pairing joint_meeting?"],
            ),
            Case(
                "5月8日，温岭·旺苍东西部协作工作座谈会召开，县长王力主持。",
                cooperation=["温岭市-旺苍县 pairing joint_meeting?"],
            ),
        ],
    ),
    Construction(
        "pairing of the page's own region",
        "我县, 我市 with whom it is paired.",
        [
            Case(
                "我县与浙江省温岭市建立东西部协作关系。县长王力介绍情况。",
                source="旺苍新闻网",
                cooperation=["温岭市-旺苍县 pairing"],
            ),
            Case(
                "近日，对口帮扶我县的浙江省温岭市捐赠图书三万册，县长王力致谢。",
                source="旺苍新闻网",
                cooperation=["温岭市-旺苍县 pairing"],
            ),
            Case(
                "温岭市结对帮扶我县以来，两地共建产业园，县长王力说。",
                source="旺苍新闻网",
                cooperation=["温岭市-旺苍县 pairing co_build?"],
            ),
        ],
    ),
    Construction(
        "no pairing between regions",
        "Villages, households, pupils and units are paired with cadres; firms with villages.",
        [
            Case("县四大班子领导结对帮扶困难群众，县长王力走访了城关镇。", source="旺苍新闻网", cooperation=[]),
            Case("温岭市126家企业与村结对帮扶，副市长王力说。", cooperation=[]),
            Case("在临沂市，郯城县、费县党员干部与群众结对子。市委书记王力说。", cooperation=[]),
            Case("市财政局对口帮扶城关镇双龙村。副市长王力参加活动。", source="安康日报", cooperation=[]),
        ],
    ),
    Construction(
        "aligning with a cluster",
        "融入, 对接, 接轨, 承接, 打造…主阵地: region to cluster.",
        [
            Case(
                "5月8日，县长王力说，泗洪要打造融入全省对接长三角的主阵地。",
                cooperation=["泗洪县-长三角 integration"],
            ),
            Case(
                "安庆市加快建设长三角产业转移承接地，全面融入长三角一体化。", cooperation=["安庆市-长三角 integration"]
            ),
            Case("肇庆市深度融入粤港澳大湾区，市长王力说。", cooperation=["肇庆市-粤港澳大湾区 integration"]),
            Case(
                "广安市主动融入成渝地区双城经济圈和重庆都市圈建设。",
                cooperation=["广安市-成渝地区双城经济圈 integration", "广安市-重庆都市圈 integration"],
            ),
            Case(
                "泗洪县抢抓长三角一体化发展机遇，主动对接上海。",
                cooperation=["泗洪县-上海市 integration", "?泗洪县-长三角"],
            ),
            Case(
                "会议指出，张家口市要在服务京津冀协同发展中展现新作为，积极对接京津冀。",
                cooperation=["张家口市-京津冀 integration", "?北京市-天津市", "?北京市-河北省", "?天津市-河北省"],
            ),
            Case(
                "我市要当好融入长三角的“桥头堡”，市委书记王力强调。",
                source="安庆日报",
                cooperation=["安庆市-长三角 integration"],
            ),
        ],
    ),
    Construction(
        "joining what is no region",
        "融入 an industry chain, a party group, life; 对接 firms and needs.",
        [
            Case("肇庆市要融入全国统一大市场，市长王力说。", cooperation=[]),
            Case("邳州市组织企业对接上海市场需求，副市长王力说。", cooperation=["?邳州市-上海市"]),
            Case("外来务工人员融入城市生活，宁波市副市长王力说。", cooperation=[]),
            Case("泗洪县12家企业赴广州参展，与采购商对接，副县长王力说。", cooperation=[]),
        ],
    ),
    Construction(
        "building one thing together",
        "共建, 合作建设, 联合打造, 由…共同建设: the object is one thing with a name or kind.",
        [
            Case("滕州、邳州两市合作共建运河文化产业园。", cooperation=["滕州市-邳州市 co_build"]),
            Case("该产业园由滕州市与邳州市共同建设。", cooperation=["滕州市-邳州市 co_build"]),
            Case(
                "5月8日，滕州市与邳州市共建的产业合作园区揭牌，副市长王力出席。", cooperation=["滕州市-邳州市 co_build"]
            ),
            Case(
                "温岭市携手旺苍县打造东西部协作产业园，副县长王力介绍。",
                cooperation=["温岭市-旺苍县 co_build pairing?"],
            ),
            Case("苏州工业园区与滁州市合作共建中新苏滁高新区。", cooperation=["苏州工业园区-滁州市 co_build"]),
            Case(
                "常熟市、太仓市、昆山市联合打造沿江生态廊道。",
                cooperation=["常熟市-太仓市 co_build", "常熟市-昆山市 co_build", "太仓市-昆山市 co_build"],
            ),
        ],
    ),
    Construction(
        "building each its own",
        "Each builds its own, or the verb has no region as partner.",
        [
            Case("徐州市、宿迁市分别建设保税物流中心。副市长王力介绍。", cooperation=[]),
            Case("邳州市发动群众共建共治共享，副市长王力说。", cooperation=[]),
            Case("邳州市与龙头企业共建蔬菜基地，副市长王力说。", cooperation=[]),
            Case("邳州市、睢宁县的村民共建美好家园。", cooperation=[]),
        ],
    ),
    Construction(
        "abbreviated pairs of places",
        "沪滇协作, 川渝合作, 甬舟一体化, 广佛同城.",
        [
            Case("市长王力强调，要深化川渝合作，唱好双城记。", cooperation=["四川省-重庆市 programme"]),
            Case(
                "县长王力说，沪滇协作项目带动群众增收。",
                source="云南日报",
                cooperation=["上海市-云南省 programme? pairing?"],
            ),
            Case("区长王力说，要推动甬舟一体化发展。", source="宁波日报", cooperation=["宁波市-舟山市 programme"]),
            Case("王力副市长说，广佛同城化步伐加快。", source="广州日报", cooperation=["广州市-佛山市 programme"]),
            Case(
                "闽宁协作走过二十年，宁夏回族自治区副主席王力介绍。",
                cooperation=["福建省-宁夏回族自治区 programme? pairing?"],
            ),
            Case("深哈合作结出硕果，哈尔滨市与深圳市签订协议。", cooperation=["深圳市-哈尔滨市 programme? agreement"]),
        ],
    ),
    Construction(
        "an abbreviated pair behind a conjunction",
        "一体化和京津同城化 tells of the pair; 跟京冀协作 of a third with the two.",
        [
            Case(
                "市长王力说，要推进区域一体化和京津同城化发展。",
                source="天津日报",
                cooperation=["北京市-天津市 programme"],
            ),
            Case("市长王力说，要抓好扶贫协作和川渝合作。", source="广安日报", cooperation=["四川省-重庆市 programme"]),
            Case(
                "天津亟须跟京冀协作发展，副市长王力说。",
                cooperation=["天津市-北京市 programme", "天津市-河北省 programme"],
            ),
        ],
    ),
    Construction(
        "an abbreviation that is no pair of actors",
        "京沪高铁, 赣粤高速, 苏浙商人, 湘菜: lines, firms, dishes.",
        [
            Case("京沪高铁、沪宁高速穿境而过，区位优越，副市长王力推介。", source="邳州日报", cooperation=[]),
            Case("赣粤高速改扩建，吉安市副市长王力到现场调研。", cooperation=[]),
            Case("副市长王力在杭州会见苏浙企业家。", source="邳州日报", cooperation=[]),
        ],
    ),
    Construction(
        "regions hold it together by the verb",
        "A与B召开, A、B联合举办, 两地举行: with a plain name.",
        [
            Case("5月8日，滕州市与邳州市召开河长制工作联席会议。", cooperation=["滕州市-邳州市 joint_meeting"]),
            Case(
                "5月8日，滕州市、邳州市、台儿庄区联合召开运河保护座谈会。",
                cooperation=[
                    "滕州市-邳州市 joint_meeting",
                    "滕州市-台儿庄区 joint_meeting",
                    "邳州市-台儿庄区 joint_meeting",
                ],
            ),
            Case("5月8日，滕州市政府与邳州市政府举行工作会谈。", cooperation=["滕州市-邳州市 joint_meeting"]),
            Case(
                "5月8日，旺苍县与温岭市召开2024年东西部协作联席会议。",
                cooperation=["旺苍县-温岭市 joint_meeting pairing?"],
            ),
            Case(
                "5月8日，川渝两地在广安召开警务合作联席会议。", cooperation=["四川省-重庆市 joint_meeting programme?"]
            ),
        ],
    ),
    Construction(
        "each holds its own",
        "分别召开, 相继召开, 先后举行: no common meeting.",
        [
            Case("5月8日，滕州市、邳州市分别召开安全生产会议。", cooperation=[]),
            Case(
                "连日来，郯城县、费县、兰陵县相继召开党代会，市委书记王力作出部署。", source="临沂日报", cooperation=[]
            ),
            Case("5月8日，省委第三巡视组巡视徐州市、宿迁市工作动员会召开，组长王力讲话。", cooperation=[]),
        ],
    ),
    Construction(
        "lists of results, visitors and cases",
        "Regions in a list of places only.",
        [
            Case("来自滕州、邳州、新沂等地的客商参加了大会，副市长王力致辞。", source="枣庄日报", cooperation=[]),
            Case("邳州市、新沂市获评全省先进，睢宁县、沛县进步明显，徐州市市长王力讲话。", cooperation=[]),
            Case("货物从连云港市出发，经徐州市到达西安市，连云港市副市长王力说。", cooperation=[]),
            Case("与会人员实地考察了邳州市、新沂市的重点项目，徐州市委书记王力参加。", cooperation=[]),
            Case("王力历任邳州市副市长、新沂市委副书记，现任睢宁县委书记。", cooperation=[]),
            Case("滕州市与邳州市接壤，距徐州市50公里，副市长王力介绍。", cooperation=[]),
        ],
    ),
    Construction(
        "not enacted",
        "Refused, ended, planned by others, long past: nothing to write.",
        [
            Case("滕州市与邳州市尚未签署协议，副市长王力说。", cooperation=[]),
            Case("有人大代表建议滕州市与邳州市签订合作协议。", cooperation=[]),
            Case("滕州市拟与邳州市签署的协议因故推迟，副市长王力说。", cooperation=[]),
        ],
    ),
    Construction(
        "pronouns after a list",
        "两地, 双方, 三县, 两省 taken up in the next sentence.",
        [
            Case(
                "5月8日，临泉县、平舆县、新蔡县联席会议召开。会议决定，三县共建省际毗邻地区合作示范区。",
                cooperation=[
                    "临泉县-平舆县 joint_meeting co_build",
                    "临泉县-新蔡县 joint_meeting co_build",
                    "平舆县-新蔡县 joint_meeting co_build",
                ],
            ),
            Case(
                "5月8日，滕州市与邳州市联席会议召开。两地签订了五项合作协议。",
                cooperation=["滕州市-邳州市 joint_meeting agreement"],
            ),
            Case(
                "5月8日，温岭市党政代表团到旺苍县考察东西部协作工作。双方签订了帮扶协议。",
                cooperation=["温岭市-旺苍县 agreement pairing exchange?"],
            ),
            Case(
                "5月8日，广元市与温岭市东西部协作座谈会召开。会上，双方还签署了劳务协作协议。",
                cooperation=["广元市-温岭市 joint_meeting agreement pairing?"],
            ),
        ],
    ),
    Construction(
        "meetings called by the nation's leaders",
        "Who comes to a meeting of the centre does not cooperate by that, whatever the meeting is named.",
        [
            Case(
                "6月18日，国务院总理李新在合肥主持召开长三角一体化发展座谈会，江苏、浙江、安徽三省主要负责同志发言。",
                cooperation=["?江苏省-浙江省 programme", "?江苏省-安徽省 programme", "?浙江省-安徽省 programme"],
            ),
            Case(
                "6月18日，中共中央政治局召开会议，审议京津冀协同发展有关工作，北京、天津、河北三省市负责同志列席。",
                cooperation=["?北京市-天津市 programme", "?北京市-河北省 programme", "?天津市-河北省 programme"],
            ),
            Case("6月18日，中央宣讲团分别在江西南昌、重庆举行报告会，南昌市委书记李新主持。", cooperation=[]),
        ],
    ),
    Construction(
        "abbreviations in the names of bodies",
        "台港澳, 沪苏 in the name of a committee or a chamber act for nobody.",
        [
            Case("6月18日，全国政协台港澳侨联络委员会、市侨联在杭州举行座谈会，副市长王力出席。", cooperation=[]),
            Case("6月18日，杭州市苏浙商会举行年会，副市长王力致辞。", cooperation=[]),
            Case("6月18日，宁波市港澳台办召开座谈会，副市长王力主持。", cooperation=[]),
        ],
    ),
    Construction(
        "each its own, told in brackets",
        "A list in brackets behind what several hold each for itself.",
        [
            Case("今日有三省召开政协会议(辽宁、湖北、山东)，副省长王力列席。", cooperation=[]),
            Case("近日，多地召开创新大会（合肥、南昌、武汉），副市长王力介绍。", cooperation=[]),
            Case(
                "全市推进会设五个分会场（郯城、费县、兰陵、沂南、蒙阴），副市长王力讲话。",
                source="临沂日报",
                cooperation=[],
            ),
        ],
    ),
    Construction(
        "a zone after its city's name",
        "重庆两江新区 acts, the city only says where it lies.",
        [
            Case("该平台由重庆两江新区和成都天府新区共同打造。", cooperation=["重庆两江新区-天府新区 co_build"]),
            Case("6月18日，江苏江北新区与陕西西咸新区签署合作协议。", cooperation=["江北新区-西咸新区 agreement"]),
            Case(
                "6月18日，上海浦东新区与河北雄安新区缔结友好合作关系。",
                cooperation=["浦东新区-雄安新区 agreement programme?"],
            ),
        ],
    ),
    Construction(
        "a delegation without a leader's name",
        "带队, 组团, 代表团 go to align or learn.",
        [
            Case(
                "安徽省由主要领导带队去沪苏浙对接合作。",
                cooperation=["安徽省-上海市 exchange", "安徽省-江苏省 exchange", "安徽省-浙江省 exchange"],
            ),
            Case("近日，怀宁县组团赴溧阳市考察学习，双方商定共建园区。", cooperation=["怀宁县-溧阳市 exchange"]),
            Case("近日，滕州市党政考察团到邳州市学习交流，洽谈合作。", cooperation=["滕州市-邳州市 exchange"]),
        ],
    ),
    Construction(
        "mechanisms that regions keep up",
        "建立…联防联控机制, 会商机制: a joint programme.",
        [
            Case(
                "目前已经建立京津冀大气污染联防联控机制，副厅长王力说。",
                cooperation=["北京市-天津市 programme", "北京市-河北省 programme", "天津市-河北省 programme"],
            ),
            Case("滕州市与邳州市建立了联防联控机制，副市长王力介绍。", cooperation=["滕州市-邳州市 programme"]),
            Case("南京市与合肥市有过协作机制，副市长王力介绍。", cooperation=["南京市-合肥市 programme"]),
            Case("滕州市、邳州市分别建立了会商机制，副市长王力介绍。", cooperation=[]),
        ],
    ),
    Construction(
        "givers of aid in one list",
        "甲、乙对口支援丙: each with 丙, not with each other.",
        [
            Case(
                "福建、广东接力援藏，墨脱县茶园年年扩大，县长王力说。", cooperation=["?福建省-墨脱县", "?广东省-墨脱县"]
            ),
            Case("会议邀请了浦东、雄安新区负责同志，深圳对口支援地区负责同志参加。", cooperation=[]),
            Case(
                "南京、苏州对口支援伊宁县十年来，投入资金十亿元。",
                cooperation=["南京市-伊宁县 pairing", "苏州市-伊宁县 pairing"],
            ),
        ],
    ),
    Construction(
        "who aligns where another region is told",
        "The region told in the sentence aligns, not the page's own.",
        [
            Case("福建还根据自己的区位优势，主动对接长三角，副省长王力说。", cooperation=["福建省-长三角 integration"]),
            Case("嘉兴把全面融入长三角一体化确立为首位战略，市长王力说。", cooperation=["嘉兴市-长三角 integration"]),
            Case("各方围绕对接粤港澳大湾区进行讨论，市长王力主持。", source="芜湖日报", cooperation=[]),
        ],
    ),
    Construction(
        "a cluster's back garden",
        "当好, 打造 … 的后花园, 桥头堡, 承接地.",
        [
            Case("黄山市要当好长三角的“后花园”，市长王力说。", cooperation=["黄山市-长三角 integration"]),
            Case("赣州市全力打造粤港澳大湾区桥头堡。", cooperation=["赣州市-粤港澳大湾区 integration"]),
            Case(
                "我市要打造长三角产业转移承接地，市长王力说。",
                source="安庆日报",
                cooperation=["安庆市-长三角 integration"],
            ),
        ],
    ),
    Construction(
        "organs whose names hold 和",
        "发展和改革委员会, 文化和旅游局 act for their regions; the 和 in their names parts no sides.",
        [
            Case(
                "会上，滁州市发展和改革委员会与盐城市发展和改革委员会签署《产业合作协议》。",
                cooperation=["滁州市-盐城市 agreement"],
            ),
            Case(
                "常州市文化和旅游局与安康市文化和旅游局签署《旅游合作协议》。",
                cooperation=["常州市-安康市 agreement"],
            ),
            Case(
                "九江市人力资源和社会保障局与黄冈市人力资源和社会保障局签订《劳务协作协议》。",
                cooperation=["九江市-黄冈市 agreement"],
            ),
        ],
    ),
    Construction(
        "teams in the page's own county",
        "A district's team for aid serves the county that reports of it.",
        [
            Case(
                "5月29日，那坡县召开粤桂协作工作会议，罗湖区粤桂协作工作队队长李家康通报情况，县长王力主持。",
                source="那坡新闻网",
                cooperation=["罗湖区-那坡县 pairing", "?广东省-广西壮族自治区 programme pairing?"],
            ),
            Case(
                "5月29日，新吴区帮扶延川县工作组组长李强到文安驿镇走访，副县长王力陪同。",
                source="延川新闻网",
                cooperation=["新吴区-延川县 pairing"],
            ),
            Case(
                "5月29日，上海市嘉定区帮扶曲靖市联络小组组长薛云参加会议，市长王力主持。",
                source="曲靖日报",
                cooperation=["嘉定区-曲靖市 pairing"],
            ),
        ],
    ),
    Construction(
        "one county's meeting about a programme of provinces",
        "那坡县召开粤桂协作会议: Guangdong and Guangxi do not meet there.",
        [
            Case(
                "5月29日，那坡县召开2023年粤桂协作工作会议，那坡县委书记农敏主持会议，那坡县县长蒙加献讲话。",
                cooperation=["?广东省-广西壮族自治区 programme pairing?"],
            ),
            Case(
                "7月25日，蒙晋冀（乌大张）长城金三角合作区联席会议在大同举行，乌兰察布市、大同市、张家口市三市领导出席会议，大同市市长武文致辞。",
                cooperation=[
                    "乌兰察布市-大同市 joint_meeting",
                    "乌兰察布市-张家口市 joint_meeting",
                    "大同市-张家口市 joint_meeting",
                ],
            ),
            Case(
                "5月29日，青川县召开浙川协作推进会，青川县县长王力主持会议。",
                cooperation=["?浙江省-四川省 programme pairing?"],
            ),
        ],
    ),
    Construction(
        "pairs joined by a dash",
        "“德州—通州”园区合作, 浦东·雄安合作.",
        [
            Case("市长王力说，要做实“滕州—邳州”园区合作。", cooperation=["滕州市-邳州市 programme"]),
            Case("滕州—邳州一体化步伐加快，副市长王力介绍。", cooperation=["滕州市-邳州市 programme"]),
            Case("京沪高铁滕州—邳州段提速，副市长王力介绍。", cooperation=[]),
        ],
    ),
    Construction(
        "pronouns of regions told sentences before",
        "The headline or the sentences before say who 三地 are.",
        [
            Case(
                "6月26日，韩城市、合阳县与河津市开展联合巡河活动。副市长王力参加。三地签订了《黄河联防联控协议》。",
                cooperation=["韩城市-合阳县 agreement", "韩城市-河津市 agreement", "合阳县-河津市 agreement"],
            ),
            Case(
                "滕州、邳州两市携手治水。河长王力介绍情况。两市签订了联防协议。",
                cooperation=["滕州市-邳州市 agreement programme?"],
            ),
            Case(
                "空气质量排名后两位的是滕州市、邳州市。副市长王力说，两市签订了责任书。",
                cooperation=[],
            ),
        ],
    ),
    Construction(
        "guests of a city look at its counties",
        "The tour after the talks makes no second pair.",
        [
            Case(
                "6月2日，珠海市·遵义市东西部协作联席会议在遵义召开，珠海市委书记郭航、遵义市委书记魏旺讲话。会后，郭航一行赴正安县调研。",
                cooperation=["珠海市-遵义市 joint_meeting pairing"],
            ),
            Case(
                "6月2日，温岭市与广元市协作座谈会在广元召开，温岭市委书记郭航讲话。会后，郭航一行到旺苍县考察合作园区。",
                cooperation=["温岭市-广元市 joint_meeting pairing?"],
            ),
            Case(
                "6月2日，楚雄州与攀枝花市合作座谈会举行，楚雄州委书记杨辉讲话。会后，杨辉一行到米易县考察。",
                cooperation=["楚雄彝族自治州-攀枝花市 joint_meeting"],
            ),
        ],
    ),
    Construction(
        "a guest from above, a host of their own",
        "Where one of the parties chairs, a leader of the province is their guest; who signs builds what follows.",
        [
            Case(
                "呼包鄂乌一体化发展第四次党政联席会议在鄂尔多斯市召开。自治区副主席黄志强出席会议并讲话，"
                "鄂尔多斯市委书记李理主持。",
                cooperation=[
                    "呼和浩特市-包头市 joint_meeting programme?",
                    "鄂尔多斯市-乌兰察布市 joint_meeting programme?",
                    "…",
                ],
            ),
            Case(
                "芜湖市与马鞍山市毗邻合作联席会议召开。副省长王强出席会议并讲话，芜湖市市长李明主持。",
                cooperation=["芜湖市-马鞍山市 joint_meeting", "…"],
            ),
            Case(
                "醴陵·柯桥产业合作座谈会召开。会上，两地签署《友好合作框架协议》，将共建陶纺联动产业园。",
                cooperation=["醴陵市-柯桥区 agreement co_build joint_meeting"],
            ),
        ],
    ),
    Construction(
        "heads who sign, one side under two names",
        "The heads of two cities sign: their cities agree. 黄埔区(广州开发区) is one side.",
        [
            Case(
                "11月13日，两市签字仪式举行。芜湖市市长杨敬农，马鞍山市市长张晓麟出席。杨敬农、张晓麟签署合作框架协议。",
                cooperation=["芜湖市-马鞍山市 agreement joint_meeting?"],
            ),
            Case(
                "会上，青田县副县长林霞与平湖市副市长仲旭东分别代表两地签署山海协作协议。",
                cooperation=["青田县-平湖市 agreement pairing?"],
            ),
            Case(
                "在联席会议上，黄埔区（广州开发区）与新罗区签订了产业招商战略合作框架协议；广州科学城投资集团与新罗区国资集团签订了合作协议。",
                cooperation=["黄埔区-新罗区 agreement"],
                initiatives=["产业招商战略合作框架协议"],
            ),
            Case(
                "芜湖市市长杨敬农、副市长李远签署目标责任书和合作协议。",
                cooperation=[],
            ),
        ],
    ),
    Construction(
        "as many as the name counts",
        "六县(市、区)…推进会 with heads of six: they hold it together; 全市五县工作会 was called from above.",
        [
            Case(
                "4月2日，环高邮湖三县（市、区）旅游公路建设推进会在天长市召开。会议由天长市市长贾迎节主持，高邮市副市长王永海，金湖县副县长周庆参加。",
                published="2023-04-04",
                cooperation=[
                    "天长市-高邮市 joint_meeting",
                    "天长市-金湖县 joint_meeting",
                    "高邮市-金湖县 joint_meeting",
                ],
            ),
            Case(
                "4月2日，洪泽湖四县环湖路网建设会商会召开。泗洪县县长李平、泗阳县县长王远、盱眙县县长何红、金湖县县长周庆参加。",
                links=[
                    "TOOK_PART_IN 泗洪县 洪泽湖四县环湖路网建设会商会",
                    "TOOK_PART_IN 泗阳县 洪泽湖四县环湖路网建设会商会",
                    "TOOK_PART_IN 盱眙县 洪泽湖四县环湖路网建设会商会",
                    "TOOK_PART_IN 金湖县 洪泽湖四县环湖路网建设会商会",
                    "…",
                ],
            ),
            Case(
                "6月18日，粤黑两省经济社会发展情况交流座谈会举行。广东省副省长王力、黑龙江省副省长李红讲话。佛山市市长白涛、东莞市市长吕成蹊参加。",
                links=[
                    "…",
                    "!TOOK_PART_IN 佛山市 粤黑两省经济社会发展情况交流座谈会",
                    "!TOOK_PART_IN 东莞市 粤黑两省经济社会发展情况交流座谈会",
                ],
            ),
        ],
    ),
    Construction(
        "who signs is at the ceremony",
        "甲市与乙区签署框架协议。A出席签约仪式: both take part in it.",
        [
            Case(
                "7月29日，沙河市政府与北京房山区政府签署框架协议。邢台市委书记张古江出席签约仪式。",
                links=["TOOK_PART_IN 沙河市 签约仪式", "TOOK_PART_IN 房山区 签约仪式", "…"],
            ),
            Case(
                "7月29日，芜湖市人民政府与宣城市人民政府签署战略合作协议。芜湖市市长李远出席签约仪式并致辞。",
                links=["TOOK_PART_IN 芜湖市 签约仪式", "TOOK_PART_IN 宣城市 签约仪式", "…"],
            ),
            Case(
                "7月29日，芜湖市人民政府与奇瑞公司签署战略合作协议。芜湖市市长李远出席签约仪式并致辞。",
                source="芜湖日报",
                links=["…", "!TOOK_PART_IN 芜湖市 签约仪式"],
            ),
        ],
    ),
]


@pytest.mark.parametrize("case", parameters("pacts", CONSTRUCTIONS))
def test_pacts(case: Case) -> None:
    check(case)
