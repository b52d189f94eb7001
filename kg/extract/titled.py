"""People named right behind their titles: chains of titles, lists that share one, 市领导 and who follows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.extract.document import Document, Sentence
from kg.extract.mentions import ASIDE, JOIN, LEADER_NAMES, LIST_END, PersonMention, likely_name, mention_at, place_spans
from kg.extract.names import foreign, has_word, name_end
from kg.extract.places import PlaceMention
from kg.extract.titles import Title, is_outsider, is_solid, read_title, title_start
from kg.lexicon.names import after_name, not_names, surname_length
from kg.lexicon.posts import posts, title_pattern

_DELIMITERS = '、,，。.;；:：!！?？()（）“”"《》【】 \u3000\n●'
_NOT_PERSON_BEFORE = re.compile(r"(?:《[^》]{0,60}|记者|通讯员|摄影|编辑|作者|校对|文/|图/|摄)$")
_LEVELS = frozenset("省市县区州盟旗镇乡村苏")  # 乌兰布统|苏木达
_LEADING = re.compile(
    "领导(?:同志|干部)?(?:还?有|包括)?[:：]?(?!小组|下|者|班子|机构|机关|力|权|体制|能力|人才|岗位|职务|责任|地位|集体|核心)"
)
#: What stands between two titles of one person; a comma too, where no name stood before it:
#: 省委副书记、省长,合作区管委会主任张三.
_CHAINED = re.compile(r"(?:[、\u2060\s]{1,16}(?:提名|拟任|候任)?|[,，]|兼)")
#: 挂职副县长: serving for a time is no part of the title
#: and so is what a deputy does: 中央组织部分管日常工作的副部长
_SERVING = re.compile(
    r"挂职(?!干部|锻炼|人员|期|团|工作)(?=[\u4e00-\u9fff])|(?:分管|负责|主持)(?:日常|常务|全面)?工作的(?=(?:常务)?副)"
)
#: 杭州市挂职|恩施州…, 东莞市派驻|昭通市…: who sends, before where one serves
_SENT = re.compile(r"(?:\u2060\u2060|派驻|派往|选派到|派到)(?=[\u4e00-\u9fff]{2,}[省市县区州旗盟])")
#: A short quoted phrase: a slogan or a name, in which nobody bears a title.
_PHRASE = re.compile("“[^”“,，。;；]{4,16}”")

#: A quoted word inside a body's name: 推进“一带一路”建设工作领导小组|组长
_QUOTED = re.compile("(?:中央|国务院|全国|国家)?(?:推进|推动|实施|落实|支持)?“[^“”]{2,12}”$")
_BODY = re.compile(r"[\u4e00-\u9fff]{0,12}(?:领导小组|工作组|指挥部|委员会|专班)(?:办公室)?")


@dataclass(slots=True)
class _Chain:
    titles: list[Title] = field(default_factory=list)
    end: int = -1


def titled(
    document: Document,
    sentence: Sentence,
    places: Sequence[PlaceMention],
    known: set[str],
    abroad: Sequence[tuple[int, int]],
    unread: list[tuple[Sentence, int]] | None = None,
) -> list[PersonMention]:
    """Those whom the sentence names behind a title, and those listed after them under the same one.

    `known` are names read before, `abroad` where the document names other countries; `unread` receives the places
    after a title where no name is seen.
    """
    raw = sentence.text
    if not title_pattern().search(raw) and "领导" not in raw:
        return []
    text = _SERVING.sub(lambda m: "\u2060" * len(m.group()), ASIDE.sub(lambda m: "\u2060" * len(m.group()), raw))
    spans = [s for s in place_spans(sentence, places) if text[s[0]] != "\u2060"]  # 龙会河(威远段)|县级河长
    countries = [
        (a - sentence.start, b - sentence.start) for a, b in abroad if sentence.start <= a and b <= sentence.end
    ]
    out: list[PersonMention] = []
    chain = _Chain()
    cursor = 0
    heads = [(m.start(), m) for m in title_pattern().finditer(text)]
    if "领导" in text:
        heads += [(m.start(), m) for m in _LEADING.finditer(text)]
    heads.sort(key=lambda item: item[0])
    last_context: tuple[Title, ...] = ()
    names_so_far = (*LEADER_NAMES, *known)
    phrases = [m.span() for m in _PHRASE.finditer(text)] if "“" in text else []
    for _, match in heads:
        if match.start() < cursor or (match.lastindex and any(a == match.start(2) + 1 for a, _ in spans)):
            continue  # 平利县|长安镇 holds no 县长
        if text[match.start()] not in _LEVELS and any(a < match.start() < b < match.end() for a, b in spans):
            continue  # 吉林|长白山 holds no 林长
        head_end = match.end()
        leaders = match.group().startswith("领导")
        floor = cursor
        for at in range(match.start() - 1, cursor - 1, -1):
            if text[at] in _DELIMITERS and not (text[at] in "()（）" and _is_zone_paren(text, at)):
                floor = at + 1
                break
        if floor > cursor and text[floor - 1] == "”" and _BODY.fullmatch(text, floor, match.start()):
            quoted = _QUOTED.search(text, cursor, floor)
            floor = quoted.start() if quoted is not None else floor
        if chain.titles and floor < chain.end <= match.start():
            floor = chain.end + (1 if text.startswith("兼", chain.end) else 0)  # 副部长兼水利部副部长
        bare = name_end(text, floor, titled=False, known=known, alone=True)
        if bare is not None and bare < match.start() and text[bare] in "与和同及":
            floor = bare + 1  # 祝海洋与霍邱县委副书记…: a name without its title before
        for sender in _SENT.finditer(text, floor, match.start()):
            floor = sender.end()  # 杭州市挂职|恩施州委常委: where he serves now
        if any(a < match.start() and head_end < b for a, b in phrases):
            continue  # “委员提议题·月月来协商”活动
        name_at = head_end
        while name_at < len(text) and text[name_at] in "\u2060 \u3000" and name_at - head_end < 14:
            name_at += 1
        spaced = name_at > head_end and "\u2060" not in text[head_end:name_at]
        start = title_start(text, floor, match.start(), spans) if not leaders else floor
        title = (
            None
            if leaders
            else read_title(text, start, match.start(), head_end, match.group(1), posts()[match.group(2)], spans)
        )
        solid = title is None or is_solid(title) or _says_enough(match, chain, floor) or _beside(out, sentence, start)
        end = (
            name_end(text, name_at, titled=not spaced, known=known, solid=solid and _official(match))
            if name_at < len(text)
            else None
        )
        if (
            end is not None
            and sentence.headline
            and text[name_at] == "谈"
            and document.text.count(text[name_at:end]) < 2
        ):
            end = None  # 环保部长|谈雾霾治理
        if end is not None and not leaders and _vague(match, title) and not _surely(text[name_at:end], known):
            end = None  # 总书记后首赴…, 各成员一道努力
        if leaders:
            word = text[name_at:end] if end is not None else ""
            if match.group() == "领导" and (
                text[match.start() - 1 : match.start()] in ("的", "富", "前", "被") or word[:1] == "人"
            ):
                end = None  # 丰富领导经验, 党的领导坚强有力, 前领导人
            odd = word[:1] in "都却才归随边再又仍即年" or has_word(word) or not surname_length(word) if word else False
            if odd and not foreign(word) and word not in known:
                end = None  # 主要领导|来支持, 领导|却
            elif word[:2] in not_names() and text[end or 0 : (end or 0) + 1] not in ("、", ",", "，"):
                end = None  # 领导年度会商, 领导政务活动: no name
            if end is not None and (
                text[end : end + 1] in "、,，。 等" or text.startswith("以及", end) or LIST_END.match(text, end)
            ):
                delegation = next(
                    ((a, b) for a, b in spans if floor <= a and b <= match.start() and match.start() - b <= 2), None
                )
                found, cursor = _list_from(sentence, text, name_at, end, [], floor, known, spans)
                for mention in found:
                    if delegation:
                        mention.delegation = (delegation[0] + sentence.start, delegation[1] + sentence.start)
                out.extend(found)
            chain = _Chain()
            continue
        if text.endswith(names_so_far, floor, match.start()):
            chain = _Chain()  # 习近平总书记重要讲话, 刘市长: the name stands before its title
            continue
        assert title is not None
        post = title.post
        continues = chain.titles and chain.end >= 0 and _CHAINED.fullmatch(text, chain.end, start) is not None
        if not continues:
            chain = _Chain()
        if end is None or _also_title(text, name_at, end):
            if unread is not None and end is None and name_at < len(text):
                unread.append((sentence, name_at))
            if text[head_end : head_end + 1] not in ("、", "兼", "\u2060", " ", ",", "，"):
                if text.startswith(names_so_far, head_end):
                    chain = _Chain()  # 总书记、国家主席习近平特别代表: the posts before are not the envoy's
                continue  # 省长株潭一体化…中心: no title at all
            chain.titles.append(title)
            chain.end = head_end
            while chain.end < len(text) and text[chain.end] == "\u2060":
                chain.end += 1
            continue
        titles = [*chain.titles, title]
        group_start = titles[0].start
        if text.startswith("当选", end) and text.endswith(("当选", "当选为"), 0, group_start):
            cursor, chain = end, _Chain()  # 王怀远当选…主任|张国光当选…省长: the title is of the one before
            out.append(mention_at(sentence, text, name_at, end, [], name_at))
            continue
        found, cursor = _list_from(sentence, text, name_at, end, titles, group_start, known, spans)
        for mention in found:
            mention.context = last_context
        if _FICTION.search(text, 0, titles[0].start):
            for mention in found:
                mention.staff = True
        accused = _ACCUSED.match(text, cursor) is not None
        foreigner = _bare_head(titles) and _beside_country(text, titles[0].start, countries)
        outsider = foreigner or (is_outsider(titles, text, countries) and not accused)
        if outsider or text.startswith(("院士", "教授", "研究员"), cursor):
            for mention in found:
                mention.staff = True
        if _NOT_PERSON_BEFORE.search(text[:group_start][-8:]) or post.kind == "reporter":
            for mention in found:
                mention.staff = True
        out.extend(found)
        last_context = tuple(titles)
        chain = _Chain()
    return out


#: …副台长张三|违规收受礼金: a notice names public servants, whatever body they serve
_ACCUSED = re.compile(
    r"(?:等\d*人)?(?:违规|违反|公款|涉嫌|严重违纪|受贿|贪污|挪用|滥用职权|玩忽职守|失职|接受(?:纪律|组织)?审查)"
)
#: 该剧讲述了县委书记|梅晓歌…的故事
_FICTION = re.compile(r"(?:该[剧片书]|影片|电影|电视剧|话剧|小说|剧目|剧中)[^。;；]*?(?:讲述|演绎|描写|塑造|刻画)")
#: 总理李显龙, 副总理黄循财 in a list behind 新加坡总统哈莉玛
_HEADS_OF_STATE = frozenset({"总理", "副总理", "总统", "副总统", "外长", "议长", "主席", "副主席", "部长", "副部长"})


def _bare_head(titles: Sequence[Title]) -> bool:
    """Whether the titles before a name are those of a state and tell no body or place."""
    return all(t.title in _HEADS_OF_STATE and not t.organ and not t.level and t.region_start < 0 for t in titles)


def _beside_country(text: str, start: int, countries: Sequence[tuple[int, int]]) -> bool:
    """Whether a title goes on with a list that another country opens: 新加坡总统哈莉玛、|总理李显龙."""
    ahead = [b for _, b in countries if b <= start]
    return bool(ahead) and text[start - 1 : start] in "、和" and _ONE_LIST.fullmatch(text, ahead[-1], start) is not None


_ONE_LIST = re.compile(r"[\u4e00-\u9fff·]{3,12}(?:、[\u4e00-\u9fff·]{3,12})*[、和]")


def _vague(match: re.Match[str], title: Title | None) -> bool:
    """Whether a title is said of one person whom all know, or of anybody in a body: 总书记, 成员."""
    if match.group(2) == "成员":
        return title is None or not title.organ.endswith("党组")
    return match.group(2) == "总书记" and title is not None and not title.organ


def _surely(word: str, known: set[str]) -> bool:
    """Whether a word is a name whatever stands before it: read elsewhere, of another people, or with a usual surname."""
    if word in known or word in LEADER_NAMES or "·" in word or (len(word) > 3 and foreign(word)):
        return True
    return likely_name(word) and not has_word(word) and word[:2] not in not_names()


def _official(match: re.Match[str]) -> bool:
    """False for 群众, 教师, 代表 …: what follows them is a name only where it looks like one."""
    return match.group().startswith("领导") or posts()[match.group(2)].kind == "official"


def _says_enough(match: re.Match[str], chain: _Chain, floor: int) -> bool:
    """Whether a title without organ is sure to be one: it has a rank (副主席), a level (市长), or a title chained before it."""
    if match.group(1).endswith(("副", "常务", "代")) or posts()[match.group(2)].organ == "government":
        return True
    return bool(chain.titles) and chain.end in (floor - 1, floor)


def _beside(out: Sequence[PersonMention], sentence: Sentence, start: int) -> bool:
    """Whether a title stands in a list right behind a titled person: 副主席周文斌、秘书长起云华."""
    return (
        bool(out)
        and bool(out[-1].titles)
        and out[-1].end - sentence.start == start - 1
        and sentence.text[start - 1] in "、,，"
    )


def _is_zone_paren(text: str, at: int) -> bool:
    """中德(沈阳)高端装备制造产业园, 市政府党组(扩大): a bracket inside a name."""
    return bool(re.match(r"[(（][\u4e00-\u9fff]{2,6}[)）][\u4e00-\u9fff]", text[at : at + 10])) or bool(
        re.search(r"[(（][\u4e00-\u9fff]{2,6}[)）]$", text[max(0, at - 8) : at + 1])
    )


def _also_title(text: str, start: int, end: int) -> bool:
    """Whether what looks like a name begins another title: 市委常委 + 秘书长 without separator."""
    match = title_pattern().match(text, start)
    return match is not None and match.end() >= end


def _list_from(
    sentence: Sentence,
    text: str,
    start: int,
    end: int,
    titles: list[Title],
    group_start: int,
    known: set[str],
    spans: Sequence[tuple[int, int]],
) -> tuple[list[PersonMention], int]:
    """The person at ``text[start:end]`` and those listed after it under the same title (or under 市领导)."""
    staff = bool(titles) and all(t.post.kind != "official" for t in titles)
    first = mention_at(sentence, text, start, end, titles, group_start)
    first.staff = staff
    first.listed = not titles
    out = [first]
    cursor = end
    shared = [titles[-1]] if titles and (titles[-1].post.shared or "副" in titles[-1].title) else []
    while True:
        while text[cursor : cursor + 1] == "\u2060":
            cursor += 1
        join = JOIN.match(text, cursor)
        if join is None:
            break
        at = join.end()
        stop = name_end(text, at, titled=not titles or bool(shared), known=known)
        if stop is None and not titles:
            plain = _LEADER_ITEM.match(text, at)
            stop = plain.end() if plain and plain.group() not in not_names() else None
        if stop is None:
            break
        word = text[at:stop]
        if title_pattern().match(text, at) or _segment_has_title(text, at, stop):
            break
        if any(a <= at < b and (b - a) >= stop - at for a, b in spans) and word not in known and titles:
            break
        if (
            surname_length(word) == 0
            and titles
            and "·" not in word
            and (not shared or word[:2] in not_names())
            and not foreign(word)
        ):
            break
        if join.group().strip() in ("和", "与", "及", "以及") and word in not_names():
            break
        mention = mention_at(sentence, text, at, stop, list(shared), at)
        mention.listed = True
        mention.staff = staff
        out.append(mention)
        cursor = stop
    return out, cursor


#: One of a list under 市领导 whatever it is called: 市领导余岱、嵊泗泓、东海参加
_LEADER_ITEM = re.compile(
    r"(?!有关|相关|部门|各|市直|县直|区直|省直|乡镇|街道|企业|负责|发改|财政|文旅|及)[\u4e00-\u9fff]{2,3}?(?=、|等?(?:分别|一同|一起|共同|先后|应邀)?(?:出席|参加|列席|陪同|到会|参会))"
)


def _segment_has_title(text: str, at: int, stop: int) -> bool:
    """Whether the stretch up to the next separator holds a title, so that it is a titled person of its own."""
    end = at
    while end < len(text) and text[end] not in _DELIMITERS:
        end += 1
    match = title_pattern().search(text, at, end)
    if match is None:
        return False
    # a title behind the name and a predicate is not this segment's: 张三主持市委书记座谈会, 马俊梅为县委委员
    return match.start() < stop or after_name().match(text, stop) is None
