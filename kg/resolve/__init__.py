"""Who is who: many records become one graph with stable ids."""

from __future__ import annotations

from kg.resolve.graph import Observation, Resolution, resolve, resolve_all

__all__ = ["Observation", "Resolution", "resolve", "resolve_all"]
