"""``kg lookup``: every place a name may be, the one it is, and why; one clear line where it cannot tell."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from click.testing import CliRunner

from kg.cli import cli, main
from kg.errors import UsageError
from kg.lexicon import gazetteer
from kg.lexicon.explain import explain

Run = Callable[..., Any]


@pytest.fixture
def lookup() -> Run:
    def run(*args: str) -> Any:
        result = CliRunner().invoke(cli, ["lookup", *args, "--json"], catch_exceptions=False)
        return json.loads(result.output)

    return run


def test_an_ambiguous_name_lists_all_and_settles_none(lookup: Run) -> None:
    answer = lookup("鼓楼区")
    assert answer["settled"] is None
    assert [c["code"] for c in answer["candidates"]] == ["320106", "320302", "350102", "410204"]
    assert answer["candidates"][0]["in"] == ["南京市", "江苏省"]


def test_near_settles_it(lookup: Run) -> None:
    assert lookup("鼓楼区", "--near", "徐州")["settled"] == "320302"
    assert lookup("鼓楼区", "--near", "江苏", "--near", "徐州市")["settled"] == "320302"


def test_a_former_name_says_what_it_is_now(lookup: Run) -> None:
    (candidate,) = lookup("大丰市", "--date", "2010-05-01")["candidates"]
    assert (candidate["code"], candidate["start"], candidate["end"]) == ("320982", 1996, 2015)
    assert candidate["successor"] == "320904"
    assert "大丰区 (320904)" in candidate["why"]


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("赣", ["360000"]),
        ("宁", ["320100", "640000"]),
        ("赣湘", ["360000", "430000"]),
        ("怀宁经济开发区", ["zone:怀宁经济开发区"]),
        ("大湾区", ["cluster:粤港澳大湾区"]),
        ("丰财街道", ["320302002"]),
        ("韩国", ["country:韩国"]),
    ],
)
def test_names_of_every_kind(lookup: Run, name: str, ids: list[str]) -> None:
    assert [candidate["id"] for candidate in lookup(name)["candidates"]] == ids


def test_lines_for_people_mark_the_one_it_is() -> None:
    result = CliRunner().invoke(cli, ["lookup", "鼓楼区", "--near", "徐州"], catch_exceptions=False)
    marked = [line for line in result.output.splitlines() if line.startswith("*")]
    assert len(marked) == 1
    assert "320302" in marked[0]
    assert result.output.splitlines()[-1] == "settled: 鼓楼区, nearest to 徐州"


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        (["无此地名"], 1, "kg: no place is called '无此地名'"),
        (["九江", "--date", "10 May"], 2, "kg: '10 May' is no date: write 2010, 2010-05 or 2010-05-01"),
        (["九江", "--near", "无此地名"], 2, "kg: no place is called '无此地名'"),
    ],
)
def test_what_cannot_be_told_is_one_line(
    args: list[str], code: int, message: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["kg", "lookup", *args])
    with pytest.raises(SystemExit) as stop:
        main()
    assert stop.value.code == code
    assert capsys.readouterr().err.strip() == message


def test_explain_refuses_a_date_it_cannot_read() -> None:
    with pytest.raises(UsageError, match="is no date"):
        explain(gazetteer(), "九江", date="yesterday")
