"""A HanLP server, asked with HanLP's own small client. Text goes to the address the user gives and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from kg.errors import KgError, UsageError
from kg.recognize import Entity
from kg.recognize.spans import of_token_spans

#: Sentences a request: a server refuses long ones.
_BATCH = 32


class HanlpRestRecognizer:
    """The tasks ``tok`` and ``ner`` of a HanLP server; ``HANLP_AUTH`` holds the key where it wants one."""

    def __init__(self, url: str, timeout: int = 60) -> None:
        """`url`: the server's address (http or https); `timeout` in seconds.

        Raises `UsageError` for an address that is none, or where the client is not installed.
        """
        if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).netloc:
            raise UsageError(f"{url}: not the address of a server (hanlp-rest:http://host:port)")
        try:
            from hanlp_restful import HanLPClient
        except ImportError:
            raise UsageError("the recognizer hanlp-rest needs its extra: pip install 'govkg[hanlp-rest]'") from None
        self._url = url
        self._client = HanLPClient(url.rstrip("/"), language="zh", timeout=timeout)
        self.name = f"hanlp-rest:{urlsplit(url).netloc.rpartition('@')[2]}"

    def entities(self, sentences: Sequence[str]) -> list[list[Entity]]:
        """See `Recognizer.entities`."""
        found: dict[str, list[Entity]] = {}
        asked = list(dict.fromkeys(s for s in sentences if s.strip()))
        for at in range(0, len(asked), _BATCH):
            batch = asked[at : at + _BATCH]
            try:
                told = self._client.parse(tokens=None, text=batch, tasks=["tok", "ner"])
                words = next(v for k, v in told.items() if k.startswith("tok"))
                spans = next(v for k, v in told.items() if k.startswith("ner"))
                if len(words) != len(batch):  # it has split a sentence: asked one by one
                    raise ValueError(f"{len(words)} answers to {len(batch)} sentences")
            except (OSError, ValueError, StopIteration, AttributeError) as error:
                reason = str(error) or type(error).__name__
                raise KgError(f"the HanLP server {self.name.partition(':')[2]} does not answer: {reason}") from error
            found |= {s: of_token_spans(s, w, n) for s, w, n in zip(batch, words, spans, strict=True)}
        return [found.get(s, []) for s in sentences]
