"""A report as DOCX, for Word and LibreOffice: styles with Chinese fonts, native tables and charts, linked citations."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Any

from kg.errors import KgError
from kg.report.chartxml import chart_drawing, chart_height, chart_part, network_drawing
from kg.report.model import Bars, Cites, Network, Note, Paragraph, Report, Table, Timeline
from kg.report.render import ranges

_BODY, _HEAD, _LATIN, _LATIN_HEAD = "SimSun", "SimHei", "Times New Roman", "Arial"
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_CHART_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart"
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_COLOUR = "0F766E"
#: Zip entries carry a date; a fixed one keeps equal reports equal.
_EPOCH = (1980, 1, 1, 0, 0, 0)


def docx(report: Report) -> bytes:
    """The whole file. Equal reports give equal bytes."""
    try:
        from docx import Document
    except ImportError:
        raise KgError("DOCX needs python-docx: pip install 'govkg[docx]' or pip install python-docx") from None
    writer = _Writer(Document(), report)
    writer.write()
    plain = io.BytesIO()
    writer.document.save(plain)
    return _fixed(plain.getvalue())


class _Writer:
    def __init__(self, document: Any, report: Report) -> None:
        self.document = document
        self.report = report
        self.drawings = 0
        self.bookmarks = 0

    def write(self) -> None:
        self._styles()
        report, document = self.report, self.document
        document.core_properties.title = report.title
        document.core_properties.author = "govkg"
        document.core_properties.language = "zh-CN" if report.lang == "zh" else "en"
        newest = max((c.published for c in report.citations if c.published), default="1980-01-01")
        document.core_properties.created = document.core_properties.modified = datetime.fromisoformat(newest)
        document.add_paragraph(report.title, style="Title")
        for line in report.basis:
            document.add_paragraph(line, style="Basis")
        for section in report.sections:
            document.add_paragraph(section.title, style="Heading 1")
            for block in section.blocks:
                self._block(block)
        if report.citations:
            document.add_paragraph(report.words["citations"], style="Heading 1")
        for citation in report.citations:
            paragraph = document.add_paragraph(style="Citation")
            self._bookmark(paragraph, f"c{citation.number}", f"[{citation.number}] ")
            if citation.url:
                self._link(paragraph, citation.title, url=citation.url)
            else:
                paragraph.add_run(citation.title)
            date = citation.published or report.words["no_date"]
            source = citation.source or report.words["no_medium"]
            paragraph.add_run(f" · {date} · {source} · {citation.article}").add_break()
            paragraph.add_run(f"“{citation.sentence}”").italic = report.lang == "en" and citation.sentence.isascii()

    def _block(self, block: object) -> None:
        document = self.document
        if isinstance(block, Paragraph):
            paragraph = document.add_paragraph()
            for sentence in block.sentences:
                paragraph.add_run(sentence.text)
                self._marks(paragraph, sentence.cites, raised=True)
                if self.report.lang == "en":
                    paragraph.add_run(" ")
        elif isinstance(block, Note):
            document.add_paragraph(block.text, style="Basis")
        elif isinstance(block, Table):
            self._table(block)
        elif isinstance(block, (Bars, Timeline, Network)):
            caption = document.add_paragraph(block.title + " ", style="Caption")
            caption.paragraph_format.keep_with_next = True
            self._marks(caption, block.cites, raised=False)
            self._chart(block)

    def _table(self, table: Table) -> None:
        document = self.document
        caption = document.add_paragraph(table.title, style="Caption")
        caption.paragraph_format.keep_with_next = True
        heads = [column.title for column in table.columns] + [self.report.words["sources"]]
        aligns = [column.align for column in table.columns] + ["left"]
        grid = document.add_table(rows=1, cols=len(heads), style="Table Grid")
        grid.autofit = True
        self._repeat(grid.rows[0])
        for cell, text, align in zip(grid.rows[0].cells, heads, aligns, strict=True):
            self._cell(cell, text, align, bold=True)
        widths = [_weight([head, *(row.cells[i] for row in table.rows)]) for i, head in enumerate(heads[:-1])] + [9.0]
        for row in table.rows:
            cells = grid.add_row().cells
            for cell, text, align in zip(cells, row.cells, aligns, strict=False):
                self._cell(cell, text, align)
            paragraph = cells[-1].paragraphs[0]
            paragraph.style = document.styles["Cell"]
            self._marks(paragraph, row.cites, raised=False)
        self._widths(grid, widths)
        text = self.report.words["left_out"].format(n=table.left_out) if table.left_out else ""
        document.add_paragraph(text, style="Basis")

    def _cell(self, cell: Any, text: str, align: str, *, bold: bool = False) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH

        paragraph = cell.paragraphs[0]
        paragraph.style = self.document.styles["Cell"]
        paragraph.add_run(text).bold = bold
        if align == "right":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT

    def _widths(self, grid: Any, weights: list[float]) -> None:
        from docx.shared import Emu

        total = sum(weights)
        whole = 16 * 360_000
        for column, weight in zip(grid.columns, weights, strict=True):
            column.width = Emu(round(whole * weight / total))
            for cell in column.cells:
                cell.width = column.width

    @staticmethod
    def _repeat(row: Any) -> None:
        """The heading row stands on every page; its rows are not torn."""
        from docx.oxml import OxmlElement

        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))

    def _chart(self, chart: Bars | Timeline | Network) -> None:
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part
        from docx.oxml import parse_xml

        self.drawings += 1
        if isinstance(chart, Network):
            drawing = network_drawing(chart, self.drawings)
        else:
            name = PackURI(f"/word/charts/chart{self.drawings}.xml")
            part = Part(name, _CHART_TYPE, chart_part(chart), self.document.part.package)
            relation = self.document.part.relate_to(part, _CHART_RELATION)
            height = chart_height(chart.bars, isinstance(chart, Bars))
            drawing = chart_drawing(relation, self.drawings, chart.title, height)
        self.document.add_paragraph().add_run()._r.append(parse_xml(drawing))

    def _marks(self, paragraph: Any, cites: Cites, *, raised: bool) -> None:
        words = self.report.words
        before, after = "[", "]"
        if not cites.complete:
            head, _, tail = words["example"].partition("{numbers}")
            before, after = "[" + head, tail.format(total=cites.total) + "]"
        self._small(paragraph, before, raised)
        for i, (first, last) in enumerate(ranges(cites)):
            if i:
                self._small(paragraph, ", ", raised)
            self._link(paragraph, str(first), anchor=f"c{first}", raised=raised, small=True)
            if last > first:
                self._small(paragraph, "–", raised)
                self._link(paragraph, str(last), anchor=f"c{last}", raised=raised, small=True)
        self._small(paragraph, after, raised)

    @staticmethod
    def _small(paragraph: Any, text: str, raised: bool) -> None:
        from docx.shared import Pt

        run = paragraph.add_run(text)
        run.font.superscript = raised or None
        if not raised:
            run.font.size = Pt(7.5)

    def _link(
        self,
        paragraph: Any,
        text: str,
        *,
        anchor: str | None = None,
        url: str | None = None,
        raised: bool = False,
        small: bool = False,
    ) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn
        from docx.shared import Pt, RGBColor

        link = OxmlElement("w:hyperlink")
        if anchor:
            link.set(qn("w:anchor"), anchor)
        else:
            link.set(qn("r:id"), self.document.part.relate_to(url, _LINK, is_external=True))
        run = paragraph.add_run(text)
        run.font.color.rgb = RGBColor.from_string(_COLOUR)
        run.font.superscript = raised or None
        if small and not raised:
            run.font.size = Pt(7.5)
        link.append(run._r)
        paragraph._p.append(link)

    def _bookmark(self, paragraph: Any, name: str, text: str) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        self.bookmarks += 1
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for mark in (start, end):
            mark.set(qn("w:id"), str(self.bookmarks))
        start.set(qn("w:name"), name)
        paragraph._p.append(start)
        paragraph.add_run(text)
        paragraph._p.append(end)

    def _styles(self) -> None:
        from docx.enum.style import WD_STYLE_TYPE
        from docx.shared import Cm, Pt, RGBColor

        document = self.document
        page = document.sections[0]
        page.page_width, page.page_height = Cm(21), Cm(29.7)
        page.left_margin = page.right_margin = Cm(2.5)
        page.top_margin = page.bottom_margin = Cm(2.2)
        grey = RGBColor.from_string("5B6670")
        for name, size, base in (("Basis", 9, "Normal"), ("Cell", 8.5, "Normal"), ("Citation", 9, "Normal")):
            style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            style.base_style = document.styles[base]
            style.font.size = Pt(size)
            style.paragraph_format.space_after = Pt(0 if name == "Cell" else 4)
            style.paragraph_format.line_spacing = 1.1
        document.styles["Basis"].font.color.rgb = grey
        normal = document.styles["Normal"]
        normal.font.size = Pt(10.5)
        normal.paragraph_format.line_spacing = 1.35
        normal.paragraph_format.space_after = Pt(6)
        for name, latin, chinese in (
            ("Normal", _LATIN, _BODY),
            ("Basis", _LATIN, _BODY),
            ("Cell", _LATIN, _BODY),
            ("Citation", _LATIN, _BODY),
            ("Caption", _LATIN_HEAD, _HEAD),
            ("Title", _LATIN_HEAD, _HEAD),
            ("Heading 1", _LATIN_HEAD, _HEAD),
        ):
            self._font(document.styles[name], latin, chinese)
        for name, size in (("Title", 20), ("Heading 1", 14), ("Caption", 9)):
            style = document.styles[name]
            style.font.size = Pt(size)
            style.font.bold = name != "Caption"
            style.font.color.rgb = grey if name == "Caption" else RGBColor.from_string("1F2933")

    @staticmethod
    def _font(style: Any, latin: str, chinese: str) -> None:
        from docx.oxml.ns import qn

        style.font.name = latin
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        for kind, name in (("ascii", latin), ("hAnsi", latin), ("eastAsia", chinese)):
            fonts.set(qn(f"w:{kind}"), name)


def _weight(texts: list[str]) -> float:
    """How wide a column should be: by its longest text, within reason."""
    longest = max(sum(1.0 if char > "\u2e80" else 0.55 for char in text) for text in texts)
    return min(max(longest, 3.2), 22.0)


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
