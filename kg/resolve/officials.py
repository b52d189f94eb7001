"""Which mentions of a name are one person.

Mentions of one name are a block; a block is resolved by itself. Inside it, in this order:

1. copies of one text, and mentions at one meeting, are one person;
2. mentions in one jurisdiction are one person, unless the posts are too far apart for so common a name;
3. what remains are *stints*: a jurisdiction, a time, ranks. Two stints are one person with the probability

       P = t / (t + share · pool)

   where `t` is how often somebody moves so (``data/pools.csv``), `share` how many people bear the name, and `pool` how
   many people of such rank there are in the area that holds both. A person is not in two unrelated places at once;
4. a mention without a post joins the one stint of a region that its article is about, or of that region's parent.

What is likely but not sure stays apart and becomes a question.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from importlib import resources
from itertools import combinations, groupby, pairwise
from operator import attrgetter

from kg.resolve.blocks import Blocks
from kg.resolve.clusters import Clusters
from kg.resolve.names import name_share
from kg.resolve.ranks import LEADER
from kg.resolve.regions import NATION, ORGAN, Kinship, RegionKeys

#: From here on two stints are joined; across provinces more is asked.
_SURE = 0.95
_SURE_FAR = 0.97
#: Mentions inside one jurisdiction.
_SURE_OWN = 0.9
#: A mention without a post is joined to the only stint that fits.
_SURE_PLACED = 0.8
#: Below this nobody is asked.
_WORTH_ASKING = 0.3
#: Days that a stint may still be seen after the next has begun: papers run late, successors are named early.
_HANDOVER = 45
#: Days before and after a stint in which a mention without a post may belong to it.
_REACH = 3 * 365
#: So many people seen with both stints are a circle.
_CIRCLE = 3
#: The fit of somebody known everywhere.
_FAME = 1
_RANK_BUCKETS = ("low", "low", "low", "county", "county", "bureau", "bureau", "high", "top")


@dataclass(slots=True)
class Mention:
    """One official as one article names them. Days are proleptic ordinals; regions are keys."""

    name: str
    jurisdictions: dict[str, int]  # region key -> highest rank held there
    context: frozenset[str]
    day: int | None
    companions: frozenset[str] = frozenset()  # everybody the article names, also the one meant
    leaders: frozenset[str] = frozenset()  # those of them to whom the article gives a high post of the state
    meetings: frozenset[int] = frozenset()
    text: int = 0  # articles with one text have one number
    around: str = ""  # stands for context, companions and leaders where a block's input is written down


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two mentions that may be one person: indices into the block, how likely, why it is not settled."""

    one: int
    other: int
    probability: float
    reason: str


@dataclass(slots=True)
class Block:
    """The persons of one name: `persons` holds indices into the mentions."""

    persons: list[list[int]]
    doubts: list[Doubt] = field(default_factory=list)


@dataclass(slots=True)
class _Stint:
    members: list[int]
    jurisdictions: dict[str, int]
    first: int | None
    last: int | None
    low: int
    high: int
    early: int  # rank when first seen
    late: int  # rank when last seen
    companions: frozenset[str]


def resolve_names(
    mentions: Sequence[Mention],
    keys: RegionKeys,
    same: Sequence[tuple[int, int]],
    apart: Sequence[tuple[int, int]],
    blocks: Blocks,
) -> tuple[list[list[int]], list[Doubt]]:
    """Persons (ascending indices) and doubts. Mentions of one name lie side by side and are resolved by themselves;
    people may judge two names to be one person, which comes after."""
    groups: list[list[int]] = []
    doubts: list[Doubt] = []
    start = 0
    for _, run in groupby(mentions, key=attrgetter("name")):
        block = list(run)
        if len(block) == 1:
            groups.append([start])
            start += 1
            continue
        end = start + len(block)
        inside = [
            [(i - start, j - start) for i, j in pairs if start <= i < end and start <= j < end]
            for pairs in (same, apart)
        ]
        persons, open_ = blocks.run(
            "officials of a name",
            partial(written, block, *inside),
            partial(_plain, block, keys, *inside),
        )
        groups += [[start + i for i in members] for members in persons]
        doubts += [Doubt(start + one, start + other, p, reason) for one, other, p, reason in open_]
        start = end
    across = [(i, j) for i, j in same if mentions[i].name != mentions[j].name]
    if across:
        group_of = {i: number for number, members in enumerate(groups) for i in members}
        clusters = Clusters(len(groups))
        for i, j in apart:
            clusters.part(group_of[i], group_of[j])
        for i, j in across:
            clusters.join(group_of[i], group_of[j])
        groups = [sorted(i for number in joined for i in groups[number]) for joined in clusters.groups()]
    return groups, doubts


def _plain(
    block: Sequence[Mention], keys: RegionKeys, same: Iterable[tuple[int, int]], apart: Iterable[tuple[int, int]]
) -> tuple[list[list[int]], list[tuple[int, int, float, str]]]:
    found = resolve_block(block, keys, same, apart)
    return found.persons, [(d.one, d.other, d.probability, d.reason) for d in found.doubts]


def written(mentions: Sequence[Mention], same: Iterable[tuple[int, int]], apart: Iterable[tuple[int, int]]) -> str:
    """All that `resolve_block` goes by, as one text: blocks with equal texts have equal results.

    Texts and meetings are told apart by their order in the block: their numbers are those of the whole corpus.
    """
    texts: dict[int, int] = {}
    meetings = {meeting: n for n, meeting in enumerate(sorted({m for mention in mentions for m in mention.meetings}))}
    lines = [mentions[0].name]
    for m in mentions:
        posts = ",".join([f"{key}={rank}" for key, rank in m.jurisdictions.items()])
        at = ",".join([str(meetings[meeting]) for meeting in sorted(m.meetings)]) if m.meetings else ""
        lines.append(f"{m.day} {m.around} {texts.setdefault(m.text, len(texts))} {at} {posts}")
    return "\n".join((*lines, repr(sorted(same)), repr(sorted(apart))))


def resolve_block(
    mentions: Sequence[Mention],
    keys: RegionKeys,
    same: Iterable[tuple[int, int]] = (),
    apart: Iterable[tuple[int, int]] = (),
) -> Block:
    """The persons behind the mentions of one name. `same` and `apart` are what people decided (indices)."""
    clusters = Clusters(len(mentions))
    for i, j in apart:
        clusters.part(i, j)
    for i, j in same:
        clusters.join(i, j)
    if len(mentions) == 1:
        return Block([[0]])
    share = name_share(mentions[0].name)
    _join_copies(mentions, clusters)
    _join_in_place(mentions, clusters, keys, share)
    _join_at_meetings(mentions, clusters, keys)
    doubts = _join_careers(mentions, clusters, keys, share)
    doubts += _place_postless(mentions, clusters, keys, share)
    open_doubts = [d for d in doubts if clusters.find(d.one) != clusters.find(d.other)]
    open_doubts = [d for d in open_doubts if not clusters.parted(d.one, d.other)]
    return Block(clusters.groups(), _strongest(open_doubts, clusters))


# -- 1 and 2: one text, one place, one meeting ---------------------------------------------------------------


def _join_copies(mentions: Sequence[Mention], clusters: Clusters) -> None:
    first: dict[int, int] = {}
    for i, mention in enumerate(mentions):
        clusters.join(first.setdefault(mention.text, i), i)


def _join_in_place(mentions: Sequence[Mention], clusters: Clusters, keys: RegionKeys, share: float) -> None:
    here: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for i, mention in enumerate(mentions):
        for key, rank in mention.jurisdictions.items():
            here[key].append((rank, i))
    for key in sorted(here):
        ranked = sorted(here[key])
        scope = f"own-{_scope_level(keys, key)}"
        for (low, i), (rank, j) in pairwise(ranked):
            t, pool = _odds(scope, low)
            near = rank - low <= 1
            if near or t / (t + share * pool) >= _SURE_OWN:
                clusters.join(i, j)


def _join_at_meetings(mentions: Sequence[Mention], clusters: Clusters, keys: RegionKeys) -> None:
    at: dict[int, list[int]] = defaultdict(list)
    for i, mention in enumerate(mentions):
        for meeting in mention.meetings:
            at[meeting].append(i)
    for meeting in sorted(at):
        for i, j in pairwise(at[meeting]):
            one, two = mentions[i].jurisdictions, mentions[j].jurisdictions
            if not one or not two or _kinship(keys, one, two) in ("same", "line", "nation"):
                clusters.join(i, j)


# -- 3: careers ----------------------------------------------------------------------------------------------


def _stints(mentions: Sequence[Mention], clusters: Clusters) -> list[_Stint]:
    out: list[_Stint] = []
    for group in clusters.groups():
        placed = [i for i in group if mentions[i].jurisdictions]
        if not placed:
            continue
        held: dict[str, int] = {}
        for i in placed:
            for key, rank in mentions[i].jurisdictions.items():
                held[key] = max(held.get(key, 0), rank)
        dated = sorted((day, max(mentions[i].jurisdictions.values())) for i in placed if (day := mentions[i].day))
        ranks = list(held.values())
        out.append(
            _Stint(
                placed,
                held,
                dated[0][0] if dated else None,
                dated[-1][0] if dated else None,
                min(ranks),
                max(ranks),
                dated[0][1] if dated else max(ranks),
                dated[-1][1] if dated else max(ranks),
                _others(mentions, placed),
            )
        )
    return out


def _join_careers(mentions: Sequence[Mention], clusters: Clusters, keys: RegionKeys, share: float) -> list[Doubt]:
    stints = _stints(mentions, clusters)
    pairs: list[tuple[float, int, int, Kinship]] = []
    for a, b in combinations(range(len(stints)), 2):
        kin = _kinship(keys, stints[a].jurisdictions, stints[b].jurisdictions)
        if _clash(stints[a], stints[b], kin):
            continue
        p = _probability(stints[a], stints[b], kin, keys, share)
        if p >= _WORTH_ASKING:
            pairs.append((p, a, b, kin))
    pairs.sort(key=lambda item: (-item[0], item[1], item[2]))
    careers = {i: [i] for i in range(len(stints))}
    career_of = list(range(len(stints)))
    doubts: list[Doubt] = []
    for p, a, b, kin in pairs:
        one, two = career_of[a], career_of[b]
        if one == two:
            continue
        heads = stints[a].members[0], stints[b].members[0]
        if p < (_SURE_FAR if kin in ("far", "nation") else _SURE):
            doubts.append(Doubt(*heads, p, "one career, or two people of one name"))
            continue
        if any(
            _clash(stints[x], stints[y], _kinship(keys, stints[x].jurisdictions, stints[y].jurisdictions))
            for x in careers[one]
            for y in careers[two]
        ):
            doubts.append(Doubt(*heads, 0.5, "fits, but a third stint stands in the way"))
            continue
        if not clusters.join(*heads):
            continue
        for x in careers.pop(two):
            careers[one].append(x)
            career_of[x] = one
    return doubts


def _clash(a: _Stint, b: _Stint, kin: Kinship) -> bool:
    """Whether one person cannot have held both: two places at once that have nothing to do with each other."""
    if kin in ("same", "line", "nation"):
        return False
    if a.first is None or b.first is None or a.last is None or b.last is None:
        return kin == "far"
    overlap = min(a.last, b.last) - max(a.first, b.first)
    return overlap >= (0 if kin == "far" else _HANDOVER)


def _probability(a: _Stint, b: _Stint, kin: Kinship, keys: RegionKeys, share: float) -> float:
    if kin == "same":
        shared = sorted(a.jurisdictions.keys() & b.jurisdictions.keys())
        scope = f"own-{_scope_level(keys, shared[0])}"
    else:
        scope = "nation" if kin == "far" else kin
    t, pool = _odds(scope, min(a.low, b.low))
    t *= _plausible(a, b)
    p = t / (t + share * pool) if t else 0.0
    if len(a.companions & b.companions) >= _CIRCLE:
        t, pool = _circle()
        p = max(p, t / (t + share * pool))
    return p


def _plausible(a: _Stint, b: _Stint) -> float:
    """How well the ranks fit the time between: rising a step takes years, falling is rare."""
    if a.first is None or b.first is None or a.last is None or b.last is None:
        return 0.3
    if (a.first, a.last) > (b.first, b.last):
        a, b = b, a
    years = max(0.0, ((b.first or 0) - (a.last or 0)) / 365.25)
    out = 1.0
    rise = b.early - a.late
    if rise > 1 + years / 2.5:
        out *= 0.1 ** (rise - 1 - years / 2.5)
    if rise < -1:
        out *= 0.2 ** (-1 - rise)
    if years > 8:
        out *= 0.5
    return out


# -- 4: mentions without a post ------------------------------------------------------------------------------


@dataclass(slots=True)
class _Person:
    members: list[int]
    jurisdictions: dict[str, int]
    first: int | None
    last: int | None
    companions: frozenset[str]


def _place_postless(mentions: Sequence[Mention], clusters: Clusters, keys: RegionKeys, share: float) -> list[Doubt]:
    groups = clusters.groups()
    persons: list[_Person] = []
    loose: list[_Person] = []
    for group in groups:
        # who is known by an organ without a region only is looked for in the article's regions too
        known = any(not key.startswith(ORGAN) for i in group for key in mentions[i].jurisdictions)
        (persons if known else loose).append(_person(mentions, group))
    doubts: list[Doubt] = []
    left: list[_Person] = []
    for one in loose:
        context = frozenset().union(*(mentions[i].context for i in one.members))
        fits = [
            (score, k)
            for k, p in enumerate(persons)
            if (score := _fit(one, context, p, keys, _in_their_train(mentions, one, p))) > 0
        ]
        # who was seen in these years; else who was seen longer before or after, the less likely the longer
        ranked = sorted((f for f in fits if not _lapse(one, persons[f[1]])), reverse=True) or sorted(fits, reverse=True)
        if not ranked:
            left.append(one)
            continue
        best = sorted((persons[k] for score, k in ranked if score == ranked[0][0]), key=lambda q: -len(q.members))
        t, pool = _fame() if ranked[0][0] == _FAME else _odds(_fit_scope(ranked[0][0]), 3)
        if ranked[0][0] == _FAME and (_wide(context, keys) or _in_their_train(mentions, one, best[0])):
            # in news of the country the leader is named as often as ever, a namesake hardly once
            t *= len({mentions[i].text for i in best[0].members})
        t *= 0.5 ** (_lapse(one, best[0]) / _REACH)
        # of several that fit, the one who is seen far oftener than the others together
        p = t / (t + share * pool) * len(best[0].members) / sum(len(q.members) for q in best)
        if p >= (_SURE_PLACED if len(best) == 1 else _SURE):
            clusters.join(best[0].members[0], one.members[0])
        else:
            reason = "named without a post; " + ("several could be meant" if len(best) > 1 else "a common name")
            doubts.append(Doubt(best[0].members[0], one.members[0], p, reason))
            left.append(one)
    doubts += _join_left(mentions, clusters, keys, share, left)
    return doubts


def _in_their_train(mentions: Sequence[Mention], one: _Person, person: _Person) -> bool:
    """Whether a leader of the state is told to be there with whom the person is seen elsewhere too.

    李克强在河南考察…杨晶陪同 is news of the country, wherever the tour goes: who is of the place has a post there.
    """
    leaders = frozenset().union(*(mentions[i].leaders for i in one.members)) - {mentions[0].name}
    return bool(leaders & person.companions)


def _person(mentions: Sequence[Mention], group: list[int]) -> _Person:
    days = sorted(d for i in group if (d := mentions[i].day) is not None)
    held: dict[str, int] = {}
    for i in group:
        for key, rank in mentions[i].jurisdictions.items():
            held[key] = max(held.get(key, 0), rank)
    return _Person(
        group,
        held,
        days[0] if days else None,
        days[-1] if days else None,
        _others(mentions, group),
    )


def _others(mentions: Sequence[Mention], group: Iterable[int]) -> frozenset[str]:
    """Who is named beside the mentions of a group."""
    return frozenset().union(*(mentions[i].companions for i in group)) - {mentions[0].name}


def _fit(one: _Person, context: frozenset[str], person: _Person, keys: RegionKeys, in_train: bool) -> int:
    """How well a person fits a mention without a post; 0: not at all. `in_train`: as `_in_their_train` says.

    5 same region, 4 the region's parent (a city's leader in a county), 3 a region in it, 2 the province, 1 anywhere
    for a leader of the state, and for the head of a province in news of no place, or of the country where a leader of
    the state is there whom the head met elsewhere; 5 more where both were seen with two or more of the same people.
    """
    best = 0
    for held in person.jurisdictions:
        for here in context:
            kin = keys.kinship(held, here)
            if kin == "same":
                best = max(best, 5)
            elif kin == "line":
                line = keys.line(here)
                if held in line:
                    best = max(best, 4 if len(line) - line.index(held) == 2 and len(line) > 2 else 2)
                else:
                    best = max(best, 3)
    if best == 0 and (
        person.jurisdictions.get(NATION, 0) >= LEADER
        or (
            (_placeless(context, keys) or (in_train and _wide(context, keys)))
            and max(person.jurisdictions.values(), default=0) >= LEADER
        )
    ):
        best = _FAME
    together = len(one.companions & person.companions)
    if together >= 2 and (best or not context):
        best += 5
    return best


def _lapse(one: _Person, person: _Person) -> int:
    """Days beyond `_REACH` that lie between the times in which two were seen."""
    if one.first is not None and person.last is not None and one.first > person.last + _REACH:
        return one.first - person.last - _REACH
    if one.last is not None and person.first is not None and one.last < person.first - _REACH:
        return person.first - _REACH - one.last
    return 0


def _circle() -> tuple[float, float]:
    """How often somebody stays among the same people, and how many others are seen among these in fifteen years."""
    return 0.9, 300.0


def _fame() -> tuple[float, float]:
    """How often a leader of the state is named in an article, and how many others may be named there without a post."""
    return 0.05, 1500.0


def _fit_scope(score: int) -> str:
    if score > 5:
        return "own-county"
    return {5: "own-prefecture", 4: "line", 3: "line", 2: "own-province"}[score]


def _join_left(
    mentions: Sequence[Mention], clusters: Clusters, keys: RegionKeys, share: float, left: list[_Person]
) -> list[Doubt]:
    """Mentions that fit nobody with a post: one person where the regions and the time are the same."""
    here: dict[str, list[_Person]] = defaultdict(list)
    for person in left:
        context = frozenset().union(*(mentions[i].context for i in person.members))
        for key in context:
            if keys.level(key) not in ("country", "province", "cluster"):
                here[key].append(person)
        if _wide(context, keys):
            here[NATION].append(person)
    doubts: list[Doubt] = []
    for key in sorted(here):
        t, pool = _odds(f"own-{_scope_level(keys, key)}", 3)
        people = sorted(here[key], key=lambda q: (q.first or 0, q.members))
        for a, b in pairwise(people):
            gap = b.first - (a.last or a.first) if a.first is not None and b.first is not None else 0
            # the longer nobody of the name was seen, the likelier it is another: only a rare name spans many years
            fading = 0.5 ** max(0.0, gap / _REACH - 1)
            p = t * fading / (t * fading + share * pool)
            if gap > _REACH and p < _SURE_OWN:
                continue
            if p >= _SURE_OWN or len(a.companions & b.companions) >= 2:
                clusters.join(a.members[0], b.members[0])
            elif p >= _WORTH_ASKING:
                doubts.append(Doubt(a.members[0], b.members[0], p, "named without a post in one region; a common name"))
    return doubts


def _wide(context: frozenset[str], keys: RegionKeys) -> bool:
    """Whether an article is about the country: no region, nothing below a province, or regions of three provinces."""
    below = [key for key in context if keys.level(key) not in ("country", "province", "cluster")]
    return not below or _placeless(context, keys)


def _placeless(context: frozenset[str], keys: RegionKeys) -> bool:
    """Whether an article is about no place in the country: no region, or regions of three provinces."""
    return not context or len({keys.line(key)[0] for key in context}) >= 3


# -- tables and small things ---------------------------------------------------------------------------------


def _kinship(keys: RegionKeys, one: Iterable[str], two: Iterable[str]) -> Kinship:
    """The nearest kinship between any two of their jurisdictions."""
    order: tuple[Kinship, ...] = ("same", "line", "prefecture", "province", "nation", "far")
    best = len(order) - 1
    for a in one:
        for b in two:
            best = min(best, order.index(keys.kinship(a, b)))
    return order[best]


def _scope_level(keys: RegionKeys, key: str) -> str:
    if key == NATION:
        return "nation"
    level = keys.level(key)
    return level if level in ("province", "prefecture", "county", "township") else "county"


def _odds(scope: str, rank: int) -> tuple[float, float]:
    return _table()[scope, _RANK_BUCKETS[max(0, min(rank, len(_RANK_BUCKETS) - 1))]]


@cache
def _table() -> dict[tuple[str, str], tuple[float, float]]:
    with resources.files(__package__).joinpath("data", "pools.csv").open(encoding="utf-8") as handle:
        return {
            (row["scope"], bucket): (float(row[f"moves_{bucket}"]), float(row[bucket]))
            for row in csv.DictReader(handle)
            for bucket in ("top", "high", "bureau", "county", "low")
        }


def _strongest(doubts: list[Doubt], clusters: Clusters) -> list[Doubt]:
    """One doubt a pair of persons: the likeliest."""
    best: dict[tuple[int, int], Doubt] = {}
    for doubt in doubts:
        a, b = sorted((clusters.find(doubt.one), clusters.find(doubt.other)))
        kept = best.get((a, b))
        if kept is None or doubt.probability > kept.probability:
            best[a, b] = doubt
    return sorted(best.values(), key=lambda d: (-d.probability, d.one, d.other))
