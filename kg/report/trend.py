"""How often something was reported, by quarter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kg.report.desk import CHART_CITES, Desk
from kg.report.model import Bar, Note, Section, Sentence, Timeline
from kg.report.view import Fact, articles_of

#: Beyond so many quarters the chart goes by year.
_MOST_QUARTERS = 40
_YEAR = 4  # quarters


def quarters(desk: Desk, facts: Sequence[Fact]) -> Counter[int]:
    """Articles that tell of `facts`, by quarter (year × 4 + 0…3); those without a date are not in it."""
    days = (desk.view.published[article] for article in articles_of(facts))
    return Counter(int(day[:4]) * 4 + (int(day[5:7]) - 1) // 3 for day in days if day)


def trend_sentences(desk: Desk, facts: Sequence[Fact]) -> list[Sentence]:
    """The busiest quarter, and the last year against the one before. Nothing for less than two quarters."""
    counts = quarters(desk, facts)
    if len(counts) < 2 or desk.view.last_day is None:
        return []
    words, out = desk.words, []
    most = max(counts.values())
    busiest = sorted(quarter for quarter, n in counts.items() if n == most)
    if len(busiest) <= 3 and most > 1:
        listed = words.many(words.quarter(*divided(quarter)) for quarter in busiest)
        key = "busiest" if len(busiest) == 1 else "busiest_several"
        of_them = [f for f in facts if any(quarter_of(desk, a) in busiest for a in f.articles)]
        out.append(desk.say(key, of_them, listed=listed, articles=words.count("article", most)))
    newest = int(desk.view.last_day[:4]) * 4 + (int(desk.view.last_day[5:7]) - 1) // 3
    late = sum(counts[q] for q in range(newest - _YEAR + 1, newest + 1))
    early = sum(counts[q] for q in range(newest - 2 * _YEAR + 1, newest - _YEAR + 1))
    if late + early:
        key = "rising" if late > early else "falling" if late < early else "steady"
        recent = [f for f in facts if any((quarter_of(desk, a) or 0) > newest - 2 * _YEAR for a in f.articles)]
        since = words.quarter(*divided(newest - _YEAR + 1))
        until = words.quarter(*divided(newest))
        out.append(
            desk.say(
                key,
                recent,
                since=since,
                until=until,
                newest=desk.view.last_day,
                late=words.count("article", late),
                early=early,
            )
        )
    return out


def trend_section(desk: Desk, facts: Sequence[Fact], title: str = "s_trend") -> Section | None:
    """The timeline; None where all articles lie in one quarter."""
    counts = quarters(desk, facts)
    if len(counts) < 2:
        return None
    first, last = min(counts), max(counts)
    if last - first < _MOST_QUARTERS:
        bars = tuple(Bar(desk.words.quarter(*divided(q)), counts[q]) for q in range(first, last + 1))
        name = "c_quarters"
    else:
        years: Counter[int] = Counter()
        for quarter, number in counts.items():
            years[quarter // 4] += number
        bars = tuple(Bar(str(year), years[year]) for year in range(first // 4, last // 4 + 1))
        name = "c_years"
    undated = len(articles_of(facts)) - sum(counts.values())
    note = Note(desk.words.say("undated_articles", articles=desk.words.count("article", undated))) if undated else None
    chart = Timeline(desk.words.say(name), desk.words.say("unit"), bars, desk.cite(facts, CHART_CITES))
    return desk.section(title, [chart, note])


def divided(quarter: int) -> tuple[int, int]:
    """Year and quarter (1…4)."""
    return quarter // 4, quarter % 4 + 1


def quarter_of(desk: Desk, article: str) -> int | None:
    """Quarter of an article, or None."""
    day = desk.view.published[article]
    return int(day[:4]) * 4 + (int(day[5:7]) - 1) // 3 if day else None
