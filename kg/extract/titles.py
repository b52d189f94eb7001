"""Reading one title: ``江西省萍乡市委副`` + ``书记`` → organ, region, rank. The region it leaves open is settled by the page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.lexicon.names import country_pattern
from kg.lexicon.posts import Post
from kg.model import PostStatus

_LEVEL = "自治区|自治州|自治县|街道|地区(?!行署|行政)|地(?=委|直|纪委)|省|市|县|区|州|旗|盟|镇|乡|村|师|团|兵团"
#: Words that lead into a title without being part of it; the text after the last of them is the title.
_LEAD_IN = re.compile(
    r"(?:按照|根据|遵照|依据|要求|传达|转达|宣读|通报|介绍|颁发|公布|见证|之后|此后|然后|听取了?|会见了?|看望了?|由|受|随后|代表|邀请|任命|免去|递补|增补|补选|聘请|时任|现任|拟任|同意|陪同|率领|率|带领|来自|到会的|"
    r"会上|会前|会后|期间|其间|上午|下午|晚上|晚|当天|近日|日前|昨日|昨天|今天|今日|据悉|据|记者从|出席会议的(?:领导)?有|出席|参加|"
    r"参会的|还有|包括|其中|以及|主持人|了|向|请|是|担任|兼任|出任|当选为|当选|提名为?|提名|任|为|在|被|并|"
    r"宣布|决定|决定由|暨|有|到|"
    r"(?:学习|贯彻|落实|领会)+(?=中央|中共|国务院|全国|(?:自治区|省|市|县|区|州)(?:委|人大|政府|政协|$)|$))"
)
#: Organ names in which those characters stand inside.
_PROTECTED = re.compile(
    r"发展和改革|经济和信息化|工业和信息化|人力资源和社会保障|住房和城乡建设|规划和自然资源|自然资源和规划|文化和旅游|卫生和计划生育|"
    r"卫生和健康|城市管理和综合执法|城市管理和行政执法|农业和农村|广播和电视|水利和湖泊|民族和宗教|科学和技术|教育和科学|社会和法制|"
    r"环境和资源|民族和宗教事务|应急和安全|体育和旅游|交通和运输|经济和科技|监察和司法|审计和统计|退役军人|对外|对口|对台|协同|大同|"
    r"第[一二三四五六七八九十]{1,3}任|代表团|代表大会|代表处|代表工作|代表工委|代表联络|代表资格|代表人事|主任|任丘|任城|任县|无为|为民|同仁|同心|和平|和田|和县|和顺|和硕|和静|和政|将乐|从江|从化|日照|日喀则|时代|在线|和林格尔|平和|"
    r"经济|经开|神经|经贸|经信|经营|共同|合同|胡同|请求|有限|国有|所有|到岗|法制|与社会|和社会|和城|和信息|和自然|和旅游|向阳|为民|"
    r"和信息化|和改革|和健康|(?<=[\u4e00-\u9fff]{2})暨(?=[\u4e00-\u9fff]{2,16}(?:领导小组|指挥部|委员会))|服务和数据管理"
)
_CENTRAL = re.compile(
    r"^(?:中共中央|党中央|中央|国务院|全国|国家|最高人民|中纪委|中组部|中宣部|中国|中直|中科院|外交部|国防部|财政部|商务部|教育部|公安部|民政部|"
    r"司法部|水利部|农业农村部|农业部|科技部|工信部|工业和信息化部|自然资源部|生态环境部|环境保护部|环保部|住房城乡建设部|住房和城乡建设部|"
    r"(?:铁道|建设|邮电|文化|人事|信息产业|国土资源|科学技术|机械工业|电力工业|煤炭工业|冶金工业|化学工业|林业|对外贸易经济合作|外经贸|国家安全|监察)部|"
    r"国防科工委|中国科学院|中央军委|解放军|总参谋部|总政治部|总后勤部|总装备部|海军|空军|陆军|火箭军|二炮|第二炮兵|武警部队|"
    r"住建部|交通运输部|文化和旅游部|文旅部|国家卫生健康委|卫生部|应急管理部|人力资源社会保障部|审计署|海关总署|税务总局|民航局|气象局|致公党中央|民革中央|民盟中央|民建中央|九三学社)"
)
#: organ text → how it is written after a region's name
_ORGAN_NAMES = {
    "委": "委",
    "委员会": "委",
    "政府": "人民政府",
    "人民政府": "人民政府",
    "人大": "人大常委会",
    "人大常委会": "人大常委会",
    "政协": "政协",
    "法院": "人民法院",
    "中院": "中级人民法院",
    "检察院": "人民检察院",
    "纪委": "纪委",
    "监委": "监委",
}
#: Organ implied by the title alone.
_DEFAULT_ORGAN = {
    "party": "委",
    "government": "人民政府",
    "procuratorate": "人民检察院",
    "congress": "人大常委会",
}
#: Bodies named before their region: their organ is not the region's own (民盟上海市委 is not 上海市委).
_BEFORE_REGION = re.compile(
    r"(?:民革|民盟|民建|民进|农工党|致公党|九三学社|台盟|共青团|武警|(?:中国)?人民银行|中国证监会|国家税务总局|国家统计局|国家开发银行|"
    r"中国农业发展银行|进出口银行|工商银行|农业银行|建设银行|交通银行|邮储银行|国网|国家电网|中国移动|中国电信|中国联通|中国铁塔|中国石油|中国石化)$"
)
_OF_PARTY = re.compile(
    r"^(组织部|宣传部|统战部|政法委|政法委员会|办公室|政研室|政策研究室|编办|巡察办|农办|外办|台办|网信办|秘书处|社会工作部|"
    r"直属机关工委|直属机关工作委员会|党校|老干部局)"
)


@dataclass(frozen=True, slots=True)
class Title:
    """A title as read: `region` is a place name in the text (its span given), `level` a level character (市, 县) instead."""

    title: str  # with rank: 副书记, 常务副市长
    post: Post
    organ: str  # without the region: 委, 人大常委会, 发展改革委, 党工委; "" where none is named
    level: str  # 省, 市, 县 … or ""
    region_start: int  # offset of the region's name in the sentence, -1 where none is named
    region_end: int
    central: bool
    start: int
    end: int
    status: PostStatus = "current"
    township: str = ""  # 娜姑镇, where the gazetteer did not mark it
    whole: str = ""  # the organ as it stands, where a region's name is not its beginning: 民盟上海市委


_PREPOSITIONS = tuple("对给把将从跟由受请让使被听")
#: 职工和|市长, 该市|市委书记: what leads up to a level of one's own
_OWN_LEVEL = re.compile(
    r"(?P<lead>[\u4e00-\u9fff]{2,}(?:和|与|及|同|向|给|跟|对|由|听|请|的)|该[省市县区州])(?=(?:省|市|县|区|州|自治区)(?:委(?!员会委)|长|政府|人大|政协|领导))"
)
#: A clause that runs up to an organ: its 的, a pronoun, a dash, or a preposition before an organ of the centre.
_CLAUSE_LEAD = re.compile(
    r"(?:(?<!党)的|(?<=党)的(?![\u4e00-\u9fff]{2,14}领导小组))(?=[\u4e00-\u9fff]{0,20}$)|[他她我你它]们?|[―—-]+|正如|致信|转达|跟随|热烈欢迎|相继|"
    r"[同与对向给跟和访应](?=中国|中共|国务院|国家|全国|中央)|以(?=[省市县区]委)"
)
_TEAM_BEFORE = re.compile(
    r"(?:工作队|指挥部|工作组|代表团|联络组|[\u4e00-\u9fff]{2}(?:扶贫|劳务|对口)?协作|(?<!市)对口(?:支援|帮扶|协作)|援[藏疆青])$"
)
#: How a post of the centre begins, whatever verb or noun runs up to it: 杂志发表|中共中央总书记, 隆重欢迎|国家主席
_STATE_POST = re.compile(
    r"(?<![驻原前])(?:中共中央|中央军委|国家副?主席|国务院|(?:第?[一二三四五六七八九十]{1,3}届)?全国(?:人大|政协|人民代表大会))"
)
_JOINED = re.compile(r"\s*(?:以及|和|与|及|同|暨|还有|邀请)")


def title_start(text: str, floor: int, head: int, protected: list[tuple[int, int]]) -> int:
    """Where the title that ends in a head at `head` begins, not before `floor`: after the last word that leads into it."""
    start = floor
    spans = [*protected, *((m.start(), m.end()) for m in _PROTECTED.finditer(text, floor, head + 2))]
    for match in _LEAD_IN.finditer(text, floor, head):
        if not any(a < match.end() and match.start() < b for a, b in spans):
            start = max(start, match.end())
    if text[start : start + 1] in _PREPOSITIONS and not any(a <= start < b for a, b in spans):
        start += 1  # 对|市长竺江波一行表示欢迎
    joined = _JOINED.match(text, start, head)
    if joined is not None and not any(
        a == start for a, _ in spans
    ):  # not 和田地区; 祝海洋与霍邱县委副书记: the join stands right behind the person before
        start = joined.end()
    for a, _ in protected:
        # 与会的|南京市委…, 诺明与|呼伦贝尔市副市长: a title that names a region begins with it
        if start < a < head and not any(x <= start < y for x, y in protected):
            if _TEAM_BEFORE.search(text, start, a):
                continue  # 粤桂协作工作队崇左工作组组长, 苏陕协作安康市工作队领队
            body = _BEFORE_REGION.search(text, max(floor, a - 8), a)
            start = a - 2 if text[a - 2 : a] == "政协" else body.start() if body else a
    own = _OWN_LEVEL.search(text, start, head + 1)
    if own is not None and not any(x < own.end() and own.start() < y for x, y in spans):
        start = own.end("lead")
    for clause in _CLAUSE_LEAD.finditer(text, start, head):
        if not any(x <= clause.end() - 1 < y for x, y in spans):
            start = clause.end()  # 率队来访的|市商务局局长, 他们相继与|…, 江泽民和|中共中央总书记
    for post in _STATE_POST.finditer(text, start, head + 2):
        abroad = country_pattern().search(text, start, post.start())  # 越南|国家主席
        if abroad is None and not any(x < post.start() < y for x, y in spans):
            return post.start()
    return start


_WAS = re.compile(
    r"(?<![高平草太中开三固松清湟])原(?=(?:省|市|县|区|州|旗)?(?:委|人民政府|政府)|党组|党委|党工委|政协|人大|主席|副|书记|常委|$)|(?<=[党会局部委协])前(?=$|副)"
)
#: A township, street or village office that opens an organ: 娜姑镇党委, 汤头街道党工委, 迤车镇(镇长)
_TOWNSHIP = re.compile(
    r"((?!政府)[\u4e00-\u9fff]{1,6}?(?:镇|乡|街道|苏木|(?<!驻[\u4e00-\u9fff][\u4e00-\u9fff])(?<!驻[\u4e00-\u9fff])办事处))(?=$|党委|党工委|工委|人大|政府|人民政府|办事处|纪委|武装部|综合|[\u4e00-\u9fff]{1,6}(?:村|社区))"
)
_NUMBERED_TERM = re.compile(r"(?:第[一二三四五六七八九十]{1,3}|首|新一|现)任$")
_UNIT_HEADS = frozenset({"部长", "司长", "局长", "厅长", "署长"})
_RANK_TAIL = re.compile(r"(?:第一|常务|专职|驻会|执行|名誉|轮值|代理|代|原|前|副|兼职|候任|拟任|首席)+$")


#: The Xinjiang Corps, its divisions and regiments are under no division of ours.
CORPS = re.compile(
    r"(?:新疆)?(?:生产建设)?兵团|第?[一二三四五六七八九十]{1,3}师(?=党委|师|副|市|团|政委|$)|师市(?=党委|$)"
    r"|[一二三四五六七八九十〇零百\d]{1,4}团(?=党委|团长|副团长|政委|$)"
)
_OURS = re.compile(r"[省市县区州旗](?=[省市县区州旗](?:委|长|政府|人民政府|人大|政协|纪委))")
_SHORT_DIVISION = re.compile(r"(?=[一二三四五六七八九十]{1,3}师)")


#: 前海管理局, 前郭县, 原州区: places that begin like a former post
_FORMER = re.compile(r"(?:时任|原任|现任|原(?![州平阳])|前(?![海山门进郭锋江])|中共|兼任|兼)")
#: Bodies of the system whose head is called 会长 or 理事长.
#: What members of a township's party committee are in charge of.
_TOWN_MEMBERS = frozenset({"政法", "组织", "宣传", "统战", "纪检", "宣统", "组统", "宣传统战", "组织统战"})
_GRADE = re.compile(r"[省市县区州镇乡村]级$")
_PUBLIC_BODY = re.compile(r"(?:贸促会|红十字会|残联|侨联|文联|慈善总会|国际商会)$")


def read_title(
    text: str, start: int, head_start: int, head_end: int, rank: str, post: Post, places: list[tuple[int, int]]
) -> Title:
    """Read ``text[start:head_end]``. `places` are the spans of place names in the sentence, in order."""
    prefix_end = head_start
    at = start
    status: PostStatus = "current"
    lead = _FORMER.match(text, at, prefix_end)
    if start >= 2 and text.startswith("时任", start - 2):
        status = "former"  # 1997年，时任|福建省委副书记: what was held then
    if lead is not None:
        if lead.group() in ("原", "前", "原任", "时任") and not any(a == at for a, _ in places):
            status = "former"
        at = lead.end()
    ours = _OURS.match(text, at, head_end) if text[at - 1 : at] == "我" else None
    if ours is not None:
        at = ours.end()  # 我市|市委副书记
    if CORPS.match(text, at, head_end):
        organ = _SHORT_DIVISION.sub("新疆生产建设兵团第", text[at:prefix_end], count=1)  # 八师党委
        return Title(rank + post.title, post, organ, "", -1, -1, True, at, head_end, status)
    region_start = region_end = -1
    conference = next((w for w in ("中国人民政治协商会议", "政协") if text.startswith(w, at)), "")
    if conference and any(a == at + len(conference) for a, _ in places):
        at += len(conference)  # 政协牡丹江市委员会主席
    else:
        conference = ""
    whole = at
    body = _BEFORE_REGION.search(text, at, next((a for a, _ in places if at < a <= at + 8), at))
    if body is not None and body.start() == at:
        at = body.end()
    else:
        whole = -1
    moved = True
    while moved:
        moved = False
        for a, b in places:
            # 辽宁省长: the gazetteer reads 辽宁省, the title begins with its last character
            if a == at and (b <= prefix_end or (b == prefix_end + 1 and text[prefix_end] == post.title[0])):
                region_start, region_end, at, moved = a, b, b, True
                break
    at = min(at, prefix_end)
    rest = text[at:prefix_end].replace("\u2060", "")  # what stood in brackets, and 挂职
    level = ""
    if region_start < 0:
        match = re.match(_LEVEL, rest)
        if match and not re.match(r"市场|区域|县域|省际|市政(?!府|协)|团(?:委|省|市|县|区)|村镇|州际|师范", rest):
            level = match.group()
            rest = rest[len(level) :]
        elif rest in ("", "政府", "人民政府") and post.title[0] in "省市县区州盟旗镇乡" and post.title not in ("区域",):
            level = post.title[0]
    else:
        match = re.match(
            r"(?:自治[县州旗])?(?:省|市|县|区|州|旗|盟)(?=委|政府|人民政府|人大|政协|纪委|监委|法院|检察|直)", rest
        )
        if match and not re.match(r"市政(?!府|协)", rest):
            rest = rest[match.end() :]
    rest = re.sub(r"^[省市县区]?管(?=[一二三四]级|$)", "", rest.strip())  # 市管一级调研员
    if rest == "级" and post.title.endswith("长"):
        rest, rank = "", f"{level or text[region_end - 1 : region_end]}级{rank}"  # 州级河长
    if conference:
        rest = "政协" + re.sub(r"^(?:第[^届]{1,4}届)?(?:委员会|全国委员会)", "", rest)
    rest = _NUMBERED_TERM.sub("", rest)  # 香港特别行政区第六任|行政长官
    was = _WAS.search(rest)
    if was is not None:
        status = "former"
        rest = rest[: was.start()] + rest[was.end() :]
    township = ""
    match = _TOWNSHIP.match(rest) if not level or level in "镇乡街道村" else None
    if match:
        township, rest = match.group(1), rest[match.end() :]
        level = ""
    if rank.startswith(("原", "前")):
        status = "former"
        rank = rank[1:]
    if rank.startswith(("代", "代理")):
        status = "acting"
    organ = rest
    tail = _RANK_TAIL.search(organ)
    if tail:
        rank = tail.group() + rank
        organ = organ[: tail.start()]
        if rank.startswith(("原", "前")):
            status, rank = "former", rank[1:]
    if region_start >= 0 and organ.endswith("领导小组") and text.endswith(("推进", "推动"), 0, region_start):
        # 推进海南全面深化改革开放领导小组: the centre's, and so is its name
        organ, region_start, region_end = text[region_start - 2 : region_end] + organ, -1, -1
    grade = _GRADE.search(organ) if post.title == "河长" else None
    if grade is not None:  # 漳河|县级河长, 龙会河(威远段)|县级河长: of the county
        rank, organ = grade.group() + rank, ""
        level = "" if region_start >= 0 else grade.group()[0]
    name = rank + post.title
    if post.title == "委员" and organ in _TOWN_MEMBERS:
        name, organ = f"{organ}委员", "党委"  # 罗坪镇政法委员
    if post.title in ("会长", "理事长") and _PUBLIC_BODY.search(organ) and (level or region_start >= 0):
        post = replace(post, kind="official")  # 临沂市贸促会会长
    if post.title == "苏木达" and organ:
        township, organ = f"{organ}苏木", ""  # 乌兰布统|苏木达
    if post.title == "司司长":
        organ, name = f"{organ}司", f"{rank}司长"  # 环保部监测司|司长
    elif post.title == "站长" and organ.endswith("记者站"):
        post = replace(post, kind="staff")  # 山西记者站站长: of a paper
    elif post.title in _UNIT_HEADS and organ and organ[-1] != post.title[0] and not organ.endswith(("党组", "党委")):
        organ += post.title[0]  # 国防|部长 is 国防部|部长
    central = (
        region_start < 0
        and not level
        and (bool(_CENTRAL.match(text[start:head_end])) or (post.organ == "central" and not organ))
    )
    named = text[whole : head_end - len(name)] if whole >= 0 else ""
    return Title(name, post, organ, level, region_start, region_end, central, start, head_end, status, township, named)


_ORGANISH = re.compile(
    r"(?:委|政府|人大|常委会|委员会|政协|法院|检察院|院|局|厅|部|办|办公室|处|室|校|大学|中心|组|会|团|党组|党委|工委|支部|总支|集团|公司|所|站|队|署|社|馆|厂|村|社区|镇|乡|街道|"
    r"区|军|司令部|行|台|基地|指挥部|联盟|中央|政治局|书记处|系|科|国家|协会|园|港|网|专班|直|军区|商会|庭|银行)$"
)


#: The greater military regions, which are named by a city and lie in several provinces.
MILITARY_REGIONS = frozenset({"北京", "沈阳", "济南", "南京", "广州", "成都", "兰州", "昆明", "武汉", "福州"})


#: Names that a local organ may bear too: 市气象局
#: 推动长三角一体化发展领导小组, 体育总局 without a place before them: the centre's, whoever was named before
NATION_GROUP = re.compile(
    r"(?:推动|推进)[\u4e00-\u9fff“”]{4,}领导小组|(?:体育|广电|广播电视|广播电影电视|新闻出版|工商|质检|食药监|安监|市场监管|税务)总局"
)
_ALSO_LOCAL = ("气象局", "民航局", "九三学社", "中纪委")


def is_national(organ: str) -> bool:
    """Whether an organ is one of the whole country: 全国政协, 国务院办公厅, 财政部."""
    return _CENTRAL.match(organ) is not None and not organ.startswith(_ALSO_LOCAL)


def is_solid(title: Title) -> bool:
    """Whether a title surely is one: it names a region, a level, or an organ (市商务局局长, not 牢记总书记)."""
    return title.region_start >= 0 or bool(title.level or title.township) or bool(_ORGANISH.search(title.organ))


#: Bodies of learning, cure, business and art: their heads speak as experts or for their firm, not for a government.
_LEARNED = re.compile(
    r"大学|学院|研究所|研究院|研究中心|研究会|医院|律师|学会|协会|商会|联合会(?!主席)|实验室|中学|小学|幼儿园|杂志|报社|出版社|剧院|剧团|乐团|交响|画院|"
    r"系$|^(?!.*(?:局|委|办|厅|部|政府|法院|检察院)).*科$|银行|证券|集团|公司|企业|工厂|电视台|俱乐部|基金会|论坛|博物馆|图书馆|课题组|智库"
)
#: Organs of the party and the state for all their learned names.
_STATE_LEARNED = re.compile(
    r"党史|文献研究院|(?:社会)?科学院院长$|^(?:中国)?工程院|^最高人民(?:法院|检察院)|国务院|行政学院|文史研究馆"
)
_COUNCILS = ("政协", "人大常委会")
#: Firms: their party secretaries are managers too.
_FIRM = re.compile(
    r"(?:集团|公司|(?<!人民)银行|证券|企业)(?:[\u4e00-\u9fff]{2,8}分行|[\u4e00-\u9fff]{2,6}分公司)?(?:党委|党组)?$"
)
_ABROAD = re.compile(
    r"^(?:越共|联合国|欧盟|欧洲|北约|国际|世界|亚洲|亚奥|亚太|亚残|上合组织|上海合作组织|世贸|非盟|东盟|阿盟|美洲|拉美|二十国)"
)


def is_outsider(titles: Sequence[Title], text: str, countries: Sequence[tuple[int, int]]) -> bool:
    """Whether the titles before a name show no official of ours: of another country or a world body, of a firm, hospital, school.

    `countries` are spans of foreign countries in `text`. A party post or a university's head counts as official.
    """
    verdicts = []
    for title in titles:
        said = text[title.start : title.end]
        if any(title.start <= a and b <= title.end for a, b in countries) or _ABROAD.match(said):
            return True
        if title.post.kind != "official" or _FIRM.search(title.whole or title.organ):
            verdicts.append(True)
        elif _LEARNED.search(title.organ) and not _STATE_LEARNED.search(said) and not title.organ.endswith(_COUNCILS):
            verdicts.append(not (title.title.endswith("书记") or title.post.title == "校长"))
        else:
            verdicts.append(title.post.title == "委员" and "政协" in said and len(titles) > 1)
    return bool(verdicts) and all(verdicts)


def organ_name(region: str | None, organ: str, title: Title) -> str | None:
    """The organ in full: 萍乡市 + 委 → 萍乡市委; 江西省 + 发展改革委 → 江西省发展改革委; central organs as they stand."""
    if title.central:
        return organ or None
    if title.whole:
        return title.whole
    organ = _ORGAN_NAMES.get(organ, organ) if not title.township or organ != "人大" else organ
    if not organ:
        organ = _DEFAULT_ORGAN.get(title.post.organ, "")
    if organ == "人大常委会" and (region or title.level).endswith(("镇", "乡", "街道", "苏木")):
        organ = "人大"  # townships have no standing committee
    if organ.startswith(("委", "地委")) and (region or "").endswith("地区"):
        return f"{(region or '').removesuffix('区')}{organ.removeprefix('地')}"  # 阿里地委
    if _OF_PARTY.match(organ) and title.post.organ not in ("government",):
        organ = "委" + organ
    if not organ:
        return region
    return f"{region or title.level}{organ}"
