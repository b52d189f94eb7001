"""People whose title stands behind the name or around it: captions, courtesy, members of a conference."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.document import Document, Sentence
from kg.extract.mentions import PersonMention, mention_at, place_spans, titles_from
from kg.extract.names import foreign, surname_is_usual
from kg.extract.places import PlaceMention
from kg.extract.titles import Title
from kg.lexicon.names import NOT_IN_NAME, not_names, surname_length
from kg.lexicon.posts import posts

_CAPTION = re.compile(
    r"(?:^|(?<=[、,，:：;；\s]))(?P<name>[\u4e00-\u9fff·]{2,12})[(（](?P<titles>[^()（）]{3,40})[)）]"
)


def captioned(
    sentence: Sentence, places: Sequence[PlaceMention], mentions: Sequence[PersonMention]
) -> list[PersonMention]:
    """李伟（市委副书记）、王强（副市长）: the posts in brackets behind the name."""
    out: list[PersonMention] = []
    text = sentence.text
    if "(" not in text and "（" not in text:
        return out
    for match in _CAPTION.finditer(text):
        name = match.group("name")
        if surname_length(name) == 0 or name in not_names() or not 2 <= len(name) <= 4:
            continue
        if any(m.start < sentence.start + match.end() and sentence.start + match.start() < m.end for m in mentions):
            continue
        titles = titles_from(text, match.start("titles"), place_spans(sentence, places))
        if not titles or titles[-1].end != match.end("titles") or any(t.post.kind != "official" for t in titles):
            continue
        mention = mention_at(sentence, text, match.start("name"), match.end("name"), titles, match.start("name"))
        mention.appointed = True
        out.append(mention)
    return out


_HAS_HEAD = re.compile("[市县区省州旗镇乡局厅部科处员]长|书记|主任|主席")
#: 杨新坚副市长带队到…: the name before its title, at the start of a clause
_BEHIND = re.compile(
    r"(?:^|(?<=[,，。;；:：\s]))(?P<name>[\u4e00-\u9fff]{2,4}?)(?P<title>(?:常务)?副(?:委员长|省长|市长|县长|区长|州长|旗长|镇长|乡长|书记|主任|主席|秘书长)|(?:省长|市长|县长|区长|州长|镇长|乡长|书记|委员长))"
    r"(?=一行|带队|率|主持|出席|强调|指出|深入|前往|来到|陪同|参加|带领|先后|实地|听取|要求|表示|到|赴|在|调研|检查|督导|会见|致辞|讲话|介绍)"
)


def courtesy(
    sentence: Sentence, places: Sequence[PlaceMention], mentions: Sequence[PersonMention]
) -> list[PersonMention]:
    """杨新坚副市长带队检查…, 王强县长主持会议: courtesy sets the name before the title."""
    text = sentence.text
    out: list[PersonMention] = []
    if not _HAS_HEAD.search(text):
        return out
    for match in _BEHIND.finditer(text):
        name, start = match.group("name"), sentence.start + match.start()
        given = len(name) - surname_length(name)
        if not _new_name(name, start, places, mentions) or given not in (1, 2):
            continue
        if given == 1 and not match.group("title").startswith(("副", "常务")):
            continue
        titles = titles_from(text, match.start("title"), place_spans(sentence, places))
        if (
            not titles
            or titles[0].end != match.end("title")
            or (not titles[0].level and given == 1 and not match.group("title").endswith("委员长"))
        ):
            continue
        if match.group("title").endswith("委员长"):  # there is but one
            titles = [replace(titles[0], organ="全国人大常委会", central=True)]
        mention = mention_at(sentence, text, match.start(), match.end("name"), titles[:1], match.start())
        mention.appointed = True
        out.append(mention)
    return out


#: 海珠区建设和市政局皮文军局长一行: between the office and its title
_BETWEEN = re.compile(
    r"(?:局|厅|委|办|公室|部|中心)(?P<name>[\u4e00-\u9fff]{2,3})(?=(?:副)?(?:局长|厅长|主任|部长|书记|科长|处长)(?:一行|带队|率|到|来|赴|参加|出席|陪同|介绍|表示|指出|主持))"
)


def between(
    sentence: Sentence, places: Sequence[PlaceMention], mentions: Sequence[PersonMention]
) -> list[PersonMention]:
    """People named between their office and its title. Whose post it is, is told apart; no post is read."""
    out: list[PersonMention] = []
    if not _HAS_HEAD.search(sentence.text):
        return out
    for match in _BETWEEN.finditer(sentence.text):
        name, start = match.group("name"), sentence.start + match.start("name")
        if not _new_name(name, start, places, mentions) or name[:2] in not_names():
            continue
        mention = mention_at(sentence, sentence.text, match.start("name"), match.end("name"), [], match.start("name"))
        mention.listed = True
        out.append(mention)
    return out


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


_CONFERENCE = re.compile(r"全国政协|政协第[^届]{1,4}届全国委员会|政协[\u4e00-\u9fff]{2,8}第")


def conference_of(document: Document) -> str | None:
    """The conference whose session the page opens with: 全国政协, "" for one of a region, None for none."""
    head = document.text[:300]
    body = _CONFERENCE.search(head)
    if body is None:
        return None
    return "全国政协" if body.group().startswith("全国") or "全国委员会" in head else ""


#: 徐绍史委员提出 · 田岚和姜伟新常委建议: members of a CPPCC session, the title behind the name
_MEMBERS = re.compile(
    r"(?:^|(?<=[,，。;；])|(?<=常委和)|(?<=委员和))(?P<names>[\u4e00-\u9fff·]{2,12}?(?:(?:、|和)[\u4e00-\u9fff]{2,3}){0,6}?)(?P<title>常委|委员)(?=和[\u4e00-\u9fff]{2,4}(?:常委|委员)|代表|建议|提出|认为|指出|在|说|表示|围绕|从|就)"
)


def members_of(sentence: Sentence, organ: str, mentions: Sequence[PersonMention]) -> list[PersonMention]:
    """Members of the conference `organ` ("" where the page does not say which) who speak in its session."""
    out: list[PersonMention] = []
    for match in _MEMBERS.finditer(sentence.text):
        for item in re.finditer(r"[^、和]+", match.group("names")):
            a, b = match.start("names") + item.start(), match.start("names") + item.end()
            usual = (surname_length(item.group()) > 0 and len(item.group()) <= 4) or foreign(item.group())
            if not usual or item.group() in not_names():
                continue
            if any(m.start == sentence.start + a for m in mentions):
                continue
            post = posts()[match.group("title")]
            title = Title(
                post.title, post, organ or "政协", "", -1, -1, bool(organ), match.start("title"), match.end("title")
            )
            mention = mention_at(sentence, sentence.text, a, b, [title], a)
            mention.appointed = True
            out.append(mention)
    return out
