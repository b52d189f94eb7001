"""The cleaner against pages of which we know what their authors wrote. The floors only go up."""

from __future__ import annotations

import gzip
import html
import json
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from kg.clean import clean
from kg.clean.script import traditional_forms
from tests.clean.gold import Page, pages

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
LOCAL = SHARED / "gold" / "local"
needs_gold = [pytest.mark.shared, pytest.mark.skipif(not LOCAL.is_dir(), reason="needs ../shared/gold")]
SETS = [
    pytest.param(ROOT / "tests" / "gold" / "dev", 0.998, 0.98, id="dev"),
    pytest.param(ROOT / "tests" / "gold" / "heldout", 0.992, 0.99, id="heldout"),
    pytest.param(ROOT / "tests" / "gold" / "unseen", 0.997, 0.98, id="unseen"),
    pytest.param(ROOT / "tests" / "gold" / "more", 0.995, 0.96, id="more"),
    pytest.param(ROOT / "tests" / "gold" / "exam", 0.998, 0.98, id="exam"),
    pytest.param(LOCAL, 0.999, 1.0, id="local", marks=needs_gold),
]


def accuracy(found: list[Page]) -> float:
    return 1 - sum(page.errors for page in found) / sum(len(page.gold) for page in found)


@pytest.mark.parametrize(("folder", "characters", "metadata"), SETS)
def test_floors(folder: Path, characters: float, metadata: float) -> None:
    found = pages(folder)
    assert found
    assert accuracy(found) >= characters, [(p.name, p.errors) for p in found if p.errors]
    wrong = [(page.name, key) for page in found for key in page.wrong_metadata()]
    assert 1 - len(wrong) / (3 * len(found)) >= metadata, wrong


@pytest.mark.parametrize(("folder", "characters", "metadata"), SETS)
def test_names_are_whole_and_map_back(folder: Path, characters: float, metadata: float) -> None:
    lost, astray = [], []
    for page in pages(folder):
        for name in page.names():
            at = page.article.text.find(name)
            if at < 0:
                lost.append((page.name, name))
                continue
            if "lost_byte" in page.article.damage.found:
                continue  # there the page does not spell it
            raw = html.unescape(page.article.offsets.raw_text(at, at + len(name)))
            spelled = [c for c in raw if c in name or any(c in traditional_forms(own) for own in name)]
            if len(spelled) < len(name):
                astray.append((page.name, name, raw))
    assert len(lost) <= (0 if folder == LOCAL else len(pages(folder)) // 12), lost
    assert not astray


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="needs ../shared")
def test_clean_news_is_left_alone() -> None:
    total = changed = 0
    with gzip.open(SHARED / "data" / "news-3k.jsonl.gz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % 6:
                continue
            text = "\n".join(part.strip() for part in json.loads(line)["text"].split("\n"))
            cleaned = clean(text).text
            total += len(text)
            if cleaned != text and len(text) < 6000:
                match = SequenceMatcher(None, text, cleaned, autojunk=False)
                changed += sum(max(b - a, d - c) for kind, a, b, c, d in match.get_opcodes() if kind != "equal")
    assert 1 - changed / total >= 0.999


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="needs ../shared")
def test_seed_pages() -> None:
    for path in sorted((SHARED / "articles").glob("*.txt")):
        record = json.loads((SHARED / "gold" / "seeds" / f"{path.stem}.json").read_text(encoding="utf-8"))
        article = clean(path.read_bytes())
        gold = record["article"]
        assert (article.title, article.published, article.source) == (gold["title"], gold["published"], gold["source"])
        assert list(article.authors) == gold["authors"]
        assert article.damage.domain == "in"
        assert all(item["name"] in article.text for item in record["officials"])


def test_the_examples_come_clean() -> None:
    """The example pages: every sentence of the source, whatever was done to it."""
    missing = []
    for path in sorted((ROOT / "examples" / "articles").iterdir()):
        source = (ROOT / "examples" / "sources" / f"{path.stem}.txt").read_text(encoding="utf-8")
        text = comparable(clean(path.read_bytes()).text)
        body = [line.strip() for line in source.split("\n\n", 1)[-1].split("\n") if "。" in line]
        missing += [(path.name, line[:30]) for line in body if comparable(line) not in text]
    assert len(missing) <= 6, missing


def comparable(text: str) -> str:
    return text.translate(str.maketrans("，：；（）！？", ",:;()!?")).replace(" ", "")
