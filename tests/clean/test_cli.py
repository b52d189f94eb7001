"""`kg clean` as people call it."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from kg.cli import cli
from kg.errors import KgError

PAGE = "全市会议召开\n2022-03-09 來源:宜春日報\n會(huì)議強(qiáng)調(diào),要發(fā)展經(jīng)濟(jì)。"


def test_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(PAGE, encoding="utf-8")
    result = CliRunner().invoke(cli, ["clean", str(path)])
    assert result.exit_code == 0
    assert result.stdout == "全市会议召开\n会议强调,要发展经济。\n"
    assert "gloss 6" in result.stderr


def test_json_keeps_the_order(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / f"{name}.txt").write_text(PAGE, encoding="utf-8")
    result = CliRunner().invoke(cli, ["clean", "--json", str(tmp_path / "b.txt"), str(tmp_path / "a.txt")])
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert [record["id"] for record in records] == ["b", "a"]
    assert records[0]["published"] == "2022-03-09"
    assert records[0]["source"] == "宜春日报"
    assert records[0]["damage"]["found"]["gloss"]["count"] == 6
    assert len(records[0]["sha256"]) == 64


def test_show_changes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(PAGE, encoding="utf-8")
    result = CliRunner().invoke(cli, ["clean", "--show-changes", str(path)])
    assert "“發(fā)” → “发”" in result.stdout


def test_nothing_cleaned(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["clean", str(tmp_path / "none.txt")], standalone_mode=False)
    assert isinstance(result.exception, KgError)
    assert "no such file" in result.stderr
