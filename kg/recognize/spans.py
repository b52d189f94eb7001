"""From what models print (tokens, BIO labels, span lists) to stretches of the sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.recognize import Entity, EntityKind

#: The labels of LAC, MSRA, PKU and OntoNotes models.
KINDS: dict[str, EntityKind] = {
    "PER": "person",
    "PERSON": "person",
    "NR": "person",
    "nr": "person",
    "LOC": "place",
    "LOCATION": "place",
    "GPE": "place",
    "NS": "place",
    "ns": "place",
    "ORG": "organization",
    "ORGANIZATION": "organization",
    "NT": "organization",
    "nt": "organization",
}


def of_tokens(sentence: str, tokens: Iterable[tuple[str, str]]) -> list[Entity]:
    """Entities among `tokens` (word, label), which stand in `sentence` in this order, perhaps with white space lost."""
    out: list[Entity] = []
    cursor = 0
    for word, label in tokens:
        start = sentence.find(word, cursor)
        if start < 0:
            continue
        cursor = start + len(word)
        kind = KINDS.get(label)
        if kind is not None:
            out.append(Entity(start, cursor, kind))
    return out


def of_token_spans(sentence: str, words: Sequence[str], spans: Iterable[Sequence[object]]) -> list[Entity]:
    """Entities told as ``(text, label, first token, token after the last)`` over `words` of `sentence`."""
    starts: list[int] = []
    ends: list[int] = []
    cursor = 0
    for word in words:
        at = sentence.find(word, cursor)
        at = cursor if at < 0 else at
        starts.append(at)
        cursor = at + len(word)
        ends.append(cursor)
    out: list[Entity] = []
    for span in spans:
        _, label, first, last = span[:4]
        kind = KINDS.get(str(label))
        if kind is None or not isinstance(first, int) or not isinstance(last, int):
            continue
        if 0 <= first < last <= len(words):
            out.append(Entity(starts[first], ends[last - 1], kind))
    return out
