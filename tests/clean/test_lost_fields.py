"""What lost bytes did to datelines, reporters and dates, where a closed list or the calendar tells the way back."""

from __future__ import annotations

import pytest

from kg.clean import clean
from kg.clean.gbk import gbk
from tests.clean.test_page import STORY, TITLE


def hit(words: str, at: int, behind: str = " ") -> str:
    """`words` and one ASCII character, shown after the first byte of the character at `at` was lost."""
    return gbk().show(words[:at].encode("gbk") + b"?" + (words[at:] + behind).encode("gbk")[1:])


@pytest.mark.parametrize(
    ("medium", "at"),
    [
        ("宜春日报", 2),
        ("襄阳日报", 1),
        ("榆林新闻网", 3),
        ("凤县融媒体中心", 3),
        ("吉林省纪委监委网站", 4),
        ("闽西日报", 0),
        ("三明日报", 3),
        ("克拉玛依市人民政府网", 6),
    ],
)
@pytest.mark.parametrize("form", ["{} 2022年3月9日", "2022-03-09 08:12 来源：{}", "2022-03-09 {}"])
def test_a_medium_comes_back_where_no_other_name_shows_so(medium: str, at: int, form: str) -> None:
    article = clean(f"{TITLE}\n{form.format(hit(medium, at))}\n{STORY}")
    assert (article.source, article.published) == (medium, "2022-03-09")
    assert article.text == f"{TITLE}\n{STORY}"
    assert "lost_byte" in article.damage.found


@pytest.mark.parametrize("damaged", [hit("平果市融媒体中心", 1), hit("宜春新闻网", 4), hit("襄阳日报", 0)])
def test_a_medium_that_may_be_another_is_left(damaged: str) -> None:
    found = clean(f"{TITLE}\n2022-03-09 {damaged}\n{STORY}").source
    assert found is None or "?" in found or found == "宜春新闻"


@pytest.mark.parametrize(
    ("label", "at", "value", "source", "authors"),
    [
        ("来源", 0, "宜春日报", "宜春日报", ()),
        ("信息来源", 2, "宜春发布", "宜春发布", ()),
        ("作者", 0, "林彦 范小舟", None, ("林彦", "范小舟")),
        ("作者", 1, "凤县融媒体中心", "凤县融媒体中心", ()),
        ("來源", 0, "宜春日報", "宜春日报", ()),
    ],
)
def test_labels_come_back(label: str, at: int, value: str, source: str | None, authors: tuple[str, ...]) -> None:
    article = clean(f"{TITLE}\n2022-03-09 {hit(label, at, ':')}{value}\n{STORY}")
    assert (article.source, article.authors, article.published) == (source, authors, "2022-03-09")
    assert article.text == f"{TITLE}\n{STORY}"


@pytest.mark.parametrize(
    ("opening", "authors"),
    [
        (f"本报讯(记者 王涛 {hit('通讯员', 2)}封德)", ("王涛", "封德")),
        (f"本报讯({hit('记者', 0)}王涛)", ("王涛",)),
        (f"宜春日报讯({hit('日报记者', 1)}王涛 封德)", ("王涛", "封德")),
        ("本报宜春?记者 卓越)", ("卓越",)),
        ("本报阿克陶?沼?记者 古丽巴哈尔)", ("古丽巴哈尔",)),
        ("宜春日报讯?全媒体记者 卓越)", ("卓越",)),
    ],
)
def test_reporters_are_read_past_a_lost_byte(opening: str, authors: tuple[str, ...]) -> None:
    assert clean(f"{TITLE}\n2022-03-09\n{opening}{STORY}").authors == authors


def test_a_byline_comes_back_in_traditional_characters() -> None:
    article = clean(f"{TITLE}\n2022-03-09\n{STORY}\n本報{hit('記者', 0)}岑港")
    assert article.authors == ("岑港",)
    assert article.text == f"{TITLE}\n{STORY}"


@pytest.mark.parametrize("words", ["你从哪里来??记者在现场看到", "这是谁的时间??大家都在问", "?记者"])
def test_questions_are_no_labels(words: str) -> None:
    line = f"3月9日上午，市委书记凌云志主持会议，{words}，会议开了两个小时。"
    assert words.strip("?") in clean(f"{TITLE}\n{STORY}\n{line}").text


@pytest.mark.parametrize("name", ["古丽巴哈尔", "阿依努尔", "格桑德吉旺姆"])
def test_long_names_of_reporters(name: str) -> None:
    assert clean(f"{TITLE}\n本报讯（记者 {name}）{STORY}").authors == (name,)


@pytest.mark.parametrize("words", ["特约评论员文章", "宜春发布综合报道", "记者在现场了解"])
def test_long_words_are_no_reporters(words: str) -> None:
    assert clean(f"{TITLE}\n2022-03-09 作者：{words}\n{STORY}").authors == ()


@pytest.mark.parametrize(
    ("shown", "written"),
    [
        ("1025日，", "10月25日，"),
        ("会议于528日上午召开，", "会议于5月28日上午召开，"),
        ("2021年38日，", "2021年3月8日，"),
        ("2017822日通过，", "2017年8月22日通过，"),
        ("生于196212月，", "生于1962年12月，"),
        ("35日至37日，", "3月5日至3月7日，"),
        ("112日，", "1月12日，"),
    ],
)
def test_year_and_month_come_back(shown: str, written: str) -> None:
    published = "2021-01-15" if shown.startswith("112") else "2021-03-12"
    article = clean(f"{TITLE}\n{published} 来源：宜春日报\n{shown}{STORY}")
    assert article.text == f"{TITLE}\n{written}{STORY}"
    assert article.damage.found["date_mark"].confidence < 1
    at = article.text.index(written)
    assert article.offsets.raw_text(at, at + len(written)) == shown


@pytest.mark.parametrize(
    "words",
    ["历时1025日，", "公示期：45日，", "G1511日兰高速，", "112日，", "31日，", "2023日，", "共365日，", "12.25日，"],
)
def test_numbers_that_are_no_dates_stay(words: str) -> None:
    text = f"{TITLE}\n{words}{STORY}"
    assert clean(text).text == text


@pytest.mark.parametrize(
    ("shown", "written"),
    [
        ("凌云志,、季长风出席。", "凌云志、季长风出席。"),
        ("凌云志、季长风等市领导出席,。", "凌云志、季长风等市领导出席。"),
        ("凌云志，，季长风、江海平出席。", "凌云志，季长风、江海平出席。"),
        ("凌云志出席；，季长风讲话。", "凌云志出席；季长风讲话。"),
    ],
)
def test_of_two_marks_one_goes(shown: str, written: str) -> None:
    article = clean(f"{TITLE}\n{STORY}\n{shown}")
    assert article.text == f"{TITLE}\n{STORY}\n{written}"
    assert "double_mark" in article.damage.found


@pytest.mark.parametrize(
    "words", ["市委书记，，市长季长风出席。", "由县长、，副县长季长风主持。", "市政府党组成员,,季长风到会。"]
)
def test_a_name_that_is_missing_is_marked(words: str) -> None:
    article = clean(f"{TITLE}\n{STORY}\n{words}")
    assert words in article.text
    assert [mark.kind for mark in article.damage.marked] == ["missing"]


@pytest.mark.parametrize(
    "words", ["他问：“来不来？”", "“好！”，他说。", "一、二、三……，四。", "（一），（二），（三）。"]
)
def test_other_marks_in_a_row_stay(words: str) -> None:
    text = f"{TITLE}\n{STORY}\n{words}"
    assert clean(text).text == text
