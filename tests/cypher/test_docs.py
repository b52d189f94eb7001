"""`docs/queries.md` says what the headers of the queries say."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_page_is_made_from_the_headers() -> None:
    done = subprocess.run([sys.executable, str(ROOT / "docs" / "make_queries.py"), "--check"], cwd=ROOT)
    assert done.returncode == 0, "docs/queries.md is not what the headers say; run: python docs/make_queries.py"
