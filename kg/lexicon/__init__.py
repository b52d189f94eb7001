"""What the extractors know: places, posts and organs, names, acts. Tables under ``data/``, look-ups over them."""

from __future__ import annotations

from kg.lexicon.lookup import Gazetteer, gazetteer
from kg.lexicon.places import Context, Form, Place, PlaceHit

__all__ = ["Context", "Form", "Gazetteer", "Place", "PlaceHit", "gazetteer"]
