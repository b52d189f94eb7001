"""Interactive pages: a part of the graph as one HTML file that opens by double click and fetches nothing."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from kg.errors import UsageError
from kg.model import GraphTables

__all__ = ["LARGEST", "draw"]

#: More nodes than this make a page that nobody can read and few machines can move.
LARGEST = 1500


def draw(
    tables: GraphTables,
    ids: Collection[str],
    *,
    title: str,
    lang: Literal["zh", "en"] = "zh",
    centres: Collection[str] = (),
) -> str:
    """The HTML text of a page that shows the nodes with ids `ids` and all edges among them.

    `centres` are the nodes that the page is about; they are ringed. Raises `UsageError` where there is nothing to
    show or more than `LARGEST` nodes.
    """
    from kg.draw.network import drawing
    from kg.draw.page import page

    if not ids:
        raise UsageError("nothing to draw: the graph, or what was asked of it, has no nodes")
    if len(ids) > LARGEST:
        raise UsageError(
            f"{len(ids)} nodes are too many for one page (at most {LARGEST}); "
            "draw a part (--around NAME --depth 1, or --query), or see the whole with kg explore"
        )
    drawn = drawing(tables, ids, centres)
    return page(drawn, title=title, lang=lang, centres=tuple(sorted(centres)))
