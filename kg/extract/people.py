"""Who is named, with which posts: titles chained before a name, lists that share one, headlines without separators."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace

import ahocorasick_rs

from kg.extract.bodies import full_name
from kg.extract.document import Document, Sentence
from kg.extract.names import first_characters, foreign, has_word, name_end, split_run, surname_is_usual
from kg.extract.places import Home, PlaceMention
from kg.extract.titles import (
    CORPS,
    MILITARY_REGIONS,
    Title,
    is_national,
    is_outsider,
    is_solid,
    organ_name,
    read_title,
    title_start,
)
from kg.lexicon import Gazetteer, Place
from kg.lexicon.names import MIDDLE_DOT, NOT_IN_NAME, after_name, country_pattern, not_names, surname_length
from kg.lexicon.posts import posts, title_pattern
from kg.model import Official, Position, Span

_DELIMITERS = '、,，。.;；:：!！?？()（）“”"《》【】 \u3000\n●'
_ASIDE = re.compile(
    r"[(（](?:挂职|兼|兼任|援[藏疆青]|正[省厅处局科]级|副[省厅处局科]级|正?[省市厅县处局科]级|主持[^()（）]{0,10}工作|试用期[^()（）]{1,6}|女|"
    r"[^()（）]{1,3}族|女[,，][^()（）]{1,3}族|代|按姓氏笔画[^()（）]{0,8}|以姓氏笔画[^()（）]{0,8})[)）]"
)
_JOIN = re.compile(r"\s*(?:、|和|与|及|以及|暨)\s*")
_LEADERS = re.compile(
    r"(?:省|市|县|区|州|盟|旗|镇|乡|街道|自治区|新区|管委会|港区|园区|示范区|开发区|合作区|经开区|高新区|师|团|校|委|班子)?(?:级)?领导(?:同志)?(?:成员)?[:：]?"
)
_BARE_LIST_END = re.compile(
    r"(?:[,，][^,，。;；]{0,6}(?:法院|检察院|部门|单位|各|有关|相关|主要)[^,，。;；]{0,16}(?:负责人|负责同志|人员|同志))?\s*(?:等)?(?:[^,，。、;；]{0,14}?)(?:同志|领导)?(?:一同|一起|共同|分别|先后|也|还|均|应邀|全程|参与|陪同)*"
    r"(?:出席|参加|列席|到会|与会|陪同|参会|主持|讲话|致辞|致词|发言|汇报|介绍|会见|调研|考察|视察|检查|慰问|督导|汇报|签约|签字|在主席台|在主会场|在分会场|作)"
)
_SINGLE_ROLE = re.compile(
    r"(?:主持|出席|参加|列席|到会|陪同|讲话|致辞|致词|作(?:了|动员|工作|主旨|总结|专题|重要|表态|题为|交流|典型|情况|说明|报告)|宣读|率|"
    r"会见|指出|强调|要求|表示|在会上|在讲话|在致辞|一行|希望|介绍|通报|汇报|到|赴|带队|调研|看望|先后|深入|来到|前往|分别|宣布|传达|领学|代表)"
)
_SALUTE = re.compile(r"(?:同志|先生|女士)")
_NOT_PERSON_BEFORE = re.compile(r"(?:《[^》]{0,60}|记者|通讯员|摄影|编辑|作者|校对|文/|图/|摄)$")
_LEADER_NAMES = frozenset(
    {"习近平", "毛泽东", "邓小平", "江泽民", "胡锦涛", "马克思", "恩格斯", "列宁", "周恩来", "孔子", "雷锋", "焦裕禄"}
)


@dataclass(slots=True)
class PersonMention:
    """A person named at ``document.text[start:end]``; `titles` are those written right before this mention."""

    name: str
    start: int
    end: int
    sentence: Sentence
    titles: list[Title] = field(default_factory=list)
    group_start: int = 0  # where the titles begin
    listed: bool = False  # named in a list under 市领导 or a shared title
    staff: bool = False
    context: tuple[Title, ...] = ()
    delegation: tuple[int, int] | None = None  # span of the region in 慈溪市领导A、B
    appointed: bool = False  # told by a notice: the name stands before its title
    rule: str = ""  # the recognizer without which the name would not have been read


@dataclass(slots=True)
class _Chain:
    titles: list[Title] = field(default_factory=list)
    end: int = -1


def find_people(
    document: Document,
    places: Sequence[PlaceMention],
    *,
    sure: Collection[str] = (),
    unread: list[tuple[Sentence, int]] | None = None,
) -> list[PersonMention]:
    """All mentions of people in an official (or clearly other) capacity, in order of the text.

    Titled names first; then, with the names so learnt, bare lists and headlines; last, every further mention of them.
    `sure` are names a recognizer vouches for; `unread` receives the places (sentence, offset in it) after a title where
    the rules see no name.
    """
    mentions: list[PersonMention] = []
    known: set[str] = set(sure)
    abroad = [(m.start(), m.end()) for m in country_pattern().finditer(document.text)]
    for sentence in document.sentences:
        found = _titled(document, sentence, places, known, abroad, unread)
        if found:
            mentions.extend(found)
            known.update(m.name for m in found)
    header = ""
    for sentence in document.sentences:
        told = _HEADER.match(sentence.text)
        header = (
            told.group("what")
            if told
            else header
            if ";" in sentence.text[-1:] + "；;" and _listed_line(sentence)
            else ""
        )
        found = _appointed(sentence, places, mentions, header)
        if found:
            mentions.extend(found)
            known.update(m.name for m in found)
    for sentence in document.body:
        if "(" not in sentence.text and "（" not in sentence.text:
            continue
        found = _captioned(sentence, places, mentions)
        if found:
            mentions.extend(found)
            known.update(m.name for m in found)
    for sentence in document.body:
        if not _HAS_HEAD.search(sentence.text):
            continue
        found = [*_behind(sentence, places, mentions), *_between(sentence, places, mentions)]
        if found:
            mentions.extend(found)
            known.update(m.name for m in found)
    conference = _conference(document)
    for sentence in document.body if conference is not None else ():
        found = _members(sentence, conference or "", mentions)
        if found:
            mentions.extend(found)
            known.update(m.name for m in found)
    firsts = first_characters() | {name[0] for name in known}
    for sentence in document.body:
        found = _bare_lists(sentence, mentions, known, firsts)
        if found:
            mentions.extend(found)
            known.update(m.name for m in found)
    for sentence in document.headlines:
        found = _headline_runs(sentence, known, mentions)
        if found:
            mentions.extend(found)
            known.update(m.name for m in found)
    mentions.extend(_repeats(document, mentions, known))
    mentions.sort(key=lambda m: m.start)
    return mentions


_LEADING = re.compile(
    "领导(?:同志|干部)?(?:还?有|包括)?[:：]?(?!小组|下|班子|机构|机关|力|权|体制|能力|人才|岗位|职务|责任|地位|集体|核心)"
)
_CLAUSE = re.compile(r"(?:^|[,，;；。:：])\s*")
_LISTED_LEADERS = re.compile(
    r"(?:^|[,，;；。])((?:[\u4e00-\u9fff·]{2,6}、)+[\u4e00-\u9fff·]{2,6}?)等(?:[省市县区州盟旗地]区?)(?:级|委)?领导"
)
#: A notice without its verb tells its verdict in the clause that the name opens.
_NEAR = re.compile(r"[^,，。;；:：]{1,200}?(?:任|当选|辞去|不再|提名|为|[,，]\s*(?:男|女)[,，])")


def _place_spans(sentence: Sentence, places: Sequence[PlaceMention]) -> list[tuple[int, int]]:
    spans = [
        (p.start - sentence.start, p.end - sentence.start)
        for p in places
        if p.start >= sentence.start and p.end <= sentence.end and p.form != "compound" and p.level != "cluster"
    ]
    longest = {a: max(b for start, b in spans if start == a) for a, _ in spans}
    return [(a, b) for a, b in spans if b == longest[a]]  # 海口江东新区, not 海口


def _titled(
    document: Document,
    sentence: Sentence,
    places: Sequence[PlaceMention],
    known: set[str],
    abroad: Sequence[tuple[int, int]],
    unread: list[tuple[Sentence, int]] | None = None,
) -> list[PersonMention]:
    raw = sentence.text
    if not title_pattern().search(raw) and "领导" not in raw:
        return []
    text = _ASIDE.sub(lambda m: "\u2060" * len(m.group()), raw)
    spans = _place_spans(sentence, places)
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
    names_so_far = (*_LEADER_NAMES, *known)
    phrases = [m.span() for m in _PHRASE.finditer(text)] if "“" in text else []
    for _, match in heads:
        if match.start() < cursor or (match.lastindex and any(a == match.start(2) + 1 for a, _ in spans)):
            continue  # 平利县|长安镇 holds no 县长
        head_end = match.end()
        leaders = match.group().startswith("领导")
        floor = cursor
        for at in range(match.start() - 1, cursor - 1, -1):
            if text[at] in _DELIMITERS and not (text[at] in "()（）" and _is_zone_paren(text, at)):
                floor = at + 1
                break
        if chain.titles and floor < chain.end <= match.start():
            floor = chain.end + (1 if text.startswith("兼", chain.end) else 0)  # 副部长兼水利部副部长
        bare = name_end(text, floor, titled=False, known=known, alone=True)
        if bare is not None and bare < match.start() and text[bare] in "与和同及":
            floor = bare + 1  # 祝海洋与霍邱县委副书记…: a name without its title before
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
        if leaders:
            word = text[name_at:end] if end is not None else ""
            odd = word[:1] in "都却才归随边再又仍即年" or has_word(word) or not surname_length(word) if word else False
            if odd and not foreign(word) and word not in known:
                end = None  # 主要领导|来支持, 领导|却
            elif word[:2] in not_names() and text[end or 0 : (end or 0) + 1] not in ("、", ",", "，"):
                end = None  # 领导年度会商, 领导政务活动: no name
            if end is not None and (text[end : end + 1] in "、,，。 等" or _BARE_LIST_END.match(text, end)):
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
            out.append(_mention(sentence, text, name_at, end, [], name_at))
            continue
        found, cursor = _list_from(sentence, text, name_at, end, titles, group_start, known, spans)
        for mention in found:
            mention.context = last_context
        if is_outsider(titles, text, countries) or text.startswith(("院士", "教授", "研究员"), cursor):
            for mention in found:
                mention.staff = True
        if _NOT_PERSON_BEFORE.search(text[:group_start][-8:]) or post.kind == "reporter":
            for mention in found:
                mention.staff = True
        out.extend(found)
        last_context = tuple(titles)
        chain = _Chain()
    return out


#: What stands between two titles of one person; a comma too, where no name stood before it:
#: 省委副书记、省长,合作区管委会主任张三.
_CHAINED = re.compile(r"(?:[、\u2060\s]{1,16}(?:提名|拟任|候任)?|[,，]|兼)")


#: A short quoted phrase: a slogan or a name, in which nobody bears a title.
_PHRASE = re.compile("“[^”“,，。;；]{4,16}”")


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
    first = _mention(sentence, text, start, end, titles, group_start)
    first.staff = staff
    first.listed = not titles
    out = [first]
    cursor = end
    shared = [titles[-1]] if titles and (titles[-1].post.shared or "副" in titles[-1].title) else []
    while True:
        while text[cursor : cursor + 1] == "\u2060":
            cursor += 1
        join = _JOIN.match(text, cursor)
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
        mention = _mention(sentence, text, at, stop, list(shared), at)
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


def _mention(sentence: Sentence, text: str, start: int, end: int, titles: list[Title], group: int) -> PersonMention:
    name = text[start:end].replace(" ", "").replace("•", "·").replace("・", "·").replace("‧", "·")
    return PersonMention(name, sentence.start + start, sentence.start + end, sentence, titles, sentence.start + group)


def _bare_lists(
    sentence: Sentence, mentions: Sequence[PersonMention], known: set[str], firsts: Collection[str]
) -> list[PersonMention]:
    """刘鹤、李强、陈敏尔出席会议 · 孙春兰作了总结讲话: names without a title at the start of a clause, before a role.

    `firsts` are the characters that a name may begin with here.
    """
    text = sentence.text
    taken = [(m.start - sentence.start, m.end - sentence.start) for m in mentions if m.sentence is sentence]
    out: list[PersonMention] = []
    dotted = any(dot in text for dot in MIDDLE_DOT)
    for clause in _CLAUSE.finditer(text):
        at = clause.end()
        if text[at : at + 1] not in firsts and not dotted:
            continue
        names: list[tuple[int, int]] = []
        cursor = at
        while True:
            stop = name_end(text, cursor, titled=False, known=known)
            if stop is None:
                break
            names.append((cursor, stop))
            join = _JOIN.match(text, stop)
            if join is None:
                break
            cursor = join.end()
        if not names or any(a < names[-1][1] and names[0][0] < b for a, b in taken):
            continue
        tail = names[-1][1]
        new = [text[a:b] for a, b in names if text[a:b] not in known]
        if not new:
            continue
        if len(names) == 1:
            word = new[0]
            if (
                surname_length(word) == 0
                or not _SINGLE_ROLE.match(text, tail)
                or len(word) < 2
                or word[:2] in not_names()
            ):
                continue
            if not _likely_name(word):
                continue
        elif not _BARE_LIST_END.match(text, tail):
            continue
        delegates = re.match(
            r"等?\s*(?:\d+|[一二三四五六七八九十]+)?(?:名|位)?[^,，。;；]{0,8}(?:委员|代表|专家|学者|企业家|嘉宾)",
            text[tail:],
        )
        for a, b in names:
            mention = _mention(sentence, text, a, b, [], a)
            mention.listed = len(names) > 1
            mention.staff = delegates is not None and "领导" not in delegates.group()
            out.append(mention)
    for match in _LISTED_LEADERS.finditer(text) if "领导" in text and "等" in text else ():
        for item in re.finditer(r"[\u4e00-\u9fff·]+", match.group(1)):
            a, b = match.start(1) + item.start(), match.start(1) + item.end()
            if not any(m.start == sentence.start + a for m in (*mentions, *out)):
                mention = _mention(sentence, text, a, b, [], a)
                mention.listed = True
                out.append(mention)
    return out


_CAPTION = re.compile(
    r"(?:^|(?<=[、,，:：;；\s]))(?P<name>[\u4e00-\u9fff·]{2,12})[(（](?P<titles>[^()（）]{3,40})[)）]"
)


def _captioned(
    sentence: Sentence, places: Sequence[PlaceMention], mentions: Sequence[PersonMention]
) -> list[PersonMention]:
    """李伟（市委副书记）、王强（副市长）: the posts in brackets behind the name."""
    out: list[PersonMention] = []
    text = sentence.text
    for match in _CAPTION.finditer(text):
        name = match.group("name")
        if surname_length(name) == 0 or name in not_names() or not 2 <= len(name) <= 4:
            continue
        if any(m.start < sentence.start + match.end() and sentence.start + match.start() < m.end for m in mentions):
            continue
        titles = titles_from(text, match.start("titles"), _place_spans(sentence, places))
        if not titles or titles[-1].end != match.end("titles") or any(t.post.kind != "official" for t in titles):
            continue
        mention = _mention(sentence, text, match.start("name"), match.end("name"), titles, match.start("name"))
        mention.appointed = True
        out.append(mention)
    return out


_HAS_HEAD = re.compile("[市县区省州旗镇乡局厅部科处]长|书记|主任|主席")
#: 杨新坚副市长带队到…: the name before its title, at the start of a clause
_BEHIND = re.compile(
    r"(?:^|(?<=[,，。;；:：\s]))(?P<name>[\u4e00-\u9fff]{2,4}?)(?P<title>(?:常务)?副(?:省长|市长|县长|区长|州长|旗长|镇长|乡长|书记|主任|主席|秘书长)|(?:省长|市长|县长|区长|州长|镇长|乡长|书记))"
    r"(?=一行|带队|率|主持|出席|强调|指出|深入|前往|来到|陪同|参加|带领|先后|实地|听取|要求|表示|到|赴|在|调研|检查|督导|会见|致辞|讲话|介绍)"
)


def _new_name(name: str, start: int, places: Sequence[PlaceMention], mentions: Sequence[PersonMention]) -> bool:
    """Whether ``document.text[start:]`` begins with a usual name that is no place and no person read before."""
    end = start + len(name)
    return (
        surname_is_usual(name)
        and name not in not_names()
        and NOT_IN_NAME.isdisjoint(name)
        and not any(p.start < end and start < p.end for p in places)
        and not any(m.start < end and start < m.end for m in mentions)
    )


def _behind(
    sentence: Sentence, places: Sequence[PlaceMention], mentions: Sequence[PersonMention]
) -> list[PersonMention]:
    """杨新坚副市长带队检查…, 王强县长主持会议: courtesy sets the name before the title."""
    text = sentence.text
    out: list[PersonMention] = []
    for match in _BEHIND.finditer(text):
        name, start = match.group("name"), sentence.start + match.start()
        given = len(name) - surname_length(name)
        if not _new_name(name, start, places, mentions) or given not in (1, 2):
            continue
        if given == 1 and not match.group("title").startswith(("副", "常务")):
            continue
        titles = titles_from(text, match.start("title"), _place_spans(sentence, places))
        if not titles or titles[0].end != match.end("title") or (not titles[0].level and given == 1):
            continue
        mention = _mention(sentence, text, match.start(), match.end("name"), titles[:1], match.start())
        mention.appointed = True
        out.append(mention)
    return out


#: 海珠区建设和市政局皮文军局长一行: between the office and its title
_BETWEEN = re.compile(
    r"(?:局|厅|委|办|公室|部|中心)(?P<name>[\u4e00-\u9fff]{2,3})(?=(?:副)?(?:局长|厅长|主任|部长|书记|科长|处长)(?:一行|带队|率|到|来|赴|参加|出席|陪同|介绍|表示|指出|主持))"
)


def _between(
    sentence: Sentence, places: Sequence[PlaceMention], mentions: Sequence[PersonMention]
) -> list[PersonMention]:
    """People named between their office and its title. Whose post it is, is told apart; no post is read."""
    out: list[PersonMention] = []
    for match in _BETWEEN.finditer(sentence.text):
        name, start = match.group("name"), sentence.start + match.start("name")
        if not _new_name(name, start, places, mentions) or name[:2] in not_names():
            continue
        mention = _mention(sentence, sentence.text, match.start("name"), match.end("name"), [], match.start("name"))
        mention.listed = True
        out.append(mention)
    return out


_CONFERENCE = re.compile(r"全国政协|政协[\u4e00-\u9fff]{2,8}第")


def _conference(document: Document) -> str | None:
    """The conference whose session the page opens with: 全国政协, "" for one of a region, None for none."""
    head = document.text[:300]
    body = _CONFERENCE.search(head)
    if body is None:
        return None
    return "全国政协" if body.group().startswith("全国") or "全国委员会" in head else ""


#: 徐绍史委员提出 · 田岚和姜伟新常委建议: members of a CPPCC session, the title behind the name
_MEMBERS = re.compile(
    r"(?:^|(?<=[,，。;；]))(?P<names>[\u4e00-\u9fff]{2,4}(?:(?:、|和)[\u4e00-\u9fff]{2,3}){0,6}?)(?P<title>常委|委员)(?=代表|建议|提出|认为|指出|在|说|表示|围绕|从|就)"
)


def _members(sentence: Sentence, organ: str, mentions: Sequence[PersonMention]) -> list[PersonMention]:
    out: list[PersonMention] = []
    for match in _MEMBERS.finditer(sentence.text):
        for item in re.finditer(r"[^、和]+", match.group("names")):
            a, b = match.start("names") + item.start(), match.start("names") + item.end()
            if surname_length(item.group()) == 0 or item.group() in not_names():
                continue
            if any(m.start == sentence.start + a for m in mentions):
                continue
            post = posts()[match.group("title")]
            title = Title(
                post.title, post, organ or "政协", "", -1, -1, bool(organ), match.start("title"), match.end("title")
            )
            mention = _mention(sentence, sentence.text, a, b, [title], a)
            mention.appointed = True
            out.append(mention)
    return out


_POST_NEXT = re.compile(r"(?P<loses>(?=[\u4e00-\u9fff]{2,30}职务))(?P<gets>(?!))?(?P<named>(?!))?")
_HEADER = re.compile(
    r"^(?:[一二三四五六七八九十]+、|\d+[.、])?(?:[^,，。;；:：]{0,40}(?:会议|政府|委员会|市委|县委|区委|省委|研究|会))?(?:决定)?(?P<what>任命|免去|接受|批准|补选|选举|提名)[:：]?$"
)
_NOTICE = re.compile(
    r"(?P<of>(?:决定)?(?:任命|聘任|提名|选举|补选|递补|增补|推选|免去|接受|批准|同意|罢免|撤销)(?:(?:(?!同志|免去|任命)[^,，。;；、:：的为]){0,14}?(?:委员|副?书记))?)"
    r"|(?P<at>(?:^|(?<=[、,，。;；:：\s])))"
)
_VERDICT = re.compile(
    r"(?:同志|先生|女士)?(?:[(（][^()（）]{1,12}[)）])?(?:(?P<gets>任命?为?|担任|兼任|出任|当选为?|接任|调任|转任|升任|为)"
    r"|(?P<loses>不再担任|不再兼任|辞去|的|任期|因)|(?P<named>提名为?|[,，]\s*(?:男|女)[,，]))"
)


def _listed_line(sentence: Sentence) -> bool:
    """A line of a list of appointments: A为…; B的…职务。"""
    return bool(re.search(r"(?:为|的|任)[^,，]{4,60}[;；。]?$|职务|请求", sentence.text))


_NOTICE_WORD = re.compile(r"任|免去|选举|提名|当选|递补|补选|[,，](?:男|女)[,，]")
_ELECTING = re.compile(r"选举|任命|补选|增补|推选|决定任命")


def _appointed(
    sentence: Sentence, places: Sequence[PlaceMention], mentions: Sequence[PersonMention], header: str = ""
) -> list[PersonMention]:
    """Notices: 任命A为…, 免去B的…职务, C同志任…, D同志不再担任…, 选举E、F为…: the name stands before its posts."""
    text = sentence.text
    if not header and not _NOTICE_WORD.search(text):
        return []
    spans = _place_spans(sentence, places)
    text = _ASIDE.sub(lambda m: "\u2060" * len(m.group()), text)
    electing = _ELECTING.search(text)
    taken = [(m.start - sentence.start, m.end - sentence.start) for m in mentions if m.sentence is sentence]
    out: list[PersonMention] = []
    for match in _NOTICE.finditer(text):
        at = match.end()
        if not header and match.group("of") is None and _NEAR.match(text, at) is None:
            continue
        names: list[tuple[int, int]] = []
        while True:
            while at < len(text) and text[at] in " \u3000":
                at += 1
            stop = name_end(text, at, titled=True)
            if stop is None:
                break
            names.append((at, stop))
            while stop < len(text) and text[stop] == "\u2060":
                stop += 1
            if text[stop : stop + 1] != "、":
                break
            at = stop + 1
        if not names:
            continue
        told = names[-1][1]
        while told < len(text) and text[told] == "\u2060":
            told += 1
        verdict = _VERDICT.match(text, told) or (
            _POST_NEXT.match(text, told) if (match.group("of") or "").startswith("免去") else None
        )
        ellipsis = electing is not None and electing.start() < names[0][0] and text[told : told + 1] == "为"
        notice = match.group("of") is not None or (bool(header) and names[0][0] == 0) or ellipsis
        if verdict is None or (not notice and verdict.group("loses") in ("的", "任期", "因")):
            continue
        first = text[names[0][0] : names[0][1]]
        if (
            not notice
            and verdict.group("named") is None
            and (first[:2] in not_names() and surname_length(first) < 2 and not text.startswith("同志", names[0][1]))
        ):
            continue
        if not notice and verdict.group("gets") == "为" and not text.startswith("同志", names[-1][1]):
            continue
        titles: list[Title] = []
        gets = verdict.group("gets") and not (match.group("of") or "").endswith(
            ("提名", "免去", "接受", "罢免", "撤销")
        )
        if verdict.group("named") and re.match("[,，]", verdict.group("named")):
            now = re.search(r"现任", text[names[-1][1] :])
            begin = names[-1][1] + now.end() if now else -1
            titles = titles_from(text, begin, spans) if now else []
            if not now and not re.search(r"拟任|出生|年\d{1,2}月|党员", text[names[-1][1] :]):
                continue
        elif gets:
            titles = titles_from(text, verdict.end(), spans)
            if not titles and not notice:
                continue
        elif not notice and not re.search(r"职务|书记|长|主任|主席|委员", text[verdict.end() : verdict.end() + 40]):
            continue
        for a, b in names:
            if any(x < b and a < y for x, y in taken) and not titles:
                continue
            mention = _mention(sentence, text, a, b, list(titles), a)
            mention.appointed = True
            out.append(mention)
    return out


def titles_from(text: str, start: int, spans: list[tuple[int, int]]) -> list[Title]:
    """The chain of titles that begins at ``text[start]``: 中共常德市委委员、常委、副书记."""
    titles: list[Title] = []
    at = start
    for match in title_pattern().finditer(text, start):
        between = text[at : match.start()]
        if re.search(r"[,，。;；:：]|(?<!无)为", between) or len(between) > 30:
            break
        titles.append(read_title(text, at, match.start(), match.end(), match.group(1), posts()[match.group(2)], spans))
        at = match.end()
        aside = _ASIDE.match(text, at)
        at = aside.end() if aside else at
        if text[at : at + 1] not in ("、", "兼"):
            break
        at += 1
    return titles


def _likely_name(word: str) -> bool:
    from kg.lexicon.names import surnames

    surname = surname_length(word)
    return (
        bool(surname)
        and surnames()[word[:surname]] in ("common", "usual", "compound")
        and 1 <= len(word) - surname <= 2
    )


_RUN = re.compile(r"[\u4e00-\u9fff]{4,40}?(?=(?:等)?(?:出席|参加|列席|讲话|致辞|主持|陪同|分别|作|见证|到会|会见))")


def _headline_runs(sentence: Sentence, known: set[str], mentions: Sequence[PersonMention]) -> list[PersonMention]:
    """Names run together in a headline: 刘文华高世文蒋文定王万征等出席; 汪其昌欧阳立民讲话 曾绍华主持."""
    text = sentence.text
    out: list[PersonMention] = []
    taken = [(m.start - sentence.start, m.end - sentence.start) for m in mentions if m.sentence is sentence]
    for part in re.finditer(r"[^\s,，;；]+", text):
        for role in re.finditer(r"(?:等)?(?:出席|参加|列席|讲话|致辞|主持|陪同|到会|会见|发言)", part.group()):
            run = part.group()[: role.start()]
            run = re.split(r"[、]", run)[-1] if "、" in run else run
            base = part.start() + role.start() - len(run)
            if not 2 <= len(run) <= 30 or any(a < base + len(run) and base < b for a, b in taken):
                continue
            names = split_run(run, known)
            if not names:
                continue
            fresh = [n for n in names if n not in known]
            if (
                fresh
                and (len(names) == 1 or any(n in not_names() for n in fresh))
                and not (
                    len(names) == 1 and _likely_name(names[0]) and names[0] not in not_names() and len(names[0]) == 3
                )
            ):
                continue
            at = base
            for name in names:
                out.append(_mention(sentence, text, at, at + len(name), [], at))
                at += len(name)
            break
    return out


def _repeats(document: Document, mentions: Sequence[PersonMention], known: set[str]) -> Iterable[PersonMention]:
    """Every further place where a known full name stands."""
    taken = {(m.start, m.end) for m in mentions}
    spans = sorted((m.start, m.end) for m in mentions)
    names = sorted(known, key=len, reverse=True)
    if not names:
        return
    pattern = ahocorasick_rs.AhoCorasick(names, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    for sentence in document.sentences:
        for _, a0, b0 in pattern.find_matches_as_indexes(sentence.text):
            start, end = sentence.start + a0, sentence.start + b0
            if (start, end) in taken or any(a < end and start < b for a, b in spans):
                continue
            name = sentence.text[a0:b0]
            if len(name) == 2 and name in not_names() and not (a0 == 0 or sentence.text[a0 - 1] in "、,，;；:： 由在"):
                continue
            yield PersonMention(name, start, end, sentence, group_start=start)


# -- officials ---------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Said:
    """What the last title resolved to: a later bare title (…,秘书长白朗) belongs to the same body."""

    region: Place | None = None
    name: str | None = None
    organ: str = ""
    sentence: int = -1
    posts: frozenset[str] = frozenset()
    township: bool = False  # of a 镇 or 乡
    end: int = -2  # where the person named with it ends
    seats: tuple[Place, ...] = ()  # the regions of the sentence's posts so far
    level: str = ""  # 市 of 市政协主席, where the page does not tell which city

    def beside(self, at: int) -> bool:
        """Whether a title that begins at `at` goes on with the list: 周凤来、市委副书记…"""
        return at - self.end == 1


def officials_of(
    mentions: Sequence[PersonMention],
    places: Sequence[PlaceMention],
    home: Home,
    gazetteer: Gazetteer,
    bodies: Sequence[str] = (),
) -> list[Official]:
    """The people who act in an official capacity, in order of appearance, with their posts.

    `bodies` are the full names that the article tells, for what it calls 督察组 or 黄河防总 elsewhere.
    """
    at = {(p.start, p.end): p for p in places}
    held: dict[str, list[Position]] = {}
    order: dict[str, list[PersonMention]] = {}
    said = _Said()
    line = -1
    told = {
        (m.name, m.sentence.start) for m in mentions if m.appointed and m.titles
    }  # 候补委员A为委员: the new post counts
    for mention in mentions:
        order.setdefault(mention.name, []).append(mention)
        if mention.sentence.line != line:
            said, line = _Said(), mention.sentence.line
        if (
            mention.titles
            and not mention.staff
            and (mention.appointed or (mention.name, mention.sentence.start) not in told)
        ):
            positions, said = positions_of(mention.titles, mention.sentence, mention.end, said, at, home, bodies)
            held.setdefault(mention.name, []).extend(positions)
    _one_holder(held, {m.name for m in mentions if m.appointed})
    out: list[Official] = []
    for name, all_mentions in order.items():
        titled = [m for m in all_mentions if m.titles]
        if all(m.staff for m in titled or all_mentions):
            continue
        if name in _LEADER_NAMES and not titled:
            continue
        first = all_mentions[0]
        span = Span(
            first.start,
            first.end,
            first.sentence.text,
            0.98 if titled else 0.93,
            first.rule or ("titled" if titled else "listed"),
        )
        held_posts = _unique(held.get(name, ()))
        if first.rule:  # no surer than the name of who holds them
            held_posts = [replace(p, span=replace(p.span, rule=first.rule)) if p.span else p for p in held_posts]
        out.append(Official(name, tuple(held_posts), (), span))
    return out


_ONLY = re.compile(r"书记|(?:省|市|县|区|州|盟|旗)长")


def _one_holder(held: dict[str, list[Position]], appointed: Collection[str]) -> None:
    """Leave open whose a bare 市委书记 is where the article names another holder of that city's post.

    宋国权 on a page of 芜湖 whose secretary is told too comes from elsewhere: which city, the page did not say.
    """
    holders: dict[tuple[str, str], set[str]] = {}
    for name, positions in held.items():
        for position in positions:
            if position.org and _ONLY.fullmatch(position.title) and name not in appointed:
                holders.setdefault((position.org, position.title), set()).add(name)
    for name, positions in held.items():
        for index, position in enumerate(positions):
            others = holders.get((position.org or "", position.title), {name}) - {name}
            implied = position.span is not None and position.span.rule == "implied"
            if others and implied and position.region and name not in appointed:
                told = (position.org or "").removeprefix(position.region)
                positions[index] = replace(position, org=f"{position.region[-1]}{told}", region=None, code=None)


def _unique(positions: Iterable[Position]) -> list[Position]:
    """One row a post; a title whose organ the page never told gives way to the same title with one."""
    seen: dict[tuple[str, str | None], Position] = {}
    for position in positions:
        seen.setdefault((position.title, position.org), position)
    told = {p.title for p in seen.values() if p.org}
    return [p for p in seen.values() if p.org or p.title not in told]


def positions_of(
    titles: Sequence[Title],
    sentence: Sentence,
    end: int,
    said: _Said,
    at: dict[tuple[int, int], PlaceMention],
    home: Home,
    bodies: Sequence[str] = (),
) -> tuple[list[Position], _Said]:
    """The posts that a chain of titles tells, each with organ and region, and what the next bare title may lean on.

    `said` is what the title before it in the paragraph resolved to. A level without a name (市委) is the page's own, or
    lies around or in the region named in the same chain; a title without either goes with its neighbour in the chain.
    """
    base = sentence.start
    out: list[Position] = []
    bare_seats: list[Place | None] = []
    around = list(at.values())
    joiner = sentence.text[said.end - base : said.end - base + 1] if said.sentence == base else ""
    if joiner in ("与", "同") and home.told and _RECEIVED.match(sentence.text, end - base):
        said = replace(said, seats=())  # 张掖市委书记A与市委副书记、市长B座谈: B receives
    led = _led(sentence, end - base, around, home) if any(t.level and t.region_start < 0 for t in titles) else None
    found = [at.get((t.region_start + base, t.region_end + base)) if t.region_start >= 0 else None for t in titles]
    named = [f.place if f else None for f in found]
    here = _Said()
    for index, title in enumerate(titles):
        if title.central:
            position = _central(title, sentence, end)
            out.append(position)
            here = _Said(None, None, position.org or "")
            continue
        alone = title.organ and not title.level and title.region_start < 0 and not title.township
        full = full_name(title.organ, bodies) if alone else None
        if full is not None:
            span = Span(base + title.start, max(end, base + title.end), sentence.text, 0.95, "title")
            zone_name = full if full.endswith(("区", "园")) else None
            out.append(Position(title.title, full, zone_name, None, title.status, span))
            here = _Said(None, zone_name, full)
            continue
        corps = index and title.post.title in ("师长", "团长", "政委") and CORPS.match(here.organ) is not None
        if corps and not title.organ and title.region_start < 0:
            title = replace(title, organ=here.organ.removesuffix("党委"))  # 八师党委副书记、师长
            span = Span(base + title.start, max(end, base + title.end), sentence.text, 0.95, "title")
            out.append(Position(title.title, title.organ, None, None, title.status, span))
            continue
        if (
            index
            and title.organ in _PARTY_PARTS
            and title.region_start < 0
            and not title.level
            and CORPS.match(here.organ)
        ):
            organ = f"{here.organ.split('党委')[0]}党委{title.organ}"  # 兵团党委常委、组织部部长
            span = Span(base + title.start, max(end, base + title.end), sentence.text, 0.95, "title")
            out.append(Position(title.title, organ, None, None, title.status, span))
            continue
        if (
            index
            and titles[index - 1].status == "former"
            and title.region_start < 0
            and (not title.level or title.post.organ in ("party", "secretariat"))
        ):
            title = replace(title, status="former")  # 原党组书记、主席: both
            titles = [*titles[:index], title, *titles[index + 1 :]]
        region, name = _region_of(titles, index, found, named, here, said, home, around, base, led, bodies)
        if title.level and title.region_start < 0:
            bare_seats.append(region)  # 副市长、浏阳市委书记A: the next bare 市 is 长沙 too
        organ = title.organ
        leans = title.post.organ in ("office", "secretariat", "chair", "department", "group", "rank")
        if not organ and not title.level and title.region_start < 0 and (leans or title.post.title in ("委员", "成员")):
            body = here if index else said
            if body.region is None and body.name is None and body.level:
                title = replace(title, level=body.level)
                titles = [*titles[:index], title, *titles[index + 1 :]]
            organ = re.sub(r"(?:党组|党委)$", "", body.organ) or body.organ
        if not title.organ and title.post.organ == "chair" and (not organ or organ in ("委", "党委")):
            organ = "人民政府"  # 自治区主席; 自治区党委副书记、主席
        written = _NAMED_ZONE.match(organ)
        if written is not None and name and title.region_start >= 0 and name.endswith(written.group()):
            organ = organ[written.end() :]  # 宜宾|临港开发区党工委
        own_zone = _OWN_ZONE.match(organ)
        if own_zone and name and (name.endswith(own_zone.group()) or (region is not None and region.level == "zone")):
            organ = organ[own_zone.end() :]
        if not organ and not title.level and title.region_start < 0 and index == 0 and not said.organ:
            title = _of_body(title, sentence)
            organ = title.organ
            titles = [title, *titles[1:]]
        bare = not organ and not title.level and title.region_start < 0 and index == 0 and not said.organ
        if bare and title.post.organ in ("office", "department", "group", "rank", "chair") and not title.township:
            continue  # 局长贾成伟: of what, the page does not say
        if (
            title.post.organ == "candidate"
            or _SEVERAL.fullmatch(organ)
            or organ in ("本届", "上届", "新一届", "首届")
            or organ.endswith("班子")
            or organ.startswith("本次")
            or (title.title == "执行主席" and not title.organ)
        ):
            continue  # 县长候选人; 三市市长: whose is not told one by one
        if title.township:
            region, name = None, title.township
        elif is_national(organ):
            region, name = None, None  # 全国政协副主席A、秘书长B: no region's
        elif organ.startswith("军区") and name is not None and name.removesuffix("市") in MILITARY_REGIONS:
            organ, region, name = name.removesuffix("市") + organ, None, None  # 北京军区
        if (
            title.post.kind == "official"
            and organ not in ("大会", "会议", "主席团", "全会")
            and title.status not in ("former", "removed")
            and not title.title.startswith(("拟任", "候任"))
        ):
            rule = "implied" if title.level and title.region_start < 0 and name is not None else "title"
            span = Span(base + title.start, max(end, base + title.end), sentence.text, 0.95, rule)
            own_name = "自治区" if title.level == "自治区" and title.post.organ == "chair" and not title.organ else ""
            out.append(
                Position(
                    own_name + title.title,
                    organ_name(name, organ.removeprefix(name or ""), title),
                    name,
                    region.code if region else None,
                    title.status,
                    span,
                )
            )
        implied = {"government": "人民政府", "party": "委"}.get(title.post.organ, "")
        here = _Said(region, name, organ or implied, level=title.level if region is None else "")
    town = any(t.level in ("镇", "乡", "街道") for t in titles) or (said.township and here.name is None)
    seats = said.seats if said.sentence == sentence.start else ()
    seats = (*seats, *(p for p in (*named, here.region, *bare_seats) if p is not None and p.level != "zone"))
    told = frozenset(t.title for t in titles)
    return out, _Said(here.region, here.name, here.organ, sentence.start, told, town, end, seats, here.level)


_RECEIVED = re.compile(r"(?:举行|进行|一行)?(?:座谈|会谈|交流|会商|商谈|洽谈|会晤)")
_BODY_BEFORE = re.compile(r"(省|市|县|区|州|旗)(人大常委会|政协|工商联|总工会|妇联|科协|文联|残联)")


def _of_body(title: Title, sentence: Sentence) -> Title:
    """受泉州市人大常委会主任委托,副主任许文贵主持会议: a vice head is of the body told before."""
    if title.post.title not in ("主任", "主席", "秘书长"):
        return title
    told = list(_BODY_BEFORE.finditer(sentence.text, 0, title.start))
    return replace(title, organ=told[-1].group(2), level=told[-1].group(1)) if told else title


#: 示范区执委会, 新区管委会: the zone the page is about, told in short
_OWN_ZONE = re.compile(
    r"(?:示范区|合作区|试验区|实验区|新区|开发区|高新区|经开区|园区|港区)(?=党工委|管委会|执委会|管理|工委)"
)
#: Posts that a body has but once: the second 市委书记 of a sentence is of another city.
_ONE_EACH = frozenset({"书记", "省长", "市长", "县长", "区长", "州长", "盟长", "旗长", "镇长", "乡长", "主席", "主任"})
#: Bodies whose head and the next one's bare 市委, 县长 are of the same place: 康保县委书记A,县委副书记、县长B
_RULING = frozenset({"委", "政府", "人民政府", "人大", "人大常委会", "政协"})
_VILLAGE = re.compile(r"[\u4e00-\u9fff]{1,6}?(?:村|社区)(?:党|村|居|$)")


def _region_of(
    titles: Sequence[Title],
    index: int,
    found: Sequence[PlaceMention | None],
    named: Sequence[Place | None],
    here: _Said,
    said: _Said,
    home: Home,
    at_places: Sequence[PlaceMention],
    sentence: int,
    led: Place | None = None,
    bodies: Sequence[str] = (),
) -> tuple[Place | None, str | None]:
    title = titles[index]
    place = found[index]
    if place is not None:
        return place.place, place.name
    above = home.by_level.get("province")
    if title.level == "区" and title.organ == "党委" and above is not None and above.name.endswith("自治区"):
        return above, above.name  # 区党委副书记: of the autonomous region; a district has a 区委
    if title.level:
        later = [p for p in named[index + 1 :] if p is not None]
        anchor = here.region or (later[0] if later else None)
        if here.region is None and anchor is not None and home.fits(anchor, title.level):
            # 市委常委、副市长、天津援甘…组长: the page's own city; 副市长、浏阳市委书记: the one 浏阳 lies in
            anchor = home.above(anchor) if anchor.level == "county" and title.level == "市" else None
        if (
            anchor is None
            and said.seats
            and said.sentence == sentence
            and (said.organ in _RULING or said.beside(sentence + title.start))
            and not said.posts & _ONE_EACH & {t.title for t in titles}
        ):
            # 康保县委书记杜平,县委副书记、县长魏红侠: of the same county, as another post of it is told
            own = home.at(title.level) if home.told and said.organ not in _RULING else None
            anchor = next(
                (
                    p
                    for p in reversed(said.seats)
                    # 天津援甘前方指挥部总指挥A、市委常委B: a guest's 直辖市 does not lend its name
                    if home.fits(p, title.level) and not (own is not None and p.level == "province")
                ),
                None,
            )
        alike = said.name is not None and said.name.endswith(title.level) and said.sentence == sentence
        if anchor is None and said.region is None and alike and not said.posts & {t.title for t in titles}:
            return None, said.name  # 鼓楼区委书记…、区长…: which 鼓楼区 stays open, but it is one
        region = home.at(title.level, anchor or (led if not home.told else None)) or home.at(title.level)
        if region is None:
            return _last_named(title, at_places, sentence)
        return region, region.name
    zone = _OWN_ZONE.match(title.organ)
    if zone:
        own = home.zone(zone.group())
        if own is not None:
            return own, own.name
        whole = [p for p in at_places if p.level == "zone" and p.name.endswith(zone.group())]
        if len({p.name for p in whole}) == 1:
            return whole[0].place, whole[0].name
    named_zone = _NAMED_ZONE.match(title.organ)
    if named_zone:
        known, zone_name = home.named_zone(named_zone.group(), at_places)
        return (known, zone_name) if known is not None else (None, full_name(zone_name, bodies) or zone_name)
    if title.organ in _ZONE_BODIES and title.region_start < 0 and here.name is None and said.name is None:
        zones = {p.name: p.place for p in at_places if p.level == "zone" and not p.inside}
        return (next(iter(zones.values())), next(iter(zones))) if len(zones) == 1 else (None, None)
    if _VILLAGE.match(title.organ):
        return None, None  # a village lies in a township the title did not name
    if here.name is not None:
        return here.region, here.name
    if index and here.organ and here.level and not title.organ and title.post.organ == "chair":
        return None, None  # 自治区党委副书记、主席: of what the page did not tell, like the post before
    later_named = [f for f in found[index + 1 :] if f is not None]
    if index == 0 and later_named and title.post.organ != "government":
        return later_named[0].place, later_named[0].name
    if said.name is not None:
        return said.region, said.name
    if said.sentence == sentence and said.township and title.organ in ("党委", "党政办", "人大", "纪委", "武装部"):
        return None, None  # 镇党委书记A、党委副书记B: of a town the page does not name
    if title.organ and not _LOCAL_ORGAN.search(title.organ):
        return None, None  # 亚奥理事会, 中国画系: a body of its own, of no region we were told
    region = home.place
    if title.organ.endswith("厅") and "province" in home.by_level:
        region = home.by_level["province"]
    return region, region.name if region else None


_TOURS = re.compile(r"(?:率队|一行)?(?:先后)?(?:来到|前往|深入|到|在|赴)")
_ON_TOUR = re.compile(r"[市县区州]?(?:[\u4e00-\u9fff、]{0,12}?)(?:调研|检查|督导|督查|督战|走访|慰问|宣讲|巡查|巡河)")
_LEADS = re.compile(r"率领?|带领|率队")
_ACTS = re.compile(r"出席|主持|参加|会见|陪同|来我|指出|强调|表示|介绍|。")
_DELEGATION = re.compile(r"[\u4e00-\u9fff]{0,10}?(?:代表团|考察团|访问团|学习团|考察组|交流团|慰问团|工作组)")


def _led(sentence: Sentence, end: int, places: Sequence[PlaceMention], home: Home) -> Place | None:
    """Where the person named up to `end` is at home: whose delegation he leads, or where he is on a tour of inspection.

    市委副书记A率凤台县党政代表团…; 省委书记B在白城调研.
    """
    tours = _TOURS.match(sentence.text, end)
    if tours is not None:
        at = sentence.start + tours.end()
        for place in places:
            if place.start == at and place.place is not None and place.level in ("prefecture", "county"):
                tail = place.end - sentence.start
                if not _ON_TOUR.match(sentence.text, tail):
                    return None
                # 副市长A到广水市调研: whoever tours a county-level city is of the one it lies in
                return home.above(place.place) if Home.fits(place.place, "市") else place.place
    leads = _LEADS.search(sentence.text, end, end + 120)
    if leads is None or _ACTS.search(sentence.text, end, leads.start()):
        return None
    at = sentence.start + leads.end()
    for place in places:
        if place.start == at and place.place is not None and not place.prefix:
            tail = place.end - sentence.start
            return place.place if _DELEGATION.match(sentence.text, tail) else None
    return None


def _last_named(title: Title, places: Sequence[PlaceMention], sentence: int) -> tuple[Place | None, str | None]:
    """The county or town named last before a bare 县委, 镇长 on a page that is at home in none of them."""
    if title.level == "市":
        return None, None
    before = [p for p in places if not p.inside and p.end <= sentence + title.start and _is_a(p, title.level)]
    if not before:
        return None, None
    last = before[-1]
    if sentence + title.start - last.end < _NEARBY or len({p.name for p in before}) == 1:
        return last.place, last.name
    return None, None


def _is_a(place: PlaceMention, level: str) -> bool:
    """Whether a place, settled or not, is of the level that a bare 县, 区 means."""
    if place.place is not None:
        return Home.fits(place.place, level)
    return place.level in ("county", "township") and place.name.endswith(level) and len(place.name) > 2


#: Characters within which a place named before is still what is spoken of.
_NEARBY = 120
#: 黄龙产业集聚区管委会: a zone that no table lists, named in full before its office
_NAMED_ZONE = re.compile(
    r"[\u4e00-\u9fff]{2,12}(?:集聚区|产业园区|工业园区|工业园|产业园|经开区|高新区|开发区|工业区|工业集中区|化工园区|物流园区|新区|示范区|合作区|保税区|度假区|旅游区|风景名胜区|风景区|生态城|科学城|自贸区|综保区|管理区)(?=管委|党工委|工委|管理)"
)
_ZONE_BODIES = frozenset({"管委会", "党工委", "工委", "管委"})
#: Parts of a party committee whose name its head leaves out: 兵团党委常委、组织部部长
_PARTY_PARTS = frozenset({"组织部", "宣传部", "统战部", "政法委", "办公厅", "纪委"})
_SEVERAL = re.compile(r"[两二三四五六七八九十各]+(?:市|县|区|省|州|地|镇|乡)")
#: Organs that every region has: without a name they are the page's own.
_LOCAL_ORGAN = re.compile(
    r"^(?:委|政府|人民政府|人大|人大常委会|政协|纪委|监委|纪检监察|法院|检察院|中级人民法院|人民法院|人民检察院|党工委|管委会|党委|党组|人武部|军分区|组织部|宣传部|统战部|政法委|"
    r"办公室|办公厅|秘书处|编办|网信办|工会|总工会|团委|妇联|工商联|科协|文联|残联|红十字会)|(?:局|厅|委|办|院|队|站|所|支队|大队|中心|指挥部|工作组|专班|领导小组|开发区|园区|街道|镇|乡|村|社区)(?:党组|党委)?$"
)


def _central(title: Title, sentence: Sentence, end: int) -> Position:
    """中共中央政治局常委, 国务院副总理, 国家主席: organs of the centre, without a region."""
    text = re.sub(r"^(?:原|现任|时任)", "", sentence.text[title.start : title.end])
    organ = title.organ if text == title.title or title.organ not in text else text.removesuffix(title.title)
    if organ == "国家":  # 国家主席 is the name of the post
        span = Span(sentence.start + title.start, max(end, sentence.start + title.end), sentence.text, 0.97, "central")
        return Position(f"国家{title.title}", None, None, None, title.status, span)
    span = Span(sentence.start + title.start, max(end, sentence.start + title.end), sentence.text, 0.97, "central")
    return Position(title.title, organ or None, None, None, title.status, span)
