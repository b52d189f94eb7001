"""The table of given characters and the script that counts it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.resolve.build.given import given_names, main, shares
from kg.resolve.names import OTHER, given_name, name_share


def record(*officials: tuple[str, bool]) -> str:
    items = [{"name": name, "positions": [{"title": "市长"}] if post else []} for name, post in officials]
    return json.dumps({"officials": items}, ensure_ascii=False)


def test_the_given_characters_of_a_name() -> None:
    assert given_name("王伟") == "伟"
    assert given_name("欧阳立民") == "立民"
    assert given_name("买买提·艾力") == given_name("萨金塔耶夫") == given_name("王") == ""


def test_names_count_once_and_only_with_a_post() -> None:
    records = [record(("王建国", True), ("李明", False)), record(("王 建国", True), ("张建军", True), ("托马斯", True))]
    assert given_names(records) == {"王建国", "张建军"}


def test_shares_err_towards_common_names() -> None:
    table = shares(["王建国", "张建军", "李伟", "赵伟", "陈默"])
    assert list(table) == ["伟", "建", OTHER]  # what one name shows may be a slip of reading
    assert table["建"][0] == round(3 / 7 * 1e6) > 2 / 7 * 1e6
    assert table["伟"][1] > table["伟"][0], "伟 is oftener a name by itself than part of one"
    assert table["建"][1] == table["建"][0]
    assert table[OTHER] == (142857, 142857)


def test_order_does_not_matter_and_no_name_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [record(("王建国", True), ("张建军", True)), record(("李国伟", True), ("赵伟", True))]
    out: list[bytes] = []
    for order in (lines, lines[::-1]):
        (tmp_path / "records.jsonl").write_text("\n".join(order) + "\n", encoding="utf-8")
        words = ["given", str(tmp_path / "records.jsonl"), "--output", str(tmp_path / "table.csv")]
        monkeypatch.setattr("sys.argv", words)
        main()
        out.append((tmp_path / "table.csv").read_bytes())
    assert out[0] == out[1]
    cells = [line.split(",")[0] for line in out[0].decode().splitlines()[1:]]
    assert cells
    assert all(len(cell) == 1 for cell in cells)


@pytest.mark.parametrize("line", ["", "{", "[]", '{"officials": [{}]}', '{"officials": 3}'])
def test_what_is_no_record_is_named(line: str) -> None:
    with pytest.raises(UsageError, match=r"line 2 is no record"):
        given_names([record(("王建国", True)), line])


def test_no_names_give_no_table() -> None:
    with pytest.raises(UsageError, match="no official"):
        shares([])


def test_the_commonest_names_are_as_common_as_the_police_count_them() -> None:
    """The Ministry of Public Security's reports on names: 299,000 张伟, 291,000 王伟, of 1.4 billion."""
    assert name_share("张伟") == pytest.approx(299_000 / 1.4e9, rel=0.5)
    assert name_share("王伟") == pytest.approx(291_000 / 1.4e9, rel=0.5)
