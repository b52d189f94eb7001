"""How good the extraction is: figures against gold records, how far confidences can be trusted, errors by article."""

from __future__ import annotations

from kg.evaluate.evaluation import Evaluation, evaluate, load_gold, score
from kg.evaluate.score import CATEGORIES, Figures, Judged, Tally, score_article

__all__ = ["CATEGORIES", "Evaluation", "Figures", "Judged", "Tally", "evaluate", "load_gold", "score", "score_article"]
