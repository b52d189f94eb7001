"""Meetings an article tells of without reporting them: in somebody's words, long over, or yet to come."""

from __future__ import annotations

import re
from datetime import date, timedelta

from kg.extract.document import Document, Sentence

_WORDS = re.compile(r"(?:说|指出|强调|表示|认为|称|透露|坦言|回忆)[,，:：]")
_OPENS = re.compile(r"[\s\u3000]*[^,，。;；:：会]{2,16}(?:说|指出|强调|表示|认为)[,，:：]")
_AFTERWARDS = re.compile(r"会前|会后|会上|随后|当天|期间|同日|\d日|今天|昨天|[上下]午")
_CLAUSES = re.compile(r"[,，。;；]")
_LONG_AGO = re.compile(
    r"(?:去年|前年|今年年?初|(?<!今)年初|上个?月[初底]?|早在)(?:[^,，。;；]{0,24}|[,，][^,，。;；]{0,40})$"
)
#: Sessions and congresses of the party and the state, as turning points of history or sources of doctrine.
_LANDMARK = re.compile(
    r"(?:^|党的|中共|中国共产党|的)(?:第?[一二三四五六七八九十]+届[一二三四五六七]中全会|第[一二三四五六七八九十]+次全国代表大会)$"
)
_NEW = re.compile(r"(?:今天|今日|昨天|昨日|\d{1,2}日)[^,，。;；]{0,30}$")
#: A meeting further back than this from the day of the page is no news of it.
OVER = timedelta(days=45)
SOON = timedelta(days=1)


def in_words(document: Document, sentence: Sentence, at: int) -> bool:
    """Whether what stands at ``sentence.text[at]`` is said by somebody in the text."""
    text = sentence.text
    if sentence.headline:
        return False
    if _WORDS.search(text, 0, at):
        return True
    begin = document.text.rfind("\n", 0, sentence.start) + 1
    if (
        begin < sentence.start
        and _OPENS.match(document.text, begin, sentence.start)
        and not _AFTERWARDS.search(text, 0, at)
    ):
        return True  # the paragraph is what one person said
    before = document.text[begin : sentence.start + at]
    opened = before.rfind("“")
    if opened < 0 or before.find("”", opened) >= 0:
        return False
    return _CLAUSES.search(before, opened) is not None


def long_ago(text: str, at: int, name: str) -> bool:
    """去年召开的…, 年初,…会议召开, …的十一届三中全会: told of as past."""
    if _LONG_AGO.search(text[max(0, at - 70) : at]):
        return True
    return _LANDMARK.search(name) is not None and _NEW.search(text[:at]) is None


def out_of_time(when: str | None, document: Document) -> bool:
    """Whether an ISO date lies well before the page's day, or after it. Unknown days and guessed years tell nothing."""
    published = document.published
    if not when or when.startswith("--") or not published or published.endswith("-12-31"):
        return False  # 31 December may stand for a year that the text tells (`read_document`)
    try:
        day = date.fromisoformat(published[:10])
        if len(when) == 10:
            held = date.fromisoformat(when)
            return held < day - OVER or held > day + SOON
        year, month = int(when[:4]), int(when[5:7])
    except ValueError:
        return False
    last = date(year + month // 12, month % 12 + 1, 1)
    return last < day - OVER or date(year, month, 1) > day
