"""Foreign text that breaks sentences: advertisement phrases put in anywhere, fragments of the title spread about.

Where such a phrase begins and ends is not told by any list: it is cut where what is left joins best by the character
model. A phrase is only taken for foreign if it splits what belongs together, so a report *about* betting keeps it.
"""

from __future__ import annotations

import re
import string
from bisect import bisect_left
from functools import cache
from itertools import accumulate

from kg.clean.characters import REACH, Characters, characters, common
from kg.clean.data import csv_table
from kg.clean.furniture import is_advertisement, selling, selling_words, sells
from kg.clean.offsets import Edit
from kg.clean.words import Words, pattern
from kg.clean.work import Work

_BRACKETED = re.compile(r"[〖【\[〔「『<]([^〖〗【】\[\]〔〕「」『』<>\n]{2,40})[〗】\]〕」』>]")
_REACH = 10
#: Bits a character of advertisement costs; more than that of a usual text, less than that of a broken one.
_FOREIGN = 7.5
#: The same for characters beyond the phrase that gave it away: they must be odd indeed.
_BEYOND = 11.0
#: What the text must gain (bits) by the cut, and how well what is left must join.
_GAIN, _JOIN = 10.0, 2.0
#: So many places are tried on a page, and as many more as its length allows: time stays linear.
_TRIES, _CHARS_A_TRY = 100, 800
_STOPS = frozenset("\n。！？、，,；;：:“”《》")
_HAN = re.compile(r"[\u3400-\u9fff]")
#: What addresses and numbers are made of.
_ADDRESS = frozenset(string.ascii_letters + string.digits + ".-_/")


class _Phrases:
    """Patterns of phrases, whether each is foreign anywhere, and words of which one must stand on the page."""

    def __init__(self) -> None:
        rows = csv_table("advertisements.csv")
        self._rows = [(row["pattern"], row["hard"] == "1", set(row["needs"].split("|"))) for row in rows]
        self._needed = frozenset(word for _, _, needs in self._rows for word in needs)

        #: Whether one of these words or of those that sell stands on the page: one look for both.
        self._any = Words([*self._needed, *selling_words()])

    def anything(self, text: str) -> frozenset[str]:
        """Words of either kind that stand in `text`."""
        return self._any.present(text)

    def find(self, text: str, words: frozenset[str]) -> list[tuple[int, int, bool]]:
        """Where phrases stand: start, end, whether foreign anywhere; sorted. `words` are those in `text`."""
        if words.isdisjoint(self._needed):
            return []
        return sorted(
            (match.start(), match.end(), hard)
            for source, hard, needs in self._rows
            if not words.isdisjoint(needs)
            for match in pattern(source).finditer(text)
        )


@cache
def _phrases() -> _Phrases:
    return _Phrases()


def cut_advertisements(work: Work) -> None:
    """Take out advertisement phrases that stand inside sentences, then whole advertisements between two."""
    words = _phrases().anything(work.text)
    if not words:
        return
    _cut_phrases(work, words)
    _cut_sentences(work)


def _cut_phrases(work: Work, words: frozenset[str]) -> None:
    """Take out the phrases. `words` are those on the page that tell of any."""
    text = work.text
    found = _phrases().find(text, words)
    if not found:
        return
    often = _repeated(text, [(start, end) for start, end, _ in found])
    edits: list[Edit] = []
    at = tried = 0
    for start, end, hard in found:
        if start < at or tried > _TRIES + len(text) // _CHARS_A_TRY:
            continue
        tried += 1
        span = _bracketed(text, start, end) or _cut(text, start, end, hard)
        if span is None and text[start:end] in often and _HAN.match(text, end):
            span = start, end
        if span is not None and span[0] >= at:
            edits.append(Edit(span[0], span[1], ""))
            at = span[1]
    work.note("advertisement", len(edits))
    work.edit(edits)


def _repeated(text: str, found: list[tuple[int, int]]) -> frozenset[str]:
    """Phrases that stand three times where they belong to nothing that follows."""
    model = characters()
    counts: dict[str, int] = {}
    for start, end in set(found):
        if _HAN.match(text, end) and model.bond(text[end - 1], text[end]) < 1.0:
            counts[text[start:end]] = counts.get(text[start:end], 0) + 1
    return frozenset(phrase for phrase, count in counts.items() if count >= 3)


def _bracketed(text: str, low: int, high: int) -> tuple[int, int] | None:
    begin = max(text.rfind("\n", max(0, low - 42), low) + 1, low - 42)
    for found in _BRACKETED.finditer(text, begin, min(len(text), high + 42)):
        if found.start() <= low and high <= found.end():
            return found.span()
    return None


def _cut(text: str, low: int, high: int, hard: bool) -> tuple[int, int] | None:
    """Where the phrase around ``text[low:high]`` begins and ends, or None where nothing is gained by cutting it."""
    model = characters()
    left = low
    while left > 0 and low - left < _REACH and text[left - 1] not in _STOPS:
        left -= 1
    right = high
    while right < len(text) and right - high < _REACH and text[right] not in _STOPS:
        right += 1
    around = _Around(model, text, left, right)
    best: tuple[float, int, int] | None = None
    ends = [end for end in range(high, right + 1) if not _inside_ascii(text, end)]
    for start in range(left, low + 1):
        if _inside_ascii(text, start):
            continue
        for end in ends:
            kept = around.without(start, end)
            kept += _FOREIGN * (high - low) + _BEYOND * (end - start - high + low)
            if best is None or kept < best[0]:
                best = (kept, start, end)
    if best is None:
        return None
    whole = around.whole
    kept, start, end = best
    if not start or end >= len(text) or text[end] == "\n" or text[start - 1] == "\n":
        return None
    if not hard and text[start - 1] in _STOPS and (text[end] in _STOPS or text[end] in "等和及与"):
        return None  # one of a list
    near, far = text[start - 1], text[end]
    joined = max(model.bond(near, far), model.alone(far) - model.after(text[max(0, start - 2) : start], far))
    edges = [pair for pair in (text[start - 1 : start + 1], text[end - 1 : end + 1]) if not _ascii(pair[0] + pair[1])]
    apart = max((model.bond(*pair) for pair in edges), default=-_JOIN)
    if whole - kept < (_GAIN / 2 if hard else _GAIN) or joined < (0.0 if hard else _JOIN) or joined <= apart:
        return None
    return start, end


def _cost(model: Characters, before: str, text: str, after: str) -> float:
    context = before or "\n"
    return sum(_costs(model, context + text + after, len(context)))


def _costs(model: Characters, text: str, first: int) -> list[float]:
    """What each character of `text` costs from the one at `first` on."""
    forms = common(text)
    found = []
    for at in range(first, len(text)):
        cost = model.after_common(forms[max(0, at - REACH) : at], forms[at])
        # The model knows one letter and one digit, so addresses and numbers would come for nothing.
        found.append(max(cost, _FOREIGN + 1) if text[at] in _ADDRESS else cost)
    return found


class _Around:
    """What ``text[left:right]`` costs, and what with a part of it cut out: only the joint is weighed anew."""

    def __init__(self, model: Characters, text: str, left: int, right: int) -> None:
        context = text[max(0, left - 2) : left] or "\n"
        self._model = model
        self._first = len(context)
        self._shift = self._first - left  # from places in `text` to those here
        self._text = context + text[left:right] + text[right : right + 2]
        #: Up to each place.
        self._sums = list(accumulate(_costs(model, self._text, self._first), initial=0.0))
        self.whole = self._sums[-1]

    def without(self, start: int, end: int) -> float:
        """The cost with ``text[start:end]`` cut out."""
        start, end = start + self._shift, end + self._shift
        context = self._text[max(0, start - REACH) : start]
        # A joint at the very beginning is weighed after less than `REACH` characters, as the beginning itself is.
        joint = _costs(self._model, context + self._text[end : end + REACH], len(context))
        onward = min(end + REACH, len(self._text))
        return self._sums[start - self._first] + sum(joint) + self.whole - self._sums[onward - self._first]


def _inside_ascii(text: str, at: int) -> bool:
    """Whether a cut before `at` would go through a word or number of ASCII."""
    return 0 < at < len(text) and _ascii(text[at - 1]) and _ascii(text[at])


def _ascii(chars: str) -> bool:
    """Whether a part of an address or number is among `chars`."""
    return not _ADDRESS.isdisjoint(chars)


# ---- whole advertisements between sentences

#: Where a sentence begins, and how far an advertisement without a mark of its own may reach.
_BEGINS = re.compile(r"(?:(?<=[。！？])|(?<=[。！？]”))(?=[\u3400-\u9fff★【◆●■>])")
_LONGEST_ADVERTISEMENT = 36
_INNER = re.compile(r"[。！？，,；;：:“”《》、\n]")


def _cut_sentences(work: Work) -> None:
    """Take out advertisements put between two sentences or behind the last one of a paragraph: no mark ends them."""
    text = work.text
    if not sells(text):
        return
    edits: list[Edit] = []
    places = [match.start() for match in selling().finditer(text)]
    for match in _BEGINS.finditer(text):
        start = match.start()
        near = bisect_left(places, start)
        if near == len(places) or places[near] >= start + _LONGEST_ADVERTISEMENT:
            continue
        mark = _INNER.search(text, start, start + 2 * _LONGEST_ADVERTISEMENT)
        end = mark.start() if mark is not None else min(len(text), start + 2 * _LONGEST_ADVERTISEMENT)
        words = list(selling().finditer(text, start, min(end, start + _LONGEST_ADVERTISEMENT)))
        if not words or not is_advertisement(text[start : words[-1].end()]):
            continue
        if end - start <= _LONGEST_ADVERTISEMENT and (end == len(text) or text[end] == "\n"):
            edits.append(Edit(start, end, ""))
        elif (stop := _next_sentence(text, words[-1].end(), end)) is not None:
            edits.append(Edit(start, stop, ""))
    work.note("advertisement", len(edits))
    work.edit(edits)


def _next_sentence(text: str, start: int, end: int) -> int | None:
    """Where after `start` the text goes on as the beginning of a sentence; None where it does nowhere well."""
    model = characters()
    best: tuple[float, int] | None = None
    for at in range(start, min(end, start + _REACH)):
        if _inside_ascii(text, at) or not _HAN.match(text, at):
            continue
        cost = _cost(model, "。", text[at : at + 4], "") + _BEYOND * (at - start)
        if best is None or cost < best[0]:
            best = cost, at
    return best[1] if best is not None else None


# ---- fragments of the title

_CLAUSE = re.compile(r"[，,。、;；：:？！]")
#: The first two characters of a clause.
_BEGINNING = re.compile(rf"{_CLAUSE.pattern}(?=([\u3400-\u9fff]{{2}}))")
_LONGEST_FRAGMENT = 12
_TAIL = re.compile(r"[。！？”]([\u3400-\u9fff]{2,12})$")
#: Bits by which a fragment that is known to be strewn about is likelier foreign.
_STREWN = 5.0
#: A page is spun if pieces stand behind paragraphs, or if so many clauses, and such a share of them, begin with one.
_MANY, _SHARE = 8, 0.2


def cut_title_fragments(work: Work, title: str | None) -> None:
    """Take out pieces of the title that a spinner put at the head of clauses and behind the end of paragraphs."""
    words = "".join(_HAN.findall(title or ""))
    if len(words) < 8:
        return
    text = work.text
    tails = _tails(text, words)
    pairs = {words[at : at + 2] for at in range(len(words) - 1)}
    begin = text.find("\n") + 1
    if len(tails) < 2 and sum(map(pairs.__contains__, _BEGINNING.findall(text, begin))) < _MANY:
        return
    taken = {start for start, _ in tails}
    places = [match.end() for match in _CLAUSE.finditer(text, begin) if match.end() not in taken]
    pieces = [(at, _fragment(text, at, words)) for at in places if text[at : at + 2] in pairs]
    if len(tails) < 2 and len(pieces) < _MANY:
        return
    model = characters()
    foreign: list[str] = []
    least = max(_MANY, _SHARE * len(places)) if len(tails) < 2 else 0.0
    for number, (at, piece) in enumerate(pieces):
        if len(foreign) + len(pieces) - number < least:
            return
        if _is_foreign(model, text, at, piece, False):
            foreign.append(piece)
    if len(foreign) < least:
        return
    loose = [p for at, p in pieces if _HAN.match(text, at + len(p)) and model.bond(p[-1], text[at + len(p)]) < 1.5]
    strewn = set(foreign) | {piece for piece in loose if loose.count(piece) >= 2}
    edits = [Edit(start, end, "") for start, end in tails]
    for at, piece in pieces:
        if _is_foreign(model, text, at, piece, piece in strewn):
            edits.append(Edit(at, at + len(piece), ""))
    edits.sort()
    work.note("title_fragment", len(edits), 0.9)
    work.edit(edits)


def _tails(text: str, words: str) -> list[tuple[int, int]]:
    """Pieces of the title after the last full stop of a paragraph."""
    found: list[tuple[int, int]] = []
    end = text.find("\n")
    while end >= 0:
        end = text.find("\n", end + 1)
        stop = len(text) if end < 0 else end
        if not _HAN.match(last := text[stop - 1]) and last != "\n":
            continue  # most paragraphs end with a mark
        match = _TAIL.search(text, max(0, stop - _LONGEST_FRAGMENT - 1), stop)
        if match and match[1] in words:
            found.append(match.span(1))
    return found


def _fragment(text: str, at: int, words: str) -> str:
    """The longest piece of the title that stands at `at`."""
    size = 0
    while size < _LONGEST_FRAGMENT and at + size < len(text) and text[at : at + size + 1] in words:
        size += 1
    return text[at : at + size] if size >= 2 else ""


#: What a region or body does or has, right behind its name.
_ACTS = re.compile(
    "市委|县委|区委|州委|委|党委|党工委|管委会|政府|人民政府|人大|政协|纪委|发改委|领导|代表团|副|[省市县区州]长|与|和|同|将"
)
_DIVISIONS = frozenset("省市县区州旗盟镇乡")


def _is_foreign(model: Characters, text: str, at: int, piece: str, strewn: bool) -> bool:
    end = at + len(piece)
    after = text[end : end + 2]
    if not after or not _HAN.match(after) or _ACTS.match(text, end) or (len(piece) > 2 and piece[-1] in _DIVISIONS):
        return False  # 青浦区发改委, 德宏将…: a region that the title names too acts here
    before = text[max(0, at - 2) : at]
    kept = _cost(model, before, piece, after)
    cut = _cost(model, before, "", after) + (_FOREIGN - 1) * len(piece) - (_STREWN if strewn else 0.0)
    return cut < kept
