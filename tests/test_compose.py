"""docker-compose.yml: valid by the Compose specification's schema, and each command it runs is one that works."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from kg.cli import cli

ROOT = Path(__file__).resolve().parent.parent
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
NEO4J, KG = COMPOSE["services"]["neo4j"], COMPOSE["services"]["kg"]


def by_schema(path: Path) -> subprocess.CompletedProcess[str]:
    """Check one file by the Compose specification that travels with check-jsonschema (nothing is downloaded)."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_valid_by_the_schema() -> None:
    done = by_schema(ROOT / "docker-compose.yml")
    assert done.returncode == 0, done.stdout


def test_the_schema_sees_a_mistake(tmp_path: Path) -> None:
    wrong = tmp_path / "docker-compose.yml"
    wrong.write_text(
        (ROOT / "docker-compose.yml").read_text(encoding="utf-8").replace("condition:", "conditions:"), encoding="utf-8"
    )
    assert by_schema(wrong).returncode == 1


def test_neo4j_is_the_community_server_with_a_named_volume() -> None:
    assert re.fullmatch(r"neo4j:5\.26(\.\d+)?-community", NEO4J["image"])
    (data,) = [volume for volume in NEO4J["volumes"] if volume.endswith(":/data")]
    assert data.split(":")[0] in COMPOSE["volumes"]


def test_ports_are_open_to_this_machine_only() -> None:
    assert all(port.startswith("127.0.0.1:") for port in NEO4J["ports"])


def test_password_comes_from_the_env_file_and_is_written_nowhere() -> None:
    """Both services take ${NEO4J_PASSWORD}, refuse to start without it, and .env stays out of git and image."""
    for value in (NEO4J["environment"]["NEO4J_AUTH"], KG["environment"]["NEO4J_PASSWORD"]):
        assert "${NEO4J_PASSWORD:?" in value
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    (password,) = re.findall(r"^NEO4J_PASSWORD=(.+)$", example, re.M)
    assert len(password) >= 8, "Neo4j refuses a shorter one"
    assert ".env" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert "!.env" not in (ROOT / ".dockerignore").read_text(encoding="utf-8")


def test_the_server_gets_no_variable_it_would_take_for_a_setting() -> None:
    """The image turns every NEO4J_ variable into a setting and the server refuses unknown ones."""
    known = {"NEO4J_AUTH", "NEO4J_ACCEPT_LICENSE_AGREEMENT", "NEO4J_PLUGINS"}
    for name in NEO4J["environment"]:
        assert name in known or re.match(r"NEO4J_(server|dbms|db|initial)_", name), name


def health_command() -> str:
    """The health check as the shell in the container gets it: `$$` is Compose's way to write `$`."""
    kind, command = NEO4J["healthcheck"]["test"]
    assert kind == "CMD-SHELL"
    assert isinstance(command, str)
    return command.replace("$$", "$")


@pytest.mark.parametrize("password", ["choose-a-password", "with space", "sl/ash", "do$lar", "quo'te"])
def test_health_check_hands_the_password_over_whole(tmp_path: Path, password: str) -> None:
    """Run with a stand-in for cypher-shell that notes its arguments: the shell part is what can go wrong."""
    noted = tmp_path / "noted"
    tool = tmp_path / "cypher-shell"
    tool.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{noted}"\n', encoding="utf-8")
    tool.chmod(0o755)
    env = {"PATH": f"{tmp_path}:/usr/bin:/bin", "NEO4J_AUTH": f"neo4j/{password}"}
    subprocess.run(["/bin/sh", "-c", health_command()], env=env, check=True)
    arguments = noted.read_text(encoding="utf-8").splitlines()
    assert arguments == ["-a", "bolt://localhost:7687", "-u", "neo4j", "-p", password, "RETURN 1"]


def test_kg_starts_once_neo4j_is_healthy_and_builds_the_examples_into_it() -> None:
    assert KG["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    assert "./examples/articles:/articles:ro" in KG["volumes"]
    verb, *arguments = KG["command"]
    context = cli.commands[verb].make_context(verb, list(arguments), resilient_parsing=True)
    assert context.params["neo4j"] == "bolt://neo4j:7687"
    graph = next(arguments[at + 1] for at, word in enumerate(arguments) if word == "--graph")
    mounted = [volume.split(":")[1] for volume in KG["volumes"] if volume.split(":")[0] in COMPOSE["volumes"]]
    assert any(graph.startswith(f"{folder}/") for folder in mounted), "the graph would be lost with the container"


@pytest.mark.neo4j
def test_the_command_builds_the_examples_into_a_real_server(neo4j_bolt: Any, tmp_path: Path) -> None:
    """The very words of the kg service, with this machine's paths and server in place of the container's."""
    here = {"/articles": str(ROOT / "examples" / "articles"), "/data/my-graph": str(tmp_path / "my-graph")}
    words = [here.get(word, word.replace("bolt://neo4j:7687", neo4j_bolt.uri)) for word in KG["command"]]
    env = {**os.environ, "NEO4J_USERNAME": neo4j_bolt.username, "NEO4J_PASSWORD": neo4j_bolt.password}

    def kg(*arguments: str) -> str:
        command = [sys.executable, "-m", "kg.cli", *arguments]
        done = subprocess.run(command, env=env, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    kg(*words)
    try:
        assert kg("diff", neo4j_bolt.uri, "--graph", here["/data/my-graph"])
        question = ("query", "posts-of-official", "official=周立恒", "--format", "json")
        from_server = kg(*question, "--neo4j", neo4j_bolt.uri)
        from_folder = kg(*question, "--graph", here["/data/my-graph"])
        assert "丽水市委" in from_server
        assert from_server == from_folder
    finally:
        kg("unload", neo4j_bolt.uri, "--graph", here["/data/my-graph"], "--yes")


def test_the_image_runs_kg_as_an_ordinary_user() -> None:
    dockerfile = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    assert 'ENTRYPOINT ["kg"]' in dockerfile
    assert re.search(r"^USER (?!root)\w+", dockerfile, re.M)
