"""HTML, Markdown and DOCX: the same claims, nothing in the data can run or fetch, every mark leads to its citation."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from kg.errors import UsageError
from kg.model import GraphTables, Node
from kg.report.model import Cites, Paragraph, Report, Table
from kg.report.render import FORMATS, ranges, render, written_form
from kg.report.write import report
from tests.report.checks import Scope, check
from tests.report.oracle import Oracle
from tests.support.graphgen import make_graph
from tests.support.hostile_graph import HOSTILE, sample


@pytest.fixture(scope="module")
def graph() -> GraphTables:
    return make_graph(5, prefectures=2, counties=2, officials=80, meetings=80, initiatives=30, articles=120, pairs=90)


@pytest.fixture(scope="module")
def made(graph: GraphTables) -> Report:
    return report(graph, "region", ["江西省"], lang="zh")


def hostile() -> GraphTables:
    """Names, titles, media and sentences that would run or break a page if they were written as they are."""
    tables = sample()
    bad = iter(list(HOSTILE.values()) * 50)
    nodes = tuple(
        replace(
            node,
            name=next(bad) + node.id,
            props={k: next(bad) if k in ("title", "source", "place") and v else v for k, v in node.props.items()},
        )
        for node in tables.nodes
    )
    return GraphTables(nodes, tables.edges, tuple(replace(e, sentence=next(bad) + e.sentence) for e in tables.evidence))


class Reader(HTMLParser):
    """Collects what a browser would see of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.ids |= {str(value) for key, value in attrs if key == "id"}

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    return reader


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("kind", ["overview", "region", "pair", "official", "initiative"])
def test_html_is_closed_to_what_the_data_says(kind: str, lang: str) -> None:
    tables = hostile()
    names = {"region": ["reg-1"], "pair": ["reg-1", "reg-2"], "official": ["per-1"], "initiative": ["ini-1"]}
    page = render(report(tables, kind, names.get(kind, []), lang=lang), "html").decode()  # type: ignore[arg-type]
    reader = read(page)
    tags = {tag for tag, _ in reader.tags}
    assert not tags & {"script", "img", "iframe", "object", "embed", "link", "base", "form", "foreignobject", "use"}
    for tag, attributes in reader.tags:
        for key, value in attributes.items():
            assert not key.startswith("on"), (tag, key)
            assert key != "style", "the policy forbids it"
            if key in ("href", "src", "action"):
                assert (value or "").startswith(("#", "https://example.org/", "http://")), value
    policy = next(a["content"] for t, a in reader.tags if t == "meta" and a.get("http-equiv"))
    assert policy is not None
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert "window.__pwned" in "".join(reader.text), "the hostile text is shown, as text"
    assert "\u202e" not in page


def test_style_is_the_one_that_the_policy_allows(made: Report) -> None:
    import base64
    import hashlib

    page = render(made, "html").decode()
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.S)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = next(a["content"] for t, a in read(page).tags if t == "meta" and a.get("http-equiv"))
    assert f"'sha256-{digest}'" in str(policy)
    assert "url(" not in style
    assert "@import" not in style


def test_html_says_every_claim_and_every_mark_leads_somewhere(made: Report) -> None:
    reader = read(render(made, "html").decode())
    text = "".join(reader.text)
    for section in made.sections:
        assert section.title in text
        for block in section.blocks:
            if isinstance(block, Paragraph):
                assert all(sentence.text in text for sentence in block.sentences)
            if isinstance(block, Table):
                assert all(cell in text for row in block.rows for cell in row.cells)
    targets = [str(a["href"])[1:] for t, a in reader.tags if t == "a" and str(a.get("href", "")).startswith("#")]
    assert targets
    assert set(targets) <= reader.ids
    assert {f"c{c.number}" for c in made.citations} <= reader.ids


def test_svg_is_well_formed_and_stays_inside(made: Report) -> None:
    page = render(made, "html").decode()
    pictures = re.findall(r"<svg.*?</svg>", page, re.S)
    assert len(pictures) >= 3, "bars, network, timeline"
    for picture in pictures:
        root = etree.fromstring(picture.encode())
        _, _, width, height = map(float, root.attrib["viewBox"].split())
        assert root.find("{*}title") is not None
        for element in root.iter("{*}rect", "{*}circle", "{*}line", "{*}text"):
            for key, most in (
                ("x", width),
                ("cx", width),
                ("x1", width),
                ("y", height),
                ("cy", height),
                ("y2", height),
            ):
                if key in element.attrib:
                    assert 0 <= float(element.attrib[key]) <= most
            if element.tag.endswith("rect"):
                assert float(element.attrib["x"]) + float(element.attrib["width"]) <= width


def test_markdown_shows_text_as_it_is_and_links_marks() -> None:
    text = render(report(hostile(), "overview", lang="en"), "md").decode()
    assert "<script" not in re.sub(r"\\<", "", text)
    assert re.findall(r"(?<!\\)<(?!a id=|/a>|https?:)", text) == []
    anchors = set(re.findall(r'<a id="(c\d+)"></a>', text))
    assert set(re.findall(r"\]\(#(c\d+)\)", text)) <= anchors
    assert len(anchors) == len(set(re.findall(r"^<a id=.(c\d+)", text, re.M)))
    tables = re.findall(r"((?:^\|.*\|$\n?)+)", text, re.M)
    assert tables
    for table in tables:
        rows = [len(re.findall(r"(?<!\\)\|", line)) for line in table.strip().splitlines()]
        assert len(set(rows)) == 1, "a cell broke its row"


def test_docx_opens_and_says_every_claim(made: Report) -> None:
    data = render(made, "docx")
    document = Document(io.BytesIO(data))
    text = "\n".join(p.text for p in document.paragraphs)
    for section in made.sections:
        assert section.title in text
        for block in section.blocks:
            if isinstance(block, Paragraph):
                assert all(sentence.text in text for sentence in block.sentences)
    tables = [b for s in made.sections for b in s.blocks if isinstance(b, Table)]
    assert len(document.tables) == len(tables)
    for drawn, meant in zip(document.tables, tables, strict=True):
        rows = [[cell.text for cell in row.cells][:-1] for row in drawn.rows]
        assert rows == [[c.title for c in meant.columns], *(list(row.cells) for row in meant.rows)]
    body = document.element.body
    marks = {e.get(qn("w:name")) for e in body.iter(qn("w:bookmarkStart"))}
    links = {e.get(qn("w:anchor")) for e in body.iter(qn("w:hyperlink")) if e.get(qn("w:anchor"))}
    assert links <= marks == {f"c{c.number}" for c in made.citations}
    ends = {end for _, cites in made.cited() for run in ranges(cites) for end in run}
    assert links == {f"c{end}" for end in ends}
    fonts = {
        s.name: s.element.rPr.rFonts.get(qn("w:eastAsia")) for s in document.styles if s.name in ("Normal", "Title")
    }
    assert fonts == {"Normal": "SimSun", "Title": "SimHei"}


def test_docx_charts_hold_the_numbers(made: Report) -> None:
    with zipfile.ZipFile(io.BytesIO(render(made, "docx"))) as package:
        charts = sorted(name for name in package.namelist() if name.startswith("word/charts/"))
        assert len(charts) == 2, "bars and timeline"
        wanted = [
            [(bar.label, str(bar.value)) for bar in block.bars]
            for section in made.sections
            for block in section.blocks
            if hasattr(block, "bars")
        ]
        found = []
        for name in charts:
            root = etree.fromstring(package.read(name))
            labels, values = ([e.text for e in root.findall(f".//{{*}}{kind}//{{*}}v")] for kind in ("cat", "val"))
            found.append(list(zip(labels, values, strict=True)))
        assert sorted(found) == sorted(wanted)
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(package.read(name))
        assert b"w:txbxContent" in package.read("word/document.xml"), "the network is drawn"


def test_hostile_text_is_text_in_docx() -> None:
    data = render(report(hostile(), "overview", lang="zh"), "docx")
    document = Document(io.BytesIO(data))
    assert any("window.__pwned" in p.text for p in document.paragraphs)
    targets = [r.target_ref for r in document.part.rels.values() if r.is_external]
    assert all(target.startswith("http") for target in targets)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("kind", ["overview", "region"])
def test_same_graph_same_bytes(graph: GraphTables, form: str, kind: str) -> None:
    names = ["江西省"] if kind == "region" else []
    one = render(report(graph, kind, names), form)
    shuffled = GraphTables(graph.nodes[::-1], graph.edges[::-1], graph.evidence[::-1])
    assert render(report(graph, kind, names), form) == one
    assert render(report(shuffled, kind, names), form) == one, "the order of rows in the folder does not matter"


def test_ranges_of_numbers() -> None:
    assert ranges(Cites((1, 2, 3, 7, 9, 10), 6)) == [(1, 3), (7, 7), (9, 10)]
    assert ranges(Cites((4,), 1)) == [(4, 4)]


def test_format_follows_the_file() -> None:
    from pathlib import Path

    assert written_form(None, None) == "html"
    assert written_form(None, Path("a.DOCX")) == "docx"
    assert written_form("md", Path("a")) == "md"
    with pytest.raises(UsageError, match="but the format asked for is md"):
        written_form("md", Path("a.html"))
    with pytest.raises(UsageError, match=r"no report format ends in \.pdf"):
        written_form(None, Path("a.pdf"))
    with pytest.raises(UsageError, match="no format 'pdf'"):
        render(report(sample(), "overview"), "pdf")


def test_a_false_number_would_be_seen(graph: GraphTables) -> None:
    """The checks of `tests.report.checks` fail where one figure of a sentence, a row or a chart is wrong."""
    o = Oracle(graph)
    node: Node = next(n for n in graph.nodes if n.name == "江西省")
    ties = o.at(node.id, "COOPERATES_WITH")
    meetings = o.no_series(o.joined(node.id) | o.held(node.id))
    posts = [e for e in o.edges if e.type == "HOLDS" and e.target in o.organs(node.id)]
    scope = Scope(o, [node], ties, ties, meetings, o.covering(node.id), posts=posts)
    true = report(graph, "region", [node.id], lang="en")
    check(true, scope)
    wrong = 0
    for i, section in enumerate(true.sections):
        for j, block in enumerate(section.blocks):
            if isinstance(block, Paragraph):
                for k, sentence in enumerate(block.sentences):
                    figure = re.search(
                        r"(?<![\d-])(\d{1,3}) (?:articles?|regions?|meetings?|officials?|init)", sentence.text
                    )
                    if figure is None:
                        continue
                    text = f"{sentence.text[: figure.start(1)]}{int(figure[1]) + 1}{sentence.text[figure.end(1) :]}"
                    sentences = list(block.sentences)
                    sentences[k] = replace(sentence, text=text)
                    changed = replace(block, sentences=tuple(sentences))
                    with pytest.raises(AssertionError):
                        check(_with(true, i, j, changed), scope)
                    wrong += 1
            elif hasattr(block, "bars"):
                bars = (replace(block.bars[0], value=block.bars[0].value + 1), *block.bars[1:])
                with pytest.raises(AssertionError):
                    check(_with(true, i, j, replace(block, bars=bars)), scope)
                wrong += 1
            elif isinstance(block, Table) and "Articles" in [c.title for c in block.columns]:
                at = [c.title for c in block.columns].index("Articles")
                cells = list(block.rows[0].cells)
                cells[at] = str(int(cells[at]) + 1)
                rows = (replace(block.rows[0], cells=tuple(cells)), *block.rows[1:])
                with pytest.raises(AssertionError):
                    check(_with(true, i, j, replace(block, rows=rows)), scope)
                wrong += 1
    assert wrong >= 8


def _with(whole: Report, i: int, j: int, block: object) -> Report:
    sections = list(whole.sections)
    blocks = list(sections[i].blocks)
    blocks[j] = block  # type: ignore[call-overload]
    sections[i] = replace(sections[i], blocks=tuple(blocks))
    return replace(whole, sections=tuple(sections))
