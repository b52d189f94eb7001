"""An article as the extractors see it: sentences with offsets, headline apart from body, the reporters' lead passed over."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from kg.extract.dates import find_dates

#: 中共党员。现任砀山县副县长: what a notice tells of a person in a second sentence belongs to the first.
_SENTENCE_END = re.compile(r"[。！!？?](?:[”\"’』」)）]*)(?!\s{0,2}(?:现任|拟任|曾任|历任))|\n|●|■|▲")
_FURNITURE = re.compile(
    r"^\s*(?:\d{4}\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2}|(?:来源|时间|发布时间|发布日期|日期|作者|编辑|责任编辑|责编|审核|"
    r"统筹|字体|浏览|点击|原标题|(?:通[讯信]|联系|办公|邮寄|来信)?地\s*址|邮政编码|邮\s*编|(?:举报|联系|咨询|监督|热线)?电\s*话)\s*[:：/])"
)
#: 本报讯(记者 张三) · 九江新闻网讯(洪观新闻记者 万能) · 央视网消息(新闻联播)： · 记者朱文君报道 · (记者梁永明)
_LEAD = re.compile(
    r"\s*(?:"
    r"[^,，。;；()（）]{0,24}?(?:讯|消息|电|报道)\s*(?:[(（][^()（）]{0,60}[)）])\s*[:：]?"
    r"|(?:新华社|本报|中新社|中新网|人民网|光明网|据新华社)[^,，。;；:：()（）\s]{2,14}?[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日?(?:电|讯|专电)(?:\s*[(（][^()（）]{0,40}[)）])?"
    r"|[^,，。;；:：()（）\s]{2,14}(?:讯|消息)(?:[:：]|\s+)"
    r"|本报讯\s*|本网讯\s*"
    r"|[(（]\s*(?:本报|本网|全媒体?|见习|实习|特约|通讯)?\s*(?:首席)?(?:记者|通讯员)[^()（）]{0,60}[)）]"
    r"|(?:本报|本网|新华社)?(?:首席|全媒体?)?记者\s*[^,，。]{2,12}(?:报道|摄影报道)[:：]?"
    r")\s*"
)


class Spanned(Protocol):
    """Anything that stands somewhere in the text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


SpannedT = TypeVar("SpannedT", bound=Spanned)


@dataclass(frozen=True, slots=True)
class Sentence:
    """``text`` stands at ``document.text[start:end]``; `headline` tells title lines from body."""

    start: int
    end: int
    text: str
    line: int
    headline: bool


@dataclass(slots=True)
class Document:
    """The clean text cut into sentences. `published` is the day that 今天 means:
    the dateline's, else the page's date, else the end of the year the text tells; ISO or None. `hints` are names from masthead and source."""

    text: str
    title: str | None = None
    published: str | None = None
    source: str | None = None
    hints: tuple[str, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    headlines: tuple[Sentence, ...] = ()
    body: tuple[Sentence, ...] = ()
    month: str = ""  # --05-08 the day of the dateline, else --05 the first month told, where the page bears no date
    _starts: list[int] = field(default_factory=list)

    @property
    def anchor(self) -> str | None:
        """What dates are read by: the day 今天 means, else the month the text speaks of, else None."""
        return self.published or self.month or None

    @property
    def lead(self) -> int:
        """The last line of the lead: the first paragraph with a full stop (no 温馨提示:), and the one behind it."""
        first = next((s.line for s in self.body if s.text.endswith(("。", "!", "！"))), None)
        return (self.body[0].line if first is None else first) + 1 if self.body else 0

    @property
    def itemised(self) -> bool:
        """Whether its lines are items that each tell their own event: marked (●, 二、), or three that open with a day."""
        lines = self.text.split("\n")
        marked = sum(_BULLET.match(line) is not None for line in lines)
        days = {found["day"] for line in lines if (found := _DAY_AHEAD.match(line)) is not None}
        return marked >= 2 or len(days) >= 3

    @property
    def reports(self) -> tuple[int, ...]:
        """The lines on which the second report of the page and those behind it begin; none where there is but one."""
        return tuple(n for n, line in enumerate(self.text.split("\n")) if _REPORT.match(line))[1:]

    def by_sentence(self, items: Iterable[SpannedT]) -> dict[int, list[SpannedT]]:
        """The items that lie within one sentence, under that sentence's start."""
        out: dict[int, list[SpannedT]] = {}
        for item in items:
            s = self.sentence_at(item.start)
            if item.start >= s.start and item.end <= s.end:
                out.setdefault(s.start, []).append(item)
        return out

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds `offset` (the last one that starts at or before it)."""
        return self.sentences[max(0, bisect_right(self._starts, offset) - 1)]


def read_document(
    text: str,
    *,
    title: str | None = None,
    published: str | None = None,
    source: str | None = None,
    hints: tuple[str, ...] = (),
) -> Document:
    """Cut `text` into sentences. Lines without a full stop before the first paragraph are headlines."""
    sentences: list[Sentence] = []
    offset = 0
    in_head = True
    for number, line in enumerate(text.split("\n")):
        stripped = line.strip()
        furniture = _FURNITURE.match(line) is not None and "。" not in line and len(stripped) < 70
        if stripped and not furniture:
            is_body = (
                "。" in line or len(stripped) > 90 or stripped.endswith((":", "：", "；", ";")) or "，" in line[40:]
            )
            lead = _LEAD.match(line)
            if lead and lead.end() and len(line) - lead.end() > 10:
                is_body = True
            if is_body:
                in_head = False
            begin = lead.end() if lead and not in_head else 0
            sentences.extend(_cut(line, begin, offset, number, in_head))
        offset += len(line) + 1
    kept = tuple(sentences)
    published = _dateline(text, published) or published or _year_told(text)
    return Document(
        text=text,
        title=title,
        published=published,
        source=source,
        hints=hints,
        sentences=kept,
        headlines=tuple(s for s in kept if s.headline),
        body=tuple(s for s in kept if not s.headline),
        month=(_dateline_day(text) or _month_told(text)) if published is None else "",
        _starts=[s.start for s in kept],
    )


#: 本报讯(记者 张三), 新华社北京6月2日电: a report begins; the second such line of a page begins another
_REPORT = re.compile(
    r"\s*(?:(?:本报|本网|本台)(?:综合)?讯|(?:新华社|中新社|中新网|本报)[^,，。;；:：()（）\s]{2,14}?\d{1,2}月\d{1,2}日(?:电|讯))"
)
_BULLET = re.compile(r"\s*(?:[●◇★■▲◆○※·•△]|\d{1,2}[.、]|[一二三四五六七八九十]+、|[(（][一二三四五六七八九十\d]+[)）])")
#: 6月22日 副市长A出席…, a line of what leaders did in a week; no 6月22日,… of a story told day by day
_DAY_AHEAD = re.compile(
    r"\s*(?P<day>(?:\d{4}年)?\d{1,2}月\d{1,2}日)(?:[上下]午)?(?:[(（][^()（）]{1,6}[)）]|[\s:：、])"
)
_MONTH = re.compile(r"(?<![\d年])(1[0-2]|[1-9])月\d{1,2}日")


def _month_told(text: str) -> str:
    found = _MONTH.search(text)
    return f"--{int(found.group(1)):02d}" if found else ""


_DATELINE = re.compile(
    r"(?P<m>\d{1,2}|[一二三四五六七八九十]{1,2})月(?P<d>\d{1,2}|[一二三四五六七八九十]{1,3})日(?:电|讯|专电)"
)


def _dateline(text: str, published: str | None) -> str | None:
    """新华社北京一月十六日电 in a paper of the 17th: 今天 is the 16th."""
    match = _DATELINE.search(text[:240])
    if match is None or not published:
        return None
    found = find_dates(f"{match.group('m')}月{match.group('d')}日", published)
    return found[0].iso if found and found[0].precision == "day" else None


def _dateline_day(text: str) -> str:
    """The day of 9月27日讯 on a page whose year nothing tells."""
    match = _DATELINE.search(text[:240])
    found = find_dates(f"{match.group('m')}月{match.group('d')}日", None) if match is not None else []
    return (found[0].iso or "") if found else ""


_FULL_DATE = re.compile(r"(20\d\d|19\d\d)年\d{1,2}月\d{1,2}日")


def _year_told(text: str) -> str | None:
    """Where the page bears no date: the end of the one year that its text dates something in, as an anchor for 8月29日."""
    years = set(_FULL_DATE.findall(text))
    return f"{years.pop()}-12-31" if len(years) == 1 else None


def _cut(line: str, begin: int, offset: int, number: int, headline: bool) -> list[Sentence]:
    out: list[Sentence] = []
    at = begin
    for end in [m.end() for m in _SENTENCE_END.finditer(line, begin)] + [len(line)]:
        piece = line[at:end]
        lead = len(piece) - len(piece.lstrip(" \u3000\t●■▲"))
        text = piece.strip(" \u3000\t\n●■▲")
        if text:
            out.append(Sentence(offset + at + lead, offset + at + lead + len(text), text, number, headline))
        at = end
    return out
