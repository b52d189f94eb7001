"""FollowTheMoney entities, one JSON object a line: what Aleph, OpenAleph and the tools around them load.

Official → Person · Organization → PublicBody or Company · Region → Territory · Meeting → Event · Initiative → Project ·
Article → Article · a post → Position and, for each holder, Occupancy · every other edge → UnknownLink with its type as
role. Who attended also stands in the Event's `involved`; articles that mention a thing are its `proof`. Each link
has the sentences, with medium and date, as `description` and the articles as `proof`.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from pathlib import Path
from typing import IO, Any

from kg.export.outcome import Exported
from kg.export.proofs import compact
from kg.export.source import Fact, Source
from kg.model import Node

#: What FollowTheMoney takes for an id.
_ID = re.compile(r"[0-9a-zA-Z](?:[0-9a-zA-Z.\-]*[0-9a-zA-Z])?")
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_URL = re.compile(r"https?://[^\s/]+\S*")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\ufeff]+")
#: Marks that turn the direction of text or join nothing: they would make two names of one.
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069]")
_COMPANY = re.compile("(?:公司|集团|银行)$")
_LONGEST_ID = 120
_SCHEMA = {"Official": "Person", "Region": "Territory", "Meeting": "Event", "Initiative": "Project"}
_ROLES = {
    "CHAIRED": "主持 / chaired",
    "SPOKE_AT": "讲话 / spoke at",
    "ATTENDED": "出席 / attended",
    "TOOK_PART_IN": "参加方 / took part in",
    "HELD_IN": "举办地 / held in",
    "CONCERNS": "内容 / concerns",
    "COVERS": "涉及地区 / covers",
    "COOPERATES_WITH": "合作 / cooperates with",
    "PART_OF": "隶属 / part of",
    "IN_SERIES": "系列 / in series",
}


class _Links:
    """What nodes say of each other, gathered from the edges before nodes are written."""

    def __init__(self, source: Source) -> None:
        self.involved: dict[str, set[str]] = defaultdict(set)
        self.part_of: dict[str, set[str]] = defaultdict(set)
        self.mentioned_by: dict[str, set[str]] = defaultdict(set)
        for edge_type in ("ATTENDED", "TOOK_PART_IN"):
            for edge in source.edges(edge_type):
                if source.label_of(edge.source) != "Region":  # a territory is no legal entity
                    self.involved[edge.target].add(edge.source)
        for edge in source.edges("PART_OF"):
            if source.label_of(edge.source) == "Region":
                self.part_of[edge.source].add(edge.target)
        for edge in source.edges("MENTIONS"):
            self.mentioned_by[edge.target].add(edge.source)


def write(source: Source, path: Path) -> Exported:
    """Write `source` to `path`."""
    nodes = edges = 0
    links = _Links(source)
    organizations: dict[str, Node] = {}
    with path.open("w", encoding="utf-8", newline="\n") as out:
        for label in source.labels:
            for node in source.nodes(label):
                nodes += 1
                if label == "Organization":
                    organizations[node.id] = node
                _put(out, node.id, *_entity(node, links))
        posts: set[str] = set()
        for edge_type in source.types:
            for fact in source.facts(edge_type):
                edges += 1
                if edge_type == "HOLDS":
                    _holds(out, fact, organizations[fact.edge.target], posts, source)
                elif edge_type != "MENTIONS":
                    _link(out, fact, source)
    return Exported(nodes, edges)


def entity_id(node: str) -> str:
    """A FollowTheMoney id for the id of a node or edge: readable where its characters allow, else a hash."""
    plain = node.replace(":", "-").replace("_", "-")
    if len(plain) <= _LONGEST_ID and _ID.fullmatch(plain):
        return plain
    return f"govkg-{hashlib.sha1(node.encode('utf-8', 'replace'), usedforsecurity=False).hexdigest()}"


def _entity(node: Node, links: _Links) -> tuple[str, dict[str, list[Any]]]:
    """Schema and properties of a node."""
    props = node.props
    proof = [entity_id(a) for a in sorted(links.mentioned_by.get(node.id, ()))]
    if node.label == "Article":
        title = str(props.get("title") or node.name)
        return "Article", {
            "fileName": [str(props.get("path") or node.id).rsplit("/", 1)[-1]],
            "name": [title],
            "title": [title],
            "author": _many(props.get("authors")),
            "publisher": [props.get("source")],
            "publishedAt": _dates(props.get("published")),
            "sourceUrl": _urls(props.get("url")),
        }
    common: dict[str, list[Any]] = {"name": [node.name], "alias": _many(props.get("aliases")), "proof": proof}
    if node.label == "Organization":
        schema = "Company" if _COMPANY.search(node.name) else "PublicBody"
        return schema, {
            **common,
            "country": ["cn"] if props.get("region") else [],
            "classification": [props.get("kind")],
        }
    if node.label == "Region":
        common.update(
            country=["cn"] if props.get("code") else [],
            level=[props.get("level")],
            territoryCode=[props.get("code")],
            partOf=[entity_id(p) for p in sorted(links.part_of.get(node.id, ()))],
        )
    elif node.label == "Meeting":
        common.update(
            startDate=_dates(props.get("date")),
            location=[props.get("place")],
            keywords=[props.get("kind")],
            involved=[entity_id(p) for p in sorted(links.involved.get(node.id, ()))],
        )
    elif node.label == "Initiative":
        common.update(keywords=[props.get("kind")])
    return _SCHEMA[node.label], common


def _holds(out: IO[str], fact: Fact, organization: Node, posts: set[str], source: Source) -> None:
    """The post, once, and who held it. The dates are those of the articles: when it began is not known."""
    title = str(fact.edge.props.get("title") or "")
    post = f"post:{organization.id}:{title}"
    if post not in posts:
        posts.add(post)
        region = organization.props.get("region")
        _put(
            out,
            post,
            "Position",
            {
                "name": [f"{organization.name} {title}"],
                "organization": [entity_id(organization.id)] if not _COMPANY.search(organization.name) else [],
                "country": ["cn"] if region else [],
                "subnationalArea": [region],
            },
        )
    _put(
        out,
        fact.edge.id,
        "Occupancy",
        {
            "holder": [entity_id(fact.edge.source)],
            "post": [entity_id(post)],
            "status": [fact.edge.props.get("status")],
            **_interval(fact, source),
        },
    )


def _link(out: IO[str], fact: Fact, source: Source) -> None:
    mode = fact.edge.props.get("mode")
    _put(
        out,
        fact.edge.id,
        "UnknownLink",
        {
            "subject": [entity_id(fact.edge.source)],
            "object": [entity_id(fact.edge.target)],
            "role": [_ROLES[fact.edge.type] + (f": {mode}" if mode else "")],
            **_interval(fact, source),
        },
    )


def _interval(fact: Fact, source: Source) -> dict[str, list[Any]]:
    edge = fact.edge
    quotes = []
    for item in fact.evidence:
        cited = source.articles.get(item.article)
        where = [part for part in (cited.source, cited.published, cited.title, cited.url) if part] if cited else []
        quotes.append(f"{item.sentence} ({' · '.join([*where, item.article])})")
    cited_articles = sorted({item.article for item in fact.evidence}) if source.selection.articles else []
    return {
        "date": _dates(edge.first_seen, edge.last_seen),
        "summary": [f"confidence {edge.confidence:.3f}, articles {edge.weight}"],
        "description": quotes,
        "proof": [entity_id(article) for article in cited_articles],
        "recordId": [edge.id],
    }


def _put(out: IO[str], key: str, schema: str, properties: dict[str, list[Any]]) -> None:
    cleaned = {}
    for name, values in properties.items():
        texts = dict.fromkeys(text for value in values if (text := _clean(value)))
        if texts:
            cleaned[name] = list(texts)
    out.write(compact({"id": entity_id(key), "schema": schema, "properties": cleaned}) + "\n")


def _clean(value: Any) -> str:
    return "" if value is None else " ".join(_CONTROL.sub(" ", _INVISIBLE.sub("", str(value))).split())


def _many(value: Any) -> list[str]:
    return [str(item) for item in value] if isinstance(value, tuple) else []


def _dates(*values: Any) -> list[str]:
    return sorted({value for value in values if isinstance(value, str) and _DATE.fullmatch(value)})


def _urls(*values: Any) -> list[str]:
    return [value for value in values if isinstance(value, str) and _URL.fullmatch(value)]
