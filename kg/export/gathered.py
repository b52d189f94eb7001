"""Edges with their evidence as lists in columns, without a row ever becoming an object."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from kg.export.source import Source
from kg.model import EdgeType

_LISTS = {"articles": "article", "sentences": "sentence", "starts": "start", "ends": "end"}


def gathered(source: Source, edge_type: EdgeType) -> Iterator[Any]:
    """The selected edges of `edge_type` as Arrow tables: the columns of `Source.edge_batches`, and the lists
    ``articles``, ``sentences``, ``starts``, ``ends``, parallel, oldest article first, undated ones last."""
    dates = pa.array([cited.published or "9999" for cited in source.articles.values()], pa.string())
    articles = pa.array(list(source.articles), pa.string())
    waiting = source.evidence_batches(edge_type)
    ahead: list[Any] = []
    for edges in source.edge_batches(edge_type):
        ids = edges.column("id").combine_chunks()
        # Both tables lie in the order of ids: read on until the evidence is beyond the last edge of this batch.
        while not (ahead and ahead[-1].column("edge")[-1].as_py() > ids[-1].as_py()):
            more = next(waiting, None)
            if more is None:
                break
            ahead.append(more)
        if ahead:
            evidence = pa.concat_tables(ahead).combine_chunks()
            beyond = pc.greater(evidence.column("edge"), ids[-1])
            ahead = [rest] if len(rest := evidence.filter(beyond)) else []
            evidence = evidence.filter(pc.invert(beyond))
        else:
            evidence = None
        yield _with_lists(edges, evidence, ids, articles, dates)


def _with_lists(edges: Any, evidence: Any, ids: Any, articles: Any, dates: Any) -> Any:
    """`edges` with the lists of their evidence."""
    if evidence is None or not len(evidence):
        empty = pa.array([[]] * len(edges), pa.list_(pa.string()))
        for name, column in _LISTS.items():
            kind = pa.int64() if column in ("start", "end") else pa.string()
            edges = edges.append_column(name, empty.cast(pa.list_(kind)))
        return edges
    row = pc.index_in(evidence.column("edge"), value_set=ids)
    published = pc.fill_null(dates.take(pc.index_in(evidence.column("article"), value_set=articles)), "9999")
    evidence = evidence.append_column("row", row).append_column("published", published)
    evidence = evidence.filter(pc.is_valid(evidence.column("row")))
    order = [(name, "ascending") for name in ("row", "published", "article", "start", "end")]
    evidence = evidence.sort_by(order).combine_chunks()
    counts = np.bincount(evidence.column("row").to_numpy(), minlength=len(edges))
    offsets = pa.array(np.concatenate([[0], np.cumsum(counts)]), pa.int32())
    for name, column in _LISTS.items():
        values = evidence.column(column).combine_chunks()
        edges = edges.append_column(name, pa.ListArray.from_arrays(offsets, values))
    return edges
