"""One line of a page, and what it says by itself: a headline, when and where the article appeared, who wrote it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from kg.clean.names import looks_like_names
from kg.lexicon.names import common_words, not_names

#: A full date in any form.
DATE = re.compile(
    r"(?:19|20)\d{2}\s*(?:年|[-/.])\s*\d{1,2}\s*(?:月|[-/.])\s*\d{1,2}"
    r"|[二一][〇○零oO0九八][〇○零一二三四五六七八九oO0]{2}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日"
    r"|(?<![\d.])\d{1,2}\.\d{1,2}\.(?:19|20)\d{2}(?![\d.])|(?:19|20)\d{2} \d{1,2}[/-]\d{1,2}(?!\d)"
)
#: Without one of these a line has neither a date nor a label.
_DATELINE_SIGN = re.compile(r"19|20|[年:/]")
_DATE_SIGN = re.compile(r"19|20|年")
_DAY_AND_TIME = re.compile(
    r"[日\s]*(?:星期[一二三四五六日天]|周[一二三四五六日])?\s*(?:\d{1,2}[:时]\d{1,2}(?:[:分]\d{1,2}秒?)?)?"
)
_OF_SENTENCE = re.compile(r"[,;!《》“”]|\?$")
#: The label of a field.
LABEL = re.compile(
    r"(?:来\s*源|信息来源|文章来源|稿件来源|稿源|出处|作\s*者|记\s*者|撰\s*稿|通讯员|供稿"
    r"|发布(?:时间|日期|机构|单位|人|开发区)|发表(?:时间|日期)|更新时间|录入时间|添加时间|时\s*间|日\s*期"
    r"|浏览(?:次数|量)?|点击(?:数|率|量|次数)?|阅读(?:数|次数|量)?|访问量|访问次数|责任编辑|责编|编\s*辑|审\s*核|校\s*对|字号|字体|分享|打印|信息员|上传|选择阅读字号|保护视力色)\s*[:：/]"
)
#: What a lost byte left behind a word: ``三明日报?2023年11月8日``.
_LOST_MARK = re.compile(r"[?\ufffd](?=[\s\d]|$)")
#: ``[ 发布机构 ] 宜春市人民政府``
BRACKETED = re.compile(r"[\[【]\s*((?:信息|文章)?来源|作者|发布(?:机构|单位|日期|时间)|时间|日期)\s*[\]】]\s*")
#: The address of a page.
ADDRESS = re.compile(r"(?:https?[:?/]+|www\.)[A-Za-z0-9./_-]*")
_BYLINE = re.compile(
    r"[(\[【]?\s*(?:[^()。,]{0,14}(?:记者|通讯员|作者|撰文|撰稿|采写|文字|文/图|文|图/文|供稿|来源|摄影|摄)[\s:/丨|︱]\s*[^()。,]{2,50}"
    r"|(?:本报|本台|本网|特约|见习|实习)?(?:全媒体?)?(?:记者|通讯员)[^()。,]{2,40})\s*[)\]】]?"
)
#: What every one of the two has one of: most lines have none.
_BYLINE_SIGN = re.compile(r"文|图|摄|记者|通讯员|作者|撰稿|采写|供稿|来源|报道")
#: ``张三 李四 文/图``
CREDITED = re.compile(r"[\(\[]?\s*([\u4e00-\u9fff·\s]{2,20}?)\s*(?:文/图|图/文|文|供稿|报道|撰文)\s*[\)\]]?")
#: ``● 张三 李四``
_BULLETED = re.compile(r"[□■●◎○◆▲]\s*([\u4e00-\u9fff·\s]{2,20})")
_PAREN_LINE = re.compile(r"\(([^()]{2,60})\)")
_NO_HEADLINE = re.compile(
    r".{0,60}:|[\u4e00-\u9fff]{2,8}讯|\(.{4,80}\)|[\u4e00-\u9fff]{1,8}[发函字办告][〔\[(]\d{4}[〕\])]第?\d{1,5}号"
)
#: What a line ends with that ends a sentence too.
STOPS = frozenset("。!?…:;”’」』)》】")
#: A shorter line is no headline; what stands before a date on its line is one from so many characters on.
HEADLINE, GLUED = 8, 12
#: The same is asked about the few lines at the head of a page by several steps.
_ASKED_AGAIN = 32
#: A Chinese character, and two of them.
HAN = re.compile(r"[\u4e00-\u9fff]")
TWO_HAN = re.compile(r"[\u4e00-\u9fff]{2}")
_LONG_ENOUGH = re.compile(rf"(?:[^\u4e00-\u9fff]*+[\u4e00-\u9fff]){{{HEADLINE}}}")
#: What the name of an office ends with.
OFFICE = re.compile(r"(?:政府|委员会|办公[室厅]|[厅局部院会办处])$")


@dataclass(slots=True)
class Line:
    """One line of the page, without the blanks around it: ``text[start:end]``, and `match`, its half-width copy."""

    start: int
    end: int
    match: str
    #: "body", "head" (headline and what stands under it), "dateline", "byline", "short", or a kind of furniture.
    kind: str = "short"
    #: Whether blanks or an empty line stand before it.
    indented: bool = False


@dataclass(slots=True)
class Page:
    """The lines of a page, told apart."""

    lines: list[Line] = field(default_factory=list)

    def of(self, *kinds: str) -> list[Line]:
        """The lines of these kinds."""
        return [line for line in self.lines if line.kind in kinds]


#: The kinds of lines that are the article's.
KEPT = frozenset({"body", "head", "short"})


def is_prose(line: Line) -> bool:
    """Whether it is text, and not a headline that asks."""
    return line.kind == "body" and "。" in line.match


def echoed(headline: str, words: str) -> float:
    """How much of a headline stands in `words`, by its pairs of characters."""
    pairs = {headline[at : at + 2] for at in range(len(headline) - 1) if TWO_HAN.fullmatch(headline, at, at + 2)}
    return sum(pair in words for pair in pairs) / max(1, len(pairs))


@lru_cache(_ASKED_AGAIN)
def may_be_headline(words: str) -> bool:
    """Long enough for a headline, and nothing else that is known."""
    return _LONG_ENOUGH.match(words) is not None and is_headline(words) and not is_dateline(words)


def is_headline(words: str) -> bool:
    """Not what stands above a text besides: a salutation, the number of a document, when it was adopted."""
    return not _NO_HEADLINE.fullmatch(words)


def is_author(words: str) -> bool:
    """A name alone, of which no part is a word."""
    parts = {words[:2], words[1:3], words}
    return (
        len(words) in (2, 3)
        and looks_like_names(words)
        and parts.isdisjoint(common_words())
        and parts.isdisjoint(not_names())
    )


def is_bulleted(words: str) -> bool:
    """``● 张三``, which within the text would be a heading."""
    bulleted = _BULLETED.fullmatch(words)
    if bulleted is None or not looks_like_names(bulleted[1]):
        return False
    return not any(part in common_words() or part in not_names() for part in bulleted[1].split())


def is_signature(words: str) -> bool:
    """A name in brackets, or a few: ``(史卫平)``."""
    inside = _PAREN_LINE.fullmatch(words) if words[0] == "(" else None
    return inside is not None and looks_like_names(inside[1])


@lru_cache(_ASKED_AGAIN)
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
    date = DATE.search(words) if _DATE_SIGN.search(words) else None
    labels = LABEL.findall(words) if ":" in words or "/" in words else []
    if not date and not labels:
        return False
    if len(labels) >= 2 or (labels and date):
        return True
    if labels:
        return bool(LABEL.match(words.lstrip("([【 "))) and len(words) <= 40
    rest = _DAY_AND_TIME.sub("", DATE.sub("", words))
    return len(rest) <= 24 and not _OF_SENTENCE.search(rest.strip())


def is_byline(words: str) -> bool:
    """A line that names the reporters and nothing else."""
    if len(words) > 70 or not _BYLINE_SIGN.search(words) or "单位" in words:
        return False
    credited = CREDITED.fullmatch(words)
    return bool(_BYLINE.fullmatch(words)) or (credited is not None and looks_like_names(credited[1]))
