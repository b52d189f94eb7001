"""Reading: what comes in, in which order, and what is said about what cannot be used."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.read import RawArticle, read


def articles(*inputs: str | Path) -> tuple[list[RawArticle], list[InputError]]:
    skipped: list[InputError] = []
    return list(read(inputs, skipped.append)), skipped


def test_folder_in_order_of_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "c/d.txt", "notes.pdf", ".hidden/x.txt", "a.clean.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("全市会议召开。", encoding="utf-8")
    found, skipped = articles(tmp_path)
    assert [a.id for a in found] == ["a", "b", "d"]
    assert not skipped
    assert found[0].data == "全市会议召开。".encode()


def test_a_file_is_read_once(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("会议", encoding="utf-8")
    found, _ = articles(path, tmp_path, str(tmp_path / "*.txt"))
    assert len(found) == 1


def test_a_file_named_outright_needs_no_suffix(tmp_path: Path) -> None:
    path = tmp_path / "page.shtml.bak"
    path.write_text("会议", encoding="utf-8")
    found, _ = articles(path)
    assert found[0].id == "page.shtml.bak"


@pytest.mark.parametrize("packed", [False, True])
def test_json_lines(tmp_path: Path, packed: bool) -> None:
    lines = [
        json.dumps({"id": "x1", "title": "题", "date": "2022-03-09", "source": "日报", "url": "u", "text": "会议"}),
        "",
        json.dumps({"content": "没有编号"}),
        "{broken",
        "[1]",
        json.dumps({"id": "x2"}),
        json.dumps({"id": "x3", "text": "  "}),
        json.dumps({"id": 7, "body": "数字编号"}),
    ]
    data = "\n".join(lines).encode()
    path = tmp_path / ("news.jsonl.gz" if packed else "news.jsonl")
    path.write_bytes(gzip.compress(data) if packed else data)
    found, skipped = articles(path)
    assert [a.id for a in found] == ["x1", "news-3", "7"]
    assert found[0] == RawArticle("x1", "题\n会议", f"{path}:1", "题", "2022-03-09", "日报", "u")
    assert [error.where for error in skipped] == [f"{path}:{n}" for n in (4, 5, 6, 7)]
    assert all(error.reason for error in skipped)


def test_line_that_is_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes('{"text": "会议"}\n'.encode() + '{"text": "会议"}\n'.encode("gbk"))
    found, skipped = articles(path)
    assert len(found) == 1
    assert skipped[0].where == f"{path}:2"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"%PDF-1.7\n...", "PDF"),
        (b"PK\x03\x04rest", "zip"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (bytes(range(256)) * 40, "binary"),
        (b"\x7fELF" + b"\0" * 400, "program"),
    ],
)
def test_what_is_no_page(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    found, skipped = articles(path)
    assert not found
    assert skipped[0].where == str(path)
    assert reason in skipped[0].reason


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5hkscs", "utf-16", "utf-16-le"])
def test_text_in_any_encoding_is_a_page(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("2022年，全市工作推進會議召開，書記講話。\n一二三\n".encode(encoding))
    found, skipped = articles(path)
    assert len(found) == 1
    assert not skipped


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.read.formats.MAX_PAGE_BYTES", 1000)
    path = tmp_path / "a.txt"
    path.write_bytes("会议".encode() * 1000)
    found, skipped = articles(path)
    assert not found
    assert "larger than" in skipped[0].reason


def test_missing_empty_unmatched(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    good = tmp_path / "a.txt"
    good.write_text("会议", encoding="utf-8")
    found, skipped = articles(tmp_path / "none.txt", empty, str(tmp_path / "*.xml"), good)
    assert len(found) == 1
    assert [error.reason for error in skipped] == [
        "no such file or folder",
        "the folder holds no text, HTML or JSON Lines file",
        "no file matches",
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("会议", encoding="utf-8")
    path.chmod(0)
    found, skipped = articles(path)
    assert not found
    assert "ermission" in skipped[0].reason


def test_broken_gzip(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress('{"text": "会议"}\n'.encode() * 1000)[:-20])
    _, skipped = articles(path)
    assert skipped
    assert skipped[0].where == str(path)


def test_pipe_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    found, skipped = articles(path)
    assert not found
    assert "regular file" in skipped[0].reason


def test_nul_in_a_name() -> None:
    found, skipped = articles("a\0b")
    assert not found
    assert len(skipped) == 1
