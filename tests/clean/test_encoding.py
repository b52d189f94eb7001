"""Bytes in any encoding, declared rightly or wrongly."""

from __future__ import annotations

import os
import random
import re
import time

import pytest

from kg.clean import clean
from kg.clean.encoding import decode
from tests.clean.texts import PAGES, to_traditional


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"])
def test_simplified(encoding: str) -> None:
    assert decode(PAGES[0].encode(encoding))[0] == PAGES[0]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5hkscs"])
def test_traditional(encoding: str) -> None:
    page = "市政府召開會議,研究經濟發展與開發區建設問題。\n書記主持會議並講話,強調要進一步推動產業發展。"
    assert decode(page.encode(encoding))[0] == page


def test_wrong_declaration() -> None:
    page = f'<html><head><meta charset="gb2312"><title>x</title></head><body><p>{PAGES[0]}</p></body></html>'
    assert decode(page.encode("utf-8"))[0] == page
    page = page.replace("gb2312", "utf-8")
    assert decode(page.encode("gb18030"))[0] == page


def test_mixed_in_one_file() -> None:
    first, second = PAGES[0], "版权所有 某某日报社"
    text, segments, name = decode(first.encode() + b"\n" + second.encode("gbk") + b"\n" + first.encode())
    assert text == f"{first}\n{second}\n{first}"
    assert name == "utf-8+gb18030"
    assert [s.encoding for s in segments] == ["utf-8", "gb18030", "utf-8"]


def test_broken_byte_does_not_shift_the_rest() -> None:
    data = PAGES[0].encode("gb18030")
    text, _, _ = decode(data[:100] + b"\xff" + data[100:])
    assert text.replace("\ufffd", "") == PAGES[0]


@pytest.mark.parametrize("seed", range(6))
def test_any_bytes_are_cleaned_without_an_error(seed: int) -> None:
    chance = random.Random(seed)
    data = bytes(chance.randrange(256) for _ in range(chance.randrange(4000)))
    article = clean(data)
    assert article.text == clean(article.text).text


def test_noise_takes_no_time() -> None:
    start = time.process_time()
    clean(os.urandom(300_000))
    assert time.process_time() - start < 6


@pytest.mark.parametrize("unit", ["?", "(", "<", "<!--", "<p>", "會(huì", "?huì)", " ", "\n", "“", "&amp", "来源:"])
def test_repetition_is_not_quadratic(unit: str) -> None:
    start = time.process_time()
    clean(unit * (100_000 // len(unit)))
    assert time.process_time() - start < 6


def _survives(text: str) -> bool:
    try:
        return bool(text.encode().decode("gb18030"))
    except UnicodeDecodeError:
        return False


def test_utf8_read_as_gbk() -> None:
    words = [word for word in re.findall("[\u4e00-\u9fff]{2}", PAGES[0]) if _survives(word)]
    page = "\n".join("".join(words[i : i + 16]) for i in range(0, len(words), 16))
    article = clean(page.encode().decode("gb18030"))
    assert article.text == clean(page).text
    assert article.damage.found["mojibake"].count >= 2
    at = article.text.index(words[20])
    span = article.offsets.raw(at, at + 2)
    assert span.char_end - span.char_start == 3


def test_utf8_read_as_latin() -> None:
    article = clean(PAGES[0].encode().decode("latin-1"))
    assert article.text == clean(PAGES[0]).text
    at = article.text.index("钟定远")
    span = article.offsets.raw(at, at + 3)
    assert span.char_end - span.char_start == 9


def test_traditional_helper_round_trip() -> None:
    assert clean(to_traditional(PAGES[1])).text == clean(PAGES[1]).text
