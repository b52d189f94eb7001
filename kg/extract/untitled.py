"""Names that stand without a title: lists before a role, headlines without separators, every further mention."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

import ahocorasick_rs

from kg.extract.document import Document, Sentence
from kg.extract.mentions import JOIN, LEADER_NAMES, LIST_END, PersonMention, likely_name, mention_at
from kg.extract.names import foreign, name_end, split_run
from kg.lexicon.names import MIDDLE_DOT, never_names, not_names, surname_length, transliterated

_CLAUSE = re.compile(r"(?:^|[,，;；。:：])\s*")
_LISTED_LEADERS = re.compile(
    r"(?:^|[,，;；。])((?:[\u4e00-\u9fff·]{2,6}、)+[\u4e00-\u9fff·]{2,6}?)等(?:[省市县区州盟旗地]区?)(?:级|委)?领导"
)
_SINGLE_ROLE = re.compile(
    r"(?:主持|出席|参加|列席|到会|陪同|讲话|致辞|致词|作(?:了|动员|工作|主旨|总结|专题|重要|表态|题为|交流|典型|情况|说明|报告)|宣读|率|"
    r"会见|指出|强调|要求|表示|在会上|在讲话|在致辞|一行|希望|介绍|通报|汇报|到|赴|带队|调研|看望|先后|深入|来到|前往|分别|宣布|传达|领学|代表)"
)


#: 王勇、徐匡迪|和三省市、专家咨询委员会以及有关部门负责同志参加了会议: the unnamed who close the list
_WITH_OTHERS = re.compile(
    r"(?:和|以及|及|与)[^,，。;；]{2,80}?(?:负责同志|负责人|主要领导|有关方面|代表|成员)等?(?:分别|一同|一起|共同|也)?(?:出席|参加|列席|陪同)"
)


#: 高小玫|等6位全国政协常委作大会发言
_AND_MEMBERS = re.compile(r"等\d+[位名](?:全国)?政协(?:常委|委员)(?:先后)?(?:作|发言)")
#: 常万全 in 杨晶、常万全、杨洁篪出席: whatever word it may be elsewhere
_LIST_ITEM = re.compile(r"[\u4e00-\u9fff]{2,4}?(?=、|等?(?:一同|一起|共同)?(?:出席|参加|列席))")
#: 白玛赤林参加会谈: of another people, without a title
_ALONE = re.compile(r"(?P<name>[\u4e00-\u9fff]{3,6}?)(?:出席|参加)(?=会见|会谈|会议|座谈|活动|上述)")

#: 出席会议的还有:|马兴瑞、尹力、石泰峰, 在主席台就座的有|…: who came, behind the words that say so
_WHO_CAME = re.compile(
    r"(?:^|(?<=[,，。;；\s]))(?:在主席台(?:前排)?就座|(?:出席|参加|列席|陪同)[^,，。;；:：、的]{0,16})的(?:[省市县区州]?领导|同志)?(?:还|另)?有[:：]?\s*"
)
_CLOSED = re.compile(r"等?(?:同志|领导)?(?:[。;；]|$|[,，]?(?:以及|和|及)(?=[^,，。;；、]{3}))|等(?=[,，])")


def _listed_end(text: str, start: int) -> int | None:
    """The end of an item of a list of names that begins at `start`, where it has a family name; None for another word."""
    item = _LIST_ITEM.match(text, start)
    if item is None or not surname_length(item.group()) or item.group() in not_names() | never_names():
        return None
    if item.group()[0] in transliterated() and foreign(item.group()):
        return item.end()  # 陈竺、白玛赤林、魏凤和
    return item.end() if 1 <= len(item.group()) - surname_length(item.group()) <= _GIVEN else None


#: A given name has one or two characters.
_GIVEN = 2


def bare_lists(
    sentence: Sentence, mentions: Sequence[PersonMention], known: set[str], firsts: Collection[str]
) -> list[PersonMention]:
    """刘鹤、李强、陈敏尔出席会议 · 孙春兰作了总结讲话: names without a title at the start of a clause, before a role.

    `firsts` are the characters that a name may begin with here.
    """
    text = sentence.text
    taken = [(m.start - sentence.start, m.end - sentence.start) for m in mentions if m.sentence is sentence]
    out: list[PersonMention] = []
    dotted = any(dot in text for dot in MIDDLE_DOT)
    came = {match.end() for match in _WHO_CAME.finditer(text)}
    for at in sorted(came.union(clause.end() for clause in _CLAUSE.finditer(text))):
        alone = _ALONE.match(text, at) if text[at : at + 1] in transliterated() else None
        if alone is not None and foreign(alone["name"]) and alone["name"] not in known:
            out.append(mention_at(sentence, text, at, alone.end("name"), [], at))
            continue
        if text[at : at + 1] not in firsts and not dotted:
            continue
        names: list[tuple[int, int]] = []
        cursor = at
        while True:
            stop = name_end(text, cursor, titled=False, known=known)
            if stop is None and len(names) > 1:
                stop = _listed_end(text, cursor)
            if stop is None:
                break
            names.append((cursor, stop))
            join = JOIN.match(text, stop)
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
                or not (
                    _SINGLE_ROLE.match(text, tail + 2 * text.startswith("同志", tail))
                    or _WITH_OTHERS.match(text, tail)
                    or _AND_MEMBERS.match(text, tail)
                )
                or len(word) < 2
                or word[:2] in not_names()
            ):
                continue
            if not likely_name(word):
                continue
        elif (
            not LIST_END.match(text, tail)
            and not _WITH_OTHERS.match(text, tail)
            and not (at in came and _CLOSED.match(text, tail))
        ):
            continue
        delegates = re.match(
            r"(?!和|与|及|以及)等?\s*(?:\d+|[一二三四五六七八九十]+)?(?:名|位)?[^,，。;；]{0,8}(?:委员|代表|专家|学者|企业家|嘉宾)",
            text[tail:],
        )
        for a, b in names:
            mention = mention_at(sentence, text, a, b, [], a)
            mention.listed = len(names) > 1
            mention.staff = delegates is not None and "领导" not in delegates.group()
            out.append(mention)
    for match in _LISTED_LEADERS.finditer(text) if "领导" in text and "等" in text else ():
        for item in re.finditer(r"[\u4e00-\u9fff·]+", match.group(1)):
            a, b = match.start(1) + item.start(), match.start(1) + item.end()
            if not any(m.start == sentence.start + a for m in (*mentions, *out)):
                mention = mention_at(sentence, text, a, b, [], a)
                mention.listed = True
                out.append(mention)
    return out


def headline_runs(sentence: Sentence, known: set[str], mentions: Sequence[PersonMention]) -> list[PersonMention]:
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
            if not names or any(k in run and k not in names for k in known):
                continue  # 李克|强与各国领导人
            fresh = [n for n in names if n not in known]
            if (
                fresh
                and (len(names) == 1 or any(n in not_names() for n in fresh))
                and not (
                    len(names) == 1 and likely_name(names[0]) and names[0] not in not_names() and len(names[0]) == 3
                )
            ):
                continue
            at = base
            for name in names:
                out.append(mention_at(sentence, text, at, at + len(name), [], at))
                at += len(name)
            break
    return out


#: 习近平|会见澳大利亚总督; not …重要讲话引起热烈反响
_LEADER_ACTS = re.compile(
    r"(?:^|(?<=[\s,，:：]))(?P<name>"
    + "|".join(sorted(LEADER_NAMES))
    + r")(?:总书记|主席|同志)?在?[^\s,，]{0,12}?(?:会见|会谈|会晤|主持|出席|接见|看望|考察|视察)(?!.*(?:反响|精神))"
)


def leaders_acting(sentence: Sentence, mentions: Sequence[PersonMention]) -> list[PersonMention]:
    """Those known to all whom a headline names without a title as doing something, not as studied or quoted."""
    out: list[PersonMention] = []
    for match in _LEADER_ACTS.finditer(sentence.text):
        a, b = match.span("name")
        if not any(m.start == sentence.start + a for m in mentions):
            out.append(mention_at(sentence, sentence.text, a, b, [], a))
            out[-1].acting = True
    return out


#: 郑市长强调, 李县长一行, 亨孝厅长指出: who was named in full before
_BY_SURNAME = re.compile(
    r"(?:^|(?<=[,，。;；:：\s]))(?P<part>[\u4e00-\u9fff]{1,2}?)副?(?P<post>书记|[省市县区州镇乡局厅]长|主席|主任|部长)"
    r"(?=[^,，。;；]{0,16}?(?:强调|指出|表示|要求|说(?=[,，:：])|一行|来到|介绍|讲话|致辞|希望|主持))"
)


def by_surname(document: Document, mentions: Sequence[PersonMention]) -> list[PersonMention]:
    """Further mentions by surname and post (郑市长), where just one person told before bears both."""
    out: list[PersonMention] = []
    held = {(m.name, t.post.title) for m in mentions if not m.staff for t in m.titles}
    taken = {m.start for m in mentions}
    for sentence in document.body:
        for match in _BY_SURNAME.finditer(sentence.text):
            start, end = sentence.start + match.start(), sentence.start + match.end()
            part = match["part"]
            names = {
                name
                for name, post in held
                if post == match["post"]
                and (name[0] == part or (len(part) == 2 and len(name) == 3 and name[1:] == part))
            }
            before = any(m.name in names and m.start < start for m in mentions)
            if len(names) == 1 and before and not any(start <= at < end for at in taken):
                out.append(PersonMention(names.pop(), start, end, sentence, group_start=start))
    return out


def repeats(document: Document, mentions: Sequence[PersonMention], known: set[str]) -> Iterable[PersonMention]:
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
