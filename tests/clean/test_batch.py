"""What only several pages together show."""

from __future__ import annotations

import json
import pickle
import random
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.clean import clean, look_over
from kg.cli import cli

GOLD = Path(__file__).parents[1] / "gold"
PAGES = [clean(path.read_bytes()).text for path in sorted((GOLD / "dev").glob("*.clean.txt"))]
#: What a spinner's list of synonyms does to the wording of the genre.
SYNONYMS = (
    "会议=集会 强调=夸大 召开=举办 推进=促使 发展=成长 加强=巩固 合作=协同 指出=点明 "
    "要求=请求 工作=任务 建设=修筑 重点=要点 项目=工程 参加=插足 出席=列席 主持=掌管 "
    "签署=签订 协议=合同 落实=兑现 责任=义务 经济=财经 服务=效劳 群众=民众 问题=难题 "
    "情况=状况 提高=晋升 全面=周全 积极=主动 共同=一齐 领导=带领 产业=财产 机制=体例 "
    "保障=保证 "
)
SPUN = dict(pair.split("=") for pair in SYNONYMS.split())
DOORWAY = (
    "{c}代办执照公司\n{c}代办执照公司是一家老牌机构，多年来服务{c}企业。{c}代办执照认准张经理，二十四小时为{c}客户解答。"
    "我们在{c}设有多个网点，{c}各区均可上门。选择{c}代办执照，省心又放心。{c}客户评价我们速度快，欢迎{c}新老客户来电。"
)


def strewn(page: str, phrase: str, chance: random.Random) -> str:
    """The phrase put into two paragraphs at random places."""
    lines = page.split("\n")
    for _ in range(2):
        number = chance.choice([n for n, line in enumerate(lines) if n and len(line) > 24])
        at = chance.randrange(8, len(lines[number]) - 8)
        lines[number] = lines[number][:at] + phrase + lines[number][at:]
    return "\n".join(lines)


@pytest.mark.parametrize("phrase", ["金沙湾养生会所", "祖传秘方专治风湿", "极速飞艇计划群", "好运来典当行"])
def test_phrases_that_no_list_knows_go(phrase: str) -> None:
    chance = random.Random(3)
    pages = [strewn(page, phrase, chance) for page in PAGES]
    batch = look_over(pages)
    assert phrase in batch.phrases
    left = sum(clean(page, repetition=batch).text.count(phrase) for page in pages)
    alone = sum(clean(page).text.count(phrase) for page in pages)
    assert alone >= 1.5 * len(pages)  # one page by itself does not show it
    assert left <= 0.05 * alone
    exact = sum(clean(page, repetition=batch).text == whole for page, whole in zip(pages, PAGES, strict=True))
    assert exact >= 0.85 * len(pages)


def test_what_reports_have_in_common_stays() -> None:
    batch = look_over(PAGES)
    assert batch.phrases == ()
    assert not batch.suspects
    assert [clean(page, repetition=batch).text for page in PAGES] == PAGES


def test_copies_of_one_page_show_nothing() -> None:
    page = strewn(PAGES[0], "金沙湾养生会所", random.Random(1))
    assert look_over([page + "\n" * n for n in range(5)]).phrases == ()


def test_a_page_that_names_the_phrase_between_marks_keeps_it() -> None:
    chance = random.Random(3)
    batch = look_over([strewn(page, "金沙湾养生会所", chance) for page in PAGES])
    report = "全市专项整治行动展开\n3月9日，执法人员查封了“金沙湾养生会所”，副市长洪燕到场督导，要求举一反三。"
    assert "“金沙湾养生会所”" in clean(report, repetition=batch).text


def spin(page: str) -> str:
    for word, other in SPUN.items():
        page = page.replace(word, other)
    return page


def test_spun_pages_are_flagged_and_left() -> None:
    longest = sorted(PAGES, key=len)[-6:]
    spun = [spin(page) for page in longest]
    batch = look_over([*PAGES, *spun])
    flagged = [page for page in (*PAGES, *spun) if clean(page).sha256 in batch.suspects]
    assert set(flagged) <= set(spun)
    assert len(flagged) >= 0.5 * len(spun)
    article = clean(flagged[0], repetition=batch)
    assert article.damage.found["spun"].confidence >= 0.8
    assert article.text == clean(flagged[0]).text


def test_doorway_pages_are_flagged() -> None:
    doors = [DOORWAY.format(c=city) for city in ("南昌", "九江", "赣州", "宜春", "上饶")]
    batch = look_over([*PAGES, *doors])
    assert {clean(page).sha256 for page in doors} == set(batch.suspects)
    assert clean(doors[0], repetition=batch).damage.found["doorway"].count == 1


def test_reports_of_one_kind_are_not_spun() -> None:
    """One wording, other places, persons, figures."""
    form = (
        "{a}召开安全生产会议\n3月{d}日，{a}召开安全生产工作会议。{a}委书记{p}主持会议并讲话，{a}长{q}通报有关情况。\n"
        "会议指出，今年以来全{k}共排查隐患{n}处，整改率{m}%。会议强调，要压实责任，抓好重点行业整治。\n{p}要求，各部门要各司其职。"
    )
    rows = [("赣县区", 3, "凌云志", "季长风", "区", 120, 97), ("南康区", 4, "洪燕", "丁一", "区", 88, 95)]
    rows += [("大余县", 5, "方远", "温小满", "县", 61, 99), ("信丰县", 6, "林彦", "范小舟", "县", 203, 91)]
    pages = [form.format(**dict(zip("adpqknm", row, strict=True))) for row in rows]
    assert not look_over([*PAGES, *pages]).suspects


def test_what_a_batch_shows_goes_to_other_processes() -> None:
    batch = look_over([DOORWAY.format(c=city) for city in ("南昌", "九江", "赣州")] + PAGES)
    assert pickle.loads(pickle.dumps(batch)) == batch


@pytest.mark.parametrize("command", ["clean", "extract"])
def test_the_commands_look_at_all_files_first(tmp_path: Path, command: str) -> None:
    chance = random.Random(3)
    for number, page in enumerate(PAGES[:12]):
        (tmp_path / f"p{number:02}.txt").write_text(strewn(page, "金沙湾养生会所", chance), encoding="utf-8")
    arguments = ["clean", "--json", str(tmp_path)] if command == "clean" else ["extract", str(tmp_path)]
    result = CliRunner().invoke(cli, arguments)
    assert result.exit_code in {0, 3}, result.output
    rows = [json.loads(line) for line in result.output.splitlines() if line.startswith("{")]
    assert len(rows) == 12
    assert json.dumps(rows, ensure_ascii=False).count("金沙湾") <= 2
