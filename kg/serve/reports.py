"""Reports over a live store: those of `kg report`, from the folder behind the store, else from the store itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Lock
from typing import Any, TypeAlias

from kg.errors import KgError
from kg.model import EDGE_TYPES, NODE_PROPERTIES, Evidence, GraphTables, Node
from kg.report.desk import Issues
from kg.report.model import Lang, Report
from kg.report.write import read_folder, report
from kg.serve.graph_data import as_edge, as_node
from kg.store.base import Store
from kg.store.manifest import MANIFEST

#: A store without a folder is read whole for a report; not where it has more edges than this.
MOST_EDGES = 300_000
Held: TypeAlias = tuple[GraphTables, Issues, Mapping[str, str]]


class Reports:
    """Makes reports. The graph is read once and again when it has changed; `timeout` is in seconds, for each query."""

    def __init__(self, store: Store, folder: Path | None, timeout: float = 20.0) -> None:
        self.store = store
        self.folder = folder
        self.timeout = timeout
        self._reading = Lock()
        self._state: object = None
        self._held: Held | None = None

    def make(
        self,
        kind: str,
        names: Sequence[str],
        *,
        lang: Lang,
        first: str | None = None,
        last: str | None = None,
        since: str | None = None,
    ) -> Report:
        """The report of `kind` about `names`, as `kg.report.write.report` makes it, with its errors."""
        tables, issues, former = self._graph()
        return report(tables, kind, names, lang=lang, first=first, last=last, since=since, issues=issues, former=former)

    def _graph(self) -> Held:
        with self._reading:  # two at once would read it twice
            state = self._now()
            if self._held is None or state != self._state:
                self._held = (
                    read_folder(self.folder) if self.folder else (whole(self.store, self.timeout), Issues(), {})
                )
                self._state = state
            return self._held

    def _now(self) -> object:
        """What changes when the graph does."""
        if self.folder is not None:
            try:
                about = (self.folder / MANIFEST).stat()
            except OSError as error:
                raise KgError(f"{self.folder}: the graph cannot be read: {error.strerror or error}") from None
            return about.st_mtime_ns, about.st_ino
        counted = (
            "MATCH (n) RETURN count(n) AS count",
            "MATCH ()-[e]->() RETURN count(e) AS count, sum(e.weight) AS sum",
        )
        return [self.store.run(statement, {}, timeout=self.timeout).rows for statement in counted]


def whole(store: Store, timeout: float = 20.0) -> GraphTables:
    """Everything a store holds, as tables. Raises `KgError` where that is more than `MOST_EDGES` edges.

    What stores do not keep is left out: rules, and the confidence of sentences (that of their edge stands for it).
    """

    def rows(statement: str) -> list[dict[str, Any]]:
        return store.run(statement, {}, timeout=timeout).dicts()

    edges = rows("MATCH ()-[e]->() RETURN count(e) AS count")[0]["count"]
    if edges > MOST_EDGES:
        raise KgError(
            f"the graph has {edges} edges, and a report over a store reads them all (up to {MOST_EDGES}); "
            "make it from the graph folder with: kg report"
        )
    nodes: list[Node] = []
    for label in NODE_PROPERTIES:
        nodes += [as_node(row["node"]) for row in rows(f"MATCH (n:{label}) RETURN n AS node ORDER BY n.id")]
    made, evidence = [], []
    for kind, (_, _, own) in EDGE_TYPES.items():
        more = "".join(f", e.{name} AS {name}" for name in own)
        for row in rows(
            f"MATCH (a)-[e:{kind}]->(b) RETURN e.id AS id, type(e) AS type, a.id AS source, b.id AS target, "
            "e.weight AS weight, e.confidence AS confidence, e.first_seen AS first_seen, e.last_seen AS last_seen, "
            f"e.articles AS articles, e.sentences AS sentences, e.starts AS starts, e.ends AS ends{more} ORDER BY id"
        ):
            edge = as_edge(row)
            made.append(edge)
            lists = zip(*(row[name] or () for name in ("articles", "sentences", "starts", "ends")), strict=False)
            evidence += [Evidence(edge.id, a, s, start, end, None, None, edge.confidence) for a, s, start, end in lists]
    nodes.sort(key=lambda node: node.id)
    made.sort(key=lambda edge: edge.id)
    evidence.sort(key=lambda item: (item.edge, item.article, item.start))
    return GraphTables(tuple(nodes), tuple(made), tuple(evidence))
