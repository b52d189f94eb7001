"""A graph folder, open: queries, tables, networkx, exports."""

from __future__ import annotations

import html
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.errors import UsageError
from kg.export import Exported, Selection
from kg.export import export as export_folder
from kg.export.proofs import proofs
from kg.export.source import Fact, Source
from kg.export.tables import EVIDENCE_FIELDS, Names, edge_fields, edge_tables, node_fields, node_tables, rows
from kg.library.table import Table
from kg.library.view import NodeView
from kg.model import EDGE_TYPES, NODE_PROPERTIES, Label, Node
from kg.store.ask import ask, nearest
from kg.store.base import Rows, Store
from kg.store.embedded import open_embedded
from kg.store.lookup import resolve
from kg.store.manifest import FolderInfo, folder_info


class Graph:
    """A graph folder, read only. Open it with `Graph.open`; use it in a ``with`` block, or call `close`."""

    def __init__(self, directory: Path, store: Store, info: FolderInfo) -> None:
        self.directory = directory
        self._store = store
        self._info = info

    @classmethod
    def open(cls, directory: str | Path) -> Graph:
        """Open the graph folder `directory`; `KgError` where it holds no graph."""
        root = Path(directory)
        info = folder_info(root)
        return cls(root, open_embedded(root), info)

    def close(self) -> None:
        """Let go of the files."""
        self._store.close()

    def __enter__(self) -> Graph:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def query(self, name: str, **arguments: Any) -> Table:
        """The answer of a named query (``kg query --list``). A parameter that is a Python word takes ``_``: ``from_``.

        Raises `UsageError` for an unknown query, parameter or name, with the nearest ones.
        """
        given = {key.removesuffix("_"): value for key, value in arguments.items()}
        answer = ask(self._store, name, given)
        return Table(answer.rows, answer.notes)

    def cypher(self, statement: str, **parameters: Any) -> Table:
        """The answer of a reading Cypher statement; `kg.store.cypher.CypherError` where it is wrong or would write."""
        return Table(self._store.run(statement, parameters))

    def region(self, name: str) -> NodeView:
        """The region that `name` (name, short name or code) names; `UsageError` where none fits, or several do."""
        return self._view("region", name)

    def official(self, name: str) -> NodeView:
        """The official called `name`; `UsageError` where several are: then give the id."""
        return self._view("official", name)

    def organization(self, name: str) -> NodeView:
        """The organization called `name`."""
        return self._view("organization", name)

    def meeting(self, name: str) -> NodeView:
        """The meeting called `name`."""
        return self._view("meeting", name)

    def initiative(self, name: str) -> NodeView:
        """The initiative called `name`."""
        return self._view("initiative", name)

    def node(self, name: str) -> NodeView:
        """The node of any kind that `name` or id names."""
        return self._view("node", name)

    def nodes(self, label: str) -> Table:
        """All nodes of `label` (Official, Region, …), a row each; `UsageError` for an unknown label."""
        known = _known(label, NODE_PROPERTIES, "label")
        return Table(Rows(tuple(node_fields(known)), tuple(rows(node_tables(self._source(), known)))))

    def edges(self, edge_type: str) -> Table:
        """All edges of `edge_type` (HOLDS, COOPERATES_WITH, …), ends by id and name; evidence: `evidence`."""
        known = _known(edge_type, EDGE_TYPES, "type")
        source = self._source()
        return Table(Rows(tuple(edge_fields(known)), tuple(rows(edge_tables(source, known, Names(source))))))

    def evidence(self, key: str) -> Table:
        """The sentences behind the edge with id `key`, or behind every edge at the node with id `key`, a row each."""
        source = self._source()
        columns = ("type", *EVIDENCE_FIELDS)
        found: list[tuple[Any, ...]] = []
        for edge_type in source.types:
            for fact in source.facts(edge_type):
                if key in (fact.edge.id, fact.edge.source, fact.edge.target):
                    found.extend(_proof_row(fact, source, columns))
        return Table(Rows(columns, tuple(found)))

    def to_networkx(self, *, articles: bool = True) -> Any:
        """A `networkx.MultiDiGraph`: nodes by id with label, name and properties; edges keyed by id, with evidence.

        `COOPERATES_WITH` has no direction, though it is stored with one. `articles`: whether articles are nodes.
        """
        import networkx

        source = Source(self.directory, Selection(articles=articles))
        graph = networkx.MultiDiGraph()
        for label in source.labels:
            for node in source.nodes(label):
                graph.add_node(
                    node.id, label=label, name=node.name, **{f: v for f, v in node.props.items() if f != "name"}
                )
        for edge_type in source.types:
            for fact in source.facts(edge_type):
                e = fact.edge
                graph.add_edge(
                    e.source,
                    e.target,
                    key=e.id,
                    type=e.type,
                    weight=e.weight,
                    confidence=e.confidence,
                    first_seen=e.first_seen,
                    last_seen=e.last_seen,
                    **e.props,
                    evidence=proofs(fact, source),
                )
        return graph

    def to_pandas(self) -> dict[str, Any]:
        """label or edge type -> a `pandas.DataFrame` of its nodes or edges; `KgError` where pandas is not installed."""
        out = {label: self.nodes(label).to_pandas() for label in self._info.nodes}
        out.update((edge_type, self.edges(edge_type).to_pandas()) for edge_type in self._info.edges)
        return out

    def export(self, form: str, output: str | Path, selection: Selection | None = None) -> Exported:
        """Write the graph, or a part of it, in another format; see `kg.export.export`."""
        return export_folder(self.directory, form, output, selection)

    def __repr__(self) -> str:
        nodes, edges = sum(self._info.nodes.values()), sum(self._info.edges.values())
        return f"<Graph {self.directory.name}: {nodes} nodes, {edges} edges, {self._info.evidence} sentences>"

    def _repr_html_(self) -> str:
        parts = (
            f"<table><thead><tr><th>{title}</th><th></th></tr></thead><tbody>"
            + "".join(f"<tr><td>{name}</td><td>{rows}</td></tr>" for name, rows in sorted(counts.items()))
            + "</tbody></table>"
            for title, counts in (("nodes", self._info.nodes), ("edges", self._info.edges))
        )
        return f"<p><b>{html.escape(self.directory.name)}</b></p>{''.join(parts)}"

    def _source(self) -> Source:
        return Source(self.directory)

    def _view(self, kind: str, name: str) -> NodeView:
        found = resolve(self._store, kind, name)
        return NodeView(self, next(self._nodes_with(found.id, _known(found.label, NODE_PROPERTIES, "label"))))

    def _nodes_with(self, key: str, label: Label) -> Iterator[Node]:
        return (node for node in self._source().nodes(label) if node.id == key)


def _known(name: str, known: Any, what: str) -> Any:
    if name not in known:
        raise UsageError(f"no {what} {name!r}{nearest(name, known)}; there are {', '.join(known)}")
    return name


def _proof_row(fact: Fact, source: Source, columns: tuple[str, ...]) -> Iterator[tuple[Any, ...]]:
    for proof in proofs(fact, source):
        row = {**proof, "type": fact.edge.type, "edge": fact.edge.id, "medium": proof.get("source")}
        yield tuple(row.get(column) for column in columns)
