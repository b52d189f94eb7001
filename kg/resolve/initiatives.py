"""Which mentions are one plan, agreement or project: by its name and, where the name is anybody's, its regions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from kg.resolve.blocks import Blocks
from kg.resolve.clusters import Clusters
from kg.resolve.names import title_key

#: A name made of nothing but these is nobody's own: it takes its regions to name one initiative.
_COMMON_WORDS = re.compile(
    "(?:战略|合作|框架|协议书?|备忘录|意向书|友好|城市|结对|共建|帮扶|协作|对口|支援|机制|联席会议|制度|方案|计划|规划|纲要|意见|办法|"
    "三年|五年|年度|行动|实施|工作|工程|项目|重点|重大|产业|园区?|基地|试验区|示范区|核心区|合作区|先行区|引领区|发展|高质量|一体化|专项|"
    "整治|提升|攻坚|建设|关于|的|年|[0-9一二三四五六七八九十]+|协同|联动|跨省|区域|全面|深化|加强|推进|签约|党建|乡村振兴)+"
)

#: 长三角一体化发展, 长三角一体化发展战略, …这一重大国家战略: one strategy
_STRATEGY = re.compile(r"(?<=.{4})(?:这一)?(?:重大)?(?:国家)?(?:重大)?战略$")

#: The years a plan is for: （2022—2024年） after its name.
_YEARS = re.compile(r"\(\d{4}(?:年?-\d{4})?年?\)$")


def _key(name: str) -> str:
    """What a name is compared by: its letters, without a 战略 that says only what it is."""
    return _STRATEGY.sub("", title_key(name))


@dataclass(frozen=True, slots=True)
class Mention:
    """One initiative as one article names it."""

    name: str
    names: tuple[str, ...]  # the name and its aliases
    kind: str
    regions: frozenset[str]  # what it covers, else the article's regions


class Families:
    """Names of initiatives that have to do with each other: by an alias, by an ending or its years, by judgement.

    A family holds all that `resolve_family` may join or hold apart, so that families can be resolved one by one. Every
    mention is shown twice: first all to `name`, then all to `alias`.
    """

    def __init__(self) -> None:
        self._names: dict[str, int] = {}
        self._aliases: dict[str, int] = {}
        self._clusters = Clusters(0)

    def name(self, name: str) -> None:
        """A mention bears `name`."""
        self._names.setdefault(_key(name), len(self._names))

    def named(self) -> None:
        """All names are known now."""
        self._clusters = Clusters(len(self._names))
        for name, n in self._names.items():
            for short in (*(name[-size:] for size in range(6, len(name))), _YEARS.sub("", name)):
                if short in self._names:
                    self._clusters.join(n, self._names[short])

    def alias(self, name: str, aliases: Iterable[str]) -> None:
        """A mention of `name` has `aliases`."""
        own = self._names[_key(name)]
        for alias in map(_key, aliases):
            self._clusters.join(
                own, self._names[alias] if alias in self._names else self._aliases.setdefault(alias, own)
            )

    def join(self, one: str, other: str) -> None:
        """People judged of mentions of these names that they are one, or are not."""
        self._clusters.join(self._names[_key(one)], self._names[_key(other)])

    def of(self, name: str) -> int:
        """The number of the family that `name` is in; final once all has been shown."""
        return self._clusters.find(self._names[_key(name)])


def resolve_family(
    mentions: Sequence[Mention],
    same: Sequence[tuple[int, int]],
    apart: Sequence[tuple[int, int]],
    blocks: Blocks,
) -> list[list[int]]:
    """The initiatives behind the mentions of one family (lists of indices), ordered by their first mention.

    One name is one initiative; a common name (战略合作框架协议) only within the same regions. An alias that an article
    gives (以下简称) joins long and short name; elsewhere the short name joins the long one only if it can mean no other
    in those regions.
    """
    if len(mentions) == 1:
        return [[0]]
    given, work = partial(_written, mentions, same, apart), partial(_resolved, mentions, same, apart)
    groups: list[list[int]] = blocks.run("initiatives", given, work)
    return sorted(groups)


def _written(mentions: Sequence[Mention], same: Sequence[tuple[int, int]], apart: Sequence[tuple[int, int]]) -> str:
    """All that `_resolved` goes by, as one text."""
    return repr(([(m.name, m.names, m.kind, sorted(m.regions)) for m in mentions], sorted(same), sorted(apart)))


def _resolved(
    mentions: Sequence[Mention], same: Sequence[tuple[int, int]], apart: Sequence[tuple[int, int]]
) -> list[list[int]]:
    clusters = Clusters(len(mentions))
    for i, j in apart:
        clusters.part(i, j)
    for i, j in same:
        clusters.join(i, j)
    by_name: dict[tuple[str, frozenset[str]], int] = {}
    for i, mention in enumerate(mentions):
        name = _key(mention.name)
        scope = mention.regions if common(name) else frozenset()
        clusters.join(by_name.setdefault((name, scope), i), i)
    _join_short(mentions, clusters)
    return clusters.groups()


def common(name: str) -> bool:
    """Whether a name is nobody's own: 战略合作框架协议, 三年行动计划."""
    return _COMMON_WORDS.fullmatch(_key(name)) is not None


def _join_short(mentions: Sequence[Mention], clusters: Clusters) -> None:
    """Join by aliases, and a short name to the only one in a shared region that ends with it or only adds its years."""
    long_of: dict[str, set[int]] = defaultdict(set)
    full: dict[str, list[int]] = defaultdict(list)
    for i, mention in enumerate(mentions):
        full[_key(mention.name)].append(i)
        for alias in mention.names:
            if _key(alias) != _key(mention.name):
                long_of[_key(alias)].add(i)
    for name, owners in sorted(long_of.items()):
        for j in full.get(name, ()):
            fits = {clusters.find(i): i for i in sorted(owners) if mentions[i].regions & mentions[j].regions}
            if len(fits) == 1:
                clusters.join(j, next(iter(fits.values())))
    ends: dict[str, list[str]] = defaultdict(list)
    for name in full:
        for size in range(6, len(name)):
            if (tail := name[-size:]) in full:
                ends[tail].append(name)
        if (bare := _YEARS.sub("", name)) != name and bare in full:
            ends[bare].append(name)
    for short, longs in sorted(ends.items()):
        if common(short):
            continue
        for j in full[short]:
            fits = {
                clusters.find(i): i
                for name in sorted(longs)
                for i in full[name]
                if mentions[i].regions & mentions[j].regions and mentions[i].kind == mentions[j].kind
            }
            if len(fits) == 1:
                clusters.join(j, next(iter(fits.values())))
