"""Pages as scrapers and sites leave them: the text comes back whole, with its headline, and nothing else with it."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable

import pytest

from kg.clean import clean
from tests.clean.scraped import FORMS, half
from tests.clean.test_page import STORY, TITLE
from tests.clean.texts import PAGES, to_glossed, to_traditional

#: Headline and paragraphs of three texts.
TEXTS = [
    *([lines[0], *lines[2:]] for lines in (page.split("\n") for page in PAGES)),
    [
        "赣榆区与徐圩新区签署临港产业协同发展协议",
        "本报讯（记者 孟小渔）6月18日，赣榆区与徐圩新区临港产业协同发展座谈会在徐圩新区举行。赣榆区委书记戚云舒，"
        "徐圩新区党工委书记、管委会主任柏长河出席并讲话。",
        "会上，双方签署《临港产业协同发展框架协议》，约定共建“海洋经济创新走廊”，在石化、物流、渔港三个方面开展合作。",
        "戚云舒说，赣榆区港口资源丰富，徐圩新区产业基础雄厚，双方携手前景广阔。要建立联席会议制度，每季度会商一次。",
        "赣榆区副区长闵秋白，徐圩新区管委会副主任荀大川参加座谈。",
    ],
]


@pytest.mark.parametrize("lines", TEXTS, ids=["两县", "全市", "两区"])
@pytest.mark.parametrize("name", FORMS)
def test_the_text_comes_back(name: str, lines: list[str]) -> None:
    article = clean(FORMS[name](lines, random.Random(name)))
    assert half(article.text) == half("\n".join(lines))
    assert article.title is not None
    assert half(article.title) == half(lines[0])
    assert article.damage.domain == "in"


@pytest.mark.parametrize(
    "story",
    [
        ["【相关新闻】", "三县一区共绘蓝图：春耕现场会侧记", "本报讯 3月7日，全市春耕现场会在袁州区召开，江海平到会。"],
        [
            "■相关链接",
            "全市春耕生产现场会召开",
            "全市春耕生产现场会3月7日在袁州区召开，副市长江海平出席会议并作了讲话。",
        ],
        ["推荐阅读", "昨日气温回升", "据市气象台消息，昨日我市各地气温普遍回升，最高气温达到二十二度，今天继续晴好。"],
    ],
)
def test_a_related_report_goes(story: list[str]) -> None:
    assert clean("\n".join([TITLE, STORY, *story])).text == f"{TITLE}\n{STORY}"


@pytest.mark.parametrize("heading", ["【草案】", "■焦点", "● 2012年8月 一审", "主持人：", "□应对"])
def test_headings_that_come_again_stay(heading: str) -> None:
    first, second = STORY.split("\n")
    third = "与会人员还就开发区用地、用工、用能等问题作了交流，有关部门现场作了答复。"
    text = "\n".join([TITLE, first, heading, second, heading, third, heading, third.replace("还", "又")])
    assert clean(text).text == text


@pytest.mark.parametrize(
    "lines",
    [
        ["举报电话：（0851）12380 传真：（0851）85891234", "通讯地址：宜春市宜阳大道1号", "中共宜春市委组织部"],
        ["联系电话：0795-3900000", "宜春市发展和改革委员会"],
        ["电话：0795-12380", "电子邮箱：jb@example.cn", "袁州区人民政府办公室"],
    ],
)
def test_contacts_of_a_notice_stay(lines: list[str]) -> None:
    text = "\n".join([TITLE, STORY, *lines])
    assert clean(text + "\n2022年3月9日").text == text


@pytest.mark.parametrize(
    "lines", [["联系电话：0795-3900000"], ["地址：宜阳大道1号", "邮编：336000"], ["电话：12380", "分享到："]]
)
def test_contacts_of_a_site_go(lines: list[str]) -> None:
    assert clean("\n".join([TITLE, STORY, *lines])).text == f"{TITLE}\n{STORY}"


@pytest.mark.parametrize(
    "head",
    [
        ["渝昌携手谱新篇", "开发区建设推进会在宜春召开"],
        ["山海一家亲", "——全市开发区建设推进会侧记"],
        ["不负春光不负卿，山海同行再出发", "全市开发区建设推进会召开"],
    ],
)
def test_a_subtitle_makes_no_stranger_of_its_headline(head: list[str]) -> None:
    article = clean("\n".join([*head, STORY]))
    assert article.title == head[0]
    assert article.text == "\n".join([*head, STORY])


@pytest.mark.parametrize(
    "signed",
    [["宜春市人民政府办公室", "2022年3月9日"], ["附件：1.实施方案"], ["2022年3月9日"]],
)
def test_a_notice_with_more_below_is_one_article(signed: list[str]) -> None:
    more = "一、总体要求。坚持以项目为王，围绕产业链招商，力争全年引进亿元以上项目一百个。"
    found = clean("\n".join([TITLE, STORY, *signed, more])).text
    assert found.startswith(f"{TITLE}\n{STORY}")
    assert found.endswith(more)


@pytest.mark.parametrize("words", ["C:\\new\\user", "3\\4", "他写道：“\\o/”"])
def test_single_escapes_stay(words: str) -> None:
    assert words in clean(f"{TITLE}\n{STORY}{words}，会后大家参观了展厅。").text


@pytest.mark.parametrize("words", ["a{b}c", "{张三}", "if (x < 3) then", "#1泵站", "**", "[1](注)"])
def test_braces_and_signs_that_are_no_code_stay(words: str) -> None:
    assert words in clean(f"{TITLE}\n{STORY}会议讨论了{words}的问题，决定另行研究。").text


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_lines_broken_anywhere_are_joined(seed: int) -> None:
    chance = random.Random(seed)
    lines = [line for text in TEXTS for line in text[1:]]
    out = [TITLE]
    for line in lines:
        while line:
            size = chance.randint(18, 40)
            out.append(line[:size])
            line = line[size:]
    found = half(clean("\n".join(out)).text).split("\n")
    whole = [half(line) for line in lines]
    assert sum(line in found for line in whole) >= 0.8 * len(whole)


@pytest.mark.parametrize(
    "lines",
    [
        ["王大明 宜春市教育局局长", "李小红 宜春市财政局副局长", "张建国 宜春市水利局局长", "周红梅 宜春市统计局局长"]
        * 3,
        ["袁州区 全年完成固定资产投资九十八亿元", "丰城市 全年完成固定资产投资一百亿元", "高安市 全年完成投资八十亿元"]
        * 3,
        ["一、加快推进重大项目建设", "二、着力优化营商环境", "三、持续改善民生", "四、全面加强党的建设"] * 3,
    ],
)
def test_lists_are_no_broken_lines(lines: list[str]) -> None:
    numbered = [f"{line}{number}" for number, line in enumerate(lines)]
    text = "\n".join([TITLE, STORY, *numbered])
    assert clean(text).text == text


@pytest.mark.parametrize(
    "headline", ["今日忍霾明日散 气温13℃～21℃", "北京气温骤降 周末低至-5～3℃", "华北雾霾减弱消散 猛降温6-14℃"]
)
def test_a_headline_of_weather_stays(headline: str) -> None:
    assert clean(f"{headline}\n{STORY}").title == headline


@pytest.mark.parametrize("headline", ["大雪", "过年", "山海一家亲"])
def test_a_short_headline_with_its_author_stays(headline: str) -> None:
    assert clean(f"{headline}\n刘松林\n{STORY}").text.startswith(f"{headline}\n")


@pytest.mark.parametrize("strewn", ["% P# C7 ~0 i* a ", " + s, I' o\" B! i; {1 D", "\n% s5 N8 {0 j8 e\n"])
def test_what_a_forum_strews_in_goes(strewn: str) -> None:
    first, second = STORY.split("\n")
    found = clean(f"{TITLE}\n{first}{strewn}\n{second}").text
    assert found == f"{TITLE}\n{STORY}"


@pytest.mark.parametrize("words", ["A+ 级和 B 级", "按1 + 1 = 2计算", "“5 G + ”项目", "a b c d e f"])
def test_signs_that_mean_something_stay(words: str) -> None:
    line = f"会议讨论了{words}的问题，决定另行研究，由市发展改革委牵头办理。"
    assert words in clean(f"{TITLE}\n{STORY}\n{line}").text


#: What else may have been done to a page that is text.
DAMAGES: dict[str, Callable[[str], str | bytes]] = {
    "glossed": to_glossed,
    "traditional in half width": lambda page: half(to_traditional(page)),
    "GBK": lambda page: page.encode("gb18030"),
    "line ends of Windows": lambda page: page.replace("\n", "\r\n"),
    "blanks that do not break": lambda page: page.replace(" ", "\xa0"),
}
#: Those that say in what they are written, or are sensitive to the length of their lines.
ALONE = {name for name in FORMS if any(word in name for word in ("gloss", "latin", "big5", "trad", "wide", "broken"))}
ALONE |= {"printed_pages", "all_as_entities", "answer_in_ascii", "bullets_of_a_word_processor"}


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("name", sorted(set(FORMS) - ALONE))
def test_forms_and_damage_together(name: str, damage: str) -> None:
    lines = TEXTS[0]
    page = FORMS[name](lines, random.Random(name))
    if isinstance(page, str):
        assert half(clean(DAMAGES[damage](page)).text) == half("\n".join(lines))


@pytest.mark.parametrize("name", FORMS)
def test_every_character_has_its_place_on_the_page(name: str) -> None:
    page = FORMS[name](TEXTS[2], random.Random(name))
    article = clean(page)
    spans = [article.offsets.raw(at, at + 1) for at in range(len(article.text))]
    assert all(first.char_start <= second.char_start for first, second in itertools.pairwise(spans))
    assert all(0 <= span.byte_start <= span.byte_end for span in spans)
    assert clean(article.text).text == article.text
