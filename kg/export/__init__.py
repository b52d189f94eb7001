"""The graph in the formats other programs read: one module a format, listed in `kg.export.registry`.

A graph is read as a stream (`kg.export.source`), narrowed where asked (`kg.export.selection`), and written whole or
not at all. The same graph and selection give the same bytes.
"""

from __future__ import annotations

from kg.export.outcome import Exported
from kg.export.registry import FORMATS, Format, export
from kg.export.selection import Selection

__all__ = ["FORMATS", "Exported", "Format", "Selection", "export"]
