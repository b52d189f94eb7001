"""From a clean article to its extraction record: officials and posts, regions, meetings, initiatives, and what ties them.

Every fact carries the sentence, its offsets into the clean text, a confidence and the rule that gave it.
"""

from __future__ import annotations

from kg.extract.pipeline import EXTRACTOR_VERSION, extract, extract_text

__all__ = ["EXTRACTOR_VERSION", "extract", "extract_text"]
