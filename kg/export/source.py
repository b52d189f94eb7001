"""A graph folder as a stream: nodes a label, edges a type with their evidence, in the order of their ids.

The tables of a folder (``docs/store.md``) lie in the order of ids, edges and evidence alike, so that each edge meets
its evidence without either table being held in memory.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import pyarrow as pa
import pyarrow.parquet as pq

from kg.errors import KgError, UsageError
from kg.export.selection import Selection, of_region
from kg.model import EDGE_TYPES, NODE_PROPERTIES, Edge, EdgeType, Evidence, Label, Node, Value
from kg.store.manifest import folder_info

_BATCH, _LARGE_BATCH = 16_384, 65_536
_EDGE = ("id", "source", "target", "weight", "first_seen", "last_seen", "confidence")
_EVIDENCE = ("edge", "article", "sentence", "start", "end", "raw_start", "raw_end", "confidence", "rule")
_LISTS = ("strings", "ints")


@dataclass(frozen=True, slots=True)
class Cited:
    """What is said of an article wherever it is cited."""

    title: str
    source: str | None
    published: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Fact:
    """An edge and its evidence, oldest article first, undated ones last."""

    edge: Edge
    evidence: tuple[Evidence, ...]


class Source:
    """The selected part of a graph folder, open for streaming; each method may be called any number of times.

    Raises `KgError` where the folder holds no graph or a table is damaged, `UsageError` where the selection's region
    is no region of the graph.
    """

    def __init__(self, directory: str | Path, selection: Selection | None = None) -> None:
        self.root = Path(directory)
        self.selection = selection or Selection()
        info = folder_info(self.root)
        self._files: dict[tuple[str, str], Path] = {}
        for path in info.files:
            kind, _, rest = path.partition("/")
            self._files[kind, rest.rpartition("-")[0]] = self.root / path
        self.articles: dict[str, Cited] = {}
        self._label_of: dict[str, Label] = {}
        for label in NODE_PROPERTIES:
            for row in self._rows("nodes", label, ("id",)):
                self._label_of[row[0]] = label
        for node in self._all_nodes("Article"):
            props = node.props
            self.articles[node.id] = Cited(
                str(props.get("title") or node.name),
                _text(props, "source"),
                _text(props, "published"),
                _text(props, "url"),
            )
        self._inside = self._belonging()
        self._kept = self._kept_nodes() if self.selection.by_edges else None
        self.labels: tuple[Label, ...] = tuple(
            label
            for label in NODE_PROPERTIES
            if ("nodes", label) in self._files and (self.selection.articles or label != "Article")
        )
        self.types: tuple[EdgeType, ...] = tuple(
            edge_type
            for edge_type in EDGE_TYPES
            if ("edges", edge_type) in self._files and (self.selection.articles or edge_type != "MENTIONS")
        )

    def label_of(self, node: str) -> Label:
        """The label of the node with id `node`."""
        return self._label_of[node]

    def nodes(self, label: Label) -> Iterator[Node]:
        """The selected nodes of `label`."""
        if label == "Article" and not self.selection.articles:
            return
        for node in self._all_nodes(label):
            if self._kept is None or node.id in self._kept:
                yield node

    def edges(self, edge_type: EdgeType) -> Iterator[Edge]:
        """The selected edges of `edge_type`, without their evidence."""
        return (edge for edge in self._all_edges(edge_type) if self._keeps(edge))

    def facts(self, edge_type: EdgeType) -> Iterator[Fact]:
        """The selected edges of `edge_type` with their evidence."""
        waiting = self._evidence(edge_type)
        ahead = next(waiting, None)
        every = self.selection.everything
        for edge in self._all_edges(edge_type):
            found: list[Evidence] = []
            while ahead is not None and ahead.edge <= edge.id:
                if ahead.edge == edge.id:
                    found.append(ahead)
                ahead = next(waiting, None)
            if every or self._keeps(edge):
                if len(found) > 1:
                    found.sort(key=self._age)
                yield Fact(edge, tuple(found))

    def node_batches(self, label: Label) -> Iterator[Any]:
        """The selected nodes of `label` as Arrow tables: ``id``, ``name`` and the label's properties."""
        if label == "Article" and not self.selection.articles:
            return
        yield from self._chosen("nodes", label, ("id", "name", *NODE_PROPERTIES[label]), "id", self._kept)

    def edge_batches(self, edge_type: EdgeType) -> Iterator[Any]:
        """The selected edges of `edge_type` as Arrow tables: the common columns, then the type's own."""
        columns = (*_EDGE, *EDGE_TYPES[edge_type][2])
        yield from self._chosen("edges", edge_type, columns, "id", self._kept_edges(edge_type))

    def evidence_batches(self, edge_type: EdgeType) -> Iterator[Any]:
        """The evidence of these edges as Arrow tables, in the order of edge, article and place."""
        yield from self._chosen("evidence", edge_type, _EVIDENCE, "edge", self._kept_edges(edge_type))

    def _kept_edges(self, edge_type: EdgeType) -> set[str] | None:
        return None if self.selection.everything else {edge.id for edge in self.edges(edge_type)}

    def _chosen(self, kind: str, name: str, columns: tuple[str, ...], key: str, kept: set[str] | None) -> Iterator[Any]:
        for batch in self._batches(kind, name, columns, _LARGE_BATCH):
            table = pa.Table.from_batches([batch]).select(list(columns))
            if kept is not None:
                table = table.filter(pa.array([k in kept for k in table.column(key).to_pylist()], pa.bool_()))
            if len(table):
                yield table

    def _age(self, item: Evidence) -> tuple[str, str, int, int]:
        cited = self.articles.get(item.article)
        return ((cited.published if cited else None) or "9999", item.article, item.start, item.end)

    def _keeps(self, edge: Edge) -> bool:
        inside = self._inside
        return self.selection.keeps(edge) and (inside is None or edge.source in inside or edge.target in inside)

    def _belonging(self) -> frozenset[str] | None:
        region = self.selection.region
        if region is None:
            return None
        if self._label_of.get(region) != "Region":
            raise UsageError(f"no region with the id {region!r} in this graph")
        return of_region(region, lambda edge_type: self._all_edges(cast(EdgeType, edge_type)))

    def _kept_nodes(self) -> set[str]:
        """The ends of the selected edges, the articles they cite, and the region asked for."""
        kept: set[str] = {self.selection.region} if self.selection.region else set()
        for edge_type in EDGE_TYPES:
            for fact in self.facts(edge_type):
                kept.update((fact.edge.source, fact.edge.target))
                kept.update(item.article for item in fact.evidence)
        return kept

    def _all_nodes(self, label: Label) -> Iterator[Node]:
        kinds = NODE_PROPERTIES[label]
        for row in self._rows("nodes", label, ("id", "name", *kinds)):
            yield Node(row[0], label, row[1], _props(kinds.items(), row[2:]))

    def _all_edges(self, edge_type: EdgeType) -> Iterator[Edge]:
        own = EDGE_TYPES[edge_type][2]
        if not own:
            for i, source, target, weight, first, last, confidence in self._rows("edges", edge_type, _EDGE):
                yield Edge(i, edge_type, source, target, weight, first, last, confidence)
            return
        for row in self._rows("edges", edge_type, (*_EDGE, *own)):
            i, source, target, weight, first, last, confidence = row[:7]
            yield Edge(i, edge_type, source, target, weight, first, last, confidence, _props(own.items(), row[7:]))

    def _evidence(self, edge_type: EdgeType) -> Iterator[Evidence]:
        for row in self._rows("evidence", edge_type, _EVIDENCE):
            yield Evidence(*row)

    def _rows(self, kind: str, name: str, columns: tuple[str, ...]) -> Iterator[tuple[Any, ...]]:
        for batch in self._batches(kind, name, columns, _BATCH):
            yield from zip(*(batch.column(c).to_pylist() for c in columns), strict=True)

    def _batches(self, kind: str, name: str, columns: tuple[str, ...], size: int) -> Iterator[Any]:
        path = self._files.get((kind, name))
        if path is None:
            return
        try:
            with pq.ParquetFile(path) as table:
                yield from table.iter_batches(batch_size=size, columns=list(columns))
        except (OSError, KeyError, pa.ArrowException) as error:
            reason = str(error).splitlines()[0][:200]
            raise KgError(f"{path}: damaged or missing ({reason}); build the graph again with: kg build") from None


def _props(kinds: Any, values: tuple[Any, ...]) -> dict[str, Value]:
    """Properties of one row: null ones left out, lists always there."""
    out: dict[str, Value] = {}
    for (name, kind), value in zip(kinds, values, strict=True):
        if kind in _LISTS:
            out[name] = tuple(value or ())
        elif value is not None:
            out[name] = value
    return out


def _text(props: Any, name: str) -> str | None:
    value = props.get(name)
    return None if value is None else str(value)
