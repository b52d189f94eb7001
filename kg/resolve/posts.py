"""What a post belongs to: its organ, and whether it is the state's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from kg.model import Position, Record
from kg.resolve.names import title_key
from kg.resolve.organizations import NAMELESS, canonical, everywhere
from kg.resolve.ranks import CHIEF, LEADER, step_and_seat

#: The ministries, of today and before.
_MINISTRY = (
    "(?:外交|国防|公安|国家安全|民政|司法|监察|财政|教育|科技|科学技术|工业和信息化|工信|人力资源和?社会保障|自然资源|国土资源|"
    "生态环境|环境保护|环保|住房和?城乡建设|住建|交通运输|铁道|水利|农业农村|农业|商务|文化和旅游|文化|卫生|应急管理|退役军人事务)部"
)
_NATIONAL = re.compile(
    "^(?:中国国家|中国政府|中共中央|中国共产党|中央|党中央|国务院|全国|国家|最高人民|中国人民解放军|中华|国资委|证监会|卫生健康委|"
    f"{_MINISTRY}|审计署|海关总署|人民银行|民革中央|民盟中央|民建中央|民进中央|农工党中央|致公党中央|九三学社中央|台盟中央)"
)
#: 十四届全国人大常委会 is 全国人大常委会: a session is no organ of its own.
_SESSION = re.compile("^第?[一二三四五六七八九十]{1,3}届")
#: Organs that no region has, whatever place name stands before them in the sentence.
_NO_REGIONS_OWN = re.compile(
    "^(?:中共中央|党中央|国务院|宪法|全国人大|全国政协|全国人民代表大会|大会主席团|中央军委|中央政治局|中央代表团|中央宣讲团|最高人民|"
    "中华人民共和国|(?:民革|民盟|民建|民进|农工党|致公党|九三学社|台盟)中央|"
    f"{_MINISTRY}$)"
)
#: Titles that name their organ by themselves. 总理 is none of them: news say 国务院总理 of our own, 总理 of others.
_OWN_ORGAN = {
    "国家主席": "中华人民共和国",
    "国家副主席": "中华人民共和国",
    "总书记": "中共中央",
    "国务院总理": "国务院",
    "国务院副总理": "国务院",
    "国务委员": "国务院",
}
#: (how a title ends, what the region's organ is called after the region's name)
_ORGANS = (
    (re.compile("人大常委会(?:副?主任|秘书长)$|人大(?:副?主任)$"), "人大常委会"),
    (re.compile("政协(?:副?主席|秘书长)$"), "政协"),
    (re.compile("管委会副?主任$"), "管委会"),
    (re.compile("党?工委(?:副?书记|委员)$"), "党工委"),
    (re.compile("纪委(?:副?书记)$"), "纪委"),
    (re.compile("(?<!党)(?:[省市县区州盟旗]委)(?:副?书记|常委|秘书长)$|^常委$"), "委"),
    (re.compile("^(?:常务)?副?(?:省长|市长|县长|区长|州长|盟长|旗长|专员|乡长|镇长)$"), "人民政府"),
)


_STATE = "中华人民共和国"
_HEADS_OF_STATE = frozenset({"主席", "副主席"})
#: What stands before the name of a body whose place was named shortly before: 市…领导小组.
_SHORT_PLACES = tuple("省市县区州盟旗")


def settled_posts(record: Record) -> tuple[tuple[Position, ...], ...]:
    """The posts of a record's officials, in their order, each as `settled` leaves it.

    Where a body's place was not written but taken from the article (北京市 for 京津冀协同发展领导小组, whose meeting
    was in Beijing), and a leader of the state has a post in it, the body is the state's: for all who are in it.
    """
    posts = tuple([tuple([settled(post) for post in official.positions]) for official in record.officials])
    states: set[str | None] = set()
    for held_ in posts:
        placeless = [post for post in held_ if not post.region]
        if 0 < len(placeless) < len(held_) and any(map(_leads_the_state, placeless)):
            states |= {post.org for post in held_ if _taken_from_the_article(post)}
    if not states:
        return posts
    return tuple(
        tuple(
            replace(post, org=_without_place(post), region=None, code=None)
            if post.org in states and _taken_from_the_article(post)
            else post
            for post in held_
        )
        for held_ in posts
    )


def _leads_the_state(post: Position) -> bool:
    return national(post) and CHIEF["country"] - step_and_seat(post.title, post.org)[0] >= LEADER


def _taken_from_the_article(post: Position) -> bool:
    """Whether the sentence names the post's body without the place that the record puts before it."""
    if not post.region or not post.org or post.span is None:
        return False
    body = _without_place(post)
    if body == post.org or len(body) < 4 or everywhere(body):
        return False
    places = (post.region, post.region[:2], *_SHORT_PLACES)
    before = [post.span.sentence[: found.start()] for found in re.finditer(re.escape(body), post.span.sentence)]
    return bool(before) and not any(text.endswith(places) for text in before)


def _without_place(post: Position) -> str:
    return (post.org or "").removeprefix(post.region or "")


def settled(position: Position) -> Position:
    """The post without a region that cannot be its own: 北京市 + 国务院 is a meeting in Beijing, not an organ of it.

    The head of state has one title, whether 国家主席 is told or 中华人民共和国 + 主席.
    """
    if position.region and (org := _misplaced(position.title, position.org, position.region)):
        position = replace(position, org=org, region=None, code=None)
    if position.title in _HEADS_OF_STATE and position.org and canonical(position.org) == _STATE:
        position = replace(position, title=f"国家{position.title}")
    return position


def settled_organ(name: str, region: str | None, record: Record, posts: Iterable[Iterable[Position]]) -> str | None:
    """What a body with a region is really called where the region cannot be its own; None where it may be.

    `posts` are those of the record's officials as `settled_posts` gives them: their bodies are settled alike.
    """
    if not region:
        return None
    for official, now in zip(record.officials, posts, strict=True):
        for before, after in zip(official.positions, now, strict=True):
            if before.org == name and before.region == region and after.region is None:
                return after.org
    return _misplaced("", name, region)


@lru_cache(maxsize=1 << 14)
def _misplaced(title: str, org: str | None, region: str) -> str | None:
    """The organ of the state that a post with a region is really of; None where the region may be right."""
    name = title_key(org or "")
    rest = name.removeprefix(title_key(region))
    if rest != name and (_NO_REGIONS_OWN.match(_SESSION.sub("", rest)) or NAMELESS.fullmatch(rest)):
        return rest
    return None if rest else _OWN_ORGAN.get(title_key(title))


def held(position: Position) -> bool:
    """Whether the post was held on the article's date; a removed or former one was not."""
    return position.status not in ("removed", "former")


def national(position: Position) -> bool:
    """Whether a post without a region is one of the state or the party's centre."""
    title = title_key(position.title)
    return (
        bool(position.org and _NATIONAL.match(_SESSION.sub("", title_key(position.org))))
        or title in _OWN_ORGAN
        or bool(_NATIONAL.match(title))
    )


def organ(position: Position) -> str | None:
    """The name of the organ a post is in; from the title and region where the record names none; None where unknown."""
    if position.org:
        return position.org
    title = title_key(position.title)
    if title in _OWN_ORGAN:
        return _OWN_ORGAN[title]
    if position.region:
        for pattern, ending in _ORGANS:
            if pattern.search(title):
                return title_key(position.region) + ending
    return None
