"""Who is who: many records become one graph with stable ids."""

from __future__ import annotations

from kg.resolve.article import Observation
from kg.resolve.blocks import Blocks
from kg.resolve.graph import Resolution, resolve, resolve_all, resolve_parts
from kg.resolve.resolver import Resolved

__all__ = ["Blocks", "Observation", "Resolution", "Resolved", "resolve", "resolve_all", "resolve_parts"]
