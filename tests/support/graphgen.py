"""A seeded graph of any size: the same number gives the same graph, on every machine.

It has what the queries ask for: recurring people, namesakes, meeting series, hosts, clusters with members, zones
without a code, one-sided 对接, posts that change hands, undated articles, names that stand for two places, text that
needs care (quotes, backslashes, line ends, characters beyond the basic plane).
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from kg.model import Edge, EdgeType, Evidence, GraphTables, Label, Node, Value

_PROVINCES = [
    ("360000", "江西省", "江西"),
    ("430000", "湖南省", "湖南"),
    ("420000", "湖北省", "湖北"),
    ("340000", "安徽省", "安徽"),
    ("330000", "浙江省", "浙江"),
    ("320000", "江苏省", "江苏"),
    ("440000", "广东省", "广东"),
    ("510000", "四川省", "四川"),
]
_SYLLABLES = "云清临安平兴永宁泰和长丰德昌景华文武金玉石城桥源泉松柏梅竹兰江湖海河山岭"
_SURNAMES = "王李张刘陈杨黄赵周吴徐孙胡朱高林何郭马罗"
_GIVEN = "明华建国志强伟军平文斌海涛晓东立新永春秋生玉兰红梅丽芳"
_MODES = ["joint_meeting", "agreement", "co_build", "pairing", "exchange", "programme"]
_TITLES = ["书记", "市长", "副市长", "县长", "区长", "主任", "局长", "常委"]
_KINDS = ["meeting", "symposium", "joint_conference", "mobilisation", "signing", "visit"]
_INITIATIVE_KINDS = ["agreement", "plan", "project", "zone", "strategy", "mechanism", "campaign"]
_AWKWARD = [
    '他说："就这样"',
    "它是 'quoted' 的",
    "反斜线 \\ 与\n换行",
    "𠮷野家与𬭩",
    "$region {x} `y` // 注",
    "全角　空格，100％",
]


@dataclass
class _Draft:
    """An edge that gathers evidence until it is written down."""

    type: EdgeType
    source: str
    target: str
    props: Mapping[str, Value]
    evidence: list[tuple[str, str, int, int, float]] = field(default_factory=list)


def make_graph(
    seed: int = 7,
    *,
    prefectures: int = 6,
    counties: int = 4,
    officials: int = 700,
    meetings: int = 500,
    initiatives: int = 120,
    articles: int = 700,
    pairs: int = 450,
) -> GraphTables:
    """A graph of `officials` people, `prefectures` in a province, `counties` in a prefecture, and so on."""
    maker = _Maker(random.Random(seed))
    maker.regions(prefectures, counties)
    maker.articles(articles)
    maker.organizations()
    maker.officials(officials)
    maker.initiatives(initiatives)
    maker.meetings(meetings)
    maker.series(max(3, meetings // 50))
    maker.cooperation(pairs)
    return maker.tables()


class _Maker:
    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.nodes: dict[str, Node] = {}
        self.drafts: dict[tuple[str, str, str, str], _Draft] = {}
        self.by_level: dict[str, list[str]] = {}
        self.article_ids: list[str] = []
        self.org_ids: list[str] = []
        self.person_ids: list[str] = []
        self.initiative_ids: list[str] = []

    # nodes

    def _node(self, node_id: str, label: Label, name: str, **props: Value) -> str:
        self.nodes[node_id] = Node(node_id, label, name, {k: v for k, v in props.items() if v is not None})
        return node_id

    def _region(self, node_id: str, name: str, level: str, parent: str | None, *aliases: str) -> None:
        rng = self.rng
        known = node_id.isdigit()
        self._node(
            node_id,
            "Region",
            name,
            aliases=aliases,
            code=node_id if known else None,
            level=level,
            parent=self.nodes[parent].name if parent else None,
            lat=round(rng.uniform(22, 34), 4) if known else None,
            lon=round(rng.uniform(103, 122), 4) if known else None,
        )
        self.by_level.setdefault(level, []).append(node_id)
        if parent:
            self._fact("PART_OF", node_id, parent, shown=False)

    def regions(self, prefectures: int, counties: int) -> None:
        rng = self.rng
        used: set[str] = set()

        def fresh(suffix: str) -> str:
            while True:
                name = "".join(rng.sample(_SYLLABLES, 2 if len(used) < 600 else 3)) + suffix
                if name not in used:
                    used.add(name)
                    return name

        for code, name, short in _PROVINCES:
            self._region(code, name, "province", None, short)
            for p in range(1, prefectures + 1):
                city = fresh("市")
                city_id = f"{code[:2]}{p:02d}00"
                self._region(city_id, city, "prefecture", code, city[:-1])
                for c in range(1, counties + 1):
                    county = (
                        "鼓楼区" if p == 1 and c == 1 and code in ("360000", "320000") else fresh(rng.choice("县区"))
                    )
                    self._region(f"{code[:2]}{p:02d}{c:02d}", county, "county", city_id)
        cities = self.by_level["prefecture"]
        for _ in range(max(4, prefectures)):
            zone = fresh("新区")
            self._region(f"zone:{zone}", zone, "zone", rng.choice(cities))
        for _ in range(max(4, prefectures // 2)):
            cluster = fresh("城市群")
            self._region(f"cluster:{cluster}", cluster, "cluster", None)
            for member in sorted(rng.sample(cities, min(len(cities), rng.randint(3, 7)))):
                self._fact("PART_OF", member, f"cluster:{cluster}", shown=False)
        for i in range(3):
            self._region(f"unresolved:{i}", ["市中区", "城关镇", "新华区"][i], "county", None)

    def articles(self, count: int) -> None:
        rng = self.rng
        start = date(2018, 1, 1)
        for i in range(count):
            title = f"第{i}号新闻" + (rng.choice(_AWKWARD) if i % 17 == 0 else "")
            published = (start + timedelta(days=rng.randrange(6 * 365))).isoformat() if i % 23 else None
            self.article_ids.append(
                self._node(
                    f"a{i:05d}",
                    "Article",
                    title,
                    title=title if i % 29 else None,
                    url=f"http://news.example.cn/{i}.html" if i % 3 else None,
                    source=rng.choice(["江南日报", "长江早报", "城乡新闻网"]),
                    published=published,
                    authors=tuple(rng.sample(["记者甲", "记者乙", "记者丙"], rng.randrange(3))),
                    sha256=hashlib.sha256(str(i).encode()).hexdigest(),
                    path=f"pages/{i}.txt",
                )
            )

    def organizations(self) -> None:
        for level in ("province", "prefecture", "county"):
            for region_id in self.by_level[level]:
                name = self.nodes[region_id].name
                for suffix, kind in (("人民政府", "government"), ("委员会", "party")):
                    org = self._node(
                        f"org:{region_id}:{kind}", "Organization", name + suffix, aliases=(), kind=kind, region=name
                    )
                    self.org_ids.append(org)
                    self._fact("PART_OF", org, region_id, shown=False)

    def officials(self, count: int) -> None:
        rng = self.rng
        for i in range(count):
            name = rng.choice(_SURNAMES) + "".join(rng.sample(_GIVEN, rng.choice([1, 2])))
            if i % 11:
                name += _GIVEN[i % len(_GIVEN)]  # most names are rare, some are borne by several
            person = self._node(
                f"person:{i:05d}", "Official", name, aliases=(f"老{name[0]}{i}",) if i % 31 == 0 else ()
            )
            self.person_ids.append(person)
            for _ in range(rng.choice([0, 1, 1, 1, 2, 3])):
                self._fact(
                    "HOLDS",
                    person,
                    rng.choice(self.org_ids),
                    title=rng.choice(_TITLES),
                    status=rng.choice(["current", "current", "current", "acting", "appointed"]),
                )

    def initiatives(self, count: int) -> None:
        rng = self.rng
        places = self._places()
        for i in range(count):
            kind = rng.choice(_INITIATIVE_KINDS)
            name = (
                f"{''.join(rng.sample(_SYLLABLES, 3))}第{i}号{rng.choice(['协议', '规划', '工程', '示范区', '行动'])}"
            )
            initiative = self._node(f"initiative:{i:04d}", "Initiative", name, aliases=(), kind=kind)
            self.initiative_ids.append(initiative)
            for region in rng.sample(places, rng.randint(0, 5)):
                self._fact("COVERS", initiative, region)

    def meetings(self, count: int) -> None:
        rng = self.rng
        places = self._places()
        series: list[str] = []
        for i in range(count):
            if i % 4 == 0 and series and rng.random() < 0.8:
                name = rng.choice(series)
            else:
                name = (
                    f"{''.join(rng.sample(_SYLLABLES, 2))}{rng.choice(['联席会议', '座谈会', '推进会', '签约仪式'])}{i}"
                )
                if i % 20 == 0:
                    series.append(name)
            day = date(2018, 1, 1) + timedelta(days=rng.randrange(6 * 365))
            when, precision = rng.choice(
                [(day.isoformat(), "day")] * 8
                + [(day.isoformat()[:7], "month"), (f"--{day.isoformat()[5:]}", "day"), (None, "none")]
            )
            meeting = self._node(
                f"meeting:{i:05d}",
                "Meeting",
                name,
                aliases=(),
                kind=rng.choice(_KINDS),
                date=when,
                date_precision=precision,
                place=rng.choice(["会议中心", None]),
            )
            for region in rng.sample(places, rng.choice([0, 1, 1, 1, 1, 2])):
                self._fact("HELD_IN", meeting, region)
            for party in rng.sample(places, rng.randint(0, 4)) + rng.sample(self.org_ids, rng.randint(0, 2)):
                self._fact("TOOK_PART_IN", party, meeting)
            people = rng.sample(self.person_ids, min(len(self.person_ids), rng.randint(1, 6)))
            for k, person in enumerate(people):
                self._fact("ATTENDED", person, meeting)
                if k == 0 and rng.random() < 0.8:
                    self._fact("CHAIRED", person, meeting)
                elif rng.random() < 0.4:
                    self._fact("SPOKE_AT", person, meeting)
            if rng.random() < 0.4:
                self._fact("CONCERNS", meeting, rng.choice(self.initiative_ids))

    def series(self, count: int) -> None:
        """Series of numbered sessions, each a meeting of its own."""
        rng = self.rng
        for i in range(count):
            base = f"{''.join(rng.sample(_SYLLABLES, 2))}{i}合作协调会"
            head = self._node(
                f"series:{i:04d}", "Meeting", base, aliases=(), kind="series", date=None, date_precision="none"
            )
            day = date(2018, 1, 1) + timedelta(days=rng.randrange(365))
            for n in range(1, rng.randint(3, 6)):
                session = self._node(
                    f"session:{i:04d}:{n}",
                    "Meeting",
                    f"{base}第{n}次会议",
                    aliases=(),
                    kind="joint_conference",
                    date=day.isoformat() if n != 2 else day.isoformat()[:4],
                    date_precision="day" if n != 2 else "year",
                )
                self._fact("IN_SERIES", session, head)
                for person in rng.sample(self.person_ids, 3):
                    self._fact("ATTENDED", person, session)
                day += timedelta(days=rng.randint(90, 400))

    def cooperation(self, pairs: int) -> None:
        rng = self.rng
        places = self._places()
        clusters = self.by_level["cluster"]
        for _ in range(pairs):
            a, b = sorted(rng.sample(places, 2))
            for mode in rng.sample(_MODES, rng.choice([1, 1, 1, 2])):
                self._fact("COOPERATES_WITH", a, b, mode=mode)
        for _ in range(pairs // 8):
            self._fact("COOPERATES_WITH", rng.choice(places), rng.choice(clusters), mode="integration")
            a, b = rng.sample(places, 2)
            self._fact("COOPERATES_WITH", a, b, mode="integration")
            if rng.random() < 0.3:
                self._fact("COOPERATES_WITH", b, a, mode="integration")

    def _places(self) -> list[str]:
        """Provinces, prefectures, zones and every third county."""
        levels = self.by_level
        return levels["province"] + levels["prefecture"] + levels["zone"] + levels["county"][::3]

    # edges

    def _fact(self, edge_type: EdgeType, source: str, target: str, *, shown: bool = True, **props: Value) -> None:
        """State a fact, in one to three articles where it is `shown` by text, and mention its ends there."""
        key = (edge_type, source, target, repr(sorted(props.items())))
        draft = self.drafts.setdefault(key, _Draft(edge_type, source, target, props))
        if not shown:
            return
        rng = self.rng
        for article in rng.sample(self.article_ids, rng.choice([1, 1, 1, 2, 3])):
            start = rng.randrange(800)
            sentence = f"{self.nodes[source].name}与{self.nodes[target].name}有关。"
            if rng.random() < 0.05:
                sentence += rng.choice(_AWKWARD)
            confidence = round(rng.uniform(0.4, 1.0), 3)
            if any(e[0] == article for e in draft.evidence):
                continue
            draft.evidence.append((article, sentence, start, start + len(sentence), confidence))
            for end in (source, target):
                mention = self.drafts.setdefault(("MENTIONS", article, end, ""), _Draft("MENTIONS", article, end, {}))
                if not mention.evidence:
                    mention.evidence.append((article, sentence, start, start + 2, 1.0))

    def tables(self) -> GraphTables:
        edges: list[Edge] = []
        evidence: list[Evidence] = []
        for key, draft in self.drafts.items():
            edge_id = "e:" + hashlib.sha1("|".join(key).encode()).hexdigest()[:16]
            days = sorted(
                str(p) for p in (self.nodes[e[0]].props.get("published") for e in draft.evidence) if p is not None
            )
            edges.append(
                Edge(
                    id=edge_id,
                    type=draft.type,
                    source=draft.source,
                    target=draft.target,
                    weight=max(1, len(draft.evidence)),
                    first_seen=days[0] if days else None,
                    last_seen=days[-1] if days else None,
                    confidence=max((e[4] for e in draft.evidence), default=1.0),
                    props=draft.props,
                )
            )
            for article, sentence, start, end, confidence in draft.evidence:
                evidence.append(Evidence(edge_id, article, sentence, start, end, start, end, confidence, "generated"))
        return GraphTables(
            tuple(sorted(self.nodes.values(), key=lambda n: n.id)),
            tuple(sorted(edges, key=lambda e: e.id)),
            tuple(sorted(evidence, key=lambda e: (e.edge, e.article, e.start, e.end, e.sentence))),
        )
