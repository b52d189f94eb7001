"""One node of an open graph, and the questions that are asked of its kind."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any

from kg.errors import UsageError
from kg.library.table import Table
from kg.model import Node

if TYPE_CHECKING:
    from kg.library.graph import Graph

#: label -> question -> (query, its parameter for this node). The names are the methods of `NodeView`.
_QUESTIONS: dict[str, dict[str, tuple[str, str]]] = {
    "Region": {
        "partners": ("partners-of-region", "region"),
        "meetings": ("meetings-of-region", "region"),
        "officials": ("officials-of-region", "region"),
        "initiatives": ("initiatives-of-region", "region"),
    },
    "Official": {"posts": ("posts-of-official", "official"), "partners": ("met-with", "official")},
    "Meeting": {"officials": ("people-at-meeting", "meeting")},
    "Initiative": {"meetings": ("meetings-on-initiative", "initiative")},
}


class NodeView:
    """A node and the graph it stands in. `id`, `label`, `name` and `props` are the node's own."""

    def __init__(self, graph: Graph, node: Node) -> None:
        self._graph = graph
        self.node = node
        self.id, self.label, self.name, self.props = node.id, node.label, node.name, node.props

    def partners(self, **more: Any) -> Table:
        """With whom a region cooperates, or whom an official met; `more`: parameters of the query, such as limit."""
        return self._ask("partners", more)

    def meetings(self, **more: Any) -> Table:
        """Meetings of a region or on an initiative."""
        return self._ask("meetings", more)

    def officials(self, **more: Any) -> Table:
        """Who holds a post in a region, or who was at a meeting."""
        return self._ask("officials", more)

    def initiatives(self, **more: Any) -> Table:
        """Initiatives that cover a region."""
        return self._ask("initiatives", more)

    def posts(self, **more: Any) -> Table:
        """The posts of an official."""
        return self._ask("posts", more)

    def articles(self, **more: Any) -> Table:
        """Articles about this node."""
        return self._graph.query("articles-about", node=self.id, **more)

    def evidence(self) -> Table:
        """Every edge at this node with the sentences behind it, a row a sentence."""
        return self._graph.evidence(self.id)

    def _ask(self, question: str, more: dict[str, Any]) -> Table:
        known = _QUESTIONS.get(self.label, {})
        if question not in known:
            offered = ", ".join([*known, "articles", "evidence"])
            raise UsageError(f"{question}() is not asked of a node of kind {self.label}; there are {offered}")
        query, parameter = known[question]
        return self._graph.query(query, **{parameter: self.id}, **more)

    def __repr__(self) -> str:
        return f"<{self.label} {self.name} ({self.id})>"

    def _repr_html_(self) -> str:
        rows = [("id", self.id), *((k, v) for k, v in self.props.items() if v not in (None, ()))]
        cells = "".join(
            f"<tr><th>{html.escape(k)}</th>"
            f"<td>{html.escape('、'.join(map(str, v)) if isinstance(v, tuple) else str(v))}</td></tr>"
            for k, v in rows
        )
        return f"<p><b>{html.escape(self.name)}</b> {self.label}</p><table>{cells}</table>"
