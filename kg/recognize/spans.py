"""From what models print (tokens, labels, span lists) to stretches of the sentence. Models err; nothing here raises."""

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

#: Invisible characters that models drop like white space.
_INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufeff")
#: How far past its place a word is looked for, beyond what words not found before it may have taken.
_SLACK = 4


def of_tokens(sentence: str, tokens: Iterable[tuple[str, str]]) -> list[Entity]:
    """Entities among `tokens` (word, label), which stand in `sentence` in this order, perhaps with white space lost."""
    told = list(tokens)
    found: list[Entity] = []
    for (_, label), at in zip(told, aligned(sentence, [word for word, _ in told]), strict=True):
        kind = KINDS.get(label)
        if kind is not None and at is not None:
            found.append(Entity(*at, kind))
    return found


def of_token_spans(sentence: str, words: Sequence[str], spans: Iterable[object]) -> list[Entity]:
    """Entities told as ``(text, label, first token, token after the last)`` over `words` of `sentence`.

    What is not told so is passed over, as is what has no place in the sentence; of two that overlap the earlier, then
    the longer one stays.
    """
    places = aligned(sentence, words)
    found: list[Entity] = []
    for span in spans:
        if not isinstance(span, list | tuple) or len(span) < 4:
            continue
        label, first, last = span[1:4]
        kind = KINDS.get(label) if isinstance(label, str) else None
        if kind is None or not isinstance(first, int) or not isinstance(last, int):
            continue
        if not 0 <= first < last <= len(words):
            continue
        begin, end = places[first], places[last - 1]
        if begin is not None and end is not None:
            found.append(Entity(begin[0], end[1], kind))
    return _apart(found)


def aligned(sentence: str, words: Sequence[str]) -> list[tuple[int, int] | None]:
    """Where each of `words` stands in `sentence`: (start, end), or None where a model has changed or invented it.

    White space does not count, in the sentence or in a word. A word is looked for only near where it must be, so that
    one changed word does not send those after it to the wrong end of the sentence.
    """
    where = [i for i, character in enumerate(sentence) if not _blank(character)]
    bare = "".join(sentence[i] for i in where)
    out: list[tuple[int, int] | None] = []
    cursor = lost = 0
    for word in words:
        word = "".join(c for c in word if not _blank(c)) if any(map(_blank, word)) else word
        at = bare.find(word, cursor, cursor + 2 * lost + _SLACK + len(word)) if word else -1
        if at < 0:
            lost += len(word)
            out.append(None)
            continue
        cursor, lost = at + len(word), 0
        out.append((where[at], where[cursor - 1] + 1))
    return out


def _blank(character: str) -> bool:
    return character.isspace() or character in _INVISIBLE


def _apart(entities: Iterable[Entity]) -> list[Entity]:
    out: list[Entity] = []
    for entity in sorted(entities, key=lambda e: (e.start, -e.end)):
        if not out or entity.start >= out[-1].end:
            out.append(entity)
    return out
