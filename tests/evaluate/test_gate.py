"""No figure of the extraction falls below its floor; the gate itself can fail."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.errors import InputError, KgError, UsageError
from kg.evaluate.gate import GatedSet, gate, read_baseline, write_baseline

HERE = Path(__file__).resolve().parent
BASELINE = HERE / "baseline.json"
SETS = {each.name: each for each in read_baseline(BASELINE)}


def outside(name: str) -> bool:
    """Whether a set lies outside the checkout."""
    root = HERE.parents[1]
    return any(not path.resolve().is_relative_to(root) for path in (*SETS[name].gold, *SETS[name].articles))


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.shared if outside(name) else ()) for name in SETS]
)
def test_no_figure_is_below_its_floor(name: str) -> None:
    each = SETS[name]
    if outside(name) and each.missing is not None:
        pytest.skip(f"{each.missing.name} is not beside the checkout")
    assert each.below(each.measure()) == []


def test_a_lowered_floor_has_a_reason() -> None:
    assert {name: each.unexplained() for name, each in SETS.items() if each.unexplained()} == {}


def test_every_set_has_a_floor_for_the_whole() -> None:
    assert all(each.floors.get("core", 0) >= 0.7 for each in SETS.values())


# -- the gate itself -------------------------------------------------------------------------------------------------


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A baseline of one set of one article."""
    for suffix in (".txt", ".json"):
        (tmp_path / f"D02{suffix}").write_bytes((HERE.parent / "gold" / "dev" / f"D02{suffix}").read_bytes())
    path = tmp_path / "floors" / "baseline.json"
    path.parent.mkdir()
    entry = {"gold": [".."], "articles": ["../D02.txt"], "floors": {"core": 0.1}, "best": {}, "reasons": {}}
    gone = {"gold": ["../nowhere"], "articles": ["../nowhere"], "floors": {"core": 1.0}}
    path.write_text(json.dumps({"sets": {"one": entry, "gone": gone}}), encoding="utf-8")
    # the baseline lies in the searched folder too: it is no gold record
    return path


def test_raise_and_fall(small: Path) -> None:
    run = CliRunner().invoke(gate, ["--baseline", str(small), "--raise"])
    assert run.exit_code == 0, run.output
    one = read_baseline(small)[0]
    assert one.floors["core"] > 0.5
    assert one.floors == one.best
    assert {"officials", "core", "right among ≥ 0.9"} <= one.floors.keys()
    gold = json.loads((small.parents[1] / "D02.json").read_text(encoding="utf-8"))
    gold["officials"] += [{"name": f"无此人{i}", "positions": []} for i in range(9)]
    (small.parents[1] / "D02.json").write_text(json.dumps(gold), encoding="utf-8")
    run = CliRunner().invoke(gate, ["--baseline", str(small)])
    assert isinstance(run.exception, KgError)
    assert "below their floor" in str(run.exception)
    assert [line.split()[1] for line in run.output.splitlines() if "BELOW" in line][:2] == ["officials", "core"]
    before = small.read_text(encoding="utf-8")
    CliRunner().invoke(gate, ["--baseline", str(small), "--raise"])
    assert json.loads(small.read_text(encoding="utf-8")) == json.loads(before)  # raising never lowers


def test_lowering_needs_a_reason(small: Path) -> None:
    sets = read_baseline(small)
    sets[0].raise_to({**sets[0].measure(), "core": 1.01})
    write_baseline(small, sets)
    run = CliRunner().invoke(gate, ["--baseline", str(small), "--lower", "one.core"])
    assert isinstance(run.exception, UsageError)
    run = CliRunner().invoke(gate, ["--baseline", str(small), "--lower", "two.core", "--reason", "x"])
    assert isinstance(run.exception, UsageError)
    run = CliRunner().invoke(gate, ["--baseline", str(small), "--lower", "one.core", "--reason", "gold corrected"])
    assert run.exit_code == 0, run.output
    one = read_baseline(small)[0]
    assert one.floors["core"] < one.best["core"]
    assert one.reasons == {"core": "gold corrected"}
    assert one.unexplained() == []
    one.reasons.clear()
    assert one.unexplained() == ["core"]
    one.raise_to({"core": 1.01})
    assert one.unexplained() == []


def test_what_cannot_be_lowered() -> None:
    one = GatedSet("one", (), (), {"core": 0.5}, {}, {})
    for figure, value in (("core", 0.6), ("nothing", 0.1)):
        with pytest.raises(UsageError):
            one.lower_to(figure, value, "why")


def test_a_set_that_is_not_there_is_left_out(small: Path) -> None:
    run = CliRunner().invoke(gate, ["--baseline", str(small)])
    assert run.exit_code == 0
    assert "gone: left out, nowhere is not there" in run.output


def test_a_broken_baseline_is_named(tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    for text in ("{", "[]", '{"sets": {"a": {}}}'):
        path.write_text(text, encoding="utf-8")
        with pytest.raises(InputError, match=r"b\.json"):
            read_baseline(path)
