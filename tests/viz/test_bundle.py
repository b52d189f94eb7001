"""The committed bundle: one classic script, with the licences of what is in it, made from the sources beside it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

EXPLORER = Path(__file__).resolve().parents[2] / "viz" / "explorer"
BUILT = EXPLORER / "built"


def test_it_can_stand_inside_a_page() -> None:
    script = (BUILT / "explorer.js").read_text(encoding="utf-8")
    assert "</script" not in script.lower()
    assert "<!--" not in script
    assert not re.search(r"\bnew Function\b|\beval\(", script)
    assert len(script) < 600_000


def test_every_package_in_it_is_named_with_a_permissive_licence() -> None:
    notices = (BUILT / "LICENSES.txt").read_text(encoding="utf-8")
    named = dict(re.findall(r"^(\S+) [\d.]+\S* \(([^)]+)\)$", notices, re.M))
    asked = json.loads((EXPLORER / "package.json").read_text(encoding="utf-8"))["dependencies"]
    assert set(asked) <= set(named)
    assert set(named.values()) <= {"MIT", "ISC", "BSD-3-Clause", "BSD-2-Clause", "Apache-2.0"}
    assert "No licence file" not in notices


def test_lock_names_no_registry() -> None:
    assert "://" not in re.sub(
        r'"(url|funding|homepage)": "[^"]*"', "", (EXPLORER / "package-lock.json").read_text(encoding="utf-8")
    )


@pytest.mark.slow
def test_it_is_built_from_the_sources(tmp_path: Path) -> None:
    if not (EXPLORER / "node_modules" / "esbuild").exists() or shutil.which("node") is None:
        pytest.skip("node and the explorer's packages are not installed: npm ci in viz/explorer")
    checked = subprocess.run(
        ["node", "node_modules/typescript/bin/tsc", "--noEmit"],
        cwd=EXPLORER,
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout
    done = subprocess.run(
        ["node", "build.mjs", str(tmp_path)], cwd=EXPLORER, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    for name in ("explorer.js", "LICENSES.txt"):
        assert (tmp_path / name).read_bytes() == (BUILT / name).read_bytes(), f"{name} is old: npm run build"
