"""The way back to the raw page."""

from __future__ import annotations

import pytest

from kg.clean import clean
from kg.clean.offsets import Edit, OffsetMap, Segment, apply
from tests.clean.texts import PAGES, gloss_bytes, to_glossed, to_html, to_traditional


def test_edits_keep_the_way_back() -> None:
    text, layer = apply("會(huì)議 召開", [Edit(1, 6, ""), Edit(7, 8, "")])
    assert text == "會議召開"
    assert layer is not None
    offsets = OffsetMap("會(huì)議 召開", [Segment(0, 0, "utf-8")], [layer], len(text))
    assert offsets.raw_text(0, 1) == "會"
    assert offsets.raw_text(1, 2) == "議"
    assert offsets.raw_text(0, 2) == "會(huì)議"
    assert offsets.raw(0, 2).byte_end == len("會(huì)議".encode())


def test_neighbours_may_share_raw_characters() -> None:
    _, layer = apply("聞?dòng)浾摺", [Edit(1, 7, "記"), Edit(6, 8, "者"), Edit(7, 9, "\u3000")])
    assert layer is not None
    assert [layer.char(i) for i in range(4)] == [(0, 1), (1, 7), (6, 8), (7, 9)]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_bytes_spell_the_characters(page: str, encoding: str) -> None:
    data = page.encode(encoding)
    article = clean(data)
    for name in ("联防联治", "出席会议", "通报有关情况"):
        at = article.text.find(name)
        if at < 0:
            continue
        span = article.offsets.raw(at, at + len(name))
        bare = "utf-16-le" if encoding == "utf-16" else encoding.removesuffix("-sig")
        assert data[span.byte_start : span.byte_end].decode(bare) == name


def test_a_name_in_a_glossed_page_maps_to_the_stretch_that_spells_it() -> None:
    raw = to_glossed(PAGES[0])
    article = clean(raw)
    for name in ("钟定远", "谭若水", "大余县委书记", "文化旅游"):
        at = article.text.index(name)
        spelled = article.offsets.raw_text(at, at + len(name))
        assert [c for c in spelled if c in to_traditional(name)] == list(to_traditional(name))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("damage", [str, to_glossed, gloss_bytes, to_traditional])
def test_offsets_are_total_and_monotonic(page: str, damage: object) -> None:
    raw = damage(page)  # type: ignore[operator]
    article = clean(raw)
    spans = [article.offsets.raw(i, i + 1) for i in range(len(article.text))]
    assert all(0 <= s.char_start <= s.char_end <= len(raw) for s in spans)
    assert [s.char_start for s in spans] == sorted(s.char_start for s in spans)
    assert [s.char_end for s in spans] == sorted(s.char_end for s in spans)
    assert [s.byte_start for s in spans] == sorted(s.byte_start for s in spans)
    whole = article.offsets.raw(-5, len(article.text) + 5)
    assert whole.char_start == spans[0].char_start
    assert whole.char_end == spans[-1].char_end


def test_html_offsets() -> None:
    import random

    raw = to_html(PAGES[0], random.Random(1))
    article = clean(raw)
    at = article.text.index("邓一舟")
    assert article.offsets.raw_text(at, at + 3) == "邓一舟"


def test_changes_cover_every_difference() -> None:
    article = clean("標(biāo)題會(huì)議召開(kāi)了\n請(qǐng)看。")
    rebuilt: list[str] = []
    at = 0
    raw = article.offsets.raw_slice(0, article.offsets.raw_length)
    for change in article.changes():
        rebuilt.append(raw[at : change.raw.char_start])
        rebuilt.append(change.after)
        at = change.raw.char_end
    rebuilt.append(raw[at:])
    assert "".join(rebuilt) == article.text
