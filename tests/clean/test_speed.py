"""No input makes cleaning slow out of proportion, and none makes it raise."""

from __future__ import annotations

import time

import pytest

from kg.clean import clean

#: What once took time with the square of the length, or much of it: elements that never end, sites close together.
UNITS = ["<html><title>", "<div><p>会", "aa鍙讯@", "会a议 ", "會(huì", "会\n", "19:\n", "百家乐(", "?dòng)浾\n"]
UNITS += ["乾著於餘裏", "新闻网\n2023-03-05\n", "来源：\n", "<td>会</td>", "市长?dòng)浾摺∪f(wàn)能", "（记者 张三）\n"]
#: Bytes that are none in any encoding, or in two.
BYTES = [b"\xbb\xe1\xff", b"\xc2?", b"\xed\xa0\x80", "会议，".encode() + "会议".encode("gbk") + b"\n"]


def seconds(page: str | bytes) -> float:
    start = time.process_time()
    clean(page)
    return time.process_time() - start


@pytest.mark.parametrize("unit", [*UNITS, *BYTES])
def test_time_is_linear(unit: str | bytes) -> None:
    quarter, whole = unit * (60_000 // len(unit)), unit * (240_000 // len(unit))
    clean(quarter)
    # Linear is 4, square 16; the floor is for what is too quick to be measured.
    assert seconds(whole) < 9 * max(0.05, min(seconds(quarter), seconds(quarter)))


@pytest.mark.parametrize("page", ["市委\ud800书记王强", "\udfff", "会\udc00\udc00议<html><p>召开\ud83d。</p>"])
def test_half_a_character_is_none(page: str) -> None:
    article = clean(page)
    article.text.encode("utf-8")
    for at in range(len(article.text)):
        span = article.offsets.raw(at, at + 1)
        assert 0 <= span.byte_start <= span.byte_end <= len(page.encode("utf-8", "surrogatepass"))
