"""Compare what was found in one article with its gold record: the figures of the contract's scorer, by category.

Beside the counts, each found fact is judged (`Judged`): right, wrong, or neither (the gold says nothing that would make
it wrong). This is what the confidences are fitted to. It is a little stricter than the counts: a cooperation with the
wrong mode is wrong, and so is a post of somebody who is no official.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from kg.evaluate.likeness import (
    Item,
    alike_any,
    dice,
    names,
    norm,
    pair_up,
    post,
    same_name,
    same_post,
    same_region,
)

Category: TypeAlias = Literal[
    "officials", "positions", "regions", "meetings", "initiatives", "roles", "cooperation", "other_relations"
]
CATEGORIES: tuple[Category, ...] = (
    "officials",
    "positions",
    "regions",
    "meetings",
    "initiatives",
    "roles",
    "cooperation",
    "other_relations",
)
RATIOS = ("meeting dates", "cooperation modes")

_ROLES = frozenset({"CHAIRED", "SPOKE_AT", "ATTENDED"})
_ACTIVE = frozenset({"CHAIRED", "SPOKE_AT"})
_OTHER = frozenset({"TOOK_PART_IN", "HELD_IN", "CONCERNS", "COVERS"})
_ENDS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    **dict.fromkeys(_ROLES, (("officials",), ("meetings",))),
    "COOPERATES_WITH": (("regions",), ("regions",)),
    "TOOK_PART_IN": (("regions", "organizations"), ("meetings",)),
    "HELD_IN": (("meetings",), ("regions",)),
    "CONCERNS": (("meetings",), ("initiatives",)),
    "COVERS": (("initiatives",), ("regions",)),
}
#: Too vague to be a post: neither required nor wrong.
_VAGUE = frozenset({"市领导", "区领导", "县领导", "省领导", "领导"})


@dataclass(frozen=True, slots=True)
class Figures:
    """Precision, recall and F1 of what the counts say; 1 where there was nothing to get wrong."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0

    def __add__(self, other: Figures) -> Figures:
        return Figures(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)


@dataclass(frozen=True, slots=True)
class Judged:
    """One found fact: `item` as it stands in the record (a position has its holder as ``who``), and whether it holds.

    `right` is None where the gold neither asks for it nor forbids it.
    """

    category: Category
    item: Item
    right: bool | None


@dataclass(frozen=True, slots=True)
class Error:
    """A miss or a wrong item, in words."""

    category: Category
    what: Literal["missed", "wrong"]
    shown: str


@dataclass(slots=True)
class Tally:
    """What was counted in one article."""

    figures: dict[Category, Figures] = field(default_factory=dict)
    #: "meeting dates" and "cooperation modes" → (right, of)
    ratios: dict[str, tuple[int, int]] = field(default_factory=lambda: dict.fromkeys(RATIOS, (0, 0)))
    errors: list[Error] = field(default_factory=list)
    judged: list[Judged] = field(default_factory=list)


def score_article(gold: Mapping[str, Any], guess: Mapping[str, Any]) -> Tally:
    """Compare two records of one article in their JSON form (`gold` may mark items ``"optional": true``)."""
    return _Comparison(gold, guess).run()


def _unique(items: Iterable[Item], key: Callable[[Item], Hashable]) -> list[Item]:
    out: dict[Hashable, Item] = {}
    for item in items:
        out.setdefault(key(item), item)
    return list(out.values())


class _Comparison:
    def __init__(self, gold: Mapping[str, Any], guess: Mapping[str, Any]) -> None:
        self.gold = gold
        self.guess = guess
        self.tally = Tally()
        self.to_gold: dict[str, dict[str, str]] = {}  # kind → found name → gold name
        self.optional: set[tuple[str, str]] = set()

    def run(self) -> Tally:
        self._nodes("officials", lambda g, p: float(same_name(g, p)))
        self._nodes("regions", lambda g, p: float(same_region(g, p)) * (2 if same_name(g, p) else 1))
        self._nodes("meetings", alike_any)
        self._nodes("initiatives", alike_any)
        self._positions()
        self._relations("roles", _ROLES)
        self._relations("cooperation", frozenset({"COOPERATES_WITH"}))
        self._relations("other_relations", _OTHER)
        return self.tally

    def _count(
        self,
        category: Category,
        gold: Sequence[Item],
        guesses: Sequence[Item],
        matched: Mapping[int, int],
        show: Callable[[Item], str],
        ignore: Callable[[Item], bool] = lambda item: False,
    ) -> list[bool | None]:
        """Count one category; for each guess whether it is right."""
        right = wrong = missed = 0
        hit = set(matched.values())
        verdicts: list[bool | None] = []
        for i, item in enumerate(gold):
            if not item.get("optional") and i not in hit:
                missed += 1
                self.tally.errors.append(Error(category, "missed", show(item)))
        for j, item in enumerate(guesses):
            if j in matched:
                right += not gold[matched[j]].get("optional")
                verdicts.append(True)
            elif ignore(item):
                verdicts.append(None)
            else:
                wrong += 1
                verdicts.append(False)
                self.tally.errors.append(Error(category, "wrong", show(item)))
        self.tally.figures[category] = Figures(right, wrong, missed)
        return verdicts

    def _nodes(self, category: Category, match: Callable[[Item, Item], float]) -> None:
        gold: list[Item] = list(self.gold.get(category, []))

        def key(item: Item) -> Hashable:
            return norm(item["name"]), item.get("date"), item.get("code")

        guesses = _unique(self.guess.get(category, []), key)
        matched = pair_up(gold, guesses, match)
        verdicts = self._count(category, gold, guesses, matched, lambda item: str(item["name"]))
        self.tally.judged += [Judged(category, item, verdict) for item, verdict in zip(guesses, verdicts, strict=True)]
        self.optional |= {(category, item["name"]) for item in gold if item.get("optional")}
        for j, i in matched.items():
            self.to_gold.setdefault(category, {})[guesses[j]["name"]] = gold[i]["name"]
            if category == "meetings" and not gold[i].get("optional") and gold[i].get("date"):
                dates = (gold[i]["date"], *gold[i].get("date_alternatives", []))
                self._ratio("meeting dates", guesses[j].get("date") in dates)

    def _ratio(self, which: str, right: bool) -> None:
        a, b = self.tally.ratios[which]
        self.tally.ratios[which] = (a + right, b + 1)

    # -- posts ---------------------------------------------------------------------------------------------------------

    def _positions(self) -> None:
        people = {norm(official["name"]): official for official in self.gold.get("officials", [])}
        gold = [
            {**position, "who": official["name"], "optional": official.get("optional") or position.get("optional")}
            for official in self.gold.get("officials", [])
            for position in official.get("positions", [])
        ]
        found = [
            {**position, "who": official["name"]}
            for official in self.guess.get("officials", [])
            for position in official.get("positions", [])
        ]
        guesses = _unique(
            [item for item in found if norm(item["who"]) in people], lambda item: (norm(item["who"]), post(item))
        )

        def match(a: Item, b: Item) -> float:
            if norm(a["who"]) != norm(b["who"]) or not same_post(a, b):
                return 0.0
            return 1 + dice("".join(post(a)), "".join(post(b)))

        def vague(item: Item) -> bool:
            return bool(people[norm(item["who"])].get("optional")) or norm(item.get("title") or "") in _VAGUE

        verdicts = self._count("positions", gold, guesses, pair_up(gold, guesses, match), _shown_post, vague)
        self.tally.judged += [
            Judged("positions", item, verdict) for item, verdict in zip(guesses, verdicts, strict=True)
        ]
        self.tally.judged += [Judged("positions", item, False) for item in found if norm(item["who"]) not in people]

    # -- relations -----------------------------------------------------------------------------------------------------

    def _relations(self, category: Category, types: frozenset[str]) -> None:
        paired = category == "cooperation"

        def identity(relation: Item) -> Hashable:
            ends = (relation["source"], relation["target"])
            return relation["type"], frozenset(ends) if paired else ends

        gold = self._gold_relations(types, identity, paired)
        active = {(r["source"], r["target"]) for r in self.gold.get("relations", []) if r["type"] in _ACTIVE}
        if category == "roles":  # implied by chairing or speaking
            gold = [
                {**r, "optional": True} if r["type"] == "ATTENDED" and (r["source"], r["target"]) in active else r
                for r in gold
            ]
        found = [self._in_gold_names(r) for r in _relations_of(self.guess, types)]
        modes: dict[Hashable, set[Any]] = defaultdict(set)
        for relation in found:
            modes[identity(relation)].add(relation.get("mode"))
        guesses = _unique(found, identity)

        def implied(relation: Item) -> bool:
            return bool(relation["loose"]) or (
                category == "roles"
                and relation["type"] == "ATTENDED"
                and (relation["source"], relation["target"]) in active
            )

        matched = pair_up(gold, guesses, lambda a, b: float(identity(a) == identity(b)))
        verdicts = self._count(category, gold, guesses, matched, _shown_relation, implied)
        verdict_of = {identity(item): verdict for item, verdict in zip(guesses, verdicts, strict=True)}
        modes_of: dict[Hashable, set[Any]] = {}
        for j, i in matched.items():
            if paired:
                modes_of[identity(guesses[j])] = gold[i]["modes"]
                if not gold[i].get("optional"):
                    self._ratio("cooperation modes", bool(modes[identity(guesses[j])] & gold[i]["modes"]))
        for relation in found:
            verdict = verdict_of[identity(relation)]
            if verdict and paired:
                verdict = relation.get("mode") in modes_of[identity(relation)]
            self.tally.judged.append(Judged(category, relation["found"], verdict))

    def _gold_relations(self, types: frozenset[str], identity: Callable[[Item], Hashable], paired: bool) -> list[Item]:
        rows = _unique(_relations_of(self.gold, types), lambda r: (identity(r), r.get("mode")))
        if not paired:
            return rows
        merged: dict[Hashable, dict[str, Any]] = {}
        for row in rows:  # one pair counts once, required if any of its rows is
            old = merged.get(identity(row))
            merged[identity(row)] = {
                **row,
                "modes": {row.get("mode")} | (old["modes"] if old else set()),
                "optional": bool(row.get("optional")) and (old is None or old["optional"]),
            }
        return list(merged.values())

    def _in_gold_names(self, relation: Item) -> Item:
        """The relation with its ends called as in the gold (``?name`` where it has no such item)."""
        ends = []
        loose = False
        for end, kinds in zip((relation["source"], relation["target"]), _ENDS[relation["type"]], strict=True):
            name = self._gold_name(end, kinds)
            loose = loose or any((kind, name) in self.optional for kind in kinds)
            ends.append("?" + end if name is None else name)
        return {**relation, "source": ends[0], "target": ends[1], "loose": loose, "found": relation}

    def _gold_name(self, end: str, kinds: Sequence[str]) -> str | None:
        for kind in kinds:
            if end in self.to_gold.get(kind, {}):
                return self.to_gold[kind][end]
        for kind in kinds:
            for found, name in self.to_gold.get(kind, {}).items():
                if norm(found) == norm(end):
                    return name
        return None


def _relations_of(record: Mapping[str, Any], types: frozenset[str]) -> list[Item]:
    """Its relations of these types, without bodies' parts in meetings (they are free to be written or not)."""
    bodies = {form for body in record.get("organizations", []) for form in (norm(body["name"]), body["name"])}
    return [
        relation
        for relation in record.get("relations", [])
        if relation["type"] in types and not (relation["type"] == "TOOK_PART_IN" and relation["source"] in bodies)
    ]


def _shown_post(item: Item) -> str:
    return f"{item['who']}: {item.get('org')} {item.get('title')} ({item.get('region')})"


def _shown_relation(item: Item) -> str:
    return f"{item['source']} {item['type']} {item['target']}"


def shown(item: Item) -> str:
    """A fact in one line."""
    if "who" in item:
        return _shown_post(item)
    if "type" in item:
        return _shown_relation(item)
    return ", ".join(names(item))
