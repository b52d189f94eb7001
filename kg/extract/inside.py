"""Places inside other names: the firm, the school, the road, the treaty that is called after one is not the place."""

from __future__ import annotations

import re
from functools import cache

from kg.lexicon.csvs import rows
from kg.lexicon.places import Form

#: Right behind a place: 南京路, 苏州河, 宁波帮, 北京冬奥会, 北京宣言
_BEHIND = re.compile(
    r"(?:[东西南北中]?路(?![线径透演桥])|大街|街(?![道区镇])|河(?![北南东西源池口间长])|湖(?![北南州长])|火锅|拉面|大闸蟹|"
    r"茶(?!产业|叶产业|业|园|区|乡|企|农|商|旅)|玉|籍|报(?=讯|社|记者)|帮(?!扶|助|带|办|困|企)|菜|话|人民网|奥运|冬奥|亚运|世博|宣言|公约|议定书|精神(?!文明|卫生|面貌|病|残))"
)
#: Behind a place and a few words without an act among them: 安徽|古井贡酒公司, 上海|浦东分行
_ACT = (
    "召开|举行|举办|推进|建设|加快|调研|考察|参加|检查|视察|出席|组织|开展|启动|支持|实现|发展|打造|推动|签|联合|携手|"
    "将|的|对|向|为|把|与|和(?!平)|及|到|在|赴|以|就|等|市|县|省|州|委|政府|人大|政协"
)
_NAMED = re.compile(
    rf"(?:(?!{_ACT})[\u4e00-\u9fff]){{0,8}}?(?:集团|公司|银行|分行|支行|股份|大学|学院|中学|小学|医院|日报|晚报|晚刊|早报|"
    r"时报|新闻网|发布|传媒|电视台|广播电视台|融媒|客户端|大道|路口|高速|铁路|高铁|机场|大桥|酒店|宾馆|商会|证券|科技有限|"
    r"有限责任)"
)
#: The same, only behind a short form: 红山|军马场 is no part of 红山区, 红山区|林场 may be
_NAMED_SHORT = re.compile(
    rf"(?:(?!{_ACT})[\u4e00-\u9fff]){{0,3}}?(?:[林农牧茶马]场|实验室|研究[院所]|博物[馆院]|纪念[馆园]|水库|水电站|煤矿|油田|军区|警备区|卫戍区|国家公园|(?:卫星)?发射(?:中心|场))"
)
#: 驻上海|总领事, 驻京|办事处
_POSTED = re.compile(r"(?:总?领事|使馆|办事处|联络处|记者站|部队)")
#: 新华社|北京|6月18日电
_DATELINE = re.compile(r"(?:\d{1,2}月)?\d{1,2}日电")
#: “皖美|徽州|·…”, “好客|山东|”: two characters and a place in quotation marks praise it
_SLOGAN = re.compile(r"[“\"‘《][\u4e00-\u9fff]{2}$")
_SLOGAN_ENDS = frozenset('·”"’》')
#: “苏州|经验”, “昆山|之路”: what others learn from
_MODEL = re.compile(r"(?:经验|模式|之路|样本|样板|速度|实践|奇迹|现象)[”\"’]")
#: The own organs of a place, whatever stands behind them
_ORGANS = ("市委", "县委", "区委")


#: 黑河|河长联席会议; 柔远河、|黑河: a river, whatever city has its name
_A_RIVER = re.compile(r"河长|流域|干流|支流|沿岸|水质|堤防")
_RIVER_BEFORE = re.compile(r"[\u4e00-\u9fff]{2}河、$")


@cache
def _rivers() -> tuple[str, ...]:
    return tuple(row["name"] for row in rows("rivers"))


def _among_rivers(text: str, start: int, end: int) -> bool:
    """澜沧江、|怒江: a river in a list of rivers. (镇江、九江 are cities: one of the two has to be no more than a river.)"""
    ahead, behind = text[max(0, start - 6) : start], text[end : end + 6]
    return (ahead.endswith("、") and ahead[:-1].endswith(_rivers())) or (
        behind.startswith("、") and behind[1:].startswith(_rivers())
    )


def inside_name(text: str, start: int, end: int, form: Form) -> bool:
    """Whether the place at ``text[start:end]`` is only part of another's name; `form` is how it is written."""
    if text.startswith(_ORGANS, end):
        return False
    if _BEHIND.match(text, end) or _NAMED.match(text, end):
        return True
    before = text[start - 1 : start]
    if before == "驻" and _POSTED.match(text, end):
        return True
    if form not in ("short", "alias"):
        return False
    if _NAMED_SHORT.match(text, end):
        return True
    if before in ("社", "网") and _DATELINE.match(text, end):
        return True
    if text[end - 1] in "江河" and (_among_rivers(text, start, end) or _A_RIVER.match(text, end)):
        return True
    if text[end - 1] == "河" and _RIVER_BEFORE.search(text, max(0, start - 6), start):
        return True
    if before in ("“", '"', "‘") and _MODEL.match(text, end):
        return True
    if text.startswith("局", end) and text.endswith(("国铁", "铁路"), 0, start):
        return True
    return text[end : end + 1] in _SLOGAN_ENDS and _SLOGAN.search(text, max(0, start - 3), start) is not None
