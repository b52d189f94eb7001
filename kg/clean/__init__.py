"""Dirty pages in, clean text out, with the way back to the raw file."""

from __future__ import annotations

from kg.clean.article import Change, CleanArticle, Damage, Finding
from kg.clean.cleaner import clean, look_over
from kg.clean.offsets import OffsetMap, RawSpan
from kg.clean.repetition import Repetition

__all__ = [
    "Change",
    "CleanArticle",
    "Damage",
    "Finding",
    "OffsetMap",
    "RawSpan",
    "Repetition",
    "clean",
    "look_over",
]
