"""What only a batch of pages shows: foreign phrases strewn over many of them, pages spun from others, doorway pages.

A phrase is foreign to the pages it stands on if it is repeated in several, and if in most places what stands before
and after it would join better without it. That is judged by the character model, so no list of phrases is needed, and
a phrase that many reports really use (以人民为中心) stays. Spun and doorway pages are told apart, never repaired.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import NamedTuple

import ahocorasick_rs

from kg.clean.article import CleanArticle
from kg.clean.characters import REACH, characters
from kg.clean.offsets import Edit
from kg.clean.work import Work

#: Runs of so many characters are counted; a phrase is at least one, and no longer than this.
_SHINGLE, _LONGEST = 4, 40
#: On so many pages a phrase must stand, and in such a share of its places be foreign; in so many at most be at home.
LEAST_PAGES, _FOREIGN, _AT_HOME = 3, 0.5, 0.2
#: What stands before and after must join better without it by so many bits; at home: by so much better with it.
_BETTER, _HOME = 1.0, 2.0
#: So many places of a phrase are looked at, so many characters of a batch.
_PLACES, _MOST = 80, 1_000_000
_HAN = re.compile(r"[\u3400-\u9fff]")
_STOPS = frozenset("。！？!?”\n")
_MARKS = frozenset('“”‘’《》（）()、"')
_BREAKS = frozenset("\n。！？!?，,、；;：:“”《》（）() \u3000")


@dataclass(frozen=True, slots=True)
class Suspect:
    """A page that is not what its author wrote: `kind` is "spun" or "doorway", `sure` how sure that is."""

    kind: str
    sure: float


@dataclass(frozen=True, slots=True)
class Repetition:
    """What a batch showed: foreign phrases, and suspect pages by the SHA-256 of their raw bytes."""

    phrases: tuple[str, ...] = ()
    suspects: Mapping[str, Suspect] = field(default_factory=dict)


def find_repetition(articles: Iterable[CleanArticle]) -> Repetition:
    """Look over cleaned pages together. Memory and time are bounded: of a large batch only a part is looked at."""
    kept: dict[str, CleanArticle] = {}
    size = 0
    for article in articles:
        if size > _MOST:
            break
        if article.text and article.sha256 not in kept:
            kept[article.sha256] = article
            size += len(article.text)
    pages = [article.text for article in kept.values()]
    suspects = {
        article.sha256: suspect
        for article, suspect in zip(kept.values(), _suspects(pages), strict=True)
        if suspect is not None
    }
    return Repetition(tuple(_phrases(pages)), suspects)


# ---- foreign phrases


def _phrases(pages: Sequence[str]) -> Iterator[str]:
    if len(pages) < LEAST_PAGES:
        return
    counts: Counter[str] = Counter()  # pages with each run
    for text in pages:
        counts.update({text[at : at + _SHINGLE] for at in range(len(text) - _SHINGLE + 1)})
    places: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, text in enumerate(pages):
        for start, end in _repeated(text, counts):
            places[text[start:end]].append((number, start))
    for phrase, found in sorted(places.items()):
        if len({number for number, _ in found}) >= LEAST_PAGES and _is_foreign(pages, phrase, found):
            yield phrase


def _repeated(text: str, counts: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    """The longest stretches of which every run is on several pages, within one clause."""
    start = -1
    for at in range(len(text) - _SHINGLE + 2):
        run = text[at : at + _SHINGLE]
        inside = len(run) == _SHINGLE and _BREAKS.isdisjoint(run) and counts.get(run, 0) >= LEAST_PAGES
        if inside and start < 0:
            start = at
        elif not inside and start >= 0:
            end = at + _SHINGLE - 1
            if end - start <= _LONGEST:
                yield start, end
            start = -1


def _is_foreign(pages: Sequence[str], phrase: str, found: list[tuple[int, int]]) -> bool:
    """Whether `phrase` breaks the sentences it stands in, on pages that have nothing else in common there."""
    if not _HAN.search(phrase):
        return False
    around = {(pages[n][max(0, at - 3) : at], pages[n][at + len(phrase) :][:3]) for n, at in found}
    if len(around) < LEAST_PAGES:
        return False  # copies of one page
    foreign = home = within = 0
    gained = 0.0
    judged = found[:_PLACES]
    for number, at in judged:
        text, end = pages[number], at + len(phrase)
        left, right, joined = _bonds(text, at, end)
        inside = bool(_HAN.match(text[at - 1 : at]) and _HAN.match(text[end : end + 1]))
        within += inside
        gained += (joined - max(left, right)) if inside else 0.0
        foreign += inside and joined > max(left, right) + _BETTER
        home += min(left, right) > _HOME
    return (
        gained > _BETTER * within and foreign >= max(LEAST_PAGES, _FOREIGN * within) and home <= _AT_HOME * len(judged)
    )


def _bonds(text: str, start: int, end: int) -> tuple[float, float, float]:
    """How well ``text[start:end]`` joins to what is before and after it, and how well these join without it (bits)."""
    model = characters()
    before = text[max(0, start - REACH) : start] or "\n"
    after = text[end : end + 1] or "\n"
    left = model.alone(text[start]) - model.after(before, text[start])
    right = model.alone(after) - model.after(text[max(start, end - REACH) : end], after)
    return left, right, model.alone(after) - model.after(before, after)


def cut_repeated(work: Work, phrases: Sequence[str]) -> None:
    """Take out `phrases` where they break a sentence, or stand between two."""
    text = work.text
    if not phrases:
        return
    matcher = _matcher(tuple(phrases))
    edits: list[Edit] = []
    for _, start, end in matcher.find_matches_as_indexes(text):
        left, right, joined = _bonds(text, start, end)
        between = start > 0 and text[start - 1] in _STOPS and text[end : end + 1] not in _BREAKS
        # That it is foreign is known: it only stays where it is at home, or named between marks.
        named = text[start - 1 : start] in _MARKS and text[end : end + 1] in _MARKS
        if between or not (named or min(left, right) > max(_HOME, joined)):
            edits.append(Edit(start, end, ""))
    work.note("repeated_phrase", len(edits), 0.9)
    work.edit(edits)


_matchers: dict[tuple[str, ...], ahocorasick_rs.AhoCorasick] = {}


def _matcher(phrases: tuple[str, ...]) -> ahocorasick_rs.AhoCorasick:
    if phrases not in _matchers:
        _matchers.clear()
        _matchers[phrases] = ahocorasick_rs.AhoCorasick(
            list(phrases), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
        )
    return _matchers[phrases]


# ---- spun and doorway pages

_SENTENCE = re.compile(r"[^。！？!?\n]{10,300}")
#: Two sentences are versions of one within these bounds of likeness; above, they are one.
_LIKE, _SAME = 0.6, 0.97
#: So many, and such a share of a page's sentences must be versions of another page's.
_LEAST, _SHARE = 4, 0.4
#: A spinner exchanges words for words, so many and hardly anything else, and nearly always for the worse; a reporter
#: exchanges names and numbers, and now and then a word.
_EXCHANGES, _WORDS, _ONE_SIDED = 6, 0.5, 0.85
#: Doorway pages: one exchange of words is made so often and makes such a share of all that differs, on so many pages.
_SLOT, _ONE_SLOT, _DOORS = 6, 0.6, 3
#: One in so many runs of a page is looked up; runs on more pages than this say nothing; so many others are compared.
_SPARSE, _TOO_COMMON, _NEIGHBOURS = 4, 60, 6


def _suspects(pages: Sequence[str]) -> list[Suspect | None]:
    found: list[Suspect | None] = [None] * len(pages)
    doors: defaultdict[int, set[int]] = defaultdict(set)
    for one, other in _alike(pages):
        pair = _versions(pages[one], pages[other])
        if pair.near < _LEAST or pair.near < _SHARE * pair.total:
            continue
        most = max(pair.changes.values(), default=0)
        if most >= _SLOT and most >= _ONE_SLOT * pair.changes.total():
            doors[one].add(other)
            doors[other].add(one)
            continue
        words = len(pair.worse)
        if words < _EXCHANGES or words < _WORDS * len(pair.changes):
            continue  # reports of one kind, with other names and numbers
        share = sum(difference > 0 for difference in pair.worse) / words
        if max(share, 1 - share) >= _ONE_SIDED:
            found[one if share > 0.5 else other] = Suspect("spun", round(max(share, 1 - share), 2))
    for page, others in doors.items():
        if len(others) + 1 >= _DOORS:
            found[page] = Suspect("doorway", 0.9)
    return found


def _alike(pages: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs of pages that share more than chance, each pair once."""
    where: defaultdict[str, list[int]] = defaultdict(list)
    sizes: list[int] = []
    for number, text in enumerate(pages):
        runs = {text[at : at + _SHINGLE] for at in range(len(text) - _SHINGLE + 1)}
        # Which runs are looked up is told by the characters, the same on every page and in every process.
        runs = {run for run in runs if _BREAKS.isdisjoint(run) and (ord(run[0]) * 31 + ord(run[2])) % _SPARSE == 0}
        sizes.append(len(runs))
        for run in runs:
            where[run].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in where.values():
        if 1 < len(numbers) <= _TOO_COMMON:
            for index, one in enumerate(numbers):
                for other in numbers[index + 1 :]:
                    shared[one, other] += 1
    taken: Counter[int] = Counter()
    for (one, other), count in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        least = 0.1 * min(sizes[one], sizes[other])
        if count >= max(5, least) and taken[one] < _NEIGHBOURS and taken[other] < _NEIGHBOURS:
            taken[one] += 1
            taken[other] += 1
            yield one, other


class _Pair(NamedTuple):
    """Two pages: how many sentences are versions of each other, of how many, what was exchanged how often, and for
    each word exchanged for another how much dearer it is (bits) on the first page, on the average."""

    near: int
    total: int
    changes: Counter[tuple[str, str]]
    worse: list[float]


def _versions(one: str, other: str) -> _Pair:
    first, second = _SENTENCE.findall(one)[:60], _SENTENCE.findall(other)[:60]
    changes: Counter[tuple[str, str]] = Counter()
    dearer: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
    near = 0
    for index, sentence in enumerate(first):
        best: tuple[float, str, SequenceMatcher[str]] | None = None
        for rival in second[max(0, index - 2) : index + 3]:
            matcher = SequenceMatcher(None, sentence, rival, autojunk=False)
            if matcher.quick_ratio() < _LIKE:
                continue
            ratio = matcher.ratio()
            if best is None or ratio > best[0]:
                best = ratio, rival, matcher
        if best is None or not _LIKE <= best[0] < _SAME:
            continue
        near += 1
        rival = best[1]
        for i, j, k, m in _changed(best[2]):
            changes[sentence[i:j], rival[k:m]] += 1
            if _is_exchange(sentence[i:j], rival[k:m]):
                dearer[sentence[i:j], rival[k:m]].append(_cost(sentence, i, j) - _cost(rival, k, m))
    worse = [sum(found) / len(found) for found in dearer.values()]
    return _Pair(near, max(1, min(len(first), len(second))), changes, worse)


def _changed(matcher: SequenceMatcher[str]) -> Iterator[tuple[int, int, int, int]]:
    """Where two sentences differ, places with only one character between them as one: 会议 for 集会 is one exchange."""
    open_at: tuple[int, int, int, int] | None = None
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind == "equal":
            if open_at is not None and j - i > 1:
                yield open_at
                open_at = None
        else:
            open_at = (i, j, k, m) if open_at is None else (open_at[0], j, open_at[2], m)
    if open_at is not None:
        yield open_at


def _is_exchange(before: str, after: str) -> bool:
    """One word for another about as long."""
    return 1 <= len(before) <= 4 and 1 <= len(after) <= 4 and bool(_HAN.search(before) and _HAN.search(after))


def _cost(text: str, start: int, end: int) -> float:
    """What ``text[start:end]`` and the two characters after it cost (bits) where they stand."""
    model = characters()
    text = "\n" + text + "\n"
    places = range(start + 1, min(len(text), end + 3))
    return sum(model.after(text[max(0, at - REACH) : at], text[at]) for at in places)
