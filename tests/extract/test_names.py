"""Names of persons: where they start and end, and who is no official at all."""

from __future__ import annotations

import pytest

from tests.extract.facts import Case, Construction, check, parameters

CONSTRUCTIONS = [
    Construction(
        "unusual surnames",
        "A surname that is rare, or a common word, is cut or lost: the wrong person enters the graph.",
        [
            Case(
                "8月3日，台州市安全生产工作会议召开。市委书记仉明远主持会议并讲话，副市长逯海、苌宏发言。",
                officials=["仉明远", "逯海", "苌宏"],
            ),
            Case("沧州市副市长是永强、市政府秘书长么志远出席会议。", officials=["是永强", "么志远"]),
            Case("会议由县委书记佴建军主持，县长冼国栋、副县长揭晓东讲话。", officials=["佴建军", "冼国栋", "揭晓东"]),
            Case(
                "菏泽市委副书记、市长牟仁忠，菏泽市副市长生建平、妥福林出席签约仪式。",
                officials=["牟仁忠", "生建平", "妥福林"],
            ),
            Case("区委书记邸文革，区长贠晓光，区政协主席昝立民参加活动。", officials=["邸文革", "贠晓光", "昝立民"]),
        ],
    ),
    Construction(
        "surnames that are words or functions",
        "于, 和, 向, 对, 从, 经 … are surnames too; taking them for prepositions cuts the name.",
        [
            Case("市委书记于得水主持会议，市长和光远讲话。", source="威海日报", officials=["于得水", "和光远"]),
            Case("县委书记向东来、县长从维民出席座谈会。", officials=["向东来", "从维民"]),
            Case("副市长全力、副市长时建华、副市长费用参加会议。", officials=["全力", "时建华", "费用?"]),
            Case("副县长同国强、县政协主席经纬在会上发言。", officials=["同国强", "经纬"]),
            Case("市政协主席与会青主持会议。", officials=["与会青?"]),
        ],
    ),
    Construction(
        "names that are places",
        "祁连山, 靖宇, 泰安 are persons here; as regions they would be invented places.",
        [
            Case(
                "市长祁连山主持会议，副市长泰安、副市长长宁出席。",
                source="哈尔滨日报",
                officials=["祁连山", "泰安", "长宁"],
                regions=["哈尔滨市", "黑龙江省?"],
            ),
            Case(
                "县委书记王宜春、县长李九江、副县长周韶山参加了会议。",
                officials=["王宜春", "李九江", "周韶山"],
                regions=[],
            ),
            Case(
                "宜昌市委副书记、市长南昌明，襄阳市副市长马鞍山出席签约仪式。",
                officials=["南昌明", "马鞍山"],
                regions=["宜昌市 420500", "襄阳市 420600", "!南昌市", "!马鞍山市"],
            ),
            Case(
                "株洲市委书记黄石磊、株洲市长平凉主持召开座谈会。",
                officials=["黄石磊", "平凉"],
                regions=["株洲市"],
            ),
        ],
    ),
    Construction(
        "names that are words",
        "平安, 高峰, 方向, 关键 after a full title are persons; elsewhere they are words.",
        [
            Case(
                "市委副书记平安出席会议，副市长方向、高峰列席。会议强调，要以更高水平的平安建设找准方向。",
                source="芜湖日报",
                officials=["平安", "方向", "高峰"],
            ),
            Case(
                "区委常委、副区长关键介绍情况，副区长成功、副区长金融参加活动。项目成功是关键，金融是血脉。",
                officials=["关键", "成功", "金融"],
            ),
            Case("县农业农村局局长马上、县水利局局长万里主持座谈。", officials=["马上", "万里"]),
            Case(
                "市委副书记、市长文明主持会议。会议要求深化文明城市创建，副市长安全、田野分别汇报。",
                source="德阳日报",
                officials=["文明", "安全", "田野"],
            ),
        ],
    ),
    Construction(
        "two-character names in lists",
        "Two-character names have only the list to mark where they end; joined they make new persons.",
        [
            Case(
                "出席会议的市领导有王刚、李敏、张力、陈曦、丁宁。",
                source="常州日报",
                officials=["王刚", "李敏", "张力", "陈曦", "丁宁"],
            ),
            Case(
                "市领导杨丽、高洁、江山、白雪参加会议。", source="邵阳日报", officials=["杨丽", "高洁", "江山", "白雪"]
            ),
            Case("县领导王 刚、李 敏、张建国参加会议。", officials=["王刚", "李敏", "张建国"]),
            Case("县委书记石磊，县长水清，副县长金鑫、林森参加调研。", officials=["石磊", "水清", "金鑫", "林森"]),
        ],
    ),
    Construction(
        "compound surnames",
        "欧阳, 司马, 令狐 … cut after one character give a wrong surname.",
        [
            Case("市委书记欧阳立民讲话，市长司马南风主持会议。", source="闽西日报", officials=["欧阳立民", "司马南风"]),
            Case("县委书记令狐安，副县长上官云、诸葛亮亮出席会议。", officials=["令狐安", "上官云", "诸葛亮亮"]),
            Case(
                "区长皇甫静怡主持，副区长呼延庆、尉迟恭远、澹台明发言。",
                officials=["皇甫静怡", "呼延庆", "尉迟恭远", "澹台明"],
            ),
            Case("副市长范徐丽泰、副市长东方红、副市长公孙胜参加会议。", officials=["范徐丽泰", "东方红", "公孙胜"]),
        ],
    ),
    Construction(
        "minority names with a dot",
        "A dotted name runs on to the next delimiter; cut or joined it is another person.",
        [
            Case("伊犁州州长叶尔江·哈孜别克出席会议并讲话。", officials=["叶尔江·哈孜别克"]),
            Case(
                "县委副书记、县长阿布都热合曼·买买提主持会议，副县长古丽努尔·艾山汇报工作。",
                source="伊犁日报",
                officials=["阿布都热合曼·买买提", "古丽努尔·艾山"],
            ),
            Case("自治区副主席艾尔肯•吐尼亚孜在喀什调研。", officials=["艾尔肯·吐尼亚孜"]),
            Case(
                "喀什地区领导买买提江·卡德尔、刘国柱、阿不来提·吐尔逊参加会议。",
                officials=["买买提江·卡德尔", "刘国柱", "阿不来提·吐尔逊"],
            ),
        ],
    ),
    Construction(
        "minority names without a dot",
        "Mongolian and Tibetan names have neither surname nor dot.",
        [
            Case(
                "市委常委、组织部部长乌兰其其格宣布决定，副市长敖日其楞参加会议。",
                source="呼和浩特日报",
                officials=["乌兰其其格", "敖日其楞"],
            ),
            Case(
                "州委副书记、州长扎西顿珠主持会议，副州长卓玛央金发言。",
                source="甘孜日报",
                officials=["扎西顿珠", "卓玛央金"],
            ),
            Case("县长尼玛次仁、副县长索朗旺堆、旦增卓嘎参加了调研。", officials=["尼玛次仁", "索朗旺堆", "旦增卓嘎"]),
            Case("旗委书记巴特尔主持会议，旗长那日松、副旗长孟和出席。", officials=["巴特尔", "那日松", "孟和"]),
            Case(
                "州人大常委会主任曲比阿牛、州政协主席吉克阿优出席会议。",
                source="凉山日报",
                officials=["曲比阿牛", "吉克阿优"],
            ),
        ],
    ),
    Construction(
        "headline names without separators",
        "Names run together in the headline; the body tells where each ends.",
        [
            Case(
                "全省重点项目推进会议召开\n夏侯明讲话 长孙志远主持\n2月19日，全省重点项目推进会议在石家庄召开。"
                "省委书记夏侯明出席会议并讲话，省委副书记、省长长孙志远主持会议。",
                source="河北日报",
                officials=["夏侯明", "长孙志远"],
            ),
            Case(
                "三市联席会议召开\n钟仲华冯宇靖曹立夫讲话\n11月15日，三市联席会议在湘潭市召开。长沙市委书记钟仲华、株洲市委书记冯宇靖、湘潭市委书记曹立夫出席会议并讲话。",
                officials=["钟仲华", "冯宇靖", "曹立夫"],
            ),
            Case(
                "我市召开防汛工作会议\n李强主持 王向东张力出席\n"
                "7月2日，我市召开防汛工作会议。市长李强主持会议，副市长王向东、张力出席。",
                source="株洲日报",
                officials=["李强", "王向东", "张力"],
            ),
        ],
    ),
    Construction(
        "names before predicates",
        "The verb that follows must not be taken into the name, nor a given name into the verb.",
        [
            Case("市委书记张和平主持会议，市长李主任何出席。", source="台州日报", officials=["张和平", "…"]),
            Case("县长王会主持会议，副县长刘在山参加。", officials=["王会", "刘在山"]),
            Case("副市长陈致远致辞，副市长高作民作报告，副市长赵讲理讲话。", officials=["陈致远", "高作民", "赵讲理"]),
            Case("区长孙出海出席会议，副区长何主见主持，副区长于参天参加。", officials=["孙出海", "何主见", "于参天"]),
            Case("县委书记周到到会指导，县长安排主持。", officials=["周到", "安排?"]),
        ],
    ),
    Construction(
        "reporters and editors",
        "Bylines are no officials.",
        [
            Case(
                "本报讯（记者 林彦 范小舟）6月18日，全市教育工作会议召开。副市长王立新出席会议并讲话。"
                "（责任编辑：周晓）",
                source="闽西日报",
                officials=["王立新"],
            ),
            Case(
                "记者朱文君报道 17日，市委书记何明远主持召开座谈会。\n（通讯员 赵雨禾 摄影 李光）",
                source="南通日报",
                officials=["何明远"],
            ),
            Case(
                "株洲日报讯（记者/任芳 通讯员/周伟）6月19日，市长高尚武调研防汛工作。 统筹：高会鹏 校对：刘芳",
                source="株洲日报",
                officials=["高尚武"],
            ),
            Case("县长丁一鸣接受本报记者张晓专访时说，要抓好春耕。", officials=["丁一鸣"]),
        ],
    ),
    Construction(
        "company staff, scholars and citizens",
        "People named only as staff of a company, experts, villagers or award winners are no officials.",
        [
            Case(
                "6月18日，招商推介会在深圳举行。县长屈正平致辞。华晨新材料公司总经理刘一鸣、深圳市河南商会会长郑开源发言。",
                source="商城县融媒体中心",
                officials=["屈正平"],
            ),
            Case(
                "副市长钱广生到比亚迪汽车有限公司调研，公司董事长王川、副总裁李科介绍情况。",
                source="西安日报",
                officials=["钱广生"],
            ),
            Case(
                "“今年的收成不错。”白雾村村民张大山说。副县长司马晴到田间察看。",
                officials=["司马晴"],
            ),
            Case(
                "市科技局局长闻一鸣主持论坛。中国科学院院士周光华、清华大学教授李建业作主旨报告。",
                source="绵阳日报",
                officials=["闻一鸣"],
            ),
            Case(
                "会上，全国劳动模范王铁柱、创业青年李小红作了交流发言，县委书记陈志远讲话。",
                officials=["陈志远"],
            ),
        ],
    ),
    Construction(
        "historical persons and quoted authors",
        "Persons of history, authors and doctrine are no officials of today.",
        [
            Case(
                "市委书记何建民一行瞻仰了毛泽东同志旧居，参观了方志敏烈士纪念馆。",
                source="上饶日报",
                officials=["何建民", "毛泽东?"],
            ),
            Case(
                "县长林则说，苏轼曾在此为官，王阳明在此讲学，要讲好历史故事。",
                officials=["林则"],
            ),
            Case(
                "会议指出，范仲淹说“先天下之忧而忧”，党员干部要有这样的情怀。区委书记方知远主持会议。",
                officials=["方知远"],
            ),
            Case(
                "会议传达学习习近平总书记重要讲话精神，市委书记赵明主持会议。",
                source="聊城日报",
                officials=["赵明", "习近平?"],
            ),
            Case(
                "全市开展学雷锋志愿服务活动，副市长孟繁森参加。活动现场演唱了冼星海的《黄河大合唱》。",
                officials=["孟繁森"],
            ),
        ],
    ),
    Construction(
        "the same person by surname and title",
        "李市长 is the mayor already named, not a second official.",
        [
            Case("市长李志军主持会议。李市长指出，要抓好落实。", source="大丰日报", officials=["李志军"]),
            Case("县委书记欧阳明到村里走访。欧阳书记说，要办实事。", officials=["欧阳明"]),
            Case("“王县长来了！”村民高兴地说。县长王晓东详细了解了收成。", officials=["王晓东"]),
        ],
    ),
    Construction(
        "etcetera names nobody",
        "等 closes the list; what follows belongs to no name.",
        [
            Case("县领导潘辉、邵明远等参加活动。", officials=["潘辉", "邵明远"]),
            Case("市领导何海清等陪同调研。", source="赣南日报", officials=["何海清"]),
            Case("副市长陈等、副市长王平等参加会议。", officials=["王平", "陈等?"]),
            Case("区领导韩露、徐州平等区四套班子领导参加会议。", officials=["韩露", "徐州平"], regions=["!徐州市"]),
        ],
    ),
    Construction(
        "closed by unnamed heads",
        "…和有关部门负责人 must not yield a person, nor swallow the last name.",
        [
            Case("副县长查文峰和县直有关部门、各乡镇主要负责人参加活动。", officials=["查文峰"]),
            Case("副市长凌建新及市发改委、市财政局负责同志参加会议。", source="南通日报", officials=["凌建新"]),
            Case("市领导管亚平、任立与各县区主要负责同志出席会议。", source="毕节日报", officials=["管亚平", "任立"]),
        ],
    ),
    Construction(
        "words that look like names",
        "Ordinary words that begin with a surname character must never become persons.",
        [
            Case("会议强调，各级领导干部要常抓不懈。任务完成、安全生产、高质量发展、文明创建都要落实。", officials=[]),
            Case(
                "市委书记何平强调，要严格执行、金融支持、万众一心、全力以赴，干部要敢担当。",
                source="蚌埠日报",
                officials=["何平"],
            ),
            Case("县委副书记、县长主持会议，县委常委、各副县长参加会议。", officials=[]),
            Case("全体市委常委、副市长分别汇报，主任委员会议成员列席。", officials=[]),
            Case("市委书记、市长分别率队走访慰问，安排部署节日值班。", officials=[]),
        ],
    ),
    Construction(
        "names with ceremonial words",
        "同志, 先生, 女士, 一行, 本人, 亲自 do not belong to the name.",
        [
            Case(
                "会议由市委书记林志明同志主持，市长方国平同志作工作报告。",
                source="三明日报",
                officials=["林志明", "方国平"],
            ),
            Case("县委书记高远一行到企业走访。", officials=["高远"]),
            Case("区委书记田亲民亲自主持会议，区长严谨女士致辞。", officials=["田亲民", "严谨"]),
            Case("贺长征同志任中共株洲市委委员、常委、副书记。", officials=["贺长征"]),
        ],
    ),
    Construction(
        "markings in brackets",
        "Marks of sex, nation or vacancy in brackets are no part of the name and no person.",
        [
            Case("副市长谢红（女）、买买提（维吾尔族）出席会议。", source="克拉玛依日报", officials=["谢红", "买买提"]),
            Case("县委副书记张远（挂职）、副县长杜鹃（女，回族）参加会议。", officials=["张远", "杜鹃"]),
            Case("市长郭守正（右二）调研企业。", source="商丘日报", officials=["郭守正"]),
        ],
    ),
    Construction(
        "a title followed by words",
        "After 总书记, 主席, 市长, 领导 without a name the next words are no name.",
        [
            Case("全市人民牢记总书记殷殷嘱托，锐意进取。市委书记何平主持会议。", source="芜湖日报", officials=["何平"]),
            Case(
                "6月18日，市长何平同他们一一握手，书记热情问候，领导才能得到锻炼。",
                source="芜湖日报",
                officials=["何平"],
            ),
            Case(
                "县长要亲临现场，局长尽快修改方案，这件事涉及城市长远发展。副县长王力说。",
                source="怀宁新闻网",
                officials=["王力"],
            ),
            Case(
                "各级领导和机关、各级书记和班子要做好表率。县长程巧云强调。", source="怀宁新闻网", officials=["程巧云"]
            ),
            Case("会议由审判长查明身份后开始，书记员宣读纪律，政委员会成员列席。", officials=[]),
            Case(
                "本届政协委员基本保留，新任委员严格审查。市政协主席万俟宏说。",
                source="牡丹江日报",
                officials=["万俟宏"],
            ),
        ],
    ),
    Construction(
        "scholars and managers named with their institution",
        "Professors, chief scientists and sales managers are no officials.",
        [
            Case(
                "项目以北京大学杨开元教授为首席科学家。副市长王力出席启动仪式。", source="芜湖日报", officials=["王力"]
            ),
            Case(
                "某环保科技有限公司营销总监符思源对记者表示，产品热销。县长程巧云走访企业。",
                source="怀宁新闻网",
                officials=["程巧云"],
            ),
            Case(
                "中央气象台首席预报员马学礼介绍，周末有雨。副市长王力到防汛一线检查。",
                source="芜湖日报",
                officials=["王力", "马学礼?"],
            ),
            Case(
                "市第一人民医院心内科医生林小雨提醒市民注意。市卫健委主任王力出席义诊。",
                source="芜湖日报",
                officials=["王力"],
            ),
        ],
    ),
    Construction(
        "lists of the elected with notes in brackets",
        "（女）（满族） stand between the names of a list and break none.",
        [
            Case(
                "会议选举何平为县人大常委会主任，丁香（女）、王重山、韩南（满族）为副主任。",
                source="怀宁新闻网",
                officials=["何平", "丁香", "王重山", "韩南"],
            ),
            Case(
                "选举卢克为市政协主席，买买提·依明（维吾尔族）、杨怀孝（女，回族）为副主席。",
                source="克拉玛依日报",
                officials=["卢克", "买买提·依明", "杨怀孝"],
            ),
            Case(
                "副市长谢红（女）、敖日其楞（蒙古族），市政府秘书长何清（挂职）参加会议。",
                source="呼和浩特日报",
                officials=["谢红", "敖日其楞", "何清"],
            ),
        ],
    ),
    Construction(
        "a title as part of a longer word",
        "常委班子, 书记研修班, 市长协会, 领导小组成员到位: the title names nobody.",
        [
            Case(
                "6月18日，市委书记何平代表市委常委班子作对照检查，常委班子成员逐一发言。",
                source="芜湖日报",
                officials=["何平"],
            ),
            Case("6月18日，县委书记研修班开班，副县长王力参加开班式。", source="怀宁新闻网", officials=["王力"]),
            Case(
                "论坛由中国市长协会主办，市长论坛主任委员会议同期举行。副市长王力致辞。",
                source="芜湖日报",
                officials=["王力"],
            ),
            Case(
                "防汛指挥部全体成员到位，局长信箱、书记热线开通，县长程巧云坐镇指挥。",
                source="怀宁新闻网",
                officials=["程巧云"],
            ),
            Case(
                "要以受表彰的优秀县委书记为榜样，把县委书记轮训一遍。市委组织部部长何清说。",
                source="芜湖日报",
                officials=["何清"],
            ),
            Case(
                "部分委员认为要加大处罚，也有委员建议放宽。市人大常委会主任黄桥主持会议。",
                source="泰州日报",
                officials=["黄桥"],
            ),
        ],
    ),
    Construction(
        "a person greeted by a title after the name",
        "何书记, 克强总理 and 李总 are forms of address, no new persons.",
        [
            Case("市长何平主持会议，何市长语气平稳，条理清楚。", source="芜湖日报", officials=["何平"]),
            Case("县委书记叶长青走访企业，“叶书记常来。”恒达公司李总说。", source="今日常山", officials=["叶长青"]),
            Case(
                "副县长司马晴到村里，“司马县长又来了。”老支书高兴地说。",
                source="会泽县融媒体中心",
                officials=["司马晴"],
            ),
        ],
    ),
    Construction(
        "unnamed units after 和",
        "和区直有关单位: 区 and 市 are no family names there.",
        [
            Case("区政府办公室主任查屏和区直有关单位主要负责人参加会议。", source="鼓楼发布", officials=["查屏"]),
            Case(
                "副市长王力和市直相关部门、县区负责人参加；区长张勇、区属企业负责人列席。",
                source="芜湖日报",
                officials=["王力", "张勇"],
            ),
            Case(
                "县委副书记钱大志，县直各单位、各镇乡负责人，县属国企代表参加会议。",
                source="怀宁新闻网",
                officials=["钱大志"],
            ),
        ],
    ),
    Construction(
        "rare family names in lists",
        "虢, 买, 逄, 亓, 盖, 员 after a title or in a list of leaders.",
        [
            Case(
                "6月18日，全州会议召开，州委书记虢正贵讲话，副州长亓官云主持。",
                source="团结报",
                officials=["虢正贵", "亓官云"],
            ),
            Case("自治区领导雷东生、买彦州、妥学进参加。", source="宁夏日报", officials=["雷东生", "买彦州", "妥学进"]),
            Case(
                "市领导逄金明、亓伟、盖志勇、员建国出席。",
                source="青岛日报",
                officials=["逄金明", "亓伟", "盖志勇", "员建国"],
            ),
            Case("县长撒贝宁、副县长冶青、马麒参加会议。", source="临夏日报", officials=["撒贝宁", "冶青", "马麒"]),
        ],
    ),
    Construction(
        "names before adverbs and less common verbs",
        "第一时间, 交谈, 随即, 冒雨, 专程, 坐镇 … end a name.",
        [
            Case(
                "6月18日，县长程远第一时间赶赴现场，县委书记高明冒雨察看水库。",
                source="太湖新闻网",
                officials=["程远", "高明"],
            ),
            Case(
                "市委书记何平与村党总支书记程军交谈，同镇长丁伟算账。",
                source="安庆日报",
                officials=["何平", "程军", "丁伟"],
            ),
            Case(
                "副县长查文峰坐镇指挥，县应急局局长胡进连夜转移群众，镇党委书记王飞随即报告。",
                source="怀宁新闻网",
                officials=["查文峰", "胡进", "王飞"],
            ),
            Case(
                "区长张国强专程看望，副区长李亮现场解答，区卫健委主任何清逐一回应。",
                source="鼓楼发布",
                officials=["张国强", "李亮", "何清"],
            ),
        ],
    ),
    Construction(
        "leaders with rare family names",
        "Who stands in a list under 区领导 is a leader whatever he is called; 班子成员 is no post.",
        [
            Case(
                "区领导赵新河、赫青栋、王小平、白兵坤参加会议。",
                source="港闸新闻",
                officials=["赵新河", "赫青栋", "王小平", "白兵坤"],
            ),
            Case("县领导余岱、嵊泗泓、沙马拉出席。", source="怀宁新闻网", officials=["余岱", "嵊泗泓", "沙马拉"]),
            Case(
                "区班子成员张磊、万军出席会议。",
                source="港闸新闻",
                officials=["张磊", "万军"],
                posts={"张磊": [], "万军": []},
            ),
        ],
    ),
    Construction(
        "characters that are seldom in names",
        "省 and 汇 mostly end or open other words, but stand in names too.",
        [
            Case("两当县委书记郭省军出席会议。", officials=["郭省军"]),
            Case("鄂尔多斯市代市长杜汇良先后发言。", officials=["杜汇良"]),
            Case("怀宁县县长李明汇报工作。", officials=["李明"]),
        ],
    ),
    Construction(
        "来 before a place is a verb",
        "扬州市市长来榆林考察: 来 is a rare surname; before what is a place it is the verb.",
        [
            Case(
                "扬州市市长来榆林考察\n6月8日，扬州市市长王进健来榆林考察。",
                officials=["王进健"],
                regions=["扬州市", "榆林市"],
            ),
            Case(
                "省委书记来芜湖调研\n6月8日，安徽省委书记韩俊来芜湖调研。",
                officials=["韩俊"],
                regions=["芜湖市", "安徽省"],
            ),
            Case(
                "市委书记来泾县调研\n5月9日，宣城市委书记李中到泾县调研，泾县县委书记梅旭昶陪同。",
                officials=["李中", "梅旭昶"],
                regions=["泾县", "宣城市"],
            ),
        ],
    ),
    Construction(
        "a time right behind the name",
        "赵德明本周赴…: 本周 is no part of the name.",
        [
            Case("柳州市委书记赵德明本周赴杭州市开展招商考察活动。", officials=["赵德明"]),
            Case("柳州市市长张壮今天到鹿寨县调研。", officials=["张壮"]),
            Case("柳州市市长张壮连日来深入鹿寨县调研。", officials=["张壮"]),
        ],
    ),
]


@pytest.mark.parametrize("case", parameters("names", CONSTRUCTIONS))
def test_names(case: Case) -> None:
    check(case)
