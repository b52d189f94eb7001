"""Pages of the genre and an extractor of a few lines, so that these tests hold the way of the work, not its quality."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.clean import CleanArticle
from kg.model import ArticleInfo, Meeting, Official, Position, Record, Region, Relation, Span

_SENTENCE = re.compile(r"(?P<region>[一-龥]{2}市)市长(?P<name>[一-龥]{3})主持召开(?P<meeting>[一-龥]+会)")


def page(region: str = "九江市", name: str = "陈立衡", meeting: str = "稳增长工作推进会", day: int = 8) -> str:
    """A page that the cleaner takes for what it is."""
    return (
        f"{region}召开{meeting}\n"
        f"本报讯（记者 周敏）2023年5月{day}日，{region}市长{name}主持召开{meeting}，研究部署下一步工作。\n"
        f"会议指出，要认真贯彻落实党中央、国务院决策部署，按照省委、省政府工作要求，扎实做好各项工作。\n"
        f"{name}强调，各级各部门要提高政治站位，强化责任担当，确保完成全年目标任务。市政府领导和有关部门负责人参加会议。\n"
    )


def simple_extract(article: CleanArticle, info: ArticleInfo, *, recognizer: str | None = None) -> Record:
    """One official, one meeting, one region: what `page` says."""
    found = _SENTENCE.search(article.text)
    if "崩溃" in article.text:
        raise RuntimeError("boom")
    if found is None:
        return Record(article=info)
    span = Span(found.start(), found.end(), found.group())
    region, name, meeting = found["region"], found["name"], found["meeting"]
    relation = Relation("CHAIRED", name, meeting, found.group(), found.start(), found.end(), 0.9)
    return Record(
        article=info,
        officials=(Official(name, (Position("市长", f"{region}人民政府", region),), span=span),),
        regions=(Region(region, span=span),),
        meetings=(Meeting(meeting, date="2023-05-08", date_precision="day", span=span),),
        relations=(relation,),
    )


@pytest.fixture
def extractor(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put `simple_extract` in the place of the extractor."""
    monkeypatch.setattr("kg.run.work.extract", simple_extract)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder of four good pages."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for number, region in enumerate(("九江市", "南昌市", "萍乡市", "赣州市")):
        (folder / f"{number}.txt").write_text(page(region, "陈立衡" if number == 0 else f"李建{'国军民'[number - 1]}"))
    return folder
