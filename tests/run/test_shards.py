from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import KgError
from kg.model import ArticleInfo, Official, Position, Record, Span
from kg.run.shards import Entry, Shards


def entry(key: str, extractor: str = "v1", written: int = 1, name: str = "陈立衡") -> Entry:
    official = Official(
        name, (Position("市长", "九江市人民政府", "九江市", "360400"),), span=Span(1, 4, "句子。", 0.9, "r")
    )
    return Entry(key, extractor, written, Record(ArticleInfo(key), officials=(official,)), b"\x01\x02", None)


def test_entries_come_back_as_they_were_written(tmp_path: Path) -> None:
    shards = Shards(tmp_path)
    written = [entry("a"), replace(entry("b"), note="no event")]
    shards.append(written)
    assert list(shards.entries({"a": "v1", "b": "v1"})) == written
    assert list(shards.notes("v1")) == [("b", "no event")]


def test_a_finished_shard_is_never_rewritten(tmp_path: Path) -> None:
    shards = Shards(tmp_path)
    path = shards.append([entry("a")])
    stamp = path.stat().st_mtime_ns
    assert shards.append([entry("a")]) == path
    assert path.stat().st_mtime_ns == stamp
    shards.append([entry("b")])
    assert len(shards.files()) == 2


def test_the_latest_extractor_counts(tmp_path: Path) -> None:
    shards = Shards(tmp_path)
    shards.append([entry("a", "v2", 20, "新名字")])
    shards.append([entry("a", "v1", 10)])
    assert shards.versions() == {"a": "v2"}
    assert [e.record.officials[0].name for e in shards.entries(shards.versions())] == ["新名字"]


def test_what_a_killed_writer_left_is_ignored_and_swept(tmp_path: Path) -> None:
    shards = Shards(tmp_path)
    shards.append([entry("a")])
    left = shards.folder / ".abc.parquet.4711"
    left.write_bytes(b"half")
    assert shards.versions() == {"a": "v1"}
    shards.sweep()
    assert not left.exists()
    assert len(shards.files()) == 1


def test_a_damaged_shard_is_named(tmp_path: Path) -> None:
    shards = Shards(tmp_path)
    path = shards.append([entry("a")])
    path.write_bytes(b"not parquet")
    with pytest.raises(KgError, match=path.name):
        shards.versions()


def test_text_that_no_encoding_can_hold_does_not_stop_a_shard(tmp_path: Path) -> None:
    shards = Shards(tmp_path)
    broken = Entry("a", "v1", 1, Record(ArticleInfo("a", title="坏\ud83d字")))
    shards.append([broken])
    assert next(shards.entries({"a": "v1"})).record.article.title in ("坏\ufffd字", "坏\ufffd\ufffd\ufffd字")
