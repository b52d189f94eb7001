"""What reading hands on: one article, as it lies on disk or in its container."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RawArticle:
    """One article before any repair.

    `data` holds the bytes as they lie on disk, or a string where a container (JSON Lines) has already decoded them.
    `path` is for messages and evidence (``dir/a.txt``, ``news.jsonl:17``). The last four are what the container knows.
    """

    id: str
    data: bytes | str
    path: str
    title: str | None = None
    published: str | None = None
    source: str | None = None
    url: str | None = None
