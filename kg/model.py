"""The ontology as typed, immutable records: what one article says, and what the merged graph holds.

This module imports nothing of the house. Every other package speaks in these records.

Two families:

* **Extraction records** (`Record` and what it holds): what one article says. Names, not ids: the ends of a
  `Relation` are the ``name`` of a node in the same record. `Record.to_json` and `Record.from_json` are the
  contract's form (one JSON object an article).
* **Graph tables** (`Node`, `Edge`, `Evidence`, held by `GraphTables`): what all articles say together, with
  stable ids, after resolution.

Offsets are character offsets (Unicode code points) into the *clean* text, end exclusive. Raw offsets are
character offsets into the decoded raw article. Confidences are probabilities in [0, 1].
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields
from functools import cache
from typing import Any, Literal, TypeAlias, cast

Level: TypeAlias = Literal["country", "province", "prefecture", "county", "township", "zone", "cluster"]
Label: TypeAlias = Literal["Article", "Official", "Organization", "Region", "Meeting", "Initiative"]
RelationType: TypeAlias = Literal[
    "CHAIRED", "SPOKE_AT", "ATTENDED", "TOOK_PART_IN", "HELD_IN", "CONCERNS", "COVERS", "COOPERATES_WITH"
]
EdgeType: TypeAlias = Literal[
    "HOLDS",
    "CHAIRED",
    "SPOKE_AT",
    "ATTENDED",
    "TOOK_PART_IN",
    "HELD_IN",
    "CONCERNS",
    "COVERS",
    "COOPERATES_WITH",
    "PART_OF",
    "IN_SERIES",
    "MENTIONS",
]
Mode: TypeAlias = Literal["joint_meeting", "agreement", "co_build", "pairing", "integration", "exchange", "programme"]
InitiativeKind: TypeAlias = Literal["agreement", "plan", "project", "zone", "strategy", "mechanism", "campaign"]
DatePrecision: TypeAlias = Literal["day", "month", "year", "none"]
PostStatus: TypeAlias = Literal["current", "acting", "appointed", "removed", "former"]

#: The form of an extraction record and of the graph folder. A different number means: read the articles again.
SCHEMA_VERSION = 1

#: property -> Arrow-like type ("string", "int", "float", "strings") for every node label. `id` and `name` are first.
NODE_PROPERTIES: Mapping[Label, Mapping[str, str]] = {
    "Article": {
        "title": "string",
        "url": "string",
        "source": "string",
        "published": "string",
        "authors": "strings",
        "sha256": "string",
        "path": "string",
    },
    "Official": {"aliases": "strings"},
    "Organization": {"aliases": "strings", "kind": "string", "region": "string"},
    "Region": {
        "aliases": "strings",
        "code": "string",
        "level": "string",
        "parent": "string",
        "lat": "float",
        "lon": "float",
    },
    "Meeting": {
        "aliases": "strings",
        "kind": "string",
        "date": "string",
        "date_precision": "string",
        "place": "string",
    },
    "Initiative": {"aliases": "strings", "kind": "string"},
}

#: edge type -> (labels it may start at, labels it may end at, its own properties)
EDGE_TYPES: Mapping[EdgeType, tuple[tuple[Label, ...], tuple[Label, ...], Mapping[str, str]]] = {
    "HOLDS": (("Official",), ("Organization",), {"title": "string", "status": "string"}),
    "CHAIRED": (("Official",), ("Meeting",), {}),
    "SPOKE_AT": (("Official",), ("Meeting",), {}),
    "ATTENDED": (("Official",), ("Meeting",), {}),
    "TOOK_PART_IN": (("Region", "Organization"), ("Meeting",), {}),
    "HELD_IN": (("Meeting",), ("Region",), {}),
    "CONCERNS": (("Meeting",), ("Initiative",), {}),
    "COVERS": (("Initiative",), ("Region",), {}),
    "COOPERATES_WITH": (("Region",), ("Region",), {"mode": "string"}),
    "PART_OF": (("Region", "Organization"), ("Region",), {}),
    "IN_SERIES": (("Meeting",), ("Meeting",), {}),  # a session in its series, itself a Meeting of kind "series"
    "MENTIONS": (("Article",), ("Official", "Organization", "Region", "Meeting", "Initiative"), {}),
}

#: Every edge carries these once merged; the four lists run parallel, one entry an evidence, oldest article first.
EDGE_EVIDENCE_PROPERTIES: Mapping[str, str] = {
    "weight": "int",  # number of articles
    "confidence": "float",
    "first_seen": "string",  # ISO date of the oldest article (or event) that says so, or null
    "last_seen": "string",
    "articles": "strings",
    "sentences": "strings",
    "starts": "ints",
    "ends": "ints",
}


@dataclass(frozen=True, slots=True)
class Span:
    """Where something stands in the clean text: ``text[start:end]``, and how sure we are that it is what we say.

    `raw_start` and `raw_end` are the same place in the decoded raw article, where it is known.
    """

    start: int
    end: int
    sentence: str = ""
    confidence: float = 1.0
    rule: str = ""
    raw_start: int | None = None
    raw_end: int | None = None


@dataclass(frozen=True, slots=True)
class ArticleInfo:
    """One document read. `authors` are reporters: never officials."""

    id: str
    title: str | None = None
    url: str | None = None
    source: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    sha256: str | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """One post: `title` in `org`, which belongs to `region` (canonical name) and, where settled, its `code`."""

    title: str
    org: str | None = None
    region: str | None = None
    code: str | None = None
    status: PostStatus = "current"
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Official:
    name: str
    positions: tuple[Position, ...] = ()
    aliases: tuple[str, ...] = ()
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Region:
    """`code` is the GB/T 2260 code (six digits; nine for townships) or null: zone, cluster or unresolved name."""

    name: str
    code: str | None = None
    level: Level = "county"
    parent: str | None = None
    aliases: tuple[str, ...] = ()
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Organization:
    name: str
    kind: str | None = None
    region: str | None = None
    code: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """`date` is ISO, or ``--MM-DD`` where no year is to be had, or null."""

    name: str
    kind: str = "meeting"
    date: str | None = None
    date_precision: DatePrecision = "none"
    place: str | None = None
    aliases: tuple[str, ...] = ()
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Initiative:
    name: str
    kind: InitiativeKind = "plan"
    aliases: tuple[str, ...] = ()
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """One stated fact. `source` and `target` are names of nodes in the same record."""

    type: RelationType
    source: str
    target: str
    sentence: str
    start: int
    end: int
    confidence: float = 1.0
    mode: Mode | None = None
    rule: str = ""
    raw_start: int | None = None
    raw_end: int | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """What one article says, in the contract's form."""

    article: ArticleInfo
    officials: tuple[Official, ...] = ()
    regions: tuple[Region, ...] = ()
    organizations: tuple[Organization, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    initiatives: tuple[Initiative, ...] = ()
    relations: tuple[Relation, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The record as JSON-ready data, every key of the contract present."""
        out: dict[str, Any] = {"article": _plain(self.article)}
        for name in ("officials", "regions", "organizations", "meetings", "initiatives", "relations"):
            out[name] = [_plain(item) for item in getattr(self, name)]
        return out

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Record:
        """Read a record back from `to_json` data; unknown keys (other programs' additions) are ignored.

        Raises `KeyError` or `TypeError` where the data is not an extraction record.
        """
        said: dict[str, str] = {}  # a sentence is held once, however many facts stand in it
        officials = tuple(
            _build(
                Official, {**item, "positions": [_build(Position, p, said) for p in item.get("positions", ())]}, said
            )
            for item in data.get("officials", ())
        )
        return cls(
            article=_build(ArticleInfo, data["article"], said),
            officials=officials,
            regions=tuple(_build(Region, item, said) for item in data.get("regions", ())),
            organizations=tuple(_build(Organization, item, said) for item in data.get("organizations", ())),
            meetings=tuple(_build(Meeting, item, said) for item in data.get("meetings", ())),
            initiatives=tuple(_build(Initiative, item, said) for item in data.get("initiatives", ())),
            relations=tuple(_relation(item, said) for item in data.get("relations", ())),
        )


Value: TypeAlias = str | int | float | bool | tuple[str, ...] | tuple[int, ...] | None


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the merged graph. `props` holds the label's NODE_PROPERTIES; absent means null."""

    id: str
    label: Label
    name: str
    props: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edge:
    """A merged edge. `props` holds its own properties (``title``, ``mode``) only; evidence stands in `Evidence`."""

    id: str
    type: EdgeType
    source: str
    target: str
    weight: int = 1
    first_seen: str | None = None
    last_seen: str | None = None
    confidence: float = 1.0
    props: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One article's sentence behind one edge; raw offsets point into the decoded raw article."""

    edge: str
    article: str
    sentence: str
    start: int
    end: int
    raw_start: int | None = None
    raw_end: int | None = None
    confidence: float = 1.0
    rule: str = ""


@dataclass(frozen=True, slots=True)
class GraphTables:
    """The whole graph in memory, each table in a stable order (by id)."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    evidence: tuple[Evidence, ...] = ()


def _plain(item: Any) -> Any:
    """A record as dicts and lists. A `Span` is laid flat into its owner (start, end, sentence, confidence, rule, and
    raw_start, raw_end where they are known)."""
    out: dict[str, Any] = {}
    for f in fields(item):
        value = getattr(item, f.name)
        if isinstance(value, Span):
            out.update(
                start=value.start,
                end=value.end,
                sentence=value.sentence,
                confidence=round(value.confidence, 4),
                rule=value.rule,
            )
            if value.raw_start is not None:
                out.update(raw_start=value.raw_start, raw_end=value.raw_end)
        elif f.name == "span":
            continue
        elif isinstance(value, tuple):
            out[f.name] = [_plain(v) if hasattr(v, "__dataclass_fields__") else v for v in value]
        elif isinstance(value, float):
            out[f.name] = round(value, 4)
        else:
            out[f.name] = value
    return out


#: Stands for a field that must be given.
_REQUIRED = object()


@cache
def _slots(cls: type[Any]) -> tuple[tuple[tuple[str, Any, Any], ...], Any]:
    """(name, what sets it, default) of a record's fields but its span, and what sets the span, where it has one.

    Millions of records are read at once, and a frozen record's own constructor takes twice as long as setting its
    slots one by one does.
    """
    put = {f.name: cls.__dict__[f.name].__set__ for f in fields(cls)}
    defaults = {f.name: _REQUIRED if f.default is MISSING else f.default for f in fields(cls)}
    return tuple((name, put[name], defaults[name]) for name in put if name != "span"), put.get("span")


def _build(cls: type[Any], data: Mapping[str, Any], said: dict[str, str]) -> Any:
    slots, put_span = _slots(cls)  # type: ignore[arg-type]  # a class is hashable
    made = object.__new__(cls)
    for name, put, default in slots:
        value = data.get(name, default)
        if value is _REQUIRED:
            raise KeyError(name)
        put(made, tuple(value) if value.__class__ is list else value)
    if put_span is not None:
        put_span(made, _span(data, said))
    return made


def _relation(data: Mapping[str, Any], said: dict[str, str]) -> Relation:
    sentence = data["sentence"]
    return cast(Relation, _build(Relation, {**data, "sentence": said.setdefault(sentence, sentence)}, said))


def _span(data: Mapping[str, Any], said: dict[str, str]) -> Span | None:
    start, end = data.get("start"), data.get("end")
    if start is None or end is None:
        return None
    sentence = data.get("sentence") or ""
    made = object.__new__(Span)
    for (_, put, _), value in zip(
        _slots(Span)[0],
        (
            start,
            end,
            said.setdefault(sentence, sentence),
            data.get("confidence", 1.0),
            data.get("rule") or "",
            data.get("raw_start"),
            data.get("raw_end"),
        ),
        strict=True,
    ):
        put(made, value)
    return made
