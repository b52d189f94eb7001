"""A report as DOCX, for Word and LibreOffice: styles with Chinese fonts, native tables and charts, linked citations.

python-docx gives package, template and styles; the text is written as WordprocessingML at once, since adding
cells one by one takes seconds for a long report.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from xml.sax.saxutils import escape

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from kg.report.chartxml import chart_drawing, chart_height, chart_part, network_drawing
from kg.report.model import Bars, Citation, Cites, Network, Note, Paragraph, Report, Table, Timeline
from kg.report.render import ranges

_BODY, _HEAD, _LATIN, _LATIN_HEAD = "SimSun", "SimHei", "Times New Roman", "Arial"
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = f'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="{_OFFICE}"'
_COLOUR = "0F766E"
#: Width of the text in twentieths of a point: 16 cm.
_WIDTH = 9071
#: Zip entries carry a date; a fixed one keeps equal reports equal.
_EPOCH = (1980, 1, 1, 0, 0, 0)


def docx(report: Report) -> bytes:
    """The whole file. Equal reports give equal bytes."""
    document = Document()
    _style(document)
    properties = document.core_properties
    properties.title, properties.author = report.title, "govkg"
    properties.language = "zh-CN" if report.lang == "zh" else "en"
    newest = max((c.published for c in report.citations if c.published), default="1980-01-01")
    properties.created = properties.modified = datetime.fromisoformat(newest)
    body = document.element.body
    end = body.sectPr
    for xml in _Text(document, report).blocks():
        for element in parse_xml(f"<w:body {_SPACES}>{xml}</w:body>"):
            end.addprevious(element)
    plain = io.BytesIO()
    document.save(plain)
    return _fixed(plain.getvalue())


class _Text:
    """The body of a document as pieces of XML, block by block."""

    def __init__(self, document: Any, report: Report) -> None:
        self.part = document.part
        self.report = report
        self.ids = {style.name: style.style_id for style in document.styles}
        self.drawings = 0

    def blocks(self) -> list[str]:
        """All blocks in reading order."""
        report = self.report
        out = [self._paragraph("Title", _run(report.title))]
        out += [self._paragraph("Basis", _run(line)) for line in report.basis]
        for section in report.sections:
            out.append(self._paragraph("Heading 1", _run(section.title)))
            out += [self._block(block) for block in section.blocks]
        if report.citations:
            out.append(self._paragraph("Heading 1", _run(report.words["citations"])))
        return out + [self._citation(citation) for citation in report.citations]

    def _block(self, block: object) -> str:
        if isinstance(block, Paragraph):
            gap = _run(" ") if self.report.lang == "en" else ""
            return self._paragraph(
                "Normal", "".join(_run(s.text) + self._marks(s.cites, "raised") + gap for s in block.sentences)
            )
        if isinstance(block, Note):
            return self._paragraph("Basis", _run(block.text))
        if isinstance(block, Table):
            return self._table(block)
        assert isinstance(block, (Bars, Timeline, Network))
        caption = self._paragraph("Caption", _run(block.title + " ") + self._marks(block.cites, "small"), keep=True)
        return caption + self._paragraph("Normal", f"<w:r>{self._drawing(block)}</w:r>")

    def _drawing(self, chart: Bars | Timeline | Network) -> str:
        self.drawings += 1
        if isinstance(chart, Network):
            return network_drawing(chart, self.drawings)
        name = PackURI(f"/word/charts/chart{self.drawings}.xml")
        part = Part(name, _CHART_TYPE, chart_part(chart), self.part.package)
        relation = self.part.relate_to(part, f"{_OFFICE}/chart")
        height = chart_height(chart.bars, isinstance(chart, Bars))
        return chart_drawing(relation, self.drawings, chart.title, height)

    def _table(self, table: Table) -> str:
        heads = [column.title for column in table.columns]
        weights = [_weight([head, *(row.cells[i] for row in table.rows)]) for i, head in enumerate(heads)] + [9.0]
        widths = [round(_WIDTH * weight / sum(weights)) for weight in weights]
        aligns = [*(column.align for column in table.columns), "left"]
        titles = [_run(text, bold=True) for text in (*heads, self.report.words["sources"])]
        rows = [self._row(titles, widths, aligns, head=True)]
        for row in table.rows:
            cells = [*(_run(cell) for cell in row.cells), self._marks(row.cites, "small")]
            rows.append(self._row(cells, widths, aligns))
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        lines = "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="C3CAD1"/>' for side in ("top", "bottom", "insideH")
        )
        text = self.report.words["left_out"].format(n=table.left_out) if table.left_out else ""
        return (
            self._paragraph("Caption", _run(table.title), keep=True)
            + f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{lines}</w:tblBorders>'
            f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="60" w:type="dxa"/>'
            f'<w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
            f"{''.join(rows)}</w:tbl>" + self._paragraph("Basis", _run(text) if text else "")
        )

    def _row(self, cells: Sequence[str], widths: Sequence[int], aligns: Sequence[str], *, head: bool = False) -> str:
        """One row, never torn; the heading row stands on every page."""
        shade = '<w:shd w:val="clear" w:color="auto" w:fill="EEF2F4"/>' if head else ""
        filled = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>'
            f"{self._paragraph('Cell', cell, right=align == 'right')}</w:tc>"
            for cell, width, align in zip(cells, widths, aligns, strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>{filled}</w:tr>"

    def _citation(self, citation: Citation) -> str:
        words, number = self.report.words, citation.number
        title = _run(citation.title)
        if citation.url:
            relation = self.part.relate_to(citation.url, f"{_OFFICE}/hyperlink", is_external=True)
            title = f'<w:hyperlink r:id="{relation}">{_run(citation.title, kind="link")}</w:hyperlink>'
        date, source = citation.published or words["no_date"], citation.source or words["no_medium"]
        mark = f'<w:bookmarkStart w:id="{number}" w:name="c{number}"/>{_run(f"[{number}] ")}'
        return self._paragraph(
            "Citation",
            f'{mark}<w:bookmarkEnd w:id="{number}"/>{title}'
            f"{_run(f' · {date} · {source} · {citation.article}')}<w:r><w:br/></w:r>"
            f"{_run(f'“{citation.sentence}”')}",
        )

    def _marks(self, cites: Cites, kind: str) -> str:
        before, after = "[", "]"
        if not cites.complete:
            head, _, tail = self.report.words["example"].partition("{numbers}")
            before, after = "[" + head, tail.format(total=cites.total) + "]"
        parts = []
        for first, last in ranges(cites):
            span = _anchor(first, kind)
            parts.append(span if first == last else span + _run("–", kind=kind) + _anchor(last, kind))
        return _run(before, kind=kind) + _run(", ", kind=kind).join(parts) + _run(after, kind=kind)

    def _paragraph(self, style: str, runs: str, *, right: bool = False, keep: bool = False) -> str:
        more = ("<w:keepNext/>" if keep else "") + ('<w:jc w:val="right"/>' if right else "")
        return f'<w:p><w:pPr><w:pStyle w:val="{self.ids[style]}"/>{more}</w:pPr>{runs}</w:p>'


_FORMS = {
    "": "",
    "link": f'<w:color w:val="{_COLOUR}"/>',
    "small": '<w:sz w:val="15"/>',
    "raised": '<w:vertAlign w:val="superscript"/>',
    "small link": f'<w:color w:val="{_COLOUR}"/><w:sz w:val="15"/>',
    "raised link": f'<w:color w:val="{_COLOUR}"/><w:vertAlign w:val="superscript"/>',
}


def _run(text: str, *, kind: str = "", bold: bool = False) -> str:
    form = ("<w:b/>" if bold else "") + _FORMS[kind]
    form = f"<w:rPr>{form}</w:rPr>" if form else ""
    return f'<w:r>{form}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _anchor(number: int, kind: str) -> str:
    return f'<w:hyperlink w:anchor="c{number}">{_run(str(number), kind=f"{kind} link")}</w:hyperlink>'


def _weight(texts: list[str]) -> float:
    """How wide a column should be: by its longest text, within reason."""
    longest = max(sum(1.0 if char > "\u2e80" else 0.55 for char in text) for text in texts)
    return min(max(longest + 1.5, 5.0), 22.0)


def _style(document: Any) -> None:
    """A4, fonts for Latin and Chinese text, sizes and colours."""
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.5)
    page.top_margin = page.bottom_margin = Cm(2.2)
    grey, ink = RGBColor.from_string("5B6670"), RGBColor.from_string("1F2933")
    styles = document.styles
    for name, size, before, after in (("Basis", 9, 0, 4), ("Cell", 8.5, 2, 2), ("Citation", 9, 0, 5)):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        style.font.size = Pt(size)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.paragraph_format.line_spacing = 1.1
    styles["Basis"].font.color.rgb = grey
    normal = styles["Normal"]
    normal.font.size = Pt(10.5)
    normal.paragraph_format.line_spacing = 1.35
    normal.paragraph_format.space_after = Pt(6)
    for name in ("Normal", "Basis", "Cell", "Citation"):
        _font(styles[name], _LATIN, _BODY)
    for name, size in (("Title", 20), ("Heading 1", 14), ("Caption", 9)):
        style = styles[name]
        _font(style, _LATIN_HEAD, _HEAD)
        style.font.size = Pt(size)
        style.font.bold = name != "Caption"
        style.font.color.rgb = grey if name == "Caption" else ink


def _font(style: Any, latin: str, chinese: str) -> None:
    style.font.name = latin
    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for kind, name in (("ascii", latin), ("hAnsi", latin), ("eastAsia", chinese)):
        fonts.set(qn(f"w:{kind}"), name)
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    language = OxmlElement("w:lang")  # without it, Chinese punctuation may be set as in Traditional or Japanese text
    language.set(qn("w:val"), "en-US")
    language.set(qn("w:eastAsia"), "zh-CN")
    properties.append(language)


def _fixed(data: bytes) -> bytes:
    """The same zip with a fixed date on every entry."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for item in source.infolist():
            entry = zipfile.ZipInfo(item.filename, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            target.writestr(entry, source.read(item.filename))
    return out.getvalue()
