"""The verbs query, cypher, load, diff and unload as a user types them."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from kg import cli
from kg.model import GraphTables
from kg.store.completion import argument_words, query_words
from kg.store.folder import write_graph
from kg.store.neo4j_store import Server
from tests.conftest import Bolt
from tests.store.test_ask import EDGES, NODES
from tests.support.neo4j_state import counts, run


@pytest.fixture
def graph(tmp_path: Path) -> str:
    write_graph(tmp_path / "graph", GraphTables(NODES, EDGES))
    return str(tmp_path / "graph")


class Shell:
    """Runs `kg` in this process: (exit code, standard output, standard error)."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.monkeypatch, self.capsys = monkeypatch, capsys

    def __call__(self, *words: str) -> tuple[int, str, str]:
        self.monkeypatch.setattr(sys, "argv", ["kg", *words])
        code = 0
        try:
            cli.main()
        except SystemExit as end:
            code = int(end.code or 0)
        out, err = self.capsys.readouterr()
        return code, out, err


@pytest.fixture
def kg(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    for name in ("NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE"):
        monkeypatch.delenv(name, raising=False)
    return Shell(monkeypatch, capsys)


def test_a_table(kg: Shell, graph: str) -> None:
    code, out, err = kg("query", "partners-of-region", "region=九江", "--graph", graph)
    assert code == 0
    assert out.splitlines()[2].startswith("吉安市   360800      agreement         3")
    assert err == "九江 → 九江市 (360400, prefecture, 江西省)\n"


def test_json_and_csv(kg: Shell, graph: str) -> None:
    _, out, _ = kg("query", "partners-of-region", "region=360400", "--graph", graph, "--format", "json")
    assert json.loads(out)[0]["partner"] == "吉安市"
    _, out, _ = kg("query", "partners-of-region", "region=360400", "--graph", graph, "--format", "csv")
    assert next(csv.DictReader(io.StringIO(out)))["partner"] == "吉安市"


def test_listing(kg: Shell) -> None:
    _, out, _ = kg("query", "--list")
    assert "partners-of-region" in out
    assert "与某地区合作最多的地区" in out
    _, out, _ = kg("query", "--list", "quality")
    assert "namesakes" in out
    assert "partners-of-region" not in out
    _, out, _ = kg("query", "partners-of-region", "--list")
    assert "MATCH (r:Region" in out
    _, out, _ = kg("query", "--list", "--format", "json")
    assert {"name", "parameters", "returns"} <= json.loads(out)[0].keys()


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["query", "partner-of-region"], 2, "did you mean partners-of-region"),
        (["query", "partners-of-region", "regon=九江"], 2, "did you mean region"),
        (["query", "partners-of-region"], 2, "needs region=…"),
        (["query", "partners-of-region", "九江"], 2, "'九江' is not key=value"),
        (["query", "partners-of-region", "region=九汪"], 2, "no region named '九汪'"),
        (["query", "partners-of-region", "region=九江", "--format", "xml"], 2, "xml"),
        (["cypher", "CREATE (n)"], 1, "only reading is allowed here, and CREATE may write"),
        (["cypher", "MATCH (n RETURN n"], 1, "syntax error"),
    ],
)
def test_mistakes_are_one_message(kg: Shell, graph: str, words: list[str], code: int, message: str) -> None:
    got, out, err = kg(*words, "--graph", graph)
    assert got == code
    assert out == ""
    assert message in err
    assert "Traceback" not in err


def test_no_graph(kg: Shell, tmp_path: Path) -> None:
    code, _, err = kg("query", "province-matrix", "--graph", str(tmp_path))
    assert code == 1
    assert err == f"kg: {tmp_path}: no graph here yet; make one with: kg build ARTICLES --graph DIR\n"


def test_cypher_with_parameters_and_a_row_limit(kg: Shell, graph: str) -> None:
    statement = "MATCH (n:Region) WHERE n.code <> $code RETURN n.name AS name ORDER BY name LIMIT $k"
    _, out, _ = kg("cypher", statement, "code=360400", "k:=2", "--graph", graph, "--format", "csv")
    assert len(out.splitlines()) == 3
    _, out, err = kg("cypher", "MATCH (n) RETURN n.id", "--limit", "2", "--graph", graph, "--format", "csv")
    assert len(out.splitlines()) == 3
    assert err == "only the first 2 rows are shown; --limit shows more\n"
    _, _, err = kg("cypher", "MATCH (n:Regoin) RETURN n", "--graph", graph)
    assert "Regoin" in err


def test_a_time_limit(kg: Shell, graph: str) -> None:
    statement = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a = -b RETURN count(*)"
    code, _, err = kg("cypher", statement, "--graph", graph, "--timeout", "0.2")
    assert code == 1
    assert err == "kg: the query took longer than 0.2 s and was stopped\n"


@pytest.mark.parametrize("verb", [["load"], ["diff"], ["unload", "--yes"], ["load", "--dry-run"]])
def test_neo4j_without_password_or_server(
    kg: Shell, graph: str, verb: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False, raising=False)
    code, _, err = kg(*verb, "bolt://localhost:1", "--graph", graph)
    assert (code, err) == (2, "kg: no Neo4j password: set NEO4J_PASSWORD (and NEO4J_USERNAME)\n")
    monkeypatch.setenv("NEO4J_PASSWORD", "geheim")
    code, _, err = kg(*verb, "bolt://localhost:1", "--graph", graph)
    assert (code, err) == (1, "kg: bolt://localhost:1: Neo4j does not answer there (connection refused)\n")
    code, _, err = kg(*verb, "bolt://neo4j:geheim@localhost:1", "--graph", graph)
    assert code == 2
    assert "leave user name and password out of the address" in err
    assert "geheim" not in err


def test_help_is_instant_and_heavy_packages_stay_out() -> None:
    code = (
        "import sys; sys.argv = ['kg', 'query', '--help']\n"
        "from kg import cli\n"
        "try: cli.main()\n"
        "finally: print(sorted({'kglite', 'pyarrow', 'neo4j', 'rich'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.stdout.rstrip().endswith("[]")


def test_words_for_the_shell(graph: str) -> None:
    assert query_words("partners") == ["partners-of-region"]
    assert argument_words("partners-of-region", "re", None) == ["region="]
    assert argument_words("partners-of-region", "region=九", Path(graph)) == ["region=九江市"]
    assert argument_words("partners-of-region", "limit=1", Path(graph)) == []
    assert argument_words("partners-of-region", "region=九", Path(graph) / "none") == []
    assert argument_words("nosuch", "re", None) == []


@pytest.mark.neo4j
def test_load_diff_query_unload(
    kg: Shell, graph: str, server: Server, neo4j_bolt: Bolt, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_USERNAME", neo4j_bolt.username)
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_bolt.password)
    uri = neo4j_bolt.uri
    code, out, _ = kg("load", uri, "--graph", graph, "--dry-run")
    assert code == 0
    assert out.splitlines()[-1].split() == ["all", str(len(NODES) + len(EDGES)), "0", "0", "0"]
    assert counts(server) == (0, 0)
    assert kg("diff", uri, "--graph", graph)[0] == 1
    code, out, err = kg("load", uri, "--graph", graph)
    assert code == 0
    assert f"{len(NODES) + len(EDGES)} rows written" in out
    assert neo4j_bolt.password not in out + err
    assert counts(server) == (len(NODES), len(EDGES))
    assert kg("diff", uri, "--graph", graph)[0] == 0
    _, out, err = kg("query", "partners-of-region", "region=九江", "--neo4j", uri, "--format", "json")
    assert json.loads(out)[0]["partner"] == "吉安市"
    assert "graphs" not in err
    run(server, "CREATE (:Region {id: 'x', _graph: 'other'})")
    _, _, err = kg("query", "province-matrix", "--neo4j", uri)
    assert "holds 2 graphs" in err
    code, _, err = kg("cypher", "CREATE (n)", "--neo4j", uri)
    assert (code, err.splitlines()[-1]) == (1, "kg: only reading is allowed here, and this statement writes")
    monkeypatch.setattr("click.confirm", lambda *a, **k: True)
    assert kg("unload", uri, "--graph", graph)[0] == 0
    assert counts(server) == (1, 0)
