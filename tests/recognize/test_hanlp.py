"""The real HanLP with a small tagger that is trained here: no model is shipped, none is downloaded."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import cli
from kg.errors import KgError, UsageError
from kg.extract.pipeline import extract_text
from kg.model import ArticleInfo
from kg.recognize import check, recognizer
from kg.recognize.hanlp_model import HanlpRecognizer

pytestmark = [
    pytest.mark.hanlp,
    pytest.mark.filterwarnings("ignore"),  # of torch and transformers, about each other
]
pytest.importorskip("hanlp", reason="the extra hanlp is not installed (pip install 'govkg[hanlp]', 5.6 GB with torch)")

SURNAMES = "张王李赵刘陈杨黄诺朵"
GIVEN = "伟芳娜敏静丽强磊军洋明日"
PLACES = ("九江市", "南昌市", "衢州市", "呼和浩特市")
BODIES = ("市水务局", "县教育局", "市财政局")


def sentences(rng: random.Random) -> Iterator[list[tuple[str, str | None]]]:
    """Sentences of two kinds, in pieces with their label."""
    while True:
        name = rng.choice(SURNAMES) + "".join(rng.sample(GIVEN, rng.choice((1, 2))))
        place, body = rng.choice(PLACES), rng.choice(BODIES)
        post = rng.choice(("局长", "副局长"))
        yield rng.choice(
            [
                [(place, "LOCATION"), ("市长", None), (name, "PERSON"), ("出席会议。", None)],
                [
                    (body, "ORGANIZATION"),
                    (post, None),
                    (name, "PERSON"),
                    ("到", None),
                    (place, "LOCATION"),
                    ("调研。", None),
                ],
                [
                    (body, "ORGANIZATION"),
                    (post, None),
                    (name, "PERSON"),
                    ("与", None),
                    (place, "LOCATION"),
                    ("签字。", None),
                ],
            ]
        )


def tagged(pieces: list[tuple[str, str | None]]) -> str:
    """One character and its tag a line."""
    rows = []
    for text, label in pieces:
        rows += [f"{c}\t{'O' if label is None else ('I-' if at else 'B-') + label}" for at, c in enumerate(text)]
    return "\n".join(rows) + "\n"


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a tagger trained on a few hundred made-up sentences: some seconds on one core."""
    import torch
    from hanlp.components.ner.rnn_ner import RNNNamedEntityRecognizer

    torch.manual_seed(1)
    random.seed(1)
    folder = tmp_path_factory.mktemp("hanlp")
    made = sentences(random.Random(1))
    for name, size in (("train", 400), ("check", 60)):
        (folder / f"{name}.tsv").write_text("\n".join(tagged(next(made)) for _ in range(size)), encoding="utf-8")
    RNNNamedEntityRecognizer().fit(
        str(folder / "train.tsv"),
        str(folder / "check.tsv"),
        str(folder / "model"),
        epochs=8,
        embed=16,
        rnn_hidden=16,
        drop=0.0,
        lr=0.02,
        crf=False,
        tagging_scheme="BIO",
        devices=-1,
        verbose=False,
    )
    return folder / "model"


@pytest.fixture(scope="module")
def loaded(model: Path) -> HanlpRecognizer:
    return HanlpRecognizer(str(model))


def seen(loaded: HanlpRecognizer, asked: list[str]) -> list[list[str]]:
    told = loaded.entities(asked)
    return [[f"{s[e.start : e.end]} {e.kind}" for e in found] for s, found in zip(asked, told, strict=True)]


def test_names_in_order_though_the_model_tells_them_in_none(loaded: HanlpRecognizer) -> None:
    """HanLP sorts sentences by length and lists entities of a sentence in any order."""
    asked = ["市水务局局长王洋到南昌市调研。", "九江市市长张伟出席会议。", "", "  ", "市水务局局长王洋到南昌市调研。"]
    assert seen(loaded, asked) == [
        ["市水务局 organization", "王洋 person", "南昌市 place"],
        ["九江市 place", "张伟 person"],
        [],
        [],
        ["市水务局 organization", "王洋 person", "南昌市 place"],
    ]
    assert loaded.entities([]) == []
    assert loaded.name == "hanlp:model"


def test_it_has_learnt(loaded: HanlpRecognizer) -> None:
    """On sentences it has not seen, of the kind it was trained on; else the other tests would prove little."""
    right = total = 0
    made = sentences(random.Random(2))
    for _ in range(60):
        pieces = next(made)
        (found,) = seen(loaded, ["".join(text for text, _ in pieces)])
        wanted = [f"{text} {label.lower().replace('location', 'place')}" for text, label in pieces if label]
        right += len(set(wanted) & set(found))
        total += len(wanted)
    assert right / total > 0.9


@pytest.mark.parametrize("sentence", ["九江市市长张 伟出席会议。", "九江市市长张\u3000伟出席会议。"])
def test_white_space_does_not_move_names(loaded: HanlpRecognizer, sentence: str) -> None:
    (entities,) = loaded.entities([sentence])
    assert ["".join(sentence[e.start : e.end].split()) for e in entities] == ["九江市", "张伟"]


@pytest.mark.parametrize("sentence", ["😀", "㊙\u200b", "x" * 2000, "\x00", "，", "九江市" * 400])
def test_whatever_stands_there_entities_lie_inside(loaded: HanlpRecognizer, sentence: str) -> None:
    (entities,) = loaded.entities([sentence])
    assert all(0 <= e.start < e.end <= len(sentence) for e in entities)


def test_by_its_folder_on_the_command_line(model: Path, tmp_path: Path) -> None:
    page = tmp_path / "a.txt"
    page.write_text(
        "呼和浩特市召开防汛工作会议\n2021年6月8日，呼和浩特市召开防汛工作会议。市委书记张三出席会议并讲话。\n"
        "市水务局副局长诺明与南昌市签字。\n会议要求，各旗县区要落实责任，抓好防汛工作。\n"
    )
    without = CliRunner().invoke(cli, ["extract", "--explain", str(page)])
    assert "诺明" not in [line.split()[-1] for line in without.stdout.splitlines() if line.startswith("  official")]
    told = CliRunner().invoke(cli, ["extract", "--explain", str(page), "--recognizer", f"hanlp:{model}"])
    assert told.exit_code == 0, told.output
    lines = told.stdout.splitlines()
    at = next(n for n, line in enumerate(lines) if line.split() == ["official", "诺明"])
    assert lines[at + 1].strip().startswith("model hanlp:model · confidence 0.")


def test_the_record_says_so(model: Path) -> None:
    text = "呼和浩特市召开会议\n市水务局副局长诺明与南昌市签字。\n市委书记张三出席会议。"
    record = extract_text(text, ArticleInfo("x"), recognizer=f"hanlp:{model}")
    assert {o.name: o.span.rule for o in record.officials if o.span} == {"诺明": "hanlp:model", "张三": "titled"}


def test_a_folder_is_loaded_once(model: Path) -> None:
    assert recognizer(f"hanlp:{model}") is recognizer(f"hanlp:{model}")


def test_what_is_no_model(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="neither the folder of a HanLP model nor the name of one"):
        check(f"hanlp:{tmp_path / 'missing'}")
    with pytest.raises(KgError, match="HanLP cannot load it") as caught:
        check(f"hanlp:{tmp_path}")
    assert "\n" not in str(caught.value)
    (tmp_path / "config.json").write_text("{}")
    with pytest.raises(KgError, match="HanLP cannot load it"):
        check(f"hanlp:{tmp_path}")
