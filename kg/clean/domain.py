"""Whether there is a government event on the page at all.

Words speak for what a page is; a page that is plainly something else, or on which nothing official is to be found,
is out. In doubt it is in: the next steps find little in it, but nothing is lost here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cache

import ahocorasick_rs

from kg.clean.article import Domain
from kg.clean.data import csv_table
from kg.clean.line import Page
from kg.clean.words import Words, pattern

FICTION = "fiction: chapters, dialogue or narration"
_REASONS: Mapping[str, str] = {
    "fiction": FICTION,
    "template": "template: a model text whose names are left out",
    "shopping": "shopping: a page that sells something",
    "recruitment": "recruitment: a job advertisement",
    "company": "company: people of one company among themselves, no public body",
    "advertisement": "advertisement",
    "travel": "travel: advice for tourists, no public event",
    "business": "company: dealings of companies among themselves, no public body",
    "market": "market: figures of a company or of shares, no public event",
    "sport": "sport: a match, no public event",
    "weather": "weather: a forecast, no public event",
    "ranking": "ranking: a list of the first in something, no public event",
}
#: How much must speak for it, and how much official talk outweighs it (None: however much).
_LEAST: Mapping[str, tuple[float, float | None]] = {
    "fiction": (5.0, None),
    "template": (4.0, None),
    "shopping": (6.0, 6.0),
    "recruitment": (6.0, 6.0),
    "company": (3.0, 2.0),
    "advertisement": (6.0, 3.0),
    "travel": (6.0, 1.5),
    "market": (6.0, 1.5),
    "sport": (6.0, 1.5),
    "weather": (6.0, 1.5),
    "ranking": (5.0, 3.0),
    "business": (4.0, 1.5),
}
_PUBLIC = r"会议|座谈|论坛|[委部组支总]书记|主持|召开|调研|部署|指挥部|应急响应"
_BODIES = r"|政府|[省市县区州镇乡]委|管委会|人大|政协|厅|开发区|国资委|发改委|工信|国务院|人民银行"
_DEALS = r"|签署|签约|合作|协议|出席|开幕"
_POSTS = r"|[省市县区州镇乡厅局部]长"
#: Somebody in office does something.
_IN_OFFICE = re.compile(
    r"(?:[省市县区州]长|[省市县区州]委书记|[局厅镇乡]长)[\u4e00-\u9fff]{2,4}"
    r"(?:走进|出席|主持|指出|表示|强调|到场|来到|推荐|介绍|参加|宣布|调研|致辞)"
)
#: Kinds that are only out where nothing public happens; clubs too sign contracts, travellers too talk of governors.
_QUIET: Mapping[str, re.Pattern[str]] = {
    "travel": re.compile(_PUBLIC + _DEALS),
    "market": re.compile(_PUBLIC + _POSTS + _BODIES),
    "shopping": _IN_OFFICE,
    "recruitment": _IN_OFFICE,
    "company": re.compile(r"论坛|政府|国家主席|国务院|[省市县区]委|[省市县区]长"),
    "business": re.compile(_PUBLIC + _POSTS + _BODIES),
    "sport": re.compile(_PUBLIC + _POSTS + r"|政府|党委"),
    "weather": re.compile(_PUBLIC + _DEALS + _POSTS),
    "ranking": re.compile(_PUBLIC + _DEALS + _POSTS),
}
_SAMPLE = 20_000
_BY_LINE = int(re.MULTILINE)
_OFFICIAL = frozenset({"official"})
_HAN = re.compile(r"[\u3400-\u9fff]")
_SENTENCE = re.compile(r"[。；;]")
#: Lines of the article, not of what stands around it.
_ARTICLE = frozenset({"body", "head", "short"})
#: What it says for fiction that paragraphs open with somebody speaking.
_SPOKEN = 3.0


class _Tables:
    """Plain words, each with its kinds and weights, and the few things that only a pattern can tell."""

    def __init__(self) -> None:
        self.weights: dict[str, list[tuple[str, float]]] = {}
        #: Kind, words of which one must be there, pattern, weight.
        self._patterns: list[tuple[str, tuple[str, ...], str, float]] = []
        for row in csv_table("domain.csv"):
            weight = float(row["weight"])
            if row["form"] == "word":
                self.weights.setdefault(row["text"], []).append((row["kind"], weight))
            else:
                self._patterns.append((row["kind"], tuple(row["needs"].split("|")), row["text"], weight))
        self._words = ahocorasick_rs.AhoCorasick(
            list(self.weights),
            matchkind=ahocorasick_rs.MatchKind.LeftmostLongest,
            implementation=ahocorasick_rs.Implementation.DFA,
        )
        self._needing: dict[str, list[int]] = {}
        for number, (_, needs, _, _) in enumerate(self._patterns):
            for word in needs:
                self._needing.setdefault(word, []).append(number)
        self._needed = Words(self._needing)

    def count(self, text: str) -> Counter[str]:
        """How often each of the plain words stands in `text`."""
        return Counter(self._words.find_matches_as_strings(text))

    def needed(self, text: str) -> frozenset[str]:
        """Words of patterns that stand in `text`; none of them goes over the end of a line."""
        return self._needed.present(text)

    def pattern_scores(self, text: str, words: Iterable[str], kinds: Container[str]) -> Iterator[tuple[str, float]]:
        """What the patterns of these kinds give; `words` are those that are `needed` in `text`."""
        for number in sorted({number for word in words for number in self._needing[word]}):
            kind, _, source, weight = self._patterns[number]
            if kind in kinds:
                yield kind, weight * min(6, sum(1 for _ in pattern(source, _BY_LINE).finditer(text)))

    def official(self, text: str, words: Iterable[str]) -> float:
        """What the patterns of official talk give."""
        return sum(score for _, score in self.pattern_scores(text, words, _OFFICIAL))


@cache
def _tables() -> _Tables:
    return _Tables()


_REPORT = re.compile(r"记者|本报讯|新华社|通讯员|原标题|日报|[讯电][(（]|月\d{1,2}日")
#: What a report about regions has even where no office is named.
_PLACES = re.compile(r"[省市县区州盟旗]|合作|协作|协同|协议|会议|论坛|一体化|共建|工程|规划|项目|经济")


#: A page that calls itself a novel is one, whoever is a 通讯员 in it.
_SERIAL = re.compile(
    r"^[^\n]{0,20}(?:小说连载|连载小说|长篇连载)|(?:都市|官场|玄幻|言情)小说\s*[>›》]|书屋\s*[>›》]", re.M
)


#: A notice of appointments is a table of names and posts, without a sentence in it.
_APPOINTS = re.compile(
    r"^(?:任命|免去|任免|拟任职务|任职公示|经研究决定)|(?:同志|等)[\u4e00-\u9fff]{0,4}任职的(?:通知|公示)", re.M
)


def judge(text: str, page: Page) -> tuple[Domain, str | None]:
    """ "in", or "out" with the reason. `text` is the clean text, `page` all lines, furniture too."""
    sample = text[:_SAMPLE]
    if not _HAN.search(sample):
        return "out", "no Chinese text" if sample.strip() else "no text"
    if len(sample) < 200 and not _SENTENCE.search(sample) and not page.of("body") and not _APPOINTS.search(sample):
        return "out", "navigation: no paragraph of text"
    around = "\n".join(line.match for line in page.lines[:400] if line.kind not in _ARTICLE)[:4000]
    everything = f"{sample}\n{around}"
    tables = _tables()
    inside, needed = tables.count(sample), tables.needed(sample)
    # What the menu or the list of other news says makes no page official.
    official = _word_scores(inside, 20).get("official", 0.0)
    told: float | None = None  # with what patterns tell: most pages need not be asked
    words = needed
    counts = inside
    if around:
        words = needed | tables.needed(around)
        counts = inside.copy()
        counts.update(tables.count(around))
    scores = _word_scores(counts)
    scores["business"] = scores.get("market", 0.0) + scores.get("company", 0.0)
    for kind, score in tables.pattern_scores(everything, words, _LEAST):
        scores[kind] = scores.get(kind, 0.0) + score
    per_thousand = 1000 / max(1000, len(sample))
    for kind, (least, outweighed) in _LEAST.items():
        score = scores.get(kind, 0.0)
        if kind == "fiction":
            if score + _SPOKEN < least:
                continue
            score = (score + _dialogue(page)) * (
                0.3 if (_REPORT.search(sample[:300]) or "第一条" in sample) and not _SERIAL.search(everything) else 1.0
            )
        else:
            score *= per_thousand
        if score < least:
            continue
        if kind in _QUIET and _QUIET[kind].search(sample):
            continue
        if outweighed is None:
            return "out", _REASONS[kind]
        if told is None:
            told = official + tables.official(sample, needed)
        if told < outweighed:
            return "out", _REASONS[kind]
    if not official and not tables.official(sample, needed) and not _PLACES.search(sample):
        return "out", "nothing official: no public body, place, office or event named"
    return "in", None


def _word_scores(counts: Mapping[str, int], most: int = 6) -> dict[str, float]:
    """What the plain words counted give, by kind; one word counts so often at most."""
    weights = _tables().weights
    scores: dict[str, float] = {}
    for word, count in counts.items():
        for kind, weight in weights[word]:
            scores[kind] = scores.get(kind, 0.0) + weight * min(most, count)
    return scores


def _dialogue(page: Page) -> float:
    """Paragraphs that open with somebody speaking: a novel's, not a report's."""
    body = [line.match for line in page.lines if line.kind in {"body", "short"}]
    if len(body) < 5:
        return 0.0
    spoken = sum(line.startswith(("“", "「", '"')) for line in body)
    return _SPOKEN if spoken >= 0.2 * len(body) and spoken >= 2 else 0.0
