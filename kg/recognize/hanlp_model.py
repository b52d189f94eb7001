"""HanLP 2 in this process: a named entity model from a folder, or by a name that HanLP downloads."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kg.errors import KgError, UsageError
from kg.recognize import Entity
from kg.recognize.spans import of_token_spans

#: Sentences at once: HanLP sorts them into batches of its own, which it holds in memory together.
_BATCH = 256


class HanlpRecognizer:
    """A HanLP model that finds entities: a tagger over characters or a multi-task model with ``tok`` and ``ner``."""

    def __init__(self, model: str) -> None:
        """`model`: a folder that holds a saved model, or a name or address `hanlp.load` knows (it then downloads).

        Raises `UsageError` where HanLP is not installed or the folder does not exist, `KgError` where it cannot load.
        """
        try:
            import hanlp
        except ImportError:
            raise UsageError("the recognizer hanlp needs its extra: pip install 'govkg[hanlp]'") from None
        known = hanlp.pretrained.ALL
        if not Path(model).is_dir() and model not in known and "://" not in model:
            raise UsageError(f"{model}: neither the folder of a HanLP model nor the name of one")
        try:
            self._model: Any = hanlp.load(known.get(model, model))
        except Exception as error:  # HanLP raises whatever its parts raise
            raise KgError(f"{model}: HanLP cannot load it ({type(error).__name__}: {error})") from error
        except SystemExit:  # what HanLP does where a model needs a part that is not installed
            raise KgError(f"{model}: HanLP cannot load it") from None
        self.name = f"hanlp:{Path(model).name or model}"

    def entities(self, sentences: Sequence[str]) -> list[list[Entity]]:
        """See `Recognizer.entities`."""
        asked = list(dict.fromkeys(s for s in sentences if s.strip()))
        found: dict[str, list[Entity]] = {}
        for at in range(0, len(asked), _BATCH):
            batch = asked[at : at + _BATCH]
            try:
                words, spans = self._told(batch)
                found |= {s: of_token_spans(s, w, n) for s, w, n in zip(batch, words, spans, strict=True)}
            except (ValueError, TypeError, StopIteration) as error:  # a parser, a classifier …
                raise KgError(f"{self.name}: not a model that finds named entities ({error})") from error
        return [found.get(s, []) for s in sentences]

    def _told(self, batch: list[str]) -> tuple[list[list[str]], list[list[object]]]:
        """The tokens of each sentence, and the entities over them."""
        if hasattr(self._model, "tasks"):  # one model for many tasks: it cuts words itself
            told = self._model(batch, tasks="ner*")
            return next(v for k, v in told.items() if k.startswith("tok")), next(
                v for k, v in told.items() if k.startswith("ner")
            )
        words = [[c for c in s if not c.isspace()] for s in batch]
        return words, self._model(words)
