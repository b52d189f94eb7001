"""Records by hand, in few words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from zlib import crc32

from kg.model import (
    ArticleInfo,
    GraphTables,
    Initiative,
    Meeting,
    Node,
    Official,
    Position,
    Record,
    Region,
    Relation,
    Span,
)

POSTS = {
    "书记": "委",
    "市长": "人民政府",
    "县长": "人民政府",
    "区长": "人民政府",
    "副市长": "人民政府",
    "副县长": "人民政府",
}


def post(text: str, code: str | None = None) -> Position:
    """``九江市 市长`` → the post with its organ; the organ may be given: ``九江市 教育局 局长``."""
    region, *organ, title = text.split()
    if organ:
        return Position(title, region + organ[0], region, code)
    tail = next((organ for ending, organ in POSTS.items() if title.endswith(ending)), "委")
    return Position(title, region + tail, region, code)


def record(
    id: str,
    published: str | None = "2023-05-09",
    people: dict[str, list[Position] | None] | None = None,
    regions: Iterable[Region] = (),
    meetings: Iterable[Meeting] = (),
    roles: Iterable[tuple[str, str, str]] = (),
    initiatives: Iterable[Initiative] = (),
    source: str = "某日报",
) -> Record:
    """A record; `roles` are (person or region or meeting, relation, target)."""
    officials = tuple(
        Official(name, tuple(posts or ()), span=Span(0, 3, f"{name}…{id}")) for name, posts in (people or {}).items()
    )
    relations = tuple(
        Relation(relation, one, other, f"{one}{relation}{other}", n, n + 5, 0.9)  # type: ignore[arg-type]
        for n, (one, relation, other) in enumerate(roles)
    )
    info = ArticleInfo(id, f"题目{id}", source=source, published=published, sha256=f"{crc32(id.encode()):08x}")
    return Record(info, officials, tuple(regions), (), tuple(meetings), tuple(initiatives), relations)


def officials(tables: GraphTables) -> dict[str, list[set[str]]]:
    """name -> the sets of article ids (as given) in which each person of that name is mentioned."""
    return _by_name(tables, "Official")


def meetings(tables: GraphTables) -> list[set[str]]:
    """For each event, the articles that report it."""
    nodes = {n.id: n for n in tables.nodes}
    found: dict[str, set[str]] = defaultdict(set)
    for edge in tables.edges:
        if edge.type == "MENTIONS" and nodes[edge.target].label == "Meeting":
            found[edge.target].add(_own(edge.source))
    return sorted(found.values(), key=sorted)


def node(tables: GraphTables, name: str) -> Node:
    """The only node of this name."""
    (found,) = [n for n in tables.nodes if n.name == name]
    return found


def _by_name(tables: GraphTables, label: str) -> dict[str, list[set[str]]]:
    nodes = {n.id: n for n in tables.nodes}
    found: dict[str, set[str]] = defaultdict(set)
    for edge in tables.edges:
        if edge.type == "MENTIONS" and nodes[edge.target].label == label:
            found[edge.target].add(_own(edge.source))
    out: dict[str, list[set[str]]] = defaultdict(list)
    for id, articles in found.items():
        out[nodes[id].name].append(articles)
    return {name: sorted(sets, key=sorted) for name, sets in out.items()}


def _own(article: str) -> str:
    return article.removeprefix("article:").rpartition("-")[0]
