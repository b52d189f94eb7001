"""Meetings: the full name wherever it stands, short references joined, earlier sessions told apart, kind and place."""

from __future__ import annotations

import pytest

from tests.extract.facts import Case, Construction, check, parameters

CONSTRUCTIONS = [
    Construction(
        "name before the verb",
        "The longest noun phrase, without date and verb.",
        [
            Case(
                "6月18日上午，全市优化营商环境动员大会召开。",
                source="芜湖日报",
                meetings=["全市优化营商环境动员大会"],
                kinds={"全市优化营商环境动员大会": "mobilisation"},
            ),
            Case(
                "6月18日，中国共产党通渭县第十七届委员会第八次全体会议在县城举行。",
                meetings=["中国共产党通渭县第十七届委员会第八次全体会议"],
            ),
            Case(
                "6月18日，深圳市·哈尔滨市对口合作第六次联席会议在哈尔滨召开。",
                meetings=["深圳市·哈尔滨市对口合作第六次联席会议"],
                kinds={"深圳市·哈尔滨市对口合作第六次联席会议": "joint_conference"},
            ),
            Case("昨日，以“智汇淮海”为主题的2023年招才引智大会在徐州举办。", meetings=["2023年招才引智大会"]),
        ],
    ),
    Construction(
        "name after the verb",
        "召开/举行/主持召开 + name.",
        [
            Case(
                "6月18日，市长祁连山主持召开市政府党组（扩大）会议。",
                source="泰州日报",
                meetings=["市政府党组（扩大）会议"],
            ),
            Case(
                "6月18日下午，会泽县召开农村人居环境整治专题会议。",
                meetings=["会泽县农村人居环境整治专题会议", "农村人居环境整治专题会议?"],
            ),
            Case(
                "6月18日，市委、市政府在市会议中心隆重举行全市“三级”干部大会。",
                source="临沂日报",
                meetings=["全市“三级”干部大会"],
            ),
            Case("铁西区举行2023年二季度重大项目集中开工仪式。", meetings=["铁西区2023年二季度重大项目集中开工仪式"]),
        ],
    ),
    Construction(
        "name broken by place",
        "在…举行 stands inside or after the name and is no part of it.",
        [
            Case(
                "6月18日，由商务部主办的中部博览会在长沙国际会展中心开幕。",
                meetings=["中部博览会"],
                dates={"中部博览会": "2023-06-18"},
            ),
            Case(
                "南通·伊宁县对口支援工作联席会议17日在伊宁县召开。",
                meetings=["南通·伊宁县对口支援工作联席会议"],
                dates={"南通·伊宁县对口支援工作联席会议": "2023-06-17"},
            ),
            Case(
                "长三角示范区人大工作协同第一次联席会议，6月18日在嘉善县西塘镇举行。",
                meetings=["长三角示范区人大工作协同第一次联席会议"],
            ),
        ],
    ),
    Construction(
        "short later references are the same meeting",
        "会议, 会上, 推进会, 座谈会 of the same event are no second meeting.",
        [
            Case(
                "6月18日，全市化工产业整治提升工作推进会在泰兴市召开。推进会上，副市长沙海汇报。会议强调，要压实责任。",
                source="泰州日报",
                meetings=["全市化工产业整治提升工作推进会"],
            ),
            Case(
                "通州区与北三县协同发展座谈会召开\n6月18日，"
                "北京市通州区与河北省廊坊市北三县协同发展座谈会在香河县召开。座谈会听取了汇报。",
                meetings=["北京市通州区与河北省廊坊市北三县协同发展座谈会"],
            ),
            Case(
                "6月18日，政协牡丹江市第十四届委员会常务委员会第九次会议召开。常委会会议审议通过工作计划，"
                "会议期间还听取了通报。",
                meetings=["政协牡丹江市第十四届委员会常务委员会第九次会议"],
            ),
            Case(
                "6月18日，怀宁·溧阳战略合作协议签约仪式举行。仪式上，两地签订协议。签约仪式由市长路遥主持。",
                meetings=["怀宁·溧阳战略合作协议签约仪式"],
            ),
        ],
    ),
    Construction(
        "headline and body name one meeting",
        "The headline's short form joins the body's full name.",
        [
            Case(
                "龙岩赣州两市党政联席会议在瑞金召开\n6月18日，龙岩市、赣州市党政联席会议在江西瑞金召开。",
                meetings=["龙岩市、赣州市党政联席会议"],
            ),
            Case(
                "市政协十四届常委会第九次会议召开\n昨日，政协牡丹江市第十四届委员会常务委员会第九次会议召开。",
                source="牡丹江日报",
                meetings=["政协牡丹江市第十四届委员会常务委员会第九次会议"],
            ),
            Case(
                "我区召开营商环境动员大会\n6月18日，全区优化营商环境攻坚年活动动员大会在区行政中心召开。",
                source="鼓楼发布",
                meetings=["全区优化营商环境攻坚年活动动员大会"],
            ),
        ],
    ),
    Construction(
        "earlier sessions and studied congresses",
        "What is only referred to may stay out, and must not take the date or roles of the present meeting.",
        [
            Case(
                "6月18日，柳州市产业园区第三次汇报会召开。市委书记卢克勤对第二次汇报会以来的工作给予肯定。",
                meetings=["柳州市产业园区第三次汇报会", "第二次汇报会?"],
                dates={"柳州市产业园区第三次汇报会": "2023-06-18"},
            ),
            Case(
                "6月18日，市委常委会会议召开，传达学习党的二十大精神和全省制造业发展大会精神。",
                source="芜湖日报",
                meetings=["市委常委会会议", "全省制造业发展大会?", "党的二十大?", "二十大?"],
            ),
            Case(
                "市委书记何平到鸠江区调研时强调，要贯彻落实中央经济工作会议精神。",
                source="芜湖日报",
                meetings=["何平到鸠江区调研", "中央经济工作会议?"],
                roles={"何平到鸠江区调研": "出席 何平", "中央经济工作会议?": ""},
            ),
            Case(
                "下届联席会议将于2024年在淮北市召开。6月18日，第五届淮海经济区市长联席会议在商丘举行。",
                meetings=["第五届淮海经济区市长联席会议", "下届联席会议?"],
                dates={"第五届淮海经济区市长联席会议": "2023-06-18"},
            ),
        ],
    ),
    Construction(
        "ordinals and series",
        "Ordinals belong to the name; two ordinals are two meetings.",
        [
            Case(
                "6月18日，县人大常委会第三十二次会议召开，主任叶长青主持。",
                source="今日常山",
                meetings=["县人大常委会第三十二次会议"],
            ),
            Case(
                "6月18日，第23届中国（寿光）国际蔬菜科技博览会开幕，市长王力致辞。",
                meetings=["第23届中国（寿光）国际蔬菜科技博览会", "第23届中国（寿光）国际蔬菜科技博览会开幕式?"],
            ),
            Case(
                "6月15日，市政府第10次常务会议召开。6月18日，市政府第11次常务会议召开。",
                source="芜湖日报",
                meetings=["市政府第10次常务会议", "市政府第11次常务会议"],
                dates={"市政府第10次常务会议": "2023-06-15", "市政府第11次常务会议": "2023-06-18"},
            ),
        ],
    ),
    Construction(
        "kinds",
        "The kind follows from the head of the name.",
        [
            Case("6月18日，全市民营企业座谈会召开。", source="芜湖日报", kinds={"全市民营企业座谈会": "symposium"}),
            Case(
                "6月18日，全市重点项目集中签约仪式举行。",
                source="芜湖日报",
                kinds={"全市重点项目集中签约仪式": "signing"},
            ),
            Case("6月18日，副市长方向到南陵县调研。", source="芜湖日报", kinds={"方向到南陵县调研": "visit"}),
            Case("6月18日，襄阳市经济运行情况新闻发布会召开。", kinds={"襄阳市经济运行情况新闻发布会": "briefing"}),
            Case(
                "6月18日，全市乡村振兴现场推进会召开。", source="芜湖日报", kinds={"全市乡村振兴现场推进会": "progress"}
            ),
        ],
    ),
    Construction(
        "place and venue",
        "HELD_IN is the region where it took place, not every region named.",
        [
            Case(
                "6月18日，推进长株潭都市圈发展第六届市委书记联席会议在湘潭市召开。",
                links=["HELD_IN 推进长株潭都市圈发展第六届市委书记联席会议 湘潭市"],
            ),
            Case(
                "6月18日，商城县招商推介会在深圳市南山区举行。",
                links=["HELD_IN 商城县招商推介会 南山区", "…", "!HELD_IN 商城县招商推介会 商城县"],
            ),
            Case(
                "6月18日，龙岩市、赣州市党政联席会议在江西瑞金召开。",
                links=["HELD_IN 龙岩市、赣州市党政联席会议 瑞金市"],
            ),
            Case(
                "6月18日，会泽县农村人居环境整治会议在娜姑镇召开。",
                links=["HELD_IN 会泽县农村人居环境整治会议 娜姑镇", "…"],
            ),
        ],
    ),
    Construction(
        "general talk of meetings is no meeting",
        "召开会议, 精简会议, 会议室, 协会 … name no event.",
        [
            Case("会议强调，要精简面向基层的会议、文件和检查考核，少开会、开短会。", source="芜湖日报", meetings=[]),
            Case(
                "各县区要及时召开专题会议研究部署，每季度召开一次调度会。副市长方向强调。",
                source="芜湖日报",
                meetings=[],
            ),
            Case("市消费者协会、红十字会、残疾人联合会负责人介绍了会员大会制度。", source="芜湖日报", meetings=[]),
            Case("他在会议室里看了看，说社会上、机会和运动会都要抓。", meetings=[]),
        ],
    ),
    Construction(
        "future meetings",
        "A meeting that is yet to come is only referred to: no roles.",
        [
            Case(
                "第十届世界华商大会将于明年9月在成都举行。6月18日，副市长王力召集筹备工作会议。",
                source="成都日报",
                meetings=["筹备工作会议", "第十届世界华商大会?"],
                roles={"筹备工作会议": "主持 王力", "第十届世界华商大会?": ""},
            ),
            Case(
                "据悉，全市招商大会拟于7月召开。6月18日，市长李远主持市政府常务会议。",
                source="芜湖日报",
                meetings=["市政府常务会议", "全市招商大会?"],
                roles={"市政府常务会议": "主持 李远"},
            ),
            Case(
                "6月18日，市委常委会会议决定召开市委七届五次全会。市委书记宋怀谷主持会议。",
                source="芜湖日报",
                meetings=["市委常委会会议", "市委七届五次全会?"],
                roles={"市委常委会会议": "主持 宋怀谷"},
            ),
        ],
    ),
    Construction(
        "two agenda items are one meeting",
        "暨 joins two names to one event.",
        [
            Case(
                "6月18日，临沂市河东区2022年度总结表彰暨三级干部大会在区文化中心召开。",
                meetings=["临沂市河东区2022年度总结表彰暨三级干部大会"],
            ),
            Case(
                "6月18日，广州·毕节东西部产业协作对接会暨集中签约仪式在广州市天河区举行。",
                meetings=["广州·毕节东西部产业协作对接会暨集中签约仪式"],
            ),
            Case(
                "6月18日，全市安全生产工作会议暨市安委会2023年第二次全体会议召开。",
                source="芜湖日报",
                meetings=["全市安全生产工作会议暨市安委会2023年第二次全体会议"],
            ),
        ],
    ),
    Construction(
        "names with dots, quotes and brackets",
        "Marks inside the name do not cut it.",
        [
            Case(
                "6月18日，广西壮族自治区与东盟“丝路电商”合作对话会在南宁召开。",
                meetings=["广西壮族自治区与东盟“丝路电商”合作对话会"],
            ),
            Case("6月18日，2023中国·商丘国际华商大会在商丘开幕。", meetings=["2023中国·商丘国际华商大会"]),
            Case(
                "6月18日，全市“万企兴万村”行动推进会召开。", source="芜湖日报", meetings=["全市“万企兴万村”行动推进会"]
            ),
            Case(
                "6月18日，县委十四届（2023）第三次常委会（扩大）会议召开。",
                source="今日常山",
                meetings=["县委十四届（2023）第三次常委会（扩大）会议"],
            ),
        ],
    ),
    Construction(
        "verbs and particles before the name",
        "自, 包括, 对, 会见出席 … are no part of the meeting's name.",
        [
            Case(
                "6月18日，第五届海峡论坛在厦门市举行，市长李远首先对论坛开幕表示祝贺。",
                meetings=["第五届海峡论坛", "第五届海峡论坛开幕式?"],
            ),
            Case(
                "自2022年首届淮海经济区市长联席会议召开以来，成效明显。6月18日，副市长王力主持全市招商大会。",
                source="徐州日报",
                meetings=["全市招商大会", "首届淮海经济区市长联席会议?"],
            ),
            Case(
                "6月18日，市委书记何平会见了出席全市教育大会的代表。",
                source="芜湖日报",
                meetings=["何平会见出席全市教育大会的代表?", "全市教育大会?"],
                officials=["何平"],
            ),
            Case(
                "6月18日，包括全市旅游推介会在内的系列活动启动，副市长王力致辞。",
                source="芜湖日报",
                meetings=["全市旅游推介会?", "启动仪式?"],
            ),
        ],
    ),
    Construction(
        "place is a place",
        "The place of a meeting is no verb and no clause.",
        [
            Case(
                "6月18日，副市长王力在苏州市出席第二届民间论坛开幕式。",
                meetings=["第二届民间论坛开幕式", "第二届民间论坛?"],
                links=["HELD_IN 第二届民间论坛开幕式 苏州市", "…"],
            ),
            Case(
                "6月18日，市长李远在无为市调研期间专门召开座谈会。",
                source="芜湖日报",
                meetings=["李远在无为市调研", "座谈会"],
                links=["HELD_IN 座谈会 无为市", "…"],
            ),
            Case("6月18日，县长程巧云在县应急指挥中心主持召开视频会议。", source="怀宁新闻网", meetings=["视频会议"]),
        ],
    ),
    Construction(
        "letters, calls and messages are no event",
        "慰问电, 贺信, 通电话 gather nobody.",
        [
            Case("6月18日，省长王力向灾区发来慰问电，向受灾群众表示慰问。", source="陕西日报", meetings=[]),
            Case("6月18日，市委书记何平给全市教师写慰问信、致贺信。", source="芜湖日报", meetings=[]),
            Case("6月18日，县长程巧云就防汛工作作出批示。", source="怀宁新闻网", meetings=[]),
        ],
    ),
    Construction(
        "meeting within a longer event name",
        "交易会全球服务贸易峰会 is one name; the short 峰会 refers to it.",
        [
            Case(
                "6月18日，2023年中国中部贸易博览会数字经济峰会在长沙市举行。副市长王力主持峰会。",
                meetings=["2023年中国中部贸易博览会数字经济峰会"],
            ),
            Case(
                "6月18日，全市劳动和技能竞赛工作会议暨表彰大会举行，副市长王力主持大会。",
                source="芜湖日报",
                meetings=["全市劳动和技能竞赛工作会议暨表彰大会"],
            ),
            Case(
                "6月18日，十四届省人大三次会议在西安开幕，大会执行主席王力主持会议。",
                source="陕西日报",
                meetings=["十四届省人大三次会议", "十四届省人大三次会议开幕式?"],
            ),
        ],
    ),
    Construction(
        "first session of a longer meeting",
        "…会议举行第一次全体会议: the named meeting carries the roles.",
        [
            Case(
                "6月18日，安庆市第十七届人大常委会第十二次会议举行第一次全体会议，市人大常委会主任何平，"
                "副主任李远出席。",
                meetings=["安庆市第十七届人大常委会第十二次会议", "第一次全体会议?"],
                roles={"安庆市第十七届人大常委会第十二次会议": "出席 何平 李远", "第一次全体会议?": ""},
            ),
            Case(
                "6月18日，政协芜湖市第十四届委员会第三次会议举行第二次大会，市政协主席尹素华主持大会。",
                meetings=["政协芜湖市第十四届委员会第三次会议", "第二次大会?"],
                roles={"政协芜湖市第十四届委员会第三次会议": "主持 尹素华", "第二次大会?": ""},
            ),
            Case(
                "6月18日，怀宁县第十八届人大三次会议闭幕，县委书记余学勤主持闭幕会。",
                meetings=["怀宁县第十八届人大三次会议", "怀宁县第十八届人大三次会议闭幕会?"],
            ),
        ],
    ),
    Construction(
        "pointed back at",
        "这次座谈会 is the one told before, not a second one with a bare name.",
        [
            Case(
                "6月18日，市委书记何平在无为市主持召开全市民营企业座谈会。"
                "何平是在无为市调研期间召开这次座谈会的。座谈会上，副市长李远发言。",
                source="芜湖日报",
                meetings=["全市民营企业座谈会", "何平在无为市调研?"],
                roles={"全市民营企业座谈会": "主持 何平; 讲话 李远", "何平在无为市调研": "出席 何平"},
            ),
            Case(
                "县长程巧云6月18日主持召开全县旅游发展推进会。程巧云专门组织召开此次推进会，就是要推动项目落地。",
                source="怀宁新闻网",
                meetings=["全县旅游发展推进会"],
            ),
            Case(
                "6月18日，市委书记何平主持召开企业家代表座谈会。\n随后，何平主持召开座谈会，听取了意见。"
                "副市长李远参加座谈会。",
                source="芜湖日报",
                meetings=["企业家代表座谈会"],
                roles={"企业家代表座谈会": "主持 何平; 出席 李远"},
            ),
        ],
    ),
    Construction(
        "wanted, planned, counted",
        "A meeting that is asked for, agreed on, counted or habitual is no event.",
        [
            Case(
                "6月18日，全市防汛工作会议召开，市长李远主持。会议要求各县区在汛期前召开防汛动员会。",
                source="芜湖日报",
                meetings=["全市防汛工作会议"],
            ),
            Case(
                "6月18日，芜湖市与宣城市合作座谈会举行。双方一致同意在10月举行两市旅游推介会。",
                meetings=["芜湖市与宣城市合作座谈会"],
            ),
            Case(
                "6月18日，全县农业工作会议召开。今年以来，县农业局共召开座谈会、现场会25次，举办农技培训班3期。",
                source="怀宁新闻网",
                meetings=["全县农业工作会议"],
            ),
            Case(
                "6月18日，全市民政工作会议召开。去年以来，全市30多家企业召开创立大会。",
                source="芜湖日报",
                meetings=["全市民政工作会议"],
            ),
        ],
    ),
    Construction(
        "a session and its press conference",
        "市十七届人大三次会议举行记者会: the event is the press conference.",
        [
            Case(
                "6月18日，市十七届人大三次会议举行记者会，市发改委主任李远回答记者提问。",
                source="芜湖日报",
                meetings=["市十七届人大三次会议记者会"],
                roles={"市十七届人大三次会议记者会": "讲话 李远"},
            ),
            Case(
                "6月18日，政协芜湖市十四届二次会议召开首场新闻发布会。",
                source="芜湖日报",
                meetings=["政协芜湖市十四届二次会议新闻发布会"],
            ),
            Case(
                "6月18日，县十八届人大四次会议新闻中心在县会议中心举行记者会，县长程巧云介绍有关情况。",
                source="怀宁新闻网",
                meetings=["县十八届人大四次会议记者会"],
                roles={"县十八届人大四次会议记者会": "讲话 程巧云"},
            ),
        ],
    ),
    Construction(
        "in somebody's words",
        "What a speaker recalls or announces is not reported by the article.",
        [
            Case(
                "6月18日，全市教育工作会议召开。市长李远说，三年前我们召开了全市校长座谈会，问题至今仍在。",
                source="芜湖日报",
                meetings=["全市教育工作会议"],
            ),
            Case(
                "6月18日，全县工业推进会召开。\n县长程巧云指出，发展要靠项目。今年要办好一批大事，举行全县招商大会。",
                source="怀宁新闻网",
                meetings=["全县工业推进会"],
            ),
            Case(
                "6月18日，全区征收工作会议召开。区长魏一鸣表示，当年召开的全区动员大会大家还记得。",
                source="鼓楼发布",
                meetings=["全区征收工作会议"],
            ),
        ],
    ),
    Construction(
        "who takes part, said of the guests",
        "会见参加论坛的代表: the forum is no event of the one who receives.",
        [
            Case(
                "6月18日，市委书记何平会见出席2023长三角文旅论坛的客商代表。",
                source="芜湖日报",
                meetings=["何平会见出席2023长三角文旅论坛的客商代表?"],
            ),
            Case(
                "6月18日，县长程巧云看望慰问参加全省劳模表彰大会的劳模代表。",
                source="怀宁新闻网",
                meetings=["程巧云看望慰问参加全省劳模表彰大会的劳模代表?"],
            ),
            Case(
                "6月18日，副市长李远欢迎前来参加全国桥牌大会的各地嘉宾。",
                source="芜湖日报",
                meetings=[],
            ),
        ],
    ),
    Construction(
        "a forum and what of it goes on",
        "世界制造业论坛2023年年会 is one name, though 论坛 could end it.",
        [
            Case(
                "6月18日，皖江制造业论坛2023年年会在芜湖市举行，市长李远致辞。",
                source="芜湖日报",
                meetings=["皖江制造业论坛2023年年会"],
                roles={"皖江制造业论坛2023年年会": "讲话 李远"},
            ),
            Case(
                "6月18日，第三届江淮农产品交易会绿色食品峰会在合肥市举行。",
                meetings=["第三届江淮农产品交易会绿色食品峰会"],
            ),
            Case(
                "6月18日，皖江城市经济协调会第5届市长联席会议在铜陵市召开。",
                meetings=["皖江城市经济协调会第5届市长联席会议"],
            ),
        ],
    ),
    Construction(
        "proposed, a means to an end, or only its dinner",
        "倡议举办论坛, 以召开座谈会等形式, 论坛欢迎晚宴, 受委员长会议委托: no such meeting is told.",
        [
            Case(
                "6月18日，全市开放发展大会召开。市委书记何平致辞时倡议适时举办皖江港口论坛。",
                source="芜湖日报",
                meetings=["全市开放发展大会"],
            ),
            Case(
                "6月18日，全县作风建设推进会召开。各单位以召开专题讨论会、集中学习等形式抓好落实。",
                source="怀宁新闻网",
                meetings=["全县作风建设推进会"],
            ),
            Case(
                "6月18日，市长李远出席第三届皖江新能源论坛欢迎晚宴。",
                source="芜湖日报",
                meetings=[],
            ),
        ],
    ),
    Construction(
        "words before a name that are none of it",
        "对这次大会, 博览会和第五届峰会, 下次会议, 盛大欢迎仪式: where the name begins, and what is another meeting.",
        [
            Case(
                "6月18日，第三届皖江茶叶博览会和第五届全国茶商大会在芜湖市开幕。",
                source="芜湖日报",
                meetings=["第五届全国茶商大会"],
            ),
            Case(
                "6月18日，皖江八市协作第七次会议在铜陵市举行。会议决定，皖江八市协作下次会议在池州市举行。",
                meetings=["皖江八市协作第七次会议"],
            ),
            Case(
                "6月18日，全县表彰大会召开。县长程巧云对大会的召开表示祝贺。有关单位负责人列席或旁听了大会。",
                source="怀宁新闻网",
                meetings=["全县表彰大会"],
            ),
        ],
    ),
    Construction(
        "the day of a meeting on a tour, of one told before, of one pointed at",
        "18号下午,…随后召开: that day; 调研期间主持召开: one of its days, but which; 于4月25日召开这次座谈会.",
        [
            Case(
                "6月18号下午，市长李远来到南陵县许镇镇调研。随后，李远主持召开全市稻米产业座谈会。",
                source="芜湖日报",
                dates={"全市稻米产业座谈会": "2023-06-18"},
            ),
            Case(
                "6月16日至18日，市长李远到南陵县、无为市调研。\n调研期间，李远主持召开全市稻米产业座谈会。",
                source="芜湖日报",
                dates={"全市稻米产业座谈会": None},
            ),
            Case(
                "近日，市长李远主持召开全市稻米产业座谈会。\n李远在南陵县调研期间，于6月17日召开这次座谈会。",
                source="芜湖日报",
                dates={"全市稻米产业座谈会": "2023-06-17"},
            ),
        ],
    ),
    Construction(
        "names that their subject completes",
        "A session goes by the body that holds it, a ceremony by its works, 联席会议 by what it is called later.",
        [
            Case(
                "6月24日，市政协召开十届二十九次主席会议。",
                source="芜湖日报",
                meetings=["市政协十届二十九次主席会议"],
            ),
            Case(
                "6月6日，市五届人大常委会举行第23次主任会议。",
                source="芜湖日报",
                meetings=["市五届人大常委会第23次主任会议"],
            ),
            Case(
                "6月10日，由市建工集团承建的滨江新城综合开发项目举行开工仪式。市长方远出席。",
                source="芜湖日报",
                meetings=["滨江新城综合开发项目开工仪式"],
            ),
            Case(
                "6月13日，嘉兴市秀洲区区长刘德威带队来龙泉市考察。双方召开联席会议。"
                "在秀洲—龙泉山海协作联席会议上，刘德威介绍了情况。",
                meetings=["刘德威来龙泉市考察", "秀洲—龙泉山海协作联席会议"],
                roles={"秀洲—龙泉山海协作联席会议": "讲话 刘德威", "刘德威来龙泉市考察": "出席 刘德威"},
            ),
        ],
    ),
    Construction(
        "sessions decided on, elected for, over that day",
        "A session that another calls, delegates to a congress, the day a congress closed: none is told here.",
        [
            Case(
                "6月11日，市人大常委会召开第二十九次会议，决定7月中旬在芜湖召开市五届人大七次会议。",
                source="芜湖日报",
                meetings=["市人大常委会第二十九次会议"],
            ),
            Case(
                "6月28日，中国共产党怀宁县第四次代表大会闭幕。大会选举产生出席市第十二次党代会代表。",
                meetings=["中国共产党怀宁县第四次代表大会"],
            ),
            Case(
                "近日，区长王立在区七届二次党代会闭幕当天赴香港特别行政区招商。",
                meetings=["王立赴香港特别行政区招商"],
            ),
        ],
    ),
    Construction(
        "festivals",
        "A festival is an event when it opens, and only a word where it is prepared.",
        [
            Case(
                "9月27日，怀宁县柑橘文化旅游节在石牌镇开幕。县委书记叶长青宣布开幕。",
                meetings=["怀宁县柑橘文化旅游节"],
                roles={"怀宁县柑橘文化旅游节": "出席 叶长青"},
            ),
            Case(
                "5月21日，甘谷县大像山民俗文化旅游节隆重开幕。县长申君明主持开幕式。",
                meetings=["甘谷县大像山民俗文化旅游节", "甘谷县大像山民俗文化旅游节开幕式?"],
            ),
            Case(
                "6月9日，县委书记叶长青听取中国农民丰收节筹备情况汇报。",
                source="怀宁新闻网",
                meetings=[],
            ),
        ],
    ),
    Construction(
        "a sitting is of the kind of what sits",
        "联席会议第一次会议 is a joint conference.",
        [
            Case(
                "6月18日，合川区与岳池县联席会议第一次会议在合川区召开。",
                kinds={"合川区与岳池县联席会议第一次会议": "joint_conference"},
            ),
            Case(
                "6月18日，淮海经济区市长联席会议第五次会议举行。",
                kinds={"淮海经济区市长联席会议第五次会议": "joint_conference"},
            ),
            Case(
                "6月18日，芜湖市政府第12次常务会议召开，市长宁波主持。",
                kinds={"芜湖市政府第12次常务会议": "executive|meeting|standing"},
            ),
        ],
    ),
    Construction(
        "forms of holding",
        "胜利召开, 启动会议, 常委(扩大)会, …主办的…会: all are held, and 主办的 is none of the name.",
        [
            Case(
                "8月28日，永漋镇第十一届人民代表大会第五次会议胜利召开。",
                meetings=["永漋镇第十一届人民代表大会第五次会议"],
            ),
            Case(
                "1月5日，县委书记叶长青主持召开县委常委(扩大)会。",
                source="怀宁新闻网",
                meetings=["县委常委(扩大)会"],
            ),
            Case(
                "6月13日，衢州市发展和改革委员会牵头主办的浙赣省际合作城市联盟座谈会在开化县召开。",
                meetings=["浙赣省际合作城市联盟座谈会"],
            ),
            Case(
                "6月17日，安全生产巡查检查启动会议召开。副市长何平出席会议。",
                source="芜湖日报",
                meetings=["安全生产巡查检查启动会议"],
            ),
        ],
    ),
    Construction(
        "spirit of an enlarged meeting",
        "常委会(扩大)会议精神: only studied, in either bracket; 召开第138次(扩大)会议 is held by the committee.",
        [
            Case(
                "6月18日，县委常委会(扩大)会议召开，传达学习市委常委会(扩大)会议精神。",
                source="怀宁新闻网",
                meetings=["县委常委会(扩大)会议"],
            ),
            Case("6月18日，全县干部学习省委常委（扩大）会议精神。", source="怀宁新闻网", meetings=[]),
            Case(
                "6月18日，区委常委会召开第138次(扩大)会议。",
                source="鼓楼发布",
                meetings=["区委常委会第138次(扩大)会议"],
            ),
        ],
    ),
    Construction(
        "a presidium meets",
        "市人大五次会议举行主席团第一次会议: the presidium's meeting is told, under the session's name.",
        [
            Case(
                "6月18日，县第十六届人民代表大会第五次会议举行主席团第一次会议。县委书记叶长青出席会议。",
                source="怀宁新闻网",
                meetings=["县第十六届人民代表大会第五次会议主席团第一次会议"],
                roles={"县第十六届人民代表大会第五次会议主席团第一次会议": "出席 叶长青"},
            ),
            Case(
                "6月18日，区政协九届一次会议主席团举行第一次会议。",
                source="鼓楼发布",
                meetings=["区政协九届一次会议主席团第一次会议"],
            ),
            Case(
                "6月18日，区政协七届一次会议召开主席团第二次会议。",
                source="鼓楼发布",
                meetings=["区政协七届一次会议主席团第二次会议"],
            ),
        ],
    ),
    Construction(
        "held by video",
        "通过视频连线方式举行 is a manner of holding, and the name stands whole before it.",
        [
            Case(
                "6月16日，四川省—和歌山县友好关系签约仪式通过视频连线方式举行。",
                meetings=["四川省—和歌山县友好关系签约仪式"],
            ),
            Case(
                "6月18日，全县防汛工作会议以视频会议形式召开。",
                source="怀宁新闻网",
                meetings=["全县防汛工作会议"],
            ),
            Case(
                "6月18日，全市招商推介会通过线上直播方式举办，市长方远致辞。",
                source="芜湖日报",
                roles={"全市招商推介会": "讲话 方远"},
            ),
        ],
    ),
    Construction(
        "扩大会议 of whom",
        "市委常委会召开扩大会议: the body and its meeting.",
        [
            Case(
                "3月17日，市委常委会召开扩大会议，市委书记崔平主持会议。",
                source="泰安日报",
                meetings=["市委常委会扩大会议"],
            ),
            Case(
                "3月17日，县委常委会召开扩大会议，传达学习有关精神。县委书记王平主持。",
                source="滑县融媒",
                meetings=["县委常委会扩大会议"],
            ),
            Case("3月17日，区政府党组召开扩大会议，区长李平主持。", source="皇姑融媒", meetings=["区政府党组扩大会议"]),
        ],
    ),
    Construction(
        "sittings counted, told side by side",
        "二届市委召开108次常委会会议: the body's sitting; two alike told with 和 are two; 座谈会议 is a 座谈会.",
        [
            Case(
                "3月20日，二届市委召开108次常委会会议。市委书记余胜祥主持会议。",
                source="香格里拉市融媒体中心",
                meetings=["二届市委108次常委会会议"],
                roles={"二届市委108次常委会会议": "主持 余胜祥"},
            ),
            Case(
                "6月18日，十届县委召开第56次常委会会议，县委书记李平主持。",
                source="怀宁新闻网",
                meetings=["十届县委第56次常委会会议"],
            ),
            Case(
                "8日，召开了黄埔区—新罗区对口合作党政联席会议和广州开发区—龙岩高新区对口合作党政联席会议。",
                meetings=["黄埔区—新罗区对口合作党政联席会议", "广州开发区—龙岩高新区对口合作党政联席会议"],
            ),
            Case(
                "11月4日，金华开发区—义乌市对口支援工作座谈会议举行。金华开发区党工委书记王建中讲话。",
                meetings=["金华开发区—义乌市对口支援工作座谈会议"],
                initiatives=[],
            ),
        ],
    ),
    Construction(
        "minutes",
        "A page that is the minutes of a meeting tells who presided and came in lines of their own.",
        [
            Case(
                "关于召开全县防汛工作会议的纪要\n2023年6月8日\n主持：县长 李平\n"
                "参加：副县长何红、县水利局局长王远\n会议议定以下事项。",
                title="关于召开全县防汛工作会议的纪要",
                source="怀宁新闻网",
                meetings=["全县防汛工作会议"],
                roles={"全县防汛工作会议": "主持 李平; 出席 何红 王远"},
            ),
            Case(
                "关于召开第三次市区联席会议的纪要\n地点：市行政中心\n主持人：市委常委、常务副市长 孔令辉\n"
                "出席人员：副市长 贺海涛，清江浦区区长 邵长明\n会议议定以下事项。",
                title="关于召开第三次市区联席会议的纪要",
                source="淮安日报",
                roles={"第三次市区联席会议": "主持 孔令辉; 出席 贺海涛 邵长明"},
            ),
            Case(
                "全市河长制工作推进会会议纪要\n6月18日，全市河长制工作推进会召开。\n主持人：副市长 王芳\n"
                "列席人员：市水利局局长 李明",
                title="全市河长制工作推进会会议纪要",
                source="芜湖日报",
                meetings=["全市河长制工作推进会"],
                roles={"全市河长制工作推进会": "主持 王芳; 出席 李明"},
            ),
            Case(
                "6月18日，县政府常务会议召开，传达了市防汛会议纪要，县长李平主持。",
                source="怀宁新闻网",
                meetings=["县政府常务会议"],
            ),
        ],
    ),
    Construction(
        "a means, no meeting",
        "以视频会议形式 tells how it was held.",
        [
            Case(
                "11月20日，中原经济协作区第29届市长联席会议以视频会议形式在邢台市召开。",
                meetings=["中原经济协作区第29届市长联席会议"],
            ),
            Case("6月18日，全市防汛工作会议以电视电话会议的形式召开，市长李远讲话。", meetings=["全市防汛工作会议"]),
            Case("6月18日，全县教育大会以现场会方式举行，县长李平主持。", meetings=["全县教育大会"]),
        ],
    ),
    Construction(
        "held by another verb, no name of two things",
        "甲市与乙县开展边界联席会议; 参加考察交流活动或座谈会 names no event of its own.",
        [
            Case(
                "11月15日，同仁市与夏河县开展边界联席会议。夏河县县长杨海强参加联席会。",
                published="2023-11-22",
                meetings=["边界联席会议"],
                roles={"边界联席会议": "出席 杨海强"},
            ),
            Case(
                "8月9日，溧阳市委书记叶明华率领党政代表团来我县考察交流，并参加白河·溧阳对口协作座谈会。"
                "县委书记王日新分别参加考察交流活动或座谈会。",
                source="白河县融媒体中心",
                meetings=["叶明华率领党政代表团来我县考察交流", "白河·溧阳对口协作座谈会"],
                roles={
                    "叶明华率领党政代表团来我县考察交流": "出席 叶明华 王日新",
                    "白河·溧阳对口协作座谈会": "出席 叶明华 王日新?",
                },
            ),
            Case(
                "6月18日，市防汛指挥部组织开展防汛专题视频会商，市长李远主持。",
                source="芜湖日报",
                roles={"防汛专题视频会商": "主持 李远"},
            ),
        ],
    ),
    Construction(
        "watched from afar",
        "组织收听收看全省…电视电话会议: a meeting attended, though organised is who watches.",
        [
            Case(
                "6月9日，我县组织收听收看全省全面推进河长制工作电视电话会议。副县长刘德君收听收看了电视电话会议。",
                source="沈丘县融媒体中心",
                roles={"全省全面推进河长制工作电视电话会议": "出席 刘德君"},
            ),
            Case(
                "6月9日，县长李平在怀宁分会场组织收看全市安全生产视频会议。",
                source="怀宁新闻网",
                meetings=["全市安全生产视频会议"],
            ),
            Case(
                "6月9日，市长要求各县组织召开动员会，副市长李远参加调研。",
                source="芜湖日报",
                meetings=[],
            ),
        ],
    ),
    Construction(
        "the study group of a committee meets",
        "理论学习中心组 is what the group is called; 学习 in it does not say that a meeting is only studied.",
        [
            Case(
                "县委理论学习中心组举行专题学习会\n4月12日，宁化县委理论学习中心组举行2024年第4次集体学习暨党纪学习教育读书班。"
                "县委书记余建地主持并讲话。",
                meetings=["宁化县委理论学习中心组2024年第4次集体学习暨党纪学习教育读书班"],
                roles={"宁化县委理论学习中心组2024年第4次集体学习暨党纪学习教育读书班": "主持 余建地; 讲话 余建地"},
            ),
            Case(
                "4月12日，市委理论学习中心组举行学习会，市委书记余建地主持。",
                meetings=["市委理论学习中心组学习会"],
                roles={"市委理论学习中心组学习会": "主持 余建地"},
            ),
            Case(
                "4月12日，市政府党组理论学习中心组开展第三次集体学习，市长余建地主持。",
                meetings=["市政府党组理论学习中心组第三次集体学习"],
                roles={"市政府党组理论学习中心组第三次集体学习": "主持 余建地"},
            ),
            Case("4月12日，市委书记余建地强调，要学习全国教育大会精神。", meetings=[]),
        ],
    ),
]


@pytest.mark.parametrize("case", parameters("meetings", CONSTRUCTIONS))
def test_meetings(case: Case) -> None:
    check(case)
