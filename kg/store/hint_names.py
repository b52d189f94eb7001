"""What the nodes of a Cypher store know of their edges, so that a query need not go through the whole graph.

A few questions (who met most people, which facts are least sure) are about all edges, yet a handful of nodes hold the
first rows of their answers. Each node bears how far up it may stand, worked out while the store is made; the query
takes the best nodes by it and reads the rows off their edges. A node without the property (a database filled by other
means) is looked at in any case, so that the rows are the same without, only slower.

============== ======================= ==================================================================
label          property                what it says
============== ======================= ==================================================================
Official       ``_met``                other officials at the same meetings
Official       ``_met_at``             meetings where there was another
Official       ``_together``           most meetings with any one official of a later id
Organization   ``_contested``          titles that two held at once, not counting former posts
all but        ``_least``,             lowest confidence of an edge that begins here (but MENTIONS), 1 where there
Article        ``_least_edge``         is none; the first edge, by id, that has it
============== ======================= ==================================================================
"""

from __future__ import annotations

from collections.abc import Mapping

from kg.model import Label

#: What every node bears that facts begin at.
LEAST = {"_least": "float", "_least_edge": "string"}
#: label -> property -> its type, in the words of `NODE_PROPERTIES`
HINTS: Mapping[Label, Mapping[str, str]] = {
    "Article": {},
    "Official": {"_met": "int", "_met_at": "int", "_together": "int", **LEAST},
    "Organization": {"_contested": "strings", **LEAST},
    "Region": LEAST,
    "Meeting": LEAST,
    "Initiative": LEAST,
}
#: All names: shown nowhere.
HINT_NAMES = frozenset(name for props in HINTS.values() for name in props)
