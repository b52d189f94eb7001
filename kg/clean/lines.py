"""Which line of the page is what: headline, dateline, body, byline, or furniture that is no part of the article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

import ahocorasick_rs

from kg.clean.characters import characters
from kg.clean.data import csv_table, words_table
from kg.clean.names import looks_like_names
from kg.clean.swap import Swap
from kg.clean.words import Words, pattern
from kg.lexicon.names import common_words, not_names

#: Patterns of furniture and metadata are written for half-width marks; this brings a copy of a line to them.
_MATCH = Swap("：（），；！？｜＞＜／　［］－０１２３４５６７８９\xa0", ":(),;!?|></ []-0123456789 ")
_LINE = re.compile(r"[^\n]+")
_DATE = re.compile(
    r"(?:19|20)\d{2}\s*(?:年|[-/.])\s*\d{1,2}\s*(?:月|[-/.])\s*\d{1,2}"
    r"|[二一][〇○零oO0九八][〇○零一二三四五六七八九oO0]{2}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日"
    r"|(?<![\d.])\d{1,2}\.\d{1,2}\.(?:19|20)\d{2}(?![\d.])|(?:19|20)\d{2} \d{1,2}[/-]\d{1,2}(?!\d)"
)
#: Without one of these a line has neither a date nor a label.
_DATELINE_SIGN = re.compile(r"19|20|[年:/]")
_LABEL = re.compile(
    r"(?:来\s*源|信息来源|文章来源|稿件来源|稿源|出处|作\s*者|记\s*者|撰\s*稿|通讯员|供稿"
    r"|发布(?:时间|日期|机构|单位|人|开发区)|发表(?:时间|日期)|更新时间|录入时间|添加时间|时\s*间|日\s*期"
    r"|浏览(?:次数|量)?|点击(?:数|率|量|次数)?|阅读(?:数|次数|量)?|访问量|访问次数|责任编辑|责编|编\s*辑|审\s*核|校\s*对|字号|字体|分享|打印|信息员|上传|选择阅读字号|保护视力色)\s*[:：/]"
)
#: What a lost byte left behind a word: ``三明日报?2023年11月8日``.
_LOST_MARK = re.compile(r"[?\ufffd](?=[\s\d]|$)")
#: ``[ 发布机构 ] 宜春市人民政府``
BRACKETED = re.compile(r"[\[【]\s*((?:信息|文章)?来源|作者|发布(?:机构|单位|日期|时间)|时间|日期)\s*[\]】]\s*")
ADDRESS = re.compile(r"(?:https?[:?/]+|www\.)[A-Za-z0-9./_-]*")
_SENTENCE_END = re.compile(r"[。!?…][”’」』）)]?$")
_BYLINE = re.compile(
    r"[(\[【]?\s*(?:[^()。,]{0,14}(?:记者|通讯员|作者|撰文|撰稿|采写|文字|文/图|文|图/文|供稿|来源|摄影|摄)[\s:/丨|︱]\s*[^()。,]{2,50}"
    r"|(?:本报|本台|本网|特约|见习|实习)?(?:全媒体?)?(?:记者|通讯员)[^()。,]{2,40})\s*[)\]】]?"
)
#: Of the words in the two of them, one character each: most lines have none.
_BYLINE_SIGN = re.compile(r"[记通作撰采文图供来摄报]")
#: ``张三 李四 文/图``
CREDITED = re.compile(r"[\(\[]?\s*([\u4e00-\u9fff·\s]{2,20}?)\s*(?:文/图|图/文|文|供稿|报道|撰文)\s*[\)\]]?")
#: ``● 张三 李四``
_BULLETED = re.compile(r"[□■●◎○◆▲]\s*([\u4e00-\u9fff·\s]{2,20})")
_PAREN_LINE = re.compile(r"\(([^()]{2,60})\)")
_MASTHEAD = re.compile(
    r"[\u4e00-\u9fff·]{2,20}(?:人民政府|政府网站?|政府门户网站?|政务网|信息网|新闻网|门户网站|融媒体?(?:中心)?|日报社?|传媒网"
    r"|在线|广播电视台|党建网|政府信息公开|官方网站|委员会|小说网)(?:网站)?"
)
#: The name of a site alone on a line.
_SITE_NAME = re.compile(
    r"[\u4e00-\u9fff]{1,5}(?:网|在线|日报|晚报|晨报|时报|融媒|发布)|(?:掌上|今日|走进|魅力)[\u4e00-\u9fff]{2,3}"
    r"|[\u4e00-\u9fff]{2,8}\s?(?:客户端|数据库|频道|资讯)"
)
#: What a headline begins and ends with that is not its own.
_ORNAMENT = re.compile(r"[-·•>|★☆◆●■▲]+\s+(?=\S)")
_SITE_SUFFIX = re.compile(
    r"\s*[-_|—–]{1,2}\s*[\u4e00-\u9fff]{0,16}(?:网|网站|在线|日报|晚报|晨报|时报|融媒|发布|人民政府|客户端|频道|中心|平台)"
    r"(?:\s*[-_|]\s*[\u4e00-\u9fff]{2,16})?\s*$|\s*[|_]\s*$"
)
#: What the breadcrumb ends with, where it ends with the headline.
_LAST_STEP = re.compile(r"[>»›]\s*([^>»›\s][^>»›]{9,60}?)\s*$")
_LAST_PART = re.compile(r"[|\s]\s*([^|\s]{10,60})\s*$")
_CALLED = re.compile(r"(?:正文|内容|详情|详细内容|信息内容|浏览文章|浏览|文章)\s+")
_ASKS = re.compile(r"[^。]{8,44}[?!]")
_NO_HEADLINE = re.compile(
    r".{0,60}:|[\u4e00-\u9fff]{2,8}讯|\(.{4,80}\)|[\u4e00-\u9fff]{1,8}[发函字办告][〔\[(]\d{4}[〕\])]第?\d{1,5}号"
)
#: A field of the table that heads a public document, its value on the next line; those that need no colon to be one.
_FIELD = re.compile(
    r"(?:索\s*引\s*号|(?:主题|体裁|组配|信息|公开|服务对象)分类|发文(?:机关|机构|单位|字号|日期)|文\s*号|成文日期|生成日期"
    r"|(?:生效|废止|失效)(?:日期|时间)|有\s*效\s*性|公开(?:方式|形式|范围|时限|程序|日期)|内容概述|信息名称|主\s*题\s*词|文件编号"
    r"|是否有效)\s*:?"
)
_FIELD_WITH_COLON = re.compile(
    r"(?:名\s*称|标\s*题|分\s*类|关\s*键\s*[词字]|概\s*述|体\s*裁|栏\s*目|发布(?:机构|单位)|责任部门)\s*:"
)
_LONGEST_VALUE = 40
#: A line of a script or style sheet, so much of it ASCII.
_CODE = re.compile(
    r"[{};]\s*$|\)\s*\(|\b(?:function|var|let|const)\b|(?:document|window|jQuery|\$)[.(]|=\s*[\"']|</?script"
)
_MOSTLY = 0.8
#: A Han character takes three bytes of UTF-8: with more bytes a line has too few of ASCII to be code.
_BYTES = 1 + 2 * (1 - _MOSTLY)
#: So many lines between menu and text may be headlines, datelines and bylines; where there are more, the last ones,
#: and of a page without text the first.
_HEAD_LINES = 400
#: Behind so many lines of the page's own foot nothing is the article's any more.
_FEET = 2
_EMPTY = re.compile(r"(?:附件|附|链接|标签|下载|图片|视频|关联文档)\s*:?")
#: No two paragraphs of so many characters are the same; where some stand twice, no two sentences either.
_PARAGRAPH, _SENTENCE = 30, 12
_COUNT = re.compile(r"[\d\s|/+]{1,12}")
#: Lines that were broken at a width: so many at least, of so many characters, that differ by so much.
RAGGED = -1
_WRAPPED_LINES, _NARROW, _WIDE, _RAGGED = 4, 18, 80, 3
_STOPS = frozenset("。!?…:;”’」』)》】")
#: The column behind a headline, before the name of the site; the words of a menu in front of it.
_COLUMN = re.compile(
    r"\s*[-_|—–]{1,2}\s*(?:[\u4e00-\u9fff]{0,6}(?:要闻|新闻|动态|公开|信息|资讯|频道|公告|专栏|头条|时政)|正文)\s*$"
)
_TOKEN = re.compile(r"[^\s|·]+")
_MENU, _MENU_WORD = 3, 6
#: Two characters so much likelier together than apart (bits) are parts of a word.
_WORD = 3.0
#: So many lines of a page that was broken anywhere end within a sentence; marks that no line begins with by itself.
_OPEN_ENDS, _CLOSING = 0.4, frozenset("。,、;:!?)》”」’")
#: A shorter line is no headline; what stands before a date on its line is one from so many characters on.
_HEADLINE, _GLUED = 8, 12
_HAN = re.compile(r"[\u4e00-\u9fff]")
_TWO_HAN = re.compile(r"[\u4e00-\u9fff]{2}")
#: A box of other headlines has no more lines; a paragraph that has so much of a headline tells what it says.
_LARGEST_BOX, _TOLD = 8, 0.5
#: So many boxes of other headlines are looked behind.
_BOXES = 5
#: A headline of which the beginning of the text has no more is another article's; a headline of news tells an act.
_STRANGE, _OWN, _BEGINNING = 0.12, 0.35, 600
_NEWS = re.compile(
    r"召开|举行|调研|出席|部署|推进|启动|开展|会见|考察|督[导查]|检查|签[约订署]|通报|公示|印发|慰问|座谈|开工|揭牌"
)
_SECTION = re.compile(r"(?:专区|专栏|专题|平台|入口|频道|数据库|客户端|检索|阅读器|电子报|广告|热线|大厅)$")
#: So many headlines on one line, each of so many characters, are a list of them.
_LISTED, _LISTED_SIZE = 5, 8
#: A running head has so many characters, and stands on so many pages.
_RUNNING, _PAGES = range(4, 41), 2
_PAGE_NUMBER = re.compile(r"[—–·-]\s*\d{1,3}\s*[—–·-]|第\s*\d{1,3}\s*页.{0,12}|\d{1,3}\s*/\s*\d{1,3}")
_DIGITS = re.compile(r"[\d一二三四五六七八九十]+")
#: Who publishes, alone on a line beside the date.
_PUBLISHES = re.compile(
    r"[\u4e00-\u9fff]{2,12}(?:融媒体?(?:中心)?|新闻中心|传媒中心|电视台|日报社?|晚报|新闻网|宣传部|办公室|人民政府|网信办)"
)
_OFFICE = re.compile(r"(?:政府|委员会|办公[室厅]|[厅局部院会办处])$")
#: Furniture that stands under a page, not under an article.
_FOOT = frozenset(
    {"tools", "share", "scan", "adjacent", "navigation", "host", "icp", "copyright", "masthead", "breadcrumb"}
)
_PUBLISHER = re.compile(
    r":|(?:[网报部局办委厅站台社处院号]|中心|政府|频道|融媒|客户端)$|[>|]|^原创 |(?:^|\s)(\S{2,10}) \1$"
)
#: The editor's line may be the dateline too.
_TELLS_SOURCE = re.compile(r"来\s*源|时\s*间|日\s*期")
_LONG_FURNITURE = re.compile(
    r"赞赏功能|(?:详细|详情|全文|更多)\s*[>»]*[\])]$|版权|转载|免责|本网|本站|本平台|备案|ICP|Copyright|copyright|COPYRIGHT|©|安备|电话|℃"
)
#: Whole sentences are the page's own contacts only where they begin so.
_CONTACT = re.compile(r"[^。,;]{0,14}(?:电\s*话|热\s*线|传\s*真|邮|信箱|地\s*址|联系|QQ|微信)")
_NAVIGATION_JUNK = re.compile(r"[\s|·•>»/\\\-—_\[\]【】()（）:：,，、.。+×]+")


_TIME = re.compile(r"[日\s]+|星期[一二三四五六日天]|周[一二三四五六日]|\d{1,2}[:时]\d{1,2}(?:[:分]\d{1,2}秒?)?")


@dataclass(slots=True)
class Line:
    """One line of the page, without the blanks around it: ``text[start:end]``, and `match`, its half-width copy."""

    start: int
    end: int
    match: str
    #: "body", "head" (headline and what stands under it), "dateline", "byline", "short", or a kind of furniture.
    kind: str = "short"
    #: Whether blanks stand before it.
    indented: bool = False


@dataclass(slots=True)
class Page:
    """The lines of a page, told apart."""

    lines: list[Line] = field(default_factory=list)

    def of(self, *kinds: str) -> list[Line]:
        """The lines of these kinds."""
        return [line for line in self.lines if line.kind in kinds]


KEPT = frozenset({"body", "head", "short"})


#: Furniture that comes in whole sentences.
_MAY_BE_LONG = frozenset({"related", "copyright", "icp", "contact", "host", "source_note", "weather"})


class _Furniture:
    def __init__(self) -> None:
        rows = csv_table("furniture.csv")
        #: Kind, scope, pattern.
        self._kinds = [(row["kind"], row["scope"], row["pattern"]) for row in rows]
        #: A word (in small letters) → the patterns that only match a line in which one of their words stands.
        self._needing: dict[str, list[int]] = {}
        for number, row in enumerate(rows):
            for word in filter(None, row["needs"].split("|")):
                self._needing.setdefault(word, []).append(number)
        #: The others, and any of them, for a quick look.
        self._free = [number for number, row in enumerate(rows) if not row["needs"]]
        self._any = re.compile("|".join(f"(?:{rows[number]['pattern']})" for number in self._free), re.IGNORECASE)
        self._sells = [(row["word"], int(row["weight"])) for row in csv_table("advertisement_lines.csv")]
        self.any_selling = Words(word for word, _ in self._sells)
        self.selling = re.compile("|".join(re.escape(word) for word, _ in sorted(self._sells, reverse=True)))
        navigation = {word.lower() for word in words_table("navigation_words.txt")}
        self._navigation = ahocorasick_rs.AhoCorasick(
            sorted(navigation), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
        )
        #: All words that say something about a line, in small letters: most lines have none.
        self._telling = Words({*self._needing, *navigation, *(word.lower() for word, _ in self._sells)})

    def words(self, lowered: str) -> frozenset[str]:
        """What of a line (in small letters) `find` needs to know."""
        return self._telling.present(lowered)

    def find(self, line: str, words: frozenset[str]) -> Iterator[tuple[str, str]]:
        """Kind and scope of each pattern that matches the whole of `line`, in the order of the table."""
        tried: list[int] = self._free if self._any.fullmatch(line) else []
        if words:
            tried = sorted({*tried, *(number for word in words for number in self._needing.get(word, ()))})
        for number in tried:
            kind, scope, source = self._kinds[number]
            if pattern(source, re.IGNORECASE).fullmatch(line):
                yield kind, scope

    def navigation(self, lowered: str) -> list[str]:
        """The words of menus in a line (in small letters)."""
        return self._navigation.find_matches_as_strings(lowered)

    def weight(self, words: str) -> int:
        """How much in `words` sells something."""
        return sum(value for word, value in self._sells if word in words)


@cache
def _furniture() -> _Furniture:
    return _Furniture()


def read_lines(text: str) -> Page:
    """Tell the lines of `text` apart."""
    page = Page()
    half = _MATCH(text)
    for match in _LINE.finditer(text):
        raw = match.group()
        bare = raw.strip()
        if bare:
            start = match.start() + raw.index(bare[0])
            indented = raw[0] in " \u3000\t\xa0" or text[max(0, match.start() - 2) : match.start()] == "\n\n"
            page.lines.append(Line(start, start + len(bare), half[start : start + len(bare)], indented=indented))
    _classify(page.lines)
    return page


def _classify(lines: list[Line]) -> None:
    furniture = _furniture()
    known: dict[str, tuple[str, str]] = {}  # many a page says the same again and again
    scopes: list[str] = []
    for line in lines:
        if (said := known.get(line.match)) is not None:
            line.kind = said[0]
        else:
            scope = _look(line, furniture)
            said = known[line.match] = line.kind, scope
        scopes.append(said[1])
    _fields(lines)
    _again(lines)
    first = next((i for i, line in enumerate(lines) if line.kind == "body"), len(lines))
    if first < len(lines) and _ASKS.fullmatch(lines[first].match) and not any(x.kind == "short" for x in lines[:first]):
        lines[first].kind = "short"  # nothing else above the text: a headline that asks
        first = next((i for i, line in enumerate(lines) if line.kind == "body"), len(lines))
    if first == len(lines):
        first = next((i for i, line in enumerate(lines) if line.kind == "short" and "。" in line.match), len(lines))
    _running_heads(lines, first)
    _tail(lines, scopes, first)
    _second_article(lines, first)
    _head(lines, min(first, len(lines)))
    _after(lines, first)


def _look(line: Line, furniture: _Furniture) -> str:
    """Set what the line alone tells; gives the scope of the furniture it matches."""
    words = line.match
    length = len(words)
    if len(words.encode("utf-8", "replace")) <= _BYTES * length and _is_code(words):
        line.kind = "code"
        return ""
    sentences = "。" in words
    if length > 320 or (length > 120 and not _LONG_FURNITURE.search(words)):
        line.kind = "body"
        return ""
    prose = sentences and length > 40
    if not prose or _LONG_FURNITURE.search(words):
        lowered = words.lower()
        telling = furniture.words(lowered)
        for kind, scope in furniture.find(words, telling):
            if kind == "editor" and _TELLS_SOURCE.search(words) and is_dateline(words):
                line.kind = "dateline"  # it names the editor first
                return ""
            if not prose or (kind in _MAY_BE_LONG and (kind != "contact" or _CONTACT.match(words))):
                line.kind = kind
                return scope
        if not sentences and length <= 300:
            barred = words.count("|") >= 3 and not is_dateline(words)
            if (telling or barred) and _is_navigation(words, lowered, furniture, barred):
                line.kind = "navigation"
                return "line"
            if telling and length <= 40 and is_advertisement(words) and not is_dateline(words):
                line.kind = "advertisement"
                return "line"
    long_enough = length >= 30 and (sentences or (length >= 60 and words.count(",") >= 2))
    ends = length >= 12 and _SENTENCE_END.search(words) is not None
    if long_enough or (ends and ("," in words or length >= 20)):
        line.kind = "body"
    return ""


def _is_code(words: str) -> bool:
    return _CODE.search(words) is not None and sum(map(str.isascii, words)) > _MOSTLY * len(words)


def _fields(lines: list[Line]) -> None:
    """Take out the table of a public document (索引号, 发文字号 …) where each field and each value is a line."""
    are_fields = [
        bool(len(line.match) <= 8 and (_FIELD.fullmatch(line.match) or _FIELD_WITH_COLON.fullmatch(line.match)))
        for line in lines
    ]
    if sum(are_fields) < 2:
        return
    often = Counter(line.match for line in lines)
    for index, line in enumerate(lines):
        if not are_fields[index]:
            continue
        line.kind = "source_note"
        value = lines[index + 1] if index + 1 < len(lines) and not are_fields[index + 1] else None
        if value is None or value.kind != "short" or len(value.match) > _LONGEST_VALUE:
            continue
        if line.match[0] not in "名标信" or often[value.match] > 1:  # the headline may stand nowhere else
            value.kind = "source_note"


def _again(lines: list[Line]) -> None:
    """Paragraphs that stand on the page twice (for the telephone and for the screen) stand there once."""
    bodies = [line.match for line in lines if line.kind == "body"]
    if len({words[:_PARAGRAPH] for words in bodies}) == len(bodies):
        return
    often = Counter(bodies)
    again = sum(count > 1 and len(words) >= _PARAGRAPH for words, count in often.items())
    if not again:
        return
    least = _PARAGRAPH if again == 1 else _SENTENCE
    seen: set[str] = set()
    for line in lines:
        if line.kind == "body" and len(line.match) >= least:
            if line.match in seen:
                line.kind = "repeated"
            seen.add(line.match)


def selling() -> re.Pattern[str]:
    """Finds the words of `is_advertisement`."""
    return _furniture().selling


def sells(text: str) -> bool:
    """Whether any of these words stands in `text`, of any length."""
    return bool(_furniture().any_selling.present(text))


def is_advertisement(words: str) -> bool:
    """A line or piece that sells something and says nothing else."""
    if not selling().search(words):
        return False
    weight = _furniture().weight(words)
    return weight >= 3 or (weight == 2 and words[0] in "【★☆◆●■>[" and words[-1] in "】★☆◆●■<]!")


def _is_navigation(words: str, lowered: str, furniture: _Furniture, barred: bool) -> bool:
    """Almost nothing but the words of menus; or parted by bars as menus are."""
    if barred:
        return True
    found = furniture.navigation(lowered)
    if not found:
        return False
    bare = len(_NAVIGATION_JUNK.sub("", words))
    covered = sum(map(len, found))
    if len(found) == 1:
        return covered == bare and bare <= 8 and found[0] not in {"会员", "历史", "军事", "理论", "评论"}
    parted = re.search(r"\S[\s|·>]+\S", words) is not None
    return covered == bare or (parted and covered >= 0.6 * bare)


def _tail(lines: list[Line], scopes: list[str], first: int) -> None:
    """Everything after 相关阅读, 版权声明 and their like goes, unless the article goes on there."""
    sizes = [line.end - line.start if line.kind == "body" else 0 for line in lines]
    before, whole = sum(sizes[: first + 1]), sum(sizes)
    boxes = 0
    for index in range(first + 1, len(lines)):
        before += sizes[index - 1] if index > first + 1 else 0
        if scopes[index] != "tail":
            continue
        kind = lines[index].kind
        rest = lines[index + 1 :]
        boxes += kind == "related"
        goes_on = _goes_on(lines[index], rest) if kind == "related" and boxes <= _BOXES else len(rest)
        if kind != "copyright" and whole - before > before and goes_on == len(rest):
            if boxes > _BOXES:
                return
            continue
        for line in rest[:goes_on]:
            if line.kind in {"body", "short"}:
                line.kind = kind
        if goes_on == len(rest):
            return


def _goes_on(heading: Line, rest: list[Line]) -> int:
    """Where in `rest` the article goes on behind a box of other headlines; its length where it does not.

    What follows the box is the article's where it is prose without headlines between, and none of it tells what a
    headline of the box says.
    """
    named = heading.match.partition(":")[2].strip()
    told = [named] if named else []
    box = 0
    while box < len(rest) and not _is_prose(rest[box]):
        if rest[box].kind in {"short", "body"}:
            told.append(rest[box].match)
        elif is_dateline(rest[box].match):
            return len(rest)
        box += 1
    prose = [line for line in rest[box:] if _is_prose(line)]
    last = max((i for i, line in enumerate(rest) if _is_prose(line)), default=-1)
    between = [line for line in rest[box:last] if not _is_prose(line)]
    if len(told) < 2 and not named:
        return len(rest)  # the heading of a report of its own
    if not prose or box > _LARGEST_BOX or len(between) > len(prose) // 3:
        return len(rest)
    if any(_echo(words, line.match) >= _TOLD for words in told for line in prose):
        return len(rest)
    if any(line.match.endswith(("…", "详细]", "...", "全文]")) for line in prose):
        return len(rest)
    return box


def _is_prose(line: Line) -> bool:
    return line.kind == "body" and "。" in line.match


def _echo(headline: str, words: str) -> float:
    """How much of a headline stands in `words`, by its pairs of characters."""
    pairs = {headline[at : at + 2] for at in range(len(headline) - 1) if _TWO_HAN.fullmatch(headline, at, at + 2)}
    return sum(pair in words for pair in pairs) / max(1, len(pairs))


def _head(lines: list[Line], first: int) -> None:
    top = _below_menus(lines, first)
    for line in lines[:top]:
        if line.kind == "short":
            line.kind = "masthead"
    if first - top > _HEAD_LINES:
        if first < len(lines):
            top = first - _HEAD_LINES
        else:
            first = top + _HEAD_LINES
    _part_headlines(lines, top, first)
    first = next((i for i, line in enumerate(lines) if i >= top and line.kind == "body"), len(lines))
    candidates = [line for line in lines[top:first] if line.kind == "short"][:_HEAD_LINES]
    for line in candidates:
        if is_dateline(line.match):
            line.kind = "dateline"
        elif is_byline(line.match) or _is_bulleted(line.match):
            line.kind = "byline"
    head = [line for line in candidates if line.kind == "short"]
    for above, line, below in zip([None, *candidates], candidates, [*candidates[1:], None], strict=False):
        beside = [near for near in (above, below) if near is not None and near.kind == "dateline"]
        if (
            line.kind == "short"
            and line is not head[0]
            and beside
            and (_SITE_NAME.fullmatch(line.match) or _PUBLISHES.fullmatch(line.match))
        ):
            line.kind = "dateline"  # who published it, between headline and date
            head.remove(line)
    named = next((at for at, line in enumerate(head) if _may_be_headline(line.match)), 0)
    menu = top > 0 and lines[top - 1].kind == "navigation"
    menu = menu or 2 * sum(_is_menu_word(line.match) for line in head[:named]) >= max(2, named)
    if named and menu and all(len(_HAN.findall(line.match)) <= _MENU_WORD for line in head[:named]):
        for line in head[:named]:
            line.kind = "navigation"  # the words of a menu, one a line
        del head[:named]
    if len(head) == 1 and _is_author(head[0].match) and first < len(lines) and not _is_told(head[0], lines[first:]):
        head.pop().kind = "byline"  # where a page has no headline
    while len(head) > 1 and (_MASTHEAD.fullmatch(head[0].match) or _SITE_NAME.fullmatch(head[0].match)):
        head.pop(0).kind = "masthead"
    for line in _repeated(head):
        line.kind = "repeated"
    for line in _others(lines, head, first):
        line.kind = "navigation"
    for line in head:
        if line.kind == "short":
            line.kind = "head"
            _trim(line)


def _below_menus(lines: list[Line], first: int) -> int:
    """Where the article's head begins: below the last menu or breadcrumb that has its headline under it.

    A menu may stand under the headline too; and a breadcrumb may end with it, which is then made a line of its own.
    """
    menus = [at for at in range(first) if lines[at].kind in {"breadcrumb", "navigation", "adjacent"}]
    if not menus:
        return 0
    above = menus[-1]
    if _has_headline(lines[above + 1 : first]) or _headline_in_crumbs(lines, above):
        return above + 1
    for before, menu in zip([*reversed(menus[:-1]), -1], reversed(menus), strict=True):
        if _has_headline(lines[before + 1 : menu]):
            return before + 1
    return above + 1


def _has_headline(lines: list[Line]) -> bool:
    return any(
        line.kind == "short" and _may_be_headline(line.match) and not _MASTHEAD.fullmatch(line.match) for line in lines
    )


def _may_be_headline(words: str) -> bool:
    return len(_HAN.findall(words)) >= _HEADLINE and is_headline(words) and not is_dateline(words)


def _headline_in_crumbs(lines: list[Line], at: int) -> bool:
    """Where no other line is the headline, the last part of the breadcrumb or menu above the text may be; whether."""
    line = lines[at]
    part = (_LAST_STEP if re.search(r"[>»›]", line.match) else _LAST_PART).search(line.match)
    if part is None or len(_HAN.findall(part[1])) < _GLUED - 2 or _SITE_NAME.fullmatch(part[1]):
        return False
    start = part.start(1) + (named.end() if (named := _CALLED.match(part[1])) else 0)
    words = line.match[start : part.end(1)]
    line.kind = "breadcrumb"
    line.end, line.match = line.start + start, line.match[:start]
    lines.insert(at + 1, Line(line.end, line.end + len(words), words))
    return True


def _part_headlines(lines: list[Line], top: int, first: int) -> None:
    """Where headline and dateline stand on one line, make two of it."""
    for index in range(min(first, len(lines)) - 1, top - 1, -1):
        line = lines[index]
        if line.kind != "short" or not is_dateline(line.match) or BRACKETED.match(line.match):
            continue
        signs = [match.start() for match in (_LABEL.search(line.match), _DATE.search(line.match)) if match]
        words = line.match[: min(signs)].rstrip(" ([【|")
        if len(_HAN.findall(words)) >= _GLUED - 4 and len(words) >= _GLUED and not _PUBLISHER.search(words):
            lines.insert(index, Line(line.start, line.start + len(words), words))
            line.start += len(words)
            line.match = line.match[len(words) :]


def _repeated(head: list[Line]) -> list[Line]:
    """Of a headline that stands there twice all but one, and the menu before it."""
    seen: dict[str, int] = {}
    for index, line in enumerate(head):
        first = seen.setdefault(line.match, index)
        if first < index and len(line.match) >= _HEADLINE:
            return [*head[:first], *(other for other in head[first + 1 :] if other.match == line.match)]
    return []


def _others(lines: list[Line], head: list[Line], first: int) -> list[Line]:
    """Headlines of other articles above the page's own, which the text repeats while it has nothing of theirs."""
    shorts = [line for line in head if line.kind == "short" and _may_be_headline(line.match)]
    if len(shorts) < 2:
        return []
    text = "".join(line.match for line in lines[first:] if line.kind == "body")[:_BEGINNING]
    echoes = [_echo(line.match, text) for line in shorts]
    own = next(
        (
            at
            for at, (line, echo) in enumerate(zip(shorts, echoes, strict=True))
            if echo >= _OWN and not _is_list(line.match)
        ),
        0,
    )
    strange = [
        line for line, echo in zip(shorts[:own], echoes, strict=False) if echo <= _STRANGE or _is_list(line.match)
    ]
    if len(strange) < own or shorts[own].match[0] in "—-":
        return []  # a subtitle, which says more plainly what its headline is about
    if (
        own == 1
        and not any(pattern.search(strange[0].match) for pattern in (_NEWS, _SECTION))
        and not _is_list(strange[0].match)
    ):
        return []
    return strange


def _is_list(words: str) -> bool:
    """Many headlines on one line."""
    return sum(len(part) >= _LISTED_SIZE for part in words.split()) >= _LISTED


def _trim(line: Line) -> None:
    """Take ornaments, menus and the name of the site from the ends of a headline."""
    if menu := _menu_before(line.match):
        line.start += menu
        line.match = line.match[menu:]
    if before := _ORNAMENT.match(line.match):
        line.start += before.end()
        line.match = line.match[before.end() :]
    if (after := _SITE_SUFFIX.search(line.match)) and after.start() >= _HEADLINE:
        line.end -= len(line.match) - after.start()
        line.match = line.match[: after.start()]
        if (column := _COLUMN.search(line.match)) and column.start() >= _HEADLINE:
            line.end -= len(line.match) - column.start()
            line.match = line.match[: column.start()]


def _running_heads(lines: list[Line], first: int) -> None:
    """What stands at the edge of every printed page: lines that are the same but for the number of the page."""
    if sum(_PAGE_NUMBER.fullmatch(line.match) is not None for line in lines[first:]) < _PAGES:
        return
    shorts = [line for line in lines[first:] if line.kind == "short" and len(line.match) in _RUNNING]
    often = Counter(_DIGITS.sub("", line.match) for line in shorts)
    for line in shorts:
        if often[_DIGITS.sub("", line.match)] >= _PAGES:
            line.kind = "running"


def _second_article(lines: list[Line], first: int) -> None:
    """Where a page goes on with another article (headline, dateline with its labels, text), that one goes."""
    for index in range(first + 1, len(lines) - 2):
        line, below = lines[index], lines[index + 1]
        if line.kind != "short" or not _HEADLINE <= len(line.match) <= 60 or line.match[-1] in _STOPS:
            continue
        if _OFFICE.search(line.match) or not is_dateline(below.match):
            continue
        if not (_DATE.search(below.match) and _LABEL.search(below.match)) or lines[index + 2].kind != "body":
            continue
        before = sum(len(other.match) for other in lines[:index] if other.kind == "body")
        after = sum(len(other.match) for other in lines[index:] if other.kind == "body")
        if before * 2 >= after and is_headline(line.match):
            for other in lines[index:]:
                other.kind = "second"
            return


def _contacts_of_notice(lines: list[Line], last: int) -> None:
    """Telephone and address between a notice and the office that signs it are the notice's own."""
    end = last + 1
    while end < len(lines) and lines[end].kind == "contact":
        end += 1
    if last + 1 < end < len(lines) and lines[end].kind == "short" and _OFFICE.search(lines[end].match):
        for line in lines[last + 1 : end]:
            line.kind = "short"


def _menu_before(words: str) -> int:
    """How much of a line is a menu in front of its headline."""
    tokens = list(_TOKEN.finditer(words))
    menu = next((at for at, token in enumerate(tokens) if len(token.group()) > _MENU_WORD), 0)
    if menu < _MENU:
        return 0
    known = sum(_is_menu_word(token.group()) for token in tokens[:menu])
    return tokens[menu].start() if 2 * known >= menu and len(words) - tokens[menu].start() >= _HEADLINE else 0


def _is_menu_word(word: str) -> bool:
    return word.startswith(("走进", "魅力", "今日")) or sum(map(len, _furniture().navigation(word.lower()))) == len(
        word
    )


def _after(lines: list[Line], first: int) -> None:
    for line in lines[first:]:
        if line.kind == "short":
            if is_dateline(line.match):
                line.kind = "dateline"
            elif is_byline(line.match) or _is_signature(line.match):
                line.kind = "byline"
    last = max((i for i, line in enumerate(lines) if line.kind == "body"), default=len(lines))
    headlines = {line.match for line in lines[:first] if line.kind == "head"}
    for line in lines[first:last]:
        if line.kind == "short" and line.match in headlines and len(line.match) >= _HEADLINE:
            line.kind = "repeated"
    _contacts_of_notice(lines, last)
    feet = 0
    for line in lines[last + 1 :]:
        feet += line.kind in _FOOT
        if line.kind != "short":
            continue
        if _COUNT.fullmatch(line.match) or feet >= _FEET:
            line.kind = "tools"  # how often something was clicked, and what stands among the page's own lines
        elif line.match in headlines:
            line.kind = "repeated"
    for line, below in zip(lines[last + 1 :], [*lines[last + 2 :], None], strict=False):
        if (
            line.kind == "short"
            and _EMPTY.fullmatch(line.match)
            and (below is None or below.kind not in {"short", "body"})
        ):
            line.kind = "tools"  # a label whose value is not on the page


def wrapped_at(lines: list[Line]) -> int:
    """The width at which the paragraphs of a page were broken into lines; 0 where they were not, RAGGED where anywhere.

    Then most lines are as long as the longest, and stop in the middle of a sentence.
    """
    lengths = sorted((len(line.match) for line in lines), reverse=True)
    if len(lengths) < _WRAPPED_LINES or not _NARROW <= lengths[0] <= _WIDE:
        return 0
    full = [line for line in lines if is_wrapped(line, lengths[0])]
    if len(full) >= max(_WRAPPED_LINES - 1, len(lines) // 2):
        return lengths[0]
    # Where paragraphs are indented, every line that one of them goes on from is full.
    onward = [line for line, below in pairwise(lines[1:]) if not below.indented]
    if is_indented(lines) and all(is_wrapped(line, lengths[0], indented=True) for line in onward):
        return lengths[0]
    return RAGGED if is_ragged(lines) else 0


def is_wrapped(line: Line, width: int, indented: bool = False) -> bool:
    """Whether a line is full and its paragraph may go on in the next one; where paragraphs are `indented` it may even
    if a sentence ends with the line."""
    words = line.match
    if width == RAGGED:
        return words[-1] not in _STOPS and len(words) >= _NARROW - 6
    full = width - _RAGGED - line.indented * 2 <= len(words) <= width
    return full and (indented or words[-1] not in _STOPS)


def is_ragged(lines: list[Line]) -> bool:
    """Whether a page was broken into lines anywhere, in the middle of its words: few lines end where sentences do."""
    inside = lines[1:]
    open_ends = [(line.match[-1], below.match[0]) for line, below in pairwise(inside) if is_wrapped(line, RAGGED)]
    if len(inside) < 2 * _WRAPPED_LINES or len(open_ends) < _OPEN_ENDS * len(inside):
        return False
    split = sum(
        first in _CLOSING or (_TWO_HAN.fullmatch(last + first) is not None and characters().bond(last, first) >= _WORD)
        for last, first in open_ends
    )
    return split >= max(_WRAPPED_LINES, len(open_ends) // 4)


def is_indented(lines: list[Line]) -> bool:
    """Whether the paragraphs of a page that was broken into lines begin with blanks, and their other lines do not."""
    inside = lines[1:]
    begun = sum(line.indented for line in inside)
    return begun >= 2 and len(inside) - begun >= max(3, begun // 2)


def is_headline(words: str) -> bool:
    """Not what stands above a text besides: a salutation, the number of a document, when it was adopted."""
    return not _NO_HEADLINE.fullmatch(words)


def _is_told(name: Line, lines: list[Line]) -> bool:
    """Whether the text speaks of the one who is named above it."""
    return any(name.match in line.match for line in lines if line.kind == "body")


def _is_author(words: str) -> bool:
    """A name alone, of which no part is a word."""
    parts = {words[:2], words[1:3], words}
    return len(words) in (2, 3) and looks_like_names(words) and parts.isdisjoint({*common_words(), *not_names()})


def _is_bulleted(words: str) -> bool:
    """``● 张三``, which within the text would be a heading."""
    bulleted = _BULLETED.fullmatch(words)
    if bulleted is None or not looks_like_names(bulleted[1]):
        return False
    return not any(part in common_words() or part in not_names() for part in bulleted[1].split())


def _is_signature(words: str) -> bool:
    inside = _PAREN_LINE.fullmatch(words) if words[0] == "(" else None
    return inside is not None and looks_like_names(inside[1])


def is_dateline(words: str) -> bool:
    """A line that says when and where the article appeared, and nothing else."""
    if len(words) > 140 or "。" in words or not _DATELINE_SIGN.search(words):
        return False
    if "?" in words or "\ufffd" in words:
        words = _LOST_MARK.sub(" ", words)
    if "http" in words or "www." in words:
        words = ADDRESS.sub(" ", words)
    if words[0] in "[【":
        words = BRACKETED.sub(r"\1:", words)
    date = _DATE.search(words)
    labels = _LABEL.findall(words) if ":" in words or "/" in words else []
    if not date and not labels:
        return False
    rest = _DATE.sub("", words)
    if len(labels) >= 2 or (labels and date):
        return True
    if labels:
        return bool(_LABEL.match(words.lstrip("([【 "))) and len(words) <= 40
    rest = re.sub(
        r"[日\s]*(?:星期[一二三四五六日天]|周[一二三四五六日])?\s*(?:\d{1,2}[:时]\d{1,2}(?:[:分]\d{1,2}秒?)?)?",
        "",
        rest,
    )
    return len(rest) <= 24 and not re.search(r"[,;!《》“”]|\?$", rest.strip())


def is_byline(words: str) -> bool:
    """A line that names the reporters and nothing else."""
    if len(words) > 70 or not _BYLINE_SIGN.search(words) or "单位" in words:
        return False
    credited = CREDITED.fullmatch(words)
    return bool(_BYLINE.fullmatch(words)) or (credited is not None and looks_like_names(credited[1]))
