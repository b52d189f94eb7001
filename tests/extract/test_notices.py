"""Notices: appointments and removals, candidates before appointment, discipline: officials and posts, no meeting."""

from __future__ import annotations

import pytest

from tests.extract.facts import Case, Construction, check, parameters

CONSTRUCTIONS = [
    Construction(
        "appointed and removed in one notice",
        "任命 gives a post, 免去 takes it; both name officials, nobody meets.",
        [
            Case(
                "赣州市人民政府6月18日发出任免通知，决定：\n任命王建国为赣州市教育局局长；\n"
                "免去李红的赣州市水利局副局长职务。",
                officials=["王建国", "李红"],
                posts={"王建国": ["赣州市 市教育局局长/current|appointed"], "李红": ["赣州市 市水利局副局长/removed?"]},
                meetings=[],
            ),
            Case(
                "经研究决定：\n张和平同志任怀宁县林业局局长，免去其怀宁县水务局局长职务；\n"
                "免去刘红兵怀宁县商务局局长职务。",
                officials=["张和平", "刘红兵"],
                posts={"张和平": ["怀宁县 县林业局局长", "怀宁县 县水务局局长/removed?"]},
                meetings=[],
            ),
            Case(
                "省人民政府决定，任命祝衡山为湖南省交通运输厅副厅长（试用期一年），"
                "免去常宁的湖南省水利厅副厅长职务，退休。",
                officials=["祝衡山", "常宁"],
                posts={"祝衡山": ["湖南省 省交通运输厅副厅长"], "常宁": ["湖南省 省水利厅副厅长/removed?"]},
                meetings=[],
                regions=["湖南省", "!常宁市"],
            ),
        ],
    ),
    Construction(
        "party posts with organ in full",
        "任中共X市委委员、常委、书记 are three posts in one organ.",
        [
            Case(
                "湖南省委批准：端木清同志任中共常德市委委员、常委、副书记。",
                posts={"端木清": ["常德市 市委委员", "常德市 市委常委", "常德市 市委副书记"]},
                meetings=[],
            ),
            Case(
                "市委决定：云飞扬同志任中共新城区委员会委员、常委、书记。",
                source="呼和浩特日报",
                posts={"云飞扬": ["新城区 区委委员", "新城区 区委常委", "新城区 区委书记"]},
                meetings=[],
            ),
            Case(
                "日前，江西省委批准：何平同志任中共赣州市委常委。",
                posts={"何平": ["赣州市 市委常委"]},
                meetings=[],
            ),
        ],
    ),
    Construction(
        "candidates before appointment",
        "拟任, 提名为…候选人 are told as such and are not the present post.",
        [
            Case(
                "任前公示\n王建国，男，汉族，1970年3月生，中央党校大学，中共党员，现任怀宁县副县长，拟任县级领导正职。",
                officials=["王建国"],
                posts={"王建国": ["怀宁县 副县长", "…"]},
                meetings=[],
            ),
            Case(
                "李红同志任新城区委副书记，提名为新城区人民政府区长候选人。",
                source="呼和浩特日报",
                posts={"李红": ["新城区 区委副书记", "新城区 区长候选人/appointed?"]},
            ),
            Case(
                "任前公示\n张力，女，1975年5月生，现任赣州市教育局副局长，拟提名为赣州市科学技术局局长人选。",
                officials=["张力"],
                posts={"张力": ["赣州市 市教育局副局长", "…"]},
                meetings=[],
            ),
        ],
    ),
    Construction(
        "by vote of a standing committee",
        "任命 by a congress: the meeting is an event, the persons hold posts.",
        [
            Case(
                "6月18日，赣州市第六届人民代表大会常务委员会第十二次会议通过：任命何平为赣州市副市长，"
                "决定免去李红的赣州市公安局局长职务。",
                officials=["何平", "李红"],
                posts={"何平": ["赣州市 副市长"], "李红": ["赣州市 市公安局局长/removed?"]},
            ),
            Case(
                "6月18日，怀宁县十八届人大三次会议选举程巧云为县长，选举丁香、马骏为副县长。",
                officials=["程巧云", "丁香", "马骏"],
                posts={"程巧云": ["怀宁县 县长"], "丁香": ["怀宁县 副县长"], "马骏": ["怀宁县 副县长"]},
            ),
            Case(
                "6月18日，大丰区人大常委会会议决定接受李志军辞去区长职务的请求，任命周正为代理区长。",
                officials=["李志军", "周正"],
                posts={"李志军": ["大丰区 区长/removed?"], "周正": ["大丰区 代理区长"]},
            ),
        ],
    ),
    Construction(
        "investigated",
        "Disciplinary notices name an official and the post; nobody meets.",
        [
            Case(
                "江西省纪委监委6月18日消息：赣州市人大常委会副主任何平涉嫌严重违纪违法，目前正接受纪律审查和监察调查。",
                officials=["何平"],
                posts={"何平": ["赣州市 市人大常委会副主任"]},
                meetings=[],
                roles={},
            ),
            Case(
                "怀宁县水利局党组书记、局长程远接受审查调查\n"
                "据安庆市纪委监委消息：怀宁县水利局党组书记、局长程远涉嫌严重违纪违法，目前正接受审查调查。",
                officials=["程远"],
                posts={"程远": ["怀宁县 县水利局党组书记", "怀宁县 县水利局局长"]},
                meetings=[],
            ),
            Case(
                "河北省委原常委、秘书长景春华被开除党籍和公职",
                officials=["景春华"],
                posts={"景春华": ["河北省 省委常委/former?", "河北省 省委秘书长/former?"]},
                meetings=[],
            ),
        ],
    ),
    Construction(
        "curriculum vitae",
        "Posts of the past are not held; the native place does not act.",
        [
            Case(
                "王建国简历\n王建国，男，1970年3月生，曾任石城县副县长，现任瑞金市委书记。",
                officials=["王建国"],
                posts={"王建国": ["瑞金市 市委书记", "石城县 副县长/former?"]},
                meetings=[],
            ),
            Case(
                "据公开简历，李红长期在常德市工作，历任临澧县县长、石门县委书记，2021年任常德市副市长。",
                officials=["李红"],
                posts={"李红": ["常德市 副市长", "临澧县 县长/former?", "石门县 县委书记/former?"]},
                meetings=[],
            ),
            Case(
                "此前，赣州市委书记一职由何平担任，何平已调任省委常委。",
                source="江西日报",
                officials=["何平"],
                posts={"何平": ["江西省 省委常委", "赣州市 市委书记/former?"]},
                meetings=[],
            ),
        ],
    ),
    Construction(
        "notices that concern no officials",
        "Recruitment, prizes and court pages have names and no officials.",
        [
            Case(
                "怀宁县教育局公开招聘教师公告\n经笔试、面试，拟录用张明、李红等12名教师，现予公示。",
                officials=[],
                meetings=[],
            ),
            Case(
                "怀宁县人民法院公告\n王大力：本院受理原告李小红诉你离婚纠纷一案，现依法公告送达。",
                officials=[],
                meetings=[],
            ),
            Case(
                "2023年全国劳动模范公示名单\n张铁柱，怀宁县第一中学教师；李小红，怀宁县人民医院护士。",
                officials=[],
                meetings=[],
            ),
        ],
    ),
    Construction(
        "resignations accepted",
        "接受…辞去…职务的请求 names an official whose post is over.",
        [
            Case(
                "会议表决通过了关于接受赵明辞去安庆市副市长职务请求的决定。",
                officials=["赵明"],
                posts={"赵明": ["安庆市 副市长/removed|former?"]},
            ),
            Case(
                "6月18日，芜湖市人大常委会会议决定接受何平辞去芜湖市市长职务的请求，决定李远为芜湖市代理市长。",
                officials=["何平", "李远"],
                posts={"何平": ["芜湖市 市长/removed|former?"], "李远": ["芜湖市 代理市长"]},
            ),
            Case(
                "因工作调动，王力请求辞去怀宁县副县长职务，会议予以接受。",
                officials=["王力"],
                posts={"王力": ["怀宁县 副县长/removed|former?"]},
            ),
        ],
    ),
    Construction(
        "no longer holds",
        "不再担任, 另有任用: the person stays, the post does not.",
        [
            Case(
                "市委决定：云飞同志不再担任新城区委书记、常委、委员职务，另有任用。",
                source="呼和浩特日报",
                officials=["云飞"],
                posts={
                    "云飞": [
                        "新城区 区委书记/removed|former?",
                        "新城区 区委常委/removed|former?",
                        "新城区 区委委员/removed|former?",
                    ]
                },
                meetings=[],
            ),
            Case(
                "李中任中共六安市委书记，叶露不再担任中共六安市委书记职务。",
                officials=["李中", "叶露"],
                posts={"李中": ["六安市 市委书记"], "叶露": ["六安市 市委书记/removed|former?"]},
                meetings=[],
            ),
            Case(
                "怀宁县公安局局长王力因到龄退休，不再担任局长职务。",
                officials=["王力"],
                posts={"王力": ["怀宁县 县公安局局长/removed|former|current?"]},
                meetings=[],
            ),
        ],
    ),
    Construction(
        "one person in two sentences",
        "现任 in the sentence after the birth date tells the post held.",
        [
            Case(
                "马建中,男,回族,1970年1月生,民盟盟员。现任萧县人民政府副县长,拟提名为县人大常委会副主任候选人。",
                posts={"马建中": ["萧县 副县长"]},
                meetings=[],
            ),
            Case(
                "丁向阳,男,汉族,1980年9月生,研究生学历。"
                "现任宿马现代产业园区党工委委员、管委会副主任,拟任泗县县委常委。",
                posts={"丁向阳": ["宿马现代产业园区 党工委委员", "宿马现代产业园区 管委会副主任"]},
                meetings=[],
            ),
            Case(
                "许志远,男,1972年6月生,中共党员。现任砀山县委常委、组织部部长,拟任市直单位正职。",
                posts={"许志远": ["砀山县 县委常委", "砀山县 县委组织部部长"]},
                meetings=[],
            ),
        ],
    ),
    Construction(
        "a header that tells who decides",
        "…会议任命： and the lines under it; 免去X的…委员职务 hides no name.",
        [
            Case(
                "黄山市六届人大常委会第十次会议任命：\n胡海军为黄山市人民政府副市长；\n"
                "程红为黄山市人民检察院副检察长。",
                posts={"胡海军": ["黄山市 副市长"], "程红": ["黄山市 市人民检察院副检察长"]},
            ),
            Case(
                "全会决定,批准免去葛根同志市委委员职务的请求。",
                source="通辽日报",
                officials=["葛根"],
            ),
            Case(
                "扬州市委决定：司徒建中任高邮市委书记，免去端木宏的高邮市委书记、常委职务。",
                officials=["司徒建中", "端木宏"],
                posts={"司徒建中": ["高邮市 市委书记"]},
                meetings=[],
            ),
        ],
    ),
    Construction(
        "免去其 names nobody",
        "其 is who was named before.",
        [
            Case(
                "安吉县人民政府决定：孙力平任县政府办公室副主任，免去其安吉县递铺街道办事处副主任职务。",
                officials=["孙力平"],
            ),
            Case("会议决定任命王建军为滑县副县长，免去其滑县财政局局长职务。", officials=["王建军"]),
            Case("任命何静怡为怀宁县商务局局长，同时免去其怀宁县招商局副局长职务。", officials=["何静怡"]),
        ],
    ),
    Construction(
        "a new holder whose name begins like an adverb",
        "任命曾超群为…: behind the verb of appointment stands a name.",
        [
            Case("会议决定任命曾超群为娄底市代理市长。", posts={"曾超群": ["娄底市 代理市长"]}),
            Case("会议补选曾光明为滑县人大常委会主任。", posts={"曾光明": ["滑县人大常委会主任"]}),
            Case("会议决定免去曾解放的滑县副县长职务。", officials=["曾解放"]),
        ],
    ),
    Construction(
        "a table of names and posts",
        "Under 任命: each row is a name and its post; under 免去: a name that holds nothing any more.",
        [
            Case(
                "宝鸡市人民政府关于曹建军等同志任免的通知\n经研究决定：\n任命：\n姓名 职务\n曹建军 市交通运输局局长\n"
                "薛梅 市卫生健康委员会副主任（试用期一年）\n免去：\n白冰 市交通运输局局长职务\n宝鸡市人民政府",
                title="宝鸡市人民政府关于曹建军等同志任免的通知",
                posts={
                    "曹建军": ["宝鸡市 交通运输局局长"],
                    "薛梅": ["宝鸡市 卫生健康委员会副主任"],
                    "白冰": [],
                },
            ),
            Case(
                "平江县人民代表大会常务委员会任命名单\n任命：\n1. 李远强 县财政局局长\n2. 欧阳明 县水利局局长\n"
                "3. 何 平 县教育局局长",
                title="平江县人民代表大会常务委员会任命名单",
                posts={"李远强": ["平江县 财政局局长"], "欧阳明": ["平江县 水利局局长"], "何平": ["平江县 教育局局长"]},
            ),
            Case(
                "会议决定任命：\n李远强 县财政局局长。\n会议地点 县行政中心三楼会议室",
                source="平江新闻网",
                posts={"李远强": ["平江县 财政局局长"]},
                officials=["李远强"],
            ),
        ],
    ),
]


@pytest.mark.parametrize("case", parameters("notices", CONSTRUCTIONS))
def test_notices(case: Case) -> None:
    check(case)
