"""A HanLP server, asked with HanLP's own small client. Text goes to the address the user gives and nowhere else."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping, Sequence
from http.client import HTTPException
from typing import Any, TypeGuard
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from kg.errors import KgError, UsageError
from kg.recognize import Entity
from kg.recognize.spans import of_token_spans

#: Sentences and characters a request: a server refuses long ones.
_BATCH = 32
_CHARACTERS = 8000
#: Answers that may be another after a pause: too many requests, a server that starts.
_AGAIN = frozenset({429, 502, 503, 504})
#: Seconds before the second, third and fourth try; a server that names a time (Retry-After) is given up to the last.
_PAUSES = (1.0, 3.0, 9.0)


class HanlpRestRecognizer:
    """The tasks ``tok`` and ``ner`` of a HanLP server; ``HANLP_AUTH`` holds the key where it wants one."""

    def __init__(self, url: str, timeout: int = 60) -> None:
        """`url`: the server's address (http or https); `timeout` in seconds.

        Raises `UsageError` for an address that is none, or where the client is not installed.
        """
        self._url = _address(url)
        try:
            from hanlp_restful import HanLPClient
        except ImportError:
            raise UsageError("the recognizer hanlp-rest needs its extra: pip install 'govkg[hanlp-rest]'") from None

        class Client(HanLPClient):  # type: ignore[misc]
            """Sends JSON as JSON and follows no redirection: `requests` would send the text on to another address."""

            def _send_post_json(self, url: str, form: Mapping[str, Any]) -> Any:
                request = Request(url, json.dumps(form).encode(), {"Content-Type": "application/json"})
                self._add_headers(request)
                with urlopen(request, timeout=self._timeout) as answer:
                    return json.loads(answer.read())

        self._client = Client(self._url, language="zh", timeout=timeout)
        self.name = f"hanlp-rest:{urlsplit(self._url).netloc}"

    def entities(self, sentences: Sequence[str]) -> list[list[Entity]]:
        """See `Recognizer.entities`."""
        found: dict[str, list[Entity]] = {}
        for batch in _batches(dict.fromkeys(s for s in sentences if s.strip())):
            words, spans = self._parse(batch)
            if len(words) == len(batch):
                found |= {s: of_token_spans(s, w, n) for s, w, n in zip(batch, words, spans, strict=True)}
                continue
            for sentence in batch:  # the server has cut one into several: which, it does not say
                found[sentence] = of_token_spans(sentence, *_whole(*self._parse([sentence])))
        return [found.get(s, []) for s in sentences]

    def _parse(self, batch: list[str]) -> tuple[list[list[str]], list[list[object]]]:
        """The words of each sentence, and its entities over them. Raises `KgError` where there is no such answer."""
        try:
            told = self._asked(batch)
            words = next((v for k, v in told.items() if k.startswith("tok")), None)
            spans = next((v for k, v in told.items() if k.startswith("ner")), None)
        except (OSError, HTTPException, ValueError, TypeError, AttributeError, RecursionError) as error:
            raise KgError(f"the HanLP server {self._url} does not answer: {_reason(error)}") from error
        if not _lists(words) or not _lists(spans) or len(words) != len(spans):
            raise KgError(f"the HanLP server {self._url} does not answer with the lists tok and ner for each sentence")
        return [[str(word) for word in line] for line in words], spans

    def _asked(self, batch: list[str]) -> Any:
        for pause in (*_PAUSES, None):
            try:
                return self._client.parse(text=batch, tasks=["tok", "ner"])
            except HTTPError as error:
                if error.code not in _AGAIN or pause is None:
                    raise
                named = error.headers.get("Retry-After", "") if error.headers else ""
                time.sleep(min(float(named), _PAUSES[-1]) if named.isdecimal() else pause)
        raise AssertionError("unreachable")  # pragma: no cover


def _address(url: str) -> str:
    """The address without a slash at its end. Raises `UsageError` for what is no address."""
    try:
        parts = urlsplit(url)
        known = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        known = False
    if known and "@" in parts.netloc:  # it would stand in records and messages
        raise UsageError("hanlp-rest: the address holds a password; give the key in the environment as HANLP_AUTH")
    if not known or any(c.isspace() for c in url):
        raise UsageError(f"{url.rpartition('@')[2]}: not the address of a server (hanlp-rest:http://host:port)")
    return url.rstrip("/")


def _batches(sentences: Iterator[str] | Mapping[str, None]) -> Iterator[list[str]]:
    batch: list[str] = []
    size = 0
    for sentence in sentences:
        if batch and (len(batch) == _BATCH or size + len(sentence) > _CHARACTERS):
            yield batch
            batch, size = [], 0
        batch.append(sentence)
        size += len(sentence)
    if batch:
        yield batch


def _whole(words: list[list[str]], spans: list[list[object]]) -> tuple[list[str], list[object]]:
    """The pieces of one sentence as one: the token numbers of later pieces count on."""
    joined: list[str] = []
    moved: list[object] = []
    for piece, told in zip(words, spans, strict=True):
        for span in told:
            if not isinstance(span, list) or len(span) < 4:
                continue
            first, last = span[2:4]
            if isinstance(first, int) and isinstance(last, int) and 0 <= first < last <= len(piece):
                moved.append([*span[:2], first + len(joined), last + len(joined)])
        joined += piece
    return joined, moved


def _lists(value: object) -> TypeGuard[list[list[object]]]:
    return isinstance(value, list) and all(isinstance(line, list) for line in value)


def _reason(error: Exception) -> str:
    if isinstance(error, HTTPError):
        return f"HTTP {error.code} {error.reason}"[:200]
    return (str(error) or type(error).__name__)[:200]
