"""What the page says about itself: when and where the article appeared, who wrote it, whose site it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from kg.clean.data import words_table
from kg.clean.furniture import is_advertisement
from kg.clean.line import ADDRESS, BRACKETED, CREDITED, Page, is_dateline
from kg.clean.markup import PageInfo
from kg.clean.names import is_name, join_spaced, looks_like_names
from kg.lexicon import gazetteer

_DIGITS = {c: str(i) for i, c in enumerate("零一二三四五六七八九")} | {
    "〇": "0",
    "○": "0",
    "o": "0",
    "O": "0",
    "两": "2",
}
_ISO = re.compile(r"((?:19|20)\d{2})\s*(?:年|[-/.])\s*(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)")
#: ``12.01.2017``, ``2025 09/15``
_DAY_FIRST = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.((?:19|20)\d{2})(?![\d.])")
_YEAR_APART = re.compile(r"(?<!\d)((?:19|20)\d{2}) (\d{1,2})[/-](\d{1,2})(?!\d)")
_CHINESE = re.compile(
    r"([二一][〇○零oO0九八][〇○零一二三四五六七八九oO0]{2})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)
_LABELS = (
    (
        "source",
        r"(?:信息|文章|稿件|新闻|内容)?来\s*源|稿源|出处|发布(?:机构|单位|者)|信息提供|(?:报送|供稿|来稿|投稿|提供|撰稿)单位|(?:转|摘)自",
    ),
    (
        "author",
        r"作\s*者|撰\s*稿(?:人)?|供\s*稿(?:人)?(?=[:/])|文字?(?=[:/])|记\s*者(?=[:：/])|通讯员(?=[:：/])",
    ),
    ("date", r"(?:发布|发表|更新|录入|添加|上传|刊发|成文|公开|信息|发文|生成)?(?:时\s*间|日\s*期)"),
    (
        "other",
        r"浏览(?:次数|量)?|点击(?:数|率|量|次数)?|阅读(?:数|次数|量)?|访问(?:量|次数)|(?:责任|值班|执行)?编\s*辑|责\s*编"
        r"|审\s*[核校稿]|校\s*对|[一二三初复终]审|字\s*[号体]|分享(?:到|至)?|打印|信息员|上传者?|发布人|选择阅读字号"
        r"|保护视力色|统\s*筹|监\s*制|摄\s*影|发布开发区|栏目|关键[词字]|标签|出版社|出版时间",
    ),
)
#: What labels begin with: nothing else is looked at twice.
_BEGINS = (
    "来信文稿新内出发报供投提撰转摘作记通更录添上刊成公生时日浏点阅访责值执编审校一二三初复终字分打选保统监摄栏关标"
)
_LABEL = re.compile(
    "|".join(f"(?P<{name}>{pattern})" for name, pattern in _LABELS).join((f"(?=[{_BEGINS}])(?:", r")\s*[:：/]"))
)
_TIME = re.compile(r"\d{1,2}\s*[:时]\s*\d{1,2}(?:\s*[:分]\s*\d{1,2}\s*秒?)?|星期[一二三四五六日天]|周[一二三四五六日]")
_EDITION = re.compile(r"第?\s*[A-Z]?\d{1,3}\s*版.{0,12}|[A-Z]\d{1,2}$|\d+版")
#: Something of the two that it looks for.
_EDITION_SIGN = re.compile(r"[版A-Z]")
_NOT_AUTHORS = re.compile(r"^图片?$|来源|摄影|摄$|编辑|责编|校对|审核|制图|绘图|统筹|监制")
_ROLE = re.compile(r"(?:特约)?(?:记者|通讯员|供稿|评论员|撰稿人?|作者|实习生|见习生|特派员)")
_SUFFIXES = "|".join(sorted(words_table("media_suffixes.txt"), key=len, reverse=True))
#: A medium or an office that publishes: ``闽西日报``, ``新城融媒``, ``今日常山``.
_MEDIUM = re.compile(
    rf"[\u4e00-\u9fffA-Za-z·]{{1,18}}(?:{_SUFFIXES})|今日[\u4e00-\u9fff]{{2,8}}|[\u4e00-\u9fff]{{2,8}}(?:掌上|手机)[\u4e00-\u9fff]{{1,6}}"
)
#: ``株洲日报讯(记者 …)``, ``九江新闻网讯``, ``四川在线消息``: the medium that opens the text.
_OPENING = re.compile(
    r"^[\s【\[(]*(?:[\u4e00-\u9fff]{2,8}/)?(?P<medium>[\u4e00-\u9fffA-Za-z]{2,14}?)"
    r"(?:(?:全媒体)?(?:讯|消息|电)\s*(?=[\s(（:：】\])]|\d)|(?=\([^()]{0,8}(?:记者|通讯员)))"
)
#: A label that stands alone, its value on the next line.
_LABEL_ALONE = re.compile(
    r"(?:(?:信息|文章|稿件)?来\s*源|作\s*者|发布(?:时间|日期|机构|单位)|(?:报送|供稿|来稿)单位|时\s*间|日\s*期)\s*[:：]"
)
#: A label set off by a bar: ``来源 | 袁州区融媒体中心``.
_BARRED = re.compile(r"^\s*(来\s*源|作\s*者|时\s*间|日\s*期)\s*[|丨︱]\s*")
#: ``新华社北京3月5日电``, ``红网时刻新闻3月9日讯``: the medium, where, when.
_WIRED = re.compile(
    rf"^[\s【\[(]*(?P<medium>新华社|中新社|[\u4e00-\u9fffA-Za-z]{{2,10}}?(?:{_SUFFIXES}))"
    r"[\u4e00-\u9fff]{0,8}(?:(?:19|20)\d{2}年)?\d{1,2}月\d{1,2}日(?:电|讯|消息)"
)
#: What a lost byte left behind a word, and the address of the site: neither is part of a name or date.
_LOST_MARK = re.compile(r"[?\ufffd](?=[\s\d]|$|[\u4e00-\u9fff]{2,4}:)")
#: A bracket that a lost byte took with it: ``三明日报讯?记者 卓越)``, ``本报阿克陶?沼?记者 卓越)``.
_LOST_BRACKET = re.compile(r"[?\ufffd](?=[^()]{0,6}(?:记者|通讯员)[^()]{2,30}\))")
#: The medium in front of a reporter's role: ``甘孜日报全媒体记者``.
_REPORTER_OF = re.compile(r"([\u4e00-\u9fff]{2,12}?)(?:全媒体|融媒体?|见习|实习|首席|特约|特派)*(?:记者|通讯员)")
_OWN = re.compile(r"^(?:本报|本网|本台|本刊|本站|综合|最新|快)")
_HAN_ONLY = re.compile(r"[\u4e00-\u9fff]+")
#: Who wrote and who took the pictures, in one: ``文/图``, ``文字``.
_BOTH = re.compile(r"文\s*/\s*图|图\s*/\s*文|文图|图文|(?:文字|撰文|采写|文)(?=\s*[:/丨|︱])|作者单位.*")
#: Who took the pictures, behind whom it stands: ``林彦/文 王敏/图``.
_PICTURED = re.compile(r"[\u4e00-\u9fff]{2,4}\s*/\s*(?:图片?|摄影?)(?![\u4e00-\u9fff/])")
#: What an author may call himself, and who is no person.
_PSEUDONYM = re.compile(r"[\u4e00-\u9fff]{2,6}")
_NO_AUTHOR = re.compile(
    r"[部办局厅委科室网报社台院会组司处站县市区镇乡村校]$|中心|记者|通讯员|编辑|管理员|办公|本站|原创|未知|佚名|不详|集体|媒|摄|单位"
)
#: What stands where a name is looked for and is none: the site, the tools of the page.
_NO_PERSON = re.compile(r"^.{2,}[网报]$|单位$|关闭|打印|返回|复制|收藏|分享|中心$")
#: A body that signs for its people: ``市发改委``, ``县委办``.
_BODY = re.compile(
    r"[省市县区州旗镇乡][\u4e00-\u9fff]{1,8}[部办局厅委院会台站处社]|[\u4e00-\u9fff]{2,12}(?:中心|办公室|委员会|宣传部)"
)
#: What parts fields, but not in ``文/图``.
_SLASH = re.compile(r"(?<![文图])/(?![文图])")
_TOOLS = re.compile(
    r"[\[【(]?(?:打印(?:本页|此页|本文)?|关闭(?:本页|窗口|此页)?|复制链接|加入收藏|返回列表|分享到)[\])】]?(?![:：])"
)
#: ``战乱三国 发表于 2009-1-20``: who wrote in a forum is no medium.
_FORUM = re.compile(r"\S+\s+发表于")
_APART = re.compile(r"\S\s{2,}|[|]")
_FIELD_END = re.compile(r"\s{2,}|[|]")
_LETTER = re.compile(r"[\u4e00-\u9fffA-Za-z]")
_BETWEEN_NAMES = re.compile(r"[\s、,/:;&|丨]+")
_BETWEEN_AUTHORS = re.compile(r"[\s、,]+")
#: Bylines of those who did not write it, and what in one is of the pictures.
_OF_OTHERS = re.compile(r"(?:责任|值班|视频|文字)?编辑|责编|摄影?[:：/ ]")
_PHOTOGRAPHER = re.compile(r"摄影?\s*[:：/]?.*$")
_SOURCE_BEHIND = re.compile(r"来\s*源\s*:")
#: The account of who put the page up.
_LOGIN = re.compile(r"[a-z0-9_.@-]+")
_NO_SOURCE = frozenset({"本站", "本网", "本站原创", "原创", "网络", "互联网", "转载", "未知", "不详", "本站编辑"})
#: Where a picture comes from is not where the article does.
_OF_PICTURE = re.compile(r"(?:[图片影]|资料|数据)\s*来\s*源")
_PAREN = re.compile(r"\(([^()]{2,80})\)")
_REPORTED = re.compile(
    r"^(?:[\u4e00-\u9fff]{2,8}讯)?\s*(?:本报|本网|本台)?(?:全媒体?)?记者\s*([^,。:;()]{2,24}?)\s*(?:报道|摄影报道|[)])"
)
#: ``…3月9日电（王小明）``, ``九江日报讯（王小明）``: a name alone in brackets after the opening.
_WIRE_NAME = re.compile(r"^[^。,(]{2,30}[电讯]\s*\(([^()]{2,20})\)")
_COPYRIGHT_OWNER = re.compile(r"^[\s※■●]*([\u4e00-\u9fff]{2,12}?(?:网|报|在线|新闻网|日报))(?:\([^()]{1,20}\))?\s*版权")
#: ``晚风文学 作者：…``: the site before the author.
_LED = re.compile(r"([\u4e00-\u9fff]{4,10})\s+(?:作\s*者|文)\s*[:/丨|]")
_ISSUED = re.compile(
    r"([\u4e00-\u9fff]{2,20}(?:人大常委会|常务委员会|人民政府|委员会|办公室|局|厅))(?:公告|通告|令|文件)\s*[\[(〔]?(?:第?\d|第?[一二三四五六七八九十]|$)"
)
_NOTICE_SOURCE = re.compile(r"注明[“\"']?来源[:：]\s*([\u4e00-\u9fff]{2,12})")

#: So many datelines and bylines of a page are read, and so many of its lines: where there are more, it is a list.
_MOST, _MOST_LINES = 200, 2_000


@dataclass(slots=True)
class Metadata:
    """What was found; None where the page does not say."""

    published: str | None = None
    source: str | None = None
    authors: tuple[str, ...] = ()
    site_region: tuple[str, ...] = ()
    #: Names beside a date, before a source was found: authors, if the page has one.
    unsettled: list[str] = field(default_factory=list)


def read_metadata(text: str, page: Page, info: PageInfo | None) -> Metadata:
    """Read dateline, bylines, the opening of the text and the page's own head."""
    found = Metadata()
    authors: list[str] = []
    for line in page.of("dateline")[:_MOST]:
        _dateline(line.match, found, authors)
    for line, following in pairwise(page.lines[:_MOST_LINES]):
        if len(following.match) <= 20 and "。" not in following.match and _LABEL_ALONE.fullmatch(line.match):
            _dateline(f"{line.match} {following.match}", found, authors)
            if following.kind in {"head", "short"}:
                following.kind = "dateline"
    around = info.around if info else []
    for label, value in pairwise(around):
        if len(value) <= 20 and _LABEL_ALONE.fullmatch(label.strip()):
            _dateline(f"{label.strip()} {value}", found, authors, only_labelled=True)
    for extra in around:
        if _ISO.search(extra) or _LABEL.search(extra):
            _dateline(extra, found, authors, only_labelled=True)
    if info is not None:
        found.published = found.published or iso_date(info.published or "")
        found.source = found.source or _medium(info.source or "")
    body = page.of("body", "short")
    _bylines(page, found, authors)
    if body:
        _opening(body[0].match, found)
    for line in body if len(body) <= _MOST_LINES else [*body[:_MOST_LINES], body[-1]]:
        _in_text(line.match, authors, last=line is body[-1], found=found)
    if info is not None and not authors:
        for author in info.authors:
            _names(author, authors)
    if found.published is None:
        for line in page.of("masthead"):  # of a paper; of a site it would be the day of the visit
            if is_dateline(line.match):
                _dateline(line.match, found, authors)
    if found.source is not None and not authors:
        authors = found.unsettled
    found.source = found.source or _issuer(page) or _owner(page)
    found.authors = tuple(dict.fromkeys(authors))
    found.site_region = _regions(page, info, found.source)
    return found


def iso_date(words: str) -> str | None:
    """The first full date in `words` as ISO, or None."""
    digits = "19" in words or "20" in words
    if digits and (match := _ISO.search(words) or _COMPACT.search(words)):
        return _iso(int(match[1]), int(match[2]), int(match[3]))
    if "年" in words and (match := _CHINESE.search(words)):
        year = int("".join(_DIGITS.get(c, c) for c in match[1]))
        return _iso(year, _number(match[2]), _number(match[3]))
    if not digits:
        return None
    if match := _YEAR_APART.search(words):
        return _iso(int(match[1]), int(match[2]), int(match[3]))
    if match := _DAY_FIRST.search(words):
        return _iso(int(match[3]), int(match[2]), int(match[1]))
    return None


def _iso(year: int, month: int, day: int) -> str | None:
    if 1 <= month <= 12 and 1 <= day <= (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]:
        return f"{year:04d}-{month:02d}-{day:02d}"
    return None


def _number(word: str) -> int:
    if "十" in word:
        tens, ones = word.split("十", 1)
        return (int(_DIGITS[tens]) if tens else 1) * 10 + (int(_DIGITS[ones]) if ones else 0)
    return int("".join(_DIGITS[c] for c in word))


def _dateline(words: str, found: Metadata, authors: list[str], only_labelled: bool = False) -> None:
    words = BRACKETED.sub(r" \1:", words)
    words = _TOOLS.sub(" ", ADDRESS.sub(" ", _LOST_MARK.sub(" ", words))).strip("()[]【】 ")
    if found.source is None and (wired := _WIRED.match(words)) and not _OWN.match(wired["medium"]):
        found.source = wired["medium"]
    fields = list(_LABEL.finditer(words))
    free = words[: fields[0].start()] if fields else words
    signed: str | None = None
    for match, following in zip(fields, [*fields[1:], None][: len(fields)], strict=True):
        value = words[match.end() : following.start() if following else len(words)].strip(" |·,")
        kind = match.lastgroup
        if kind == "source" and match[0].startswith("发布者") and not (_is_medium(value) or _BODY.search(value)):
            free += " " + value  # whoever put it up
        elif kind == "source":
            name, rest = _split_source(value)
            found.source = found.source or name
            free += " " + rest
        elif kind == "author" and "出版社" not in words:
            name, _, rest = value.partition("  ")
            before = len(authors)
            _names(f"作者 {name}", authors)
            called = name.split(" ")[0]
            if len(authors) == before and (_is_medium(called) or _BODY.fullmatch(called)):
                signed = signed or called  # it signs for its people, and counts where no field names the source
            elif len(authors) == before and _PSEUDONYM.fullmatch(called) and not _NO_AUTHOR.search(called):
                authors.append(called)
            free += " " + rest
        elif kind == "date":
            found.published = found.published or iso_date(value)
            free += " " + _without_dates(value)
        elif kind == "other" and (date := _ISO.search(value)):
            free += " " + value[date.start() :]
    if "出版" in words:
        return
    found.source = found.source or signed
    found.published = found.published or iso_date(free) or (None if only_labelled else iso_date(words))
    if only_labelled:
        return
    if "19" in free or "20" in free:
        free = _DAY_FIRST.sub(" ", _YEAR_APART.sub(" ", free))
    if "发表于" in free:
        free = _FORUM.sub(" ", free)
    if "/" in free:
        free = _SLASH.sub(" ", free)
    free = _TIME.sub(" ", _without_dates(free))
    if _EDITION_SIGN.search(free):
        free = _EDITION.sub(" ", free)
    parts = [part.strip("日|·,()") if part == "日" else part.strip("|·,()") for part in free.split()]
    parts = [part for part in parts if part and part != "日"]
    unknown = sum(1 for part in parts if not (_ROLE.search(part) or is_name(part) or part.isascii()))
    for part in join_spaced(parts):
        if _ROLE.search(part):
            found.source = found.source or _reporters_medium(part)
            _names(" ".join(parts[parts.index(part) :] if part in parts else [part]), authors)
            break
        if found.source is None and _is_medium(part.removesuffix("讯")):
            found.source = part.removesuffix("讯")
        elif (
            found.source is None
            and (_OFFICE.search(part) or (4 <= len(part) <= 10 and unknown == 1))
            and _is_some_office(part)
        ):
            found.source = part
        elif is_name(part) and not _is_medium(part) and not _is_province(part):
            (found.unsettled if found.source is None else authors).append(part)


def _without_dates(words: str) -> str:
    if "19" in words or "20" in words:
        words = _ISO.sub(" ", words)
    return _CHINESE.sub(" ", words) if "年" in words else words


def _is_province(part: str) -> bool:
    """Where a reader's or writer's connection is: ``2022-03-09 20:15 江西``."""
    return any(place.level == "province" for place in gazetteer().lookup(part))


_OFFICE = re.compile(r"[\u4e00-\u9fff]{2}[局台办厅委院站社会]$|^微[\u4e00-\u9fff]{2,6}$")


def _is_some_office(part: str) -> bool:
    return bool(_HAN_ONLY.fullmatch(part)) and not is_name(part) and part not in _NO_SOURCE


def _split_source(value: str) -> tuple[str | None, str]:
    """The medium at the head of a field, and what follows it."""
    if _APART.search(value):
        value = _FIELD_END.split(value, maxsplit=1)[0]
    date = _ISO.search(value) or _CHINESE.search(value)
    head = (value[: date.start()] if date else value).replace("(", " (")
    words = head.strip(" ·,()").split(" ")
    name = words[0].partition("【")[0].strip("《》[]】〕“” ") if words else ""
    if is_advertisement(name):
        return None, value[value.index(words[0]) + len(words[0]) :]
    if not name or name in _NO_SOURCE or _LOGIN.fullmatch(name) or len(name) > 30 or not _LETTER.search(name):
        return None, value
    return name, value[value.index(words[0]) + len(words[0]) :]


def _medium(words: str) -> str | None:
    return _split_source(words)[0] if words.strip() else None


def _names(words: str, authors: list[str]) -> None:
    """Reporters in a field or bracket: ``本报记者 林彦 范小舟 通讯员 李绍军``; photographers and editors are none."""
    if "/" in words:
        words = _PICTURED.sub(" ", words)
    words = _BOTH.sub(" 记者 ", _without_dates(words))
    parts = [part for part in _BETWEEN_NAMES.split(words) if part]
    vouched = False
    for part in join_spaced(parts):
        if _NOT_AUTHORS.search(part):
            break
        if role := list(_ROLE.finditer(part)):
            part = part[role[-1].end() :]
            vouched = True
        part = part.strip("()（）[]【】“”《》")
        medium = _is_medium(part) and not (vouched and len(part) == 2)
        if is_name(part, vouched) and not medium and not _NO_PERSON.search(part) and not _BODY.fullmatch(part):
            authors.append(part)


def _is_medium(part: str) -> bool:
    """A short word that begins with a surname is a name, whatever it ends with: 马占云, 文新闻."""
    return bool(_MEDIUM.fullmatch(part)) and not (len(part) <= 3 and is_name(part))


def _reporters_medium(words: str) -> str | None:
    reporter = _REPORTER_OF.match(words)
    return reporter[1] if reporter and _MEDIUM.fullmatch(reporter[1]) and not _OWN.match(reporter[1]) else None


def _bylines(page: Page, found: Metadata, authors: list[str]) -> None:
    for line in page.of("byline")[:_MOST]:
        words = _BARRED.sub(r"\1:", line.match.strip("()[]【】 □■●◎○◆▲"))
        if _OF_OTHERS.match(words):
            continue
        if any(match.lastgroup == "source" for match in _LABEL.finditer(words)) and not _OF_PICTURE.search(words):
            _dateline(words, found, authors)
        else:
            found.published = found.published or iso_date(words)
            found.source = found.source or _reporters_medium(words)
            if found.source is None and (led := _LED.match(words)) and _is_some_office(led[1]):
                found.source = led[1]
            if (credited := CREDITED.fullmatch(words)) and looks_like_names(credited[1]):
                authors.extend(join_spaced(credited[1].split()))
            _names(_PHOTOGRAPHER.sub("", words), authors)


def _opening(words: str, found: Metadata) -> None:
    if found.source is not None:
        return
    wired = _WIRED.match(words)
    if wired and not _OWN.match(wired["medium"]):
        found.source = wired["medium"]
        return
    match = _OPENING.match(words)
    if match and not _OWN.match(match["medium"]):
        name = match["medium"].strip()
        if _MEDIUM.fullmatch(name) and "日" not in name[:-2]:
            found.source = name


def _in_text(words: str, authors: list[str], last: bool, found: Metadata) -> None:
    if ")" not in words and "记者" not in words:
        return
    head, tail = _LOST_BRACKET.sub("(", words[:90]), words[-90:]
    for match in _PAREN.finditer(head):
        if _ROLE.search(match[1]) and match.start() <= 30:
            _names(match[1], authors)
    if (wired := _WIRE_NAME.match(words)) and not _ROLE.search(wired[1]) and looks_like_names(wired[1]):
        authors.extend(join_spaced(_BETWEEN_AUTHORS.split(wired[1].strip())))
    if reported := _REPORTED.match(words):
        _names(reported[1], authors)
    if tail.endswith(")"):
        inside = tail[tail.rfind("(") + 1 : -1]
        if last and _SOURCE_BEHIND.match(inside):
            _dateline(inside, found, authors)
        elif _ROLE.search(inside):
            _names(inside, authors)
            if last:
                found.published = found.published or iso_date(inside)
                if found.source is None:
                    for part in _ISO.sub(" ", inside).replace("日 ", " ").split():
                        if _MEDIUM.fullmatch(part) and not _ROLE.search(part):
                            found.source = part
                            break
        elif last and looks_like_names(inside):
            authors.extend(join_spaced(_BETWEEN_AUTHORS.split(inside.strip())))


def _issuer(page: Page) -> str | None:
    """Who issued a notice, by the line that numbers it: ``宜春市人民政府令 第12号``."""
    for line in page.of("head", "short", "masthead"):
        if match := _ISSUED.match(line.match):
            return match[1]
    return None


def _owner(page: Page) -> str | None:
    """Whose article it is by the copyright notice under it."""
    for line in page.of("copyright"):
        if match := _COPYRIGHT_OWNER.match(line.match) or _NOTICE_SOURCE.search(line.match):
            return match[1]
    return None


_DIVISION = re.compile(r"[\u4e00-\u9fff]{2,8}?(?:特别行政区|自治区|自治州|自治县|新区|省|市|区|县|州|旗|盟)")
_WRAPPING = "|".join(sorted(words_table("name_wrappings.txt"), key=len, reverse=True))
_WRAP = re.compile(f"^(?:{_WRAPPING})+|(?:{_WRAPPING})+$")
_GENERIC = frozenset(words_table("navigation_words.txt")) | {
    "相关",
    "地图",
    "政府",
    "门户",
    "本地",
    "正文",
    "综合",
    "新闻",
    "文字新闻",
    "中国",
    "开发区",
    "文章",
}


def _regions(page: Page, info: PageInfo | None, source: str | None) -> tuple[str, ...]:
    """Names of places by masthead, breadcrumb, host, copyright line and medium: whose 我市 it may be, best first."""
    out: dict[str, None] = {}
    lines = [line.match for line in page.of("masthead", "breadcrumb", "host", "copyright", "icp")]
    if info is not None:
        lines += [*info.site, *(words for words in info.breadcrumb if re.search(r"[>»›]|位置", words))]
    for words in lines:
        if len(words) > 160:
            continue
        for part in re.split(r"[\s>»›|\-—:：/·]+", re.sub(r"^.{0,8}位置[:：]?", "", words)):
            for match in _DIVISION.finditer(part):
                out.setdefault(match.group(), None)
            _bare_name(part, out)
    _bare_name(source or "", out)
    return tuple(out)


def _bare_name(words: str, out: dict[str, None]) -> None:
    bare = _WRAP.sub("", words)
    if bare != words and 2 <= len(bare) <= 5 and _HAN_ONLY.fullmatch(bare) and bare not in _GENERIC:
        out.setdefault(bare, None)
