from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.resolve.clusters import Clusters
from kg.resolve.order import heads
from kg.resolve.reprints import SPREAD, Sketch, alike, alike_pairs, alike_undated, sketch_text

TEXT = (
    "六月十八日，龙岩市、赣州市党政联席会议在瑞金召开，深入学习贯彻党的二十大精神，共商革命老区振兴发展大计。"
    "会上，两市签署了交通互联、产业协作、文旅融合、生态共治等七个方面的合作协议，明确建立常态化工作机制。"
    "与会人员一行先后来到中华苏维埃共和国临时中央政府旧址、叶坪革命旧址群，重温入党誓词，接受革命传统教育。"
)
OTHER = (
    "本报讯 昨日，全市安全生产工作会议召开，传达省安委会全体会议精神，分析当前形势，部署下阶段重点任务。"
    "会议要求，各县区要压实属地责任，聚焦矿山、危化品、道路交通、建筑施工等领域，开展拉网式排查整治，坚决防范遏制重特大事故。"
)


def reprints(sketches: Sequence[bytes], days: Sequence[int | None], first: int = 0) -> list[int]:
    """For every article the first one with its text. Dated articles stand in order of days, before the others.

    With `first`, the dated ones are looked through in two goes, the second from the `first`-th stretch of days on.
    """
    windows: dict[int, list[Sketch]] = {}
    undated: list[Sketch] = []
    for i, (sketch, day) in enumerate(zip(sketches, days, strict=True)):
        if sketch:
            (undated if day is None else windows.setdefault(day // SPREAD, [])).append((i, day, sketch))
    read = [(window, lambda held=held: held) for window, held in windows.items()]
    pairs = alike_pairs(read[:first], 0) + alike_pairs(read[max(0, first - 1) :], min(first, 1))
    known = heads([*pairs, *alike_undated(undated, (s for held in windows.values() for s in held))])
    return [known.get(i, i) for i in range(len(sketches))]


def test_a_copy_with_another_headline_is_a_reprint() -> None:
    a, b, c = sketch_text(TEXT), sketch_text("来源：某某网\n两市共商老区振兴\n" + TEXT), sketch_text(OTHER)
    assert alike(a, b) > 0.7
    assert alike(a, c) < 0.2
    assert reprints([a, c, b], [100, 100, 102]) == [0, 1, 0]


def test_the_same_words_months_later_are_not() -> None:
    sketch = sketch_text(TEXT)
    assert reprints([sketch, sketch], [100, 200]) == [0, 1]
    assert reprints([sketch, sketch], [100, None]) == [0, 0]


def test_a_short_text_is_never_a_reprint() -> None:
    assert sketch_text("会议召开。") == b""
    assert reprints([b"", b""], [1, 1]) == [0, 1]


def test_digits_and_blanks_do_not_matter() -> None:
    assert sketch_text(TEXT) == sketch_text(TEXT.replace("，", " ，\n") + "2023年"[:4])


#: Versions of two texts: whole, with another end, with a paragraph of its own.
VERSIONS = [
    sketch_text(body + tail)
    for body in (TEXT, OTHER)
    for tail in (
        "",
        "（记者 李明）责任编辑：王芳",
        "另悉，下一届会议将在福建省举行，届时还将举办经贸洽谈活动和图片展览。",
    )
]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 5), st.one_of(st.none(), st.integers(700000, 700090))), max_size=20),
    st.integers(0, 3),
)
def test_looking_back_over_weeks_finds_what_comparing_all_with_all_finds(
    drawn: list[tuple[int, int | None]], first: int
) -> None:
    dated = sorted((day, version) for version, day in drawn if day is not None)
    articles = [
        *((VERSIONS[version], day) for day, version in dated),
        *((VERSIONS[v], d) for v, d in drawn if d is None),
    ]
    clusters = Clusters(len(articles))
    for (i, (a, one)), (j, (b, other)) in combinations(enumerate(articles), 2):
        if (one is None or other is None or abs(one - other) <= 15) and alike(a, b) >= 0.5:
            clusters.join(i, j)
    expected = {i: group[0] for group in clusters.groups() for i in group}
    found = reprints([a for a, _ in articles], [day for _, day in articles], first)
    assert found == [expected[i] for i in range(len(articles))]
