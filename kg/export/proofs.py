"""Evidence as plain data, the same in every format that can nest: who wrote what when, and where it stands."""

from __future__ import annotations

import json
from typing import Any

from kg.export.source import Fact, Source

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def proofs(fact: Fact, source: Source) -> list[dict[str, Any]]:
    """One dict an evidence; keys without a value are left out."""
    out = []
    for item in fact.evidence:
        cited = source.articles.get(item.article)
        proof: dict[str, Any] = {"article": item.article}
        if cited is not None:
            proof.update(title=cited.title, source=cited.source, published=cited.published, url=cited.url)
        proof.update(
            sentence=item.sentence,
            start=item.start,
            end=item.end,
            raw_start=item.raw_start,
            raw_end=item.raw_end,
            confidence=item.confidence,
            rule=item.rule or None,
        )
        out.append({key: value for key, value in proof.items() if value is not None})
    return out


def compact(value: Any) -> str:
    """`value` as JSON in one line, Chinese as it is."""
    return _encode(value)
