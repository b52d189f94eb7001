"""Lines that are no part of an article by what stands in them: menus, tools, contacts, notices, advertisements."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

import ahocorasick_rs

from kg.clean.data import csv_table, words_table
from kg.clean.line import Line, is_dateline
from kg.clean.words import Words, pattern

_SENTENCE_END = re.compile(r"[。!?…][”’」』）)]?$")
#: A line of a script or style sheet, so much of it ASCII.
_CODE = re.compile(
    r"[{};]\s*$|\)\s*\(|\b(?:function|var|let|const)\b|(?:document|window|jQuery|\$)[.(]|=\s*[\"']|</?script"
)
_MOSTLY = 0.8
_ANY_CASE = int(re.IGNORECASE)
#: A Han character takes three bytes of UTF-8: with more bytes a line has too few of ASCII to be code.
_BYTES = 1 + 2 * (1 - _MOSTLY)
#: The editor's line may be the dateline too.
_TELLS_SOURCE = re.compile(r"来\s*源|时\s*间|日\s*期")
#: Every choice begins with a letter of its own: then only those are stopped at.
_LONG_FURNITURE = re.compile(
    r"赞赏功能|详细\s*[>»]*[\])]$|详情\s*[>»]*[\])]$|全文\s*[>»]*[\])]$|更多\s*[>»]*[\])]$|版权|转载|免责|本网|本站|本平台|备案|ICP|Copyright|copyright|COPYRIGHT|©|安备|电话|℃"
)
#: Whole sentences are the page's own contacts only where they begin so.
_CONTACT = re.compile(r"[^。,;]{0,14}(?:电\s*话|热\s*线|传\s*真|邮|信箱|地\s*址|联系|QQ|微信)")
_NAVIGATION_JUNK = re.compile(r"[\s|·•>»/\\\-—_\[\]【】()（）:：,，、.。+×]+")
#: Furniture that comes in whole sentences.
_MAY_BE_LONG = frozenset({"related", "copyright", "icp", "contact", "host", "source_note", "weather"})


class _Furniture:
    """The tables of furniture, menus and advertisements, ready to be asked about a line."""

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
        self.selling_words = tuple(word for word, _ in self._sells)
        self.any_selling = Words(self.selling_words)
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
        needing = self._needing
        if needed := {number for word in words if word in needing for number in needing[word]}:
            tried = sorted(needed.union(tried))
        for number in tried:
            kind, scope, source = self._kinds[number]
            if pattern(source, _ANY_CASE).fullmatch(line):
                yield kind, scope

    def navigation(self, lowered: str) -> list[str]:
        """The words of menus in a line (in small letters)."""
        return self._navigation.find_matches_as_strings(lowered)

    def weight(self, words: str) -> int:
        """How much in `words` sells something."""
        return sum(value for word, value in self._sells if word in words)


@cache
def furniture_table() -> _Furniture:
    """The tables, read once."""
    return _Furniture()


def look_at(line: Line, furniture: _Furniture) -> str:
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


def selling() -> re.Pattern[str]:
    """Finds the words of `is_advertisement`."""
    return furniture_table().selling


def selling_words() -> Iterable[str]:
    """The same words."""
    return furniture_table().selling_words


def sells(text: str) -> bool:
    """Whether any of these words stands in `text`, of any length."""
    return bool(furniture_table().any_selling.present(text))


def is_advertisement(words: str) -> bool:
    """A line or piece that sells something and says nothing else."""
    if not selling().search(words):
        return False
    weight = furniture_table().weight(words)
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


def is_menu_word(word: str) -> bool:
    """Whether a word stands in menus."""
    return word.startswith(("走进", "魅力", "今日")) or sum(
        map(len, furniture_table().navigation(word.lower()))
    ) == len(word)
