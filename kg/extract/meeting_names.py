"""What of the words before a meeting's head is its name, and what only points at one or counts several."""

from __future__ import annotations

import re
from typing import Literal

#: own: a name; pointed: one told elsewhere (这次座谈会); several: no single event (一系列会议, 3轮会谈)
Told = Literal["own", "pointed", "several"]

_POINTED = re.compile(r"的?(?:这次|此次|本次|这场|这个|同一个|上述|本届|该(?=.{2,6}$)|此(?=会$|会议$))")
_SEVERAL = re.compile(
    r"(?:一些|一系列|各种|各类|这类|此类|历次|历届|每[场次届年月周]|[多数几][次场轮期]|两[次场轮]|\d+[期轮场次](?!常委会|常务|主席|主任|党组)|[一二三四五六七八九十]+[期轮场](?!会议)|[二三四五六七八九十]+次(?=[\u4e00-\u9fff]{0,4}(?:座谈会|会谈|会见|会晤|研讨会|论坛)$)|"
    r"[一二三四五六七八九十]+届(?=[\u4e00-\u9fff]{2,8}(?:大会|论坛|年会)$)(?!.*(?:人大|政协|代表|委员|中央)))"
)
#: What describes the event before its name begins: 由甲公司主办的, 为期两天的, 最近结束的, 一年一度的.
_DESCRIBED = re.compile(
    r"(?:[^,，]{2,24}?(?:牵头主办|主办|承办)的|由[^,，]{2,60}?(?:主办|承办|举办|组织|发起)的|为期[^,，的]{1,6}的|题为[《“][^》”]*[》”]的|"
    r"(?:最近|近期|日前|刚刚|不久前|今年年?初|年初|年底|上个?月底?)(?:结束|举行|召开|举办)?的?|"
    r"(?:(?:举世瞩目|一年一度|备受(?:关注|瞩目)|隆重|盛大|庄严|简短|简朴|热烈|庄重|特殊)(?:的、|而|、|的))+|[(（][一二三四五六七八九十\d]+[)）]|\d{1,2}月份?(?=[\u4e00-\u9fff]{2})|[\u4e00-\u9fff]{2,6}(?:进行|举行|举办)的|(?:出席|列席|旁听|参加)?[或并和](?:出席|列席|旁听|参加)了?|(?:列席|旁听)了|对(?=这次|此次|本次|(?:年会|大会|会议|论坛|峰会)$)|[\u4e00-\u9fff]{2,3}前的|(?:和|与|就)(?=[\u4e00-\u9fff]{1,6}[—－-]|第[一二三四五六七八九十\d]+[届次]|20\d\d)|(?:盛大|隆重|热烈)(?=[\u4e00-\u9fff]{2,4}(?:仪式|典礼|大会))|"
    r"(?:以及|及(?!时))|(?:包括|比如|例如|诸如)|第[一二三四五六七八九十\d]{1,3}场)"
)
#: 签约、论坛等380多场活动: kinds of event, no event
_KINDS = re.compile(
    r"(?:(?:招商|项目|高端|产业|投资|专题|主题)?(?:签约|论坛|展览|展示|展销|招商|推介|洽谈|路演|讲座|培训|研讨|演出|比赛|对接|交流|座谈)(?:[会展]|仪式|活动)?(?:、|和|及|$)){2,}"
)
_ASIDE = re.compile(r"[(（](?:以下|下|又|原)?(?:统称|简称)[^()（）]*[)）]")
_DATELINE = re.compile(
    r"^.{2,40}日(?:电|讯)(?:[(（][^()（）]*[)）])?|^.{0,40}?(?:\d[日号]|今天|昨天|今日|昨日|日前|近日|[上下]午)在(?=.{4})"
)
#: What tells talks from other talks by nothing but their number or manner.
_MANNER = re.compile(
    r"(?:双边|多边|首次|首轮|第[一二三四五六七八九十\d]+[次轮]|单独|紧急|技术|正式|非正式|两国|高级|高层|工作|友好|专题|小范围|大范围|首脑|外交|"
    r"“[^”]*”|\d轮|进一步|举行的?|了|的|新一轮|重要|亲切|深入)*"
)


def tidy_name(name: str) -> tuple[str, Told]:
    """`name` (words up to and with the head) without pointers, descriptions and asides, and what it tells."""
    name = _ASIDE.sub("", name)
    name = _DATELINE.sub("", name)
    if _SEVERAL.match(name):
        return name, "several"
    told: Told = "own"
    while True:
        pointed = _POINTED.match(name)
        if pointed:
            told = "pointed"
        lead = pointed or _DESCRIBED.match(name)
        if lead is None or len(name) - lead.end() < 2:
            break
        name = name[lead.end() :]
    if _SEVERAL.match(name) or _KINDS.fullmatch(name):
        return name, "several"
    for opening, closing in ("“”", "『』", "《》"):
        at = name.rfind(opening)
        if at >= 0 and name.find(closing, at) < 0 and len(name) - at > 4:
            name = name[at + 1 :]
    return name, told


def only_manner(core: str) -> bool:
    """Whether the words before 会谈, 会晤, 磋商 say nothing of whose they are: 双边, 第一次, 小范围."""
    return _MANNER.fullmatch(core) is not None
