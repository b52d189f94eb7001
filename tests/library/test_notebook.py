"""The notebook and the page's examples run, in order, against the example graph, without Jupyter."""

from __future__ import annotations

import ast
import doctest
import json
from pathlib import Path
from typing import Any

import pytest

from kg import Graph

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOK = ROOT / "docs" / "notebook.ipynb"


def run_cell(source: str, scope: dict[str, Any]) -> Any:
    """Run a cell as a notebook does: the value of a last line that is an expression is what it shows."""
    tree = ast.parse(source)
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "cell", "exec"), scope)
    return eval(compile(ast.Expression(last.value), "cell", "eval"), scope) if isinstance(last, ast.Expr) else None


def test_notebook(example_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(example_folder.parent)
    scope: dict[str, Any] = {}
    cells = [
        "".join(cell["source"])
        for cell in json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
        if cell["cell_type"] == "code"
    ]
    shown = [run_cell(source, scope) for source in cells]
    printed = capsys.readouterr().out
    assert sum(value is not None for value in shown) == 8
    for value in shown:
        if hasattr(value, "_repr_html_"):
            assert "<td>" in value._repr_html_(), repr(value)
    assert "give the id" in printed
    assert (example_folder.parent / "quzhou-2022.graphml").stat().st_size > 1000


def test_notebook_is_kept_without_outputs() -> None:
    notebook = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
    ids = [cell["id"] for cell in notebook["cells"]]
    assert len(set(ids)) == len(ids)
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            assert cell["outputs"] == []
            assert cell["execution_count"] is None


def test_examples_of_the_page(example_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(example_folder.parent)
    text = (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")
    tests = doctest.DocTestParser().get_doctest(text, {}, "exports.md", "docs/exports.md", 0)
    assert len(tests.examples) >= 10
    report: list[str] = []
    outcome = doctest.DocTestRunner(verbose=False).run(tests, out=report.append)
    assert outcome.failed == 0, "".join(report)


def test_the_page_names_every_method_and_format() -> None:
    from kg.export import FORMATS
    from kg.library import NodeView, Table

    page = (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")
    for name in FORMATS:
        assert f"| `{name}` |" in page
    for owner in (Graph, NodeView, Table):
        for method in vars(owner):
            if not method.startswith("_") and callable(getattr(owner, method)) and method != "close":
                assert method in page, f"{owner.__name__}.{method}"
