"""A build that is really killed, by the real program, goes on where it was and ends with the same graph."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.store.folder import read_graph

from .conftest import page

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")]


def start(articles: Path, graph: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "kg.cli", "build", str(articles), "--graph", str(graph), "--workers", "1"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=dict(os.environ))


def test_killed_and_started_again(tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    regions = ("九江市", "南昌市", "萍乡市", "赣州市", "宜春市")
    for number in range(450):
        text = page(regions[number % 5], f"李{'建国军民华'[number % 5]}{'衡恒平'[number % 3]}", day=number % 28 + 1)
        (articles / f"{number:03}.txt").write_text(f"{text}第{number}号\n")
    killed = start(articles, tmp_path / "g")
    deadline = time.monotonic() + 60
    while not list((tmp_path / "g" / "records").glob("[!.]*.parquet")) and time.monotonic() < deadline:
        time.sleep(0.05)
    killed.send_signal(signal.SIGKILL)
    killed.communicate()
    assert killed.returncode == -signal.SIGKILL, "the build was over before it could be killed"

    again = start(articles, tmp_path / "g")
    output, _ = again.communicate(timeout=120)
    assert again.returncode == 0
    assert b"(450 new" not in output
    whole = start(articles, tmp_path / "whole")
    whole.communicate(timeout=120)
    assert read_graph(tmp_path / "g") == read_graph(tmp_path / "whole")
