"""The compiled form: written once, read after that, made anew when it is broken or the data change."""

from __future__ import annotations

from dataclasses import astuple
from pathlib import Path

import pytest

from kg.lexicon import compiled
from kg.lexicon.lookup import Gazetteer


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "govkg"


def test_what_is_read_back_is_what_was_made(cache: Path) -> None:
    first = compiled.tables()
    (path,) = cache.glob("places-*.bin")
    written = path.stat().st_mtime_ns
    second = compiled.tables()
    assert path.stat().st_mtime_ns == written
    assert list(map(astuple, second.places.values())) == list(map(astuple, first.places.values()))
    assert second.surfaces == first.surfaces
    text = "徐州市鼓楼区与怀宁经济开发区深化赣湘合作，市长祁连山赴粤考察。"
    assert Gazetteer(second).scan(text) == Gazetteer(first).scan(text)


@pytest.mark.parametrize("content", [b"", b"\x00broken", b"N", b"i\x01\x00\x00\x00"])
def test_a_broken_file_is_made_again(cache: Path, content: bytes) -> None:
    compiled.tables()
    (path,) = cache.glob("places-*.bin")
    path.write_bytes(content)
    assert compiled.tables().places["360400"].name == "九江市"
    assert len(path.read_bytes()) > 100_000


def test_changed_data_have_another_name(cache: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before = compiled.digest()
    data = tmp_path / "data"
    data.mkdir()
    (data / "divisions.csv").write_text("id\n", encoding="utf-8")
    monkeypatch.setattr(compiled, "DATA", data)
    assert compiled.digest() != before


def test_where_nothing_can_be_written_it_works_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    occupied = tmp_path / "file"
    occupied.write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(occupied))
    assert compiled.tables().places["360400"].name == "九江市"
