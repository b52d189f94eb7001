"""The graph in Python and in notebooks: ``from kg import Graph``."""

from __future__ import annotations

from kg.library.graph import Graph
from kg.library.table import Table
from kg.library.view import NodeView

__all__ = ["Graph", "NodeView", "Table"]
