from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kg.run.build import build, resolve_again
from kg.run.shards import Shards
from kg.store.folder import read_graph

from .conftest import page

pytestmark = pytest.mark.usefixtures("extractor")


def names(graph: Path, label: str) -> set[str]:
    return {node.name for node in read_graph(graph).nodes if node.label == label}


def tree(folder: Path) -> dict[str, bytes]:
    """Every file that a build decides, with its bytes."""
    kept = ("nodes", "edges", "evidence", "records")
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for part in kept
        for path in sorted((folder / part).glob("*.parquet"))
    }


def test_builds_a_graph_that_holds_what_the_articles_say(articles: Path, tmp_path: Path) -> None:
    built = build([articles], tmp_path / "g")
    assert (built.reading.read, built.reading.new, built.reading.skipped) == (4, 4, 0)
    assert built.changed
    assert names(tmp_path / "g", "Official") == {"陈立衡", "李建国", "李建军", "李建民"}
    assert {"九江市", "南昌市", "江西省"} <= names(tmp_path / "g", "Region")
    assert built.nodes["Article"] == 4
    assert built.edges["CHAIRED"] == 4


def test_running_again_changes_nothing(articles: Path, tmp_path: Path) -> None:
    build([articles], tmp_path / "g")
    before = tree(tmp_path / "g")
    built = build([articles], tmp_path / "g")
    assert (built.reading.new, built.reading.known) == (0, 4)
    assert not built.changed
    assert tree(tmp_path / "g") == before


def test_adding_articles_gives_the_graph_of_all_of_them(articles: Path, tmp_path: Path) -> None:
    build([articles / "0.txt", articles / "2.txt"], tmp_path / "g")
    build([articles], tmp_path / "g")
    build([articles], tmp_path / "whole")
    assert read_graph(tmp_path / "g") == read_graph(tmp_path / "whole")


def test_a_changed_file_replaces_what_it_said(articles: Path, tmp_path: Path) -> None:
    build([articles], tmp_path / "g")
    (articles / "0.txt").write_text(page(name="王守成"))
    built = build([articles / "0.txt"], tmp_path / "g")
    assert built.articles == 4
    assert built.removed == 1
    assert "王守成" in names(tmp_path / "g", "Official")
    assert "陈立衡" not in names(tmp_path / "g", "Official")
    (articles / "0.txt").write_text(page())
    build([articles / "0.txt"], tmp_path / "g")
    assert "陈立衡" in names(tmp_path / "g", "Official")


def test_only_prune_forgets_articles(articles: Path, tmp_path: Path) -> None:
    build([articles], tmp_path / "g")
    (articles / "0.txt").unlink()
    assert build([articles], tmp_path / "g").articles == 4
    assert build([articles], tmp_path / "g", prune=True).articles == 3
    assert "陈立衡" not in names(tmp_path / "g", "Official")


def test_bad_input_is_named_and_the_rest_is_built(articles: Path, tmp_path: Path) -> None:
    (articles / "binary.txt").write_bytes(bytes(range(256)) * 50)
    (articles / "empty.txt").write_bytes(b"")
    (articles / "english.txt").write_text("The quick brown fox jumps over the lazy dog. " * 20)
    (articles / "crash.txt").write_text(page(meeting="系统崩溃应急演练会", day=9))
    (tmp_path / "nothing").mkdir()
    built = build([articles, tmp_path / "missing.txt", tmp_path / "nothing"], tmp_path / "g")
    warned = {Path(where).name: reason for where, reason in built.reading.warnings}
    assert warned.keys() >= {"binary.txt", "empty.txt", "english.txt", "crash.txt", "missing.txt", "nothing"}
    assert "internal error" in warned["crash.txt"]
    assert len(names(tmp_path / "g", "Official")) == 4
    assert "binary.txt" in (tmp_path / "g" / "skipped.txt").read_text()


def test_copies_of_a_file_are_one_article(articles: Path, tmp_path: Path) -> None:
    shutil.copy(articles / "0.txt", articles / "copy.txt")
    built = build([articles], tmp_path / "g")
    assert built.reading.copies == 1
    assert built.nodes["Article"] == 4


def test_a_build_killed_before_the_graph_is_written_goes_on(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("kg.run.build._resolve", killed)
        with pytest.raises(KeyboardInterrupt):
            build([articles], tmp_path / "g")
    built = build([articles], tmp_path / "g")
    assert (built.reading.new, built.reading.known, built.changed) == (0, 4, True)


def test_shards_of_a_killed_build_are_not_read_again(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.run.record.SHARD_SIZE", 1)
    real = Shards.append
    calls: list[int] = []

    def append(self: Shards, entries: list[object]) -> Path:
        calls.append(len(entries))
        if len(calls) == 3:
            raise KeyboardInterrupt
        return real(self, entries)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(Shards, "append", append)
        with pytest.raises(KeyboardInterrupt):
            build([articles], tmp_path / "g")
    built = build([articles], tmp_path / "g")
    assert (built.reading.new, built.reading.known) == (2, 2)


def test_another_extractor_reads_everything_anew(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build([articles], tmp_path / "g")
    monkeypatch.setattr("kg.run.build.extractor_version", lambda _: "newer")
    built = build([articles / "0.txt"], tmp_path / "g")
    assert (built.reading.new, built.outdated, built.articles) == (1, 3, 4)


def test_a_lost_table_is_made_again(articles: Path, tmp_path: Path) -> None:
    build([articles], tmp_path / "g")
    before = tree(tmp_path / "g")
    next((tmp_path / "g" / "nodes").glob("Official-*.parquet")).unlink()
    build([articles], tmp_path / "g")
    assert tree(tmp_path / "g") == before


def test_a_judgement_is_applied_without_reading_again(articles: Path, tmp_path: Path) -> None:
    from kg.resolve.judgements import Judgement, append

    graph = tmp_path / "g"
    build([articles], graph)
    assert not resolve_again(graph)
    official = next(n for n in read_graph(graph).nodes if n.name == "陈立衡")
    append(graph, Judgement("", "drop", official.id, reason="a typing error"))
    assert resolve_again(graph)
    assert "陈立衡" not in names(graph, "Official")


def test_a_build_resolves_only_the_blocks_that_new_articles_touch(articles: Path, tmp_path: Path) -> None:
    (articles / "again.txt").write_text(page(name="陈立衡", meeting="安全生产会"))
    first = build([articles], tmp_path / "g")
    assert (first.blocks, first.kept) == (2, 0)  # a name borne twice, and the meetings of the one day
    (articles / "more.txt").write_text(page("苏州市", "周望舒", "招商引资推进会"))
    more = build([articles], tmp_path / "g")
    assert (more.blocks, more.kept) == (1, 1)  # the day; nobody new bears the name
    build([articles], tmp_path / "whole")
    assert graph(tmp_path / "g") == graph(tmp_path / "whole")
    (articles / "more.txt").unlink()
    fewer = build([articles], tmp_path / "g", prune=True)
    assert (fewer.blocks, fewer.kept) == (1, 1)
    build([articles], tmp_path / "fewer")
    assert graph(tmp_path / "g") == graph(tmp_path / "fewer")


def graph(folder: Path) -> dict[str, bytes]:
    """Every file of the graph proper, with its bytes."""
    made = {name: data for name, data in tree(folder).items() if not name.startswith("records/")}
    lists = ("aliases.jsonl", "questions.jsonl", "conflicts.jsonl", "blocks.parquet")
    return made | {name: (folder / name).read_bytes() for name in lists}


def test_results_of_another_resolver_are_not_used(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build([articles], tmp_path / "g")
    before = read_graph(tmp_path / "g")
    monkeypatch.setattr("kg.run.build.resolver_version", lambda: "another")
    again = build([articles], tmp_path / "g")
    assert (again.blocks, again.kept) == (1, 0)  # the day of the four meetings; four names stand once each
    assert read_graph(tmp_path / "g") == before


@pytest.mark.parametrize("damage", ["missing", "not Parquet", "cut short"])
def test_results_that_cannot_be_read_are_worked_out_again(articles: Path, tmp_path: Path, damage: str) -> None:
    build([articles / "0.txt"], tmp_path / "g")
    kept = tmp_path / "g" / "blocks.parquet"
    if damage == "missing":
        kept.unlink()
    else:
        kept.write_bytes(b"nonsense" if damage == "not Parquet" else kept.read_bytes()[:50])
    build([articles], tmp_path / "g")
    build([articles], tmp_path / "whole")
    assert read_graph(tmp_path / "g") == read_graph(tmp_path / "whole")
