"""Visits and inspection tours: meetings of kind `visit`, named by the clause that tells them."""

from __future__ import annotations

import pytest

from tests.extract.facts import Case, Construction, check, parameters

CONSTRUCTIONS = [
    Construction(
        "inspection tour",
        "An official inspects a place.",
        [
            Case(
                "6月18日，副市长方向到南陵县调研防汛工作。",
                source="芜湖日报",
                meetings=["方向到南陵县调研防汛工作"],
                kinds={"方向到南陵县调研防汛工作": "visit"},
                roles={"方向到南陵县调研防汛工作": "出席 方向"},
                links=["HELD_IN 方向到南陵县调研防汛工作 南陵县"],
            ),
            Case(
                "6月18日，市委书记何平深入鸠江区督导安全生产工作，市委秘书长李红参加。",
                source="芜湖日报",
                meetings=["何平深入鸠江区督导安全生产工作"],
                roles={"何平深入鸠江区督导安全生产工作": "出席 何平 李红"},
            ),
            Case(
                "6月18日，县长程巧云赴石牌镇走访慰问困难群众。",
                source="怀宁新闻网",
                meetings=["程巧云赴石牌镇走访慰问困难群众"],
                roles={"程巧云赴石牌镇走访慰问困难群众": "出席 程巧云"},
            ),
            Case(
                "6月18日上午，区长魏一鸣率队检查端午节市场供应。",
                source="鼓楼发布",
                meetings=["魏一鸣率队检查端午节市场供应"],
                roles={"魏一鸣率队检查端午节市场供应": "出席 魏一鸣"},
            ),
        ],
    ),
    Construction(
        "delegations",
        "A delegation visits another region: both take part, the guest's region too.",
        [
            Case(
                "6月18日，怀宁县委书记余学勤率怀宁县党政代表团赴溧阳市考察学习。溧阳市委书记蒋晨曦陪同考察。",
                meetings=["怀宁县党政代表团赴溧阳市考察学习"],
                roles={"怀宁县党政代表团赴溧阳市考察学习": "出席 余学勤 蒋晨曦"},
                links=[
                    "TOOK_PART_IN 怀宁县 怀宁县党政代表团赴溧阳市考察学习",
                    "TOOK_PART_IN 溧阳市 怀宁县党政代表团赴溧阳市考察学习",
                    "HELD_IN 怀宁县党政代表团赴溧阳市考察学习 溧阳市",
                ],
            ),
            Case(
                "6月18日，慈溪市党政代表团来我县考察山海协作工作。慈溪市市长竺江波，我县县长占家骏参加。",
                source="今日常山",
                meetings=["慈溪市党政代表团来我县考察山海协作工作"],
                roles={"慈溪市党政代表团来我县考察山海协作工作": "出席 竺江波 占家骏"},
                links=["HELD_IN 慈溪市党政代表团来我县考察山海协作工作 常山县", "…"],
            ),
            Case(
                "6月18日，以县长苟致富为团长的通渭县考察团到福州市长乐区学习考察。",
                meetings=["通渭县考察团到福州市长乐区学习考察"],
                roles={"通渭县考察团到福州市长乐区学习考察": "出席 苟致富"},
            ),
        ],
    ),
    Construction(
        "dates of visits",
        "Several days: the first.",
        [
            Case("6月15日至16日，怀宁县党政代表团赴溧阳市考察。", dates={"怀宁县党政代表团赴溧阳市考察": "2023-06-15"}),
            Case(
                "连日来，副市长方向先后到南陵县、无为市调研。",
                source="芜湖日报",
                officials=["方向"],
                dates={"方向先后到南陵县、无为市调研": None},
            ),
            Case("昨日，省长王力在唐山市调研。", source="河北日报", dates={"王力在唐山市调研": "2023-06-19"}),
        ],
    ),
    Construction(
        "words that are no visit",
        "调研报告, 考察干部, 视察 as plans or general talk are no event.",
        [
            Case(
                "6月18日，市政府常务会议召开，市长李远主持会议，要求各部门加强调研、多到基层走访。",
                source="芜湖日报",
                meetings=["市政府常务会议"],
            ),
            Case(
                "6月18日，市委常委会会议召开，会议听取干部考察情况汇报，市委书记何平主持。",
                source="芜湖日报",
                meetings=["市委常委会会议"],
            ),
            Case(
                "6月18日，县政协主席会议召开，研究2023年度调研视察计划。县政协主席尹素华主持。",
                source="怀宁新闻网",
                meetings=["县政协主席会议"],
                roles={"县政协主席会议": "主持 尹素华"},
            ),
            Case("市长李远说，欢迎各位客商到芜湖考察投资。", source="芜湖日报", meetings=[]),
        ],
    ),
    Construction(
        "visit and meeting in one article",
        "The talks held during a visit are an event of their own, with their own chair.",
        [
            Case(
                "6月18日，市中区区长费云涛带领市中区党政代表团到城关区考察交流。两区举行结对共建座谈会，"
                "座谈会由城关区副区长管一鸣主持。",
                meetings=["市中区党政代表团到城关区考察交流", "结对共建座谈会"],
                roles={
                    "市中区党政代表团到城关区考察交流": "出席 费云涛 管一鸣?",
                    "结对共建座谈会": "主持 管一鸣; 出席 费云涛?",
                },
            ),
            Case(
                "6月18日，霍邱县委书记沈学军率团赴固始县考察，双方召开跨省合作座谈会，固始县委书记穆青山致辞。",
                meetings=["沈学军率团赴固始县考察", "跨省合作座谈会"],
                roles={"沈学军率团赴固始县考察": "出席 沈学军 穆青山?", "跨省合作座谈会": "讲话 穆青山; 出席 沈学军?"},
            ),
            Case(
                "6月18日，副省长王力到开封市调研并主持召开文旅工作座谈会。开封市市长李红参加调研。",
                meetings=["王力到开封市调研", "文旅工作座谈会"],
                roles={"王力到开封市调研": "出席 王力 李红", "文旅工作座谈会": "主持 王力; 出席 李红?"},
            ),
        ],
    ),
    Construction(
        "receptions and talks",
        "会见 and 会谈 gather both sides.",
        [
            Case(
                "6月18日，市委书记何平会见来访的龙岩市委书记欧阳立民一行。",
                source="赣州日报",
                meetings=["何平会见来访的龙岩市委书记欧阳立民一行"],
                roles={"何平会见来访的龙岩市委书记欧阳立民一行": "出席 何平 欧阳立民"},
            ),
            Case(
                "6月18日，县长程巧云与来访客商座谈。",
                source="怀宁新闻网",
                officials=["程巧云"],
                meetings=["程巧云与来访客商座谈"],
            ),
            Case(
                "6月18日，溧阳市市长路遥与怀宁县县长程巧云举行工作会谈。",
                meetings=["路遥与怀宁县县长程巧云举行工作会谈"],
                roles={"路遥与怀宁县县长程巧云举行工作会谈": "出席 路遥 程巧云"},
            ),
        ],
    ),
    Construction(
        "one tour with several stops",
        "Later stops of the same leader on the same days are one visit.",
        [
            Case(
                "省长方远在芜湖市调研\n6月18日，省长方远在芜湖市调研。\n18日上午，方远来到无为市调研粮食生产。\n"
                "随后，方远到南陵县考察企业。",
                meetings=["方远在芜湖市调研"],
            ),
            Case(
                "6月18日，县长程巧云到石牌镇调研防汛工作。\n在平山镇，程巧云走访慰问困难群众。\n"
                "程巧云还到月山镇检查安全生产。",
                source="怀宁新闻网",
                meetings=["程巧云到石牌镇调研防汛工作"],
            ),
            Case(
                "6月18日，副市长方向到南陵县督导春耕工作。方向先后到许镇镇、弋江镇检查农资供应。",
                source="芜湖日报",
                meetings=["方向到南陵县督导春耕工作"],
            ),
        ],
    ),
    Construction(
        "no visit",
        "Words of visiting that tell no visit: welcome, former posts, habits, companions.",
        [
            Case(
                "6月18日，市长李远会见客商何清一行。李远对何清一行来芜湖市考察表示欢迎。",
                source="芜湖日报",
                meetings=["李远会见客商何清一行?", "李远会见何清一行?"],
            ),
            Case(
                "方远曾任市环保督查中心主任，他一有时间就到各地走访。",
                source="芜湖日报",
                meetings=[],
            ),
            Case(
                "省长方远6月18日在芜湖市调研。市委书记何平陪同在芜湖市调研。",
                meetings=["方远在芜湖市调研"],
                roles={"方远在芜湖市调研": "出席 方远 何平"},
            ),
        ],
    ),
    Construction(
        "visits named by their work",
        "赴X开展…工作, 来我县对接…工作 are visits though nobody 考察; a comma may stand before the act.",
        [
            Case(
                "9月18日，西峡县委书记杨建立带领西峡县党政代表团赴北京市顺义区，对接南水北调对口协作工作。",
                roles={"西峡县党政代表团赴北京市顺义区对接南水北调对口协作工作": "出席 杨建立"},
            ),
            Case(
                "5月11日，五河县党政代表团来海曙区开展对口合作工作。",
                meetings=["五河县党政代表团来海曙区开展对口合作工作"],
            ),
            Case(
                "3月19日，县委书记王先波来到桐城市，调研春耕备耕工作。",
                source="怀宁新闻网",
                roles={"王先波来到桐城市调研春耕备耕工作": "出席 王先波"},
            ),
        ],
    ),
    Construction(
        "visits without a place",
        "What the lead tells of a leader who calls on people or looks into work is the article's event, place or none.",
        [
            Case(
                "2月3日，县委书记叶长青走访慰问敬老院老人、离退休老干部、省部级劳模、县级道德模范。"
                "副县长章明参加走访慰问。",
                source="怀宁新闻网",
                meetings=["叶长青走访慰问敬老院老人"],
                roles={"叶长青走访慰问敬老院老人": "出席 叶长青 章明"},
            ),
            Case(
                "6月19日上午，市长方远、副市长何平分别带队走访慰问了离休老干部、困难党员和老劳模代表。",
                source="芜湖日报",
                meetings=["方远、何平带队走访慰问离休老干部"],
                roles={"方远、何平带队走访慰问离休老干部": "出席 方远 何平"},
            ),
            Case(
                "6月19日，副县长章明检查中小学食堂食品安全工作。",
                source="怀宁新闻网",
                meetings=["章明检查中小学食堂食品安全工作"],
                dates={"章明检查中小学食堂食品安全工作": "2023-06-19"},
            ),
            Case(
                "6月19日，全县教育工作会议召开。会议通报了情况。\n会议要求，要落实责任。县长占家骏此前检查了学校食堂。",
                source="怀宁新闻网",
                meetings=["全县教育工作会议"],
            ),
        ],
    ),
    Construction(
        "whom one takes along",
        "Heads of departments taken along, a manner told between commas: the visit is told all the same.",
        [
            Case(
                "6月1日，副市长何平带领市交通运输局、市应急管理局等部门负责人，到南陵县调研防汛工作。",
                source="芜湖日报",
                meetings=["何平到南陵县调研防汛工作"],
                roles={"何平到南陵县调研防汛工作": "出席 何平"},
            ),
            Case(
                "6月1日，县长占家骏率县直有关部门负责人赴溧阳市对接项目。",
                source="怀宁新闻网",
                meetings=["占家骏赴溧阳市对接项目"],
                links=["HELD_IN 占家骏赴溧阳市对接项目 溧阳市"],
            ),
            Case(
                "6月1日，溧阳市委书记蒋晨曦一行来我县，通过考察、召开座谈会等方式，开展对口合作工作。",
                source="怀宁新闻网",
                meetings=["蒋晨曦一行来我县开展对口合作工作", "座谈会?"],
            ),
            Case(
                "6月1日，怀宁县委书记叶长青率考察团赴江苏省溧阳市，学习园区建设和文旅融合的经验。",
                meetings=["叶长青率考察团赴江苏省溧阳市学习"],
            ),
        ],
    ),
    Construction(
        "two who go",
        "A visit of two is named after both, and both take part.",
        [
            Case(
                "6月18日，县委书记叶长青、县长占家骏到石牌镇调研防汛工作。",
                source="怀宁新闻网",
                meetings=["叶长青、占家骏到石牌镇调研防汛工作"],
                roles={"叶长青、占家骏到石牌镇调研防汛工作": "出席 叶长青 占家骏"},
            ),
            Case(
                "6月18日，市委书记何平，市长方远一行赴溧阳市考察。",
                source="芜湖日报",
                meetings=["何平、方远一行赴溧阳市考察"],
                roles={"何平、方远一行赴溧阳市考察": "出席 何平 方远"},
            ),
            Case(
                "6月18日，县委常委、宣传部长朱丹，县人大常委会副主任李卫国，副县长宋大鹏一行到石牌镇走访慰问。",
                source="怀宁新闻网",
                meetings=["朱丹、李卫国、宋大鹏一行到石牌镇走访慰问"],
                roles={"朱丹、李卫国、宋大鹏一行到石牌镇走访慰问": "出席 朱丹 李卫国 宋大鹏"},
            ),
        ],
    ),
    Construction(
        "visitors without a name",
        "An office, its heads or a group sent from above come: told in the lead it is the article's visit.",
        [
            Case(
                "5月24日，文成县河长办、文成县水利局相关负责人赴丽水市景宁畲族自治县就河湖联防机制开展沟通交流。",
                meetings=["文成县河长办、文成县水利局相关负责人赴丽水市景宁畲族自治县开展沟通交流"],
            ),
            Case(
                "6月18日，省委党校专家赴怀宁县开展乡村振兴调研。县委书记叶长青参加调研。",
                roles={"省委党校专家赴怀宁县开展乡村振兴调研": "出席 叶长青"},
            ),
            Case(
                "6月18日，全市农业农村工作观摩团来我县观摩。副县长章明陪同观摩。",
                source="怀宁新闻网",
                roles={"全市农业农村工作观摩团来我县观摩": "出席 章明"},
            ),
            Case(
                "6月18日，县委书记叶长青代表县委、县政府欢迎慈溪市党政代表团来我县考察。",
                source="怀宁新闻网",
                meetings=["慈溪市党政代表团来我县考察"],
            ),
        ],
    ),
    Construction(
        "率市党政代表团",
        "Of which city the delegation is, its leader tells: the name of the visit begins with him.",
        [
            Case(
                "6月18日，漳州市委书记邵玉明率市党政代表团来梅州市考察。", meetings=["邵玉明率市党政代表团来梅州市考察"]
            ),
            Case("6月18日，滑县县长李克文率县考察团赴单县考察。", meetings=["李克文率县考察团赴单县考察"]),
            Case(
                "6月18日，婺源县委书记吴曙明率我县党政代表团到怀宁县考察。",
                meetings=["吴曙明率我县党政代表团到怀宁县考察"],
            ),
        ],
    ),
    Construction(
        "checks over a whole field",
        "率…负责人对…开展检查, 率考察团,就…到…考察: the object or the purpose stands before the act.",
        [
            Case(
                "3月23日，副市长马亮率应急管理局、经信局等部门负责人对宁国市化工企业开展安全生产工作大检查。",
                meetings=["马亮对宁国市化工企业开展安全生产工作大检查"],
            ),
            Case(
                "11月30日，常州市人大常委会副主任蒋平率队对溧阳市河长制工作开展情况进行督查调研。",
                meetings=["蒋平率队对溧阳市河长制工作开展情况进行督查"],
            ),
            Case(
                "3月13日，石嘴山市市长沈权率领考察团，就加强产业合作、内陆港建设等工作到我市考察。",
                source="唐山劳动日报",
                meetings=["沈权率考察团到我市考察"],
            ),
            Case(
                "12月10日，花都区帮扶单位一行27人赴连山壮族瑶族自治县开展对口帮扶协作工作。",
                meetings=["花都区帮扶单位一行赴连山壮族瑶族自治县开展对口帮扶协作工作"],
            ),
        ],
    ),
    Construction(
        "guests received",
        "会见…一行 in the lead is the event, though its guest is no official of ours.",
        [
            Case(
                "6月18日，市长方远在铁山宾馆会见了中国港旅集团公司副总经理许寒一行。副市长何平会见时在座。",
                source="芜湖日报",
                roles={"方远会见了中国港旅集团公司副总经理许寒一行": "出席 方远 何平"},
            ),
            Case(
                "昨天下午，市长方远会见蒙古国纳来哈市市长纳音巴亚尔一行。副市长何平参加会见。",
                source="芜湖日报",
                roles={"方远会见蒙古国纳来哈市市长纳音巴亚尔一行": "出席 方远 何平"},
            ),
            Case(
                "6月18日，县长占家骏会见浙江商会客商一行。",
                source="怀宁新闻网",
                meetings=["占家骏会见浙江商会客商一行"],
            ),
        ],
    ),
    Construction(
        "calls of all leaders",
        "A、B等领导…慰问: all of them went, whatever closes their list, and on whatever day before the feast.",
        [
            Case(
                "春节将至，近日，市委书记何平，市长方远等四大班子负责同志走访慰问驻芜部队和一线职工。",
                source="芜湖日报",
                roles={"何平、方远走访慰问驻芜部队和一线职工": "出席 何平 方远"},
            ),
            Case(
                "21日上午，市委书记何平、市长方远等市“四大家”领导，亲切看望慰问驻地官兵和一线干部职工。",
                source="芜湖日报",
                roles={"何平、方远亲切看望慰问驻地官兵和一线干部职工": "出席 何平 方远"},
            ),
            Case(
                "连日来，县长占家骏先后走访慰问武警怀宁中队官兵、困难企业和困难群众。",
                source="怀宁新闻网",
                roles={"占家骏走访慰问武警怀宁中队官兵": "出席 占家骏"},
            ),
            Case(
                "1月18日，副市长何平率队赴南陵县开展春节慰问活动。",
                source="芜湖日报",
                meetings=["何平率队赴南陵县开展春节慰问"],
            ),
        ],
    ),
    Construction(
        "delegations that the headline names",
        "由A、B率领的党政代表团一行来我区考察: its name stands in the headline, up to the first blank.",
        [
            Case(
                "天峻县党政代表团来海曙区考察\n6月16日，"
                "由天峻县委书记张军、县委副书记杨智率领的党政代表团一行来我区考察。",
                source="海曙新闻网",
                meetings=["天峻县党政代表团来海曙区考察"],
                roles={"天峻县党政代表团来海曙区考察": "出席 张军 杨智"},
            ),
            Case(
                "白城市党政代表团赴嘉兴市考察 推动合作走深走实\n6月16日，白城市党政代表团到嘉兴市考察。",
                meetings=["白城市党政代表团赴嘉兴市考察"],
            ),
            Case(
                "6月16日，由怀宁县委书记叶长青率领的党政代表团赴溧阳市考察学习。",
                meetings=["党政代表团赴溧阳市考察学习"],
                roles={"党政代表团赴溧阳市考察学习": "出席 叶长青"},
            ),
        ],
    ),
    Construction(
        "no visit though 考察 stands behind",
        "Reporters who follow, a task called 考察, what was said 时 are no visits, or no part of their names.",
        [
            Case(
                "6月17日，芜湖日报记者跟随市环保局执法人员赴南陵县进行督查。",
                meetings=[],
            ),
            Case(
                "市海洋局局长张义今天在芜湖市通过越洋电话传达这一喜讯时，"
                "正在万里之外执行第十四次南极考察任务的队员欢呼起来。",
                meetings=[],
            ),
            Case(
                "6月17日，市委书记何平到市环保局检查工作时说，要抓好落实。",
                source="芜湖日报",
                meetings=["何平到市环保局检查"],
            ),
        ],
    ),
    Construction(
        "a place in one character",
        "来足考察 by 大足's paper: the host is told by one character of its name.",
        [
            Case(
                "8月20日，忠县党政代表团来足考察交流。双方就深化合作进行了座谈。区委书记于会文陪同。",
                source="大足区融媒体中心",
                links=[
                    "TOOK_PART_IN 忠县 忠县党政代表团来足考察交流",
                    "TOOK_PART_IN 大足区 忠县党政代表团来足考察交流",
                    "HELD_IN 忠县党政代表团来足考察交流 大足区",
                ],
                cooperation=["忠县-大足区 exchange"],
            ),
            Case(
                "2月16日，黑龙江省绥化市考察团莅湛考察。湛江市市长曾进泽陪同。",
                links=[
                    "HELD_IN 黑龙江省绥化市考察团莅湛考察 湛江市",
                    "TOOK_PART_IN 绥化市 黑龙江省绥化市考察团莅湛考察",
                ],
            ),
            Case(
                "昨天，襄阳市委书记马旭明率党政代表团来温考察民营经济。市委书记刘小涛会见代表团。",
                source="温州日报",
                meetings=["马旭明率党政代表团来温考察民营经济"],
                links=["HELD_IN 马旭明率党政代表团来温考察民营经济 温州市", "…"],
            ),
            Case(
                "6月18日，德国代表团来华考察，市长王军介绍了汽车产业。",
                source="金华日报",
                links=[],
            ),
        ],
    ),
    Construction(
        "who brings and who goes along",
        "考察团在A带领下来B; 由A、B率领的代表团; 回访; 联合巡河: the delegation goes, its heads are there.",
        [
            Case(
                "4月1日至2日，滨州市考察团在市委副书记张凯带领下，来临沂市参观考察。\n市委常委、秘书长范连生陪同。",
                meetings=["滨州市考察团来临沂市参观考察"],
                roles={"滨州市考察团来临沂市参观考察": "出席 张凯 范连生"},
            ),
            Case(
                "由芜湖市委书记何平和市委副书记、市长李远率领的芜湖市代表团，"
                "22日启程赴江苏省南京市进行为期两天的学习考察。",
                meetings=["芜湖市代表团赴江苏省南京市进行学习考察"],
                roles={"芜湖市代表团赴江苏省南京市进行学习考察": "出席 何平 李远"},
                links=["HELD_IN 芜湖市代表团赴江苏省南京市进行学习考察 南京市", "…"],
            ),
            Case(
                "9月3日，金堂县县长吕毅率县党政代表团回访甘孜州乡城县，对接对口帮扶工作。",
                published="2023-09-06",
                meetings=["吕毅率县党政代表团回访甘孜州乡城县"],
                dates={"吕毅率县党政代表团回访甘孜州乡城县": "2023-09-03"},
            ),
            Case(
                "1月16日，龙湾区委常委贾黎春日前率龙湾区党政代表团来苍，与我县签订山海协作工程结对协议。",
                source="苍南新闻网",
                meetings=["龙湾区党政代表团来苍与我县签订山海协作工程结对协议"],
                links=["HELD_IN 龙湾区党政代表团来苍与我县签订山海协作工程结对协议 苍南县", "…"],
            ),
            Case(
                "4月9日，婺源县副县长汪长发与德兴市副市长程凯在乐安河交界处开展联合巡河。",
                published="2023-04-10",
                roles={"汪长发、程凯在乐安河交界处开展联合巡河": "出席 汪长发 程凯"},
            ),
        ],
    ),
    Construction(
        "where who was sent serves",
        "辽宁援疆指挥部 stands in 新疆; 看望淄博市在石柱挂职干部 is no visit to 淄博.",
        [
            Case(
                "5月27日，辽宁省党政代表团在塔城地区考察调研对口援疆工作。\n28日下午，"
                "塔城地区与辽宁省党政代表团在辽宁援疆前方指挥部召开工作座谈会。",
                meetings=["辽宁省党政代表团在塔城地区考察调研对口援疆工作", "工作座谈会"],
                links=[
                    "HELD_IN 工作座谈会 塔城地区",
                    "HELD_IN 辽宁省党政代表团在塔城地区考察调研对口援疆工作 塔城地区",
                    "…",
                    "!HELD_IN 工作座谈会 辽宁省",
                ],
            ),
            Case(
                "6月18日，淄博市市长赵庆文一行看望了淄博市在石柱挂职干部，考察了协作产业园。",
                links=["…", "!HELD_IN 赵庆文一行看望淄博市在石柱挂职干部 淄博市"],
                meetings=["赵庆文一行看望淄博市在石柱挂职干部"],
            ),
            Case(
                "6月18日，湖南援疆工作座谈会在湖南援疆前方指挥部召开，吐鲁番市市长李强出席。",
                source="吐鲁番日报",
                links=["…", "!HELD_IN 湖南援疆工作座谈会 湖南省"],
            ),
        ],
    ),
    Construction(
        "no visit now",
        "A visit of last year told with 曾, an office that signs in another city, a firm that is called on.",
        [
            Case(
                "7月8日，桂林市政府与绍兴市政府签订旅游合作协议。\n3月6日，"
                "市委书记赵乐秦曾率桂林市党政代表团到绍兴市考察学习。",
                source="桂林日报",
                published="2014-07-11",
                meetings=[],
            ),
            Case(
                "6月26日，上海市旅游局和湖北省旅游局在武汉签订《推进长江经济带旅游合作发展框架协议》。"
                "上海市副市长赵雯出席。",
                meetings=[],
            ),
            Case(
                "9月20日，汉寿县委书记罗先东、县长杨昶带领我县党政考察团前往广东省东莞市考察对接华厦集团。",
                source="汉寿新闻网",
                meetings=["罗先东、杨昶率我县党政考察团前往广东省东莞市考察对接华厦集团"],
                cooperation=[],
            ),
            Case(
                "5月29日，常务副市长郑光照带领市政府副秘书长雷立新、市发改委副主任王斌，"
                "深入大荔县、澄城县督查重点项目建设。",
                source="渭南日报",
                meetings=["郑光照深入大荔县、澄城县督查重点项目建设"],
            ),
        ],
    ),
    Construction(
        "what is looked at told behind 对",
        "到滨州市,对…情况进行调研; 市人大常委会…进行了集中视察.",
        [
            Case(
                "6月18日，省人大常委会研究室主任陈勇一行到滨州市，对县乡人大工作情况进行调研，"
                "滨州市人大常委会副主任王文禄陪同调研。",
                meetings=["陈勇一行到滨州市对县乡人大工作情况进行调研"],
                roles={"陈勇一行到滨州市对县乡人大工作情况进行调研": "出席 陈勇 王文禄"},
            ),
            Case(
                "6月18日，副市长方向来我县，对防汛准备工作开展督导，县长王平陪同。",
                source="怀宁新闻网",
                meetings=["方向来我县对防汛准备工作开展督导"],
            ),
            Case(
                "6月23日，市人大常委会组织常委会组成人员、部分人大代表进行了会前集中视察。"
                "市人大常委会主任冯云龙，副主任李玉兰参加视察。",
                source="朔州日报",
                published="2023-06-24",
                meetings=["会前集中视察"],
                roles={"会前集中视察": "出席 冯云龙 李玉兰"},
            ),
            Case(
                "6月18日，县政协组织部分委员开展专题视察，县政协主席尹素华参加。",
                source="怀宁新闻网",
                meetings=["专题视察"],
                roles={"专题视察": "出席 尹素华"},
            ),
        ],
    ),
    Construction(
        "who comes with whom he brings",
        "A带队,组织…负责人来我市: the visit is A's. 我市与前来考察的云和县党政代表团举行座谈会: both meet.",
        [
            Case(
                "6月16日，安庆市林业局副局长董红军带队，"
                "组织岳西县、太湖县林业局相关科室负责人来我市交流学习森林资源工作。市林业局副局长胡敏陪同。",
                source="池州日报",
                meetings=["董红军来我市交流学习森林资源工作"],
                roles={"董红军来我市交流学习森林资源工作": "出席 董红军 胡敏"},
            ),
            Case(
                "昨天上午，我市与前来考察的云和县党政代表团举行座谈会，双方就结对帮扶工作进行交流。"
                "云和县委书记张建明参加座谈会。",
                source="宁波日报",
                links=["TOOK_PART_IN 宁波市 座谈会", "TOOK_PART_IN 云和县 座谈会", "HELD_IN 座谈会 宁波市?", "…"],
            ),
            Case(
                "6月18日，我县与来访的慈溪市党政代表团召开山海协作座谈会，县长占家骏主持。",
                source="今日常山",
                cooperation=["常山县-慈溪市 joint_meeting pairing?"],
            ),
        ],
    ),
    Construction(
        "callers received, an exchange of visits",
        "接待来访群众 is an event of its own; 互访 told with a quoted word; 一行,赴我县考察 with a comma.",
        [
            Case(
                "1月19日，县长胡玮来到县人民群众来访接待服务中心接待来访群众。副县长张文有参加接访。",
                source="汤阴县融媒体中心",
                published="2023-01-21",
                roles={"胡玮来到县人民群众来访接待服务中心接待来访群众": "出席 胡玮 张文有"},
            ),
            Case(
                "3月15日，县长吴海燕在县信访接待中心公开接待上访群众。副县长李长领及相关部门负责人共同参与了接访。",
                source="睢县网",
                roles={"吴海燕在县信访接待中心公开接待上访群众": "出席 吴海燕 李长领"},
            ),
            Case(
                "11月13日，开州区区长陈道彬率团赴四川省水利厅开展三峡库区“川渝”对口支援工作互访。"
                "四川省水利厅厅长郭亨孝参加座谈。亨孝厅长指出，工作成效显著。",
                meetings=["陈道彬赴四川省水利厅开展三峡库区“川渝”对口支援工作互访"],
                roles={"陈道彬赴四川省水利厅开展三峡库区“川渝”对口支援工作互访": "讲话 郭亨孝; 出席 陈道彬"},
            ),
            Case(
                "5月21日，北碚区党政代表团一行，赴我县考察，就对口协同发展进行交流。北碚区委书记林旭阳考察学习，"
                "县委书记曹邦兴陪同考察。",
                source="巫山县融媒体中心",
                meetings=["北碚区党政代表团赴我县考察"],
                roles={"北碚区党政代表团赴我县考察": "出席 林旭阳 曹邦兴"},
            ),
        ],
    ),
]


@pytest.mark.parametrize("case", parameters("visits", CONSTRUCTIONS))
def test_visits(case: Case) -> None:
    check(case)
