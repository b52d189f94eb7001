"""What stands around a name that tells a place from a person, a word, a road, a mountain."""

from __future__ import annotations

import re

#: A title right before a name: what follows it is a person.
TITLE_BEFORE = re.compile(
    "(?:书记|[省市县区州盟旗镇乡村部厅局处科院校会行站所组队团社室书察事员议总军师司署庭]长|[省市县区委院会]领导|主任|主席|委员|常委|总理|省委书记|经理|任命|免去|先生|女士)$"
)
TITLE_ENDS = frozenset("记长导任席员委志理命去生士")
#: 副市长沙海: what 长 belongs to when one of these stands before it.
OFFICE = frozenset((*"省市县区州盟旗镇乡村部厅局处科院校会行站所组队团社",))
#: … of those, the ones whose head is more likely meant than a place on 长.
SEATS = frozenset((*"省市县区州盟旗镇乡部厅局",))
#: What a person does right after being named.
PREDICATES = (
    "出席",
    "参加",
    "主持",
    "陪同",
    "讲话",
    "汇报",
    "列席",
    "致辞",
    "指出",
    "强调",
    "表示",
    "介绍",
    "到会",
    "一行",
    "同志",
)
DIVISION = frozenset(("省", "市", "县", "区", "州", "盟", "旗"))
#: What may stand between a place and the next comma: 成都等、
BEHIND_PLACE = frozenset(("等", "和", "与", "及", "的", "段", "籍", "人", "港", "、", "，"))
#: What follows two places that do something together.
BEHIND_PAIR = re.compile(
    "(?:两县|两地|两区|两市|县|共同|联合|携手|联手|正式)?(?:签|缔结|达成|结对|结为|结成|合作|协作|共建|毗邻|交界|接壤|互访|开展|举行|举办|召开|建立|对接|两[县地区市])"
)
#: An organ, or who heads it: 城区|人大常委会
ORGAN = re.compile(
    "(?:委(?=书记|副书记|常委|员会|、)|区委|区政府|区长|副区长|区人大|区政协|区纪委|人大常委会|人民政府|政协|党政代表团|代表团|人民法院|人民检察院)"
)
#: 苏南海等6名政协委员: how a list of persons ends.
AND_SO_MANY = re.compile("等(?:[0-9一二两三四五六七八九十]{1,3}[人名位]|领导|同志|人)")
#: Short forms that end in these are called after a mountain or a river, and with these behind them they are it.
RELIEF = frozenset("山岭江河湖原峰")
#: … and a county's short form with these behind it is the river or the lake: 衢江治理, 漳河沿岸
WATER = re.compile("治理|沿岸|两岸|干流|支流|航道|水质|水位|河道|水系|大堤|防洪")
NATURE = re.compile("森林(?!城|公安)|林海|山脉|腹地|余脉|主峰|流域|原始")
#: A county's short form before one of these names a mountain, a lake, a railway, a village.
FEATURE = frozenset(("山", "湖", "荡", "河", "江", "溪", "洲", "岛", "峡", "湾", "线", "村"))
SEPARATOR = frozenset(("、", "，", ",", "。", "；", ";", " ", "\n", "\u3000"))
#: What stands before two places that do something together.
BEFORE_PAIR = frozenset((*SEPARATOR, *"在由为化动进“"))
#: Whoever sets out goes to a place: 赴|凉山|考察, 前往|和田|看望; so is where one is, whom one helps or deals with.
SET_OUT = re.compile("(?:赴|前往|抵达)$")
BEING_THERE = re.compile("(?:到|在|来到|走进|支援|帮扶|援助|援建|结对)$")
WITH = re.compile("[与同]$")
DONE_THERE = re.compile(
    "[,，。;；]|[^,，。;；、]{0,6}(?:等地|等[县市区州])|(?:学习)?(?:考察|调研|走访|看望|慰问|对接|洽谈|招商|参观|回访|支教|支医|支农)"
    "|(?:召开|举行|举办|开展|参加|出席|推进|推动|启动)"
)
#: What follows the 县 of a county's organ: 县委, 县长, 县政府, 县人大, 县纪委
SEAT_WORDS = frozenset("委长政人纪监副")
#: What stands before a county that is also cut from other words (和县): a boundary, or what it lies in.
BEFORE_WORD = frozenset((*"、，,。；;：: \n\u3000（(省", ""))
#: What stands before a surname: a boundary, or the end of a title.
BEFORE_NAME = frozenset((*"、，,。；;：: \n\u3000（(“记长席任员理志事导命去名", ""))
#: 中山路, 南京大街: the name of a road and not the place. 九江路线 is no road.
ROAD = re.compile("(?:路(?![线径网演透子段])|街(?!道|区)|大道|大街|胡同|广场|大厦)")
ROAD_START = frozenset(("路", "街", "大", "胡", "广"))


def is_road(text: str, end: int) -> bool:
    """Whether a road or a square is named by what stands behind a place."""
    return ROAD.match(text, end) is not None


def set_out_for(text: str, start: int, end: int) -> bool:
    """Whether somebody sets out for what stands at ``text[start:end]``: 赴|石河子|考察."""
    going = SET_OUT.search(text, max(0, start - 2), start)
    return going is not None and DONE_THERE.match(text, end) is not None
