"""Where models say that names stand: white space lost, words changed, spans out of range or on top of each other."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.recognize import Entity
from kg.recognize.spans import KINDS, aligned, of_token_spans, of_tokens


def told(sentence: str, entities: list[Entity]) -> list[tuple[str, str]]:
    return [(sentence[e.start : e.end], e.kind) for e in entities]


def test_tokens_with_their_labels() -> None:
    sentence = "九江市市长张三到市水利局"
    tokens = [("九江市", "LOC"), ("市长", "n"), ("张三", "PER"), ("到", "v"), ("市水利局", "ORG")]
    assert told(sentence, of_tokens(sentence, tokens)) == [
        ("九江市", "place"),
        ("张三", "person"),
        ("市水利局", "organization"),
    ]


@pytest.mark.parametrize("blank", [" ", "\u3000", "\u200b", "\n", " \u2060 "])
def test_white_space_that_the_model_lost(blank: str) -> None:
    sentence = f"市长张{blank}三、{blank}李四"
    assert told(sentence, of_tokens(sentence, [("市长", "n"), ("张三", "nr"), ("、", "w"), ("李四", "nr")])) == [
        (f"张{blank}三", "person"),
        ("李四", "person"),
    ]
    spans = [("张三", "PERSON", 1, 2), ("李四", "NR", 3, 4)]
    assert told(sentence, of_token_spans(sentence, ["市长", "张三", "、", "李四"], spans)) == [
        (f"张{blank}三", "person"),
        ("李四", "person"),
    ]


def test_white_space_that_the_model_kept() -> None:
    sentence = "市长张 三讲话"
    assert aligned(sentence, ["市长", "张 ", "三", " ", "讲话"]) == [(0, 2), (2, 3), (4, 5), None, (5, 7)]


def test_a_changed_word_does_not_send_the_others_away() -> None:
    sentence = "１１月，市长张三主持会议。" + "会议要求抓好落实。" * 20 + "11月，市长张三总结。"
    words = ["11", "月", "，", "市长", "张三", "主持"]
    assert aligned(sentence, words) == [None, (2, 3), (3, 4), (4, 6), (6, 8), (8, 10)]


def test_the_second_of_two_alike() -> None:
    sentence = "张三和张三"
    assert [e.start for e in of_tokens(sentence, [("张三", "n"), ("和", "c"), ("张三", "PER")])] == [3]


def test_of_overlapping_spans_the_longer_stays() -> None:
    sentence = "中共九江市委书记张三丰"
    words = list(sentence)
    spans = [("张三", "NR", 8, 10), ("九江", "NS", 2, 4), ("张三丰", "NR", 8, 11), ("九江市委", "NT", 2, 6)]
    assert told(sentence, of_token_spans(sentence, words, spans)) == [
        ("九江市委", "organization"),
        ("张三丰", "person"),
    ]


def test_spans_in_any_order_come_in_that_of_the_sentence() -> None:
    sentence = "张三到九江市"
    spans = [("九江市", "LOCATION", 3, 6), ("张三", "PERSON", 0, 2)]
    assert told(sentence, of_token_spans(sentence, list(sentence), spans)) == [("张三", "person"), ("九江市", "place")]


@pytest.mark.parametrize(
    "span",
    [
        ("张三", "PERSON", 0, 99),
        ("张三", "PERSON", -2, 2),
        ("张三", "PERSON", 2, 2),
        ("张三", "PERSON", 2, 0),
        ("张三", "PERSON", "0", "2"),
        ("张三", "PERSON", 0.0, 2.0),
        ("张三", "PERSON", None, None),
        ("张三", ["PERSON"], 0, 2),
        ("张三", "DATE", 0, 2),
        ("张三", "PERSON"),
        (),
        None,
        7,
        "张三 PERSON",
    ],
)
def test_what_is_no_span_is_passed_over(span: Any) -> None:
    good = ("李四", "PERSON", 3, 5)
    assert told("张三和李四", of_token_spans("张三和李四", list("张三和李四"), [span, good])) == [("李四", "person")]


_TEXT = st.text(alphabet="张三李四九江市委 \u3000\u200b，a１\U0001f600", max_size=30)
_SPAN = st.tuples(st.text(max_size=2), st.sampled_from([*KINDS, "DATE"]), st.integers(-3, 12), st.integers(-3, 12))


@given(_TEXT, st.lists(_TEXT, max_size=12), st.lists(_SPAN, max_size=6))
def test_whatever_is_told_entities_lie_in_the_sentence_in_order_and_apart(
    sentence: str, words: list[str], spans: list[tuple[str, str, int, int]]
) -> None:
    for found in (
        of_token_spans(sentence, words, spans),
        of_tokens(sentence, [(word, "PER") for word in words]),
    ):
        assert all(0 <= e.start < e.end <= len(sentence) for e in found)
        assert all(a.end <= b.start for a, b in pairwise(found))


@given(st.lists(_TEXT.filter(lambda text: bool(text.strip(" \u3000\u200b"))), max_size=10))
def test_words_that_make_up_the_sentence_are_all_found(words: list[str]) -> None:
    sentence = "".join(words)
    places = aligned(sentence, words)
    assert None not in places
    bare = [word.translate({ord(c): None for c in " \u3000\u200b"}) for word in words]
    assert ["".join(sentence[p[0] : p[1]].split()).replace("\u200b", "") for p in places if p] == bare
