"""Marks that were lost or mistyped, names spread to three characters' width, quotes of two kinds on one page."""

from __future__ import annotations

import re

from kg.clean.characters import characters
from kg.clean.names import surnames
from kg.clean.offsets import Edit
from kg.clean.work import Work

_HAN = r"\u3400-\u9fff"
#: Here and below the mark itself stands first in the pattern, so nothing is tried elsewhere.
_STOP = re.compile(rf"\.(?:(?<=[{_HAN}”》）)]\.)$|(?<=[”》]\.)(?=[{_HAN}“《]))", re.MULTILINE)
_LINE = re.compile(r"[^\n]+")
_OPENING = re.compile(rf"[{_HAN}]{{0,12}}(?:讯|电|消息|报道|日报|记者)")
_COMMA = re.compile(r"[。,，]")
_GAP = re.compile(rf"[ \u3000]{{1,3}}(?=[{_HAN}])")
#: Two characters of a name, one on each side, and nothing else that they could belong to.
_SPREAD = re.compile(rf"(\u3000{{1,2}}| {{1,3}})[{_HAN}](?=[、,，。;；)） \n]|等|$|\u3000)")
#: What stands before a gap that may be inside a name.
_BEFORE_GAP = re.compile(r"[ \u3000](?<=[^ \u3000].)", re.DOTALL)
_AFTER_SURNAME = re.compile(rf"([ \u3000]{{1,2}})([{_HAN}]{{1,3}})")
#: One wide blank inside a sentence, behind a surname: a name of two characters, set as wide as one of three.
_WIDE_SPREAD = re.compile(rf"\u3000(?=[{_HAN}])")
_IS_HAN = re.compile(f"[{_HAN}]")
#: A blank beside a full-width mark says nothing.
_IDLE = re.compile(r"[ \u3000](?<=[。，、；：！？].)[ \u3000]?(?=[\u3400-\u9fff“《（])")
_QUOTES = re.compile('["“”]')
_INSIDE = re.compile(
    r"《[^《》\n]{1,80}》|“[^“”\n]{1,80}”|[(（][^()（）\n]{1,80}[)）]|‘[^‘’\n]{1,80}’|【[^【】\n]{1,40}】"
)
_BEFORE_NAME = re.compile(r"(?:[长记任席员委授师官使理]|代表|同志|[、,，;；。(（与和及])$")
_POSTS = re.compile(r"(?:[长记任席员委授师官使理事者]|代表|同志|领导|干部|[、,，;；。(（])$")

#: Two characters so much likelier together than apart (bits) are a word.
_WORD = 5.0
#: With a blank in so few characters a line is a list.
_A_LIST = 6
#: Two marks of which one is too many, and what may stand before them.
_DOUBLE = re.compile(rf"[,，、;；](?=[,，、。;；])(?<=[{_HAN}”》）)].)[,，、。;；]+(?![,，、。;；])")
#: A post of which the holder should follow.
_POST_ALONE = re.compile(r"(?:书记|长|主任|主席|委员|常委|专员|成员|代表|同志|领导|[记任])$")


def mend(work: Work) -> None:
    """Bring back what is missing between characters; only where a page shows that something is."""
    _pair_quotes(work)
    _close_stops(work)
    _drop_idle_blanks(work)
    _join_names(work)
    _fill_gaps(work)
    _single_marks(work)


def _close_stops(work: Work) -> None:
    """A Latin full stop after Chinese: ``一行.`` → ``一行。``."""
    edits = [Edit(m.start(), m.end(), "。") for m in _STOP.finditer(work.text)] if "." in work.text else []
    work.note("full_stop", len(edits))
    work.edit(edits)


def _single_marks(work: Work) -> None:
    """Of ``张三、李四,、王五`` and ``出席,。`` the mark that is too many goes; where it shows that a name is missing
    (``市委书记,,市长``), that place is marked: else the post would go to whoever is named next."""
    text = work.text
    edits: list[Edit] = []
    for match in _DOUBLE.finditer(text):
        start, end = match.span()
        if _POST_ALONE.search(text, max(0, start - 3), start):
            work.mark(start, end, "missing")
            continue
        marks = match.group()
        stop = next((mark for mark in marks if mark in "。"), "") or next((m for m in marks if m in "、;；"), marks[0])
        edits.append(Edit(start, end, stop))
    work.note("double_mark", len(edits))
    work.edit(edits)


def _drop_idle_blanks(work: Work) -> None:
    text = work.text
    edits = [Edit(m.start(), m.end(), "") for m in _IDLE.finditer(text)] if " " in text or "\u3000" in text else []
    work.note("blank", len(edits))
    work.edit(edits)


def _pair_quotes(work: Work) -> None:
    """A straight quote whose partner is a curled one is curled too."""
    text = work.text
    if '"' not in text or ("“" not in text and "”" not in text):
        return
    edits: list[Edit] = []
    for line in re.finditer(r"[^\n]+", text):
        if '"' not in line.group():
            continue
        marks = [(m.start(), m.group()) for m in _QUOTES.finditer(text, line.start(), line.end())]
        straight = sum(mark == '"' for _, mark in marks)
        if straight and straight == len(marks) and straight % 2 == 0:
            edits += [Edit(at, at + 1, "“" if number % 2 == 0 else "”") for number, (at, _) in enumerate(marks)]
            continue
        index = 0
        while index + 1 < len(marks):
            (first_at, first), (second_at, second) = marks[index], marks[index + 1]
            if first == '"' and second == "”":
                edits.append(Edit(first_at, first_at + 1, "“"))
            elif first == "“" and second == '"' and straight % 2:
                edits.append(Edit(second_at, second_at + 1, "”"))
            elif first + second == '""':
                edits += [Edit(first_at, first_at + 1, "“"), Edit(second_at, second_at + 1, "”")]
            elif first + second != "“”":
                straight -= first == '"'
                index += 1
                continue
            straight -= (first == '"') + (second == '"')
            index += 2
    work.note("quotes", len(edits))
    work.edit(edits)


def _shelters(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _INSIDE.finditer(text)]


def _is_sheltered(shelters: list[tuple[int, int]], at: int) -> bool:
    return any(start < at < end for start, end in shelters)


def _join_names(work: Work) -> None:
    """``洪　燕`` → ``洪燕``: a surname and a lone character after a post or between commas."""
    text = work.text
    edits: list[Edit] = []
    if "\u3000" not in text and " " not in text:
        return
    from kg.lexicon import names as lexicon  # here, for it loads much, and most pages need nothing of it

    for gap in _BEFORE_GAP.finditer(text):
        at = gap.start() - 1
        before = text[max(0, at - 3) : at]
        if text[at] in surnames() and at and _POSTS.search(before):
            if match := _SPREAD.match(text, at + 1):
                wide = match[1].startswith("\u3000") or len(match[1]) > 1
                # A single plain blank joins a name only where nothing stands before the surname that it could
                # belong to.
                if wide or not _IS_HAN.match(before[-1]):
                    edits.append(Edit(match.start(1), match.end(1), ""))
            if (match := _AFTER_SURNAME.match(text, at + 1)) and _is_given(text, match):
                edits.append(Edit(match.start(1), match.end(1), ""))
        if (
            _WIDE_SPREAD.match(text, at + 1)
            and text[at] in lexicon.surnames()
            and (at == 0 or text[at - 1] == "\n" or _BEFORE_NAME.search(before))
        ):
            edits.append(Edit(at + 1, at + 2, ""))
    edits = sorted(set(edits))
    work.note("spaced_name", len(edits))
    work.edit(edits)


def _is_given(text: str, match: re.Match[str]) -> bool:
    """What follows the gap is a given name: short up to the next mark, or no word with the surname."""
    end = match.end(2)
    return len(match[2]) <= 2 or characters().bond(match[2][1], match[2][2]) < _WORD or text[end : end + 1] in "、,，。"


_DAY_ALONE = re.compile(r"\s*(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[上下]午)?")


def _fill_gaps(work: Work) -> None:
    """A blank inside a sentence stands for a lost mark: the one that the model expects there."""
    text = work.text
    if " " not in text and "\u3000" not in text:
        return
    edits: list[Edit] = []
    behind = 0
    for words in text.split("\n"):
        begin, behind = behind, behind + len(words) + 1
        if len(words) < 40 or (" " not in words and "\u3000" not in words) or not _COMMA.search(words):
            continue
        gaps = list(_GAP.finditer(words))
        if not gaps or _A_LIST * len(gaps) > len(words):
            continue  # a list of names set apart by blanks
        shelters = _shelters(words)
        for match in gaps:
            if match.start() < 24 and _OPENING.match(words):
                continue
            if _DAY_ALONE.fullmatch(words, 0, match.start()):
                continue  # 6月22日 副市长A出席…: the blank parts the day from its item
            if match.start() and _IS_HAN.match(words[match.start() - 1]) and not _is_sheltered(shelters, match.start()):
                edits.append(Edit(begin + match.start(), begin + match.end(), " "))
    if not edits:
        return
    model = characters()
    if len(edits) < 3 or 400 * len(edits) < len(text):
        # Few: only a blank that plainly parts a word goes.
        edits = [e for e in edits if model.bond(text[e.start - 1], text[e.end]) >= _WORD + 1]
    half = text.count(",") > text.count("，")
    mended: list[Edit] = []
    for edit in edits:
        before, after = text[max(0, edit.start - 2) : edit.start], text[edit.end : edit.end + 2]
        costs = {
            mark: model.after(before, mark)
            + model.after(before[-1:] + mark, after[0])
            + model.after(mark + after[0], after[1:] or "\n")
            for mark in "、，。"
        }
        best = min(costs, key=lambda mark: costs[mark])
        if model.bond(before[-1], after[0]) >= _WORD:
            best = ""  # a blank inside a word
        mended.append(Edit(edit.start, edit.end, "," if best == "，" and half else best))
    work.note("lost_mark", len(mended), 0.7)
    work.edit(mended)
