"""Imports run in the order that docs/design.md gives, and there is no circle."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "kg"


def stated_order(design: str) -> dict[str, int]:
    """Package name -> its place in the sentence of docs/design.md that gives the order."""
    sentence = re.search(r"Imports run in this order only \([^)]*\):(.*?)\. `tests/", design, re.S)
    assert sentence, "docs/design.md no longer gives the order of imports"
    groups = sentence.group(1).split("·")
    return {name: place for place, group in enumerate(groups) for name in re.findall(r"`(\w+)`", group)}


ORDER = stated_order((ROOT / "docs" / "design.md").read_text(encoding="utf-8"))
MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(PACKAGE.rglob("*.py"))
    if "_data" not in path.parts
}


def imports(source: str, module: str, is_package: bool, *, top_level: bool) -> Iterator[str]:
    """Modules of the house that a module imports; with `top_level`, only while it is itself being imported."""
    tree = ast.parse(source)
    package = module if is_package else module.rpartition(".")[0]
    for node in _at_import(tree) if top_level else ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "kg")
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                parents = package.split(".")
                base = ".".join(parents[: len(parents) - node.level + 1] + ([base] if base else []))
            if base.split(".")[0] == "kg":
                for alias in node.names:
                    yield f"{base}.{alias.name}" if f"{base}.{alias.name}" in MODULES else base


def _at_import(node: ast.AST) -> Iterator[ast.AST]:
    """Every statement that runs while a module is imported: not function bodies, not `if TYPE_CHECKING`."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.dump(child.test):
            continue
        yield child
        yield from _at_import(child)


def top(module: str) -> str:
    """`kg.store.base` -> `store`; the package itself -> ``""``."""
    return module.split(".")[1] if "." in module else ""


def circles(edges: dict[str, set[str]]) -> list[list[str]]:
    """Groups of modules that reach each other (Tarjan's strongly connected components of more than one)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[list[str]] = []

    def visit(name: str) -> None:
        index[name] = low[name] = len(index)
        stack.append(name)
        for other in sorted(edges.get(name, ())):
            if other not in index:
                visit(other)
                low[name] = min(low[name], low[other])
            elif other in stack:
                low[name] = min(low[name], index[other])
        if low[name] == index[name]:
            group = []
            while (member := stack.pop()) != name:
                group.append(member)
            if group:
                found.append(sorted([*group, name]))

    for name in sorted(edges):
        if name not in index:
            visit(name)
    return found


def test_order_names_the_whole_house() -> None:
    there = {top(module) for module in MODULES} - {"", "__main__"}
    assert there <= ORDER.keys(), f"not in the order of docs/design.md: {sorted(there - ORDER.keys())}"


@pytest.mark.parametrize("module", sorted(MODULES))
def test_imports_run_down_the_order(module: str) -> None:
    path = MODULES[module]
    here = top(module)
    for other in imports(path.read_text(encoding="utf-8"), module, path.stem == "__init__", top_level=False):
        there = top(other)
        if there in ("", here) or here in ("", "__main__"):
            continue
        assert ORDER[there] < ORDER[here], f"{module} imports {other}, which does not stand before {here}"


def test_the_package_itself_imports_nothing_of_the_house() -> None:
    source = (PACKAGE / "__init__.py").read_text(encoding="utf-8")
    assert not list(imports(source, "kg", True, top_level=False))


def test_there_is_no_circle() -> None:
    edges = {
        module: set(imports(path.read_text(encoding="utf-8"), module, path.stem == "__init__", top_level=True))
        - {module}
        for module, path in MODULES.items()
    }
    assert circles(edges) == []


def test_a_circle_and_a_wrong_import_would_be_seen() -> None:
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == [["b", "c"]]
    assert list(imports("def f():\n    from kg.store import base", "kg.read", True, top_level=False)) in (
        ["kg.store.base"],
        ["kg.store"],
    )
    assert list(imports("def f():\n    from kg.store import base", "kg.read", True, top_level=True)) == []
    assert list(imports("from ..errors import KgError", "kg.read.inputs", False, top_level=True)) == ["kg.errors"]


def test_an_outside_folder_is_not_imported() -> None:
    """Nothing in the package reaches for tests, benchmarks or examples."""
    for module, path in MODULES.items():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = (
                [alias.name for alias in node.names]
                if isinstance(node, ast.Import)
                else [node.module or ""]
                if isinstance(node, ast.ImportFrom) and not node.level
                else []
            )
            outside = {name.split(".")[0] for name in names} & {"tests", "benchmarks", "examples"}
            assert not outside, f"{module} imports {sorted(outside)}"
