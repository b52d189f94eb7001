"""Notices of appointment and removal: the name stands before the posts it gets or loses."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.document import Sentence
from kg.extract.mentions import ASIDE, PersonMention, mention_at, place_spans, titles_from
from kg.extract.names import name_end
from kg.extract.places import PlaceMention
from kg.extract.titles import Title
from kg.lexicon.names import not_names, surname_length

#: A notice without its verb tells its verdict in the clause that the name opens.
_NEAR = re.compile(r"[^,，。;；:：]{1,200}?(?:任|当选|辞去|不再|提名|为|[,，]\s*(?:男|女)[,，])")
_POST_NEXT = re.compile(r"(?P<loses>(?=[\u4e00-\u9fff]{2,30}职务))(?P<gets>(?!))?(?P<named>(?!))?")
_HEADER = re.compile(
    r"^(?:[一二三四五六七八九十]+、|\d+[.、])?(?:[^,，。;；:：]{0,40}(?:会议|政府|委员会|市委|县委|区委|省委|研究|会))?(?:决定)?(?P<what>任命|免去|免除|接受|批准|补选|选举|提名)[:：]?$"
)
_NOTICE = re.compile(
    r"(?P<of>(?:决定)?(?:任命|聘任|提名|选举|补选|递补|增补|推选|免去|免除|接受|批准|同意|罢免|撤销)(?:(?:(?!同志|免去|免除|任命)[^,，。;；、:：的为]){0,14}?(?:委员|副?书记))?)"
    r"|(?P<at>(?:^|(?<=[、,，。;；:：\s])))"
)
_VERDICT = re.compile(
    r"(?:同志|先生|女士)?(?:[(（][^()（）]{1,12}[)）])?(?:(?P<gets>任命?为?|担任|兼任|出任|当选为?|接任|调任|转任|升任|为)"
    r"|(?P<loses>不再担任|不再兼任|辞去|的|任期|因)|(?P<named>提名为?|[,，]\s*(?:男|女)[,，]))"
)
_NOTICE_WORD = re.compile(r"任|免去|免除|选举|提名|当选|递补|补选|[,，](?:男|女)[,，]")
#: A line of a list of appointments: A为…; B的…职务。
_ITEM = re.compile(r"(?:为|的|任)[^,，]{4,60}[;；。]?$|职务|请求")
_ELECTING = re.compile(r"选举|任命|补选|增补|推选|决定任命")


#: A row of a table under 任命: 曹建军 市交通运输局局长
_ROW = re.compile(
    r"(?:\d{1,3}[.、．\s]\s*)?(?P<name>[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{2,6}·[\u4e00-\u9fff·]{2,10}|[\u4e00-\u9fff][\s\u3000]+[\u4e00-\u9fff])(?P<gap>[\s\u3000|｜:：]+)(?=[^,，。;；]{4,60}[。;；]?$)"
)


def header_of(sentence: Sentence, before: str) -> str:
    """The verb that heads the list `sentence` stands in: 任命: opens one, a line that is no item of it ends it.

    `before` is the verb that headed the sentence before, "" for none.
    """
    told = _HEADER.match(sentence.text)
    if told is not None:
        return told.group("what")
    return before if before and (_ITEM.search(sentence.text) or _ROW.match(sentence.text)) else ""


def _row(
    sentence: Sentence, text: str, row: re.Match[str], spans: list[tuple[int, int]], *, gets: bool
) -> list[PersonMention]:
    """The person of one row of a table of appointments (`gets`) or removals, with the posts of the row."""
    start, end = row.span("name")
    stop = name_end(text, start, titled=True)
    titles = titles_from(text, row.end("gap"), spans)
    if stop != end or not (titles or text.rstrip("。;；").endswith("职务")):
        return []
    mention = mention_at(sentence, text, start, end, titles if gets else [], start)
    mention.appointed = True
    return [mention]


def appointed_in(
    sentence: Sentence, places: Sequence[PlaceMention], mentions: Sequence[PersonMention], header: str = ""
) -> list[PersonMention]:
    """Notices: 任命A为…, 免去B的…职务, C同志任…, D同志不再担任…, 选举E、F为…: the name stands before its posts."""
    text = sentence.text
    if not header and not _NOTICE_WORD.search(text):
        return []
    spans = place_spans(sentence, places)
    text = ASIDE.sub(lambda m: "\u2060" * len(m.group()), text)
    row = _ROW.match(text) if header else None
    rowed = _row(sentence, text, row, spans, gets=header not in ("免去", "免除", "接受")) if row is not None else []
    if rowed:
        return rowed
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
            if stop is None or text[at] == "其":  # 免去其安吉县…职务: who was named before
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
            _POST_NEXT.match(text, told) if (match.group("of") or "").startswith(("免去", "免除")) else None
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
            ("提名", "免去", "免除", "接受", "罢免", "撤销")
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
            mention = mention_at(sentence, text, a, b, list(titles), a)
            mention.appointed = True
            out.append(mention)
    return out
