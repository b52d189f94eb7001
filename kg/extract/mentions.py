"""One mention of a person: the name, the titles written with it, and how both are read from a stretch of text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.extract.document import Sentence
from kg.extract.places import PlaceMention
from kg.extract.titles import Title, read_title
from kg.lexicon.names import surname_length, surnames
from kg.lexicon.posts import posts, title_pattern


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
    acting: bool = False  # known to all, named without a title in a headline that tells what they do
    appointed: bool = False  # told by a notice: the name stands before its title
    rule: str = ""  # the recognizer without which the name would not have been read


#: Named as an authority (学习习近平…) far more often than as one who acts: no official without a title of theirs.
LEADER_NAMES = frozenset(
    {"习近平", "毛泽东", "邓小平", "江泽民", "胡锦涛", "马克思", "恩格斯", "列宁", "周恩来", "孔子", "雷锋", "焦裕禄"}
)
#: What stands in brackets between a title and a name, or behind a name, and is neither.
ASIDE = re.compile(
    r"[(（](?:挂职|兼|兼任|[\u4e00-\u9fff]{1,6}段|[\u4e00-\u9fff]{0,6}援[藏疆青川]|正[省厅处局科]级|副[省厅处局科]级|正?[省市厅县处局科]级|主持[^()（）]{0,10}工作|试用期[^()（）]{1,6}|女|"
    r"[^()（）]{1,3}族|女[,，][^()（）]{1,3}族|代|按姓氏笔画[^()（）]{0,8}|以姓氏笔画[^()（）]{0,8})[)）]"
)
JOIN = re.compile(r"\s*(?:、|和|与|及|以及|暨)\s*")
#: How a list of leaders ends: …等市领导一同出席.
LIST_END = re.compile(
    r"(?:[,，][^,，。;；]{0,6}(?:法院|检察院|部门|单位|各|有关|相关|主要)[^,，。;；]{0,16}(?:负责人|负责同志|人员|同志))?\s*(?:等)?(?:[^,，。、;；]{0,14}?)(?:同志|领导)?(?:一同|一起|共同|分别|先后|也|还|均|应邀|全程|参与|陪同)*"
    r"(?:出席|参加|列席|到会|与会|陪同|参会|主持|讲话|致辞|致词|发言|汇报|介绍|会见|调研|考察|视察|检查|慰问|督导|汇报|签约|签字|在主席台|在主会场|在分会场|作)"
)


def mention_at(sentence: Sentence, text: str, start: int, end: int, titles: list[Title], group: int) -> PersonMention:
    """The person whose name is ``text[start:end]`` of the sentence, with `titles` from `group` on."""
    name = text[start:end].replace(" ", "").replace("•", "·").replace("・", "·").replace("‧", "·")
    return PersonMention(name, sentence.start + start, sentence.start + end, sentence, titles, sentence.start + group)


def place_spans(sentence: Sentence, places: Sequence[PlaceMention]) -> list[tuple[int, int]]:
    """Where the sentence names regions, in its own characters: the longest that begins at each."""
    spans = [
        (p.start - sentence.start, p.end - sentence.start)
        for p in places
        if p.start >= sentence.start and p.end <= sentence.end and p.form != "compound" and p.level != "cluster"
    ]
    longest = {a: max(b for start, b in spans if start == a) for a, _ in spans}
    return [(a, b) for a, b in spans if b == longest[a]]  # 海口江东新区, not 海口


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
        aside = ASIDE.match(text, at)
        at = aside.end() if aside else at
        if text[at : at + 1] not in ("、", "兼"):
            break
        at += 1
    return titles


def likely_name(word: str) -> bool:
    """Whether `word` is built like a name: a usual surname and one or two characters behind it."""
    surname = surname_length(word)
    return (
        bool(surname)
        and surnames()[word[:surname]] in ("common", "usual", "compound")
        and 1 <= len(word) - surname <= 2
    )
