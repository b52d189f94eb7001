"""The same sentences with other names: who is found may not hang on how the person is called.

Every frame is read with names of every make: two and three characters, compound and rare family names, names that are
words or places, Mongolian, Tibetan, Uyghur and Kazakh names. The half-width twin of every table's text is read as well:
marks of either width say the same.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.extract.facts import Case, check, differences, keyed, known_failing, marks_of, record_of

NAMES = (
    "谭咏",
    "谭志国",
    "崔巍",
    "丛林",
    "向阳",
    "田野",
    "楚天舒",
    "欧阳雪",
    "司徒平",
    "诸葛亮节",
    "仉振华",
    "邬光辉",
    "于洪",
    "祁连山",
    "常宁",
    "江平",
    "和志强",
    "那日松",
    "扎西平措",
    "乌兰其其格",
    "买买提·依明",
    "阿布力孜·买买提",
    "努尔兰·阿不都满金",
)
#: frame -> the role told, or None where there is no meeting
FRAMES = {
    "6月18日，全市水利会议召开。市长{}主持会议。": "CHAIRED",
    "6月18日，全市水利会议召开。芜湖市副市长{}出席会议并讲话。": "SPOKE_AT",
    "6月18日，全市水利会议召开。副市长{}作工作报告。": "SPOKE_AT",
    "6月18日，全市水利会议召开。会议由市水利局局长{}主持。": "CHAIRED",
    "6月18日，全市水利会议召开。市领导谭建军、{}参加会议。": "ATTENDED",
    "6月18日，全市水利会议召开。市领导{}、谭建军等出席。": "ATTENDED",
    "6月18日，全市水利会议召开。副市长{}和市政府秘书长谭建军参加。": "ATTENDED",
    "6月18日，全市水利会议召开。副市长{}就防汛工作提出要求。": "SPOKE_AT",
    "6月18日，全市水利会议召开。会议听取了副市长{}关于防汛工作的汇报。": "SPOKE_AT",
    "6月18日，副市长{}到南陵县调研防汛工作。": "ATTENDED",
    "6月18日，市长{}率队赴无为市考察。": "ATTENDED",
    "市委决定：{}同志任芜湖市水利局局长。": None,
    "任命{}为芜湖市水利局局长。": None,
    "免去{}的芜湖市水利局副局长职务。": None,
    "{}，男，汉族，1970年3月生，现任芜湖市副市长。": None,
    "芜湖市水利局局长{}接受审查调查。": None,
}
#: what follows a name in the genre, one a line; the name ends before it whatever its length
AFTER = tuple(Path(__file__).with_name("after_names.txt").read_text(encoding="utf-8").split())
#: what follows a title that names nobody
AFTER_TITLE = tuple(Path(__file__).with_name("after_titles.txt").read_text(encoding="utf-8").split())
BARE_TITLES = ("市委书记", "芜湖市市长", "各县区委书记", "市水利局局长", "副县长", "政协委员", "总书记")
BEFORE_WORDS = ("何平", "丁伟", "程远", "余学勤", "欧阳雪", "扎西平措")
TABLES = (
    "cooperation",
    "dates",
    "initiatives",
    "reported",
    "links",
    "meetings",
    "names",
    "national",
    "notices",
    "pacts",
    "posts",
    "regions",
    "roles",
    "visits",
)
_HALF = str.maketrans("，（）：；？！", ",():;?!")


def keyed_problems() -> Iterator[tuple[str, list[str]]]:
    """Every case's id and what is wrong in it."""
    for number, (frame, role) in enumerate(FRAMES.items(), 1):
        for name in NAMES:
            yield f"any_name/{number}/{name}", name_differences(frame.format(name), name, role)
    for word in AFTER:
        yield f"any_name/before/{word}", wrong_names(word)
    for word in AFTER_TITLE:
        yield f"any_name/nobody/{word}", invented_names(word)


def _names() -> Iterator[object]:
    for number, (frame, role) in enumerate(FRAMES.items(), 1):
        for name in NAMES:
            key = f"any_name/{number}/{name}"
            yield pytest.param(frame.format(name), name, role, id=key, marks=marks_of(key))


def _words() -> Iterator[object]:
    for word in AFTER:
        key = f"any_name/before/{word}"
        yield pytest.param(word, id=key, marks=marks_of(key))


def _bare() -> Iterator[object]:
    for word in AFTER_TITLE:
        key = f"any_name/nobody/{word}"
        yield pytest.param(word, id=key, marks=marks_of(key))


def invented_names(word: str) -> list[str]:
    """Persons taken from `word` after a title that names nobody."""
    out: list[str] = []
    for title in BARE_TITLES:
        text = f"6月18日，全市防汛会议召开。会议要求，{title}{word}。"
        out += [f"{title}{word}: {o.name}" for o in record_of(Case(text, source="芜湖日报")).officials]
    return out


def wrong_names(word: str) -> list[str]:
    """Who of `BEFORE_WORDS` is not found as written before `word`."""
    out: list[str] = []
    for name in BEFORE_WORDS:
        case = Case(f"6月18日，全市防汛会议召开。芜湖市副市长{name}{word}。", source="芜湖日报")
        found = [o.name for o in record_of(case).officials]
        if found != [name]:
            out.append(f"{name}{word}: {found}")
    return out


def _tables() -> Iterator[object]:
    known = known_failing()
    for kind in TABLES:
        for key, case in keyed(kind, importlib.import_module(f"tests.extract.test_{kind}").CONSTRUCTIONS):
            if key not in known and case.text.translate(_HALF) != case.text:
                yield pytest.param(case, id=key)


def name_differences(text: str, name: str, role: str | None) -> list[str]:
    """What is wrong about `name` in the record of `text`."""
    record = record_of(Case(text, source="芜湖日报"))
    found = sorted(o.name for o in record.officials)
    wanted = sorted({name, "谭建军"} if "谭建军" in text else {name})
    out = [] if found == wanted else [f"officials should be {wanted}, are {found}"]
    if role is not None:
        roles = {r.type for r in record.relations if r.source == name}
        if role not in roles:
            out.append(f"{name} should be {role}, is {sorted(roles)}")
    return out


@pytest.mark.parametrize(("text", "name", "role"), _names())
def test_any_name(text: str, name: str, role: str | None) -> None:
    problems = name_differences(text, name, role)
    assert not problems, "\n" + text + "\n" + "\n".join(problems)


@pytest.mark.parametrize("word", _words())
def test_a_name_ends_before(word: str) -> None:
    assert wrong_names(word) == []


@pytest.mark.parametrize("word", _bare())
def test_a_title_alone_names_nobody(word: str) -> None:
    assert invented_names(word) == []


@pytest.mark.parametrize("case", _tables())
def test_half_width_marks_say_the_same(case: Case) -> None:
    twin = replace(case, text=case.text.translate(_HALF))
    if differences(case, record_of(case)):
        check(case)  # already wrong with full-width marks: reported as such
    check(twin)
