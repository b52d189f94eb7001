"""Pages that repeat one thing without end, and half characters: none makes cleaning raise."""

from __future__ import annotations

import pytest

from kg.clean import clean

#: What once took time with the square of the length, or much of it: elements that never end, sites close together.
UNITS = ["<html><title>", "<div><p>会", "aa鍙讯@", "会a议 ", "會(huì", "会\n", "19:\n", "百家乐(", "?dòng)浾\n"]
UNITS += ["乾著於餘裏", "新闻网\n2023-03-05\n", "来源：\n", "<td>会</td>", "市长?dòng)浾摺∪f(wàn)能", "（记者 张三）\n"]
#: Bytes that are none in any encoding, or in two.
BYTES = [b"\xbb\xe1\xff", b"\xc2?", b"\xed\xa0\x80", "会议，".encode() + "会议".encode("gbk") + b"\n"]


@pytest.mark.parametrize("unit", [*UNITS, *BYTES])
def test_what_repeats_without_end_is_cleaned(unit: str | bytes) -> None:
    """How long these take stands in benchmarks/clean.py; here the way back leads into the page from all of the text."""
    page = unit * (60_000 // len(unit))
    article = clean(page)
    length = len(page if isinstance(page, bytes) else page.encode())
    ends = [article.offsets.raw(at, at + 1) for at in range(0, len(article.text), 97)]
    assert all(0 <= span.byte_start <= span.byte_end <= length for span in ends)
    assert [span.byte_start for span in ends] == sorted(span.byte_start for span in ends)


@pytest.mark.parametrize("page", ["市委\ud800书记王强", "\udfff", "会\udc00\udc00议<html><p>召开\ud83d。</p>"])
def test_half_a_character_is_none(page: str) -> None:
    article = clean(page)
    article.text.encode("utf-8")
    for at in range(len(article.text)):
        span = article.offsets.raw(at, at + 1)
        assert 0 <= span.byte_start <= span.byte_end <= len(page.encode("utf-8", "surrogatepass"))
